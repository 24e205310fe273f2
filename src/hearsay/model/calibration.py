"""Calibration: from the signs of a finding to how likely it is right.

A logistic regression (Platt 1999) on the logarithms of how likely the network holds each part and each
link. Right is a finding that shares half of its content's words with an annotator's, and a word of its
source, or neither has one.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LEAST, MOST = 0.01, 0.99
"""No finding is held to be surer or less sure: there is not enough data to say so."""


class Calibration:
    """Weights of the signs, the last one of nothing."""

    def __init__(self, weights: NDArray[np.float64]) -> None:
        self.weights = [float(weight) for weight in weights]

    def of(self, signs: Sequence[float]) -> float:
        """How likely a finding with these signs is right; two decimals, which is more than is known."""
        score = sum(w * x for w, x in zip(self.weights, (*signs, 1.0), strict=True))
        return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-score)))), 2)
