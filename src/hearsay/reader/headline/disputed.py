"""Disputed: what a headline tells of which somebody in the sentence that carries it says that it is not so, and what it denies that the sentence tells."""

from collections.abc import Sequence

from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import DENIALS, NOBODY, denied, left_open, stems, undone
from hearsay.reading.attribution import Act, Attribution, Polarity
from hearsay.text.span import Span

NO = DENIALS | NOBODY

NEAR = 40
"""Characters between who denies and his verb that are shown with them."""

SAYS_SO = 0.6
"""The share of a claim that a sentence must have to be told to say so."""

NEARLY_ALL = 0.8
"""The share that is enough where it tells the deed in another word."""

TOLD = ("root", "conj", "parataxis")
"""How a predicate hangs that its sentence tells as so."""


def says_no(held: Held) -> bool:
    """Whether a headline denies its own deed: "won't play"; not "denies that he played", "rejects the plan"."""
    tree, top = held.tree, held.claim.top
    own = tree.children(top, "advmod") if top is not None else []
    return any(tree.lows[n] in DENIALS for n in own)


def other_way(held: Held) -> bool:
    """Whether a headline denies its deed, and the sentence has the deed without a "not"."""
    tree, at = held.tree, held.point
    same = at is not None and held.top == held.claim.top
    return says_no(held) and same and denied(tree, at or 0, tree.over(held.carrier.span)) is None


def bears_no(beside: Sequence[Held]) -> bool:
    """Whether one of some sentences denies the deed that a headline denies."""
    return any(
        one.top is not None and one.top == one.claim.top and not other_way(one) for one in beside
    )


def says_so(held: Held) -> bool:
    """Whether a sentence that has most of a claim may be said to say so: it has its deed, or nearly all of its words; and a "not" where the claim has one.

    Takes: "Vase a copy" of "The vase is a copy". Leaves: "Officer lied" of "the officer told a report"; "won't play" of "will star".
    """
    tree = held.tree
    if held.carrier.share < SAYS_SO:
        return False
    if not says_no(held):
        return held.top is not None or held.carrier.share >= NEARLY_ALL
    undoes = stems("undoes")
    run = tree.over(held.carrier.span)
    return any(tree.lows[n] in NO or stem(tree.lows[n]) in undoes for n in run)


def disputed(held: Held) -> Lost | None:
    """Who denies, or would not say, what a headline tells as so.

    Takes: "Children sort ore" of "the company denied a report that children were sorting ore". Leaves: "Company denies …", "Nobody sorts ore".
    """
    tree = held.tree
    undoes = stems("undoes")
    if says_no(held) or any(stem(tree.lows[n]) in undoes for n in tree.over(held.claim.span)):
        return None
    run = tree.over(held.carrier.span)
    for one in held.said():
        words = (n for n in tree.inside((*one.cue, *one.content)) if n in run)
        denies = any(tree.lows[n] in NO or stem(tree.lows[n]) in undoes for n in words)
        if one.cue and denies and (one.act is Act.DENY or one.polarity is Polarity.NEG):
            return Lost(Loss.CERTAINTY, _who(one))
    return None


def against_no(held: Held) -> Lost | None:
    """What a sentence tells plainly, or leaves open, of what its headline denies.

    Takes: "Desai will not play" of "Desai will play"; "never be played again" of "whether it can be played". Leaves: "NOT dead" of "people
    believed that he is dead", "no reports that he is dead".
    """
    tree, at, top = held.tree, held.point, held.claim.top
    if at is None or top is None:
        return None
    run = tree.over(held.carrier.span)
    doubt = left_open(tree, at, run)
    if doubt is not None:
        return Lost(Loss.CERTAINTY, doubt) if tree.lows[tree.over(doubt)[0]] not in NO else None
    told = undone(tree, at, run, coming=True) is None and tree.relation(at) in TOLD
    if not told or held.said():
        return None
    return Lost(Loss.OPPOSITE, tree.words[at].span, tree.words[top].span)


def charged(held: Held, at: set[int]) -> bool:
    """Whether words bear on what somebody is charged with, in headline and sentence alike.

    Takes: "allegedly" of "arrested for allegedly stealing", of a headline "Woman arrested for stealing". Leaves: the same of "Woman stole".
    """
    tree = held.tree
    above = {m for n in at for m in tree.up(n) if m not in at and m != n}
    return any(stem(tree.lows[n]) in stems("charges") and held.claim_has(n) for n in above)


def _who(one: Attribution) -> Span:
    words = sorted((*one.source, *one.cue))
    gap = words[0].gap(words[-1])
    near = gap is None or gap.length <= NEAR
    return words[0].hull(words[-1]) if near else one.cue[0]
