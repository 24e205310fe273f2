"""Explanations weighed: every case of a table, read by rule alone, and what always holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.lexicon import table
from hearsay.language.weighing import PatternEntry
from hearsay.language.words import words
from hearsay.reader.read import read
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.asking import of_question
from hearsay.reader.weighing.chain import MOST, may_end, may_follow
from hearsay.reader.weighing.evidence import _likelier
from hearsay.reader.weighing.order import ordered
from hearsay.reader.weighing.posed import of_questions
from hearsay.reader.weighing.row import row
from hearsay.reader.weighing.text import Text
from hearsay.reader.weighing.units import Opens, units
from hearsay.reader.weighing.weighing import weighed
from hearsay.reader.weighing.weights import weights
from hearsay.reading.voice import Hypotheses
from hearsay.text.span import cut, found_all
from tests.marked import article, cases

CASES = cases("weighing")
WEIGHED = [case for case in CASES if case.get("question")]


def told(case: dict[str, Any]) -> tuple[Hypotheses, ...]:
    return read(article(case["text"].strip())).hypotheses


@pytest.mark.parametrize("case", WEIGHED, ids=[case["name"] for case in WEIGHED])
def test_question_answers_and_sides(case: dict[str, Any]) -> None:
    text = article(case["text"].strip()).text
    (found,) = told(case)
    assert found.question is not None
    assert found.question.cut(text) == case["question"]
    assert len(found.candidates) == len(case["candidates"])
    for one, wanted in zip(found.candidates, case["candidates"], strict=True):
        assert wanted["claim"] in cut(one.claim, text)
        for side, spans in (("for", one.supports), ("against", one.against)):
            for words_ in wanted[side]:
                (place,) = found_all(text, words_)
                assert any(span.holds(place) for span in spans), (side, words_)
            assert bool(spans) == bool(wanted[side]), cut(spans, text)


def claims(text: str) -> list[str]:
    (found,) = read(article(text)).hypotheses
    return [cut(one.claim, text) for one in found.candidates]


def test_an_answer_is_counted_though_something_is_put_in_beside_its_number() -> None:
    text = (
        "Why did the bank cut its rate? Its office will not say.\n\n"
        "The first is that the minister asked for it. He has asked since May. But the vote was unanimous.\n\n"
        "The second is that the lenders are weak. Deposits fell in August.\n\n"
        "The third, and the dullest, is that prices fell. The figure was 1.1 per cent."
    )
    assert claims(text) == ["the minister asked for it", "the lenders are weak", "prices fell"]


def test_who_speaks_for_an_answer_is_no_part_of_it() -> None:
    text = (
        "Why did the mayor leave before the vote? Her office will not say.\n\n"
        "The first possibility is that she was ill. She had coughed through the whole of Monday. But she dined at the club that same "
        "evening.\n\nThe second possibility is a quarrel with the treasurer. “They have quarrelled since May,” Anna Lund said."
    )
    assert claims(text) == ["she was ill", "a quarrel with the treasurer"]
    (found,) = read(article(text)).hypotheses
    assert [cut(one.supports, text) for one in found.candidates][1].startswith("They have")


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not case.get("question")],
    ids=[case["name"] for case in CASES if not case.get("question")],
)
def test_nothing_is_weighed(case: dict[str, Any]) -> None:
    assert told(case) == ()


@pytest.mark.parametrize("entry", table("weighing", PatternEntry), ids=lambda one: one.example)
def test_the_example_of_a_pattern_shows_it(entry: PatternEntry) -> None:
    one = article(entry.example)
    assert any(sentence.has(entry.class_) for sentence in row(one, words(one.text)))


@pytest.mark.parametrize(
    ("sentence", "has", "lacks"),
    [
        ("What turned him is anybody's guess.", {"first:what", "over_already"}, {"asks", "comes_next"}),
        ("What will come of it?", {"first:what", "asks:early", "comes_next"}, {"so_already"}),
        ("I was asked why he let them go.", {"asking:why", "early", "known:asking"}, {"first:why", "asks"}),
        ("There is something odd about it.", {"puzzles:states", "first:other"}, {"asks", "opens"}),
        ("“Why did he go?” she said.", {"opens_quoted", "quoted"}, {"first:why"}),
    ],
)  # fmt: skip
def test_what_is_seen_of_a_sentence_that_may_ask(
    sentence: str, has: set[str], lacks: set[str]
) -> None:
    one = article(sentence)
    seen = of_question(row(one, words(one.text))[0])
    assert has <= seen, sorted(seen)
    assert not lacks & seen, sorted(seen)


def test_a_question_is_known_by_how_far_the_answers_are() -> None:
    one = article("Why did he go?\n\nOne answer is money.\n\nAnother is fear.")
    every = row(one, words(one.text))
    seen = of_questions(every, [1, 2])
    assert len(seen) == 2  # what stands before the second answer
    assert {"far:1", "sentences:1", "first", "last", "question", "next states"} <= seen[0]
    assert {"far:0", "claim", "states", "states:True"} <= seen[1]


def test_the_steps_of_the_chain_keep_its_order() -> None:
    assert may_follow(("Q", 0), ("C", 1))
    assert may_follow(("F", 1), ("C", 2))
    assert may_follow(("A", 2), ("E", 0))
    assert may_follow(("A", MOST), ("C", MOST))
    assert not may_follow(("F", 1), ("E", 0))  # one answer alone is no weighing
    assert not may_follow(("F", 1), ("A", 2))  # evidence belongs to the answer before it
    assert not may_follow(("E", 0), ("C", 1))
    assert not may_end(("F", 1))


WRITTEN = "Why did he go?\n\nSome say that it was money. He had debts. But he had paid them.\n\nOthers say fear. He had two locks on his door."


def chances_of(written: str) -> tuple[Text, list[dict[str, float]]]:
    one = article(written)
    every = row(one, words(one.text))
    text = Text(every, list(asked(every)), weights())
    return text, text.chances()


def test_chances_of_a_unit_are_shares_of_one() -> None:
    text, chances = chances_of(WRITTEN)
    assert len(chances) == len(text.units)
    assert all(sum(one.values()) == pytest.approx(1) for one in chances)
    assert chances[1]["C"] > 0.5


def test_a_claim_that_is_known_is_nothing_else() -> None:
    text, free = chances_of(WRITTEN)
    known = text.chances({2, 4})
    assert free[1]["C"] > 0.5
    assert known[1]["C"] == 0
    assert known[2]["C"] == pytest.approx(1)
    assert known[4]["C"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("for_", "against", "own", "order", "side"),
    [
        (0.7, 0.1, False, True, True),
        (0.1, 0.7, False, False, False),
        (0.4, 0.4, False, True, None),
        (0.4, 0.1, False, True, None),  # hardly evidence
        (0.3, 0.5, False, False, False),
        (0.3, 0.5, False, True, None),  # nothing has turned
        (0.7, 0.1, True, True, None),  # in the sentence of the claim
    ],
)
def test_a_side_is_told_only_where_it_is_sure(
    *, for_: float, against: float, own: bool, order: bool, side: bool | None
) -> None:
    assert _likelier({"F": for_, "A": against}, own=own, order=order) is side


def test_units_are_cut_where_a_sentence_turns() -> None:
    one = article("Nobody came. He may think so, but he keeps the option.\n\nFine.")
    told = [(unit.part.span.cut(one.text), unit.opens) for unit in units(row(one, words(one.text)))]
    assert [opens for _, opens in told] == [
        Opens.PARAGRAPH,
        Opens.SENTENCE,
        Opens.PART,
        Opens.PARAGRAPH,
    ]
    assert told[2][0].startswith((", but", "but"))


def test_the_order_turns_and_a_new_paragraph_begins_anew() -> None:
    one = article(
        "He was ill. He coughed. But he dined at the club. Besides, he sang.\n\nThe mayor was ill."
    )
    assert list(ordered(units(row(one, words(one.text))))) == [True, True, False, False, True]


SENTENCES = st.sampled_from(
    [
        "Why did she go?", "One explanation is money.", "But the allies paid.", "Others blame the diesel.",
        "Perhaps, then, it was the rain.", "It overlooks, however, the cost.", "Rubbish.", "She went home.",
        "\n\n", "It is difficult to believe that he fell.", "“Falling demand,” says the office.", "If so, he may be waiting.",
    ]
)  # fmt: skip


@given(st.lists(SENTENCES, max_size=14))
def test_what_is_found_is_lawful_and_never_one_answer_alone(drawn: list[str]) -> None:
    written = " ".join(drawn).strip() or "Nothing."
    one = article(written)
    for found in weighed(one, words(one.text)):
        assert len(found.candidates) >= 2
        assert found.ground.because
        for candidate in found.candidates:
            sides = (*candidate.supports, *candidate.against)
            assert not any(span.meets(claim) for span in sides for claim in candidate.claim)
            assert len(set(sides)) == len(sides)
