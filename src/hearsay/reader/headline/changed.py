"""Changed: what is lost or changed between a sentence of the body and the headline that it carries."""

from collections.abc import Callable, Iterator, Sequence

from hearsay.fidelity.tokens import Token
from hearsay.reader.headline.awaited import awaited, helped
from hearsay.reader.headline.carried import same_root
from hearsay.reader.headline.claim import root
from hearsay.reader.headline.disputed import (
    against_no,
    charged,
    debunks,
    disputed,
    of_another,
    other_way,
)
from hearsay.reader.headline.dropped import dropped
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held, shared_spans
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.mood import (
    denied,
    going_on,
    governors,
    left_open,
    not_yet,
    stems,
    turned_down,
    undone,
)
from hearsay.reader.headline.numbers import changed_number
from hearsay.reader.headline.sourced import CLOSE, NEAR, doubts, own, source_left_out
from hearsay.reader.headline.terms import opposites, phrases, softer
from hearsay.reader.headline.wholes import of_a_part
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Certainty, PassedOn
from hearsay.reading.commitment import Qualifier, QualifierKind
from hearsay.reading.voice import Strength
from hearsay.text.span import Span

UNSURE = (QualifierKind.MODAL, QualifierKind.EVIDENTIAL, QualifierKind.CONDITION)
FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})
DENIALS = frozenset({"not", "n't", "never"})


def losses(held: Held) -> Iterator[Lost]:
    """What is lost or changed, each with the words that show it.

    Takes: "Army crosses river" of "is said to have asked to cross the river": attribution and act.
    Leaves: a shorter wording of the same.
    """
    no = other_way(held)
    opposite = None if of_another(held) else against_no(held) if no else _opposite(held)
    if opposite is not None:
        yield opposite
    if opposite is not None or no:
        return
    least = NEAR if helped(held.tree, held.claim.top) else CLOSE  # what is to come, nobody knows
    close = held.top is not None or held.carrier.share >= least
    asserted = held.claim.strength is Strength.ASSERTED and not debunks(held)
    if asserted:
        yield from source_left_out(held)
    unsure = [*_certainty(held)] if asserted and close else []
    terms = None if unsure else dropped(held)
    doubt = disputed(held)
    yield from [doubt] if doubt else [Lost(Loss.CERTAINTY, terms)] if terms else unsure
    yield from _act(held)
    yield from of_a_part(held)
    if close and not not_yet(held.tree, held.point):
        yield from _limits(held)
    number = changed_number(held)
    if number is not None:
        yield Lost(Loss.NUMBER, *number)
    yield from _cause(held)


def _opposite(held: Held) -> Lost | None:
    """Takes: "rejects" of "approved"; "will cut jobs" of "no plans to cut jobs"; "offside" before "It was not."."""
    tree, top = held.tree, held.claim.top
    run = tree.over(held.carrier.span)
    named = held.top is not None
    head = None if top is None else tree.words[top].span
    for word, n in _in_place_of(held, opposites):
        deed = tree.over(word.span)[0]
        if tree.words[n].upos == "VERB" and tree.words[deed].upos != "NOUN":
            return Lost(Loss.OPPOSITE, tree.words[n].span, word.span)
    if held.after is not None:
        denial = _short_denial(tree, tree.over(held.after))
        if denial is not None:
            return Lost(Loss.OPPOSITE, denial, head)
    if held.point is None or _negated(tree, tree.over(held.claim.span)):
        return None
    bad = _refused(held) or (_no_deed(held) or _denied(held) if named and held.top == top else None)
    if bad is not None:
        return Lost(Loss.OPPOSITE, bad, head)
    return _for_and_against(held, run)


def _in_place_of(
    held: Held, others: Callable[[str], frozenset[str]]
) -> Iterator[tuple[Token, int]]:
    """The words of the claim that the sentence lacks, each with one that stands there for it by a table."""
    tree = held.tree
    for word in held.claim.words:
        if root(word) in held.carrier.shared:
            continue
        instead = others(root(word))
        for n in tree.over(held.carrier.span) if instead else ():
            if any(same_root(stem(tree.lows[n]), one) for one in instead):
                yield word, n


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


def _negated(tree: Tree, run: Sequence[int]) -> bool:
    return any(
        tree.lows[n] in (*DENIALS, "no", "none", "nobody", "nothing", "without") for n in run
    )


def _no_deed(held: Held) -> Span | None:
    """The words by which what the point says is not done at all."""
    tree, at = held.tree, held.point
    if at is None or not_yet(tree, at):
        return None
    for n in tree.children(at, "advmod"):
        if tree.lows[n] in DENIALS:
            return tree.words[n].span.hull(tree.words[at].span)
    if not any(tree.lows[n] == "to" for n in tree.children(at, "mark", "aux")):
        return None
    start = tree.over(held.carrier.span).start
    before = " ".join(tree.lows[max(start, at - BEFORE) : at])
    for phrase in phrases("no_deed"):
        for form in (f"{phrase} to", phrase):
            if before.endswith(form):
                return tree.words[at - len(form.split())].span.hull(tree.words[at].span)
    return None


BEFORE = 6


def _denied(held: Held) -> Span | None:
    """What says that the point is not so, where the headline says nothing of the kind."""
    own = held.tree.over(held.claim.span)
    if held.point is None or any(stem(held.tree.lows[n]) in stems("undoes") for n in own):
        return None
    return denied(held.tree, held.point, held.tree.over(held.carrier.span))


def _refused(held: Held) -> Span | None:
    """What refuses that for which the headline has the deed: "awards damages" of "rejected the claim for damages"."""
    tree, top = held.tree, held.claim.top
    if top is None or stem(tree.lows[top]) in stems("undoes") | stems("asked_for"):
        return None
    run = tree.over(held.carrier.span)
    things = {stem(tree.lows[n]) for n in tree.children(top, "obj") if tree.words[n].upos == "NOUN"}
    spans = (turned_down(tree, n, run) for n in run if stem(tree.lows[n]) in things)
    return next((span for span in spans if span is not None), None)


def _for_and_against(held: Held, run: range) -> Lost | None:
    """Takes: "votes for later start" of "voted 3-2 against starting"; "all" of "none"."""
    tree = held.tree
    head = {tree.lows[n]: n for n in tree.over(held.claim.span)}
    body = {tree.lows[n]: n for n in run}
    for one, other in (
        ("for", "against"),
        ("against", "for"),
        ("all", "none"),
        ("with", "without"),
    ):
        both = one in head and other in body and one not in body and other not in head
        if both and (one != "for" or held.verb[:4] in ("vote", "vot")):
            return Lost(Loss.OPPOSITE, tree.words[body[other]].span, tree.words[head[one]].span)
    return None


def _certainty(held: Held) -> Iterator[Lost]:
    """Takes: "may come early", "probably", "alleged", "provided that …". Leaves: "would" of a future told in the past."""
    run = held.tree.over(held.claim.span)
    open_too = bool({"if", "unless"} & {held.tree.lows[n] for n in run})
    for one in held.qualifiers:
        if one.kind is QualifierKind.CONDITION and (open_too or held.top is None):
            continue
        low = one.span.cut(held.tree.text).lower()
        if one.kind in UNSURE and low not in FUTURE and _bears(held, one):
            yield Lost(Loss.CERTAINTY, one.span)
            return
    doubt = _open(held)
    if doubt and not open_too:
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
    """Takes: "orders" of "asked"; "sues" of "threatened to sue"; "is rebuilt" of "is being rebuilt"."""
    tree, at = held.tree, held.point
    top = held.top if held.top is not None else held.claim.top
    if at is None or top is None:
        return
    head = tree.words[top].span
    run = tree.over(held.carrier.span)
    named = held.top is not None
    for word, n in _in_place_of(held, softer):
        yield Lost(Loss.ACT, tree.words[n].span, word.span)
        return
    if awaited(held, top):
        yield from _only_asked(held, at)
        return
    if not named and not _deed_of_its_own(held, at):
        return
    governor = _governor(tree, at, run)
    if governor is not None and not held.claim_has(governor):
        yield Lost(Loss.ACT, tree.words[governor].span, head)
        return
    only = undone(tree, at, run, coming=False) or (None if named else _words_alone(held, at))
    if only is not None and not any(held.claim_has(n) for n in tree.over(only) if n != at):
        yield Lost(Loss.ACT, only, head)
        return
    if not named or any(tree.lows[n] == "to" for n in tree.children(top, "mark")):
        return
    for n in tree.children(at, "aux") if tree.is_clause(top) else ():
        if tree.lows[n] in FUTURE or (tree.lows[n] == "being" and going_on(tree, at, top)):
            yield Lost(Loss.TENSE, tree.words[n].span.hull(tree.words[at].span), head)


def _words_alone(held: Held, at: int) -> Span | None:
    """Takes: "get a rise" of "has offered a rise". Leaves: "said"; "want a debate", of which the headline tells nothing."""
    tree = held.tree
    things = tree.children(at, "obj", "ccomp", "xcomp")
    words = stem(tree.lows[at]) in stems("asked_for") | stems("meant")
    return tree.words[at].span if words and any(map(held.claim_has, things)) else None


def _only_asked(held: Held, at: int) -> Iterator[Lost]:
    """Takes: "to be compensated" of "demanded that growers be compensated". Leaves: "to sue" of "will sue", "is to sue"."""
    tree, top = held.tree, held.top
    if top is None or top != held.claim.top:
        return
    only = undone(tree, at, tree.over(held.carrier.span), coming=True)
    if only is not None and not any(held.claim_has(n) for n in tree.over(only) if n != at):
        yield Lost(Loss.ACT, only, tree.words[top].span)


def _deed_of_its_own(held: Held, at: int) -> bool:
    """Whether a plain headline has for a deed what the sentence, with most of the claim, tells in another verb."""
    tree, share = held.tree, held.carrier.share
    plain = held.claim.strength is Strength.ASSERTED and held.claim.top is not None
    return (
        plain
        and share >= UNNAMED
        and tree.words[at].upos == "VERB"
        and at not in {n for one in held.said() for n in tree.inside(one.cue)}
    )


UNNAMED = 0.6
"""The share of a claim that a sentence must have whose other verb is taken for the deed of the headline."""


def _governor(tree: Tree, at: int, run: range) -> int | None:
    """The word on which what the point says hangs undone: "asked … to", "threatened to", "expect … to"."""
    if not any(tree.lows[n] == "to" for n in tree.children(at, "mark", "aux")):
        return None
    weak = {*phrases("weak_governor")}
    for above in tree.up(at):
        if above not in run:
            return None
        if tree.lows[above] in weak or tree.lows[above].startswith("expect"):
            return above
    return None


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
    near = {n for n in at if n == held.point or n in above}
    spans = shared_spans(held.carrier)
    named = {n for n in at if any(span.meets(tree.words[n].span) for span in spans)}
    aside = held.point is not None and any(
        tree.relation(n) in ("conj", "parataxis") and held.point in tree.up(n)
        for n in (*near, *named)
    )
    below = held.top is None and one.kind is QualifierKind.TEMPORAL and bool(at & held.clause)
    return (bool(near | named) or below) and not aside and not charged(held, at)


def _limits(held: Held) -> Iterator[Lost]:
    """Takes: "for the time being", "until Monday", "some", "only". Leaves: a limit that the headline has too."""
    tree = held.tree
    heads = {one.kind for one in held.qualifiers if held.claim.span.holds(one.span)}
    for kind, loss in ((QualifierKind.TEMPORAL, Loss.TIME), (QualifierKind.SCOPE, Loss.SCOPE)):
        if kind in heads or (kind is QualifierKind.SCOPE and held.top is None):
            continue
        for one in held.qualifiers:
            if one.kind is kind and _bears(held, one):
                yield Lost(loss, one.span)
                break
    own = {tree.lows[n] for n in tree.over(held.claim.span)}
    if held.point is None or "until" in own or QualifierKind.TEMPORAL in heads:
        return
    for n in tree.below(held.point):
        when = tree.words[n].head
        if tree.lows[n] == "until" and held.point in (when, tree.words[when].head):
            yield Lost(Loss.TIME, tree.words[n].span.hull(tree.words[when].span))
            return


def _cause(held: Held) -> Iterator[Lost]:
    """Takes: "Dust is killing the trout" of "no more than a coincidence". Leaves: a cause that the body names too."""
    text = held.tree.text
    head = held.claim.span.cut(text).lower()
    cause = next((form for form in phrases("causes") if f" {form} " in f" {head} "), None)
    around = held.carrier.span.hull(held.after) if held.after else held.carrier.span
    body = around.cut(text).lower()
    if cause is None or any(f" {form} " in f" {body} " for form in phrases("causes")):
        return
    run = held.tree.over(around)
    goes = {form for form in phrases("goes_with") if " " not in form}
    for n in run:
        if held.tree.lows[n] in goes:
            yield Lost(Loss.CAUSE, held.tree.words[n].span)
            return
