"""Guessed: what will come told in the present, where a word beside it says that it is a guess, or how likely it is.

Source: Quirk et al. (1985) 4.45 on the present for what will come; own.
"""

from hearsay.language.marking import Marking
from hearsay.reader.foretold.future import Future
from hearsay.reader.times.tense import is_past
from hearsay.reader.tree import Tree

NOW = frozenset({"is", "are", "'s", "'re", "do", "does"})
"""What may help a verb in the present."""


def guessed(tree: Tree, at: int, marks: Marking) -> Future | None:
    """What a clause in the present foretells, where it is called a guess.

    Takes: "my hunch is that he folds and calls it a win", "it is conceivable that the party splits". Leaves: "my guess is that he knew"; "my
    guess is as good as yours".

    Args:
        tree: of the article.
        at: the predicate.
        marks: the table of foretelling.
    """
    if not tree.is_clause(at) or not in_present(tree, at):
        return None
    sign = _sign(tree, at, marks)
    return Future(at, (sign,), "guessed", at) if sign is not None else None


def _sign(tree: Tree, at: int, marks: Marking) -> int | None:
    """The word that calls a clause, or the one that it is joined to, a guess."""
    outer = (n for n in tree.held[at] if tree.words[n].relation == "nsubj:outer")
    for n in outer:
        if marks.tells(tree.lows[n], "guess_noun"):
            return n
    head = tree.words[at].head
    if head == at:
        return None
    if tree.relation(at) == "conj" and tree.child(at, "nsubj") is None:
        return _sign(tree, head, marks)
    own = tree.child(at, "nsubj", "nsubj:pass", "expl") is not None
    if (
        own
        and tree.relation(at) in ("ccomp", "csubj")
        and marks.tells(tree.lows[head], "conceives")
    ):
        return head
    return None


def in_present(tree: Tree, at: int) -> bool:
    """Whether a predicate stands in the present, with nothing that says when or whether."""
    things = [n for n in tree.held[at] if tree.words[n].relation in ("nsubj", "nsubj:pass", "expl")]
    helps = [n for n in tree.children(at, "aux", "cop", "aux:pass") if not things or n > things[0]]
    if helps:
        return all(tree.lows[n] in NOW for n in helps)
    return tree.words[at].upos == "VERB" and not is_past(tree.lows[at])
