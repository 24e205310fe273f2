"""Wholes: whether a headline speaks of all of a kind where its body speaks of some."""

from collections.abc import Iterator, Sequence

from hearsay.reader.headline.carried import same_root
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.sourced import NEAR
from hearsay.reader.headline.terms import phrases
from hearsay.reader.tree import Tree

LONG = 8
"""Words of the longest phrase that is shown whole."""

THINGS = ("NOUN", "PROPN", "PRON", "ADV")


def wholes(tree: Tree, run: Sequence[int]) -> Iterator[int]:
    """The words by which some words speak of all of a kind.

    Takes: "all workers", "everyone", "always". Leaves: "all you need is", which bounds; "an entire week", which is no longer than a week.
    """
    every, spans = {*phrases("whole_part")}, {*phrases("time_span")}
    for n in run:
        of = tree.words[n].head
        noun = of == n or tree.words[of].upos in THINGS or tree.words[n].upos in ("PRON", "ADV")
        after = next(iter(tree.lows[n + 1 : n + 2]), "")
        kind = (noun or after == "of") and after not in ("you", "we", "i")
        if tree.lows[n] in every and kind and tree.lows[of] not in spans:
            yield n


def of_a_part(held: Held) -> Iterator[Lost]:
    """Takes: "all workers" of "most of those let go". Leaves: "every school" of "all 40 schools"."""
    tree = held.tree
    run = tree.over(held.carrier.span)
    if held.carrier.share < NEAR or {*phrases("whole_part")} & {tree.lows[n] for n in run}:
        return
    for n in wholes(tree, tree.over(held.claim.span)):
        of = tree.words[n].head
        there = next((m for m in run if same_root(stem(tree.lows[m]), stem(tree.lows[of]))), None)
        if there is not None:
            show = tree.span(there) if len(tree.below(there)) <= LONG else tree.words[there].span
            head = tree.words[n].span.hull(tree.words[of].span)
            yield Lost(Loss.SCOPE, show or tree.words[there].span, head)
            return
