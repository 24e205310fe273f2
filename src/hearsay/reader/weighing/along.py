"""Along: what each unit of a weighing is, by a small network that goes along all of them, forwards and backwards.

Of each unit it sees what the encoder made of its words, how near that is to the headline and to what stands around it, and the signals that are no words: so what it
holds of a unit rests on all that was told before and is told after, and little on how one hand writes. What it holds likely is seen as signals by the chain
(decision 0022). Learned by scripts/train_weighing.py; using it is products of small matrices.
"""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.reader.weighing.units import Opens, Unit

Figures = NDArray[np.float64]

TAKEN: Final = "BQCFAN"
"""What it takes a unit for: as the labels of the chain, those of what stands outside a weighing as one."""

NEAR: Final = 8
"""Figures of how near a unit is to others."""

WEIGHT: Final = 3.0
"""How much they are spread, to be as large as the others."""

LEAST: Final = 1e-6


class Way(msgspec.Struct, frozen=True):
    """One of the two ways along the units, as the bytes of half-precision figures, row by row.

    Attributes:
        taking: (SEEN, 3 H) what a step takes from what is seen of a unit.
        keeping: (H, 3 H) what it takes from what it holds.
        taken, kept: (3 H,) the same without any.
    """

    taking: bytes
    keeping: bytes
    taken: bytes
    kept: bytes


class Along(msgspec.Struct, frozen=True, dict=True):
    """What was learned, as the bytes of half-precision figures, row by row.

    Attributes:
        names: the signals that it sees.
        signals: (names, S) what each is worth; after them what is there without any.
        made: (E, M) what is taken from the vector of a unit, what it opens and how near it is to others; after them what is there without any.
        forwards, backwards: the two ways.
        told: (2 H, TAKEN) how much what is held speaks for each; after them what is there without any.
        size: how many figures a way holds, H.
    """

    names: tuple[str, ...]
    signals: bytes
    made: bytes
    forwards: Way
    backwards: Way
    told: bytes
    size: int

    def chances(self, rows: Figures, seen: Sequence[Collection[str]]) -> Figures:
        """How likely each unit is each of `TAKEN`, a row a unit.

        Args:
            rows: what the encoder made of each, what it opens and how near it is to others, as `rows_of` has them.
            seen: the signals of each.
        """
        signals, vectors, ways, told = self._tables
        own = np.tanh(rows @ vectors[:-1] + vectors[-1])
        marks = np.zeros((len(rows), len(self.names)))
        for row, has in zip(marks, seen, strict=True):
            row[[self._at[name] for name in has if name in self._at]] = 1.0
        steps = np.hstack([own, np.tanh(marks @ signals[:-1] + signals[-1])])
        held = np.hstack([_went(steps, ways[0]), _went(steps[::-1], ways[1])[::-1]])
        scores = held @ told[:-1] + told[-1]
        shares = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(shares / shares.sum(1, keepdims=True))

    @cached_property
    def _at(self) -> dict[str, int]:
        return {name: n for n, name in enumerate(self.names)}

    @cached_property
    def _tables(self) -> tuple[Figures, Figures, tuple[tuple[Figures, ...], ...], Figures]:
        signals = _figures(self.signals, len(self.names) + 1)
        told = _figures(self.told, 2 * self.size + 1)
        width = 3 * self.size
        ways = tuple(
            (
                _wide(way.taking, width),
                _wide(way.keeping, width),
                _wide(way.taken, width)[0],
                _wide(way.kept, width)[0],
            )
            for way in (self.forwards, self.backwards)
        )
        own = len(ways[0][0]) - signals.shape[1]
        return signals, _wide(self.made, own), ways, told


def rows_of(made: Figures, units: Sequence[Unit]) -> Figures:
    """What the encoder made of each unit, what it opens, and how near it is to others, a row a unit.

    Args:
        made: what the encoder made of each, a row a unit.
        units: of an article.
    """
    opens = np.eye(len(Opens))[[int(unit.opens) for unit in units]]
    return np.hstack([made, opens, near(made, units)])


def near(made: Figures, units: Sequence[Unit]) -> Figures:
    """How near what was made of each unit is to the first, to those beside it, before it, after it, and of its paragraph and the one before.

    It is told from the mean of the article, so that two units are near by what they have in common beside its matter.

    Args:
        made: what the encoder made of each, a row a unit.
        units: of an article.
    """
    apart = made - made.mean(0)
    apart = apart / (np.linalg.norm(apart, axis=1, keepdims=True) + LEAST)
    alike = apart @ apart.T
    many = len(units)
    paragraph = np.array([unit.part.paragraph for unit in units])
    before = np.tri(many, k=-1, dtype=bool)
    out = np.zeros((many, NEAR))
    out[:, 0] = alike[:, 0]
    out[1:, 1] = out[:-1, 4] = np.diagonal(alike, -1)
    out[1:, 2] = np.where(before, alike, -1.0)[1:].max(1)
    here, last = (paragraph[:, None] == paragraph + step for step in (0, 1))
    for column, those in ((3, before), (5, before.T), (6, here), (7, last)):
        out[:, column] = (alike * those).sum(1) / np.maximum(those.sum(1), 1)
    return WEIGHT * out


def _went(steps: Figures, way: tuple[Figures, ...]) -> Figures:
    """What is held after each step."""
    taking, keeping, taken, kept = way
    size = len(keeping)
    given = steps @ taking + taken
    held = np.zeros(size)
    out = np.zeros((len(steps), size))
    for at, now in enumerate(given):
        old = held @ keeping + kept
        gates = 1 / (1 + np.exp(-(now[: 2 * size] + old[: 2 * size])))
        new = np.tanh(now[2 * size :] + gates[:size] * old[2 * size :])
        out[at] = held = new + gates[size:] * (held - new)
    return out


def _figures(packed: bytes, rows: int) -> Figures:
    return np.frombuffer(packed, "<f2").astype(np.float64).reshape(rows, -1)


def _wide(packed: bytes, columns: int) -> Figures:
    return np.frombuffer(packed, "<f2").astype(np.float64).reshape(-1, columns)
