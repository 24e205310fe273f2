"""A record to try things on: a file of SQLite, and PostgreSQL where this machine has its programs.

With HEARSAY_REQUIRE_POSTGRESQL=1, as in CI, tests fail where they would be skipped for want of it.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
import sqlalchemy as sa

from hearsay.record.opened import OpenRecord, open_record

NUMBERS = count()
DEBIAN = Path("/usr/lib/postgresql")
SERVER = "postgres"  # a server does not run as root; Debian's package makes this user


def _without(reason: str) -> NoReturn:
    if os.environ.get("HEARSAY_REQUIRE_POSTGRESQL") == "1":
        pytest.fail(f"{reason}, and HEARSAY_REQUIRE_POSTGRESQL=1")
    pytest.skip(reason)


def _program(name: str) -> str:
    found = shutil.which(name) or next(map(str, sorted(DEBIAN.glob(f"*/bin/{name}"))), None)
    return found or _without(f"no PostgreSQL here: {name} (on Debian: apt-get install postgresql)")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL that is started for these tests and stopped after them."""
    initdb, control = _program("initdb"), _program("pg_ctl")
    user = SERVER if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="hearsay-pg-") as folder:
        if user:
            shutil.chown(folder, user)

        def run(*command: str) -> None:
            done = subprocess.run(
                command, user=user, capture_output=True, text=True, check=False, cwd=folder
            )
            if done.returncode:
                _without(
                    f"PostgreSQL does not start: {(done.stderr or done.stdout).strip()[-200:]}"
                )

        data, log = f"{folder}/data", f"{folder}/log"
        run(initdb, "-D", data, "-A", "trust", "-U", "hearsay", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -k {folder} -c fsync=off"
        run(control, "-D", data, "-o", options, "-l", log, "-w", "start")
        try:
            yield f"postgresql://hearsay@/postgres?host={folder}"
        finally:
            run(control, "-D", data, "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a record may be made that nobody else has."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    given = request.getfixturevalue("server")
    name = f"record{next(NUMBERS)}"
    engine = sa.create_engine(
        given.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    yield given.replace("/postgres?", f"/{name}?")


@pytest.fixture
def record(address: str) -> Iterator[OpenRecord]:
    """A record that is open and empty."""
    held = open_record(address)
    yield held
    held.close()
