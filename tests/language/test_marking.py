"""Phrases of a table are found where they stand in a row of words, class by class."""

import pytest

from hearsay.language.marking import Lows, phrases

MARKS = phrases(
    [("of course", "sure"), ("course", "way"), ("course", "sure"), ("of", "sure"), ("as a matter of course", "way")]
)  # fmt: skip
LOWS = ["as", "a", "matter", "of", "course", ",", "of", "courses"]


@pytest.mark.parametrize("lows", [LOWS, Lows(LOWS)])
def test_of_one_class_a_phrase_within_a_longer_one_is_passed_over(lows: list[str]) -> None:
    found = [(one.first, one.stop, set(one.classes)) for one in MARKS.found(lows, 0, 8, "sure")]
    assert found == [(3, 5, {"sure"}), (6, 7, {"sure"})]
    both = [(one.first, one.stop, set(one.classes)) for one in MARKS.found(lows, 0, 8, "sure", "way")]  # fmt: skip
    assert both == [(0, 5, {"way"}), (3, 5, {"sure"}), (6, 7, {"sure"})]


def test_a_phrase_stands_in_a_stretch_wholly() -> None:
    row = Lows(LOWS)
    assert [(one.first, one.stop) for one in MARKS.found(row, 0, 4, "sure", "way")] == [(3, 4)]
    assert [(one.first, one.stop) for one in MARKS.found(row, 4, 5, "sure", "way")] == [(4, 5)]


def test_a_row_without_a_word_has_no_phrases() -> None:
    assert list(MARKS.found(Lows([]), 0, 0, "sure")) == []


def test_the_classes_of_several_words() -> None:
    assert MARKS.classes(["course", "courses"]) == {"way", "sure"}
    assert MARKS.classes([]) == frozenset()
