"""Family: the forms of one word: "falls" of a headline in the present, and "fell" of its body in the past."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from hearsay.language import stems
from hearsay.language.lexicon import table
from hearsay.language.senses import InflectionEntry

WORDS = 20_000
"""Words whose stems are kept."""

LONGEST_SAME = "eed"
"""How what is agreed ends, of which "ed" alone would leave another stem than of "agree"."""


AGENTS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ant", "ee")
"""How nouns end that name somebody who acts."""

VOWELS = frozenset("aeiou")
NO_E = frozenset("wxy")
"""Letters that no "e" is lost after: "mixed"."""

OFTEN_TWO = frozenset("lsfze")
"""Letters that stand twice where no ending has doubled them: "kill"; not "planned"."""

KEPT = frozenset({"bus", "gas"})
DIED = 4
"""Letters of the longest word of which "d" alone is the ending: "sued", "died"."""


@lru_cache(WORDS)
def stem(low: str) -> str:
    """A word in small letters without its ending, irregular verbs by their lemma: "fell" is "fall", "agreed" is "agree".

    Takes: "rates" as "rate", "makes" and "made" as "make", "sued" as "sue". Leaves: "buses" as "bus", "planned" as "plan".
    """
    lemma = _lemmas().get(low, low)
    died = len(lemma) == DIED and lemma.endswith("ed") and lemma[1] in "iou"
    if (lemma.endswith(LONGEST_SAME) and len(lemma) > len("freed")) or died:
        lemma = lemma[:-1]
    bare = stems.stem(lemma)
    if bare == lemma or bare in KEPT or lemma.endswith(f"{bare}s"):
        return bare
    if bare[-1] == bare[-2] and bare[-1] not in OFTEN_TWO:
        return bare[:-1]
    return f"{bare}e" if _short(bare) else bare


def _short(bare: str) -> bool:
    """Whether it is what "votes", "voted" and "voting" leave of a short word: one that never had an "e" doubles its last letter ("planned")."""
    pattern = [letter in VOWELS for letter in bare]
    return pattern == [False, True, False] and bare[-1] not in NO_E


@cache
def _lemmas() -> Mapping[str, str]:
    return MappingProxyType(
        {form: one.lemma for one in table("inflections", InflectionEntry) for form in one.forms}
    )
