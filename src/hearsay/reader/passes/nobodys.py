"""Nobody's: clauses of the author's own, with a verb of saying or thinking that nobody is said to do.

"It is hard to believe that he left", "And let's hope it stays that way", "I will first republish his comments": the learned
reader sees the verb, and joins it to somebody named elsewhere.

Source: Huddleston and Pullum (2002), ch. 11 §4 on extraposition, ch. 10 §9.5 on "let's".
"""

from collections.abc import Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode

IT = ("it", "there")
MODAL = ("can", "could", "may", "might", "would", "must", "should", "cannot")
PART = 3
"""Words back to an "it is easy to …" with which "and call it …" is joined."""


def spoken(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements without the outermost in which nobody says anything; what stands in them stands by itself.

    Takes out: "| one | could say |", "| It is hard to believe | that he left |", "| let's hope | it stays |", "I | will first republish | his comments |".
    Leaves: "It is believed that he left", "| I | think | it stays |", and what is quoted.
    """
    return changed(told, lambda one: None if _is_nobodys(one, tree, lexicon) else one)


def _is_nobodys(one: Statement, tree: Tree, lexicon: Lexicon) -> bool:
    if one.within is not None or one.cue is None or one.mode is not Mode.INDIRECT:
        return False
    cue = tree.over(one.cue)
    verb = tree.top(list(cue))
    if verb is None or not one.explicit:
        return False
    who = [tree.lows[n] for n in tree.over(one.source)] if one.source else []
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.lows[subject] == "one" and not tree.held[subject]:
        return any(tree.lows[n] in MODAL for n in tree.children(verb, "aux"))
    if who == ["i"]:
        return one.entry is None and not any(lexicon.cue(tree.lows[n]) for n in cue)
    shows = any(lexicon.tells(tree.lows[n], "concludes") for n in cue)
    if shows and who and lexicon.tells(who[-1], "no_voice"):
        return True  # this episode shows one thing
    lets = one.source is not None and len(who) == 1 and _follows_let(one, tree)
    return lets or _is_easy(verb, tree)


def _follows_let(one: Statement, tree: Tree) -> bool:
    """Whether the source is the "us" of "let us"."""
    over = tree.over(one.source) if one.source else range(0)
    return tree.lows[over[0] - 1 : over[0]] == ["let"]


def _is_easy(verb: int, tree: Tree) -> bool:
    """Whether an adjective says of "it" how easy or important the saying is: "it is | hard to believe |"."""
    for at in (verb, *list(tree.up(verb))[:PART]):
        it = tree.child(at, "expl", "nsubj")
        if tree.words[at].upos == "ADJ" and it is not None and tree.lows[it] in IT:
            what = tree.child(at, "csubj", "xcomp", "ccomp", "advcl")
            to = what is not None and any(tree.lows[n] == "to" for n in tree.children(what, "mark"))
            return to and what is not None and tree.child(what, "nsubj") is None
        if tree.relation(at) not in ("csubj", "xcomp", "conj", "ccomp", "advcl"):
            return False
    return False
