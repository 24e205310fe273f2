"""Edges: what is said is the whole clause, and no lost end of it."""

import pytest

from hearsay.model.model import Model, open_model
from hearsay.reader.passes.edges import whole
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, cut, found
from hearsay.text.span import whole as all_of

NOT = "The council will not sell the old field at the mill, Ida Lund said."
LOG = "The union claimed that a leaked log, which it has published, shows two faults."


def _at(text: str, words: str) -> Span:
    span = found(text, words)
    assert span, words
    return span


def _told(text: str, source: str, cue: str, content: str, *others: str) -> list[str]:
    """The contents after the pass, of one statement and of others of the same source by their cues and contents."""
    model: Model = open_model()
    entire = all_of(text)
    assert entire
    tree = Tree(text, model.mark(model.tokens(text, [entire])).words)
    said = [
        Statement(
            source=_at(text, source),
            cue=_at(text, verb),
            content=(_at(text, what),),
            mode=Mode.INDIRECT,
            confidence=0.9,
            ground=Ground("model:attribution", (_at(text, verb),), "a reason"),
        )
        for verb, what in [(cue, content), *(other.split("|") for other in others)]
    ]
    return [cut(one.content, text) for one in whole(said, tree)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        (NOT, "Ida Lund", "said", "the old field at the mill", NOT.split(", Ida", maxsplit=1)[0]),
        (
            NOT,
            "Ida Lund",
            "said",
            NOT.split(", Ida", maxsplit=1)[0],
            NOT.split(", Ida", maxsplit=1)[0],
        ),
        (LOG, "The union", "claimed", "that a leaked log", LOG.split("claimed ")[1][:-1]),
        (
            "Ida Lund denied the claim that it was dry.",
            "Ida Lund",
            "denied",
            "the claim",
            "the claim",
        ),
    ],
)
def test_a_content_is_the_clause_that_its_cue_governs(
    text: str, source: str, cue: str, content: str, wanted: str
) -> None:
    assert _told(text, source, cue, content) == [wanted]


def test_what_stands_inside_it_only_now_is_not_the_same_source_s() -> None:
    told = _told(LOG, "The union", "claimed", "that a leaked log", "shows|two faults")
    assert told == [LOG.split("claimed ")[1][:-1]]
