"""Unnamed: whether the article says of a source that it is kept without a name, and whom that means."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.record import Record
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

NEAR = 100
"""Characters around a source in which it is said to be kept unnamed, where there is no tree."""

LAST = 2  # sources before a sentence that says why somebody has no name
SEVERAL = ("they", "them", "their")


def hidden(
    tree: Tree,
    blocks: Sequence[Span],
    lexicon: Lexicon,
    at: Span | None,
    others: Iterable[Span] = (),
    *,
    goes_on: bool = True,
) -> bool:
    """Whether the sentence around some words keeps its source unnamed; with the next, where that goes on with a pronoun.

    Not where another source says it of itself: "| The nominee | will go, said an aide who was not authorised to speak".
    """
    if at is None:
        return False
    near = sentences(tree, at, goes_on=goes_on)
    near = near or at.widened(NEAR, next((b for b in blocks if b.holds(at)), at))

    def says_so(span: Span) -> bool:
        low = span.cut(tree.text).lower()
        return any(words in low for words in lexicon.phrases("kept_unnamed"))

    if not says_so(near):
        return False
    beside = (one for one in others if near.holds(one) and not one.meets(at))
    return says_so(at) or not any(map(says_so, beside))


def who_asks(said: Sequence[Record], low: str) -> str | None:
    """The key of the last source, where it has no name and a pronoun may mean it: "They asked not to be named"."""
    fits = [
        one.key
        for one in said[-LAST:]
        if one.bearer is None and (low in SEVERAL or not one.named.many)
    ]
    return fits[-1] if fits else None


def sentences(tree: Tree, at: Span, *, goes_on: bool = True) -> Span | None:
    """The sentence of some words, with the next one where that goes on with a pronoun: "… He spoke on condition …"."""
    over = tree.over(at)
    if not over:
        return None
    here = tree.words[over[0]].sentence
    begun = bisect_left(tree.words, here, key=lambda word: word.sentence)
    over_with = bisect_right(tree.words, here + 1, lo=begun, key=lambda word: word.sentence)
    held = range(begun, over_with)
    after = [n for n in held if tree.words[n].sentence == here + 1]
    goes_on = (
        goes_on and bool(after) and tree.lows[after[0]] in ("he", "she", "they", "both", "all")
    )
    own = [n for n in held if goes_on or tree.words[n].sentence == here]
    return tree.words[own[0]].span.hull(tree.words[own[-1]].span)
