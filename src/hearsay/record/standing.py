"""Standing: the readings of a record as they stand, with what people put right in its place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from hearsay.errors import Error, NotInTheRecord
from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Act, Attribution
from hearsay.reading.ground import Ground
from hearsay.reading.part import part, without
from hearsay.reading.reading import Reading
from hearsay.record.added import body, who
from hearsay.record.found import Wanted, newest, of_article, search
from hearsay.record.tables import OVERRIDES, READINGS, STATEMENTS

EVERY = 1_000_000_000
"""Statements at most: all."""

PUT_RIGHT = Ground("rule:put_right", (), "somebody put it right in the record")


def standing(
    connection: Connection, wanted: Wanted | None = None, *, wrong: bool = False
) -> Iterator[tuple[str, Reading | Error]]:
    """The last reading of each text in a record, the first added first, with its address; of several of one address, with its number too.

    Where statements are looked for by their words, speaker, act or kind of source, a reading has those alone.

    Args:
        connection: to the record.
        wanted: what is looked for; None for all.
        wrong: also the statements that a person called wrong.
    """
    wanted = wanted or Wanted()
    of = READINGS.c
    rows = sa.select(of.id, of.address).where(newest(), *of_article(wanted)).order_by(of.id)
    chosen = {row.id: row.address for row in connection.execute(rows)}
    some = _with_statements(connection, wanted, wrong=wrong)
    if some is not None:
        chosen = {number: address for number, address in chosen.items() if number in some}
    for number, name in _named(chosen):
        whole = _stands(connection, number, wrong=wrong)
        if some is not None and not isinstance(whole, Error):
            whole = part(whole, some[number])
        yield name, whole


def newest_readings(connection: Connection) -> Iterator[tuple[str, Reading | Error]]:
    """The newest reading of each article, copies left out, with its number for a name."""
    of, later = READINGS.c, READINGS.alias("later")
    newer = sa.exists().where(later.c.address == of.address, later.c.id > of.id)
    own = of.copy_of.is_(None) | sa.exists().where(
        later.c.id == of.copy_of, later.c.address == of.address
    )
    numbers = connection.execute(
        sa.select(of.id).where(~newer.correlate(READINGS), own).order_by(of.id)
    )
    for number in numbers.scalars().all():
        yield f"{number}", _stands(connection, number, wrong=False)


def by_numbers(
    connection: Connection, numbers: Sequence[int], *, wrong: bool = False
) -> Iterator[tuple[str, Reading | Error]]:
    """The readings with some numbers, named as those of `standing`, in their order.

    Args:
        connection: to the record.
        numbers: of readings.
        wrong: also the statements that a person called wrong.
    """
    of = READINGS.c
    known = sa.select(of.id, of.address).where(of.id.in_(numbers))
    addresses = {row.id: row.address for row in connection.execute(known)}
    for number, name in _named({number: addresses.get(number, "") for number in numbers}):
        yield name, _stands(connection, number, wrong=wrong)


def _named(addresses: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Numbers of readings, each with its address; where several have one, with its number too."""
    many = Counter(addresses.values())
    for number, address in addresses.items():
        several = address and many[address] > 1
        yield number, f"{address} (reading {number})" if several else address or str(number)


def _stands(connection: Connection, number: int, *, wrong: bool) -> Reading | Error:
    """A reading with what people put right in it; why there is none, where there is none."""
    try:
        reading = body(connection, number)
    except Error as error:
        return error.about(f"reading {number}")
    if reading is None:
        return NotInTheRecord(f"there is no reading {number}", "`hearsay list` shows the numbers")
    return put_right(reading, _overrides(connection, number), wrong=wrong)


def _with_statements(
    connection: Connection, wanted: Wanted, *, wrong: bool
) -> dict[int, set[str]] | None:
    """The statements that are wanted, by reading; None where whole readings are."""
    if not (wanted.words or wanted.who or wanted.act or wanted.source_type):
        return None
    some: dict[int, set[str]] = {}
    for hit in search(connection, wanted, EVERY, wrong=wrong):
        some.setdefault(hit.reading, set()).add(hit.ref)
    return some


def _overrides(connection: Connection, number: int) -> dict[str, dict[str, str]]:
    """What people put right in a reading: by statement, then by field."""
    here, told = OVERRIDES.c, STATEMENTS.c
    rows = (
        sa.select(told.ref, here.field, here.value)
        .join(STATEMENTS, told.id == here.statement)
        .where(told.reading == number)
        .order_by(told.id, here.field)
    )
    found: dict[str, dict[str, str]] = {}
    for row in connection.execute(rows):
        found.setdefault(row.ref, {})[row.field] = row.value
    return found


def put_right(
    reading: Reading, right: Mapping[str, Mapping[str, str]], *, wrong: bool = False
) -> Reading:
    """The reading with what people put right in it; what binds and is foretold in a statement goes with its speaker.

    Args:
        reading: as it was read.
        right: by statement, then by field: speaker, act, wrong.
        wrong: keep the statements that a person called wrong.
    """
    actors = list(reading.actors)
    said = tuple(_right(one, right.get(one.id, {}), actors) for one in reading.attributions)
    now = {
        (one.id, one.speaker): after.speaker
        for one, after in zip(reading.attributions, said, strict=True)
        if one.speaker is not None
    }
    made = msgspec.structs.replace(
        reading,
        actors=tuple(actors),
        attributions=said,
        commitments=tuple(
            msgspec.structs.replace(one, by=now.get((one.attribution or "", one.by or ""), one.by))
            for one in reading.commitments
        ),
        forecasts=tuple(
            msgspec.structs.replace(one, by=now.get((one.attribution or "", one.by)) or one.by)
            for one in reading.forecasts
        ),
    )
    called = {ref for ref, fields in right.items() if "wrong" in fields}
    return made if wrong or not called else without(made, called)


def _right(one: Attribution, fields: Mapping[str, str], actors: list[Actor]) -> Attribution:
    if "act" in fields:
        one = msgspec.structs.replace(one, act=Act(fields["act"]), act_ground=PUT_RIGHT)
    if "speaker" in fields:
        speaker = _called(fields["speaker"], one.speaker, actors)
        others = one.chain[:-1] if one.speaker is not None else one.chain
        one = msgspec.structs.replace(one, speaker=speaker, jointly=(), chain=(*others, speaker))
    return one


def _called(name: str, before: str | None, actors: list[Actor]) -> str:
    """The id of the actor of a name; one that the article does not have is added, of the kind of the one before."""
    known = next((actor for actor in actors if who(actor.name) == who(name)), None)
    if known is not None:
        return known.id
    old = next((actor for actor in actors if actor.id == before), None)
    taken = {actor.id for actor in actors}
    own = next(free for n in count(1) if (free := f"a{n}") not in taken)
    kind = ActorKind.PERSON if old is None or old.kind is ActorKind.UNNAMED else old.kind
    many = kind in (ActorKind.ORGANISATION, ActorKind.STATE)
    open_ = SourceType.NAMED_ORGANISATION if many else SourceType.NAMED_PERSON
    made = Actor(own, name, kind, open_, PUT_RIGHT)
    actors.append(made)
    return made.id
