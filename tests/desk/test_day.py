"""The day of publication, as people give it."""

import pytest

from hearsay.desk.day import day_or_moment
from hearsay.errors import BadDate


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2016-10-30", "2016-10-30"),
        (" 2016-10-30 ", "2016-10-30"),
        ("20161030", "2016-10-30"),
        ("2024-02-29", "2024-02-29"),
        ("2016-10-30T14:05+03:00", "2016-10-30T14:05:00+03:00"),
        ("2016-10-30 14:05:09Z", "2016-10-30T14:05:09+00:00"),
    ],
)
def test_days_and_moments_are_kept_as_iso_has_them(given: str, kept: str) -> None:
    assert day_or_moment(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "yesterday",
        "30.10.2016",
        "30 October 2016",
        "2016-10",
        "2016-13-01",
        "2023-02-29",
        "2016-10-30T25:00Z",
        "0",
    ],
)
def test_what_is_no_day_is_refused(given: str) -> None:
    with pytest.raises(
        BadDate, match="is no day of the calendar in its ISO form; write it as 2016-10-30"
    ):
        day_or_moment(given)


def test_a_time_without_a_zone_is_refused_with_one_to_use() -> None:
    with pytest.raises(BadDate) as caught:
        day_or_moment("2016-10-30T14:05")
    assert caught.value.remedy == "write it as 2016-10-30T14:05+00:00, or give the day alone"
