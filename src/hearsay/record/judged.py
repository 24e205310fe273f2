"""Judged: what people put right: a speaker, an act, a finding that is wrong; and actors that are one under several names.

Each judgement is a row of its own, with who and when. The last that stands wins; undoing one is a row too.
"""

from datetime import UTC, datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.errors import NotInTheRecord
from hearsay.reading.attribution import Act
from hearsay.record.added import stands_in_a_text, who
from hearsay.record.opened import OpenRecord, writing
from hearsay.record.overrides import CORRECT, SAME, UNDO, About, Row, judged, renewed
from hearsay.record.tables import JUDGEMENTS, NAMES, OVERRIDES, READINGS, STATEMENTS

FIELDS = ("speaker", "act", "wrong")


def correct(
    record: OpenRecord, reading: int, ref: str, field: str, value: str, *, by: str, note: str = ""
) -> int:
    """Put a statement right; the number of the judgement.

    Args:
        record: which holds it.
        reading: number of the reading.
        ref: the statement: "s3".
        field: speaker, act or wrong.
        value: a name, an act; of what is wrong nothing.
        by: who judges.
        note: why.

    Raises:
        NotInTheRecord: no such reading or statement, or a field or an act that there is not.
        BadRecord: the record fails.
    """
    if field not in FIELDS:
        raise NotInTheRecord(f"there is no {field} to put right", f"one of {', '.join(FIELDS)}")
    acts = [act.value for act in Act]
    if field == "act":
        value = value.lower()
    if field == "act" and value not in acts:
        raise NotInTheRecord(
            f"there is no act {value!r}" if value else "no act is given",
            f"one of {', '.join(acts)}",
        )
    if field == "speaker" and not who(value):
        raise NotInTheRecord("no speaker is given", f"name one: {ref} speaker 'Ada Moe'")
    if field == "wrong":
        value = "yes"
    with OpenRecord(record.name, writing(record)).writes() as connection:
        told = connection.execute(
            sa.select(READINGS.c.digest, STATEMENTS.c.folded)
            .join(READINGS, READINGS.c.id == STATEMENTS.c.reading)
            .where(STATEMENTS.c.reading == reading, STATEMENTS.c.ref == ref)
        ).first()
        if told is None:
            raise NotInTheRecord(
                f"reading {reading} has no statement {ref}",
                "`hearsay show` lists them",
                record.name,
            )
        about = msgspec.json.encode(About(told.digest, told.folded, field)).decode()
        number = _written(connection, by, CORRECT, about, value, note)
        renewed(connection, told.digest)
        return number


def corrections(connection: Connection, reading: int) -> tuple[tuple[str, str, str, Row], ...]:
    """What stands of a reading that people put right: statement, field, value, and the judgement; by statement."""
    here, told = OVERRIDES.c, STATEMENTS.c
    rows = {row.id: row for row in judged(connection)}
    found = connection.execute(
        sa.select(told.ref, here.field, here.value, here.judgement)
        .join(STATEMENTS, told.id == here.statement)
        .where(told.reading == reading, here.field.in_(FIELDS))
        .order_by(told.id, here.field)
    )
    return tuple((one.ref, one.field, one.value, rows[one.judgement]) for one in found)


def same(record: OpenRecord, one: str, other: str, *, by: str, note: str = "") -> int:
    """Judge that two names are of one actor; the number of the judgement.

    Raises:
        NotInTheRecord: no article of the record has one of the names, or they are one name.
        BadRecord: the record fails.
    """
    if who(one) == who(other):
        raise NotInTheRecord(
            f"{one} and {other} are one name, and one actor already", "give two names", record.name
        )
    with OpenRecord(record.name, writing(record)).writes() as connection:
        for name in (one, other):
            here, now = STATEMENTS.c, OVERRIDES.c
            key = who(name)
            called = sa.select(here.id).where(here.who == key).limit(1)
            put = sa.select(now.statement).where(now.field == "who", now.value == key).limit(1)
            named = sa.select(NAMES.c.reading).where(NAMES.c.who == key).limit(1)
            known = any(connection.execute(one).first() for one in (called, named, put))
            if not known and not stands_in_a_text(connection, name):
                raise NotInTheRecord(
                    f"nobody is called {name}",
                    "`hearsay actors NAME` lists those with a word of a name",
                    record.name,
                )
        about = msgspec.json.encode([one, other]).decode()
        return _written(connection, by, SAME, about, who(one), note)


def undo(record: OpenRecord, number: int, *, by: str, note: str = "") -> int:
    """Undo a judgement; it stays to be seen. The number of the undoing, which can be undone too.

    Raises:
        NotInTheRecord: there is no such judgement, or it is undone.
        BadRecord: the record fails.
    """
    with OpenRecord(record.name, writing(record)).writes() as connection:
        every = judged(connection)
        told = next((row for row in every if row.id == number), None)
        if told is None:
            raise NotInTheRecord(
                f"there is no judgement {number}", "`hearsay judgements` lists them", record.name
            )
        if not told.stands:
            again = max(row.id for row in every if row.undoes == number)
            raise NotInTheRecord(
                f"judgement {number} is undone already",
                f"undo {again} to have it stand again",
                record.name,
            )
        made = _written(connection, by, UNDO, told.about, "", note, number)
        of = told
        while of.undoes is not None:  # the correction at the bottom of undoings
            of = next(row for row in every if row.id == of.undoes)
        if of.kind == CORRECT:
            renewed(connection, msgspec.json.decode(of.about, type=About).digest)
        return made


def _written(
    connection: Connection,
    by: str,
    kind: str,
    about: str,
    value: str,
    note: str,
    undoes: int | None = None,
) -> int:
    made = JUDGEMENTS.insert().values(
        at=_now(), by=by, kind=kind, about=about, value=value, note=note, undoes=undoes
    )
    return int(connection.execute(made.returning(JUDGEMENTS.c.id)).scalar_one())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
