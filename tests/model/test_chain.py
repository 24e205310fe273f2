"""The chain of tags, held against sums and maxima over every chain there is."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model.chain import ALLOWED, Chain, Likely, best, broken, chain, spans
from hearsay.model.labels import TAGS

FEW = [TAGS.index(tag) for tag in ("O", "B-cue", "E-cue", "S-cue", "S-source")]


def drawn(seed: int, words: int) -> tuple[np.ndarray, Chain]:
    """Scores of some words, in which few tags are in reach, and a chain."""
    draw = np.random.default_rng(seed)
    scores = np.full((words, len(TAGS)), -50.0, dtype=np.float32)
    scores[:, FEW] = draw.normal(0, 2, (words, len(FEW)))
    size = len(TAGS)
    steps, first, last = (
        draw.normal(0, 1, shape).astype(np.float32) for shape in ((size, size), size, size)
    )
    return scores, chain(steps, first, last)


def worth(tags: tuple[int, ...], scores: np.ndarray, given_: Chain) -> float:
    steps = sum(given_.steps[a, b] for a, b in pairwise(tags))
    own = sum(scores[n, tag] for n, tag in enumerate(tags))
    return float(given_.first[tags[0]] + steps + own + given_.last[tags[-1]])


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_the_best_chain_is_the_best_of_all(seed: int, words: int) -> None:
    scores, given_ = drawn(seed, words)
    every = max(product(FEW, repeat=words), key=lambda tags: worth(tags, scores, given_))
    assert tuple(best(scores, given_)) == every


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_a_span_is_as_likely_as_the_chains_that_have_it(seed: int) -> None:
    scores, given_ = drawn(seed, 4)
    chains = {tags: np.exp(worth(tags, scores, given_)) for tags in product(FEW, repeat=4)}
    total = sum(chains.values())
    b, e = TAGS.index("B-cue"), TAGS.index("E-cue")
    having = sum(value for tags, value in chains.items() if tags[1:3] == (b, e))
    likely = Likely(scores, given_)
    assert likely.span("cue", 1, 3) == pytest.approx(having / total, abs=1e-4)
    assert likely.words().sum(1) == pytest.approx(np.ones(4), abs=1e-3)


def test_a_long_and_unlikely_chain_is_summed_to_one() -> None:
    scores, given_ = drawn(7, 300)
    scores[::3] *= 20
    assert Likely(scores, given_).words().sum(1) == pytest.approx(np.ones(300), abs=1e-6)


@given(st.lists(st.integers(0, len(TAGS) - 1), max_size=12))
def test_spans_are_apart_and_lie_in_the_text(tags: list[int]) -> None:
    found = spans(tags)
    assert all(one.stop <= other.start for (_, one), (_, other) in pairwise(found))
    assert all(0 <= words.start < words.stop <= len(tags) for _, words in found)


def test_what_bies_forbids_is_forbidden() -> None:
    at = TAGS.index
    assert ALLOWED[at("B-cue"), at("E-cue")]
    assert not ALLOWED[at("B-cue"), at("O")]
    assert not ALLOWED[at("B-cue"), at("E-source")]
    assert not ALLOWED[at("O"), at("I-content")]


def test_no_span_goes_over_a_line_break() -> None:
    draw = np.random.default_rng(0)
    scores = draw.normal(0, 0.1, (6, len(TAGS))).astype(np.float32)
    scores[:, TAGS.index("I-content")] += 3
    scores[0, TAGS.index("B-content")] += 9
    scores[5, TAGS.index("E-content")] += 9
    size = len(TAGS)
    none = np.zeros(size, dtype=np.float32)
    plain = chain(np.zeros((size, size), dtype=np.float32), none, none)
    whole = [("content", range(6))]
    assert spans(best(scores, plain)) == whole
    parts = spans(best(broken(scores, [1, 0, 0, 1, 0, 0]), plain))
    assert parts != whole
    assert all(words.stop <= 3 or words.start >= 3 for _, words in parts)
