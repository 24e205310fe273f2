"""What people judge: corrections, and actors that are one.

Revision: 0002
Before: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables for what people judge."""
    op.create_table(
        "judgements",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("undoes", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.id"], name="fk_judgements_undoes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "overrides",
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("field", sa.String(16), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("judgement", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("statement", "field", name="pk_overrides"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_overrides_statement"),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name="fk_overrides_judgement"),
    )
    op.create_index("ix_overrides_field", "overrides", ["field", "value"])
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER judgements_no_{what.lower()} BEFORE {what} ON judgements BEGIN "
                "SELECT RAISE(ABORT, 'rows of judgements are only added'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER judgements_only_added BEFORE UPDATE OR DELETE ON judgements "
        "FOR EACH ROW EXECUTE FUNCTION hearsay_only_added()"
    )
