"""Pages that are nested too deep for a parser."""

import pytest

from hearsay.page.depth import DEEPEST, shallow
from hearsay.page.extract import extract
from hearsay.page.page import open_page

SAID = "<p>“We will not go,” Ann Lee said on Monday. She left the hall at noon.</p>"


def nested(tag: str, many: int) -> str:
    close = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    return f"<html><body><p>Before it.</p>{f'<{tag}>' * many}{SAID}{close * many}<p>After it.</p>"


@pytest.mark.parametrize(
    ("tag", "many"),
    [("div", 2500), ("b", 2500), ("blockquote", 2500), ("ul><li", 1200), ("table><tr><td", 600),
     ("div class='a>b'", 2500), ("x-y", 2500)],
)  # fmt: skip
def test_no_word_is_lost_however_deep_it_stands(tag: str, many: int) -> None:
    text = nested(tag, many).replace("</div class='a>b'>", "</div>")
    extracted = extract(open_page(text.encode(), "deep.html"))
    for words in ("Before it.", "We will not go", "at noon.", "After it."):
        assert words in extracted.article.text
    assert ">b" not in extracted.article.text
    assert any("elements deep" in remark for remark in extracted.remarks)


@pytest.mark.parametrize(
    "text",
    [
        nested("div", DEEPEST - 10),
        "<html><body>" + "<p>One.<br>" * 3000,
        "<html><body><ul>" + "<li>One." * 3000,
        "<html><body>" + "<div>One.</div>" * 3000,
        "<html><body><script>" + "'<div>' + " * 3000 + "</script><p>One.</p>",
        "<html><body><!--" + "<div>" * 3000 + "--><p>One.</p>",
        "<p>" + "<" * 3000,
    ],
)
def test_a_page_that_a_parser_can_follow_is_left_as_it_is(text: str) -> None:
    page = open_page(text.encode(), "page.html")
    assert shallow(page) is page


def test_a_text_is_left_as_it_is() -> None:
    page = open_page(b"He wrote " + b"<div>" * 3000, "story.txt")
    assert shallow(page) is page
