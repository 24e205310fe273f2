"""Passives: to whom a deed is done, and what nobody does, which a matter tells with its subject.

Source: Huddleston & Pullum (2002), ch. 9 and 16; own.
"""

from hearsay.reader.acts.clauses import NOBODY, NOT
from hearsay.reader.acts.slots import somebody
from hearsay.reader.tree import Tree


def is_bound(tree: Tree, passive: int) -> bool:
    """Whether a subject is somebody to whom a deed is done; not "nobody", whom the matter cannot leave out."""
    return somebody(tree, passive) and not nobody(tree, passive)


def nobody(tree: Tree, who: int | None) -> bool:
    """Whether a subject is nobody, whom a matter cannot leave out: "| nobody | should enter", "| no driver | should pay"."""
    if who is None:
        return False
    none = tree.lows[who] in NOBODY or tree.lows[who - 1 : who + 1] == ["no", "one"]
    return none or any(tree.lows[n] in NOT for n in tree.children(who, "det"))


def done_to(tree: Tree, passive: int | None, action: int) -> set[int]:
    """The words for him to whom a deed is done: "| those who park there | would be towed"."""
    if passive is None or not is_bound(tree, passive):
        return set()
    return {*tree.below(passive)} - {*tree.below(action)}


def is_owed(tree: Tree, clause: int, action: int) -> bool:
    """Whether it is told what a thing needs done to it: "the law | needs to be changed". Leaves: "she needs to be told"; "we need to change it"."""
    subject = tree.child(clause, "nsubj")
    passive = tree.child(action, "aux:pass") is not None and tree.words[action].head == clause
    return passive and subject is not None and not is_bound(tree, subject)
