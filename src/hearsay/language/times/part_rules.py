"""The rules whose times are parts of a stretch, or lie beside one: "the end of May", "the day after Christmas"."""

from collections.abc import Mapping
from datetime import date

from hearsay.language.times import days
from hearsay.language.times.calendar_rules import CALENDAR, which
from hearsay.language.times.counts import amount, offset, ordinal, span_code, unit_of
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Timex
from hearsay.language.times.reckoning import Direction, Reckoning, Unanchored
from hearsay.language.times.timex import Meaning, Rule, TimeKind, dated
from hearsay.language.times.vocabulary import low, vocabulary


def _of(found: Timex, now: Reckoning) -> Days:
    """The stretch of which something is told.

    Raises:
        Unanchored: it stays open.
    """
    told = CALENDAR[found.of.rule](found.of, now) if found.of else None
    if told is None:
        raise Unanchored
    return told


def _third(found: Timex) -> int:
    """Which part is named: the beginning, the middle or the end."""
    sense = vocabulary().sense(found.parts["part"][-1], "early", "mid", "late", "edge")
    return int(sense.value) if sense else 0


def _part(found: Timex, now: Reckoning) -> Meaning:
    """Early, mid or late in a stretch; its beginning, its middle, its end, the rest of it."""
    whole = _of(found, now)
    words = vocabulary()
    rest = words.sense(found.parts["part"][0], "rest") is not None
    if found.of and found.of.rule == "the_unit" and now.side is Direction.FUTURE and not rest:
        whole = _ahead(found, now, whole)
    if rest:
        first = max(whole.first, now.now.first)
        if first > whole.last:
            raise Unanchored
        return Meaning(TimeKind.DATE, whole.code, Days(first, whole.last, whole.unit, whole.code))
    number = _third(found)
    edged = words.sense(found.parts["part"][-1], "edge") is not None
    told = days.part(whole, number)
    return dated(told, ("", "=")[edged] + days.PARTS[number])


def _ahead(found: Timex, now: Reckoning, whole: Days) -> Days:
    """Takes: "by the middle of the month", said at its end, which is that of the next. Leaves: "by the end of the month"."""
    told = days.part(whole, _third(found))
    over = told.last < now.now.first and whole.unit in (
        Unit.WEEK,
        Unit.MONTH,
        Unit.QUARTER,
        Unit.YEAR,
    )
    return days.around(whole.first, whole.unit, 1) if over else whole


def _edge_unit(found: Timex, now: Reckoning) -> Meaning:
    whole = now.counted(lambda by: days.around(now.now.first, unit_of(found), by), "this")
    number = _third(found)
    return dated(days.part(whole, number), f"={days.PARTS[number]}")


def _nth_of(found: Timex, now: Reckoning) -> Meaning:
    """The first week of May, the last three months of 2015."""
    whole, unit = _of(found, now), unit_of(found)
    n = ordinal(found.parts["n"])
    told = amount(found.parts["count"]) if "count" in found.parts else _single(found)
    if told is None:
        return dated(days.part(whole, 0 if n > 0 else 2), "=START" if n > 0 else "=END")
    many = int(told)
    weekday = vocabulary().sense(found.parts["unit"][0], "weekday")
    if weekday is not None:
        at = days.nth(whole.first.year, whole.first.month, int(weekday.value), n)
        return dated(days.day(at))
    if unit is Unit.HALF and whole.unit in (Unit.MONTH, Unit.SEASON):
        cut = whole.first.replace(day=15) if whole.unit is Unit.MONTH else days.middle(whole)
        first, last = (whole.first, cut) if n == 1 else (cut + days.DAY, whole.last)
        return dated(Days(first, last, whole.unit, f"{first.isoformat()}/{last.isoformat()}"))
    if unit is Unit.HALF and whole.unit in (Unit.DECADE, Unit.CENTURY):
        cut = days.middle(whole)
        first, last = (whole.first, cut) if n == 1 else (cut + days.DAY, whole.last)
        return dated(Days(first, last, whole.unit, whole.code))
    if n < 0:
        if unit is Unit.WEEK:
            first = whole.last - (7 * many - 1) * days.DAY
        else:
            first = days.around(whole.last, unit, 1 - many).first
        return dated(_within(whole, first, whole.last, unit))
    if unit is Unit.WEEK:
        first = whole.first + 7 * many * (n - 1) * days.DAY
        return dated(_within(whole, first, first + (7 * many - 1) * days.DAY, unit))
    first = days.around(whole.first, unit, many * (n - 1)).first
    last = days.around(whole.first, unit, many * n - 1).last
    return dated(_within(whole, first, last, unit))


def _single(found: Timex) -> int | None:
    """One, of "the last day"; None of "the last days", which are few."""
    return None if vocabulary().sense(found.parts["unit"][0], "units") else 1


def _within(whole: Days, first: date, last: date, unit: Unit) -> Days:
    first, last = max(first, whole.first), min(last, whole.last)
    if first > last:
        raise ValueError(unit)
    return Days(first, last, unit, span_code(first, last, unit))


def _beside_deictic(found: Timex, now: Reckoning) -> Meaning:
    told = CALENDAR["deictic"](found, now)
    by = 1 if vocabulary().sense(found.parts["side"][0], "after") else -1
    if told is None:
        raise Unanchored
    return dated(days.day(told.first + by * days.DAY))


def _beside_weekday(found: Timex, now: Reckoning) -> Meaning:
    """The Tuesday after New Year's."""
    other = _of(found, now)
    sense = vocabulary().sense(found.parts["weekday"][0], "weekday", "short_weekday")
    number = int(sense.value) if sense else 0
    if vocabulary().sense(found.parts["side"][0], "after"):
        ahead = (number - other.last.weekday() - 1) % 7 + 1
        return dated(days.day(other.last + ahead * days.DAY))
    back = (other.first.weekday() - number - 1) % 7 + 1
    return dated(days.day(other.first - back * days.DAY))


def _beside(found: Timex, now: Reckoning) -> Meaning:
    """Two weeks before Easter, the day after Christmas."""
    other, unit = _of(found, now), unit_of(found)
    many = 1 if low(found.parts["count"][0]) == "the" else amount(found.parts["count"])
    sign = 1 if vocabulary().sense(found.parts["side"][0], "after") else -1
    told = offset(other, unit, many, sign)
    if unit is Unit.WEEK and low(found.parts["count"][0]) == "the" and told.days is not None:
        by = sign * days.DAY  # the week before Easter: seven days that end on its eve
        ends = sorted((other.first + by, other.first + 7 * by))
        whole = Days(ends[0], ends[1], Unit.WEEK, told.code)
        return Meaning(told.kind, told.code, whole, told.base)
    return told


def _daypart(found: Timex, now: Reckoning) -> Meaning:
    """This morning, last night, the following evening."""
    name = which(found.parts["which"][0])
    code = vocabulary().code(found.parts["daypart"][0], "daypart")
    base = now.that(Unit.DAY) if name in ("that", "following", "previous") else now.now
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(name, 0)
    told = days.day(base.first + by * days.DAY)
    return Meaning(TimeKind.TIME, f"{told.code}T{code}", told)


def _within_period(found: Timex, now: Reckoning) -> Meaning:
    """Earlier this week, later this year."""
    whole, on = _of(found, now), now.now
    past = vocabulary().sense(found.parts["side"][0], "sooner") is not None
    first, last = (
        (whole.first, min(whole.last, on.last))
        if past
        else (max(whole.first, on.first), whole.last)
    )
    if first > last:
        first, last = whole.first, whole.last
    return Meaning(
        TimeKind.DATE, whole.code.partition(":")[0], Days(first, last, whole.unit, whole.code)
    )


def _is_out(found: Timex, now: Reckoning) -> Meaning:
    """The month is out, the winter is over: its end."""
    form = found.parts["unit"][0]
    if vocabulary().sense(form, "seasonal"):
        raise Unanchored
    if season := vocabulary().sense(form, "season", "weak_season"):
        on, number = now.now, int(season.value)
        whole = now.counted(lambda by: now.season(on.first.year + by, number), "this")
    else:
        whole = days.around(now.now.first, unit_of(found))
    return dated(days.part(whole, 2), "=END")


def _day_only(found: Timex, now: Reckoning) -> Meaning:
    """The 18th: after a day that was told of, the next such day, if it is over; else of this month, or of the one next to it."""
    number = ordinal(found.parts["day"])
    on = now.now.first
    if now.tells(Unit.DAY) and now.side is not Direction.FUTURE:
        base = now.told.last
        for by in (0, 1):
            whole = days.month(base.year, base.month + by)
            at = whole.first + (number - 1) * days.DAY
            if base < at <= min(whole.last, on):
                return dated(days.day(at))

    def make(by: int) -> Days | None:
        whole = days.month(on.year, on.month + by)
        return days.day(whole.first.replace(day=number)) if number <= whole.last.day else None

    return dated(now.nearest(make))


PARTS: Mapping[str, Rule] = {
    "part": _part,
    "edge": _part,
    "edge_unit": _edge_unit,
    "nth_of": _nth_of,
    "beside_deictic": _beside_deictic,
    "beside_weekday": _beside_weekday,
    "beside": _beside,
    "daypart": _daypart,
    "within_period": _within_period,
    "day_only": _day_only,
    "is_out": _is_out,
}
