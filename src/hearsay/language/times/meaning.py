"""Meaning: what words for a time tell, counted from an anchor; one function of the rules for each rule of the grammar.

Where there is nothing to count from, the time stays open.
"""

import msgspec

from hearsay.language.times.calendar_rules import CALENDAR
from hearsay.language.times.clock_rules import CLOCKS
from hearsay.language.times.count_rules import COUNTS
from hearsay.language.times.grammar import Timex
from hearsay.language.times.part_rules import PARTS
from hearsay.language.times.reckoning import Anchor, Base, Reckoning, Unanchored
from hearsay.language.times.timex import Meaning, TimeKind, dated
from hearsay.language.times.vocabulary import vocabulary

RULES = {**PARTS, **COUNTS, **CLOCKS}


def meaning(found: Timex, anchor: Anchor) -> Meaning:
    """What words for a time tell.

    Args:
        found: by the grammar.
        anchor: what it can be counted from.
    """
    reckoning = Reckoning(anchor)
    try:
        told = (
            _calendar(found, reckoning)
            if found.rule in CALENDAR
            else RULES[found.rule](found, reckoning)
        )
    except Unanchored:
        return Meaning(_KINDS.get(found.rule, TimeKind.DATE), "", base=Base.OPEN)
    except (ValueError, OverflowError):  # 31 June; the year 0
        return Meaning(_KINDS.get(found.rule, TimeKind.DATE), "")
    return msgspec.structs.replace(told, base=told.base if told.days is None else reckoning.base)


def _calendar(found: Timex, now: Reckoning) -> Meaning:
    """A stretch of the calendar, a part of the day left to its code."""
    told = CALENDAR[found.rule](found, now)
    part = found.parts.get("daypart")
    if told is None:
        return Meaning(TimeKind.DATE, "", base=Base.OPEN)
    code, _, edge = told.code.partition(":")
    if part or edge == "NI":
        code = f"{code}T{_daypart(part[0]) if part else 'NI'}"
        return Meaning(TimeKind.TIME, code, told)
    return dated(told)


def _daypart(form: str) -> str:
    sense = vocabulary().sense(form, "daypart")
    return sense.code if sense else ""


_KINDS = {
    "duration": TimeKind.DURATION,
    "last_n": TimeKind.DURATION,
    "next_n": TimeKind.DURATION,
    "clock": TimeKind.TIME,
    "clock_on": TimeKind.TIME,
    "on_clock": TimeKind.TIME,
    "time_of_day": TimeKind.TIME,
    "daypart": TimeKind.TIME,
}
