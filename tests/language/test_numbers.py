"""Numbers in a row of words: what is read as one, and the form under which it is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.fidelity.tokens import tokens

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """A number as English says it."""
    if number < len(ONES):
        return ONES[number]
    if number < 100:
        rest = f"-{ONES[number % 10]}" if number % 10 else ""
        return TENS[number // 10 - 2] + rest
    for many, name in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= many:
            over = number % many
            joined = f" and {in_words(over)}" if over < 100 else f" {in_words(over)}"
            return f"{in_words(number // many)} {name}{joined if over else ''}"
    raise AssertionError(number)


def keys(text: str) -> list[str]:
    return [one.key for one in tokens(text) if one.number]


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_words_is_the_number_in_figures(number: int) -> None:
    assert keys(f"They saw {in_words(number)} of them.") == [str(number)]
    assert keys(f"They saw {number:,} of them.") == [str(number)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It cost $5m in all", ["5000000 dollar"]),
        ("It cost five million US dollars in all", ["5000000 dollar"]),
        ("It cost A$5 in all", ["5 australian dollar"]),
        ("It cost Rs 5 crore", ["50000000 rupee"]),
        ("It cost 50p", ["50 penny"]),
        ("It cost R40m and Rs500", ["40000000 rand", "500 rupee"]),
        ("Take the M40 and the A5", []),
        ("It fell by 20%", ["20 percent"]),
        ("It fell by 20-per-cent", ["20 percent"]),
        ("It fell by 20 percentage points", ["20"]),
        ("It rose by 2.50 points", ["2.5"]),
        ("two and a half million", ["2500000"]),
        ("a million and a half", ["1500000"]),
        ("half a million", ["500000"]),
        ("twelve hundred ships", ["1200"]),
        ("a hundred, and two of them", ["100", "2"]),
        ("one and two million", ["1", "2000000"]),
        ("hundreds of them", []),
        ("on the 3rd of March 2026", ["3/3", "2026"]),
        ("on March 3, 2026", ["3/3", "2026"]),
        ("in March 2026 and in Mar. 2027", ["month 3", "2026", "month 3", "2027"]),
        ("they may 5 times", ["5"]),
        ("at 5.30pm", ["17:30"]),
        ("at 12 a.m. and at 12 p.m.", ["0:00", "12:00"]),
        ("at 09:05", ["9:05"]),
        ("the twenty-first of them", ["21th"]),
        ("at 60 miles per hour", ["60 miles per hour"]),
        ("one, two", ["1", "2"]),
        ("It was $", []),
    ],
)
def test_what_is_read_as_one_number(text: str, wanted: list[str]) -> None:
    assert keys(text) == wanted


def test_short_for_a_million_may_be_a_metre() -> None:
    assert tokens("the 100m race")[1].alike(tokens("the 100 metres race")[1])
    assert tokens("100m people")[0].alike(tokens("100 million people")[0])
