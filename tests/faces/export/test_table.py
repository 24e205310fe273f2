"""The CSV, as a spreadsheet reads it."""

import csv
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from hearsay.faces.export.table import COLUMNS, header, rows
from hearsay.reading.reading import Reading
from tests.faces.export.stories import column, notice
from tests.marked import reading
from tests.strategies import readings

DOCS = Path(__file__).parents[3] / "docs" / "csv.md"


def table(whole: Reading, name: str = "x.txt") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(header() + rows(whole, name), newline="")))


def test_the_columns_have_their_names() -> None:
    assert header() == (
        "file,title,outlet,published,id,speaker,source,cue,content,mode,act,certainty,chain,"
        "start,end,confidence,ground\r\n"
    )


def test_a_statement_is_a_row() -> None:
    row = table(msgspec.structs.replace(column()))[3]
    assert row == {
        "file": "x.txt",
        "title": "CONFIRMED: Mayor of Orsk Bay turns down harbour pilots’ request to close the channel",
        "outlet": "",
        "published": "2016-10-30",
        "id": "s4",
        "speaker": "Jonas Vik",
        "source": "Vik",
        "cue": "said",
        "content": "“The channel stays open,” … “For now.”",
        "mode": "direct",
        "act": "assert",
        "certainty": "unspecified",
        "chain": "Jonas Vik",
        "start": row["start"],
        "end": row["end"],
        "confidence": "0.94",
        "ground": "rule:verb_before_source_after_quote",
    }
    said = column().article.text[int(row["start"]) : int(row["end"])]
    assert said.startswith("“The channel stays open,”")
    assert said.endswith("“For now.”")


def test_a_pronoun_is_no_speaker() -> None:
    row = table(column())[2]
    assert (row["source"], row["speaker"], row["chain"]) == ("He", "", "")


def test_where_nothing_is_said_there_is_no_row() -> None:
    assert rows(notice(), "x") == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_no_field_is_a_formula(sign: str) -> None:
    words = f"{sign}HYPERLINK(1)"
    marked = "“Yes” «source 1|she» «cue 1|said» «content 1|so»."
    (row,) = table(reading(marked, title=words, outlet=words), words)
    assert row["file"] == row["title"] == row["outlet"] == f"'{words}"


@given(readings())
def test_it_reads_back_row_by_row(whole: Reading) -> None:
    read = table(whole)
    assert [row["id"] for row in read] == [one.id for one in whole.attributions]
    assert all(list(row) == list(COLUMNS) for row in read)


def test_every_column_is_documented_in_its_order() -> None:
    rows_of_docs = DOCS.read_text("utf-8").splitlines()
    named = [line.split("`")[1] for line in rows_of_docs if line.startswith("| `")]
    assert named == list(COLUMNS)
