"""Idle: what looks like an action that somebody is bound to, and is none: what befalls one, what is so, what things bring, what is done.

Source: Searle (1976): the content of a commissive or a directive is a future act of somebody.
"""

from hearsay.language.lexicon import lexicon
from hearsay.language.marking import Marking
from hearsay.language.senses import senses
from hearsay.reader.acts.bond import DIRECTIVE, Bond
from hearsay.reader.acts.existing import existing
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.sides import BODIES
from hearsay.reader.acts.slots import doer
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

THINGS = frozenset({"abstract", "event", "object", "substance", "time"})
RELATIVE = frozenset({"that", "which"})
TELLS = frozenset({"is", "are", "was", "were", "'s", "has", "have", "had", "do", "does", "did"})


def idle(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether an action is none that somebody can bind himself or another to: "thank God", "we will not have a country"."""
    low = tree.lows[bond.action]
    if tree.words[bond.action].upos == "AUX":
        return True  # we won't: what, stands elsewhere
    if bond.force in DIRECTIVE:
        leave = bond.force is Force.PERMIT and marks.tells(low, "befalls")  # you may think
        bare = tree.child(bond.action, "nsubj", "aux", "ccomp") is None and _of_hearer(tree, bond)
        owed = bond.force is Force.URGE and tree.child(bond.action, "aux") is not None
        got = owed and (low == "get" or marks.tells(low, "happens_word"))  # he should get a boost
        return leave or got or (bare and marks.tells(low, "idle_bid"))
    if bond.whole and existing(tree, bond.action) is not None:
        return False  # there will be no fine
    state = tree.child(bond.action, "cop") is not None  # "it is going to be all right"
    if bond.force is Force.PROMISE and is_so(tree, bond.action):
        return True
    return (state and bond.force in (Force.PROMISE, Force.INTEND)) or (
        bond.force not in (Force.RESERVE, Force.THREATEN) and marks.tells(low, "befalls")
    )


def _of_hearer(tree: Tree, bond: Bond) -> bool:
    """Whether a bid has no object but who speaks: "believe me", "look". Leaves: "believe the board"."""
    thing = tree.child(bond.action, "obj")
    return thing is None or tree.lows[thing] in ("me", "us")


def is_so(tree: Tree, action: int) -> bool:
    """Whether a clause tells what is or was so, and not what will be: "I promise you, it | does not depend | on him".

    Leaves: "I promise that nobody | will be sacked", "… | is leaving".
    """
    helps = {tree.lows[n] for n in tree.children(action, "aux", "cop")}
    told = tree.child(action, "nsubj", "nsubj:pass") is not None and bool(helps & TELLS)
    return told and not helps & WILL and not tree.lows[action].endswith("ing")


def nobodys_word(tree: Tree, force: Force, cue: int, action: int, marks: Marking) -> bool:
    """Whether a verb that may bind tells here of what things bring about, or of a deed that was done.

    Takes: "events that | allow | them to meet voters", "the crisis | demands | action", "an act | committed | by drivers".
    Leaves: "the treaty | allows | them to fish", "a letter | demands | action", "the port | allows | them to".
    """
    one = force is Force.REFUSE and _is_one(tree, action)
    whom = tree.child(cue, "obj", "iobj") if force is Force.PERMIT else None
    one = one or (whom is not None and tree.lows[whom] in SELF)  # allowed himself to answer
    if force in (Force.REQUEST, Force.URGE) and tree.words[action].upos in NOMINAL:
        opens = {tree.lows[n] for n in tree.children(action, "case")}
        one = one or bool(opens & {"to", "on", "upon"} and tree.words[cue].upos == "VERB")
    return one or _of_thing(tree, force, cue, marks) or _done(tree, cue, action, marks)


NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def _is_one(tree: Tree, action: int) -> bool:
    """Whether what is refused is somebody, and no deed: "opposed to | Lund", "rebuffed | a heckler". Leaves: "forbade | him to go"."""
    word = tree.words[action]
    named = word.entity == "person" and word.upos in ("NOUN", "PROPN")
    deeds = tree.children(action, "acl")
    named = named and tree.child(action, "cop") is None  # refused to be the one
    return named and not any(tree.lows[m] == "to" for n in deeds for m in tree.children(n, "mark"))


def _of_thing(tree: Tree, force: Force, cue: int, marks: Marking) -> bool:
    """Whether a verb is told of a thing that has no word of its own, neither a document nor a body."""
    who = doer(tree, cue) if tree.words[cue].upos == "VERB" else None
    if who is not None and tree.lows[who] in RELATIVE and tree.relation(cue) == "acl":
        who = tree.words[cue].head
    if who is None or force in (Force.RESERVE, Force.REFUSE, Force.FORBID):
        return False
    thing = tree.words[who].upos == "NOUN" and tree.words[who].entity in THINGS
    low = tree.lows[who]
    told = any(sense.pos == "noun" for sense in senses().get(low, ()))
    word = low in lexicon().nouns or marks.tells(low, "lays_down") or told
    return thing and not (word or any(marks.tells(low, f"body_{kind}") for kind in BODIES))


def _done(tree: Tree, cue: int, action: int, marks: Marking) -> bool:
    """Takes: "committed | the crime", "undertook | a review", "offers | rare insight", "by offering | the watch". Leaves: "committed | to pay", "committed £4m | to the road", "offers | a reward"."""
    if tree.words[cue].upos != "VERB":
        return False
    if tree.lows[cue].startswith("offer"):
        means = any(tree.lows[n] == "by" for n in tree.children(cue, "mark", "case"))
        return means or marks.tells(tree.lows[action], "told_thing")
    if not tree.lows[cue].startswith(("commit", "undert")):
        return False
    to = any(
        tree.lows[m] == "to"
        for n in tree.held[cue]
        if n > cue
        for m in (*tree.children(n, "case", "mark"), n)
    )
    return not to and tree.words[action].upos == "NOUN"
