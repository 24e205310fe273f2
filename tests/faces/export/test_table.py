"""The CSV, as a spreadsheet reads it."""

import csv
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from hearsay.faces.export.table import header, rows
from hearsay.faces.export.tables import STATEMENTS, TABLES
from hearsay.reading.reading import Reading
from tests.faces.export.stories import column, notice
from tests.marked import reading
from tests.strategies import readings

DOCS = Path(__file__).parents[3] / "docs" / "tables.md"


def table(whole: Reading, name: str = "x.txt") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(header() + rows(whole, name), newline="")))


def test_the_columns_have_their_names() -> None:
    assert header() == (
        "file,title,outlet,published,id,speaker,source,cue,content,mode,act,certainty,chain,"
        "start,end,confidence,ground,type,polarity,passed_on,explicit,within,speaker_id,jointly,source_type,"
        "disputed_by,url\r\n"
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
        "type": "comm",
        "polarity": "pos",
        "passed_on": "plain",
        "explicit": "true",
        "within": "",
        "speaker_id": "a2",
        "jointly": "",
        "source_type": "named person",
        "disputed_by": "",
        "url": "",
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
    assert all(list(row) == list(STATEMENTS.names) for row in read)


def test_every_column_is_documented_in_its_order() -> None:
    told = DOCS.read_text("utf-8")
    for table in TABLES:
        _, _, section = told.partition(f"## {table.name}\n")
        named = [line for line in section.partition("\n## ")[0].splitlines() if "`" in line]
        wanted = [f"| `{one.name}` | {one.kind.value} | {one.holds} |" for one in table.columns]
        assert named == wanted


def test_no_two_columns_of_a_table_have_one_name() -> None:
    for table in TABLES:
        assert len(set(table.names)) == len(table.names)


@given(readings())
def test_values_are_of_the_kind_of_their_column(whole: Reading) -> None:
    kinds = {"text": str, "whole number": int, "number": float, "true or false": bool}
    for one in TABLES:
        for row in one.rows(whole, "x.txt"):
            for head, value in zip(one.columns, row, strict=True):
                assert value is None or type(value) is kinds[head.kind.value], head.name
                assert value != "", head.name


@given(readings())
def test_offsets_cut_the_words_out_of_the_text(whole: Reading) -> None:
    told = {
        "statements": "content",
        "commitments": "matter",
        "forecasts": "content",
        "times": "time",
    }
    for one in TABLES:
        for row in one.rows(whole, "x.txt") if one.name in told else ():
            fields = dict(zip(one.names, row, strict=True))
            words, start, end = (fields[name] for name in (told[one.name], "start", "end"))
            if isinstance(words, str) and isinstance(start, int) and isinstance(end, int):
                first, *_, last = (*words.split(" … "), words.split(" … ")[-1])
                assert whole.article.text[start:end].startswith(first)
                assert whole.article.text[start:end].endswith(last)
