"""Meaning: what days a time tells, and what TimeML calls it, counted from an anchor.

One function for each rule of the grammar. Where there is nothing to count from, the time stays open.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from hearsay.language.times import days
from hearsay.language.times.calendar_rules import CALENDAR
from hearsay.language.times.counts import amount, duration_code, span_code, unit_of
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Found
from hearsay.language.times.reckoning import Anchor, Base, Reckoning, Side, Unanchored
from hearsay.language.times.vocabulary import low, vocabulary


class TimeKind(StrEnum):
    """What kind of time it is, as TimeML tells them apart."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Meaning(msgspec.Struct, frozen=True):
    """What a time tells.

    Attributes:
        kind: of TimeML.
        code: its value in TimeML; "" where it has none.
        days: the stretch of the calendar; None where it stays open.
        base: from what it was counted.
        edge: "START", "MID" or "END" where a part of a stretch is told.
        many: of a duration, how many.
        unit: of what.
    """

    kind: TimeKind
    code: str
    days: Days | None = None
    base: Base = Base.CALENDAR
    edge: str = ""
    many: float | None = None
    unit: Unit | None = None


Rule = Callable[[Found, Reckoning], Meaning]


def meaning(found: Found, anchor: Anchor) -> Meaning:
    """What words for a time tell.

    Args:
        found: by the grammar.
        anchor: what it can be counted from.
    """
    reckoning = Reckoning(anchor)
    try:
        told = _told(found, reckoning)
    except Unanchored:
        return Meaning(_KINDS.get(found.rule, TimeKind.DATE), "", base=Base.OPEN)
    except (ValueError, OverflowError):  # 31 June; the year 0
        return Meaning(_KINDS.get(found.rule, TimeKind.DATE), "")
    return msgspec.structs.replace(told, base=told.base if told.days is None else reckoning.base)


def _told(found: Found, now: Reckoning) -> Meaning:
    if found.rule in CALENDAR:
        return _calendar(found, now)
    return OTHERS[found.rule](found, now)


def _calendar(found: Found, now: Reckoning) -> Meaning:
    """A stretch of the calendar, a part of the day left to its code."""
    told = CALENDAR[found.rule](found, now)
    part = found.parts.get("daypart")
    if told is None:
        return Meaning(TimeKind.DATE, "", base=Base.OPEN)
    code, _, edge = told.code.partition(":")
    if part or edge == "NI":
        code = f"{code}T{_sense_code(part, 'daypart') if part else 'NI'}"
        return Meaning(TimeKind.TIME, code, told)
    return Meaning(TimeKind.DATE, code, told, edge=edge)


def _sense_code(forms: tuple[str, ...] | None, *names: str) -> str:
    sense = vocabulary().sense(forms[0], *names) if forms else None
    return sense.code if sense else ""


def _of(found: Found, now: Reckoning) -> Days:
    """The stretch of which something is told.

    Raises:
        Unanchored: it stays open.
    """
    told = _told(found.of, now).days if found.of else None
    if told is None:
        raise Unanchored
    return told


def _dated(told: Days) -> Meaning:
    code, _, edge = told.code.partition(":")
    return Meaning(TimeKind.DATE, code, told, edge=edge)


def _part(found: Found, now: Reckoning) -> Meaning:
    """Early, mid or late in a stretch; its beginning, its middle, its end, the rest of it."""
    whole = _of(found, now)
    words = vocabulary()
    if words.sense(found.parts["part"][0], "rest"):
        first = max(whole.first, now.now.first)
        if first > whole.last:
            raise Unanchored
        return Meaning(TimeKind.DATE, whole.code, Days(first, whole.last, whole.unit, whole.code))
    sense = words.sense(found.parts["part"][-1], "early", "mid", "late", "edge")
    which = int(sense.value) if sense else 0
    edged = words.sense(found.parts["part"][-1], "edge") is not None
    told = days.part(whole, which)
    return msgspec.structs.replace(_dated(told), edge=("", "=")[edged] + days.PARTS[which])


def _edge_unit(found: Found, now: Reckoning) -> Meaning:
    whole = now.counted(lambda by: days.around(now.now.first, unit_of(found), by), "this")
    sense = vocabulary().sense(found.parts["part"][0], "edge")
    which = int(sense.value) if sense else 0
    return msgspec.structs.replace(_dated(days.part(whole, which)), edge=f"={days.PARTS[which]}")


def _nth_of(found: Found, now: Reckoning) -> Meaning:
    """The first week of May, the last three months of 2015."""
    whole, unit = _of(found, now), unit_of(found)
    n = ordinal(found.parts["n"])
    many = int(amount(found.parts.get("count", ("one",))) or 1)
    weekday = vocabulary().sense(found.parts["unit"][0], "weekday")
    if weekday is not None:
        at = days.nth(whole.first.year, whole.first.month, int(weekday.value), n)
        return _dated(days.day(at))
    if n < 0:
        if unit is Unit.WEEK:
            first = whole.last - (7 * many - 1) * days.DAY
        else:
            first = days.around(whole.last, unit, 1 - many).first
        return _dated(_within(whole, first, whole.last, unit))
    if unit is Unit.WEEK:
        first = whole.first + 7 * many * (n - 1) * days.DAY
        return _dated(_within(whole, first, first + (7 * many - 1) * days.DAY, unit))
    first = days.around(whole.first, unit, many * (n - 1)).first
    last = days.around(whole.first, unit, many * n - 1).last
    return _dated(_within(whole, first, last, unit))


def _within(whole: Days, first: date, last: date, unit: Unit) -> Days:
    first, last = max(first, whole.first), min(last, whole.last)
    if first > last:
        raise ValueError(unit)
    return Days(first, last, unit, span_code(first, last, unit))


def ordinal(forms: tuple[str, ...]) -> int:
    """The number of "third", "3rd", "last"."""
    sense = vocabulary().sense(forms[0], "ordinal", "final")
    if sense:
        return int(sense.value)
    return int("".join(c for c in forms[0] if c.isdecimal()))


def _beside_deictic(found: Found, now: Reckoning) -> Meaning:
    told = CALENDAR["deictic"](found, now)
    by = 1 if vocabulary().sense(found.parts["side"][0], "after") else -1
    if told is None:
        raise Unanchored
    return _dated(days.day(told.first + by * days.DAY))


def _beside_weekday(found: Found, now: Reckoning) -> Meaning:
    """The Tuesday after New Year's."""
    other = _of(found, now)
    sense = vocabulary().sense(found.parts["weekday"][0], "weekday", "short_weekday")
    number = int(sense.value) if sense else 0
    if vocabulary().sense(found.parts["side"][0], "after"):
        ahead = (number - other.last.weekday() - 1) % 7 + 1
        return _dated(days.day(other.last + ahead * days.DAY))
    back = (other.first.weekday() - number - 1) % 7 + 1
    return _dated(days.day(other.first - back * days.DAY))


def _beside(found: Found, now: Reckoning) -> Meaning:
    """Two weeks before Easter, the day after Christmas."""
    other, unit = _of(found, now), unit_of(found)
    many = 1 if low(found.parts["count"][0]) == "the" else amount(found.parts["count"])
    sign = 1 if vocabulary().sense(found.parts["side"][0], "after") else -1
    return _offset(other, unit, many, sign)


def _offset(base: Days, unit: Unit, many: float | None, sign: int) -> Meaning:
    if many is None:
        return Meaning(TimeKind.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", unit=unit)
    told = days.offset(base, unit, sign * many)
    fine = unit in (Unit.WEEK, Unit.FORTNIGHT)
    code = days.around(told.first, Unit.WEEK).code if fine else told.code
    return Meaning(TimeKind.DATE, code, told)


def _daypart(found: Found, now: Reckoning) -> Meaning:
    """This morning, last night, the following evening."""
    name, code = which(found.parts["which"][0]), _sense_code(found.parts["daypart"], "daypart")
    base = now.told if name in ("that", "following", "previous") else now.now
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(name, 0)
    told = days.day(base.first + by * days.DAY)
    return Meaning(TimeKind.TIME, f"{told.code}T{code}", told)


def which(form: str) -> str:
    """Which of several a word names: last, next, this, that, following, previous; "this" for any other."""
    words = vocabulary()
    names = ("last", "next", "this", "that", "following", "previous")
    return next((name for name in names if words.sense(form, name)), "this")


def _within_period(found: Found, now: Reckoning) -> Meaning:
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


def _ago(found: Found, now: Reckoning) -> Meaning:
    return _offset(now.now, unit_of(found), amount(found.parts["count"]), -1)


def _year_earlier(found: Found, now: Reckoning) -> Meaning:
    return _offset(now.now, unit_of(found), 1, -1)


def _shifted(found: Found, now: Reckoning) -> Meaning:
    sign = 1 if vocabulary().sense(found.parts["side"][0], "later", "after") else -1
    many = amount(found.parts.get("count", ("one",)))
    return _offset(now.told, unit_of(found), many, sign)


def _ahead(found: Found, now: Reckoning) -> Meaning:
    """In ten years, of what is to come; else it is how long something took: "in ten years he built it"."""
    told = found.parts
    sure = any(low(form) in ("hence", "now", "from", "time") for form in told.get("sure", ()))
    if not sure and now.side is not Side.FUTURE:
        return _duration(found, now)
    return _offset(now.now, unit_of(found), amount(told["count"]), 1)


def _last_n(found: Found, now: Reckoning) -> Meaning:
    many, unit = amount(found.parts.get("count", ("one",))), unit_of(found)
    code = duration_code(many, unit)
    if many is None:
        return Meaning(TimeKind.DURATION, code, many=many, unit=unit)
    first = days.moved(now.now.first, unit, -many)
    told = Days(first, max(first, now.now.last), unit, code)
    return Meaning(TimeKind.DURATION, code, told, many=many, unit=unit)


def _next_n(found: Found, now: Reckoning) -> Meaning:
    many, unit = amount(found.parts["count"]), unit_of(found)
    code = duration_code(many, unit)
    if many is None:
        return Meaning(TimeKind.DURATION, code, many=many, unit=unit)
    first = now.now.first
    told = Days(first, max(first, days.moved(now.now.last, unit, many)), unit, code)
    return Meaning(TimeKind.DURATION, code, told, many=many, unit=unit)


def _duration(found: Found, _now: Reckoning) -> Meaning:
    many, unit = amount(found.parts["count"]), unit_of(found)
    code = duration_code(many, unit)
    if "small" in found.parts:
        small = unit_of(found, "small")
        code += duration_code(amount(found.parts["more"]), small).removeprefix("P")
    return Meaning(TimeKind.DURATION, code, base=Base.OPEN, many=many, unit=unit)


def _vague_duration(found: Found, _now: Reckoning) -> Meaning:
    if "word" in found.parts:
        return Meaning(
            TimeKind.DURATION, _sense_code(found.parts["word"], "lasting"), base=Base.OPEN
        )
    unit = unit_of(found)
    many = 1 if found.rule == "lasting" else None
    return Meaning(
        TimeKind.DURATION, duration_code(many, unit), base=Base.OPEN, many=many, unit=unit
    )


def _seasons(_found: Found, _now: Reckoning) -> Meaning:
    return Meaning(TimeKind.DURATION, "", base=Base.OPEN)


def _is_out(found: Found, now: Reckoning) -> Meaning:
    """The month is out, the winter is over: its end."""
    form = found.parts["unit"][0]
    if vocabulary().sense(form, "seasonal"):
        raise Unanchored
    if season := vocabulary().sense(form, "season", "weak_season"):
        on, number = now.now, int(season.value)
        whole = now.counted(lambda by: days.season(on.first.year + by, number), "this")
    else:
        whole = days.around(now.now.first, unit_of(found))
    return msgspec.structs.replace(_dated(days.part(whole, 2)), edge="=END")


def _set(found: Found, _now: Reckoning) -> Meaning:
    words = vocabulary()
    if "word" in found.parts:
        code = _sense_code(found.parts["word"], "often", "weekdays", "weekends")
        return Meaning(TimeKind.SET, code, base=Base.OPEN)
    form = found.parts["unit"][0]
    if sense := words.sense(form, "weekday", "short_weekday"):
        return Meaning(TimeKind.SET, f"XXXX-WXX-{int(sense.value) + 1}", base=Base.OPEN)
    if sense := words.sense(form, "month", "weak_month"):
        return Meaning(TimeKind.SET, f"XXXX-{int(sense.value):02}", base=Base.OPEN)
    if sense := words.sense(form, "season", "weak_season"):
        return Meaning(TimeKind.SET, f"XXXX-{sense.code}", base=Base.OPEN)
    if sense := words.sense(form, "daypart"):
        return Meaning(TimeKind.SET, f"XXXX-XX-XXT{sense.code}", base=Base.OPEN)
    many = amount(found.parts.get("count", ("one",))) or 1
    many = 2 if "other" in found.parts else many
    return Meaning(TimeKind.SET, duration_code(many, unit_of(found)), base=Base.OPEN)


def _clock(found: Found, now: Reckoning) -> Meaning:
    """A time of the day, on the day on which it is said."""
    on = now.now
    forms = found.parts.get("time") or found.parts["word"]
    part = vocabulary().sense(forms[0], "daypart")
    code = f"T{part.code}" if part else "T"
    return Meaning(TimeKind.TIME, f"{on.first.isoformat()}{code}", on)


def _reference(found: Found, _now: Reckoning) -> Meaning:
    code = _sense_code(
        found.parts["word"], "reference", "future_noun", "past_noun", "recent", "current"
    )
    return Meaning(TimeKind.DATE, code, base=Base.OPEN)


def _day_only(found: Found, now: Reckoning) -> Meaning:
    """The 18th: of this month, or of the one next to it."""
    number = ordinal(found.parts["day"])
    on = now.now.first

    def make(by: int) -> Days | None:
        whole = days.month(on.year, on.month + by)
        return days.day(whole.first.replace(day=number)) if number <= whole.last.day else None

    return _dated(now.nearest(make))


OTHERS: Mapping[str, Rule] = {
    "part": _part,
    "edge": _part,
    "edge_unit": _edge_unit,
    "nth_of": _nth_of,
    "beside_deictic": _beside_deictic,
    "beside_weekday": _beside_weekday,
    "beside": _beside,
    "daypart": _daypart,
    "within_period": _within_period,
    "ago": _ago,
    "year_earlier": _year_earlier,
    "shifted": _shifted,
    "ahead": _ahead,
    "last_n": _last_n,
    "next_n": _next_n,
    "duration": _duration,
    "units": _vague_duration,
    "lasting": _vague_duration,
    "day_only": _day_only,
    "is_out": _is_out,
    "seasons": _seasons,
    "set_of": _set,
    "set_days": _set,
    "often": _set,
    "per": _set,
    "clock": _clock,
    "time_of_day": _clock,
    "reference": _reference,
    "far": _reference,
    "of_now": _reference,
}

_KINDS = {
    "duration": TimeKind.DURATION,
    "last_n": TimeKind.DURATION,
    "next_n": TimeKind.DURATION,
    "clock": TimeKind.TIME,
    "time_of_day": TimeKind.TIME,
    "daypart": TimeKind.TIME,
}
