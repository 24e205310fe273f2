"""Dating: how surely words tell by when something will have come."""

from collections.abc import Sequence

from hearsay.language.marking import Marking
from hearsay.reader.times.tense import is_past
from hearsay.reader.tree import Tree

SUREST = 3  # of a time: it dates what will come

THINGS = ("person", "organization", "object")
"""What is no time, as the network calls it."""

SMALL = 3  # words of a time that has no word for a time in it but a name: "by Dussehra"


def for_now(tree: Tree, words: Sequence[int], marks: Marking) -> bool:
    """Takes: "until now", "at the moment". Leaves: "until May"."""
    found = marks.found(tree.lows, words[0], words[-1] + 1, "for_now")
    return any(m.first == words[0] for m in found)


def after_what_was(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a clause tells after what it will come that is over already, which dates nothing.

    Takes: "after she refused to help", "after hearing it". Leaves: "after they vote"; "would close after the lease ended".
    """
    opens = next((n for n in words[:3] if tree.lows[n] == "after"), None)
    at = tree.words[opens].head if opens is not None else 0
    helps = {tree.lows[n] for n in tree.children(tree.words[at].head, "aux")}
    if opens is None or tree.words[opens].upos != "SCONJ" or "would" in helps:
        return False
    return is_past(tree.lows[at]) or tree.lows[at].endswith("ing")


def dated(tree: Tree, words: Sequence[int], marks: Marking) -> int:
    """How surely words tell by when: 3 where they date it, 2 where they are a time, 1 where they only order it, 0 not.

    Takes: "by May", "soon", "within ten years", "in the fourth quarter", "by Dussehra". Leaves: "again", "in the port".
    """
    lows = [tree.lows[n] for n in words]
    first, stop = words[0], words[-1] + 1
    if len(words) == 1 and marks.tells(lows[0], "no_date"):
        return 0
    due = [m for m in marks.found(tree.lows, first, stop, "due") if m.first == first]
    if any(m.stop == stop for m in due):
        return SUREST
    if for_now(tree, words, marks):
        return 0
    heads = [n for n in words if _time_word(tree, n, marks) or _part_of_time(tree, n, marks)]
    if lows[0] in ("before", "after", "until", "till"):
        heads += [n for n in words if marks.tells(tree.lows[n], "event_of")]
        heads += [n for n in words if tree.words[n].entity in ("event", "time")]
    opener = any(m.first in words[:2] for m in marks.found(tree.lows, first, stop, "due_opener"))
    top = tree.top(words)
    if top is None or _no_time(tree, top, lows[0], marks):
        return 0
    if tree.words[top].upos == "NUM" and not (
        _time_word(tree, top, marks) or _named_day(tree, top, marks)
    ):
        return 0
    if (top in heads or _named_day(tree, top, marks)) and opener:
        return SUREST
    if (
        top in heads
        and not tree.children(top, "case")
        and any(marks.tells(low, "which_time") for low in lows)
    ):
        return 2
    named = tree.words[top].upos == "PROPN" and len(words) <= SMALL
    agent = tree.words[top].relation == "obl:agent" or (
        lows[0] == "by" and bool(tree.children(tree.words[top].head, "aux:pass"))
    )
    return 2 if named and lows[0] in ("by", "before", "until") and not agent else 0


def _no_time(tree: Tree, top: int, opener: str, marks: Marking) -> bool:
    """Takes: "by the Harbour Board", "by a quarter of a point", "by two years", which say by whom, or by how much. Leaves: "within a year", "by 2 May"."""
    thing = tree.words[top].entity in THINGS and not marks.tells(tree.lows[top], "feast")
    counts = [n for n in tree.children(top, "det", "nummod") if n < top]
    much = any(tree.words[n].upos == "NUM" or tree.lows[n] in ("a", "an") for n in counts)
    return thing or (opener == "by" and much)


def _part_of_time(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "half" in "in the second half of January". Leaves: "half" in "in half of the towns"."""
    held = tree.children(at, "nmod")
    return bool(held) and any(
        tree.lows[m] == "of" and _time_word(tree, n, marks)
        for n in held
        for m in tree.children(n, "case")
    )


def _named_day(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "17" in "on April 17", "25th" in "on the 25th", "time" in "in twenty years' time". Leaves: "17" in "by 17 votes"."""
    if tree.lows[at][:1].isdigit() and tree.words[at].entity == "time":
        return True
    if tree.words[at].upos != "NUM" and tree.lows[at] != "time":
        return False
    return any(_time_word(tree, n, marks) for n in tree.held[at])


def _time_word(tree: Tree, at: int, marks: Marking) -> bool:
    low = tree.lows[at]
    year = low.isdigit() and len(low) == 4  # noqa: PLR2004 - a year has four figures
    return year or marks.tells(low, "feast", "time_of")
