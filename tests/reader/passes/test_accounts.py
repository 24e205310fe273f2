"""Accounts: a phrase between commas says in whose words its sentence is."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import cut
from tests.marked import article

BEFORE = "The rents have doubled in a year."


def _told(sentence: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement of a sentence in a text."""
    reading = read(article(f"{BEFORE} {sentence} The council has no plan."), model=open_model())
    held = reading.article.text
    return [
        (cut(one.source, held), cut(one.cue, held), cut(one.content, held))
        for one in reading.attributions
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Tenants are, in the words of one landlord, “voting with their feet”.",
            ("one landlord", "in the words of", "Tenants are … “voting with their feet”"),
        ),
        (
            "In the words of the mayor, Paul Kern, it was “a bad day for the town”.",
            ("the mayor, Paul Kern", "In the words of", "it was “a bad day for the town”"),
        ),
        (
            "By his own account, Kern never saw the letter.",
            ("his", "own account", "Kern never saw the letter"),
        ),
        (
            "To quote the mayor, the town is “open for business”.",
            ("the mayor", "To quote", "the town is “open for business”"),
        ),
        (
            "The fair was held here because, in Posten's words, “it is the most open place on the coast.”",
            ("Posten's", "words", "“it is the most open place on the coast.”"),
        ),
    ],
)
def test_the_sentence_is_what_the_phrase_names_the_source_of(
    sentence: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in _told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "By the time of his account, Kern was gone.",
        "In words of one syllable, the bridge is shut.",
        "On the account of the firm, 300 euros were left.",
        "To open the bridge, the town is short of money.",
    ],
)
def test_other_phrases_name_nobody(sentence: str) -> None:
    phrase = sentence.partition(",")[0]
    assert not [told for told in _told(sentence) if told[1].partition(" ")[0] in phrase]
