"""Excel: a workbook with a sheet for each table, and the same bytes for the same readings."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import _WorkbookChild as Sheet

from hearsay.errors import NotWritten
from hearsay.faces.export.exchange.names import Readings
from hearsay.faces.export.tables import TABLES, Value
from hearsay.text.span import Span

MOST = 32_767
"""UTF-16 units that a cell holds."""

MOST_ROWS = 1_048_576
"""Rows that a sheet holds, its head among them."""

_WIDTH, _WIDE = 14, 48  # of columns, in characters
_LONG = frozenset({"content", "matter", "event", "condition", "standing", "title"})
_FIRST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP knows
_CORE = "docProps/core.xml"


def workbook(these: Readings) -> bytes:
    """All tables of some readings as a workbook.

    Args:
        these: each with the name of its input.

    Raises:
        NotWritten: there are more rows than a sheet holds.
    """
    for (
        table
    ) in TABLES:  # before anything is written: a sheet that is left half done cannot be closed
        many = sum(1 for name, reading in these for _ in table.rows(reading, name))
        if many >= MOST_ROWS:
            raise NotWritten(
                f"the table of {table.name} has more than the {MOST_ROWS - 1:,} rows of a sheet",
                "export csv or parquet",
            )
    book = Workbook(write_only=True)
    for table in TABLES:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for number, column in enumerate(table.columns, 1):
            width = _WIDE if column.name in _LONG else _WIDTH
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.append([_head(sheet, name) for name in table.names])
        for name, reading in these:
            for row in table.rows(reading, name):
                sheet.append([_cell(sheet, value) for value in row])
    made = BytesIO()
    book.save(made)
    return _timeless(made)


def _head(sheet: Sheet, name: str) -> Cell:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Sheet, value: Value) -> Cell | Value:
    """A value as a cell holds it; words are text, whatever they begin with."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, held(value))
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def held(words: str) -> str:
    """Words as a cell can hold them: no control characters, not too many."""
    plain = ILLEGAL_CHARACTERS_RE.sub("�", words.replace("\r\n", "\n").replace("\r", "\n"))
    if len(plain.encode("utf-16-le")) // 2 <= MOST:
        return plain
    cut = Span(0, MOST // 2).cut(plain)  # of which each may be two units
    return f"{cut}…"


def _timeless(made: BytesIO) -> bytes:
    """The workbook without the moment at which it was made."""
    out = BytesIO()
    with ZipFile(made) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, content in _files(old):
            new.writestr(ZipInfo(name, _FIRST), content, ZIP_DEFLATED)
    return out.getvalue()


def _files(old: ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in old.namelist():
        content = old.read(name)
        if name == _CORE:
            root = etree.fromstring(content)
            for child in list(root):
                if etree.QName(child).localname in ("created", "modified"):
                    root.remove(child)
            content = etree.tostring(root)
        yield name, content
