"""Span: a stretch of a text. The only arithmetic on character offsets is here.

This room knows how stretches of one text lie to one another. It does not know what they mean.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TypeAlias

import msgspec

from hearsay.errors import BadSpan


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of a text: half-open, in Unicode code points, never empty.

    Attributes:
        start: the first code point.
        end: the code point after the last.

    Raises:
        BadSpan: start is negative, or end is not after start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise BadSpan(f"[{self.start}, {self.end}] is no span: it must not be empty")

    @property
    def length(self) -> int:
        """How many code points it holds."""
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words of the text that lie in this span."""
        return text[self.start : self.end]

    def left(self, text: str, many: int = 1) -> str:
        """The few characters that stand before it; fewer at the start of the text."""
        return text[max(0, self.start - many) : self.start]

    def right(self, text: str, many: int = 1) -> str:
        """The few characters that stand after it; fewer at the end of the text."""
        return text[self.end : self.end + many]

    def holds(self, other: "Span") -> bool:
        """Whether the other lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def before(self, other: "Span") -> bool:
        """Whether it ends at or before the start of the other."""
        return self.end <= other.start

    def at(self, offset: int) -> bool:
        """Whether the code point at the offset lies in it."""
        return self.start <= offset < self.end

    def hull(self, other: "Span") -> "Span":
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def common(self, other: "Span") -> "Span | None":
        """What the two share, or None."""
        return between(max(self.start, other.start), min(self.end, other.end))

    def widened(self, by: int, within: "Span") -> "Span":
        """The span with so many code points more at either end, as far as the other one goes."""
        return Span(max(within.start, self.start - by), min(within.end, self.end + by))

    def moved(self, by: int) -> "Span":
        """The span so many code points further on: from a part's offsets to those of the whole."""
        return Span(self.start + by, self.end + by)

    def part(self, inner: "Span") -> "Span":
        """A span counted from this one's start, as a span of the text."""
        return inner.moved(self.start)

    def gap(self, other: "Span") -> "Span | None":
        """What lies between this span and a later one; None where they touch or overlap."""
        return between(self.end, other.start)

    def apart(self, other: "Span") -> int:
        """How many characters lie between two spans, whichever comes first; 0 where they touch or overlap."""
        return max(other.start - self.end, self.start - other.end, 0)

    def ending(self, text: str, at: int) -> "Span":
        """The end of the span, from the last space before an offset in it; all of it where there is none."""
        return Span(max(self.start, text.rfind(" ", self.start, at)), self.end)

    def trimmed(self, text: str, unwanted: str | None = None) -> "Span | None":
        """The span without the white space (or the unwanted characters) at its ends.

        None where nothing else is in it.
        """
        words = self.cut(text)
        kept = words.strip(unwanted)
        if not kept:
            return None
        start = self.start + len(words) - len(words.lstrip(unwanted))
        return Span(start, start + len(kept))


Spans: TypeAlias = tuple[Span, ...]
"""One thing in several stretches: sorted and apart (`joined` makes it so). () where there is none."""


def between(start: int, end: int) -> Span | None:
    """The span from start to end, or None where that would be empty."""
    return Span(start, end) if start < end else None


def whole(text: str) -> Span | None:
    """The span of all of a text; None for the empty text."""
    return between(0, len(text))


def matched(match: "re.Match[str]", group: int | str = 0) -> Span:
    """The span that a pattern matched."""
    return Span(*match.span(group))


def all_matched(pattern: "re.Pattern[str]", text: str, within: Span | None = None) -> Spans:
    """The spans that a pattern matches one after another, in a text or in a stretch of it."""
    given = pattern.finditer(text, within.start, within.end) if within else pattern.finditer(text)
    return tuple([Span(*match.span()) for match in given])


def found(text: str, words: str, after: int = 0) -> Span | None:
    """Where the words stand first in the text, at or after an offset; None where they do not."""
    start = text.find(words, after) if words else -1
    return None if start < 0 else Span(start, start + len(words))


def found_all(text: str, words: str) -> Spans:
    """Everywhere that some words stand whole, whatever white space is between them; () where they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    first = r"(?<!\w)" if words[:1].isalnum() else ""
    last = r"(?!\w)" if words[-1:].isalnum() else ""
    return tuple(map(matched, re.finditer(first + pattern + last, text))) if pattern else ()


def joined(spans: Iterable[Span]) -> Spans:
    """The spans sorted, those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = out[-1].hull(span)
        else:
            out.append(span)
    return tuple(out)


def lawful(spans: Spans) -> bool:
    """Whether the spans are sorted and apart."""
    return all(a.before(b) for a, b in pairwise(spans))


_START = attrgetter("start")


def meets_any(span: Span, apart: Sequence[Span]) -> bool:
    """Whether a span shares a code point with one of several that are sorted and apart."""
    at = bisect_left(apart, span.end, key=_START) if apart else 0
    return at > 0 and apart[at - 1].meets(span)


def cut(spans: Spans, text: str, gap: str = " … ") -> str:
    """The words in the spans, with a mark for what lies between them."""
    return gap.join(span.cut(text) for span in spans)


def without(span: Span, holes: Iterable[Span]) -> Spans:
    """The parts of a span that lie in none of the holes."""
    parts: list[Span] = []
    start = span.start
    for hole in joined(h for h in holes if h.meets(span)):
        if kept := between(start, hole.start):
            parts.append(kept)
        start = hole.end
    if kept := between(start, span.end):
        parts.append(kept)
    return tuple(parts)


def lines(text: str) -> Spans:
    """The lines of a text that hold more than white space, each without white space at its ends."""
    return tuple(
        kept
        for match in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+", text)
        if (kept := matched(match).trimmed(text))
    )


def line_of(text: str, span: Span) -> int:
    """The number of the line in which a span begins, from 1, as an editor counts lines."""
    ends = text.count("\n", 0, span.start) + text.count("\r", 0, span.start)
    return ends - text.count("\r\n", 0, span.start) + 1


def page_of(text: str, span: Span) -> int | None:
    """The number of the page in which a span begins, from 1, where each page ends with a form feed; None where none does."""
    return text.count("\f", 0, span.start) + 1 if "\f" in text else None


def laid_out(parts: Iterable[str], between_them: str) -> tuple[str, Spans]:
    """Parts laid out one after another with something between, and where each then stands.

    Raises:
        BadSpan: a part is empty.
    """
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for part in parts:
        if pieces:
            pieces.append(between_them)
            at += len(between_them)
        pieces.append(part)
        spans.append(Span(at, at + len(part)))
        at += len(part)
    return "".join(pieces), tuple(spans)


def split_at(span: Span, others: Iterable[Span]) -> Spans:
    """The span cut at every place where another begins or ends."""
    bounds = {at for other in others for at in (other.start, other.end)}
    inside = sorted(at for at in bounds if span.start < at < span.end)
    return tuple(Span(*pair) for pair in pairwise([span.start, *inside, span.end]))
