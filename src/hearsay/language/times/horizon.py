"""Horizon: by when, in days, as some words say it: "by May", "before the summer", "within a year", "next week"."""

from collections.abc import Sequence
from datetime import date

from hearsay.language.times.bounds import OPENERS, bounded
from hearsay.language.times.days import Days, day
from hearsay.language.times.grammar import Timex, grammar
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
    for n, one in enumerate(found):
        bounds = bounded(_opener(forms, one.run.first), meaning(one, on), on)
        other = _other_end(forms, one, found[n + 1 : n + 2])
        until = meaning(other, on).days if other else None
        if until and bounds.first and until.last >= bounds.first:
            return bounds.first, until.last
        if bounds.first or bounds.last:
            return bounds.first, bounds.last
    return None


def _opener(forms: Sequence[str], first: int) -> str:
    """The class of the word that opens a time, over one that says it is not exact: "from about 2048"."""
    words_ = vocabulary()
    while first > 1 and words_.sense(forms[first - 1], "approx"):
        first -= 1
    before = forms[first - 1] if first else ""
    return next((name for name in OPENERS if words_.sense(before, name)), "")


def _other_end(forms: Sequence[str], one: Timex, after: Sequence[Timex]) -> Timex | None:
    """Takes: "from Monday to Thursday", "between May and July". Leaves: "on Monday, before the rain on Thursday"."""
    opener = _opener(forms, one.run.first)
    if not after or opener not in ("from_word", "between"):
        return None
    between = [form.lower() for form in forms[one.run.stop : after[0].run.first]]
    return after[0] if between in (["to"], ["and"], ["until"]) else None
