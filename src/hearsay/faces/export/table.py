"""CSV: one row a finding, as spreadsheets and scripts read it.

RFC 4180: commas, CRLF, a field with marks, commas or line ends within marks; UTF-8. Which columns there are, is said in
`hearsay.faces.export.tables`.

A field that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection);
`start` and `end` say where the exact words are.
"""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from hearsay.faces.export.tables import STATEMENTS, Table
from hearsay.reading.reading import Reading

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def header(table: Table[Any] = STATEMENTS) -> str:
    """The row of column names, with its line end."""
    return written([table.names])


def rows(reading: Reading, name: str, table: Table[Any] = STATEMENTS) -> str:
    """A row for each finding of a table, with line ends; "" where there is none.

    Args:
        reading: of one article.
        name: of the input.
        table: which findings.
    """
    return written(table.rows(reading, name))


def written(lines: Iterable[Iterable[object]]) -> str:
    """Rows as CSV, with line ends as RFC 4180 has them; no field is one that a spreadsheet takes for a formula."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [safe(field) for field in line] for line in lines
    )
    return out.getvalue()


def safe(field: object) -> object:
    """A field that no spreadsheet takes for a formula; true and false as all programs write them."""
    if isinstance(field, bool):
        return "true" if field else "false"
    if isinstance(field, str) and field.startswith(FORMULA):
        return f"'{field}"
    return field
