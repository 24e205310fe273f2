"""Weights: what was learned of signs, each with what it counts, and what signs count together.

One file a question stands beside this module: why a source is in an article ("standing"), whether a sentence goes on in somebody's
account ("carried"). Scripts write them (`scripts/train_standing.py`, `scripts/train_carried.py`; decision 0038).
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

import msgspec

Signs = Mapping[str, float]


class Weights(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        digest: of the articles that it was learned from.
        left_out: how good it is, of 100, each article left out in turn: which figure that is, the script says.
        counts: what each sign counts.
        upper: what each figure of the encoder's upper layer counts; () where it is not asked.
    """

    digest: str
    left_out: float
    counts: dict[str, float]
    upper: tuple[float, ...] = ()


@cache
def weights(name: str) -> Weights:
    """What was learned for a question, read once.

    Args:
        name: of the file, without its ending.
    """
    file = resources.files("hearsay.reader.cast") / f"{name}.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)


def weighed(signs: Signs, counts: Signs) -> float:
    """What all that is seen counts."""
    return sum([counts.get(name, 0.0) * value for name, value in signs.items()])
