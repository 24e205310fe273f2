"""Learn what a paragraph, a sentence and a part of one do in a weighing, from marked columns.

    python scripts/train_weighing.py gold/columns/dev [--only-measure]

Prints what columns score that were each read by weights learned without it; then writes
src/hearsay/reader/weighing/weights.json from all of them, unless --only-measure.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from regression import of_signals, regression
from shipped import digest, ship

from hearsay.language.words import words
from hearsay.measure.gold.columns import Column, Weighed, columns
from hearsay.measure.hypotheses import NAMES, Measured, compared
from hearsay.measure.syntax import shares
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.weighing.answers import Answer, Way
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.evidence import follow, parts_about, signals_of
from hearsay.reader.weighing.posed import of_questions
from hearsay.reader.weighing.put_up import paragraphs
from hearsay.reader.weighing.row import Sentence, row
from hearsay.reader.weighing.signals import Standing, of_paragraphs, of_sentences
from hearsay.reader.weighing.weighing import weighed
from hearsay.reader.weighing.weights import Beside, Weighted, Weights, beside
from hearsay.text.article import Article
from hearsay.text.span import Spans

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "reader" / "weighing" / "weights.json"
FOLDS = 6
QUESTION, PARAGRAPH, CLAIM, PART, SECOND = 4.0, 16.0, 4.0, 8.0, 1.0  # how much large weights cost
RARE = 2  # a signal of fewer is not weighed
SHARE, MOST = 0.3, 0.5

Marked = list[tuple[frozenset[str], bool]]


class Example(msgspec.Struct):
    """A column: what is seen in it, and what is marked."""

    gold: Column
    article: Article
    every: list[Sentence]
    groups: list[list[int]]
    asks: list[bool]
    paragraphs: Marked
    claims: Marked
    evidence: Marked
    against: Marked


def example(gold: Column) -> Example:
    """What is seen of a column, and what is marked in it."""
    page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
    article = extract(page, gold.published).article
    every = row(article, words(article.text))
    questions = list(asked(every))
    groups = paragraphs(every)
    answers = [
        sorted(((_sentence(every, c.claim), c) for c in one.candidates), key=lambda pair: pair[0])
        for one in gold.hypotheses
    ]
    has = {n for held in answers for n, _ in held}
    asks = [
        any(span.meets(one.span) for h in gold.hypotheses for span in h.question) for one in every
    ]
    marked = [any(n in has for n in group) for group in groups]
    claims: Marked = []
    for group, mine in zip(groups, marked, strict=True):
        if mine:
            seen = of_sentences(every, group, questions)
            claims += [(signals, n in has) for signals, n in zip(seen, group, strict=True)]
    evidence: Marked = []
    against: Marked = []
    for held in answers:
        whole = [Answer(n, c.claim, every[n].span, Way.PARAGRAPH, n) for n, c in held]
        for at, (_, candidate) in enumerate(held):
            about = parts_about(every, whole, at, questions)
            standing = Standing(0, len(about))
            for part in about:
                signals = signals_of(part, standing)
                side = _side(part.part, candidate)
                evidence.append((signals, side != 0))
                against += [(signals, side < 0)] if side else []
                standing = follow(standing, part.part, side or standing.side)
    seen = of_paragraphs(every, groups, questions)
    return Example(
        gold, article, every, groups, asks, list(zip(seen, marked, strict=True)), claims, evidence, against
    )  # fmt: skip


def _sentence(every: Sequence[Sentence], claim: Spans) -> int:
    """The sentence that has most of a claim."""

    def common(n: int) -> int:
        return sum(part.length for one in claim if (part := one.common(every[n].span)))

    return max((n for n in range(len(every)) if not every[n].headline), key=common)


def _side(part: Sentence, candidate: Weighed) -> int:
    best = side = 0
    for sign, those in ((1, candidate.supports), (-1, candidate.against)):
        for one in those:
            common = sum(c.length for span in one if (c := span.common(part.span)))
            enough = common >= SHARE * part.span.length
            enough = enough or common >= MOST * sum(span.length for span in one)
            if enough and common > best:
                best, side = common, sign
    return side


def weighted(those: Marked, price: float) -> Weighted:
    """Weights of the signals of marked examples."""
    own = np.array([float(mark) for _, mark in those])
    return Weighted(*of_signals([one for one, _ in those], own, np.ones(len(those)), price, RARE))


def learned(those: Sequence[Example]) -> Weights:
    """All weights, from some columns."""
    rows: list[tuple[float, ...]] = []
    marks: list[float] = []
    posed: Marked = []
    for fold in range(FOLDS):
        near = [one for n, one in enumerate(those) if n % FOLDS != fold]
        first = weighted([mark for one in near for mark in one.paragraphs], PARAGRAPH)
        for one in those[fold::FOLDS]:
            likely = [first.chance(signals) for signals, _ in one.paragraphs]
            rows += [msgspec.structs.astuple(around) for around in beside(likely)]
            marks += [float(mark) for _, mark in one.paragraphs]
            posed += zip(of_questions(one.every, one.groups, likely), one.asks, strict=True)
    found = regression(np.array(rows), np.array(marks), np.ones(len(marks)), SECOND)
    second = [round(float(w), 3) for w in found]
    return Weights(
        "", {},
        weighted(posed, QUESTION),
        weighted([mark for one in those for mark in one.paragraphs], PARAGRAPH),
        Beside(*second[:-1]), second[-1],
        weighted([mark for one in those for mark in one.claims], CLAIM),
        weighted([mark for one in those for mark in one.evidence], PART),
        weighted([mark for one in those for mark in one.against], PART),
    )  # fmt: skip


def left_out(those: Sequence[Example], only: str) -> dict[str, float]:
    """Figures on columns that were each read by weights learned without it, printed."""
    counts = []
    for one in those:
        if not one.gold.name.startswith(only):
            continue
        known = learned([other for other in those if other is not one])
        told = weighed(one.article, words(one.article.text), known)
        counts.append(compared(one.gold, told)[0])
    measured = Measured(shares("left out", NAMES, counts), ())
    print(measured.as_text())
    held = {one.name: round(one.f1, 3) for one in measured.figures.shares if ":" not in one.name}
    return held | {"for and against": round(measured.macro, 3)}


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    take.add_argument("folder", type=Path)
    take.add_argument("--only-measure", action="store_true")
    take.add_argument("--only", default="", help="measure columns alone whose names begin so")
    given = take.parse_args()
    those = [example(one) for one in columns(given.folder)]
    figures = left_out(those, given.only)
    if given.only_measure:
        return
    made_of = digest(sorted(given.folder.glob("*.toml")))
    ship(msgspec.structs.replace(learned(those), digest=made_of, left_out=figures), TARGET)


if __name__ == "__main__":
    main()
