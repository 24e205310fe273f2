"""Afterwards: a condition that is told in the sentence after what it limits.

"They will free the crew. But only if the fine is paid."

Source: Declerck & Reed (2001), Conditionals, on free-standing conditions; own.
"""

from collections.abc import Sequence

import msgspec

from hearsay.reader.acts.parts import Parts
from hearsay.reader.tree import Tree

CLOSING = frozenset({"”", '"', "’"})


def limited(tree: Tree, every: Sequence[Parts], hung: Sequence[range]) -> list[Parts]:
    """The parts of each action, of the last of a sentence with the condition that the sentence after it tells.

    Takes: "We will sell it. But only if the price is right.". Leaves: "We will sell
    it. If the price is right we will sell the other too.".

    Args:
        tree: of the article.
        every: in the order of the text.
        hung: the words of each condition of the article.
    """
    out = list(every)
    for told in _alone(tree, hung):
        before = tree.words[told[0]].sentence - 1
        last = next((n for n in reversed(range(len(out))) if _stands(tree, out[n], before)), None)
        if last is not None and not out[last].condition:
            out[last] = msgspec.structs.replace(out[last], condition=tree.spans(told))
    return out


def _stands(tree: Tree, cut: Parts, sentence: int) -> bool:
    """Whether an action ends in a sentence."""
    inside = tree.inside(cut.matter)
    return bool(inside) and tree.words[inside[-1]].sentence == sentence


def _first(tree: Tree, at: int) -> bool:
    """Whether only marks, "and" and "but" stand before a word in its sentence."""
    before = at - 1
    while before >= 0 and tree.words[before].sentence == tree.words[at].sentence:
        if tree.words[before].upos not in ("PUNCT", "CCONJ", "ADV"):
            return False
        before -= 1
    return True


def _alone(tree: Tree, hung: Sequence[range]) -> list[list[int]]:
    """Takes: a condition that is all of its sentence: "But only if the fine is paid."."""
    out = []
    for run in hung:
        last, quoted = run[-1], False
        while last + 1 < len(tree.words) and tree.words[last + 1].upos == "PUNCT":
            last += 1
            quoted = quoted or tree.lows[last] in CLOSING
        ends = (
            last + 1 >= len(tree.words)
            or tree.words[last + 1].sentence != tree.words[run[0]].sentence
        )
        if (ends or quoted) and _first(tree, run[0]):
            out.append([*run])
    return out
