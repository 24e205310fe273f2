"""schema.org, expanded by pyld; each word is one of its own, as rdflib knows them."""

import json
from typing import Any

from hypothesis import given, settings
from rdflib.namespace import SDO

from hearsay.faces.export.exchange.schema_org import graph, told, work_type
from hearsay.reading.attribution import Polarity
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on
from tests.faces.export.exchange.linked import expanded, triples
from tests.strategies import readings

SCHEMA = "http://schema.org/"
WORKS = {"Quotation", "Claim", "CreativeWork"}


def nodes(whole: Reading) -> dict[str, dict[str, Any]]:
    """What is written, by what stands last in its name."""
    written = json.loads(graph([("toll.html", whole)]))["@graph"]
    return {one["@id"].rpartition("#")[2]: one for one in written}


def test_an_article_is_told_as_it_is() -> None:
    article = nodes(handed_on())["https://news.example/toll?page=1"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Toll to rise, agency says"
    assert article["datePublished"] == "2026-11-02T06:30:00+01:00"
    assert article["publisher"] == {"@type": "Organization", "name": "The Sund Gazette"}
    assert article["creditText"] == "Ida Moe"


def test_a_statement_is_what_it_can_be() -> None:
    found = nodes(handed_on())
    assert {name: one["@type"] for name, one in found.items() if name.startswith("s")} == {
        "s1": "Quotation",
        "s4": "Claim",
        "s5": "CreativeWork",
        "s6": "CreativeWork",
        "s7": "Quotation",
    }
    quotation = found["s1"]
    assert quotation["text"] == "“The toll rises in May.”"
    assert quotation["spokenByCharacter"]["@id"].endswith("#a2")
    assert [one["@id"][-3:] for one in quotation["contributor"]] == ["#a1"]
    assert "spokenByCharacter" not in found["s7"]
    assert found["s4"]["isBasedOn"]["@id"].endswith("#a5")
    assert found["s5"]["isPartOf"]["@id"].endswith("#s4")
    assert found["a2"]["jobTitle"] == "the minister's spokeswoman"
    assert found["a2"]["affiliation"]["@id"].endswith("#a3")


def test_nobody_is_made_to_say_what_he_denies_or_did_not_say() -> None:
    assert {"s2", "s3"} & {*nodes(handed_on())} == set()


def words(value: Any) -> set[str]:
    """Every IRI of schema.org below an expanded value."""
    if isinstance(value, list):
        return {word for part in value for word in words(part)}
    if isinstance(value, dict):
        below = {word for part in value.values() for word in words(part)}
        types = value.get("@type", [])
        own = {*value, *([types] if isinstance(types, str) else types)}
        return below | {word for word in own if word.startswith(SCHEMA)}
    return set()


@given(readings())
@settings(max_examples=40)
def test_every_word_is_one_of_schema_org(whole: Reading) -> None:
    document = graph([("x.txt", whole), ("toll.html", handed_on())])
    used = {word.removeprefix(SCHEMA) for word in words(expanded(document))}
    assert {"Quotation", "Claim", "spokenByCharacter", "appearance"} <= used
    assert [word for word in used - {"Date"} if word not in SDO] == []
    assert len(triples(document)) > 0


@given(readings())
@settings(max_examples=40)
def test_each_statement_that_is_told_is_a_work(whole: Reading) -> None:
    found = nodes(whole)
    works = {name for name, one in found.items() if one["@type"] in WORKS and name[0] == "s"}
    assert works == {one.id for one in told(whole)}
    for one in told(whole):
        assert one.polarity is Polarity.POS
        assert found[one.id]["@type"] == work_type(one)
