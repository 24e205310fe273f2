"""Added: a reading is kept, with its statements and the fingerprints by which both are found again. Nothing is overwritten."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.reading.codec import decode, encode
from hearsay.reading.reading import Reading
from hearsay.record.opened import OpenRecord, writing
from hearsay.record.overrides import renewed
from hearsay.record.prints import COARSE, FINE, every, folded, prints, sketch
from hearsay.record.sharing import keep, sharing
from hearsay.record.tables import JOINTLY, NAMES, PRINTS, READINGS, STATEMENTS, TEXT_PRINTS
from hearsay.text.span import cut

COPY = 0.8
"""Share of the runs of words of the shorter of two texts that the other has too, where one is a copy of the other."""

LONG = 0.5
"""A copy has at least this share of the runs of the longer text."""

LIKELY = 0.3
"""Share of a sketch that another text must have to be looked at closer."""

AT_ONCE = 200
"""Readings that are held in memory at once where all are looked through."""

CANDIDATES = 5
"""Texts that are looked at closer."""

ARROW = " ← "
LOCK = 7_235_411  # of adding, in PostgreSQL


class Added(msgspec.Struct, frozen=True):
    """What became of a reading that was to be kept.

    Attributes:
        id: its number in the record.
        new: False where the record had it.
        before: the number of the last reading of another text at the same address, of which this is a new version.
        copy_of: the number of the first reading of the same words elsewhere.
        again: the number of the last reading of this very text at the same address, which was read anew.
    """

    id: int
    new: bool
    before: int | None = None
    copy_of: int | None = None
    again: int | None = None


def add(record: OpenRecord, reading: Reading, name: str) -> Added:
    """Keep a reading; the same one of the same address is kept once.

    Args:
        record: where.
        reading: what.
        name: of the input; its address where the page states none.

    Raises:
        BadRecord: it could not be kept; then nothing of it was.
    """
    with OpenRecord(record.name, writing(record)).writes() as connection:
        if not record.sqlite:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        return _added(connection, reading, name)


def _added(connection: Connection, reading: Reading, name: str) -> Added:
    article = reading.article
    whole = encode(reading)
    digest, content = sha256(article.text.encode()).hexdigest(), sha256(whole).hexdigest()
    address = column(article.url or name)
    here = READINGS.c
    of = sa.select(here.id, here.copy_of).where(here.content == content, here.address == address)
    known = connection.execute(of).first()
    if known is not None:
        return Added(known.id, new=False, copy_of=known.copy_of)
    earlier = (
        sa.select(here.id)
        .where(here.address == address, here.digest != digest)
        .order_by(here.id.desc())
        .limit(1)
    )
    before = connection.execute(earlier).scalar()
    own = read_words(reading)
    marks = sketch(own)
    copy_of = _copied(connection, own, marks)
    number = connection.execute(
        READINGS.insert()
        .values(
            digest=digest,
            content=content,
            reader=column(reader_name(reading)),
            address=address,
            outlet=column(article.outlet),
            title=column(article.title),
            day=(article.published or "")[:10],
            added=datetime.now(UTC).isoformat(timespec="milliseconds"),
            words=len(folded(article.text)),
            copy_of=copy_of,
            body=zlib.compress(whole, 6),
        )
        .returning(here.id)
    ).scalar_one()
    keep(connection, TEXT_PRINTS, [(number, marks)])
    ids = _numbered(connection, list(_statements(reading, number)))
    keep(connection, PRINTS, ((one, prints(words.split(), FINE)) for one, _, words in ids))
    if together := list(_together(reading, {ref: one for one, ref, _ in ids})):
        connection.execute(JOINTLY.insert(), together)
    if named := list(_names(reading, number)):
        connection.execute(NAMES.insert(), named)
    others = sa.select(here.id).where(here.digest == digest, here.id != number)
    if connection.execute(others).first():  # else nobody can have judged of these words
        renewed(connection, digest)
    read_anew = sa.select(sa.func.max(here.id)).where(
        here.address == address, here.digest == digest, here.id != number
    )
    again = connection.execute(read_anew).scalar()
    return Added(number, new=True, before=before, copy_of=copy_of, again=again)


def _numbered(
    connection: Connection, told: Sequence[dict[str, object]]
) -> list[tuple[int, str, str]]:
    """Keep statements, all by one question; the numbers that they have got, each with its id in the reading and its folded words."""
    if not told:
        return []
    if connection.dialect.name == "sqlite":
        here = STATEMENTS.c
        made = STATEMENTS.insert().returning(here.id, here.ref, here.folded)
        return [(one.id, one.ref, one.folded) for one in connection.execute(made, told)]
    names = tuple(told[0])
    kinds = ", ".join("%s::bigint[]" if name == "reading" else "%s::text[]" for name in names)
    asked = (
        f"INSERT INTO statements ({', '.join(names)}) "  # noqa: S608 - names of columns
        f"SELECT * FROM unnest({kinds}) RETURNING id, ref, folded"
    )
    columns = tuple([row[name] for row in told] for name in names)
    made_here = connection.exec_driver_sql(asked, columns)
    return [(one.id, one.ref, one.folded) for one in made_here]


def reader_name(reading: Reading) -> str:
    """Who read: version, weights, word lists."""
    reader = reading.reader
    return f"{reader.version} {reader.model or 'by rule'} {reader.tables}"


def _statements(reading: Reading, number: int) -> Iterator[dict[str, object]]:
    actors = {actor.id: actor for actor in reading.actors}
    for one in reading.attributions:
        speaker = actors.get(one.speaker or "")
        chain = [column(actors[key].name) for key in one.chain]
        words = column(cut(one.content, reading.article.text))
        yield {
            "reading": number,
            "ref": one.id,
            "speaker": column(speaker.name) if speaker else "",
            "who": who(speaker.name) if speaker else "",
            "source_type": speaker.source_type.value if speaker else "",
            "chain": ARROW.join(reversed(chain)),
            "root": who(chain[0]) if len(chain) > 1 else "",
            "mode": one.mode.value,
            "act": one.act.value,
            "words": words,
            "folded": " ".join(folded(words)),
        }


def _together(reading: Reading, numbers: Mapping[str, int]) -> Iterator[dict[str, object]]:
    """Those who say a statement together with its speaker, each once."""
    names = {actor.id: actor.name for actor in reading.actors}
    for one in reading.attributions:
        first = who(names.get(one.speaker or "", ""))
        held = {who(names[key]): column(names[key]) for key in reversed(one.jointly)}
        for key, name in held.items():
            if key and key != first:
                yield {"statement": numbers[one.id], "who": key, "name": name}


def _names(reading: Reading, number: int) -> Iterator[dict[str, object]]:
    """The names of those who say nothing in an article, each once, as the first has it."""
    speak = {key for one in reading.attributions for key in one.speakers}
    heard = {who(actor.name) for actor in reading.actors if actor.id in speak}
    held = {who(actor.name): column(actor.name) for actor in reversed(reading.actors)}
    for key, name in held.items():
        if key and key not in heard:
            yield {"reading": number, "who": key, "name": name}


def column(words: str | None) -> str:
    """Words for a column: PostgreSQL holds no NUL; the reading itself is kept as it is."""
    return (words or "").replace("\x00", "�")


def who(name: str) -> str:
    """A name folded, by which actors are joined: "Dmitry Peskov" as "dmitry peskov"."""
    return " ".join(folded(name))


def read_words(reading: Reading) -> tuple[str, ...]:
    """The words of an article that are its own, folded."""
    article = reading.article
    return folded(" ".join(block.span.cut(article.text) for block in article.read))


def _copied(connection: Connection, own: Sequence[str], marks: frozenset[int]) -> int | None:
    """The first reading of the same words; None where there is none."""
    mine = frozenset(every(own, COARSE).tolist())
    for number, shared in sharing(connection, TEXT_PRINTS, marks, CANDIDATES):
        if shared < LIKELY * len(marks):
            return None
        other = body(connection, number)
        theirs = frozenset(every(read_words(other), COARSE).tolist() if other else ())
        if copied(mine, theirs):
            first = sa.select(READINGS.c.copy_of).where(READINGS.c.id == number)
            return int(connection.execute(first).scalar() or number)
    return None


def copied(mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether one text is a copy of another, by the fingerprints of all their runs of words."""
    short, long = sorted((len(mine), len(theirs)))
    return len(mine & theirs) >= COPY * short and short >= LONG * long


def stands_in_a_text(connection: Connection, name: str) -> bool:
    """Whether an article of the record has a name among its own words, as it is written, with a capital within a sentence; all are looked through.

    Takes: "Zoë Moe" in "Lund told Zoë Moe". Leaves: "Nobody" in "Nobody was told".
    """
    wanted, key = name.encode(), f" {who(name)} "
    if not key.strip() or not name[:1].isupper():
        return False
    asked = sa.select(READINGS.c.body).execution_options(yield_per=AT_ONCE)
    with connection.execute(asked) as rows:
        return any(
            _within_a_sentence(reading := decode(whole), name)
            and key in f" {' '.join(read_words(reading))} "
            for held in rows.scalars()
            if wanted in (whole := zlib.decompress(held))
        )


def _within_a_sentence(reading: Reading, name: str) -> bool:
    """Whether a word or a comma stands before a name somewhere."""
    *before, _ = reading.article.text.split(name)
    return any(
        words.endswith(" ") and (words[-2:-1].isalnum() or words[-2:-1] == ",") for words in before
    )


def body(connection: Connection, number: int) -> Reading | None:
    """The reading with a number; None where there is none.

    Raises:
        NotAReading: it was kept in a form that this hearsay does not know.
    """
    held = connection.execute(sa.select(READINGS.c.body).where(READINGS.c.id == number)).scalar()
    return None if held is None else decode(zlib.decompress(held))
