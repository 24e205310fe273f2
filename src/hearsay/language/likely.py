"""Likely: words for how likely something is, and the range that a published scale gives them.

The table `probability.toml` has the words. Where they name the number themselves ("one chance in three", "60 per cent") it
is theirs on every scale. Words that no scale has a number for ("surely", "perhaps") are found, and have none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Entry, table
from hearsay.language.marking import Marking, phrases
from hearsay.language.numbers import numbers
from hearsay.language.words import written
from hearsay.text.span import Span, matched

NONE = "none"
STATED = "stated"


class Scale(StrEnum):
    """Whose numbers words of probability get."""

    PEOPLE = "people"
    ICD203 = "icd203"
    IPCC = "ipcc"
    KENT = "kent"


class ProbabilityEntry(Entry, frozen=True, kw_only=True):
    """An entry of probability.toml."""

    scale: str
    forms: tuple[str, ...]
    low: float | None = None
    mid: float | None = None
    high: float | None = None


class Range(msgspec.Struct, frozen=True):
    """How likely some words make it, 0 to 1."""

    low: float
    mid: float
    high: float


class Stated(msgspec.Struct, frozen=True):
    """A number that the words name themselves.

    Attributes:
        at: the words.
        range: what they come to.
    """

    at: Span
    range: Range


class Likely(msgspec.Struct, frozen=True):
    """The table, for looking words up.

    Attributes:
        marks: finds its phrases; the class of each is "likely".
        ranges: scale -> phrase, its words joined by a space -> range.
    """

    marks: Marking
    ranges: Mapping[str, Mapping[str, Range]]

    def range(self, lows: Sequence[str], scale: Scale) -> Range | None:
        """What a scale makes of a phrase; None where it has no number for it."""
        return self.ranges.get(scale.value, {}).get(" ".join(lows))


@cache
def likely() -> Likely:
    """The table, read once.

    Raises:
        BadTable: it is no TOML, or an entry has not the fields of its table.
    """
    entries = table("probability", ProbabilityEntry)
    marks = phrases((form, "likely") for entry in entries for form in entry.forms)
    ranges: dict[str, dict[str, Range]] = {}
    for entry in entries:
        if entry.low is None or entry.mid is None or entry.high is None:
            continue
        one = Range(entry.low, entry.mid, entry.high)
        cut = [" ".join(written(form)) for form in entry.forms]
        ranges.setdefault(entry.scale, {}).update(dict.fromkeys(cut, one))
    return Likely(
        marks, MappingProxyType({k: MappingProxyType(v) for k, v in sorted(ranges.items())})
    )


_CHANCE = r"(?:chances?|probability|likelihood|odds|possibility|risk)"
_BOUND = (
    r"(?:(?P<bound>less\s+than|more\s+than|better\s+than|no\s+better\s+than|no\s+more\s+than|at\s+least|at\s+most|up\s+to|"
    r"under|over|above|below|about|around|roughly|some|maybe|perhaps)\s+(?:an?\s+)?)?"
)
_SIDE = r"against|on(?=\s*(?:[.,;”\"]|that\b|$))|in\s+favou?r"
_ODDS = r"\b(?:odds|betting|bookmakers?|bookies?)\b"
"""What tells that two numbers are odds, and no score, no vote and no range."""

_PERCENT = r"(?:-?\s?per\s?cent|\s?%)"


SHORTEST = 5
"""Letters of the shortest word that multiplies and is not short for another: “dozen”, and not “mn”."""


@cache
def _stated() -> "re.Pattern[str]":
    """Numbers that words name for how likely something is."""
    number = _number_words()
    return re.compile(
        rf"\b{_BOUND}(?:"
        rf"(?P<percent>{number}){_PERCENT}\s+(?:\w+\s+)?{_CHANCE}"
        rf"|{_CHANCE}\s+(?:\w+\s+){{0,6}}?(?:of|at|as|is|was)\s+(?P<later>{number}){_PERCENT}"
        rf"|{_shares()}"
        rf")(?!\w)",
        re.IGNORECASE,
    )


@cache
def _counts() -> Mapping[str, int]:
    """Words of numbers -> what they count: “five”, “hundred”."""
    tables = numbers()
    whole = {form: many for form, many in tables.times.items() if len(form) >= SHORTEST}
    return MappingProxyType({**tables.ones, **whole})


_UPPER = ("less than", "no better than", "no more than", "at most", "up to", "under", "below")
_LOWER = ("more than", "better than", "at least", "over", "above")
_FLIP = re.compile(
    r"\bno\s+better\s+than\s+(?:an?\s+)?(?:even\s+(?:chance|odds|money)|coin\s+(?:flip|toss)|toss-up)\b",
    re.IGNORECASE,
)


def stated(text: str, within: Span) -> Iterator[Stated]:
    """The numbers that a stretch names for how likely something is.

    Takes: "one chance in three", "a 60 per cent likelihood", "less than one chance in ten", "no better than a coin flip", "odds of three to one".
    Leaves: "growth of 2 percent", "one in the street", "three in four say so" where nothing tells of a chance, "won 3-1" where nothing tells of odds.
    """
    told = within.cut(text)
    for match in _FLIP.finditer(told):
        yield Stated(within.part(matched(match)), Range(0.0, 0.25, 0.5))
    chance = re.search(_CHANCE, told, re.IGNORECASE)
    odds = re.search(_ODDS, told, re.IGNORECASE)
    if chance is None and odds is None:
        return  # whatever numbers there are, they are none
    for match in _stated().finditer(told):
        share = _share(match)
        if share is None or (odds if match["bet"] else chance) is None:
            continue
        bound = " ".join((match["bound"] or "").lower().split())
        yield Stated(within.part(matched(match)), _range(share, bound))


def _number_words() -> str:
    return rf"(?:\d+(?:\.\d+)?|{'|'.join(sorted(_counts(), key=len, reverse=True))})"


def _shares() -> str:
    """One in many, and the odds of a bet."""
    number = _number_words()
    return (
        rf"(?P<one>{number})(?:\s+{_CHANCE})?(?:\s+in\s+|-in-|\s+out\s+of\s+)(?P<many>{number})(?:\s+{_CHANCE})?"
        rf"|(?P<bet>{number})(?:\s+to\s+|-to-|\s?[-–/:]\s?)(?P<stake>{number})(?:\s+odds|\s+shot)?(?:\s+(?P<side>{_SIDE}))?"
    )


def _share(match: re.Match[str]) -> float | None:
    if match["bet"]:  # three to one against: one of four
        lose, win = _number(match["bet"]), _number(match["stake"])
        if (match["side"] or "against").lower() != "against":
            lose, win = win, lose
        return win / (lose + win) if lose + win else None
    if match["one"]:
        many = _number(match["many"])
        share = _number(match["one"]) / many if many else 2.0
    else:
        share = _number(match["percent"] or match.groupdict()["later"]) / 100
    return share if 0 <= share <= 1 else None


def _number(word: str) -> float:
    low = word.lower()
    return float(_counts()[low]) if low in _counts() else float(low)


def _range(share: float, bound: str) -> Range:
    """A number with what "less than" or "at least" makes of it; the middle of what is left."""
    if bound in _UPPER:
        return Range(0.0, share / 2, share)
    if bound in _LOWER:
        return Range(share, (1 + share) / 2, 1.0)
    return Range(share, share, share)
