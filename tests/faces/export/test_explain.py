"""Why a finding is there."""

import pytest
from hypothesis import given

from hearsay.errors import NoSuchFinding
from hearsay.faces.export.explain import explain
from hearsay.reader.rules import RULES
from hearsay.reading.reading import Reading
from tests.faces.export.stories import column, notice
from tests.strategies import readings


def test_a_statement_shows_its_words_its_rule_and_its_place() -> None:
    text = column().article.text
    first = text.index("“The channel stays open,”")
    second = text.index("“For now.”")
    counted = RULES["verb_before_source_after_quote"].counted
    assert explain(column(), "s4", width=100) == (
        "s4  a statement, quoted  line 21\n"
        "  speaker    Jonas Vik\n"
        "  source     Vik\n"
        "  cue        said\n"
        "  content    “The channel stays open,” — “For now.”\n"
        f"  where      characters {first} to {first + 25} and {second} to {second + 10}; b11 (paragraph)\n"
        "  because    the text says so\n"
        "  see        “The channel stays open,” ›Vik‹ ›said‹ when the ballad “The Long Ice” had been sung.\n"
        "             “For now.”\n"
        "  found by   rule verb_before_source_after_quote\n"
        "  sure       0.94: about 94 in 100 such findings are right\n"
        f"             (this rule was counted on {counted:,} findings in annotated news)\n"
    )


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ("s3", ["a statement, partly quoted", "“He”; who that is was not worked out"]),
        ("a2", ["Jonas Vik: person, named person", "says       s2, s4"]),
        ("q2", ["a quotation", "put in     (elected)", "left out   words, at “›……‹the pilots"]),
        ("q4", ["held at arm’s length", "none: nobody is said to say it"]),
        ("b1", ["a block of the page: category, set aside", "in , Opinion"]),
        ("b2", ["a block of the page: headline, read as the article"]),
    ],
)
def test_each_kind_of_finding_says_what_it_is(finding: str, words: list[str]) -> None:
    said = explain(column(), finding)
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    "finding", ["", "s", "s0", "s9", "s04", "q01", "x1", "q0", "b99", "a9", "s١", "s1 "]
)
def test_what_is_not_there_is_told_with_what_is(finding: str) -> None:
    with pytest.raises(NoSuchFinding) as raised:
        explain(column(), finding)
    assert "s1 to s4, a1 to a2, q1 to q8, b1 to b15" in str(raised.value)


def test_where_nothing_is_found_blocks_are_there() -> None:
    with pytest.raises(NoSuchFinding, match="there are b1 to b2"):
        explain(notice(), "s1")


@given(readings())
def test_every_finding_of_any_reading_is_explained(whole: Reading) -> None:
    ids = [one.id for one in whole.attributions] + [one.id for one in whole.actors]
    ids += [f"q{n}" for n, _ in enumerate(whole.quotations, 1)]
    ids += [f"b{n}" for n, _ in enumerate(whole.article.blocks, 1)]
    ids += [f"w{n}" for n, _ in enumerate(whole.own_voice, 1)]
    for one in ids:
        assert explain(whole, one).startswith(f"{one}  ")
