"""Scores: how good chances were, held against what came.

Brier (1950) and the logarithmic score (Good 1952), lower is better; Murphy's (1973) parts of Brier's; Wilson's (1927) interval
of a share. A forecast is scored at the middle of the range that its words come to. Sums are exact to the last digit that a
float has.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import fsum, inf, log, sqrt
from statistics import NormalDist

import msgspec

SURE = 0.95
"""Of how many intervals hold what they are of."""

BINS = 10
"""Bins of the same width in which calibration is shown."""


class Call(msgspec.Struct, frozen=True, order=True):
    """A chance, and whether what it was given for came.

    Attributes:
        chance: 0 to 1.
        came: whether it came true.
    """

    chance: float
    came: bool


class Murphy(msgspec.Struct, frozen=True):
    """The parts of a Brier score: reliability - resolution + uncertainty.

    Attributes:
        reliability: how far chances lie from the shares that came true of those given them; 0 is best.
        resolution: how far these shares lie from the share of all; more is better.
        uncertainty: what always saying the share of all would score.
    """

    reliability: float
    resolution: float
    uncertainty: float


class Bin(msgspec.Struct, frozen=True):
    """Chances near one another, and how many of them came true.

    Attributes:
        low, high: of the bin; high belongs to the next one, but for 1.
        many: how many chances are in it.
        came: how many of them came true.
        chance: the mean of the chances.
        share: how many came true of all.
        least, most: the interval of that share.
    """

    low: float
    high: float
    many: int
    came: int
    chance: float
    share: float
    least: float
    most: float


def brier(calls: Sequence[Call]) -> float:
    """The mean of the squared distances between chances and what came, 0 to 1.

    Raises:
        ValueError: there are none.
    """
    return _mean([(call.chance - call.came) ** 2 for call in calls])


def log_score(calls: Sequence[Call]) -> float:
    """The mean of minus the natural logarithm of the chance given to what came; infinite for one that was sure and wrong.

    Raises:
        ValueError: there are none.
    """
    return _mean([_surprise(call) for call in calls])


def _surprise(call: Call) -> float:
    given = call.chance if call.came else 1 - call.chance
    return -log(given) if given > 0 else inf


def murphy(calls: Sequence[Call]) -> Murphy:
    """The parts of the Brier score, by each chance that was given, so that they add up to it.

    Raises:
        ValueError: there are none.
    """
    base = _mean([float(call.came) for call in calls])
    many = len(calls)
    apart = [tuple(group) for _, group in groupby(sorted(calls), key=lambda call: call.chance)]
    shares = [
        (len(group), group[0].chance, sum(c.came for c in group) / len(group)) for group in apart
    ]
    return Murphy(
        fsum(n * (chance - share) ** 2 for n, chance, share in shares) / many,
        fsum(n * (share - base) ** 2 for n, _, share in shares) / many,
        base * (1 - base),
    )


def bins(calls: Iterable[Call], many: int = BINS) -> tuple[Bin, ...]:
    """Chances by bins of the same width, those that hold any."""
    by: dict[int, list[Call]] = {}
    for call in calls:
        by.setdefault(min(int(call.chance * many), many - 1), []).append(call)
    return tuple(_bin(n / many, (n + 1) / many, held) for n, held in sorted(by.items()))


def _bin(low: float, high: float, calls: Sequence[Call]) -> Bin:
    came = sum(call.came for call in calls)
    least, most = wilson(came, len(calls))
    chance = _mean([call.chance for call in calls])
    return Bin(low, high, len(calls), came, chance, came / len(calls), least, most)


def wilson(came: int, many: int, sure: float = SURE) -> tuple[float, float]:
    """The interval of a share, after Wilson: for few as good as for many, and never outside 0 and 1.

    Args:
        came: how many of them.
        many: of how many; one at least.
        sure: of how many intervals hold the share that they are of.
    """
    z = NormalDist().inv_cdf((1 + sure) / 2)
    share = came / many
    middle = (share + z * z / (2 * many)) / (1 + z * z / many)
    half = z / (1 + z * z / many) * sqrt(share * (1 - share) / many + z * z / (4 * many * many))
    return max(0.0, middle - half), min(1.0, middle + half)


def _mean(values: Sequence[float]) -> float:
    if not values:
        raise ValueError("there is nothing to score")
    return fsum(values) / len(values)
