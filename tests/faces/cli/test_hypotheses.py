"""`hearsay hypotheses`: the matrix in the terminal, as CSV and as a page; and what a person sets."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.main import app

ARTICLE = """Mayor leaves before the vote

Why did the mayor leave before the vote? Her office will not say.

The first possibility is that she was ill. She had coughed <b>through</b> the whole of Monday. But she dined at the club that same evening.

The second possibility is a quarrel with the treasurer. That would explain why she took “all of her papers, even the old ones,” Anna Lund said. \
It would also explain why they had been heard “at the top of their voices,” Anna Lund said.
"""


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["hypotheses", "story.txt", *arguments])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("USER", "ann")
    Path("story.txt").write_text(ARTICLE, "utf-8")


def test_the_matrix_is_shown() -> None:
    result = hearsay()
    assert (result.exit_code, result.stderr) == (0, "")
    told = " ".join(result.stdout.split())
    assert "1. H2 “a quarrel with the treasurer” 0 against, 1 for" in told
    assert "2. H1 “she was ill” 1 against, 1 for" in told
    assert "goes back to Anna Lund, and counts once: E3, E4" in told
    assert "without E2: H1 and H2 first" in told
    assert not Path("data").exists()


def test_a_cell_that_is_set_is_kept_shown_and_undone() -> None:
    before = hearsay().stdout
    told = hearsay("--set", "h2", "e1", "inconsistent").stdout
    assert re.search(r"\nSET BY HAND\n  H2 E1: inconsistent, set by ann on \d+ \w{3} \d{4}, ", told)
    kept = json.loads(Path("data/hearsay/overrides.json").read_text("utf-8"))
    assert [(one["mark"], one["who"]) for one in kept["overrides"]] == [("inconsistent", "ann")]
    assert "-*" in hearsay().stdout
    assert hearsay("--unset", "H2", "E1").stdout == before
    again = hearsay("--unset", "H2", "E1")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "has not been set" in again.stderr


def test_another_file_and_another_name() -> None:
    result = hearsay("--set", "H1", "E3", "neutral", "--overrides", "mine.json", "--who", "Bob")
    assert "set by Bob" in result.stdout
    assert Path("mine.json").exists()
    assert not Path("data").exists()
    assert "set by Bob" not in hearsay().stdout


def test_csv_has_a_row_a_cell() -> None:
    hearsay("--set", "H2", "E1", "inconsistent")
    rows = list(csv.DictReader(StringIO(hearsay("--csv").stdout, newline="")))
    assert len(rows) == 8
    cell = next(row for row in rows if (row["explanation"], row["evidence"]) == ("H2", "E1"))
    assert (cell["mark"], cell["given"], cell["set_by"]) == ("inconsistent", "neutral", "ann")
    assert {row["rank"] for row in rows} == {"1"}


def test_the_page_asks_nothing_and_escapes_the_article() -> None:
    result = hearsay("--html", "matrix.html")
    assert (result.exit_code, result.stdout) == (0, "")
    page = Path("matrix.html").read_text("utf-8")
    assert "&lt;b&gt;through&lt;/b&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    again = hearsay("--html", "matrix.html")
    assert again.exit_code == 1
    assert "it is there already" in again.stderr


def test_a_mark_that_is_none_is_refused() -> None:
    result = hearsay("--set", "H1", "E1", "maybe")
    assert result.exit_code == 2
    assert "consistent, inconsistent, neutral" in " ".join(result.stderr.replace("│", " ").split())


def test_an_article_that_weighs_nothing_says_so() -> None:
    Path("story.txt").write_text("Pool shut\n\nThe council closed the pool on Monday.", "utf-8")
    assert hearsay().stdout == "The article weighs no two explanations of one question.\n"
