"""Impersonal: clauses in which the author argues, with a verb of saying or thinking that nobody does.

"It is hard to believe that he left", "And let's hope it stays that way", "By some standards one could say …": the learned
reader sees the verb, and joins it to somebody named elsewhere.

Source: Huddleston and Pullum (2002), ch. 11 §4 on extraposition, ch. 10 §9.5 on "let's", ch. 17 §2.4 on generic "one".
"""

from collections.abc import Sequence

from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode

IT = ("it", "there")
MODAL = ("can", "could", "may", "might", "would", "must", "should", "cannot")
PART = 3
"""Words back to an "it is easy to …" with which "and call it …" is joined."""


def theirs(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The outermost statements without those that only the author makes, and to which he names nobody.

    Takes out: "| It is hard to believe | that he left |", "| let's hope | it stays |", "| one could say |". Leaves: "| It is
    hard for | Lund | to believe |", "It is believed that he left", "| One | said |", and what is quoted.
    """
    return [one for one in told if not _argues(one, tree)]


def _argues(one: Statement, tree: Tree) -> bool:
    if one.cue is None or not one.explicit or one.mode is Mode.DIRECT:
        return False
    cue = list(tree.over(one.cue))
    verb = tree.top(cue)
    if verb is None:
        return False
    return _is_easy(verb, tree) or _lets(one, verb, tree) or _anybody(verb, tree)


def _is_easy(verb: int, tree: Tree) -> bool:
    """Whether an adjective says of "it" how easy or important the saying is: "it is | hard to believe |"."""
    for at in (verb, *list(tree.up(verb))[:PART]):
        it = tree.child(at, "expl", "nsubj")
        if tree.words[at].upos == "ADJ" and it is not None and tree.lows[it] in IT:
            what = tree.child(at, "csubj", "xcomp", "ccomp", "advcl")
            joined = at != verb or what is not None
            to = what is not None and any(tree.lows[n] == "to" for n in tree.children(what, "mark"))
            someone = what is not None and tree.child(what, "nsubj") is not None
            return joined and to and not someone and not _of_somebody(at, tree)
        if tree.relation(at) not in ("csubj", "xcomp", "conj", "ccomp", "advcl"):
            return False
    return False


def _of_somebody(at: int, tree: Tree) -> bool:
    """Whether it is said for whom it is easy: "hard for | Lund | to believe", "important to | her | to note"."""
    return any(
        tree.words[n].entity in ("person", "organization")
        for n in tree.children(at, "obl")
        if n > at
    )


def _lets(one: Statement, verb: int, tree: Tree) -> bool:
    """Whether the source is the "us" of "let's"."""
    over = tree.over(one.source) if one.source else range(0)
    above = tree.words[verb].head
    return (
        len(over) == 1
        and tree.lows[over[0] - 1 : over[0]] == ["let"]
        and "let"
        in (
            tree.lows[above],
            tree.lows[verb],
        )
    )


def _anybody(verb: int, tree: Tree) -> bool:
    """Whether a "one" that means anybody might say it: "| one | could say |"."""
    at = tree.child(verb, "nsubj")
    if at is None or tree.lows[at] != "one" or tree.held[at]:
        return False
    return any(tree.lows[n] in MODAL for n in tree.children(verb, "aux"))
