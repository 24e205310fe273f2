"""From bytes to text: the encoding that is declared, where the bytes keep to it; else a guess.

In the order of the WHATWG Encoding standard (https://encoding.spec.whatwg.org): byte-order mark, the
label that came with the transfer, the label in the page; labels mean what browsers take them to mean
(iso-8859-1 is windows-1252, utf-16 in a page is utf-8). Where the bytes contradict the label, the
bytes are believed, and a remark says so. A guess is called a guess.
"""

import codecs
import re
from enum import StrEnum

import charset_normalizer
import msgspec
import webencodings

from hearsay.errors import BadEncoding

LOST = "\ufffd"
SAVE_AGAIN = "save it again as UTF-8"
BEARABLE = 0.1  # of the characters: where more than this are lost, it is not that encoding
WESTERN = 0.3  # of the bytes outside tags: with fewer beyond ASCII, the letters are Latin ones
SAMPLE = 200_000  # bytes that a guess looks at
_HEAD = 4096  # bytes in which a page may declare its encoding; browsers look at 1,024
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_MARKUP = re.compile(rb"(?is)<(script|style)\b.*?(?:</\1|\Z)|<[^<>]*>|\s+")
_COMMENTS = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML = re.compile(rb"\A\s*<\?xml[^>]+?encoding\s*=\s*[\"']\s*([\w:.-]+)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)


class Known(StrEnum):
    """How an encoding is known."""

    MARKED = "marked"  # by a byte-order mark
    DECLARED = "declared"  # by the transfer or by the page, and the bytes keep to it
    PROVED = "proved"  # by the bytes, which are UTF-8 and could hardly be so by chance
    GUESSED = "guessed"
    GIVEN = "given"  # it came as text, and none was needed


class Decoded(msgspec.Struct, frozen=True):
    """Text out of bytes.

    Attributes:
        text: without a byte-order mark, else as it is.
        encoding: by which it was read, by its standard name.
        known: how that is known.
        remarks: a sentence for whatever a person should know.
    """

    text: str
    encoding: str
    known: Known
    remarks: tuple[str, ...] = ()


def decode(data: bytes, content_type: str | None = None, *, marked_up: bool = True) -> Decoded:
    """The text that the bytes hold.

    Args:
        data: all of them.
        content_type: the Content-Type that came with them.
        marked_up: whether they are a page, which may declare its encoding in itself.

    Raises:
        BadEncoding: no encoding makes text of it.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], name, Known.MARKED, "The byte-order mark")
    label, by = _declared(data, content_type, marked_up=marked_up)
    wide = _wide(data) if b"\x00" in data[:_HEAD] else None
    utf8 = None if wide else _strict(data, "utf-8")
    if utf8 is not None:
        known = Known.DECLARED if label else Known.PROVED
        if label in (None, "utf-8") or (data.isascii() and label not in _NOT_OVER_ASCII):
            return Decoded(utf8, label or "utf-8", known)
        if label not in _NOT_OVER_ASCII or label.startswith("utf-16"):
            note = f"{by} says {label}, but the bytes are UTF-8 and were read as that."
            return Decoded(utf8, "utf-8", Known.PROVED, (note,))
    if wide and label is not None and not label.startswith("utf-16"):
        note = f"{by} says {label}, but the bytes are {wide.encoding}."
        return msgspec.structs.replace(wide, remarks=(note, *wide.remarks))
    if label is None:
        return wide or _guessed(data, "No encoding is declared")
    return _as_declared(data, label, by)


_NOT_OVER_ASCII = frozenset(
    {"utf-16le", "utf-16be", "iso-2022-jp"}
)  # ASCII bytes mean other things


def _declared(data: bytes, content_type: str | None, *, marked_up: bool) -> tuple[str | None, str]:
    """The encoding declared, by its standard name, and by what."""
    found = _TYPE.search(content_type or "")
    if found and (name := _standard(found.group(1))):
        return name, "The transfer"
    if not marked_up:
        return None, ""
    head = _COMMENTS.sub(b"", data[:_HEAD])
    for pattern in (_CHARSET, _XML):  # browsers heed the first alone; the second is for XHTML
        inside = pattern.search(head)
        if inside and (name := _standard(inside.group(1).decode("ascii", "replace"))):
            if name.startswith("utf-16"):
                return "utf-8", "The page"  # it could not be read here if it were true
            return ("windows-1252" if name == "x-user-defined" else name), "The page"
    return None, ""


def _standard(label: str) -> str | None:
    """The standard's name for what the label means; None where it means nothing that can be read."""
    encoding = webencodings.lookup(label)
    return None if encoding is None or encoding.name == "replacement" else str(encoding.name)


def _codec(name: str) -> codecs.CodecInfo:
    encoding = webencodings.lookup(name)
    return encoding.codec_info if encoding else codecs.lookup(name)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return _codec(name).decode(data, "strict")[0]
    except UnicodeError:
        return None


def _as_declared(data: bytes, name: str, by: str) -> Decoded:
    """By the label, unless the bytes speak against it."""
    if name == "utf-8" and not _mostly_utf8(data):
        return _guessed(data, f"{by} says utf-8, but the bytes are not that")
    try:
        return _lenient(data, name, Known.DECLARED, by)
    except BadEncoding:
        return _guessed(data, f"{by} says {name}, but the bytes are not that")


_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def _mostly_utf8(data: bytes) -> bool:
    """Whether more of the bytes beyond ASCII are UTF-8 than are not."""
    rest = _SEQUENCE.sub(b"", data)
    wrong = sum(map(rest.count, map(bytes, zip(range(0x80, 0x100), strict=True))))
    return wrong * 2 <= len(data) - len(rest)


def _lenient(data: bytes, name: str, known: Known, by: str) -> Decoded:
    """The bytes by an encoding; what does not fit becomes U+FFFD and is spoken of.

    Raises:
        BadEncoding: too much does not fit.
    """
    text = _strict(data, name)
    if text is not None:
        return Decoded(text, name, known)
    text = _codec(name).decode(data, "replace")[0]
    lost = text.count(LOST)
    if lost > BEARABLE * len(text):
        raise BadEncoding(
            f"{by.lower()} says {name}, which {lost} of its {len(text)} characters are not",
            SAVE_AGAIN,
        )
    are = "1 character is" if lost == 1 else f"{lost} characters are"
    note = f"{by} says {name}; {are} not that and read as {LOST}."
    return Decoded(text, name, known, (note,))


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: of an English text, every second byte is nought."""
    sample = data[:_HEAD]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    share = 0.6  # of the half; typographic quotation marks and white space leave the rest
    if max(even, odd) < share * half or min(even, odd) > (1 - share) * half / 4:
        return None
    name = "utf-16le" if odd > even else "utf-16be"
    note = f"No byte-order mark is there; {name} is a guess by the bytes that are nought."
    try:
        found = _lenient(data, name, Known.GUESSED, "The guess")
    except BadEncoding:
        return None
    return msgspec.structs.replace(found, remarks=(note, *found.remarks))


def _guessed(data: bytes, because: str) -> Decoded:
    """The likeliest encoding.

    Raises:
        BadEncoding: none makes text of it.
    """
    words = _MARKUP.sub(b"", data[:SAMPLE])
    beyond = len(words) - len(_BEYOND_ASCII.sub(b"", words))
    name: str | None = "utf-8" if _mostly_utf8(data) else "windows-1252"
    if name != "utf-8" and beyond > WESTERN * len(words):
        best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
        name = _standard(best.encoding.replace("_", "-")) if best else None
    try:
        found = _lenient(data, name or "windows-1252", Known.GUESSED, "The guess")
    except BadEncoding:
        raise BadEncoding(
            f"{because[0].lower()}{because[1:]}, and no other makes text of it", SAVE_AGAIN
        ) from None
    note = f"{because}; {found.encoding} is a guess, so accents and quotation marks may be wrong."
    return msgspec.structs.replace(found, remarks=(note, *found.remarks))
