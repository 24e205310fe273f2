"""One each: a predicate has one subject, and where the network hangs two on it, the first may be that of another verb."""

import pytest

from hearsay.model.marks import Word
from hearsay.reader.one_each import one_each
from hearsay.text.span import Span


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("people:nsubj>3 said:root>1 mediator:nsubj>3 threatened:ccomp>1", [1, 1, 3, 1]),
        ("people:nsubj>1 said:root>1 mediator:nsubj>3 threatened:ccomp>1", [1, 1, 3, 1]),
        ("said:root>0 people:nsubj>3 mediator:nsubj>3 threatened:ccomp>0", [0, 3, 3, 0]),
        ("people:nsubj>1 said:root>1 mediator:obj>1 had:aux>4 threatened:ccomp>1", [1, 1, 4, 4, 1]),
        ("people:nsubj>1 told:root>1 mediator:obj>1 to:mark>4 go:ccomp>1", [1, 1, 1, 4, 1]),
        ("he:nsubj>1 told:root>1 council:nsubj>4 company:nsubj>4 build:ccomp>1", [1, 1, 1, 4, 1]),
        ("he:nsubj>1 council:nsubj>4 company:nsubj>4 told:root>3 build:ccomp>3", [1, 4, 4, 3, 3]),
    ],
)
def test_a_predicate_has_one_subject_and_what_is_said_has_one(words: str, heads: list[int]) -> None:
    made = []
    for at, one in enumerate(words.split()):
        _, _, tree = one.partition(":")
        relation, _, head = tree.partition(">")
        upos = "NOUN" if relation in ("nsubj", "obj") else "VERB"
        made.append(Word(Span(at, at + 1), upos, int(head), relation, "none", 0.0, 0))
    assert [one.head for one in one_each(made)] == heads
