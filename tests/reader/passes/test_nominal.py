"""Nouns: what a noun of saying is followed by."""

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.model.model import open_model
from hearsay.reader.passes.nominal import with_nouns
from hearsay.reader.tree import Tree
from hearsay.text.span import cut, whole


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The note was a dig at Berg’s statement earlier this year that drivers who cross the bridge should be fined if it is shut.",
            "that drivers who cross the bridge should be fined if it is shut",
        ),
        (
            "Nobody believed Lund’s repeated claim that those who fish at night had been paid by the port.",
            "that those who fish at night had been paid by the port",
        ),
        (
            "They spoke of Lund’s claim that the pier is safe, which nobody had checked.",
            "that the pier is safe",
        ),
        ("Berg’s promise to pay drivers, who cross at night, was kept.", "to pay drivers"),
    ],
)
def test_a_clause_goes_on_to_its_predicate(text: str, content: str) -> None:
    entire = whole(text)
    assert entire
    model = open_model()
    tree = Tree(text, model.mark(model.tokens(text, [entire])).words)
    assert [cut(one.content, text) for one in with_nouns([], tree, lexicon())] == [content]
