"""FollowTheMoney, held against its own model where that is installed (the extra `ftm`)."""

import importlib
import json
import os
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.ftm import entities
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on
from tests.strategies import readings

EDGES = ("Documentation", "Representation", "UnknownLink")


def its_own() -> Any:
    """FollowTheMoney itself; with HEARSAY_REQUIRE_FTM=1, as in CI, tests fail where they would be skipped for want of it."""
    if os.environ.get("HEARSAY_REQUIRE_FTM") == "1":
        return importlib.import_module("followthemoney")
    return pytest.importorskip("followthemoney", reason="pip install 'hearsay[ftm]'")


def written(whole: Reading) -> list[dict[str, Any]]:
    return [json.loads(line) for line in entities([("toll.html", whole)]).splitlines()]


def of(whole: Reading, schema: str) -> list[dict[str, Any]]:
    return [one["properties"] for one in written(whole) if one["schema"] == schema]


def test_an_article_and_its_people_are_there() -> None:
    (article,) = of(handed_on(), "Article")
    assert article["title"] == ["Toll to rise, agency says"]
    assert article["publishedAt"] == [
        "2026-11-02T05:30:00"
    ]  # UTC, which FollowTheMoney takes it for
    assert article["language"] == ["eng"]
    (person,) = of(handed_on(), "Person")
    assert (person["name"], person["position"]) == (["Nora Vale"], ["the minister's spokeswoman"])
    assert [one["name"] for one in of(handed_on(), "PublicBody")] == [["the ministry"]]
    assert {one["name"][0] for one in of(handed_on(), "Mention")} >= {"Nora Vale", "A report"}


def test_a_statement_is_a_note_on_its_speaker() -> None:
    notes = {one["description"][0]: one for one in of(handed_on(), "Note")}
    note = notes["“The toll rises in May.”"]
    assert note["summary"] == [
        "Nora Vale ← Harbour Wire: quoted; assert, comm; about 94 in 100 such findings are right"
    ]
    assert note["entity"][0].endswith("-a2")
    assert "negated" in notes["that it would close"]["summary"][0]
    assert "entity" not in notes["“Nobody asked us,”"]


def test_who_hands_it_on_and_who_speaks_for_whom_are_links() -> None:
    links = [
        (one["subject"][0][-2:], one["object"][0][-2:]) for one in of(handed_on(), "UnknownLink")
    ]
    assert links == [("a1", "s1"), ("a5", "s5")]
    (for_,) = of(handed_on(), "Representation")
    assert (for_["agent"][0][-2:], for_["client"][0][-2:]) == ("a2", "a3")


@given(readings())
@settings(max_examples=60)
def test_every_statement_is_there_and_every_end_of_an_edge(whole: Reading) -> None:
    made = written(whole)
    ids = [one["id"] for one in made]
    assert len(set(ids)) == len(ids)
    assert sum(one["schema"] == "Note" for one in made) == len(facts.shown(whole))
    for one in made:
        if one["schema"] in EDGES:
            ends = {"document", "entity", "agent", "client", "subject", "object"}
            for name in ends & {*one["properties"]}:
                assert {*one["properties"][name]} <= {*ids}


@given(readings())
@settings(max_examples=60)
def test_its_own_model_finds_nothing_wrong(whole: Reading) -> None:
    money = its_own()
    article = msgspec.structs.replace(whole.article, published=None, published_is=None)
    dateless = msgspec.structs.replace(whole, article=article)  # it has no dates of any year
    for one in [*written(dateless), *written(handed_on())]:
        schema = money.model.get(one["schema"])
        assert schema is not None
        schema.validate({"properties": one["properties"]})
        proxy = money.model.get_proxy(one, cleaned=False)
        assert {*proxy.properties} <= {*one["properties"]}


def test_its_own_model_keeps_every_value() -> None:
    money = its_own()
    for one in written(handed_on()):
        proxy = money.model.get_proxy(one, cleaned=False)
        assert {name: sorted(proxy.get(name)) for name in one["properties"]} == {
            name: sorted(values) for name, values in one["properties"].items()
        }
