"""The report, as prose and as lines of a terminal."""

from collections.abc import Callable
from unicodedata import category, east_asian_width

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.faces.export import facts
from hearsay.faces.export.lines import columns, rendered
from hearsay.faces.export.report import report
from hearsay.model.model import open_model
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Support
from hearsay.text.article import Dated
from tests.faces.export.stories import GOLDEN, column, notice, weighed
from tests.marked import article, reading
from tests.regold import FORMS, REPORTS, printed
from tests.strategies import readings

WIDTHS = [40, 60, 80, 120]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", REPORTS)
def test_it_reads_as_it_did_when_it_was_last_read(name: str, form: str) -> None:
    """Where it is to read otherwise: .venv/bin/python -m tests.regold, and read the diff."""
    assert printed(name, form) == (GOLDEN / name / f"{form}.txt").read_text("utf-8")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("story", [column, notice, weighed])
@pytest.mark.parametrize("form", FORMS.values())
def test_no_line_is_too_long_or_ends_in_blanks(
    form: Callable[..., str], story: Callable[[], Reading], width: int
) -> None:
    for line in form(story(), "x", width).split("\n"):
        assert len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_a_quotation_is_lost_or_changed(width: int) -> None:
    whole = column()
    said = " ".join(report(whole, "x", width).split())
    for one in whole.attributions:
        for part in one.content:
            words = facts.shortened(facts.one_line(part.cut(whole.article.text)), 60)
            assert words in said


def test_colour_changes_no_word() -> None:
    coloured = report(column(), "x", 80, colour=True)
    assert "\x1b[" in coloured
    plain = "".join(
        rest.partition("m")[2] if n else rest for n, rest in enumerate(coloured.split("\x1b["))
    )
    assert plain.split() == report(column(), "x", 80).split()


def test_a_page_cannot_write_to_the_terminal() -> None:
    hostile = "{headline} \x1b]0;mine\x07Toll\x9b31m to rise\n\n«content 1|«quote|“Yes\x1b[2J\u202e,”»» «source 1|she» «cue 1|said»."
    said = report(reading(hostile, title="\x1b[31mToll\x07"), "\x1bname", 80)
    assert not [c for c in said if c != "\n" and not c.isprintable()]
    assert "\u202e" not in said
    assert "“Yes�[2J�,”" in said


@pytest.mark.parametrize(
    ("many", "said"),
    [(0, "0 statements"), (1, "1 statement"), (2, "2 statements"), (1230, "1,230 statements")],
)
def test_a_count_agrees_with_its_noun(many: int, said: str) -> None:
    assert facts.many(many, "statement") == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2016-10-30", "30 Oct 2016 (given)"),
        ("2016-01-02T14:05:00+03:00", "2 Jan 2016, 14:05 +03:00 (given)"),
        ("2016-01-02T14:05:00Z", "2 Jan 2016, 14:05 Z (given)"),
        ("2016-01-02T14:05:00.250+03:00", "2 Jan 2016, 14:05 +03:00 (given)"),
        ("2016-01-02T14:05", "2 Jan 2016, 14:05 (given)"),
    ],
)
def test_a_day_is_written_as_a_person_writes_it(published: str, said: str) -> None:
    whole = msgspec.structs.replace(column().article, published=published, published_is=Dated.GIVEN)
    assert facts.dated(msgspec.structs.replace(column(), article=whole)) == said


@given(st.lists(st.text("ab“”.", min_size=1, max_size=4), max_size=40), st.integers(2, 12))
def test_what_is_left_out_is_said_and_nothing_else_is_changed(words: list[str], most: int) -> None:
    whole = " ".join(words)
    short = facts.shortened(whole, most)
    if short == whole:
        assert len(words) <= most * facts.WORTH
        return
    first, _, rest = short.partition(" [… ")
    left, _, last = rest.partition(" …] ")
    assert whole.startswith(first)
    assert whole.endswith(last)
    assert int(left.split()[0]) == len(words) - len(first.split()) - len(last.split())


@pytest.mark.parametrize("form", FORMS.values())
@given(readings(), st.sampled_from(WIDTHS))
def test_any_reading_has_a_report(form: Callable[..., str], whole: Reading, width: int) -> None:
    for line in form(whole, "x", width).splitlines():
        wide = sum(east_asian_width(c) in "WF" for c in line)
        none = sum(
            category(c) in ("Mn", "Me", "Cf") for c in line
        )  # they stand on the letter before
        assert len(line) <= width + wide + none
        assert line == line.rstrip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The fire began in the kitchen, Mara Lund said. It had spread to the roof.", "goes on"),
        (
            "Lena Hart ran the works.\n\nAre you ill?\n\nI am.\n\nDid you ask?\n\nI did.\n\nWill you go?\n\nI will.",
            "answers",
        ),
        ("Mara Lund closed the shop in May. She laughed. “We never liked it.”", ""),
    ],
)
def test_words_without_a_word_of_saying_come_to_their_speaker_as_they_do(
    text: str, said: str
) -> None:
    found = read(article(text), model=open_model())
    assert said in {facts.without_cue(one) for one in found.attributions if not one.cue}


def test_what_is_unsure_stands_apart_from_what_is_said() -> None:
    whole = reading(
        "«source 1|Anna Lund» «cue 1|said» «content 1|that it rained». "
        "«source 2|Karl Moe» «cue 2|feared» «content 2|a flood».",
        {1: "Anna Lund", 2: "Karl Moe"},
    )
    first, second = whole.attributions
    first = msgspec.structs.replace(first, confidence=0.9)
    second = msgspec.structs.replace(second, confidence=0.4)
    told = report(msgspec.structs.replace(whole, attributions=(first, second)), "x")
    sure, unsure = told.split("SAID LESS SURELY")
    assert "a flood" in unsure
    assert "a flood" not in sure
    assert "that it rained" in sure
    assert "that it rained" not in unsure
    assert "unsure" in next(row for row in sure.splitlines() if "Karl Moe" in row)
    assert "unsure" not in next(row for row in sure.splitlines() if "Anna Lund" in row)


def test_the_notes_of_all_names_stand_in_one_column() -> None:
    rows = list(
        columns([("Ida Moss", "one"), ("Ida Moss, who has kept the ferry since 1990", "two")])
    )
    printed_so = rendered(rows, 80, colour=False).splitlines()
    assert printed_so[1].strip() == "Ida Moss, who has kept the ferry since 1990"
    assert printed_so[0].index("one") == printed_so[2].index("two")


@pytest.mark.parametrize("support", Support)
@pytest.mark.parametrize("brief", [False, True])
def test_only_a_verdict_that_accuses_says_how_seldom_it_is_right(
    support: Support,
    brief: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    whole = weighed()
    assert whole.headline is not None
    held = msgspec.structs.replace(whole.headline, support=support)
    told = " ".join(report(msgspec.structs.replace(whole, headline=held), "x", brief=brief).split())
    accuses = support in (Support.OVERSTATED, Support.CONTRADICTED)
    assert ("one in four is right" in told) == accuses
