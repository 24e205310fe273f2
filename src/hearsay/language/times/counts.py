"""Counts: how many of which unit, and how TimeML writes it."""

from datetime import date

from hearsay.language.times import days
from hearsay.language.times.days import DAY, Days, Unit, around
from hearsay.language.times.grammar import Timex
from hearsay.language.times.timex import Meaning, TimeKind
from hearsay.language.times.vocabulary import low, vocabulary

_LETTERS = {
    Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M", Unit.QUARTER: "Q", Unit.YEAR: "Y", Unit.SEASON: "S", Unit.WEEKEND: "WE",
    Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.HALF: "H",
}  # fmt: skip
_LARGE = 100


def unit_of(found: Timex, part: str = "unit") -> Unit:
    """The unit that a part of a time names."""
    form = found.parts[part][0]
    words = vocabulary()
    if words.sense(form, "weekend"):
        return Unit.WEEKEND
    if words.sense(form, "instant_unit", "instant_units"):
        return Unit.INSTANT
    if words.sense(form, "halves"):
        return Unit.HALF
    sense = words.sense(form, "unit", "units", "quarter_word")
    return Unit(sense.code) if sense else Unit.DAY


def amount(forms: tuple[str, ...]) -> float | None:
    """How many some words say; None where they leave it open: "several"."""
    words = vocabulary()
    total: float = 0
    counted = False
    for form in _later(forms):
        if words.sense(form, "few") and low(form) != "some":
            return None  # of "some ten years" the number
        sense = words.sense(form, "number", "couple", "dozen")
        if words.sense(form, "half") and low(form) == "half":
            total, counted = (total + 0.5 if counted and total >= 1 else 0.5), True
        elif sense and sense.value >= _LARGE:
            total, counted = max(total, 1) * sense.value, True
        elif sense:
            total, counted = total + sense.value, True
        elif part := words.sense(form, "fraction"):
            total, counted = total + part.value, True
        elif (figure := _figure(form)) is not None:
            total, counted = figure, True  # of "two to 3" the later
    if not counted:
        return None if "some" in map(low, forms) else 1
    if "half" in map(low, forms) and total > 1 and total % 1 == 0:
        total += 0.5
    return total


def how_many(found: Timex) -> float | None:
    """How many of its unit a time tells; None where it leaves that open: "several weeks", "years ago"."""
    told = found.parts
    if "count" not in told:
        form = told["unit"][0]
        return None if vocabulary().sense(form, "units", "instant_units") else 1
    many = amount(told.get("upto") or told["count"])  # of "a week or two" the later
    return many + 0.5 if many is not None and "half" in told else many


def _later(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Of "two to three" and "six or seven" the later."""
    joins = [n for n, form in enumerate(forms) if low(form) in ("to", "or") or form in ("–", "—")]
    return forms[joins[-1] + 1 :] if joins and forms[joins[-1] + 1 :] else forms


def instant_of(found: Timex, part: str = "unit") -> str:
    """The letter of a unit shorter than a day; "" for any other."""
    sense = vocabulary().sense(found.parts[part][0], "instant_unit", "instant_units")
    return sense.code if sense else ""


def _figure(form: str) -> float | None:
    part = vocabulary().sense(form[-1:], "fraction")
    if part is not None and form[:-1].isdecimal():
        return float(form[:-1]) + part.value
    plain = form.replace(",", "")
    return (
        float(plain)
        if plain.replace(".", "", 1).isascii() and plain.replace(".", "", 1).isdecimal()
        else None
    )


def duration_code(many: float | None, unit: Unit, instant: str = "") -> str:
    """How TimeML writes so many of a unit; X for a number that nobody tells."""
    if unit is Unit.FORTNIGHT:
        many, unit = None if many is None else 2 * many, Unit.WEEK
    if unit is Unit.DECADE and many is not None:
        many, unit = 10 * many, Unit.YEAR
    told = "X" if many is None else f"{many:g}"
    return f"PT{told}{instant or 'H'}" if unit is Unit.INSTANT else f"P{told}{_LETTERS[unit]}"


def span_code(first: date, last: date, unit: Unit) -> str:
    """How TimeML writes a stretch: as a unit where it fills one, else as days."""
    whole = around(first, unit)
    if (whole.first, whole.last) == (first, last):
        return whole.code
    if unit is Unit.WEEK:
        return around(first + 3 * DAY, Unit.WEEK).code
    half = around(first, Unit.HALF)
    if (half.first, half.last) == (first, last):
        return half.code
    return f"{first.isoformat()}/{last.isoformat()}"


def ordinal(forms: tuple[str, ...]) -> int:
    """The number of "third", "3rd", "last"."""
    sense = vocabulary().sense(forms[0], "ordinal", "final")
    if sense:
        return int(sense.value)
    return int("".join(c for c in forms[0] if c.isdecimal()))


def offset(base: Days, unit: Unit, many: float | None, sign: int) -> Meaning:
    """So many units before or after a stretch."""
    if many is None:
        return Meaning(TimeKind.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", unit=unit)
    told = days.offset(base, unit, sign * many)
    fine = unit in (Unit.WEEK, Unit.FORTNIGHT)
    code = days.around(told.first, Unit.WEEK).code if fine else told.code
    return Meaning(TimeKind.DATE, code, told)
