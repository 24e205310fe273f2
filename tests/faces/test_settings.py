"""What the terminal can show, and what its owner wants."""

import pytest

from hearsay.faces.settings import decided

COLOUR = [
    # environment, a terminal, colour
    ({}, True, True),
    ({}, False, False),
    ({"NO_COLOR": "1"}, True, False),
    ({"NO_COLOR": ""}, True, True),
    ({"TERM": "dumb"}, True, False),
    ({"FORCE_COLOR": "1"}, False, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
]


@pytest.mark.parametrize(("environ", "terminal", "colour"), COLOUR)
def test_colour_is_for_those_who_see_it(
    environ: dict[str, str],
    terminal: bool,  # noqa: FBT001
    colour: bool,  # noqa: FBT001
) -> None:
    assert decided(environ, out=terminal, err=True, columns=80).colour is colour


@pytest.mark.parametrize(("columns", "width"), [(80, 80), (60, 60), (10, 40), (300, 100)])
def test_the_report_is_as_wide_as_can_be_read(columns: int, width: int) -> None:
    assert decided({}, out=True, err=True, columns=columns).width == width


def test_a_pipe_gets_80_columns_unless_it_says_how_many() -> None:
    assert decided({}, out=False, err=True, columns=200).width == 80
    assert decided({"COLUMNS": "60"}, out=False, err=True, columns=60).width == 60


@pytest.mark.parametrize(
    ("environ", "terminal", "lively"),
    [({}, True, True), ({}, False, False), ({"TERM": "dumb"}, True, False)],
)
def test_a_progress_line_is_for_those_who_look_on(
    environ: dict[str, str],
    terminal: bool,  # noqa: FBT001
    lively: bool,  # noqa: FBT001
) -> None:
    assert decided(environ, out=True, err=terminal, columns=80).lively is lively
