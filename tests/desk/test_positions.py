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
            (Change.REFUSAL_WITHDRAWN,),
        ),
        (
            "Anna Lund refused to close the channel.",
            "Anna Lund agreed to close the channel provided that the board pays.",
            (Change.REFUSAL_WITHDRAWN, Change.CONDITION_ADDED),
        ),
        (
            "Anna Lund agreed to close the channel.",
            "Anna Lund refused to close the channel.",
            (Change.WITHDRAWN,),
        ),
        (
            "Anna Lund threatened to close the channel.",
            "Anna Lund refused to close the channel.",
            (Change.THREAT_WITHDRAWN,),
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


def test_what_two_promise_together_is_a_position_of_each() -> None:
    text = "Anna Lund and Per Moss promised to pay the pilots."
    found = threads([("a.txt", dated(text, FIRST))])
    assert sorted(thread.who for thread in found) == ["Anna Lund", "Per Moss"]


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("Anna Lund declined to comment on the talks.", []),
        ("Anna Lund asked not to be named.", []),
        (
            "Anna Lund refused to discuss the sale with the union.",
            ["to discuss the sale with the union"],
        ),
        ("Anna Lund asked the board to pay the pilots.", ["to pay the pilots"]),
    ],
)
def test_who_will_not_comment_or_be_named_takes_no_position(text: str, matters: list[str]) -> None:
    found = threads([("a.txt", dated(text, FIRST))])
    assert [one.words(one.bound.matter) for thread in found for one in thread.positions] == matters


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
        (Change.REFUSAL_WITHDRAWN,),
    ]


def taken(text: str) -> tuple[str, str, bool]:
    """When the only position of an article of 9 March was taken, and whether it is told again."""
    (thread,) = threads([("a.txt", dated(text, SECOND))])
    (only,) = thread.positions
    return only.taken.start, only.taken.end, only.taken.retold


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anna Lund refused on Saturday to sign the letter.", ("2026-03-07", "2026-03-07", False)),
        ("“We will not sign the letter,” Anna Lund said on Saturday.", ("2026-03-07", "2026-03-07", False)),
        ("Anna Lund said in a speech on 8 March that she would resign.", ("2026-03-08", "2026-03-08", False)),
        ("Anna Lund promised to pay the pilots by Friday.", (SECOND, SECOND, False)),
        ("In May Anna Lund said that she would not raise the toll.", ("2025-05-01", "2025-05-31", True)),
        ("Anna Lund has long refused to open the gate.", ("", "", True)),
        ("Anna Lund had refused to open the gate.", ("", "", True)),
        ("Anna Lund has refused to open the gate.", (SECOND, SECOND, False)),
        ("Anna Lund once again refused to open the gate.", (SECOND, SECOND, False)),
    ],
)  # fmt: skip
def test_when_a_position_was_taken(text: str, wanted: tuple[str, str, bool]) -> None:
    assert taken(text) == wanted


def shown(*articles: tuple[str, str]) -> list[tuple[str, str, tuple[Change, ...], bool]]:
    """The positions of the one thread of articles: input, last day, changes, told again."""
    read_ = [(f"{n}.txt", dated(text, day)) for n, (text, day) in enumerate(articles, 1)]
    (thread,) = threads(read_)
    return [(one.name, one.taken.end, one.changes, one.again) for one in thread.positions]


def test_what_is_told_again_from_before_changes_nothing() -> None:
    assert shown(
        ("Anna Lund refused to sign the letter.", "2026-01-05"),
        ("Anna Lund agreed to sign the letter.", FIRST),
        ("Anna Lund had earlier refused to sign the letter.", SECOND),
        ("Anna Lund said in January that she would not sign the letter.", "2026-03-10"),
        ("Anna Lund promised to sign the letter.", "2026-03-11"),
    ) == [
        ("1.txt", "2026-01-05", (), False),
        ("4.txt", "2026-01-31", (), True),
        ("2.txt", FIRST, (Change.REFUSAL_WITHDRAWN,), False),
        ("3.txt", "", (), True),
        ("5.txt", "2026-03-11", (Change.HARDENED,), False),
    ]


def test_what_was_said_on_one_day_is_one_position_whoever_tells_it() -> None:
    assert shown(
        ("Anna Lund refused on Sunday to sign the letter.", FIRST),
        ("“I will not sign the letter,” Anna Lund said on Sunday.", "2026-03-03"),
    ) == [("1.txt", "2026-03-01", (), False), ("2.txt", "2026-03-01", (), True)]


def test_days_are_those_of_the_saying_and_not_of_the_article() -> None:
    assert [one[0] for one in shown(
        ("Anna Lund said on 6 March that she would not sign the letter.", SECOND),
        ("Anna Lund promised on 7 March to sign the letter.", "2026-03-08"),
    )] == ["1.txt", "2.txt"]  # fmt: skip


WIRE = (
    "Anna Lund refused to sign the letter. "
    + " ".join(f"The {word} of the harbour was heard by all in the rain that night." for word in (
        "bell", "crane", "horn", "mast", "bridge", "quay"))
)  # fmt: skip


def test_copies_of_one_text_are_one_position() -> None:
    (thread,) = threads(
        [("b.txt", dated(WIRE, SECOND)), ("a.txt", dated(WIRE + " It was late.", FIRST))]
    )
    (only,) = thread.positions
    assert (only.name, only.also, only.day) == ("a.txt", ("b.txt",), FIRST)


def test_a_copy_with_another_position_keeps_it() -> None:
    (thread,) = threads(
        [("a.txt", dated(WIRE, FIRST)), ("b.txt", dated(WIRE.replace("refused", "agreed"), SECOND))]
    )
    assert [one.changes for one in thread.positions] == [(), (Change.REFUSAL_WITHDRAWN,)]


def test_all_that_binds_one_actor_stands_under_his_fullest_name() -> None:
    first = dated("Anna Lund promised to pay the pilots. Lund refused to sell the ferry.", FIRST)
    second = dated("Lund promised to pay the pilots.", SECOND)
    found = threads([("a.txt", first), ("b.txt", second)])
    assert [(thread.who, len(thread.positions)) for thread in found] == [
        ("Anna Lund", 2),
        ("Anna Lund", 1),
    ]


def test_whoever_gives_no_name_is_nobody_elsewhere() -> None:
    text = "A source promised to pay the pilots."
    found = threads([("b.txt", dated(text, SECOND)), ("a.txt", dated(f"{text} No.", FIRST))])
    assert sorted(thread.who for thread in found) == ["A source (a.txt)", "A source (b.txt)"]
