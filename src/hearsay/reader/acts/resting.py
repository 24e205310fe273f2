"""Resting: where a passive tells what is held to be so, by nobody who is named; by the tree, whatever stands between.

Source: Palmer (2001), Mood and Modality, on reported evidence; Huddleston & Pullum (2002), ch. 16, on passives without "by".
"""

from collections.abc import Iterator

from hearsay.language.marking import Marking
from hearsay.reader.tree import Tree
from hearsay.text.span import Span


def resting(tree: Tree, marks: Marking) -> Iterator[Span]:
    """The words by which something rests on what others hold, in the order of the text.

    Takes: "is now believed to be", "it’s thought that", "a ship reported to have sunk". Leaves: "is believed by the board to be"; "he believed
    it to be"; "it was reported to the police".
    """
    for at, low in enumerate(tree.lows):
        if not marks.tells(low, "held_to_be") or tree.words[at].upos not in ("VERB", "ADJ"):
            continue
        so = tree.child(at, "xcomp", "ccomp", "csubj")
        by = any(tree.lows[m] == "by" for n in tree.children(at, "obl") for m in tree.held[n])
        helps = [n for n in tree.children(at, "aux:pass") if n < at]
        it = next((n for n in tree.children(at, "expl", "nsubj:pass") if tree.lows[n] == "it"), at)
        to = so is not None and any(tree.lows[n] == "to" for n in tree.children(so, "mark"))
        if by or so is None or so < at or not (to or (helps and it < at)):
            continue
        if not helps and tree.relation(at) not in ("acl", "amod"):
            continue
        last = at + 1 if tree.lows[at + 1] == "to" else at
        yield tree.words[min([at, *helps, it])].span.hull(tree.words[last].span)
