"""The rules for hours and parts of the day: "at 7.30pm", "noon on Friday", "overnight", "on Tuesday nights"."""

from collections.abc import Mapping

from hearsay.language.times import days
from hearsay.language.times.calendar_rules import CALENDAR
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Timex
from hearsay.language.times.reckoning import Base, Direction, Reckoning, Unanchored
from hearsay.language.times.timex import Meaning, Rule, TimeKind
from hearsay.language.times.vocabulary import vocabulary

NOON = 12  # the hour


def hour(forms: tuple[str, ...]) -> str:
    """The hour that some words tell, as TimeML writes it: "19:30", of a part of the day its letters; "" where they tell none."""
    words = vocabulary()
    part = words.sense(forms[0], "daypart", "mid_daypart", "overnight")
    if part is not None:
        return part.code
    spoken = words.sense(forms[0], "number")
    told = [str(int(spoken.value))] if spoken else forms[0].replace(".", ":").split(":")
    half = next((one.code for form in forms if (one := words.sense(form, "meridiem"))), "")
    at = int(told[0])
    if half:
        at = at % NOON + (NOON if half == "pm" else 0)
    return f"{at:02}:{told[1] if len(told) > 1 else '00'}"


def _told(on: Days, forms: tuple[str, ...]) -> Meaning:
    return Meaning(TimeKind.TIME, f"{on.first.isoformat()}T{hour(forms)}", on)


def _clock(found: Timex, now: Reckoning) -> Meaning:
    """A time of the day, on the day on which it is said."""
    return _told(now.now, found.parts["time"])


def _time_of_day(found: Timex, now: Reckoning) -> Meaning:
    """A part of the day on which it is said; the night before it, of what came overnight."""
    forms, on = found.parts["word"], now.now
    before = vocabulary().sense(forms[0], "overnight") and now.side is Direction.PAST
    return _told(days.day(on.first - days.DAY) if before else on, forms)


def _clock_on(found: Timex, now: Reckoning) -> Meaning:
    """Takes: "noon on Friday", "10 p.m. Wednesday", "the morning of 4 July", "Friday at noon".

    Raises:
        Unanchored: the day stays open.
    """
    on = CALENDAR[found.of.rule](found.of, now) if found.of else None
    if on is None or on.unit is not Unit.DAY:
        raise Unanchored
    return _told(on, found.parts["time"])


def _set_nights(found: Timex, _now: Reckoning) -> Meaning:
    """Takes: "on Tuesday nights", and "Monday" before "and Tuesday nights"."""
    words = vocabulary()
    at = words.sense(found.parts["weekday"][0], "weekday")
    part = words.sense(found.parts["daypart"][0], "dayparts")
    code = f"XXXX-WXX-{int(at.value) + 1}T{part.code}" if at and part else ""
    return Meaning(TimeKind.SET, code, base=Base.OPEN)


CLOCKS: Mapping[str, Rule] = {
    "clock": _clock,
    "clock_on": _clock_on,
    "on_clock": _clock_on,
    "time_of_day": _time_of_day,
    "set_nights": _set_nights,
}
"""Rule of the grammar -> what it tells."""
