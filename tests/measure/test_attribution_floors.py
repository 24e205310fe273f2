"""What the shipped model reaches on the articles of gold/attributions: a change that falls below does not land."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from hearsay.measure.attributions.report import measure_attributions
from hearsay.measure.gold.standoff import INNER, OUTER
from hearsay.measure.read import Pick, inside, outermost, reads
from hearsay.model.model import open_model
from tests.floors import below

GOLD = Path(__file__).parents[2] / "gold" / "attributions"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))


def digest() -> str:
    """The sha256 over names and bytes of the texts and of what is marked in them."""
    made = hashlib.sha256()
    for path in sorted([*GOLD.glob("text/*"), *GOLD.glob("attributions/*"), *GOLD.glob("inner/*")]):
        made.update(path.relative_to(GOLD).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()


@pytest.mark.parametrize(
    ("part", "layer", "pick"), [("outermost", OUTER, outermost), ("inside", INNER, inside)]
)
def test_the_shipped_model_stays_above_its_floors(part: str, layer: str, pick: Pick) -> None:
    assert digest() == FLOORS["digest"], "the articles have changed: measure anew, and say so there"
    measured = measure_attributions(GOLD, reads(pick, open_model()), layer=layer)
    found = {name: measured.figures.by_name[name].f1 for name in FLOORS[part]}
    assert below(found, FLOORS[part]) == {}
