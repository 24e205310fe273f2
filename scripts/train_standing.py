"""Learn what each sign counts for why a source is in an article, from annotated articles.

    python scripts/train_standing.py gold/actors/dev --cases tests/cases/standings.toml [--only-measure]

Prints how often the standing is right, where there is one and at all, each tenth of the articles read by weights that were
learned without it; then writes src/hearsay/reader/cast/standing.json from all of them and the cases, unless --only-measure.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from shipped import digest, ship

import hearsay.reader.read as reading_room
from hearsay.measure.actors import _close as close
from hearsay.measure.actors import alike, pairs
from hearsay.measure.gold.actors import Known, Peopled, peopled
from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.standing import ENOUGH, Standing
from hearsay.reader.cast.weights import Weights, weighed
from hearsay.reader.statement import Statement
from hearsay.reading.reading import Reading
from hearsay.text.span import Span

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "reader" / "cast" / "standing.json"
FOLDS = 10
ROUNDS = 400
STEP = 0.05
PRICE = 2.0  # how much large weights cost
FEWEST = 4  # sources of which a sign must be seen to count
LEAST = 0.005  # of a weight that is kept
Row = dict[str, float]


class Example(msgspec.Struct):
    """A source: what is seen of all that is told of it, and which of that is why it is there."""

    of: str
    wanted: str
    words: list[str]
    rows: list[Row]
    right: list[bool]


def examples(folder: Path, model: Model) -> Iterator[Example]:
    """The sources of a folder of annotated articles that the reader finds."""
    held: dict[str, tuple[list[str], list[Row]]] = {}
    why = Standing.why

    def taught(self: Standing, record: Record, said: Sequence[Statement]) -> list[Span]:
        told = self.all_told(record, said)
        words = [one.span.cut(self.tree.text) for one in told]
        held[record.name.cut(self.tree.text)] = (
            words,
            self.seeing.rows(told, record, said),
        )
        return why(self, record, said)

    Standing.why = taught  # type: ignore[method-assign]
    try:
        for gold in peopled(folder):
            held.clear()
            page = extract(open_page(gold.text.encode(), gold.name, content_type="text/plain"))
            reading = reading_room.read(page.article, page.remarks, model)
            for known, name in aligned(gold, reading):
                words, rows = held.get(name, ([], []))
                yield Example(
                    gold.name, " ".join(known.standing), words, rows, rights(known, words)
                )
    finally:
        Standing.why = why  # type: ignore[method-assign]


def cases(path: Path, model: Model) -> Iterator[Example]:
    """The sources of short texts, of which one at most has the standing that the case says."""
    held: list[Example] = []
    why = Standing.why

    def taught(self: Standing, record: Record, said: Sequence[Statement]) -> list[Span]:
        told = self.all_told(record, said)
        words = [one.span.cut(self.tree.text) for one in told]
        rows = self.seeing.rows(told, record, said)
        held.append(Example("case", "", words, rows, [False] * len(words)))
        return why(self, record, said)

    Standing.why = taught  # type: ignore[method-assign]
    try:
        for case in tomllib.loads(path.read_text())["case"]:
            page = extract(open_page(case["name"].encode(), "case", content_type="text/plain"))
            reading_room.read(page.article, page.remarks, model)
            for one in held:
                right = [bool(case["standing"]) and close(w, case["standing"]) for w in one.words]
                wanted = case["standing"] if any(right) else ""
                yield msgspec.structs.replace(one, wanted=wanted, right=right)
            held.clear()
    finally:
        Standing.why = why  # type: ignore[method-assign]


def aligned(gold: Peopled, reading: Reading) -> Iterator[tuple[Known, str]]:
    """The annotated actors with the names under which the reader has them, as they are measured."""
    actors = {one.id: one for one in reading.actors}
    done: set[str] = set()
    for through, _, one in pairs(gold.said, reading.attributions):
        if not through.chain or one.speaker is None or through.chain[-1] in done:
            continue
        known = gold.actors[through.chain[-1]]
        name = actors[one.speaker].name
        if alike(known.name, name):
            done.add(known.id)
            yield known, name


def rights(known: Known, words: Sequence[str]) -> list[bool]:
    """Which of what is told is why somebody is there: as it is measured, or one of several reasons."""
    every = [" ".join(known.standing), *known.standing]
    return [bool(known.standing) and any(close(one, w) for w in every) for one in words]


def learned(examples: Sequence[Example]) -> Row:
    """The weights under which what is why ranks first, before nothing; and nothing does, where nothing is why."""
    kept = [one for one in examples if any(one.right) or not one.wanted]
    counts = Counter(name for one in kept for name in {n for row in one.rows for n in row})
    names = sorted(name for name, many in counts.items() if many >= FEWEST)
    at = {name: n for n, name in enumerate(names)}
    flat: list[Row] = []
    right: list[float] = []
    sizes = []
    for one in kept:
        flat += [{}, *one.rows]
        right += [float(not one.wanted), *map(float, one.right)]
        sizes.append(len(one.rows) + 1)
    seen = np.zeros((len(flat), len(names)))
    for n, row in enumerate(flat):
        for name, value in row.items():
            if name in at:
                seen[n, at[name]] = value
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
    found = _climbed(seen, np.array(right), starts, np.repeat(np.arange(len(sizes)), sizes))
    return {name: round(float(found[n]), 3) for name, n in at.items() if abs(found[n]) > LEAST}


def _climbed(
    seen: np.ndarray, right: np.ndarray, starts: np.ndarray, group: np.ndarray
) -> np.ndarray:
    """The weights of the likeliest choices, by Adam."""
    weights = np.zeros(seen.shape[1])
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for n in range(1, ROUNDS + 1):
        scores = seen @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every = odds / np.add.reduceat(odds, starts)[group]
        good = odds * right
        good = good / np.maximum(np.add.reduceat(good, starts)[group], 1e-12)
        slope = seen.T @ (good - every) - PRICE * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights += STEP * (mean / (1 - 0.9**n)) / (np.sqrt(spread / (1 - 0.999**n)) + 1e-8)
    return weights


def said_why(one: Example, weights: Row) -> bool:
    """Whether a standing is right, also where there is none."""
    scored = [
        (weighed(row, weights), words) for row, words in zip(one.rows, one.words, strict=True)
    ]
    best = max(scored, default=(ENOUGH, ""))
    return close(best[1] if best[0] > ENOUGH else "", one.wanted)


def main() -> None:
    """Learns, says how well, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--only-measure", action="store_true")
    told = parser.parse_args()
    model = open_model()
    if model is None:
        raise SystemExit("there are no weights to read with")
    every = [one for folder in told.folder for one in examples(folder, model)]
    short = list(cases(told.cases, model))
    names = sorted({one.of for one in every})
    right: list[tuple[bool, bool]] = []
    for out in ({*names[n::FOLDS]} for n in range(FOLDS)):
        weights = learned([*(one for one in every if one.of not in out), *short])
        right += [(said_why(one, weights), bool(one.wanted)) for one in every if one.of in out]
    there = [good for good, wanted in right if wanted]
    share = 100 * sum(there) / max(len(there), 1)
    print(f"left out in turn, where there is one: {share:.1f} ({sum(there)} of {len(there)})")
    print(f"left out in turn, at all: {100 * sum(good for good, _ in right) / len(right):.1f}")
    if not told.only_measure:
        files = [told.cases]
        files += [path for folder in told.folder for path in sorted(folder.glob("*.toml"))]
        ship(Weights(digest(files), round(share, 1), learned([*every, *short])), TARGET)


if __name__ == "__main__":
    main()
