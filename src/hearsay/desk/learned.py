"""The learned reader for a desk: the one that ships, or another; none where its weights are broken."""

from functools import cache
from pathlib import Path

from hearsay.errors import BadWeights
from hearsay.model.model import Model, open_model


def learned_reader(folder: Path | None = None) -> tuple[Model | None, str]:
    """The learned reader, or why there is none, as a remark for the readings.

    Args:
        folder: of weights that somebody asked for; None for those that ship with hearsay.

    Raises:
        BadWeights: somebody asked for a folder, and its weights cannot be used.
    """
    if folder is not None:
        return open_model(folder), ""
    try:
        return open_model(), ""
    except BadWeights as error:
        why = f"the learned reader cannot be opened: {error.wrong}"
        return None, f"Read by rule alone, since {why}; install hearsay anew."


@cache
def shipped_reader() -> tuple[Model | None, str]:
    """The learned reader that ships, opened once in a process, for those who read one article after another."""
    return learned_reader()
