"""Asides: who says it, put between commas or after the sentence, has the sentence for what is said."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import cut
from tests.marked import article

FIRST = "Port Ansel’s council was told in writing that the bridge’s hangers were failing, the first day of the inquiry heard. The council says it acted on the advice it had."
WARNED = "Moss’s council was warned in writing that the bridge was cracking, a public inquiry heard on Tuesday."


def _told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement of a text."""
    reading = read(article(text), model=open_model())
    held = reading.article.text
    return [
        (cut(one.source, held), cut(one.cue, held), cut(one.content, held))
        for one in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The mayor knew of it, the council has confirmed on Friday.",
            ("the council", "has confirmed", "The mayor knew of it"),
        ),
        (
            FIRST,
            ("the first day of the inquiry", "heard", FIRST.split(", the first", maxsplit=1)[0]),
        ),
        (WARNED, ("a public inquiry", "heard", WARNED.split(", a public", maxsplit=1)[0])),
    ],
)
def test_the_sentence_is_what_the_aside_s_source_says(
    text: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in _told(text)


def test_who_says_the_aside_says_nothing_else_in_it() -> None:
    assert [told for told in _told(WARNED) if told[0] == "a public inquiry"] == [
        ("a public inquiry", "heard", WARNED.split(", a public", maxsplit=1)[0])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The plan, proposed by Lund, failed.",
        "On Thursday, the closure of the mine was announced.",
        "In a letter to the council, Ida Lund confirmed.",
    ],
)
def test_a_verb_of_the_sentence_itself_is_no_aside(text: str) -> None:
    reading = read(article(text), model=open_model())
    assert not [one for one in reading.attributions if one.ground.by == "rule:aside_says_who"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Residents were told that the water was safe, a leaked memo shows.", ""),
        ("Residents have told the council that the water was brown.", "Residents"),
    ],
)
def test_who_is_told_says_nothing(text: str, source: str) -> None:
    assert [who for who, cue, _ in _told(text) if cue.endswith("told")] == [source]
