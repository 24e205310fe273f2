"""The report says of a statement that it stands in what another denies."""

import pytest

from hearsay.faces.export.facts import denied_in
from hearsay.faces.export.report import report
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.attribution import Act, Attribution, Kind, Mode, Polarity
from hearsay.reading.ground import Ground
from hearsay.reading.reading import Reader, Reading
from hearsay.text.article import Article
from hearsay.text.span import Span
from tests.marked import article


def said(
    name: str,
    within: str | None = None,
    act: Act = Act.ASSERT,
    polarity: Polarity = Polarity.POS,
    by: str = "sense_of_cue",
    kind: Kind = Kind.COMM,
) -> Attribution:
    return Attribution(
        id=name, source=(), cue=(), content=(Span(0, 4),), mode=Mode.INDIRECT, confidence=0.9,
        ground=Ground("rule:nobody_named", (), ""), within=within, act=act, polarity=polarity,
        type=kind, act_ground=Ground(f"rule:{by}", (), ""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outer", "told"),
    [
        (said("s1", act=Act.DENY), "in what s1 denies"),
        (said("s1", polarity=Polarity.NEG), "in what s1 does not say"),
        (said("s1", act=Act.DENY, polarity=Polarity.NEG), ""),
        (
            said("s1", act=Act.DENY, by="act_of_content"),
            "",
        ),  # "We were told it was safe", beside a denial
        (said("s1", act=Act.KNOW, polarity=Polarity.NEG, kind=Kind.FACT), ""),
        (said("s1"), ""),
    ],
)
def test_what_is_denied_stands_there_however_deep(outer: Attribution, told: str) -> None:
    inner, deepest = said("s2", within="s1"), said("s3", within="s2")
    reading = Reading(Article("text"), Reader("0", None, ""), attributions=(outer, inner, deepest))
    assert [denied_in(reading, one) for one in (outer, inner, deepest)] == ["", told, told]


LONG = (
    "Anna Lund confirmed that though the council keeps the port informed of all of its works, it is not engaged in talks with the owners "
    "of the three ferries on the subject of the bridge at all, and that it plans none."
)
BRIEF = (
    "Anna Lund confirmed that the council is not engaged in talks with the owners of the ferries."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LONG, "· denies in “… it is not engaged in talks with the …” ·"),
        (BRIEF, "· denies · taken as true by the author\n"),
    ],
)
def test_a_long_statement_says_by_which_of_its_words_it_denies(text: str, told: str) -> None:
    assert told in report(read(article(text), (), open_model()), "x.txt", 200)
