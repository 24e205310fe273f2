"""Documents that only serve as a source: PDF and Word's docx, by libraries of an extra; as words, without an article.

`hearsay read` refuses both: where a line of them belongs to is lost. For the question whether some words stand in a
document, its text is enough.
"""

import re
from io import BytesIO
from zipfile import BadZipFile

from hearsay.errors import Empty, NotInstalled, NotText

EXTRA = "install it with the extra: pip install 'hearsay[documents]'"
_PDF = re.compile(rb"\s*%PDF-")
_ZIP = b"PK\x03\x04"
_WORD = re.compile(rb"word/")
_BROKEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
"""A word that a line of print breaks."""

NO_WORDS = "there is no text in it"
SCANNED = "if it is a scan, have its letters recognised first"


def document_text(data: bytes) -> str | None:
    """The words of a document; None where it is neither PDF nor docx.

    Args:
        data: all of the file.

    Raises:
        NotInstalled: the library for it is not there.
        NotText: it is broken, or locked.
        Empty: it holds no words.
    """
    if _PDF.match(data):
        text = _pdf(data)
    elif data.startswith(_ZIP) and _WORD.search(data):
        text = _docx(data)
    else:
        return None
    if not text.strip():
        raise Empty(NO_WORDS, SCANNED)
    return text


def _pdf(data: bytes) -> str:
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise NotInstalled("reading a PDF needs pypdf", EXTRA) from error
    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise NotText(
            f"it is a PDF that cannot be read ({error})", "save it as text, and give that"
        ) from error
    return _BROKEN.sub("", "\n".join(pages))


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
