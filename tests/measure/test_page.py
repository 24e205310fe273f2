"""The measure of pages: right on itself, wrong where something is wrong, and by how much."""

import pytest

from hearsay.measure.gold.pages import GoldMeta, GoldPage, Segment, page
from hearsay.measure.page import (
    PageScores,
    Score,
    body,
    furniture_share,
    interval,
    macro,
    marks,
    measure_page,
    role_scores,
    segment_roles,
)
from hearsay.page.page import Form
from hearsay.text.article import Role
from tests.page.pages import PLAIN

HEADLINE = "Harbour wall vote put off for the third time"


def gold(*segments: tuple[str, Role], title: str | None = HEADLINE) -> GoldPage:
    """A labelled text; what hearsay is given are its segments, a blank line between two."""
    text = "\n\n".join(words for words, _ in segments)
    made = tuple(Segment(words, role) for words, role in segments)
    return GoldPage("a", "test", text.encode(), Form.PLAIN, made, GoldMeta("test", title=title))


RIGHT = gold((HEADLINE, Role.HEADLINE), *((words, Role.PARAGRAPH) for words in PLAIN))
WRONG = gold((HEADLINE, Role.CATEGORY), *((words, Role.BIO) for words in PLAIN), title="Another")


def test_a_page_that_is_read_right_is_perfect() -> None:
    pages = [measure_page(RIGHT)]
    assert macro(pages) == body(pages).f1 == 1.0
    assert furniture_share(pages) == 0.0
    assert pages[0].fields["title"]


def test_a_page_that_is_read_wrong_is_not() -> None:
    pages = [measure_page(WRONG)]
    assert macro(pages) == 0.0
    assert body(pages) == Score(0, sum(len(words.split()) for words in PLAIN), 0)
    assert not pages[0].fields["title"]


def test_lost_marks_are_counted() -> None:
    page = measure_page(gold(("“No,” she said.", Role.NAVIGATION)))
    assert marks([page]) == (0, 0)
    lost = measure_page(
        gold((HEADLINE, Role.HEADLINE), *((w, Role.PARAGRAPH) for w in PLAIN), ("Share “this”", Role.PARAGRAPH))
    )  # fmt: skip
    assert marks([lost]) == (2, 2)


def test_counts_are_those_of_the_segments() -> None:
    scores = role_scores([measure_page(RIGHT), measure_page(WRONG)])
    assert scores[Role.PARAGRAPH] == Score(right=4, found=8, gold=4)
    assert scores[Role.PARAGRAPH].precision == 0.5
    assert scores[Role.PARAGRAPH].recall == 1.0
    assert scores[Role.PARAGRAPH].f1 == pytest.approx(2 / 3)


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    pages = [measure_page(RIGHT), measure_page(WRONG)]
    low, high = interval(pages, macro)
    assert low <= macro(pages) <= high
    assert (low, high) == interval(pages, macro)


def test_labels_are_laid_on_whatever_stretches_the_page_was_cut_into() -> None:
    stretches = [f"{HEADLINE} {PLAIN[0]} {PLAIN[1]}", PLAIN[2], "words of nobody"]
    assert segment_roles(RIGHT, stretches) == [Role.PARAGRAPH, Role.PARAGRAPH, Role.OTHER]


def test_words_that_elements_part_are_laid_on_those_that_they_do_not() -> None:
    labelled = b"""<!--gold-meta {"design": "x"}--><body><p data-gold="share">Share<b>Tweet</b></p></body>"""
    assert segment_roles(page("x", labelled), ["Share", "Tweet"]) == [Role.SHARE] * 2


def test_figures_are_told_in_words_and_in_json() -> None:
    scores = PageScores("here", (measure_page(RIGHT),))
    assert "here: 1 page or text, 5 segments" in scores.as_text()
    assert b'"macro_f1":1.0' in scores.as_json()
