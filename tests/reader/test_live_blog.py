"""A live blog: entries with their times, a list, an interview with labels, somebody unnamed."""

import pytest

from hearsay.model.model import open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.article import Role
from hearsay.text.span import cut

TEXT = """\
Port strike: live updates

By Nora Quell
14 March 2026

18:40 Talks have broken up

Talks between the port of Selby and the dockers' union broke up without a deal, a union official said. "We have nothing to apologise for," said Ken Marsh, who leads the union.

- The port says 40 ships are waiting
- The union says the strike will go on until Friday
- The minister, Ruth Ansell, has asked both sides to come back "without preconditions"

17:05 What the minister said

Asked by the Courier whether she would send in the army, Ansell replied: "I rule nothing out."

LEDGER: Did you speak to the union?
ANSELL: I did. I told them that the offer stands until midnight.
LEDGER: And if they refuse?
ANSELL: Then we would have to look at other ways. I hope it does not come to that.

The bank Orsk & Lund put the chance of a deal this week at 30 percent. "Had they signed in January, there would be no queue," its analyst Per Moss wrote.

One of them, who asked not to be named, said the men were tired.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    extracted = extract(open_page(TEXT.encode(), "a.txt", content_type="text/plain"))
    return read(extracted.article, extracted.remarks, open_model())


def test_the_items_of_a_list_are_of_the_list_whatever_they_quote(reading: Reading) -> None:
    items = [b for b in reading.article.blocks if b.span.cut(TEXT).startswith("- ")]
    assert len(items) == 3
    assert {item.role for item in items} == {Role.LIST}


def test_a_statement_in_a_turn_has_the_words_of_that_turn_alone(reading: Reading) -> None:
    turns = [
        b.span for b in reading.article.blocks if b.span.cut(TEXT).startswith(("LEDGER", "ANSELL"))
    ]
    assert len(turns) == 4
    for one in reading.attributions:
        assert len({turn for turn in turns for part in one.content if turn.holds(part)}) <= 1


def test_who_in_an_aside_is_not_the_source_of_the_main_verb(reading: Reading) -> None:
    told = {cut(one.source, TEXT): cut(one.content, TEXT) for one in reading.attributions}
    assert told["One of them, who asked not to be named"] == "the men were tired"


def test_what_is_asked_for_keeps_both_marks_of_its_quotation(reading: Reading) -> None:
    matters = [cut(one.matter, TEXT) for one in reading.commitments]
    assert 'to come back "without preconditions"' in matters
