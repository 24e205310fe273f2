"""Forces: where words bind somebody to an action: who, to whom, and the word for the action, in the tree.

Three ways: a statement whose cue has the force ("she refused to sign"); a statement whose words have it ("we will pay");
and a verb or a noun of such a sense anywhere else ("the military's request to resume", "gave them permission to stay").

Source: Searle (1976) for commissives and directives; the frames as in `hearsay.language.senses`.
"""

from collections.abc import Mapping, Sequence

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.bond import DIRECTIVE, FORCES, Bond
from hearsay.reader.acts.content import Performed
from hearsay.reader.acts.deeds import binds
from hearsay.reader.acts.elsewhere import elsewhere
from hearsay.reader.acts.judge import Judged
from hearsay.reader.acts.slots import (
    answered,
    deed_of,
    given,
    governed,
    imagined,
    possessor,
    to_come,
    told_to,
)
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Polarity
from hearsay.reading.commitment import Force

ANSWERING = frozenset({"agree", "accept", "consent", "support", "approve"})
"""Verbs whose object is the matter of a refusal or an assent."""


def bonds(
    tree: Tree,
    told: Sequence[Statement],
    judged: Sequence[Judged],
    known: Mapping[str, tuple[Sense, ...]],
    marks: Marking,
) -> list[Bond]:
    """Everything that binds: by statements first, in their order, then by other words."""
    out: list[Bond] = []
    taken: set[int] = set()
    for one, held in zip(told, judged, strict=True):
        tries = held.cue is not None and marks.tells(tree.lows[held.cue], "mere_try")
        found = None if tries else by_cue(tree, one, held, marks)
        if one.cue is not None:
            taken |= {*tree.over(one.cue)}
        out += [found] if found else []
        out += [
            bond
            for done in held.done
            if (bond := by_content(tree, one, done)) and not _idle(tree, bond, marks)
        ]
    return [*out, *elsewhere(tree, known, frozenset(taken), marks)]


def _idle(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether an action is none that somebody can bind himself or another to: "thank God", "we will not have a country"."""
    low = tree.lows[bond.action]
    if bond.force in DIRECTIVE:
        return marks.tells(low, "idle_bid")
    return bond.force is not Force.RESERVE and marks.tells(low, "befalls")


def by_cue(tree: Tree, one: Statement, held: Judged, marks: Marking) -> Bond | None:
    """What the cue of a statement binds to.

    Takes: "asked the board | to reopen it". Leaves: "did not promise | to pay", which binds nobody.
    """
    if (
        held.cue is None
        or held.clause is not None
        or held.polarity is Polarity.NEG
        or held.ground is None
        or imagined(tree, held.cue)
        or to_come(tree, held.cue)
    ):
        return None
    force = FORCES.get(held.act)
    inside = tree.inside(one.content)
    top = tree.top(inside)
    if force is None or top is None or held.ground.by != "rule:sense_of_cue":
        return None
    gift = given(tree, held.cue, inside)
    top = gift if gift is not None else top
    action = deed_of(tree, top)
    to = told_to(tree, held.cue, {*inside})
    if gift is not None and to is None:
        to = tree.child(held.cue, "iobj", "obj")
    subject = tree.child(top, "nsubj")
    if to is None and force in DIRECTIVE and subject in inside:
        to = subject
    if to is None and action != top:
        to = possessor(tree, top)
    over = tuple(n for n in (held.cue, top) if n != action)
    whole = subject is not None and subject != to
    if not binds(tree, force, held.cue, action, marks):
        return None
    return Bond(
        force,
        action,
        held.ground.because,
        "force_of_cue",
        frozenset(inside),
        None,
        to,
        over,
        one,
        whole,
    )


def by_content(tree: Tree, one: Statement, done: Performed) -> Bond | None:
    """What the words of a statement bind to.

    Takes: "we will pay every driver", "it would be inexpedient to resume". Leaves: "prices will rise".
    """
    force = FORCES.get(done.act)
    if force is None:
        return None
    at = done.clause
    inside = frozenset(tree.inside(one.content))
    subject = tree.child(at, "nsubj")
    verb = tree.words[at].upos == "VERB" or tree.child(at, "xcomp") is None
    inner = governed(tree, at)
    soft = not any(
        span.meets(tree.words[at].span) is False for span in done.because
    ) and not _own_verb(tree, done)
    if soft and inner is not None and inner in inside and force is not Force.RESERVE:
        to = (
            subject
            if force in DIRECTIVE and subject is not None and tree.relation(subject) == "nsubj"
            else None
        )
        return Bond(force, inner, done.because, "force_of_words", inside, None, to, (at,), one)
    if soft and subject is not None and not verb and force in (Force.REFUSE, Force.FORBID):
        return Bond(force, subject, done.because, "force_of_words", inside, None, None, (at,), one)
    if force is Force.REFUSE and tree.lows[at] in ANSWERING:
        thing = answered(tree, at)
        action, over = (at, ()) if thing is None else (thing, (at,))
        return Bond(force, action, done.because, "force_of_words", inside, subject, None, over, one)
    if force is Force.RESERVE:
        right = tree.child(at, "obj")
        action = at if right is None else right
        over = () if right is None else (at,)
        return Bond(
            force,
            action,
            done.because,
            "force_of_words",
            inside,
            subject,
            None,
            over,
            one,
            right is None,
        )
    if force in DIRECTIVE:
        return Bond(force, at, done.because, "force_of_words", inside, None, subject, (), one)
    return Bond(force, at, done.because, "force_of_words", inside, subject, None, (), one)


def _own_verb(tree: Tree, done: Performed) -> bool:
    """Whether the act is done by a helping verb of the predicate itself: "we will pay"."""
    helps = {tree.words[n].span for n in tree.children(done.clause, "aux")}
    return bool(helps & {*done.because})
