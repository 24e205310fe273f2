"""Made: what the network made of the words of every unit, and what of a weighing a head upon it takes each for.

The head is a multinomial logistic regression on the mean of the encoder's upper layer over the words of a unit, and on those of the units before and after
it. What it holds likely is seen as signals beside the others, so that the order of the text still decides (decision 0022).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.reader.weighing.units import Unit
from hearsay.text.span import Span

Vectors = NDArray[np.float64]

TAKEN: Final = "BQCFAN"
"""What a head takes a unit for: as the labels of the chain, those of what stands outside a weighing as one."""

STEPS: Final = (0.03, 0.06, 0.12, 0.2, 0.3, 0.45, 0.6, 0.8)
"""Chances of which it is seen how many are reached."""


class Head(msgspec.Struct, frozen=True, dict=True):
    """What was learned: for each number of a mean, how much it speaks for each of `TAKEN`.

    Attributes:
        mean: of all units, from which each is reckoned.
        bias: how much nothing at all speaks for each.
        own: of the unit itself.
        before: of the unit before it.
        after: of the unit after it.
    """

    mean: tuple[float, ...]
    bias: tuple[float, ...]
    own: tuple[tuple[float, ...], ...]
    before: tuple[tuple[float, ...], ...]
    after: tuple[tuple[float, ...], ...]

    @cached_property
    def _tables(self) -> tuple[Vectors, ...]:
        return tuple(
            np.array(one) for one in (self.mean, self.bias, self.own, self.before, self.after)
        )

    def chances(self, made: Vectors) -> Vectors:
        """How likely each unit is each of `TAKEN`, a row a unit.

        Args:
            made: what the network made of each, a row a unit.
        """
        mean, bias, own, before, after = self._tables
        apart = made - mean
        nothing = np.zeros((1, apart.shape[1]))
        scores = bias + apart @ own
        scores += np.concatenate([nothing, apart[:-1]]) @ before
        scores += np.concatenate([apart[1:], nothing]) @ after
        return shares(scores)


def signals(chances: Vectors) -> list[frozenset[str]]:
    """What each unit is taken for, and how surely, by how likely it is each of `TAKEN`."""
    return [frozenset(_signals(row)) for row in chances]


def asking(chances: Vectors, numbers: Sequence[int]) -> dict[int, float]:
    """How likely each sentence asks: as likely as the likeliest of its units.

    Args:
        chances: of the units.
        numbers: of the sentences of each.
    """
    out: dict[int, float] = {}
    for number, row in zip(numbers, chances, strict=True):
        out[number] = max(out.get(number, 0.0), float(row[TAKEN.index("Q")]))
    return out


def shares(scores: Vectors) -> Vectors:
    """The chances of every row of scores."""
    told = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(told / told.sum(1, keepdims=True))


def _signals(row: Vectors) -> Iterator[str]:
    for label, chance in zip(TAKEN, row, strict=True):
        yield f"taken:{label}:{step_of(chance)}"


def step_of(chance: float) -> int:
    """How many of the steps a chance reaches."""
    return sum(chance >= step for step in STEPS)


def made_of(units: Sequence[Unit], words: Sequence[Span], upper: NDArray[np.float32]) -> Vectors:
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
