"""The laws that need the whole reading: places, references, nesting, grounds.

A stored reading and a fresh one are held by the same laws.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.errors import Unlawful
from hearsay.reading.attribution import Attribution
from hearsay.reading.commitment import Commitment, Forecast
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.text.article import READ, Article
from hearsay.text.span import Span, Spans, lawful, meets_any, whole, without

_FINDINGS = (
    "actors", "attributions", "commitments", "forecasts", "own_voice", "hypotheses", "qualifiers",
    "timeline", "quotations", "variants",
)  # fmt: skip
_MAKERS = ("rule:", "model:")
_PLAIN = frozenset({str, float, int, bool, type(None)})
"""What has no place."""


def hold(reading: Reading) -> None:
    """Hold a reading against every law.

    Raises:
        Unlawful: naming the first law that it breaks, and where.
    """
    for breach in breaches(reading):
        raise Unlawful(f"the reading breaks a law of its format: {breach}", "please report this")


def breaches(reading: Reading) -> Iterator[str]:
    """Every breach of a law, as a line that says where."""
    yield from _blocks(reading.article)
    yield from _places(reading)
    yield from _references(reading)
    yield from _nesting(reading)
    yield from _numbers(reading)


def _blocks(article: Article) -> Iterator[str]:
    spans = tuple(block.span for block in article.blocks)
    if not lawful(spans):
        yield "the blocks are not sorted and apart"
    if spans and spans[-1].end > len(article.text):
        yield "a block ends after the text"
    everything = whole(article.text)
    for left in without(everything, spans) if everything else ():
        if left.cut(article.text).strip():
            yield f"{left.cut(article.text).strip()[:40]!r} stands in no block"
    if (article.published is None) != (article.published_is is None):
        yield "published and published_is stand and fall together"


def _places(reading: Reading) -> Iterator[str]:
    article = reading.article
    furniture = tuple(block.span for block in article.blocks if block.role not in READ)
    findings = [getattr(reading, name) for name in (*_FINDINGS, "headline")]
    if _sound(findings, len(article.text), furniture):
        return
    for path, value in _walk(reading):
        if isinstance(value, Span):
            if value.end > len(article.text):
                yield f"{path} ends after the text"
            elif any(value.meets(block) for block in furniture):
                yield f"{path} stands in furniture: {value.cut(article.text)[:40]!r}"
        elif isinstance(value, Ground):
            if not _made(value):
                yield f"{path} names no rule and no model"
        elif isinstance(value, tuple) and not lawful(value):
            yield f"{path} is not sorted and apart"


def _sound(value: object, end: int, furniture: Spans) -> bool:
    """Whether nothing in a finding breaks a law of places: as `_places` asks, without a path for each."""
    if isinstance(value, Span):
        return value.end <= end and not (furniture and meets_any(value, furniture))
    if isinstance(value, tuple | list):
        if value and isinstance(value[0], Span):
            met = furniture and any(meets_any(part, furniture) for part in value)
            return lawful(tuple(value)) and value[-1].end <= end and not met
        parts: Sequence[object] = value
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, Ground) and not _made(value):
            return False
        parts = msgspec.structs.astuple(value)
    else:
        return True
    return all(_sound(part, end, furniture) for part in parts if type(part) not in _PLAIN)


def _made(ground: Ground) -> bool:
    """Whether a ground names a rule or a model."""
    return ground.by.startswith(_MAKERS) and ground.by not in _MAKERS


def _walk(reading: Reading) -> Iterator[tuple[str, object]]:
    """Every struct, span and tuple in the findings, with its path."""
    for name in _FINDINGS:
        yield from _below(name, getattr(reading, name))
    yield from _below("headline", reading.headline)


def _below(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            yield path, value
        for at, part in enumerate(value):
            yield from _below(f"{path}[{at}]", part)
    elif isinstance(value, msgspec.Struct):
        yield path, value
        for name in value.__struct_fields__:
            yield from _below(f"{path}.{name}", getattr(value, name))


def _references(reading: Reading) -> Iterator[str]:
    actors = [actor.id for actor in reading.actors]
    said = [attribution.id for attribution in reading.attributions]
    others = [c.id for c in reading.commitments] + [f.id for f in reading.forecasts]
    ids = actors + said + others
    if len(set(ids)) < len(ids):
        yield "two findings have one id"
    for wanted, known, path in _wanted(reading, {*actors}, {*said}):
        if wanted is not None and wanted not in known:
            yield f"{path} names {wanted}, which is not there"


def named(reading: Reading) -> frozenset[str]:
    """The ids that findings name: of whom something is told, and what stands in what."""
    return frozenset(wanted for wanted, _, _ in _wanted(reading, set(), set()) if wanted)


def _wanted(
    reading: Reading, actors: set[str], said: set[str]
) -> Iterator[tuple[str | None, set[str], str]]:
    voices = actors | {"author"}
    for actor in reading.actors:
        yield actor.speaks_for, actors, f"{actor.id}.speaks_for"
    for one in reading.attributions:
        yield one.speaker, actors, f"{one.id}.speaker"
        yield one.within, said, f"{one.id}.within"
        yield one.disputed_by, voices, f"{one.id}.disputed_by"
        for actor_id in one.chain:
            yield actor_id, actors, f"{one.id}.chain"
        for actor_id in one.via:
            yield actor_id, actors, f"{one.id}.via"
        for actor_id in one.jointly:
            yield actor_id, actors, f"{one.id}.jointly"
        for actor_id in one.may_be:
            yield actor_id, actors, f"{one.id}.may_be"
    for at, quotation in enumerate(reading.quotations):
        yield quotation.attribution, said, f"quotations[{at}].attribution"
    for at, qualifier in enumerate(reading.qualifiers):
        yield qualifier.on, said, f"qualifiers[{at}].on"
    yield from _bound(reading, actors, said)
    for forecast in reading.forecasts:
        yield forecast.attribution, said, f"{forecast.id}.attribution"
        yield forecast.by, voices, f"{forecast.id}.by"


def _bound(
    reading: Reading, actors: set[str], said: set[str]
) -> Iterator[tuple[str | None, set[str], str]]:
    for bound in reading.commitments:
        yield bound.attribution, said, f"{bound.id}.attribution"
        yield bound.by, actors | {"author"}, f"{bound.id}.by"
        yield bound.to, actors, f"{bound.id}.to"
        if bound.authority:
            yield bound.authority.who, actors, f"{bound.id}.authority.who"
    for at, power in enumerate(reading.authorities):
        yield power.who, actors, f"authorities[{at}].who"
        yield power.attribution, said, f"authorities[{at}].attribution"


def _nesting(reading: Reading) -> Iterator[str]:
    within = {one.id: one.within for one in reading.attributions}
    for one in reading.attributions:
        if not one.content:
            yield f"{one.id} has no content"
        if one.speaker is not None and one.chain[-1:] != (one.speaker,):
            yield f"{one.id}: the chain does not end in the speaker"
        if one.jointly and (one.speaker is None or {*one.jointly} & {*one.chain}):
            yield f"{one.id}: those who say it jointly have no speaker beside them, or stand in the chain"
        if one.speaker is not None and one.may_be:
            yield f"{one.id}: it has a speaker, and others who may be it"
        seen: set[str] = set()
        at: str | None = one.id
        while at is not None and at not in seen:
            seen.add(at)
            at = within.get(at)
        if at is not None:
            yield f"{one.id} stands within itself"


def _numbers(reading: Reading) -> Iterator[str]:
    rated: tuple[Attribution | Commitment | Forecast, ...] = (
        *reading.attributions,
        *reading.commitments,
        *reading.forecasts,
    )
    for one in rated:
        if not 0 <= one.confidence <= 1:
            yield f"{one.id}: the confidence is not between 0 and 1"
    for forecast in reading.forecasts:
        likely = forecast.probability
        if likely is None:
            continue
        low, mid, high = likely.low, likely.mid, likely.high
        if low is None or mid is None or high is None:
            if (low, mid, high, likely.scale) != (None, None, None, None):
                yield f"{forecast.id}: low, mid, high and scale stand and fall together"
        elif likely.scale is None or not 0 <= low <= mid <= high <= 1:
            yield f"{forecast.id}: the probability is not low <= mid <= high, on a scale"


def spans_of(value: object) -> Spans:
    """Every span below a finding, in the order of its fields."""
    return tuple(part for _, part in _below("", value) if isinstance(part, Span))
