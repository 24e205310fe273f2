"""`hearsay export` as a person uses it: from articles, from readings, from a record; to a pipe, a file, a folder."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.formats import ExportFormat
from hearsay.faces.cli.main import app
from hearsay.measure.gold.standoff import annotated
from hearsay.reading.codec import encode
from tests.faces.export.exchange.handed_on import handed_on

DOCUMENTS = [form for form in ExportFormat if form is not ExportFormat.BRAT]
TABLES = ["commitments", "forecasts", "sources", "statements", "times"]
STORY = "“The toll on the bridge will rise in May,” Anna Lund said on Monday.\n"


def hearsay(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["export", *arguments], input=given)


@pytest.fixture
def printed(tmp_path: Path) -> str:
    """A file of one reading."""
    file = tmp_path / "printed.jsonl"
    file.write_bytes(encode(handed_on()) + b"\n")
    return str(file)


@pytest.fixture
def record(tmp_path: Path, printed: str) -> str:
    """A record of two readings."""
    story, kept = tmp_path / "story.txt", str(tmp_path / "record.db")
    story.write_text(STORY, "utf-8")
    added = CliRunner().invoke(app, ["add", printed, str(story), "--record", kept, "--no-model"])
    assert added.exit_code == 0, added.stderr
    return kept


def rows(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed, newline="")))


@pytest.mark.parametrize("form", DOCUMENTS)
def test_each_format_goes_to_a_pipe_and_into_a_file_alike(
    form: str, printed: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    piped = hearsay(form, printed)
    assert (piped.exit_code, piped.stderr) == (0, "")
    done = hearsay(form, printed, "-o", str(out))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"hearsay: wrote {out}\n")
    assert out.read_bytes() == piped.stdout_bytes
    assert out.stat().st_size > 100


def test_an_unknown_format_lists_those_that_there_are(printed: str) -> None:
    failed = hearsay("word", printed)
    assert failed.exit_code == 2
    for form in ExportFormat:
        assert f"'{form}'" in failed.stderr


def test_every_format_is_told_in_the_documents() -> None:
    told = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    heads = [line for line in told.splitlines() if line.startswith("## ")]
    for form in ExportFormat:
        assert f"`{form}`" in told
        assert any(form in head.removeprefix("## ").split(", ") for head in heads)


def test_an_article_is_read_and_exported(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    (row,) = rows(hearsay("csv", str(story), "--no-model").stdout)
    assert (row["speaker"], row["mode"]) == ("Anna Lund", "direct")
    (row,) = rows(hearsay("csv", "-", "--no-model", given=STORY.encode()).stdout)
    assert row["speaker"] == "Anna Lund"
    assert len(rows(hearsay("csv", "-", given=encode(handed_on())).stdout)) == 7


def test_a_folder_has_a_file_for_each_table(printed: str, tmp_path: Path) -> None:
    for form in ("csv", "parquet"):
        out = tmp_path / form
        assert hearsay(form, printed, "-o", f"{out}/").exit_code == 0
        assert sorted(file.stem for file in out.iterdir()) == TABLES
    one = hearsay("csv", printed, "--table", "sources")
    assert one.stdout_bytes == (tmp_path / "csv" / "sources.csv").read_bytes()
    assert {row["name"] for row in rows(one.stdout)} >= {"Nora Vale", "The mayor"}


def test_brat_is_a_folder_that_is_read_back(printed: str, tmp_path: Path) -> None:
    assert hearsay("brat", printed).exit_code == 2
    out = tmp_path / "brat"
    assert hearsay("brat", printed, printed, "-o", str(out)).exit_code == 0
    assert [one.name for one in annotated(out)] == ["toll-2", "toll"]
    assert {one.text for one in annotated(out)} == {handed_on().article.text}


def test_what_is_there_is_not_written_over(printed: str, tmp_path: Path) -> None:
    out, folder, brat = tmp_path / "out", tmp_path / "tables", tmp_path / "brat"
    out.write_text("mine", "utf-8")
    for arguments in (
        ("ftm", printed, "-o", str(out)),
        ("csv", printed, "-o", f"{folder}/"),
        ("brat", printed, "-o", str(brat)),
    ):
        hearsay(*arguments)
        failed = hearsay(*arguments)
        assert failed.exit_code == 1
        assert "it is there already" in failed.stderr
        assert "[output/not-written]" in failed.stderr
        if arguments[0] == "ftm":
            assert out.read_text("utf-8") == "mine"
        assert hearsay(*arguments, "--force").exit_code == 0
    assert "one of the inputs" in hearsay("ftm", printed, "-o", printed, "--force").stderr
    assert "no such folder" in hearsay("ftm", printed, "-o", str(tmp_path / "no" / "x")).stderr
    assert "it is no folder" in hearsay("brat", printed, "-o", str(out)).stderr


def test_one_bad_input_does_not_stop_the_others(printed: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema": 7}', "utf-8")
    done = hearsay("csv", str(bad), str(tmp_path / "none.txt"), printed)
    assert done.exit_code == 3
    assert len(rows(done.stdout)) == 7
    assert "bad.json, line 1: this reading has schema 7" in done.stderr
    assert "none.txt: there is no such file" in done.stderr
    out = tmp_path / "out.csv"
    assert hearsay("csv", str(bad), "-o", str(out)).exit_code == 1
    assert not out.exists()


def test_a_record_is_exported_with_the_filters_of_search(record: str) -> None:
    done = hearsay("csv", "--record", record)
    assert done.stderr == "hearsay: 2 readings of the record\n"
    assert len({row["file"] for row in rows(done.stdout)}) == 2
    assert len(rows(done.stdout)) == 8
    for arguments, wanted in (
        (("--actor", "Lund"), ["s1"]),
        (("--act", "deny"), ["s2"]),
        (("--outlet", "gazette", "--words", "ferry"), ["s4", "s5"]),
        (("--type", "document"), ["s4"]),
        (("--since", "2026-11-03"), []),
        (("--reading", "2"), ["s1"]),
        (("--sure", "0.9", "--reading", "1"), ["s1", "s7"]),
    ):
        found = hearsay("csv", "--record", record, *arguments)
        assert [row["id"] for row in rows(found.stdout)] == wanted, arguments


def test_what_people_put_right_is_exported_as_they_put_it(record: str) -> None:
    for words in (("1", "s2", "speaker", "Ida Holm"), ("1", "s4", "wrong")):
        assert CliRunner().invoke(app, ["correct", *words, "--record", record]).exit_code == 0
    found = {row["id"]: row for row in rows(hearsay("csv", "--record", record).stdout)}
    assert found["s2"]["speaker"] == "Ida Holm"
    assert "s4" not in found
    entities = hearsay("ftm", "--record", record, "--actor", "Ida Holm", "-q").stdout
    people = [json.loads(line) for line in entities.splitlines()]
    assert any(one["properties"].get("name") == ["Ida Holm"] for one in people)


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("csv", "FILE", "--actor", "x"), "--actor"),
        (("csv", "FILE", "--record", "x"), "--record"),
        (("csv", "FILE", "--reading", "1"), "--reading"),
        (("csv", "--reading", "1", "--act", "deny"), "--act"),
        (("xlsx", "FILE", "--table", "times"), "--table"),
        (("csv", "FILE", "--sure", "2"), "--sure"),
    ],
)
def test_what_does_not_go_together_is_said(
    arguments: tuple[str, ...], option: str, printed: str
) -> None:
    failed = hearsay(*(printed if one == "FILE" else one for one in arguments))
    assert failed.exit_code == 2
    assert option in failed.stderr


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    failed = hearsay("csv", "--record", str(tmp_path / "none.db"))
    assert failed.exit_code == 1
    assert "there is no record" in failed.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_day_that_is_none_is_refused(record: str) -> None:
    failed = hearsay("csv", "--record", record, "--since", "yesterday")
    assert failed.exit_code != 0
    assert "[date/not-a-date]" in failed.stderr


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_a_terminal_gets_no_binary(
    form: str, printed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearsay.faces.settings.writes_terminal", lambda: True)
    failed = hearsay(form, printed)
    assert failed.exit_code == 2
    assert "not to be read on a terminal" in failed.stderr
    assert hearsay("csv", printed).exit_code == 0


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [
        ("prov", "rdflib", "rdf"),
        ("prov-jsonld", "rdflib", "rdf"),
        ("xlsx", "openpyxl", "excel"),
        ("parquet", "pyarrow", "parquet"),
    ],
)
def test_a_format_without_its_library_names_the_extra(
    form: str, module: str, extra: str, printed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: dict[str, Any] = sys.modules
    for name in [one for one in here if one.startswith("hearsay.faces.export.exchange.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [one for one in here if one.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, module, None)
    failed = hearsay(form, printed)
    assert failed.exit_code == 1
    assert f"`hearsay export {form}` needs {module}" in failed.stderr
    assert f"pip install 'hearsay[{extra}]'" in failed.stderr
    assert hearsay("ftm", printed).exit_code == 0
