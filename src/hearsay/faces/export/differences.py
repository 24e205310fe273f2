"""Differences: what was done to words that are given again, in words; loudly where it changes what is said."""

from collections.abc import Iterator, Sequence

from hearsay.faces.export import facts
from hearsay.fidelity.change import MEANING, Change, Difference
from hearsay.reading.quotation import Variant
from hearsay.text.span import Span


def variant(one: Variant) -> str:
    """What became of words that are given twice, what is said first where that has changed."""
    return "the same" if one.same else changes(one.differences) or ", ".join(one.how) or "differs"


def changes(differences: Sequence[Difference]) -> str:
    """What was done to some words: "NEGATION CHANGED; elided, with no mark"."""
    named = dict.fromkeys(_change(one) for one in differences)
    return "; ".join(sorted(named, key=lambda name: not name.isupper()))


def _change(one: Difference) -> str:
    if one.change in MEANING:
        return one.change.value.upper()
    return MARKED.get((one.change, one.marked), one.change.value)


MARKED = {
    (Change.ELIDED, True): "elided, with an ellipsis",
    (Change.ELIDED, False): "elided, with no mark",
    (Change.INSERTED, True): "inserted, in brackets",
    (Change.INSERTED, False): "inserted, with no mark",
    (Change.SUBSTITUTED, True): "substituted, and marked",
}
"""What is done to words, with whether it says so itself."""

PLAIN_WAYS = frozenset(
    {Change.ELIDED, Change.INSERTED, Change.SPLICED, Change.CONDITION_LOST, Change.CONDITION_ADDED}
)
"""Changes whose names say by themselves whether words went or came."""


def altered(differences: Sequence[Difference], text: str, other: str) -> Iterator[str]:
    """Each difference in a line, with the words of both: "elided, with no mark: “they”"; "HEDGE CHANGED: “I think” left out".

    Args:
        differences: of two versions.
        text: in which the first stands.
        other: in which the second stands.
    """
    for one in differences:
        before, after = _within(one.a, text), _within(one.b, other)
        way = "" if one.change in PLAIN_WAYS else " left out" if before else " put in"
        words = f"{before} → {after}" if before and after else f"{before or after}{way}"
        if one.change is Change.ELIDED:
            words = before
        elif one.change is Change.SPLICED and after:
            words = f"{after}, between which stood {before}"
        yield f"{_change(one)}: {words}"


def _within(span: Span | None, text: str) -> str:
    """Words within marks, without the commas and dashes at their ends."""
    bare = span.trimmed(text, APART) if span else None
    return f"“{facts.shortened(facts.one_line(bare.cut(text)), LONGEST)}”" if bare else ""


APART = " .,;:—–-\n\f"
LONGEST = 40
"""Words of a difference that are shown."""
