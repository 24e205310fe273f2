"""Held: a claim beside the sentence that carries it, the word of the sentence that stands for its predicate, and a claim beside the whole of its body."""

from collections.abc import Mapping, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.headline.carried import Carrier, same_root
from hearsay.reader.headline.claim import Claim, root
from hearsay.reader.headline.deeds import deeds_of, in_its_place, side
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.terms import stems
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution
from hearsay.reading.commitment import Qualifier
from hearsay.text.span import Span

DENIALS = frozenset({"not", "n't", "never"})
NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither"})
NO = DENIALS | NOBODY

SHORT_OF = frozenset({"without", "nearly", "almost"})
"""With which a headline itself says that something did not come about."""

NEAR = ("obl", "advmod", "aux", "nmod")
"""What hangs on the words above a point and bears on it: "no plans at present to …"."""


class Held(msgspec.Struct, frozen=True):
    """A claim beside the sentence that carries it.

    Attributes:
        tree: of the article.
        claim: of the headline.
        carrier: the sentence.
        opens: whether the sentence opens the body.
        after: the sentence that follows it; None for none.
        point: its word that stands for the main predicate of the claim; None where none does.
        top: the predicate of the claim that it stands for; None where it is none of the claim's own.
        attributions, qualifiers, actors: of the article.
        marks: the table of marking.
    """

    tree: Tree
    claim: Claim
    carrier: Carrier
    opens: bool
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
    def about_it(self) -> bool:
        """Whether the point tells the deed of the claim of who does it there, or of what it is done to."""
        run, whom = self.tree.over(self.carrier.span), about(self.tree, self.claim)
        deeds = told_deeds(self.tree, self.claim)
        return any(n == self.point for n in in_its_place(self.tree, run, deeds, whom))

    @property
    def verb(self) -> str:
        """The stem of the main predicate of the claim; "" for none."""
        at = self.top if self.top is not None else self.claim.top
        return "" if at is None else stem(self.tree.lows[at])

    def claim_has(self, at: int) -> bool:
        """Whether a word of the sentence stands in the claim too."""
        here = stem(self.tree.lows[at])
        return any(same_root(root(word), here) for word in self.claim.words)

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


def point(
    tree: Tree, claim: Claim, carrier: Carrier, told: Sequence[Attribution] = ()
) -> tuple[int | None, int | None]:
    """The word of a sentence that stands for a predicate of a claim, and that predicate.

    It is the same verb, or a noun of it ("a ban" of "bans"); where there is none, the predicate on which most of the shared words hang, and no
    predicate of the claim. Who says it, and that he does, is left out of these: "the union said that it would ask the courts" has "ask".

    Args:
        tree: of the article.
        claim: of the headline.
        carrier: the sentence.
        told: the attributions of the article.
    """
    run = tree.over(carrier.span)
    clauses = [n for n in run if tree.is_clause(n)]
    nouns = [n for n in run if tree.words[n].upos == "NOUN" and n not in clauses]
    own = [n for word in claim.words for n in tree.over(word.span)]
    for top in (claim.top, *own) if claim.top is not None else own:
        verb = stem(tree.lows[top])
        deed = top == claim.top and tree.is_clause(top)
        for n in (*clauses, *(nouns if deed else ())):
            if top == claim.top and tree.relation(n) == "amod":  # "a banned drug" bans nobody
                continue
            if (
                same_root(stem(tree.lows[n]), verb)
                and (top == claim.top or tree.words[n].upos == "VERB")
                and (n in clauses or _of_it(tree, claim, n))
            ):
                return n, top
    other = _told_otherwise(tree, claim, run)
    if other is not None:
        return other, claim.top
    spans = shared_spans(carrier)
    held = {n for n in run if any(span.meets(tree.words[n].span) for span in spans)}
    telling = _telling(tree, run, held, told)
    held = held - telling
    most = max(
        [n for n in clauses if n not in telling] or clauses,
        key=lambda n: (len(held & {*tree.below(n)}), -len(tree.below(n))),
        default=None,
    )
    return most, None


def _of_it(tree: Tree, claim: Claim, at: int) -> bool:
    """Whether a noun of the deed of a claim stands with a word of the claim: "a ban on phones" for "School bans phones"; not "a missing link"."""
    near = {stem(tree.lows[n]) for n in (*tree.below(at), *tree.held[tree.words[at].head])}
    verb = stem(tree.lows[at])
    own = [one for one in map(root, claim.words) if not same_root(one, verb)]
    return not own or any(same_root(low, one) for low in near for one in own)


def _told_otherwise(tree: Tree, claim: Claim, run: range) -> int | None:
    """The word of a sentence that tells the deed of a claim in another word: "withdrew" for "recalls"."""
    if claim.top is None:
        return None
    return next(in_its_place(tree, run, told_deeds(tree, claim), about(tree, claim)), None)


def told_deeds(tree: Tree, claim: Claim) -> frozenset[str]:
    """The deeds of which the main predicate of a claim tells."""
    top = claim.top
    return frozenset() if top is None else deeds_of(tree, top, tree.over(claim.span).stop)


def depends(tree: Tree, claim: Claim, at: int) -> bool:
    """Whether a headline itself has a deed only under another: "bill revoking her pass", "hopes for a run"; not "says he sent him"."""
    noun = at if tree.words[at].upos == "NOUN" else tree.words[at].head
    acl = noun == at or tree.relation(at) == "acl"
    asked = noun != at and stem(tree.lows[noun]) in stems("asked_for")
    if acl and tree.words[noun].upos == "NOUN" and (asked or tree.relation(noun) == "nmod"):
        return True
    cue = tree.inside(claim.said.cue) if claim.said and not tree.lows[at].endswith("ing") else ()
    own = tree.over(claim.span)
    above = [n for n in tree.up(at) if n in own and n not in cue]
    return tree.relation(at) not in ("conj", "parataxis", "appos") and any(
        tree.words[n].upos == "VERB" for n in above
    )


def of_another_thing(tree: Tree, claim: Claim, at: int) -> bool:
    """Whether a word tells its deed of another thing than a claim does: "refusing to answer questions" for "Mayor answers the fishermen"."""
    what = [n for n in tree.children(at, "obj") if tree.words[n].upos == "NOUN"]
    begun = tree.children(at, "xcomp")
    own = [root(word) for word in claim.words]
    below = [stem(tree.lows[m]) for n in what for m in tree.below(n)]
    below += [stem(tree.lows[n]) for n in begun]
    return bool(below) and not any(same_root(low, one) for low in below for one in own)


CHANGES = frozenset({"rise", "fall"})
"""Deeds whose nouns are what changes in "growth slows": what grows does not slow."""


def about(tree: Tree, claim: Claim) -> Mapping[str, str]:
    """The stems of who does the deed of a claim, and of what it is done to, each with its side of the deed."""
    top = claim.top
    if top is None:
        return {}
    over = [tree.words[top].head] if tree.relation(top) in ("acl", "amod", "xcomp") else []
    parts = [*tree.children(top, "nsubj", "obj"), *over]
    parts += [m for n in over for m in tree.children(n, "nsubj")]
    own = tree.over(claim.span)
    plain = [n for n in parts if CHANGES.isdisjoint(deeds_of(tree, n, own.stop))]
    more = [m for n in plain for m in tree.children(n, "compound", "nmod", "nmod:poss", "flat")]
    return {
        stem(tree.lows[n]): side(tree, top, n)
        for n in (*more, *parts)
        if n in own and n != top and tree.words[n].upos in ("NOUN", "PROPN")
    }


def _telling(tree: Tree, run: range, held: set[int], told: Sequence[Attribution]) -> set[int]:
    """The words of a sentence that tell who says something of what it shares with a claim, and that he does."""
    out: set[int] = set()
    for one in told:
        if held & {*tree.inside(one.content)}:
            out |= {n for n in (*tree.inside(one.source), *tree.inside(one.cue)) if n in run}
    return out


TOUCHES = 0.2
"""The share of a claim that a sentence must have to speak of the same."""


class Against(msgspec.Struct, frozen=True):
    """A claim and the whole of its body.

    Attributes:
        tree: of the article.
        claim: of the headline.
        every: the sentences of the body, those that have most of the claim first.
        attributions, actors: of the article.
    """

    tree: Tree
    claim: Claim
    every: Sequence[Carrier]
    attributions: Sequence[Attribution]
    actors: Sequence[Actor]

    @property
    def own(self) -> range:
        """The words of the headline."""
        return self.tree.over(self.claim.span)

    @property
    def denies(self) -> bool:
        """Whether the headline itself says that something is not so; not in what it gives as a reason."""
        tree = self.tree
        why = {
            n
            for m in self.own
            if tree.relation(m) == "advcl"
            and all(tree.lows[n] != "if" for n in tree.children(m, "mark"))
            for n in tree.below(m)
        }
        return any(
            tree.lows[n] in NO | SHORT_OF or stem(tree.lows[n]) in stems("untrue")
            for n in self.own
            if n not in why
        )

    def has(self, carrier: Carrier, at: int) -> bool:
        """Whether a sentence has a word of the headline, in some form."""
        here = stem(self.tree.lows[at])
        return any(same_root(here, root(word)) for word in carrier.words)
