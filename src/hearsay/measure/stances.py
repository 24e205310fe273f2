"""How well it is told what bodies make of headlines, on the pairs of the Fake News Challenge that nothing was learned from.

Each stance has its F1, "macro" is the mean of the four; its interval is that of a bootstrap over bodies.
"""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.errors import BadGold
from hearsay.measure.gold.stances import lows, pairs
from hearsay.reader.headline.stance import Stance, Stances

RESAMPLES = 1000

Counts = NDArray[np.int64]


class Told(NamedTuple):
    """Pairs that were measured.

    Attributes:
        bodies: how many.
        counts: (4, 4) how often what people marked, by row, was told to be what, by column, in the order of `Stance`.
        low, high: of the macro F1, 95 in 100 draws of bodies.
    """

    bodies: int
    counts: Counts
    low: float
    high: float

    def as_json(self) -> bytes:
        """As one line of JSON."""
        plain = {
            "bodies": self.bodies,
            "macro": macro(self.counts),
            "macro_95": [self.low, self.high],
            **{one.value: float(f1) for one, f1 in zip(Stance, f1s(self.counts), strict=True)},
            "counts": self.counts.tolist(),
        }
        return msgspec.json.encode(plain) + b"\n"

    def as_text(self) -> str:
        """For a person."""
        rows = [
            f"  {one:<12}{100 * f1:6.1f}   {row[n]} right, {self.counts[:, n].sum()} found, {row.sum()} wanted"
            for n, (one, f1, row) in enumerate(
                zip(Stance, f1s(self.counts), self.counts, strict=True)
            )
        ]
        whole = f"  {'macro F1':<12}{100 * macro(self.counts):6.1f}   {100 * self.low:.1f} to {100 * self.high:.1f}"
        first = f"{self.counts.sum()} pairs of {self.bodies} bodies, 95 % interval over these"
        return "\n".join([first, *rows, whole, ""])


def f1s(counts: Counts) -> NDArray[np.float64]:
    """F1 of each stance."""
    both = counts.sum(-1) + counts.sum(-2)
    return np.asarray(2 * np.diagonal(counts, axis1=-2, axis2=-1) / np.maximum(1, both))


def macro(counts: Counts) -> float:
    """The mean of the F1s."""
    return float(f1s(counts).mean())


def measure_stances(folder: Path, learned: Stances) -> Told:
    """The figures on the bodies of a folder that are kept for measuring.

    Args:
        folder: with the tables of FNC-1.
        learned: what tells.

    Raises:
        BadGold: the tables are missing or of another form, or hold no pair.
    """
    held = pairs(folder, only_kept=True)
    rows: dict[int, Counts] = defaultdict(lambda: np.zeros((4, 4), np.int64))
    order = list(Stance)
    for one in held.pairs:
        found = learned.of(lows(one.headline), held.bodies[one.number])
        rows[one.number][order.index(one.stance), order.index(found)] += 1
    if not rows:
        raise BadGold("no pair of a headline and a body", name=str(folder))
    table = np.stack([rows[number] for number in sorted(rows)])
    draw = np.random.default_rng(0)
    picks = draw.integers(0, len(table), (RESAMPLES, len(table)))
    drawn = [macro(table[pick].sum(0)) for pick in picks]
    low, high = (float(np.quantile(drawn, share)) for share in (0.025, 0.975))
    return Told(len(table), table.sum(0), low, high)
