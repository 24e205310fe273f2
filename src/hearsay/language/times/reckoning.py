"""Reckoning: from which day a time is counted, in which direction, and which of several stretches is meant.

"May" may be the one before or the one after; the tense decides, or the nearest. What was counted from is kept, so that a
ground can say it.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec

from hearsay.language.times.days import DAY, Days, Unit, around, day, season, week


class Direction(StrEnum):
    """In which direction a time lies, as the tense of its clause has it."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


class Base(StrEnum):
    """From what a time was counted."""

    CALENDAR = "calendar"
    ANCHOR = "anchor"
    TOLD = "told"
    OPEN = "open"


class Anchor(msgspec.Struct, frozen=True):
    """What a time can be counted from.

    Attributes:
        on: when it is said: the day of publication, or of the speech; None where it is not known.
        told: the time told of before it; None where there is none.
        side: in which direction it lies.
        south: it is said of the south, where the seasons are the other way round.
    """

    on: Days | None
    told: Days | None = None
    side: Direction = Direction.EITHER
    south: bool = False


class Unanchored(LookupError):
    """There is nothing to count from."""


class Reckoning:
    """An anchor, and what of it has been used so far."""

    def __init__(self, anchor: Anchor) -> None:
        self._anchor = anchor
        self.base = Base.CALENDAR

    @property
    def side(self) -> Direction:
        """In which direction the time lies."""
        return self._anchor.side

    def season(self, year: int, number: int) -> Days:
        """A season that begins in a year, on the side of the world that is spoken of."""
        return season(year, (number + 2) % 4 if self._anchor.south else number)

    @property
    def now(self) -> Days:
        """When it is said.

        Raises:
            Unanchored: nobody knows.
        """
        if self._anchor.on is None:
            raise Unanchored
        self.base = Base.ANCHOR
        return self._anchor.on

    @property
    def told(self) -> Days:
        """The time told of before; when it is said, where there is none.

        Raises:
            Unanchored: there is neither.
        """
        if self._anchor.told is None:
            return self.now
        self.base = Base.TOLD
        return self._anchor.told

    def tells(self, unit: Unit) -> bool:
        """Whether a time as fine as some unit was told of before, whatever day it is said on."""
        told, on = self._anchor.told, self._anchor.on
        return told is not None and told.unit is unit and told != on

    def that(self, unit: Unit) -> Days:
        """The time told of before, for "that day": as fine as what is asked for.

        Raises:
            Unanchored: none was told of, or only a longer one: of 2008 nobody knows "that day".
        """
        told = self._anchor.told
        if told is None or LENGTH[told.unit] > LENGTH[unit]:
            raise Unanchored
        self.base = Base.TOLD
        return told

    def nearest(self, make: Callable[[int], Days | None]) -> Days:
        """Of a stretch that comes back (each May, each Monday) the one that is meant.

        Args:
            make: the one so many rounds after that of the anchor; that in which the anchor lies may be meant.

        Raises:
            Unanchored: there is none.
        """
        now = self.now
        rounds = [one for by in range(-2, 3) if (one := make(by)) is not None]
        past = [one for one in rounds if one.first <= now.last]
        ahead = [one for one in rounds if one.last >= now.first]
        match self.side:
            case Direction.PAST if past and not (
                past[-1].unit is Unit.DAY and _meant(past[-1], ahead[:1], now)
            ):
                return past[-1]
            case Direction.FUTURE if ahead and not _meant(ahead[0], past[-1:], now):
                return ahead[0]
            case _:
                return min(past[-1:] + ahead[:1], key=lambda one: _off(one, now))

    def counted(self, make: Callable[[int], Days | None], which: str) -> Days:
        """The one that "last", "next", "this" … names, of a stretch that comes back.

        Raises:
            Unanchored: there is none.
        """
        base = self.told if which in ("that", "following", "previous") else self.now
        rounds = [one for by in range(-2, 4) if (one := make(by)) is not None]
        match which:
            case "last" | "previous":
                found = [one for one in rounds if one.last < base.first][-1:]
            case "next" | "following":
                found = [one for one in rounds if one.first > base.last][:1]
            case "this":
                held = [one for one in rounds if one.first <= base.first <= one.last]
                over = self.side is Direction.PAST
                own = (
                    next((one for one in rounds[::-1] if one.last < base.first), None)
                    if over
                    else make(0)
                )
                return held[0] if held else own if own is not None else self.nearest(make)
            case _:
                found = sorted(rounds, key=lambda one: _off(one, base))[:1]
        if not found:
            raise Unanchored
        return found[0]


LENGTH = {unit: n for n, unit in enumerate(Unit)}
"""Units by their length."""

NEAR, FAR = 62, 240  # days


def _meant(one: Days, others: Sequence[Days], now: Days) -> bool:
    """Whether another is meant, whatever the tense: nobody leaves the year out of a day that is most of a year off.

    Of a month that is over people do: "she lost her seat in May", said in March.
    """
    far = _off(one, now) >= FAR
    return any(far and _off(other, now) <= NEAR for other in others)


def _off(one: Days, other: Days) -> int:
    """Days between two; 0 where they meet."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def weekday_of(base: Days, number: int, by: int) -> Days:
    """The day of the week in the week of a day, or so many weeks on."""
    return day(week(base.first).first + (number + 7 * by) * DAY)


def this_one(base: Days, unit: Unit, by: int = 0) -> Days:
    """The stretch of a unit in which another begins, or one so many further on."""
    return around(base.first, unit, by)
