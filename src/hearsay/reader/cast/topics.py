"""Topics: of whom the sentence before tells, as a pronoun that goes on in its paragraph takes it up.

Source: Grosz, Joshi and Weinstein (1995), Centering: what a sentence is about is its subject, and is what the next goes on with.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from hearsay.reader.tree import Tree
from hearsay.text.span import Span

TOPIC = 0.8
"""How much, as a logarithm, being the subject of the sentence before counts; chosen on our own articles of development."""

PARTS = ("flat", "compound", "appos")
DEEP = 3  # an aside, its name, the words of that


class Topics:
    """The topics of the sentences of an article."""

    def __init__(self, tree: Tree, blocks: Sequence[Span]) -> None:
        """Makes ready.

        Args:
            tree: of the article.
            blocks: paragraphs.
        """
        self.tree = tree
        self.starts = [block.start for block in blocks]
        self._roots = {
            word.sentence: at
            for at, word in reversed([*enumerate(tree.words)])
            if tree.relation(at) == "root"
        }

    def counts(self, pronoun: Span, heads: Iterable[Span]) -> float:
        """How much speaks for somebody as the one of whom the sentence before tells.

        Takes: "Lund's manager, Theo Vik, was scathing. “My client is hurt,” | he | said": Vik. Leaves: "Theo Vik was scathing. ¶ | He | said".

        Args:
            pronoun: a subject.
            heads: where somebody who may be meant is named.
        """
        over = self.tree.over(pronoun)
        if not over or self.tree.relation(over[0]) != "nsubj":
            return 0.0
        before = self.tree.words[over[0]].sentence - 1
        topic = self.subject(before) if self._goes_on(before, pronoun) else set()
        return TOPIC if any(not topic.isdisjoint(self.tree.over(head)) for head in heads) else 0.0

    def subject(self, sentence: int) -> set[int]:
        """The words that name the subject of a sentence, with its asides."""
        root = self._roots.get(sentence)
        found = {*self.tree.children(root, "nsubj")[:1]} if root is not None else set()
        for _ in range(DEEP):
            found |= {n for at in found for n in self.tree.children(at, *PARTS)}
        return found

    def _goes_on(self, sentence: int, pronoun: Span) -> bool:
        """Whether a sentence stands in the paragraph of a pronoun."""
        root = self._roots.get(sentence)
        return root is not None and self._block(self.tree.words[root].span) == self._block(pronoun)

    def _block(self, span: Span) -> int:
        return bisect_right(self.starts, span.start)
