"""The addressee of a commitment that names none: whoever asked for it, whoever it is asked of, whom its action is done to.

"The ministry asked Tessia to withdraw … Tessia refused": the refusal is to the ministry.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from hearsay.language.marking import Marking
from hearsay.language.stems import stem
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force
from hearsay.text.span import Spans

ASKS = (Force.REQUEST, Force.URGE, Force.THREATEN)
ANSWERS = (Force.REFUSE, Force.AGREE, Force.PERMIT, Force.RESERVE)
DONE_TO = (Force.THREATEN, Force.PROMISE, Force.INTEND, Force.AGREE)
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
    if one.force in DONE_TO:
        done_to = _done_to(tree, one.action, marks, own=one.force is Force.THREATEN)
        if done_to is not None:
            return named(done_to)
    if one.force in ANSWERS:
        return _whose_turn(tree, one, others, ASKS, marks)
    if one.force in ASKS:
        return _whose_turn(tree, one, others, ANSWERS, marks)
    return None


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
    favour = own or marks.tells(tree.lows[action], "favours")
    if not favour:
        return next((n for n in tree.children(action, "iobj") if _alive(tree, n)), None)
    below = [n for thing in things for n in tree.below(thing)]
    given = [
        n
        for n in (*tree.children(action, "obl", "nmod"), *below)
        if any(tree.lows[m] == "to" for m in tree.children(n, "case"))
    ]
    inner = tree.child(action, "ccomp", "xcomp")  # let | the company test doors
    things += [n for n in tree.children(inner, "nsubj") if n > action] if inner is not None else []
    whose = [n for thing in things for n in tree.children(thing, "nmod:poss")] if own else []
    return next((n for n in (*things, *given, *whose) if _alive(tree, n)), None)


def _alive(tree: Tree, at: int) -> bool:
    """Whether a word is for somebody."""
    each = {tree.lows[n] for n in tree.children(at, "det")} & {"each", "every", "all"}
    return tree.words[at].entity in PERSONS or bool(each)


def _whose_turn(
    tree: Tree,
    one: AnyBound,
    others: Sequence[AnyBound],
    forces: Sequence[Force],
    marks: Marking,
) -> str | None:
    """Who is on the other side of the same matter: the one who asked for it, or who answered."""
    mine = _words(tree, one.matter)
    asked = any(marks.tells(tree.lows[n], "was_asked") for n in tree.inside(one.matter))
    best, key = 1, None
    for other in others:
        if other.force not in forces or other.by == one.by:
            continue
        shared = len(mine & _words(tree, other.matter))
        shared += stem(tree.lows[one.action]) == stem(tree.lows[other.action])
        if other.to == one.by and (shared or asked):
            shared += 1
        if shared > best:
            best, key = shared, other.by
    return key


def _words(tree: Tree, spans: Spans) -> frozenset[str]:
    return frozenset(stem(tree.lows[n]) for n in tree.inside(spans) if tree.words[n].upos in WORDY)
