"""Parquet: a file for each table, its columns typed, and what they hold in their metadata."""

from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hearsay.faces.export.exchange.names import Readings
from hearsay.faces.export.tables import ColumnKind, Table

_KINDS = {
    ColumnKind.TEXT: pa.string(),
    ColumnKind.WHOLE: pa.int64(),
    ColumnKind.NUMBER: pa.float64(),
    ColumnKind.TRUTH: pa.bool_(),
}


def file(these: Readings, table: Table[Any]) -> bytes:
    """One table of some readings as a Parquet file.

    Args:
        these: each with the name of its input.
        table: which.
    """
    rows = [row for name, reading in these for row in table.rows(reading, name)]
    schema = pa.schema(
        [
            pa.field(column.name, _KINDS[column.kind], metadata={"holds": column.holds})
            for column in table.columns
        ]
    )
    columns = list(zip(*rows, strict=True)) or [() for _ in table.columns]
    arrays = [pa.array(one, field.type) for one, field in zip(columns, schema, strict=True)]
    out = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
