"""Recipes: everything that a training run depends on, beside the data themselves."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from hearsay.errors import BadRecipe

R = TypeVar("R", bound=msgspec.Struct)


class Corpus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Annotated data.

    Attributes:
        kind: "standoff", a folder of text/ and attributions/; "treebank", a CoNLL-U file; "pronouns", GAP's
            table; "factuality", judgements in JSON Lines; "bodies", FNC-1's table of articles, which nobody has
            marked: of them a network learns what its teachers say.
        path: within the folder of data.
        licence: G free, A share-alike or none stated. Data for research alone trains no weights.
        onto: of judgements on sentences of a treebank: its path; they are learned in their documents.
    """

    kind: Literal["standoff", "treebank", "pronouns", "factuality", "bodies"]
    path: str
    licence: Literal["G", "A"]
    onto: str | None = None


class Rates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Learning rates of AdamW (Loshchilov and Hutter 2019) at their highest."""

    encoder: float
    heads: float
    by_layer: float
    decay: float


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to do; see recipes/small-1.toml and recipes/small-4.toml, which say what each value means."""

    name: str
    base: str
    seed: int
    epochs: int
    batch: int
    warm_up: float
    drop: float
    smooth: float
    average: float
    rates: Rates
    weights: dict[str, float]
    train: tuple[Corpus, ...]
    dev: tuple[Corpus, ...]
    begin: str | None = None
    blend: float = 0.0
    pieces: str | None = None
    teachers: tuple[str, ...] = ()
    taught: dict[str, float] = {}
    rounded: float = 1.0


def open_recipe(path: Path) -> Recipe:
    """Reads a recipe.

    Raises:
        BadRecipe: no such file, no TOML, or a value that is missing, unknown or of the wrong kind.
    """
    return opened(path, Recipe, "recipes/small-1.toml")


def opened(path: Path, kind: type[R], like: str) -> R:
    """Reads a recipe of some kind.

    Args:
        path: of the file.
        kind: what it holds.
        like: a recipe of that kind, which says what each value means.

    Raises:
        BadRecipe: no such file, no TOML, or a value that is missing, unknown or of the wrong kind.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise BadRecipe(
            f"cannot be read: {error.strerror}", "name a file of recipes/", str(path)
        ) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise BadRecipe(str(error), f"see {like} for what a recipe has", str(path)) from error


def digest(root: Path, corpora: Sequence[Corpus]) -> dict[str, str]:
    """The sha256 of each corpus: of its file, or of all files of its folder with their names.

    Raises:
        BadRecipe: one of them does not stand there.
    """
    return {corpus.path: _digest(root / corpus.path) for corpus in corpora}


def _digest(path: Path) -> str:
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    made = hashlib.sha256()
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise BadRecipe(
                f"the data cannot be read: {error.strerror}",
                "say where they are with --data",
                str(file),
            ) from error
        made.update(str(file.relative_to(path)).encode() + b"\0" + data)
    return made.hexdigest()
