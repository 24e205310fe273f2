"""Quotations: which stretches of a text stand within marks.

Marks of all kinds are paired: curly, straight, doubled single ones (`''` and two back-quotes), low
and angled ones, singles inside doubles, singles alone (British style). A quotation that opens each
of several paragraphs and closes once is several pieces, each of which goes on in the next. A mark
without a partner is said to have none; it is never paired by force.

Source: The Chicago Manual of Style, 17th ed., 13.30 (paragraphs) and 6.115 (apostrophes); New Hart's
Rules, 9.2 (single marks).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import msgspec

from hearsay.language.marks import Family, Mark, Side, marks
from hearsay.text.span import Span, Spans, between, matched


class Piece(msgspec.Struct, frozen=True):
    """A stretch within marks, in one paragraph.

    Attributes:
        span: the words with their marks.
        inner: the words without them.
        family: of its marks.
        depth: how many other pieces hold it.
        opened: it has its opening mark.
        closed: it has its closing mark.
        goes_on: the quotation goes on in the next paragraph.
        went_on: it goes on from the paragraph before.
        guessed: it has no marks, and nothing but its words and its place say that it is quoted.
    """

    span: Span
    inner: Span
    family: Family
    depth: int = 0
    opened: bool = True
    closed: bool = True
    goes_on: bool = False
    went_on: bool = False
    guessed: bool = False


_ELLIPSIS = r"(?:…+|\.(?:\s?\.){2,})"
_ELISION = re.compile(rf"[\[(]\s*{_ELLIPSIS}\s*[\])]|{_ELLIPSIS}")
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Piece, ...]:
    """The pieces within marks, in the order of the text, each before those inside it.

    Args:
        text: the whole text.
        paragraphs: sorted and apart; a quotation may go on from one to the next in this order.
    """
    taken_up = [_opens_single(text, paragraph) for paragraph in paragraphs[1:]]
    found = [
        _nested(_paired(text, paragraph, goes_on=goes_on))
        for paragraph, goes_on in zip(paragraphs, (*taken_up, False), strict=False)
    ]
    for at, (here, there) in enumerate(pairwise(paragraphs)):
        left, right = found[at], found[at + 1]
        last = next((n for n, piece in enumerate(left) if _runs_out(piece, here, text)), None)
        if last is None or not right:
            continue
        if _takes_up(left[last], right[0], there):
            left[last] = msgspec.structs.replace(left[last], goes_on=True)
            right[0] = msgspec.structs.replace(right[0], went_on=True)
    return tuple(piece for pieces in found for piece in pieces)


def elisions(text: str, quoted: Span) -> Spans:
    """The marks of words left out: …, ..., . . . and the same in brackets."""
    return tuple(matched(m) for m in _ELISION.finditer(text, quoted.start, quoted.end))


def insertions(text: str, quoted: Span) -> Spans:
    """Words put in by another hand: what stands in brackets, with them; bare ellipses are none."""
    return tuple(
        matched(m)
        for m in _BRACKETS.finditer(text, quoted.start, quoted.end)
        if not _ELISION.fullmatch(m.group())
    )


def _opens_single(text: str, paragraph: Span) -> bool:
    """Whether a paragraph begins with a single mark that opens."""
    first = next(iter(marks(text, paragraph)), None)
    begins = first is not None and first.span.start == paragraph.start
    return (
        begins and first is not None and (first.family, first.side) == (Family.SINGLE, Side.OPENS)
    )


def _paired(text: str, paragraph: Span, *, goes_on: bool) -> list[Piece]:
    """The pieces of one paragraph, depth not yet known.

    Of two that cross, the one with both marks stays, and singles give way.

    Args:
        text: the whole text.
        paragraph: in which they stand.
        goes_on: whether the next paragraph begins with a single mark, and may go on with what this one opens.
    """
    every = marks(text, paragraph)
    loud = [
        piece
        for family in (Family.DOUBLE, Family.ANGLED, Family.THIN)
        for piece in _stacked(text, paragraph, [m for m in every if m.family is family])
    ]
    loud.sort(key=lambda piece: not (piece.opened and piece.closed))
    alone = [m for m in every if m.family is Family.SINGLE]
    single = _singles(text, paragraph, alone, goes_on=goes_on)
    kept: dict[Family, list[Piece]] = {family: [] for family in Family}
    for piece in (*loud, *single):  # those of one family never cross one another
        others = (kept[family] for family in Family if family is not piece.family)
        if not any(_cross(piece, other) for other in chain.from_iterable(others)):
            kept[piece.family].append(piece)
    return list(chain.from_iterable(kept.values()))


def _cross(one: Piece, other: Piece) -> bool:
    """Whether two pieces overlap without one holding the other."""
    meets = one.span.meets(other.span)
    return meets and not one.inner.holds(other.span) and not other.inner.holds(one.span)


def _nested(pieces: list[Piece]) -> list[Piece]:
    """The pieces in order, each with its depth."""
    out: list[Piece] = []
    around: list[Span] = []  # those before it that are not over where it starts
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.length)):
        around = [span for span in around if not span.before(piece.span)]
        depth = sum(span.holds(piece.span) for span in around)
        out.append(msgspec.structs.replace(piece, depth=depth))
        around.append(piece.span)
    return out


def _stacked(text: str, paragraph: Span, every: list[Mark]) -> Iterator[Piece]:
    """Pieces by marks of one family that are never apostrophes."""
    family = every[0].family if every else Family.DOUBLE
    still_open: list[Mark] = []
    orphaned = False
    for at, mark in enumerate(every):
        if still_open and (mark.side is not Side.OPENS or not _can_nest(every[at:], still_open)):
            opener = still_open.pop()
            if mark.side is Side.OPENS:
                yield from _unclosed(text, opener, mark.span, family)
                still_open = [mark]
            else:
                yield from _piece(text, opener.span, mark.span, family)
        elif mark.side is not Side.CLOSES:
            still_open.append(mark)
        elif not at and mark.firm and not orphaned:
            orphaned = True
            inner = between(paragraph.start, mark.span.start)
            if inner:
                yield Piece(inner.hull(mark.span), inner, family, opened=False)
    for opener in still_open[:1]:
        yield from _unclosed(text, opener, None, family, paragraph)


def _can_nest(rest: list[Mark], still_open: list[Mark]) -> bool:
    """Whether the marks that follow can close this one and those that are open already."""
    if len(still_open) > 1:
        return False
    opening = sum(mark.side is Side.OPENS for mark in rest)
    return len(rest) - opening >= opening + len(still_open)


def _piece(text: str, opening: Span, closing: Span, family: Family) -> Iterator[Piece]:
    inner = opening.gap(closing)
    if inner and inner.trimmed(text):
        yield Piece(opening.hull(closing), inner, family)


def _unclosed(
    text: str, opener: Mark, stop: Span | None, family: Family, paragraph: Span | None = None
) -> Iterator[Piece]:
    """A piece whose closing mark is missing: up to the next opening mark, or the paragraph's end."""
    limit = stop.start if stop else paragraph.end if paragraph else None
    inner = between(opener.span.end, limit) if limit else None
    inner = inner.trimmed(text) if inner else None
    if inner:
        yield Piece(opener.span.hull(inner), inner, family, closed=False)


LEADS_UP = (": ", ", ")


def _singles(text: str, paragraph: Span, every: list[Mark], *, goes_on: bool) -> Iterator[Piece]:
    """Pieces by single marks, any of whose closing ones may be an apostrophe.

    Without a closing one: what opens the paragraph, and what "she said:" leads up to where the next paragraph opens so too.
    """
    at = 0
    while at < len(every):
        opener = every[at]
        at += 1
        if opener.side is Side.CLOSES or (opener.side is Side.EITHER and opener.firm):
            continue
        closer = _closer(text, every[at:])
        if closer is not None:
            yield from _piece(text, opener.span, closer.span, Family.SINGLE)
            at = every.index(closer) + 1
        elif opener.side is Side.OPENS and (
            opener.span.start == paragraph.start
            or (goes_on and opener.span.left(text, 2) in LEADS_UP)
        ):
            yield from _unclosed(text, opener, None, Family.SINGLE, paragraph)


def _closer(text: str, rest: list[Mark]) -> Mark | None:
    """The mark that closes: the first that is firm or follows no s, else the first of all.

    "the boys' own story', he said": the mark after "boys" may be an apostrophe, the next is none.
    """
    weak: Mark | None = None
    for mark in rest:
        if mark.side is Side.OPENS:
            break
        if mark.firm or mark.span.left(text).lower() not in ("s", "z", "x"):
            return mark
        weak = weak or mark
    return weak


def _runs_out(piece: Piece, paragraph: Span, text: str) -> bool:
    """Whether a piece lacks its closing mark up to the end of its paragraph."""
    if piece.closed or piece.depth:
        return False
    left = between(piece.span.end, paragraph.end)
    return not (left and left.trimmed(text))


def _takes_up(left: Piece, right: Piece, paragraph: Span) -> bool:
    """Whether the first piece of a paragraph goes on with the last one of the paragraph before."""
    if left.family is not right.family:
        return False
    return not right.opened or right.span.start == paragraph.start
