"""Articles: which readings are of one article: of all texts at its address, and of their copies elsewhere."""

from collections.abc import Hashable, Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.record.found import Hit, newest
from hearsay.record.tables import READINGS


def articles(connection: Connection) -> list[list[int]]:
    """The numbers of the readings of each article that are newest of their text, the first first."""
    of = READINGS.c
    rows = connection.execute(
        sa.select(of.id, of.address, of.copy_of, newest().label("now")).order_by(of.id)
    ).all()
    kin = together((number, address, copy_of or number) for number, address, copy_of, _ in rows)
    held: dict[int, list[int]] = {}
    for (number, _, _, now), which in zip(rows, kin, strict=True):
        if now:
            held.setdefault(which, []).append(number)
    return list(held.values())


def independent(hits: Iterable[Hit]) -> int:
    """From how many sources some statements are that do not depend on one another, as far as the record knows.

    Statements depend on one another that stand in one article or its copies, or that one source hands on.

    Takes: two articles that have it from one agency, as one.
    Leaves: two that name no common source, as two.
    """
    return len({*together((f"#{hit.cluster}", hit.root or f"#{hit.cluster}") for hit in hits)})


def together(rows: Iterable[tuple[Hashable, ...]]) -> list[int]:
    """For each row the number of its group: rows that have a value in common, or that others join, are one group.

    Source: Tarjan (1975), Efficiency of a good but not linear set union algorithm; with halved paths.
    """
    leader: list[int] = []
    at: dict[Hashable, int] = {}

    def first(row: int) -> int:
        while leader[row] != row:
            leader[row] = row = leader[leader[row]]
        return row

    for row, values in enumerate(rows):
        leader.append(row)
        for value in values:
            one, other = sorted((first(at.setdefault(value, row)), first(row)))
            leader[other] = one
    return [first(row) for row in range(len(leader))]
