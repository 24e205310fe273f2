"""Letters: whose words a block of quotation gives, where the paragraph before tells whose text it is."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from tests.marked import article

RULE = "rule:letter_before_quotation"
QUOTED = "“The piles are sound. They were tested in May.”"


def brought(before: str) -> Reading:
    """The reading of a quotation in a paragraph of its own, after another."""
    return read(article(f"{before}\n\n{{quote}} {QUOTED}\n\nThe case goes on."), (), open_model())


def ways(whole: Reading) -> list[str]:
    """Through whom the words of a text come, the writer last."""
    names = {one.id: one.name for one in whole.actors}
    given = (one for one in whole.attributions if one.ground.by == RULE)
    return [", ".join(names[link] for link in one.chain) for one in given]


@pytest.mark.parametrize(
    ("before", "way"),
    [
        (
            "Counsel to the inquiry, Abena Quist, read out an email that Ms Teague had sent to the council on 12 January:",
            "Abena Quist, Teague",
        ),
        ("A statement from the Harbour Board was read out:", "Harbour Board"),
        ("The hearing then turned to a memo by Ida Moss, the clerk:", "Ida Moss"),
        ("The judge quoted a letter from Ida Moss:", "The judge, Ida Moss"),
    ],
)
def test_a_text_that_the_paragraph_before_brings_is_its_writers(before: str, way: str) -> None:
    assert ways(brought(before)) == [way]


@pytest.mark.parametrize(
    "before",
    [
        "The notice on the gate is plain:",
        "Ms Lund showed us a letter from 1954:",
        "Counsel read out an email that Ms Teague had sent in January.",
    ],
)
def test_a_text_of_nobody_stays_nobodys(before: str) -> None:
    assert ways(brought(before)) == []


def test_the_marks_are_the_writers_and_what_stands_within_is_said_by_him() -> None:
    whole = brought("Counsel, Abena Quist, read out an email that Ms Teague had sent on Monday:")
    mine = next(one for one in whole.attributions if one.ground.by == RULE)
    assert [one.attribution for one in whole.quotations] == [mine.id]
    assert mine.within is not None
