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
    bidden,
    deed_of,
    given,
    governed,
    imagined,
    possessor,
    somebody,
    to_come,
    told_to,
)
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Polarity
from hearsay.reading.commitment import Force

BY_CUE = ("rule:sense_of_cue", "rule:beside_cue")
WEIGHS = frozenset({"consider", "contemplate", "discuss"})
"""Verbs of which only what they govern is a deed that is meant: "would consider | freeing them"."""

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
            if (bond := by_content(tree, one, done, hearer(tree, held.cue, one, marks)))
            and not _idle(tree, bond, marks)
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
    if force is None or top is None or held.ground.by not in BY_CUE:
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
    if (
        to is None and action != top
    ):  # asked | the Port to reopen; asked for | the port's permit to …
        to = top if somebody(tree, top) else possessor(tree, top)
    if to is None and force in DIRECTIVE:
        to = bidden(tree, held.cue, action)
    over = tuple(n for n in (held.cue, top) if n != action)
    whole = subject is not None and subject != to
    own = {*tree.below(to)} if to is not None and to in tree.held[action] else set()
    if not binds(tree, force, held.cue, action, marks):
        return None
    return Bond(
        force,
        action,
        held.ground.because,
        "force_of_cue",
        frozenset(inside) - own,
        None,
        to,
        over,
        one,
        whole,
    )


TELLS = frozenset(
    {
        "told",
        "tells",
        "tell",
        "telling",
        "assured",
        "assures",
        "informed",
        "warned",
        "wrote",
        "promised",
    }
)


def hearer(tree: Tree, cue: int | None, one: Statement, marks: Marking) -> int | None:
    """Whom a statement is told to, where that is who is bound or promised by it and not who only hears it.

    Takes: "told the guards that they would be paid". Leaves: "told reporters that the guards would be paid".
    """
    if cue is None or tree.lows[cue] not in TELLS:
        return None
    told = told_to(tree, cue, {*tree.inside(one.content)})
    if told is None or not somebody(tree, told) or tree.words[told].entity == "place":
        return None
    around = (told, *tree.children(told, "compound", "flat", "nmod"))
    return None if any(marks.tells(tree.lows[n], "audience") for n in around) else told


def by_content(tree: Tree, one: Statement, done: Performed, told: int | None) -> Bond | None:
    """What the words of a statement bind to; `told`: whom they are told to.

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
    weighed = tree.child(at, "xcomp") if tree.lows[at] in WEIGHS else None
    if weighed is not None:
        return Bond(
            Force.INTEND, weighed, done.because, "force_of_words", inside, subject, told, (at,), one
        )
    if force in DIRECTIVE:
        return Bond(force, at, done.because, "force_of_words", inside, None, subject, (), one)
    return Bond(force, at, done.because, "force_of_words", inside, subject, told, (), one)


def _own_verb(tree: Tree, done: Performed) -> bool:
    """Whether the act is done by a helping verb of the predicate itself: "we will pay"."""
    helps = {tree.words[n].span for n in tree.children(done.clause, "aux")}
    return bool(helps & {*done.because})
