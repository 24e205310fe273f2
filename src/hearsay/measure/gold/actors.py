"""Actors as somebody marked them: gold/actors/HALF/NAME.toml, over the articles of gold/attributions.

The form is that of gold/actors/GUIDELINES.md.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.gold.standoff import INNER, OUTER, Marked, annotated


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor: `[[actor]]`."""

    id: str
    name: str
    type: str
    title: str = ""
    standing: tuple[str, ...] = ()
    speaks_for: str = ""


class Through(msgspec.Struct, frozen=True):
    """An attribution: `[[said]]`; who says it, and through whom."""

    id: str
    chain: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


class Carried(msgspec.Struct, frozen=True):
    """A sentence that goes on in somebody's account: `[[carried]]`."""

    sentence: str
    speaker: str


class _File(msgspec.Struct, frozen=True):
    actor: tuple[Known, ...] = ()
    said: tuple[Through, ...] = ()
    carried: tuple[Carried, ...] = ()


class Peopled(NamedTuple):
    """An article with its actors.

    Attributes:
        said: each attribution with where it stands; outermost first, then those inside.
    """

    name: str
    text: str
    actors: dict[str, Known]
    said: tuple[tuple[Through, Marked], ...]
    carried: tuple[Carried, ...]


def peopled(folder: Path) -> Iterator[Peopled]:
    """The articles of a folder, in the order of their names.

    Args:
        folder: of NAME.toml; the articles and their attributions stand in ../../attributions.

    Raises:
        BadGold: no such folder, nothing in it, or a file that is not of this form.
    """
    root = folder.resolve().parent.parent / "attributions"
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise BadGold("no annotated article", "give a folder of NAME.toml", str(folder))
    outer = {one.name: one for one in annotated(root, OUTER)}
    inner = {one.name: one for one in annotated(root, INNER)}
    for path in paths:
        if path.stem not in outer:
            raise BadGold(f"there is no article {path.stem} in {root}", name=str(path))
        try:
            one = msgspec.toml.decode(path.read_bytes(), type=_File)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise BadGold(str(error), "see gold/actors/GUIDELINES.md", str(path)) from error
        marks = {f"E{n}": m for n, m in enumerate(outer[path.stem].marked, 1)}
        if path.stem in inner:
            marks |= {f"I{n}": m for n, m in enumerate(inner[path.stem].marked, 1)}
        known = {actor.id: actor for actor in one.actor}
        for said in one.said:
            missing = [who for who in said.chain if who not in known]
            if said.id not in marks or missing:
                raise BadGold(f"{said.id}: not known: {missing or said.id}", name=str(path))
        yield Peopled(
            path.stem,
            outer[path.stem].text,
            known,
            tuple((said, marks[said.id]) for said in one.said),
            one.carried,
        )
