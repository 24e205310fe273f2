"""Estimates: what somebody puts a number at."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.text.span import cut
from tests.marked import article


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Traders put the chance of a rise at 85 %.", [("Traders", "put", "the chance of a rise at 85 %")]),
        ("The ministry put the number of dead at 30 on Monday.",
         [("The ministry", "put", "the number of dead at 30")]),
        ("Lund put the cup at the edge.", []),
        ("The toll was put at 30.", []),
    ],
)  # fmt: skip
def test_a_number_is_an_estimate_of_whoever_puts_it(
    text: str, wanted: list[tuple[str, str, str]]
) -> None:
    reading = read(article(text), model=open_model())
    held = reading.article.text
    told = [
        (cut(one.source, held), cut(one.cue, held), cut(one.content, held))
        for one in reading.attributions
        if one.ground.by == "rule:figure_put_at"
    ]
    assert told == wanted
