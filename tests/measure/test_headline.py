"""The measure of headlines: its floors, and what it counts."""

import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from hearsay.errors import BadGold
from hearsay.measure.gold.headlines import headlines
from hearsay.measure.headline import measure_headlines
from hearsay.model.model import open_model
from tests.floors import below

GOLD = Path(__file__).parents[2] / "gold"
DEV = (GOLD / "headlines" / "dev", GOLD / "columns" / "dev")
FLOORS = tomllib.loads((GOLD / "headlines" / "floors.toml").read_text("utf-8"))


def test_headlines_stay_above_their_floors() -> None:
    measured = measure_headlines(DEV, open_model())
    by_name = {one.name: one for one in measured.figures.shares}
    over = by_name["overstated"]
    found = {
        "strength": by_name["strength"].f1,
        "support": by_name["support"].f1,
        "precision": over.right / over.found,
        "recall": over.right / over.wanted,
    }
    assert below(found, FLOORS) == {}


def test_every_annotated_headline_is_read() -> None:
    every = [one for folder in DEV for one in headlines(folder)]
    assert len(every) == 911
    assert all(one.text.partition("\n")[0] for one in every)


def test_a_quote_that_the_article_has_not_is_an_error(tmp_path: Path) -> None:
    copytree(GOLD / "attributions", tmp_path / "attributions")
    half = tmp_path / "headlines" / "dev"
    half.mkdir(parents=True)
    (half / "health-flu.toml").write_text(
        'article = "attributions/health-flu"\n[[headline]]\nwords = ""\nstrength = "asserted"\nsupport = "supported"\n'
        'evidence = ["no such words"]\n',
        "utf-8",
    )
    with pytest.raises(BadGold, match="no such words"):
        list(headlines(half))


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadGold):
        list(headlines(tmp_path))
