"""Opened: a record by its address, made where there is none, brought to the schema of this hearsay, and what can go wrong with it.

SQLite keeps a log beside its file (write-ahead logging), so that a reader never waits for a writer and a process that is killed in the
middle of adding loses nothing that was kept before.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from hearsay.errors import BadRecord, NotInstalled, RecordBusy, RecordFull
from hearsay.ledger.refused import Refused, refused

WAIT = 30  # seconds for another writer
MIGRATIONS = Path(__file__).parent / "migrations"


class OpenRecord:
    """A record that is open.

    Attributes:
        name: its address, without a password.
        engine: to the database.
    """

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self.engine = engine

    @property
    def sqlite(self) -> bool:
        """Whether it is SQLite, and not PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reads(self) -> Iterator[Connection]:
        """A connection to read by.

        Raises:
            BadRecord: the database fails; RecordBusy, RecordFull: so, and why.
        """
        with told(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writes(self) -> Iterator[Connection]:
        """A transaction: all of what is done in it is kept, or nothing.

        Raises:
            BadRecord: the database fails; RecordBusy, RecordFull: so, and why.
        """
        with told(self.name), self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_record(address: str | Path, *, make: bool = True) -> OpenRecord:
    """The record at an address: the path of a file, or postgresql://USER@HOST/NAME.

    Args:
        address: where it is.
        make: whether one is made where there is none.

    Raises:
        BadRecord: it cannot be opened: there is none and none is to be made, no such folder, no database, not a record, damaged, of a newer hearsay.
        NotInstalled: PostgreSQL, without the extra for it.
    """
    given = str(address)
    if given.startswith(("postgresql:", "postgres:", "postgresql+psycopg:")):
        name, engine = _postgresql(given)
    elif "://" in given:
        raise BadRecord(
            f"a record is a file or a postgresql:// address, not {given.partition('://')[0]}://",
            name=given,
        )
    elif not make and not Path(given).exists():
        raise BadRecord("there is no record", "look at its name; `hearsay add` makes one", given)
    else:
        name, engine = given, _sqlite(Path(given))
    record = OpenRecord(name, engine)
    try:
        with told(name):
            _renewed(record)
    except BaseException:
        record.close()
        raise
    return record


def _postgresql(given: str) -> tuple[str, Engine]:
    try:
        url = make_url(given).set(drivername="postgresql+psycopg")
        name = url.set(drivername="postgresql").render_as_string(hide_password=True)
        engine = sa.create_engine(url, connect_args={"connect_timeout": WAIT})
    except (ArgumentError, ValueError) as error:  # ValueError: its port is no number
        raise BadRecord(
            "this is no address of a database",
            "write it as postgresql://USER@HOST:PORT/NAME",
            "postgresql://…",
        ) from error
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise NotInstalled(
            "a record in PostgreSQL needs psycopg", "pip install 'hearsay[postgresql]'"
        ) from error
    return name, engine


PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-65536",
)
STILL = {"immutable": "1", "uri": "true"}
"""Of a file that nobody can write: without this SQLite would make its log beside it."""


def _still(path: Path) -> bool:
    """Whether a record lies where nothing can be written, as on a disk for reading alone, and has no log that must be taken up."""
    log = path.with_name(f"{path.name}-wal")
    return (
        path.exists()
        and not os.access(path.parent, os.W_OK)
        and not (log.exists() and log.stat().st_size)
    )


def _sqlite(path: Path) -> Engine:
    if path.is_dir():
        raise BadRecord("this is a folder", "name a file for the record", str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadRecord(
            f"its folder cannot be made: {error.strerror}", "name another file", str(path)
        ) from error
    still = _still(path)
    url = (
        sa.URL.create("sqlite", database=path.absolute().as_uri(), query=STILL)
        if still
        else sa.URL.create("sqlite", database=str(path))
    )
    engine = sa.create_engine(url, connect_args={"timeout": WAIT})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions are begun by us, at once for writing
        for line in PRAGMAS[still:]:
            connection.execute(line)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


def writing(record: OpenRecord) -> Engine:
    """The engine whose transactions take the right to write at once, so that two writers wait and never fail midway."""
    return record.engine.execution_options(sqlite_begin="IMMEDIATE")


def config() -> Config:
    """The settings of the migrations."""
    made = Config()
    made.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    return made


def newest() -> str:
    """The name of the newest schema."""
    return str(ScriptDirectory.from_config(config()).get_current_head())


def _renewed(record: OpenRecord) -> None:
    """Bring the schema up to this hearsay's."""
    with record.engine.connect() as connection:
        here = MigrationContext.configure(connection).get_current_revision()
        tables = sa.inspect(connection).get_table_names()
    if here == newest():
        return
    known = {one.revision for one in ScriptDirectory.from_config(config()).walk_revisions()}
    if here is not None and here not in known:
        raise BadRecord(
            f"the record has schema {here}, which this hearsay does not know",
            "take the hearsay that made it, or a newer one",
            record.name,
        )
    if here is None and tables:
        raise BadRecord(
            f"this database holds something else ({', '.join(sorted(tables)[:3])})",
            "name another one for the record",
            record.name,
        )
    steps = ScriptDirectory.from_config(config())

    def upward(now: Any, _: object) -> Any:  # noqa: ANN401 - alembic's own
        return steps._upgrade_revs("head", now)  # noqa: SLF001 - as alembic.command itself does

    with (
        writing(record).begin() as connection,
        EnvironmentContext(config(), steps, fn=upward) as around,
    ):
        around.configure(connection=connection)
        around.run_migrations()


@contextmanager
def told(name: str) -> Iterator[None]:
    """What goes wrong with a database within, told in a line.

    Raises:
        BadRecord: the kind that fits.
    """
    try:
        yield
    except OperationalError as error:  # without a code where psycopg did not get as far as a server
        raise _failure(error.orig, name, Refused.AWAY) from error
    except DBAPIError as error:
        raise _failure(error.orig, name) from error
    except sqlite3.Error as error:
        raise _failure(error, name) from error


def _failure(
    error: BaseException | None, name: str, without: Refused = Refused.OTHERWISE
) -> BadRecord:
    said = " ".join(str(error).split())
    file = getattr(error, "sqlstate", None) is None  # which PostgreSQL alone gives
    told: dict[Refused, tuple[type[BadRecord], str, str]] = {
        Refused.LOCKED: (
            RecordBusy,
            f"another program has been writing to the record for more than {WAIT} s",
            "wait for it to end, and try again; nothing is lost",
        ),
        Refused.NO_ROOM: (
            RecordFull,
            "the disk is full, or cannot be written",
            "make room and try again; what was kept before is still there",
        ),
        Refused.DAMAGED: (
            BadRecord,
            "the file is damaged, or no record"
            if file
            else f"the database is damaged: {said[:160]}",
            "name another file, or bring back a copy: `sqlite3 FILE .recover` saves what can be read"
            if file
            else "bring back a copy of it; `pg_amcheck` tells what is damaged",
        ),
        Refused.FORBIDDEN: (
            BadRecord,
            "the record cannot be written",
            "look at the rights to its file and its folder"
            if file
            else f"look at the rights of the user of its address: {said[:160]}",
        ),
        Refused.AWAY: (BadRecord, *_away(said)),
        Refused.OTHERWISE: (
            BadRecord,
            f"the database refuses: {said[:200]}",
            "look at its address",
        ),
    }
    kind, wrong, remedy = told[refused(error, without)]
    return kind(wrong, remedy, name)


ENDS = ("Is the server running", "Are you sure", "This probably", "- host:")
"""What the client of PostgreSQL adds to the reason for which nobody got in; before it stands "… failed: FATAL: "."""


def _away(said: str) -> tuple[str, str]:
    """What is wrong and what to do, where a server was not reached, or let nobody in.

    A client that got no connection gives no code, so its words are looked at; in another language they are told as they are.
    """
    _, there, lacking = said.partition('database "')
    name, _, lacks = lacking.partition('"')
    if there and lacks.startswith(" does not exist"):
        return (
            f"the server has no database {name}",
            f"make it with `createdb {name}`, or look at its name",
        )
    if "password" in said:
        return (
            "the server does not let this user in with this password"
            if "no password" not in said
            else "the server wants a password",
            "look at the user, and give the password in PGPASSWORD, in ~/.pgpass or in the address",
        )
    if "resolve host" in said:
        return (
            "there is no machine of this name",
            "look at the name in the address, and at the network",
        )
    reason = said
    for end in ENDS:
        reason = reason.partition(end)[0]
    for before in ("failed: ", "FATAL: "):
        reason = reason.rpartition(before)[2]
    reason = reason.strip().rstrip(".")
    who = "lets nobody in" if "FATAL" in said else "does not answer"
    return (
        f"the server {who}: {reason[:120]}",
        "look at the address, and whether the server runs",
    )
