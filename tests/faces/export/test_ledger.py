"""The ledger shown, as CSV out and in again, and calibration as a plot."""

import csv
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import BadForecast
from hearsay.faces.export import ledger_scores
from hearsay.faces.export.calibration import plot, svg
from hearsay.faces.export.ledger import listed, scored, shown
from hearsay.faces.export.ledger_table import COLUMNS, brought, table
from hearsay.ledger.entry import Chance, Change, Deed, Kept, LedgerEntry, Status
from hearsay.ledger.score import score
from hearsay.ledger.scores import Call, bins
from tests.ledger.books import NOW, became, foretold, kept, settled

DOCS = Path(__file__).parents[3] / "docs" / "ledger.md"
ADDED = Change(NOW, "ann", Deed.ADDED, Status.OPEN)
MANY = [Call(n / 40, came=n % 3 == 0) for n in range(41)]


@given(st.lists(st.tuples(kept(), st.none() | settled), max_size=4))
def test_what_goes_out_as_csv_comes_in_again(drawn: list[tuple[Kept, Change | None]]) -> None:
    entries = [
        LedgerEntry(n, one, (ADDED, change) if change else (ADDED,))
        for n, (one, change) in enumerate(drawn, 1)
    ]
    assert brought(table(entries).encode(), "ann", NOW) == drawn


def test_a_spreadsheet_runs_nothing() -> None:
    one = LedgerEntry(1, foretold(1, words="=1+1", by="@sum"), (ADDED,))
    (row,) = csv.DictReader(StringIO(table([one])))
    assert (row["words"], row["by"]) == ("'=1+1", "'@sum")
    assert tuple(row) == COLUMNS


def test_a_file_written_by_hand_needs_two_columns() -> None:
    ((one, change),) = brought(
        "\ufeffby,words,chance,note\nAnna,it rains,0.7,x\n".encode(), "ann", NOW
    )
    assert (one.by, one.words, one.chance) == ("Anna", "it rains", Chance(0.7, 0.7, 0.7, "given"))
    assert change is None


@pytest.mark.parametrize(
    ("given_", "wrong"),
    [
        (b"by,words\nAnna,\n", "row 2: the forecast has no words"),
        (b"by,words\nAnna,it rains\n,it snows\n", "row 3: nobody is said to foretell it"),
        (b"words\nit rains\n", "there is no column by"),
        (b"", "there is no column by and no column words"),
        (b"by,words,chance\nAnna,it rains,often\n", "row 2: 'often' is no number"),
        (b"by,words,chance\nAnna,it rains,1.4\n", "row 2: the chance 1.4"),
        (b"by,words,chance\nAnna,it rains,nan\n", "row 2: the chance nan"),
        (b"by,words,low\nAnna,it rains,0.2\n", "row 2: of low, mid and high some are missing"),
        (b"by,words,due\nAnna,it rains,May\n", "row 2: 'May' (due) is no day"),
        (b"by,words,status\nAnna,it rains,maybe\n", "row 2: 'maybe' is no status"),
        (b"by,words,status\nAnna,it rains,true\n", "row 2: a forecast is true by some evidence"),
        (b"by,words\nAnna,\xff\n", "it is not UTF-8"),
        (b'by,words\nAnna,"it rains\n', "it is no CSV"),
    ],
)
def test_a_file_that_cannot_be_kept_says_why_and_in_which_row(given_: bytes, wrong: str) -> None:
    with pytest.raises(BadForecast) as error:
        brought(given_, "ann", NOW)
    assert str(error.value).startswith(wrong)
    assert error.value.remedy


def test_a_forecast_is_shown_with_every_change() -> None:
    amended = Change(NOW, "bob", Deed.AMENDED, due="2026-06-30", chance=0.6, evidence="read so")
    whole = foretold(1, 0.7, made="2026-03-14", condition="if it rains", horizon="soon")
    told = shown(LedgerEntry(1, whole, (ADDED, amended, became(Status.VOID, evidence="no rain"))))
    for words in ("added by ann; open", "amended by bob; due 30 Jun 2026; chance 60 %; read so",
                  "resolved by ann; void on 14 Mar 2026; no rain", "“if it rains”", "60 % set by hand"):  # fmt: skip
        assert words in told


def test_a_list_has_a_line_for_each() -> None:
    told = listed([LedgerEntry(7, foretold(1, due="2026-05-31"), (ADDED,))])
    assert told == "   7  Anna Lund: “toll 1 will rise”\n      open · due 31 May 2026\n"
    assert "No forecast" in listed([])


def test_a_page_cannot_move_the_cursor() -> None:
    one = LedgerEntry(1, foretold(1, words="a\x1b[2Jb\u202e"), (ADDED,))
    assert "\x1b" not in listed([one]) + shown(one)


def test_the_plot_has_its_points_where_they_belong() -> None:
    rows = list(plot(bins([Call(1.0, came=True), Call(0.0, came=False)])))
    assert len(rows) == 13
    assert rows[0].startswith("100 % │")
    assert rows[0].index("●") == len("100 % │") + 50
    assert rows[10].index("●") == len("  0 % │")
    assert "●" not in "".join(plot(()))


def test_the_picture_is_an_svg_that_says_in_words_what_it_shows() -> None:
    found = bins(MANY)
    root = ET.fromstring(svg(found, "A & B"))  # noqa: S314 - our own
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "path", "text", "circle"}
    circles = [element for element in root.iter() if element.tag.endswith("circle")]
    assert len(circles) == len(found)
    titles = [element.text for element in root.iter() if element.tag.endswith("title")]
    assert titles[0] == "A & B"
    assert svg(found, "A & B") == svg(found, "A & B")


def test_scores_are_told_with_counts_and_intervals_and_what_was_not_scored() -> None:
    entries = [
        LedgerEntry(1, foretold(1, 0.9), (ADDED, became(Status.TRUE))),
        LedgerEntry(2, foretold(2, 1.0), (ADDED, became(Status.FALSE))),
        LedgerEntry(3, foretold(3, 0.9), (ADDED,)),
    ]
    told = scored(score(entries), "actor")
    for words in ("2 forecasts scored", "Brier score 0.505", "logarithmic score infinite", "not scored: 1 open",
                  "CALIBRATION", "BY ACTOR", "Anna Lund", "(1 of 2; 9 to 91 %)"):  # fmt: skip
        assert words in told
    assert "No forecast is settled" in scored(score(entries[2:]), "actor")
    rows = list(csv.DictReader(StringIO(ledger_scores.table(score(entries)))))
    assert [row["what"] for row in rows] == ["all", "group", "bin"]
    assert rows[0]["log"] == "inf"


def test_every_column_is_documented_in_its_order() -> None:
    rows = DOCS.read_text("utf-8").splitlines()
    named = [line.split("`")[1] for line in rows if line.startswith("| `")]
    assert named == [*COLUMNS, *ledger_scores.COLUMNS]
