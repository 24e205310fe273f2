"""The headline held against its body: every case of a table, read with the shipped model."""

from typing import Any

import msgspec
import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from tests.marked import article, cases

CASES = cases("headlines")


def told(case: dict[str, Any]) -> Reading:
    return read(article(f"{{headline}} {case['name']}\n\n{case['body']}"), model=open_model())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_headline_is_held_against_its_body(case: dict[str, Any]) -> None:
    found = told(case).headline
    assert found is not None
    assert (found.strength.value, found.support.value) == (case["strength"], case["support"]), (
        found.why
    )
    assert set(case["lost"]) <= set(found.lost)
    assert bool(found.lost) == bool(case["lost"])


def test_no_headline_is_judged_in_a_language_that_is_not_read() -> None:
    held = article(
        "{headline} Le pont ouvrira en mai\n\nLe ministre a dit que le pont ouvrira en mai."
    )
    found = read(msgspec.structs.replace(held, language="fr"), model=open_model())
    assert found.headline is None


def test_the_verdict_has_the_words_of_both() -> None:
    case = next(case for case in CASES if case["name"].startswith("Kestrel opens"))
    found = told(case).headline
    assert found is not None
    assert "“opens”" in found.why
    assert "“plans”" in found.why


@pytest.mark.parametrize(
    ("headline", "body", "why"),
    [
        (
            "Peter Holm will play the harbour master",
            "Peter Holm will be playing the harbour master, the studio confirmed on Monday. It gave no reason.",
            "the article says so",
        ),
        (
            "Peter Holm will play the harbour master",
            "Peter Holm will no longer be playing the harbour master, the studio wrote on Monday. It gave no reason.",
            "nothing stands against it",
        ),
        (
            "Wife of harbour master held in Skarre",
            "A woman held in Skarre was not the wife of the harbour master, police said on Monday.",
            "nothing stands against it",
        ),
        (
            "Council denies that it sold the quay",
            "“The council sold the quay in May,” said Peter Holm. The mayor was in Oslo.",
            "nothing stands against it",
        ),
        (
            "Council denies that it sold the quay",
            "The council denied on Monday that it sold the quay in May. The mayor was in Oslo.",
            "the article says so",
        ),
    ],
)
def test_a_sentence_that_denies_says_so_of_a_denial_alone(
    headline: str, body: str, why: str
) -> None:
    found = told({"name": headline, "body": body}).headline
    assert found is not None
    assert found.why.startswith(why)


def test_without_a_headline_or_a_model_there_is_no_verdict() -> None:
    text = "{headline} Lund resigns\n\nAnna Lund resigned on Monday."
    assert read(article(text)).headline is None
    assert read(article("Anna Lund resigned on Monday."), model=open_model()).headline is None
