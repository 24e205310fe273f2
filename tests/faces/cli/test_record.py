"""The record from the command line, as a person uses it: keep, list, look, trace, put right, undo."""

import csv
import io
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.main import app

FIRST = """Toll to rise in May

“The toll on the Ansel bridge will rise in May,” the minister, Anna Lund, said on Monday.

Karl Moss said that the owners of the ferry would not pay it twice.
"""
SECOND = """Lund: toll will rise

“The toll on the Ansel bridge will rise,” Lund said. “Nobody likes it.”
"""


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """A record with two articles."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    record = str(tmp_path / "kept" / "record.db")
    done = hearsay(
        "add", str(tmp_path / "first.txt"), "--record", record, "--published", "2026-03-02"
    )
    assert done.exit_code == 0, done.stderr
    done = hearsay(
        "add", str(tmp_path / "second.txt"), "--record", record, "--published", "2026-03-09"
    )
    assert "kept as 2" in done.stderr
    return record


def test_readings_are_listed(kept: str) -> None:
    printed = hearsay("list", "--record", kept)
    assert printed.stdout.startswith("2 readings of 2 articles from 2 independent sources, ")
    assert printed.stdout.index("9 Mar 2026") < printed.stdout.index("2 Mar 2026")
    rows = list(csv.DictReader(io.StringIO(hearsay("list", "--record", kept, "--csv").stdout)))
    assert [(row["id"], row["day"], row["version"]) for row in rows] == [
        ("2", "2026-03-09", "1"), ("1", "2026-03-02", "1"),
    ]  # fmt: skip


def test_a_reading_is_shown_as_it_is_read(kept: str, tmp_path: Path) -> None:
    read = hearsay("read", str(tmp_path / "first.txt"), "--published", "2026-03-02")
    assert hearsay("show", "1", "--record", kept).stdout == read.stdout
    read = hearsay("read", str(tmp_path / "first.txt"), "--published", "2026-03-02", "--json")
    assert hearsay("show", "1", "--record", kept, "--json").stdout == read.stdout


def test_an_article_that_has_changed_is_a_new_version(kept: str, tmp_path: Path) -> None:
    first = tmp_path / "first.txt"
    again = hearsay("add", str(first), "--record", kept, "--published", "2026-03-02")
    assert "1 has it already" in again.stderr
    first.write_text(FIRST.replace("in May", "in June"), "utf-8")
    changed = hearsay("add", str(first), "--record", kept, "--published", "2026-03-03")
    assert "kept as 3, a new version of 1" in changed.stderr
    assert "version 2" in hearsay("list", str(first), "--record", kept).stdout


def test_readings_that_were_printed_are_kept(tmp_path: Path) -> None:
    story = tmp_path / "first.txt"
    story.write_text(FIRST, "utf-8")
    printed = tmp_path / "printed.jsonl"
    printed.write_text(hearsay("read", str(story), "--json").stdout + "{}\n", "utf-8")
    record = str(tmp_path / "record.db")
    done = hearsay("add", str(printed), str(tmp_path / "none.json"), "--record", record)
    assert done.exit_code == 3
    assert "kept as 1" in done.stderr
    assert "printed.jsonl, line 2" in done.stderr
    assert "none.json" in done.stderr


def test_statements_are_looked_for(kept: str) -> None:
    printed = hearsay("search", '"toll on the ansel bridge"', "--record", kept)
    assert printed.stdout.startswith("2 statements in 2 articles, from 2 independent sources")
    by_moss = hearsay("search", "--actor", "Karl Moss", "--record", kept, "--csv").stdout
    assert [row["ref"] for row in csv.DictReader(io.StringIO(by_moss))] == ["s2"]
    none = hearsay("search", "toll", "--since", "2026-04-01", "--record", kept)
    assert none.stdout == "No statement in the record fits that.\n"
    wrong = hearsay("search", "toll", "--since", "soon", "--record", kept)
    assert wrong.exit_code == 2
    assert "--since" in wrong.stderr


def test_a_quotation_is_traced(kept: str, tmp_path: Path) -> None:
    printed = hearsay(
        "trace", "the toll on the Ansel bridge will rise in May", "--record", kept
    ).stdout
    assert printed.startswith("2 versions in 2 articles")
    assert printed.index("2 Mar 2026") < printed.index("9 Mar 2026")
    assert "· the first\n" in printed
    story = tmp_path / "undated.txt"
    story.write_text("“The toll on the Ansel bridge will rise in June,” said Ida Holm.\n", "utf-8")
    hearsay("add", str(story), "--record", kept)
    undated = hearsay("trace", "the toll on the Ansel bridge will rise in May", "--record", kept)
    assert "· the first of those with a day\n" in undated.stdout
    nothing = hearsay("trace", "the moon is a harsh and distant place", "--record", kept).stdout
    assert nothing == "Not found in the record; that does not make it false.\n"


def test_what_is_wrong_is_put_right_and_back(kept: str) -> None:
    done = hearsay("correct", "1", "s2", "speaker", "Anna Lund", "--by", "Zoe", "--record", kept)
    assert done.exit_code == 0
    assert "hearsay undo 1" in done.stderr
    found = hearsay("search", "ferry", "--record", kept).stdout
    assert "Anna Lund" in found
    assert "put right: speaker" in found
    assert hearsay("undo", "1", "--by", "Bo", "--record", kept).exit_code == 0
    assert "Karl Moss" in hearsay("search", "ferry", "--record", kept).stdout
    told = " ".join(hearsay("judgements", "--record", kept).stdout.split())
    assert "speaker: Anna Lund · undone" in told
    assert "undoes 1" in told
    again = hearsay("undo", "1", "--record", kept)
    assert (again.exit_code, "undone already" in again.stderr) == (1, True)


def test_actors_are_joined(kept: str) -> None:
    done = hearsay("correct", "2", "s1", "speaker", "A. Lund", "--record", kept)
    assert done.exit_code == 0
    joined = hearsay("actors", "--same", "A. Lund", "Anna Lund", "--record", kept)
    assert joined.exit_code == 0, joined.stderr
    assert "also" in hearsay("actors", "lund", "--record", kept).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "9"),
        ("correct", "1", "s99", "act", "refuse"),
        ("undo", "5"),
        ("actors", "--same", "Nobody", "Anna Lund"),
    ],
)
def test_what_is_not_there_is_told(kept: str, arguments: tuple[str, ...]) -> None:
    done = hearsay(*arguments, "--record", kept)
    assert done.exit_code == 1
    assert "[record/not-there]" in done.stderr


def test_a_record_that_is_none_is_told(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear record,\n" * 100, "utf-8")
    done = hearsay("list", "--record", str(letter))
    assert done.exit_code == 1
    assert "[record/bad-record]" in done.stderr
    assert letter.read_text("utf-8").startswith("Dear record,")


def test_an_empty_record_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert "hearsay add FILES" in hearsay("list").stdout


def test_a_mistyped_record_is_no_empty_one(tmp_path: Path) -> None:
    done = hearsay("list", "--record", str(tmp_path / "recrod.db"))
    assert done.exit_code == 1
    assert "there is no record" in done.stderr
    assert not (tmp_path / "recrod.db").exists()


def test_a_surname_finds_its_bearer(kept: str) -> None:
    assert "Karl Moss" in hearsay("search", "--actor", "Moss", "--record", kept).stdout
    assert "No statement" in hearsay("search", "--actor", "oss", "--record", kept).stdout


def test_what_was_put_right_is_shown_with_the_reading(kept: str) -> None:
    hearsay("correct", "1", "s2", "speaker", "Anna Lund", "--by", "Zoe", "--record", kept)
    shown = hearsay("show", "1", "--record", kept).stdout
    assert "PUT RIGHT BY PEOPLE" in shown
    assert "speaker: Anna Lund  Zoe" in shown
    hearsay("undo", "1", "--record", kept)
    assert "PUT RIGHT" not in hearsay("show", "1", "--record", kept).stdout


def test_the_record_is_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert hearsay("list").exit_code == 0
    assert (tmp_path / "hearsay" / "record.db").is_file()


def test_positions_go_over_the_whole_record(tmp_path: Path) -> None:
    record = str(tmp_path / "record.db")
    for day, text in (
        ("2026-03-02", "Anna Lund refused on Monday to close the channel for now.\n"),
        ("2026-03-05", "Anna Lund agreed on Thursday to close the channel.\n"),
    ):
        story = tmp_path / f"{day}.txt"
        story.write_text(text, "utf-8")
        assert hearsay("add", str(story), "--record", record, "--published", day).exit_code == 0
    printed = hearsay("positions", "--record", record)
    assert printed.exit_code == 0
    assert "withdrawn" in printed.stdout
    assert hearsay("positions").exit_code == 2


def test_an_address_that_is_not_there_is_no_empty_record(kept: str) -> None:
    printed = hearsay("list", "https://elsewhere.example/", "--record", kept).stdout
    assert printed == (
        "No reading of https://elsewhere.example/ is in the record: `hearsay list` shows\nall.\n"
    )


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        (("--act", "prommise"), "there is no 'prommise'; one of assert, deny"),
        (("--type", "ghost"), "there is no 'ghost'; one of"),
    ],
)
def test_acts_and_types_that_there_are_not(kept: str, asked: tuple[str, ...], wrong: str) -> None:
    done = hearsay("search", *asked, "--record", kept)
    assert done.exit_code == 2
    assert wrong in " ".join(done.output.split())


def test_acts_and_types_may_be_written_large(kept: str) -> None:
    found = hearsay("search", "--type", "Named Person", "--act", "PREDICT", "--record", kept)
    assert "statement" in found.stdout


def test_a_new_version_is_told_when_it_is_shown(kept: str, tmp_path: Path) -> None:
    changed = FIRST.replace("will rise in May", "may rise in May")
    (tmp_path / "first.txt").write_text(changed, "utf-8")
    given = (str(tmp_path / "first.txt"), "--record", kept, "--published", "2026-03-02")
    assert "kept as 3, a new version of 1" in hearsay("add", *given).stderr
    shown = hearsay("show", "3", "--record", kept).stdout
    assert "VERSION 2 OF THIS ARTICLE" in shown
    assert "since reading 1, of its statements: 1 the same, 1 softened" in shown
    assert "hearsay compare 1 3" in shown
    assert "VERSION" not in hearsay("show", "1", "--record", kept).stdout
    softened = hearsay("compare", "1", "3", "--record", kept).stdout
    assert "SOFTENED" in softened
    assert "plainly → as possible" in softened


def test_a_new_version_is_no_copy_and_its_article_is_counted_once(
    kept: str, tmp_path: Path
) -> None:
    longer = FIRST + "\nIt rained on the quay. Nobody came, and the ferry lay still all day.\n"
    (tmp_path / "first.txt").write_text(longer, "utf-8")
    given = (str(tmp_path / "first.txt"), "--record", kept, "--published", "2026-03-10")
    assert hearsay("add", *given).stderr.endswith("kept as 3, a new version of 1\n")
    listed = hearsay("list", "--record", kept).stdout
    assert listed.startswith("3 readings of 2 articles from 2 independent sources, ")
    assert "a copy of" not in listed
    traced = hearsay("trace", "the owners of the ferry would not pay it twice", "--record", kept)
    assert traced.stdout.startswith("2 versions in 1 article, from 1 independent source\n")
    found = hearsay("search", "owners ferry", "--record", kept).stdout
    assert found.startswith("2 statements in 1 article, from 1 independent source\n")


def add(record: str, folder: Path, **texts: str) -> None:
    """Keep some texts, the first of a day in March, the others of the days after it."""
    for day, (name, text) in enumerate(texts.items(), 2):
        story = folder / f"{name}.txt"
        story.write_text(text, "utf-8")
        done = hearsay("add", str(story), "--record", record, "--published", f"2026-03-{day:02}")
        assert done.exit_code == 0, done.stderr


def test_positions_of_names_that_were_joined_are_those_of_one(tmp_path: Path) -> None:
    record = str(tmp_path / "record.db")
    add(
        record,
        tmp_path,
        one="Anna Lund refused on Monday to close the channel.\n",
        two="Anna Holm promised on Tuesday to close the channel.\n",
    )
    assert "withdrawn" not in hearsay("positions", "--record", record).stdout
    joined = hearsay("actors", "--same", "Anna Lund", "Anna Holm", "--record", record)
    assert joined.exit_code == 0, joined.stderr
    assert "promises · refusal withdrawn" in hearsay("positions", "--record", record).stdout


def test_positions_are_those_that_people_put_right(tmp_path: Path) -> None:
    record = str(tmp_path / "record.db")
    add(record, tmp_path, one="Anna Lund refused on Monday to close the channel.\n")
    asked = ("positions", "--record", record)
    assert hearsay(*asked).stdout.startswith("Anna Lund\n")
    hearsay("correct", "1", "s1", "speaker", "Per Moss", "--record", record)
    assert hearsay(*asked).stdout.startswith("Per Moss\n")
    hearsay("correct", "1", "s1", "wrong", "--record", record)
    assert hearsay(*asked).stdout == "Nobody is bound to anything that was found.\n"


@pytest.mark.parametrize("asked", [("search", "—"), ("trace", ""), ("trace", "…")])
def test_what_has_no_word_is_not_looked_for(kept: str, asked: tuple[str, ...]) -> None:
    done = hearsay(*asked, "--record", kept)
    assert (done.exit_code, "there is no word in" in done.stderr) == (2, True)


def test_the_same_text_read_anew_is_no_copy(kept: str, tmp_path: Path) -> None:
    given = (str(tmp_path / "first.txt"), "--record", kept, "--published", "2026-03-03")
    assert hearsay("add", *given).stderr.endswith("kept as 3, read anew: the text is that of 1\n")


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (("correct", "1", "s2", "speaker"), "no speaker is given"),
        (("correct", "1", "s2", "speaker", " "), "no speaker is given"),
        (("correct", "1", "s2", "act"), "no act is given; one of assert, deny"),
        (("actors", "--same", "Anna Lund", "anna lund"), "one actor already"),
    ],
)
def test_what_says_nothing_is_no_judgement(
    kept: str, arguments: tuple[str, ...], wrong: str
) -> None:
    done = hearsay(*arguments, "--record", kept)
    assert (done.exit_code, wrong in done.stderr) == (1, True), done.stderr
    assert hearsay("judgements", "--record", kept).stdout.startswith("Nobody has judged")


def test_an_act_may_be_put_right_in_capitals(kept: str) -> None:
    assert "the act deny" in hearsay("correct", "1", "s2", "act", "Deny", "--record", kept).stderr
    assert (
        "reported · denies · put right: act" in hearsay("search", "ferry", "--record", kept).stdout
    )


def test_judgements_have_their_moment_in_words(kept: str) -> None:
    hearsay("correct", "1", "s2", "wrong", "--by", "Zoe", "--record", kept)
    told = hearsay("judgements", "--record", kept).stdout
    assert re.search(r"Zoe,\s+\d{1,2} \w{3} \d{4},\s+\d\d:\d\d \+00:00", told), told


def test_what_changed_is_told_in_words(kept: str, tmp_path: Path) -> None:
    add(
        kept,
        tmp_path,
        sure="Anna Lund confirmed that the toll on the bridge is twelve crowns.\n",
        unsure="Anna Lund denied that the toll on the bridge is twelve crowns.\n",
    )
    told = hearsay("compare", "3", "4", "--record", kept).stdout
    assert "confirms → denies" in told
    assert "→ passed on as it is" in " ".join(told.split())
    written = hearsay("compare", "3", "4", "--csv", "--record", kept).stdout
    assert "act: confirm → deny" in written


def test_other_words_are_named_in_the_table_too(kept: str, tmp_path: Path) -> None:
    add(
        kept,
        tmp_path,
        one="Anna Lund promised to publish the accounts of the bridge fund.\n",
        two="Anna Lund said the accounts of the fund for the bridge, which everyone asks to publish, were lost.\n",
    )
    shown = hearsay("compare", "3", "4", "--record", kept).stdout
    written = hearsay("compare", "3", "4", "--csv", "--record", kept).stdout
    assert "other words" in shown
    assert "other words" in written
