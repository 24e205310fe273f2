"""Compare: what became of a statement from one reading to the next."""

import pytest
from hypothesis import given

from hearsay.desk.compare import Fate, Field, compare
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.text.span import cut
from tests.marked import article
from tests.marked import reading as marked
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
            (Field("certainty", "unspecified", "possible"),),
        ),
        (
            "Anna Lund claimed that the toll on the bridge will rise in May.",
            Fate.SOFTENED,
            (Field("passed on", "plain", "distanced"),),
        ),
        (
            "“The toll on the bridge will rise in May unless the state pays,” Anna Lund said.",
            Fate.SOFTENED,
            (),
        ),
        ("“The toll on the bridge will rise in June,” Anna Lund said.", Fate.CHANGED, ()),
    ],
)
def test_what_became_of_a_statement(after: str, fate: Fate, told: tuple[Field, ...]) -> None:
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
    assert pair.fields == (Field("speaker", "Anna Lund", "Karl Moss"),)


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


@given(readings())
def test_a_reading_beside_itself_is_the_same(one: Reading) -> None:
    pairs = compare(one, one)
    assert [pair.one for pair in pairs] == [pair.other for pair in pairs]
    assert {pair.fate for pair in pairs} <= {Fate.SAME}


NAMES = {1: "Clara Voss"}


def said(words: str, number: int = 1) -> str:
    return f"«source {number}|It» «cue {number}|is said» that «content {number}|{words}»."


@pytest.mark.parametrize(
    ("before", "after", "who", "paired"),
    [
        ("no alarm was heard", "an alarm was heard after the bang", NAMES, True),
        ("the cost could reach 400 million crowns", "it will cost 410 million crowns", NAMES, True),
        (
            "the council was told in March that the tunnel was on time",
            "we asked in March and were told that all was on time",
            NAMES,
            True,
        ),
        (
            "the tunnel opens two years late, costs more and will be dug by hand by other men",
            "the tunnel opens two years late",
            NAMES,
            True,
        ),
        ("the cost", "the tunnel would cost 340 million crowns", NAMES, False),
        ("new tax on fuel", "the government may bring a tax on fuel next spring", NAMES, False),
        ("a new tax in April", "on Tuesday no tax, on Friday a tax", NAMES, False),
        (
            "the government would help drivers in the north with a grant of 200 crowns a month",
            "the grant for drivers in the north would be paid from November",
            NAMES,
            False,
        ),
        ("the tunnel", "a tunnel", {}, False),
        ("the harbour tunnel", "the tunnel of the harbour is late", {}, False),
    ],
)
def test_articles_on_one_matter(before: str, after: str, who: dict[int, str], paired: bool) -> None:  # noqa: FBT001 - a case
    pairs = compare(marked(said(before), who), marked(said(after), who))
    assert (len(pairs) == 1) is paired, pairs


@pytest.mark.parametrize(
    ("before", "after", "paired"),
    [
        ("the toll on the bridge will rise in May", "the toll on the bridge may rise in May", True),
        ("she changed her mind three times", "she had changed her mind", False),
        ("my party votes against the grant", "the grant", False),
    ],
)
def test_two_speakers_on_one_matter(before: str, after: str, paired: bool) -> None:  # noqa: FBT001 - a case
    first, second = marked(said(before), NAMES), marked(said(after, 2), {2: "Aron Pell"})
    assert (len(compare(first, second)) == 1) is paired


def test_a_quotation_that_lost_its_condition_is_the_same_statement() -> None:
    before = "“We will restart the reactor in April, provided that the inspectors like the new valves,” Karin Ek said."
    after = "“We will restart the reactor in April,” Ek told the paper."
    (pair,) = [p for p in compare(of(before), of(after)) if p.one and not p.one.within]
    assert pair.fate is Fate.HARDENED


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (
            "Jonas Berg said that he had seen smoke coming from a lorry.",
            "“I saw smoke coming from a lorry and I ran,” said Jonas Berg.",
            {("that he had seen smoke coming from a lorry", "“I saw smoke coming from a lorry and I ran,”")},
        ),
        (
            "Per Moss said the tunnel would reopen by Friday if the inspectors agree.",
            "Per Moss said that the tunnel may reopen on Friday.",
            {("the tunnel would reopen by Friday if the inspectors agree", "that the tunnel may reopen on Friday")},
        ),
        (
            "Per Moss promised to publish the letters of the bridge inspectors.",
            "Per Moss said that he would publish the bridge inspectors’ letters.",
            {("to publish the letters of the bridge inspectors", "that he would publish the bridge inspectors’ letters")},
        ),
        (
            "The police are looking for the driver of the lorry.",
            "The police said that they had arrested the driver of the lorry.",
            set(),
        ),
    ],
)  # fmt: skip
def test_which_statements_of_two_reports_are_one(
    before: str, after: str, wanted: set[tuple[str, str]]
) -> None:
    one, other = of(before), of(after)
    met = {
        (cut(p.one.content, one.article.text), cut(p.other.content, other.article.text))
        for p in compare(one, other)
        if p.one and p.other
    }
    assert met == wanted
