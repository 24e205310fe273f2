"""Family: the forms of one word: "falls" of a headline in the present, and "fell" of its body in the past."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from hearsay.language import stems
from hearsay.language.lexicon import table
from hearsay.language.senses import InflectionEntry

KEPT = 20_000
"""Words whose stems are kept."""

LONGEST_SAME = "eed"
"""How what is agreed ends, of which "ed" alone would leave another stem than of "agree"."""


@lru_cache(KEPT)
def stem(low: str) -> str:
    """A word in small letters without its ending, irregular verbs by their lemma: "fell" is "fall", "agreed" is "agree"."""
    lemma = _lemmas().get(low, low)
    if lemma.endswith(LONGEST_SAME) and len(lemma) > len("freed"):
        lemma = lemma[:-1]
    return stems.stem(lemma)


@cache
def _lemmas() -> Mapping[str, str]:
    return MappingProxyType(
        {form: one.lemma for one in table("inflections", InflectionEntry) for form in one.forms}
    )
