"""schema.org: the article, who speaks in it, and what each says, as a graph in JSON-LD.

Words within marks are a Quotation; what is told in other words is a Claim where it can be true or false, else a CreativeWork: a question, a
demand and a wish claim nothing. What somebody denies, doubts or did not say is left out where it stands in other words, since the form would
make it that person's own claim. Source: https://schema.org/Quotation, https://schema.org/Claim, https://schema.org/NewsArticle.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.names import Names, Readings, names
from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Act, Attribution, Kind, Mode, Polarity
from hearsay.reading.reading import Reading
from hearsay.text.article import Genre
from hearsay.text.span import cut

CONTEXT = "https://schema.org"
_GROUPS = (ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GROUP)
CLAIMS_NOTHING = frozenset(
    {
        Act.ASK, Act.REQUEST, Act.URGE, Act.REFUSE, Act.PERMIT, Act.FORBID, Act.RESERVE, Act.PROMISE, Act.THREATEN,
        Act.APOLOGISE, Act.INTEND, Act.WANT,
    }
)  # fmt: skip
"""Acts that put nothing forward as being so."""

AGAINST = frozenset({Act.DENY, Act.DOUBT})
"""Acts whose content, told in other words, is what the speaker does not hold."""


def graph(these: Readings) -> bytes:
    """Some readings in the words of schema.org, JSON-LD.

    Args:
        these: each with the name of its input.
    """
    nodes: dict[str, dict[str, Any]] = {}
    for name, reading in these:
        for node in _nodes(reading, name):
            nodes[node["@id"]] = node
    whole = {"@context": CONTEXT, "@graph": list(nodes.values())}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _nodes(reading: Reading, name: str) -> Iterator[dict[str, Any]]:
    named = names(reading)
    yield _known(_article(reading, named, name))
    for actor in reading.actors:
        yield _known(_actor(reading, named, actor))
    those = told(reading)
    ids = {one.id for one in those}
    known = facts.actors_of(reading)
    for one in those:
        yield _known(_work(reading, named, one, known, nested=one.within in ids))


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """A node with what there is alone."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _article(reading: Reading, named: Names, name: str) -> dict[str, Any]:
    article = reading.article
    return {
        "@id": named.article,
        "@type": "NewsArticle",
        "headline": article.title,
        "creditText": article.byline,  # as it stands there: nobody has told its names apart
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "datePublished": article.published,
        "inLanguage": article.language,
        "genre": article.genre.value if article.genre is not Genre.UNKNOWN else None,
        "url": named.article if named.article.startswith("http") else None,
        "identifier": name,
        "hasPart": [{"@id": named.of(one.id)} for one in told(reading)],
    }


def _actor(reading: Reading, named: Names, actor: Actor) -> dict[str, Any]:
    type_ = _type(actor)
    principal = facts.actors_of(reading).get(actor.speaks_for or "")
    serves = principal is not None and type_ == "Person" and _type(principal) == "Organization"
    return {
        "@id": named.of(actor.id),
        "@type": type_,
        "name": actor.name,
        "jobTitle": actor.title if type_ == "Person" else None,
        "description": actor.title if type_ != "Person" else None,
        "affiliation": {"@id": named.of(principal.id)} if principal and serves else None,
        "identifier": actor.link,
    }


def _type(actor: Actor) -> str:
    if actor.kind is ActorKind.DOCUMENT:
        return "CreativeWork"
    if actor.kind in _GROUPS or actor.source_type is SourceType.UNNAMED_GROUP:
        return "Organization"
    return "Person"


def _work(
    reading: Reading,
    named: Names,
    one: Attribution,
    known: Mapping[str, Actor],
    *,
    nested: bool,
) -> dict[str, Any]:
    type_ = work_type(one)
    speakers = [{"@id": named.of(who)} for who in one.speakers]
    speaker = speakers[0] if len(speakers) == 1 else speakers or None
    document = one.speaker is not None and _type(known[one.speaker]) == "CreativeWork"
    voice = "spokenByCharacter" if type_ == "Quotation" else "author"
    others = [who for who in _others(one) if _type(known[who]) != "CreativeWork"]
    through = [{"@id": named.of(who)} for who in others]
    article = {"@id": named.article}
    return {
        "@id": named.of(one.id),
        "@type": type_,
        "text": cut(one.content, reading.article.text),
        voice: None if document else speaker,
        "isBasedOn": speaker if document else None,
        "claimInterpreter": through if type_ == "Claim" else None,
        "contributor": through if type_ != "Claim" else None,
        "isPartOf": {"@id": named.of(one.within or "")} if nested else article,
        "appearance": article if type_ == "Claim" else None,
        "identifier": one.id,
    }


def _others(one: Attribution) -> tuple[str, ...]:
    """Those through whom it comes, without the one whose words it is."""
    return tuple(dict.fromkeys(one.chain[:-1] if one.speaker is not None else one.chain))


def told(reading: Reading) -> tuple[Attribution, ...]:
    """The statements that the form can hold without making somebody say what he does not."""
    return tuple(
        one
        for one in facts.shown(reading)
        if one.polarity is Polarity.POS and (one.mode is Mode.DIRECT or one.act not in AGAINST)
    )


def work_type(one: Attribution) -> str:
    """What a statement is in the words of schema.org."""
    if one.mode is Mode.DIRECT:
        return "Quotation"
    claims = one.type is not Kind.CONTROL and one.act not in CLAIMS_NOTHING
    return "Claim" if claims else "CreativeWork"
