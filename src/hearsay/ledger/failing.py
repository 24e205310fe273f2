"""Failing: what SQLite or the system says of a ledger, as one line that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.errors import LedgerDamaged, LedgerLocked, LedgerReadOnly, NotKept

ELSEWHERE = "make it and its folder writable, or name another place with --ledger"
COPY = "move it aside and take a copy back, or save what can be saved: sqlite3 FILE .recover"
_KINDS: tuple[tuple[tuple[str, ...], type[NotKept], str, str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"),
        LedgerLocked,
        "another process is writing to the ledger",
        "wait until it has ended, and give the command again",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH"),
        LedgerReadOnly,
        "the ledger cannot be opened for writing",
        ELSEWHERE,
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"),
        LedgerDamaged,
        "the ledger is damaged, or the file is none",
        COPY,
    ),
    (
        ("SQLITE_FULL",),
        NotKept,
        "the disk is full; what was kept before is kept",
        "make room, and give the command again",
    ),
)


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Whatever SQLite or the system refuses within is told of the ledger, with what to do.

    Raises:
        NotKept: the kind that fits.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _of(error, path) from error
    except PermissionError as error:
        raise LedgerReadOnly("the ledger may not be opened", ELSEWHERE, str(path)) from error
    except OSError as error:
        wrong = f"the ledger cannot be used: {error.strerror or error}"
        raise NotKept(wrong, ELSEWHERE, str(path)) from error


def _of(error: sqlite3.Error, path: Path) -> NotKept:
    name = getattr(error, "sqlite_errorname", None) or ""
    for opens, kind, wrong, remedy in _KINDS:
        if name.startswith(opens):
            return kind(wrong, remedy, str(path))
    wrong = f"the ledger cannot be used: {error}"
    return NotKept(wrong, "look at its file, or name another with --ledger", str(path))
