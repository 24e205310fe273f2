"""The measure of times tells what differs, and what the shipped model reaches on the annotated articles holds."""

import tomllib
from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.timeml import documents
from hearsay.measure.timeline import measure_timeline, measure_times
from hearsay.model.model import open_model
from tests.floors import below

COLUMNS = Path(__file__).parents[2] / "gold" / "columns"
DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2016-10-30" functionInDocument="CREATION_TIME">10/30/2016</TIMEX3></DCT>
<TEXT>
Lund &amp; Dahl <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2016-10-28">Friday</TIMEX3>.
They <EVENT eid="e2">meet</EVENT> <TIMEX3 tid="t2" type="DATE" value="2016-11-02">next <EVENT>week</EVENT></TIMEX3> again,
for the <TIMEX3 tid="t3" type="SET" value="P1X">umpteenth</TIMEX3> time.
</TEXT>
</TimeML>
"""


def test_timeml_is_read_without_its_tags(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(DOCUMENT, "utf-8")
    (one,) = documents(tmp_path)
    assert one.made == "2016-10-30"
    assert one.text.startswith("\nLund & Dahl met on Friday.\nThey meet next week again")
    assert [(time.span.cut(one.text), time.value) for time in one.times] == [
        ("Friday", "2016-10-28"),
        ("next week", "2016-11-02"),
        ("umpteenth", "P1X"),
    ]


def test_times_are_counted_by_words_type_and_value(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(DOCUMENT, "utf-8")
    figures, misses = measure_times(tmp_path, open_model())
    counts = {one.name: (one.right, one.found, one.wanted) for one in figures.shares}
    assert counts == {
        "relaxed": (2, 2, 3),
        "strict": (2, 2, 3),
        "type": (2, 2, 3),
        "value": (1, 2, 3),
    }
    assert [(one.what, one.wanted, one.found) for one in misses] == [
        ("next week", "2016-11-02", "2016-W44 (relative, made 2016-10-30)"),
        ("umpteenth", "P1X", ""),
    ]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="no document in TimeML"):
        measure_times(tmp_path, None)
    (tmp_path / "b.tml").write_text("<TimeML></TimeML>", "utf-8")
    with pytest.raises(BadGold, match="no TEXT"):
        measure_times(tmp_path, None)


def test_the_shipped_model_stays_above_its_floors() -> None:
    floors = tomllib.loads((COLUMNS / "floors-timeline.toml").read_text("utf-8"))
    measured, misses = measure_timeline(COLUMNS / "dev", open_model())
    found = {one.name: one.f1 for one in measured.shares}
    assert below(found, floors) == {}
    assert len(misses) > 0


def test_without_a_model_times_are_found_all_the_same() -> None:
    measured, _ = measure_timeline(COLUMNS / "dev", None)
    assert {one.name: one.f1 for one in measured.shares}["times"] > 0.9
