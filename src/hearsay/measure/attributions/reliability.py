"""Reliability: of what is found with a confidence, how much is right.

The expected calibration error is the mean, over findings, of how far the confidence of their bin is from the
share in it that is right (Naeini, Cooper and Hauskrecht 2015).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

BINS = 10
WIDTH = 40

Pairs = Sequence[tuple[float, bool]]
"""Confidence, and whether the finding was right."""


class Bin(NamedTuple):
    """Findings of about the same confidence: their number, mean confidence, and share that is right."""

    low: float
    high: float
    many: int
    said: float
    right: float


def bins(pairs: Pairs) -> Iterator[Bin]:
    """The bins that hold a finding, from the least sure on."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, was_right in pairs:
        held[min(BINS - 1, int(confidence * BINS))].append((confidence, was_right))
    for n, some in enumerate(held):
        if some:
            said = sum(confidence for confidence, _ in some) / len(some)
            right = sum(was_right for _, was_right in some) / len(some)
            yield Bin(n / BINS, (n + 1) / BINS, len(some), said, right)


def expected_error(pairs: Pairs) -> float:
    """The expected calibration error; 0 for no findings."""
    total = sum(one.many * abs(one.said - one.right) for one in bins(pairs))
    return total / len(pairs) if pairs else 0.0


def table(pairs: Pairs) -> Iterator[str]:
    """The bins as lines: what is said, what is right, and both on one bar (│ said, █ right)."""
    yield f"{'confidence':<14}{'found':>6}{'said':>8}{'right':>8}"
    for one in bins(pairs):
        bar = ["█"] * round(one.right * WIDTH) + ["·"] * (WIDTH - round(one.right * WIDTH))
        bar[min(WIDTH - 1, int(one.said * WIDTH))] = "│"
        span = f"{one.low:.1f} to {one.high:.1f}"
        yield f"{span:<14}{one.many:>6}{100 * one.said:8.1f}{100 * one.right:8.1f}   {''.join(bar)}"
    yield f"expected calibration error {expected_error(pairs):.3f}, of {len(pairs)} findings"
