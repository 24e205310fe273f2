"""Along: what each unit of a weighing is, by a small network that goes along all of them, forwards and backwards.

Of each unit it sees what the encoder made of its words, how near that is to the headline and to what stands around it, and the signals that are no words: so what it
holds of a unit rests on all that was told before and is told after, and little on how one hand writes. What it holds likely is seen as signals by the chain
(decision 0022). Learned by scripts/train_weighing.py; using it is products of small matrices.
"""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.products import product
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
        own = np.tanh(product(rows, vectors[:-1]) + vectors[-1])
        marks = np.zeros((len(rows), len(self.names)))
        for row, has in zip(marks, seen, strict=True):
            row[[self._at[name] for name in has if name in self._at]] = 1.0
        steps = np.hstack([own, np.tanh(product(marks, signals[:-1]) + signals[-1])])
        scores = product(_went(steps, ways), told[:-1]) + told[-1]
        shares = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(shares / shares.sum(1, keepdims=True))

    @cached_property
    def _at(self) -> dict[str, int]:
        return {name: n for n, name in enumerate(self.names)}

    @cached_property
    def _tables(self) -> tuple[Figures, Figures, "_Ways", Figures]:
        signals = _figures(self.signals, len(self.names) + 1)
        told = _figures(self.told, 2 * self.size + 1)
        size, both = self.size, (self.forwards, self.backwards)
        ways = _Ways(
            _wide(self.forwards.taking, 3 * size),
            _wide(self.backwards.taking, 3 * size),
            np.stack([_wide(way.taken, 3 * size) for way in both], 1),
            np.stack([_by_gate(_wide(way.keeping, 3 * size)) for way in both]),
            np.stack([_wide(way.kept, size) for way in both]),
        )
        own = len(ways.forwards) - signals.shape[1]
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
    alike = product(apart, apart.T)
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


class _Ways(NamedTuple):
    """Both ways along the units as arrays, to be gone side by side; of three gates each, to forget, to stay, and what is new.

    Attributes:
        forwards, backwards: (SEEN, 3 H) what a step takes from what is seen of a unit.
        taken: (1, 2, 3 H) the same without any.
        keeping: (2, 3, H, H) what it takes from what it holds.
        kept: (2, 3, H) the same without any.
    """

    forwards: Figures
    backwards: Figures
    taken: Figures
    keeping: Figures
    kept: Figures


def _by_gate(keeping: Figures) -> Figures:
    """What a way takes from what it holds, a matrix a gate: small ones, so that no second thread wakes."""
    size = len(keeping)
    return np.ascontiguousarray(keeping.reshape(size, 3, size).swapaxes(0, 1))


def _went(steps: Figures, ways: _Ways) -> Figures:
    """(units, 2 H) what is held after each step of both ways."""
    size = ways.kept.shape[-1]
    seen = (product(steps, ways.forwards), product(steps[::-1], ways.backwards))
    given = (np.stack(seen, 1) + ways.taken).reshape(-1, 2, 3, size)
    held = np.zeros((2, size))
    out = np.empty((len(steps), 2, size))
    for now, after in zip(given, out, strict=True):
        old = (held[:, None, None] @ ways.keeping)[:, :, 0] + ways.kept
        gates = 1 / (1 + np.exp(-(now[:, :2] + old[:, :2])))
        new = np.tanh(now[:, 2] + gates[:, 0] * old[:, 2])
        after[:] = held = new + gates[:, 1] * (held - new)
    return np.hstack([out[:, 0], out[::-1, 1]])


def _figures(packed: bytes, rows: int) -> Figures:
    return np.frombuffer(packed, "<f2").astype(np.float64).reshape(rows, -1)


def _wide(packed: bytes, columns: int) -> Figures:
    return np.frombuffer(packed, "<f2").astype(np.float64).reshape(-1, columns)
