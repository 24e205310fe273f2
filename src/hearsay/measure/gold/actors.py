"""Actors as somebody marked them: gold/actors/HALF/NAME.toml.

The articles are those of gold/attributions, with their attributions; or stand in gold/acts/text, or in text/ beside the
folder, with the attributions as the file itself quotes them.

The form is that of gold/actors/GUIDELINES.md.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.gold.opening import opened
from hearsay.measure.gold.quoting import placed, quoted
from hearsay.measure.gold.standoff import INNER, OUTER, Marked, annotated
from hearsay.text.span import Spans


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor: `[[actor]]`."""

    id: str
    name: str
    type: str
    title: str = ""
    standing: tuple[str, ...] = ()
    speaks_for: str = ""


class Through(msgspec.Struct, frozen=True):
    """An attribution: `[[said]]`; the words of its parts, who says it, and through whom."""

    id: str
    source: str = ""
    cue: str = ""
    content: str = ""
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
        folder: of NAME.toml; the articles stand in ../../attributions, ../../acts/text or ../text.

    Raises:
        BadGold: no such folder, nothing in it, a file that is not of this form, or a quote that its article has not.
    """
    root = folder.resolve().parent
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise BadGold("no annotated article", "give a folder of NAME.toml", str(folder))
    texts = (root.parent / "acts" / "text", root / "text")
    own = {
        path.stem: beside
        for path in paths
        for where in texts
        if (beside := where / f"{path.stem}.txt").is_file()
    }
    elsewhere = len(own) < len(paths)
    outer, inner = (
        {one.name: one for one in annotated(root.parent / "attributions", layer)}
        if elsewhere
        else {}
        for layer in (OUTER, INNER)
    )
    for path in paths:
        one = opened(path, _File, "gold/actors/GUIDELINES.md")
        if path.stem in own:
            text = own[path.stem].read_bytes().decode("utf-8")
            marks = _marks(path, text, one.said)
        elif path.stem in outer:
            text = outer[path.stem].text
            marks = {f"E{n}": m for n, m in enumerate(outer[path.stem].marked, 1)}
            if path.stem in inner:
                marks |= {f"I{n}": m for n, m in enumerate(inner[path.stem].marked, 1)}
        else:
            raise BadGold(f"there is no article {path.stem} in {texts[0]}", name=str(path))
        yield _peopled(path, text, one, marks)


def _marks(path: Path, text: str, said: Iterable[Through]) -> dict[str, Marked]:
    """The attributions that a file quotes; those inside others are looked for from the beginning again."""

    def place(quote: str, near: Spans) -> Spans:
        try:
            return placed(text, quote, near)
        except LookupError as error:
            raise BadGold(f"the article has no “{error.args[0]}”", name=str(path)) from error

    outer = [one for one in said if not one.id.startswith("I")]
    return quoted(outer, place) | quoted([one for one in said if one not in outer], place)


def _peopled(path: Path, text: str, one: _File, marks: Mapping[str, Marked]) -> Peopled:
    known = {actor.id: actor for actor in one.actor}
    for said in one.said:
        missing = [who for who in said.chain if who not in known]
        if said.id not in marks or missing:
            raise BadGold(f"{said.id}: not known: {missing or said.id}", name=str(path))
    return Peopled(
        path.stem, text, known, tuple((said, marks[said.id]) for said in one.said), one.carried
    )
