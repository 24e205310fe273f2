"""Dropped: the condition on which a body rules out what its headline rules out without one."""

from collections.abc import Iterator

from hearsay.language.marking import marking
from hearsay.reader.headline.claim import Claim
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held
from hearsay.reader.headline.mood import NOBODY, OPEN, denied, on_terms, stems
from hearsay.reader.tree import Tree
from hearsay.reading.voice import Strength
from hearsay.text.span import Span

GOES_UP = ("nsubj", "obj", "nsubj:pass", "obl", "nmod", "xcomp")
"""The relations of what there is none of to the predicate that says so."""

MARKS = ("“", "”", '"', "‘", "'", "’")


def dropped(held: Held) -> Span | None:
    """The condition on which the sentence rules out what a plain headline, or one that only quotes, rules out with none.

    Takes: "Chief rules out rationing" of "there would be no rationing unless the reservoir fell". Leaves: the same of "there would be no rationing";
    "no rationing unless reservoir falls".
    """
    tree = held.tree
    own = tree.over(held.claim.span)
    if held.claim.theme or not _plain(held) or any(tree.lows[n] in OPEN for n in own):
        return None
    things = {stem(tree.lows[n]) for n in ruled_out(tree, held.claim)}
    run = tree.over(held.carrier.span)
    for n in run:
        if stem(tree.lows[n]) not in things or denied(tree, n, run) is None:
            continue
        terms = next((found for at in _over(tree, n, run) if (found := on_terms(tree, at))), None)
        if terms is not None:
            return terms
    return None


def _over(tree: Tree, at: int, run: range) -> Iterator[int]:
    """What there is none of, and the predicates that say so: "be" of "there would be no rationing", wherever the tree has the noun."""
    if tree.lows[at - 1] in NOBODY and at - 2 in run and tree.child(at - 2, "expl") is not None:
        yield at - 2
    yield at
    while tree.relation(at) in GOES_UP and tree.words[at].head in run:
        at = tree.words[at].head
        yield at


def _plain(held: Held) -> bool:
    """Whether a headline tells what it tells as so, or as somebody has it; words in quotation marks leave nothing open."""
    signs = [one.cut(held.tree.text) for one in held.claim.signs]
    quotes = all(sign.startswith(MARKS) for sign in signs)
    strength = held.claim.strength
    return strength in (Strength.ASSERTED, Strength.ATTRIBUTED) or (
        strength is Strength.HEDGED and quotes
    )


def ruled_out(tree: Tree, told: Claim) -> Iterator[int]:
    """What a headline says there will be none of: "rationing" of "rules out rationing", "No rationing this summer"."""
    own = tree.over(told.span)
    for n in own:
        low = tree.lows[n]
        if low in NOBODY and tree.words[n].head in own and tree.relation(n) == "det":
            yield tree.words[n].head
        out = tree.lows[n + 1 : n + 2] == ["out"] or not low.startswith("rul")
        undoes = marking("foretelling").tells(low, "excludes") or stem(low) in stems("undoes")
        if undoes and out and tree.is_clause(n):
            yield from (m for m in tree.children(n, "obj", "advcl", "xcomp", "ccomp") if m > n)
