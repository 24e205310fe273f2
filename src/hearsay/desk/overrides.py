"""Overrides: cells of a matrix that a person has set, kept in a file by the article and the words of both sides.

They are found again by the digest of the article's text and by the words of explanation and evidence, so that another reading of the same
article, which may cut the words a little differently or number them anew, has them still.
"""

import os
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from hearsay.desk.matrix import Bearing, Change, Evidence, Explanation, Matrix
from hearsay.errors import NoSuchFinding, NotOverrides, NotWritten
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans

SCHEMA = 1

HALF = 0.5
"""How much of the words must be the same for a cell of another reading to be the one that was set."""


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cell that a person has set.

    Attributes:
        article: digest of the article's text.
        claim: the words of the explanation.
        evidence: the words of the evidence.
        mark: what the person says.
        who: the person; "" where it is not known.
        when: the time, ISO 8601.
    """

    article: str
    claim: Spans
    evidence: Spans
    mark: Bearing
    who: str
    when: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int
    overrides: tuple[Override, ...]


def kept(path: Path) -> tuple[Override, ...]:
    """The overrides of a file; none where there is no such file.

    Raises:
        NotOverrides: it is there and is no such file.
    """
    try:
        held = msgspec.json.decode(path.read_bytes(), type=_File)
    except FileNotFoundError:
        return ()
    except OSError as error:
        wrong = f"it cannot be read: {error.strerror or error}"
        raise NotOverrides(wrong, "name another file", str(path)) from error
    except msgspec.DecodeError as error:
        wrong = f"it holds no overrides: {error}"
        raise NotOverrides(wrong, "name another file", str(path)) from error
    if held.schema != SCHEMA:
        wrong = f"its schema is {held.schema}, and this hearsay knows {SCHEMA}"
        raise NotOverrides(wrong, "use the hearsay that wrote it", str(path))
    return held.overrides


def keep(path: Path, overrides: Sequence[Override]) -> None:
    """Write overrides to a file, all of them or nothing, and its folder where there is none.

    Raises:
        NotWritten: the system does not take it.
    """
    told = msgspec.json.format(msgspec.json.encode(_File(SCHEMA, tuple(overrides))), indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(told + b"\n")
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(path)
        finally:
            Path(beside).unlink(missing_ok=True)
    except OSError as error:
        wrong = f"it cannot be written: {error.strerror or error}"
        raise NotWritten(wrong, "look at its folder, or name another file", str(path)) from error


def digest(reading: Reading) -> str:
    """The digest of an article's text, by which its overrides are found again."""
    return sha256(reading.article.text.encode("utf-8", "surrogatepass")).hexdigest()


def overridden(
    found: Iterable[Matrix], overrides: Sequence[Override], article: str
) -> tuple[Matrix, ...]:
    """Matrices with the cells that a person has set.

    Args:
        found: the matrices of an article.
        overrides: of any articles.
        article: digest of its text.
    """
    every = tuple(found)
    changed: dict[tuple[str, str], Change] = {}
    for one in overrides:
        cell = _place(one, every) if one.article == article else None
        if cell is not None:
            changed[cell] = Change(one.mark, one.who, one.when)
    return tuple(msgspec.structs.replace(matrix, changed=_of(matrix, changed)) for matrix in every)


def _of(matrix: Matrix, changed: dict[tuple[str, str], Change]) -> dict[tuple[str, str], Change]:
    columns = {one.id for one in matrix.explanations}
    return {cell: change for cell, change in changed.items() if cell[0] in columns}


def put(
    reading: Reading,
    found: Sequence[Matrix],
    overrides: Sequence[Override],
    cell: tuple[str, str],
    change: Change | None,
) -> tuple[Override, ...]:
    """Overrides with one cell set, or undone where there is no change; one that was set before is forgotten.

    Args:
        reading: of the article.
        found: its matrices.
        overrides: of any articles.
        cell: ids of an explanation and of evidence, such as H1 and E2.
        change: what the person says of it; None undoes.

    Raises:
        NoSuchFinding: no question has both, or the cell to be undone has not been set.
    """
    article = digest(reading)
    column, row = _cell(found, cell)
    rest = tuple(
        one
        for one in overrides
        if one.article != article or _place(one, found) != (column.id, row.id)
    )
    if change is None:
        if len(rest) == len(overrides):
            wrong = f"the cell {cell[0]} {cell[1]} has not been set"
            raise NoSuchFinding(wrong, "nothing is to be undone")
        return rest
    made = Override(article, column.claim, (row.span,), change.mark, change.who, change.when)
    return (*rest, made)


def _cell(found: Sequence[Matrix], cell: tuple[str, str]) -> tuple[Explanation, Evidence]:
    for matrix in found:
        columns = {one.id: one for one in matrix.explanations}
        rows = {one.id: one for one in matrix.evidence}
        if cell[0] in columns and cell[1] in rows:
            return columns[cell[0]], rows[cell[1]]
    ids = [one.id for matrix in found for one in matrix.explanations]
    ids += [one.id for matrix in found for one in matrix.evidence]
    there = f"there are {', '.join(ids)}" if ids else "the article weighs no explanations"
    raise NoSuchFinding(f"there is no cell {cell[0]} {cell[1]} under one question", there)


def _place(one: Override, found: Sequence[Matrix]) -> tuple[str, str] | None:
    """The cell that an override is of: the one with the same words, else the one with most of them; None where neither side is there."""
    best: tuple[float, str, str] | None = None
    for matrix in found:
        for column in matrix.explanations:
            for row in matrix.evidence:
                claim, words = _same(one.claim, column.claim), _same(one.evidence, (row.span,))
                if min(claim, words) >= HALF and (best is None or claim + words > best[0]):
                    best = (claim + words, column.id, row.id)
    return best[1:] if best else None


def _same(a: Spans, b: Spans) -> float:
    """How much of both is in common: F1 of characters; 1 for the same words."""
    shared = sum(common.length for x in a for y in b if (common := x.common(y)))
    return 2 * shared / (sum(x.length for x in a) + sum(y.length for y in b))
