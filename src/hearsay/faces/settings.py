"""Settings: what comes from outside, once, frozen. Only this module reads the environment."""

import getpass
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

NARROW, WIDE = 40, 100  # columns: lines that are shorter or longer are hard to read
_NAMES = ("USER", "LOGNAME", "USERNAME")


class Settings(msgspec.Struct, frozen=True):
    """What the terminal can show, and what its owner wants of it.

    Attributes:
        colour: whether the report may be in colour.
        width: columns of the report.
        lively: whether a progress line may come and go on standard error.
        data: the folder in which a program keeps what its user gave it.
        who: the name under which the user is logged in; "" where none is known.
    """

    colour: bool = False
    width: int = 80
    lively: bool = False
    data: Path = Path()
    who: str = ""


def settings() -> Settings:
    """The settings of this process, as it stands now."""
    return decided(
        os.environ,
        out=_is_terminal(sys.stdout),
        err=_is_terminal(sys.stderr),
        columns=shutil.get_terminal_size((80, 24)).columns,
        system=sys.platform,
        account=_account(),
    )


def decided(
    environ: Mapping[str, str],
    *,
    out: bool,
    err: bool,
    columns: int,
    system: str = "linux",
    account: str = "",
) -> Settings:
    """The settings by https://no-color.org and https://force-color.org, and the XDG Base Directory Specification.

    Args:
        environ: the environment.
        out: whether standard output is a terminal.
        err: whether standard error is one.
        columns: its width.
        system: as sys.platform names it.
        account: the user's name, where the environment has none.
    """
    dumb = environ.get("TERM") == "dumb"
    colour = bool(environ.get("FORCE_COLOR")) or (out and not dumb)
    return Settings(
        colour=colour and not environ.get("NO_COLOR"),
        width=min(max(columns, NARROW), WIDE) if out or environ.get("COLUMNS") else 80,
        lively=err and not dumb,
        data=data_folder(environ, system),
        who=next((environ[name] for name in _NAMES if environ.get(name)), account),
    )


def data_folder(environ: Mapping[str, str], system: str) -> Path:
    """The folder of hearsay among those in which programs keep their user's data, as each system has it.

    Args:
        environ: the environment.
        system: as sys.platform names it.
    """
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or "~").expanduser()
    told = environ.get("XDG_DATA_HOME", "")
    if told.startswith("/"):  # the specification passes over those that are relative
        return Path(told) / "hearsay"
    if system == "darwin":
        return home / "Library" / "Application Support" / "hearsay"
    if system == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "hearsay"
    return home / ".local" / "share" / "hearsay"


def reads_terminal() -> bool:
    """Whether standard input is a terminal, where nothing waits to be read."""
    return _is_terminal(sys.stdin)


def writes_terminal() -> bool:
    """Whether standard output is a terminal, which shows what is written to a person."""
    return _is_terminal(sys.stdout)


def _account() -> str:
    """The name of the user's account; "" where the system has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container without that user, or Windows
        return ""


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):  # it is closed, or there is none
        return False
