"""Parts of the reading: which share of its time each takes, in one run.

    python benchmarks/parts.py FOLDER [TIMES]

FOLDER holds plain-text articles (*.txt). Each is read TIMES times, the first once before; the time that a part takes is the process's own,
between its first line and its last. What is listed in `PARTS` calls nothing else that is listed.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader import read as pipeline
from hearsay.reader.learned import Learned

PARTS = {
    "attributions outermost": (Learned, "outermost"),
    "attributions within contents": (Learned, "within"),
    "acts and commitments": (pipeline, "_acts"),
    "forecasts": (pipeline, "_foretold"),
    "own voice": (pipeline, "own_voice"),
    "explanations weighed": (pipeline, "weighed"),
    "timeline": (pipeline, "timeline"),
    "headline": (pipeline, "headline"),
    "quotations that are repeated": (pipeline, "variants"),
}
"""What is timed, by what a reader gets of it: where the function is looked up, and its name."""

ANALYSIS = (
    "acts and commitments",
    "forecasts",
    "own voice",
    "explanations weighed",
    "timeline",
    "headline",
)
"""The parts that say what statements bind to and what the author makes of them."""

TIMES = 3


def timed(
    name: str, function: Callable[..., object], spent: dict[str, float]
) -> Callable[..., object]:
    """A function that adds the time it takes to what its part has taken."""

    @wraps(function)
    def run(*given: object, **named: object) -> object:
        start = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[name] += time.process_time() - start

    return run


def _read(text: str, model: Model) -> None:
    page = open_page(text.encode(), "a.txt", content_type="text/plain")
    pipeline.read(extract(page).article, (), model)


def main(folder: Path, times: int) -> None:
    """Read all articles, and print which share of the time each part took."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"{folder} holds no *.txt; name a folder of plain-text articles")
    spent: dict[str, float] = defaultdict(float)
    for name, (place, function) in PARTS.items():
        setattr(place, function, timed(name, getattr(place, function), spent))
    model = open_model()
    _read(texts[0], model)  # opens the tables
    shares: dict[str, list[float]] = defaultdict(list)
    for _ in range(times):
        spent.clear()
        start = time.process_time()
        for text in texts:
            _read(text, model)
        whole = time.process_time() - start
        told = {**spent, "all else": whole - sum(spent.values())}
        analysis = sum(told[name] for name in ANALYSIS)
        told["acts to headline, of the time without them"] = analysis * whole / (whole - analysis)
        for name, seconds in told.items():
            shares[name].append(seconds / whole)
    print(f"{len(texts)} articles, {sum(len(t.split()) for t in texts):,} words, {times} times\n")
    for name, those in shares.items():
        low, high = min(those), max(those)
        print(f"{name:44} {statistics.median(those):6.1%}   ({low:.1%} to {high:.1%})")


if __name__ == "__main__":
    if len(sys.argv) < 2:  # noqa: PLR2004
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TIMES)  # noqa: PLR2004
