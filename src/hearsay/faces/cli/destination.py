"""Where what is exported goes: to standard output, into a file, or into a folder of files."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
import typer

from hearsay.errors import NotWritten
from hearsay.faces.cli.formats import (
    BINARY,
    BY_TABLE,
    ExportFormat,
    Files,
    TableName,
    folder,
    known_files,
    writer,
)
from hearsay.faces.cli.output import look_first, spare, stems, write_file, write_out

if TYPE_CHECKING:
    from hearsay.faces.export.exchange.names import Readings


class Destination(Protocol):
    """Where an export goes."""

    def look_first(self, inputs: Iterable[str]) -> None:
        """Find out before the work whether its answer can be written.

        Raises:
            NotWritten: it cannot.
        """

    def write(self, these: "Readings") -> str:
        """Write it; what was written, in words, or "".

        Raises:
            NotWritten: it cannot be written.
        """


class ToStandardOutput(msgspec.Struct, frozen=True):
    """One document, printed."""

    make: "Callable[[Readings], bytes]"

    def look_first(self, inputs: Iterable[str]) -> None:
        """Nothing: it can be written."""

    def write(self, these: "Readings") -> str:
        """Print it; "" since that is seen."""
        write_out(self.make(these))
        return ""


class IntoFile(msgspec.Struct, frozen=True):
    """One document in a file, which is there whole or not at all."""

    make: "Callable[[Readings], bytes]"
    path: Path
    force: bool

    def look_first(self, inputs: Iterable[str]) -> None:
        """Find out before the work whether the file can be written."""
        spare(self.path, inputs)
        look_first(self.path, force=self.force)

    def write(self, these: "Readings") -> str:
        """Write it; the name of the file."""
        write_file(self.path, self.make(these), force=self.force)
        return str(self.path)


class IntoFolder(msgspec.Struct, frozen=True):
    """Files in a folder.

    Attributes:
        make: the files, by their paths in it.
        path: of it.
        force: whether files that are there already are written over.
        known: the paths that are known beforehand; () where the folder must be empty.
    """

    make: "Callable[[Readings, Sequence[str]], Files]"
    path: Path
    force: bool
    known: tuple[str, ...]

    def look_first(self, inputs: Iterable[str]) -> None:
        """Find out before the work whether the files can be written."""
        spare(self.path, inputs)
        if not os.path.lexists(self.path):
            return
        if not self.path.is_dir():
            raise NotWritten("it is no folder", "name a folder", str(self.path))
        if not self.known and not self.force and any(self.path.iterdir()):
            raise NotWritten(
                "it is there already, and not empty",
                "give another name, or --force",
                str(self.path),
            )
        for name in self.known:
            look_first(self.path / name, force=self.force)

    def write(self, these: "Readings") -> str:
        """Write them; the name of the folder."""
        for name, answer in self.make(these, stems([name for name, _ in these])).items():
            file = self.path / name
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise NotWritten(
                    f"its folder cannot be made: {error.strerror}", "name another", str(file.parent)
                ) from error
            write_file(file, answer, force=self.force)
        return f"{self.path}/"


def destination(
    form: ExportFormat, table: TableName | None, output: str | None, *, force: bool
) -> Destination:
    """Where an export goes.

    Args:
        form: in which it is written.
        table: the one that is wanted; None for what is usual.
        output: a file or a folder; None for standard output.
        force: whether files that are there already are written over.

    Raises:
        typer.BadParameter: that cannot be.
        NotInstalled: what it needs is not here.
    """
    if table is not None and form not in BY_TABLE:
        raise typer.BadParameter(f"{form} has no table of its own.", param_hint="--table")
    if output is None:
        _printable(form)
        return ToStandardOutput(writer(form, table))
    path = Path(output)
    if form is ExportFormat.BRAT or (form in BY_TABLE and _is_folder(output)):
        return IntoFolder(folder(form, table), path, force, known_files(form, table))
    return IntoFile(writer(form, table), path, force)


def _printable(form: ExportFormat) -> None:
    """Nothing, where it can go to standard output.

    Raises:
        typer.BadParameter: it is a folder of files, or not for a terminal.
    """
    from hearsay.faces.settings import writes_terminal

    if form is ExportFormat.BRAT:
        raise typer.BadParameter("brat is a folder of files: name it.", param_hint="--output")
    if form in BINARY and writes_terminal():
        raise typer.BadParameter(
            f"{form} is not to be read on a terminal: name a file.", param_hint="--output"
        )


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()
