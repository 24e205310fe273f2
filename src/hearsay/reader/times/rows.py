"""Rows: the sentences of the running text, as rows of words in which times are looked for."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from hearsay.language.sentences import sentences
from hearsay.language.words import Run, Words
from hearsay.reader.tree import Tree
from hearsay.text.article import BODY, Article
from hearsay.text.span import Span, Spans


class Row(msgspec.Struct, frozen=True):
    """A sentence.

    Attributes:
        spans: of its words.
        forms: the words.
        block: in which it stands.
    """

    spans: Spans
    forms: tuple[str, ...]
    block: Span

    @property
    def span(self) -> Span:
        """All of it."""
        return self.spans[0].hull(self.spans[-1])

    def over(self, run: Run) -> Span:
        """The characters from the first word of a run to its last."""
        return self.spans[run.first].hull(self.spans[run.stop - 1])


def rows(article: Article, cut: Words, tree: Tree) -> Iterator[Row]:
    """The sentences of the running text, in order; as the trees have them, where there are any."""
    for block in article.of(*BODY):
        if tree.words:
            inside = (tree.words[n] for n in tree.over(block.span))
            for _, held in groupby(inside, key=lambda word: word.sentence):
                yield _row(article.text, tuple(word.span for word in held), block.span)
            continue
        for sentence in sentences(article.text, block.span):
            run = cut.over(sentence)
            if run is not None:
                yield _row(article.text, cut.spans[run.first : run.stop], block.span)


def _row(text: str, spans: Spans, block: Span) -> Row:
    return Row(spans, tuple(span.cut(text) for span in spans), block)
