"""Disputed: what a headline denies that its body tells, and a story that its body calls untrue."""

from hearsay.reader.headline.claim import SAYS
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import DENIALS, NO, Against, Held
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import denied, how, left_open, undone
from hearsay.reader.headline.terms import stems
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act, Attribution, Polarity
from hearsay.reading.voice import Strength
from hearsay.text.span import Span

NEAR = 40
"""Characters between who denies and his verb that are shown with them."""

SAYS_SO = 0.6
"""The share of a claim that a sentence must have to be told to say so."""

CARRIES = 0.4
"""The share that a sentence must have in which somebody else says that the story is false."""

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


def says_so(held: Held) -> bool:
    """Whether a sentence that has most of a claim may be said to say so: it has its deed, or nearly all of its words; and a "not" where, and only where, the claim has one.

    Takes: "Vase a copy" of "The vase is a copy". Leaves: "Officer lied" of "the officer told a report"; "won't play" of "will star"; "play" of "will no longer be playing".
    """
    tree = held.tree
    run = tree.over(held.carrier.span)
    if held.carrier.share < SAYS_SO or any(tree.lows[n] == "?" for n in run):
        return False
    said = held.claim.said
    if says_no(held) or (said is not None and said.act is Act.DENY):
        return any(_no(tree, n) for n in run)
    flat = not any(_no(tree, n) for n in tree.over(held.claim.span))
    if flat and any(_no(tree, n) for n in held.clause):
        return False
    return held.top is not None or held.carrier.share >= NEARLY_ALL


def debunks(held: Held) -> bool:
    """Whether a headline says of a story that it is not so, and a sentence tells only the story, of which the headline makes nothing stronger.

    Takes: "Lund not dead, death hoax spreads" over "She was alleged to have died". Leaves: it over "Reports of her death are false, her agent said".
    """
    tree = held.tree
    own, run = tree.over(held.claim.span), tree.over(held.carrier.span)
    if any(stem(tree.lows[n]) in stems("untrue") for n in own):
        return True
    return any(tree.lows[n] in NO for n in own) and not any(_untrue(tree, n) for n in run)


def _untrue(tree: Tree, at: int) -> bool:
    """Whether a word denies, or says of a story that it is none."""
    return tree.lows[at] in NO or stem(tree.lows[at]) in stems("untrue")


def _no(tree: Tree, at: int) -> bool:
    """Whether a word denies."""
    return tree.lows[at] in NO or stem(tree.lows[at]) in stems("undoes")


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
    told = told and tree.lows[at] not in SAYS
    if not told or held.said() or any(tree.lows[n] == "?" for n in run):
        return None
    return Lost(Loss.OPPOSITE, tree.words[at].span, tree.words[top].span)


def untrue(told: Against) -> Lost | None:
    """What says of the story itself that it is not so, where the headline has no word of that.

    Takes: "Reports that … are false, the company says" with much of the claim; "the picture is a hoax" anywhere in the author's own words. Leaves: "he
    said that the allegations were false", of whoever is accused.
    """
    tree = told.tree
    words = stems("untrue") | stems("tale")
    named = (n for n in told.own if tree.words[n].upos != "VERB")
    if any(_no(tree, n) for n in told.own) or any(stem(tree.lows[n]) in words for n in named):
        return None
    said = [part for one in told.attributions for part in one.content]
    for one in told.every:
        run = tree.over(one.span)
        for n in run:
            tale = _tale(tree, n, run)
            if tale is None:
                continue
            if one.share >= CARRIES or not any(part.holds(tree.words[n].span) for part in said):
                return Lost(Loss.CERTAINTY, tree.words[tale].span.hull(tree.words[n].span))
    return None


def _tale(tree: Tree, at: int, run: range) -> int | None:
    """The story of which a word says that it is not so: "reports" of "Reports that … are false"."""
    if stem(tree.lows[at]) not in stems("untrue") or denied(tree, at, run) is not None:
        return None
    who = tree.child(at, "nsubj")
    who = tree.words[at].head if who is None else who  # on which the tree may hang it
    tale = who < at and who in run and stem(tree.lows[who]) in stems("tale")
    return who if tale and tree.relation(at) in (*TOLD, "ccomp") else None


def charged(held: Held, at: set[int]) -> bool:
    """Whether words bear on what somebody is charged with, in headline and sentence alike.

    Takes: "allegedly" of "arrested for allegedly stealing", of a headline "Woman arrested for stealing". Leaves: the same of "Woman stole".
    """
    tree = held.tree
    above = {m for n in at for m in tree.up(n) if m not in at and m != n}
    return any(stem(tree.lows[n]) in stems("charges") and held.claim_has(n) for n in above)


def disputed(held: Held) -> Lost | None:
    """Who denies, or would not say, what a headline tells as so.

    Takes: "Children sort ore" of "the company denied a report that children were sorting ore". Leaves: "Company denies …", "Nobody sorts ore"; what
    the denial is not of: "said she was born there and never left".
    """
    tree, at = held.tree, held.point
    own = tree.over(held.claim.span)
    flat = held.claim.strength in (Strength.ASSERTED, Strength.ATTRIBUTED)
    if not flat or any(_no(tree, n) for n in own):
        return None
    run = tree.over(held.carrier.span)
    if at is not None and how(tree, at):
        return None
    doubted = at is not None and (
        denied(tree, at, run) is not None or left_open(tree, at, run) is not None
    )
    for one in held.said():
        by_cue = one.polarity is Polarity.NEG or any(_no(tree, n) for n in tree.inside(one.cue))
        if (
            one.cue
            and (one.act is Act.DENY or one.polarity is Polarity.NEG)
            and (by_cue or doubted)
        ):
            return Lost(Loss.CERTAINTY, _who(one))
    return None


def _who(one: Attribution) -> Span:
    words = sorted((*one.source, *one.cue))
    gap = words[0].gap(words[-1])
    near = gap is None or gap.length <= NEAR
    return words[0].hull(words[-1]) if near else one.cue[0]


def of_another(held: Held) -> bool:
    """Whether a headline has somebody's words, and the sentence those of others alone, who may well say the opposite."""
    whose = held.claim.said.speaker if held.claim.said else None
    theirs = {one.speaker for one in held.said()}
    return whose is not None and bool(theirs) and None not in theirs and whose not in theirs
