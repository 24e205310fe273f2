"""Changed: what is lost or changed between a sentence of the body and the headline that it carries."""

import itertools
from collections.abc import Iterator

from hearsay.fidelity.bearing import opposite
from hearsay.reader.headline.claim import root
from hearsay.reader.headline.disputed import (
    against_no,
    charged,
    debunks,
    disputed,
    of_another,
    other_way,
)
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import DENIALS, NO, Held, depends, of_another_thing, shared_spans
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import (
    awaited,
    denied,
    going_on,
    governors,
    helped,
    left_open,
    not_yet,
    undone,
)
from hearsay.reader.headline.numbers import changed_number
from hearsay.reader.headline.sourced import CLOSE, NEAR, doubts, own, source_left_out
from hearsay.reader.headline.terms import stems
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Certainty, PassedOn
from hearsay.reading.commitment import Qualifier, QualifierKind
from hearsay.reading.voice import Strength
from hearsay.text.span import Span

TURNS = {"for": "against", "against": "for", "all": "none"}
"""Words of which another turns what is said: "votes for a later start" of "voted 3-2 against starting later"."""

UNSURE = (QualifierKind.MODAL, QualifierKind.EVIDENTIAL, QualifierKind.CONDITION)
WISHES = frozenset({"want", "wish", "hope", "need"})
"""What somebody who will do it does already."""

FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})


def losses(held: Held) -> Iterator[Lost]:
    """What is lost or changed, each with the words that show it.

    Takes: "Army crosses river" of "is said to have asked to cross the river": attribution and act.
    Leaves: a shorter wording of the same.
    """
    if _asked(held):
        return
    no = other_way(held)
    other = None if of_another(held) else against_no(held) if no else _opposite(held)
    if other is not None:
        yield other
    if other is not None or no or debunks(held):
        return
    if _aside(held):
        return
    least = NEAR if helped(held.tree, held.claim.top) else CLOSE  # what is to come, nobody knows
    close = held.top is not None or held.carrier.share >= least
    asserted = held.claim.strength is Strength.ASSERTED
    if asserted:
        yield from source_left_out(held)
    doubt = disputed(held)
    if doubt is not None:
        yield doubt
    elif asserted and close:
        yield from _certainty(held)
    yield from _act(held)
    if close and not not_yet(held.tree, held.point):
        yield from _limits(held)
    number = changed_number(held)
    if number is not None:
        yield Lost(Loss.NUMBER, *number)


def _certainty(held: Held) -> Iterator[Lost]:
    """Takes: "may come early", "probably", "alleged", "provided that …". Leaves: "would" of a future told in the past."""
    run = held.tree.over(held.claim.span)
    open_too = bool({"if", "unless"} & {held.tree.lows[n] for n in run})
    for one in held.qualifiers:
        if one.kind is QualifierKind.CONDITION and (
            open_too or held.top is None or _no_terms(held, one.span)
        ):
            continue
        low = one.span.cut(held.tree.text).lower()
        if one.kind in UNSURE and low not in FUTURE and _bears(held, one):
            yield Lost(Loss.CERTAINTY, one.span)
            return
    doubt = _open(held)
    if doubt and not open_too and not _no_terms(held, doubt):
        yield Lost(Loss.CERTAINTY, doubt)
        return
    for said in held.said():
        unsure = said.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE)
        if (
            (unsure or doubts(said) or said.passed_on is PassedOn.DISTANCED)
            and said.cue
            and not own(held, said)
        ):
            yield Lost(Loss.CERTAINTY, said.cue[0])
            return


def _aside(held: Held) -> bool:
    """Whether a sentence has of a headline only what that says beside its deed: "set up" of "Clerk who set up the club gets a prize"."""
    tree, top = held.tree, held.claim.top
    beside = held.top is not None and tree.words[held.top].relation == "acl:relcl"
    return beside and top != held.top and top is not None and tree.is_clause(top)


def _asked(held: Held) -> bool:
    """Whether a sentence asks for the deed, and so tells nothing of it."""
    tree, at = held.tree, held.point
    asks = any(tree.lows[n] == "?" for n in tree.over(held.carrier.span))
    return asks and at is not None and tree.relation(at) == "root"


def _no_terms(held: Held, terms: Span) -> bool:
    """Whether words with "if" leave nothing out: "if less directly", or terms that the headline has in other words: "slaps shoppers for sneezing"."""
    run = held.tree.over(terms)
    if held.tree.lows[run.start] not in ("if", "unless"):
        return False
    deeds = [n for n in run if held.tree.words[n].upos == "VERB" and n != held.point]
    told = held.point not in run and any(held.claim_has(n) for n in deeds)
    return told or not any(held.tree.is_clause(n) for n in run)


def _open(held: Held) -> Span | None:
    """What leaves the point open; of what is to come also what leaves its parts open: "famine is possible"."""
    tree, run, top = held.tree, held.tree.over(held.carrier.span), held.claim.top
    doubt = None if held.point is None else left_open(tree, held.point, run)
    if doubt is not None or top is None or not helped(tree, top):
        return doubt
    aside = {n for m in tree.children(top, "advcl", "conj", "parataxis") for n in tree.below(m)}
    around = {tree.words[top].head, *tree.below(top), *tree.below(tree.words[top].head)} - aside
    core = {stem(tree.lows[n]) for n in around if tree.words[n].upos in ("NOUN", "PROPN", "VERB")}
    for found in held.marks.found(tree.lows, run.start, run.stop, "modal", "probable", "possible"):
        bears = (
            tree.words[found.first].head if tree.words[found.first].upos == "AUX" else found.first
        )
        parts = (m for m in tree.children(bears, "nsubj", "obj", "nmod", "obl"))
        if tree.lows[found.first] not in FUTURE and any(
            stem(tree.lows[m]) in core for part in parts for m in tree.below(part)
        ):
            return tree.words[found.first].span.hull(tree.words[bears].span)
    return None


def _act(held: Held) -> Iterator[Lost]:
    """Takes: "sues" of "threatened to sue"; "to be compensated" of "demanded that growers be compensated"; "is rebuilt" of "is being rebuilt".

    Leaves: "to sue" of "will sue", "is to sue".
    """
    tree, at, top = held.tree, held.point, held.top
    if at is None or top is None:
        return
    coming = awaited(held, top)
    if coming and top != held.claim.top:
        return
    if depends(tree, held.claim, top):
        return
    head = tree.words[top].span
    only = undone(tree, at, tree.over(held.carrier.span), coming=coming)
    if only is not None and not any(held.claim_has(n) for n in tree.over(only) if n != at):
        yield Lost(Loss.ACT, only, head)
        return
    if coming or any(tree.lows[n] == "to" for n in tree.children(top, "mark")):
        return
    if stem(tree.lows[top]) in WISHES or _denied(held) is not None:
        return
    for n in tree.children(at, "aux") if tree.is_clause(top) else ():
        if tree.lows[n] in FUTURE or (tree.lows[n] == "being" and going_on(tree, at, top)):
            yield Lost(Loss.TENSE, tree.words[n].span.hull(tree.words[at].span), head)


def _bears(held: Held, one: Qualifier) -> bool:
    """Whether words that leave something open bear on the point, or on a word of the claim."""
    tree = held.tree
    if not held.carrier.span.holds(one.span):
        return False
    if one.kind is QualifierKind.CONDITION:
        return any(n in held.clause for n in tree.over(one.span))
    run = tree.over(one.span)
    at = {*run} | {tree.words[n].head for n in run}
    above = (
        {*governors(tree, held.point, tree.over(held.carrier.span))}
        if held.point is not None
        else set()
    )
    if _of_which(held, run.start):
        return False
    near = {n for n in at if n == held.point or n in above}
    spans = shared_spans(held.carrier)
    named = {n for n in at if any(span.meets(tree.words[n].span) for span in spans)}
    aside = held.point is not None and any(
        tree.relation(n) in ("conj", "parataxis") and held.point in tree.up(n)
        for n in (*near, *named)
    )
    return bool(near | named) and not aside and not charged(held, at)


def _of_which(held: Held, at: int) -> bool:
    """Whether a word stands in a clause that only says which thing is meant, and the point does not: "primaries where only members may vote"."""
    tree = held.tree
    line = itertools.takewhile(lambda n: n != held.point, [at, *tree.up(at)])
    clauses = [n for n in line if tree.words[n].relation == "acl:relcl"]
    return held.point is not None and any(held.point not in tree.below(n) for n in clauses)


def _short_denial(tree: Tree, run: range) -> Span | None:
    """Takes: "He had not."; "According to the report, it was not.". Leaves: "He had not slept."; "They differ from those who don't."."""
    words = [n for n in run if tree.words[n].upos != "PUNCT"]
    last = next((n for n in words if tree.lows[n] in DENIALS), None)
    if last is None or last == words[0] or last + 1 >= run.stop:
        return None
    if all(tree.relation(n) != "root" for n in (last - 1, last)):
        return None
    stops = tree.lows[last + 1] in (".", "!", ";", ",")
    return (
        tree.words[last - 1].span.hull(tree.words[last].span)
        if stops and last == words[-1]
        else None
    )


def _denied(held: Held) -> Span | None:
    """What says that the point is not so, where the headline says nothing of the kind."""
    own = held.tree.over(held.claim.span)
    if any(held.tree.lows[n] in NO or stem(held.tree.lows[n]) in stems("untrue") for n in own):
        return None
    if held.verb in ("have", "has", "had"):  # "has a chance" and "have no ship" are of two things
        return None
    if held.point is None or any(stem(held.tree.lows[n]) in stems("undoes") for n in own):
        return None
    if held.top is None or depends(held.tree, held.claim, held.top):
        return None
    no = denied(held.tree, held.point, held.tree.over(held.carrier.span))
    far = no is not None and (
        held.tree.lows[held.tree.over(no)[0]] not in NO
        or held.tree.child(held.point, "xcomp") is not None
    )
    return None if far and of_another_thing(held.tree, held.claim, held.point) else no


def _opposite(held: Held) -> Lost | None:
    """Takes: "rejects" of "approved"; "offside" before "It was not."; "pays" of "has not paid". Leaves: a headline that itself denies."""
    tree, top = held.tree, held.claim.top
    head = None if top is None else tree.words[top].span
    run = tree.over(held.carrier.span)
    for word in held.claim.words:
        new = top in tree.over(word.span) and root(word) not in held.carrier.shared
        for n in run if new else ():
            told = tree.words[n].upos == "VERB" and tree.words[n].relation != "acl:relcl"
            if told and opposite(word.key, tree.lows[n]):
                return Lost(Loss.OPPOSITE, tree.words[n].span, word.span)
    own = {tree.lows[n]: n for n in tree.over(held.claim.span)}
    body = {tree.lows[n]: n for n in run}
    for one, other in TURNS.items() if own.keys() & {"all", "vote", "votes", "voted"} else ():
        if one in own and other in body and one not in body and other not in own:
            return Lost(Loss.OPPOSITE, tree.words[body[other]].span, tree.words[own[one]].span)
    denial = _short_denial(tree, tree.over(held.after)) if held.after is not None else None
    if (
        denial is None
        and held.top is not None
        and held.top == top
        and NO.isdisjoint(own)
        and "without" not in own
    ):
        denial = _denied(held)
    return Lost(Loss.OPPOSITE, denial, head) if denial is not None else None


def _limits(held: Held) -> Iterator[Lost]:
    """Takes: "for the time being", "some", "only". Leaves: a limit that the headline has too."""
    heads = {one.kind for one in held.qualifiers if held.claim.span.holds(one.span)}
    for kind, loss in ((QualifierKind.TEMPORAL, Loss.TIME), (QualifierKind.SCOPE, Loss.SCOPE)):
        if kind in heads or (kind is QualifierKind.SCOPE and held.top is None):
            continue
        bearing = (one for one in held.qualifiers if one.kind is kind and _bears(held, one))
        yield from (Lost(loss, one.span) for one in itertools.islice(bearing, 1))
