"""Mentions: the phrases that name something, from their heads and the tree.

The network says which words head a mention and what it names; the tree says how far the phrase goes. A
word that hangs on the head for the sake of the sentence around it (a preposition before the phrase, the
verb "to be", another conjunct) is not part of it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from hearsay.model.labels import ENTITIES

OUTSIDE = frozenset(
    {
        *("advcl", "advmod", "appos", "aux", "case", "cc", "cc:preconj", "conj", "cop", "csubj"),
        *("csubj:outer", "csubj:pass", "dep", "discourse", "dislocated", "expl", "list", "mark"),
        *("nsubj", "nsubj:outer", "orphan", "parataxis", "punct", "reparandum", "vocative"),
    }
)
"""Relations of what stands outside the phrase of the word it hangs on.

Chosen on the annotated trees of GUM's training half, where the phrases so made are the annotators' in
89 of 100.
"""


class InTree(Protocol):
    """What of a word is needed here."""

    @property
    def head(self) -> int:
        """Index of its head; its own for a root."""

    @property
    def relation(self) -> str:
        """To its head."""

    @property
    def entity(self) -> str:
        """What the mention names that it heads; "none" where it heads none."""


class Mention(NamedTuple):
    """A phrase: its words from first to the one before stop, its head word, and what it names."""

    first: int
    stop: int
    head: int
    entity: str


def mentions(words: Sequence[InTree]) -> Iterator[Mention]:
    """The mentions of a text, in the order of their heads."""
    below: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            below[word.head].append(at)
    for at, word in enumerate(words):
        if word.entity != ENTITIES[0]:
            held = _phrase(at, words, below)
            yield Mention(min(held), max(held) + 1, at, word.entity)


def _phrase(head: int, words: Sequence[InTree], below: Sequence[Sequence[int]]) -> set[int]:
    held = {head}
    todo = [child for child in below[head] if words[child].relation not in OUTSIDE]
    while todo:
        child = todo.pop()
        if child not in held:
            held.add(child)
            todo += below[child]
    return held
