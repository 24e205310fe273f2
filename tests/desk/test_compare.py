"""Compare: what became of a statement from one reading to the next."""

import pytest
from hypothesis import given

from hearsay.desk.compare import Fate, compare
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from tests.marked import article
from tests.strategies import readings

BEFORE = "“The toll on the bridge will rise in May,” Anna Lund said on Monday."


def of(text: str) -> Reading:
    return read(article(text), model=open_model())


@pytest.mark.parametrize(
    ("after", "fate", "told"),
    [
        (BEFORE, Fate.SAME, ()),
        ("“The toll on the bridge will rise in May,” Lund said.", Fate.SAME, ()),
        (
            "“The toll on the bridge may rise in May,” Anna Lund said on Monday.",
            Fate.SOFTENED,
            ("certainty: unspecified → possible",),
        ),
        (
            "Anna Lund claimed that the toll on the bridge will rise in May.",
            Fate.SOFTENED,
            ("passed on: plain → distanced",),
        ),
        (
            "“The toll on the bridge will rise in May unless the state pays,” Anna Lund said.",
            Fate.SOFTENED,
            (),
        ),
        ("“The toll on the bridge will rise in June,” Anna Lund said.", Fate.CHANGED, ()),
    ],
)
def test_what_became_of_a_statement(after: str, fate: Fate, told: tuple[str, ...]) -> None:
    (pair,) = [p for p in compare(of(BEFORE), of(after)) if p.one is not None]
    assert pair.other is not None
    assert pair.fate is fate, (pair.fields, pair.checked)
    assert set(told) <= set(pair.fields)


def test_what_was_added_and_what_was_dropped() -> None:
    after = "Karl Moss said that the ferry to the islands would be sold."
    assert [pair.fate for pair in compare(of(BEFORE), of(after))] == [Fate.ADDED, Fate.DROPPED]


def test_the_same_words_of_another_speaker() -> None:
    after = "“The toll on the bridge will rise in May,” Karl Moss said on Monday."
    (pair,) = compare(of(BEFORE), of(after))
    assert pair.fields == ("speaker: Anna Lund → Karl Moss",)


@given(readings(), readings())
def test_each_statement_has_one_fate(one: Reading, other: Reading) -> None:
    pairs = compare(one, other)
    firsts = [pair.one.id for pair in pairs if pair.one]
    seconds = [pair.other.id for pair in pairs if pair.other]
    assert sorted(firsts) == sorted(said.id for said in one.attributions)
    assert seconds == [said.id for said in other.attributions]
    for pair in pairs:
        assert (pair.one is None) == (pair.fate is Fate.ADDED)
        assert (pair.other is None) == (pair.fate is Fate.DROPPED)
