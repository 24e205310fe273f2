"""The report in brief: what it may leave out, and what it may not."""

import msgspec
import pytest

from hearsay.faces.export.report import report
from hearsay.reading.attribution import Act
from hearsay.reading.reading import Reading
from tests.faces.export.stories import weighed
from tests.marked import reading

DENIED = "«source 1|The council» «cue 1|denies» «content 1|that it ignored the report»."


def told(whole: Reading, width: int = 80) -> str:
    """The brief report in one line."""
    return " ".join(report(whole, "x", width, brief=True).split())


def altered(whole: Reading, **known: object) -> Reading:
    """The reading with its one statement altered."""
    changed = msgspec.structs.replace(whole.attributions[0], **known)
    return msgspec.structs.replace(whole, attributions=(changed,))


def test_a_denial_is_never_told_without_the_word_for_it() -> None:
    whole = altered(reading(DENIED, {1: "The council"}), act=Act.DENY, confidence=0.9)
    assert "s1 The council “denies”: that it ignored the report" in told(whole)


@pytest.mark.parametrize(
    ("known", "count"),
    [
        ({"confidence": 0.9}, 1),
        ({"confidence": 0.4}, 0),
        ({"confidence": 0.9, "explicit": False}, 0),
    ],
)
def test_what_is_unsure_or_goes_on_is_counted_and_not_told(
    known: dict[str, object], count: int
) -> None:
    said = told(altered(reading(DENIED, {1: "The council"}), **known))
    assert said.count("that it ignored the report") == count
    assert f"{count} of 1 statement." in said


@pytest.mark.parametrize("width", [60, 80])
def test_no_condition_of_what_binds_is_lost(width: int) -> None:
    assert "on condition: “in an emergency”" in told(weighed(), width)


def test_a_quotation_that_is_cut_says_so() -> None:
    words = " ".join(["the toll will rise"] * 40)
    whole = reading(
        f"«content 1|«quote|“{words}.”»» «source 1|Anna Lund» «cue 1|said».", {1: "Anna Lund"}
    )
    rows = [row for row in report(whole, "x", brief=True).splitlines() if "the toll" in row]
    assert len(rows) == 2
    assert rows[-1].endswith(" …")


def test_where_nothing_is_said_nothing_more_is_promised() -> None:
    assert told(reading("It rained.")).endswith("No statement was found.")
