"""Role net: the layers that see a block and its page at once (`hearsay.page.layers`), learned in numpy.

Some of what is seen of a block, by chance, is hidden in each step, so that it leans on no single sign; pages come in
small groups in an order of chance. The same seed gives the same figures on the same machine.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from hearsay.page.layers import NEAR, NEXT, PARTS, Figures, Layers, packed

SIZE = 64  # figures that a block's signals are added up to
EPOCHS = 30  # times that all pages are learned from
GROUP = 16  # pages in a step
PACE = 4e-3  # how far a step goes at most
DECAY = 0.01  # how quickly figures that nothing speaks for go to nought, as a share of the pace
WARM = 0.1  # share of the steps in which the pace rises
KEEP, KEPT = 0.9, 0.999  # how much of the slope, and of its square, is remembered from step to step

Matrix = Any  # scipy has no types: a sparse matrix by rows


class Pages(NamedTuple):
    """Blocks to learn from: which signals each has, its role, its page, and its box there, -1 where it stands in none."""

    signals: Matrix
    roles: NDArray[np.int64]
    pages: NDArray[np.int64]
    boxes: NDArray[np.int64]


class Group(NamedTuple):
    """Some pages as a step needs them: signals, roles, and what takes the figures of blocks to those around them."""

    signals: Matrix
    roles: NDArray[np.int64]
    around: tuple[Matrix, ...]


class RoleNet:
    """The layers while they are learned.

    Attributes:
        hidden: the share of signals, and of figures, that a step does not see.
    """

    def __init__(self, signals: int, roles: int, hidden: float, seed: int = 0) -> None:
        self.hidden = hidden
        self.chance = np.random.default_rng(seed)
        wide = PARTS * SIZE
        self.figures: dict[str, Figures] = {
            "signals": self._drawn(signals, SIZE, 0.1),
            "bias": np.zeros(SIZE, np.float32),
            "mixing": self._drawn(wide, SIZE, wide**-0.5),
            "mixed": np.zeros(SIZE, np.float32),
            "reading": self._drawn(2 * SIZE, roles, (2 * SIZE) ** -0.5),
            "read": np.zeros(roles, np.float32),
        }
        self.slope = {name: np.zeros_like(those) for name, those in self.figures.items()}
        self.square = {name: np.zeros_like(those) for name, those in self.figures.items()}
        self.steps = 0

    def _drawn(self, rows: int, columns: int, size: float) -> Figures:
        return (self.chance.standard_normal((rows, columns)) * size).astype(np.float32)

    def learn(self, those: Pages) -> "RoleNet":
        """Learn from pages."""
        names = np.unique(those.pages)
        where = {name: np.flatnonzero(those.pages == name) for name in names}
        total = EPOCHS * -(-len(names) // GROUP)
        for _ in range(EPOCHS):
            order = self.chance.permutation(names)
            for start in range(0, len(order), GROUP):
                self._step(grouped(those, [where[n] for n in order[start : start + GROUP]]), total)
        return self

    def _step(self, group: Group, total: int) -> None:
        slopes = self._slopes(group)
        self.steps += 1
        done = self.steps / total
        rest = 0.5 * (1 + np.cos(np.pi * (done - WARM) / (1 - WARM)))
        pace = np.float32(PACE * (done / WARM if done < WARM else rest))
        for name, those in self.figures.items():
            slope, square = self.slope[name], self.square[name]
            slope += (1 - KEEP) * (slopes[name] - slope)
            square += (1 - KEPT) * (slopes[name] ** 2 - square)
            stay = 1 - pace * np.float32(DECAY) if those.ndim > 1 else np.float32(1)
            steep = np.sqrt(square / np.float32(1 - KEPT**self.steps)) + np.float32(1e-8)
            step = pace * slope / np.float32(1 - KEEP**self.steps) / steep
            self.figures[name] = those * stay - step

    def _slopes(self, group: Group) -> dict[str, Figures]:
        """How the error changes with each figure, some of what is seen being hidden."""
        its = self.figures
        signals = group.signals.copy()
        signals.data = self._some(signals.data.shape)
        added = np.maximum(signals @ its["signals"] + its["bias"], 0)
        mask = self._some(added.shape)
        own = added * mask
        held = np.hstack([own, *(matrix @ own for matrix in group.around)])
        mixed = np.maximum(held @ its["mixing"] + its["mixed"], 0)
        mixed_mask = self._some(mixed.shape)
        both = np.hstack((own, mixed * mixed_mask))
        spoken = both @ its["reading"] + its["read"]
        error = np.exp(spoken - spoken.max(1, keepdims=True))
        error /= error.sum(1, keepdims=True)
        error[np.arange(len(group.roles)), group.roles] -= 1
        error /= np.float32(len(group.roles))
        back = error @ its["reading"].T
        behind = back[:, SIZE:] * mixed_mask * (mixed > 0)
        parts = np.split(behind @ its["mixing"].T, PARTS, axis=1)
        front = back[:, :SIZE] + parts[0]
        for matrix, part in zip(group.around, parts[1:], strict=True):
            front += matrix.T @ part
        front *= mask * (added > 0)
        return {
            "signals": signals.T @ front,
            "bias": front.sum(0),
            "mixing": held.T @ behind,
            "mixed": behind.sum(0),
            "reading": both.T @ error,
            "read": error.sum(0),
        }

    def _some(self, shape: tuple[int, ...]) -> Figures:
        """Ones at chance, made so much larger that their mean is one, and noughts for what is hidden."""
        seen = self.chance.random(shape, dtype=np.float32) >= self.hidden
        return seen.astype(np.float32) / np.float32(1 - self.hidden)

    def layers(self) -> Layers:
        """What was learned, as it is kept."""
        return Layers(SIZE, *(packed(those) for those in self.figures.values()))


def grouped(those: Pages, pages: Sequence[NDArray[np.int64]]) -> Group:
    """Some pages, by the rows of each, one after another."""
    rows = np.concatenate(pages)
    numbers = np.repeat(np.arange(len(pages)), [len(page) for page in pages])
    boxes = those.boxes[rows]
    apart = np.where(boxes < 0, boxes.max(initial=0) + 1 + np.arange(len(rows)), boxes)
    shifts = {by: _shift(numbers, by) for by in NEAR}
    near = sum(shifts.values(), sparse.csr_matrix(shifts[1].shape, dtype=np.float32)) / np.float32(
        len(NEAR)
    )
    means = (_mean(apart), _mean(numbers))
    return Group(
        those.signals[rows], those.roles[rows], (*(shifts[by] for by in NEXT), near.tocsr(), *means)
    )


def _shift(numbers: NDArray[np.int64], by: int) -> Matrix:
    """What takes figures to the block that stands so far on in the same page."""
    count = len(numbers)
    here = np.arange(count)
    there = here + by
    same = (there >= 0) & (there < count)
    same &= numbers[np.clip(there, 0, count - 1)] == numbers
    ones = np.ones(int(same.sum()), np.float32)
    return sparse.csr_matrix((ones, (here[same], there[same])), shape=(count, count))


def _mean(numbers: NDArray[np.int64]) -> Matrix:
    """What takes figures to the mean of the blocks with the same number."""
    _, at = np.unique(numbers, return_inverse=True)
    count = len(numbers)
    those = sparse.csr_matrix((np.ones(count, np.float32), (at, np.arange(count))))
    return (
        (those.T @ sparse.diags(1 / np.asarray(those.sum(1)).ravel()) @ those)
        .tocsr()
        .astype(np.float32)
    )
