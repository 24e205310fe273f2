"""Left free: what a document lays down, what is not prevented.

"Under the treaty neither may fish", "her order does not prevent the port from sailing".


Source: Searle (1976) for directives; Berridge & James (2003) on the usage of diplomatic notes.
"""

from collections.abc import Sequence

from hearsay.language.marking import Marking
from hearsay.reader.acts.able import is_let
from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.slots import doer, possessor
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

NOT = frozenset({"not", "n't", "never", "no", "neither", "nobody", "nothing", "none"})
DUTY = frozenset({"must", "shall"})


def by_document(tree: Tree, at: int, marks: Marking) -> Bond | None:
    """What a treaty, a law, a contract lays down, or nobody who is named.

    Takes: "Under the treaty neither side may fish there", which forbids; "under the contract she must sing", "… is to
    sing", which urge; "customers may stay, provided that they pay". Leaves: "Under the bridge a man may wait".
    """
    rule = _rule_over(tree, at, marks)
    helps = {tree.lows[n]: n for n in tree.children(at, "aux", "aux:pass", "cop")}
    modal = next((low for low in helps if low in ("may", "can", "could", *DUTY)), None)
    if modal is None and {tree.lows[n] for n in tree.children(at, "mark")} & {"to"}:
        modal = next((low for low in helps if low in ("is", "are")), None)
    who = _last(tree.children(at, "nsubj", "nsubj:pass"))
    near = (*tree.held[at], *((*tree.held[who], who) if who is not None else ()))
    denied = {tree.lows[n] for n in near} & NOT
    if modal is None or (who is None and not denied):
        return None
    if rule is None and not (modal == "may" and is_let(tree, helps["may"], marks)):
        return None
    force = Force.PERMIT if modal in ("may", "can", "could") else Force.URGE
    force = Force.FORBID if denied else force
    because = (tree.words[helps[modal]].span,)
    off = [n for n in tree.held[at] if tree.lows[n] in NOT or (n in helps.values())]
    off += tree.children(at, "mark")
    off += tree.below(rule) if rule is not None else []
    within = frozenset(tree.below(at)) - {*off}
    told = "force_of_verb" if rule is None else "force_of_document"
    return Bond(force, at, because, told, within, by=rule, to=who, unnamed=rule is None)


def _last(found: Sequence[int]) -> int | None:
    return max(found, default=None)


def _rule_over(tree: Tree, at: int, marks: Marking) -> int | None:
    """The noun for a document under which something holds: beside the verb, or at the head of its sentence."""
    beside = [n for n in tree.children(at, "obl") if n < at]
    if tree.relation(at) == "root":
        first = min(tree.below(at))
        noun = tree.words[first].head
        beside += [noun] if tree.lows[first] == "under" and first < noun < at else []
    return next((n for n in beside if _lays_down(tree, n, marks)), None)


def _lays_down(tree: Tree, rule: int, marks: Marking) -> bool:
    """Whether a noun is one of those under which things are allowed or not: it names no place and no body."""
    opener = next((tree.lows[m] for m in tree.children(rule, "case")), "")
    paper = marks.tells(tree.lows[rule], "lays_down", "dealt_under")
    return opener == "under" and (paper or tree.words[rule].entity == "abstract")


def not_prevented(tree: Tree, at: int, marks: Marking) -> Bond | None:
    """What is left free.

    Takes: "her order does not prevent the port from sailing", a permission of hers. Leaves: "the storm did not prevent it".
    """
    if not marks.tells(tree.lows[at], "prevents"):
        return None
    no = [n for n in tree.children(at, "advmod") if tree.lows[n] in NOT]
    if {tree.lows[n] for n in tree.children(at, "aux")} & {"could", "can", "ca"}:
        return None  # could not even stop them from climbing in
    action = tree.child(at, "xcomp", "advcl", "acl", "ccomp")
    thing = tree.child(at, "obj")
    if action is None and thing is not None:
        action = tree.child(thing, "acl")
    if thing is None and tree.lows[at].startswith("stop"):
        return None  # could not stop laughing
    who = doer(tree, at)
    by = possessor(tree, who) if who is not None else None
    by = by if by is not None else who
    if not no or action is None or by is None or tree.words[action].upos != "VERB":
        return None
    subject = tree.child(action, "nsubj")
    to = thing if thing is not None and thing != action else subject
    because = tuple(sorted((tree.words[no[0]].span, tree.words[at].span)))
    return Bond(
        Force.PERMIT, action, because, "force_of_verb", by=by, to=to, over=(at,), whole=to is None
    )
