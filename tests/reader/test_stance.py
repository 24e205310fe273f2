"""Stance signs: what is seen of a headline and a body."""

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


def test_a_denial_is_seen_with_what_it_stands_beside() -> None:
    assert "n't confirm" in grams(["did", "n't", "confirm"])
    assert not [one for one in grams(["the", "mayor", "left"]) if " " in one]


def test_every_number_is_one() -> None:
    assert grams(["40", "boats"])[0] == grams(["12", "boats"])[0]


def test_how_a_body_meets_a_headline() -> None:
    near = met(["ferry", "to", "lok"], FERRY, frozenset())
    far = met(["minister", "resigns", "over", "tunnel"], FERRY, frozenset())
    assert near.nearest[0] == 0
    assert near.figures[0] > 0.9
    assert far.figures[0] == 0


def test_a_common_word_counts_little_for_what_is_nearest() -> None:
    head = ["passengers", "of", "the", "ferry"]
    assert met(head, FERRY, frozenset({"ferry"})).nearest[0] == 1
    assert met(head, FERRY, frozenset({"passenger"})).nearest[0] == 0
