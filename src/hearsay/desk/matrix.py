"""Matrix: the explanations of one question against what the article gives, after Heuer's analysis of competing hypotheses.

Every stretch that the article gives for or against one explanation is held against all of them: consistent, inconsistent, or neutral where
the article says nothing. The explanations are ranked by how little is inconsistent with them, not by how much is consistent; what goes back to
one source counts once. (R. J. Heuer, Psychology of Intelligence Analysis, 1999, chapter 8.)
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

import msgspec

from hearsay.reading.attribution import Kind
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Candidate, Hypotheses
from hearsay.text.span import Span, Spans


class Bearing(StrEnum):
    """How a piece of evidence bears on an explanation."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEUTRAL = "neutral"


class Change(msgspec.Struct, frozen=True):
    """A cell as a person has set it.

    Attributes:
        mark: what the person says.
        who: the person; "" where it is not known.
        when: the time, ISO 8601.
    """

    mark: Bearing
    who: str
    when: str


class Explanation(msgspec.Struct, frozen=True):
    """A column of the matrix.

    Attributes:
        id: H1 for the first of the article.
        claim: the words of it.
    """

    id: str
    claim: Spans


class Evidence(msgspec.Struct, frozen=True):
    """A row of the matrix.

    Attributes:
        id: E1 for the first of the article.
        span: the words of it.
        root: id of the actor to whom it goes back; None for the author's own words.
        statement: id of the attribution in which it stands; None for the author's own words.
    """

    id: str
    span: Span
    root: str | None
    statement: str | None

    @property
    def origin(self) -> str:
        """That which counts once: the root, or itself."""
        return self.root or self.id


class Matrix(msgspec.Struct, frozen=True):
    """A question, its explanations, and how each piece of evidence bears on each.

    Attributes:
        question: where it is asked; None where it is not.
        explanations: the columns, in the order of the text.
        evidence: the rows, in the order of the text.
        given: what the article gives, by the ids of explanation and evidence; neutral where it has no entry.
        changed: cells that a person has set, by the same ids.
    """

    question: Span | None
    explanations: tuple[Explanation, ...]
    evidence: tuple[Evidence, ...]
    given: Mapping[tuple[str, str], Bearing]
    changed: Mapping[tuple[str, str], Change]

    def mark(self, explanation: str, evidence: str) -> Bearing:
        """How a piece of evidence bears on an explanation: as a person has set it, else as the article gives it."""
        change = self.changed.get((explanation, evidence))
        return change.mark if change else self.given.get((explanation, evidence), Bearing.NEUTRAL)

    def without(self, evidence: str) -> "Matrix":
        """The same without one row."""
        return msgspec.structs.replace(
            self, evidence=tuple(one for one in self.evidence if one.id != evidence)
        )


class Rank(msgspec.Struct, frozen=True):
    """An explanation with what is counted of it.

    Attributes:
        place: 1 for the one with which least is inconsistent; those with which as much is have the same.
        explanation: the column.
        inconsistent: how many origins speak against it.
        consistent: how many speak for it.
    """

    place: int
    explanation: Explanation
    inconsistent: int
    consistent: int


class Dropped(msgspec.Struct, frozen=True):
    """What becomes of the order where one row is left out.

    Attributes:
        evidence: the row.
        first: ids of the explanations that then stand first.
        moved: ids of those whose place is another.
    """

    evidence: Evidence
    first: tuple[str, ...]
    moved: tuple[str, ...]


def matrices(reading: Reading) -> tuple[Matrix, ...]:
    """A matrix for each question that the article weighs; the ids go on from one to the next.

    Args:
        reading: of one article.
    """
    out: list[Matrix] = []
    columns = rows = 0
    for weighed in reading.hypotheses:
        one = _matrix(reading, weighed, columns, rows)
        columns, rows = columns + len(one.explanations), rows + len(one.evidence)
        out.append(one)
    return tuple(out)


def _matrix(reading: Reading, weighed: Hypotheses, columns: int, rows: int) -> Matrix:
    spans = sorted({span for one in weighed.candidates for span in (*one.supports, *one.against)})
    evidence = tuple(
        Evidence(f"E{number}", span, *_origin(reading, span))
        for number, span in enumerate(spans, rows + 1)
    )
    explanations = tuple(
        Explanation(f"H{number}", one.claim)
        for number, one in enumerate(weighed.candidates, columns + 1)
    )
    given = {
        (column.id, row.id): mark
        for column, one in zip(explanations, weighed.candidates, strict=True)
        for row in evidence
        if (mark := _given(one, row.span)) is not None
    }
    return Matrix(weighed.question, explanations, evidence, given, {})


def _given(one: Candidate, span: Span) -> Bearing | None:
    if span in one.against:
        return Bearing.INCONSISTENT
    return Bearing.CONSISTENT if span in one.supports else None


def _origin(reading: Reading, span: Span) -> tuple[str | None, str | None]:
    """To whom a stretch goes back, and the statement that tells it: the outermost of which the content is at least half of it.

    What somebody is said to think is no testimony: that the minister may hope for rain goes back to whoever says so.
    """
    for one in reading.attributions:
        shared = sum(common.length for part in one.content if (common := part.common(span)))
        told = one.within is None and one.type in (Kind.COMM, Kind.FACT)
        if told and one.speaker is not None and 2 * shared >= span.length:
            return one.speaker, one.id
    return None, None


def ranked(matrix: Matrix) -> tuple[Rank, ...]:
    """The explanations, that with which least is inconsistent first; the more consistent first among equals, then as they stand.

    Args:
        matrix: of one question.
    """
    counted = [
        (
            _origins(matrix, one, Bearing.INCONSISTENT),
            _origins(matrix, one, Bearing.CONSISTENT),
            one,
        )
        for one in matrix.explanations
    ]
    against = [count for count, _, _ in counted]
    return tuple(
        Rank(1 + sum(other < count for other in against), one, count, consistent)
        for count, consistent, one in sorted(counted, key=lambda row: (row[0], -row[1]))
    )


def _origins(matrix: Matrix, explanation: Explanation, mark: Bearing) -> int:
    """How many origins bear on an explanation in one way."""
    bearing = {row.origin for row in matrix.evidence if matrix.mark(explanation.id, row.id) is mark}
    return len(bearing)


def diagnosticity(matrix: Matrix, evidence: str) -> float:
    """The share of pairs of explanations that a row tells apart: 0 where it bears on all alike.

    Args:
        matrix: of one question.
        evidence: id of the row.
    """
    pairs = list(combinations(matrix.explanations, 2))
    apart = sum(matrix.mark(a.id, evidence) is not matrix.mark(b.id, evidence) for a, b in pairs)
    return apart / len(pairs) if pairs else 0.0


def sensitivity(matrix: Matrix) -> Iterator[Dropped]:
    """The rows without which the order is another, and what it then is.

    Args:
        matrix: of one question.
    """
    before = {one.explanation.id: one.place for one in ranked(matrix)}
    for row in matrix.evidence:
        after = ranked(matrix.without(row.id))
        moved = tuple(
            one.explanation.id for one in after if before[one.explanation.id] != one.place
        )
        if moved:
            yield Dropped(row, first(after), moved)


def first(ranks: Sequence[Rank]) -> tuple[str, ...]:
    """The ids of the explanations that stand first."""
    return tuple(one.explanation.id for one in ranks if one.place == 1)
