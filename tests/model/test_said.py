"""Whether a cue makes an attribution at all: what is joined, its laws, and from which labels the shipped weights were learned."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.measure.gold.labelled import labelled
from hearsay.model.card import digest
from hearsay.model.model import open_model
from hearsay.model.network import Layers
from hearsay.model.said import Said, means

LABELS = Path(__file__).parents[2] / "gold" / "acts" / "news.tsv"
LAYERS = Layers(
    np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]], dtype=np.float32),
    np.array([[2.0, 0.0], [0.0, 2.0], [0.0, 0.0]], dtype=np.float32),
)
WORDS = np.array([1.0, -1.0, 0.5, -0.5, 0.25])
"""The first word is doubted, the second is not."""

APART = 87.0
"""What the shipped weights reach, with articles left out, less what chance moves it by."""


def said(own: float = 1.0, cues: float = -1.0) -> Said:
    return Said(WORDS, np.array([own, cues, 0.0]))


def test_the_layers_are_the_mean_over_the_words_of_the_cue() -> None:
    assert means([0, 1], LAYERS).tolist() == [0.5, 0.5, 1.0, 1.0]
    assert said().doubt([0], LAYERS) == pytest.approx(2.25)
    assert said().doubt([1], LAYERS) == pytest.approx(-1.75)


@given(st.floats(0.02, 0.98))
def test_a_doubted_cue_lowers_and_another_does_not_raise_beyond_what_is_known(score: float) -> None:
    doubted, trusted = (said().of(score, [n], LAYERS) for n in (0, 1))
    assert 0.01 <= doubted <= round(score, 2) <= trusted <= 0.99


@given(st.floats(0.02, 0.97), st.integers(0, 2))
def test_what_the_chain_holds_likelier_stays_likelier(score: float, at: int) -> None:
    assert said().of(score, [at], LAYERS) <= said().of(score + 0.01, [at], LAYERS)


def test_the_shipped_weights_were_learned_from_the_labels_that_stand_here() -> None:
    known = open_model().card.recipe["said"]
    assert known["sha256"] == digest(LABELS)
    assert known["told_apart"] >= APART
    every = list(labelled(LABELS))
    assert len(every) == known["findings"]
    assert sum(one.told is None for one in every) == known["false"]
