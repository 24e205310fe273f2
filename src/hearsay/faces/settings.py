"""Settings: what comes from outside, once, frozen. Only this module reads the environment."""

import os
import shutil
import sys
from collections.abc import Mapping

import msgspec

NARROW, WIDE = 40, 100  # columns: lines that are shorter or longer are hard to read


class Settings(msgspec.Struct, frozen=True):
    """What the terminal can show, and what its owner wants of it.

    Attributes:
        colour: whether the report may be in colour.
        width: columns of the report.
        lively: whether a progress line may come and go on standard error.
    """

    colour: bool = False
    width: int = 80
    lively: bool = False


def settings() -> Settings:
    """The settings of this process, as it stands now."""
    return decided(
        os.environ,
        out=_is_terminal(sys.stdout),
        err=_is_terminal(sys.stderr),
        columns=shutil.get_terminal_size((80, 24)).columns,
    )


def decided(environ: Mapping[str, str], *, out: bool, err: bool, columns: int) -> Settings:
    """The settings by https://no-color.org and https://force-color.org.

    Args:
        environ: the environment.
        out: whether standard output is a terminal.
        err: whether standard error is one.
        columns: its width.
    """
    dumb = environ.get("TERM") == "dumb"
    colour = bool(environ.get("FORCE_COLOR")) or (out and not dumb)
    return Settings(
        colour=colour and not environ.get("NO_COLOR"),
        width=min(max(columns, NARROW), WIDE) if out or environ.get("COLUMNS") else 80,
        lively=err and not dumb,
    )


def reads_terminal() -> bool:
    """Whether standard input is a terminal, where nothing waits to be read."""
    return _is_terminal(sys.stdin)


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):  # it is closed, or there is none
        return False
