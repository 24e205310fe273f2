"""By cue: what the cue of a statement binds to: "refused | to sign", "asked the board | to reopen it".

Source: Searle (1976) for commissives and directives; the frames as in `hearsay.language.senses`.
"""

from collections.abc import Sequence

from hearsay.language.marking import Marking, marking
from hearsay.reader.acts.bond import DIRECTIVE, FORCES, Bond
from hearsay.reader.acts.clauses import NOBODY, NOT, OWN
from hearsay.reader.acts.deeds import against, binds
from hearsay.reader.acts.helping import WILL, WOULD
from hearsay.reader.acts.judge import Judged
from hearsay.reader.acts.slots import (
    agent,
    answered,
    asked_of,
    bidden,
    bidden_deed,
    by_whom,
    deed_of,
    doer,
    does,
    given,
    has_deed,
    imagined,
    lets_not,
    possessor,
    same_as_before,
    somebody,
    to_come,
    told_to,
)
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act, Polarity
from hearsay.reading.commitment import Force

OWN_DEEDS = (Force.PROMISE, Force.INTEND, Force.AGREE, Force.THREATEN)
"""Forces of what one does oneself, whose verb may stand in the cue: "agreed to republish | the book"."""

BY_CUE = ("rule:sense_of_cue", "rule:beside_cue")


def _will_not(tree: Tree, held: Judged) -> bool:
    """Whether a cue refuses by "will not": "would not say". Leaves: "will say no", which is foretold of others."""
    if held.act is not Act.REFUSE or held.ground is None or held.ground.by != "rule:beside_cue":
        return False
    told = (tree.lows[n] for span in held.ground.because for n in tree.over(span))
    return any(low in NOT | NOBODY for low in told)


def _by_saying(tree: Tree, one: Statement, held: Judged) -> bool:
    """Whether somebody asks by saying that he would ask: "We would urge | her to come". Leaves: "she would urge them to"."""
    mine = one.source is not None and one.source.cut(tree.text).lower() in OWN
    would = (
        {tree.lows[n] for n in tree.children(held.cue, "aux")} if held.cue is not None else set()
    )
    return mine and FORCES.get(held.act) in DIRECTIVE and bool(would & (WOULD | {"must", "can"}))


def _laid_down(tree: Tree, cue: int) -> bool:
    """Whether a bill or a plan would do it: "the bill | would bar | any bank from clearing". Leaves: "the club would ban it"."""
    who = tree.subject(cue)
    who = who if who is not None else tree.child(cue, "nsubj:pass")
    would = {tree.lows[n] for n in tree.children(cue, "aux")} & WILL
    return who is not None and bool(would) and marking().tells(tree.lows[who], "lays_down")


def by_cue(tree: Tree, one: Statement, held: Judged, marks: Marking) -> Bond | None:
    """What the cue of a statement binds to.

    Takes: "asked the board | to reopen it". Leaves: "did not promise | to pay", which binds nobody.
    """
    if held.cue is None or held.ground is None:
        return None
    force = _force(tree, one, held, held.cue)
    inside = [n for n in tree.inside(one.content) if n != held.cue]  # wrote | demanding an apology
    if tree.child(held.cue, "aux:pass") is not None:  # Fishermen were promised | an answer
        told = {n for who in tree.children(held.cue, "nsubj:pass") for n in tree.below(who)}
        inside = [n for n in inside if n not in told] or inside
    top = tree.top(inside)
    if force is None or top is None or held.ground.by not in BY_CUE:
        return None
    if tree.words[held.cue].upos == "NOUN" and _told_of(tree, held.cue, top):
        return None
    withheld = _split(tree, one, force, held, marks)
    if withheld is not None:
        own = {withheld, *inside, *tree.children(withheld, "mark"), *_rest(tree, one, withheld)}
        within = (frozenset(tree.below(withheld)) & own) - {
            *tree.children(withheld, "nsubj", "aux", "advmod")
        }
        because = held.ground.because
        doer_ = by_whom(tree, held.cue)
        return Bond(force, withheld, because, "force_of_cue", within, said=one, doer=doer_)
    gift = given(tree, held.cue, inside)
    to_whom = gift is None and force in (*DIRECTIVE, Force.PROMISE)
    bid = bidden_deed(tree, held.cue, inside) if to_whom else None
    wanted = _wanted(tree, held.cue, top, inside)
    if wanted is None and force is Force.AGREE:
        wanted = _agreed(tree, held.cue, top, inside)
    asks = bid is None and force is Force.REQUEST
    thing = asked_of(tree, held.cue, inside) if asks else None
    found = (thing, gift, bid, wanted, _turned_down(tree, top, inside))
    top = next((n for n in found if n is not None), top)
    action = deed_of(tree, top)
    if tree.words[held.cue].upos == "NOUN" and not _of_its_noun(tree, held.cue, top):
        return None
    if not binds(tree, force, held.cue, action, marks):
        return None
    moved = thing is not None or gift is not None or bid is not None
    to = _whom(tree, force, held.cue, top, inside, moved=moved)
    giver = _giver(tree, held.cue, marks)
    if to is None and giver is not None:
        to = told_to(tree, tree.words[held.cue].head, {*inside, held.cue})
    bare = _headless(tree, one, held.cue, top, marks) if to is None else None
    subject = tree.child(top, "nsubj")
    gives_up = force is Force.INTEND and against(tree, action) is not None
    return Bond(
        Force.REFUSE if gives_up else force,  # decided against | selling it
        action,
        held.ground.because,
        "force_of_cue",
        frozenset(inside) - _apart(tree, force, action, to),
        doer=by_whom(tree, held.cue) if giver is None else giver,
        to=same_as_before(tree, held.cue, to) if bare is None else bare,
        over=tuple(n for n in (held.cue, top) if n != action),
        said=one,
        whole=subject is not None and subject != to,
        unnamed=bare is not None or _by_nobody(tree, held, held.cue),
    )


def _force(tree: Tree, one: Statement, held: Judged, cue: int) -> Force | None:
    """The force of a cue that says that it was done, or that leave or consent was not given; None of others.

    Takes: "does not let | them pass", "will not accept | the offer". Leaves: "did not accept | the offer", "may not let them".
    """
    if one.explicit and held.polarity is Polarity.NEG:
        if held.act is Act.PERMIT and lets_not(tree, cue):
            return Force.FORBID
        helps = {tree.lows[n] for n in tree.children(cue, "aux")}
        now = bool(helps & CONSENTS) and not imagined(tree, cue) and not helps & {"have", "did"}
        if held.act is Act.AGREE and now and tree.lows[cue].startswith("accept"):
            return Force.REFUSE
    return FORCES.get(held.act) if _stands(tree, one, held, cue) else None


CONSENTS = WILL | {"is", "are", "am", "'m", "'s", "'re"}


def _rest(tree: Tree, one: Statement, verb: int) -> list[int]:
    """The words of a cue after one of its verbs: "would not say | to"."""
    return [n for n in tree.over(one.cue) if n > verb] if one.cue is not None else []


def _told_of(tree: Tree, noun: int, top: int) -> bool:
    """Whether words are not what a noun asks or promises but what is said of it: "an offer that they called | “an insult”"."""
    for above in (top, *tree.up(top)):
        if tree.words[above].head == noun:
            return above != top and tree.child(above, "nsubj") is not None
    return False


def _wanted(tree: Tree, cue: int, top: int, inside: Sequence[int]) -> int | None:
    """What is asked for where an infinitive after it says what for: "requested | an extension | to propose another way", "asked for | $2 million | to fight it".

    Leaves: "asked permission to leave"; "asked the crew to leave".
    """
    sums = (
        n
        for n in tree.children(cue, "obl")
        if cue < n < top and any(tree.lows[m] == "for" for m in tree.children(n, "case"))
    )
    thing = tree.child(cue, "obj")
    done_to = tree.child(top, "aux:pass") is not None  # for the bases to be hit
    thing = next(sums, None) if thing is None and not done_to else thing
    what_for = tree.relation(top) == "advcl" and tree.words[top].head == cue
    if (
        thing is None
        or thing not in inside
        or not what_for
        or tree.words[thing].upos not in COUNTED
    ):
        return None
    to = any(tree.lows[n] == "to" for n in tree.children(top, "mark"))
    deed = somebody(tree, thing) or (to and has_deed(tree, thing))
    return None if deed else thing  # threatened | a strike | if he did not


COUNTED = ("NOUN", "NUM", "SYM")


def _agreed(tree: Tree, cue: int, top: int, inside: Sequence[int]) -> int | None:
    """What is agreed to where an infinitive after it says what for: "agreed to | a truce | to end the war"."""
    thing = answered(tree, cue)
    if thing is None or thing not in inside or thing > top or tree.relation(top) != "advcl":
        return None
    return thing if tree.words[thing].upos == "NOUN" else None


def _turned_down(tree: Tree, top: int, inside: Sequence[int]) -> int | None:
    """What a "no" is said to: "said | no to the plan"."""
    if tree.lows[top] != "no":
        return None
    to = (n for n in inside if any(tree.lows[m] == "to" for m in tree.children(n, "case")))
    return next(to, None)


def _giver(tree: Tree, cue: int, marks: Marking) -> int | None:
    """Who gives what a noun stands for: "the minister gave | an undertaking that …"; None where it has another owner."""
    verb = tree.words[cue].head
    gives = tree.words[cue].upos == "NOUN" and tree.relation(cue) == "obj"
    if not gives or not marks.tells(tree.lows[verb], "gives_word") or possessor(tree, cue):
        return None
    return doer(tree, verb)


def _headless(tree: Tree, one: Statement, cue: int, top: int, marks: Marking) -> int | None:
    """Who is bidden in a headline that leaves out the "is": "Owner | ordered to open the mine"; "Owner asked to" leaves it open."""
    who = tree.child(cue, "nsubj")
    bare = tree.child(cue, "obj", "iobj", "aux", "aux:pass") is None
    bids = marks.tells(tree.lows[cue], "bids_whom") and tree.lows[top] != "to"
    to = any(tree.lows[n] == "to" for n in tree.children(top, "mark"))
    own = tree.child(top, "nsubj") is None and one.within is None
    return who if who is not None and bare and bids and to and own else None


def _stands(tree: Tree, one: Statement, held: Judged, cue: int) -> bool:
    """Whether a cue says of itself that it was done: not negated, not only thought of, not of who it was done to."""
    if not one.explicit or held.clause is not None or held.polarity is Polarity.NEG:
        return False
    coming = to_come(tree, cue) and not _will_not(tree, held) and not _by_saying(tree, one, held)
    if tree.words[cue].upos == "NOUN" and any(
        tree.lows[n] in NOT for n in tree.children(cue, "det")
    ):
        return False  # offered no plans
    if imagined(tree, cue) or (coming and not _laid_down(tree, cue)):
        return False
    undone = _done_to_source(tree, one, cue) and agent(tree, cue) is None
    return not undone or _by_nobody(tree, held, cue)


def _of_its_noun(tree: Tree, noun: int, top: int) -> bool:
    """Whether words are what a noun asks for or promises: "an appeal for calm", "a pledge that …", "his request: let us go".

    Leaves: "their appeal to women", which draws them; "a fact that they made part of their appeal", which tells of it.
    """
    if tree.words[top].upos in ("NOUN", "PROPN", "PRON"):
        to = any(tree.lows[n] == "to" for n in tree.children(top, "case"))
        return not (to and tree.words[top].entity == "person")
    return top > noun or tree.relation(noun) != "obl"


def _by_nobody(tree: Tree, held: Judged, cue: int) -> bool:
    """Whether somebody is asked, promised, allowed something, and nobody is named who does it.

    Takes: "we were asked | to wait", "has been promised | an answer". Leaves: "is opposed to | it"; "was asked | by the port".
    """
    force = FORCES.get(held.act)
    bids = force in DIRECTIVE or force is Force.PROMISE
    passive = tree.child(cue, "aux:pass", "nsubj:pass") is not None
    return bids and passive and tree.words[cue].upos == "VERB" and agent(tree, cue) is None


def _whom(
    tree: Tree, force: Force, cue: int, top: int, inside: Sequence[int], *, moved: bool
) -> int | None:
    """Who is asked, promised, allowed: beside the cue, before what is bidden, or in it."""
    action, subject = deed_of(tree, top), tree.child(top, "nsubj")
    to = told_to(tree, cue, {*inside})
    if to is None and moved:
        to = tree.child(cue, "iobj", "obj")
    if to is None and force in DIRECTIVE and subject in inside and does(tree, top, subject):
        to = subject
    if to is None and action != top:  # asked | the Port to reopen; asked for | the port's permit to
        to = top if somebody(tree, top) else possessor(tree, top)
    if to is None and force in DIRECTIVE:
        to = bidden(tree, cue, action)
    if to is None and tree.child(cue, "aux:pass") is not None:
        to = tree.child(cue, "nsubj:pass")
        to = doer(tree, cue) if to is None else to
    return to


def _apart(tree: Tree, force: Force, action: int, to: int | None) -> set[int]:
    """Words of a content that are no part of the action: who is asked; the "not" of what is forbidden."""
    own = {*tree.below(to)} - {*tree.below(action)} if to is not None else set()
    own |= {*tree.below(to)} if to is not None and to in tree.held[action] else set()
    if force is Force.FORBID:  # ordered them | not to read it: forbids to read it
        nots = ("not", "n't", "never")
        own |= {n for n in tree.children(action, "advmod") if tree.lows[n] in nots}
    return own


def _done_to_source(tree: Tree, one: Statement, cue: int) -> bool:
    """Whether the source of a statement is who it was done to: "we were asked to wait", of nobody who asked."""
    told = tree.child(cue, "nsubj:pass")
    return told is not None and one.source is not None and told in tree.over(one.source)


def _split(tree: Tree, one: Statement, force: Force, held: Judged, marks: Marking) -> int | None:
    """The infinitive that a cue took with it: "agreed to republish | the book". Leaves: "are going to see | it"."""
    if force is Force.REFUSE:
        return _withheld(tree, one, held)
    cue = held.cue
    deed = tree.child(cue, "xcomp") if cue is not None and force in OWN_DEEDS else None
    if cue is None or deed is None or one.cue is None or deed not in tree.over(one.cue):
        return None
    to = any(tree.lows[n] == "to" for n in tree.children(deed, "mark"))
    bound = to and tree.lows[cue] != "going" and binds(tree, force, cue, deed, marks)
    return deed if bound else None


def _withheld(tree: Tree, one: Statement, held: Judged) -> int | None:
    """The verb of saying that a cue says will not be done: "refused to | say whether …", "would not | identify them"."""
    if one.cue is None or held.cue is None or held.ground is None:
        return None
    verbs = [n for n in tree.over(one.cue) if tree.words[n].upos == "VERB"]
    said = next((n for n in verbs if n > held.cue and tree.child(n, "mark") is not None), None)
    no = any(tree.lows[n] in NOT for n in tree.over(one.cue))
    beside = no and held.ground.by == "rule:beside_cue" and held.cue in verbs
    return held.cue if said is None and beside else said
