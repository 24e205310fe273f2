"""Ranges: two times that are the ends of one stretch, joined: "between March and May", "from the Monday to the Friday"."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hearsay.language.times.bounds import Bounded
from hearsay.language.times.counts import how_many, unit_of
from hearsay.language.times.days import DAY, Days, Unit, hull, moved
from hearsay.language.times.meaning import meaning
from hearsay.language.times.reckoning import Anchor, Base, Direction
from hearsay.language.times.timex import Meaning, TimeKind
from hearsay.language.times.vocabulary import low, vocabulary
from hearsay.reader.times.opening import opener_of
from hearsay.reader.times.time import Told
from hearsay.reader.times.told import YEARLY

RANGE = (("between", "and"), ("from_word", "hyphen"), ("", "hyphen"), ("from_word", "to"))
"""What opens a stretch of two times, and what joins them: "between March and May"."""


def ranges(every: Sequence[Told]) -> list[Told]:
    """The times, those that are the two ends of one stretch joined."""
    out: list[Told] = []
    joined = False
    for one, other in pairwise((*every, None)):
        if joined or one is None:
            joined = False
            continue
        both = _range(one, other) if other is not None else None
        joined = both is not None
        out.append(both or one)
    return out


def _range(one: Told, other: Told) -> Told | None:
    """Two times as one stretch: from the first day of the one to the last of the other."""
    words, row, first, last = vocabulary(), one.row, one.found.run, other.found.run
    if row is other.row and (told := _ended(one, other)) is not None:
        return told
    if row is not other.row or last.first - first.stop != 1:
        return None
    if row.forms[first.stop] == "(" and one.means.days == other.means.days:
        return _told_twice(one, other)
    between = row.forms[first.stop]
    end = other.means.days
    whole = _in_year(one, other).days
    if whole is not None and end is not None and end.first < whole.last:
        whole = _before(one, end)  # "between February and April", of which the end is over
    if whole is None or end is None or end.first < whole.last:
        return None
    if Unit.DAY in (whole.unit, end.unit) and whole.unit is not end.unit:
        return None
    opener, _ = opener_of(row.forms, one.found)
    side_by_side = (
        words.sense(between, "and") is not None
        and whole.unit is end.unit
        and whole.unit in (Unit.MONTH, Unit.YEAR)
        and end.first - whole.last == DAY
    )
    if not side_by_side and not any(
        opener in (opens, "in") and words.sense(between, joins) for opens, joins in RANGE
    ):
        return None
    days = hull(whole, end)
    means = Meaning(TimeKind.DATE, days.code, days, _less_sure(one.means.base, other.means.base))
    start = one.whole.hull(one.span)
    before = row.spans[first.first - 1] if opener in ("between", "from_word") else start
    return msgspec.structs.replace(
        one,
        span=one.span.hull(other.span),
        whole=before.hull(other.span),
        means=means,
        bounds=Bounded(days.first, days.last),
    )


ENDED = frozenset({("to",), ("ended",), ("ending",), ("ended", "on"), ("ending", "on")})
"""What stands between a stretch and the day on which it ends."""

LONG = (Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.QUARTER, Unit.YEAR)


def _ended(one: Told, other: Told) -> Told | None:
    """Takes: "the six months ended June 30", "the three months to December", "the year to March". Leaves: "three weeks to Friday", "a week to May"."""
    found, row = one.found, one.row
    between = row.forms[found.run.stop : other.found.run.first]
    opens = next(
        (n for n in (found.run.first, found.run.first - 1) if low(row.forms[n]) == "the"), -1
    )
    counted = found.rule in ("duration", "the_unit") and "unit" in found.parts
    days = other.means.days
    if between not in ENDED or opens < 0 or not counted or days is None:
        return None
    unit, many = unit_of(found), how_many(found)
    if many is None or unit not in LONG:
        return None
    begins = moved(days.last + DAY, unit, -many)
    means = msgspec.structs.replace(
        other.means, days=Days(begins, days.last, unit, other.means.code)
    )
    whole = row.spans[opens].hull(other.span)
    return msgspec.structs.replace(
        one,
        span=whole,
        whole=whole,
        opener="",
        means=means,
        bounds=Bounded(begins, days.last),
    )


def _told_twice(one: Told, other: Told) -> Told:
    """A day whose date follows in brackets: "Monday | (1 December 2014)"."""
    close = one.row.forms[other.found.run.stop : other.found.run.stop + 1] == (")",)
    last = one.row.spans[other.found.run.stop] if close else other.span
    whole = one.whole.hull(last)
    return msgspec.structs.replace(one, span=one.span.hull(last), whole=whole, means=other.means)


def _in_year(one: Told, other: Told) -> Meaning:
    """What the first of two times tells; in "between March and May 2015" both are of that year."""
    days = other.means.days
    if days is None or one.found.rule not in YEARLY or "year" in one.found.parts:
        return one.means
    if "year" not in other.found.parts:
        return one.means
    return meaning(one.found, Anchor(days, side=Direction.PAST))


def _before(one: Told, end: Days) -> Days | None:
    """What the first of two times tells as counted from the second; None where it has a year of its own."""
    if one.found.rule not in (*YEARLY, "weekday") or "year" in one.found.parts:
        return None
    return meaning(one.found, Anchor(end, side=Direction.PAST)).days


def _less_sure(one: Base, other: Base) -> Base:
    return other if one is Base.CALENDAR else one
