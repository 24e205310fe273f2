"""What the encoder made of the units of a weighing, and what each is taken for."""

from collections.abc import Sequence

import msgspec
import numpy as np
import pytest

from hearsay.language.words import words
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reader.weighing.along import TAKEN
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.doubt import Doubt, Signs
from hearsay.reader.weighing.made import asking, made_of, signals
from hearsay.reader.weighing.posed import posed
from hearsay.reader.weighing.put_up import put_up
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


def test_a_unit_is_made_of_the_mean_of_its_words() -> None:
    one = article("He left. Why?")
    cut_ = words(one.text)
    upper = np.array([[1, 0], [3, 0], [5, 0], [7, 2], [9, 2]], dtype=np.float32)
    made = made_of(units(row(one, cut_)), cut_.spans, upper)
    assert made.tolist() == [[3, 0], [8, 2]]
    assert made_of(units(row(one, cut_)), (), upper[:0]).tolist() == [[0, 0], [0, 0]]


def test_what_a_unit_is_taken_for_is_seen_by_steps() -> None:
    (seen,) = signals(np.array([[0.01, 0.03, 0.1, 0.19, 0.2, 0.47]]))
    assert seen == {"taken:B:0", "taken:Q:1", "taken:C:2", "taken:F:3", "taken:A:4", "taken:N:6"}


def test_a_sentence_asks_as_likely_as_its_likeliest_unit() -> None:
    chances = np.zeros((3, len(TAKEN)))
    chances[:, Q] = [0.7, 0.2, 0.1]
    assert asking(chances, [0, 0, 4]) == {0: 0.7, 4: 0.1}


def asks(text: Text, chances: dict[int, float], answers: Sequence[int]) -> int:
    """Which sentence asks, where those that open with some units are taken for a question as likely as that."""
    taken = np.zeros((len(text.units), len(TAKEN)))
    numbers = [unit.number for unit in text.units]
    for number, chance in chances.items():
        taken[numbers.index(number), Q] = chance
    text.__dict__["taken"] = taken
    return posed(text, answers).number


def test_words_and_the_network_together_tell_which_sentence_before_the_second_answer_asks() -> None:
    one = article(WRITTEN)
    every = row(one, words(one.text))
    learned = [msgspec.structs.replace(weights(), question=q) for q in ({}, {"asking:why": 2.0})]
    network, both = (Text(every, list(asked(every)), one_) for one_ in learned)
    assert asks(network, {2: 0.4, 0: 0.3, 4: 0.8}, [1, 4]) == 2
    assert asks(network, {2: 0.4, 0: 0.3, 4: 0.8}, [1, 2]) == 0  # the second answer asks nothing
    assert asks(both, {2: 0.4, 0: 0.3, 4: 0.8}, [1, 4]) == 0  # “why”
    assert asks(both, {2: 0.9, 0: 0.01}, [1, 4]) == 2  # the network is surer
    assert posed(Text(every, list(asked(every)), weights()), [1, 4]).number == 0


DOUBT = Doubt(-1.0, (0.5, 0.5, 0.5, -3.0, 0.0))


def doubted(monkeypatch: pytest.MonkeyPatch, *, asks: float, weighs: float) -> bool:
    """Whether an article is held to weigh nothing, whose question a network takes for one as likely as that."""
    one = article(WRITTEN)
    every = row(one, words(one.text))
    monkeypatch.setattr(Text, "weighs", lambda _: weighs)
    known = msgspec.structs.replace(weights(), doubt=DOUBT, question={})
    read_ = Text(every, list(asked(every)), known)
    taken = np.full((len(read_.units), len(TAKEN)), 1 / len(TAKEN))
    taken[0, Q] = asks
    read_.__dict__["taken"] = taken
    read_.__dict__["free"] = [{"C": claim, "F": 0.2, "A": 0.1} for claim in (0, 0.9, 0, 0, 0.9)]
    return put_up(read_) is None


def test_where_a_network_read_it_something_must_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not doubted(monkeypatch, asks=0.9, weighs=20.0)
    assert doubted(monkeypatch, asks=0.02, weighs=20.0)
    assert doubted(monkeypatch, asks=0.9, weighs=1.0)


def test_what_speaks_against_an_answer_is_a_sign_of_doubt() -> None:
    likely = [DOUBT.likely(Signs(2.0, 1.0, 2.0, against, 1.0)) for against in (0.4, 0.8)]
    assert likely == [pytest.approx(chance) for chance in (0.57444252, 0.28905050)]


def test_without_a_network_the_other_weights_are_asked() -> None:
    one = article(WRITTEN)
    every = row(one, words(one.text))
    alone = Text(every, list(asked(every)), weights())
    made = np.zeros((len(every[0].words), 384), dtype=np.float32)
    read_ = Text(every, list(asked(every)), weights(), every[0].words, made)
    assert alone.taken is None
    assert read_.taken is not None
    assert (alone.scores != read_.scores).any()


def test_what_is_weighed_is_read_with_the_network_too() -> None:
    one = article(WRITTEN)
    (told,) = read(one, model=open_model()).hypotheses
    assert [cut(candidate.claim, one.text) for candidate in told.candidates] == ["money", "fear"]
