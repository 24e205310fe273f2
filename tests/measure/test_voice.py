"""The measure of the author's own voice: its floors, what it counts, and that the weights are those of the gold."""

import hashlib
import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.voiced import marked
from hearsay.measure.voice import measure_voice
from hearsay.model.model import open_model
from hearsay.reader.voice.weights import weights
from tests.floors import below

COLUMNS = Path(__file__).parents[2] / "gold" / "columns"
TEXT = "The pier\n\nThe pier went on Monday. That is a pity, and nobody should call it wise.\n\nI admire none of it.\n\nAnna Lund said that it was rotten.\n"
GOLD = """published = "2026-05-05"
genre = "opinion"
[headline]
strength = "asserted"
support = "supported"
[[own_voice]]
words = "The pier went on Monday."
kind = "argument"
[[own_voice]]
words = "That is a pity, and nobody should call it wise."
kind = "inference"
"""


def test_the_shipped_weights_stay_above_their_floors() -> None:
    floors = tomllib.loads((COLUMNS / "floors-voice.toml").read_text("utf-8"))
    measured, misses = measure_voice(COLUMNS / "dev", open_model())
    found = {one.name: one.f1 for one in measured.shares} | {"left out": weights().left_out}
    assert below(found, floors) == {}
    assert len(misses) > 0


def test_the_weights_were_learned_from_the_gold_as_it_is() -> None:
    total = hashlib.sha256()
    for path in [*sorted((COLUMNS / "dev").glob("*.toml")), COLUMNS / "more.toml"]:
        total.update(path.read_bytes())
    assert weights().digest == total.hexdigest(), "run scripts/train_voice.py again"


def test_sentences_and_kinds_are_counted(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "dev").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "dev" / "a.toml").write_text(GOLD, "utf-8")
    measured, misses = measure_voice(tmp_path / "dev", open_model())
    counts = {one.name: (one.right, one.found, one.wanted) for one in measured.shares}
    assert counts["own voice"] == (1, 2, 2)
    assert counts["with its kind"] == (0, 2, 2)
    assert counts["judgement"][0] == counts["judgement"][2] == 0
    assert counts["genre"] == (0, 1, 1)
    wrong = {one.what: (one.wanted, bool(one.found)) for one in misses}
    assert wrong == {
        "The pier went on Monday.": ("argument", False),
        "That is a pity, and nobody should call it wise.": ("inference", True),
        "I admire none of it.": ("", True),
        "genre": ("opinion", True),
    }


def test_columns_come_before_reports_with_all_that_is_marked_in_them() -> None:
    every = list(marked(COLUMNS / "more.toml"))
    own = [bool(one.voices) for one in every]
    assert own == sorted(own, reverse=True)
    assert {True, False} == set(own)


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match=r"more\.toml"):
        list(marked(tmp_path / "columns" / "more.toml"))
    copytree(COLUMNS.parent / "acts" / "text", tmp_path / "acts" / "text")
    path = tmp_path / "columns" / "more.toml"
    path.parent.mkdir()
    path.write_text('plain = ["acts/text/none.txt"]\narticle = []\n', "utf-8")
    with pytest.raises(BadGold, match="no article none"):
        list(marked(path))
    path.write_text(
        'plain = []\n[[article]]\ntext = "acts/text/rail_night-guards.txt"\n'
        'own_voice = [{ words = "no such words", kind = "argument" }]\n',
        "utf-8",
    )
    with pytest.raises(BadGold, match="no such words"):
        list(marked(path))
