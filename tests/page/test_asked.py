"""trafilatura is asked where what is running text is unsure without it."""

from unittest.mock import Mock

import pytest

from hearsay.page import extract
from hearsay.page.asked import asked
from hearsay.page.extract import tree_of
from hearsay.page.page import Form, Page
from tests.page.pages import PLAIN, page

BODY = "<p class='byline'>By Ada Moen</p><time>3 March 2026</time>" + "".join(
    f"<p>{words}</p>" for words in PLAIN
)


@pytest.mark.parametrize(
    ("body", "calls"),
    [
        (BODY, 0),
        ("<ul><li><a href='/a'>Weather</a></li><li><a href='/b'>Tides</a></li></ul>", 1),
    ],
)
def test_it_is_asked_only_where_what_is_running_text_is_unsure(
    body: str, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = Mock(return_value="")
    monkeypatch.setattr(extract, "asked", asking)
    page(body)
    assert asking.call_count == calls


def test_it_says_which_text_it_takes_for_the_body() -> None:
    root = tree_of(
        Page(f"<html><body><p>Menu</p><article>{BODY}</article></body></html>", Form.HTML, "")
    )
    said = asked(root, None)
    assert all(words in said for words in PLAIN)
    assert asked(tree_of(Page("<html><body></body></html>", Form.HTML, "")), None) == ""
