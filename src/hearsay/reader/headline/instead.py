"""Instead: what a body tells in the place of the deed of a headline: its opposite, or less than it; and whether it tells of it at all."""

from typing import Literal

from hearsay.reader.headline.claim import Claim
from hearsay.reader.headline.deeds import deed, deeds_of, in_its_place, others
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import (
    CHANGES,
    DENIALS,
    NO,
    TOUCHES,
    Against,
    about,
    of_another_thing,
    told_deeds,
)
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import denied, helped, left_open, undone
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

SOFT = frozenset(
    {"accuse", "ask", "bid", "consider", "hope", "plan", "promise", "propose", "question", "suspect", "talk", "threaten"}
)  # fmt: skip
"""Deeds of words alone, by which another is charged, asked for or thought of."""

MUCH = 0.3
"""The share of a claim that a sentence must have to speak of what it tells."""

HALF = 0.5
"""The share that one has with the deed itself which tells it, whoever does it there."""

LEAST = 0.15
"""The share that it must have to tell what comes in the place of it."""

MAIN = ("root", "ccomp", "conj", "parataxis", "xcomp", "obj", "nsubj")
"""How a word hangs on others that tells what comes to pass: not when, nor which."""


def instead(told: Against) -> Lost | None:
    """The opposite of the deed of a headline, or less than it, where the body has not the deed itself.

    Takes: "Sales slump" of "sales rose"; "Captain arrested" of "the captain is being questioned". Leaves: the same where a sentence tells of an arrest;
    "the first since it was closed".
    """
    deeds = told_deeds(told.tree, told.claim)
    whom = about(told.tree, told.claim)
    if not deeds or not whom or _counted(told):
        return None
    runs = [told.tree.over(one.span) for one in told.every]
    verb = stem(told.tree.lows[told.claim.top or 0])
    half = [run for run, one in zip(runs, told.every, strict=True) if one.share >= HALF]
    if any(stem(told.tree.lows[n]) == verb and _so(told, n, run) for run in half for n in run):
        return None
    near = [told.tree.over(one.span) for one in told.every if one.share >= LEAST]
    if any(True for run in runs for _ in in_its_place(told.tree, run, deeds, whom)):
        return None
    ways: tuple[tuple[Literal["against", "less"], Loss], ...]
    ways = (("against", Loss.OPPOSITE), ("less", Loss.ACT))
    for which, loss in ways:
        for run in near:
            for n in in_its_place(told.tree, run, others(deeds, which) - deeds, whom):
                if told.tree.relation(n) in MAIN and _so(told, n, run) and _of_it(told, n):
                    return Lost(loss, told.tree.words[n].span, _head(told))
    return None


def _of_it(told: Against, at: int) -> bool:
    """Whether what is asked for, planned or thought of is done to what the headline tells of: "plans to close the mill" for "Firm closes mill"; not "plans a feast"."""
    tree, top = told.tree, told.claim.top
    run = tree.sentence(at)
    soft = not SOFT.isdisjoint(deeds_of(tree, at, run.stop))
    to = tree.children(top, "obj", "obl") if top is not None and soft else []
    below = {stem(tree.lows[n]) for n in tree.below(at)}
    return not to or any(stem(tree.lows[m]) in below for n in to for m in tree.below(n))


def _head(told: Against) -> Span:
    return told.tree.words[told.claim.top or 0].span


def _counted(told: Against) -> bool:
    """Whether the headline speaks of some of a kind by their numbers: "Lines 2 and 5"."""
    tree, whom = told.tree, about(told.tree, told.claim)
    parts = [n for n in told.own if stem(tree.lows[n]) in whom]
    return any(tree.words[m].upos == "NUM" for n in parts for m in tree.held[n])


def _so(told: Against, at: int, run: range) -> bool:
    """Whether a word tells of what is so: not "did not rise", "might rise"."""
    tree = told.tree
    doubts = (denied(tree, at, run), left_open(tree, at, run), undone(tree, at, run, coming=True))
    would = any(tree.lows[n] == "would" for n in tree.children(at, "aux"))
    return not would and all(one is None for one in doubts)


def never_plainly(told: Against) -> Lost | None:
    """What the body says of the deed of a headline where it has it only as denied, left open or asked for, in whatever words.

    Takes: "Two dead" of "Nobody has died"; "Navies extend guarantee" of "whether it will be prolonged". Leaves: the same where one sentence tells it plainly.
    """
    tree, top = told.tree, told.claim.top
    deeds = told_deeds(tree, told.claim)
    if top is None or not deeds or deeds & CHANGES:
        return None
    if not tree.is_clause(top) and any(tree.is_clause(n) for n in told.own):
        return None
    coming = helped(tree, top)
    found: list[Lost] = []
    verb, sure = stem(tree.lows[top]), all(deed(name).closed for name in deeds)
    for one in told.every:
        run = tree.over(one.span)
        for n in run:
            if not deeds.isdisjoint(deeds_of(tree, n, run.stop)):
                lost = _short_of(tree, told.claim, n, run, coming=coming)
                if lost is None:
                    return None
                if lost.loss is Loss.OPPOSITE and stem(tree.lows[n]) == verb:
                    return lost
                if sure or lost.loss is not Loss.OPPOSITE or one.share >= TOUCHES:
                    found.append(lost)
    open_ = (one for one in found if one.loss is not Loss.OPPOSITE)
    return next(open_, None) or next(iter(found), None)


def _short_of(tree: Tree, claim: Claim, at: int, run: range, *, coming: bool) -> Lost | None:
    """What keeps a word from telling that something is so; None where nothing does."""
    not_so, open_ = denied(tree, at, run), left_open(tree, at, run)
    if not_so is not None:
        low = tree.lows[tree.over(not_so)[0]]
        goes_on = low in DENIALS and tree.child(at, "xcomp") is not None  # "never stopped speaking"
        if (low not in NO or goes_on) and of_another_thing(tree, claim, at):
            return None
        return Lost(Loss.OPPOSITE, not_so)
    if open_ is not None:
        return Lost(Loss.CERTAINTY, open_)
    only = undone(tree, at, run, coming=coming)
    return Lost(Loss.ACT, only) if only is not None else None


def nothing_of_it(told: Against) -> bool:
    """Whether the deed of a headline is one that nobody can tell of without a word for it, and the body has none.

    Takes: "Hofer to sue organisers" of an article that has no court, no lawyer, no damages. Leaves: "Director goes", which may be told in many ways;
    "Lift closed" of "will not open".
    """
    tree = told.tree
    deeds = told_deeds(tree, told.claim)
    if not deeds or not all(deed(name).closed for name in deeds) or told.denies:
        return False
    undo = others(deeds, "against")
    for one in told.every:
        run = tree.over(one.span)
        for n in run:
            here = deeds_of(tree, n, run.stop, also=True)
            if here & deeds or (here & undo and _plainly_not(tree, n, run)):
                return False
    return True


def _plainly_not(tree: Tree, at: int, run: range) -> bool:
    """Takes: "will not open". Leaves: "asked them not to open", which asks."""
    asked = undone(tree, at, run, coming=True)
    return asked is None and denied(tree, at, run) is not None


def no_more_than(told: Against) -> Lost | None:
    """What a body that has no word for the deed of a headline has in its place, in a sentence that has much of the claim.

    Takes: "accuses" for "stole"; "No passwords" for "Passwords stolen". Leaves: "hurt" for "died", which is another deed.
    """
    tree, whom = told.tree, about(told.tree, told.claim)
    soft = others(told_deeds(tree, told.claim), "less") & SOFT
    for one in told.every:
        run = tree.over(one.span)
        for n in run:
            none = any(tree.lows[m] == "no" for m in tree.children(n, "det"))
            if none and one.share >= MUCH and stem(tree.lows[n]) in whom:
                return Lost(Loss.OPPOSITE, tree.stretch([n - 1, n]) or tree.words[n].span)
            if one.share >= MUCH and not soft.isdisjoint(deeds_of(tree, n, run.stop)):
                return Lost(Loss.ACT, tree.words[n].span, _head(told))
    return None
