"""Forecasts of a record: each once, whatever versions and copies of its article there are; the same on SQLite and PostgreSQL."""

from typing import Any

import msgspec
import pytest

from hearsay.ledger.gather import gathered
from hearsay.reading.commitment import Forecast
from hearsay.reading.reading import Reading
from hearsay.record.added import add
from hearsay.record.foretold import foretold
from hearsay.record.found import Wanted
from hearsay.record.judged import correct, undo
from hearsay.record.opened import OpenRecord
from hearsay.record.people import bearers
from hearsay.text.article import Dated
from tests.marked import GROUND
from tests.marked import reading as marked

RISE = "«source 1|Anna Lund» «cue 1|expects» «content 1|the toll to rise in May»."
STRIKE = "«source 2|Per Moss» «cue 2|said» «content 2|a strike would come»."
OWN = "«quote|The ferry will be back before the year is out.»"
SAYS = {1: "Anna Lund", 2: "Per Moss"}
FILLER = " ".join(f"Word{n} follows word{n} on the quay in the rain." for n in range(30))


def foretelling(
    *parts: str, url: str = "https://a.example/toll", day: str = "2026-03-02", outlet: str = ""
) -> Reading:
    """A reading of which each statement is a forecast, and each quotation one by its author."""
    made = marked(
        "\n\n".join(parts),
        {n: who for n, who in SAYS.items() if f"«cue {n}|" in "".join(parts)},
        published=day,
        published_is=Dated.GIVEN,
        outlet=outlet or None,
        url=url,
    )
    every = [
        *((one.content, one.speaker or "", one.id) for one in made.attributions),
        *(((one.span,), "author", None) for one in made.quotations),
    ]
    forecasts = tuple(
        Forecast(f"f{n}", by, content, 0.8, GROUND, attribution=statement)
        for n, (content, by, statement) in enumerate(sorted(every), 1)
    )
    return msgspec.structs.replace(made, forecasts=forecasts, quotations=())


def words(record: OpenRecord, **wanted: Any) -> list[str]:
    with record.reads() as connection:
        if "actor" in wanted:
            wanted["who"] = tuple(bearers(connection, wanted.pop("actor")))
        return [kept.words for kept in foretold(connection, Wanted(**wanted)).forecasts]


def test_an_article_its_version_and_its_copy_foretell_once(record: OpenRecord) -> None:
    first = foretelling(FILLER, RISE, STRIKE)
    add(record, first, "a")
    add(record, foretelling(FILLER, RISE, url="https://b.example/t", outlet="The Herald"), "b")
    add(record, foretelling(FILLER, RISE, "A line more.", OWN, day="2026-03-03"), "a")
    with record.reads() as connection:
        found = foretold(connection, Wanted())
    assert [kept.words for kept in found.forecasts] == [
        "the toll to rise in May",
        "a strike would come",
        "The ferry will be back before the year is out.",
    ]
    assert (found.articles, found.again) == (1, 2)
    assert found.forecasts[:2] == gathered(first, "https://a.example/toll")


def test_two_articles_that_foretell_the_same_are_two(record: OpenRecord) -> None:
    add(record, foretelling(RISE, "It rained on the quay all day, and nobody came."), "a")
    add(record, foretelling(RISE, "The moor was dry.", url="https://c.example/1"), "c")
    with record.reads() as connection:
        found = foretold(connection, Wanted())
    assert (len(found.forecasts), found.articles, found.again) == (2, 2, 0)


def test_two_addresses_are_one_article_by_a_later_copy(record: OpenRecord) -> None:
    """A second text at one address is a copy of the text at the other."""
    add(record, foretelling(RISE), "a")
    add(record, foretelling(FILLER, RISE, url="https://b.example/t"), "b")
    assert add(record, foretelling(FILLER, RISE), "a").copy_of == 2
    assert words(record) == ["the toll to rise in May"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["rise", "strike", "ferry"]),
        ({"words": "toll ri*"}, ["rise"]),
        ({"words": '"to rise"'}, ["rise"]),
        ({"words": '"toll rise"'}, []),
        ({"words": "ferries"}, []),
        ({"actor": "moss"}, ["strike"]),
        ({"actor": "nobody"}, []),
        ({"source_type": "named person"}, ["rise", "strike"]),
        ({"act": "assert"}, ["rise", "strike"]),
        ({"act": "deny"}, []),
        ({"outlet": "courier"}, ["rise", "strike", "ferry"]),
        ({"outlet": "herald"}, []),
        ({"since": "2026-03-02", "until": "2026-03-02"}, ["rise", "strike", "ferry"]),
        ({"since": "2026-03-03"}, []),
    ],
)
def test_those_that_are_wanted(
    record: OpenRecord, wanted: dict[str, str], expected: list[str]
) -> None:
    add(record, foretelling(RISE, STRIKE, OWN, outlet="The Courier"), "a")
    found = words(record, **wanted)
    assert [next(e for e in ("rise", "strike", "ferry") if e in one) for one in found] == expected


def test_what_people_judged_holds(record: OpenRecord) -> None:
    add(record, foretelling(RISE, STRIKE), "a")
    add(record, foretelling(RISE, STRIKE, FILLER, day="2026-03-04"), "a")
    correct(record, 1, "s1", "speaker", "Ida Moe", by="Ann")
    wrong = correct(record, 2, "s2", "wrong", "yes", by="Ann")
    with record.reads() as connection:
        told = [(kept.by, kept.words) for kept in foretold(connection, Wanted()).forecasts]
    assert told == [("Ida Moe", "the toll to rise in May")]
    assert words(record, actor="Ida Moe") == ["the toll to rise in May"]
    undo(record, wrong, by="Ann")
    assert len(words(record)) == 2
