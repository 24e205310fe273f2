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
        ("Harbour Radio | By Ida Moss", "Ida Moss"),
        ("Harbour Radio and Ida Moss", "Harbour Radio, Ida Moss"),
        ("Words and analysis: Ida Moss", "Ida Moss"),
        ("WORDS Ida Moss", "Ida Moss"),
        ("Author of the article: Ida Moss", "Ida Moss"),
        ("AuthorsIda MossPer Lund", "Ida Moss, Per Lund"),
        ("Ida McBride", "Ida McBride"),
        ("Ida MossPolitical correspondent", "Ida Moss"),
        ("By Ida MossFebruary 11, 2016, 10:12 am", "Ida Moss"),
        ("By Ida Moss, HBC", "Ida Moss"),
        ("By Ida Moss, Dunsea", "Ida Moss"),
        ("Moss, Ida", "Moss, Ida"),
        ("By Dr. Ida Moss, Ph.D.", "Dr. Ida Moss, Ph.D."),
        ("Submitted by webmaster on Sunday", None),
        ("Pictures and words by Ida Moss", "Ida Moss"),
        ("Words and recipe: Ida Moss", "Ida Moss"),
        ("HBC Riverina / By Ida Moss and Per Lund", "Ida Moss, Per Lund"),
        ("Ida Moss/Courier", "Ida Moss"),
        ("by the Rev. Ida Moss", "Rev. Ida Moss"),
        ("Words", None),
        ("FROM THE EDITOR", None),
        ("(By Our Municipal Reporter.)", "Our Municipal Reporter"),
        ("Staff reports", "Staff reports"),
        ("Ida Moss, Court Reporter", "Ida Moss"),
    ],
)
def test_the_names_of_a_byline_are_those_of_people(line: str, names: str | None) -> None:
    assert names_in(line) == names
