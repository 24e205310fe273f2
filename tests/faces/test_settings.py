"""What the terminal can show, and what its owner wants."""

from pathlib import Path

import pytest

from hearsay.faces.settings import data_folder, decided

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


@pytest.mark.parametrize(
    ("environ", "system", "folder"),
    [
        ({"HOME": "/home/ann"}, "linux", "/home/ann/.local/share/hearsay"),
        ({"HOME": "/home/ann", "XDG_DATA_HOME": "/data"}, "linux", "/data/hearsay"),
        ({"HOME": "/home/ann", "XDG_DATA_HOME": "data"}, "linux", "/home/ann/.local/share/hearsay"),
        ({"HOME": "/Users/ann"}, "darwin", "/Users/ann/Library/Application Support/hearsay"),
        ({"LOCALAPPDATA": "/ann/Local"}, "win32", "/ann/Local/hearsay"),
        ({"USERPROFILE": "/ann"}, "win32", "/ann/AppData/Local/hearsay"),
    ],
)
def test_data_lie_where_each_system_has_them(
    environ: dict[str, str], system: str, folder: str
) -> None:
    assert data_folder(environ, system) == Path(folder)


@pytest.mark.parametrize(
    ("environ", "account", "who"),
    [
        ({"USER": "ann"}, "bob", "ann"),
        ({"LOGNAME": "ann"}, "", "ann"),
        ({}, "bob", "bob"),
        ({}, "", ""),
    ],
)
def test_who_is_logged_in(environ: dict[str, str], account: str, who: str) -> None:
    assert decided(environ, out=True, err=True, columns=80, account=account).who == who
