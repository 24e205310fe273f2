"""Stems: whether two wordings speak of the same thing, by the words that carry meaning, whatever their endings.

Source: the first steps of Porter (1980), An algorithm for suffix stripping; endings alone, no lists of words.
"""

from functools import cache

from hearsay.language.lexicon import lexicon
from hearsay.language.words import words

ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
SHORTEST = 3  # letters that a stem keeps


def stem(low: str) -> str:
    """A word in small letters without its ending: "resuming" and "resumed" are one."""
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= SHORTEST:
            bare = low.removesuffix(ending)
            return bare.removesuffix("e") if len(bare) > SHORTEST else bare
    return low.removesuffix("e") if len(low) > SHORTEST + 1 else low


@cache
def _empty() -> frozenset[str]:
    """Words that join and point, of the table of grammar."""
    return frozenset(lexicon().grammar)


def carrying(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning."""
    lows = (word.cut(text).lower().replace("’", "'") for word in words(text).spans)
    return frozenset(stem(low) for low in lows if low not in _empty() and low[:1].isalnum())


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of stems share: of the smaller one, 0 to 1; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
