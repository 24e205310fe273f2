"""Reference: distances in steps, and scores of pairs."""

import numpy as np
import pytest

from hearsay.model.reference import EDGES, STEPS, Reference, steps


@pytest.mark.parametrize(
    ("distance", "step"),
    [(-5, 0), (0, 1), (2, 1), (3, 2), (160, STEPS - 2), (161, STEPS - 1), (9999, STEPS - 1)],
)
def test_a_distance_falls_into_one_step(distance: int, step: int) -> None:
    assert steps(np.array([distance]), np.array([0]))[0] == step
    assert len(EDGES) + 1 == STEPS


def test_a_score_is_product_and_distance() -> None:
    vectors = np.array([[1, 0], [0, 2]], dtype=np.float32)
    apart = np.arange(STEPS, dtype=np.float32)
    found = Reference(vectors, vectors, apart)
    assert found.scores(1, [1]) == pytest.approx([4 + 1])
    assert found.scores(0, [1, 0]) == pytest.approx([0, 1 + 1])  # the other stands after: step 0
