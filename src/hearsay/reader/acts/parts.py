"""Parts: of an action, what it is, on which condition, where, when and what for.

The branches that hang on a predicate in its tree are told apart by the words that open them; what is left is the
action itself. Source: Huddleston & Pullum (2002), ch. 8, on adjuncts; Universal Dependencies for the relations.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.tree import Tree
from hearsay.text.span import Spans

DEED = ("al", "tion", "sion", "ment", "ance", "ence", "ing", "ure", "sake")
"""Endings of nouns that name a deed: "for the withdrawal of the wounded" says what for."""

SUBJECTS = ("nsubj", "csubj", "expl")
BESIDE = ("cc", "discourse", "parataxis", "vocative", "dislocated", "punct")
BRANCHES = ("advcl", "obl", "advmod", "nmod", "acl")
OPENERS = ("condition_opener", "purpose_opener")
KINDS = ("condition", "place", "time", "purpose")


class Parts(msgspec.Struct, frozen=True):
    """The parts of an action."""

    matter: Spans
    condition: Spans = ()
    place: Spans = ()
    time: Spans = ()
    purpose: Spans = ()


def parts(
    tree: Tree,
    at: int,
    within: Collection[int],
    marks: Marking,
    over: Sequence[int] = (),
    *,
    subject: bool = False,
) -> Parts:
    """The parts of an action.

    Takes: "pay every driver by May if the board agrees", of which the matter is "pay every driver".
    Leaves: "a plan for peace", where nothing is told apart.

    Args:
        tree: of the article.
        at: the word for the action: a verb, or a noun for it.
        within: the words that may belong to it.
        marks: the table of openers.
        over: words on which it hangs and whose conditions and times are its own: "agreed to pay if …".
        subject: whether its subject and helping verbs belong to the matter: "that the boat be brought back".
    """
    kinds: dict[str, list[int]] = {name: [] for name in KINDS}
    away: set[int] = set()
    for branch, kind in branches(tree, at, marks):
        below = [n for n in tree.below(branch) if n in within]
        if kind and below:
            kinds[kind] += below
            away |= {*below}
    for above in over:
        for branch, kind in branches(tree, above, marks, own=False):
            below = [n for n in tree.below(branch) if n not in away]
            if kind in ("condition", "time") and below and at not in below:
                kinds[kind] += below
    leave = {
        n
        for child in tree.held[at]
        if _beside(tree, at, child, subject=subject)
        for n in tree.below(child)
    }
    held = [n for n in tree.below(at) if n in within and n not in away and n not in leave]
    told = {name: tree.spans(_bare(tree, words)) for name, words in kinds.items()}
    return Parts(matter=tree.spans(_core(tree, held, at)), **told)


def _bare(tree: Tree, words: Sequence[int]) -> list[int]:
    """The words of a branch without a comma, an "and" or a "but" that opens it."""
    out = sorted(words)
    while out and tree.words[out[0]].upos in ("PUNCT", "CCONJ"):
        out.pop(0)
    return out


def _beside(tree: Tree, at: int, child: int, *, subject: bool) -> bool:
    """Whether a branch is no part of the action: its subject, what joins it to others, another clause."""
    relation = tree.relation(child)
    if relation in SUBJECTS:
        return not subject
    if relation == "conj":
        return tree.child(child, "nsubj") is not None
    if relation in ("aux", "cop"):
        return not subject and tree.words[at].upos == "VERB"
    if relation == "mark":
        return tree.lows[child] != "to"
    if relation == "case":
        return tree.words[at].upos != "VERB"
    if relation == "advmod":
        return not subject and tree.lows[child] in ("not", "n't", "never") and _finite(tree, at)
    return relation in BESIDE


def _finite(tree: Tree, at: int) -> bool:
    """Whether a predicate has a helping verb or a subject; "not to burn it" has none, and keeps its "not"."""
    return bool(tree.children(at, "aux", "nsubj"))


def _core(tree: Tree, held: Sequence[int], at: int) -> list[int]:
    """The words without those that only join, at either end."""
    out = list(held)
    while out and tree.words[out[0]].upos in ("PUNCT", "CCONJ", "SCONJ") and out[0] != at:
        out.pop(0)
    while out and tree.words[out[-1]].upos in ("PUNCT", "CCONJ") and out[-1] != at:
        out.pop()
    return out


def branches(tree: Tree, at: int, marks: Marking, *, own: bool = True) -> Iterator[tuple[int, str]]:
    """The branches of a predicate with what each is: condition, place, time, purpose, or "".

    Args:
        tree: of the article.
        at: the predicate.
        marks: the table of openers.
        own: whether the branches of its object are looked at too, where a tree is easily wrong.
    """
    for child in tree.held[at]:
        if tree.relation(child) in BRANCHES:
            yield child, kind_of(tree, child, marks)
    if own:
        for thing in tree.children(at, "obj"):
            for child in tree.children(thing, "nmod", "acl", "advcl", "obl"):
                kind = kind_of(tree, child, marks)
                if kind != "place" and not tree.words[child].relation.endswith("relcl"):
                    yield child, kind


def kind_of(tree: Tree, branch: int, marks: Marking) -> str:
    """What a branch says of an action."""
    words = _bare(tree, [n for n in tree.below(branch) if tree.words[n].upos != "PUNCT"])
    if not words:
        return ""
    first, stop = words[0], words[-1] + 1
    found = marks.found(tree.lows, first, min(stop, first + 5), *OPENERS)
    opens = {name for phrase in found for name in phrase.classes if phrase.first <= first + 1}
    clause = tree.relation(branch) in ("advcl", "acl")
    if "condition_opener" in opens and not (tree.lows[first] == "once" and not clause):
        return "" if _of_time(tree, branch, first, stop, marks) else "condition"
    if "purpose_opener" in opens:
        return "purpose"
    if clause:
        to = any(tree.lows[n] == "to" for n in tree.children(branch, "mark"))
        return "purpose" if to and tree.relation(branch) == "advcl" else ""
    if _of_time(tree, branch, first, stop, marks):
        return "time"
    opener = _opener(tree, branch)
    if opener == "for" and tree.lows[branch].endswith(DEED) and tree.relation(branch) == "obl":
        return "purpose"
    place = tree.words[branch].entity == "place" or tree.words[branch].upos == "PROPN"
    return "place" if place and marks.tells(opener, "place_opener") else ""


def _of_time(tree: Tree, branch: int, first: int, stop: int, marks: Marking) -> bool:
    """Whether a branch tells a time: "for the moment", "by May", "next week", "in 2031"."""
    low = tree.lows[branch]
    whole = any(
        phrase.first == first and phrase.stop == stop
        for phrase in marks.found(tree.lows, first, stop, "temporal")
    )
    year = low.isdigit() and len(low) == 4  # noqa: PLR2004 - a year has four figures
    clock = tree.lows[stop - 1] in ("a.m.", "p.m.", "am", "pm")
    return whole or year or clock or marks.tells(low, "time_noun")


def _opener(tree: Tree, branch: int) -> str:
    """The preposition of a branch."""
    held = tree.children(branch, "case")
    return tree.lows[held[0]] if held else ""
