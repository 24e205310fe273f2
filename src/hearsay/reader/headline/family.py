"""Family: the forms of one word: "falls" of a headline in the present, and "fell" of its body in the past."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hearsay.language import stems
from hearsay.language.lexicon import table
from hearsay.language.senses import InflectionEntry

LONGEST_SAME = "eed"
"""How what is agreed ends, of which "ed" alone would leave another stem than of "agree"."""


VOWELS = frozenset("aeiou")
NO_E = frozenset("wxy")
"""Letters that no "e" is lost after: "mixed"."""

KEPT = frozenset({"bus", "gas"})
DIED = 4
"""Letters of the longest word of which "d" alone is the ending: "sued", "died"."""


def stem(low: str) -> str:
    """A word in small letters without its ending, irregular verbs by their lemma: "fell" is "fall", "agreed" is "agree".

    Takes: "rates" as "rate", "makes" and "made" as "make", "sued" as "sue". Leaves: "buses" as "bus", "planned" apart from "plane".
    """
    lemma = _lemmas().get(low, low)
    died = len(lemma) == DIED and lemma.endswith("ed") and lemma[1] in "iou"
    if (lemma.endswith(LONGEST_SAME) and len(lemma) > len("freed")) or died:
        lemma = lemma[:-1]
    bare = stems.stem(lemma)
    cut = bare not in KEPT and not lemma.endswith(f"{bare}s") and bare != lemma
    return f"{bare}e" if cut and _short(bare) else bare


def _short(bare: str) -> bool:
    """Whether it is what "votes", "voted" and "voting" leave of a short word: one that never had an "e" doubles its last letter ("planned")."""
    pattern = [letter in VOWELS for letter in bare]
    return pattern == [False, True, False] and bare[-1] not in NO_E


@cache
def _lemmas() -> Mapping[str, str]:
    return MappingProxyType(
        {form: one.lemma for one in table("inflections", InflectionEntry) for form in one.forms}
    )
