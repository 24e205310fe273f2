"""Horizon: by when, in days, as some words say it: "by May", "before the summer", "within a year", "next week"."""

from datetime import date

from hearsay.language.times.bounds import OPENERS, bounded
from hearsay.language.times.days import Days, day
from hearsay.language.times.grammar import grammar
from hearsay.language.times.meaning import meaning
from hearsay.language.times.reckoning import Anchor, Direction
from hearsay.language.times.vocabulary import vocabulary
from hearsay.language.words import words


def horizon(told: str, anchor: date | Days) -> tuple[date | None, date | None] | None:
    """The first and the last day that the words of a horizon name; what is told lies after the anchor.

    Args:
        told: the words: "before the summer", "by May", "within a year", "soon".
        anchor: the day on which it is said, or the stretch in which that day lies.

    Returns:
        First and last day, None for an end that stays open; None where the words name no days at all ("soon").
    """
    forms = [word.cut(told) for word in words(told).spans]
    found = grammar().found(forms)
    on = Anchor(anchor if isinstance(anchor, Days) else day(anchor), side=Direction.FUTURE)
    for one in found:
        before = forms[one.run.first - 1] if one.run.first else ""
        opener = next((name for name in OPENERS if vocabulary().sense(before, name)), "")
        bounds = bounded(opener, meaning(one, on), on)
        if bounds.first or bounds.last:
            return bounds.first, bounds.last
    return None
