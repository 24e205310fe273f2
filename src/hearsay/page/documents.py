"""Documents that only serve as a source: PDF and Word's docx, by libraries of an extra; as words, without an article.

`hearsay read` refuses both: where a line of them belongs to is lost. For the question whether some words stand in a
document, its text is enough.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import BadZipFile

from hearsay.errors import Empty, NotInstalled, NotText

EXTRA = "install it with the extra: pip install 'hearsay[documents]'"
_PDF = re.compile(rb"\s*%PDF-")
_ZIP = b"PK\x03\x04"
_WORD = re.compile(rb"word/")
_BROKEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
"""A word that a line of print breaks."""

_FIGURES = re.compile(r"\d+")

UNLOCK = "open it, and save it without the password, or as text"
NO_WORDS = "there is no text in it"
SCANNED = "if it is a scan, have its letters recognised first"
OTHER_FILE = "look whether it is the right file"


def document_text(data: bytes) -> str | None:
    """The words of a document; None where it is neither PDF nor docx. A form feed ends each page of a PDF.

    Args:
        data: all of the file.

    Raises:
        NotInstalled: the library for it is not there.
        NotText: it is broken, or locked.
        Empty: it holds no words.
    """
    if _PDF.match(data):
        text, advice = _pdf(data), SCANNED
    elif data.startswith(_ZIP) and _WORD.search(data):
        text, advice = _docx(data), OTHER_FILE
    else:
        return None
    if not text.strip():
        raise Empty(NO_WORDS, advice)
    return text


def _pdf(data: bytes) -> str:
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise NotInstalled("reading a PDF needs pypdf", EXTRA) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say is in the error
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotText("it is a PDF that is locked with a password", UNLOCK)
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise NotText(
            f"it is a PDF that cannot be read ({error})", "save it as text, and give that"
        ) from error
    return _BROKEN.sub("", "".join(f"{page}\n\f" for page in _without_heads(pages)))


def _without_heads(pages: Sequence[str]) -> Iterator[str]:
    """Pages without the lines at their top and bottom that most of them have, but for the number of the page."""
    lines = [page.splitlines() for page in pages]
    heads = Counter(head for page in lines for head in {_folded(page[n]) for n in _edges(page)})
    for page in lines:
        gone = {n for n in _edges(page) if 2 * heads[_folded(page[n])] > max(2, len(pages))}
        yield "\n".join(line for n, line in enumerate(page) if n not in gone)


def _edges(page: Sequence[str]) -> set[int]:
    """The first and last lines of a page, where a running head or foot stands."""
    return {n for n in range(len(page)) if n < EDGE or len(page) - n <= EDGE}


EDGE = 2


def _folded(line: str) -> str:
    return _FIGURES.sub("0", line).strip()


def _docx(data: bytes) -> str:
    try:
        from docx import Document  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NotInstalled("reading a Word document needs python-docx", EXTRA) from error
    try:
        document = Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise NotText(
            f"it is a Word document that cannot be read ({error})", "save it as text, and give that"
        ) from error
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for held in document.tables for row in held.rows for cell in row.cells]
    return "\n".join([*paragraphs, *cells])
