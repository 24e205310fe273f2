"""Frames: the tables of readings, of one or of many, as rows at hand and as frames of pandas and polars.

The rows and columns are those of the exports (`hearsay.faces.export.tables`); what docs/tables.md says of them
holds here too, but for the apostrophe that CSV puts before a formula: words are as they stand.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeGuard

import msgspec

from hearsay.errors import NotInstalled
from hearsay.faces.export import facts
from hearsay.faces.export.tables import (
    COMMITMENTS,
    FORECASTS,
    SOURCES,
    STATEMENTS,
    TIMES,
    ColumnKind,
    Table,
    Value,
)
from hearsay.faces.python.opening import Attempt
from hearsay.reading.reading import Reading

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_PANDAS = {
    ColumnKind.TEXT: "string",
    ColumnKind.WHOLE: "Int64",
    ColumnKind.NUMBER: "float64",
    ColumnKind.TRUTH: "boolean",
}
"""The types of pandas, those that know of missing values where plain ones do not."""


class Frame(msgspec.Struct, frozen=True):
    """One table of some readings.

    Attributes:
        table: its columns, and what a row is.
        rows: in the order of the readings, and of the text in each; what an article does not say is None.
    """

    table: Table[Any]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.table.names

    def pandas(self) -> "pd.DataFrame":
        """The table as a frame of pandas; text is of its type `string`, and what is missing is NA.

        Raises:
            NotInstalled: pandas is not there.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise _without("pandas") from error
        held = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.columns)
        return pd.DataFrame(
            {
                column.name: pd.Series(values, dtype=_PANDAS[column.kind])
                for column, values in zip(self.table.columns, held, strict=True)
            }
        )

    def polars(self) -> "pl.DataFrame":
        """The table as a frame of polars; what is missing is null.

        Raises:
            NotInstalled: polars is not there.
        """
        try:
            import polars as pl
        except ImportError as error:
            raise _without("polars") from error
        kinds = {
            ColumnKind.TEXT: pl.String,
            ColumnKind.WHOLE: pl.Int64,
            ColumnKind.NUMBER: pl.Float64,
            ColumnKind.TRUTH: pl.Boolean,
        }
        schema = {column.name: kinds[column.kind] for column in self.table.columns}
        return pl.DataFrame(list(self.rows), schema=schema, orient="row")

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        """The rows, each as a dictionary by the names of the columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.table.name}: {len(self.rows)} × {len(self.columns)}>"


class Frames(msgspec.Struct, frozen=True):
    """The tables of some readings.

    Attributes:
        statements: a row for each statement.
        sources: a row for each who speaks in an article.
        commitments: a row for each thing that binds somebody.
        forecasts: a row for each thing that is foretold.
        times: a row for each time, with what happened then.
        failed: the inputs that could not be read, and have no rows.
    """

    statements: Frame
    sources: Frame
    commitments: Frame
    forecasts: Frame
    times: Frame
    failed: tuple[Attempt, ...] = ()

    @property
    def tables(self) -> tuple[Frame, ...]:
        """All tables, in their order."""
        return (self.statements, self.sources, self.commitments, self.forecasts, self.times)

    def pandas(self) -> "dict[str, pd.DataFrame]":
        """All tables as frames of pandas, by their names.

        Raises:
            NotInstalled: pandas is not there.
        """
        return {one.table.name: one.pandas() for one in self.tables}

    def polars(self) -> "dict[str, pl.DataFrame]":
        """All tables as frames of polars, by their names.

        Raises:
            NotInstalled: polars is not there.
        """
        return {one.table.name: one.polars() for one in self.tables}

    def __repr__(self) -> str:
        told = [facts.many(len(one.rows), one.table.name.removesuffix("s")) for one in self.tables]
        failed = [f"{len(self.failed)} not read"] if self.failed else []
        return f"<{type(self).__name__}: {', '.join(told + failed)}>"


def frames(readings: Reading | Attempt | Iterable[Reading | Attempt]) -> Frames:
    """The tables of a reading, or of several, one below the other.

    The column `file` tells the articles apart: it has the name of the input where `read_many` gave it, else the
    article's address, else "article 1", "article 2", … by its place.

    Args:
        readings: one, or several, as `read` or `read_many` gives them; inputs that `read_many` could not read
            stand in `failed`.
    """
    given = (readings,) if isinstance(readings, Reading | Attempt) else tuple(readings)
    failed = tuple(one for one in given if _failed(one))
    named = tuple(_named(one, n) for n, one in enumerate(given, 1) if not _failed(one))

    def frame(table: Table[Any]) -> Frame:
        return Frame(table, tuple(row for name, one in named for row in table.rows(one, name)))

    return Frames(
        statements=frame(STATEMENTS),
        sources=frame(SOURCES),
        commitments=frame(COMMITMENTS),
        forecasts=frame(FORECASTS),
        times=frame(TIMES),
        failed=failed,
    )


def _failed(one: Reading | Attempt) -> TypeGuard[Attempt]:
    return isinstance(one, Attempt) and one.error is not None


def _named(one: Reading | Attempt, number: int) -> tuple[str, Reading]:
    if isinstance(
        one, Attempt
    ):  # a name need not be text on every system; a frame holds nothing else
        return one.name.encode(errors="backslashreplace").decode(), one.reading
    return one.article.url or f"article {number}", one


def _without(name: str) -> NotInstalled:
    return NotInstalled(
        f"{name} is not installed", f"install it with pip install 'hearsay[{name}]'"
    )
