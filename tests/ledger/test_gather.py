"""What a ledger keeps of a reading."""

import msgspec

from hearsay.ledger.entry import Chance
from hearsay.ledger.gather import gathered
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from tests.marked import article

TEXT = (
    "If it rains, I am sure that the fair will fail.\n\n"
    "The toll is unlikely to rise by May, said Anna Lund."
)


def dated(text: str, **known: str) -> Reading:
    whole = msgspec.structs.replace(
        article(text), published="2026-03-14T08:00:00+01:00", published_is=Dated.GIVEN, **known
    )
    return read(whole, model=open_model())


def test_who_what_when_and_how_likely() -> None:
    second, first = gathered(dated(TEXT, outlet="Posten", byline="By Ida Moe"), "a.txt")
    assert (first.by, first.words) == ("Anna Lund", "The toll is … to rise")
    assert (first.likely, first.chance) == ("unlikely", Chance(0.1, 0.2, 0.3, "people"))
    assert (first.horizon, first.start, first.due) == ("by May", "", "2026-04-30")
    assert (first.made, first.outlet, first.source) == ("2026-03-14", "Posten", "a.txt")
    assert (second.by, second.words) == ("By Ida Moe", "the fair will fail")
    assert (second.condition, second.likely, second.chance) == ("If it rains", "sure", None)


def test_an_author_without_a_name_is_the_author() -> None:
    assert gathered(dated(TEXT), "a.txt")[0].by == "the author"


def test_some_of_them() -> None:
    assert [one.words for one in gathered(dated(TEXT), "a.txt", ["f1"])] == ["the fair will fail"]


def test_the_same_words_of_one_text_have_one_key_and_others_another() -> None:
    reading = dated(TEXT)
    keys = [one.key for one in gathered(reading, "a.txt")]
    assert keys == [one.key for one in gathered(reading, "b.txt")]
    assert len({*keys, *(one.key for one in gathered(dated(TEXT + " So she said."), "a.txt"))}) == 4
