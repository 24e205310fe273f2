"""What the report says is left open: in words that are understood alone, and only what somebody has not told."""

import pytest

from hearsay.faces.export.bound import commitments, left_open, until_further
from hearsay.faces.export.entries import quoted
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import Span
from tests.marked import article


def lines(text: str) -> list[str]:
    return [one.words for one in left_open(read(article(text), (), open_model())).entries]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The talks went on. It would be easier if the changes were adopted in Orlando, Lund said.",
            "be easier if the changes were adopted in Orlando",
        ),
        (
            "If the rain stops by noon, the bridge will reopen.",
            "If the rain stops by noon, the bridge will reopen.",
        ),
        (
            "It follows that, unless the rain stops, the bridge will stay shut.",
            "It follows that, unless the rain stops, the bridge will stay shut.",
        ),
        (
            "“If somebody had rung me, I would have stopped it,” Lund said.",
            "“If somebody had rung me, I would",
        ),
        (
            "“I do not know whether it is safe. We wait,” Lund said.",
            "“I do not know whether it is safe.”",
        ),
        (
            "“We wait. If the rain stops, nothing is lost,” Lund said on Monday.",
            "“If the rain stops, nothing is lost,” Lund said on Monday.”",
        ),
        (
            "Lund did not say whether the bridge was open.",
            "“did not say” “whether the bridge was open”",
        ),
    ],
)
def test_what_is_left_open_is_told_with_what_it_hangs_on(text: str, words: str) -> None:
    assert any(words in one for one in lines(text)), lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "“That does not mean that killing an animal is a sin,” Lund said.",
        "Lund doesn’t identify with what Brade says.",
    ],
)
def test_what_is_not_so_is_not_left_unsaid(text: str) -> None:
    assert not lines(text)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("it will rise.”", "“it will rise.”"),
        ("“It will. I say so.", "“It will. I say so.”"),
        ("“It will,” she said", "““It will,” she said”"),
        ("“It will.”", "“It will.”"),
        ("“It will,” and “it must.”", "““It will,” and “it must.””"),
        ("it will be a “day of reckoning", "“it will be a “day of reckoning””"),
        ("… maybe, I don't know.\"", "“… maybe, I don't know.”"),
        ('be the best," …', "“be the best, …”"),
        ('"It will," she said', '“"It will," she said”'),
        ('every asset" goes to them', '“every asset" goes to them”'),
    ],
)
def test_words_stand_within_one_pair_of_marks(words: str, wanted: str) -> None:
    held = read(article(f"{words} and"))
    assert quoted(held, (Span(0, len(words)),)) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The police promised to close the bridge.", "The police promise “to close the bridge”"),
        ("The mayor promised to close the bridge.", "The mayor promises “to close the bridge”"),
    ],
)
def test_a_body_of_several_has_its_verb_in_the_plural(text: str, told: str) -> None:
    (one,) = commitments(read(article(text), (), open_model())).entries
    assert f"{one.who} {one.words}" == told


@pytest.mark.parametrize(
    ("time", "ends"), [("for the time being", True), ("today", False), ("soon", False)]
)
def test_who_is_bound_for_now_is_told_to_have_no_end(time: str, *, ends: bool) -> None:
    found = read(article(f"Anna Lund promised to close the bridge {time}."), (), open_model())
    assert any(until_further(found, one) for one in found.commitments) is ends
