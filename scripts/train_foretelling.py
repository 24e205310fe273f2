"""Learn how much each signal speaks for words' foretelling something, from marked columns, reports and news.

    python scripts/train_foretelling.py gold/columns/dev gold/columns/ahead gold/columns/candidates.csv POLNEAR [--only-measure]

Two rounds: the second knows what the first, learned without the article's writer, makes of the words nearby. The CSV has for words of other articles whether they foretell: of our own, and of PolNEAR's training half, whose texts are in the
folder POLNEAR (its `text`). Prints what the columns of each writer score by weights that were learned without them; then writes
src/hearsay/reader/foretold/weights.json from all of them, unless --only-measure.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import msgspec
import numpy as np
from regression import of_signals
from shipped import digest, ship
from texts import texts

from hearsay.measure.actors import overlap
from hearsay.measure.forecasts import met
from hearsay.measure.gold.columns import Column, columns
from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader import read as reading
from hearsay.reader.acts.findings import Acts
from hearsay.reader.foretold import findings
from hearsay.reader.foretold.findings import Candidate, Foretold
from hearsay.reader.foretold.near import near
from hearsay.reader.foretold.weights import Round, Weights
from hearsay.text.span import Spans

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "hearsay" / "reader" / "foretold" / "weights.json"
HALF = 0.5
MOST, SOME = (
    0.8,
    0.3,
)  # of the words of one side, and of the other: the same forecast, cut otherwise
RARE = 3  # a signal of fewer is not weighed
PRICE = 2.5  # how much large weights cost
OTHERS = 0.6  # how much words of another article count beside those of a column
FLOOR = 0.38
PARTS = 6  # in which the other articles are left out


class Example(msgspec.Struct):
    """Words that may foretell."""

    article: str
    found: Foretold
    at: int
    seen: frozenset[str]
    foretells: bool = False
    counts: float = 1.0
    of_others: bool = False


def candidates(name: str, text: str, published: str | None, model: Model) -> list[Example]:
    """All words of an article that may foretell, with what is seen of them."""
    out: list[Example] = []
    page = open_page(text.encode(), name, content_type="text/plain")
    extracted = extract(page, published)

    def kept(done: Acts, *others: object, **named: object) -> list[Candidate]:
        for one, seen in findings.candidates(done, *others, **named):  # type: ignore[arg-type]
            at = done.tree.words[one.future.at].span.start
            out.append(Example(name, one, at, seen))
        return []

    reading.candidates = kept  # type: ignore[attr-defined, assignment]
    try:
        reading.read(extracted.article, extracted.remarks, model)
    finally:
        reading.candidates = findings.candidates  # type: ignore[attr-defined]
    return out


def of_columns(folder: Path, model: Model) -> tuple[list[Example], dict[str, Column]]:
    """The candidates of annotated columns."""
    out: list[Example] = []
    gold = {one.name: one for one in columns(folder)}
    for one in gold.values():
        for example in candidates(one.name, one.text, one.published, model):
            content = example.found.terms.content
            example.foretells = any(_alike(w.content, content) for w in one.forecasts)
            out.append(example)
    return out, gold


def _alike(wanted: Spans, found: Spans) -> bool:
    if overlap(wanted, found) >= HALF:
        return True
    both = sum(part.length for a in wanted for b in found if (part := a.common(b)))
    shares = sorted(both / max(1, sum(part.length for part in side)) for side in (wanted, found))
    return shares[0] >= SOME and shares[1] >= MOST


def of_others(marks: Path, data: Path, model: Model) -> list[Example]:
    """The candidates of other articles that are marked."""
    wanted: dict[str, dict[tuple[int, str], bool]] = {}
    with marks.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            mine = wanted.setdefault(row["article"], {})
            mine[int(row["at"]), row["rule"]] = row["forecast"] == "yes"
    out: list[Example] = []
    text = texts(data)
    for article, known in wanted.items():
        for example in candidates(article, text(article), None, model):
            told = known.get((example.at, example.found.future.rule))
            if told is not None:
                example.foretells, example.counts = told, OTHERS
            else:
                example.counts = 0.0  # nobody marked it: it is company for the others alone
            example.of_others = True
            out.append(example)
    return out


def _round(those: Sequence[Example]) -> Round:
    """The weights of one round that some examples give."""
    own = np.array([float(one.foretells) for one in those])
    counts = np.array([one.counts for one in those])
    bias, signs = of_signals([one.seen for one in those], own, counts, PRICE, RARE)
    return Round(bias, signs)


def _group(one: Example) -> str:
    """Who is left out together: the columns of a writer, whose names open with one letter; a part of the other articles."""
    name = one.article
    return f"other {crc32(name.encode()) % PARTS}" if one.of_others else name[0]


def beside(those: Sequence[Example], chances: Sequence[float]) -> list[Example]:
    """The examples, each with what is near it in its article."""
    out = list(those)
    for article in {one.article for one in those}:
        held = [n for n, one in enumerate(those) if one.article == article]
        named = near(
            [those[n].found.terms.content[0] for n in held],
            [those[n].found.future.at for n in held],
            [chances[n] for n in held],
        )
        for n, name in zip(held, named, strict=True):
            out[n] = msgspec.structs.replace(those[n], seen=those[n].seen | {name})
    return out


def alone(those: Sequence[Example]) -> list[float]:
    """How likely each foretells by a first round that was learned without its writer."""
    chances = [0.0] * len(those)
    for group in {_group(one) for one in those}:
        known = _round([one for one in those if _group(one) != group])
        for n, one in enumerate(those):
            if _group(one) == group:
                chances[n] = known.chance(one.seen)
    return chances


def learned(those: Sequence[Example], chances: Sequence[float]) -> Weights:
    """The weights of both rounds that some examples give, and their chances by the first."""
    return Weights("", 0.0, FLOOR, _round(those), _round(beside(those, chances)))


def left_out(those: Sequence[Example], chances: Sequence[float], gold: dict[str, Column]) -> float:
    """F1 on the columns of each writer, whose names open with one letter, by weights that were learned without them."""
    total = np.zeros(3, dtype=int)
    for writer in sorted({name[0] for name in gold}):
        rest = [n for n, one in enumerate(those) if _group(one) != writer]
        known = learned([those[n] for n in rest], [chances[n] for n in rest])
        here = np.zeros(3, dtype=int)
        for name, column in gold.items():
            if name[0] == writer:
                here += _counts([one for one in those if one.article == name], column, known)
        f1 = 200 * here[0] / (here[1] + here[2])
        print(f"  {writer}_… {here[0]:4} right {here[1]:4} found {here[2]:4} wanted, F1 {f1:.1f}")
        total += here
    f1 = float(2 * total[0] / (total[1] + total[2]))
    print(f"left out: {total[0]} right {total[1]} found {total[2]} wanted, F1 {f1:.3f}")
    return f1


def _counts(those: Sequence[Example], column: Column, known: Weights) -> list[int]:
    seen = beside(those, [known.first.chance(one.seen) for one in those])
    sure = ((one.found, known.second.chance(one.seen)) for one in seen)
    told = [msgspec.structs.replace(one, sure=chance) for one, chance in sure if chance >= FLOOR]
    kept = findings.once(told)
    right = met([w.content for w in column.forecasts], [one.terms.content for one in kept])
    return [len(right), len(kept), len(column.forecasts)]


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    take.add_argument("folders", type=Path, nargs="+")
    take.add_argument("marks", type=Path)
    take.add_argument("data", type=Path)
    take.add_argument("--only-measure", action="store_true")
    asked = take.parse_args()
    model = open_model()
    mine: list[Example] = []
    gold: dict[str, Column] = {}
    for folder in asked.folders:
        some, known = of_columns(folder, model)
        mine, gold = mine + some, gold | known
    mine += of_others(asked.marks, asked.data, model)
    chances = alone(mine)
    f1 = left_out(mine, chances, gold)
    if asked.only_measure:
        return
    made_of = digest(
        [*(one for f in asked.folders for one in sorted(f.glob("*.toml"))), asked.marks]
    )
    ship(
        msgspec.structs.replace(learned(mine, chances), digest=made_of, left_out=round(f1, 3)),
        TARGET,
    )


if __name__ == "__main__":
    main()
