"""Positions: whose, on what matter, and what changed from one article to the next."""

import msgspec
import pytest

from hearsay.desk.positions import Change, threads
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from tests.marked import article

FIRST = "2026-03-02"
SECOND = "2026-03-09"


def dated(text: str, day: str) -> Reading:
    whole = msgspec.structs.replace(article(text), published=day, published_is=Dated.GIVEN)
    return read(whole, model=open_model())


def changes(first: str, second: str) -> list[tuple[Change, ...]]:
    """What changed of the thread with two positions."""
    found = threads([("b.txt", dated(second, SECOND)), ("a.txt", dated(first, FIRST))])
    both = [thread for thread in found if len(thread.positions) == 2]
    assert len(both) == 1, [(t.who, [p.words(p.bound.matter) for p in t.positions]) for t in found]
    assert [one.day for one in both[0].positions] == [FIRST, SECOND]
    return [one.changes for one in both[0].positions]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (
            "Anna Lund refused to close the channel for now.",
            "Anna Lund agreed to close the channel.",
            (Change.WITHDRAWN,),
        ),
        (
            "Anna Lund promised to pay the pilots if the board agrees.",
            "Anna Lund promised to pay the pilots.",
            (Change.HARDENED, Change.CONDITION_DROPPED),
        ),
        (
            "Anna Lund promised to pay the pilots.",
            "Lund promised to pay the pilots if the board agrees.",
            (Change.SOFTENED, Change.CONDITION_ADDED),
        ),
        (
            "Anna Lund asked the board to reopen the mine.",
            "Anna Lund urged the board to reopen the mine.",
            (Change.HARDENED,),
        ),
        (
            "Anna Lund refused to sign the letter.",
            "Anna Lund refused to sign the letter.",
            (Change.SAME,),
        ),
        (
            "Anna Lund promised to pay the pilots 2 per cent more.",
            "Anna Lund promised to pay the pilots 3 per cent more.",
            (Change.FIGURE_CHANGED,),
        ),
        (
            "Anna Lund promised to pay the pilots 2,000 crowns.",
            "Anna Lund promised to pay the pilots 2000 crowns.",
            (Change.SAME,),
        ),
    ],
)
def test_what_changed(first: str, second: str, wanted: tuple[Change, ...]) -> None:
    assert changes(first, second) == [(), wanted]


def test_two_matters_are_two_threads() -> None:
    found = threads(
        [
            ("a.txt", dated("Anna Lund refused to sign the letter.", FIRST)),
            ("b.txt", dated("Anna Lund promised to pay the pilots.", SECOND)),
        ]
    )
    assert [len(thread.positions) for thread in found] == [1, 1]


def test_two_people_of_one_first_name_are_two() -> None:
    found = threads(
        [
            ("a.txt", dated("Anna Lund refused to sign the letter.", FIRST)),
            ("b.txt", dated("Anna Moe agreed to sign the letter.", SECOND)),
        ]
    )
    assert sorted(thread.who for thread in found) == ["Anna Lund", "Anna Moe"]


def test_what_one_article_says_twice_is_one_position() -> None:
    text = (
        "{headline} Lund refuses to close the channel\n\n"
        "Anna Lund refused on Monday to close the channel for now."
    )
    (thread,) = threads([("a.txt", dated(text, FIRST))])
    (only,) = thread.positions
    assert only.words(only.bound.time) == "for now"
    assert only.changes == ()


def test_a_surname_that_two_bear_is_neither() -> None:
    found = threads(
        [
            ("a.txt", dated("Anna Lund refused to close the channel.", FIRST)),
            ("b.txt", dated("Jonas Lund refused to sign the letter.", FIRST)),
            ("c.txt", dated("Lund agreed to close the channel.", SECOND)),
        ]
    )
    assert [change for thread in found for one in thread.positions for change in one.changes] == []


def test_names_that_are_one_actors_are_one() -> None:
    found = threads(
        [
            ("a.txt", dated("Anna Lund refused to close the channel.", FIRST)),
            ("b.txt", dated("Anna Lund-Moe agreed to close the channel.", SECOND)),
        ],
        lambda name: name.removesuffix("-Moe"),
    )
    assert [one.changes for thread in found for one in thread.positions] == [
        (),
        (Change.WITHDRAWN,),
    ]
