"""Page or plain text, and what is neither."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import Empty, Error, NotText
from hearsay.page.page import Form, open_page

TEXT = "Harbour bridge to close\n\n“No,” she said. The vote is < 3 days away, <b>he</b> wrote.\n"
PAGE = "<!DOCTYPE html>\n<html><body><p>“No,” she said.</p></body></html>"
FRAGMENT = "<div><p>One.</p><p>Two.</p></div>"

FORMS = [
    # text, name, content type, what it is
    (PAGE, "page.html", None, Form.HTML),
    (PAGE, "page.txt", None, Form.HTML),
    (PAGE, "-", None, Form.HTML),
    (PAGE, "https://news.test/", "text/plain", Form.HTML),
    ("\n <!-- a --><!-- b --><html><p>Hi</p>", "-", None, Form.HTML),
    ('<?xml version="1.0"?><!DOCTYPE html><html><p>Hi</p></html>', "-", None, Form.HTML),
    (FRAGMENT, "page.htm", None, Form.HTML),
    (FRAGMENT, "https://news.test/a", "text/html; charset=utf-8", Form.HTML),
    (FRAGMENT, "-", None, Form.HTML),
    (FRAGMENT, "page.txt", None, Form.PLAIN),
    (FRAGMENT, "https://news.test/a", "text/plain", Form.PLAIN),
    (TEXT, "story.txt", None, Form.PLAIN),
    (TEXT, "-", None, Form.PLAIN),
    (TEXT, "story", None, Form.PLAIN),
    ("He writes <p>, <div> and <span> all day.", "-", None, Form.PLAIN),
    ("A story without a tag.", "story.html", None, Form.PLAIN),
]


@pytest.mark.parametrize(("text", "name", "kind", "form"), FORMS)
def test_a_page_is_told_from_a_text(text: str, name: str, kind: str | None, form: Form) -> None:
    page = open_page(text.encode(), name, content_type=kind)
    assert (page.form, page.text, page.name) == (form, text, name)


BINARIES = [
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "it is a PDF file"),
    (b"\n%PDF-1.4", "it is a PDF file"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it is a PNG image"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "it is a JPEG image"),
    (b"GIF89a\x01\x00\x01\x00", "it is a GIF image"),
    (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "it is a WebP image"),
    (b"RIFF\x24\x00\x00\x00WAVEfmt ", "it is a sound or film file"),
    (b"\x00\x00\x00\x20ftypisom", "it is a sound or film file"),
    (b"\x00\x00\x00\x20ftypavif", "it is an image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "it is an office document of the old kind"),
    (b"{\\rtf1\\ansi No, she said.}", "it is a rich-text document"),
    (gzip.compress(PAGE.encode(), mtime=0), "it is a gzip archive"),
    (b"BZh91AY&SY\x00", "it is a bzip2 archive"),
    (b"\xfd7zXZ\x00\x00", "it is an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "it is a 7z archive"),
    (b"Rar!\x1a\x07\x00", "it is a rar archive"),
    (b"WARC/1.0\r\nWARC-Type: response\r\n", "it is a web archive of many pages (WARC)"),
    (b"bplist00\xd1\x01\x02", "it is a web archive (or another property list)"),
    (b"\x7fELF\x02\x01\x01", "it is a program"),
    (b"MZ\x90\x00\x03\x00\x00\x00", "it is a program"),
    (b"SQLite format 3\x00\x10\x00", "it is a database"),
    (bytes(range(32)) * 20, "it is a binary file"),
    (bytes(range(256)) * 20, "it is a binary file"),
    (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=x\r\n",
     "it is a web archive (MHTML)"),
    (b'<?xml version="1.0"?>\n<rss version="2.0"><channel>', "it is a news feed, not an article"),
    (b'<?xml version="1.0"?><!-- a --><feed xmlns="http://www.w3.org/2005/Atom">',
     "it is a news feed, not an article"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "wrong"), BINARIES)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, wrong: str) -> None:
    with pytest.raises(NotText) as caught:
        open_page(data, "story.html")
    assert caught.value.wrong == wrong
    assert caught.value.remedy


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        (("[Content_Types].xml", "word/document.xml"), "it is a Word document"),
        (("[Content_Types].xml", "xl/workbook.xml"), "it is an office document"),
        (("mimetype", "content.opf"), "it is an e-book"),
        (("story.html",), "it is a zip archive"),
        ((), "it is a zip archive"),
    ],
)
def test_what_is_in_a_zip_archive_is_said(names: tuple[str, ...], wrong: str) -> None:
    with pytest.raises(NotText) as caught:
        open_page(archive(*names), "story.docx")
    assert caught.value.wrong == wrong


@pytest.mark.parametrize(
    "beginning",
    [
        "MZ Wallace bags are back",
        "RIFF raff, she said",
        "BZh",
        "GIF8 is a format",
        "ID3",
        "Rar! cried",
        "PK",
    ],
)
def test_an_article_may_begin_like_a_binary(beginning: str) -> None:
    assert open_page(beginning.encode(), "story.txt").text == beginning


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\x00\x00", b"\xff\xfe \x00"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(Empty):
        open_page(data, "story.txt")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_text_keeps_its_line_ends_and_its_white_space(end: str) -> None:
    text = f"\t {end}“No,”  she said. {end}{end} He left.{end} "
    assert open_page(text.encode(), "story.txt").text == text


def test_a_text_loses_its_byte_order_mark_and_no_other() -> None:
    page = open_page("\ufeffone \ufefftwo".encode(), "story.txt")
    assert page.text == "one \ufefftwo"


def test_a_page_of_comments_alone_is_looked_at_once() -> None:
    text = "<!--a-->" * 5000 + "x"  # would never end if each comment could be read two ways
    assert open_page(text.encode(), "story.txt").form is Form.PLAIN


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_a_text_is_the_input_character_for_character(text: str) -> None:
    try:
        page = open_page(b"x" + text.encode(), "story.txt")
    except Error:
        return
    assert page.text == "x" + text
