"""Acts, commitments and qualifiers as somebody marked them: gold/acts/HALF/NAME.toml.

The articles are those of gold/attributions, with their attributions; or stand in gold/acts/text, with the attributions
as the file itself quotes them.

The form is that of gold/acts/GUIDELINES.md.
"""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.gold import quoting
from hearsay.measure.gold.opening import opened
from hearsay.measure.gold.standoff import INNER, OUTER, Annotated, Marked, annotated
from hearsay.reading.attribution import Act, Certainty, Kind, PassedOn, Polarity
from hearsay.reading.commitment import Force, QualifierKind
from hearsay.text.span import Span, Spans, joined

TERMS = ("condition", "place", "time", "purpose", "authority_over")


class Told(msgspec.Struct, frozen=True):
    """An attribution: `[[said]]`; what is done in it, and the words of its parts, "" where there is none."""

    id: str
    type: Kind
    act: Act
    polarity: Polarity
    certainty: Certainty
    passed_on: PassedOn
    source: str = ""
    cue: str = ""
    content: str = ""


class Commits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A commitment: `[[commitment]]`; the words of each part, "" where there is none."""

    by: str
    force: Force
    matter: str
    said: str = ""
    to: str = ""
    condition: str = ""
    place: str = ""
    time: str = ""
    purpose: str = ""
    authority_who: str = ""
    authority_over: str = ""


class Open(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A qualifier: `[[qualifier]]`."""

    words: str
    kind: QualifierKind
    on: str = ""


class _File(msgspec.Struct, frozen=True):
    said: tuple[Told, ...] = ()
    commitment: tuple[Commits, ...] = ()
    qualifier: tuple[Open, ...] = ()


class Bound(NamedTuple):
    """A commitment with the places of its matter, and of its condition, place, time … where it has them."""

    told: Commits
    matter: Spans
    terms: dict[str, Spans]


class Acted(NamedTuple):
    """An article with what is done in it.

    Attributes:
        said: each attribution with where it stands.
        bound: each commitment.
        open: each qualifier with where it stands.
    """

    name: str
    text: str
    said: tuple[tuple[Told, Marked], ...]
    bound: tuple[Bound, ...]
    open: tuple[tuple[Open, Span], ...]


def acted(folder: Path) -> Iterator[Acted]:
    """The articles of a folder, in the order of their names.

    Args:
        folder: of NAME.toml; the articles and their attributions stand in ../../attributions.

    Raises:
        BadGold: no such folder, nothing in it, a file that is not of this form, or a quote that its article has not.
    """
    root = folder.resolve().parent
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise BadGold("no annotated article", "give a folder of NAME.toml", str(folder))
    own = {path.stem: root / "text" / f"{path.stem}.txt" for path in paths}
    elsewhere = not all(text.is_file() for text in own.values())
    layers = [
        {one.name: one for one in annotated(root.parent / "attributions", layer)}
        if elsewhere
        else {}
        for layer in (OUTER, INNER)
    ]
    outer, inner = layers
    for path in paths:
        if own[path.stem].is_file():
            yield _acted(path, own[path.stem].read_bytes().decode("utf-8"), {})
        elif path.stem in outer:
            whole = outer[path.stem]
            yield _acted(path, whole.text, _marks(whole, inner.get(path.stem)))
        else:
            raise BadGold(
                f"there is no article {path.stem} in {own[path.stem].parent}", name=str(path)
            )


def _marks(outer: Annotated, inner: Annotated | None) -> dict[str, Marked]:
    marks = {f"E{n}": m for n, m in enumerate(outer.marked, 1)}
    return marks | ({f"I{n}": m for n, m in enumerate(inner.marked, 1)} if inner else {})


def _acted(path: Path, text: str, marks: dict[str, Marked]) -> Acted:
    one = opened(path, _File, "gold/acts/GUIDELINES.md")

    def placed(quote: str, near: Spans, used: Collection[Span] = (), away: Spans = ()) -> Spans:
        try:
            return quoting.placed(text, quote, near, used, away)
        except LookupError as error:
            raise BadGold(f"the article has no “{error.args[0]}”", name=str(path)) from error

    if not marks:
        marks = quoting.quoted(one.said, placed)
    for each in (*one.said, *one.commitment, *one.qualifier):
        said = getattr(each, "id", "") or getattr(each, "said", "") or getattr(each, "on", "")
        if said and said not in marks:
            raise BadGold(f"there is no attribution {said}", name=str(path))
    bound = []
    for each in one.commitment:
        near = marks[each.said].content if each.said else ()
        matter = placed(each.matter, near)
        terms = {name: placed(words, matter) for name in TERMS if (words := getattr(each, name))}
        bound.append(Bound(each, matter, terms))
    left_open: dict[Span, Open] = {}
    told = joined(part for mark in marks.values() for part in mark.content)
    for left in one.qualifier:
        away = () if left.on else told  # the author's own words stand in nobody's content
        spans = placed(left.words, marks[left.on].content if left.on else (), left_open, away)
        left_open[spans[0].hull(spans[-1])] = left
    return Acted(
        path.stem,
        text,
        tuple((said, marks[said.id]) for said in one.said),
        tuple(bound),
        tuple((left, span) for span, left in left_open.items()),
    )
