"""Refused: what is wrong with a database, told by the code with which it refuses, never by its words.

One table for all that hearsay keeps in databases, the ledger and the record. Codes are SQLite's extended result codes by name and
PostgreSQL's SQLSTATE (appendix A of its manual), by their beginnings.
"""

from enum import StrEnum


class Refused(StrEnum):
    """What is wrong with a database."""

    LOCKED = "another program writes to it"
    NO_ROOM = "no room on the disk, or the disk fails"
    DAMAGED = "the file is damaged, or no database"
    FORBIDDEN = "no right to open it or to write"
    AWAY = "its server cannot be reached, or lets nobody in"
    OTHERWISE = "something else, which its own words tell"


CODES: tuple[tuple[Refused, tuple[str, ...]], ...] = (
    (Refused.LOCKED, ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "55P03", "40P01")),
    (Refused.NO_ROOM, ("SQLITE_FULL", "SQLITE_IOERR", "53100")),
    (Refused.DAMAGED, ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "XX001", "XX002")),
    (
        Refused.FORBIDDEN,
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH", "42501", "25006"),
    ),
    (Refused.AWAY, ("08", "28", "3D", "57P")),
)


def refused(error: BaseException | None, without: Refused = Refused.OTHERWISE) -> Refused:
    """What is wrong, by the code of an error.

    Takes: an error of sqlite3 with `sqlite_errorname`, one of psycopg with `sqlstate`.
    Leaves: one without either, of which only the caller knows what it means.

    Args:
        error: as the database's own driver raised it.
        without: what it is where the error has no code.
    """
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    if not code:
        return without
    return next((kind for kind, codes in CODES if code.startswith(codes)), Refused.OTHERWISE)
