"""Taken: on which day somebody took a position, as the article has it, and whether it tells again what was taken before.

The day is that of the saying, where the timeline has one for its verb or for the speech or letter in which it was said; else that of what it
stands within; else that of the article.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from hearsay.language.retelling import retells
from hearsay.reading.attribution import Attribution
from hearsay.reading.commitment import Commitment
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event
from hearsay.text.span import Span, cut

NEWS = timedelta(days=7)
"""What was said longer ago than this before an article came out is told again by it."""

AHEAD = 24  # characters before a verb in which its helpers and adverbs stand


class Taken(msgspec.Struct, frozen=True):
    """When a position was taken.

    Attributes:
        start, end: the first and the last day on which it can have been, ISO 8601; "" where it is not known.
        at: the article's words for it; None where it has none, and the day is its own.
        retold: whether the article tells again what was taken before.
    """

    start: str
    end: str
    at: Span | None = None
    retold: bool = False


def taken(reading: Reading, bound: Commitment) -> Taken:
    """When a position was taken.

    Takes: Monday for "Lund said on Monday that she would not sign", May for "in May the minister refused", before, nobody knows when, for
    "has long refused".
    Leaves: Friday in "promised to pay by Friday", which is the day of what is promised.

    Args:
        reading: of its article.
        bound: what binds.
    """
    published = (reading.article.published or "")[:10]
    for said in _outwards(reading, bound):
        event = next((one for one in reading.timeline if _is_its_day(reading, said, one)), None)
        if event is not None and event.start and event.end:
            end = min(event.end, published) if published else event.end
            return Taken(event.start, end, event.time, bool(published) and _old(end, published))
        if retells(_around(reading, said)):
            return Taken("", "", retold=True)
    return Taken(published, published)


def _outwards(reading: Reading, bound: Commitment) -> Iterator[Attribution]:
    """The statement in which something binds, then those that it stands within."""
    by_id = {said.id: said for said in reading.attributions}
    said = by_id.get(bound.attribution or "")
    while said is not None:
        yield said
        said = by_id.get(said.within or "")


def _is_its_day(reading: Reading, said: Attribution, event: Event) -> bool:
    """Whether the day of an event is the day of a saying."""
    published = (reading.article.published or "")[:10]
    if not said.cue or not event.start or (published and event.start > published):
        return False
    if any(part.meets(event.time) for part in said.content):
        return False
    return any(cue.meets(part) for cue in said.cue for part in event.event) or any(
        gap.holds(event.time) for gap in _between(said)
    )


def _between(said: Attribution) -> Iterator[Span]:
    """What stands between the verb and what follows it: "in a speech on 3 February"."""
    gap = said.cue[-1].gap(said.content[0])
    if gap is not None:
        yield gap


def _around(reading: Reading, said: Attribution) -> str:
    """The verb, with what stands just before it in its clause, and what stands between it and what follows."""
    if not said.cue:
        return ""
    text = reading.article.text
    before = said.cue[0].left(text, AHEAD)
    for mark in (*"\n.,;:!?", "“", "”", '"'):
        before = before.rpartition(mark)[2]
    between = " ".join(gap.cut(text) for gap in _between(said))
    return f"{before.partition(' ')[2]} {cut(said.cue, text)} {between}"


def _old(end: str, published: str) -> bool:
    return date.fromisoformat(end) < date.fromisoformat(published) - NEWS
