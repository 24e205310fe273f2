"""Who wrote an article, by the line that says so."""

import pytest

from hearsay.page.bylines import names_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Kelsey Brandt For The Daily Bugle Online", "Kelsey Brandt"),
        ("By KELSEY BRANDT FOR BUGLEONLINE", "KELSEY BRANDT"),
        ("By Kelsey Forde and Per Moss", "Kelsey Forde, Per Moss"),
        ("BY WALTER NKEMELU Register Staff Writer", "WALTER NKEMELU"),
        ("3 May, by 10 o’clock", None),
    ],
)
def test_the_names_of_a_byline_are_those_of_people(line: str, names: str | None) -> None:
    assert names_in(line) == names
