"""Bounds: what the word before a time makes of it: "since May", "by May", "within a year".

"By May" and "until May" end before May begins, "by 10 May" and "by the end of May" end with the day named; "until 2013" ends with 2013.
"""

from datetime import date

import msgspec

from hearsay.language.times import days
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.reckoning import Anchor, Direction
from hearsay.language.times.timex import Meaning, TimeKind

OPENERS = (
    "since", "by", "until", "before", "after", "within", "for", "from_word", "into", "between", "during", "in",
)  # fmt: skip
"""The classes of words that bound the time after them, the surest first."""

WHOLE = frozenset(
    {
        Unit.MONTH,
        Unit.SEASON,
        Unit.YEAR,
        Unit.DECADE,
        Unit.QUARTER,
        Unit.HALF,
        Unit.WEEK,
        Unit.WEEKEND,
        Unit.CENTURY,
    }
)
"""Stretches before which something is done that is done by them."""


class Bounded(msgspec.Struct, frozen=True):
    """The days between which something lies.

    Attributes:
        first, last: None where that end stays open.
    """

    first: date | None
    last: date | None


def bounded(opener: str, told: Meaning, anchor: Anchor) -> Bounded:
    """What a time and the word before it bound.

    Args:
        opener: the class of the word before it; "" where there is none.
        told: what the time tells.
        anchor: what it was counted from.
    """
    if told.kind is TimeKind.DURATION:
        return _lasting(opener, told, anchor)
    if told.days is None or told.kind is TimeKind.SET:
        return Bounded(None, None)
    return _of_days(opener, told, told.days)


def _lasting(opener: str, told: Meaning, anchor: Anchor) -> Bounded:
    """A duration: within a year from now; for a year to come; else what it is of by itself, if anything."""
    within = opener == "within" and anchor.side is not Direction.PAST  # it went within a month
    ahead = within or (opener == "for" and anchor.side is Direction.FUTURE)
    if ahead and told.days is None and told.many is not None and told.unit and anchor.on:
        try:
            last = days.moved(anchor.on.last, told.unit, told.many)
        except (ValueError, OverflowError):
            return Bounded(None, None)
        return Bounded(anchor.on.first, last)
    if told.days is None:
        return Bounded(None, None)
    return Bounded(told.days.first, told.days.last)


def _of_days(opener: str, told: Meaning, whole: Days) -> Bounded:
    first, last, edge = whole.first, whole.last, told.edge.removeprefix("=")
    edged = told.edge.startswith("=")
    if edge == "MID":
        first = last = _middle(whole)
    match opener:
        case "since" | "from_word":
            return Bounded(last if edge == "END" and edged else first, None)
        case "by":
            return Bounded(None, last if edge or whole.unit not in WHOLE else first - days.DAY)
        case "until" if whole.unit is Unit.MONTH and not edge:
            return Bounded(None, first - days.DAY)
        case "until" | "into":
            return Bounded(None, last)
        case "before":
            return Bounded(None, last if edge == "END" else first - days.DAY)
        case "after":
            return Bounded(last + days.DAY, None)
        case _:
            return Bounded(whole.first, whole.last)


def _middle(whole: Days) -> date:
    """The middle of a part in the middle; of a month the 15th."""
    return whole.first.replace(day=15) if whole.unit is Unit.MONTH else days.middle(whole)
