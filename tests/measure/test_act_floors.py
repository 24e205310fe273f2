"""What the reader reaches on the annotated acts of gold/acts/dev: a change that falls below does not land."""

import hashlib
import tomllib
from pathlib import Path

from hearsay.measure.acts import measure_acts
from hearsay.model.model import open_model
from tests.floors import below

GOLD = Path(__file__).parents[2] / "gold" / "acts"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))


def digest() -> str:
    """The sha256 over names and bytes of what is annotated."""
    made = hashlib.sha256()
    for path in sorted((GOLD / "dev").glob("*.toml")):
        made.update(path.relative_to(GOLD).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()


def test_the_reader_stays_above_its_floors() -> None:
    assert digest() == FLOORS["digest"], (
        "the annotation has changed: measure anew, and say so there"
    )
    measured = measure_acts(GOLD / "dev", open_model())
    found = {one.name: one.f1 for one in measured.macros}
    found |= {one.name: one.f1 for one in measured.figures.shares}
    assert below(found, FLOORS["dev"]) == {}
