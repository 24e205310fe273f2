"""What a notebook shows: all of it there, every word escaped, nothing loaded and nothing run."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from lxml import html

from hearsay.faces.export import facts
from hearsay.faces.python.words import in_words
from hearsay.reading.reading import Reading
from hearsay.text.article import Article
from tests.faces.export.stories import column, notice, weighed
from tests.marked import reading
from tests.strategies import readings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOADS = ("src", "href", "action", "data", "poster", "srcset")
HOSTILE = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>{{ 7 * 7 }}"


def shown(of: Any) -> Any:
    """What a notebook shows, parsed: one element."""
    return html.fragment_fromstring(of._repr_html_())


def is_inert(tree: Any) -> None:
    for element in tree.iter():
        assert element.tag not in ("script", "style", "link", "iframe", "object", "img", "base")
        for name, value in element.attrib.items():
            assert name not in LOADS
            assert not name.startswith("on")
            assert name != "id", "two outputs stand in one notebook"
            assert "url(" not in value or name != "style"


@pytest.mark.parametrize("story", [column, notice, weighed])
def test_a_reading_shows_every_statement_and_says_what_was_read(
    story: Callable[[], Reading],
) -> None:
    whole = story()
    tree = shown(in_words(whole))
    said = tree.text_content()
    assert facts.amount(whole) in said
    rows = [row for row in tree.iter("tr") if row.find("td") is not None]
    assert [row[0].text_content() for row in rows] == [s.id for s in facts.shown(whole)]
    for row, one in zip(rows, facts.shown(whole), strict=True):
        assert facts.speaker(whole, one) in row[1].text_content()
    is_inert(tree)


def test_other_findings_are_folded_below() -> None:
    tree = shown(in_words(weighed()))
    folded = [one.text_content() for one in tree.iter("summary")]
    assert folded == [
        "Headline (1)", "What binds whom (2)", "What is left open (4)", "The author’s own voice (2)",
        "Explanations weighed (2)", "What is foretold (1)", "Timeline (3)",
    ]  # fmt: skip


def test_what_is_long_is_folded_and_not_left_out() -> None:
    text = "\n\n".join(
        f"«content {n}|“So {n}.”» «cue {n}|said» «source {n}|he»." for n in range(1, 31)
    )
    tree = shown(in_words(reading(text)))
    assert [one.text_content() for one in tree.iter("summary")] == ["18 more statements"]
    assert "“So 30.”" in tree.text_content()


def test_a_reading_in_which_nothing_was_found_says_so() -> None:
    said = shown(in_words(notice())).text_content()
    assert "No statement was found." in said
    assert "give one with published=" in said


def test_a_statement_stands_in_its_block_with_its_parts_marked() -> None:
    whole = in_words(column())
    tree = shown(whole.statement("s1"))
    text = whole.article.text
    one = whole.attributions[0]
    for tag, spans in (("mark", one.content), ("b", one.source), ("i", one.cue)):
        assert [e.text_content() for e in tree.iter(tag)] == [span.cut(text) for span in spans]
    assert [block.text_content() for block in tree.iter("blockquote")] == [
        block.span.cut(text)
        for block in whole.article.blocks
        if any(block.span.meets(span) for span in (*one.source, *one.cue, *one.content))
    ]
    assert "the text says so" in tree.text_content()
    is_inert(tree)


def test_no_words_of_an_article_are_markup() -> None:
    whole = reading(
        f"{{headline}} {HOSTILE}\n\n«content 1|“{HOSTILE}”» «source 1|{HOSTILE}» «cue 1|{HOSTILE}».",
        {1: HOSTILE},
        byline=HOSTILE,
        outlet=HOSTILE,
        title=HOSTILE,
        language='en" onload="alert(1)',
    )
    whole = msgspec.structs.replace(whole, remarks=(HOSTILE,))
    for of in (in_words(whole), in_words(whole).statement("s1")):
        tree = shown(of)
        assert tree.text_content().count(HOSTILE) > 2
        is_inert(tree)


@settings(max_examples=50)
@given(readings())
def test_every_reading_can_be_shown(whole: Reading) -> None:
    told = in_words(whole)
    is_inert(shown(told))
    for said in told.statements:
        is_inert(shown(said))


def test_an_empty_article_can_be_shown() -> None:
    whole = column()
    empty = Reading(Article(""), whole.reader)
    assert "0 words read" in shown(in_words(empty)).text_content()


@pytest.mark.browser
def test_in_a_browser_it_asks_for_nothing_and_can_be_read(browser: "Browser") -> None:
    whole = in_words(weighed())
    both = whole._repr_html_() + whole.statement("s1")._repr_html_()
    asked: list[str] = []
    opened = browser.new_page(viewport={"width": 700, "height": 900})
    opened.on("request", lambda request: asked.append(request.url))
    opened.set_content(f"<!doctype html><html lang='en'><title>x</title><body>{both}")
    assert asked == []
    assert opened.locator("details li").first.is_hidden()
    opened.locator("summary").first.click()
    assert opened.locator("details li").first.is_visible()
    wide = opened.evaluate("document.documentElement.scrollWidth")
    assert wide <= 700
    opened.close()
