"""Topics: of whom the sentence before tells, as a pronoun that goes on in its paragraph takes it up.

Source: Grosz, Joshi and Weinstein (1995), Centering: what a sentence is about is its subject, and is what the next goes on with.
"""

from hearsay.reader.tree import Tree

PARTS = ("flat", "compound", "appos", "conj")
DEEP = 3  # an aside, its name, the words of that


class Topics:
    """The topics of the sentences of an article."""

    def __init__(self, tree: Tree) -> None:
        """Makes ready.

        Args:
            tree: of the article.
        """
        self.tree = tree
        self._roots = {
            word.sentence: at
            for at, word in reversed([*enumerate(tree.words)])
            if tree.relation(at) == "root"
        }

    def subject(self, sentence: int) -> set[int]:
        """The words that name the subject of a sentence, with its asides, and those who are joined to it."""
        root = self._roots.get(sentence)
        found = {*self.tree.children(root, "nsubj")[:1]} if root is not None else set()
        for _ in range(DEEP):
            found |= {n for at in found for n in self.tree.children(at, *PARTS)}
        return found
