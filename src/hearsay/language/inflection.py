"""Inflection: the forms of an English verb or noun, made by rule where the table of irregular ones has none.

Source: Huddleston & Pullum (2002), ch. 18 §§2-3 (verbs), ch. 5 §3 and ch. 18 §4 (nouns).
"""

from collections.abc import Mapping

VOWELS = "aeiou"
SIBILANT = ("s", "x", "z", "ch", "sh")
DOUBLING = ("gossip", "admit", "submit", "commit", "permit", "prefer", "refer", "concur", "infer", "deter", "abhor", "rebut",
            "allot", "quiz", "rebel", "compel", "propel", "regret", "extol", "forbid", "defer", "aver", "deadpan", "tut-tut",
            "demur", "acquit", "equip", "overlap")  # fmt: skip
"""Verbs of several syllables that double their last letter before "ed" and "ing"."""


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The forms of a verb: itself, with s, the past, the participles.

    Args:
        lemma: in small letters; of a verb of several words the first is inflected.
        irregular: lemma -> past and past participle, where they do not end in "ed".
    """
    if " " in lemma:
        head, rest = lemma.split(" ", 1)
        return tuple(f"{form} {rest}" for form in verb_forms(head, irregular))
    past = irregular.get(lemma, (_with(lemma, "ed"), *_british(lemma, "ed")))
    ing = (_with(lemma, "ing"), *_british(lemma, "ing"))
    return tuple(dict.fromkeys((lemma, _plural(lemma), *past, *ing)))


def _british(lemma: str, ending: str) -> tuple[str, ...]:
    """A verb with "ed" or "ing" as it is spelt in Britain besides: "signalled" for "signaled"; not "revealled"."""
    doubles = lemma[-1:] == "l" and lemma[-2:-1] in VOWELS and lemma[-3:-2] not in VOWELS
    return (f"{lemma}l{ending}",) if doubles and len(lemma) > len("foil") else ()


def noun_forms(lemma: str) -> tuple[str, ...]:
    """A noun and its plural, in small letters."""
    return lemma, _plural(lemma)


def _plural(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith((*SIBILANT, "go", "do", "veto")) else f"{lemma}s"


def _is_short(lemma: str) -> bool:
    """Whether a verb is one syllable that ends in one vowel and one consonant: "tip", "slam"; not "shout", "show", "cover"."""
    lemma = lemma.replace("qu", "q")
    short = lemma[-2:-1] in VOWELS and lemma[-1:] not in (*VOWELS, "w", "x", "y")
    return short and bool(lemma[:-2]) and not any(letter in (*VOWELS, "y") for letter in lemma[:-2])


def _with(lemma: str, ending: str) -> str:
    """A verb with "ed" or "ing"."""
    if lemma.endswith("ie") and ending == "ing":
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "oe", "ye"))):
        return f"{lemma[:-1]}{ending}"
    if lemma.endswith("y") and ending == "ed" and lemma[-2:-1] not in VOWELS:
        return f"{lemma[:-1]}ied"
    if lemma in DOUBLING or _is_short(lemma):
        return f"{lemma}{lemma[-1]}{ending}"
    return f"{lemma}{ending}"
