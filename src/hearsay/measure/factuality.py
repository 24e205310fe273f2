"""Factuality measured: how near the network's values are to people's, as Pearson's r and mean absolute error.

The values are those of every reading, or those of a head that has learned what one corpus calls factual (`hearsay.model.facts`).
"""

from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from hearsay.errors import BadGold
from hearsay.measure.gold.factuality import MOST, Judged, judged
from hearsay.model.facts import seen
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
        head: the corpus whose head gave the values; "" where they are those of a reading.
    """

    name: str
    events: int
    r: float
    low: float
    high: float
    error: float
    head: str = ""

    def as_json(self) -> bytes:
        """As one line of JSON."""
        return msgspec.json.encode(self._asdict()) + b"\n"

    def as_text(self) -> str:
        """For a person."""
        return (
            f"{self.name}: {self.events} events, r {self.r:.3f} ({self.low:.3f} to {self.high:.3f}), "
            f"mean absolute error {self.error:.2f}"
            f"{f'; by the head for {self.head}' if self.head else ''}\n"
        )


def measure_factuality(path: Path, model: Model, head: str = "") -> Near:
    """How well the values of a file of judgements are met; each text is read by itself.

    Args:
        path: of the file.
        model: whose values these are.
        head: the corpus by whose head; "" asks for those of a reading, and so does a corpus for which there is none.

    Raises:
        BadGold: the file holds no judgements.
    """
    head = head if head in model.facts else ""
    pairs = [pair for one in judged(path) for pair in _pairs(one, model, head)]
    if not pairs:
        raise BadGold("no judgements", "give a .jsonl file with a text a line", str(path))
    return near(f"{path.parent.name}/{path.name}", np.array(pairs), head)


def near(name: str, pairs: NDArray[np.float64], head: str = "") -> Near:
    """The figures of values and of what people said, (events, 2)."""
    draw = np.random.default_rng(0)
    picks = [pairs[draw.integers(0, len(pairs), len(pairs))] for _ in range(RESAMPLES)]
    drawn = [_r(pick) for pick in picks if pick.std(0).all()]
    low, high = (float(np.quantile(drawn, share)) if drawn else 0.0 for share in (0.025, 0.975))
    error = float(np.abs(pairs[:, 0] - pairs[:, 1]).mean())
    return Near(name, len(pairs), _r(pairs), low, high, error, head)


def _r(pairs: NDArray[np.float64]) -> float:
    if len(pairs) == 0 or not pairs.std(0).all():
        return 0.0  # nothing varies: there is no correlation
    return float(np.asarray(np.corrcoef(pairs.T))[0, 1])


def _pairs(one: Judged, model: Model, head: str) -> list[tuple[float, float]]:
    opens = [at == 0 for at in range(len(one.spans))]
    whole = [Span(0, len(one.text))]
    cut = model.given(one.text, one.spans, [0] * len(one.spans), opens, whole)
    found = model.mark(cut)
    if not head or found.layers is None:
        return [(found.words[at].fact * MOST, value) for at, value in one.targets]
    told = model.facts[head].values(seen([at for at, _ in one.targets], found.layers))
    return [(float(mine), value) for mine, (_, value) in zip(told[:, 0], one.targets, strict=True)]
