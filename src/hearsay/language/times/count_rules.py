"""The rules that count: "two weeks ago", "for ten years", "every Monday"; and those that name no day at all."""

from collections.abc import Mapping

from hearsay.language.times import days
from hearsay.language.times.calendar_rules import running_quarter
from hearsay.language.times.counts import (
    amount,
    duration_code,
    how_many,
    instant_of,
    offset,
    unit_of,
)
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Timex
from hearsay.language.times.reckoning import Base, Direction, Reckoning
from hearsay.language.times.timex import Meaning, Rule, TimeKind, dated
from hearsay.language.times.vocabulary import low, vocabulary

SURE = frozenset({"hence", "now", "from", "time", "away"})
"""Words after which a time so far off is to come, whatever the tense: "three days from now", "two weeks away"."""


def _ago(found: Timex, now: Reckoning) -> Meaning:
    unit, many = unit_of(found), how_many(found)
    if "day" in found.parts and many is not None:  # ten years ago today
        told = vocabulary().sense(found.parts["day"][0], "deictic")
        by = round(told.value) if told else 0
        return dated(days.day(days.moved(now.now.first + by * days.DAY, unit, -many)))
    return offset(_quarter_told(now) if unit is Unit.YEAR else now.now, unit, many, -1)


def _year_earlier(found: Timex, now: Reckoning) -> Meaning:
    """Takes: "the year-earlier quarter", the same one a year before."""
    of_quarter = "whose" in found.parts and unit_of(found, "whose") is Unit.QUARTER
    base = running_quarter(now) if of_quarter else _quarter_told(now)
    return offset(base, unit_of(found), 1, -1)


def _quarter_told(now: Reckoning) -> Days:
    """The quarter told of before, which a year ago is held against; else when it is said."""
    told = now.told
    return told if told.unit in (Unit.QUARTER, Unit.HALF) else now.now


def _shifted(found: Timex, now: Reckoning) -> Meaning:
    sign = 1 if vocabulary().sense(found.parts["side"][0], "later", "after") else -1
    return offset(now.told, unit_of(found), how_many(found), sign)


def _ahead(found: Timex, now: Reckoning) -> Meaning:
    """In ten years, of what is to come; else it is how long something took: "in ten years he built it"."""
    told = found.parts
    sure = any(low(form) in SURE for form in told.get("sure", ()))
    if not sure and now.side is not Direction.FUTURE:
        return _duration(found, now)
    return offset(now.now, unit_of(found), how_many(found), 1)


def _last_n(found: Timex, now: Reckoning) -> Meaning:
    many, unit = how_many(found), unit_of(found)
    code = duration_code(many, unit, instant_of(found))
    if many is None:
        return Meaning(TimeKind.DURATION, code, many=many, unit=unit)
    first = days.moved(now.now.first, unit, -many)
    told = Days(first, max(first, now.now.last), unit, code)
    return Meaning(TimeKind.DURATION, code, told, many=many, unit=unit)


def _next_n(found: Timex, now: Reckoning) -> Meaning:
    many, unit = how_many(found), unit_of(found)
    code = duration_code(many, unit, instant_of(found))
    if many is None:
        return Meaning(TimeKind.DURATION, code, many=many, unit=unit)
    first = now.now.first
    told = Days(first, max(first, days.moved(now.now.last, unit, many)), unit, code)
    return Meaning(TimeKind.DURATION, code, told, many=many, unit=unit)


def _duration(found: Timex, _now: Reckoning) -> Meaning:
    many, unit = how_many(found), unit_of(found)
    code = duration_code(many, unit, instant_of(found))
    if "small" in found.parts:
        small = unit_of(found, "small")
        code += duration_code(amount(found.parts["more"]), small).removeprefix("P")
    return Meaning(TimeKind.DURATION, code, base=Base.OPEN, many=many, unit=unit)


def _vague_duration(found: Timex, _now: Reckoning) -> Meaning:
    if "word" in found.parts:
        return Meaning(
            TimeKind.DURATION, vocabulary().code(found.parts["word"][0], "lasting"), base=Base.OPEN
        )
    unit = unit_of(found)
    many = 1 if found.rule == "lasting" else None
    return Meaning(
        TimeKind.DURATION, duration_code(many, unit), base=Base.OPEN, many=many, unit=unit
    )


def _seasons(_found: Timex, _now: Reckoning) -> Meaning:
    return Meaning(TimeKind.DURATION, "", base=Base.OPEN)


def _set(found: Timex, _now: Reckoning) -> Meaning:
    words = vocabulary()
    if "word" in found.parts:
        code = words.code(found.parts["word"][0], "often", "weekdays", "weekends")
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


REFERENCES = (
    *("reference", "future_noun", "past_noun", "recent", "current"),
    *("bygone", "coming", "these", "term_length"),
)  # fmt: skip
"""Classes of words for a time that nobody bounds."""


def _reference(found: Timex, _now: Reckoning) -> Meaning:
    forms = found.parts["word"]
    code = vocabulary().code(forms[0], *REFERENCES) or "FUTURE_REF"  # the years to come
    if "unit" in found.parts and "word" in found.parts:
        return Meaning(TimeKind.DURATION, duration_code(None, unit_of(found)), base=Base.OPEN)
    return Meaning(TimeKind.DATE, code, base=Base.OPEN)


COUNTS: Mapping[str, Rule] = {
    "ago": _ago,
    "year_earlier": _year_earlier,
    "shifted": _shifted,
    "ahead": _ahead,
    "last_n": _last_n,
    "next_n": _next_n,
    "duration": _duration,
    "units": _vague_duration,
    "lasting": _vague_duration,
    "seasons": _seasons,
    "set_of": _set,
    "set_days": _set,
    "often": _set,
    "per": _set,
    "reference": _reference,
    "far": _reference,
    "coming": _reference,
    "these_days": _reference,
    "of_now": _reference,
}
