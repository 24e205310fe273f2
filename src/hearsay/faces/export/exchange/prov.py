"""PROV-O: who has it from whom, as the provenance of the W3C, in Turtle and in JSON-LD.

A statement is an entity of its own, attributed to its speaker. Each reporter of the chain has an account of it, derived from that of the
next; the passage of the article is quoted or derived from the outermost account, and has the statement for its primary source. What somebody
is told not to have said is a passage without a statement. Source: https://www.w3.org/TR/prov-o/.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, XSD, Namespace
from rdflib.term import Node

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.names import SOFTWARE, TERMS, Names, Readings, names
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Attribution, Mode, Polarity
from hearsay.reading.reading import Reading
from hearsay.text.span import cut
from hearsay.version import __version__

HEARSAY = Namespace(TERMS)
_KINDS = {
    ActorKind.PERSON: PROV.Person,
    ActorKind.ORGANISATION: PROV.Organization,
    ActorKind.STATE: PROV.Organization,
}
_CONTEXT = {
    "dcterms": str(DCTERMS),
    "hearsay": TERMS,
    "prov": str(PROV),
    "rdfs": str(RDFS),
    "xsd": str(XSD),
}


def turtle(these: Readings) -> bytes:
    """The provenance of what some readings hold, as Turtle.

    Args:
        these: each with the name of its input.
    """
    return graph(these).serialize(format="turtle", encoding="utf-8")


def json_ld(these: Readings) -> bytes:
    """The same, as JSON-LD.

    Args:
        these: each with the name of its input.
    """
    made = graph(these).serialize(format="json-ld", context=_CONTEXT, encoding="utf-8")
    whole: dict[str, Any] = msgspec.json.decode(made)
    nodes = whole.pop("@graph", None)
    if nodes is not None:
        nodes = [_ordered(node) for node in sorted(nodes, key=lambda node: str(node["@id"]))]
        whole["@graph"] = nodes
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """A node with its keys and its values in one order, whatever the order of the graph."""
    return {
        key: sorted(value, key=str) if isinstance(value, list) else value
        for key, value in sorted(node.items())
    }


def graph(these: Readings) -> Graph:
    """The provenance of what some readings hold, as a graph.

    Args:
        these: each with the name of its input.
    """
    made = Graph()
    for prefix in ("dcterms", "hearsay", "prov", "rdfs"):
        made.bind(prefix, _CONTEXT[prefix])
    for name, reading in these:
        for subject, predicate, object_ in _triples(reading, name):
            made.add((subject, predicate, object_))
    return made


def _triples(reading: Reading, name: str) -> Iterator[tuple[Node, Node, Node]]:
    named = names(reading)
    yield from _read(reading, named)
    yield from _article(reading, named, name)
    known = facts.actors_of(reading)
    for actor in reading.actors:
        yield from _actor(named, actor)
        if (principal := known.get(actor.speaks_for or "")) and _agents(actor, principal):
            yield URIRef(named.of(actor.id)), PROV.actedOnBehalfOf, URIRef(named.of(principal.id))
    those = facts.shown(reading)
    ids = {one.id for one in those}
    for one in those:
        yield from _passage(reading, named, one)
        if one.within in ids:
            own, outer = (named.of(part) for part in (one.id, one.within or ""))
            yield URIRef(f"{own}-passage"), DCTERMS.isPartOf, URIRef(f"{outer}-passage")
        if one.polarity is Polarity.POS:
            yield from _statement(named, one, known)


def _read(reading: Reading, named: Names) -> Iterator[tuple[Node, Node, Node]]:
    """That hearsay read it, with what."""
    own, deed, software = (URIRef(name) for name in (named.reading, named.of("reading"), SOFTWARE))
    yield own, RDF.type, PROV.Entity
    yield own, PROV.wasDerivedFrom, URIRef(named.article)
    yield own, PROV.wasGeneratedBy, deed
    yield deed, RDF.type, PROV.Activity
    yield deed, PROV.used, URIRef(named.article)
    yield deed, PROV.wasAssociatedWith, software
    if reading.reader.model:
        yield deed, HEARSAY.model, Literal(reading.reader.model)
    yield software, RDF.type, PROV.Agent
    yield software, RDF.type, PROV.SoftwareAgent
    yield software, RDFS.label, Literal(f"hearsay {__version__}")


def _article(reading: Reading, named: Names, name: str) -> Iterator[tuple[Node, Node, Node]]:
    article, own = reading.article, URIRef(named.article)
    yield own, RDF.type, PROV.Entity
    yield own, RDFS.label, Literal(article.title or name)
    yield own, DCTERMS.identifier, Literal(name)
    if article.published:
        yield own, DCTERMS.issued, Literal(article.published)
    for id_, told, type_ in (
        ("outlet", article.outlet, PROV.Organization),
        ("byline", article.byline, PROV.Agent),  # a name or several, or an agency's
    ):
        if told:
            agent = URIRef(named.of(id_))
            yield own, PROV.wasAttributedTo, agent
            yield agent, RDF.type, PROV.Agent
            yield agent, RDF.type, type_
            yield agent, RDFS.label, Literal(told)


def _actor(named: Names, actor: Actor) -> Iterator[tuple[Node, Node, Node]]:
    own = URIRef(named.of(actor.id))
    if actor.kind is ActorKind.DOCUMENT:
        yield own, RDF.type, PROV.Entity
    else:
        yield own, RDF.type, PROV.Agent
        yield own, RDF.type, _KINDS.get(actor.kind, PROV.Agent)
    yield own, RDFS.label, Literal(actor.name)
    yield own, HEARSAY.source_type, Literal(actor.source_type.value)
    if actor.title:
        yield own, HEARSAY.title, Literal(actor.title)


def _agents(*actors: Actor) -> bool:
    """Whether all of them can act."""
    return all(actor.kind is not ActorKind.DOCUMENT for actor in actors)


def _passage(reading: Reading, named: Names, one: Attribution) -> Iterator[tuple[Node, Node, Node]]:
    """The words of the article, and where they are."""
    own = URIRef(f"{named.of(one.id)}-passage")
    yield own, RDF.type, PROV.Entity
    yield own, PROV.value, Literal(cut(one.content, reading.article.text))
    yield own, DCTERMS.isPartOf, URIRef(named.article)
    yield own, HEARSAY.mode, Literal(one.mode.value)
    yield own, HEARSAY.polarity, Literal(one.polarity.value)
    yield own, HEARSAY.confidence, Literal(f"{one.confidence:.2f}", datatype=XSD.decimal)
    for words, predicate in ((one.source, HEARSAY.source), (one.cue, HEARSAY.cue)):
        if words:
            yield own, predicate, Literal(cut(words, reading.article.text))
    for span in one.content:
        yield own, HEARSAY.at, Literal(f"{span.start}-{span.end}")


def _statement(
    named: Names, one: Attribution, known: Mapping[str, Actor]
) -> Iterator[tuple[Node, Node, Node]]:
    """What is said, who says it, and each account of it on its way into the article."""
    own, passage = URIRef(named.of(one.id)), URIRef(f"{named.of(one.id)}-passage")
    yield own, RDF.type, PROV.Entity
    yield own, HEARSAY.type, Literal(one.type.value)
    yield own, HEARSAY.act, Literal(one.act.value)
    yield own, HEARSAY.certainty, Literal(one.certainty.value)
    for who in one.speakers:
        yield from _whose(own, named, known[who])
    for channel in one.via:
        yield own, HEARSAY.via, URIRef(named.of(channel))
    inner = own
    for reporter in reversed(_reporters(one)):
        account = URIRef(f"{named.of(one.id)}-by-{reporter}")
        yield account, RDF.type, PROV.Entity
        yield account, PROV.wasDerivedFrom, inner
        yield account, PROV.hadPrimarySource, own
        yield from _whose(account, named, known[reporter])
        inner = account
    yield passage, PROV.wasQuotedFrom if one.mode is Mode.DIRECT else PROV.wasDerivedFrom, inner
    yield passage, PROV.hadPrimarySource, own


def _reporters(one: Attribution) -> tuple[str, ...]:
    """Those through whom it comes, the outermost first, each once, without the one whose words it is."""
    others = one.chain[:-1] if one.speaker is not None else one.chain
    return tuple(dict.fromkeys(who for who in others if who != one.speaker))


def _whose(entity: URIRef, named: Names, actor: Actor) -> Iterator[tuple[Node, Node, Node]]:
    """To whom it goes back: to an agent, or to a document."""
    source = URIRef(named.of(actor.id))
    if actor.kind is ActorKind.DOCUMENT:
        yield entity, PROV.wasDerivedFrom, source
    else:
        yield entity, PROV.wasAttributedTo, source
