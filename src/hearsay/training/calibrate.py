"""Calibration: how likely a finding is right, learned from annotated articles that the weights have not seen."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from hearsay.measure.attributions.compare import Text, weighed
from hearsay.measure.attributions.count import right
from hearsay.measure.attributions.reliability import expected_error
from hearsay.measure.gold.standoff import Annotated, Marked
from hearsay.model.calibration import Calibration
from hearsay.model.decode import SIGNS
from hearsay.model.model import Model
from hearsay.text.span import lines

Array = NDArray[np.float64]


class Calibrated(NamedTuple):
    """Weights of the signs, and the expected error where they were learned on other articles."""

    weights: Array
    error: float
    findings: int


def uncalibrated() -> Array:
    """Weights before there are any: everything is as likely as not."""
    return np.zeros(SIGNS + 1)


def calibrate(model: Model, articles: Iterable[Annotated]) -> Calibrated:
    """Learns from some articles; the error is that of two halves, each told by the other."""
    signs: list[Sequence[float]] = []
    was_right: list[bool] = []
    half: list[int] = []
    for number, one in enumerate(articles):
        cut = model.tokens(one.text, lines(one.text))
        joined = model.joined(cut)
        found = [Marked(*model.spans(cut, j)) for j in joined]
        text = Text(one.text)
        verdicts = right(weighed(text, one.marked), [weighed(text, [f])[0] for f in found])
        signs += [j.signs for j in joined]
        was_right += verdicts
        half += [number % 2] * len(joined)
    x = np.array(signs).reshape(-1, SIGNS)
    y, part = np.array(was_right, dtype=bool), np.array(half)
    told = np.empty(len(y))
    for number in (0, 1):
        learned = Calibration(_fit(x[part != number], y[part != number]))
        told[part == number] = [learned.of(row) for row in x[part == number]]
    pairs = [(float(t), bool(r)) for t, r in zip(told, y, strict=True)]
    return Calibrated(_fit(x, y), expected_error(pairs), len(y))


def _fit(x: Array, y: NDArray[np.bool_]) -> Array:
    """Weights of the signs and of nothing; where there is nothing to tell apart, none."""
    if len(set(y.tolist())) < 2:  # noqa: PLR2004 - right and wrong
        return uncalibrated()
    spread = x.std(0) + 1e-6
    made = LogisticRegression(C=1.0, max_iter=1000).fit(x / spread, y)
    return np.concatenate([made.coef_[0] / spread, made.intercept_])
