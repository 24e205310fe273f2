"""Trees, held against every tree there is."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model.tree import tree


def is_tree(heads: list[int]) -> bool:
    """Whether the heads (-1 for the root) make one tree with one root."""
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen, at = set(), word
        while at != -1:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return True


@given(st.integers(0, 10_000), st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_it_is_the_best_of_all_trees(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 1, (words, words + 1)).astype(np.float32)

    def worth(heads: tuple[int, ...]) -> float:
        return float(sum(scores[n, head + 1] for n, head in enumerate(heads)))

    every = [h for h in product(range(-1, words), repeat=words) if is_tree(list(h))]
    found = tuple(tree(scores).tolist())
    assert is_tree(list(found))
    tried = sorted(range(words), key=lambda n: -scores[n, 0])[:3]
    reach = [h for h in every if h.index(-1) in tried]
    assert worth(found) >= max(map(worth, reach)) - 1e-5


@given(st.integers(0, 10_000), st.integers(6, 60))
@settings(max_examples=30, deadline=None)
def test_a_long_sentence_is_one_tree_too(seed: int, words: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(0, 1, (words, words + 1)).astype(np.float32)
    assert is_tree(tree(scores).tolist())
