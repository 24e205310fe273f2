"""The learned reader from the command line: reading with and without it, measuring, training's refusals."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.desk import learned
from hearsay.errors import BadWeights
from hearsay.faces.cli.main import app
from hearsay.model.card import CARD, DECODING, NETWORK
from hearsay.model.model import FOLDER

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "gold" / "attributions"
WORDS = "“We will not go,” Ann Lee said on Monday. The mayor believes that prices will fall.\n"
TREES = """\
# text = Lund left.
1	Lund	Lund	PROPN	NNP	_	2	nsubj	_	Entity=(2-person-new-cf1-1-sgl)
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


def hearsay(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), input=b"")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_bytes(WORDS.encode())
    Path("trees.conllu").write_text(TREES, "utf-8")
    return tmp_path


def grounds(*options: str) -> set[str]:
    result = hearsay("read", "one.txt", "--json", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return {one["ground"]["by"].split(":")[0] for one in json.loads(result.stdout)["attributions"]}


def test_it_reads_with_the_model_that_ships_and_by_rule_when_asked() -> None:
    assert "model" in grounds()
    assert grounds("--no-model") == {"rule"}
    assert "model" in grounds("--model", str(FOLDER))
    report = hearsay("read", "one.txt").stdout
    assert "with the learned model hearsay-en-" in report
    assert "quotations alone" in hearsay("read", "one.txt", "--no-model").stdout


def test_both_options_at_once_are_misunderstood() -> None:
    result = hearsay("read", "one.txt", "--no-model", "--model", str(FOLDER))
    assert result.exit_code == 2


def copied(where: Path) -> Path:
    """A copy of the weights that ship."""
    shutil.copytree(FOLDER, where)
    return where


def test_weights_for_other_labels_are_refused_with_both_lists(folder: Path) -> None:
    other = copied(folder / "other")
    card = json.loads((other / CARD).read_text("utf-8"))
    card["labels"]["upos"] = ["NOUN", "VERB"]
    (other / CARD).write_text(json.dumps(card), "utf-8")
    result = hearsay("read", "one.txt", "--model", "other")
    assert result.exit_code == 1
    assert (
        "other labels of upos: the model has NOUN, VERB; this hearsay has ADJ, ADP" in result.stderr
    )
    assert result.stderr.endswith("[model/bad-weights]\n")


@pytest.mark.parametrize("name", [CARD, NETWORK, DECODING])
def test_broken_weights_are_refused_and_named(folder: Path, name: str) -> None:
    other = copied(folder / "other")
    path = other / name
    path.write_bytes(path.read_bytes()[:-7])
    result = hearsay("read", "one.txt", "--model", "other")
    assert result.exit_code == 1
    assert name in result.stderr
    assert result.stderr.endswith("[model/bad-weights]\n")


def test_without_weights_the_rules_read_and_the_reading_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise BadWeights("no model stands there")

    monkeypatch.setattr(learned, "open_model", broken)
    result = hearsay("read", "one.txt", "--json")
    reading = json.loads(result.stdout)
    assert (result.exit_code, reading["reader"]["model"]) == (0, None)
    assert {one["ground"]["by"].split(":")[0] for one in reading["attributions"]} == {"rule"}
    assert any(
        remark.startswith("Read by rule alone") and remark.endswith("install hearsay anew.")
        for remark in reading["remarks"]
    )


def test_attributions_are_measured() -> None:
    result = hearsay("measure", "attributions", "--gold", str(GOLD), "--no-model")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "44 articles" in result.stdout
    assert "the worst errors" in result.stdout
    plain = hearsay("measure", "attributions", "--gold", str(GOLD), "--no-model", "--json")
    assert json.loads(plain.stdout)["figures"]["match"]["f"] > 0.1


def test_the_findings_of_another_reader_are_measured(folder: Path) -> None:
    line = '{"doc": "court-mill", "attributions": [{"content": [[0, 30]], "cue": [[37, 42]]}]}'
    (folder / "found.jsonl").write_text(line + "\n", "utf-8")
    result = hearsay("measure", "attributions", "--gold", str(GOLD), "--pred", "found.jsonl")
    assert result.exit_code == 0
    assert ", 1 found" in result.stdout


@pytest.mark.parametrize(("command", "figure"), [("syntax", "UPOS"), ("mentions", "heads")])
def test_treebanks_are_measured(command: str, figure: str) -> None:
    result = hearsay("measure", command, "trees.conllu")
    assert (result.exit_code, result.stderr) == (0, "")
    assert figure in result.stdout
    assert (
        json.loads(hearsay("measure", command, "trees.conllu", "--json").stdout)["documents"] == 1
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("attributions", "--gold", "nowhere"),
        ("syntax", "nowhere.conllu"),
        ("mentions", "one.txt"),
        ("attributions", "--gold", str(GOLD), "--pred", "nowhere.jsonl"),
    ],
)
def test_gold_that_is_none_is_refused(arguments: tuple[str, ...]) -> None:
    result = hearsay("measure", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("[measure/bad-gold]\n")


def test_a_recipe_that_is_not_there_is_named() -> None:
    pytest.importorskip("torch", reason="training needs torch: pip install 'hearsay[train]'")
    result = hearsay("train", "nowhere.toml", "--data", ".", "--out", "out")
    assert result.exit_code == 1
    assert "nowhere.toml: cannot be read" in result.stderr
    assert result.stderr.endswith("[training/bad-recipe]\n")
