"""Indices that are cheap when the record is large: on SQLite fingerprints in one that grows at its end, on PostgreSQL words that are kept as they are compared.

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
    """Make the new indices of what is kept."""
    here = op.get_bind()
    if here.dialect.name == "sqlite":
        _marks(here)
        return
    op.execute(
        "ALTER TABLE statements ADD COLUMN lexemes tsvector "
        "GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED"
    )
    op.execute("DROP INDEX ix_statements_words")
    op.execute("CREATE INDEX ix_statements_words ON statements USING gin (lexemes)")


def _marks(here: sa.Connection) -> None:
    for table, of in (("prints", "statement"), ("text_prints", "reading")):
        op.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            "marks, content='', detail=none, columnsize=0, tokenize='ascii')"
        )
        number, mark = sa.column(of, sa.BigInteger), sa.column("mark", sa.BigInteger)
        rows = here.execute(
            sa.select(number, mark).select_from(sa.table(f"{table}_before")).order_by(number)
        )
        held = []
        for whose, some in groupby(rows, itemgetter(0)):
            held.append((whose, " ".join(_word(mark) for _, mark in some)))
            if len(held) == AT_ONCE:
                _filled(here, table, held)
                held = []
        _filled(here, table, held)
        op.drop_table(f"{table}_before")


def _filled(here: sa.Connection, table: str, held: list[tuple[int, str]]) -> None:
    if held:
        here.exec_driver_sql(f"INSERT INTO {table} (rowid, marks) VALUES (?, ?)", held)  # noqa: S608 - the name of a table


def _word(mark: int) -> str:
    """As `hearsay.record.sharing` has it on the day of this step."""
    return f"{mark & SHORT:010x}"
