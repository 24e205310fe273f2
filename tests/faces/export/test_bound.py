"""What the report says is left open: in words that are understood alone, and only what somebody has not told."""

import pytest

from hearsay.faces.export.bound import left_open
from hearsay.model.model import open_model
from hearsay.reader.read import read
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
