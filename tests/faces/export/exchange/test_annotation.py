"""Web annotations, expanded by pyld and held against the model by pyshacl."""

import json
from typing import Any

from hypothesis import given, settings
from rdflib import URIRef
from rdflib.namespace import RDF

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.annotation import annotations, collection
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on
from tests.faces.export.exchange.linked import context, expanded, faults, triples
from tests.strategies import readings

OA = "http://www.w3.org/ns/oa#"


def stretches(value: Any) -> list[dict[str, Any]]:
    """Every stretch of the article below a value."""
    if isinstance(value, list):
        return [one for part in value for one in stretches(part)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.get("type") == "SpecificResource" else []
    return own + [one for part in value.values() for one in stretches(part)]


def keys(value: Any) -> set[str]:
    """Every key below a value, but for contexts."""
    if isinstance(value, list):
        return {key for part in value for key in keys(part)}
    if not isinstance(value, dict):
        return set()
    below = {key for name, part in value.items() if name != "@context" for key in keys(part)}
    return below | {*value}


def test_an_annotation_says_who_where_and_in_which_words() -> None:
    first = next(annotations(handed_on(), "toll.html"))
    text, body = first["body"]
    assert text["value"] == "Nora Vale ← Harbour Wire, “Quoting”: quoted; assert, comm"
    assert body["hearsay:speaker"]["name"] == "Nora Vale"
    assert body["hearsay:speaker"]["type"] == "Person"
    assert [who["name"] for who in body["hearsay:chain"]["@list"]] == ["Harbour Wire", "Nora Vale"]
    assert first["target"]["source"] == "https://news.example/toll?page=1"
    quote, position = first["target"]["selector"]
    assert quote["exact"] == "“The toll rises in May.”"
    assert quote["prefix"].endswith("Harbour Wire wrote: ")
    assert quote["suffix"].startswith("\n\nThe mayor denied")
    text = handed_on().article.text
    assert text[position["start"] : position["end"]] == quote["exact"]


def test_an_article_without_an_address_is_named_by_its_text() -> None:
    from tests.faces.export.stories import column  # noqa: PLC0415 - beside what it shows

    targets = [one["target"] for one in annotations(column(), "story.txt")]
    sources = {target["source"] for one in targets for target in stretches(one)}
    assert len(sources) == 1
    assert sources.pop().startswith("ni:///sha-256;")


def test_a_thing_in_several_stretches_has_several_targets() -> None:
    from tests.faces.export.stories import column  # noqa: PLC0415

    lengths = [len(stretches(one["target"])) for one in annotations(column(), "story.txt")]
    assert lengths == [len(one.content) for one in facts.shown(column())]
    assert max(lengths) > 1


def test_every_key_is_one_of_the_context() -> None:
    known = {*context("http://www.w3.org/ns/anno.jsonld")["@context"]}
    written = keys(json.loads(collection([("toll.html", handed_on())])))
    assert {one for one in written if not one.startswith(("hearsay:", "@"))} <= known


def test_pyld_and_pyshacl_find_nothing_wrong() -> None:
    document = collection([("toll.html", handed_on())])
    assert len(expanded(document)) == 1
    graph = triples(document)
    assert faults(graph, "annotation.ttl") == ""
    found = [*graph.subjects(RDF.type, URIRef(f"{OA}Annotation"))]
    assert len(found) == len(facts.shown(handed_on()))


def test_the_shapes_see_what_is_wrong() -> None:
    document = json.loads(collection([("toll.html", handed_on())]))
    target = document["first"]["items"][0]["target"]
    target["selector"][1]["end"] = target["selector"][1]["start"]
    del document["first"]["items"][1]["target"]["source"]
    told = faults(triples(json.dumps(document).encode()), "annotation.ttl")
    assert told.count("Constraint Violation") >= 2


@given(readings())
@settings(max_examples=60)
def test_every_selector_selects_its_span_alone(whole: Reading) -> None:
    text = whole.article.text
    made = list(annotations(whole, "x.txt"))
    assert len(made) == len(facts.shown(whole))
    for one, said in zip(made, facts.shown(whole), strict=True):
        for stretch, span in zip(stretches(one["target"]), said.content, strict=True):
            quote, position = stretch["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert (position["start"], position["end"]) == (span.start, span.end)
            assert text[position["start"] : position["end"]] == quote["exact"]
            places = [at for at in range(len(text)) if text.startswith(around, at)]
            assert places == [position["start"] - len(quote["prefix"])]


@given(readings())
@settings(max_examples=25)
def test_any_reading_gives_annotations_that_the_tools_take(whole: Reading) -> None:
    document = collection([("x.txt", whole), ("y.txt", handed_on())])
    assert document == collection([("x.txt", whole), ("y.txt", handed_on())])
    assert faults(triples(document), "annotation.ttl") == ""
