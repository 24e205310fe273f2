"""Forecasts: every case of a table, read with the shipped model; and what holds of all of them."""

from typing import Any

import msgspec
import pytest

from hearsay.language.likely import Scale
from hearsay.model.model import open_model
from hearsay.reader.foretold.findings import NOTES
from hearsay.reader.foretold.weights import weights
from hearsay.reader.read import read
from hearsay.reading.commitment import Forecast
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from hearsay.text.span import cut
from tests.marked import article, cases

CASES = cases("forecasts")
PUBLISHED = "2026-03-14"


def dated(text: str, scale: Scale = Scale.PEOPLE) -> Reading:
    whole = article(text)
    whole = msgspec.structs.replace(whole, published=PUBLISHED, published_is=Dated.GIVEN)
    return read(whole, model=open_model(), scale=scale)


def told(reading: Reading, one: Forecast) -> dict[str, Any]:
    text = reading.article.text
    names = {actor.id: actor.name for actor in reading.actors} | {"author": "author"}
    out: dict[str, Any] = {"foretold": f"{names[one.by]} | {cut(one.content, text)}"}
    if one.probability is not None:
        out["likely"] = one.probability.at.cut(text)
        if one.probability.low is not None:
            out["range"] = [one.probability.low, one.probability.mid, one.probability.high]
    if one.horizon is not None and one.horizon.at is not None:
        out["horizon"] = one.horizon.at.cut(text)
        if one.horizon.start or one.horizon.end:
            out["days"] = f"{one.horizon.start or ''} to {one.horizon.end or ''}"
    if one.condition:
        out["condition"] = cut(one.condition, text)
    return out


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_forecasts(case: dict[str, Any]) -> None:
    reading = dated(case["name"])
    found = [told(reading, one) for one in reading.forecasts]
    wanted = {name: value for name, value in case.items() if name not in {"name", "why"}}
    assert found == ([] if wanted["foretold"] == "none" else [wanted])
    assert all(one.ground.because for one in reading.forecasts)


def test_without_a_day_of_publication_no_horizon_has_days() -> None:
    reading = read(article("I think that the bridge will open by May."), model=open_model())
    (one,) = reading.forecasts
    assert one.horizon is not None
    assert one.horizon.at is not None
    assert (one.horizon.start, one.horizon.end) == (None, None)


def test_without_a_model_nothing_is_foretold() -> None:
    assert read(article("I think that the bridge will open by May.")).forecasts == ()


@pytest.mark.parametrize(
    ("scale", "wanted"),
    [
        (Scale.PEOPLE, (0.65, 0.7, 0.75)),
        (Scale.ICD203, (0.55, 0.675, 0.8)),
        (Scale.IPCC, (0.66, 0.83, 1.0)),
        (Scale.KENT, (0.63, 0.75, 0.87)),
    ],
)
def test_a_scale_gives_its_own_numbers(scale: Scale, wanted: tuple[float, ...]) -> None:
    (one,) = dated("Prices are likely to rise, said Anna Lund.", scale).forecasts
    likely = one.probability
    assert likely is not None
    assert (likely.low, likely.mid, likely.high) == wanted
    assert likely.scale == scale


def test_what_a_scale_has_no_number_for_has_none() -> None:
    (one,) = dated(
        "There is a slim chance of a strike by May, said Anna Lund.", Scale.IPCC
    ).forecasts
    assert one.probability is not None
    assert (one.probability.low, one.probability.scale) == (None, None)


def test_what_the_words_name_is_so_on_every_scale() -> None:
    for scale in Scale:
        (one,) = dated("There is a 60 percent chance of a strike, said Anna Lund.", scale).forecasts
        assert one.probability is not None
        assert (one.probability.mid, one.probability.scale) == (0.6, "stated")


def test_every_way_to_foretell_says_why() -> None:
    ways = {
        name.removeprefix("rule ") for name in weights().first.signals if name.startswith("rule ")
    }
    assert ways <= NOTES.keys()


def test_what_is_seen_around_words_decides_whether_they_foretell() -> None:
    (sure,) = dated("I think that prices will rise by May, unless it rains.").forecasts
    (less,) = dated("Prices will rise, said Anna Lund.").forecasts
    assert weights().floor <= less.confidence < sure.confidence <= 1
    assert not dated("Prices will be announced on Monday, said Anna Lund.").forecasts


def test_how_likely_one_thing_is_says_nothing_of_another_beside_it() -> None:
    text = "A storm is on the cards for Monday, and the trains will be late, forecasters said."
    reading = dated(text)
    late = [told(reading, one) for one in reading.forecasts if "late" in cut(one.content, text)]
    assert [one.get("likely") for one in late] == [None]
