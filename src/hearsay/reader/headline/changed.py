"""Changed: what is lost or changed between a sentence of the body and the headline that it carries."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

import msgspec

from hearsay.fidelity.tokens import Token
from hearsay.language.marking import Marking
from hearsay.language.stems import carrying, stem
from hearsay.reader.headline.carried import Carrier, same_root
from hearsay.reader.headline.claim import Claim, root
from hearsay.reader.headline.terms import opposites, phrases, softer
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Act, Attribution, Certainty, PassedOn
from hearsay.reading.commitment import Qualifier, QualifierKind
from hearsay.reading.voice import Strength
from hearsay.text.span import Span, cut

SETTLED = (Act.CONFIRM, Act.KNOW, Act.AGREE)
DOUBTFUL = (Act.ACCUSE, Act.BELIEVE, Act.DOUBT, Act.PREDICT)
UNSURE = (QualifierKind.MODAL, QualifierKind.EVIDENTIAL, QualifierKind.CONDITION)
FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})
HELPS = frozenset(
    {"will", "would", "to", "may", "might", "could", "should", "shall", "must", "can"}
)
DENIALS = frozenset({"not", "n't", "never"})


NEAR = ("obl", "advmod", "aux", "nmod")
"""What hangs on the words above a point and bears on it: "no plans at present to …"."""

APART = 40
"""Characters between a source and its cue that are shown with them."""

ANYBODY = frozenset(
    {"a", "an", "one", "some", "someone", "somebody", "several", "two", "three", "many"}
)
"""With which somebody is named who is not the one of whom the headline speaks."""


class Loss(StrEnum):
    """What is lost or changed between body and headline."""

    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"
    TIME = "time"
    ACT = "act"
    NUMBER = "number"
    TENSE = "tense"
    CAUSE = "cause"
    DISTANCE = "distance"
    OPPOSITE = "opposite"


class Lost(msgspec.Struct, frozen=True):
    """One thing that was lost, or the opposite said.

    Attributes:
        loss: what.
        body: the words of the body that show it.
        head: the words of the headline; None where it is their absence.
    """

    loss: Loss
    body: Span
    head: Span | None = None


class Held(msgspec.Struct, frozen=True):
    """A claim beside the sentence that carries it.

    Attributes:
        tree: of the article.
        claim: of the headline.
        carrier: the sentence.
        after: the sentence that follows it; None for none.
        point: its word that stands for the main predicate of the claim; None where none does.
        top: the predicate of the claim that it stands for; None where it is none of the claim's own.
        attributions, qualifiers, actors: of the article.
        marks: the table of marking.
    """

    tree: Tree
    claim: Claim
    carrier: Carrier
    after: Span | None
    point: int | None
    top: int | None
    attributions: Sequence[Attribution]
    qualifiers: Sequence[Qualifier]
    actors: Sequence[Actor]
    marks: Marking

    @property
    def clause(self) -> set[int]:
        """The words of the clause in which the point stands, and those it hangs on."""
        if self.point is None:
            return {*self.tree.over(self.carrier.span)}
        beside = self.tree.children(self.point, "conj", "parataxis")
        away = {n for branch in beside for n in self.tree.below(branch)}
        above = [n for n in self.tree.up(self.point) if n in self.tree.over(self.carrier.span)]
        near = {
            n
            for up in above
            for held in self.tree.children(up, *NEAR)
            for n in self.tree.below(held)
        }
        return ({*self.tree.below(self.point)} - away) | {*above} | near

    @property
    def verb(self) -> str:
        """The stem of the main predicate of the claim; "" for none."""
        at = self.top if self.top is not None else self.claim.top
        return "" if at is None else stem(self.tree.lows[at])

    def said(self) -> list[Attribution]:
        """The statements in whose contents the point stands, the innermost first; without a point of the claim's own, most of the words."""
        if self.point is not None and self.top is not None:
            spans = [self.tree.words[self.point].span]
        else:
            spans = shared_spans(self.carrier)
        holds = [
            one
            for one in self.attributions
            if sum(any(part.holds(at) for part in one.content) for at in spans) > MOST * len(spans)
        ]
        return sorted(holds, key=lambda one: sum(part.length for part in one.content))


MOST = 0.7
"""The share of the words that a sentence shares with a claim which a content must hold to be what carries it."""


def shared_spans(carrier: Carrier) -> list[Span]:
    """Where the words of a claim stand in a sentence."""
    return [
        word.span
        for word in carrier.words
        if any(same_root(root(word), one) for one in carrier.shared)
    ]


def point(tree: Tree, claim: Claim, carrier: Carrier) -> tuple[int | None, int | None]:
    """The word of a sentence that stands for a predicate of a claim, and that predicate.

    It is the same verb; where there is none, the predicate on which most of the shared words hang, and no predicate of the claim.
    """
    run = tree.over(carrier.span)
    clauses = [n for n in run if tree.is_clause(n)]
    own = [n for word in claim.words for n in tree.over(word.span)]
    for top in (claim.top, *own) if claim.top is not None else own:
        verb = stem(tree.lows[top])
        for n in clauses:
            if same_root(stem(tree.lows[n]), verb) and (
                top == claim.top or tree.words[n].upos == "VERB"
            ):
                return n, top
    spans = shared_spans(carrier)
    held = {n for n in run if any(span.meets(tree.words[n].span) for span in spans)}
    most = max(
        clauses,
        key=lambda n: (len(held & {*tree.below(n)}), -len(tree.below(n))),
        default=None,
    )
    return most, None


def losses(held: Held) -> Iterator[Lost]:
    """What is lost or changed, each with the words that show it.

    Takes: "Army crosses river" of "is said to have asked to cross the river": attribution and act.
    Leaves: a shorter wording of the same.
    """
    opposite = _opposite(held)
    if opposite is not None:
        yield opposite
        return
    asserted = held.claim.strength is Strength.ASSERTED
    if asserted:
        yield from _attribution(held)
        yield from _certainty(held)
    yield from _act(held)
    yield from _limits(held)
    yield from _number(held)
    yield from _cause(held)


def _opposite(held: Held) -> Lost | None:
    """Takes: "rejects" of "approved"; "will cut jobs" of "no plans to cut jobs"; "offside" before "It was not."."""
    tree, top = held.tree, held.claim.top
    run = tree.over(held.carrier.span)
    named = held.top is not None
    head = None if top is None else tree.words[top].span
    for word, n in _in_place_of(held, opposites):
        if tree.words[n].upos == "VERB":
            return Lost(Loss.OPPOSITE, tree.words[n].span, word.span)
    if held.after is not None:
        denial = _short_denial(tree, tree.over(held.after))
        if denial is not None:
            return Lost(Loss.OPPOSITE, denial, head)
    if held.point is None or _negated(tree, tree.over(held.claim.span)):
        return None
    if named and held.top == top:
        bad = _no_deed(held)
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
    """Takes: "He had not."; "According to the report, it was not.". Leaves: "He had not slept."."""
    words = [n for n in run if tree.words[n].upos != "PUNCT"]
    last = next((n for n in words if tree.lows[n] in DENIALS), None)
    if last is None or last == words[0] or last + 1 >= run.stop:
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
    if at is None:
        return None
    for n in tree.children(at, "advmod"):
        if tree.lows[n] in DENIALS:
            return tree.words[n].span
    if not any(tree.lows[n] == "to" for n in tree.children(at, "mark", "aux")):
        return None
    start = tree.over(held.carrier.span).start
    before = " ".join(tree.lows[max(start, at - BEFORE) : at])
    for phrase in phrases("no_deed"):
        if before.endswith((f"{phrase} to", phrase)):
            return tree.words[at - 1].span
    return None


BEFORE = 6


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


def _attribution(held: Held) -> Iterator[Lost]:
    """Takes: "Owner was warned" of "the prosecutor told the court that the owner had been warned"; "claimed".

    Leaves: "Lund will go" of "Lund said she would go", her own deed; "the museum conceded", which settles it.
    """
    for one in held.said():
        if not (one.source or one.cue) or _own(held, one) or _settled(held, one):
            continue
        words = sorted((*one.source, *one.cue))
        gap = words[0].gap(words[-1])
        near = gap is None or gap.length <= APART
        yield Lost(
            Loss.ATTRIBUTION, words[0].hull(words[-1]) if near else (one.cue or one.source)[0]
        )
        if len(one.chain) > 1:
            yield Lost(Loss.DISTANCE, (one.cue or one.source)[0])
        return


def _own(held: Held, one: Attribution) -> bool:
    """Whether the one who says it is in the headline, or does what it says."""
    first = next(iter(cut(one.source, held.tree.text).lower().split()), "")
    if first in ANYBODY or one.act is Act.ACCUSE:  # of another
        return False
    names = [cut(one.source, held.tree.text)] + [
        actor.name for actor in held.actors if actor.id == one.speaker
    ]
    roots = {each for name in names for each in carrying(name)}
    return any(same_root(root(word), other) for word in held.claim.words for other in roots)


def _settled(held: Held, one: Attribution) -> bool:
    cue = cut(one.cue, held.tree.text).lower()
    told = any(
        form in cue.split() or (" " in form and form in cue) for form in phrases("disclosed")
    )
    return told or one.act in SETTLED or one.passed_on is PassedOn.VOUCHED


def _certainty(held: Held) -> Iterator[Lost]:
    """Takes: "may come early", "probably", "alleged", "provided that …". Leaves: "would" of a future told in the past."""
    clause = held.clause
    run = held.tree.over(held.claim.span)
    open_too = bool({"if", "unless"} & {held.tree.lows[n] for n in run})
    for one in held.qualifiers:
        if one.kind is QualifierKind.CONDITION and (open_too or held.top is None):
            continue
        words = [*held.tree.over(one.span)]
        low = one.span.cut(held.tree.text).lower()
        if (
            one.kind in UNSURE
            and low not in FUTURE
            and any(n in clause for n in words)
            and held.carrier.span.holds(one.span)
        ):
            yield Lost(Loss.CERTAINTY, one.span)
            return
    for said in held.said():
        unsure = said.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE)
        if (
            (unsure or said.act in DOUBTFUL or said.passed_on is PassedOn.DISTANCED)
            and said.cue
            and not _own(held, said)
        ):
            yield Lost(Loss.CERTAINTY, said.cue[0])
            return


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
    if not named or _helped(tree, top):
        return
    governor = _governor(tree, at, run)
    if governor is not None:
        yield Lost(Loss.ACT, tree.words[governor].span, head)
        return
    for n in tree.children(at, "aux"):
        if tree.lows[n] in FUTURE or (
            tree.lows[n] == "being"
            and "being" not in {tree.lows[m] for m in tree.children(top, "aux")}
        ):
            yield Lost(Loss.TENSE, tree.words[n].span.hull(tree.words[at].span), head)


def _helped(tree: Tree, top: int) -> bool:
    """Whether the headline itself speaks of what is still to come."""
    near = {tree.lows[n] for n in tree.children(top, "aux", "mark")}
    return bool(near & HELPS)


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


def _limits(held: Held) -> Iterator[Lost]:
    """Takes: "for the time being", "until Monday", "some", "only". Leaves: a limit that the headline has too."""
    tree = held.tree
    heads = [one for one in held.qualifiers if held.claim.span.holds(one.span)]
    clause = held.clause
    for kind, loss in ((QualifierKind.TEMPORAL, Loss.TIME), (QualifierKind.SCOPE, Loss.SCOPE)):
        if any(one.kind is kind for one in heads):
            continue
        for one in held.qualifiers:
            inside = held.carrier.span.holds(one.span) and any(
                n in clause for n in tree.over(one.span)
            )
            if one.kind is kind and inside:
                yield Lost(loss, one.span)
                break
    if held.point is not None and "until" not in {tree.lows[n] for n in tree.over(held.claim.span)}:
        for n in tree.below(held.point):
            when = tree.words[n].head
            if tree.lows[n] == "until" and held.point in (when, tree.words[when].head):
                yield Lost(Loss.TIME, tree.words[n].span.hull(tree.words[when].span))
                break


def _number(held: Held) -> Iterator[Lost]:
    """Takes: "4 percent" of "3.1 percent". Leaves: "30 million" of "29.8 million", which is round; a number that stands elsewhere."""
    there = [word for word in held.carrier.words if word.number]
    for word in held.claim.words:
        if not word.number or any(one.key == word.key for one in there):
            continue
        other = next((one for one in there if _counts_the_same(held, word, one)), None)
        if other is not None and not _round(word.key, other.key):
            yield Lost(Loss.NUMBER, other.span, word.span)
            return


def _counts_the_same(held: Held, word: Token, other: Token) -> bool:
    mine, theirs = (_counted(held.tree, one.span) for one in (word, other))
    return bool(mine & theirs)


def _counted(tree: Tree, span: Span) -> set[str]:
    run = tree.over(span)
    near = [tree.words[n].head for n in run] + [
        m for n in run for m in tree.held[tree.words[n].head]
    ]
    return {
        stem(tree.lows[n])
        for n in near
        if n not in run and tree.words[n].upos in ("NOUN", "SYM", "PROPN")
    }


def _round(one: str, other: str) -> bool:
    try:
        mine, theirs = float(one), float(other)
    except ValueError:
        return False
    return abs(mine - theirs) <= ROUND * max(mine, theirs)


ROUND = 0.04
"""How far a round number may be off, of the number itself."""


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
