"""Quotation marks: where they stand, and what each can do there.

A mark is told from an apostrophe, a prime and an inch by what stands beside it. Which mark goes with
which is `hearsay.language.quotation`'s business.
"""

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from hearsay.text.span import Span, matched


class Side(Enum):
    """What a mark can do where it stands."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Family(Enum):
    """Which marks pair with which."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLED = "angled"
    THIN = "thin"


class Mark(msgspec.Struct, frozen=True):
    """A quotation mark.

    Attributes:
        span: where it stands; two characters for `''` and for two back-quotes.
        side: what it can do, by its shape and by what stands beside it.
        family: marks pair within a family alone.
        firm: a closing mark that cannot be an apostrophe, a prime or an inch: beside punctuation, or
            at an end, and after no digit.
    """

    span: Span
    side: Side
    family: Family
    firm: bool = True


GLYPHS = '“”"«»„'
"""Marks, all but the single ones, which may be apostrophes: where one stands, somebody is quoted, or a word is held at arm's length."""

_OPENING = "“„‟‘‚«‹"
_CLOSING = "”’»›"
_FAMILIES = {
    Family.DOUBLE: ("“", "”", "„", "‟", '"', "＂", "''", "``"),
    Family.SINGLE: ("‘", "’", "‚", "'", "`"),
    Family.ANGLED: ("«", "»"),
    Family.THIN: ("‹", "›"),
}
_FAMILY = {glyph: family for family, glyphs in _FAMILIES.items() for glyph in glyphs}
_MARK = re.compile("``|''|[" + "".join(g for g in _FAMILY if len(g) == 1) + "]")
_LEANS = re.compile(r"[\s(\[{/‒-―*_“„‟‘‚«‹\"'`-]")
_STOPS = re.compile(r"[\s.,;:?!…)\]}/‒-―*_”’»›\"'-]")
_ENDS = re.compile(r"[.,;:?!…)\]‒-―”»\"]")
_AND = (" 'n", " ’n", " ‘n")
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|n|im|er)\b", re.IGNORECASE)


def marks(text: str, within: Span) -> tuple[Mark, ...]:
    """The quotation marks in a stretch of text, in order; apostrophes, primes and inches are none."""
    return tuple(_marks(text, within))


def _marks(text: str, within: Span) -> Iterator[Mark]:
    for match in _MARK.finditer(text, within.start, within.end):
        span = matched(match)
        glyph = match.group()
        before = span.left(text) if span.start > within.start else ""
        after = span.right(text) if span.end < within.end else ""
        family = _FAMILY[glyph]
        if before.isdigit() and glyph in ("'", '"', "''") and not _STOPS.match(after or " "):
            continue  # 6'2": feet and inches
        if family is Family.SINGLE and (before + after).isalnum() and before and after:
            continue  # don't
        if family is Family.SINGLE and glyph not in "‘‚`" and _ELIDED.match(span.right(text, 6)):
            continue  # the '90s, rock 'n' roll
        if family is Family.SINGLE and span.left(text, 3).lower() in _AND:
            continue  # the second of rock 'n' roll
        yield Mark(span, _side(glyph, before, after), family, _firm(before, after))


def _side(glyph: str, before: str, after: str) -> Side:
    """What a mark can do: by its shape, or either where its surroundings say the opposite."""
    can_open = (not before or bool(_LEANS.match(before))) and bool(after) and not after.isspace()
    can_close = bool(before) and not before.isspace() and (not after or bool(_STOPS.match(after)))
    if glyph in _OPENING or glyph == "``":
        return Side.EITHER if can_close and not can_open else Side.OPENS
    if glyph in _CLOSING:
        return Side.EITHER if can_open and not can_close else Side.CLOSES
    if can_open == can_close:
        return Side.EITHER
    return Side.OPENS if can_open else Side.CLOSES


def _firm(before: str, after: str) -> bool:
    """Whether a closing mark stands where no apostrophe does."""
    if not before or before.isspace() or before.isdigit():
        return False
    return not after or bool(_ENDS.match(before)) or bool(_ENDS.match(after))
