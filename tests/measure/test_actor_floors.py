"""What the shipped model and the rules reach on gold/actors/dev: a change that falls below does not land."""

import tomllib
from pathlib import Path

from hearsay.measure.actors import measure_actors
from hearsay.model.model import open_model
from tests.floors import below

GOLD = Path(__file__).parents[2] / "gold" / "actors"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))


def test_actors_stay_above_their_floors() -> None:
    measured, _ = measure_actors(GOLD / "dev", open_model())
    found = {share.name: 100 * share.f1 for share in measured.shares}
    assert {*FLOORS} <= {*found}
    assert below(found, FLOORS) == {}
