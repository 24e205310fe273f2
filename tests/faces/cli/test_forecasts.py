"""`hearsay forecasts`: from an article to its scores, as one types it."""

import csv
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.forecasts import ByName, StatusName
from hearsay.faces.cli.main import app
from hearsay.faces.cli.options import ScaleName
from hearsay.language.likely import Scale
from hearsay.ledger.entry import Status
from hearsay.ledger.score import By

WORDS = (
    "Prices are likely to rise by May, said Anna Lund.\n\n"
    "There is a 20 percent chance of a strike, said Per Dahl.\n"
)
HEAVY = {"onnxruntime", "numpy", "tokenizers", "trafilatura", "lxml", "jinja2", "urllib3"}


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["forecasts", *arguments], input=b"")


def done(*arguments: str) -> str:
    result = hearsay(*arguments)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("USER", "ann")
    monkeypatch.setenv("COLUMNS", "80")
    Path("one.txt").write_text(WORDS, "utf-8")
    return tmp_path


def test_from_an_article_to_its_scores(folder: Path) -> None:
    kept = done("add", "--published", "2026-03-14", "one.txt").splitlines()
    assert kept[0] == "Kept 2: 1 to 2."
    assert kept[1].startswith("     1  Anna Lund: “Prices are … to rise” (")
    assert [line.rpartition(": ")[2] for line in kept[1:]] == ["kept", "kept"]
    assert (folder / "data/hearsay/forecasts.sqlite").is_file()
    again = done("add", "--published", "2026-03-14", "one.txt").splitlines()
    assert again[0] == "Nothing new. 2 stood in the ledger already: 1 to 2."
    assert again[1].endswith(": passed over, kept before from this very text")
    listed = done("list")
    assert "Anna Lund: “Prices are … to rise”" in listed
    assert "open · due 30 Apr 2026 · 65 to 75 % as people take the words" in listed
    assert "Anna Lund" in hearsay("due", "--on", "2026-04-30").stdout
    assert "Anna Lund" not in hearsay("due", "--on", "2026-04-29").stdout
    assert "Anna Lund" in hearsay("due", "--on", "2026-04-20", "--within", "10").stdout
    assert "1 open without a last day" in hearsay("due", "--on", "2026-04-30").stderr
    told = done("resolve", "1", "true", "--evidence", "Posten", "--on", "2026-04-20")
    assert "true 20 Apr 2026" in told
    done("resolve", "2", "false", "--evidence", "Posten", "--who", "bob")
    shown = done("show", "1")
    assert "added by ann; open" in shown
    assert "resolved by ann; true on 20 Apr 2026; Posten" in shown
    assert "resolved by bob" in done("show", "2")
    scores = done("score", "--svg", "plot.svg")
    assert "2 forecasts scored" in scores
    assert "Brier score 0.065" in scores
    assert "Per Dahl" in scores
    assert ET.parse("plot.svg").getroot().tag.endswith("svg")  # noqa: S314 - our own
    assert "Prices" in done("list", "--status", "true")
    assert "Prices" not in done("list", "--status", "false", "--status", "void")
    assert "strike" in done("list", "--by", "dahl")


def test_a_scale_is_chosen_when_an_article_is_read() -> None:
    done("add", "one.txt", "--scale", "kent", "--only", "f1")
    assert "63 to 87 % by Kent" in done("list")


def test_by_hand() -> None:
    added = done("add", "--words", "the fair fails", "--by", "Ida Moe", "--made", "2026-03-14", "--due", "2026-05-31",
                 "--chance", "0.7", "--condition", "if it rains", "--outlet", "Posten")  # fmt: skip
    assert added.endswith("Ida Moe: “the fair fails” (if it rains): kept\n")
    told = done("list", "--outlet", "post")
    assert "Ida Moe: “the fair fails”" in told
    assert "70 % set by hand" in told
    assert "2. \n" not in done(
        "amend", "1", "--due", "2026-06-30", "--chance", "0.6", "--evidence", "read anew"
    )
    assert "amended by ann; due 30 Jun 2026; chance 60 %; read anew" in done("show", "1")
    assert "void" in done("resolve", "1", "void", "--evidence", "no rain")
    assert "1 void" in done("score")


def test_a_table_goes_out_is_filled_in_and_comes_back() -> None:
    done("add", "--published", "2026-03-14", "one.txt")
    rows = list(csv.DictReader(StringIO(done("list", "--csv"))))
    rows[0] |= {"status": "true", "day": "2026-04-02", "evidence": "Posten"}
    with Path("filled.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert done("add", "--csv", "filled.csv").startswith(
        "Changed 1: 1. 1 stood in the ledger already: 2.\n"
    )
    assert "true on 2 Apr 2026" in done("show", "1")
    assert done("add", "--csv", "filled.csv", "--ledger", "other.sqlite").startswith(
        "Kept 2: 1 to 2."
    )
    assert "true 2 Apr 2026" in done("list", "--ledger", "other.sqlite")
    assert done("score", "--csv").splitlines()[1].startswith("all,,1,1,0.7,1.0,")


@pytest.mark.parametrize(
    ("order", "says"),
    [
        (("list",), "[ledger/none]"),
        (("add", "nowhere.txt"), "[page/missing]"),
        (("add", "--csv", "nowhere.csv"), "[ledger/bad-forecast]"),
        (("list", "--ledger", "one.txt"), "[ledger/damaged]"),
        (("list", "--ledger", "."), "[ledger/damaged]"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(order: tuple[str, ...], says: str) -> None:
    result = hearsay(*order)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"{says}\n")
    assert result.stderr.count("\n") == 1


def test_a_forecast_that_is_not_there() -> None:
    done("add", "one.txt")
    assert hearsay("show", "9").stderr.endswith("[ledger/no-such-forecast]\n")
    assert hearsay("resolve", "9", "true", "--evidence", "x").exit_code == 1


@pytest.mark.parametrize(
    "order",
    [
        ("add",),
        ("add", "one.txt", "--words", "x"),
        ("add", "--words", "x"),
        ("add", "--words", "x", "--by", "y", "--due", "soon"),
        ("add", "--words", "x", "--by", "y", "--chance", "2"),
        ("resolve", "1", "true"),
        ("resolve", "1", "maybe", "--evidence", "x"),
        ("resolve", "1", "true", "--evidence", "x", "--on", "2026-02-30"),
        ("resolve", "1", "true", "--evidence", "x", "--who", " "),
        ("amend", "1"),
    ],
)
def test_what_is_not_understood_changes_nothing(order: tuple[str, ...]) -> None:
    done("add", "one.txt")
    before = done("list", "--csv")
    result = hearsay(*order)
    assert (result.exit_code, result.stdout) == (2, "")
    assert done("list", "--csv") == before


@pytest.mark.parametrize(
    ("status", "on", "says"),
    [
        ("true", "2026-04-30", ""),
        ("true", "2026-05-02", "2 May 2026 is after 30 Apr 2026, its last day"),
        ("true", "2026-03-13", "13 Mar 2026 is before 14 Mar 2026, on which it was made"),
        ("false", "2026-05-02", ""),
        ("false", "2026-04-01", "it has until 30 Apr 2026 to come true"),
        ("void", "2026-04-01", ""),
    ],
)
def test_a_day_that_looks_wrong_is_kept_and_named(status: str, on: str, says: str) -> None:
    done("add", "--published", "2026-03-14", "one.txt")
    result = hearsay("resolve", "1", status, "--evidence", "Posten", "--on", on)
    assert result.exit_code == 0
    assert result.stderr == (f"hearsay: look at the day: {says}\n" if says else "")


def test_nothing_comes_about_on_a_day_to_come() -> None:
    done("add", "one.txt")
    ahead = (datetime.now(UTC) + timedelta(days=9)).date().isoformat()
    result = hearsay("resolve", "1", "true", "--evidence", "x", "--on", ahead)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{ahead} is still to come" in result.stderr
    assert "open" in done("list")


def test_what_was_said_of_one_is_taken_back() -> None:
    done("add", "one.txt")
    done("resolve", "1", "unclear", "--evidence", "x")
    assert "open again since 1 Apr 2026" in done("resolve", "1", "open", "--on", "2026-04-01")
    assert "open again" not in done("list", "--by", "dahl")
    assert "resolved by ann; unclear on" in done("show", "1")


def test_a_picture_is_not_written_over() -> None:
    done("add", "one.txt")
    Path("plot.svg").write_text("mine", "utf-8")
    result = hearsay("score", "--svg", "plot.svg")
    assert result.stderr.endswith("[output/not-written]\n")
    assert Path("plot.svg").read_text("utf-8") == "mine"
    done("score", "--svg", "plot.svg", "--force")
    assert Path("plot.svg").read_text("utf-8").startswith("<svg")


def test_the_names_on_the_command_line_are_those_of_the_rooms() -> None:
    assert [*StatusName] == [*Status]
    assert [*ByName] == [*By]
    assert [*ScaleName] == [*Scale]


def test_what_reads_no_article_loads_nothing_to_read_it_with() -> None:
    done("add", "one.txt")
    orders = [
        ["list"], ["list", "--csv"], ["show", "1"], ["due"], ["score"],
        ["resolve", "1", "true", "--evidence", "x"], ["add", "--words", "x", "--by", "y"],
    ]  # fmt: skip
    script = (
        "import sys\n"
        "from hearsay.faces.cli.main import app\n"
        f"for order in {orders!r}:\n"
        "    try: app(['forecasts', *order])\n"
        "    except SystemExit as ended: assert not ended.code, order\n"
        f"sys.stderr.write(repr(sorted({HEAVY!r} & sys.modules.keys())))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stderr.endswith("[]"), ran.stderr


def test_a_new_version_of_an_article_brings_what_is_new_alone() -> None:
    done("add", "--published", "2026-03-14", "one.txt")
    before = Path("one.txt").read_text("utf-8")
    Path("one.txt").write_text(
        f"{before}\nPer Moss predicted that rents will rise in October.\n", "utf-8"
    )
    told = done("add", "--published", "2026-03-15", "one.txt").splitlines()
    assert told[0] == "Kept 1: 3. 2 stood in the ledger already: 1 to 2."
    assert told[1].endswith("passed over, kept before from another version or copy of the article")
    Path("one.txt").write_text(
        f"{before}\nPer Moss predicted that rents will rise in November.\n", "utf-8"
    )
    told = done("add", "--published", "2026-03-16", "one.txt").splitlines()
    assert told[0] == "Kept 1: 4. 2 stood in the ledger already: 1 to 2."
    assert told[-1].endswith("kept beside 3, which has by when “in October” and not “in November”")


def kept_in_a_record(*files: str) -> None:
    result = CliRunner().invoke(app, ["add", *files, "--published", "2026-03-14"], input=b"")
    assert result.exit_code == 0, result.output


def test_those_of_a_record_are_added_once(folder: Path) -> None:
    Path("copy.txt").write_text(WORDS, "utf-8")
    kept_in_a_record("one.txt", "copy.txt")
    result = hearsay("add", "--record", "own")
    assert result.stdout.startswith("Kept 2: 1 to 2.\n")
    assert result.stderr == (
        "hearsay: 2 forecasts in 1 article; 2 more stand in versions and copies of these, and are counted once\n"
    )
    assert hearsay("add", "--record", "own").stdout.startswith("Nothing new. 2 stood")
    assert done("add", "--published", "2026-03-14", "copy.txt").startswith("Nothing new")
    Path("one.txt").write_text(WORDS + "\nA line was added to it later.\n", "utf-8")
    kept_in_a_record("one.txt")
    own = str(folder / "data/hearsay/record.db")
    assert hearsay("add", "--record", own).stdout.startswith("Nothing new. 2 stood")
    listed = done("list")
    assert listed.count("one.txt") == 2
    assert "added by ann; open" in done("show", "1")
    assert "copy.txt" not in listed


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        (("--actor", "Dahl"), 1),
        (("--about", '"a strike"'), 1),
        (("--about", "strik*"), 1),
        (("--since", "2026-03-15"), 0),
        (("--until", "2026-03-14", "--type", "named person"), 2),
        (("--outlet", "Posten"), 0),
        (("--act", "deny"), 0),
    ],
)
def test_those_of_a_record_that_are_wanted(asked: tuple[str, ...], many: int) -> None:
    kept_in_a_record("one.txt")
    result = hearsay("add", "--record", "own", *asked)
    assert result.exit_code == 0, result.output
    if not many:
        assert result.stdout == "No forecast was found.\n"
        return
    assert done("list").count("\n") == 2 * many, done("list")


@pytest.mark.parametrize(
    ("given", "code", "wrong"),
    [
        (("--record", "own", "one.txt"), 2, "one of them"),
        (("one.txt", "--actor", "Dahl"), 2, "--record"),
        (("--record", "none.db"), 1, "there is no record"),
        (("--record", "one.txt"), 1, "damaged, or no record"),
        (("--record", "own", "--since", "soon"), 2, "--since"),
    ],
)
def test_records_and_days_that_are_none(given: tuple[str, ...], code: int, wrong: str) -> None:
    result = hearsay("add", *given)
    assert result.exit_code == code, result.output
    assert wrong in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_a_forecast_that_the_article_does_not_have_is_named() -> None:
    result = hearsay("add", "one.txt", "--only", "f1", "--only", "f9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no forecast f9; there are f1, f2 [reading/no-such-finding]" in result.stderr


def test_a_number_that_was_set_by_hand_is_called_so_among_scales() -> None:
    done("add", "--words", "Rain in May", "--by", "Me", "--chance", "0.4")
    done("resolve", "1", "true", "--evidence", "the window")
    assert "BY SCALE\n  set by hand\n" in done("score", "--by", "scale")
