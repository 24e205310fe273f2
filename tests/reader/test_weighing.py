"""Explanations weighed: every case of a table, read by rule alone, and what always holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.lexicon import table
from hearsay.language.weighing import PatternEntry
from hearsay.language.words import words
from hearsay.reader.read import read
from hearsay.reader.weighing.posed import of_question, of_questions
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


@pytest.mark.parametrize(
    ("sentence", "has", "lacks"),
    [
        ("What turned him is anybody's guess.", {"first:what", "over_already"}, {"asks", "comes_next"}),
        ("What will come of it?", {"first:what", "asks:early", "comes_next"}, {"so_already"}),
        ("I was asked why he let them go.", {"asking:why", "early", "known:asking"}, {"first:why", "asks"}),
        ("There is something odd about it.", {"puzzles:states", "first:other"}, {"asks", "opens"}),
        ("“Why did he go?” she said.", {"opens_quoted", "quoted"}, {"first:why"}),
    ],
)  # fmt: skip
def test_what_is_seen_of_a_sentence_that_may_ask(
    sentence: str, has: set[str], lacks: set[str]
) -> None:
    one = article(sentence)
    seen = of_question(row(one, words(one.text))[0])
    assert has <= seen, sorted(seen)
    assert not lacks & seen, sorted(seen)


def test_a_question_is_known_by_what_is_put_up_after_it() -> None:
    one = article("Why did he go?\n\nOne answer is money.\n\nHe went in May.")
    every = row(one, words(one.text))
    seen = of_questions(every, [[0], [1], [2]], [0.1, 0.9, 0.3])
    assert {"own:0", "next:3", "best:2", "above:0", "first", "last"} <= seen[0]
    assert {"own:1", "next:0", "above:3"} <= seen[2]


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
