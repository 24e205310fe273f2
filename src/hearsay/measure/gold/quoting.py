"""Attributions by their words: where the source, the cue and the content that an annotation quotes stand in the article."""

from collections.abc import Callable, Collection, Iterable
from typing import Protocol

from hearsay.measure.gold.standoff import Marked
from hearsay.text.span import Span, Spans, found_all, joined, meets_any

LEFT_OUT = " … "
"""Stands in a quote for words between two stretches."""


class Quoted(Protocol):
    """An attribution with the words of its parts, "" where there is none."""

    @property
    def id(self) -> str:
        """A name within its file."""

    @property
    def source(self) -> str:
        """The words that name who it is from."""

    @property
    def cue(self) -> str:
        """The words that make it an attribution."""

    @property
    def content(self) -> str:
        """What is attributed."""


def quoted(said: Iterable[Quoted], place: Callable[[str, Spans], Spans]) -> dict[str, Marked]:
    """The attributions where their words stand: outermost ones in the order of the text, each after the one before."""
    marks: dict[str, Marked] = {}
    near: Spans = ()
    for one in said:
        longest = max(one.cue, one.content, key=len)
        near = place(longest, near)
        cue = place(one.cue, near) if one.cue else ()
        content = place(one.content, cue or near)
        source = place(one.source, cue or content) if one.source else ()
        marks[one.id] = Marked(source, cue, content)
        near = content
    return marks


def placed(
    text: str, quote: str, near: Spans, used: Collection[Span] = (), away: Spans = ()
) -> Spans:
    """Where a quote stands: in some spans, or as near to them as can be, and where no other one stands; rather not in others.

    Raises:
        LookupError: the text does not have it.
    """
    out: list[Span] = []
    for words in quote.split(LEFT_OUT):
        every = found_all(text, words)
        if not every:
            raise LookupError(words)
        free = [place for place in every if place not in used] or every
        own = [place for place in free if not meets_any(place, away)] or free
        out.append(min(own, key=lambda place: (_off(place, near), place)))
    return joined(out)


def _off(place: Span, near: Spans) -> int:
    """Characters between a place and the nearest of some spans."""
    gaps = [place.gap(span) or span.gap(place) for span in near]
    return min((gap.length if gap else 0 for gap in gaps), default=0)
