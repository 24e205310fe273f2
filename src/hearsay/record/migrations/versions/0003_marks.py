"""Fingerprints in an index that grows at its end, on SQLite; PostgreSQL keeps them in its tables.

Revision: 0003
Before: 0002
"""

from itertools import groupby
from operator import itemgetter

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SHORT = (1 << 40) - 1
AT_ONCE = 10_000


def upgrade() -> None:
    """Put the fingerprints that are kept into the new index."""
    here = op.get_bind()
    if here.dialect.name != "sqlite":
        return
    for table, of in (("prints", "statement"), ("text_prints", "reading")):
        op.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            "marks, content='', detail=none, columnsize=0, tokenize='ascii')"
        )
        rows = here.execute(sa.text(f"SELECT {of}, mark FROM {table}_before ORDER BY {of}"))
        held = []
        for number, some in groupby(rows, itemgetter(0)):
            held.append((number, " ".join(_word(mark) for _, mark in some)))
            if len(held) == AT_ONCE:
                _filled(here, table, held)
                held = []
        _filled(here, table, held)
        op.drop_table(f"{table}_before")


def _filled(here: sa.Connection, table: str, held: list[tuple[int, str]]) -> None:
    if held:
        here.exec_driver_sql(f"INSERT INTO {table} (rowid, marks) VALUES (?, ?)", held)


def _word(mark: int) -> str:
    """As `hearsay.record.sharing` has it on the day of this step."""
    return f"{mark & SHORT:010x}"
