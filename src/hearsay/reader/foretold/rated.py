"""Rated: the number at which somebody puts a chance.

Source: Quirk et al. (1985) 16.46-57 on verbs with two objects; own.
"""

from hearsay.language.likely import as_chance
from hearsay.language.marking import Marking
from hearsay.reader.foretold.future import Future
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

STOPS = frozenset({".", ";", ":", "”", "—", "?", "!"})
LONGEST = 9  # words of "at" and a number: "at no more than one chance in three"


def chance_at(tree: Tree, one: Future, marks: Marking) -> Span | None:
    """The number at which a verb puts the chance of what will come, whatever the tree hangs it on.

    Takes: "20 per cent" of "puts the chance of rain before May at 20 per cent", "rates its odds of survival at one in three".
    Leaves: "4 per cent" of "the chance that it keeps rates at 4 per cent", "puts a recession at 40 percent", which names no chance.
    """
    noun = next((n for n in one.because if _of_chance(tree, n, marks)), None)
    if noun is None and one.at == one.over:
        noun = next((n for n in tree.up(one.at) if _of_chance(tree, n, marks)), None)
    if noun is None:
        return None
    verb = tree.words[noun].head
    parts = ("obj", "nsubj", "nsubj:pass")
    if tree.relation(noun) not in parts or not marks.tells(tree.lows[verb], "rates_at"):
        return None
    stop, last = max(noun, verb), tree.sentence(noun).stop
    ends = next((n for n in range(stop, last) if tree.lows[n] in STOPS), last)
    return next(
        (run for n in range(ends - 1, stop, -1) if (run := _number_after(tree, n, ends))), None
    )


def _of_chance(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "the chance", "the danger", each of which may be put at a number."""
    return any(marks.tells(tree.lows[at], name) for name in ("chance_noun", "peril_noun"))


def _number_after(tree: Tree, at: int, ends: int) -> Span | None:
    """The longest run of words after an "at" that is a number for a chance and nothing else."""
    if tree.lows[at] != "at":
        return None
    for stop in range(min(ends, at + LONGEST), at + 1, -1):
        span = tree.words[at + 1].span.hull(tree.words[stop - 1].span)
        if as_chance(tree.text, span) is not None:
            return span if stop == ends or tree.lows[stop] != "of" else None
    return None
