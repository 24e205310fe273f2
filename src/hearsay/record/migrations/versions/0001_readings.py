"""Readings, their statements, and fingerprints of both.

Revision: 0001
Before: none
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ONLY_ADDED = ("readings", "statements", "prints", "text_prints")


def upgrade() -> None:
    """Make the tables, the index of words, and the guards that let rows only be added."""
    op.create_table(
        "readings",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("copy_of", NUMBER, nullable=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["copy_of"], ["readings.id"], name="fk_readings_copy_of"),
        sa.UniqueConstraint("content", "address", name="uq_readings_content"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_readings_address", "readings", ["address", "digest"])
    for column in ("digest", "copy_of", "day"):
        op.create_index(f"ix_readings_{column}", "readings", [column])
    op.create_table(
        "statements",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("ref", sa.String(16), nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("source_type", sa.String(24), nullable=False),
        sa.Column("chain", sa.Text, nullable=False),
        sa.Column("root", sa.Text, nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name="fk_statements_reading"),
        sa.UniqueConstraint("reading", "ref", name="uq_statements_reading"),
        sqlite_autoincrement=True,
    )
    for column in ("who", "act"):
        op.create_index(f"ix_statements_{column}", "statements", [column])
    for table, of in (("prints", "statement"), ("text_prints", "reading")):
        op.create_table(
            table,
            sa.Column("mark", sa.BigInteger, nullable=False),
            sa.Column(of, NUMBER, nullable=False),
            sa.PrimaryKeyConstraint("mark", of, name=f"pk_{table}"),
            sa.ForeignKeyConstraint([of], [f"{of}s.id"], name=f"fk_{table}_{of}"),
            sqlite_with_rowid=False,
        )
    index_words()
    for table in ONLY_ADDED:
        only_added(table)


def index_words() -> None:
    """The index of the words of statements: FTS5, or a GIN index over PostgreSQL's own text search."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE statement_words USING fts5("
            "folded, content='statements', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
        )
        op.execute(
            "CREATE TRIGGER statement_words_added AFTER INSERT ON statements BEGIN "
            "INSERT INTO statement_words(rowid, folded) VALUES (new.id, new.folded); END"
        )
    else:
        op.execute(
            "CREATE INDEX ix_statements_words ON statements USING gin (to_tsvector('simple', folded))"
        )


def only_added(table: str) -> None:
    """Let nobody change or delete a row of a table."""
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} BEGIN "
                f"SELECT RAISE(ABORT, 'rows of {table} are only added'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION hearsay_only_added() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION hearsay_only_added()"
    )
