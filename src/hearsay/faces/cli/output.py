"""Where answers go: standard output, or a file that is there whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from hearsay.errors import NotWritten


def write_out(answer: bytes) -> None:
    """Write to standard output, at once.

    Raises:
        NotWritten: the system does not take it, such as a full disk behind it.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up()
        raise NotWritten(
            f"it cannot be written: {error.strerror or error}",
            "make room, or send it elsewhere",
            "standard output",
        ) from error


def _give_up() -> None:
    """Let what was not written go, so that the end of the process does not try it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def print_out(text: str) -> None:
    """Print for a person."""
    write_out(encoded(text))


def encoded(text: str, *, to_file: bool = False) -> bytes:
    """The text in UTF-8 for a file, else as the terminal has it; what that lacks becomes "?"."""
    encoding = "utf-8" if to_file else sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "replace")


def look_first(path: Path, *, force: bool) -> None:
    """Nothing, where the file may be written.

    Raises:
        NotWritten: it is there already and is not to be overwritten, or its folder is not there.
    """
    if path.is_dir():
        raise NotWritten("it is a folder", "name a file in it", str(path))
    if not path.parent.is_dir():
        raise NotWritten("there is no such folder", f"make {path.parent} first", str(path))
    if os.path.lexists(path) and not force:
        raise NotWritten("it is there already", "give another name, or --force", str(path))


def spare(path: Path, inputs: Iterable[str]) -> None:
    """Nothing, where a file that is to be written is none of those that are read.

    Raises:
        NotWritten: it is one of them.
    """
    there = path.resolve()
    if any(Path(given).resolve() == there for given in inputs if "://" not in given):
        raise NotWritten("it is one of the inputs", "give another name", str(path))


def write_file(path: Path, answer: bytes, *, force: bool) -> None:
    """Write a file: all of it or nothing, and never over another one unless told to.

    Raises:
        NotWritten: it is there already, or the system does not take it.
    """
    look_first(path, force=force)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(answer)
            Path(beside).chmod(0o666 & ~_umask())
            if force:
                Path(beside).replace(path)
            else:
                _link(Path(beside), path)
        finally:
            Path(beside).unlink(missing_ok=True)
    except FileExistsError as error:
        raise NotWritten(
            "it is there already", "give another name, or --force", str(path)
        ) from error
    except OSError as error:
        raise NotWritten(
            f"it cannot be written: {error.strerror or error}", "look at its folder", str(path)
        ) from error


def _link(beside: Path, path: Path) -> None:
    """The finished file under its name, if that is still free."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        look_first(path, force=False)
        beside.replace(path)


def _umask() -> int:
    """What new files are not allowed here; there is no way but to set it and to set it back."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def stems(names: Sequence[str]) -> list[str]:
    """A name for the files of each input, made of its own; no two alike."""
    made: list[str] = []
    for name in names:
        plain = PurePath(name.partition("?")[0].rstrip("/:")).stem
        letters = "".join(c if c.isalnum() or c in "-_." else "-" for c in plain).strip("-.")
        made.append(_free(letters[:80] or "article", {one.lower() for one in made}))
    return made


def _free(plain: str, taken: set[str]) -> str:
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain}-{number}"
    return name
