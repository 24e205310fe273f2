"""From bytes to text: the encoding that is declared, where the bytes keep to it; else a guess.

In the order of the WHATWG Encoding standard (https://encoding.spec.whatwg.org): byte-order mark, the
label that came with the transfer, the label in the page; labels mean what browsers take them to mean
(iso-8859-1 is windows-1252). A guess is called a guess.
"""

import codecs
import re

import msgspec
import webencodings

from hearsay.errors import BadEncoding

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE)
_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page may declare its encoding; browsers look at 1,024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST = "\ufffd"


class Decoded(msgspec.Struct, frozen=True):
    """Text out of bytes.

    Attributes:
        text: without a byte-order mark, else as it is.
        encoding: by which it was read.
        remarks: a sentence for whatever a person should know.
    """

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text that the bytes hold.

    Raises:
        BadEncoding: no encoding makes text of it.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], name, "the byte-order mark")
    label, by = _declared(data, content_type)
    utf8 = _strict(data, "utf-8")
    if label is None:
        if utf8 is not None:
            return Decoded(utf8, "utf-8")
        return _guessed(data)
    if utf8 is not None and label != "utf-8" and not data.isascii():
        note = f"{by} says {label}, but the bytes are UTF-8 and were read as that."
        return Decoded(utf8, "utf-8", (note,))
    return _as(data, label, by)


def _declared(data: bytes, content_type: str | None) -> tuple[str | None, str]:
    """The encoding declared, by its standard name, and by what."""
    found = _TYPE.search(content_type or "")
    if found and (name := _known(found.group(1))):
        return name, "The transfer"
    for pattern in (_XML, _CHARSET):
        inside = pattern.search(data[:_HEAD])
        if inside and (name := _known(inside.group(1).decode("ascii", "replace"))):
            return ("utf-8" if name.startswith("utf-16") else name), "The page"
    return None, ""


def _known(label: str) -> str | None:
    encoding = webencodings.lookup(label)
    return str(encoding.name) if encoding is not None else None


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _as(data: bytes, name: str, by: str) -> Decoded:
    """The bytes by an encoding; what does not fit becomes U+FFFD and is spoken of."""
    codec = webencodings.lookup(name)
    text = data.decode(codec.codec_info.name if codec else name, "replace")
    lost = text.count(_LOST) - data.count(_LOST.encode())
    if lost <= 0:
        return Decoded(text, name)
    if lost * 10 > len(text):
        raise BadEncoding(
            f"{by.lower()} says {name}, which {lost} of {len(text)} characters are not",
            "save it again as UTF-8",
        )
    note = f"{by} says {name}; {lost} of its characters are not that and were read as {_LOST}."
    return Decoded(text, name, (note,))


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    best = from_bytes(data[:200_000]).best()
    name = _known(best.encoding.replace("_", "-")) if best else None
    text = _strict(data, name) if name else None
    if name is None or text is None:
        text, name = _strict(data, "windows-1252"), "windows-1252"
    if text is None:
        raise BadEncoding(
            "it declares no encoding, and none that hearsay knows makes text of it",
            "save it again as UTF-8",
        )
    note = (
        f"No encoding is declared; {name} is a guess, so accents and quotation marks may be wrong."
    )
    return Decoded(text, name, (note,))
