"""Forces: where words bind somebody to an action: who, to whom, and the word for the action, in the tree.

Three ways: a statement whose cue has the force ("she refused to sign"); a statement whose words have it ("we will pay");
and a verb or a noun of such a sense anywhere else ("the military's request to resume", "gave them permission to stay").

Source: Searle (1976) for commissives and directives; the frames as in `hearsay.language.senses`.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import msgspec

from hearsay.language.marking import Marking, marking
from hearsay.language.senses import Sense, senses
from hearsay.reader.acts.bidding import HAVE_TO
from hearsay.reader.acts.bond import BIDS, DIRECTIVE, FORCES, Bond
from hearsay.reader.acts.by_cue import by_cue
from hearsay.reader.acts.called import called_on, hearer
from hearsay.reader.acts.clauses import OWN
from hearsay.reader.acts.content import Performed
from hearsay.reader.acts.elsewhere import elsewhere
from hearsay.reader.acts.existing import existing, none_of
from hearsay.reader.acts.helping import CANNOT, COULD, MIGHT, WOULD
from hearsay.reader.acts.idle import idle, tries
from hearsay.reader.acts.judge import Judged
from hearsay.reader.acts.outright import urged
from hearsay.reader.acts.own_clause import LINKING
from hearsay.reader.acts.passives import done_to, is_bound, is_owed, nobody
from hearsay.reader.acts.slots import (
    answered,
    bidden,
    deed_of,
    doer,
    does,
    governed,
    is_passive,
    somebody,
    told_to,
)
from hearsay.reader.acts.terms import is_condition
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force

HIMSELF = frozenset({"i", "he", "she"})
"""Pronouns for one person: what "she" will do is hers, and not her body's."""

THINGS = frozenset({"abstract", "event", "object"})
"""What can be refused, and does nothing itself: "the flights could not be reconciled with our security"."""


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
        found = (
            None
            if tries(tree, held.cue, marks) or _supposed(tree, held.cue)
            else _by_cue(tree, one, held, marks)
        )
        if one.cue is not None:
            taken |= {*tree.over(one.cue)}
        out += [found] if found else []
        out += [
            bond
            for done in held.done
            if (bond := by_content(tree, one, done, hearer(tree, held.cue, one, marks)))
            and not idle(tree, bond, marks)
        ]
    out += elsewhere(tree, known, frozenset(taken), marks)
    out += urged(tree, told)
    return out


def _supposed(tree: Tree, cue: int | None) -> bool:
    """Whether a cue tells what something would make somebody do: "a line that would make him | withdraw it". Leaves: "made him withdraw it"."""
    if cue is None or tree.relation(cue) not in ("xcomp", "ccomp"):
        return False
    above = tree.words[cue].head
    helps = {tree.lows[n] for n in tree.children(above, "aux")}
    return tree.relation(above) == "acl" and bool(helps & (WOULD | MIGHT | COULD))


def _by_cue(tree: Tree, one: Statement, held: Judged, marks: Marking) -> Bond | None:
    """What the cue of a statement binds to, past a condition between the two: "undertook, if it was renewed, | to hire them"."""
    inside = tree.inside(one.content)
    tops = [n for n in inside if tree.words[n].head not in inside and tree.is_clause(n)]
    rest = inside
    if len(tops) > 1 and is_condition(tree, tops[0], marks):
        to = any(tree.lows[n] == "to" for n in tree.children(tops[1], "mark"))
        rest = [n for n in inside if n not in tree.below(tops[0])] if to else inside
    if len(rest) == len(inside):
        return by_cue(tree, one, held, marks)
    found = by_cue(tree, msgspec.structs.replace(one, content=tree.spans(rest)), held, marks)
    return msgspec.structs.replace(found, said=one) if found is not None else None


def by_content(tree: Tree, one: Statement, done: Performed, told: int | None) -> Bond | None:
    """What the words of a statement bind to; `told`: whom they are told to.

    Takes: "we will pay every driver", "it would be inexpedient to resume". Leaves: "prices will rise".
    """
    force = FORCES.get(done.act)
    if force is None:
        return None
    inside = frozenset(tree.inside(one.content))
    passive = tree.child(done.clause, "nsubj:pass")
    by, to = (tree.subject(done.clause), told) if passive is None else (None, told or passive)
    if (
        _performs(tree, done)
        and governed(tree, done.clause) is None
        and tree.child(done.clause, "obj") is None
    ):
        return None  # "that I promise": what is promised stands elsewhere
    for find in (
        _told,
        _linked,
        _unhesitating,
        _let_be,
        _soft,
        _refused,
        _reasoned,
        _none_there,
        _kept,
        _needed,
        _going,
        _weighed,
    ):
        found = find(tree, force, done, inside)
        if found is not None:
            action, over, by, force = found
            break
    else:
        action, over = done.clause, ()
    if_none = tree.children(action, "det") if force is Force.REFUSE else []
    inside -= {n for n in if_none if tree.lows[n] == "no"}
    inside -= done_to(tree, passive, action)
    thing_owed = force is Force.URGE and is_owed(tree, done.clause, action)
    action, over = (done.clause, ()) if thing_owed else (action, over)
    mine = tree.child(done.clause, "nsubj")
    if mine is None and tree.relation(done.clause) == "conj":  # she loved it but | could not pay
        mine = doer(tree, done.clause)
    if by is None and force not in DIRECTIVE and mine is not None and tree.lows[mine] in HIMSELF:
        by = mine
    thought = tree.child(action, "ccomp") if tree.lows[action] in ("think", "believe") else None
    if thought is not None:
        action, over, by = (
            thought,
            (action,),
            tree.child(thought, "nsubj"),
        )  # I don't think I'll | go
    if force in DIRECTIVE:
        expects = marking().tells(tree.lows[done.clause], "expects_word")
        own = (_performs(tree, done) or expects) and done.clause in over
        asked = told_to(tree, done.clause, {action})
        who = tree.child(done.clause, "nsubj")
        meant = who is not None and does(tree, done.clause, who) and tree.lows[who] not in OWN
        ours = (
            own and who is not None and tree.lows[who] == "we"
        )  # "we ask the mayor to sign": the body does
        by, to = who if ours else None, asked if own else who if meant else None
        to = bidden(tree, done.clause, action) if own and to is None else to
        to = called_on(tree, done.clause, action) if to is None else to
        if own and to is not None and to in tree.held[action]:
            inside -= {*tree.below(to)}  # urge | the mayor | to sign, where a tree hangs him on it
    return Bond(
        force=force,
        action=action,
        because=done.because,
        rule="force_of_words",
        within=inside,
        by=by,
        to=to if action != to else None,
        over=over,
        said=one,
        unnamed=by is None and one.source is None and is_passive(tree, one.cue),
        whole=thing_owed
        or (force in BIDS and nobody(tree, tree.child(done.clause, "nsubj")))
        or (force is Force.RESERVE and not over and not _own_verb(tree, done))
        or _own_subject(tree, done, action)
        or (passive is not None and action == done.clause and not is_bound(tree, passive)),
    )


Deed: TypeAlias = tuple[int, tuple[int, ...], int | None, Force]
"""The action, the words on which it hangs, the word for who does it (None: who speaks), and the force."""


def _own_subject(tree: Tree, done: Performed, action: int) -> bool:
    """Whether what a performative governs has a subject that says what it is: "I promise that | nobody will pay more"."""
    subject = tree.child(action, "nsubj")
    return _performs(tree, done) and subject is not None and tree.words[subject].upos != "PROPN"


def _performs(tree: Tree, done: Performed) -> bool:
    """Whether the predicate itself is a verb of the act: "I promise", "we urge"; not "| tell me what it is". Source: Austin (1962), performatives."""
    told = tree.child(done.clause, "ccomp")
    if told is not None and tree.subject(done.clause) is None and told > done.clause:
        return False  # an imperative bids what it names
    return any(Act(s.act) is done.act for s in senses().get(tree.lows[done.clause], ()))


def _told(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "I promise you that | we will pay", "we urge the board | to reopen it"."""
    if not _performs(tree, done) or _own_verb(tree, done) or force is Force.RESERVE:
        return None
    inner = governed(tree, done.clause)
    thing = tree.child(done.clause, "obj")
    found = inner if inner is not None else thing
    if found is None or (found == thing and somebody(tree, found)):
        return None
    return found, (done.clause,), None, force


def _none_there(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "there would be no | retreat". Leaves: "there has to be | a red line"."""
    thing = existing(tree, done.clause)
    none = thing is not None and none_of(tree, thing) is not None
    if thing is None or not none or force is not Force.REFUSE or thing == done.clause:
        return None
    return thing, (done.clause,), None, force


def _linked(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "stood ready | to send them", "remained willing | to talk", "was open to | talks". Leaves: "stood | by it"."""
    at = done.clause
    ready = at if tree.lows[at] == "open" and tree.child(at, "cop") is not None else None
    if tree.lows[at] in LINKING:
        ready = next((n for n in tree.over(done.because[-1]) if tree.words[n].upos == "ADJ"), None)
        ready = tree.child(at, "xcomp") if ready is None else ready
    if ready is None or force is not Force.AGREE:
        return None
    deeds = (governed(tree, ready), governed(tree, at), answered(tree, ready), answered(tree, at))
    deed = next((n for n in deeds if n is not None and n != ready), None)
    return None if deed is None else (deed, (at, ready), tree.subject(at), force)


def _unhesitating(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "we will not hesitate | to suspend it", which is promised, or threatened."""
    deed = governed(tree, done.clause)
    if deed is None or not marking().tells(tree.lows[done.clause], "unhesitating"):
        return None
    return deed, (done.clause,), tree.child(done.clause, "nsubj"), force


def _let_be(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "a short delay | is possible, provided …", "a figure of 21 percent | could be considered". Leaves: "they may stay"."""
    subject = tree.child(done.clause, "nsubj", "nsubj:pass")
    be = tree.child(done.clause, "cop", "aux:pass")
    if force is not Force.PERMIT or subject is None or be is None or somebody(tree, subject):
        return None
    return subject, (done.clause,), None, force


def _soft(tree: Tree, force: Force, done: Performed, inside: frozenset[int]) -> Deed | None:
    """Takes: "it would be inexpedient | to resume". Leaves: "we will | pay", a predicate with its own helping verb."""
    inner = governed(tree, done.clause)
    plain = not _by_predicate(tree, done) and inner is not None and inner in inside
    plain = plain and not _with_verb(tree, done)
    return (
        (inner, (done.clause,), None, force)
        if plain and force is not Force.RESERVE and inner is not None
        else None
    )


def _refused(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """What cannot be, and is refused so: "the flights | could not be reconciled with it", "that request | is beyond her powers".

    Leaves: "we cannot agree to | the deployment", whose object is refused.
    """
    if force not in (Force.REFUSE, Force.FORBID):
        return None
    at = done.clause
    subject = tree.child(at, "nsubj", "nsubj:pass")
    if subject is not None and tree.child(at, "expl") is None:
        thing = tree.words[subject].entity in THINGS and tree.words[subject].upos == "NOUN"
        if thing or (tree.words[at].upos != "VERB" and not _by_predicate(tree, done)):
            return subject, (at,), None, force
    cannot = any(tree.lows[n] in CANNOT for n in tree.children(at, "aux"))
    if force is Force.REFUSE and cannot and marking().tells(tree.lows[at], "assents"):
        matter = answered(tree, at)
        return (at, (), subject, force) if matter is None else (matter, (at,), subject, force)
    return None


def _reasoned(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "we see no reason | to change the law"."""
    reason = tree.child(done.clause, "obj")
    reason = done.clause if tree.words[done.clause].upos == "NOUN" else reason
    if reason is None and tree.child(done.clause, "expl") is not None:
        reason = tree.child(done.clause, "nsubj")  # there is no question | of starting
    deed = deed_of(tree, reason) if reason is not None else None
    if reason is not None and deed == reason and force is Force.REFUSE:  # no intention | of going
        deed = tree.child(reason, "acl") or next(
            (n for n in tree.children(reason, "nmod") if tree.lows[n].endswith("ing")), None
        )
    if reason is None or deed is None or deed == reason or force is Force.RESERVE:
        return None
    return deed, (done.clause, reason), tree.child(done.clause, "nsubj"), force


def _kept(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "we reserve | the right to escort them"; "starts from the view that the port reserves | the right to"."""
    if force is not Force.RESERVE or _own_verb(tree, done):
        return None  # we may sail
    verbs = (n for span in done.because for n in tree.over(span) if tree.words[n].upos == "VERB")
    for at in (*verbs, done.clause):
        right = tree.child(at, "obj")
        if right is not None:
            deed = deed_of(tree, right)
            inner = governed(tree, at) if deed == right else deed
            deed = deed if inner is None else inner
            return deed, (at, right), tree.child(at, "nsubj"), force
    return None


def _needed(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "that is why we need | to stay". Leaves: "we need | to stay", of which the need is the predicate."""
    if force not in DIRECTIVE:
        return None
    for span in done.because:
        for at in tree.over(span):
            inner = tree.child(at, "xcomp")
            if at != done.clause and tree.lows[at] in HAVE_TO and inner is not None:
                return inner, (at,), None, force
    return None


def _acts(low: str) -> set[str]:
    """The acts that a verb may do, by the table of senses."""
    return {sense.act for sense in senses().get(low, ()) if sense.pos == "verb"}


def _going(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "we were never going | to sell", "I do not intend | to go". Leaves: "we are going home"; "we are not going to get into it"."""
    low = tree.lows[done.clause]
    means = low == "going" or (force is Force.REFUSE and "intend" in _acts(low))
    inner = tree.child(done.clause, "xcomp") if means else None
    if inner is None or marking().tells(tree.lows[inner], "befalls"):
        return None
    to = any(tree.lows[n] == "to" for n in tree.children(inner, "mark"))
    return (inner, (done.clause,), tree.child(done.clause, "nsubj"), force) if to else None


def _weighed(tree: Tree, force: Force, done: Performed, _: frozenset[int]) -> Deed | None:
    """Takes: "we would consider | freeing them", which is meant and not promised. Leaves: "they should consider freeing them"."""
    low = tree.lows[done.clause]
    weighs = marking().tells(low, "only_weighs", "mere_try")
    weighs = weighs and force not in DIRECTIVE
    inner = tree.child(done.clause, "xcomp") if weighs else None
    if inner is None or tree.words[inner].upos != "VERB":
        return None  # weighs 300 pounds
    return inner, (done.clause,), tree.child(done.clause, "nsubj"), Force.INTEND


def _by_predicate(tree: Tree, done: Performed) -> bool:
    """Whether the act is done by a helping verb of the predicate, or by words apart from it."""
    apart = any(not span.meets(tree.words[done.clause].span) for span in done.because)
    return apart or _own_verb(tree, done)


def _with_verb(tree: Tree, done: Performed) -> bool:
    """Whether the words of an act are a verb with its helping verb: "would not accept"; not "would be wrong to comment"."""
    helps = [tree.words[n].span for n in tree.children(done.clause, "aux")]
    verb = tree.words[done.clause].upos == "VERB"
    bids = done.because == (tree.words[done.clause].span,) and tree.lows[done.clause] != "let"
    return verb and (bids or any(span.holds(help_) for span in done.because for help_ in helps))


def _own_verb(tree: Tree, done: Performed) -> bool:
    """Whether the act is done by a helping verb of the predicate itself: "we will pay"."""
    helps = {tree.words[n].span for n in tree.children(done.clause, "aux")}
    return bool(helps & {*done.because})
