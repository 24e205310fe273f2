"""People: actors across articles. Those of one name are one; those of several names where a person judged so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.record.added import who
from hearsay.record.found import newest, not_put_right, not_wrong, said
from hearsay.record.overrides import SAME, standing
from hearsay.record.tables import JOINTLY, NAMES, OVERRIDES, READINGS, STATEMENTS


class Person(msgspec.Struct, frozen=True):
    """An actor with what the record has of it.

    Attributes:
        name: as it stands most often.
        names: all of them, the most frequent first.
        statements, articles: how many.
        perhaps: names of others that may be the same: one is the other with names or titles before it, or with initials.
        named: articles that have one of the names as that of somebody who says nothing in any: who is addressed, who stands in a chain.
    """

    name: str
    names: tuple[str, ...]
    statements: int
    articles: int
    perhaps: tuple[str, ...] = ()
    named: int = 0


class _Row(msgspec.Struct, frozen=True):
    """A name as it is written, with what the record has of it."""

    who: str
    name: str
    statements: int
    articles: int
    named: int = 0


def clusters(connection: Connection) -> dict[str, frozenset[str]]:
    """Folded name -> all folded names of the same actor, for those that a person joined."""
    held: dict[str, frozenset[str]] = {}
    for pair in _pairs(connection):
        one, other = map(who, pair)
        joined = held.get(one, frozenset([one])) | held.get(other, frozenset([other]))
        held |= dict.fromkeys(joined, joined)
    return held


def _pairs(connection: Connection) -> Iterator[tuple[str, str]]:
    """The names that a person joined, as he wrote them."""
    for row in standing(connection, SAME):
        yield msgspec.json.decode(row.about, type=tuple[str, str])


def one_actor(connection: Connection, name: str) -> frozenset[str]:
    """All folded names of the actor of a name."""
    key = who(name)
    return clusters(connection).get(key, frozenset([key]))


def bearers(connection: Connection, name: str) -> frozenset[str]:
    """All folded names of the actor of a name; of a surname, those of everybody whose name ends in it."""
    key = who(name)
    ends = f"% {key.replace('%', '').replace('_', '')}"
    now = OVERRIDES.c  # whom a person put in, who may speak nowhere else
    full = sa.union(
        sa.select(STATEMENTS.c.who).where(STATEMENTS.c.who.like(ends)),
        sa.select(JOINTLY.c.who).where(JOINTLY.c.who.like(ends)),
        sa.select(now.value).where(now.field == "who", now.value.like(ends)),
    )
    others = connection.execute(full).scalars().all() if key else []
    joined = clusters(connection)
    return frozenset().union(*(joined.get(one, frozenset([one])) for one in (key, *others)))


def people(connection: Connection, named: str = "", limit: int = 50) -> tuple[Person, ...]:
    """The actors of the record, those with most statements first; those who say nothing where they are asked for, or joined to others.

    Args:
        connection: to the record.
        named: words that a name must have; "" for all.
        limit: how many at most.
    """
    joined = clusters(connection)
    by_actor: dict[frozenset[str], list[_Row]] = {}
    for row in (
        *(speak := _speaking(connection, named)),
        *_silent(connection, named, joined, speak),
    ):
        by_actor.setdefault(joined.get(row.who, frozenset([row.who])), []).append(row)
    ranked = sorted(
        by_actor.values(), key=lambda rows: (-sum(row.statements for row in rows), rows[0].who)
    )
    names = {row.who: row.name for rows in ranked for row in rows}
    return tuple(_person(rows, names) for rows in ranked[:limit])


def _speaking(connection: Connection, named: str) -> list[_Row]:
    """The names of those who say something."""
    told = said().subquery("said")
    own = sa.select(told.c.who, told.c.speaker.label("name"), told.c.reading)
    beside = sa.select(JOINTLY.c.who, JOINTLY.c.name, STATEMENTS.c.reading).join(
        STATEMENTS, STATEMENTS.c.id == JOINTLY.c.statement
    )
    every = sa.union_all(
        own.where(told.c.who != "", told.c.wrong.is_(None)),
        beside.where(not_wrong(), not_put_right()),
    ).subquery("every")
    wanted = sa.select(
        every.c.who, every.c.name, sa.func.count().label("statements"), _articles()
    ).join(READINGS, READINGS.c.id == every.c.reading)
    wanted = wanted.where(newest())
    for word in who(named).split():
        wanted = wanted.where(every.c.who.contains(word, autoescape=True))
    rows = connection.execute(wanted.group_by(every.c.who, every.c.name))
    return [_Row(row.who, row.name, row.statements, row.articles) for row in rows]


def _silent(
    connection: Connection, named: str, joined: Iterable[str], speak: Sequence[_Row]
) -> list[_Row]:
    """The names of those who say nothing: those asked for, else those that a person joined to another."""
    here = NAMES.c
    wanted = sa.select(here.who, here.name, _articles()).join(
        READINGS, READINGS.c.id == here.reading
    )
    words = who(named).split()
    for word in words:
        wanted = wanted.where(here.who.contains(word, autoescape=True))
    if not words:
        wanted = wanted.where(here.who.in_([*joined]))
    heard = {row.who for row in speak}
    rows = connection.execute(wanted.where(newest()).group_by(here.who, here.name))
    found = [_Row(row.who, row.name, 0, 0, row.articles) for row in rows if row.who not in heard]
    heard |= {row.who for row in found}
    judged = {who(name): name for pair in _pairs(connection) for name in pair}
    only = {key: name for key, name in judged.items() if key in joined and key not in heard}
    return found + [
        _Row(key, name, 0, 0) for key, name in only.items() if all(word in key for word in words)
    ]


def _articles() -> sa.Label[int]:
    own = sa.func.coalesce(READINGS.c.copy_of, READINGS.c.id)
    return sa.func.count(sa.distinct(own)).label("articles")


def called(connection: Connection) -> dict[str, str]:
    """Folded name -> the name by which its actor goes, for the names that a person joined."""
    joined = clusters(connection)
    if not joined:
        return {}
    every = people(connection, limit=1_000_000_000)
    return {who(name): one.name for one in every if who(one.name) in joined for name in one.names}


def _person(rows: Sequence[_Row], names: Mapping[str, str]) -> Person:
    order = sorted(rows, key=lambda row: (-row.statements, row.name))
    mine = {row.who for row in rows}
    perhaps = {
        name
        for other, name in names.items()
        if other not in mine
        if any(
            _longer(name, row.name) or _longer(row.name, name) or _initials(name, row.name)
            for row in rows
        )
    }
    return Person(
        name=order[0].name,
        names=tuple(dict.fromkeys(row.name for row in order)),
        statements=sum(row.statements for row in rows),
        articles=max(row.articles for row in rows)
        if len(rows) == 1
        else sum(row.articles for row in rows),
        perhaps=tuple(sorted(perhaps)),
        named=sum(row.named for row in rows),
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
