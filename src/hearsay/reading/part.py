"""Part: a reading of some of its statements alone, or without some, with all that hangs on them."""

from collections.abc import Collection, Iterator

import msgspec

from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading


def part(reading: Reading, kept: Collection[str]) -> Reading:
    """The reading with some of its statements alone: their actors, what binds and is foretold in them, the times that they tell.

    What is the article's own (its voice, its headline, what it weighs) is left out.

    Args:
        reading: of an article.
        kept: ids of statements.
    """
    said = tuple(_alone(one, kept) for one in reading.attributions if one.id in kept)
    content = [span for one in said for span in one.content]
    commitments = tuple(one for one in reading.commitments if one.attribution in kept)
    authorities = tuple(one for one in reading.authorities if one.attribution in kept)
    forecasts = tuple(one for one in reading.forecasts if one.attribution in kept)
    made = msgspec.structs.replace(
        reading,
        attributions=said,
        commitments=commitments,
        authorities=authorities,
        forecasts=forecasts,
        own_voice=(),
        hypotheses=(),
        headline=None,
        qualifiers=tuple(one for one in reading.qualifiers if one.on in kept),
        quotations=tuple(one for one in reading.quotations if one.attribution in kept),
        timeline=tuple(
            one for one in reading.timeline if any(span.holds(one.time) for span in content)
        ),
        variants=(),
    )
    return msgspec.structs.replace(made, actors=_needed(made))


def without(reading: Reading, left_out: Collection[str]) -> Reading:
    """The reading without some of its statements, and without what binds and is foretold in them; all else stays.

    Args:
        reading: of an article.
        left_out: ids of statements.
    """
    kept = {one.id for one in reading.attributions} - {*left_out}
    return msgspec.structs.replace(
        reading,
        attributions=tuple(_alone(one, kept) for one in reading.attributions if one.id in kept),
        commitments=tuple(c for c in reading.commitments if c.attribution not in left_out),
        authorities=tuple(a for a in reading.authorities if a.attribution not in left_out),
        forecasts=tuple(f for f in reading.forecasts if f.attribution not in left_out),
        qualifiers=tuple(q for q in reading.qualifiers if q.on not in left_out),
        quotations=tuple(
            msgspec.structs.replace(one, attribution=None) if one.attribution in left_out else one
            for one in reading.quotations
        ),
    )


def _alone(one: Attribution, kept: Collection[str]) -> Attribution:
    """A statement that stands within none but those that are kept."""
    return one if one.within in kept else msgspec.structs.replace(one, within=None)


def _needed(reading: Reading) -> tuple[Actor, ...]:
    """The actors that something names, and those for whom they speak."""
    known = {actor.id: actor for actor in reading.actors}
    needed: set[str] = set()
    for start in _named(reading):
        at: str | None = start
        while at is not None and at in known and at not in needed:
            needed.add(at)
            at = known[at].speaks_for
    return tuple(actor for actor in reading.actors if actor.id in needed)


def _named(reading: Reading) -> Iterator[str | None]:
    for said in reading.attributions:
        yield from (
            said.speaker,
            said.disputed_by,
            *said.jointly,
            *said.chain,
            *said.via,
            *said.may_be,
        )
    for bound in reading.commitments:
        yield from (bound.by, bound.to, bound.authority.who if bound.authority else None)
    yield from (power.who for power in reading.authorities)
    yield from (foretold.by for foretold in reading.forecasts)
