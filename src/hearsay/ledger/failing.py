"""Failing: what SQLite or the system says of a ledger, as one line that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.errors import LedgerDamaged, LedgerLocked, LedgerReadOnly, NotKept
from hearsay.ledger.refused import Refused, refused

ELSEWHERE = "make it and its folder writable, or name another place with --ledger"
COPY = "move it aside and take a copy back, or save what can be saved: sqlite3 FILE .recover"
TOLD: dict[Refused, tuple[type[NotKept], str, str]] = {
    Refused.LOCKED: (
        LedgerLocked,
        "another process is writing to the ledger",
        "wait until it has ended, and give the command again",
    ),
    Refused.FORBIDDEN: (LedgerReadOnly, "the ledger cannot be opened for writing", ELSEWHERE),
    Refused.DAMAGED: (LedgerDamaged, "the ledger is damaged, or the file is none", COPY),
    Refused.NO_ROOM: (
        NotKept,
        "the disk is full, or cannot be written; what was kept before is kept",
        "make room, and give the command again",
    ),
}


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
    otherwise = (
        NotKept,
        f"the ledger cannot be used: {error}",
        "look at its file, or name another with --ledger",
    )
    kind, wrong, remedy = TOLD.get(refused(error), otherwise)
    return kind(wrong, remedy, str(path))
