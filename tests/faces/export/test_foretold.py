"""What the report and the explanation say of forecasts."""

import msgspec
import pytest

from hearsay.errors import NoSuchFinding
from hearsay.faces.export.explain import explain
from hearsay.faces.export.html import page
from hearsay.faces.export.report import report
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from tests.marked import article

TEXT = (
    "“Prices are unlikely to rise by May unless it rains,” said Anna Lund.\n\n"
    "Perhaps the fair will fail soon, said Per Dahl."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    whole = msgspec.structs.replace(article(TEXT), published="2026-03-14", published_is=Dated.GIVEN)
    return read(whole, model=open_model())


def test_the_report_says_who_foretells_what_and_how_likely(reading: Reading) -> None:
    _, _, section = report(reading, "a.txt").partition("WHAT IS FORETOLD\n")
    assert section.split("\n\n")[0] == (
        "  f1   Anna Lund: “Prices are unlikely to rise”\n"
        "       how likely: “unlikely” (10 to 30 %, as people take the words)\n"
        "       by when: “by May” (until 30 Apr 2026)\n"
        "       on condition: “unless it rains”\n"
        "       from s1, Anna Lund\n"
        "  f2   Per Dahl: “the fair will fail”\n"
        "       how likely: “Perhaps”, for which no number is published\n"
        "       by when: “soon”\n"
        "       from s2, Per Dahl"
    )


def test_the_page_says_the_same(reading: Reading) -> None:
    told = page(reading, "a.txt")
    for words in ("What is foretold", "10 to 30 %", "until 30 Apr 2026", "unless it rains"):
        assert words in told


def test_a_forecast_is_explained_by_its_words_and_its_rule(reading: Reading) -> None:
    told = explain(reading, "f1")
    for words in ("a forecast", "by         Anna Lund", "condition  unless it rains", "›unlikely‹",
                  "found by   rule foretold_likely", "statement  s1"):  # fmt: skip
        assert words in told
    assert "no word says so" not in told
    with pytest.raises(NoSuchFinding, match="f1 to f2"):
        explain(reading, "f3")
