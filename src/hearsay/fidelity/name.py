"""Naming: what an edit of a few words does to what is said."""

from collections.abc import Iterator, Sequence

from hearsay.fidelity.change import Change
from hearsay.fidelity.tokens import Token
from hearsay.language.marking import marking

HELPING = frozenset(
    {"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"}
)
NEGATORS = frozenset(
    {
        "not",
        "never",
        "no",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "hardly",
        "scarcely",
        "barely",
    }
)
COUNTS = frozenset(
    {"hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "dozen",
     "half", "twice", "double"}
)  # fmt: skip
SURE = ("certain", "probable", "possible", "evidential", "at_distance")
PART = ("scope", "approximator", "temporal")
ALL = frozenset({"all", "every", "each", "everyone", "everybody", "always", "some", "most", "many", "few", "several", "any",
                 "sometimes", "often", "usually"})  # fmt: skip
SHORT = 4
"""Words of the longest stretch of which one word changes what is said; a longer one is told as what it is, left out or put in."""

REPLACED = 8
"""The same for words that stand for others."""


def named(left: Sequence[Token], right: Sequence[Token]) -> Iterator[Change]:
    """What it changes that some words stand for some others; nothing where it is words alone.

    Takes: "will" for "may", "not" put in, "at least" left out before a number, "if the board agrees" left out.
    Leaves: "start" for "begin"; a sentence with a "not" of its own left out.

    Args:
        left: the words of the one version; () where it has none there.
        right: of the other.
    """
    a, b = [t.key for t in left], [t.key for t in right]
    longest = max(len(a), len(b))
    if bool(_opens(a)) != bool(_opens(b)):
        yield Change.CONDITION_LOST if _opens(a) else Change.CONDITION_ADDED
        return
    if longest > (REPLACED if a and b else SHORT):
        return
    yield from _changes(left, right, a, b)


def _changes(
    left: Sequence[Token], right: Sequence[Token], a: list[str], b: list[str]
) -> Iterator[Change]:
    if sum(k in NEGATORS for k in a) % 2 != sum(k in NEGATORS for k in b) % 2:
        yield Change.NEGATION
    if _figures(left) != _figures(right):
        yield Change.NUMBER
    elif _names(left) != _names(right) and _names(left) and _names(right):
        yield Change.NAME
    if _modals(left) != _modals(right):
        yield Change.MODAL
    elif _of(a, *SURE) != _of(b, *SURE):
        yield Change.HEDGE
    if _of(a, *PART) | {k for k in a if k in ALL} != _of(b, *PART) | {k for k in b if k in ALL}:
        yield Change.SCOPE


def _modals(some: Sequence[Token]) -> set[str]:
    """Takes: "may". Leaves: "in May"."""
    return {t.key for t in some if t.key in HELPING and not t.name}


def _figures(some: Sequence[Token]) -> list[str]:
    return [t.key for t in some if t.number or t.key in COUNTS]


def _names(some: Sequence[Token]) -> list[str]:
    return [t.key for t in some if t.name and not t.number]


def _of(keys: list[str], *names: str) -> set[str]:
    """The phrases of some classes of the table of marking."""
    return {
        " ".join(keys[one.first : one.stop])
        for one in marking().found(keys, 0, len(keys), *names)
        if keys[one.first] not in HELPING
    }


def _opens(keys: list[str]) -> str:
    """The words with which a condition opens at the head of a stretch; "" where none does."""
    if keys[:1] in (["should"], ["once"], ["without"], ["until"], ["even"]):
        return ""
    start = 1 if keys[:1] in (["and"], ["but"], ["only"]) else 0
    for one in marking().found(keys, start, len(keys), "condition_opener"):
        return " ".join(keys[one.first : one.stop]) if one.first == start else ""
    return ""
