"""Changed quotations: the figures on the articles of gold/attributions stay above their floors, and are the same each time."""

import tomllib
from pathlib import Path

import pytest

from hearsay.errors import BadGold
from hearsay.fidelity.change import Change
from hearsay.measure.fidelity import Measured, measure_fidelity
from tests.floors import below

GOLD = Path(__file__).parents[2] / "gold" / "attributions"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))["fidelity"]


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure_fidelity(GOLD)


def test_changes_are_named_and_repeats_taken_as_the_same(measured: Measured) -> None:
    found = {one.name: one.f1 for one in measured.figures.shares}
    assert below(found, FLOORS) == {}


def test_every_change_is_made(measured: Measured) -> None:
    wanted = {one.name.strip(): one.wanted for one in measured.figures.shares}
    assert all(wanted[change.value] > 10 for change in Change)
    assert measured.pairs > measured.quotes > 300


def test_the_same_folder_gives_the_same_figures(measured: Measured) -> None:
    assert measure_fidelity(GOLD) == measured


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadGold):
        measure_fidelity(tmp_path)
