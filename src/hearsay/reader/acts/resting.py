"""Resting: where a passive tells what is held to be so, by nobody who is named; by the tree, whatever stands between.

Source: Palmer (2001), Mood and Modality, on reported evidence; Huddleston & Pullum (2002), ch. 16, on passives without "by".
"""

from collections.abc import Iterator

from hearsay.language.marking import Marking
from hearsay.reader.tree import Tree, kept
from hearsay.text.span import Span


@kept
def resting(tree: Tree, marks: Marking) -> tuple[Span, ...]:
    """The words by which something rests on what others hold, in the order of the text.

    Takes: "is now believed to be", "it’s thought that", "a ship reported to have sunk". Leaves: "is believed by the board to be"; "he believed
    it to be"; "it was reported to the police", "cannot be expected to".
    """
    return tuple(_resting(tree, marks))


def _resting(tree: Tree, marks: Marking) -> Iterator[Span]:
    for one in marks.found(tree.lows, 0, len(tree.lows), "held_to_be"):
        at = one.first
        if tree.words[at].upos not in ("VERB", "ADJ"):
            continue
        helps = [n for n in tree.children(at, "aux:pass", "cop") if n < at]
        if any(tree.lows[n] == "be" for n in helps):
            continue  # cannot be expected to
        it = tree.child(at, "expl", "nsubj", "nsubj:pass")
        to = tree.lows[at + 1 : at + 2] == ["to"]
        after = at + 2 if to and at + 2 < len(tree.words) else at
        if to and (helps or tree.lows[after] in ("be", "have")):  # no tree is asked: it often errs
            told = tree.words[after].upos in ("VERB", "AUX")
            first, last = min([at, *helps]), at + 1
        else:
            told = bool(helps) and it is not None and tree.child(at, "ccomp", "csubj") is not None
            told = told and tree.lows[it or 0] == "it"
            first, last = min([at, it or at]), at
        if told:
            yield tree.words[first].span.hull(tree.words[last].span)
