"""Said: how likely a finding is right, once it is seen whether its cue makes an attribution at all.

A logistic regression on what two layers of the encoder made of the words of a cue ("made air quotes" attributes nothing), and a
second that joins it to what the chain and the links hold likely. Learned by `scripts/train_said.py` (decision 0030).
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hearsay.model.calibration import LEAST, MOST
from hearsay.model.network import Layers

WORDS, JOINS = "said", "said_joins"
"""What decoding has learned of it: the weights of the layers with that of nothing last, and of the two odds likewise."""


class Said:
    """Weights of the layers, and of what is joined."""

    def __init__(self, words: NDArray[np.floating], joins: NDArray[np.floating]) -> None:
        """Makes ready.

        Args:
            words: of the lower layer, of the upper, and of nothing.
            joins: of the odds that the chain gives, of those that the cue gives, and of nothing.
        """
        self._words = words.astype(np.float64)
        self._joins = [float(one) for one in joins]

    def doubt(self, cue: Sequence[int], layers: Layers) -> float:
        """Logarithm of the odds that a cue makes no attribution."""
        return float(means(cue, layers) @ self._words[:-1] + self._words[-1])

    def of(self, score: float, cue: Sequence[int], layers: Layers) -> float:
        """How likely a finding is right; two decimals, as in `hearsay.model.calibration`.

        Args:
            score: how likely it was held to be without a look at its cue.
            cue: the places of its words.
            layers: what the encoder made of all words.
        """
        own, cues, bias = self._joins
        told = own * odds(score) + cues * self.doubt(cue, layers) + bias
        return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-told)))), 2)


def means(cue: Sequence[int], layers: Layers) -> NDArray[np.float64]:
    """The mean of each layer over the words of a cue, the lower first."""
    at = list(cue)
    both = np.concatenate([layers.lower[at], layers.upper[at]], axis=1)
    return np.asarray(both.mean(axis=0), dtype=np.float64)


def odds(score: float) -> float:
    """Logarithm of the odds of a score, which is neither 0 nor 1."""
    return math.log(score / (1 - score))
