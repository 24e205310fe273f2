"""Events: on which day that was from which a time is told: "two days after the vote", "a week before the wall gave way".

The day of an event is told by another time of the article that has its words ("They voted on 3 May"), by a time within the words for it
("after the vote on 3 May"), or by the time beside which this one stands ("on 12 May, nine days after the vote").
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.stems import stem
from hearsay.language.times.days import Days, Unit
from hearsay.reader.times.beside import CONTENT, counted, counted_in
from hearsay.reader.times.happening import happening
from hearsay.reader.times.time import Told
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

SHARED = 5  # letters by which a verb and its noun are one: "announced", "the announcement"


class EventDay(msgspec.Struct, frozen=True):
    """A day that the article tells of, with the words of what happened then."""

    days: Days
    at: Span
    stems: frozenset[str]


def dated(tree: Tree, every: Sequence[Told]) -> Iterator[tuple[Span, EventDay]]:
    """The times that are told from an event whose day the article has, each with that day."""
    if not any(one.event for one in every):
        return
    known = []
    for one in every:
        if one.event is None and one.means.days is not None and one.opener in ("", "in", "during"):
            words = happening(tree, one.row, one.whole, one.at)
            known.append(EventDay(one.means.days, one.whole, words_of(tree, words)))
    before: Told | None = None
    for one in every:
        if one.event is not None:
            same = _same(before, one)
            if same is not None:
                back = counted(
                    one.found, msgspec.structs.replace(one.event, sign=-one.event.sign), same
                )
                if back.days is not None:
                    known.append(EventDay(back.days, one.span, stems_of(tree, one.event.head)))
                    yield one.row.over(one.found.run), EventDay(back.days, one.span, frozenset())
            elif (day := day_of(tree, one, known)) is not None:
                yield one.row.over(one.found.run), day
        before = one


def _same(before: Told | None, one: Told) -> Days | None:
    """The day beside which a time stands: "on 12 May, nine days after the vote"."""
    if before is None or before.row is not one.row or before.means.days is None:
        return None
    between = one.row.forms[before.found.run.stop : one.found.run.first]
    return before.means.days if between == (",",) and before.means.days.unit is Unit.DAY else None


def stems_of(tree: Tree, at: int) -> frozenset[str]:
    """The stems of a word for an event; of a clause those of its subject too."""
    thing = tree.subject(at) if tree.words[at].upos == "VERB" else None
    every = (at,) if thing is None or tree.words[thing].upos == "PRON" else (at, thing)
    return frozenset(_short(tree.lows[n]) for n in every)


def words_of(tree: Tree, spans: Sequence[Span]) -> frozenset[str]:
    """The stems of what happened: its predicate or noun, and whom or what it befell."""
    top = tree.top(tree.inside(tuple(spans)))
    if top is None:
        return frozenset()
    every = (top, *tree.children(top, "nsubj", "obj"))
    return frozenset(_short(tree.lows[n]) for n in every if tree.words[n].upos in CONTENT)


def _short(low: str) -> str:
    return stem(low).removesuffix("e")[:SHARED]


def _belongs(tree: Tree, event: Span, day: Span) -> bool:
    """Whether a day is told with the words for an event, in them or right behind: "the vote | on 3 May", which a tree may hang elsewhere."""
    if event.holds(day):
        return True
    between = tree.over(day)[0] - tree.over(event)[-1]
    return between in (1, 2) and event.before(day)


def day_of(tree: Tree, one: Told, known: Sequence[EventDay]) -> EventDay | None:
    """The day of the event of a time, by those of the article whose words have it: within its own words, else the nearest.

    Of years and months a month will do; of days and weeks a day must be known.
    """
    if one.event is None:
        return None
    fine = counted_in(one.found) in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT)
    units = (Unit.DAY,) if fine else (Unit.DAY, Unit.MONTH)
    sure = [day for day in known if day.days.unit in units]
    event = tree.span(one.event.head)
    inside = [day for day in sure if event is not None and _belongs(tree, event, day.at)]
    if inside:
        return inside[0]
    wanted, at = stems_of(tree, one.event.head), one.span
    same = [day for day in sure if wanted <= day.stems and not day.at.meets(at)]
    return min(same, key=lambda day: (day.at.apart(at), day.at), default=None)
