"""Found: statements by their words, actor, act, outlet, day and kind of source; corrections win over what the reader found."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnElement

from hearsay.record.prints import folded
from hearsay.record.tables import JOINTLY, OVERRIDES, READINGS, STATEMENTS

AT_ONCE = 500
"""Statements that one question names at most."""

MARKS = str.maketrans(dict.fromkeys("“”«»„", '"'))


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for; "" and () for what does not matter.

    Attributes:
        words: all of them, in any order; in quotation marks, on end; with * at the end, words that begin so.
        who: folded names of an actor.
        act, outlet, source_type: so.
        since, until: days of publication, both among them.
    """

    words: str = ""
    who: tuple[str, ...] = ()
    act: str = ""
    outlet: str = ""
    source_type: str = ""
    since: str = ""
    until: str = ""


class Hit(msgspec.Struct, frozen=True):
    """A statement with its article.

    Attributes:
        statement: its number.
        reading: number of the reading.
        ref: "s3".
        speaker: name; "" where it is not known.
        chain: names, the innermost first, with arrows.
        root: folded name of the outermost who hands it on; "" where nobody does.
        mode, act, words: of the statement.
        title, outlet, day, address: of the article.
        cluster: number of the first reading of this text.
        corrected: fields that a person put right.
        jointly: names of those who say it together with the speaker.
    """

    statement: int
    reading: int
    ref: str
    speaker: str
    chain: str
    root: str
    mode: str
    act: str
    words: str
    title: str
    outlet: str
    day: str
    address: str
    cluster: int
    corrected: tuple[str, ...] = ()
    jointly: tuple[str, ...] = ()


FIELDS = ("speaker", "who", "act", "wrong")


@cache
def said() -> sa.Select[tuple[object, ...]]:
    """Statements as they stand after all corrections; `wrong` is not null for those that a person called wrong."""
    here = STATEMENTS.c
    over = {field: OVERRIDES.alias(f"over_{field}") for field in FIELDS}
    made: sa.FromClause = STATEMENTS
    for field, table in over.items():
        on = (table.c.statement == here.id) & (table.c.field == field)
        made = made.outerjoin(table, on)
    now = {field: over[field].c.value for field in FIELDS}
    return sa.select(
        here.id,
        here.reading,
        here.ref,
        sa.func.coalesce(now["speaker"], here.speaker).label("speaker"),
        sa.func.coalesce(now["who"], here.who).label("who"),
        here.source_type,
        here.chain,
        here.root,
        here.mode,
        sa.func.coalesce(now["act"], here.act).label("act"),
        here.words,
        here.folded,
        now["speaker"].label("speaker_now"),
        now["act"].label("act_now"),
        now["wrong"].label("wrong"),
    ).select_from(made)


def search(
    connection: Connection, wanted: Wanted, limit: int = 50, *, wrong: bool = False
) -> tuple[Hit, ...]:
    """The statements that are as wanted, the last added first.

    Args:
        connection: to the record.
        wanted: what is looked for.
        limit: how many at most.
        wrong: also those that a person called wrong.
    """
    told = said()
    order: ColumnElement[int] = STATEMENTS.c.id
    if wanted.words:
        query = _query(wanted.words, connection)
        if not query:
            return ()
        told, order = _matching(told, query, connection)
    if wanted.who:
        told = told.where(_is("who", wanted.who) | _together(wanted.who))
    if wanted.act:
        told = told.where(_is("act", (wanted.act,)))
    if wanted.source_type:
        told = told.where(STATEMENTS.c.source_type == wanted.source_type)
    return _hits(connection, told, wanted, order, limit, wrong=wrong)


def with_runs(connection: Connection, runs: Sequence[Sequence[str]], limit: int) -> tuple[Hit, ...]:
    """The statements that have any of some runs of folded words on end, without those that a person called wrong."""
    if not runs:
        return ()
    either = " OR " if connection.dialect.name == "sqlite" else " | "
    query = either.join(_phrase(run, connection) for run in runs)
    told, order = _matching(said(), query, connection)
    return _hits(connection, told, Wanted(), order, limit, wrong=False)


def _matching(
    told: sa.Select[tuple[object, ...]], query: str, connection: Connection
) -> tuple[sa.Select[tuple[object, ...]], ColumnElement[int]]:
    """The statements that the index of words finds, and what they are put in order by."""
    if connection.dialect.name == "sqlite":
        index = sa.table("statement_words", sa.column("rowid"), sa.column("statement_words"))
        on = index.c.rowid == STATEMENTS.c.id
        found = told.join(index, on).where(index.c.statement_words.op("MATCH")(query))
        return found, index.c.rowid
    asked = sa.func.to_tsquery(sa.literal_column("'simple'"), query)
    return told.where(sa.literal_column("statements.lexemes").op("@@")(asked)), STATEMENTS.c.id


def by_number(connection: Connection, numbers: Sequence[int]) -> tuple[Hit, ...]:
    """The statements with some numbers, without those that a person called wrong."""
    told = said().where(STATEMENTS.c.id.in_(numbers))
    return _hits(connection, told, Wanted(), STATEMENTS.c.id, len(numbers), wrong=False)


def _is(field: str, values: Sequence[str]) -> ColumnElement[bool]:
    """Whether a field has one of some values after all corrections; by the index of either table."""
    mine = STATEMENTS.c[field]
    put_right = sa.select(OVERRIDES.c.statement).where(OVERRIDES.c.field == field)
    now = put_right.where(OVERRIDES.c.value.in_(values))
    return (mine.in_(values) & STATEMENTS.c.id.not_in(put_right)) | STATEMENTS.c.id.in_(now)


def _together(who: Sequence[str]) -> ColumnElement[bool]:
    """Whether one of some folded names is that of somebody who says it together with its speaker."""
    mine = sa.select(JOINTLY.c.statement).where(JOINTLY.c.who.in_(who))
    return STATEMENTS.c.id.in_(mine) & not_put_right()


def not_put_right() -> ColumnElement[bool]:
    """Whether no person named another speaker; who does, takes away those who say it together with the first."""
    put_right = sa.select(OVERRIDES.c.statement).where(OVERRIDES.c.field == "who")
    return STATEMENTS.c.id.not_in(put_right)


def _hits(
    connection: Connection,
    told: sa.Select[tuple[object, ...]],
    wanted: Wanted,
    order: ColumnElement[int],
    limit: int,
    *,
    wrong: bool,
) -> tuple[Hit, ...]:
    of = READINGS.c
    told = told.join(READINGS, of.id == STATEMENTS.c.reading).add_columns(
        of.title,
        of.outlet,
        of.day,
        of.address,
        sa.func.coalesce(of.copy_of, of.id).label("cluster"),
    )
    if not wrong:
        told = told.where(not_wrong())
    told = told.where(newest(), *of_article(wanted))
    rows = connection.execute(told.order_by(order.desc()).limit(limit)).mappings().all()
    here, jointly = JOINTLY.c, dict[int, list[str]]()
    for first in range(0, len(rows), AT_ONCE):
        numbers = [row["id"] for row in rows[first : first + AT_ONCE]]
        beside = sa.select(here.statement, here.name).where(here.statement.in_(numbers))
        for one in connection.execute(beside.order_by(here.statement, here.name)):
            jointly.setdefault(one.statement, []).append(one.name)
    return tuple(_hit(row, jointly.get(row["id"], ())) for row in rows)


def of_article(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What is wanted of the article: its outlet and its day."""
    of = READINGS.c
    if wanted.outlet:
        yield sa.func.lower(of.outlet).contains(wanted.outlet.lower(), autoescape=True)
    if wanted.since:
        yield of.day >= wanted.since
    if wanted.until:
        yield of.day <= wanted.until
        yield of.day != ""


def newest() -> ColumnElement[bool]:
    """Whether no later reading of the same text at the same address is there."""
    of, later = READINGS.c, READINGS.alias("later")
    same = (later.c.address == of.address) & (later.c.digest == of.digest)
    return ~sa.exists().where(same, later.c.id > of.id).correlate(READINGS)


def not_wrong() -> ColumnElement[bool]:
    """Whether no person called it wrong."""
    called = sa.select(OVERRIDES.c.statement).where(OVERRIDES.c.field == "wrong")
    return STATEMENTS.c.id.not_in(called)


def _hit(row: sa.RowMapping, jointly: Sequence[str]) -> Hit:
    fields = ("speaker", "act", "wrong")
    now = (row["speaker_now"], row["act_now"], row["wrong"])
    return Hit(
        statement=row["id"],
        jointly=() if row["speaker_now"] is not None else tuple(jointly),
        corrected=tuple(
            field for field, value in zip(fields, now, strict=True) if value is not None
        ),
        **{
            name: row[name]
            for name in Hit.__struct_fields__
            if name not in ("statement", "corrected", "jointly")
        },
    )


def _query(given: str, connection: Connection) -> str:
    """What is looked for, as the database wants it; "" where no word is."""
    both = " AND " if connection.dialect.name == "sqlite" else " & "
    return both.join(_phrase(words, connection, begins=begins) for words, begins in _phrases(given))


def _phrase(words: Sequence[str], connection: Connection, *, begins: bool = False) -> str:
    """Words on end, as the database wants them."""
    if connection.dialect.name == "sqlite":
        return f'"{" ".join(words)}"' + (" *" if begins else "")
    return "(" + " <-> ".join(words) + (":*" if begins else "") + ")"


def _phrases(given: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Words that are to stand on end, and whether the last need only begin so; a mark that is left open marks nothing."""
    pieces = given.translate(MARKS).split('"')
    for n, piece in enumerate(pieces):
        marked = n % 2 == 1 and n + 1 < len(pieces)
        for part in [piece] if marked else piece.split():
            if words := folded(part):
                yield words, part.endswith("*") and not marked


def has(given: str, words: Sequence[str]) -> bool:
    """Whether folded words are what is looked for, as the index has it.

    Takes: `toll ri*`, `"the toll"` in "the toll will rise".
    Leaves: `"toll rise"`, which does not stand there on end.
    """
    return all(
        any(_stands(phrase, words[n : n + len(phrase)], begins=begins) for n in range(len(words)))
        for phrase, begins in _phrases(given)
    )


def _stands(phrase: Sequence[str], there: Sequence[str], *, begins: bool) -> bool:
    if len(there) < len(phrase):
        return False
    *all_but, last = phrase
    ends = there[-1].startswith(last) if begins else there[-1] == last
    return ends and [*there[:-1]] == all_but
