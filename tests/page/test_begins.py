"""With which line a plain text begins: its headline, or a sentence of it."""

import pytest

from hearsay.page.extract import extract
from hearsay.page.page import page_of

BELOW = (
    "Ida Lund’s preferred candidates won most of the harbour board’s seats on Sunday, the board said.\n\n"
    "It is not clear how loyal all of the candidates will be, or whether Lund will lead the board.\n"
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Lund tops Moss in race for harbour board seats.", True),
        ("Lund candidates win harbour board;", True),
        ("Board: Lund candidates won most seats.", True),
        ("Rep. Lund tops Moss in race for harbour board seats.", True),
        ("The wolf is loose again, and nobody minds;", True),
        ("Lund was topped in a race for the harbour board.", False),
        ("It’s Lund against Moss for harbour board seats.", False),
        ("Kids these days.", False),
        ("Wolves, goats and plums cross a sound.", False),
        ("Lund wins seats. Moss loses board.", False),
        ("Photo: Ida Lund at Vik, by Per Moss.", False),
    ],
)
def test_a_headline_with_a_full_stop_has_its_words_again_below(
    line: str,
    title: bool,  # noqa: FBT001 - a column of the table
) -> None:
    article = extract(page_of(f"{line}\n\n{BELOW}", "a.txt")).article
    assert (article.title == line) is title


@pytest.mark.parametrize(
    ("line", "dateline", "title"),
    [
        ("It’s Lund against Moss for harbour board seats.", "VIK — ", True),
        ("A sharper tone on the quay.", "Vik (NNS) – ", True),
        (
            "It’s Lund against Moss for harbour board seats.",
            "Vik (once Skerry) has a board. ",
            False,
        ),
        ("Photo: Ida Lund at Vik, by Per Moss.", "VIK — ", False),
    ],
)
def test_what_stands_over_a_dateline_is_the_headline(
    line: str,
    dateline: str,
    title: bool,  # noqa: FBT001 - a column of the table
) -> None:
    article = extract(page_of(f"{line}\n\n{dateline}{BELOW}", "a.txt")).article
    assert (article.title == line) is title
