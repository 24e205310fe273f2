"""Figures: precision, recall and F1 out of counts, with intervals.

Counts are summed over the articles, so a long article weighs more than a short one. Intervals are those of a
bootstrap over articles (Efron 1979): the middle 95 of 100 of F1 when as many articles are drawn anew.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from hearsay.measure.attributions.compare import ROLES
from hearsay.measure.attributions.count import Counts

MACRO = "token.macro"
_LOW, _HIGH = 0.025, 0.975


class Figure(NamedTuple):
    """A share of the findings, a share of the wanted, and their harmonic mean; F1's interval if asked."""

    precision: float
    recall: float
    f1: float
    interval: tuple[float, float] | None = None


class Figures(NamedTuple):
    """All figures of a set, and how many attributions it has and was found to have."""

    by_name: dict[str, Figure]
    counts: dict[str, int]
    articles: int


def figures(articles: Sequence[Counts], resamples: int = 0) -> Figures:
    """The figures of a set of articles.

    Args:
        articles: the counts of each.
        resamples: how many times articles are drawn anew for the intervals; 0 for none.
    """
    total: Counts = Counter()
    for counts in articles:
        total.update(counts)
    names = sorted({name for name, _ in total if name != "n"})
    found = {name: _figure(total, name) for name in names}
    found[MACRO] = _macro([found[f"token.{role}"] for role in ROLES])
    if resamples:
        for name, interval in _intervals(articles, resamples).items():
            found[name] = found[name]._replace(interval=interval)
    counted = {what: int(value) for (kind, what), value in total.items() if kind == "n"}
    return Figures(found, counted, len(articles))


def _figure(counts: Counts, name: str) -> Figure:
    tp_p, n_p, tp_r, n_r = (counts[name, field] for field in ("tp_p", "n_p", "tp_r", "n_r"))
    precision, recall = _share(tp_p, n_p), _share(tp_r, n_r)
    return Figure(precision, recall, _share(2 * precision * recall, precision + recall))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _macro(some: Sequence[Figure]) -> Figure:
    return Figure(*(sum(one[n] for one in some) / len(some) for n in range(3)))  # type: ignore[misc, arg-type]


def _intervals(articles: Sequence[Counts], resamples: int) -> dict[str, tuple[float, float]]:
    keys = sorted({key for counts in articles for key in counts if key[0] != "n"})
    table = np.array([[counts[key] for key in keys] for counts in articles], dtype=float)
    names = sorted({name for name, _ in keys})
    draw = np.random.default_rng(0)
    drawn: dict[str, list[float]] = {name: [] for name in (*names, MACRO)}
    for _ in range(resamples):
        rows = table[draw.integers(0, len(articles), len(articles))].sum(0)
        counts: Counts = Counter(dict(zip(keys, rows, strict=True)))
        for name in names:
            drawn[name].append(_figure(counts, name).f1)
        drawn[MACRO].append(float(np.mean([drawn[f"token.{role}"][-1] for role in ROLES])))
    return {
        name: (float(np.quantile(values, _LOW)), float(np.quantile(values, _HIGH)))
        for name, values in drawn.items()
    }
