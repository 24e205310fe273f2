"""Timex: what a time tells, in days and as TimeML writes it."""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Timex
from hearsay.language.times.reckoning import Base, Reckoning


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


def dated(told: Days, edge: str = "") -> Meaning:
    """A stretch of the calendar as a date; its part is told apart from its code."""
    code, _, part = told.code.partition(":")
    return Meaning(TimeKind.DATE, code, told, edge=edge or part)


Rule = Callable[[Timex, Reckoning], Meaning]
