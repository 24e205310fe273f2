"""What stands inside contents: the words that are given again, and the head for it beside reading again."""

import numpy as np
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model.card import INNER
from hearsay.model.model import FOLDER, Model, open_model
from hearsay.model.network import APART, FAR
from hearsay.model.tokens import again
from hearsay.text.span import Span, found, lines

TEXT = (
    "The agency quoted the minister as saying that the president believes “the war is over”.\n\n"
    "“I told them that we had warned the council,” said Lund. He denied that Aas knew of it.\n"
)


@pytest.fixture(name="model", scope="module")
def _model() -> Model:
    return open_model()


def test_words_that_are_given_again_are_a_text_of_their_own(model: Model) -> None:
    cut = model.tokens(TEXT, lines(TEXT))
    inner = found(TEXT, "I told them that we had warned the council,")
    other = found(TEXT, "that Aas knew of it")
    assert inner is not None
    assert other is not None
    made, at = again(TEXT, cut, [inner, other])
    read = model.tokens(TEXT, [inner, other])
    assert made.spans == read.spans
    assert (made.pieces, made.shapes, made.quoted, made.broke) == (
        read.pieces, read.shapes, read.quoted, read.broke,
    )  # fmt: skip
    assert [cut.spans[place] for place in at] == [*made.spans]
    assert sum(made.broke) == 2


@given(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True).map(sorted))
@settings(max_examples=50, deadline=None)
def test_words_that_are_given_again_stand_in_the_paragraphs(edges: list[int]) -> None:
    model = open_model()
    cut = model.tokens(TEXT, lines(TEXT))
    inner = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    made, at = again(TEXT, cut, inner)
    assert list(at) == [
        n for n, word in enumerate(cut.spans) if any(span.holds(word) for span in inner)
    ]
    assert len(made) == len(made.quoted) == len(made.broke) == len(made.sentence)


def test_the_head_finds_what_stands_inside_and_crosses_no_content(model: Model) -> None:
    cut = model.tokens(TEXT, lines(TEXT))
    layers = model.mark(cut).layers
    assert layers is not None
    assert layers.lower.shape[0] == layers.upper.shape[0] == len(cut)
    contents = [
        span
        for words in ("that the president believes “the war is over”", "we had warned the council")
        if (span := found(TEXT, words)) is not None
    ]
    made, at = again(TEXT, cut, contents)
    owners = [next(n for n, one in enumerate(contents) if one.holds(w)) for w in made.spans]
    inside = model.inside(made, at, layers, owners)
    assert inside
    for one in inside:
        parts = (*one.source, *one.cue, *one.content)
        assert any(all(content.holds(part) for part in parts) for content in contents)


def test_a_word_of_another_content_leaves_nothing_and_costs_no_more() -> None:
    """What is added to the attention here gives the scores, to the last bit, of what the file of weights has."""
    written = (FOLDER / INNER).read_bytes()
    assert written.count(FAR) == 1
    own, other = (
        onnxruntime.InferenceSession(weights, providers=["CPUExecutionProvider"])
        for weights in (written, written.replace(FAR, APART))
    )
    rows = np.random.default_rng(7).normal(size=(2, 1, 60, 384)).astype(np.float32)
    given_ = {
        "lower": rows[0],
        "upper": rows[1],
        "quoted": np.zeros((1, 60), dtype=np.int64),
        "broke": np.zeros((1, 60), dtype=np.int64),
        "owner": np.arange(60, dtype=np.int64)[None] // 20,
    }
    names = ("tags", "links")
    for one, same in zip(own.run(names, given_), other.run(names, given_), strict=True):
        assert np.array_equal(one, same)
    alone = own.run(names, {**given_, "owner": np.zeros((1, 60), dtype=np.int64)})
    assert not np.array_equal(alone[0], own.run(names, given_)[0])
