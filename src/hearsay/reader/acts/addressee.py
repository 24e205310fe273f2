"""The addressee of a commitment that names none: whoever asked for it, whoever it is asked of, whom its action is done to.

"The ministry asked Tessia to withdraw … Tessia refused": the refusal is to the ministry.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from hearsay.language.marking import Marking, marking
from hearsay.language.senses import senses
from hearsay.language.stems import stem
from hearsay.reader.acts.slots import possessor
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force
from hearsay.text.span import Spans, meets_any

ASKS = (Force.REQUEST, Force.URGE, Force.THREATEN)
ANSWERS = (Force.REFUSE, Force.AGREE, Force.PERMIT, Force.RESERVE)
ON_TERMS = (Force.THREATEN, Force.REFUSE)
DONE_TO = (Force.THREATEN, Force.PROMISE, Force.AGREE, Force.REFUSE)
PERSONS = ("person", "organization")
WORDY = ("NOUN", "VERB", "PROPN", "NUM", "ADJ")


class Bound(Protocol):
    """What is asked of a commitment here."""

    @property
    def by(self) -> str | None:
        """Key of who is bound."""

    @property
    def to(self) -> str | None:
        """Key of the addressee."""

    @property
    def force(self) -> Force:
        """What it does."""

    @property
    def matter(self) -> Spans:
        """The action."""

    @property
    def action(self) -> int:
        """The word for it, in the tree."""

    @property
    def condition(self) -> Spans:
        """On what it depends."""


AnyBound = TypeVar("AnyBound", bound=Bound)


def addressee(
    tree: Tree,
    one: AnyBound,
    others: Sequence[AnyBound],
    named: Callable[[int], str | None],
    marks: Marking,
) -> str | None:
    """The key of whoever a commitment that names no addressee is for; None where the article does not tell.

    Takes: "threatened to sue the port", the port; a refusal of what somebody asked for. Leaves: "promised to pay".

    Args:
        tree: of the article.
        one: the commitment.
        others: all of the article, in the order of the text.
        named: the key of whoever a word in the tree names.
        marks: the table of what is done for somebody.
    """
    answers = one.force in (Force.REFUSE, Force.AGREE)
    done_to = _done_to(tree, one.action, marks, own=one.force is Force.THREATEN)
    if one.force not in DONE_TO or (
        one.force is Force.REFUSE and done_to is not None and tree.relation(done_to) == "iobj"
    ):
        done_to = None
    party = _other_side(tree, one, marks) if answers and done_to is None else done_to
    if party is not None:
        return named(party)
    to = _whose_word(tree, one, named) if answers else None
    asking = _if_asked(tree, one.condition) if one.force is not Force.FORBID else None
    if to is None and asking is not None:
        to = named(asking)
    whose = _on_whom(tree, one.condition) if one.force in ON_TERMS else None
    if to is None and whose is not None:
        to = named(whose)
    if to is not None:
        return to
    if one.force in ANSWERS:
        return _of_noun(tree, one, others) or _whose_turn(tree, one, others, ASKS)
    if one.force in ASKS:
        return _whose_turn(tree, one, others, ANSWERS) or _spoken_to(tree, one, others)
    return None


def _spoken_to(tree: Tree, one: AnyBound, others: Sequence[AnyBound]) -> str | None:
    """Whom somebody asked just before he bids without a name: "begged the bishops to wait. “| Give us | two years”". Leaves: "they should wait"."""
    bare = tree.child(one.action, "nsubj", "nsubj:pass", "aux", "mark") is None
    here = tree.words[one.action].sentence
    near = [
        other
        for other in others
        if other.force in ASKS
        and other.by == one.by
        and other.to is not None
        and other.matter < one.matter
        and here - tree.words[other.action].sentence <= NEAR
    ]
    return near[-1].to if bare and near else None


def _whose_word(tree: Tree, one: AnyBound, named: Callable[[int], str | None]) -> str | None:
    """Whose the offer, the request, the plan is that is answered.

    Takes: "rejected | a raised offer from Corrant", "accepted | the union’s demand". Leaves: "rejected | the county’s roads".
    """
    at = one.action
    told = tree.words[at].upos == "NOUN" and any(
        s.pos == "noun" for s in senses().get(tree.lows[at], ())
    )
    owner = possessor(tree, at) if told else None
    key = named(owner) if owner is not None else None
    return None if key == one.by else key


def _if_asked(tree: Tree, condition: Spans) -> int | None:
    """Who would have to ask for it first: "offered to mediate | if both sides asked him". Leaves: "if they ask the court"."""
    for at in tree.inside(condition):
        asks = {
            Act(s.act) for s in senses().get(tree.lows[at], ()) if s.pos == "verb"
        } & TO_SOMEBODY
        who = tree.child(at, "nsubj") if asks else None
        whom = tree.child(at, "obj", "iobj") if asks else None
        if who is not None and _party(tree, who):
            return who if whom is None or tree.words[whom].upos == "PRON" else None
    return None


def _on_whom(tree: Tree, condition: Spans) -> int | None:
    """Whose doing a condition is.

    Takes: "will leave unless | rich countries pay", "nothing moves until | they sit down with us". Leaves: "if it rains".
    """
    held = tree.inside(condition)
    for at in held:
        verb = tree.words[at].head
        if tree.words[at].relation == "nsubj" and verb in held and _party(tree, at):
            return at
    return None


def _party(tree: Tree, at: int) -> bool:
    """Whether a word is for somebody who can be dealt with: a body, people, a country, a pronoun for them; not "nobody"."""
    word = tree.words[at]
    named = word.entity in PERSONS or (word.upos == "PROPN" and word.entity == "place")
    return tree.lows[at] in PARTIES if word.upos == "PRON" else named


PARTIES = frozenset({"he", "she", "they", "i", "we", "you"})


DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NEAR = 2  # sentences from what was asked to what answers it
TO_SOMEBODY = frozenset({Act.REQUEST, Act.URGE, Act.PROMISE})


def _of_noun(tree: Tree, one: AnyBound, others: Sequence[AnyBound]) -> str | None:
    """Whose the words are that a noun goes back to: of "accepted | the undertaking", who gave one before.

    Leaves: "accepted an offer", which is new; "accepted the plan", which is nobody's word to another.
    """
    given = {tree.lows[n] for n in tree.children(one.action, "det")} & DEFINITE
    told = {Act(s.act) for s in senses().get(tree.lows[one.action], ()) if s.pos == "noun"}
    forces = told & TO_SOMEBODY
    if not given or not forces:
        return None
    before = [
        other
        for other in others
        if Act(other.force.value) in forces and other.matter < one.matter and other.by != one.by
    ]
    return before[-1].by if before else None


def _done_to(tree: Tree, action: int, marks: Marking, *, own: bool) -> int | None:
    """Whom an action is done to or for.

    Takes: "sue the port" where it is threatened, "pay the guards", "pay £900 to each guard". Leaves: "release the
    prisoners", "ask the auditor", which are promised to others.

    Args:
        tree: of the article.
        action: the word for it.
        marks: the table of what is done for somebody.
        own: whether any object will do.
    """
    things = tree.children(action, "obj", "iobj")
    things += [
        n
        for thing in things
        if tree.words[thing].upos in ("NUM", "DET")
        for n in tree.children(thing, "nmod")
    ]
    favour = own or marks.tells(tree.lows[action], "favours")
    if not favour:
        taker = tree.children(action, "iobj") or (things[:1] if len(things) > 1 else [])
        talked = _talked_to(tree, action, marks)
        return talked if talked is not None else next((n for n in taker if _alive(tree, n)), None)
    below = [n for thing in things for n in tree.below(thing)]
    given = (
        []
        if not things
        else [
            n
            for n in (*tree.children(action, "obl", "nmod"), *below)
            if any(tree.lows[m] == "to" for m in tree.children(n, "case"))
        ]
    )
    inner = tree.child(action, "ccomp", "xcomp")  # let | the company test doors
    things += [n for n in tree.children(inner, "nsubj") if n > action] if inner is not None else []
    whose = [n for thing in things for n in tree.children(thing, "nmod:poss")] if own else []
    return next((n for n in (*things, *given, *whose) if _alive(tree, n)), None)


def _talked_to(tree: Tree, action: int, marks: Marking) -> int | None:
    """With whom one would speak or share: "talk to | the player", "share it with | the county". Leaves: "go to the courts"."""
    if not marks.tells(tree.lows[action], "done_with"):
        return None
    met = [n for n in tree.children(action, "obj") if tree.lows[action] in MEETS]
    met += [
        n
        for n in tree.children(action, "obl", "nmod")
        if any(tree.lows[m] in ("to", "with") for m in tree.children(n, "case"))
    ]
    return next((n for n in met if _alive(tree, n)), None)


def _other_side(tree: Tree, one: AnyBound, marks: Marking) -> int | None:
    """Who has to do with what is refused or agreed: "sell him | to Ansel", "renew the contract | with the firm". Leaves: "talk | to reporters", "extend it | to children"."""
    held = {*tree.inside(one.matter)}
    things = tree.children(one.action, "obj")
    for n in (m for at in (one.action, *things) for m in tree.children(at, "obl", "nmod")):
        opens = any(tree.lows[m] in ("to", "with") for m in tree.children(n, "case"))
        known = tree.words[n].upos == "PROPN" or tree.child(n, "det", "nmod:poss") is not None
        heard = marks.tells(tree.lows[n], "audience")
        if opens and n in held and known and _alive(tree, n) and not heard:
            return n
    return None


MEETS = frozenset({"meet", "see", "join", "receive"})
"""Verbs whose object is whom one deals with: "refused to meet | the strikers"."""


def _alive(tree: Tree, at: int) -> bool:
    """Whether a word is for somebody."""
    each = {tree.lows[n] for n in tree.children(at, "det")} & {"each", "every", "all"}
    pronoun = tree.lows[at] in TAKERS
    if marking().tells(tree.lows[at], "lays_down"):
        return False  # veto | the bill
    return tree.words[at].entity in PERSONS or pronoun or bool(each)


TAKERS = frozenset({"him", "her", "them", "us", "me", "you", "everyone", "everybody"})


def _whose_turn(
    tree: Tree, one: AnyBound, others: Sequence[AnyBound], forces: Sequence[Force]
) -> str | None:
    """Who asked one for the same, or answered him: another who has it of him by name, and whose action shares half of its words."""
    mine, best, key = _words(tree, one), 1, None
    for other in others:
        if other.force not in forces or other.to is None or other.to != one.by:
            continue
        within = any(meets_any(span, one.matter) for span in other.matter)
        if within and {one.force, other.force} & {Force.PERMIT, Force.RESERVE}:
            continue  # allows them | to use her calls for it: no answer to them
        theirs = _words(tree, other)
        shared = len(mine & theirs)
        if 2 * shared >= min(len(mine), len(theirs)) and shared >= best:
            best, key = shared, other.by
    return key


def _words(tree: Tree, one: AnyBound) -> frozenset[str]:
    return frozenset(
        stem(tree.lows[n]) for n in tree.inside(one.matter) if tree.words[n].upos in WORDY
    )
