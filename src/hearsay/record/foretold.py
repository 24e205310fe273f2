"""Foretold: the forecasts of a record as a ledger keeps them, once each, whatever versions and copies of their articles there are.

A forecast is the same where its words, who makes it, by when, how likely and on what condition are the same, in versions and copies of
one article. It is kept as the first of them has it, under the key by which a ledger may know it already.
"""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.ledger.entry import Kept
from hearsay.ledger.gather import gathered
from hearsay.record.added import body
from hearsay.record.articles import articles
from hearsay.record.found import Wanted, has, of_article, said
from hearsay.record.prints import folded
from hearsay.record.tables import READINGS, STATEMENTS


class Foretold(msgspec.Struct, frozen=True):
    """The forecasts of a record that are as wanted.

    Attributes:
        forecasts: each once, those of the first reading first.
        articles: how many they come from, each with its versions and copies.
        again: how often they stand in further versions or copies.
    """

    forecasts: tuple[Kept, ...]
    articles: int
    again: int


class _Found(msgspec.Struct):
    """A forecast of an article, in all readings of it: as the first has it, how many have it, whether it is wanted, or called wrong."""

    kept: Kept
    many: int = 0
    wanted: bool = False
    wrong: bool = False


def foretold(connection: Connection, wanted: Wanted) -> Foretold:
    """The forecasts of a record, each once.

    Those of an author stand in no statement, and are left out where an actor, an act or a type of source is asked for. What a person
    called wrong is left out, and who makes a forecast is whom a person put in.

    Args:
        connection: to the record.
        wanted: which; the words are looked for in what is foretold.

    Raises:
        NotAReading: a reading was kept in a form that this hearsay does not know.
    """
    some = {*connection.execute(sa.select(READINGS.c.id).where(*of_article(wanted))).scalars()}
    out = [
        [one for one in _of(connection, article, some, wanted) if one.wanted]
        for article in articles(connection)
        if not some.isdisjoint(article)
    ]
    return Foretold(
        tuple(one.kept for found in out for one in found),
        sum(map(bool, out)),
        sum(one.many - 1 for found in out for one in found),
    )


def _of(
    connection: Connection, article: Sequence[int], some: set[int], wanted: Wanted
) -> Iterator[_Found]:
    """The forecasts of an article."""
    held: dict[tuple[str, ...], _Found] = {}
    for number in article:
        reading = body(connection, number)
        if reading is None or not reading.forecasts:
            continue
        address = sa.select(READINGS.c.address).where(READINGS.c.id == number)
        every = gathered(reading, str(connection.execute(address).scalar()))
        told = _told(connection, number)
        for one, kept in zip(reading.forecasts, every, strict=True):
            by = told.get(one.attribution or "")
            found = held.setdefault(_same(kept), _Found(_put_right(kept, by)))
            found.many += 1
            found.wanted |= number in some and _asked(by, kept, wanted)
            found.wrong |= by is not None and by["wrong"] is not None
    yield from (one for one in held.values() if not one.wrong)


def _told(connection: Connection, number: int) -> dict[str, sa.RowMapping]:
    """The statements of a reading as they stand after all corrections, by their ids."""
    rows = connection.execute(said().where(STATEMENTS.c.reading == number)).mappings()
    return {row["ref"]: row for row in rows}


def _same(kept: Kept) -> tuple[str, ...]:
    """What is the same in two forecasts that are one; not the day, which words such as “tomorrow” move with the article."""
    parts = (kept.words, kept.by, kept.horizon, kept.likely, kept.condition)
    return tuple(" ".join(folded(part)) for part in parts)


def _put_right(kept: Kept, by: sa.RowMapping | None) -> Kept:
    if by is None or not by["speaker_now"]:
        return kept
    return msgspec.structs.replace(kept, by=by["speaker_now"])


def _asked(by: sa.RowMapping | None, kept: Kept, wanted: Wanted) -> bool:
    """Whether a forecast is as wanted; `by` is the statement that it comes from."""
    asked = (
        ("who", wanted.who),
        ("act", (wanted.act,) if wanted.act else ()),
        ("source_type", (wanted.source_type,) if wanted.source_type else ()),
    )
    for field, values in asked:
        if values and (by is None or by[field] not in values):
            return False
    return has(wanted.words, folded(kept.words))
