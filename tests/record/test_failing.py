"""Nothing that was kept is lost: a killed process, two writers, no room, a damaged file, an older schema."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from hearsay.errors import BadRecord, NotInstalled, RecordBusy, RecordFull
from hearsay.record.added import add, body, read_words
from hearsay.record.listed import Totals, totals
from hearsay.record.opened import OpenRecord, open_record, writing
from hearsay.record.opened import told as told_of
from hearsay.record.prints import FINE, prints, sketch
from hearsay.record.tables import NAMES, READINGS, STATEMENTS
from hearsay.record.traced import trace
from tests.marked import reading, with_silent

ROOT = Path(__file__).parents[2]
TEXT = "«content 1|“Ship {n} of {who} is late,”» «source 1|Anna Lund» «cue 1|said»."

WRITER = """
import sys
sys.path.insert(0, {root!r})
from hearsay.record.added import add
from hearsay.record.opened import open_record
from tests.marked import reading, with_silent
record = open_record({address!r})
for n in range({first}, {last}):
    made = reading({text!r}.replace("{{n}}", str(n)).replace("{{who}}", {who!r}), {{1: "Anna Lund"}})
    print(add(record, made, f"{{n}}.txt").id, flush=True)
"""


def one(n: int, who: str = "ours") -> str:
    return TEXT.format(n=n, who=who)


def keep(record: OpenRecord, n: int) -> int:
    return add(record, reading(one(n), {1: "Anna Lund"}), f"{n}.txt").id


def writer(address: str, who: str, first: int = 0, last: int = 40) -> subprocess.Popen[str]:
    code = WRITER.format(
        root=str(ROOT), address=address, first=first, last=last, text=TEXT, who=who
    )
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def whole(record: OpenRecord) -> int:
    """How many readings there are, each with its statement and a body that can be read."""
    with record.reads() as connection:
        numbers = connection.execute(sa.select(READINGS.c.id)).scalars().all()
        told = connection.execute(sa.select(STATEMENTS.c.reading)).scalars().all()
        assert sorted(told) == sorted(numbers)
        assert all(body(connection, number) for number in numbers)
        if record.sqlite:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    return len(numbers)


def many(record: OpenRecord) -> None:
    for n in range(1, 1000):
        keep(record, n)


def looked_through(path: Path) -> None:
    record = open_record(path)
    try:
        whole(record)
    finally:
        record.close()


def test_a_process_that_is_killed_loses_nothing_that_was_kept(address: str) -> None:
    open_record(address).close()
    with writer(address, "a process", last=100_000) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(25)]
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    record = open_record(address)
    kept = whole(record)
    said = len([line for line in told if line.strip()])
    assert said >= 25
    assert kept in (said, said + 1)  # the last may be kept before it was told
    assert keep(record, 1) > 0
    record.close()


def test_two_writers_at_once_lose_nothing(address: str) -> None:
    open_record(address).close()
    writers = [writer(address, who) for who in ("one", "another")]
    ends = [process.communicate(timeout=120) for process in writers]
    assert [process.returncode for process in writers] == [0, 0], [end[1][-500:] for end in ends]
    record = open_record(address)
    assert whole(record) == 80
    assert len({*"".join(end[0] for end in ends).split()}) == 80
    record.close()


def test_no_room_on_the_disk(tmp_path: Path) -> None:
    """The size of files is limited for a process of its own, so that the system refuses to write on."""
    address = str(tmp_path / "record.db")
    record = open_record(address)
    assert keep(record, 0) == 1
    record.close()
    code = f"""
import resource, signal, sys
sys.path.insert(0, {str(ROOT)!r})
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from tests.record.test_failing import keep
from hearsay.errors import RecordFull
from hearsay.record.opened import open_record
record = open_record({address!r})
room = 300_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    for n in range(1, 100_000):
        keep(record, n)
        print(n, flush=True)
except RecordFull as error:
    print(f"full: {{error}}")
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=ROOT,
    )
    *kept, last = done.stdout.splitlines()
    assert last.startswith("full: "), done.stderr[-500:]
    assert "make room and try again" in last
    record = open_record(address)
    assert whole(record) in (len(kept) + 1, len(kept) + 2)
    assert keep(record, 100_001) > 0
    record.close()


def test_no_room_in_the_database(tmp_path: Path) -> None:
    record = open_record(tmp_path / "record.db")
    keep(record, 0)
    with record.engine.connect() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")
        connection.commit()
    with pytest.raises(RecordFull, match="make room"):
        many(record)
    assert whole(record) >= 1
    record.close()


@pytest.mark.parametrize("how", ["not a record", "cut", "overwritten"])
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path, how: str) -> None:
    path = tmp_path / "record.db"
    if how == "not a record":
        path.write_text("This is a letter, and no record of anything.\n" * 200, "utf-8")
    else:
        record = open_record(path)
        for n in range(30):
            keep(record, n)
        record.close()
        size = path.stat().st_size
        with path.open("r+b") as file:
            if how == "cut":
                file.truncate(size // 3)
            else:
                file.seek(4096)
                file.write(b"\xff" * (size // 2))
    before = path.read_bytes()
    with pytest.raises(BadRecord, match=r"damaged, or no record.*recover"):
        looked_through(path)
    assert path.read_bytes() == before


def test_a_damaged_database_is_told(server: str) -> None:
    """A table is overwritten in a copy of the database, of which the server has read nothing yet."""
    engine = sa.create_engine(
        server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    whole_one, damaged = (server.replace("/postgres?", f"/{n}?") for n in ("sound", "damaged"))
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE sound")
        record = open_record(whole_one)
        for n in range(30):
            keep(record, n)
        with record.reads() as reads:
            table = reads.exec_driver_sql("SELECT pg_relation_filepath('readings')").scalar_one()
        record.close()
        new = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) >= 150_000
        copy = " STRATEGY FILE_COPY" if new else ""  # older ones know no other way
        connection.exec_driver_sql(f"CREATE DATABASE damaged TEMPLATE sound{copy}")
        asked = "SELECT oid FROM pg_database WHERE datname = 'damaged'"
        oid = connection.exec_driver_sql(asked).scalar_one()
        data = connection.exec_driver_sql("SHOW data_directory").scalar_one()
    engine.dispose()
    file = Path(data) / "base" / str(oid) / Path(table).name
    file.write_bytes(b"\xff" * file.stat().st_size)
    record = open_record(damaged)
    with pytest.raises(BadRecord, match=r"the database is damaged.*bring back a copy"):
        whole(record)
    record.close()
    record = open_record(whole_one)
    assert whole(record) == 30
    record.close()


def test_another_database_is_left_alone(address: str) -> None:
    record = open_record(address)
    with record.writes() as connection:
        for table in ("overrides", "judgements", "prints", "text_prints"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("DROP TABLE alembic_version")
    record.close()
    with pytest.raises(BadRecord, match="holds something else"):
        open_record(address)


def test_a_newer_record_is_refused(address: str) -> None:
    record = open_record(address)
    with record.writes() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    record.close()
    with pytest.raises(BadRecord, match=r"schema 9999.*newer one"):
        open_record(address)


def as_before(record: OpenRecord) -> None:
    """As the first version left a record: no judgements, and fingerprints in tables on SQLite too."""
    with record.writes() as connection:
        for table in ("jointly", "names", "overrides", "judgements"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        if not record.sqlite:
            connection.exec_driver_sql("ALTER TABLE statements DROP COLUMN lexemes")
            connection.exec_driver_sql(
                "CREATE INDEX ix_statements_words ON statements USING gin (to_tsvector('simple', folded))"
            )
            return
        told = connection.execute(sa.select(STATEMENTS.c.id, STATEMENTS.c.folded)).all()
        bodies = {
            n: body(connection, n) for n in connection.execute(sa.select(READINGS.c.id)).scalars()
        }
        for table, of in (("prints", "statement"), ("text_prints", "reading")):
            connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql(
                f"CREATE TABLE {table} (mark BIGINT, {of} BIGINT, PRIMARY KEY (mark, {of})) WITHOUT ROWID"
            )
        marks = [(m, n) for n, words in told for m in prints(words.split(), FINE)]
        connection.exec_driver_sql("INSERT INTO prints VALUES (?, ?)", marks)
        marks = [(m, n) for n, one in bodies.items() if one for m in sketch(read_words(one))]
        connection.exec_driver_sql("INSERT INTO text_prints VALUES (?, ?)", marks)


def test_an_older_record_is_brought_up_with_all_that_it_holds(address: str) -> None:
    record = open_record(address)
    for n in range(3):
        keep(record, n)
    as_before(record)
    record.close()
    newer = open_record(address)
    assert whole(newer) == 3
    with newer.reads() as connection:
        found = trace(connection, "Ship 1 of ours is late")
        assert [version.hit.reading for version in found.versions][:1] == [2]
    assert add(newer, reading(one(2), {1: "Anna Lund"}), "elsewhere.txt").copy_of == 3
    assert keep(newer, 4) == 5
    newer.close()


def test_a_record_without_names_gets_those_of_all_its_readings(address: str) -> None:
    """As version 0003 left it: no table of names."""
    record = open_record(address)
    text = "«content 1|“It is late,”» «source 1|Anna Lund»«cue 1|said»."
    add(record, with_silent(reading(text, {1: "Anna Lund"}), "Zoë O’Moe"), "one.txt")
    keep(record, 1)
    with record.reads() as connection:
        before = connection.execute(sa.select(NAMES).order_by(*NAMES.c)).all()
    with record.writes() as connection:
        connection.exec_driver_sql("DROP TABLE jointly")
        connection.exec_driver_sql("DROP TABLE names")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    record.close()
    newer = open_record(address)
    assert whole(newer) == 2
    with newer.reads() as connection:
        assert connection.execute(sa.select(NAMES).order_by(*NAMES.c)).all() == before
        assert (1, "zoe omoe", "Zoë O’Moe") in [tuple(row) for row in before]
    for change in ("UPDATE names SET name = ''", "DELETE FROM names"):
        with pytest.raises(BadRecord, match="only added"), newer.writes() as connection:
            connection.exec_driver_sql(change)
    newer.close()


def test_a_busy_record_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.record.opened.WAIT", 0.2)
    one_of, other = open_record(tmp_path / "record.db"), open_record(tmp_path / "record.db")
    began = time.monotonic()
    with (
        writing(one_of).begin(),
        pytest.raises(RecordBusy, match=r"wait for it to end.*nothing is lost"),
    ):
        keep(other, 1)
    assert time.monotonic() - began < 20
    assert keep(other, 1) == 1
    one_of.close()
    other.close()


def test_a_question_that_is_refused_is_not_a_database_that_is_away(record: OpenRecord) -> None:
    with pytest.raises(BadRecord, match="the database refuses"), record.reads() as connection:
        connection.exec_driver_sql("SELECT nothing_such FROM readings")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ("mysql://somebody@localhost/news", "not mysql://"),
        ("postgresql://somebody@127.0.0.1:1/news", "does not answer"),
        ("postgresql://somebody:secret@127.0.0.1:1/news", "does not answer"),
        (".", "this is a folder"),
        ("/dev/null/record.db", "its folder cannot be made"),
    ],
)
def test_addresses_that_are_none(given: str, wrong: str) -> None:
    if given.startswith("postgresql"):
        pytest.importorskip("psycopg")
    with pytest.raises(BadRecord) as raised:
        open_record(given)
    assert re.search(wrong, str(raised.value))
    assert "secret" not in str(raised.value)


def test_postgresql_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NotInstalled, match=r"pip install 'hearsay\[postgresql\]'"):
        open_record("postgresql://somebody@127.0.0.1:1/news")


def test_nothing_is_counted_in_an_empty_record(record: OpenRecord) -> None:
    with record.reads() as connection:
        assert totals(connection) == Totals(0, 0, 0, 0)


FAILED = 'connection failed: connection to server at "::1", port 1 failed: '


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            f"{FAILED}Connection refused Is the server running on that host?",
            "the server does not answer: Connection refused; look at the address,",
        ),
        (
            f'{FAILED}FATAL: password authentication failed for user "ann"',
            "the server does not let this user in with this password; look at the user,",
        ),
        (
            f"{FAILED}fe_sendauth: no password supplied",
            "the server wants a password; look at the user, and give the password",
        ),
        (
            f'{FAILED}FATAL: database "news" does not exist',
            "the server has no database news; make it with `createdb news`, or look at its name",
        ),
        (
            f'{FAILED}FATAL: role "ann" does not exist',
            'the server lets nobody in: role "ann" does not exist; look at the address,',
        ),
        (
            "failed to resolve host 'nowhere.invalid': [Errno -2] Name or service not known",
            "there is no machine of this name; look at the name in the address,",
        ),
        ("Verbindung fehlgeschlagen", "the server does not answer: Verbindung fehlgeschlagen;"),
    ],
)
def test_why_a_server_lets_nobody_in_is_told_in_a_line(said: str, told: str) -> None:
    with pytest.raises(BadRecord) as raised, told_of("postgresql://ann@host/news"):
        raise OperationalError("", {}, Exception(said))
    assert str(raised.value).startswith(f"postgresql://ann@host/news: {told}")


def test_a_port_that_is_no_number_is_no_address() -> None:
    with pytest.raises(BadRecord, match="this is no address of a database; write it as"):
        open_record("postgresql://ann@host:port/news")


def test_a_record_that_nobody_can_write_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.db"
    record = open_record(path)
    keep(record, 1)
    record.close()
    may = os.access  # by which root may write anywhere
    monkeypatch.setattr(os, "access", lambda at, how: how != os.W_OK and may(at, how))
    still = open_record(path)
    with still.reads() as connection:
        assert totals(connection).readings == 1
    with pytest.raises(BadRecord, match="the record cannot be written"):
        keep(still, 2)
    still.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["record.db"]
