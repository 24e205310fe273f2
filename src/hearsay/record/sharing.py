"""Sharing: which rows have which fingerprints, and which of them share most with some words.

SQLite keeps them in an FTS5 index, a word a fingerprint: it adds to its end and merges now and then, where a tree of them would touch
a page for each. PostgreSQL keeps them in a table. A fingerprint that many rows have says little, and would make a large record slow:
of each, only so many rows are looked at, the oldest first.
"""

from collections.abc import Collection, Iterable
from functools import cache

import sqlalchemy as sa
from sqlalchemy.engine import Connection

MOST = 400
"""Rows that are looked at for one fingerprint."""

ASKED = 400
"""Fingerprints that are looked for; of more, the smallest, which a long text has most likely kept."""

SHORT = (1 << 40) - 1
"""Of a fingerprint, so many bits make its word in SQLite: among a hundred million, one in ten thousand is taken for another."""


def keep(
    connection: Connection, table: sa.Table, rows: Iterable[tuple[int, Collection[int]]]
) -> None:
    """Keep the fingerprints of some rows.

    Args:
        connection: to the record.
        table: of fingerprints: `mark`, and the number of a row.
        rows: their numbers, each with its fingerprints.
    """
    if connection.dialect.name == "sqlite":
        told = [(number, " ".join(map(word, marks))) for number, marks in rows if marks]
        if told:
            asked = f"INSERT INTO {table.name} (rowid, marks) VALUES (?, ?)"  # noqa: S608 - the name of a table
            connection.exec_driver_sql(asked, told)
        return
    pairs = sorted((mark, number) for number, marks in rows for mark in marks)
    if pairs:
        asked = f"INSERT INTO {table.name} SELECT * FROM unnest(%s::bigint[], %s::bigint[])"  # noqa: S608 - the same
        connection.exec_driver_sql(asked, tuple([*column] for column in zip(*pairs, strict=True)))


def sharing(
    connection: Connection, table: sa.Table, marks: Collection[int], limit: int
) -> list[tuple[int, int]]:
    """The rows with most fingerprints in common, and how many those are; the most first, then the oldest.

    Args:
        connection: to the record.
        table: of fingerprints: `mark`, and the number of a row.
        marks: looked for.
        limit: rows at most.
    """
    wanted = sorted(marks)[:ASKED]
    if not wanted:
        return []
    if connection.dialect.name == "sqlite":
        asked, given = _one_each(table.name, len(wanted)), (*map(word, wanted), limit)
        found = connection.exec_driver_sql(asked, given)
    else:
        found = connection.exec_driver_sql(_all_at_once(table), (wanted, limit))
    return [(int(number), int(shared)) for number, shared in found]


def word(mark: int) -> str:
    """A fingerprint as a word, in hexadecimal figures."""
    return f"{mark & SHORT:010x}"


COUNTED = "SELECT held, count(*) FROM ({}) AS every_one GROUP BY held ORDER BY 2 DESC, 1 LIMIT {}"


@cache
def _one_each(table: str, many: int) -> str:
    """One look at SQLite's index for each fingerprint, each with an end."""
    one = f"SELECT * FROM (SELECT rowid AS held FROM {table} WHERE {table} MATCH ? ORDER BY rowid LIMIT {MOST})"  # noqa: S608 - the name of a table
    return COUNTED.format(" UNION ALL ".join([one] * many), "?")


@cache
def _all_at_once(table: sa.Table) -> str:
    """The same of PostgreSQL's table."""
    row, name = table.columns[1].name, table.name
    one = f"SELECT {row} AS held FROM {name} WHERE mark = asked ORDER BY {row} LIMIT {MOST}"  # noqa: S608 - names of a table
    every = f"SELECT few.held FROM unnest(%s::bigint[]) AS asked CROSS JOIN LATERAL ({one}) AS few"  # noqa: S608 - the same
    return COUNTED.format(every, "%s")
