"""Deadlines: somebody is given a time in which to do something, and so is bidden to: "gave the company seven days to reinstate them".

Source: own, after Searle (1976) on directives.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.slots import agent, doer, somebody
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

GIVES = frozenset({"give", "gives", "gave", "given", "giving"})
UNTIL = frozenset({"until", "till"})


def given_time(tree: Tree, at: int, marks: Marking) -> Bond | None:
    """What somebody is given a time for.

    Takes: "gave the company seven days | to reinstate them", "gave him until Friday | to sign". Leaves: "gave him a book to
    read"; "gave her a prize in May to thank her"; "gave her two weeks to live", which is no deed.

    Args:
        tree: of the article.
        at: the verb.
        marks: the table of what befalls somebody.
    """
    if tree.lows[at] not in GIVES:
        return None
    around = tree.children(at, "obj", "iobj", "obl", "nmod")
    when = next((n for n in around if n > at and _is_given(tree, n)), None)
    if when is None:
        return None
    deeds = (*tree.children(at, "xcomp", "advcl"), *tree.children(when, "acl"))
    deed = next((n for n in deeds if n > when and _to(tree, n)), None)
    passive = tree.child(at, "aux:pass", "nsubj:pass") is not None
    by = agent(tree, at) if passive else doer(tree, at)
    thing = by is not None and not (somebody(tree, by) or tree.words[by].entity == "place")
    if (
        deed is None
        or thing
        or (by is None and not passive)
        or marks.tells(tree.lows[deed], "befalls")
    ):
        return None
    whom = [n for n in around if at < n < when and tree.relation(n) in ("obj", "iobj")]
    whom += tree.children(at, "nsubj:pass")
    to = next((n for n in whom if somebody(tree, n) or tree.words[n].entity == "place"), None)
    return Bond(
        Force.URGE, deed, (tree.words[at].span,), "force_of_verb", by=by, to=to,
        over=(at,) if to is None else (at, to), unnamed=by is None,
        time=tuple(n for n in tree.below(when) if n < min(tree.below(deed))),
    )  # fmt: skip


def _is_given(tree: Tree, at: int) -> bool:
    """Whether a time is what is given: "seven days", "until Friday"; not "in May"."""
    opens = {tree.lows[n] for n in tree.children(at, "case", "mark")}
    return tree.words[at].entity == "time" and (not opens or bool(opens & UNTIL))


def _to(tree: Tree, at: int) -> bool:
    return any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
