"""Layers: how likely each role is by a small network that sees a block, and those around it, at once.

Beside the two rounds of `hearsay.page.weights` (decision 0035): a block's signals are added up to a few dozen figures, those
under nought are nothing, and what comes out is held beside the same of its neighbours, of its box and of all the page.
Learned by scripts/train_roles.py; using it is additions and two products of matrices.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float32]

NEXT = (-1, 1, -2, 2)  # the blocks around one that are looked at one by one
NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)  # those that are looked at together
PARTS = (
    1 + len(NEXT) + 3
)  # what is held beside one another: itself, its neighbours, those near, its box, the page


SMALL = 2**18  # multiplications up to which a product is made by one thread


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

    def speak(self, added: Figures, boxes: Sequence[int | None]) -> Figures:
        """(blocks, roles) how much speaks for each role of each block of one page.

        Args:
            added: (blocks, size) the signals of each block added up, with the bias.
            boxes: the same for blocks that stand in the same element; None where a block stands in none.
        """
        own = np.maximum(added, 0)
        mixed = np.maximum(product(beside(own, boxes), self._mixing) + self._mixed, 0)
        read: Figures = product(np.hstack((own, mixed)), self._reading) + self._read
        return read


def product(rows: Figures, by: Figures) -> Figures:
    """The product of two matrices, some rows at a time: for larger ones a second thread is woken, which costs more than it saves."""
    step = max(1, SMALL // by.size)
    return np.concatenate([rows[at : at + step] @ by for at in range(0, len(rows), step)])


def figures(data: bytes, width: int) -> Figures:
    """Figures out of their bytes, so many in a row."""
    return np.frombuffer(data, "<f2").reshape(-1, width).astype(np.float32)


def packed(found: NDArray[np.floating]) -> bytes:
    """The bytes of figures, in half precision."""
    return found.astype("<f2").tobytes()


def beside(own: Figures, boxes: Sequence[int | None]) -> Figures:
    """(blocks, PARTS * size) what a block is, what its neighbours are, and the means of those near, of its box and of the page."""
    count, size = own.shape
    far = max(NEAR)
    padded = np.zeros((count + 2 * far, size), np.float32)
    padded[far : far + count] = own
    near = {by: padded[far + by : far + by + count] for by in NEAR}
    around = np.add.reduce([near[by] for by in NEAR]) / np.float32(len(NEAR))
    page = np.broadcast_to(own.mean(0), own.shape)
    return np.hstack((own, *(near[by] for by in NEXT), around, _boxed(own, boxes), page))


def _boxed(own: Figures, boxes: Sequence[int | None]) -> Figures:
    """The mean of the blocks of each block's box; the block itself where it stands in none."""
    those: dict[int, list[int]] = {}
    for n, box in enumerate(boxes):
        if box is not None:
            those.setdefault(box, []).append(n)
    out = own.copy()
    for rows in those.values():
        if len(rows) > 1:
            out[rows] = own[rows].mean(0)
    return out
