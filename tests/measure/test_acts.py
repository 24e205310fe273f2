"""The measure of acts: an annotation agrees with itself, and a difference costs what it should."""

from pathlib import Path
from shutil import copytree

import pytest

from hearsay.errors import BadGold
from hearsay.measure.acts import Measured, agreement

GOLD = Path(__file__).parents[2] / "gold"
NAME = "bank_final-word"


def figures(measured: Measured) -> dict[str, tuple[int, int, int]]:
    return {one.name: (one.right, one.found, one.wanted) for one in measured.figures.shares}


@pytest.fixture
def halves(tmp_path: Path) -> tuple[Path, Path]:
    """An annotated article, and a copy of it to be changed."""
    out = []
    for side in ("one", "other"):
        half = tmp_path / side / "acts" / "dev"
        half.mkdir(parents=True)
        copytree(GOLD / "attributions", tmp_path / side / "attributions")
        copytree(GOLD / "acts" / "text", tmp_path / side / "acts" / "text")
        told = (GOLD / "acts" / "dev" / f"{NAME}.toml").read_text("utf-8")
        (half / f"{NAME}.toml").write_text(told, "utf-8")
        out.append(half)
    return out[0], out[1]


def test_an_annotation_agrees_with_itself(halves: tuple[Path, Path]) -> None:
    measured = agreement(*halves)
    assert not measured.misses
    assert all(right == found == wanted for right, found, wanted in figures(measured).values())
    assert {one.f1 for one in measured.macros} == {1.0}


@pytest.mark.parametrize(
    ("old", "new", "costs"),
    [
        ('act = "request"', 'act = "urge"', {"act"}),
        ('certainty = "unspecified"', 'certainty = "possible"', {"certainty"}),
        ('\nforce = "request"', '\nforce = "urge"', {"commitment", "with actor", "with actor and to"}),
        ('\nto = "the National Bank of Estmark"', '\nto = "Per Moss"', {"with actor and to"}),
    ],
)  # fmt: skip
def test_a_difference_costs_what_it_is(
    halves: tuple[Path, Path], old: str, new: str, costs: set[str]
) -> None:
    one, other = halves
    before = figures(agreement(one, other))
    path = other / f"{NAME}.toml"
    told = path.read_text("utf-8")
    assert old in told
    path.write_text(told.replace(old, new, 1), "utf-8")
    measured = agreement(one, other)
    after = figures(measured)
    lost = {name for name in before if after[name][0] < before[name][0]}
    assert costs <= lost
    assert not (lost & {"type", "polarity", "qualifiers"})
    assert measured.misses


def test_nothing_in_common_is_an_error(halves: tuple[Path, Path]) -> None:
    one, other = halves
    (other / f"{NAME}.toml").rename(other / "culture_glass-orchard.toml")
    with pytest.raises(BadGold):
        agreement(one, other)
