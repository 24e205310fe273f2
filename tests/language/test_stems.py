"""Stems: endings come off, and only words that carry meaning count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.stems import alike, carrying, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("resume", "resuming"), ("resume", "resumed"), ("strike", "strikes"), ("pay", "paying")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("port", "pilot"), ("pay", "play")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_only_what_carries_meaning_counts() -> None:
    assert carrying("to resume the air strikes") == carrying("resuming air strikes")
    assert carrying("to the") == frozenset()


@given(st.text(alphabet="abcdefghingsed", min_size=1))
def test_a_stem_is_a_beginning_of_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert stem(word)


@given(st.frozensets(st.text(min_size=1)), st.frozensets(st.text(min_size=1)))
def test_likeness_is_the_same_both_ways(one: frozenset[str], other: frozenset[str]) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
