"""Heads for what single corpora call factual."""

from pathlib import Path

import numpy as np
import pytest

from hearsay.errors import BadWeights
from hearsay.measure.factuality import near
from hearsay.model.card import FACTS
from hearsay.model.facts import Head, open_heads, seen
from hearsay.model.model import FOLDER, open_model
from hearsay.model.network import Layers
from hearsay.text.span import Span

TWO = Layers(
    np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32),
    np.array([[2.0, 2.0], [-2.0, 4.0]], dtype=np.float32),
)
HEAD = Head(
    middle=np.array([1.0, 0, 0, 0], dtype=np.float32),
    spread=np.array([2.0, 1, 1, 1], dtype=np.float32),
    first=np.eye(4, 2, dtype=np.float32),
    first_bias=np.array([0.0, -3.0], dtype=np.float32),
    second=np.array([[1.0], [0.5]], dtype=np.float32),
    second_bias=np.array([-0.25], dtype=np.float32),
)


def test_the_upper_layer_is_seen_before_the_lower() -> None:
    assert seen([1, 0], TWO).tolist() == [[-2.0, 4.0, 0.0, 1.0], [2.0, 2.0, 1.0, 0.0]]


def test_a_head_is_two_layers_on_a_scale_to_three() -> None:
    told = HEAD.values(seen([0, 1], TWO))[:, 0]
    # (2 - 1) / 2 = 0.5, 2 - 3 < 0: 0.5 - 0.25; below nothing, 4 - 3 = 1: 0.5 - 0.25
    assert told.tolist() == pytest.approx([0.75, 0.75])


def test_a_file_that_holds_no_heads_is_refused(tmp_path: Path) -> None:
    path = tmp_path / FACTS
    np.savez(path, **{"UW.first": np.zeros(2)})  # type: ignore[arg-type]  # arrays alone
    with pytest.raises(BadWeights):
        open_heads(path)


def test_the_shipped_heads_tell_what_is_so_from_what_is_not() -> None:
    model = open_model()
    assert sorted(model.facts) == sorted(model.card.recipe["facts"]["events"])
    assert FACTS in model.card.files
    text = "The dam broke. The dam did not break."
    marks = model.mark(model.tokens(text, [Span(0, len(text))]))
    assert marks.layers is not None
    at = [n for n, word in enumerate(marks.words) if word.span.cut(text) in ("broke", "break")]
    for head in model.facts.values():
        broke, unbroken = head.values(seen(at, marks.layers))[:, 0]
        assert broke > 1
        assert unbroken < 0


def test_a_figure_says_which_head_gave_it() -> None:
    pairs = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 3.0]])
    assert near("UW/dev.jsonl", pairs, "UW").as_text().endswith("; by the head for UW\n")
    assert "head" not in near("UW/dev.jsonl", pairs).as_text()


def test_the_card_states_what_each_head_has_reached() -> None:
    scores = open_model().card.scores
    for corpus in open_heads(FOLDER / FACTS):
        own = scores[f"factuality/{corpus}/dev.jsonl"]
        assert own["r, by the head for it"]["f1"] > own["r"]["f1"] + 0.03 - 1e-9
