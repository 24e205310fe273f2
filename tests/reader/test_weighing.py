"""Explanations weighed: every case of a table, read by rule alone, and what always holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.lexicon import table
from hearsay.language.weighing import PatternEntry
from hearsay.language.words import words
from hearsay.reader.read import read
from hearsay.reader.weighing.row import row
from hearsay.reader.weighing.weighing import weighed
from hearsay.reading.voice import Hypotheses
from hearsay.text.span import cut, found_all
from tests.marked import article, cases

CASES = cases("weighing")
WEIGHED = [case for case in CASES if case.get("question")]


def told(case: dict[str, Any]) -> tuple[Hypotheses, ...]:
    return read(article(case["text"].strip())).hypotheses


@pytest.mark.parametrize("case", WEIGHED, ids=[case["name"] for case in WEIGHED])
def test_question_answers_and_sides(case: dict[str, Any]) -> None:
    text = article(case["text"].strip()).text
    (found,) = told(case)
    assert found.question is not None
    assert found.question.cut(text) == case["question"]
    assert len(found.candidates) == len(case["candidates"])
    for one, wanted in zip(found.candidates, case["candidates"], strict=True):
        assert wanted["claim"] in cut(one.claim, text)
        for side, spans in (("for", one.supports), ("against", one.against)):
            for words_ in wanted[side]:
                (place,) = found_all(text, words_)
                assert any(span.holds(place) for span in spans), (side, words_)
            assert bool(spans) == bool(wanted[side]), cut(spans, text)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not case.get("question")],
    ids=[case["name"] for case in CASES if not case.get("question")],
)
def test_nothing_is_weighed(case: dict[str, Any]) -> None:
    assert told(case) == ()


@pytest.mark.parametrize("entry", table("weighing", PatternEntry), ids=lambda one: one.example)
def test_the_example_of_a_pattern_shows_it(entry: PatternEntry) -> None:
    one = article(entry.example)
    assert any(sentence.has(entry.class_) for sentence in row(one, words(one.text)))


SENTENCES = st.sampled_from(
    [
        "Why did she go?", "One explanation is money.", "But the allies paid.", "Others blame the diesel.",
        "Perhaps, then, it was the rain.", "It overlooks, however, the cost.", "Rubbish.", "She went home.",
        "\n\n", "It is difficult to believe that he fell.", "“Falling demand,” says the office.", "If so, he may be waiting.",
    ]
)  # fmt: skip


@given(st.lists(SENTENCES, max_size=14))
def test_what_is_found_is_lawful_and_never_one_answer_alone(drawn: list[str]) -> None:
    written = " ".join(drawn).strip() or "Nothing."
    one = article(written)
    for found in weighed(one, words(one.text)):
        assert len(found.candidates) >= 2
        assert found.ground.because
        for candidate in found.candidates:
            sides = (*candidate.supports, *candidate.against)
            assert not any(span.meets(claim) for span in sides for claim in candidate.claim)
            assert len(set(sides)) == len(sides)
