"""What the network made of the units of a weighing, and what a head takes each for."""

import numpy as np
import pytest

from hearsay.language.words import words
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.made import TAKEN, Head, asking, made_of, signals
from hearsay.reader.weighing.posed import sensed
from hearsay.reader.weighing.row import row
from hearsay.reader.weighing.text import Text
from hearsay.reader.weighing.units import units
from hearsay.reader.weighing.weights import weights
from hearsay.text.span import cut
from tests.marked import article

Q = TAKEN.index("Q")
WRITTEN = (
    "Why did he go?\n\nSome say money. He had debts. But he had paid them.\n\nOthers say fear."
)


def head(**tables: list[list[float]]) -> Head:
    none = [[0.0] * len(TAKEN)] * 2
    own, before, after = (tables.get(name, none) for name in ("own", "before", "after"))
    rows = [tuple(map(tuple, one)) for one in (own, before, after)]
    return Head((1.0, 0.0), (0.0,) * len(TAKEN), rows[0], rows[1], rows[2])


def to(label: str) -> list[list[float]]:
    return [[2.0 * (one == label) for one in TAKEN], [0.0] * len(TAKEN)]


def test_a_unit_is_made_of_the_mean_of_its_words() -> None:
    one = article("He left. Why?")
    cut_ = words(one.text)
    upper = np.array([[1, 0], [3, 0], [5, 0], [7, 2], [9, 2]], dtype=np.float32)
    made = made_of(units(row(one, cut_)), cut_.spans, upper)
    assert made.tolist() == [[3, 0], [8, 2]]
    assert made_of(units(row(one, cut_)), (), upper[:0]).tolist() == [[0, 0], [0, 0]]


@pytest.mark.parametrize(("where", "row_"), [("own", 1), ("before", 2), ("after", 0)])
def test_a_unit_is_taken_by_itself_and_by_those_beside_it(where: str, row_: int) -> None:
    made = np.array([[1.0, 0], [4.0, 0], [1.0, 0]])  # the second alone is not like the mean
    chances = head(**{where: to("Q")}).chances(made)
    assert chances.sum(1).tolist() == pytest.approx([1, 1, 1])
    assert chances[:, Q].argmax() == row_
    assert chances[row_, Q] > 0.9


def test_what_a_unit_is_taken_for_is_seen_by_steps() -> None:
    (seen,) = signals(np.array([[0.01, 0.03, 0.1, 0.19, 0.2, 0.47]]))
    assert seen == {"taken:B:0", "taken:Q:1", "taken:C:2", "taken:F:3", "taken:A:4", "taken:N:6"}


def test_a_sentence_asks_as_likely_as_its_likeliest_unit() -> None:
    chances = np.zeros((3, len(TAKEN)))
    chances[:, Q] = [0.7, 0.2, 0.1]
    assert asking(chances, [0, 0, 4]) == {0: 0.7, 4: 0.1}


def test_of_sentences_that_may_ask_it_is_seen_which_is_likeliest() -> None:
    first, second = sensed([frozenset({"asks"}), frozenset()], {0: 0.05, 1: 0.13})
    assert first == {"asks", "sensed:1", "sensed place:1"}
    assert second == {"sensed:1", "sensed:2", "sensed:3", "sensed place:0"}


def test_without_a_network_the_other_weights_are_asked() -> None:
    one = article(WRITTEN)
    every = row(one, words(one.text))
    alone = Text(every, list(asked(every)), weights())
    made = np.zeros((len(every[0].words), len(weights().head.mean)), dtype=np.float32)
    read_ = Text(every, list(asked(every)), weights(), every[0].words, made)
    assert alone.taken is None
    assert read_.taken is not None
    assert alone.scores != read_.scores


def test_what_is_weighed_is_read_with_the_network_too() -> None:
    one = article(WRITTEN)
    (told,) = read(one, model=open_model()).hypotheses
    assert [cut(candidate.claim, one.text) for candidate in told.candidates] == ["money", "fear"]
