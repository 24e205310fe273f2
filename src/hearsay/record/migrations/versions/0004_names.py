"""The names of those whom an article has and who say nothing in it.

Revision: 0004
Before: 0003
"""

import json
import unicodedata
import zlib
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT_ONCE = 500


def upgrade() -> None:
    """Make the table of names, and fill it from the readings that are kept."""
    names = op.create_table(
        "names",
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("reading", "who", name="pk_names"),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name="fk_names_reading"),
    )
    op.create_index("ix_names_who", "names", ["who"])
    here = op.get_bind()
    readings = sa.table("readings", sa.column("id", sa.BigInteger), sa.column("body"))
    last = 0
    while True:
        some = here.execute(
            sa.select(readings.c.id, readings.c.body)
            .where(readings.c.id > last)
            .order_by(readings.c.id)
            .limit(AT_ONCE)
        ).all()
        if not some:
            break
        rows = [row for number, body in some for row in _names(number, bytes(body))]
        if rows:
            here.execute(names.insert(), rows)
        last = some[-1][0]
    if here.dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER names_no_{what.lower()} BEFORE {what} ON names BEGIN "
                "SELECT RAISE(ABORT, 'rows of names are only added'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER names_only_added BEFORE UPDATE OR DELETE ON names "
        "FOR EACH ROW EXECUTE FUNCTION hearsay_only_added()"
    )


def _names(number: int, body: bytes) -> Iterator[dict[str, object]]:
    """The names of a reading, each once; of one that was kept in a form that is not known, none."""
    try:
        reading = json.loads(zlib.decompress(body))
        actors = reading["actors"]
        speak = {one["speaker"] for one in reading["attributions"] if one.get("speaker")}
        heard = {_folded(actor["name"]) for actor in actors if actor["id"] in speak}
        held = {
            _folded(actor["name"]): actor["name"].replace("\x00", "�") for actor in reversed(actors)
        }
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return
    for key, name in held.items():
        if key and key not in heard:
            yield {"reading": number, "who": key, "name": name}


def _folded(name: str) -> str:
    """As `hearsay.record.added.who` has it on the day of this step."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = (
        "" if unicodedata.combining(c) or c in "'’" else c if c.isalnum() else " " for c in plain
    )
    return " ".join("".join(letters).split())
