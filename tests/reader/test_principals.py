"""For whom somebody speaks, and why he is in the article: every case of two tables, read with the shipped model."""

from typing import Any

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article, cases

PRINCIPALS, STANDINGS = cases("principals"), cases("standings")


@pytest.mark.parametrize("case", PRINCIPALS, ids=[case["name"] for case in PRINCIPALS])
def test_for_whom_somebody_speaks(case: dict[str, Any]) -> None:
    reading = read(article(case["name"]), model=open_model())
    names = {one.id: one.name for one in reading.actors}
    found = {names[one.speaks_for] for one in reading.actors if one.speaks_for}
    assert found == ({case["speaks_for"]} if case["speaks_for"] else set())


@pytest.mark.parametrize("case", STANDINGS, ids=[case["name"] for case in STANDINGS])
def test_why_somebody_is_in_the_article(case: dict[str, Any]) -> None:
    whole = article(case["name"])
    reading = read(whole, model=open_model())
    found = [span.cut(whole.text) for one in reading.actors for span in one.standing]
    assert found == ([case["standing"]] if case["standing"] else [])
