"""Whatever the bytes: a reading that keeps the laws, or an error that says what is wrong with them.

benchmarks/fuzz_loaders.py tries many more.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.desk.read import read_page
from hearsay.errors import Unreadable
from hearsay.page.page import Form, open_page
from hearsay.reading.codec import decode, encode

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Lee will not go</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-03T17:42:00Z"}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Lee will not go</h1><p class="byline">By Ann Poe</p>
<p>“We will not go,” Ann Lee said on Monday. “Not now.”</p><blockquote>“The hall’s full,” he added.</blockquote>
<p>According to the ministry, «the vote» is ‘off’…</p><img alt="A hall"><br>The end &amp; more &#8220;words&#8221;.
<table><tr><td>One</td></tr></table></article><div class="comments">Notify of</div></body></html>"""
TEXT = "Lee will not go\n\n“We will not go,” Ann Lee said on Monday. “Not now.”\r\n\r\nView all comments\n"
CODECS = [
    "utf-8",
    "utf-8-sig",
    "cp1252",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1251",
    "gbk",
]
PIECES = [
    *(
        b"<div>",
        b"</div>",
        b"<p>",
        b"<!--",
        b"-->",
        b"<script>",
        b"</script>",
        b"<style>",
        b"<![CDATA[",
    ),
    *(
        b"<table><tr>",
        b"<textarea>",
        b"<p class='",
        b"<x-y>",
        b"<template>",
        b"<title>",
        b"<plaintext>",
    ),
    *(
        b"&#0;",
        b"&#xD800;",
        b"&bogus;",
        b"\x00",
        b"\xff",
        b"\xe2\x80",
        b"\x93",
        b"\x1b[2J",
        b"\r",
        b"\xc2\x85",
    ),
    *(word.encode() for word in ("“", "”", "‘", "’", "«", "\u2028", "\ufeff", "\u202e", "[…]")),
]
NAMES = st.sampled_from(["story.html", "story.txt", "story", "-"])
KINDS = st.sampled_from(
    [None, "text/html", "text/plain", "text/html; charset=utf-16", "text/html; charset=x"]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A page or a text that went through bad hands."""
    whole = draw(st.sampled_from([PAGE, TEXT]))
    data = whole.encode(draw(st.sampled_from(CODECS)), "replace")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = draw(st.integers(at, len(data)))
        match draw(st.sampled_from(["cut", "leave out", "repeat", "put in", "flip", "recode"])):
            case "cut":
                data = data[:at]
            case "leave out":
                data = data[:at] + data[to:]
            case "repeat":
                data = data[:to] + data[at:]
            case "put in":
                piece = draw(st.sampled_from(PIECES))
                data = data[:at] + piece * draw(st.sampled_from([1, 2, 600])) + data[at:]
            case "flip":
                data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
            case _:  # recode
                middle = data[at:to].decode("utf-8", "replace")
                data = (
                    data[:at] + middle.encode(draw(st.sampled_from(CODECS)), "replace") + data[to:]
                )
    return data


def is_read_or_refused(data: bytes, name: str, kind: str | None) -> None:
    """Nothing but a lawful reading or an error of an input comes out."""
    try:
        page = open_page(data, name, content_type=kind)
        reading = read_page(page)
    except Unreadable:
        return
    if page.form is Form.PLAIN:
        assert reading.article.text == page.text
    assert decode(encode(reading)) == reading


@given(damaged(), NAMES, KINDS)
@settings(deadline=None)
def test_damaged_pages_are_read_or_refused(data: bytes, name: str, kind: str | None) -> None:
    is_read_or_refused(data, name, kind)


@given(st.binary(max_size=300), NAMES, KINDS)
@settings(deadline=None)
def test_random_bytes_are_read_or_refused(data: bytes, name: str, kind: str | None) -> None:
    is_read_or_refused(data, name, kind)


@given(st.text("<>/=!-&;# \n\"'ab“”‘’p", max_size=120).map(lambda words: f"<html>{words}"))
@settings(deadline=None)
def test_random_markup_is_read_or_refused(text: str) -> None:
    is_read_or_refused(text.encode(), "story.html", None)
