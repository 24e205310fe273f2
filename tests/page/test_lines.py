"""What the lines of a plain text are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import NoArticle
from hearsay.page.extract import extract
from hearsay.page.lines import label_lines
from hearsay.page.page import Form, Page
from hearsay.text.article import READ, Genre, Role
from tests.page.pages import PLAIN, plain, role_of

DISCLAIMER = (
    "The opinions in this column are the author’s own and do not represent those of The Quay."
)
HEADLINE = "Harbour wall vote put off for the third time"


def test_a_clean_text_keeps_all_its_lines() -> None:
    article = plain(HEADLINE, *PLAIN)
    assert article.title == HEADLINE
    assert [b.role for b in article.blocks] == [Role.HEADLINE, *[Role.PARAGRAPH] * 4]


def test_prose_alone_has_no_headline() -> None:
    article = plain(*PLAIN)
    assert article.title is None
    assert {block.role for block in article.blocks} == {Role.PARAGRAPH}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Notify of", Role.COMMENTS),
        ("View all comments", Role.COMMENTS),
        ("Advertisement", Role.ADVERT),
        ("Share this article", Role.SHARE),
        ("Sign up for our morning newsletter", Role.NEWSLETTER),
        ("Read more: Harbour tolls to rise in June", Role.RELATED),
        (DISCLAIMER, Role.DISCLAIMER),
        ("Correction: An earlier version of this article misspelled the name of the wall.", Role.CORRECTION),
        ("Reporting by Ida Holm; editing by Per Lund", Role.CREDIT),
        ("Do you have a better way to cross the sound? Let us know in the comments.", Role.COMMENTS),
        ("Follow Ida Holm and Per Lund on Twitter: https://x.example/holm and https://x.example/lund.", Role.SHARE),
    ],
)  # fmt: skip
def test_lines_of_furniture_are_told_by_their_words(line: str, role: Role) -> None:
    article = plain(HEADLINE, *PLAIN, line)
    assert role_of(article, line) is role


@pytest.mark.parametrize(
    "line",
    [
        "“No,” she said.",
        "‘No,’ she said.",
        "“Sign up,” said the sergeant. “Read more, think less. That is what they told us.”",
        "“Share it,” he told her, “and the views of the author will be the views of all.”",
        "Silence.",
    ],
)
def test_a_line_of_speech_is_body_whatever_it_sounds_like(line: str) -> None:
    article = plain(HEADLINE, PLAIN[0], line, PLAIN[1], PLAIN[2])
    assert role_of(article, line) in READ


def test_what_follows_the_comments_is_not_read() -> None:
    article = plain(
        HEADLINE, *PLAIN, "What do you think?", "Notify of", "Inline Feedbacks", "View all comments",
        "‘We will not pay a penny of it,’ says the mayor of Ansel",
    )  # fmt: skip
    assert role_of(article, "We will not pay") not in READ


def test_a_disclaimer_makes_it_opinion() -> None:
    assert plain(HEADLINE, DISCLAIMER, *PLAIN).genre is Genre.OPINION


def test_a_text_without_a_word_is_no_article() -> None:
    with pytest.raises(NoArticle):
        extract(Page("* * *\n\n—", Form.PLAIN, "stars.txt"))


@given(st.text())
def test_plain_text_is_kept_character_for_character(text: str) -> None:
    try:
        article = extract(Page(text, Form.PLAIN, "any.txt")).article
    except NoArticle:
        assert not any(c.isalnum() for c in text)
        return
    assert article.text == text
    held = "".join(block.span.cut(text) for block in article.blocks)
    assert [c for c in held if not c.isspace()] == [c for c in text if not c.isspace()]


def test_a_result_is_no_headline() -> None:
    text = (
        "Keeper’s howler gifts Rovers the points\nRovers 1 Town 0\n"
        "Rovers beat Town on Saturday when Luis Dray threw the ball into his own net.\n"
        "“It gets worse each time that I watch it,” the Town keeper said of the goal.\n"
    )
    assert [line.role for line in label_lines(text)][:2] == [Role.HEADLINE, Role.STANDFIRST]


def test_a_headline_that_quotes_is_no_comment() -> None:
    under = ("Notify of", "Inline Feedbacks", "View all comments")
    first = "‘The harbour has no plan at all – none,’ says Anna Lund"
    second = "‘Wait and see,’ harbour responding to threats from the state, says Dr. Moss"
    article = plain(HEADLINE, *PLAIN, DISCLAIMER, "What do you think?", *under, first, second)
    roles = {b.span.cut(article.text): b.role for b in article.blocks}
    assert [roles[line] for line in under] == [Role.COMMENTS] * 3
    assert roles[first] is roles[second] is Role.RELATED


def test_a_comment_that_quotes_stays_one() -> None:
    comment = "“Nobody asked us,” says Lund. Well, nobody ever does in this town."
    article = plain(
        HEADLINE, *PLAIN, "2 comments", "gull77 says:", comment, "Related stories", HEADLINE
    )
    roles = {b.span.cut(article.text): b.role for b in article.blocks}
    assert roles[comment] is not Role.RELATED


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Anna Lund promised to publish the accounts of the bridge fund.", Role.PARAGRAPH),
        ("Subscribe to our newsletter", Role.NEWSLETTER),
    ],
)
def test_a_text_of_one_sentence_is_read(line: str, role: Role) -> None:
    assert [block.role for block in plain(line).blocks] == [role]
