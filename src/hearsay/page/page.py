"""Page: what was given, decoded once.

Bytes become text here, by the encoding that they declare where they keep to it. For plain text a
leading byte-order mark is taken off and nothing else is changed.
"""

import re
from enum import StrEnum

import msgspec

from hearsay.errors import Empty, NotText
from hearsay.page.encoding import decode


class Form(StrEnum):
    """What the text is made of."""

    HTML = "html"
    PLAIN = "plain"


class Page(msgspec.Struct, frozen=True):
    """One input, decoded.

    Attributes:
        text: mark-up and all for a page; the input, character for character, for plain text.
        form: what it is made of.
        name: the path as it was given, "-" for standard input, or the URL.
        url: where it was fetched from; None for a file.
        encoding: by which the bytes were read.
        remarks: what a person should know about that, a sentence each.
    """

    text: str
    form: Form
    name: str
    url: str | None = None
    encoding: str = "utf-8"
    remarks: tuple[str, ...] = ()


_BINARIES = (  # (first bytes, what they are); the magic numbers of the formats' own standards
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive, or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document of the old kind"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"bplist00", "a web archive"),
    (b"{\\rtf", "a rich-text document"),
    (b"ID3", "a sound file"),
)
_MHTML = re.compile(rb"\A(?:From|MIME-Version|Content-Type): [^\n]*\r?\n(?:.*\r?\n){0,40}?.*multipart/related", re.IGNORECASE)  # fmt: skip
_LOOKS_LIKE_A_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HAS_TAGS = re.compile(r"<(?:p|div|br|h[1-6]|article|span|table|body|html|section)\b[^<>]*>", re.I)
_PAGE_NAME = re.compile(r"\.(?:x?html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_TEXT_NAME = re.compile(r"\.(?:txt|text|md|markdown|asc|rst)\Z", re.IGNORECASE)
CONTROL_SHARE = 0.1  # of the first characters: more control characters than this are no text


def open_page(
    data: bytes, name: str, *, url: str | None = None, content_type: str | None = None
) -> Page:
    """The page that some bytes hold.

    Args:
        data: as they were read or fetched.
        name: what to call it when speaking to a person.
        url: where it was fetched from.
        content_type: the Content-Type that came with it.

    Raises:
        Empty: there is nothing but white space in it.
        NotText: it is a PDF, an image, an archive or another binary.
        BadEncoding: no encoding makes text of it.
    """
    _refuse_binaries(data, name)
    decoded = decode(data, content_type)
    text = decoded.text
    if not text.strip("\x00 \t\r\n\f\v"):
        raise Empty(f"{name} is empty", "give a page or a text with an article in it")
    sample = text[:4000]
    if sum(c < " " and c not in "\t\n\r\f\v" for c in sample) > CONTROL_SHARE * len(sample):
        raise NotText(
            f"{name} is a binary file, not text", "save the article as HTML or plain text"
        )
    form = _form(text, name, content_type)
    return Page(text, form, name, url, decoded.encoding, decoded.remarks)


def _refuse_binaries(data: bytes, name: str) -> None:
    for magic, what in _BINARIES:
        if data.startswith(magic):
            raise NotText(f"{name} is {what}", "save the article as HTML or plain text")
    if _MHTML.match(data[:4000]):
        raise NotText(f"{name} is a web archive", "save the page as HTML alone")
    if b"\x00" in data[:4000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        pairs = data[:4000]
        if min(pairs[::2].count(0), pairs[1::2].count(0)) or not pairs.count(0) * 3 > len(pairs):
            raise NotText(f"{name} is a binary file", "save the article as HTML or plain text")


def _form(text: str, name: str, content_type: str | None) -> Form:
    """Page or plain text: by its beginning, else by the type it came with, its name, its tags."""
    if _LOOKS_LIKE_A_PAGE.match(text[:20_000]):
        return Form.HTML
    kind = (content_type or "").split(";")[0].strip().lower()
    if kind == "text/plain" or _TEXT_NAME.search(name):
        return Form.PLAIN
    if kind in ("text/html", "application/xhtml+xml") or _PAGE_NAME.search(name):
        return Form.HTML
    tags = len(_HAS_TAGS.findall(text[:100_000]))
    return Form.HTML if tags > 2 else Form.PLAIN  # noqa: PLR2004 - a text may speak of a tag or two
