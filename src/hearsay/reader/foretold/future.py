"""Future: words that may foretell, as they are found."""

import msgspec

from hearsay.reader.tree import Tree


class Future(msgspec.Struct, frozen=True):
    """Words that may foretell.

    Attributes:
        at: the word for what will come: a predicate, or a noun.
        because: the words that make it so.
        rule: by which it is taken.
        over: the word whose branches are its own too: "likely", over "to open"; itself for most.
        noun: what will come is told by a noun.
    """

    at: int
    because: tuple[int, ...]
    rule: str
    over: int
    noun: bool = False


def infinitive(tree: Tree, at: int) -> bool:
    """Whether a verb stands with its “to”."""
    return any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
