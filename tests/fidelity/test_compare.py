"""Two versions of the same words: every case of a table, and what always holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.fidelity.change import Change, Difference
from hearsay.fidelity.compare import compare
from hearsay.fidelity.tokens import Token, tokens
from hearsay.text.span import Span
from tests.marked import cases

CASES = cases("fidelity")
UNMARKED = [case for case in CASES if not any(how.endswith("*") for how in case["how"])]
"""Those without an ellipsis or brackets, which stand in one version alone."""

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "bridge",
            "will",
            "not",
            "may",
            "open",
            "in",
            "May",
            "if",
            "Lund",
            "5",
            "five",
            "only",
            "some",
            ".",
            ",",
            "…",
            "and",
        ]
    ),
    max_size=14,
).map(" ".join)
MIRROR = {
    Change.ELIDED: {Change.INSERTED},
    Change.SPLICED: {Change.INSERTED},
    Change.CONDITION_LOST: {Change.CONDITION_ADDED},
    Change.CONDITION_ADDED: {Change.CONDITION_LOST},
    Change.INSERTED: {Change.ELIDED, Change.SPLICED},
}


def left(words: tuple[Token, ...], spans: list[Span]) -> list[str]:
    return [one.key for one in words if not any(span.meets(one.span) for span in spans)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['why']}" for case in CASES])
def test_what_one_version_makes_of_another(case: dict[str, Any]) -> None:
    found = compare(tokens(case["name"]), tokens(case["other"]))
    assert [f"{one.change.value}{'*' * one.marked}" for one in found] == case["how"]


@pytest.mark.parametrize("case", UNMARKED, ids=[f"{case['why']}" for case in UNMARKED])
def test_the_other_way_round_it_is_the_mirror_of_it(case: dict[str, Any]) -> None:
    there = {one.change for one in compare(tokens(case["name"]), tokens(case["other"]))}
    back = {one.change for one in compare(tokens(case["other"]), tokens(case["name"]))}
    assert all(back & MIRROR.get(change, {change}) for change in there)
    assert bool(there) == bool(back)


@given(WORDS)
def test_words_are_the_same_as_themselves(text: str) -> None:
    assert compare(tokens(text), tokens(text)) == []


@given(WORDS, WORDS)
def test_the_differences_are_all_that_differs(one: str, other: str) -> None:
    a, b = tokens(one), tokens(other)
    found = compare(a, b)
    mine: list[Difference] = found
    assert left(a, [d.a for d in mine if d.a]) == left(b, [d.b for d in mine if d.b])
    assert bool(found) == ([t.key for t in a] != [t.key for t in b])


@given(WORDS, WORDS)
def test_whether_two_are_the_same_does_not_depend_on_their_order(one: str, other: str) -> None:
    a, b = tokens(one), tokens(other)
    assert bool(compare(a, b)) == bool(compare(b, a))
