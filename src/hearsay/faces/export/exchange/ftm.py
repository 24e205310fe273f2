"""FollowTheMoney: the article, who speaks in it and what each says, as entities, one line of JSON each.

A statement is a Note on its speaker, with the words for its description and the article for its proof; who hands it on is linked to it. A
source is a Person, Organization, PublicBody or LegalEntity, mentioned in the article (Mention), and documented by it (Documentation).
Source: https://followthemoney.tech/explorer/.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.names import Names, Readings, names
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "PublicBody",
    ActorKind.GROUP: "LegalEntity",
    ActorKind.UNNAMED: "LegalEntity",
    ActorKind.DOCUMENT: "Pages",
}
_LANGUAGES = {"en": "eng"}  # as ISO 639-3 has them
_SHORT = 20  # words of a statement in its name


def entities(these: Readings) -> bytes:
    """Some readings as entities, one line each.

    Args:
        these: each with the name of its input.
    """
    lines = {one["id"]: one for name, reading in these for one in _entities(reading, name)}
    return b"".join(msgspec.json.encode(one) + b"\n" for one in lines.values())


def _entities(reading: Reading, name: str) -> Iterator[dict[str, Any]]:
    known = facts.actors_of(reading)
    named = names(reading)
    yield _article(reading, named, name)
    shown = facts.shown(reading)
    speaks = {who for one in shown for who in one.speakers}
    for actor in reading.actors:
        if not actor.name.strip():
            continue
        yield _actor(named, actor)
        yield _mention(named, actor)
        if actor.id in speaks:
            role = f"source: {actor.source_type.value}"
            own = named.plain(f"{actor.id}-in-article")
            ends = {"document": named.plain("article"), "entity": named.plain(actor.id)}
            yield _entity("Documentation", own, **ends, role=role)
        principal = known.get(actor.speaks_for or "")
        if principal is not None and _legal(actor, principal):
            yield _entity(
                "Representation",
                named.plain(f"{actor.id}-for-{principal.id}"),
                agent=named.plain(actor.id),
                client=named.plain(principal.id),
                role="speaks for",
                proof=named.plain("article"),
            )
    for one in shown:
        yield _note(reading, named, one, known)
        for who in dict.fromkeys((*_others(one), *one.via)):
            if known[who].name.strip():
                yield _link(named, one, who, "names as the channel" * (who in one.via))


def _entity(schema: str, own: str, **properties: str | list[str] | None) -> dict[str, Any]:
    """An entity, with the properties that it has."""
    every = {key: [value] if isinstance(value, str) else value for key, value in properties.items()}
    held = {key: those for key, values in every.items() if (those := _told(values))}
    return {"id": own, "schema": schema, "properties": held}


def _told(values: list[str] | None) -> list[str]:
    return [value for value in values or () if value.strip()]


def _article(reading: Reading, named: Names, name: str) -> dict[str, Any]:
    article = reading.article
    address = named.article
    return _entity(
        "Article",
        named.plain("article"),
        title=article.title,
        fileName=name,
        author=article.byline,
        publisher=article.outlet,
        publishedAt=_moment(article.published),
        language=_LANGUAGES.get(article.language.partition("-")[0]),
        sourceUrl=address if address.startswith("http") else None,
        bodyText=article.text,
    )


def _moment(published: str | None) -> str | None:
    """A day as it is, a moment in UTC, which is what FollowTheMoney takes it for."""
    if published is None or "T" not in published:
        return published
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    there = moment.astimezone(UTC) if moment.tzinfo else moment
    return there.replace(tzinfo=None).isoformat(timespec="seconds")


def _actor(named: Names, actor: Actor) -> dict[str, Any]:
    schema, own = _SCHEMATA[actor.kind], named.plain(actor.id)
    proof = named.plain("article")
    if schema == "Pages":
        return _entity(schema, own, title=actor.name, description=actor.title, proof=proof)
    if schema == "Person":
        return _entity(schema, own, name=actor.name, position=actor.title, proof=proof)
    kind = actor.source_type.value
    return _entity(
        schema, own, name=actor.name, description=actor.title, classification=kind, proof=proof
    )


def _mention(named: Names, actor: Actor) -> dict[str, Any]:
    return _entity(
        "Mention",
        named.plain(f"{actor.id}-mention"),
        name=actor.name,
        document=named.plain("article"),
        resolved=named.plain(actor.id) if _legal(actor) else None,
        detectedSchema=_SCHEMATA[actor.kind] if _legal(actor) else None,
    )


def _legal(*actors: Actor) -> bool:
    """Whether all of them can act in law."""
    return all(actor.kind is not ActorKind.DOCUMENT and actor.name.strip() for actor in actors)


def _note(
    reading: Reading, named: Names, one: Attribution, known: Mapping[str, Actor]
) -> dict[str, Any]:
    words = cut(one.content, reading.article.text)
    speakers = [named.plain(who) for who in one.speakers if known[who].name.strip()]
    return _entity(
        "Note",
        named.plain(one.id),
        name=facts.shortened(facts.one_line(words), _SHORT),
        entity=speakers,
        description=words,
        summary=f"{facts.chain(reading, one)}: {facts.MODES[one.mode]}; {facts.done(one)}; {facts.sure(one.confidence)}",
        proof=named.plain("article"),
        publisher=reading.article.outlet,
        sourceUrl=named.article if named.article.startswith("http") else None,
    )


def _others(one: Attribution) -> tuple[str, ...]:
    """Those through whom it comes, without the one whose words it is."""
    return one.chain[:-1] if one.speaker is not None else one.chain


def _link(named: Names, one: Attribution, who: str, role: str) -> dict[str, Any]:
    return _entity(
        "UnknownLink",
        named.plain(f"{one.id}-by-{who}"),
        subject=named.plain(who),
        object=named.plain(one.id),
        role=role or "reports",
        proof=named.plain("article"),
    )
