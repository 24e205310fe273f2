"""Seen: what the network knows of the words of an article."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.model.marks import Word
from hearsay.model.reference import Reference
from hearsay.reader.tree import Tree
from hearsay.text.span import Span


class Seen(msgspec.Struct, frozen=True, dict=True):
    """What the network knows of some words; nothing where there is none.

    Attributes:
        common: words with a capital that are no names.
        entities: what the heads of phrases name (`hearsay.model.labels.ENTITIES`).
        words: every word in the tree of its sentence, in order.
        reference: how well one word is what another means; None where the weights do not say.
        upper: what the upper layer of the encoder made of each word, a row a word; None where the weights keep none.
        trees: those that were made of the words.
    """

    common: frozenset[Span] = frozenset()
    entities: Mapping[Span, str] = MappingProxyType({})
    words: tuple[Word, ...] = ()
    reference: Reference | None = None
    upper: NDArray[np.float32] | None = None
    trees: list[Tree] = msgspec.field(default_factory=list)

    def tree(self, text: str) -> Tree:
        """The trees of the words, made once.

        Args:
            text: the whole text.
        """
        for made in self.trees:
            if made.text is text and made.words is self.words:
                return made
        made = Tree(text, self.words)
        self.trees[:] = [made]
        return made

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    @cached_property
    def _begins(self) -> dict[int, int]:
        """Where a word begins -> its index."""
        return {start: n for n, start in enumerate(self._starts)}

    def at(self, span: Span) -> int | None:
        """The index of the word that begins where a span does, or is the first in it."""
        if span.start in self._begins:
            return self._begins[span.start]
        found = bisect_left(self._starts, span.start)
        return found if found < len(self.words) and self.words[found].span.meets(span) else None


NOTHING = Seen()
