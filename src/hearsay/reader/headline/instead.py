"""Instead: what a body tells in the place of the deed of a headline: its opposite, or less than it; and whether it tells of it at all."""

from hearsay.reader.headline.against import Against
from hearsay.reader.headline.deeds import deed, deeds_of, in_its_place, others
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import about, told_deeds
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import denied, left_open, undone
from hearsay.text.span import Span

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
    if any(True for run in runs for _ in in_its_place(told.tree, run, deeds, whom)):
        return None
    for which, loss in (("against", Loss.OPPOSITE), ("less", Loss.ACT)):
        for run in runs:
            for n in in_its_place(told.tree, run, others(deeds, which) - deeds, whom):
                if told.tree.relation(n) in MAIN and _so(told, n, run):
                    return Lost(loss, told.tree.words[n].span, _head(told))
    return None


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
    return all(one is None for one in doubts)


def nothing_of_it(told: Against) -> bool:
    """Whether the deed of a headline is one that nobody can tell of without a word for it, and the body has none.

    Takes: "Hofer to sue organisers" of an article that has no court, no lawyer, no damages. Leaves: "Director goes", which may be told in many ways.
    """
    tree = told.tree
    deeds = told_deeds(tree, told.claim)
    if not any(deed(name).closed for name in deeds):
        return False
    runs = (tree.over(one.span) for one in told.every)
    return all(deeds.isdisjoint(deeds_of(tree, n, run.stop, also=True)) for run in runs for n in run)
