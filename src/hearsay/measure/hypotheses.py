"""How well questions of why, their answers, and what is given for and against each are found.

A question is found where it shares a character with the annotated one; a candidate where at least half of the words of the shorter
of the two claims are in the other, each once. A stretch for or against a candidate is right where it shares at
least half of the shorter of the two with one of the other side's that goes the same way for the same candidate, or half of it lies in all of
those; so it does not matter how finely they are cut. "Columns" are
articles of which at least one question, with at least two thirds of its candidates, is found.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hearsay.measure.gold.columns import Asked, Column, Weighed, columns
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Candidate, Hypotheses
from hearsay.text.span import Spans, cut

SIDES = ("for", "against")
NAMES = (
    "questions", "candidates", "columns", "for: precision", "for: recall", "against: precision",
    "against: recall",
)  # fmt: skip
HALF = 0.5
MOST = 2 / 3
"""The share of the candidates of a question that must be found for a column to count."""


class Miss(NamedTuple):
    """What was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


class Measured(NamedTuple):
    """The figures, and what was wrong."""

    figures: Parsed
    misses: tuple[Miss, ...]

    def side(self, name: str) -> float:
        """F1 of for, or of against: the harmonic mean of the share of found that is right, and of wanted that is found."""
        by_name = {one.name: one.f1 for one in self.figures.shares}
        precision, recall = by_name[f"{name}: precision"], by_name[f"{name}: recall"]
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def macro(self) -> float:
        """The mean of the F1 of for and of against."""
        return sum(map(self.side, SIDES)) / len(SIDES)

    def as_text(self) -> str:
        """The figures for a person."""
        sides = ", ".join(f"{name} F1 {100 * self.side(name):.1f}" for name in SIDES)
        return f"{self.figures.as_text()}  {sides}; macro F1 {100 * self.macro:.1f}\n"

    def as_json(self) -> bytes:
        """The figures as one line of JSON."""
        return self.figures.as_json()


def measure_hypotheses(folder: Path, model: Model | None) -> Measured:
    """The figures over a folder of annotated articles.

    Raises:
        BadGold: the folder holds none.
    """
    told = [compared(gold, _reading(gold, model).hypotheses) for gold in columns(folder)]
    counts = [one for one, _ in told]
    misses = tuple(miss for _, every in told for miss in every)
    return Measured(shares(str(folder), NAMES, counts), misses)


def _reading(gold: Column, model: Model | None) -> Reading:
    page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
    extracted = extract(page, gold.published)
    return read(extracted.article, extracted.remarks, model)


def compared(gold: Column, found: Sequence[Hypotheses]) -> tuple[Counts, list[Miss]]:
    """The counts of one article, as `NAMES` has them, and what is otherwise than wanted.

    Args:
        gold: the article as it is annotated.
        found: what is found in it.
    """
    misses: list[Miss] = []
    wanted = gold.hypotheses
    pairs = list(_questions(wanted, found))
    same: list[tuple[Weighed, Candidate]] = []
    column = 0
    for asked, weighed in pairs:
        met = list(_candidates(asked.candidates, weighed.candidates))
        same += met
        column |= len(met) >= MOST * len(asked.candidates)
    met_questions = {asked.question for asked, _ in pairs}
    misses += [
        Miss(gold.name, "question", cut(asked.question, gold.text), "")
        for asked in wanted
        if asked.question not in met_questions
    ]
    misses += [
        Miss(gold.name, "question", "", weighed.question.cut(gold.text))
        for weighed in found
        if not any(weighed is other for _, other in pairs) and weighed.question
    ]
    every = [one for asked in wanted for one in asked.candidates]
    mine = [one for weighed in found for one in weighed.candidates]
    for one in every:
        other = next((f for w, f in same if w is one), None)
        claim = cut(one.claim, gold.text)
        if other is None:
            misses.append(Miss(gold.name, "candidate", claim, ""))
        else:
            misses += _sides(gold, claim, one, other)
    for made in mine:
        if not any(made is f for _, f in same):
            misses.append(Miss(gold.name, "candidate", "", cut(made.claim, gold.text)))
    counts = [
        (len(pairs), len(found), len(wanted)),
        (len(same), len(mine), len(every)),
        (column, int(bool(found)), int(bool(wanted))),
        *_evidence(every, mine, same, supports=True),
        *_evidence(every, mine, same, supports=False),
    ]
    return counts, misses


def _questions(
    wanted: Sequence[Asked], found: Sequence[Hypotheses]
) -> Iterator[tuple[Asked, Hypotheses]]:
    left = list(found)
    for asked in wanted:
        for one in left:
            where = (one.question,) if one.question else ()
            if _meet(asked.question, where) or (not asked.question and not where):
                left.remove(one)
                yield asked, one
                break


def _meet(a: Spans, b: Spans) -> bool:
    return any(x.meets(y) for x in a for y in b)


def _candidates(
    wanted: Sequence[Weighed], found: Sequence[Candidate]
) -> Iterator[tuple[Weighed, Candidate]]:
    left = list(found)
    for one in wanted:
        scored = [(_shared(one.claim, f.claim), n) for n, f in enumerate(left)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= HALF:
            yield one, left.pop(best[1])


def _shared(a: Spans, b: Spans) -> float:
    """Characters in common, as a share of the shorter."""
    common = sum(c.length for x in a for y in b if (c := x.common(y)))
    shorter = min(sum(x.length for x in a), sum(y.length for y in b))
    return common / shorter if shorter else 0.0


def _inside(one: Spans, others: Sequence[Spans]) -> bool:
    """Whether a stretch and one of others share at least half of the shorter, or half of it lies in all of them."""
    common = sum(c.length for x in one for other in others for y in other if (c := x.common(y)))
    near = any(_shared(one, other) >= HALF for other in others)
    return near or common >= HALF * sum(x.length for x in one)


def _evidence(
    every: Sequence[Weighed],
    mine: Sequence[Candidate],
    same: Sequence[tuple[Weighed, Candidate]],
    *,
    supports: bool,
) -> Counts:
    """How many of the found stretches are right, and how many of the wanted ones are found."""
    right = met = 0
    for w, f in same:
        theirs = w.supports if supports else w.against
        own = [(span,) for span in (f.supports if supports else f.against)]
        met += sum(_inside(one, own) for one in theirs)
        right += sum(_inside(one, theirs) for one in own)
    wanted = sum(len(w.supports if supports else w.against) for w in every)
    found = sum(len(f.supports if supports else f.against) for f in mine)
    return [(right, found, found), (met, wanted, wanted)]


def _sides(gold: Column, claim: str, wanted: Weighed, found: Candidate) -> Iterator[Miss]:
    """What is on the wrong side, or on none, for a candidate that is found."""
    for name, theirs, spans in (
        ("for", wanted.supports, found.supports), ("against", wanted.against, found.against),
    ):  # fmt: skip
        own = [(span,) for span in spans]
        for one in theirs:
            if not _inside(one, own):
                yield Miss(gold.name, f"{name} “{claim}”", cut(one, gold.text), "")
        for one in own:
            if not _inside(one, theirs):
                yield Miss(gold.name, f"{name} “{claim}”", "", cut(one, gold.text))
