"""The quotations of an article held against a source, in each form that a source may have."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from hearsay.desk.check import checked, source_text
from hearsay.desk.read import Order, read_one
from hearsay.desk.sources import one_source
from hearsay.errors import Empty, Missing, NotText
from hearsay.fidelity.check import Answer
from hearsay.page.documents import document_text

ARTICLE = """Mayor says bridge is safe

The mayor, Ann Lund, said on Monday: “The bridge is safe and will open in May.”

“We have no plans to sell the ferry,” Lund said through an interpreter.

“This was never about the money,” she told reporters.
"""
SPOKEN = "The bridge is safe and will open in May, if the board agrees. We have no plans to sell the ferry."
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 200] /Contents 4 0 R "
    b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
)
WANTED = [Answer.DIFFERS, Answer.SAME, Answer.NOT_FOUND]


def pdf(words: str) -> bytes:
    """The smallest PDF that shows some words."""
    drawn = f"BT /F1 9 Tf 20 100 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out),
    )  # fmt: skip


def pages(*every: str, password: str = "") -> bytes:
    """A PDF of several pages, under a password if one is given."""
    writer = PdfWriter()
    for words in every:
        writer.append(BytesIO(pdf(words)))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def docx(words: str) -> bytes:
    document = Document()
    document.add_paragraph(words)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("spoken.txt", SPOKEN.encode()),
        ("spoken.html", f"<html><body><article><h1>Speech</h1><p>{SPOKEN}</p></article></body></html>".encode()),
        ("spoken.pdf", pdf(SPOKEN)),
        ("spoken.docx", docx(SPOKEN)),
    ],
)  # fmt: skip
def test_a_source_in_any_form(tmp_path: Path, name: str, data: bytes) -> None:
    story, source = tmp_path / "story.txt", tmp_path / name
    story.write_text(ARTICLE, "utf-8")
    source.write_bytes(data)
    reading = read_one(one_source(str(story)))
    held = checked(reading, source_text(one_source(str(source)), Order()))
    assert [one.checked.answer for one in held] == WANTED
    assert [one.translated for one in held] == [False, True, False]
    assert [one.change.value for one in held[0].checked.differences] == ["condition lost"]


def test_a_broken_document_is_an_error() -> None:
    for data in (b"%PDF-1.4 and no more", b"PK\x03\x04 word/ and no more"):
        with pytest.raises(NotText):
            document_text(data)


def test_a_document_without_words_or_under_a_password_says_so() -> None:
    with pytest.raises(NotText, match="locked with a password"):
        document_text(pages("The bridge is safe.", password="secret"))  # noqa: S106
    with pytest.raises(Empty, match="scan") as scan:
        document_text(pdf(""))
    with pytest.raises(Empty, match="right file"):
        document_text(docx(""))
    assert "no text" in str(scan.value)


def test_running_heads_are_left_out_and_pages_told_apart() -> None:
    first = (
        "Harbour board 1) Tj 0 -12 Td (We will open the bridge in the spring,) Tj 0 -12 Td (if the"
    )
    second = "Harbour board 2) Tj 0 -12 Td (board agrees.) Tj 0 -12 Td (Thank you."
    third = "Harbour board 3) Tj 0 -12 Td (Any questions?) Tj 0 -12 Td (None."
    text = document_text(pages(first, second, third)) or ""
    assert "Harbour board" not in text
    assert "open the bridge" in text
    assert text.count("\f") == 3


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="no such file"):
        source_text(one_source(str(tmp_path / "none.txt")), Order())


def test_reading_goes_on_refusing_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "spoken.pdf"
    path.write_bytes(pdf(SPOKEN))
    with pytest.raises(NotText, match="PDF"):
        read_one(one_source(str(path)))
