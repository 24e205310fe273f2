"""The ledger on the disk: it only grows, loses nothing, and says what is wrong with its file in one line."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import (
    BadForecast,
    LedgerDamaged,
    LedgerLocked,
    LedgerReadOnly,
    NoLedger,
    NoSuchForecast,
    NotKept,
)  # fmt: skip
from hearsay.ledger.entry import Change, Deed, Kept, LedgerEntry, Status
from hearsay.ledger.store import Ledger, open_ledger
from tests.ledger.books import NOW, became, foretold, kept

NOBODY = 65534

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "forecasts.sqlite"


@pytest.fixture
def book(path: Path) -> Iterator[Ledger]:
    with open_ledger(path, make=True) as opened:
        yield opened


def test_what_is_added_is_there_when_it_is_opened_again(path: Path) -> None:
    whole = foretold(1, 0.7, made="2026-03-14", due="2026-05-31", condition="if it rains")
    with open_ledger(path, make=True) as book:
        assert book.add([whole], "ann", NOW) == [(1, True)]
    with open_ledger(path) as book:
        assert book.entries() == (
            LedgerEntry(1, whole, (Change(NOW, "ann", Deed.ADDED, Status.OPEN),)),
        )


@given(st.lists(kept(), max_size=5))
def test_every_forecast_comes_back_as_it_went_in(every: list[Kept]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "l", make=True) as book:
        book.add(every, "ann", NOW)
        assert [one.kept for one in book.entries()] == every


def test_none_is_kept_twice(book: Ledger) -> None:
    assert book.add([foretold(1), foretold(2)], "ann", NOW) == [(1, True), (2, True)]
    assert book.add([foretold(2), foretold(3)], "bob", NOW) == [(2, False), (3, True)]
    assert [one.changes[0].who for one in book.entries()] == ["ann", "ann", "bob"]


def test_every_change_is_kept_with_who_and_when(book: Ledger) -> None:
    book.add([foretold(1, 0.7, due="2026-05-31")], "ann", NOW)
    changes = [
        became(Status.TRUE),
        became(Status.DISPUTED, who="bob"),
        Change("2026-03-15T00:00:00Z", "cem", Deed.AMENDED, due="2026-06-30", chance=0.6),
        Change("2026-03-16T00:00:00Z", "ann", Deed.RESOLVED, Status.OPEN, "2026-03-16"),
        became(Status.FALSE),
    ]
    for change in changes:
        book.change(1, change)
    entry = book.entry(1)
    assert list(entry.changes[1:]) == changes
    assert entry.status is Status.FALSE
    assert entry.due == "2026-06-30"
    assert entry.chance is not None
    assert entry.chance.mid == 0.6
    assert entry.kept.due == "2026-05-31"


@pytest.mark.parametrize("table", ["forecast", "change"])
@pytest.mark.parametrize("how", ["UPDATE {} SET number = 9", "DELETE FROM {}"])
def test_the_database_itself_alters_and_deletes_nothing(path: Path, table: str, how: str) -> None:
    with open_ledger(path, make=True) as book:
        book.add([foretold(1)], "ann", NOW)
    with closing(sqlite3.connect(path)) as by_hand, pytest.raises(sqlite3.IntegrityError):
        by_hand.execute(how.format(table))


@pytest.mark.parametrize(
    "change",
    [
        became(Status.TRUE, day="yesterday"),
        became(Status.TRUE, day=""),
        became(Status.VOID, evidence=" "),
        became(Status.TRUE, who=""),
        Change(NOW, "ann", Deed.AMENDED, due="2026-02-30"),
        Change(NOW, "ann", Deed.AMENDED, chance=1.5),
    ],
)
def test_what_cannot_be_held_is_refused(book: Ledger, change: Change) -> None:
    book.add([foretold(1)], "ann", NOW)
    with pytest.raises(BadForecast):
        book.change(1, change)
    assert len(book.entry(1).changes) == 1


def test_of_several_all_are_kept_or_none(book: Ledger) -> None:
    with pytest.raises(BadForecast):
        book.add([foretold(1), foretold(2, words=" ")], "ann", NOW)
    book.add([foretold(1)], "ann", NOW)
    with pytest.raises(NoSuchForecast):
        book.change_all([(1, became(Status.TRUE)), (7, became(Status.TRUE))])
    assert [len(one.changes) for one in book.entries()] == [1]


def test_a_forecast_that_is_not_there(book: Ledger) -> None:
    with pytest.raises(NoSuchForecast, match="no forecast 7"):
        book.entry(7)


def test_what_is_brought_again_with_what_became_of_it_is_settled_once(book: Ledger) -> None:
    book.add([foretold(1)], "ann", NOW)
    rows = [(foretold(1), became(Status.TRUE)), (foretold(2), became(Status.FALSE))]
    assert [(one.number, one.new) for one in book.bring(rows, "bob", NOW)] == [(1, True), (2, True)]
    assert [(one.number, one.new) for one in book.bring(rows, "bob", NOW)] == [
        (1, False),
        (2, False),
    ]
    assert [one.status for one in book.entries()] == [Status.TRUE, Status.FALSE]


WRITER = """
import sys
from pathlib import Path
from hearsay.ledger.store import open_ledger
from tests.ledger.books import NOW, became, foretold
from hearsay.ledger.entry import Status
with open_ledger(Path(sys.argv[1]), make=True) as book:
    for n in range(100_000):
        numbers = book.add([foretold(3 * n + m) for m in range(3)], "ann", NOW)
        book.change_all([(number, became(Status.TRUE)) for number, _ in numbers])
        print(numbers[-1][0], flush=True)
"""


@pytest.mark.parametrize("lines", [1, 7, 23])
def test_a_writer_that_is_killed_loses_nothing_and_leaves_nothing_half(
    path: Path, lines: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as writer:
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout if line.endswith("\n")]
    with open_ledger(path) as book:
        entries = book.entries()
    assert len(entries) >= said[-1]  # all that it was told was kept
    assert len(entries) % 3 == 0  # three are kept together
    settled = [one.status for one in entries]
    assert settled[: said[-1]] == [Status.TRUE] * said[-1]
    assert settled.count(Status.TRUE) % 3 == 0


DYING = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_spill = 1")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
for n in range(2000):
    connection.execute(
        "INSERT INTO change (forecast, at, who, deed, day, evidence) VALUES (1, '', 'eve', 'amended', '', ?)", ("x" * 900,)
    )
print("half", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_writer_killed_with_half_on_the_disk_is_undone(path: Path) -> None:
    with open_ledger(path, make=True) as book:
        book.add([foretold(1)], "ann", NOW)
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "half\n", done.stderr
    assert path.with_name(path.name + "-journal").exists(), "nothing of it was on the disk"
    with open_ledger(path) as book:
        assert [change.who for change in book.entry(1).changes] == ["ann"]


def test_two_writers_wait_for_one_another(path: Path) -> None:
    with open_ledger(path, make=True):
        pass

    def write(first: int) -> None:
        with open_ledger(path, patience=60) as book:
            for n in range(10):
                book.add([foretold(first + n)], "ann", NOW)

    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with open_ledger(path) as book:
        assert len(book.entries()) == 30


def told(error: pytest.ExceptionInfo[NotKept]) -> str:
    line = str(error.value)
    assert "\n" not in line
    assert error.value.remedy, "it says what to do"
    return line


def test_one_that_is_not_there(path: Path) -> None:
    with pytest.raises(NoLedger) as error, open_ledger(path):
        pass
    assert "hearsay forecasts add" in told(error)
    assert not path.exists()


def test_one_that_another_process_writes_to(path: Path) -> None:
    with (
        open_ledger(path, make=True, patience=0.05) as book,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerLocked) as error:
            book.add([foretold(1)], "ann", NOW)
        assert "wait" in told(error)
        other.execute("ROLLBACK")
        assert book.add([foretold(1)], "ann", NOW) == [(1, True)]


def test_one_that_is_locked_when_it_is_opened(path: Path) -> None:
    with open_ledger(path, make=True):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerLocked) as error, open_ledger(path, patience=0.05):
            pass
        assert str(path) in told(error)


def test_one_that_is_marked_read_only_is_read_and_not_written(path: Path) -> None:
    with open_ledger(path, make=True) as book:
        book.add([foretold(1)], "ann", NOW)
    path.chmod(0o444)
    with open_ledger(path) as book:
        assert len(book.entries()) == 1
        with pytest.raises(LedgerReadOnly) as error:
            book.add([foretold(2)], "ann", NOW)
        assert "--ledger" in told(error)


@contextmanager
def not_root() -> Iterator[None]:
    """As somebody who may not write everywhere: root becomes nobody until the block ends."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


def test_one_in_a_folder_that_takes_no_writing() -> None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        with (
            not_root(),
            pytest.raises(LedgerReadOnly) as error,
            open_ledger(Path(folder) / "ledger.db", make=True),
        ):
            pass
        assert not list(Path(folder).iterdir())
    assert "--ledger" in told(error)


@pytest.mark.parametrize(
    "given_",
    [
        b"not a database at all, and longer than a header of SQLite is" * 10,
        b"SQLite format 3\0" + b"\xff" * 900,
    ],
)
def test_one_that_is_no_database(path: Path, given_: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(given_)
    for make in (False, True):
        with pytest.raises(LedgerDamaged) as error, open_ledger(path, make=make):
            pass
        assert "copy" in told(error)
    assert path.read_bytes() == given_


def test_one_that_is_broken_in_the_middle(path: Path) -> None:
    with open_ledger(path, make=True) as book:
        book.add([foretold(n, words="w" * 200 + str(n)) for n in range(200)], "ann", NOW)
    whole = bytearray(path.read_bytes())
    whole[4096:40960] = b"\x5a" * (40960 - 4096)
    path.write_bytes(whole)
    with pytest.raises(LedgerDamaged) as error, open_ledger(path) as book:
        book.entries()
    assert ".recover" in told(error)


def test_one_that_was_cut_off(path: Path) -> None:
    with open_ledger(path, make=True) as book:
        book.add([foretold(n, words="w" * 200 + str(n)) for n in range(200)], "ann", NOW)
    path.write_bytes(path.read_bytes()[:-8192])
    with pytest.raises(LedgerDamaged) as error, open_ledger(path) as book:
        book.entries()
    assert ".recover" in told(error)


def test_the_database_of_another_program(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (address TEXT)")
    for make in (False, True):
        with (
            pytest.raises(LedgerDamaged, match="no ledger of hearsay"),
            open_ledger(path, make=make),
        ):
            pass


def test_one_of_a_newer_hearsay(path: Path) -> None:
    with open_ledger(path, make=True):
        pass
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerDamaged, match="newer hearsay"), open_ledger(path):
        pass


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerDamaged, match="folder"), open_ledger(tmp_path):
        pass


def test_a_full_disk_is_told(book: Ledger, path: Path) -> None:
    book._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001 - as a full disk would have it
    with pytest.raises(NotKept, match="full") as error:
        book.add([foretold(n, words="w" * 5000 + str(n)) for n in range(20)], "ann", NOW)
    assert str(path) in told(error)
    assert book.entries() == ()
