"""Made: what the encoder made of the words of every unit, and as signals what a small network takes each for.

What `hearsay.reader.weighing.along` holds likely is seen beside the other signals, so that the order of the text still decides (decision 0022).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hearsay.reader.weighing.along import TAKEN, Figures
from hearsay.reader.weighing.units import Unit
from hearsay.text.span import Span

STEPS: Final = (0.03, 0.06, 0.12, 0.2, 0.3, 0.45, 0.6, 0.8)
"""Chances of which it is seen how many are reached."""


def signals(chances: Figures) -> list[frozenset[str]]:
    """What each unit is taken for, and how surely, by how likely it is each of `TAKEN`."""
    return [frozenset(_signals(row)) for row in chances]


def asking(chances: Figures, numbers: Sequence[int]) -> dict[int, float]:
    """How likely each sentence asks: as likely as the likeliest of its units.

    Args:
        chances: of the units.
        numbers: of the sentences of each.
    """
    out: dict[int, float] = {}
    for number, row in zip(numbers, chances, strict=True):
        out[number] = max(out.get(number, 0.0), float(row[TAKEN.index("Q")]))
    return out


def _signals(row: Figures) -> Iterator[str]:
    for label, chance in zip(TAKEN, row, strict=True):
        yield f"taken:{label}:{step_of(chance)}"


def step_of(chance: float) -> int:
    """How many of the steps a chance reaches."""
    return bisect_right(STEPS, chance)


def made_of(units: Sequence[Unit], words: Sequence[Span], upper: NDArray[np.float32]) -> Figures:
    """The mean of what the network made of the words of each unit; nothing where it has none.

    Args:
        units: of an article.
        words: of it, as the network read them, sorted.
        upper: what the upper layer made of each, a row a word.
    """
    starts = [word.start for word in words]
    out = np.zeros((len(units), upper.shape[1]))
    for n, unit in enumerate(units):
        first, stop = (bisect_left(starts, at) for at in (unit.part.span.start, unit.part.span.end))
        if first < stop:
            out[n] = upper[first:stop].mean(axis=0)
    return out
