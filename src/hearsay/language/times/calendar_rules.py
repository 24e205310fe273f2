"""The rules whose times are stretches of the calendar: days, weeks, months, seasons, years and longer ones."""

from collections.abc import Callable, Mapping
from datetime import date

from hearsay.language.times import days
from hearsay.language.times.counts import amount, duration_code, unit_of
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.feasts import feast
from hearsay.language.times.grammar import Timex
from hearsay.language.times.reckoning import Direction, Reckoning, this_one, weekday_of
from hearsay.language.times.vocabulary import low, vocabulary

WHICH = ("last", "next", "this", "that", "following", "previous")
MONTHS = ("month", "weak_month", "short_month")
SEASONS = ("season", "weak_season")
PIVOT = 30  # '29 is of this century, '30 of the last
MONTHS_A_YEAR = 12
MOVING = (Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.YEAR, Unit.DECADE)
"""Units that are counted from any day."""

Stretch = Callable[[Timex, Reckoning], Days | None]


def which(form: str) -> str:
    """Which of several a word names: last, next, this, that, following, previous; "this" for any other."""
    words = vocabulary()
    names = ("last", "next", "this", "that", "following", "previous")
    return next((name for name in names if words.sense(form, name)), "this")


def _number(found: Timex, part: str, *names: str) -> int:
    sense = vocabulary().sense(found.parts[part][0], *names)
    return int(sense.value) if sense else _figures(found, part)


def _figures(found: Timex, part: str) -> int:
    spoken = vocabulary().sense(found.parts[part][0], "spoken_hundred")
    if spoken is not None and len(found.parts[part]) > 1:
        tens = amount(found.parts[part][1:]) or 0
        if not 10 <= tens <= 99:  # noqa: PLR2004 - "nineteen seven" is no year
            raise ValueError(tens)
        return int(spoken.value + tens)
    if len(found.parts[part]) > 1 and vocabulary().sense(found.parts[part][1], "thousand"):
        return int(amount(found.parts[part]) or 0)
    told = "".join(c for c in found.parts[part][0] if c.isdecimal())
    number = int(told)
    if part in ("year", "figures") and len(told) == 2:  # noqa: PLR2004 - two figures
        return number + (2000 if number < PIVOT else 1900)
    return number


def _which(found: Timex, part: str = "which") -> str | None:
    forms = found.parts.get(part)
    words = vocabulary()
    return next((name for name in WHICH if forms and words.sense(forms[0], name)), None)


def _again(found: Timex, now: Reckoning, make: Callable[[int], Days | None]) -> Days:
    """One of a row that comes back each year: the one that is named, or the one that is nearest."""
    name = _which(found)
    if name:
        base = now.told if name in ("that", "following", "previous") else now.now
        year = base.first.year
        return now.counted(lambda by: make(year + by), name)
    year = now.now.first.year
    return now.nearest(lambda by: make(year + by))


def _day_of_month(found: Timex, now: Reckoning) -> Days:
    month, number = _number(found, "month", *MONTHS), _number(found, "day", "ordinal")
    if "year" in found.parts:
        return days.day(date(_figures(found, "year"), month, number))
    date(2000, month, number)  # 31 June is no day
    return _again(found, now, lambda year: _possible(year, month, number))


def _day_of_year(found: Timex, now: Reckoning) -> Days:
    """Takes: "14 March last year"."""
    month, number = _number(found, "month", *MONTHS), _figures(found, "day")
    return days.day(date(_year_named(found, now), month, number))


def _possible(year: int, month: int, number: int) -> Days | None:
    last = days.month(year, month).last
    return days.day(last.replace(day=number)) if number <= last.day else None


def _days_of_month(found: Timex, now: Reckoning) -> Days:
    first = _day_of_month(found, now)
    other = _figures(found, "other")
    last = first.first.replace(day=other)
    if last < first.first:
        raise ValueError(other)
    return Days(first.first, last, Unit.DAY, f"{first.code}/{last.isoformat()}")


def _iso(found: Timex, _now: Reckoning) -> Days:
    return days.day(date.fromisoformat(found.parts["figures"][0]))


def _slashed(found: Timex, _now: Reckoning) -> Days | None:
    """The order of month and day differs from country to country: where both could be a month it stays open."""
    one, other, year = (int(part) for part in found.parts["figures"][0].split("/"))
    year += 0 if year > 99 else 2000 if year < PIVOT else 1900  # noqa: PLR2004 - two figures
    if one > MONTHS_A_YEAR:
        return days.day(date(year, other, one))
    if other > MONTHS_A_YEAR or one == other:
        return days.day(date(year, one, other))
    return None


def _month_year(found: Timex, _now: Reckoning) -> Days:
    return days.month(_figures(found, "year"), _number(found, "month", *MONTHS))


def _month_of_year(found: Timex, now: Reckoning) -> Days:
    return days.month(_year_named(found, now), _number(found, "month", *MONTHS))


def _year_named(found: Timex, now: Reckoning, part: str = "which") -> int:
    name = _which(found, part) or "this"
    return _named(now, name, Unit.YEAR).first.year


def _named(now: Reckoning, name: str, unit: Unit) -> Days:
    """Last week, next year, that day, the following month.

    Of what is over, "the next day" is the one that follows, and "this weekend" the one before, where it has not begun.
    """
    if name == "next" and unit is Unit.DAY and now.side is Direction.PAST:
        name = "following"
    base = (
        now.that(unit)
        if name in ("that", "following")
        else now.told
        if name == "previous"
        else now.now
    )
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(name, 0)
    if name == "following" and unit is Unit.DAY:
        return days.day(base.last + days.DAY)
    found = this_one(base, unit, by)
    to_come = name == "this" and now.side is Direction.PAST and found.first > base.last
    return this_one(base, unit, -1) if to_come else found


def _month(found: Timex, now: Reckoning) -> Days:
    number = _number(found, "month", *MONTHS)
    return _again(found, now, lambda year: days.month(year, number))


def _mid_month(found: Timex, now: Reckoning) -> Days:
    whole = _month_year(found, now) if "year" in found.parts else _month(found, now)
    return days.part(whole, 1)


def _season(found: Timex, now: Reckoning) -> Days:
    number = _number(found, "season", *SEASONS)
    if "year" in found.parts:
        return now.season(_figures(found, "year"), number)
    if "of_year" in found.parts:
        return now.season(_year_named(found, now, "of_year"), number)
    return _again(found, now, lambda year: now.season(year, number))


def _year(found: Timex, _now: Reckoning) -> Days:
    return days.year(_figures(found, "year"))


def _years(found: Timex, _now: Reckoning) -> Days:
    """2016-17: both."""
    first, last = _figures(found, "year"), _figures(found, "other")
    last += first - first % 100 if last < 100 else 0  # noqa: PLR2004 - two figures
    if last < first:
        raise ValueError(last)
    return days.hull(days.year(first), days.year(last))


def _mid_year(found: Timex, now: Reckoning) -> Days:
    return days.part(_year(found, now), 1)


def _decade(found: Timex, _now: Reckoning) -> Days:
    """Takes: "the 1960s", "the sixties"; "the 1800s", which is a century."""
    form = low(found.parts["figures"][0])
    sense = vocabulary().sense(form, "decade_word")
    first = int(sense.value) if sense else _figures(found, "figures")
    whole = first % 100 == 0 and first < OF_YEARS
    return days.century(first // 100 + 1) if whole else days.decade(first)


OF_YEARS = 2000  # "the 2000s" are ten years, "the 1900s" a hundred


def _mid_decade(found: Timex, now: Reckoning) -> Days:
    return days.part(_decade(found, now), 1)


def _century(found: Timex, _now: Reckoning) -> Days:
    return days.century(_number(found, "n", "ordinal"))


def _quarter(found: Timex, now: Reckoning) -> Days:
    number, unit = _number(found, "n", "ordinal", "final"), unit_of(found)
    make = days.half if unit is Unit.HALF else days.quarter
    if number < 0:
        return (
            this_one(now.now, unit, -1)
            if "year" not in found.parts
            else make(_figures(found, "year") + 1, 0)
        )
    if "year" in found.parts:
        return make(_figures(found, "year"), number)
    return _again(found, now, lambda year: make(year, number))


def _quarter_code(found: Timex, now: Reckoning) -> Days:
    number = _figures(found, "figures")
    if "year" in found.parts:
        return days.quarter(_figures(found, "year"), number)
    return _again(found, now, lambda year: days.quarter(year, number))


def _beyond(found: Timex, now: Reckoning) -> Days:
    """The week before last, the year after next."""
    by = -2 if vocabulary().sense(found.parts["side"][0], "before") else 2
    unit = found.parts["unit"][0]
    if season := vocabulary().sense(unit, *SEASONS):
        near = now.counted(
            lambda n: now.season(now.now.first.year + n, int(season.value)),
            "last" if by < 0 else "next",
        )
        return now.season(near.first.year + by // 2, int(season.value))
    if weekday := vocabulary().sense(unit, "weekday"):
        near = now.counted(
            lambda n: weekday_of(now.now, int(weekday.value), n), "last" if by < 0 else "next"
        )
        return days.day(near.first + 7 * (by // 2) * days.DAY)
    return this_one(now.now, unit_of(found), by)


def _relative(found: Timex, now: Reckoning) -> Days:
    return _named(now, _which(found) or "this", unit_of(found))


def _window(found: Timex, now: Reckoning) -> Days:
    """Takes: "in the past fortnight", "over the next year": so long until now, or from now. Leaves: "the past quarter", which is a stretch of its own."""
    unit, base = unit_of(found), now.now
    by = 1 if "ahead" in found.parts else -1
    if unit not in MOVING:
        return this_one(base, unit, by)
    other = days.moved(base.last if by > 0 else base.first, unit, by)
    first, last = (base.first, other) if by > 0 else (other, base.last)
    return Days(first, last, unit, duration_code(1, unit))


def _new_year(_found: Timex, now: Reckoning) -> Days:
    """Takes: "in the new year": January."""
    year = now.now.first.year
    return now.nearest(lambda by: days.month(year + by, 1))


def _the_unit(found: Timex, now: Reckoning) -> Days:
    unit = unit_of(found)
    return running_quarter(now) if unit is Unit.QUARTER else this_one(now.now, unit)


def running_quarter(now: Reckoning) -> Days:
    """The quarter that is spoken of: the one told of before; else the one whose figures come out; else the one that runs."""
    told, unit = now.told, Unit.QUARTER
    if told.unit is unit:
        return told
    running = this_one(now.now, unit)
    young = (now.now.last - running.first).days < REPORTED
    return this_one(now.now, unit, -1) if young and now.side is Direction.PAST else running


REPORTED = 60
"""Days after the end of a quarter in which "the quarter" of which is told in the past is that quarter: its figures come out then."""


def _weekend(_found: Timex, now: Reckoning) -> Days:
    base = now.now
    return now.nearest(lambda by: days.around(base.first, Unit.WEEKEND, by))


def _weekday(found: Timex, now: Reckoning) -> Days:
    number = _number(found, "weekday", "weekday", "short_weekday")
    name, in_week = _which(found), _which(found, "week")
    if in_week:
        return weekday_of(_named(now, in_week, Unit.WEEK), number, 0)
    if "later" in found.parts:
        ahead = weekday_of(now.now, number, 0)
        by = 1 if ahead.first > now.now.last else 2
        return weekday_of(now.now, number, by)
    if "the" in found.parts and name is None and now.tells(Unit.DAY):
        near = (weekday_of(now.told, number, by) for by in (-1, 0, 1))
        return min(near, key=lambda one: abs(one.first - now.told.first))
    base = now.told if name in ("that", "following", "previous") else now.now

    def make(by: int) -> Days:
        return weekday_of(base, number, by)

    return now.counted(make, name) if name else now.nearest(make)


def _feast(found: Timex, now: Reckoning) -> Days | None:
    """A feast whose day follows the moon stays open."""
    name = low(" ".join(found.parts["feast"])).replace(" '", "'").replace(" - ", "-")
    sense = vocabulary().sense(name, "holiday")
    if sense is None or feast(sense.code, 2000) is None:
        return None
    if "year" in found.parts:
        at = feast(sense.code, _figures(found, "year"))
        return days.day(at) if at else None

    def make(year: int) -> Days | None:
        at = feast(sense.code, year)
        return days.day(at) if at else None

    return _again(found, now, make)


def _deictic(found: Timex, now: Reckoning) -> Days:
    sense = vocabulary().sense(found.parts["word"][0], "deictic")
    by, code = (int(sense.value), sense.code) if sense else (0, "")
    told = days.day((now.now.last if by > 0 else now.now.first) + by * days.DAY)
    return Days(told.first, told.last, told.unit, f"{told.code}:NI") if code == "night" else told


CALENDAR: Mapping[str, Stretch] = {
    "month_day": _day_of_month,
    "day_month": _day_of_month,
    "days_of_month": _days_of_month,
    "iso": _iso,
    "slashed": _slashed,
    "month_year": _month_year,
    "day_of_year": _day_of_year,
    "month_of_year": _month_of_year,
    "month": _month,
    "may": _month,
    "mid_month": _mid_month,
    "season": _season,
    "year": _year,
    "years": _years,
    "mid_year": _mid_year,
    "decade": _decade,
    "mid_decade": _mid_decade,
    "century": _century,
    "quarter": _quarter,
    "quarter_code": _quarter_code,
    "beyond": _beyond,
    "relative": _relative,
    "window": _window,
    "new_year": _new_year,
    "the_unit": _the_unit,
    "weekend": _weekend,
    "weekday": _weekday,
    "feast": _feast,
    "deictic": _deictic,
}
"""Rule of the grammar -> the stretch that it tells; None where nobody can say."""
