"""Days: stretches of the calendar, and the arithmetic on them. Everything here is the Gregorian calendar alone.

A stretch has a first and a last day and the name that TimeML gives it ("2016-09", "2016-SU"); never is there a bare
instant. Weeks begin on Monday (ISO 8601); seasons are those of meteorologists, north of the equator: spring is March to May.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

DAY = timedelta(days=1)
SEASONS = ("SP", "SU", "FA", "WI")
THIRD = 10  # days: early May is the 1st to the 10th


class Unit(StrEnum):
    """How finely a stretch is told; the codes of TimeML, and our own for what it has no letter for."""

    INSTANT = "T"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "F"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


class Days(msgspec.Struct, frozen=True):
    """A stretch of the calendar.

    Attributes:
        first, last: its days; the first is never after the last.
        unit: how finely it is told.
        code: as TimeML writes it.
    """

    first: date
    last: date
    unit: Unit
    code: str


def day(at: date) -> Days:
    """A day."""
    return Days(at, at, Unit.DAY, at.isoformat())


def week(at: date) -> Days:
    """The week of a day, from Monday."""
    monday = at - at.weekday() * DAY
    year, number, _ = at.isocalendar()
    return Days(monday, monday + 6 * DAY, Unit.WEEK, f"{year:04}-W{number:02}")


def weekend(at: date) -> Days:
    """The Saturday and Sunday of the week of a day."""
    whole = week(at)
    return Days(whole.last - DAY, whole.last, Unit.WEEKEND, f"{whole.code}-WE")


def month(year: int, number: int) -> Days:
    """A month; numbers below 1 and above 12 count over into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = date(year, number, monthrange(year, number)[1])
    return Days(date(year, number, 1), last, Unit.MONTH, f"{year:04}-{number:02}")


def quarter(year: int, number: int) -> Days:
    """A quarter of a year, from 1; others count over."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    first, last = month(year, 3 * number - 2).first, month(year, 3 * number).last
    return Days(first, last, Unit.QUARTER, f"{year:04}-Q{number}")


def half(year: int, number: int) -> Days:
    """A half of a year, from 1; others count over."""
    year, number = year + (number - 1) // 2, (number - 1) % 2 + 1
    first, last = month(year, 6 * number - 5).first, month(year, 6 * number).last
    return Days(first, last, Unit.HALF, f"{year:04}-H{number}")


def season(year: int, number: int) -> Days:
    """A season that begins in a year: 0 is spring, 3 the winter that begins in December; others count over."""
    year, number = year + number // 4, number % 4
    first, last = month(year, 3 * number + 3).first, month(year, 3 * number + 5).last
    return Days(first, last, Unit.SEASON, f"{year:04}-{SEASONS[number]}")


def year(number: int) -> Days:
    """A year."""
    return Days(date(number, 1, 1), date(number, 12, 31), Unit.YEAR, f"{number:04}")


def decade(number: int) -> Days:
    """Ten years from the one given."""
    first = number - number % 10
    return Days(date(first, 1, 1), date(first + 9, 12, 31), Unit.DECADE, f"{first:04}"[:3])


def century(number: int) -> Days:
    """A century, from 1."""
    first = (number - 1) * 100
    return Days(
        date(max(1, first), 1, 1), date(first + 99, 12, 31), Unit.CENTURY, f"{first:04}"[:2]
    )


def around(at: date, unit: Unit, by: int = 0) -> Days:
    """The stretch of a unit in which a day lies, or the one so many further on."""
    if unit in LONG:
        return LONG[unit](at, by)
    many = _IN_DAYS[unit] * by * DAY
    if unit is Unit.WEEKEND:
        return weekend(at + many)
    return week(at + many) if unit in (Unit.WEEK, Unit.FORTNIGHT) else day(at + many)


LONG: Mapping[Unit, Callable[[date, int], Days]] = {
    Unit.MONTH: lambda at, by: month(at.year, at.month + by),
    Unit.QUARTER: lambda at, by: quarter(at.year, (at.month + 2) // 3 + by),
    Unit.HALF: lambda at, by: half(at.year, (at.month + 5) // 6 + by),
    Unit.SEASON: lambda at, by: season(at.year, (at.month - 3) // 3 + by),
    Unit.YEAR: lambda at, by: year(at.year + by),
    Unit.DECADE: lambda at, by: decade(at.year + 10 * by),
    Unit.CENTURY: lambda at, by: century(at.year // 100 + 1 + by),
}
_IN_DAYS = {Unit.INSTANT: 1, Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}


def moved(at: date, unit: Unit, by: float) -> date:
    """A day so many units further on; the last of its month where that has no such day."""
    match unit:
        case Unit.INSTANT:
            return at
        case Unit.DAY:
            return at + round(by) * DAY
        case Unit.WEEK | Unit.WEEKEND:
            return at + round(7 * by) * DAY
        case Unit.FORTNIGHT:
            return at + round(14 * by) * DAY
        case _:
            target = month(at.year, at.month + round(by * MONTHS[unit]))
            return target.first.replace(day=min(at.day, target.last.day))


MONTHS = {
    Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200,
}  # fmt: skip


def offset(whole: Days, unit: Unit, by: float) -> Days:
    """So many units before or after a stretch, as finely as is told: days and weeks to the day, else month or year."""
    fine = (
        Unit.DAY
        if unit in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.INSTANT, Unit.WEEKEND)
        else unit
    )
    if fine in (Unit.DECADE, Unit.CENTURY):
        fine = Unit.YEAR
    if fine is Unit.YEAR and by != int(by):
        fine = Unit.MONTH
    if fine is Unit.YEAR and whole.unit in (Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON):
        fine = whole.unit
    first, last = (moved(at, unit, by) for at in (whole.first, whole.last))
    if fine is Unit.DAY:
        return whole if unit is Unit.INSTANT else Days(first, last, whole.unit, _code(first, last))
    return around(first, fine)


def _code(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


PARTS = ("START", "MID", "END")


def part(whole: Days, which: int) -> Days:
    """The early, middle or late part of a stretch: of a month ten days, of anything longer a third, of seasons half."""
    first, last = whole.first, whole.last
    code = f"{whole.code}:{PARTS[which]}"
    match whole.unit:
        case Unit.MONTH:
            cuts = [first, first + (THIRD - 1) * DAY, first + (2 * THIRD - 1) * DAY, last]
        case Unit.SEASON:
            middle = moved(first, Unit.MONTH, 1) + 14 * DAY
            if which == 1:
                return Days(
                    moved(first, Unit.MONTH, 1), moved(first, Unit.MONTH, 2) - DAY, whole.unit, code
                )
            cuts = [first, middle, middle, last]
        case Unit.YEAR:
            cuts = [first, *(month(first.year, 4 * n).last for n in (1, 2)), last]
        case Unit.DECADE:
            cuts = [first, *(year(first.year + n).last for n in (3, 6)), last]
        case Unit.DAY:
            return whole
        case _:
            third = ((last - first).days + 1) / 3
            cuts = [
                first,
                first + (round(third) - 1) * DAY,
                first + (round(2 * third) - 1) * DAY,
                last,
            ]
    begin = cuts[which] + (DAY if which else timedelta())
    return Days(min(begin, last), max(cuts[which + 1], min(begin, last)), whole.unit, code)


def middle(whole: Days) -> date:
    """The day on which a stretch is half over."""
    return whole.first + (((whole.last - whole.first).days) // 2) * DAY


def hull(one: Days, other: Days) -> Days:
    """From the earlier of two to the later."""
    first, last = min(one.first, other.first), max(one.last, other.last)
    return Days(first, last, one.unit, f"{one.code}/{other.code}")


def easter(number: int) -> date:
    """Easter Sunday of a year, of the churches of the West.

    Source: J.-M. Oudin (1940), in the Explanatory Supplement to the Astronomical Almanac, §12.92.
    """
    c = number // 100
    n = number - 19 * (number // 19)
    k = (c - 17) // 25
    i = c - c // 4 - (c - k) // 3 + 19 * n + 15
    i -= 30 * (i // 30)
    i -= (i // 28) * (1 - (i // 28) * (29 // (i + 1)) * ((21 - n) // 11))
    j = number + number // 4 + i + 2 - c + c // 4
    j -= 7 * (j // 7)
    at = i - j
    in_month = 3 + (at + 40) // 44
    return date(number, in_month, at + 28 - 31 * (in_month // 4))


def nth(number: int, in_month: int, weekday: int, which: int) -> date:
    """The first, second … such day of the week in a month; -1 is the last."""
    whole = month(number, in_month)
    if which < 0:
        return whole.last - ((whole.last.weekday() - weekday) % 7) * DAY
    return whole.first + ((weekday - whole.first.weekday()) % 7 + 7 * (which - 1)) * DAY


Feast = Callable[[int], date]


def on(in_month: int, at: int) -> Feast:
    """A feast on the same day of each year."""
    return lambda number: date(number, in_month, at)


def beside_easter(by: int) -> Feast:
    """A feast so many days from Easter."""
    return lambda number: easter(number) + by * DAY


def on_nth(in_month: int, weekday: int, which: int) -> Feast:
    """A feast on the first, second … such day of the week in a month."""
    return lambda number: nth(number, in_month, weekday, which)
