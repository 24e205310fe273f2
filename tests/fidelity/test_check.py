"""Some words held against a source: the same, differs, not found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.fidelity.check import Answer, check
from hearsay.fidelity.found import Places
from hearsay.fidelity.tokens import tokens

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


@given(st.integers(0, 60), st.integers(4, 20))
def test_whatever_is_cut_out_of_it_is_found(first: int, many: int) -> None:
    every = tokens(SOURCE)
    some = every[first : first + many]
    if some:
        assert check(some, Places(every)).answer is not Answer.NOT_FOUND
