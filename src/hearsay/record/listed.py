"""Listed: the articles of a record, and one reading of it."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.errors import NotInTheRecord
from hearsay.reading.reading import Reading
from hearsay.record.added import body
from hearsay.record.articles import articles
from hearsay.record.tables import READINGS, STATEMENTS


class Item(msgspec.Struct, frozen=True):
    """A reading in a list.

    Attributes:
        id: its number.
        day, outlet, title, address: of the article.
        added: when it was kept, UTC.
        words, statements: how many.
        version: which text at its address it is, from 1.
        copy_of: number of the first reading of the same words, at another address; None where there is none.
    """

    id: int
    day: str
    outlet: str
    title: str
    address: str
    added: str
    words: int
    statements: int
    version: int
    copy_of: int | None


def items(connection: Connection, address: str = "", limit: int = 50) -> tuple[Item, ...]:
    """The readings of a record, the last added first.

    Args:
        connection: to the record.
        address: of one article, for its versions; "" for all.
        limit: how many at most.
    """
    of, told, earlier = READINGS.c, STATEMENTS.c, READINGS.alias("earlier")
    count = (
        sa.select(sa.func.count())
        .where(told.reading == of.id)
        .correlate(READINGS)
        .scalar_subquery()
    )
    version = (
        sa.select(sa.func.count(sa.distinct(earlier.c.digest)))
        .where(earlier.c.address == of.address, earlier.c.id <= of.id)
        .correlate(READINGS)
        .scalar_subquery()
    )
    first = READINGS.alias("first")
    elsewhere = (first.c.id == of.copy_of) & (first.c.address != of.address)
    wanted = sa.select(
        of.id,
        of.day,
        of.outlet,
        of.title,
        of.address,
        of.added,
        of.words,
        count.label("statements"),
        version.label("version"),
        first.c.id.label("copy_of"),
    ).select_from(READINGS.outerjoin(first, elsewhere))
    if address:
        wanted = wanted.where(of.address == address)
    rows = connection.execute(wanted.order_by(of.id.desc()).limit(limit)).mappings()
    return tuple(Item(**dict(row)) for row in rows)


def held(connection: Connection, number: int) -> tuple[Item, Reading]:
    """A reading with its place in the list.

    Raises:
        NotInTheRecord: there is none with this number.
        NotAReading: it was kept in a form that this hearsay does not know.
    """
    address = connection.execute(
        sa.select(READINGS.c.address).where(READINGS.c.id == number)
    ).scalar()
    reading = body(connection, number)
    if address is None or reading is None:
        raise NotInTheRecord(f"there is no reading {number}", "`hearsay list` shows the numbers")
    same = items(connection, address, limit=1_000_000)
    return next(item for item in same if item.id == number), reading


def before(connection: Connection, number: int) -> int | None:
    """The last reading of another text at the address of a reading, of which it is a new version; None where there is none."""
    of, mine = READINGS.c, READINGS.alias("mine")
    earlier = (
        sa.select(sa.func.max(of.id))
        .join(mine, (mine.c.address == of.address) & (mine.c.digest != of.digest))
        .where(mine.c.id == number, of.id < mine.c.id)
    )
    found = connection.execute(earlier).scalar()
    return None if found is None else int(found)


class Totals(msgspec.Struct, frozen=True):
    """How much a record holds.

    Attributes:
        readings: of all articles, versions and copies.
        articles: addresses.
        independent: articles of their own, each with its versions and copies.
        statements: of all readings.
    """

    readings: int
    articles: int
    independent: int
    statements: int


def totals(connection: Connection) -> Totals:
    """How much the record holds."""
    of = READINGS.c
    readings, addresses = connection.execute(
        sa.select(sa.func.count(), sa.func.count(sa.distinct(of.address)))
    ).one()
    statements = connection.execute(sa.select(sa.func.count()).select_from(STATEMENTS)).scalar()
    return Totals(int(readings), int(addresses), len(articles(connection)), int(statements or 0))
