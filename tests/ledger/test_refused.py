"""What a database refuses is told by one table of codes, by the ledger and by the record alike."""

import sqlite3
from pathlib import Path

import pytest

from hearsay.errors import (
    BadRecord,
    Error,
    LedgerDamaged,
    LedgerLocked,
    LedgerReadOnly,
    NotKept,
    RecordBusy,
    RecordFull,
)
from hearsay.ledger.failing import named
from hearsay.ledger.refused import CODES, Refused, refused
from hearsay.record.opened import told


class OfSqlite(sqlite3.OperationalError):
    """An error as Python's sqlite3 raises it."""

    def __init__(self, code: str) -> None:
        super().__init__("some words of it")
        self.sqlite_errorname = code


class OfPostgresql(Exception):
    """An error as psycopg raises it."""

    def __init__(self, code: str) -> None:
        super().__init__("some words of it")
        self.sqlstate = code


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OfSqlite("SQLITE_BUSY"), Refused.LOCKED),
        (OfSqlite("SQLITE_BUSY_SNAPSHOT"), Refused.LOCKED),
        (OfSqlite("SQLITE_FULL"), Refused.NO_ROOM),
        (OfSqlite("SQLITE_IOERR_WRITE"), Refused.NO_ROOM),
        (OfSqlite("SQLITE_NOTADB"), Refused.DAMAGED),
        (OfSqlite("SQLITE_CORRUPT_VTAB"), Refused.DAMAGED),
        (OfSqlite("SQLITE_READONLY_DIRECTORY"), Refused.FORBIDDEN),
        (OfSqlite("SQLITE_CANTOPEN"), Refused.FORBIDDEN),
        (OfSqlite("SQLITE_CONSTRAINT_TRIGGER"), Refused.OTHERWISE),
        (OfPostgresql("55P03"), Refused.LOCKED),
        (OfPostgresql("53100"), Refused.NO_ROOM),
        (OfPostgresql("XX001"), Refused.DAMAGED),
        (OfPostgresql("42501"), Refused.FORBIDDEN),
        (OfPostgresql("28P01"), Refused.AWAY),
        (OfPostgresql("57P03"), Refused.AWAY),
        (OfPostgresql("42P01"), Refused.OTHERWISE),
        (
            sqlite3.OperationalError("database is locked"),
            Refused.OTHERWISE,
        ),  # its words say nothing
    ],
)
def test_refused(error: Exception, kind: Refused) -> None:
    assert refused(error) is kind


def test_no_code_stands_in_two_rows() -> None:
    every = [(code, kind) for kind, codes in CODES for code in codes]
    for code, kind in every:
        assert {other for start, other in every if code.startswith(start)} == {kind}
    assert {kind for _, kind in every} == {*Refused} - {Refused.OTHERWISE}


@pytest.mark.parametrize(
    ("code", "of_the_ledger", "of_the_record"),
    [
        ("SQLITE_BUSY", LedgerLocked, RecordBusy),
        ("SQLITE_FULL", NotKept, RecordFull),
        ("SQLITE_IOERR_FSYNC", NotKept, RecordFull),
        ("SQLITE_CORRUPT", LedgerDamaged, BadRecord),
        ("SQLITE_PERM", LedgerReadOnly, BadRecord),
        ("SQLITE_MISMATCH", NotKept, BadRecord),
    ],
)
def test_both_tell_the_same(
    code: str, of_the_ledger: type[Error], of_the_record: type[Error]
) -> None:
    with pytest.raises(of_the_ledger) as kept, named(Path("forecasts.sqlite")):
        raise OfSqlite(code)
    with pytest.raises(of_the_record) as held, told("record.db"):
        raise OfSqlite(code)
    assert (type(kept.value), type(held.value)) == (of_the_ledger, of_the_record)
