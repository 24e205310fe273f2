"""Present: what will come told in the present, where something says that it is not yet so.

Source: Quirk et al. (1985) 4.45 on the simple present for what will come; own.
"""

from collections.abc import Collection

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.foretold.future import Future, infinitive
from hearsay.reader.foretold.guessed import in_present
from hearsay.reader.foretold.terms import Terms
from hearsay.reader.tree import Tree

MAIN = ("root", "conj", "ccomp", "parataxis")
OVER = frozenset({"had", "was", "were", "did", "has", "have"})
"""Verbs of what is over, or of what somebody has, which may have a term ahead."""

FIXED = ("on_schedule", "settled", "administered", "announces", "foresees", "rates_at", "rates_to")
"""Classes of verbs that in the present with a day are of a timetable, or foretell something else."""


def present(tree: Tree, at: int) -> Future | None:
    """What a main clause in the present may foretell.

    Takes: "the committee folds by May", "if a fund gets it, half of us are gone by May". Leaves: "the road that closes by May", "closing by May".

    Args:
        tree: of the article.
        at: the predicate.
    """
    if tree.relation(at) not in MAIN or not tree.is_clause(at) or not in_present(tree, at):
        return None
    if tree.subject(at) is None and tree.child(at, "nsubj:pass", "expl") is None:
        return None
    if (
        tree.lows[at] in OVER
        or infinitive(tree, at)
        or (tree.lows[at].endswith("ing") and not tree.children(at, "aux", "cop"))
    ):
        return None
    return Future(at, (at,), "present", at)


def may_come(tree: Tree, one: Future, marks: Marking, taken: Collection[int]) -> bool:
    """Whether what stands in the present may be to come.

    Takes: "it folds by May". Leaves: "the parliament meets next week", "it is due by May".

    Args:
        tree: of the article.
        one: what may foretell.
        marks: the table of foretelling.
        taken: words by which somebody says or foretells something.
    """
    if one.rule != "present":
        return True
    low = tree.lows[one.at]
    fixed = any(marks.tells(low, name) for name in FIXED) or low in ("due", "here", "now")
    return one.at not in taken and not fixed


def to_come(tree: Tree, one: Future, told: Terms, marks: Marking) -> bool:
    """Whether the words beside it say that what stands in the present is to come.

    Takes: "it folds by May", "there is a new chairman by Christmas". Leaves: "it is so by now".

    Args:
        tree: of the article.
        one: what may foretell.
        told: its terms.
        marks: the table of foretelling.
    """
    if one.rule != "present":
        return True
    if not told.horizon:
        return False
    when = tree.over(told.horizon[0])
    clause = any(tree.is_clause(n) for n in when)
    return (
        marks.tells(tree.lows[when[0]], "opens_ahead")
        and tree.lows[when[-1]] != "now"
        and not clause
    )


def grounded(one: Future, told: Terms, tree: Tree) -> Future:
    """With the words for by when among those that decide, where it stands in the present."""
    if one.rule != "present" or not told.horizon:
        return one
    return msgspec.structs.replace(one, because=(one.at, *tree.over(told.horizon[0])))
