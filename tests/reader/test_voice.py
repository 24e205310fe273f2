"""The author's own voice: every case of a table, read with the shipped model; the genre; what the weights always hold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.marking import marking
from hearsay.language.sentences import sentences
from hearsay.language.words import words
from hearsay.model.model import open_model
from hearsay.reader.odds import chance, odds
from hearsay.reader.read import read
from hearsay.reader.tree import Tree
from hearsay.reader.voice.findings import Heard
from hearsay.reader.voice.genre import genre
from hearsay.reader.voice.kinds import BY_WORDS
from hearsay.reader.voice.sentence import Sentences
from hearsay.reader.voice.signals import CLASSES
from hearsay.reader.voice.weights import beside, chances, weights
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reading
from hearsay.reading.voice import OwnVoice, VoiceKind
from hearsay.text.article import Article, Genre, Role
from hearsay.text.span import Span
from tests.marked import article, cases

CASES = cases("voice")
NOTHING = Heard((), 0)
LIKELY = st.floats(0.001, 0.999)
ROWS = st.lists(st.frozensets(st.sampled_from(sorted(weights().signals)), max_size=12), max_size=12)


def told(case: dict[str, Any]) -> Reading:
    return read(article(case["body"].strip()), model=open_model())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_author_is_told_from_those_who_are_quoted(case: dict[str, Any]) -> None:
    reading = told(case)
    found = [
        {"words": one.span.cut(reading.article.text), "kind": one.kind.value}
        for one in reading.own_voice
    ]
    assert found == case["own"]
    assert reading.article.genre.value == case["genre"]


def test_each_is_a_sentence_of_the_running_text_with_the_words_that_decided() -> None:
    reading = told(CASES[0])
    for one in reading.own_voice:
        block = reading.article.block(one.span.start)
        assert block is not None
        assert block.role is Role.PARAGRAPH
        assert one.span in sentences(reading.article.text, block.span)
        assert one.ground.because
        assert all(one.span.holds(span) for span in one.ground.because)


def test_without_a_model_nobody_is_heard() -> None:
    reading = read(article(CASES[0]["body"].strip()))
    assert reading.own_voice == ()
    assert reading.article.genre is Genre.UNKNOWN


def test_questions_of_an_interview_want_an_answer() -> None:
    text = "Q: Why was the pier closed?\n\nA: It was rotten. Nobody should be surprised."
    one = article(text)
    tree = Tree(
        text, open_model().mark(open_model().tokens(text, [b.span for b in one.read])).words
    )
    every = Sentences(one, tree, (), (), marking("voice"))
    assert "Why" not in " ".join(sentence.span.cut(text) for sentence in every.all)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{headline} Opinion: Close the pier\n\nThe pier is old.", Genre.OPINION),
        ("{headline} Analysis | What the pier costs\n\nThe pier is old.", Genre.OPINION),
        ("{headline} Live: the pier is burning\n\nThe pier is old.", Genre.LIVE),
        ("{headline} Public opinion: divided on the pier\n\nThe pier is old.", Genre.OPINION),
        ("{headline} Lund lives: a story\n\nThe pier is old.", Genre.UNKNOWN),
        ("{headline} Lund gives her opinion\n\nThe pier is old.", Genre.UNKNOWN),
        ("14:05 The pier burns.\n\n14:20 It still burns.\n\n15:10 It is gone.", Genre.LIVE),
        ("1,405 came.\n\n14 of them left.\n\n99:10 was the score.\n\n25:10 too.", Genre.UNKNOWN),
        ("Q: Why?\n\nA: So.\n\nQ: When?\n\nA: Now.\n\nQ: Who?\n\nA: I.", Genre.INTERVIEW),
        ("Why did you go?\n\nI was tired.\n\nAnd now?\n\nI rest.\n\nWhat next?\n\nNothing.", Genre.INTERVIEW),
        (("{headline} Lund rests\n\nWhy did you go?\n\nI was tired.\n\nI ran it alone.\n\nAnd now?\n\nI rest.\n\nMy sons run it.\n\nDo you miss it?"
         "\n\nI do.\n\nThe mill did not reply.\n\nIt was built in 1902."), Genre.INTERVIEW),
        ("NOTE: The pier is closed.\n\nTICKETS: At the gate.", Genre.UNKNOWN),
    ],
)  # fmt: skip
def test_the_genre_is_what_labels_and_form_say(text: str, wanted: Genre) -> None:
    one = article(text)
    assert genre(one, words(one.text), NOTHING) is wanted


@pytest.mark.parametrize(
    ("own", "of", "wanted"),
    [
        (5, 10, Genre.OPINION),
        (2, 10, Genre.UNKNOWN),
        (1, 10, Genre.REPORT),
        (0, 4, Genre.UNKNOWN),
        (4, 4, Genre.UNKNOWN),
    ],
)
def test_else_it_is_how_much_is_own_voice(own: int, of: int, wanted: Genre) -> None:
    voice = OwnVoice(Span(0, 1), VoiceKind.INFERENCE, Ground("rule:x"))
    assert genre(Article("A."), words("A."), Heard((voice,) * own, of)) is wanted


def test_what_the_page_states_stands() -> None:
    one = Article("Opinion: x", genre=Genre.REPORT)
    assert genre(one, words(one.text), NOTHING) is Genre.REPORT


@given(ROWS)
def test_a_chance_is_a_chance(rows: list[frozenset[str]]) -> None:
    found = chances(rows, weights())
    assert len(found) == len(rows)
    assert all(0 <= one <= 1 for one in found)


@given(st.lists(LIKELY, max_size=12))
def test_around_a_sentence_are_its_neighbours(likely: list[float]) -> None:
    for at, one in enumerate(beside(likely)):
        assert chance(one.own) == pytest.approx(min(max(likely[at], chance(-6)), chance(6)))
        assert at == 0 or one.before == likely[at - 1]
        assert at + 1 == len(likely) or one.after == likely[at + 1]


@given(LIKELY, LIKELY)
def test_log_odds_grow_with_the_chance(one: float, other: float) -> None:
    assert (odds(one) <= odds(other)) == (one <= other) or odds(one) == odds(other)


@given(st.lists(LIKELY, min_size=2, max_size=8), st.data())
def test_an_author_who_judges_elsewhere_judges_here(likely: list[float], data: Any) -> None:
    at = data.draw(st.integers(1, len(likely) - 1))
    surer = [*likely[:at], max(likely[at], 0.99), *likely[at + 1 :]]
    assert beside(surer)[0].rest >= beside(likely)[0].rest
    assert weights().second.rest > 0


def test_every_class_that_is_looked_for_is_in_the_table() -> None:
    marks = marking("voice")
    longer = (held for rows in marks.longer.values() for _, held in rows)
    known = frozenset().union(*longer, *marks.alone.values())
    assert {*CLASSES, *(name for _, name in BY_WORDS)} <= known
