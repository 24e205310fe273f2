"""Store: the ledger as one SQLite file that only grows.

A forecast is a row that nothing alters; what becomes of it are rows of changes, each with who made it and when. The database
itself refuses to alter or delete either. Every call is one transaction, on the disk before it returns: whoever is killed in
the middle of one has made none of it, and all of those before.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from hearsay.errors import LedgerDamaged, LedgerReadOnly, NoLedger, NoSuchForecast
from hearsay.ledger.brought import Became, Brought, known
from hearsay.ledger.entry import Chance, Change, Deed, Kept, LedgerEntry, Status, held, sound
from hearsay.ledger.failing import COPY, ELSEWHERE, named

MADE_BY = 0x48525359  # "HRSY": tells a ledger from the databases of other programs
SCHEMA = 1
PATIENCE = 5.0  # seconds to wait for another writer
OWNER_ONLY = 0o700
WRITABLE = 0o222

_TABLES = """
CREATE TABLE forecast (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  by TEXT NOT NULL CHECK (by <> ''),
  words TEXT NOT NULL CHECK (words <> ''),
  made TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL,
  condition TEXT NOT NULL, horizon TEXT NOT NULL, start TEXT NOT NULL, due TEXT NOT NULL,
  likely TEXT NOT NULL, low REAL, mid REAL, high REAL, scale TEXT,
  CHECK ((scale IS NULL) = (mid IS NULL)),
  CHECK (mid IS NULL OR (0 <= low AND low <= mid AND mid <= high AND high <= 1))
);
CREATE TABLE change (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  forecast INTEGER NOT NULL REFERENCES forecast (number),
  at TEXT NOT NULL, who TEXT NOT NULL CHECK (who <> ''),
  deed TEXT NOT NULL CHECK (deed IN ('added', 'amended', 'resolved')),
  status TEXT CHECK (status IN ('open', 'true', 'false', 'void', 'unclear', 'disputed')),
  day TEXT NOT NULL, evidence TEXT NOT NULL,
  due TEXT, chance REAL CHECK (chance IS NULL OR chance BETWEEN 0 AND 1)
);
CREATE INDEX change_of ON change (forecast);
CREATE TRIGGER forecasts_stay BEFORE UPDATE ON forecast BEGIN SELECT RAISE(ABORT, 'a forecast is never altered'); END;
CREATE TRIGGER forecasts_are_kept BEFORE DELETE ON forecast BEGIN SELECT RAISE(ABORT, 'a forecast is never deleted'); END;
CREATE TRIGGER changes_stay BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'a change is never altered'); END;
CREATE TRIGGER changes_are_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'a change is never deleted'); END;
"""

_FORECAST = (
    "key", "by", "words", "made", "outlet", "title", "source", "condition", "horizon", "start", "due", "likely",
)  # fmt: skip
_CHANCE = ("low", "mid", "high", "scale")
_CHANGE = ("at", "who", "deed", "status", "day", "evidence", "due", "chance")


class Ledger:
    """An open ledger. What it is told is on the disk when the call returns."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def add(self, every: Sequence[Kept], who: str, at: str) -> list[tuple[int, bool]]:
        """Keep forecasts, all of them or none.

        Args:
            every: to be kept.
            who: whoever adds them.
            at: the moment, ISO 8601, in UTC.

        Returns:
            The number of each, and whether it is new; one that is kept already has the number that it had.

        Raises:
            BadForecast: one of them cannot be held.
            NotKept: the ledger cannot be written.
        """
        return [
            (one.number, one.new) for one in self.bring([(kept, None) for kept in every], who, at)
        ]

    def bring(
        self, every: Sequence[tuple[Kept, Change | None]], who: str, at: str
    ) -> list[Brought]:
        """Keep forecasts, each with what became of it, where that is not known yet; all of it or nothing.

        Args:
            every: to be kept, each with a change that settles it, or None.
            who: whoever brings them.
            at: the moment, ISO 8601, in UTC.

        Returns:
            What became of each.

        Raises:
            BadForecast: one of them cannot be held.
            NotKept: the ledger cannot be written.
        """
        checked = [(held(kept), sound(change) if change else None) for kept, change in every]
        out: list[Brought] = []
        with self._writing() as rows:
            last = rows.execute("SELECT coalesce(max(number), 0) FROM forecast").fetchone()[0]
            for kept, change in checked:
                one = self._added(rows, kept, who, at, last)
                if change is not None and not _stands(rows, one.number, change):
                    _changed(rows, one.number, change)
                    if not one.new:
                        one = msgspec.structs.replace(one, became=Became.CHANGED)
                out.append(one)
        return out

    def change(self, number: int, change: Change) -> LedgerEntry:
        """Add a change to a forecast.

        Raises:
            NoSuchForecast: the ledger has none with this number.
            BadForecast: the change cannot be held.
            NotKept: the ledger cannot be written.
        """
        return self.change_all([(number, change)])[0]

    def change_all(self, every: Sequence[tuple[int, Change]]) -> list[LedgerEntry]:
        """Add changes to forecasts, all of them or none.

        Raises:
            NoSuchForecast: the ledger has none with one of the numbers.
            BadForecast: a change cannot be held.
            NotKept: the ledger cannot be written.
        """
        checked = [(number, sound(change)) for number, change in every]
        with self._writing() as rows:
            for number, change in checked:
                self._known(rows, number)
                _changed(rows, number, change)
        return [self.entry(number) for number, _ in every]

    def entry(self, number: int) -> LedgerEntry:
        """A forecast with its changes.

        Raises:
            NoSuchForecast: the ledger has none with this number.
            NotKept: the ledger cannot be read.
        """
        with named(self.path):
            self._known(self._connection, number)
        return next(one for one in self.entries(number))

    def entries(self, number: int | None = None) -> tuple[LedgerEntry, ...]:
        """All forecasts with their changes, in the order of their numbers; or only one.

        Raises:
            NotKept: the ledger cannot be read.
        """
        which, only = ("WHERE number = ?", (number,)) if number is not None else ("", ())
        whose, mine = ("WHERE forecast = ?", (number,)) if number is not None else ("", ())
        with named(self.path), self._reading() as rows:
            changes: dict[int, list[Change]] = {}
            asked = f"SELECT forecast, {', '.join(_CHANGE)} FROM change {whose} ORDER BY number"  # noqa: S608 - names of columns
            for row in rows.execute(asked, mine):
                changes.setdefault(row[0], []).append(_change(row[1:]))
            columns = ", ".join(("number", *_FORECAST, *_CHANCE))
            asked = f"SELECT {columns} FROM forecast {which} ORDER BY number"  # noqa: S608 - names of columns
            return tuple(
                LedgerEntry(row[0], _kept(row[1:]), tuple(changes.get(row[0], ())))
                for row in rows.execute(asked, only)
            )

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """The ledger as it stands at one moment, whoever else writes."""
        self._connection.execute("BEGIN")
        try:
            yield self._connection
        finally:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of what is done within it, or nothing."""
        with named(self.path):
            if not self.path.stat().st_mode & WRITABLE:
                raise LedgerReadOnly("the ledger is marked read-only", ELSEWHERE, str(self.path))
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _added(self, rows: sqlite3.Connection, kept: Kept, who: str, at: str, last: int) -> Brought:
        """What became of a forecast; those up to the last number were there before it and its like came."""
        found = rows.execute("SELECT number FROM forecast WHERE key = ?", (kept.key,)).fetchone()
        if found is not None:
            return Brought(int(found[0]), Became.KNOWN, kept)
        told = known(_of(rows, kept.by, last), kept)
        if told is not None and told.became is Became.VERSION:
            return told
        chance = kept.chance
        values = [getattr(kept, name) for name in _FORECAST]
        values += [getattr(chance, name) if chance else None for name in _CHANCE]
        columns = (*_FORECAST, *_CHANCE)
        number = _inserted(rows, "forecast", columns, values)
        _changed(rows, number, Change(at, who, Deed.ADDED, Status.OPEN))
        if told is not None:
            return msgspec.structs.replace(told, number=number)
        return Brought(number, Became.KEPT, kept)

    def _known(self, rows: sqlite3.Connection, number: int) -> None:
        found = rows.execute("SELECT 1 FROM forecast WHERE number = ?", (number,)).fetchone()
        if found is None:
            raise NoSuchForecast(
                f"the ledger has no forecast {number}",
                "`hearsay forecasts list` shows those that it has",
                str(self.path),
            )


@contextmanager
def open_ledger(path: Path, *, make: bool = False, patience: float = PATIENCE) -> Iterator[Ledger]:
    """A ledger, open until the block ends.

    Args:
        path: of its file.
        make: make one, and its folder, where there is none.
        patience: seconds to wait for another writer.

    Raises:
        NoLedger: there is none, and none is to be made.
        LedgerDamaged: the file is none, is broken, or is of a newer hearsay.
        NotKept: it cannot be opened.
    """
    if not path.exists():
        if not make:
            raise NoLedger(
                "there is no ledger of forecasts",
                "`hearsay forecasts add FILE` starts one",
                str(path),
            )
        with named(path):
            path.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    with named(path):
        if path.is_dir():
            raise LedgerDamaged("it is a folder", "name a file in it", str(path))
        how = "rwc" if make else "rw"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={how}",
            uri=True,
            timeout=patience,
            isolation_level=None,
        )
    with closing(connection):
        with named(path):
            _prepared(path, connection, make=make)
        yield Ledger(path, connection)


def _prepared(path: Path, connection: sqlite3.Connection, *, make: bool) -> None:
    """A connection to a ledger that is one and is whole."""
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = ON")
    if make and _empty(connection):
        connection.execute("BEGIN IMMEDIATE")
        if _empty(connection):  # nobody else has made it since
            for statement in _statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {MADE_BY}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    made_by = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if made_by != MADE_BY:
        raise LedgerDamaged(
            "it is no ledger of hearsay", "name another file with --ledger", str(path)
        )
    if version > SCHEMA:
        raise LedgerDamaged(
            f"a newer hearsay made this ledger (form {version}, known is {SCHEMA})",
            "install that one", str(path),
        )  # fmt: skip
    whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if whole != "ok":
        raise LedgerDamaged(f"the ledger is damaged ({' '.join(whole.split())})", COPY, str(path))


def _empty(connection: sqlite3.Connection) -> bool:
    """Whether a database has nothing in it, and is nobody's."""
    many = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not many and connection.execute("PRAGMA application_id").fetchone()[0] == 0


def _statements() -> Iterator[str]:
    """The statements that make the tables, one by one, so that they are one transaction."""
    so_far = ""
    for line in _TABLES.strip().splitlines():
        so_far += line + os.linesep
        if sqlite3.complete_statement(so_far):
            yield so_far
            so_far = ""


def _inserted(
    rows: sqlite3.Connection, table: str, columns: Sequence[str], values: Sequence[object]
) -> int:
    marks = ", ".join("?" * len(columns))
    told = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of columns
    number = rows.execute(told, tuple(values)).lastrowid
    return number or 0


def _of(rows: sqlite3.Connection, by: str, last: int) -> Iterator[tuple[int, Kept]]:
    """The forecasts of a forecaster up to a number, with their numbers."""
    columns = ", ".join(("number", *_FORECAST, *_CHANCE))
    asked = f"SELECT {columns} FROM forecast WHERE by = ? AND number <= ? ORDER BY number"  # noqa: S608 - names of columns
    yield from ((row[0], _kept(row[1:])) for row in rows.execute(asked, (by, last)).fetchall())


def _stands(rows: sqlite3.Connection, number: int, change: Change) -> bool:
    """Whether a forecast has become already what a change says."""
    last = (
        "SELECT status, day, evidence FROM change WHERE forecast = ? AND status IS NOT NULL "
        "ORDER BY number DESC LIMIT 1"
    )
    told = rows.execute(last, (number,)).fetchone()
    return bool(told == (change.status, change.day, change.evidence))


def _changed(rows: sqlite3.Connection, number: int, change: Change) -> None:
    values = [getattr(change, name) for name in _CHANGE]
    _inserted(rows, "change", ("forecast", *_CHANGE), [number, *values])


def _kept(row: Sequence[object]) -> Kept:
    texts = [str(value) for value in row[: len(_FORECAST)]]
    *numbers, scale = row[len(_FORECAST) :]
    low, mid, high = (float(str(n)) if n is not None else 0.0 for n in numbers)
    chance = None if scale is None else Chance(low, mid, high, str(scale))
    return Kept(**dict(zip(_FORECAST, texts, strict=True)), chance=chance)


def _change(row: Sequence[object]) -> Change:
    at, who, deed, status, day, evidence, due, chance = row
    return Change(
        str(at), str(who), Deed(str(deed)),
        Status(str(status)) if status is not None else None,
        str(day), str(evidence),
        str(due) if due is not None else None,
        float(str(chance)) if chance is not None else None,
    )  # fmt: skip
