"""Layers: how likely each role is by a small network that sees a block, and those around it, at once.

Beside the two rounds of `hearsay.page.weights` (decision 0035): a block's signals are added up to a few dozen figures, those
under nought are nothing, and what comes out is held beside the same of its neighbours, of its box and of all the page.
Learned by scripts/train_roles.py; using it is additions and two products of matrices.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.products import product

Figures = NDArray[np.float32]

NEXT = (-1, 1, -2, 2)  # the blocks around one that are looked at one by one
NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)  # those that are looked at together
PARTS = (
    1 + len(NEXT) + 3
)  # what is held beside one another: itself, its neighbours, those near, its box, the page


class Layers(msgspec.Struct, frozen=True):
    """What was learned, each as the bytes of half-precision figures, row by row.

    Attributes:
        size: how many figures a block's signals are added up to.
        signals: (signals, size) of each signal, in the order of the table's rows.
        bias: (size,) what is there without any.
        mixing: (PARTS * size, size) what is made of a block and of what is around it.
        mixed: (size,) the same without any.
        reading: (2 * size, roles) how much a block's figures, then those of it and its surroundings, speak for each role.
        read: (roles,) how much nothing at all does.
    """

    size: int
    signals: bytes
    bias: bytes
    mixing: bytes
    mixed: bytes
    reading: bytes
    read: bytes


class Boxes:
    """The blocks of a page by the element in which they stand; a block that stands in none is alone in its box."""

    def __init__(self, boxes: Sequence[int | None]) -> None:
        held: dict[tuple[int | None, int], int] = {}
        each = [(box, n if box is None else -1) for n, box in enumerate(boxes)]
        self._of = np.array([held.setdefault(box, len(held)) for box in each], np.intp)
        self._sorted = self._of.argsort(kind="stable")
        many = np.bincount(self._of)
        self._starts = many.cumsum() - many
        self.many = many[self._of][:, None]

    def sums(self, rows: NDArray[Any]) -> NDArray[Any]:
        """For each block the sum of the rows of all in its box."""
        return np.add.reduceat(rows[self._sorted], self._starts, axis=0)[self._of]


class Net:
    """The layers as arrays.

    Attributes:
        signals: (signals, size).
        bias: (size,).
    """

    def __init__(self, layers: Layers) -> None:
        size = layers.size
        self.signals = figures(layers.signals, size)
        self.bias = figures(layers.bias, size)[0]
        self._mixing = figures(layers.mixing, size)
        self._mixed = figures(layers.mixed, size)[0]
        roles = len(layers.read) // 2
        self._reading = figures(layers.reading, roles)
        self._read = figures(layers.read, roles)[0]

    def speak(self, added: Figures, boxes: Boxes) -> Figures:
        """(blocks, roles) how much speaks for each role of each block of one page.

        Args:
            added: (blocks, size) the signals of each block added up, with the bias.
            boxes: in which they stand.
        """
        own = np.maximum(added, 0)
        mixed = np.maximum(product(beside(own, boxes), self._mixing) + self._mixed, 0)
        read: Figures = product(np.concatenate((own, mixed), 1), self._reading) + self._read
        return read


def figures(data: bytes, width: int) -> Figures:
    """Figures out of their bytes, so many in a row."""
    return np.frombuffer(data, "<f2").reshape(-1, width).astype(np.float32)


def packed(found: NDArray[np.floating]) -> bytes:
    """The bytes of figures, in half precision."""
    return found.astype("<f2").tobytes()


def beside(own: Figures, boxes: Boxes) -> Figures:
    """(blocks, PARTS * size) what a block is, what its neighbours are, and the means of those near, of its box and of the page."""
    count, size = own.shape
    far = max(NEAR)
    padded = np.zeros((count + 2 * far, size), np.float32)
    padded[far : far + count] = own
    near = {by: padded[far + by : far + by + count] for by in NEAR}
    out = np.empty((count, PARTS * size), np.float32)
    parts = out.reshape(count, PARTS, size).swapaxes(0, 1)
    parts[0] = own
    for part, by in enumerate(NEXT, 1):
        parts[part] = near[by]
    around = near[NEAR[0]] + near[NEAR[1]]
    for by in NEAR[2:]:
        around += near[by]
    np.divide(around, np.float32(len(NEAR)), parts[-3])
    np.divide(boxes.sums(own), boxes.many, parts[-2], dtype=np.float32)
    parts[-1] = own.mean(0)
    return out
