"""Parts of the reading: what each takes of a bare pass of the network over the same text, in one run.

    python benchmarks/parts.py FOLDER [TIMES]

FOLDER holds plain-text articles (*.txt). Each is read once before, then TIMES times, after each time a bare pass of the network over its
windows. The time that a part takes is the process's own, between its first line and its last, without the parts that it calls itself.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from reading_speed import windows_of

from hearsay.model.model import Model, open_model
from hearsay.model.network import Inner, Network
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader import read as pipeline
from hearsay.reading.codec import encode

BARE = "a bare pass"

PARTS: dict[str, list[tuple[object, str]]] = {
    "the network, over the text": [(Network, "run")],
    "the network, over contents": [(Inner, "run")],
    "page to article": [(sys.modules[__name__], "_article")],
    "words and sentences": [(pipeline, "words"), (Model, "tokens"), (pipeline, "_by_rule")],
    "decoding: trees": [(Model, "mark")],
    "decoding: statements": [(Model, "_decoded"), (Model, "inside")],
    "passes over statements": [(pipeline, "_by_model"), (pipeline, "_by_tree")],
    "cast": [
        (pipeline, name)
        for name in ("Cast", "kindred", "Chains", "principals", "parts", "standings")
    ],
    "acts and commitments": [(pipeline, "_acts")],
    "forecasts": [(pipeline, "_foretold"), (pipeline, "forecasts")],
    "own voice": [(pipeline, "own_voice")],
    "explanations weighed": [(pipeline, "weighed")],
    "timeline": [(pipeline, "timeline")],
    "headline": [(pipeline, "headline")],
    "quotations that are repeated": [(pipeline, "variants")],
    "laws": [(pipeline, "hold")],
    "JSON": [(sys.modules[__name__], "encode")],
}
"""What is timed, by what a reader gets of it: where functions are looked up, and their names."""

ELSE = "all else: who speaks, chains"

TIMES = 3


class Clock:
    """What each part has taken, without those that it called."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._within = [0.0]

    def timed(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        """A function that adds the time it takes to what its part has taken."""

        @wraps(function)
        def run(*given: object, **named: object) -> object:
            start = time.process_time()
            self._within.append(0.0)
            try:
                return function(*given, **named)
            finally:
                whole = time.process_time() - start
                self.spent[name] += whole - self._within.pop()
                self._within[-1] += whole

        return run


def _article(text: str) -> object:
    return extract(open_page(text.encode(), "a.txt", content_type="text/plain")).article


def _read(text: str, model: Model) -> None:
    encode(pipeline.read(_article(text), (), model))  # type: ignore[arg-type]


def main(folder: Path, times: int) -> None:
    """Read all articles, and print what each part took."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"{folder} holds no *.txt; name a folder of plain-text articles")
    model = open_model()
    bare = windows_of(texts)
    for text in texts:
        _read(text, model)  # opens the tables, and keeps the words
    clock = Clock()
    for name, places in PARTS.items():
        for place, function in places:
            setattr(place, function, clock.timed(name, getattr(place, function)))
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(times):
        clock.spent.clear()
        whole = once = 0.0
        for text, windows in zip(texts, bare, strict=True):
            start = time.process_time()
            _read(text, model)
            whole += time.process_time() - start
            start = time.process_time()
            for window in windows:
                window()
            once += time.process_time() - start
        parts = {name: clock.spent[name] for name in PARTS}
        told = {**parts, ELSE: whole - sum(parts.values()), "in all": whole}
        for name, seconds in told.items():
            found[name].append(seconds / once)
    print(f"{len(texts)} articles, {sum(len(t.split()) for t in texts):,} words, {times} times\n")
    print(f"{'of ' + BARE:44}")
    for name, those in found.items():
        print(f"{name:44} {statistics.median(those):5.2f}   ({min(those):.2f} to {max(those):.2f})")


if __name__ == "__main__":
    if len(sys.argv) < 2:  # noqa: PLR2004
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TIMES)  # noqa: PLR2004
