"""Learn what each sign counts for a sentence's going on in a source's account, from annotated articles.

    python scripts/train_carried.py gold/actors/dev [--only-measure]

Prints how many of those that are carried over are found, and how many that are not, each tenth of the articles read by weights that
were learned without it; then writes src/hearsay/reader/cast/carried.json from all of them, unless --only-measure.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from regression import regression
from shipped import digest, ship

import hearsay.reader.read as reading_room
from hearsay.measure.gold.actors import peopled
from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.cast.carried import Decide, Walk
from hearsay.reader.cast.carried_signs import likely
from hearsay.reader.cast.weights import Weights
from hearsay.reader.statement import Statement
from hearsay.text.span import Span, found

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "reader" / "cast" / "carried.json"
FOLDS = 10
PRICE = 4.0  # how much large weights cost
ANY = "any"  # what every sentence has
FEWEST = 3  # sentences of which a sign must be seen to count
LEAST = 0.005  # of a weight that is kept
Row = dict[str, float]


class Example(msgspec.Struct):
    """An article: its blocks, where a way through them begins, and the sentences that are carried over."""

    of: str
    walk: Walk
    blocks: list[Span]
    wanted: list[int]


def examples(folder: Path, model: Model) -> Iterator[Example]:
    """The articles of a folder."""
    held: dict[int, tuple[Walk, list[Span]]] = {}
    over = Walk.over

    def taught(self: Walk, block: Span, decide: Decide) -> Iterator[tuple[Statement, Span, float]]:
        held.setdefault(id(self), (self, []))[1].append(block)
        return over(self, block, decide)

    Walk.over = taught  # type: ignore[method-assign]
    try:
        for gold in peopled(folder):
            held.clear()
            page = extract(open_page(gold.text.encode(), gold.name, content_type="text/plain"))
            reading_room.read(page.article, page.remarks, model)
            spans = (found(gold.text, one.sentence) for one in gold.carried)
            ((walk, blocks),) = held.values()
            yield Example(gold.name, walk, blocks, [span.start for span in spans if span])
    finally:
        Walk.over = over  # type: ignore[method-assign]


def rows(one: Example) -> list[tuple[Row, bool]]:
    """What is seen of each sentence that follows on one that is rightly taken, and whether it is carried over."""
    out: list[tuple[Row, bool]] = []

    def right(span: Span, signs: Row) -> float:
        wanted = any(span.start <= at < span.end for at in one.wanted)
        out.append((signs, wanted))
        return float(wanted)

    for block in one.blocks:
        list(one.walk.over(block, right))
    return out


def learned(every: Sequence[tuple[Row, bool]]) -> Row:
    """The weights of the likeliest answers."""
    counts = Counter(name for signs, _ in every for name in signs)
    names = sorted(name for name, many in counts.items() if many >= FEWEST and name != ANY)
    seen = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in every])
    right = np.array([wanted for _, wanted in every], float)
    found = regression(seen, right, np.ones(len(every)), PRICE, PRICE / 100)
    return {
        name: round(float(weight), 3)
        for name, weight in sorted(zip([*names, ANY], found, strict=True))
        if abs(weight) > LEAST
    }


def found_by(one: Example, weights: Row) -> tuple[int, int, int]:
    """How many are right, taken, wanted."""
    taken = [
        span
        for block in one.blocks
        for _, span, _ in one.walk.over(block, lambda _, signs: likely(signs, weights))
    ]
    right = sum(any(span.start <= at < span.end for span in taken) for at in one.wanted)
    return right, len(taken), len(one.wanted)


def main() -> None:
    """Learns, says how well, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--only-measure", action="store_true")
    told = parser.parse_args()
    model = open_model()
    if model is None:
        raise SystemExit("there are no weights to read with")
    every = [one for folder in told.folder for one in examples(folder, model)]
    seen = {id(one): rows(one) for one in every}
    counts = np.zeros(3, int)
    for n in range(FOLDS):
        out = every[n::FOLDS]
        weights = learned([row for one in every if one not in out for row in seen[id(one)]])
        counts += np.array([found_by(one, weights) for one in out]).sum(axis=0)
    right, taken, wanted = counts
    share = 200 * right / (taken + wanted)
    print(f"left out in turn: F1 {share:.1f} ({right} right, {taken} found, {wanted} wanted)")
    if not told.only_measure:
        files = [path for folder in told.folder for path in sorted(folder.glob("*.toml"))]
        counts_of = learned([row for one in every for row in seen[id(one)]])
        ship(Weights(digest(files), round(float(share), 1), counts_of), TARGET)


if __name__ == "__main__":
    main()
