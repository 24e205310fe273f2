"""Whom "he" and "it" mean by the sentence before, on trees of the shipped model."""

from typing import NamedTuple

import pytest

from hearsay.language.lexicon import lexicon
from hearsay.model.model import open_model
from hearsay.reader.cast.repeating import again, goes_on
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans, found, whole

LOADS = "No bolt was tested, according to a list that the board made."


class Named(NamedTuple):
    """Somebody who can be meant."""

    key: str
    heads: Spans


def parsed(text: str) -> Tree:
    """The tree of a text."""
    entire, model = whole(text), open_model()
    assert entire
    return Tree(text, model.mark(model.tokens(text, [entire])).words)


def at(text: str, words: str, after: int = 0) -> Span:
    """Where words stand."""
    span = found(text, words, after)
    assert span
    return span


@pytest.mark.parametrize(
    ("text", "pronoun", "own", "key"),
    [
        (f"{LOADS} Two loads crossed, it says.", "it says", "Two loads crossed", "list"),
        (f"{LOADS} It says that two loads crossed.", "It says", "two loads crossed", None),
        (f"{LOADS} Moe left. Two loads crossed, it says.", "it says", "Two loads crossed", None),
    ],
)
def test_it_behind_what_it_says_is_the_source_of_the_sentence_before(
    text: str, pronoun: str, own: str, key: str | None
) -> None:
    said = [(at(text, "a list"), "list")]
    meant = Span(at(text, pronoun).start, at(text, pronoun).start + len("it"))
    assert goes_on(parsed(text), meant, said, (at(text, own),)) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Moe knows that Lund hopes to win. Possibly he hopes for help.", "lund"),
        ("Moe knows that Lund hopes to win. Possibly he fears the vote.", None),
        ("Moe knows that Lund said no. Possibly he said more.", None),
    ],
)
def test_he_is_whoever_had_the_same_in_mind(text: str, key: str | None) -> None:
    those = [Named(name.lower(), (at(text, name),)) for name in ("Moe", "Lund")]
    start = at(text, "he ", len("Moe knows that Lund")).start
    meant = Span(start, start + len("he"))
    assert again(parsed(text), lexicon(), meant, those, {"moe", "lund"}) == key
