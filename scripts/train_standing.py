"""Learn what each sign counts for why a source is in an article, from annotated articles.

    python scripts/train_standing.py gold/actors/dev --cases tests/cases/standings.toml [--news DATA] [--only-measure]

DATA is a folder with polnear/train and fnc-1, of whose articles gold/actors/why.json says why their sources are there, most
of them for no reason that is told: [start, end] of a name, and of the words that say why.

Prints how often the standing is right, where there is one and at all, each tenth of the articles read by weights that were
learned without it; then writes src/hearsay/reader/cast/standing.json from all of them and the cases, unless --only-measure.
"""

import argparse
import csv
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
NEWS = Path(__file__).parents[1] / "gold" / "actors" / "why.json"
ENDS = 20  # characters by which two stretches may differ that say the same
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


class Told(msgspec.Struct):
    """A source of which it was asked why it is there: its name, all that is told of it, and what is seen of that."""

    name: Span
    spans: list[Span]
    words: list[str]
    rows: list[Row]


@contextmanager
def watched() -> Iterator[list[Told]]:
    """A list into which every source is put of which a reading asks why it is there."""
    held: list[Told] = []
    why = Standing.why

    def taught(self: Standing, record: Record, said: Sequence[Statement]) -> list[Span]:
        told = self.all_told(record, said)
        spans = [one.span for one in told]
        words = [span.cut(self.tree.text) for span in spans]
        held.append(Told(record.name, spans, words, self.seeing.rows(told, record, said)))
        return why(self, record, said)

    Standing.why = taught  # type: ignore[method-assign]
    try:
        yield held
    finally:
        Standing.why = why  # type: ignore[method-assign]


def read(text: str, name: str, model: Model) -> Reading:
    """A plain text, read."""
    page = extract(open_page(text.encode(), name, content_type="text/plain"))
    return reading_room.read(page.article, page.remarks, model)


def examples(folder: Path, model: Model) -> Iterator[Example]:
    """The sources of a folder of annotated articles that the reader finds."""
    with watched() as held:
        for gold in peopled(folder):
            held.clear()
            reading = read(gold.text, gold.name, model)
            told = {one.name.cut(reading.article.text): one for one in held}
            for known, name in aligned(gold, reading):
                one = told.get(name)
                words, rows = (one.words, one.rows) if one else ([], [])
                yield Example(
                    gold.name, " ".join(known.standing), words, rows, rights(known, words)
                )


def cases(path: Path, model: Model) -> Iterator[Example]:
    """The sources of short texts, of which one at most has the standing that the case says."""
    with watched() as held:
        for case in tomllib.loads(path.read_text())["case"]:
            held.clear()
            read(case["name"], "case", model)
            for one in held:
                right = [bool(case["standing"]) and close(w, case["standing"]) for w in one.words]
                wanted = case["standing"] if any(right) else ""
                yield Example("case", wanted, one.words, one.rows, right)


def news(data: Path, model: Model) -> Iterator[Example]:
    """The sources of real articles, most of which are there for no reason that the article tells."""
    known: dict[str, list[list[int]]] = msgspec.json.decode(NEWS.read_bytes())
    bodies = _bodies(data / "fnc-1" / "train_bodies.csv")
    with watched() as held:
        for name, marked in known.items():
            held.clear()
            corpus, _, of = name.partition("/")
            file = data / "polnear" / "train" / "text" / f"{of}.txt"
            read(bodies[of] if corpus == "fnc-1" else file.read_text(), of, model)
            why = {Span(*one[:2]): Span(*one[2:]) for one in marked}
            for one in held:
                wanted = [span for who, span in why.items() if who.meets(one.name)]
                right = [any(_same(span, other) for other in wanted) for span in one.spans]
                words = one.words[right.index(True)] if any(right) else ""
                yield Example(name, words, one.words, one.rows, right)


def _bodies(path: Path) -> dict[str, str]:
    """The articles of fnc-1, by their numbers."""
    with path.open(newline="") as file:
        return {row["Body ID"]: row["articleBody"] for row in csv.DictReader(file)}


def _same(one: Span, other: Span) -> bool:
    """Whether two stretches are the same but for a word or two at their ends."""
    return one.meets(other) and abs(one.length - other.length) < ENDS


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


def said_why(one: Example, weights: Row) -> str:
    """The standing that some weights find; "" for none."""
    scored = [
        (weighed(row, weights), words) for row, words in zip(one.rows, one.words, strict=True)
    ]
    best = max(scored, default=(ENOUGH, ""))
    return best[1] if best[0] > ENOUGH else ""


def main() -> None:
    """Learns, says how well, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--only-measure", action="store_true")
    told = parser.parse_args()
    model = open_model()
    if model is None:
        raise SystemExit("there are no weights to read with")
    every = [one for folder in told.folder for one in examples(folder, model)]
    short = list(cases(told.cases, model))
    real = list(news(told.news, model)) if told.news else []
    share = _print_left_out("annotated", every, short, real)
    if real:
        _print_left_out("news", real, every, short)
    if not told.only_measure:
        files = [told.cases, *([NEWS] if told.news else [])]
        files += [path for folder in told.folder for path in sorted(folder.glob("*.toml"))]
        ship(Weights(digest(files), round(share, 1), learned([*every, *short, *real])), TARGET)


def _left_out(
    counted: Sequence[Example], *others: Sequence[Example]
) -> list[tuple[bool, bool, bool]]:
    """Of each source, by weights learned without its article: whether it is right, whether there is a reason, whether one is found."""
    names = sorted({one.of for one in counted})
    right: list[tuple[bool, bool, bool]] = []
    for out in ({*names[n::FOLDS]} for n in range(FOLDS)):
        weights = learned([one for some in (counted, *others) for one in some if one.of not in out])
        for one in counted:
            if one.of in out:
                found = said_why(one, weights)
                right.append((close(found, one.wanted), bool(one.wanted), bool(found)))
    return right


def _print_left_out(name: str, counted: Sequence[Example], *others: Sequence[Example]) -> float:
    """How often the reason is right where there is one, which it returns, at all, and where one is found."""
    right = _left_out(counted, *others)
    shares = []
    for what, kept in (
        ("where there is one", [good for good, wanted, _ in right if wanted]),
        ("at all", [good for good, _, _ in right]),
        ("where one is found", [good for good, _, found in right if found]),
    ):
        shares.append(100 * sum(kept) / max(len(kept), 1))
        print(f"{name}, left out in turn, {what}: {shares[-1]:.1f} ({sum(kept)} of {len(kept)})")
    return shares[0]


if __name__ == "__main__":
    main()
