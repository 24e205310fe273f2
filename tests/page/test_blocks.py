"""Blocks: every visible character of a page in exactly one, and nothing raised."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from hearsay.errors import Unreadable
from hearsay.page.blocks import blocks
from hearsay.page.extract import extract
from hearsay.page.page import Form, Page

TAGS = ("p", "div", "span", "b", "a href='/x'", "blockquote", "ul", "li", "table", "td", "h2", "aside", "x-card", "section class='share'")  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="<>&\x00", exclude_categories=["Cc", "Cs"]), max_size=20)  # fmt: skip


def trees() -> st.SearchStrategy[str]:
    """Pages as text: elements in elements, words between."""
    return st.recursive(
        WORDS,
        lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(
            lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split()[0]}>"
        ),
        max_leaves=20,
    )


@given(trees())
def test_every_visible_character_stands_in_one_block_in_order(body: str) -> None:
    root = html.document_fromstring(f"<html><body><p>x</p>{body}</body></html>")
    kept = "".join(c for raw in blocks(root) for c in raw.text if not c.isspace())
    seen = "".join(str(root.xpath("string()")).split())
    assert kept == seen


@given(trees())
def test_any_page_is_an_article_or_refused(body: str) -> None:
    try:
        article = extract(Page(f"<html><body>{body}</body></html>", Form.HTML, "any.html")).article
    except Unreadable:
        return
    spans = [block.span for block in article.blocks]
    assert all(a.before(b) for a, b in pairwise(spans))


def test_white_space_is_set_as_a_browser_sets_it() -> None:
    root = html.document_fromstring(
        "<body><p>  one\n two <b> three</b><br>four </p><p>a<br> <br>b</p><p>c\u00a0 d\te  f</p><pre>x\n  y</pre></body>"
    )
    assert [raw.text for raw in blocks(root)] == [
        "one two three\nfour", "a", "b", "c\u00a0 d e f", "x\n  y"
    ]  # fmt: skip


def test_what_no_reader_sees_is_no_block() -> None:
    root = html.document_fromstring(
        "<body><script>var a</script><style>p{}</style><noscript>n</noscript><template>t</template>"
        "<p>seen</p></body>"
    )
    assert [raw.text for raw in blocks(root)] == ["seen"]
