"""No quotation between paragraphs is lost, whatever it says, and however a page sets it."""

from itertools import product

import pytest

from hearsay.page.extract import extract
from hearsay.page.page import Form, Page
from tests.page.pages import PLAIN, between, is_read

SPOKEN = (
    "No",
    "Sign up, read more, think less. That is what they told us",
    "Subscribe to that idea and you will subscribe to anything",
    "All rights are reserved for people with money",
    "My views are my own and nobody pays me for them",
    "Comments like that are why I stopped going",
    "Photo or no photo, I was there",
    "Our readers deserve better than this",
    "There was a man with a pencil",
)
TOLD = (
    "“{},” said Ida Holm.",
    "“{}.”",
    "Asked about it, Ann Orr said: “{}.”",
    '"{}," the mayor told the Post.',
    "‘{},’ according to a leaflet.",
)
SET = (
    "<p>{}</p>",
    "<p class='related-quote'>{}</p>",
    "<p class='share-text'>{}</p>",
    "<p class='subscribe'>{}</p>",
    "<div class='quote'>{}</div>",
    "<div class='newsletter-text'><p>{}</p></div>",
    "<blockquote><p>{}</p></blockquote>",
    "<aside class='pullquote'><p>{}</p></aside>",
    "<figure class='wp-block-pullquote'><blockquote><p>{}</p></blockquote></figure>",
    "<ul><li>{}</li></ul>",
    "<table><tr><td>{}</td></tr></table>",
    "<div><div>{}</div></div>",
    "<p><em>{}</em></p>",
    "<p><strong>{}</strong></p>",
    "<header><p>{}</p></header>",
)


@pytest.mark.parametrize("words", SPOKEN)
def test_a_quotation_between_paragraphs_of_a_page_is_read(words: str) -> None:
    lost = [
        (way, told)
        for way, told in product(SET, TOLD)
        if not is_read(between(way.format(told.format(words))), told.format(words))
    ]
    assert not lost


@pytest.mark.parametrize("words", SPOKEN)
def test_a_quotation_between_lines_of_a_text_is_read(words: str) -> None:
    for told, joint in product(TOLD, ("\n", "\n\n")):
        line = told.format(words)
        text = joint.join((PLAIN[0], PLAIN[1], line, PLAIN[2], PLAIN[3]))
        assert is_read(extract(Page(text, Form.PLAIN, "test.txt")).article, line), line
