"""Stance: what is seen of a headline and a body, and what the body makes of the headline."""

import math

import pytest

from hearsay.reader.headline.stance import Stance, stances
from hearsay.reader.headline.stance_signs import Body, grams, met

FERRY = Body(
    (
        (
            "the",
            "ferry",
            "to",
            "lok",
            "sank",
            "on",
            "monday",
            ",",
            "the",
            "harbour",
            "master",
            "said",
            ".",
        ),
        ("forty", "passengers", "were", "taken", "off", "by", "fishing", "boats", "."),
        ("nobody", "was", "hurt", "."),
    )
)
HOAX = Body(
    (
        ("no", ",", "the", "ferry", "to", "lok", "did", "not", "sink", "."),
        (
            "the",
            "harbour",
            "master",
            "denied",
            "the",
            "report",
            "and",
            "called",
            "the",
            "picture",
            "a",
            "hoax",
            ".",
        ),
        (
            "the",
            "story",
            "is",
            "fake",
            ",",
            "he",
            "said",
            ",",
            "and",
            "the",
            "ferry",
            "is",
            "in",
            "port",
            ".",
        ),
        ("there", "is", "no", "evidence", "that", "any", "boat", "was", "lost", "."),
    )
)


def test_a_denial_is_seen_with_what_it_stands_beside() -> None:
    assert "n't confirm" in grams(["did", "n't", "confirm"])
    assert not [one for one in grams(["the", "mayor", "left"]) if " " in one]


def test_every_number_is_one() -> None:
    assert grams(["40", "boats"])[0] == grams(["12", "boats"])[0]


def test_how_a_body_meets_a_headline() -> None:
    near = met(["ferry", "sinks", "off", "lok"], FERRY, frozenset())
    far = met(["minister", "resigns", "over", "tunnel"], FERRY, frozenset())
    assert near.nearest[0] == 0
    assert near.figures[0] > 0.9
    assert far.figures[0] == 0


def test_a_common_word_counts_little_for_what_is_nearest() -> None:
    head = ["passengers", "of", "the", "ferry"]
    assert met(head, FERRY, frozenset({"ferry"})).nearest[0] == 1
    assert met(head, FERRY, frozenset({"passenger"})).nearest[0] == 0


def test_chances_are_shares_of_one() -> None:
    for body in (FERRY, HOAX, Body(((),))):
        assert math.isclose(sum(stances().chances(("ferry", "sinks"), body).values()), 1)


@pytest.mark.parametrize(
    ("headline", "body", "stance"),
    [
        ("minister resigns over tunnel", FERRY, Stance.UNRELATED),
        ("plum harvest is poor this year , growers say", HOAX, Stance.UNRELATED),
    ],
)
def test_what_is_about_something_else(headline: str, body: Body, stance: Stance) -> None:
    assert stances().of(headline.split(), body) is stance


def test_a_body_that_denies_it_disagrees_more_than_one_that_tells_it() -> None:
    head = ["ferry", "to", "lok", "sinks", "with", "forty", "passengers"]
    denied, told = (stances().chances(head, body) for body in (HOAX, FERRY))
    assert denied[Stance.DISAGREE] > 2 * told[Stance.DISAGREE]
    assert told[Stance.AGREE] > denied[Stance.AGREE]
