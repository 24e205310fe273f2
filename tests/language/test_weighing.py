"""Weighing: a pattern is not asked of a sentence in which no word begins as it needs, and finds all that it would."""

import pytest

from hearsay.language.lexicon import table
from hearsay.language.weighing import PatternEntry, _asked, _begins, classes
from hearsay.language.words import written


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"\b(?:ask(?:s|ed)|i) why", {"ask", "i"}),
        (r"\b(?:(?:my|our) own|the) view", {"my", "our", "the"}),
        (r"^(?:but|yet)\b|\bif", {"but", "yet", "if"}),
        (r"\bnobodies?", {"nobod"}),
        (r"\bodd?\b", {"od"}),
        (r"[;:] but", set()),
        (r"\b(?:not|\w+less)\b", set()),
        (r"\b(?:very )?odd", set()),
        (r"\bodd|even", set()),
    ],
)
def test_how_a_word_begins_where_a_pattern_matches(pattern: str, begins: set[str]) -> None:
    assert _begins(pattern) == begins


@pytest.mark.parametrize("entry", table("weighing", PatternEntry), ids=lambda one: one.form[:30])
def test_classes_are_those_of_which_a_pattern_matches(entry: PatternEntry) -> None:
    for words in (entry.example, entry.form):
        low = " ".join(written(words)).lower().replace("’", "'")
        assert classes(low) == {name for name, _, matches in _asked() if matches(low)}
