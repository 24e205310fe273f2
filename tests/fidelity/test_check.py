"""Some words held against a source: the same, differs, not found."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.fidelity.check import Answer, check
from hearsay.fidelity.found import Places
from hearsay.fidelity.tokens import tokens
from tests.marked import cases

SOURCE = """Thank you all. The bridge is safe and will open in May, if the board agrees. It was a long winter.

We will pay for the repairs, all of them, out of the harbour fund, and we thank the workers. We have no plans at
present to sell the ferry. She said that we do not think that the ferry is lost. If it rains, the fair will be held in the hall."""


@pytest.mark.parametrize(
    ("words", "answer", "how"),
    [
        ("It was a long winter.", "same", []),
        ("the ferry", "same", []),
        ("the fairy", "not found", []),
        ("we thank the workers", "same", []),
        ("The bridge is safe and will open in May.", "differs", ["condition lost"]),
        ("the fair will be held in the hall", "differs", ["condition lost"]),
        ("think that the ferry is lost", "differs", ["negation changed"]),
        ("We have no plans to sell the ferry", "differs", ["scope changed"]),
        ("We will pay for the repairs … and we thank the workers", "differs", ["elided"]),
        ("We will pay for the repairs. We have no plans at present to sell the ferry.", "differs", ["spliced"]),
        ("The tunnel was never any business of the town", "not found", []),
    ],
)  # fmt: skip
def test_what_a_source_has(words: str, answer: str, how: list[str]) -> None:
    found = check(tokens(words), Places(tokens(SOURCE)))
    assert (found.answer.value, [one.change.value for one in found.differences]) == (answer, how)
    assert (found.at is None) == (found.answer is Answer.NOT_FOUND)


TRANSCRIPT = """TRANSCRIPT OF THE PRESS CONFERENCE

MAYOR LUND: Good morning. I think the bridge is not safe for lorries at the moment. We will open it in May, if the board agrees, and not before. About 500 people use it on foot every day.

It cost us $6.2m to inspect. That is a lot of money, I know. We have no plans to sell the ferry. Nobody has asked us to. We may have to close the quay until further notice.

Dr. Vik told me that we should wait. I believe him. The cease-fire between the two companies holds. Only if they break it will we go to court.

The engineers found 12 cracks in 2024 and 5 in 2025. They were small. They were not dangerous, as far as I know. I would never have agreed to open it otherwise. The old wooden deck was laid in 1954 by my grandfather, who was a carpenter and who loved this town more than anything, and I can tell you it was the best work he ever did.
"""
CASES = cases("checked")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_a_transcript_has(case: dict[str, Any]) -> None:
    found = check(tokens(case["name"]), Places(tokens(TRANSCRIPT)))
    how = [f"{one.change.value}{'*' * one.marked}" for one in found.differences]
    assert (found.answer.value, how) == (case["answer"], case["how"])


@pytest.mark.parametrize("case", cases("quoted"), ids=lambda case: f"{case['why']}: {case['name']}")
def test_what_a_sentence_has(case: dict[str, Any]) -> None:
    found = check(tokens(case["name"]), Places(tokens(case["source"])))
    how = [f"{one.change.value}{'*' * one.marked}" for one in found.differences]
    assert (found.answer.value, how) == (case["answer"], case["how"])


@pytest.mark.parametrize(
    ("words", "around"),
    [
        ("safe for lorries", "The bridge was not “safe for lorries”, she said."),
        ("We will open it in May", "“We will open it in May”, but only if the board agrees."),
        ("They were not dangerous", "She thought “They were not dangerous”."),
    ],
)
def test_what_is_said_outside_the_marks_is_not_lost(words: str, around: str) -> None:
    places = Places(tokens(TRANSCRIPT))
    assert check(tokens(words), places).answer is Answer.DIFFERS
    assert check(tokens(words), places, tokens(around)).answer is Answer.SAME


@given(st.integers(0, 60), st.integers(4, 20))
def test_whatever_is_cut_out_of_it_is_found(first: int, many: int) -> None:
    every = tokens(SOURCE)
    some = every[first : first + many]
    if some:
        assert check(some, Places(every)).answer is not Answer.NOT_FOUND
