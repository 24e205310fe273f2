"""Excel and Parquet, read again by openpyxl and pyarrow: the rows of the tables, and nothing that a spreadsheet runs."""

from io import BytesIO
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from hearsay.errors import NotWritten
from hearsay.faces.export.exchange.parquet import file
from hearsay.faces.export.exchange.spreadsheet import MOST, held, workbook
from hearsay.faces.export.tables import TABLES, Table
from hearsay.reading.reading import Reading
from tests.faces.export.stories import weighed
from tests.marked import reading
from tests.strategies import readings

KINDS = {"text": "string", "whole number": "int64", "number": "double", "true or false": "bool"}


def sheets(document: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(BytesIO(document))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def in_cells(whole: Reading, name: str, table: Table[Any]) -> list[tuple[Any, ...]]:
    """The rows of a table as cells hold them: numbers to sixteen digits."""
    return [
        tuple(
            held(value)
            if isinstance(value, str)
            else float(f"{value:.16g}")
            if type(value) is float
            else value
            for value in row
        )
        for row in table.rows(whole, name)
    ]


def test_there_is_a_sheet_for_each_table() -> None:
    found = sheets(workbook([("column.txt", weighed())]))
    assert [*found] == [table.name for table in TABLES]
    for table in TABLES:
        head, *rows = found[table.name]
        assert head == table.names
        assert rows == in_cells(weighed(), "column.txt", table)
        assert rows


@given(readings())
@settings(max_examples=25)
def test_any_reading_comes_back_from_excel(whole: Reading) -> None:
    found = sheets(workbook([("x.txt", whole)]))
    for table in TABLES:
        assert found[table.name][1:] == in_cells(whole, "x.txt", table)


def test_a_workbook_has_the_same_bytes_whenever_it_is_made() -> None:
    assert workbook([("x.txt", weighed())]) == workbook([("x.txt", weighed())])


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "=1+1"])
def test_no_cell_is_a_formula(words: str) -> None:
    whole = reading("“Yes” «source 1|she» «cue 1|said» «content 1|so».", title=words, outlet=words)
    book = load_workbook(BytesIO(workbook([(words, whole)])))
    for cell in [*book["statements"][2]][:3]:
        assert (cell.value, cell.data_type) == (words, "s")
        assert cell.quotePrefix


def test_a_cell_holds_no_more_than_it_can() -> None:
    assert held("a" * MOST) == "a" * MOST
    assert len(held("a" * (MOST + 1))) < MOST
    assert len(held("👍" * MOST).encode("utf-16-le")) // 2 <= MOST
    assert held("a\x00b\r\nc") == "a�b\nc"


def test_a_sheet_holds_no_more_rows_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = len([*TABLES[0].rows(weighed(), "column.txt")])
    module = "hearsay.faces.export.exchange.spreadsheet.MOST_ROWS"
    monkeypatch.setattr(module, rows + 1)
    assert workbook([("column.txt", weighed())])
    monkeypatch.setattr(module, rows)
    with pytest.raises(NotWritten, match="the table of statements has more than"):
        workbook([("column.txt", weighed())])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_has_the_rows_the_kinds_and_what_they_hold(table: Table[Any]) -> None:
    read = pq.read_table(BytesIO(file([("column.txt", weighed())], table)))
    assert [tuple(row.values()) for row in read.to_pylist()] == [
        *table.rows(weighed(), "column.txt")
    ]
    assert [str(field.type) for field in read.schema] == [
        KINDS[column.kind.value] for column in table.columns
    ]
    assert [field.metadata[b"holds"].decode() for field in read.schema] == [
        column.holds for column in table.columns
    ]


@given(readings())
@settings(max_examples=25)
def test_any_reading_comes_back_from_parquet(whole: Reading) -> None:
    for table in TABLES:
        read = pq.read_table(BytesIO(file([("x.txt", whole)], table)))
        assert [tuple(row.values()) for row in read.to_pylist()] == [*table.rows(whole, "x.txt")]
