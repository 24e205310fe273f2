"""Reference: how well one mention is what another means.

The network gives every word two vectors, `refers` and `referred`. The score of a pair is the product of the
first mention's `refers` with the other's `referred`, and a value for how far they stand apart; it is held
against nought, "none of these". Mentions are scored by their head words.

Source: Lee et al. (2017), End-to-end Neural Coreference Resolution (ranking, with nought for none); the vectors
stand for the mentions' heads as in Dobrovolskii (2021), Word-Level Coreference Resolution.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

EDGES = (0, 3, 6, 11, 21, 41, 81, 161)
"""Distances in words at which a new step begins; below the first, the other stands after."""

STEPS = len(EDGES) + 1


def steps(first: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """The step of each distance: 0 where the other word stands after the first."""
    return np.searchsorted(np.array(EDGES), first - other, side="right")


class Reference(NamedTuple):
    """What the network says of reference in a text of W words.

    Attributes:
        refers, referred: (W, C), the vectors of each word.
        apart: (S) the value of each step of distance.
    """

    refers: NDArray[np.float32]
    referred: NDArray[np.float32]
    apart: NDArray[np.float32]

    def scores(self, word: int, others: Sequence[int]) -> list[float]:
        """How well each of some others is what the word means; held against nought, none of those asked about."""
        refers = self.refers[word]
        return [
            float(refers.dot(self.referred[other]) + self.apart[bisect_right(EDGES, word - other)])
            for other in others
        ]
