"""Words of probability: the numbers that scales give them, and those that they name themselves."""

import pytest

from hearsay.language.lexicon import table
from hearsay.language.likely import NONE, ProbabilityEntry, Scale, likely, stated
from hearsay.text.span import whole

ENTRIES = table("probability", ProbabilityEntry)

PEOPLE = {  # median and quartiles of 169 people, in per cent: what scripts/pool_judgements.py prints
    "almost certain": (90, 95, 98), "highly likely": (80, 90, 95), "very good chance": (75, 80, 85), "we believe": (60, 75, 85),
    "likely": (65, 70, 75), "probable": (60, 70, 75), "probably": (60, 70, 80), "better than even": (55, 60, 60),
    "about even": (50, 50, 50), "probably not": (15, 25, 33), "we doubt": (10, 20, 30), "unlikely": (10, 20, 30),
    "improbable": (5, 10, 25), "little chance": (7, 10, 18), "chances are slight": (10, 10, 20), "highly unlikely": (5, 5, 10),
    "almost no chance": (1, 2, 5),
}  # fmt: skip


@pytest.mark.parametrize(("phrase", "wanted"), PEOPLE.items())
def test_the_seventeen_phrases_have_the_numbers_of_people(
    phrase: str, wanted: tuple[int, int, int]
) -> None:
    found = likely().range(phrase.split(), Scale.PEOPLE)
    assert found is not None
    assert (found.low, found.mid, found.high) == pytest.approx([one / 100 for one in wanted])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.scale}: {entry.forms[0]}")
def test_a_range_is_in_order_and_none_has_no_number(entry: ProbabilityEntry) -> None:
    numbers = (entry.low, entry.mid, entry.high)
    if entry.scale == NONE:
        assert numbers == (None, None, None)
        return
    assert entry.scale in {*Scale}
    assert None not in numbers
    low, mid, high = (one or 0.0 for one in numbers)
    assert 0 <= low <= mid <= high <= 1


def test_no_phrase_has_two_ranges_on_one_scale() -> None:
    seen = [(entry.scale, form) for entry in ENTRIES for form in entry.forms]
    assert len(set(seen)) == len(seen)


def test_a_scale_has_no_number_for_words_that_it_does_not_know() -> None:
    assert likely().range(["we", "believe"], Scale.IPCC) is None
    assert likely().range(["perhaps"], Scale.PEOPLE) is None


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("There is a 60 percent chance of rain.", "60 percent chance", (0.6, 0.6, 0.6)),
        ("There is a 60% chance of rain.", "60% chance", (0.6, 0.6, 0.6)),
        ("Perhaps one chance in three.", "Perhaps one chance in three", (1 / 3, 1 / 3, 1 / 3)),
        ("A one in ten chance.", "one in ten chance", (0.1, 0.1, 0.1)),
        ("Less than one chance in ten.", "Less than one chance in ten", (0, 0.05, 0.1)),
        (
            "At least a 90 per cent probability.",
            "At least a 90 per cent probability",
            (0.9, 0.95, 1),
        ),
        ("It is no better than a coin flip.", "no better than a coin flip", (0, 0.25, 0.5)),
        ("The odds were put at 20 percent.", "odds were put at 20 percent", (0.2, 0.2, 0.2)),
        ("A 1-in-20 chance.", "1-in-20 chance", (0.05, 0.05, 0.05)),
        ("Its chances are two out of five.", "two out of five", (0.4, 0.4, 0.4)),
        ("The odds are three to one against.", "three to one against", (0.25, 0.25, 0.25)),
        ("The odds are three to one on.", "three to one on", (0.75, 0.75, 0.75)),
        ("The bookmakers have it at 4-1 on Monday.", "4-1", (0.2, 0.2, 0.2)),
    ],
)
def test_a_number_that_the_words_name(
    text: str, words: str, wanted: tuple[float, float, float]
) -> None:
    span = whole(text)
    assert span is not None
    (found,) = stated(text, span)
    assert found.at.cut(text) == words
    assert (found.range.low, found.range.mid, found.range.high) == pytest.approx(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Growth of 2 percent.",
        "They won 3-1, and had a chance of more.",
        "They voted 3 to 1 against the plan.",
        "One in the street.",
        "Three in four say so.",
        "A chance in a million years.",
        "120 percent chance.",
    ],
)
def test_a_number_that_tells_of_no_chance(text: str) -> None:
    span = whole(text)
    assert span is not None
    assert list(stated(text, span)) == []
