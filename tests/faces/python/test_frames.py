"""The tables of readings as frames: every row, every value, of the kind that its column has."""

import builtins
import math
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hearsay
from hearsay.errors import Missing, NotInstalled
from hearsay.faces.export.tables import TABLES, ColumnKind
from hearsay.reading.reading import Reading
from tests.faces.export.stories import column, notice, weighed
from tests.strategies import readings

WORDS = "“=We will not go,” Ann Lee said on Monday.\n"


def plain(value: Any) -> Any:
    """A value of pandas as Python has it, what is missing as None."""
    missing = value is None or str(value) == "<NA>" or (value != value)  # noqa: PLR0124 - NaN is not itself
    return None if missing else value


@settings(max_examples=30)
@given(st.lists(readings(), max_size=3))
def test_every_row_is_there_in_its_order_with_its_values(those: list[Reading]) -> None:
    found = hearsay.frames(those)
    for frame, table in zip(found.tables, TABLES, strict=True):
        wanted = [
            row
            for number, one in enumerate(those, 1)
            for row in table.rows(one, one.article.url or f"article {number}")
        ]
        assert frame.table is table
        assert list(frame.rows) == wanted
        assert len(frame) == len(wanted)
        assert frame.columns == table.names
        assert [tuple(row.values()) for row in frame] == wanted
        assert all(tuple(row) == table.names for row in frame)
        assert frame.polars().rows() == wanted
        pandas = frame.pandas()
        assert list(pandas.columns) == list(table.names)
        rows = [tuple(map(plain, row)) for row in pandas.itertuples(index=False, name=None)]
        assert rows == wanted


def test_columns_have_the_kind_that_is_told_even_without_a_row() -> None:
    for those in ([], [weighed(), notice()]):
        found = hearsay.frames(those)
        pandas, polars = found.pandas(), found.polars()
        assert list(pandas) == list(polars) == [table.name for table in TABLES]
        for table in TABLES:
            kinds = [str(kind) for kind in pandas[table.name].dtypes]
            others = [str(kind) for kind in polars[table.name].dtypes]
            for one, kind, other in zip(table.columns, kinds, others, strict=True):
                assert (kind, other) == {
                    ColumnKind.TEXT: ("string", "String"),
                    ColumnKind.WHOLE: ("Int64", "Int64"),
                    ColumnKind.NUMBER: ("float64", "Float64"),
                    ColumnKind.TRUTH: ("boolean", "Boolean"),
                }[one.kind]


def test_one_reading_is_enough() -> None:
    whole = column()
    found = hearsay.frames(whole)
    assert found == hearsay.frames([whole])
    assert repr(found) == "<Frames: 4 statements, 2 sources, 0 commitments, 0 forecasts, 0 times>"
    assert repr(found.statements) == f"<Frame statements: 4 × {len(found.statements.columns)}>"


def test_words_are_as_they_stand_with_no_sign_against_formulas() -> None:
    (row,) = hearsay.frames(hearsay.read_text("Ann Lee said: “=1+1 is not two.”")).statements
    assert row["content"] == "“=1+1 is not two.”"


def test_the_column_file_tells_articles_apart(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(WORDS, "utf-8")
    known = msgspec.structs.replace(column().article, url="https://news.example/a")
    addressed = msgspec.structs.replace(column(), article=known)
    attempts = list(hearsay.read_many([story, tmp_path / "nowhere.txt"], model=False))
    found = hearsay.frames([column(), addressed, *attempts, column()])
    names = dict.fromkeys(row["file"] for row in found.statements)
    assert list(names) == ["article 1", "https://news.example/a", str(story), "article 5"]


def test_what_could_not_be_read_is_kept_apart_and_loses_no_other(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(WORDS, "utf-8")
    given_ = [tmp_path / "nowhere.txt", story, tmp_path / "none.txt"]
    found = hearsay.frames(hearsay.read_many(given_, model=False))
    assert len(found.statements) == 1
    assert [type(one.error) for one in found.failed] == [Missing, Missing]
    assert repr(found).endswith("2 not read>")


def test_a_name_that_is_no_text_is_told_as_well_as_can_be(tmp_path: Path) -> None:
    story = tmp_path / "st\udcffry.txt"
    try:
        story.write_text(WORDS, "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    found = hearsay.frames(hearsay.read_many([story], model=False)).statements
    for frame in (found.pandas(), found.polars()):
        assert list(frame["file"]) == [str(tmp_path / "st\\udcffry.txt")]


def test_what_is_missing_is_missing_and_no_word() -> None:
    found = hearsay.frames(weighed())
    forecast = found.forecasts.pandas().iloc[0]
    assert plain(forecast["first_day"]) is None
    assert forecast["by"] == "author"
    commitments = found.commitments.pandas()
    assert commitments["condition"].isna().tolist() == [False, True]
    assert found.statements.pandas()["confidence"].mean() == pytest.approx(
        math.fsum(one.confidence for one in weighed().attributions) / 4
    )


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_without_the_library_the_error_names_the_extra(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = builtins.__import__

    def without(module: str, *rest: Any) -> Any:
        if module.partition(".")[0] == name:
            raise ModuleNotFoundError(module)
        return really(module, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    found = hearsay.frames(column())
    for way in (getattr(found, name), getattr(found.statements, name)):
        with pytest.raises(NotInstalled, match=rf"{name} is not installed; .*'hearsay\[{name}\]'"):
            way()
