"""Page: what was given, decoded once.

Bytes become text here, by the encoding that they declare where they keep to it. For plain text a
leading byte-order mark is taken off and nothing else is changed.
"""

import re
from enum import StrEnum

import msgspec

from hearsay.errors import BadEncoding, Empty, NotText
from hearsay.page.binary import SAVE, refuse_what_is_no_text
from hearsay.page.encoding import Known, decode


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
        encoding_is: how the encoding is known.
    """

    text: str
    form: Form
    name: str
    url: str | None = None
    encoding: str = "utf-8"
    remarks: tuple[str, ...] = ()
    encoding_is: Known = Known.DECLARED


CONTROL_SHARE = 0.05  # of the first characters: more control characters than this are no text
_HEAD = 20_000  # characters in which a page shows that it is one
_WHITE = "\x00 \t\r\n\f\v\ufeff"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_STARTS_LIKE_A_PAGE = re.compile(
    r"(?>(?:\s+|\ufeff|<!--.*?-->|<\?.*?\?>)*)<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_STARTS_WITH_A_TAG = re.compile(r"[\s\ufeff]*<[!?a-z]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|article|section|main|span|table|ul|blockquote|body|html)\b[^<>]*>",
    re.IGNORECASE,
)
_FEW_TAGS = 2  # a text may speak of a tag or two
_PAGE_NAME = re.compile(r"\.(?:x?html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_TEXT_NAME = re.compile(r"\.(?:txt|text|md|markdown|asc|rst|log)\Z", re.IGNORECASE)


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
    refuse_what_is_no_text(data)
    likely = _form(data[:_HEAD].decode("latin-1"), name, content_type)
    decoded = decode(data, content_type, marked_up=likely is Form.HTML)
    text = decoded.text
    _refuse_without_words(text)
    form = _form(text[:_HEAD], name, content_type)
    return Page(text, form, name, url, decoded.encoding, decoded.remarks, decoded.known)


def page_of(text: str, name: str = "text") -> Page:
    """The page that a string holds.

    Raises:
        Empty: there is nothing but white space in it.
        NotText: it is a binary, read as if it were text.
        BadEncoding: it holds half a character, which no encoding has.
    """
    text = text.removeprefix("\ufeff")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadEncoding(
            f"character {error.start} is half a character (a lone surrogate)",
            "decode the text with the encoding that it has",
        ) from error
    _refuse_without_words(text)
    return Page(text, _form(text[:_HEAD], name, None), name, encoding_is=Known.GIVEN)


def _refuse_without_words(text: str) -> None:
    """Nothing, for a text that may have words in it."""
    if not text.strip(_WHITE):
        raise Empty(
            "there is nothing in it but white space" if text else "there is nothing in it",
            "give a page or a text with an article in it",
        )
    if len(_CONTROL.findall(text, 0, _HEAD)) > CONTROL_SHARE * min(len(text), _HEAD):
        raise NotText("it is a binary file", SAVE)


def _form(head: str, name: str, content_type: str | None) -> Form:
    """Page or plain text: by its beginning, else by the type it came with, its name, its tags."""
    if _STARTS_LIKE_A_PAGE.match(head):
        return Form.HTML
    kind = (content_type or "").split(";")[0].strip().lower()
    if kind == "text/plain" or _TEXT_NAME.search(name):
        return Form.PLAIN
    tags = len(_TAG.findall(head))
    if kind in ("text/html", "application/xhtml+xml") or _PAGE_NAME.search(name):
        return Form.HTML if tags else Form.PLAIN
    return Form.HTML if tags > _FEW_TAGS and _STARTS_WITH_A_TAG.match(head) else Form.PLAIN
