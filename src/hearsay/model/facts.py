"""Facts: how factual an event is by what one corpus calls so, from -3, it is not so, to 3, it is.

The corpora differ in what they ask: UW asks what the author holds to be so, UDS-IH2 what a reader takes for having happened. The value
that every reading uses (`Word.fact`) is one of all of them. Beside it there is a head for a corpus, two layers on what the encoder made of the
event's word, learned by `scripts/train_facts.py` (decision 0039); it takes no part in a reading.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hearsay.errors import BadWeights
from hearsay.model.network import Layers

MOST = 3.0
"""How far the scale goes to either side."""

PARTS = ("middle", "spread", "first", "first_bias", "second", "second_bias")
"""What stands in a file of heads for each corpus, as CORPUS.PART."""


class Head(NamedTuple):
    """A head: what is taken from its input and what that is divided by; two layers, each with a bias."""

    middle: NDArray[np.float32]
    spread: NDArray[np.float32]
    first: NDArray[np.float32]
    first_bias: NDArray[np.float32]
    second: NDArray[np.float32]
    second_bias: NDArray[np.float32]

    def values(self, seen: NDArray[np.float32]) -> NDArray[np.float32]:
        """The values of some events.

        Args:
            seen: what `seen` gives.
        """
        between = (seen - self.middle) / self.spread @ self.first + self.first_bias
        told = np.maximum(between, 0) @ self.second + self.second_bias
        return np.asarray(MOST * told, dtype=np.float32)


def seen(at: Sequence[int], layers: Layers) -> NDArray[np.float32]:
    """What the two layers made of some words, the upper first: (words, 2 H)."""
    held = list(at)
    return np.concatenate([layers.upper[held], layers.lower[held]], axis=1)


def open_heads(path: Path) -> dict[str, Head]:
    """The heads of a file, by the names of their corpora.

    Raises:
        BadWeights: it holds none.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = sorted({key.partition(".")[0] for key in arrays})
            return {
                name: Head(*(arrays[f"{name}.{part}"].astype(np.float32) for part in PARTS))
                for name in names
            }
    except (KeyError, ValueError, OSError) as error:
        raise BadWeights(
            f"no heads for corpora: {error}", "install hearsay anew", str(path)
        ) from error
