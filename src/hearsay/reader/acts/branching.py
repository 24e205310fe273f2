"""Branching: what opens a branch of the tree, and which of its words are its own.

Source: Universal Dependencies for the relations.
"""

from collections.abc import Sequence

from hearsay.reader.tree import Tree


def opener_of(tree: Tree, branch: int) -> str:
    """The preposition of a branch."""
    held = tree.children(branch, "case")
    return tree.lows[held[0]] if held else ""


def bare(tree: Tree, words: Sequence[int]) -> list[int]:
    """The words of a branch without a comma, an "and" or a "but" that opens it, and without marks at its end."""
    out = sorted(words)
    first, stop = 0, len(out)
    while first < stop and tree.words[out[first]].upos in ("PUNCT", "CCONJ"):
        first += 1
    while first < stop and tree.words[out[stop - 1]].upos == "PUNCT":
        stop -= 1
    return out[first:stop]
