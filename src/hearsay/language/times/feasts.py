"""Feasts: on which day of a year each of those in the table falls; those that follow the moon are left open."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from hearsay.language.times.days import Feast, beside_easter, on, on_nth

MONDAY, THURSDAY, SUNDAY = 0, 3, 6

FEASTS: Mapping[str, Feast] = MappingProxyType(
    {
        "christmas": on(12, 25),
        "christmas_eve": on(12, 24),
        "boxing_day": on(12, 26),
        "new_years_eve": on(12, 31),
        "new_year": on(1, 1),
        "easter": beside_easter(0),
        "easter_monday": beside_easter(1),
        "good_friday": beside_easter(-2),
        "maundy_thursday": beside_easter(-3),
        "palm_sunday": beside_easter(-7),
        "ash_wednesday": beside_easter(-46),
        "shrove_tuesday": beside_easter(-47),
        "ascension": beside_easter(39),
        "pentecost": beside_easter(49),
        "corpus_christi": beside_easter(60),
        "epiphany": on(1, 6),
        "candlemas": on(2, 2),
        "valentine": on(2, 14),
        "patrick": on(3, 17),
        "april_fool": on(4, 1),
        "may_day": on(5, 1),
        "michaelmas": on(9, 29),
        "halloween": on(10, 31),
        "all_saints": on(11, 1),
        "guy_fawkes": on(11, 5),
        "king": on_nth(1, MONDAY, 3),
        "presidents": on_nth(2, MONDAY, 3),
        "memorial": on_nth(5, MONDAY, -1),
        "juneteenth": on(6, 19),
        "july_fourth": on(7, 4),
        "labor_day": on_nth(9, MONDAY, 1),
        "columbus": on_nth(10, MONDAY, 2),
        "veterans": on(11, 11),
        "thanksgiving": on_nth(11, THURSDAY, 4),
        "mothers": on_nth(5, SUNDAY, 2),
        "fathers": on_nth(6, SUNDAY, 3),
        "bastille": on(7, 14),
        "canada": on(7, 1),
        "australia": on(1, 26),
        "anzac": on(4, 25),
        "republic_day": on(1, 26),
        "gandhi": on(10, 2),
    }
)
"""Code of the table -> its day in a year. Days of the United States where two countries keep one name apart."""


def feast(code: str, number: int) -> date | None:
    """The day of a feast in a year; None where it follows the moon, which is not reckoned here."""
    rule = FEASTS.get(code)
    return rule(number) if rule else None
