"""Learn what each sign counts for why a source is in an article, from annotated articles.

    python scripts/train_standing.py gold/actors/dev --cases tests/cases/standings.toml [--news DATA] [--only-measure]

DATA is a folder with polnear/train and fnc-1, of whose articles gold/actors/why.json says why their sources are there, most
of them for no reason that is told: [start, end] of a name, and of the words that say why.

Prints how often the standing is right, where there is one and at all, each tenth of the articles read by weights that were
learned without it; then writes src/hearsay/reader/cast/standing.json from all of them and the cases, unless --only-measure.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize
from shipped import digest, ship
from texts import texts

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
ROUNDS = 70  # by which the weights no longer change in what they choose
PRICE = 2.0  # how much large weights cost
PRICE_OF_WORDS = 200.0  # the same of what the network made of the words: of 20 to 600, articles left out score best at 200
FEWEST = 4  # sources of which a sign must be seen to count
LEAST = 0.005  # of a weight that is kept
NOTHING = np.zeros((0, 0))
Row = dict[str, float]
Learned = tuple[Row, tuple[float, ...]]
"""What each sign counts, and what each figure of the network's upper layer does."""


class Example(msgspec.Struct):
    """A source: what is seen of all that is told of it, what the network made of that, and which of it is why it is there."""

    of: str
    wanted: str
    words: list[str]
    rows: list[Row]
    made: np.ndarray
    right: list[bool]


class Told(msgspec.Struct):
    """A source of which it was asked why it is there: its name, all that is told of it, what is seen and made of that."""

    name: Span
    spans: list[Span]
    words: list[str]
    rows: list[Row]
    made: np.ndarray


@contextmanager
def watched() -> Iterator[list[Told]]:
    """A list into which every source is put of which a reading asks why it is there."""
    held: list[Told] = []
    why = Standing.why

    def taught(self: Standing, record: Record, said: Sequence[Statement]) -> list[Span]:
        told = self.all_told(record, said)
        spans = [one.span for one in told]
        words = [span.cut(self.tree.text) for span in spans]
        rows = self.seeing.rows(told, record, said)
        held.append(Told(record.name, spans, words, rows, self.made(told)))
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
                made = one.made if one else NOTHING
                right = rights(known, words)
                yield Example(gold.name, " ".join(known.standing), words, rows, made, right)


def cases(path: Path, model: Model) -> Iterator[Example]:
    """The sources of short texts, of which one at most has the standing that the case says."""
    with watched() as held:
        for case in tomllib.loads(path.read_text())["case"]:
            held.clear()
            read(case["name"], "case", model)
            for one in held:
                right = [bool(case["standing"]) and close(w, case["standing"]) for w in one.words]
                wanted = case["standing"] if any(right) else ""
                yield Example("case", wanted, one.words, one.rows, one.made, right)


def news(data: Path, model: Model) -> Iterator[Example]:
    """The sources of real articles, most of which are there for no reason that the article tells."""
    known: dict[str, list[list[int]]] = msgspec.json.decode(NEWS.read_bytes())
    text = texts(data)
    with watched() as held:
        for name, marked in known.items():
            held.clear()
            read(text(name), name, model)
            why = [(Span(*one[:2]), Span(*one[2:])) for one in marked]
            for one in held:
                wanted = [span for who, span in why if who.meets(one.name)]
                right = [any(_same(span, other) for other in wanted) for span in one.spans]
                words = one.words[right.index(True)] if any(right) else ""
                yield Example(name, words, one.words, one.rows, one.made, right)


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


def learned(examples: Sequence[Example]) -> Learned:
    """The weights under which what is why ranks first, before nothing; and nothing does, where nothing is why."""
    kept = [one for one in examples if any(one.right) or not one.wanted]
    counts = Counter(name for one in kept for name in {n for row in one.rows for n in row})
    names = sorted(name for name, many in counts.items() if many >= FEWEST)
    at = {name: n for n, name in enumerate(names)}
    made = np.vstack([one.made for one in kept if len(one.rows)])
    mean, spread = made.mean(axis=0), made.std(axis=0)
    sizes = [len(one.rows) + 1 for one in kept]
    seen = np.zeros((sum(sizes), len(names) + len(mean)), dtype=np.float32)
    right = np.zeros(len(seen))
    line = 0
    for one in kept:
        right[line] = not one.wanted
        for row, words, good in zip(one.rows, one.made, one.right, strict=True):
            line += 1
            right[line] = good
            seen[line, len(names) :] = (words - mean) / spread
            for name, value in row.items():
                if name in at:
                    seen[line, at[name]] = value
        line += 1
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
    price = np.where(np.arange(seen.shape[1]) < len(names), PRICE, PRICE_OF_WORDS)
    found = _climbed(seen, right, starts, np.repeat(np.arange(len(sizes)), sizes), price)
    upper = found[len(names) :] / spread
    found[at["any"]] -= mean @ upper
    counted = {name: round(float(found[n]), 3) for name, n in at.items() if abs(found[n]) > LEAST}
    return counted, tuple(round(float(value), 4) for value in upper)


def _climbed(
    seen: np.ndarray, right: np.ndarray, starts: np.ndarray, group: np.ndarray, price: np.ndarray
) -> np.ndarray:
    """The weights of the likeliest choices."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = (seen @ weights.astype(np.float32)).astype(float)
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every = np.add.reduceat(odds, starts)
        good = np.add.reduceat(odds * right, starts) + 1e-12
        slope = odds / every[group] - odds * right / good[group]
        dear = price * weights
        down = (slope.astype(np.float32) @ seen).astype(float) + dear
        return float(np.log(every / good).sum() + dear @ weights / 2), down

    begun = np.zeros(seen.shape[1])
    found = minimize(loss, begun, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return np.array(found.x)


def said_why(one: Example, weights: Learned) -> str:
    """The standing that some weights find; "" for none."""
    counts, upper = weights
    more = one.made @ np.array(upper) if one.rows else []
    scored = [
        (weighed(row, counts) + float(plus), words)
        for row, plus, words in zip(one.rows, more, one.words, strict=True)
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
        counts, upper = learned([*every, *short, *real])
        ship(Weights(digest(files), round(share, 1), counts, upper), TARGET)


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
