"""A page that shows nothing of its article, and tells it to machines."""

import json

import pytest

from hearsay.errors import NoArticle
from hearsay.page.extract import extract
from hearsay.page.page import page_of
from hearsay.page.unshown import paragraphs
from hearsay.text.article import Role

TOLD = "Norway’s regulator was told that billions were missing more than a year before.\n\n“There is a hole,” a supervisor wrote.\r\nNobody replied."
SHOWN = "<p>The regulator was told on Monday that billions were missing, and did nothing, a supervisor wrote.</p>"
MENU = "<ul><li><a href='/'>The Exchange</a></li><li><a href='/n'>News</a></li></ul>"


def page(node: dict[str, object], body: str = MENU) -> str:
    told = json.dumps({"headline": "Regulator knew", **node})
    return f'<html><head><title>x</title><script type="application/ld+json">{told}</script></head><body>{body}</body></html>'


@pytest.mark.parametrize("body", [MENU, ""])
def test_what_a_page_tells_machines_is_read_where_it_shows_no_article(body: str) -> None:
    found = extract(page_of(page({"@type": "NewsArticle", "articleBody": TOLD}, body)))
    article = found.article
    assert [b.span.cut(article.text) for b in article.of(Role.PARAGRAPH)] == [
        "Norway’s regulator was told that billions were missing more than a year before.",
        "“There is a hole,” a supervisor wrote.",
        "Nobody replied.",
    ]
    assert {b.origin for b in article.read} == {"/html/head/script"}
    assert article.title == "Regulator knew"
    assert any("as the page tells it to machines" in one for one in found.remarks)


@pytest.mark.parametrize(
    ("node", "body"),
    [
        ({"@type": "NewsArticle", "articleBody": TOLD}, MENU + SHOWN * 2),
        ({"@type": "WebPage", "articleBody": TOLD}, MENU),
        ({"@type": "NewsArticle", "articleBody": "Subscribe to read on."}, MENU),
        ({"@type": "NewsArticle", "articleBody": f"\ud800 {TOLD}"}, MENU),
    ],
)
def test_it_is_left_where_the_page_shows_its_article_or_it_is_none(
    node: dict[str, object], body: str
) -> None:
    article = extract(page_of(page(node, body))).article
    assert not any(b.origin == "/html/head/script" for b in article.blocks)


def test_a_page_without_a_word_and_without_a_text_for_machines_is_no_article() -> None:
    with pytest.raises(NoArticle):
        extract(page_of(page({"@type": "NewsArticle"}, "")))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One.\n\n Two < three.\n", ("One.", "Two < three.")),
        ("<p>One &amp; <b>all</b>.</p><p>Two.</p>", ("One & all.", "Two.")),
    ],
)
def test_a_text_for_machines_has_lines_or_mark_up(body: str, found: tuple[str, ...]) -> None:
    assert paragraphs(body) == found
