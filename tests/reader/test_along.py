"""A small network that goes along the units of a weighing."""

import numpy as np
import pytest

from hearsay.language.words import words
from hearsay.reader.weighing.along import NEAR, TAKEN, WEIGHT, Along, Way, near, rows_of
from hearsay.reader.weighing.row import row
from hearsay.reader.weighing.units import Opens, Unit, units
from tests.marked import article

Q, C = TAKEN.index("Q"), TAKEN.index("C")
WIDE = 1 + len(Opens) + NEAR
"""Figures of a unit whose vector is one."""


def packed(rows: object) -> bytes:
    return np.array(rows, dtype="<f2").tobytes()


def way(*, asks: float) -> Way:
    """A way that takes up a signal and keeps what it took: its gates are open to the new, or to the old, by what is seen."""
    taking = np.zeros((2, 3))  # of the vector, of the signal
    taking[1] = [0, -asks, asks]  # what is seen is let in and taken
    return Way(packed(taking), packed(np.zeros((1, 3))), packed([0, 8, 0]), packed([0, 0, 0]))


def along() -> Along:
    """It sees the signal "asks", and takes a unit for a question where that was seen before it, for a claim where it is seen after it."""
    signals = packed([[4.0], [0.0]])
    made = packed(np.zeros((WIDE + 1, 1)))
    told = np.zeros((3, len(TAKEN)))
    told[0, Q] = told[1, C] = 9.0
    return Along(("asks",), signals, made, way(asks=16.0), way(asks=16.0), packed(told), 1)


def unit_rows(many: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.zeros((many, WIDE))


def of(text: str) -> list[Unit]:
    one = article(text)
    return units(row(one, words(one.text)))


def test_what_was_told_before_and_what_is_told_after_are_held() -> None:
    seen: list[set[str]] = [set(), set(), {"asks"}, set(), set()]
    chances = along().chances(unit_rows(5), seen)
    assert chances.sum(1) == pytest.approx(1)
    assert (chances[3:, Q] > 0.9).all()
    assert (chances[:2, C] > 0.9).all()
    assert chances[2, Q] == pytest.approx(chances[2, C])


def test_a_signal_that_was_not_learned_says_nothing() -> None:
    with_, without = (along().chances(unit_rows(2), [one, set()]) for one in ({"odd"}, set()))
    assert (with_ == without).all()
    assert with_ == pytest.approx(1 / len(TAKEN))


def test_a_unit_is_as_near_to_others_as_its_vector() -> None:
    cut = of("He left. They stayed.\n\nWhy?")
    told = near(np.array([[3.0, 0.0], [0.0, 3.0], [3.0, 0.0]]), cut) / WEIGHT
    first, second, third = told.round(2).tolist()
    #        the first, the last, nearest before, all before, the next, all after, its paragraph, that before
    assert first == [1, 0, 0, 0, -1, 0, 0, 0]
    assert second == [-1, -1, -1, -1, -1, -1, 0, 0]
    assert third == [1, -1, 1, 0, 0, 0, 1, 0]


def test_it_is_seen_what_a_unit_opens() -> None:
    rows = rows_of(np.zeros((3, 1)), of("He left. They stayed, but she went.")[:3])
    assert rows.shape == (3, WIDE)
    assert rows[:, 1 : 1 + len(Opens)].argmax(1).tolist() == [
        Opens.PARAGRAPH,
        Opens.SENTENCE,
        Opens.PART,
    ]
