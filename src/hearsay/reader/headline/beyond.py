"""Beyond: what a plain headline has and its whole body has not: a cause that is left open, all of what holds of a part, a deed that is not done."""

import itertools
from collections.abc import Iterator, Sequence

from hearsay.language.lexicon import lexicon
from hearsay.reader.headline.carried import same_root
from hearsay.reader.headline.disputed import untrue
from hearsay.reader.headline.family import AGENTS, stem
from hearsay.reader.headline.held import TOUCHES, Against, depends
from hearsay.reader.headline.instead import instead, never_plainly
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import OUGHT
from hearsay.reader.headline.nowhere import not_so
from hearsay.reader.headline.numbers import uncounted
from hearsay.reader.headline.terms import phrases
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.reading.voice import Strength
from hearsay.text.span import Span

SAYS_SO = 0.6
"""The share of a claim that a sentence has which says so in other words."""

HALF = 0.5
"""The share that one has with the deed of the headline."""


THINGS = ("NOUN", "PROPN", "PRON", "ADV")


def beyond(told: Against) -> Iterator[Lost]:
    """What the body has nowhere, each with the words that show it.

    Takes: "Sales slump" of "sales rose"; "shut for good" of "closed until further notice"; "Two dead" of "Nobody has died". Leaves: what the headline
    itself denies, asks or leaves open.
    """
    claim = told.claim
    if claim.theme or claim.strength is not Strength.ASSERTED or told.denies:
        return
    under = claim.top is not None and depends(told.tree, claim, claim.top)
    found = (
        None if under else not_so(told) or instead(told) or never_plainly(told),
        untrue(told) or _unsure(told) or _leaning(told),
        _all(told),
        uncounted(told),
    )
    yield from (one for one in found if one is not None)


def _doers(told: Against) -> list[int]:
    """What brings about what the headline tells: "Fear" of "Fear keeps wallets shut", "dairy" of "Village grows thanks to its dairy"."""
    tree, top = told.tree, told.claim.top
    if top is None or tree.words[top].upos != "VERB":
        return []
    changes = bool(tree.children(top, "obj", "ccomp"))
    return [
        n
        for n in told.own
        if (changes and n in tree.children(top, "nsubj"))
        or any(
            _phrase(tree, tree.over(tree.words[m].span), "brought_by")
            for m in tree.children(n, "case")
        )
    ]


def _leaning(told: Against) -> Lost | None:
    """What a column tells flatly in its headline, where the author only leans to an answer and no sentence has it plainly.

    Takes: "Senator has lost her nerve" of "I lean, a little, to the farmer". Leaves: "Senator votes for a dam" of the same, which a sentence tells.
    """
    tree, top = told.tree, told.claim.top
    if top is None or not tree.is_clause(top) or not TOUCHES <= told.every[0].share < SAYS_SO:
        return None
    if any(tree.lows[n] in OUGHT for n in tree.children(top, "aux")):
        return None
    if any(one.share >= HALF and told.has(one, top) for one in told.every):
        return None
    said = [part for one in told.attributions if one.speaker for part in one.content]
    for one in sorted(told.every, key=lambda one: one.span):
        found = _phrase(tree, tree.over(one.span), "author_leans")
        if found is not None and not any(part.holds(found) for part in said):
            return Lost(Loss.CERTAINTY, found)
    return None


def _unsure(told: Against) -> Lost | None:
    """A cause that the body leaves open beside it; no sentence tells it plainly."""
    tree, top = told.tree, told.claim.top
    for doer in _doers(told) if top is not None else ():
        if not _acts(tree, doer):
            found = _left_open(told, doer) or _from_one(told, doer) or _nobody_knows(told)
            if found is not None:
                return found
    return None


def _left_open(told: Against, doer: int) -> Lost | None:
    """Takes: "Dust is killing the trout" of "no more than a coincidence". Leaves: a cause that another sentence has plainly."""
    tree, top = told.tree, told.claim.top
    ordered = sorted(told.every, key=lambda one: one.span)
    doubt = None
    for one, after in itertools.zip_longest(ordered, ordered[1:]):
        if not told.has(one, doer) or one.share < TOUCHES:
            continue
        here = _phrase(tree, tree.over(one.span), "cause_open")
        if here is None and top is not None and told.has(one, top):
            return None
        doubt = doubt or here or (after and _phrase(tree, tree.over(after.span), "cause_open"))
    return Lost(Loss.CAUSE, doubt) if doubt else None


def _acts(tree: Tree, at: int) -> bool:
    """Whether a noun names somebody, or a body of people."""
    low = tree.lows[at]
    single = low.removesuffix("s")
    known = low in lexicon().nouns or single in lexicon().nouns
    return tree.words[at].upos != "NOUN" or known or single.endswith(AGENTS)


def _all(told: Against) -> Lost | None:
    """All of what the body tells of a part, or for ever what it tells of a time."""
    tree = told.tree
    near = [one for one in told.every if one.share >= TOUCHES]
    whole = next(_wholes(tree, told.own), None)
    heads = {
        Loss.SCOPE: ("whole_part", tree.words[whole].span if whole is not None else None),
        Loss.TIME: ("for_ever", _phrase(tree, told.own, "for_ever")),
    }
    for loss, (name, head) in heads.items():
        if near and head and not any(_phrase(tree, tree.over(one.span), name) for one in near):
            return Lost(loss, near[0].span, head)
    return None


def _wholes(tree: Tree, run: Sequence[int]) -> Iterator[int]:
    """The words by which some words speak of all of a kind.

    Takes: "all workers", "for all", "every school". Leaves: "all you need is", which bounds; "all week", which is no longer than a week; "everyone",
    "a whole new start", which are said of many and of much.
    """
    for n in run:
        of = tree.words[n].head
        noun = of == n or tree.words[of].upos in THINGS or tree.lows[n - 1] == "for"
        after = next(iter(tree.lows[n + 1 : n + 2]), "")
        kind = (noun or after == "of") and after not in ("you", "we", "i")
        if tree.lows[n] in ("all", "every") and kind and tree.lows[of] not in phrases("time_span"):
            yield n


def _phrase(tree: Tree, run: range, name: str) -> Span | None:
    """The words of a stretch that are of a class."""
    for form in phrases(name):
        words = form.split()
        for n in tree.places(words[0]):
            if n in run and tree.lows[n : n + len(words)] == words and n + len(words) <= run.stop:
                return tree.words[n].span.hull(tree.words[n + len(words) - 1].span)
    return None


def _from_one(told: Against, doer: int) -> Lost | None:
    """Takes: "Sanctions freed her" of "The Americans say that sanctions did it". Leaves: what a study found."""
    tree = told.tree
    anybody = {one.id for one in told.actors if one.kind in (ActorKind.PERSON, ActorKind.UNNAMED)}
    body = range(told.own.stop, len(tree.lows))
    places = [n for n in body if same_root(stem(tree.lows[n]), stem(tree.lows[doer]))]
    cues = []
    for n in places:
        at = tree.words[n].span
        said = (one for one in told.attributions if any(part.holds(at) for part in one.content))
        one = next((one for one in said if one.cue and one.speaker in anybody), None)
        if one is None:
            return None
        cues.append(one.cue[0])
    return Lost(Loss.ATTRIBUTION, cues[0]) if cues else None


def _nobody_knows(told: Against) -> Lost | None:
    """Takes: "Old age of pipe caused flood" of "too early to say why it had failed". Leaves: "Blast kills three" of "three were killed"."""
    tree, top = told.tree, told.claim.top
    if top is None or any(told.has(one, top) for one in told.every):
        return None
    for one in sorted(told.every, key=lambda one: one.span):
        run = tree.over(one.span)
        open_, why = _phrase(tree, run, "not_known"), _phrase(tree, run, "asks_why")
        if open_ is not None and why is not None:
            return Lost(Loss.CAUSE, open_)
    return None
