"""Nowhere: sentences anywhere in the body that say plainly that what a headline tells is not so."""

from collections.abc import Iterator

from hearsay.language.marking import marking
from hearsay.reader.headline.carried import same_root
from hearsay.reader.headline.claim import Claim
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import DENIALS, NOBODY, Against, of_another_thing
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import MORE
from hearsay.reader.headline.terms import stems
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

SHARED = 2
"""Words of a claim that a sentence must have in the clause that nobody is the subject of."""

MEANT = 0.25
"""The share of a claim that the sentence must have."""

CARRY = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
ASIDE = ("acl", "advcl", "advmod")
"""How a clause hangs on another that only tells of somebody, or of when."""


def not_so(told: Against) -> Lost | None:
    """What says that nobody did, or that there was nothing, of what a headline tells.

    Takes: "Dozens ill after eating oysters" of "Nobody has fallen ill from the oysters"; "makes soft landing" of "has not made a soft landing".
    Leaves: "those who do not", "has not heard of it", a headline that itself says that something is undone.
    """
    tree = told.tree
    if any(stem(tree.lows[n]) in stems("undoes") for n in told.own):
        return None
    if (
        next(_ruled_out(tree, told.claim), None) is not None
    ):  # "rules out rationing": there will be none
        return None
    for one in told.every:
        if len(one.shared) < SHARED or one.share < MEANT:
            continue
        for n in tree.over(one.span):
            found = _nobody(told, n, one.shared) or _not(told, n, one.shared)
            if found is not None:
                return Lost(Loss.OPPOSITE, found)
    return None


def _plain(told: Against, at: int) -> bool:
    """Whether a predicate is what its sentence tells, or what somebody says in it."""
    tree = told.tree
    line = [at, *tree.up(at)]
    cue = {n for one in told.attributions for n in tree.inside(one.cue)}
    asked = any(
        tree.lows[m] in ("if", "whether", "unless") for n in line for m in tree.children(n, "mark")
    )
    return (
        tree.is_clause(at)
        and at not in cue
        and not asked
        and all(tree.relation(n) not in ASIDE for n in line)
    )


def _nobody(told: Against, at: int, shared: frozenset[str]) -> Span | None:
    """Nobody, or nothing of a kind, as the subject of a clause that has words of the claim."""
    tree = told.tree
    for part in tree.children(at, "nsubj"):
        none = [part, *tree.children(part, "det")]
        said = next((n for n in none if tree.lows[n] in NOBODY), None)
        if said is None or tree.lows[part] in MORE or _always(told, at) or not _plain(told, at):
            continue
        away = {n for m in tree.children(at, "conj", "parataxis") for n in tree.below(m)}
        kept = [n for n in tree.below(at) if n not in away and tree.words[n].upos in CARRY]
        words = [stem(tree.lows[n]) for n in kept if tree.lows[n] not in MORE]
        deeds = [stem(tree.lows[n]) for n in kept if tree.words[n].upos != "PROPN"]
        told_of = any(same_root(root, word) for word in deeds for root in shared)
        more = {"neither", *tree.lows[said + 1 : said + 2]} & {tree.lows[said], *MORE}
        told_of = told_of and not more
        if told_of and sum(any(same_root(r, w) for w in words) for r in shared) >= SHARED:
            return tree.words[said].span.hull(tree.words[at].span)
    return None


def _always(told: Against, at: int) -> bool:
    """Whether it is told of all times: "Nobody walks out lightly"; not "has fallen", "was", "will be"."""
    helped = told.tree.children(at, "aux", "cop")
    return not helped and told.tree.lows[at].endswith("s")


def _not(told: Against, at: int, shared: frozenset[str]) -> Span | None:
    """The deed of the headline with "not"."""
    tree = told.tree
    here = stem(tree.lows[at])
    deed = told.claim.top
    same = deed is not None and same_root(stem(tree.lows[deed]), here)
    if tree.words[at].upos != "VERB" or not same or len(shared) < SHARED:
        return None
    if tree.child(at, "xcomp") is not None and of_another_thing(tree, told.claim, at):
        return None
    for n in tree.children(at, "advmod"):
        if tree.lows[n] in DENIALS and tree.lows[n + 1 : n + 2] != ["only"] and _plain(told, at):
            return tree.words[n].span.hull(tree.words[at].span)
    return None


def _ruled_out(tree: Tree, told: Claim) -> Iterator[int]:
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
