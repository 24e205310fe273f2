"""`hearsay read --html`, as a person types it."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.main import app

WORDS = "“We will not go,” Ann Lee said on Monday. “Not now.”\n"


def plain(page: str) -> str:
    """The words of a page without its elements, which links to findings cut."""
    return re.sub(r"<[^>]+>", "", page)


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), input=b"")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.txt", "inner/one.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(WORDS.encode())
    return tmp_path


def test_a_page_is_written_and_nothing_else_is_said() -> None:
    result = hearsay("read", "one.txt", "--html", "one.html")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "hearsay: wrote one.html\n")
    assert "We will not go" in plain(Path("one.html").read_text("utf-8"))


def test_a_page_can_go_to_standard_output() -> None:
    result = hearsay("read", "one.txt", "--html", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("<!")


def test_a_page_is_written_beside_what_is_asked_for() -> None:
    result = hearsay("read", "one.txt", "--html", "one.html", "--json", "--quiet")
    assert (result.exit_code, result.stdout[0], result.stderr) == (0, "{", "")
    assert Path("one.html").exists()


@pytest.mark.parametrize("folder_name", ["pages/", "pages/new/"])
def test_several_articles_go_into_a_folder_each_under_a_name_of_its_own(folder_name: str) -> None:
    result = hearsay("read", "one.txt", "two.txt", "inner/one.txt", "--html", folder_name)
    assert result.exit_code == 0
    names = sorted(path.name for path in Path(folder_name).iterdir())
    assert names == ["one-2.html", "one.html", "two.html"]


def test_a_folder_that_is_there_needs_no_stroke() -> None:
    Path("pages").mkdir()
    assert hearsay("read", "one.txt", "--html", "pages").exit_code == 0
    assert Path("pages/one.html").exists()


def test_a_page_is_never_written_over_unless_forced() -> None:
    Path("one.html").write_text("mine")
    result = hearsay("read", "one.txt", "--html", "one.html")
    assert result.exit_code == 1
    assert result.stderr.endswith("[output/not-written]\n")
    assert Path("one.html").read_text() == "mine"
    assert hearsay("read", "one.txt", "--html", "one.html", "--force").exit_code == 0
    assert "We will not go" in plain(Path("one.html").read_text("utf-8"))


def test_one_page_that_is_there_already_does_not_stop_the_others() -> None:
    Path("pages").mkdir()
    Path("pages/one.html").write_text("mine")
    result = hearsay("read", "one.txt", "two.txt", "--html", "pages/")
    assert result.exit_code == 3
    assert Path("pages/one.html").read_text() == "mine"
    assert Path("pages/two.html").exists()
