"""Web annotations: each statement as an annotation of the W3C, in one collection with one page.

The target is the content, each of its stretches by its words and by its place; the first body says in words what the annotation is of, the
second holds what was read. Source: https://www.w3.org/TR/annotation-model/.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.names import SOFTWARE, TERMS, Names, Readings, names, together
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading
from hearsay.text.quote import quoted
from hearsay.text.span import Span, Spans, cut
from hearsay.version import __version__

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"hearsay": TERMS})
_TYPES = {ActorKind.PERSON: "Person", ActorKind.ORGANISATION: "Organization"}


def collection(these: Readings) -> bytes:
    """The statements of some readings as a collection of annotations, JSON-LD.

    Args:
        these: each with the name of its input.
    """
    own = together(these)
    items = [one for name, reading in these for one in annotations(reading, name)]
    whole = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": "Who said what, as hearsay read it",
        "generator": {"id": SOFTWARE, "type": "Software", "name": f"hearsay {__version__}"},
        "total": len(items),
        "first": {
            "id": f"{own}#page",
            "type": "AnnotationPage",
            "partOf": own,
            "startIndex": 0,
            "items": items,
        },
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def annotations(reading: Reading, name: str) -> Iterator[dict[str, Any]]:
    """The statements of a reading, each as an annotation.

    Args:
        reading: of one article.
        name: of the input.
    """
    named = names(reading)
    known = facts.actors_of(reading)
    for one in facts.shown(reading):
        targets = [_stretch(span, reading, named) for span in one.content]
        yield {
            "id": named.of(one.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": [
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "language": "en",
                    "value": _told(reading, one),
                },
                _statement(reading, named, one, name, known),
            ],
            "target": targets[0] if len(targets) == 1 else targets,
        }


def _told(reading: Reading, one: Attribution) -> str:
    """What is said of it, in a line: "Mara Lund ← TASS, “said”: quoted; assert, comm"."""
    cue = f", “{facts.one_line(cut(one.cue, reading.article.text))}”" if one.cue else ""
    return f"{facts.chain(reading, one)}{cue}: {facts.MODES[one.mode]}; {facts.done(one)}"


def _stretch(span: Span, reading: Reading, named: Names) -> dict[str, Any]:
    """A stretch of the article, by its words and by its place."""
    quote = quoted(span, reading.article.text)
    return {
        "type": "SpecificResource",
        "source": named.article,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _statement(
    reading: Reading, named: Names, one: Attribution, name: str, known: Mapping[str, Actor]
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": f"{named.of(one.id)}-body",
        "type": "hearsay:Statement",
        "hearsay:input": name,
        "hearsay:ref": one.id,
        "hearsay:speaker": _actor(named, known[one.speaker]) if one.speaker else None,
        "hearsay:jointly": [_called(named, known[who]) for who in one.jointly],
        "hearsay:chain": {"@list": [_called(named, known[who]) for who in one.chain]},
        "hearsay:via": [_called(named, known[who]) for who in one.via],
        "hearsay:source": _stretches(one.source, reading, named),
        "hearsay:cue": _stretches(one.cue, reading, named),
        "hearsay:mode": one.mode.value,
        "hearsay:type": one.type.value,
        "hearsay:act": one.act.value,
        "hearsay:polarity": one.polarity.value,
        "hearsay:certainty": one.certainty.value,
        "hearsay:passed_on": one.passed_on.value,
        "hearsay:explicit": one.explicit,
        "hearsay:within": {"id": named.of(one.within)} if one.within else None,
        "hearsay:disputed_by": one.disputed_by and {"id": named.of(one.disputed_by)},
        "hearsay:confidence": one.confidence,
        "hearsay:ground": one.ground.by,
    }
    return {key: value for key, value in told.items() if value not in (None, [])}


def _stretches(spans: Spans, reading: Reading, named: Names) -> list[dict[str, Any]]:
    return [_stretch(span, reading, named) for span in spans]


def _called(named: Names, actor: Actor) -> dict[str, Any]:
    """An actor by its name alone."""
    return {"id": named.of(actor.id), "name": actor.name}


def _actor(named: Names, actor: Actor) -> dict[str, Any]:
    told = {
        "id": named.of(actor.id),
        "type": _TYPES.get(actor.kind, "hearsay:Actor"),
        "name": actor.name,
        "hearsay:kind": actor.kind.value,
        "hearsay:source_type": actor.source_type.value,
        "hearsay:title": actor.title,
        "hearsay:speaks_for": {"id": named.of(actor.speaks_for)} if actor.speaks_for else None,
    }
    return {key: value for key, value in told.items() if value is not None}
