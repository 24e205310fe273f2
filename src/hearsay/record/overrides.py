"""Overrides: what the judgements that stand come to, statement by statement.

A correction is of a statement of an article, known by the article's digest and the place of its content; it holds for every reading of that
article, by whatever version of the reader, that has a statement there. They are made anew from the judgements, so they can always be dropped.
"""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.record.prints import folded
from hearsay.record.tables import JUDGEMENTS, OVERRIDES, READINGS, STATEMENTS

CORRECT = "correct"
SAME = "same"
UNDO = "undo"


class About(msgspec.Struct, frozen=True):
    """What a correction is about.

    Attributes:
        digest: of the article's text.
        words: the content of the statement, folded.
        field: what is put right: speaker, act or wrong.
    """

    digest: str
    words: str
    field: str


class Row(msgspec.Struct, frozen=True):
    """A row of the judgements; `stands` unless one that stands undid it."""

    id: int
    at: str
    by: str
    kind: str
    about: str
    value: str
    note: str
    undoes: int | None
    stands: bool = True


def judged(connection: Connection) -> tuple[Row, ...]:
    """Every judgement, the first first. An undoing that is undone undoes nothing."""
    here = JUDGEMENTS.c
    rows = connection.execute(
        sa.select(here.id, here.at, here.by, here.kind, here.about, here.value, here.note, here.undoes)
        .order_by(here.id.desc())
    ).all()  # fmt: skip
    undone: set[int] = set()
    out = []
    for row in rows:  # what undoes comes after what it undoes
        out.append(Row(*row, stands=row.id not in undone))
        if row.undoes is not None and row.id not in undone:
            undone.add(row.undoes)
    return tuple(reversed(out))


def standing(connection: Connection, kind: str) -> tuple[Row, ...]:
    """The judgements of a kind that stand, the first first."""
    return tuple(row for row in judged(connection) if row.kind == kind and row.stands)


def renewed(connection: Connection, digest: str) -> None:
    """Make the overrides of the readings of an article anew."""
    rows = list(_wanted(connection, digest))
    of = sa.select(STATEMENTS.c.id).join(READINGS, READINGS.c.id == STATEMENTS.c.reading)
    mine = of.where(READINGS.c.digest == digest)
    if (
        rows
        or connection.execute(
            sa.select(OVERRIDES.c.statement).where(OVERRIDES.c.statement.in_(mine)).limit(1)
        ).first()
    ):
        connection.execute(OVERRIDES.delete().where(OVERRIDES.c.statement.in_(mine)))
    if rows:
        connection.execute(OVERRIDES.insert(), rows)


def _wanted(connection: Connection, digest: str) -> Iterator[dict[str, object]]:
    last: dict[tuple[str, str], tuple[int, str]] = {}
    for one in standing(connection, CORRECT):
        about = msgspec.json.decode(one.about, type=About)
        if about.digest == digest:
            last[about.words, about.field] = (one.id, one.value)
    if not last:
        return
    here = STATEMENTS.c
    told = connection.execute(
        sa.select(here.id, here.folded)
        .join(READINGS, READINGS.c.id == here.reading)
        .where(READINGS.c.digest == digest)
    ).all()
    for statement, words in told:
        for (of, field), (judgement, value) in last.items():
            if of == words:
                row = {"statement": statement, "judgement": judgement}
                yield row | {"field": field, "value": value}
                if field == "speaker":
                    yield row | {"field": "who", "value": " ".join(folded(value))}
