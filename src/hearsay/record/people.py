"""People: actors across articles. Those of one name are one; those of several names where a person judged so."""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.record.added import who
from hearsay.record.found import newest, said
from hearsay.record.overrides import SAME, standing
from hearsay.record.tables import READINGS, STATEMENTS


class Person(msgspec.Struct, frozen=True):
    """An actor with what the record has of it.

    Attributes:
        name: as it stands most often.
        names: all of them, the most frequent first.
        statements, articles: how many.
        perhaps: names of others that may be the same: one is the other with names or titles before it, or with initials.
    """

    name: str
    names: tuple[str, ...]
    statements: int
    articles: int
    perhaps: tuple[str, ...] = ()


def clusters(connection: Connection) -> dict[str, frozenset[str]]:
    """Folded name -> all folded names of the same actor, for those that a person joined."""
    held: dict[str, frozenset[str]] = {}
    for row in standing(connection, SAME):
        one, other = (who(name) for name in msgspec.json.decode(row.about, type=tuple[str, str]))
        joined = held.get(one, frozenset([one])) | held.get(other, frozenset([other]))
        held |= dict.fromkeys(joined, joined)
    return held


def one_actor(connection: Connection, name: str) -> frozenset[str]:
    """All folded names of the actor of a name."""
    key = who(name)
    return clusters(connection).get(key, frozenset([key]))


def bearers(connection: Connection, name: str) -> frozenset[str]:
    """All folded names of the actor of a name; of a surname, those of everybody whose name ends in it."""
    key = who(name)
    here = STATEMENTS.c.who
    ends = here.like(f"% {key.replace('%', '').replace('_', '')}")
    full = connection.execute(sa.select(here).distinct().where(ends)).scalars().all() if key else []
    joined = clusters(connection)
    return frozenset().union(*(joined.get(one, frozenset([one])) for one in (key, *full)))


def people(connection: Connection, named: str = "", limit: int = 50) -> tuple[Person, ...]:
    """The actors of the record, those with most statements first.

    Args:
        connection: to the record.
        named: words that a name must have; "" for all.
        limit: how many at most.
    """
    told = said().subquery("said")
    wanted = sa.select(
        told.c.who,
        told.c.speaker,
        sa.func.count().label("statements"),
        sa.func.count(sa.distinct(sa.func.coalesce(READINGS.c.copy_of, READINGS.c.id))).label(
            "articles"
        ),
    ).join(READINGS, READINGS.c.id == told.c.reading)
    wanted = wanted.where(told.c.who != "", told.c.wrong.is_(None), newest()).group_by(
        told.c.who, told.c.speaker
    )
    for word in who(named).split():
        wanted = wanted.where(told.c.who.contains(word, autoescape=True))
    joined = clusters(connection)
    by_actor: dict[frozenset[str], list[sa.Row[tuple[str, str, int, int]]]] = {}
    for row in connection.execute(wanted):
        by_actor.setdefault(joined.get(row.who, frozenset([row.who])), []).append(row)
    ranked = sorted(
        by_actor.values(), key=lambda rows: (-sum(row.statements for row in rows), rows[0].who)
    )
    names = {row.who: row.speaker for rows in ranked for row in rows}
    return tuple(_person(rows, names) for rows in ranked[:limit])


def called(connection: Connection) -> dict[str, str]:
    """Folded name -> the name by which its actor goes, for the names that a person joined."""
    joined = clusters(connection)
    if not joined:
        return {}
    every = people(connection, limit=1_000_000_000)
    return {who(name): one.name for one in every if who(one.name) in joined for name in one.names}


def _person(rows: Sequence[sa.Row[tuple[str, str, int, int]]], names: Mapping[str, str]) -> Person:
    order = sorted(rows, key=lambda row: (-row.statements, row.speaker))
    mine = {row.who for row in rows}
    perhaps = {
        name
        for other, name in names.items()
        if other not in mine
        if any(
            _longer(name, row.speaker) or _longer(row.speaker, name) or _initials(name, row.speaker)
            for row in rows
        )
    }
    return Person(
        name=order[0].speaker,
        names=tuple(dict.fromkeys(row.speaker for row in order)),
        statements=sum(row.statements for row in rows),
        articles=max(row.articles for row in rows)
        if len(rows) == 1
        else sum(row.articles for row in rows),
        perhaps=tuple(sorted(perhaps)),
    )


def _longer(long: str, short: str) -> bool:
    """Whether a name is another with more before it.

    Takes: "Per Moss" for "Moss", "Republican Donald Trump" for "Donald Trump".
    Leaves: "a spokesman for Per Moss", "Lund and Moss", which are others.
    """
    before, _, after = long.rpartition(short)
    return after == "" and before.endswith(" ") and all(w[:1].isupper() for w in before.split())


def _initials(one: str, other: str) -> bool:
    """Whether two names are one but that the first names of one are letters.

    Takes: "M. Solberg" and "Margarethe Solberg". Leaves: "M. Solberg" and "Jonas Solberg".
    """
    mine, theirs = one.replace(".", " ").split(), other.replace(".", " ").split()
    if len(mine) != len(theirs) or len(mine) == 1 or mine[-1] != theirs[-1]:
        return False
    firsts = list(zip(mine[:-1], theirs[:-1], strict=True))
    return any(1 in (len(a), len(b)) for a, b in firsts) and all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in firsts
    )
