"""The figures on the labelled pages stay above their floors, and the pages stay what they were."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from hearsay.measure.page import body, furniture_share, macro, marks, measure_pages

GOLD = Path(__file__).parents[2] / "gold" / "page"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a set, in order."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            total.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


@pytest.mark.parametrize("half", FLOORS)
def test_the_set_is_the_one_that_was_measured(half: str) -> None:
    assert digest_of(GOLD / half) == FLOORS[half]["digest"], "measure again, then set the digest"


@pytest.mark.parametrize("half", FLOORS)
def test_figures_stay_above_their_floors(half: str) -> None:
    floors = FLOORS[half]
    pages = measure_pages(GOLD / half).pages
    assert body(pages).f1 >= floors["body_f1"]
    assert macro(pages) >= floors["macro_f1"]
    assert furniture_share(pages) <= floors["body_called_furniture"]
    assert marks(pages)[1] <= floors["marks_lost"]
