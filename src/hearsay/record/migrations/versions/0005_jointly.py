"""Those who say a statement together with its speaker; readings that are kept before this step know of none.

Revision: 0005
Before: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "jointly",
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("statement", "who", name="pk_jointly"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_jointly_statement"),
    )
    op.create_index("ix_jointly_who", "jointly", ["who"])
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER jointly_no_{what.lower()} BEFORE {what} ON jointly BEGIN "
                "SELECT RAISE(ABORT, 'rows of jointly are only added'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER jointly_only_added BEFORE UPDATE OR DELETE ON jointly "
        "FOR EACH ROW EXECUTE FUNCTION hearsay_only_added()"
    )
