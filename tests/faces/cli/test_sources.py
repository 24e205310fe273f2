"""The audit of sources from the command line, and the measures of actors, pronouns and factuality."""

import csv
import io
import json
from pathlib import Path

from typer.testing import CliRunner, Result

from hearsay.faces.cli.main import app

ROOT = Path(__file__).parents[3]
STORY = "The agency Nordpress quoted the minister, Mara Lund, as saying that the dam was safe. “It is dry,” she said.\n"


def hearsay(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=given.encode())


def test_the_audit_is_printed(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    printed = hearsay("sources", str(story))
    assert printed.exit_code == 0
    assert "Mara Lund  named person" in printed.stdout
    assert "  through Nordpress" in printed.stdout


def test_a_title_that_is_the_name_stands_once(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The works will close, its chief executive said on Monday.\n", "utf-8")
    assert hearsay("sources", str(story)).stdout.count("its chief executive") == 1


def test_the_audit_is_a_table(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    rows = list(csv.DictReader(io.StringIO(hearsay("sources", str(story), "--csv").stdout)))
    lund = next(row for row in rows if row["name"] == "Mara Lund")
    assert (lund["title"], lund["type"], lund["statements"]) == ("minister", "named person", "2")


def test_a_missing_file_does_not_stop_the_audit_of_another(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    printed = hearsay("sources", str(tmp_path / "none.txt"), str(story))
    assert printed.exit_code == 3
    assert "Mara Lund" in printed.stdout
    assert "none.txt" in printed.stderr


def test_nobody_speaks(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("It rained.\n", "utf-8")
    assert "No source was found." in hearsay("sources", str(story)).stdout


def test_actors_are_measured() -> None:
    printed = hearsay("measure", "actors", str(ROOT / "gold/actors/dev"), "--json")
    figures = json.loads(printed.stdout)
    assert figures["speaker"]["f"] > 0.75
    assert figures["chain"]["f"] > 0.72
    assert figures["source type"]["f"] > 0.85
    assert figures["title"]["f"] > 0.85


def test_pronouns_are_measured(tmp_path: Path) -> None:
    table = tmp_path / "gap.tsv"
    text = "Ann Lee met Karl Moe after she had sold the boat."
    head = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
    row = f"1\t{text}\tshe\t{text.index('she')}\tAnn Lee\t0\tTRUE\tKarl Moe\t12\tFALSE\t-"
    table.write_text(f"{head}\n{row}\n", "utf-8")
    printed = hearsay("measure", "pronouns", str(table), "--json")
    assert json.loads(printed.stdout)["names meant"]["wanted"] == 1


def test_factuality_is_measured(tmp_path: Path) -> None:
    lines = [
        ("The dam broke .", [2, 3], 3.0),
        ("The dam did not break .", [4, 5], -3.0),
        ("The dam may break .", [3, 4], 0.5),
    ]
    path = tmp_path / "events.jsonl"
    path.write_text(
        "\n".join(
            json.dumps({"text": text, "targets": [{"span1": span, "label": label}]})
            for text, span, label in lines
        ),
        "utf-8",
    )
    near = json.loads(hearsay("measure", "factuality", str(path), "--json").stdout)
    assert near["events"] == 3
    assert near["r"] > 0.9


def test_what_is_no_gold_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "events.jsonl"
    broken.write_text("no json\n", "utf-8")
    for command in ("pronouns", "factuality"):
        printed = hearsay("measure", command, str(tmp_path / "none"))
        assert printed.exit_code == 1
        assert "none" in printed.stderr
    assert "line 1" in hearsay("measure", "factuality", str(broken)).stderr
    empty, bytes_ = tmp_path / "empty", tmp_path / "bytes"
    empty.write_bytes(b"")
    bytes_.write_bytes(b"\xb5\x00\xff")
    for command in ("pronouns", "factuality", "syntax", "mentions"):
        for path in (empty, bytes_):
            printed = hearsay("measure", command, str(path))
            assert (printed.exit_code, printed.stdout) == (1, ""), (command, path.name)
            assert printed.stderr.endswith("[measure/bad-gold]\n"), (command, path.name)
    assert hearsay("measure", "actors", str(tmp_path)).exit_code == 1
