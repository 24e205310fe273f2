"""Family: the forms of one word: "falls" of a headline in the present, and "fell" of its body in the past."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hearsay.language import stems
from hearsay.language.lexicon import table
from hearsay.language.senses import InflectionEntry

LONGEST_SAME = "eed"
"""How what is agreed ends, of which "ed" alone would leave another stem than of "agree"."""


SHORT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
"""What "votes", "voted" and "voting" leave of a short word that has lost its "e": one that never had it doubles its last letter."""

KEPT = frozenset({"bus", "gas"})
DIED = re.compile(r".[iou]ed")


def stem(low: str) -> str:
    """A word in small letters without its ending, irregular verbs by their lemma: "fell" is "fall", "agreed" is "agree".

    Takes: "rates" as "rate", "makes" and "made" as "make", "sued" as "sue". Leaves: "buses" as "bus", "planned" apart from "plane".
    """
    lemma = _lemmas().get(low, low)
    if (lemma.endswith(LONGEST_SAME) and len(lemma) > len("freed")) or DIED.fullmatch(lemma):
        lemma = lemma[:-1]
    bare = stems.stem(lemma)
    short = bare != lemma and bare not in KEPT and not lemma.endswith(f"{bare}s")
    return f"{bare}e" if short and SHORT.fullmatch(bare) else bare


@cache
def _lemmas() -> Mapping[str, str]:
    return MappingProxyType(
        {form: one.lemma for one in table("inflections", InflectionEntry) for form in one.forms}
    )
