"""Numbers: a number of the headline beside the one that the body has for the same thing."""

from hearsay.fidelity.tokens import Token
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

UNITS = "abcdefghijklmnopqrstuvwxyz"
ROUND = 0.04
"""How far a round number may be off, of the number itself."""


def changed_number(held: Held) -> tuple[Span, Span] | None:
    """The number of the body and that of the headline, where they differ.

    Takes: "4 percent" of "3.1 percent". Leaves: "30 million" of "29.8 million", which is round; a number that stands elsewhere in the body.
    """
    there = [word for word in held.carrier.words if word.number]
    run = held.tree.over(held.claim.span)
    body = {low for low in held.tree.lows[run.stop :] if len(low) > 1}  # a lone figure is anywhere
    for word in held.claim.words:
        same = any(one.key == word.key or _round(word.key, one.key) for one in there)
        if not word.number or same or word.span.cut(held.tree.text).lower() in body:
            continue
        other = next((one for one in there if _counts_the_same(held, word, one)), None)
        if other is not None:
            return other.span, word.span
    return None


def _counts_the_same(held: Held, word: Token, other: Token) -> bool:
    mine, theirs = (_counted(held.tree, one.span) for one in (word, other))
    return bool(mine & theirs)


def _counted(tree: Tree, span: Span) -> set[str]:
    run = tree.over(span)
    near = [tree.words[n].head for n in run] + [
        m for n in run for m in tree.held[tree.words[n].head]
    ]
    return {
        stem(tree.lows[n])
        for n in near
        if n not in run and tree.words[n].upos in ("NOUN", "SYM", "PROPN")
    }


DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
"""What a length of time comes to: "three months" is "90 days"."""


def _round(one: str, other: str) -> bool:
    """Whether two numbers are one, said roundly: "a third" is "32 percent", "30 million" "29.8 million"."""
    mine, theirs = _value(one), _value(other)
    if mine is None or theirs is None:
        return False
    return abs(mine - theirs) <= ROUND * max(mine, theirs)


def _value(key: str) -> float | None:
    number, _, unit = key.partition(" ")
    above, _, below = number.partition("/")
    try:
        value = float(above.rstrip(UNITS)) / float(below or 1)
    except (ValueError, ZeroDivisionError):
        return None
    return value / 100 if unit == "percent" else value * DAYS.get(unit, 1.0)
