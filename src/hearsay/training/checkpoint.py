"""Checkpoints: the state of a training in one file, written whole or not at all."""

from pathlib import Path
from typing import Any

import msgspec
import torch

from hearsay.errors import BadRecipe
from hearsay.training.loop import Trainer

NAME = "checkpoint.pt"


def save(trainer: Trainer, folder: Path, made_of: dict[str, Any]) -> None:
    """Writes the state beside what the run is made of: recipe and digests of the data."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f"{NAME}.new"
    torch.save({**trainer.state(), "made_of": made_of}, beside)
    beside.replace(folder / NAME)


def resume(trainer: Trainer, folder: Path, made_of: dict[str, Any]) -> bool:
    """Goes on from the folder's checkpoint; False where there is none.

    Raises:
        BadRecipe: it is of another recipe or of other data.
    """
    path = folder / NAME
    if not path.exists():
        return False
    state = torch.load(path, weights_only=True)
    same(state.pop("made_of"), made_of, path)
    trainer.go_on(state)
    return True


def same(there: Any, made_of: dict[str, Any], path: Path) -> None:  # noqa: ANN401 - as it was read
    """Makes sure that what is there was made of the same.

    Raises:
        BadRecipe: it is of another recipe or of other data.
    """
    if there != msgspec.json.decode(msgspec.json.encode(made_of)) and there != made_of:
        raise BadRecipe(
            "the checkpoint there is of another recipe, or of other data",
            "give another folder with --out, or remove it",
            str(path),
        )
