"""Stances: pairs of headlines and bodies, read from tables, told, counted."""

import json
from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.stances import pairs
from hearsay.measure.stances import f1s, macro, measure_stances
from hearsay.reader.headline.stance import Stance, stances

BODIES = """Body ID,articleBody
3,"The ferry to Lok sank on Monday, the harbour master said.

Nobody was hurt."
7,"Plums are dear this year."
9,"Bakers in Odde want more for their bread."
"""

STANCES = """Headline,Body ID,Stance
Ferry to Lok sinks,3,agree
Minister resigns over tunnel,3,3
Ferry to Lok sinks,7,unrelated
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "train_bodies.csv").write_text(BODIES, "utf-8")
    (tmp_path / "train_stances.csv").write_text(STANCES, "utf-8")
    return tmp_path


def test_a_stance_is_read_by_its_name_and_by_its_number(folder: Path) -> None:
    held = pairs(folder)
    assert [one.stance for one in held.pairs] == [
        Stance.AGREE,
        Stance.UNRELATED,
        Stance.UNRELATED,
    ]
    assert held.bodies[3].sentences[1] == ("nobody", "was", "hurt", ".")


def test_each_fifth_body_is_kept_for_measuring(folder: Path) -> None:
    assert pairs(folder).kept == {3}
    assert {one.number for one in pairs(folder, only_kept=True).pairs} == {3}


def test_what_bodies_make_of_headlines_is_counted(folder: Path) -> None:
    told = measure_stances(folder, stances())
    assert told.counts.sum() == 2
    assert told.counts[3, 3] == 1
    assert json.loads(told.as_json())["unrelated"] == f1s(told.counts)[3]
    assert "2 pairs of 1 bodies" in told.as_text()
    assert 0 < macro(told.counts) <= 1


@pytest.mark.parametrize("broken", ["Headline,Body ID,Stance\nx,3,maybe\n", "Headline\nx\n"])
def test_tables_of_another_form_are_refused(folder: Path, broken: str) -> None:
    (folder / "train_stances.csv").write_text(broken, "utf-8")
    with pytest.raises(BadGold):
        measure_stances(folder, stances())
    with pytest.raises(BadGold):
        measure_stances(folder / "nowhere", stances())
