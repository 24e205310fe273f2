"""What marks do: quote, hold at arm's length, name a work or a term; and by which rule."""

import pytest

from hearsay.reader.read import read
from tests.marked import article

USES = [
    ("She said “we go”.", "quote", "attributed_words_are_quoted"),
    ("The so-called “reform” cost a fortune.", "term", "word_for_naming_before_marks"),
    ("Under the slogan “The Town First” it grew.", "term", "word_for_naming_before_marks"),
    ("The man known as “the Fox” was there.", "term", "word_for_naming_before_marks"),
    ("The novel “The Long Way Home” is out.", "title", "kind_of_work_before_marks"),
    ("It is the film, “The Long Way Home,” again.", "title", "kind_of_work_before_marks"),
    ("We saw “The Long Way Home” again.", "title", "capitals_within_marks"),
    ("We saw “The Ferry,” which is new.", "title", "capitals_within_marks"),
    ("She left for a job at “Good Morning Moss.”", "title", "capitals_within_marks"),
    ("We saw “the Ferry” again.", "scare", "few_words_that_nobody_says"),
    ("They came with “Go Home!” on a sign.", "scare", "few_words_that_nobody_says"),
    ("The “reform” cost a fortune.", "scare", "few_words_that_nobody_says"),
    ("The novel “for nobody” is out.", "scare", "few_words_that_nobody_says"),
    ("It was “a sad day for all of us here” again.", "quote", "many_words_within_marks"),
]


@pytest.mark.parametrize(("text", "use", "rule"), USES)
def test_marks_are_taken_for_what_they_do(text: str, use: str, rule: str) -> None:
    (found,) = read(article(text)).quotations
    assert (found.use.value, found.ground.by) == (use, f"rule:{rule}")
