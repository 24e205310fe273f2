"""Factuality measured: how near the network's values are to people's, as Pearson's r and mean absolute error."""

from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from hearsay.measure.gold.factuality import MOST, Judged, judged
from hearsay.model.model import Model
from hearsay.text.span import Span

RESAMPLES = 1000


class Near(NamedTuple):
    """A set of judgements that was measured.

    Attributes:
        name: of the file.
        events: how many were judged.
        r: Pearson's, with the interval of a bootstrap over events.
        error: mean absolute, on the scale from -3 to 3.
    """

    name: str
    events: int
    r: float
    low: float
    high: float
    error: float

    def as_json(self) -> bytes:
        """As one line of JSON."""
        return msgspec.json.encode(self._asdict()) + b"\n"

    def as_text(self) -> str:
        """For a person."""
        return (
            f"{self.name}: {self.events} events, r {self.r:.3f} ({self.low:.3f} to {self.high:.3f}), "
            f"mean absolute error {self.error:.2f}\n"
        )


def measure_factuality(path: Path, model: Model) -> Near:
    """How well the values of a file of judgements are met; each text is read by itself.

    Raises:
        BadGold: the file holds no judgements.
    """
    pairs = np.array([pair for one in judged(path) for pair in _pairs(one, model)])
    draw = np.random.default_rng(0)
    picks = [pairs[draw.integers(0, len(pairs), len(pairs))] for _ in range(RESAMPLES)]
    drawn = [_r(pick) for pick in picks if pick.std(0).all()]
    low, high = (float(np.quantile(drawn, share)) if drawn else 0.0 for share in (0.025, 0.975))
    error = float(np.abs(pairs[:, 0] - pairs[:, 1]).mean())
    name = f"{path.parent.name}/{path.name}"
    return Near(name, len(pairs), _r(pairs), low, high, error)


def _r(pairs: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> float:
    if len(pairs) == 0 or not pairs.std(0).all():
        return 0.0  # nothing varies: there is no correlation
    return float(np.asarray(np.corrcoef(pairs.T))[0, 1])


def _pairs(one: Judged, model: Model) -> list[tuple[float, float]]:
    opens = [at == 0 for at in range(len(one.spans))]
    whole = [Span(0, len(one.text))]
    cut = model.given(one.text, one.spans, [0] * len(one.spans), opens, whole)
    found = model.mark(cut).words
    return [(found[at].fact * MOST, value) for at, value in one.targets]
