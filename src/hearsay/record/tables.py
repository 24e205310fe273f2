"""Tables: the rows of a record. Readings and statements are only ever added; what people judge are rows of their own.

What a table holds is what `migrations` makes; a test holds the two against one another.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SHA = 64  # hexadecimal digits of a sha256

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

NUMBER = BigInteger().with_variant(Integer(), "sqlite")  # SQLite counts rows in INTEGER alone

READINGS = Table(
    "readings",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("digest", String(SHA), nullable=False),  # of the article's text
    Column("content", String(SHA), nullable=False),  # of the whole reading
    Column("reader", Text, nullable=False),  # version, weights and word lists
    Column("address", Text, nullable=False),  # as the page states it, else the name of the input
    Column("outlet", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("day", String(10), nullable=False),  # of publication; "" where it is not known
    Column("added", String(32), nullable=False),  # the moment, UTC
    Column("words", Integer, nullable=False),
    Column("copy_of", NUMBER, ForeignKey("readings.id"), nullable=True),  # the first with this text
    Column("body", LargeBinary, nullable=False),  # the reading as JSON, deflated
    UniqueConstraint("content", "address"),
    Index("ix_readings_address", "address", "digest"),
    Index("ix_readings_digest", "digest"),
    Index("ix_readings_copy_of", "copy_of"),
    Index("ix_readings_day", "day"),
    sqlite_autoincrement=True,
)
"""A reading of an article; the last of a text at an address is the one that is searched. `copy_of` names the first reading of a text that is all but the same: a wire copy, a reprint."""

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("reading", NUMBER, ForeignKey("readings.id"), nullable=False),
    Column("ref", String(16), nullable=False),  # "s3"
    Column("speaker", Text, nullable=False),  # name; "" where it is not known
    Column("who", Text, nullable=False),  # the name folded: what actors are joined by
    Column("source_type", String(24), nullable=False),
    Column("chain", Text, nullable=False),  # names, the outermost first
    Column("root", Text, nullable=False),  # folded name of the outermost
    Column("mode", String(8), nullable=False),
    Column("act", String(16), nullable=False),
    Column("words", Text, nullable=False),  # the content
    Column("folded", Text, nullable=False),  # its words in plain letters, for searching
    UniqueConstraint("reading", "ref"),
    Index("ix_statements_who", "who"),
    Index("ix_statements_act", "act"),
    sqlite_autoincrement=True,
)
"""A statement of a reading, as the reader found it."""

JOINTLY = Table(
    "jointly",
    METADATA,
    Column("statement", NUMBER, ForeignKey("statements.id"), primary_key=True, autoincrement=False),
    Column("who", Text, primary_key=True),  # the name folded
    Column("name", Text, nullable=False),
    Index("ix_jointly_who", "who"),
)
"""Those who say a statement together with its speaker."""

NAMES = Table(
    "names",
    METADATA,
    Column("reading", NUMBER, ForeignKey("readings.id"), primary_key=True, autoincrement=False),
    Column("who", Text, primary_key=True),  # the name folded
    Column("name", Text, nullable=False),
    Index("ix_names_who", "who"),
)
"""The names of those whom an article has and who say nothing in it: who is addressed, who stands in a chain."""

PRINTS = Table(
    "prints",
    METADATA,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("statement", NUMBER, ForeignKey("statements.id"), primary_key=True, autoincrement=False),
)
"""Fingerprints of the words of statements: see `hearsay.record.prints`. SQLite keeps them otherwise: see `hearsay.record.sharing`."""

TEXT_PRINTS = Table(
    "text_prints",
    METADATA,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("reading", NUMBER, ForeignKey("readings.id"), primary_key=True, autoincrement=False),
)
"""The sketch of the text of an article, by which its copies are found; on SQLite as the fingerprints of statements."""

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),  # the moment, UTC
    Column("by", Text, nullable=False),  # who judges
    Column("kind", String(16), nullable=False),
    Column("about", Text, nullable=False),  # JSON: what is judged
    Column("value", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", NUMBER, ForeignKey("judgements.id"), nullable=True),
    sqlite_autoincrement=True,
)
"""What a person judged. Nothing here is changed: to undo is a row that names the one undone."""

OVERRIDES = Table(
    "overrides",
    METADATA,
    Column("statement", NUMBER, ForeignKey("statements.id"), primary_key=True, autoincrement=False),
    Column("field", String(16), primary_key=True),
    Column("value", Text, nullable=False),
    Column("judgement", NUMBER, ForeignKey("judgements.id"), nullable=False),
    Index("ix_overrides_field", "field", "value"),
)
"""What the judgements that stand come to, statement by statement; made anew from them at any time."""

ONLY_ADDED = ("readings", "statements", "jointly", "names", "prints", "text_prints", "judgements")
"""Tables whose rows are never changed nor deleted: the database itself refuses it. SQLite's index of fingerprints refuses it of itself."""
