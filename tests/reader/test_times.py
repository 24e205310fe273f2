"""What happened when: every case of a table, read with the shipped model, and what must hold of any text."""

from datetime import date
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.times.days import Unit, around, day, moved, part
from hearsay.language.times.grammar import HEARTS, grammar
from hearsay.language.times.horizon import horizon
from hearsay.language.times.meaning import meaning
from hearsay.language.times.reckoning import Anchor, Direction
from hearsay.language.times.vocabulary import vocabulary
from hearsay.language.words import words
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from hearsay.text.span import cut
from tests.marked import article, cases

CASES = cases("times")
SUNDAY = "2016-10-30"
DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))


def reading(text: str, published: str = SUNDAY, *, model: bool = True) -> Reading:
    known = {"published": published, "published_is": Dated.GIVEN} if published else {}
    return read(
        msgspec.structs.replace(article(text), **known), model=open_model() if model else None
    )


def told(one: Reading) -> list[str]:
    text = one.article.text
    return [
        f"{event.time.cut(text)} | {event.start or ''} | {event.end or ''} | {cut(event.event, text)}"
        for event in one.timeline
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_times(case: dict[str, Any]) -> None:
    found = reading(case["name"], case.get("published", SUNDAY))
    assert told(found) == case["times"]
    assert all(event.ground.because and event.ground.note for event in found.timeline)


def test_without_a_model_the_days_are_told_and_the_event_is_the_rest_of_the_sentence() -> None:
    found = told(reading("The council will vote on Monday. It met last week.", model=False))
    assert found == [
        "Monday | 2016-10-31 | 2016-10-31 | The council will vote",
        "last week | 2016-10-17 | 2016-10-23 | It met",
    ]


@pytest.mark.parametrize(
    ("published", "note"),
    [
        (SUNDAY, "counted from 30 October 2016, the day of publication"),
        (
            "",
            "left open: it is counted from a day that is not known, as there is no date of publication",
        ),
    ],
)
def test_the_ground_says_from_what_a_time_is_counted(published: str, note: str) -> None:
    assert [event.ground.note for event in reading("It fell last week.", published).timeline] == [
        note
    ]


@pytest.mark.parametrize(
    ("text", "published", "note"),
    [
        (
            "It will fall within the next few days.",
            SUNDAY,
            "left open: the words do not say how long that is",
        ),
        (
            "It will fall within the next two years.",
            "",
            "left open: it is counted from a day that is not known, as there is no date of publication",
        ),
        ("It will fall for several days.", SUNDAY, "how long it lasts; from which day is not said"),
    ],
)
def test_the_ground_says_why_a_stretch_has_no_days(text: str, published: str, note: str) -> None:
    assert [event.ground.note for event in reading(text, published).timeline] == [note]


def test_the_ground_names_the_speech_with_its_words() -> None:
    text = "“We will open next month,” Anna Lund said on 3 March."
    first = reading(text).timeline[0]
    assert first.ground.note == "counted from 3 March 2016, when the words were spoken"
    assert cut(first.ground.because, text) == "next month … 3 March"


@pytest.mark.parametrize(
    ("words_", "first", "last"),
    [
        ("before the summer", None, "2017-05-31"),
        ("by May", None, "2017-04-30"),
        ("by 10 May", None, "2017-05-10"),
        ("by the end of the year", None, "2016-12-31"),
        ("within a year", "2016-10-30", "2017-10-30"),
        ("next week", "2016-10-31", "2016-11-06"),
        ("in two to three weeks", "2016-11-20", "2016-11-20"),
        ("in the second half of 2017", "2017-07-01", "2017-12-31"),
        ("from Monday to Thursday", "2016-10-31", "2016-11-03"),
        ("between May and July", "2017-05-01", "2017-07-31"),
        ("from about 2048", "2048-01-01", None),
        ("on Monday, before the rain on Thursday", "2016-10-31", "2016-10-31"),
    ],
)
def test_horizons(words_: str, first: str | None, last: str | None) -> None:
    found = horizon(words_, date(2016, 10, 30))
    assert found is not None
    assert [one.isoformat() if one else None for one in found] == [first, last]


def test_a_horizon_without_days_has_none() -> None:
    assert horizon("soon", date(2016, 10, 30)) is None


@given(DAYS)
def test_a_day_is_found_again_by_its_words(on: date) -> None:
    for words_ in (f"{on.day} {on:%B} {on.year}", f"{on:%B} {on.day}, {on.year}", on.isoformat()):
        forms = [word.cut(words_) for word in words(words_).spans]
        (found,) = grammar().found(forms)
        assert meaning(found, Anchor(None)).days == day(on)


@given(DAYS, st.sampled_from(["Monday", "Friday", "Sunday"]), st.sampled_from(Direction))
def test_a_day_of_the_week_is_less_than_eight_days_off(on: date, name: str, way: Direction) -> None:
    (found,) = grammar().found([name])
    days = meaning(found, Anchor(day(on), side=way)).days
    assert days is not None
    assert abs((days.first - on).days) <= 7
    assert days.first.strftime("%A") == name
    assert not (way is Direction.PAST and days.first > on)
    assert not (way is Direction.FUTURE and days.first < on)


@given(DAYS, st.sampled_from(list(Unit)), st.integers(0, 2))
def test_a_part_lies_in_its_whole(on: date, unit: Unit, which: int) -> None:
    whole = around(on, unit)
    some = part(whole, which)
    assert whole.first <= some.first <= some.last <= whole.last


@given(DAYS, st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR]), st.integers(0, 40))
def test_further_on_is_never_before(on: date, unit: Unit, by: int) -> None:
    assert moved(on, unit, by) >= on
    assert moved(on, unit, -by) <= on


@given(st.lists(st.sampled_from(sorted(vocabulary().senses)), max_size=8))
def test_times_are_in_order_and_share_no_word(forms: list[str]) -> None:
    runs = [one.run for one in grammar().found(forms)]
    assert all(a.stop <= b.first for a, b in pairwise(runs))


def test_every_time_has_a_word_of_the_hearts() -> None:
    known = vocabulary()
    for entry in (case["name"] for case in CASES):
        forms = [word.cut(entry) for word in words(entry).spans]
        for one in grammar().found(forms):
            held = forms[one.run.first : one.run.stop]
            classes = {
                name
                for form in held
                for name in known.classes(form.lower(), capital=form[:1].isupper())
            }
            assert classes & {*HEARTS} or one.rule == "feast", held


@pytest.mark.parametrize(
    ("words_", "code"),
    [
        ("at 7.30pm", "2016-10-30T19:30"),
        ("12 p.m. on Friday", "2016-11-04T12:00"),
        ("5 p.m. EST Nov. 9", "2016-11-09T17:00"),
        ("Friday at noon", "2016-11-04T12:00"),
        ("the year two thousand and four", "2004"),
        ("the winter of nineteen ninety-four", "1994-WI"),
        ("on Tuesday nights", "XXXX-WXX-2TNI"),
        ("2½ years", "P2.5Y"),
        ("in the coming weeks", "FUTURE_REF"),
        ("in past years", "PAST_REF"),
        ("in the near term", "FUTURE_REF"),
        ("the year-ago quarter", "2015-Q4"),
        ("the first two quarters of 2015", "2015-H1"),
        ("the last half of the 1980s", "198"),
    ],
)
def test_what_timeml_calls_it(words_: str, code: str) -> None:
    (found,) = grammar().found([word.cut(words_) for word in words(words_).spans])
    assert meaning(found, Anchor(day(date(2016, 10, 30)), side=Direction.FUTURE)).code == code


@pytest.mark.parametrize(
    "words_", ["10 million annually", "as soon as", "Three-quarters of them", "these men"]
)
def test_what_is_no_time(words_: str) -> None:
    assert not grammar().found([word.cut(words_) for word in words(words_).spans])
