"""The measure of forecasts: what differs costs what it should; and what the shipped model reaches on the columns of development."""

import hashlib
import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from hearsay.measure.forecasts import measure_forecasts
from hearsay.measure.syntax import Parsed
from hearsay.model.model import open_model
from hearsay.reader.foretold.weights import weights
from tests.floors import below

GOLD = Path(__file__).parents[2] / "gold" / "columns"
FLOORS = tomllib.loads((GOLD / "forecasts.floors.toml").read_text("utf-8"))
NAME = "d_late_verdict"
LEFT_OUT = 0.735  # F1 on columns of writers left out, as scripts/train_foretelling.py prints it


def figures(measured: Parsed) -> dict[str, tuple[int, int, int]]:
    return {one.name: (one.right, one.found, one.wanted) for one in measured.shares}


def test_the_shipped_model_stays_above_its_floors() -> None:
    measured, _ = measure_forecasts(GOLD / "dev", open_model())
    found = {one.name: one.f1 for one in measured.shares}
    assert FLOORS.keys() == found.keys()
    assert below(found, FLOORS) == {}


def test_the_weights_were_learned_from_the_gold_as_it_is() -> None:
    total = hashlib.sha256()
    columns = [path for part in ("dev", "ahead") for path in sorted((GOLD / part).glob("*.toml"))]
    for path in [*columns, GOLD / "candidates.csv"]:
        total.update(path.read_bytes())
    assert weights().digest == total.hexdigest(), "run scripts/train_foretelling.py again"
    assert weights().left_out >= LEFT_OUT


@pytest.fixture
def column(tmp_path: Path) -> Path:
    """One annotated column, to be changed."""
    copytree(GOLD / "text", tmp_path / "text")
    (tmp_path / "dev").mkdir()
    told = (GOLD / "dev" / f"{NAME}.toml").read_text("utf-8")
    (tmp_path / "dev" / f"{NAME}.toml").write_text(told, "utf-8")
    return tmp_path / "dev" / f"{NAME}.toml"


def test_a_forecast_that_is_not_wanted_costs_one(column: Path) -> None:
    before, misses = measure_forecasts(column.parent, open_model())
    head, _, rest = column.read_text("utf-8").partition("[[forecast]]")
    one, more, later = rest.partition("[[")
    assert "within two years" in one or more
    column.write_text(head + more + later, "utf-8")
    after, listed = measure_forecasts(column.parent, open_model())
    right, found, wanted = figures(before)["forecasts"]
    assert figures(after)["forecasts"] == (right - 1, found, wanted - 1)
    assert len([miss for miss in listed if miss.what == "forecast"]) == (
        len([miss for miss in misses if miss.what == "forecast"]) + 1
    )


def test_a_day_that_is_wanted_otherwise_costs_one(column: Path) -> None:
    before, _ = measure_forecasts(column.parent, open_model())
    told = column.read_text("utf-8")
    assert 'end = "2027-06-26"' in told
    column.write_text(told.replace('end = "2027-06-26"', 'end = "2027-06-27"', 1), "utf-8")
    after, misses = measure_forecasts(column.parent, open_model())
    right, found, wanted = figures(before)["last day"]
    assert figures(after)["last day"] == (right - 1, found, wanted)
    assert ("2027-06-27", "2027-06-26") in {(miss.wanted, miss.found) for miss in misses}
