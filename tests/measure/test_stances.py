"""Stances: pairs of headlines and bodies, read from tables, told, counted."""

import json
from pathlib import Path

import msgspec
import numpy as np
import pytest

from hearsay.errors import BadGold, BadWeights
from hearsay.measure.gold.stances import pairs
from hearsay.measure.stances import f1s, macro, measure_stances
from hearsay.reader.headline.stance import Stance, Stances, opened

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


def figures(*rows: list[float]) -> bytes:
    return np.array(rows, "<f2").tobytes()


def by_shared_words() -> Stances:
    """Weights of one figure a layer: a body that has no word of a headline is about something else, another agrees."""
    many = 15
    none = [[0.0]] * many
    shared = figures([8.0], *none[1:], [-1.0])
    zone, mixing = figures([0.0]), figures(*[[0.0]] * 9)
    middle = figures([0.0] * many, [1.0] * many)
    told = figures([0.0, 0.0, 0.0], [2.0, 1.0, 0.0])
    return Stances("", {}, (), (), middle, (zone,) * 4, figures(*none, [0.0]), mixing, told, shared, figures([9.0], [0.0]))  # fmt: skip


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
    told = measure_stances(folder, by_shared_words())
    assert told.counts.sum() == 2
    assert told.counts[0, 0] == told.counts[3, 3] == 1
    assert json.loads(told.as_json())["unrelated"] == f1s(told.counts)[3]
    assert "2 pairs of 1 bodies" in told.as_text()
    assert macro(told.counts) == 0.5


@pytest.mark.parametrize("broken", ["Headline,Body ID,Stance\nx,3,maybe\n", "Headline\nx\n"])
def test_tables_of_another_form_are_refused(folder: Path, broken: str) -> None:
    (folder / "train_stances.csv").write_text(broken, "utf-8")
    with pytest.raises(BadGold):
        measure_stances(folder, by_shared_words())
    with pytest.raises(BadGold):
        measure_stances(folder / "nowhere", by_shared_words())


def test_weights_are_read_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "stances.json"
    path.write_bytes(msgspec.json.encode(by_shared_words()))
    assert opened(path) == by_shared_words()
    path.write_bytes(b"{}")
    with pytest.raises(BadWeights):
        opened(path)
