"""`hearsay check`: what is printed of quotations held against a source; and variants and the headline explained."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.main import app

ARTICLE = """Lund: bridge will open in May

“The bridge is safe and will open in May,” Ann Lund said on Monday. “We have no plans to sell the ferry,” she said.

“This was never about the money,” she told reporters, who had heard that “the bridge is safe and will open in May”.
"""
SOURCE = "The bridge is safe and will open in May, if the board agrees. We have no plans to sell the ferry."


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), input=b"")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(ARTICLE, "utf-8")
    Path("spoken.txt").write_text(SOURCE, "utf-8")


def test_each_quotation_has_one_of_three_answers() -> None:
    result = hearsay("check", "story.txt", "--against", "spoken.txt", "--no-model")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (
        "4 quotations held against spoken.txt: 2 differ, 1 is the same, 1 is not found"
        in result.stdout
    )
    assert "CONDITION LOST: “if the board agrees”" in " ".join(result.stdout.split())
    assert "does not say that nobody said them" in result.stdout


def test_an_article_without_quotations_is_told() -> None:
    Path("story.txt").write_text("It rained for three days.\n", "utf-8")
    result = hearsay("check", "story.txt", "--against", "spoken.txt", "--no-model")
    told = "No quotation was found that could be held against spoken.txt.\n"
    assert (result.exit_code, result.stdout) == (0, told)


def test_the_answers_as_json() -> None:
    result = hearsay("check", "story.txt", "--against", "spoken.txt", "--no-model", "--json")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["answer"] for one in told] == ["differs", "same", "not found", "differs"]
    lost = told[0]["differences"][0]
    assert lost == {
        "how": "condition lost", "meaning": True, "marked": False, "source": "if the board agrees", "quotation": None,
    }  # fmt: skip
    for one in told:
        assert one["words"] == ARTICLE[slice(*one["span"])]
        assert one["source"] is None or one["source"] == SOURCE[slice(*one["source_span"])]


@pytest.mark.parametrize("source", ["none.txt", "."])
def test_a_source_that_cannot_be_read_is_an_error(source: str) -> None:
    result = hearsay("check", "story.txt", "--against", source, "--no-model")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"hearsay: {source}: ")


def test_a_variant_and_the_headline_are_explained() -> None:
    variant = hearsay("explain", "story.txt", "v1")
    assert variant.exit_code == 0
    assert "words that are given twice: the same" in variant.stdout
    head = hearsay("explain", "story.txt", "h1")
    assert head.exit_code == 0
    assert "the headline: attributed, supported" in head.stdout
