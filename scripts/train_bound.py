"""Learn from judged commitments how likely one is right, by what the network made of the words that bind and of the action.

    python scripts/train_bound.py gold/acts/bound.csv gold/acts/dev DATA [--only-measure]

The CSV has for commitments found in real news whether they are right; DATA is the folder of the corpora whose texts those are. Those found in the annotated
articles of gold/acts/dev are right where an annotated one has their force and words of their matter. Prints how often a right one is trusted more than a wrong
one, each tenth of the articles left out, and how often those of each trust are right; then writes src/hearsay/reader/acts/trust.json.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import msgspec
import numpy as np
from regression import Rows, regression
from shipped import digest, ship
from texts import texts

from hearsay.measure.actors import overlap
from hearsay.measure.gold.acts import acted
from hearsay.measure.likest import likest
from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader import read as reading
from hearsay.reader.acts import findings
from hearsay.reader.acts.commitments import Held
from hearsay.reader.acts.findings import Acts
from hearsay.reader.acts.trust import Trust, figures, kinds
from hearsay.text.span import Span, Spans

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "hearsay" / "reader" / "acts" / "trust.json"
PRICE = 1000.0  # how much large weights of figures that vary by one cost
OF_KINDS = 6.0  # how much more cheaply a kind is believed than one of the figures
NEWS = 1.5  # how much a commitment of real news counts beside one of our own articles
FOLDS = 10
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Example(msgspec.Struct, frozen=True):
    """A commitment that was found: its article, kinds and figures, whether it is right, whether it is of real news."""

    article: str
    kinds: tuple[str, str]
    figures: Rows
    right: bool
    news: bool


def found(name: str, text: str, model: Model) -> Acts:
    """What the reader finds done in a text."""
    kept: list[Acts] = []

    def acts(*given: object) -> Acts:
        kept.append(findings.acts(*given))  # type: ignore[arg-type]
        return kept[-1]

    extracted = extract(open_page(text.encode(), name, content_type="text/plain"))
    reading.acts = acts  # type: ignore[attr-defined, assignment]
    try:
        reading.read(extracted.article, extracted.remarks, model)
    finally:
        reading.acts = findings.acts  # type: ignore[attr-defined]
    return kept[0]


def example(article: str, done: Acts, one: Held, *, right: bool, news: bool) -> Example:
    """A commitment with what is learned from."""
    if done.upper is None:
        raise SystemExit("the model keeps nothing of what it made of words")
    seen = figures(one.bond, done.tree, done.upper)
    return Example(article, kinds(one.bond), seen, right, news)


def of_news(marks: Path, data: Path, model: Model) -> Iterator[Example]:
    """The commitments of real news that are judged and found still."""
    text = texts(data)
    with marks.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(line for line in file if not line.startswith("#"))]
    for article in {row["article"]: None for row in rows}:
        done = found(article, text(article), model)
        told = {(one.bond.force.value, one.parts.matter): one for one in done.held}
        for row in rows:
            one = told.get((row["force"], spans(row["matter"])))
            if row["article"] == article and one is not None:
                yield example(article, done, one, right=row["right"] == "yes", news=True)


def spans(told: str) -> Spans:
    """The places that a table tells: "12:20 31:40"."""
    ends = (part.split(":") for part in told.split())
    return tuple(Span(int(start), int(end)) for start, end in ends)


def of_ours(folder: Path, model: Model) -> Iterator[Example]:
    """The commitments found in annotated articles."""
    for gold in acted(folder):
        done = found(gold.name, gold.text, model)
        alike = likest(
            (overlap(wanted.matter, one.parts.matter), n, m)
            for n, wanted in enumerate(gold.bound)
            for m, one in enumerate(done.held)
            if wanted.told.force is one.bond.force and overlap(wanted.matter, one.parts.matter) > 0
        )
        right = {m for _, m in alike}
        for n, one in enumerate(done.held):
            yield example(gold.name, done, one, right=n in right, news=False)


def learned(those: Sequence[Example]) -> Trust:
    """The weights that some examples give; those of the figures are for the figures as they come."""
    names = sorted({name for one in those for name in one.kinds})
    own = np.array([[OF_KINDS * (name in one.kinds) for name in names] for one in those])
    made = np.array([one.figures for one in those])
    middle, spread = made.mean(axis=0), made.std(axis=0)
    right = np.array([float(one.right) for one in those])
    counts = np.array([NEWS if one.news else 1.0 for one in those])
    weights = regression(np.hstack([own, (made - middle) / spread]), right, counts, PRICE)
    each = weights[len(names) : -1] / spread
    half = len(each) // 2
    short = [round(float(w), 4) for w in each]
    of_kinds = {
        name: round(float(OF_KINDS * w), 3) for name, w in zip(names, weights, strict=False)
    }
    bias = round(float(weights[-1] - each @ middle), 3)
    return Trust("", 0.0, bias, of_kinds, tuple(short[:half]), tuple(short[half:]))


def left_out(those: Sequence[Example]) -> list[float]:
    """How far each is trusted by weights that were learned without its article."""
    out = [0.0] * len(those)
    fold = [crc32(one.article.encode()) % FOLDS for one in those]
    for part in range(FOLDS):
        known = learned([one for one, own in zip(those, fold, strict=True) if own != part])
        for n, one in enumerate(those):
            if fold[n] == part:
                out[n] = known.likely(one.kinds, one.figures)
    return out


def told_apart(sure: Mapping[int, float], those: Sequence[Example]) -> float:
    """How often in 100 a right one is trusted more than a wrong one."""
    right = np.array([sure[n] for n in sure if those[n].right])
    wrong = np.array([sure[n] for n in sure if not those[n].right])
    more = (right[:, None] > wrong).mean() + (right[:, None] == wrong).mean() / 2
    return round(100 * float(more), 1)


def shown(what: str, sure: Mapping[int, float], those: Sequence[Example]) -> float:
    """Prints how well those of some articles are told apart, and how often those of each trust are right."""
    apart = told_apart(sure, those)
    share = sum(those[n].right for n in sure) / len(sure)
    print(f"{what}: {len(sure)}, right {share:.3f}; told apart {apart:.1f} times in 100")
    for low, high in pairwise(STEPS):
        held = [n for n in sure if low <= sure[n] < high]
        if held:
            said, right = (
                sum(one) / len(held)
                for one in ([sure[n] for n in held], [those[n].right for n in held])
            )
            print(f"  {low:.1f} to {high:.1f}  {len(held):5}  said {said:.2f}  right {right:.2f}")
    return apart


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    for name in ("marks", "folder", "data"):
        take.add_argument(name, type=Path)
    take.add_argument("--only-measure", action="store_true")
    asked = take.parse_args()
    model = open_model()
    those = [*of_news(asked.marks, asked.data, model), *of_ours(asked.folder, model)]
    sure = dict(enumerate(left_out(those)))
    shown("our own articles", {n: w for n, w in sure.items() if not those[n].news}, those)
    apart = shown("real news", {n: w for n, w in sure.items() if those[n].news}, those)
    if not asked.only_measure:
        known = msgspec.structs.replace(
            learned(those), digest=digest([asked.marks]), told_apart=apart
        )
        ship(known, TARGET)


if __name__ == "__main__":
    main()
