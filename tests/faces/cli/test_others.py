"""`hearsay explain`, `schema`, `measure`, and what is the same for all commands."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.exits import CODES
from hearsay.faces.cli.main import app
from hearsay.version import __version__

ROOT = Path(__file__).parents[3]
WORDS = "“We will not go,” Ann Lee said on Monday. “Not now.”\n"


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), input=b"")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_bytes(WORDS.encode())
    return tmp_path


def test_a_finding_is_explained_by_its_words_and_its_rule() -> None:
    result = hearsay("explain", "one.txt", "s1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "We will not go" in result.stdout
    assert "Ann Lee" in result.stdout


@pytest.mark.parametrize("finding", ["s99", "x", "s", "0"])
def test_a_finding_that_is_not_there_is_an_error(finding: str) -> None:
    result = hearsay("explain", "one.txt", finding)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        f"hearsay: one.txt: there is no finding '{finding}'; there are "
    )
    assert result.stderr.endswith("[reading/no-such-finding]\n")


def test_a_file_that_is_not_there_cannot_be_explained() -> None:
    result = hearsay("explain", "nowhere.txt", "s1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("[page/missing]\n")


def test_the_schema_is_one_and_readings_keep_to_it() -> None:
    result = hearsay("schema")
    assert result.exit_code == 0
    described = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(described)
    reading = json.loads(hearsay("read", "--json", "one.txt").stdout)
    jsonschema.Draft202012Validator(described).validate(reading)


def test_labelled_pages_are_measured() -> None:
    labelled = next(iter(sorted((ROOT / "gold/page/dev/pages").glob("*.html"))))
    Path("set/pages").mkdir(parents=True)
    Path("set/pages/one.html").write_bytes(labelled.read_bytes())
    folder = "set"
    as_text, as_json = (
        hearsay("measure", "page", folder),
        hearsay("measure", "page", folder, "--json"),
    )
    assert (as_text.exit_code, as_json.exit_code) == (0, 0)
    assert "macro" in as_text.stdout
    assert isinstance(json.loads(as_json.stdout), dict)


def test_a_folder_that_is_not_there_cannot_be_measured() -> None:
    result = hearsay("measure", "page", "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("hearsay: ")
    assert result.stderr.count("\n") == 1


def test_the_version_is_said() -> None:
    assert hearsay("--version").stdout == f"hearsay {__version__}\n"


@pytest.mark.parametrize(
    "command", [(), ("read",), ("explain",), ("schema",), ("measure",), ("measure", "page")]
)
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    for flag in ("-h", "--help"):
        result = hearsay(*command, flag)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "Usage: " in result.stdout


def test_the_exit_codes_are_documented_where_people_look() -> None:
    page = (ROOT / "docs/cli.md").read_text("utf-8")
    told = " ".join(hearsay("--help").stdout.split())
    for code, meaning in CODES.items():
        assert f"| {code} | {meaning}" in page
        assert f"{code} {meaning}" in told
