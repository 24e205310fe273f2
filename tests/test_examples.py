"""The two examples: what a careful reader knows of them, hearsay knows too."""

from functools import cache
from pathlib import Path

import pytest

from hearsay.desk.read import read_one
from hearsay.desk.sources import sources
from hearsay.reading.attribution import Attribution
from hearsay.reading.quotation import Use
from hearsay.reading.reading import Reading
from hearsay.text.article import Genre, Role
from hearsay.text.span import cut

EXAMPLES = Path(__file__).parents[1] / "examples"
REPORT, COLUMN = "harbour-bridge", "grey-bank"


@cache
def reading(name: str) -> Reading:
    """An example, read."""
    (source,) = sources([str(EXAMPLES / f"{name}.html")])
    return read_one(source)


def said(name: str, words: str) -> Attribution:
    """The attribution whose content holds some words."""
    found = reading(name)
    text = found.article.text
    return next(one for one in found.attributions if words in cut(one.content, text))


@pytest.mark.parametrize(
    ("name", "words", "source"),
    [
        (REPORT, "We told them in plain words", "Marian Teague"),
        (REPORT, "That is the sentence", "Mr Strand"),
        (REPORT, "I took it upstairs", "he"),
        (REPORT, "I have thought about that afternoon", "He"),
        (REPORT, "a matter of money and nothing else", "Ms Teague"),
        (REPORT, "re-phased, not refused", "A spokesman for the council"),
        (REPORT, "September!", "Halima Noor"),
        (COLUMN, "The first task", "Ms Lindqvar"),
    ],
)
def test_who_says_it(name: str, words: str, source: str) -> None:
    text = reading(name).article.text
    assert source in cut(said(name, words).source, text)


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("We told them in plain words", "I do not know how"),
        ("That is the sentence", "because they will not find it"),
        ("I have thought about that afternoon", "Nobody rang."),
        ("September!", "nobody here to cross it"),
    ],
)
def test_a_divided_quotation_is_one(words: str, more: str) -> None:
    assert more in cut(said(REPORT, words).content, reading(REPORT).article.text)


@pytest.mark.parametrize(
    ("name", "role", "words"),
    [
        (REPORT, Role.BYLINE, "By Nell Farrow"),
        (REPORT, Role.CORRECTION, "This article was amended"),
        (REPORT, Role.NEWSLETTER, "The Harbour Letter"),
        (REPORT, Role.RELATED, "Ferry could return after 60 years"),
        (REPORT, Role.COMMENTS, "Bring back the ferry!"),
        (REPORT, Role.ADVERT, "Quayside Kitchens"),
        (REPORT, Role.QUOTE, "Four of the forty hangers"),
        (COLUMN, Role.DISCLAIMER, "The opinions in this column"),
        (COLUMN, Role.COMMENTS, "Inline Feedbacks"),
        (COLUMN, Role.RELATED, "We signed nothing"),
        (COLUMN, Role.QUOTE, "Seeing that the Sundrian fleet"),
    ],
)
def test_what_a_block_is(name: str, role: Role, words: str) -> None:
    article = reading(name).article
    assert {b.role for b in article.blocks if words in b.span.cut(article.text)} == {role}


def test_the_disclaimer_is_recognised_both_times() -> None:
    assert len(reading(COLUMN).article.of(Role.DISCLAIMER)) == 2


@pytest.mark.parametrize(
    ("name", "byline", "outlet", "published"),
    [
        (REPORT, "Nell Farrow", "The Ansel Courier", "2026-03-03T17:42:00+00:00"),
        (COLUMN, "Matthew Rask", "The Long Shore", "2025-11-16T08:20:00+01:00"),
    ],
)
def test_what_the_page_says_about_itself(
    name: str, byline: str, outlet: str, published: str
) -> None:
    article = reading(name).article
    assert (article.byline, article.outlet, article.published) == (byline, outlet, published)


def test_the_column_is_an_opinion() -> None:
    assert reading(COLUMN).article.genre is Genre.OPINION


@pytest.mark.parametrize("word", ["“asked”", "“request”", "“engine trouble”"])
def test_words_that_nobody_said_are_nobodys(word: str) -> None:
    text = reading(COLUMN).article.text
    uses = {q.use for q in reading(COLUMN).quotations if q.span.cut(text) == word}
    assert uses == {Use.SCARE}
