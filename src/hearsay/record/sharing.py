"""Sharing: the rows that share most fingerprints with some words.

A fingerprint that many rows have says little, and would make a large record slow: of each, only so many rows are looked at, the oldest first.
"""

from collections import Counter
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import Connection

MOST = 400
"""Rows that are looked at for one fingerprint."""

TOGETHER = 64
"""Fingerprints that are asked for at once."""


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
    counts: Counter[int] = Counter()
    wanted = sorted(marks)
    for first in range(0, len(wanted), TOGETHER):
        some = wanted[first : first + TOGETHER]
        asked = {f"m{n}": mark for n, mark in enumerate(some)}
        counts.update(connection.execute(_question(table, len(some)), asked).scalars())
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]


def _question(table: sa.Table, many: int) -> sa.TextClause:
    """One look at the index for each fingerprint, each with an end."""
    row = table.columns[1].name
    one = "SELECT * FROM (SELECT {row} FROM {table} WHERE mark = :m{n} ORDER BY {row} LIMIT {most}) AS f{n}"
    parts = (one.format(row=row, table=table.name, n=n, most=MOST) for n in range(many))
    return sa.text(" UNION ALL ".join(parts))
