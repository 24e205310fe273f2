"""Matrices shown: each explanation against what the article gives, its rank, and what the order hangs on; as text and as CSV."""

from collections.abc import Iterator, Sequence

from hearsay.desk.matrix import (
    Bearing,
    Change,
    Evidence,
    Matrix,
    diagnosticity,
    ranked,
    sensitivity,
)
from hearsay.faces.export import facts
from hearsay.faces.export.entries import quoted
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, PLAIN, Line, rendered, said
from hearsay.faces.export.table import written
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

SIGNS = {Bearing.CONSISTENT: "+", Bearing.INCONSISTENT: "-", Bearing.NEUTRAL: "."}
SET = "*"
KEY = "+ consistent   - inconsistent   . neutral   * set by hand"
NONE = "The article weighs no two explanations of one question."
COLUMNS = (
    "file", "question", "evidence", "words", "goes_back_to", "statement", "explanation", "claim", "mark",
    "given", "set_by", "set_at", "diagnosticity", "rank", "inconsistent", "consistent",
)  # fmt: skip


def shown(
    reading: Reading, found: Sequence[Matrix], width: int = 80, *, colour: bool = False
) -> str:
    """The matrices of an article, to read.

    Args:
        reading: of the article.
        found: its matrices.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_lines(reading, found), width, colour=colour)


def _lines(reading: Reading, found: Sequence[Matrix]) -> Iterator[Line]:
    if not found:
        yield said(NONE, indent=0)
        return
    for number, matrix in enumerate(found):
        if number:
            yield BLANK
        yield said(question(reading, matrix), indent=0, style=HEAD)
        yield BLANK
        yield said("EXPLANATIONS, the least contradicted first", indent=0, style=HEAD)
        for rank in ranked(matrix):
            counted = f"{rank.inconsistent} against, {rank.consistent} for"
            claim = quoted(reading, rank.explanation.claim)
            label = f"{rank.place}. {rank.explanation.id}"
            yield Line(((f"{claim}  ", PLAIN), (counted, DIM)), 2, 10, label, NAME)
        yield BLANK
        yield said(f"EVIDENCE   {KEY}", indent=0, style=HEAD)
        yield from _rows(reading, matrix)
        yield BLANK
        yield said("WHAT THE ORDER HANGS ON", indent=0, style=HEAD)
        for line in hinges(reading, matrix):
            yield said(line, hang=4)
        if matrix.changed:
            yield BLANK
            yield said("SET BY HAND", indent=0, style=HEAD)
        for line in changes(matrix):
            yield said(line, hang=4)


def question(reading: Reading, matrix: Matrix) -> str:
    """The words of a question; that nobody asks it, where nobody does."""
    return quoted(reading, (matrix.question,), 60) if matrix.question else "asked in no words"


def _rows(reading: Reading, matrix: Matrix) -> Iterator[Line]:
    head = "".join(f"{one.id:<4}" for one in matrix.explanations)
    broad = 7 + len(head)
    yield said(f"{'':5}{head} tells apart", style=DIM)
    for row in matrix.evidence:
        signs = "".join(f"{sign(matrix, one.id, row.id):<4}" for one in matrix.explanations)
        apart = f"{100 * diagnosticity(matrix, row.id):.0f} %"
        words = quoted(reading, (row.span,))
        origin = source(reading, row)
        parts = ((f"{apart:<6}", DIM), (words, PLAIN), (f"  {origin}" if origin else "", DIM))
        yield Line(parts, 2, broad + 1, f"{row.id:<5}{signs}", NAME)


def sign(matrix: Matrix, explanation: str, evidence: str) -> str:
    """The sign of a cell, with an asterisk where a person has set it."""
    by_hand = SET if (explanation, evidence) in matrix.changed else ""
    return SIGNS[matrix.mark(explanation, evidence)] + by_hand


def source(reading: Reading, row: Evidence) -> str:
    """To whom evidence goes back; "" for the author's own words."""
    return facts.actors_of(reading)[row.root].name if row.root else ""


def hinges(reading: Reading, matrix: Matrix) -> Iterator[str]:
    """The rows without which the order is another, a line each, and those that tell nothing apart or count once together."""
    any_ = False
    for one in sensitivity(matrix):
        any_ = True
        yield f"without {one.evidence.id}: {' and '.join(one.first)} first; {', '.join(one.moved)} moved"
    if not any_:
        yield "no single piece of evidence: without any one of them the order stays"
    idle = [row.id for row in matrix.evidence if not diagnosticity(matrix, row.id)]
    if idle:
        yield f"bears on all alike, and decides nothing: {', '.join(idle)}"
    for root in dict.fromkeys(row.root for row in matrix.evidence if row.root):
        together = [row for row in matrix.evidence if row.root == root]
        if len(together) > 1:
            ids = ", ".join(row.id for row in together)
            yield f"goes back to {source(reading, together[0])}, and counts once: {ids}"


def changes(matrix: Matrix) -> Iterator[str]:
    """The cells that a person has set, a line each, with who and when."""
    for (explanation, evidence), one in matrix.changed.items():
        given = matrix.given.get((explanation, evidence), Bearing.NEUTRAL)
        yield f"{explanation} {evidence}: {one.mark.value}, set{_by(one)}; the article gives {given.value}"


def _by(one: Change) -> str:
    return f"{f' by {one.who}' if one.who else ''} on {facts.day(one.when)}"


def table(reading: Reading, found: Sequence[Matrix], name: str) -> str:
    """A row for each cell, with the names of the columns; line ends as RFC 4180 has them.

    Args:
        reading: of the article.
        found: its matrices.
        name: of the input.
    """
    return written([COLUMNS, *(row for matrix in found for row in _cells(reading, matrix, name))])


def _cells(reading: Reading, matrix: Matrix, name: str) -> Iterator[Sequence[object]]:
    text = reading.article.text
    asked = matrix.question.cut(text) if matrix.question else ""
    ranks = {one.explanation.id: one for one in ranked(matrix)}
    for row in matrix.evidence:
        apart = f"{diagnosticity(matrix, row.id):.3f}"
        for column in matrix.explanations:
            cell, rank = (column.id, row.id), ranks[column.id]
            change = matrix.changed.get(cell)
            yield (
                name, asked, row.id, row.span.cut(text), source(reading, row), row.statement or "",
                column.id, cut(column.claim, text), matrix.mark(*cell).value,
                matrix.given.get(cell, Bearing.NEUTRAL).value, change.who if change else "",
                change.when if change else "", apart, rank.place, rank.inconsistent, rank.consistent,
            )  # fmt: skip
