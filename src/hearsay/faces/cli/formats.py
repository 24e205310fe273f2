"""What `hearsay export` can write: its formats, what each needs, and the files that it makes."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from hearsay.errors import NotInstalled

if TYPE_CHECKING:
    from hearsay.faces.export.exchange.names import Readings

Files: TypeAlias = dict[str, bytes]


class ExportFormat(StrEnum):
    """In what form readings are exported."""

    ANNOTATION = "annotation"
    SCHEMA_ORG = "schema-org"
    PROV = "prov"
    PROV_JSONLD = "prov-jsonld"
    FTM = "ftm"
    BRAT = "brat"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


class TableName(StrEnum):
    """One of the tables."""

    STATEMENTS = "statements"
    SOURCES = "sources"
    COMMITMENTS = "commitments"
    FORECASTS = "forecasts"
    TIMES = "times"


BINARY = (ExportFormat.XLSX, ExportFormat.PARQUET)
BY_TABLE = (ExportFormat.CSV, ExportFormat.PARQUET)
_EXTRAS = {
    ExportFormat.PROV: "rdf",
    ExportFormat.PROV_JSONLD: "rdf",
    ExportFormat.XLSX: "excel",
    ExportFormat.PARQUET: "parquet",
}


def writer(form: ExportFormat, table: TableName | None) -> "Callable[[Readings], bytes]":
    """What makes one document of some readings.

    Args:
        form: any but brat, which is no one document.
        table: of those that are made by table; None for that of statements.

    Raises:
        NotInstalled: what it needs is not here.
    """
    try:
        return _writer(form, table or TableName.STATEMENTS)
    except ImportError as error:
        raise NotInstalled(
            f"`hearsay export {form}` needs {error.name}, which is not installed",
            f"pip install 'hearsay[{_EXTRAS[form]}]'",
        ) from error


def _writer(form: ExportFormat, table: TableName) -> "Callable[[Readings], bytes]":
    match form:
        case ExportFormat.ANNOTATION:
            from hearsay.faces.export.exchange.annotation import collection

            return collection
        case ExportFormat.SCHEMA_ORG:
            from hearsay.faces.export.exchange.schema_org import graph

            return graph
        case ExportFormat.PROV:
            from hearsay.faces.export.exchange.prov import turtle

            return turtle
        case ExportFormat.PROV_JSONLD:
            from hearsay.faces.export.exchange.prov import json_ld

            return json_ld
        case ExportFormat.FTM:
            from hearsay.faces.export.exchange.ftm import entities

            return entities
        case ExportFormat.XLSX:
            from hearsay.faces.export.exchange.spreadsheet import workbook

            return workbook
        case _:
            return _by_table(form, table)


def _by_table(form: ExportFormat, name: TableName) -> "Callable[[Readings], bytes]":
    from hearsay.faces.export.tables import TABLES

    table = next(one for one in TABLES if one.name == name)
    if form is ExportFormat.PARQUET:
        from hearsay.faces.export.exchange.parquet import file

        return lambda these: file(these, table)
    from hearsay.faces.export.table import header, rows

    return lambda these: (
        header(table) + "".join(rows(reading, name, table) for name, reading in these)
    ).encode()


def folder(
    form: ExportFormat, table: TableName | None
) -> "Callable[[Readings, Sequence[str]], Files]":
    """What makes the files of a folder: brat's, or one for each table.

    Args:
        form: brat, or one that is made by table.
        table: None for all.

    Raises:
        NotInstalled: what it needs is not here.
    """
    if form is ExportFormat.BRAT:
        from hearsay.faces.export.exchange.brat import folder as of_brat

        return of_brat
    wanted = [table] if table else list(TableName)
    writers = {f"{one}.{form}": writer(form, one) for one in wanted}
    return lambda these, _: {name: write(these) for name, write in writers.items()}


def known_files(form: ExportFormat, table: TableName | None) -> tuple[str, ...]:
    """The files of a folder whose names are known beforehand."""
    if form is ExportFormat.BRAT:
        return ()
    return tuple(f"{one}.{form}" for one in ([table] if table else TableName))
