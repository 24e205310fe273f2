"""Labelled findings: the table as it is read, and what is said of one that is broken."""

from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.labelled import COLUMNS, Judgement, labelled
from hearsay.reading.attribution import Act, Certainty, Kind, PassedOn, Polarity
from hearsay.text.span import Span

HEAD = "\t".join(COLUMNS)


def table(folder: Path, *lines: str) -> Path:
    path = folder / "news.tsv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return path


def test_a_finding_and_one_that_attributes_nothing(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "a\t4:8\t9:20;25:30\t0:3\tcomm\twarn\tpos\tunspecified\tplain",
        "a\t40:48\t49:60\t\tnone\t\t\t\t",
    )
    first, second = labelled(path)
    assert first.content == (Span(9, 20), Span(25, 30))
    assert first.told == Judgement(
        Kind.COMM, Act.WARN, Polarity.POS, Certainty.UNSPECIFIED, PassedOn.PLAIN
    )
    assert second.told is None
    assert second.source == ()


@pytest.mark.parametrize(
    "line", ["a\t4:8", "a\tx:8\t9:20\t\tnone\t\t\t\t", "a\t4:8\t9:20\t\tcomm\tsing\tpos\t\t"]
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadGold, match="line 2"):
        list(labelled(table(tmp_path, line)))


def test_a_table_of_other_columns_and_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "other.tsv").write_text("a\tb\n", encoding="utf-8")
    for name in ("other.tsv", "none.tsv"):
        with pytest.raises(BadGold):
            list(labelled(tmp_path / name))
