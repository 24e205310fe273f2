"""Where the readings of `hearsay read` go, and in what form."""

from pathlib import Path

import msgspec
import typer

from hearsay.desk.read import Done
from hearsay.desk.sources import Source
from hearsay.faces.cli.exits import printable, say
from hearsay.faces.cli.options import Format
from hearsay.faces.cli.output import encoded, look_first, stems, write_file, write_out
from hearsay.faces.export.report import report
from hearsay.faces.export.table import header, rows
from hearsay.faces.settings import Settings
from hearsay.reading.codec import encode

STANDARD_OUTPUT = "-"


class Wanted(msgspec.Struct, frozen=True):
    """What a call asked for.

    Attributes:
        form: in which readings are printed; None where only pages are wanted.
        output: the file that they go to; None for standard output.
        pages: the file for the HTML page of each input, in their order; () where none is wanted.
        force: whether files that are there already are written over.
        quiet: whether only errors are said.
        here: what the terminal can show.
    """

    form: Format | None
    output: Path | None
    pages: tuple[str, ...]
    force: bool
    quiet: bool
    here: Settings

    def look_first(self) -> None:
        """Find out before the work whether its answer can be written.

        Raises:
            NotWritten: it cannot.
        """
        if self.output is not None:
            look_first(self.output, force=self.force)
        alone = self.pages[0] if len(self.pages) == 1 else STANDARD_OUTPUT
        if alone != STANDARD_OUTPUT and Path(alone).parent.is_dir():
            look_first(Path(alone), force=self.force)


class Answers:
    """Readings on their way out, one after the other."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._kept: list[bytes] = []  # for a file, which is to be there whole or not at all
        self._given = 0

    def give(self, done: Done, at: int) -> None:
        """Give one reading out.

        Args:
            done: what was read.
            at: which of the inputs it was, from 0.

        Raises:
            NotWritten: its file cannot be written.
        """
        wanted = self._wanted
        if wanted.pages:
            self._page(done, wanted.pages[at])
        if wanted.form is not None:
            answer = self._in_form(done, wanted.form)
            if wanted.output is None:
                write_out(answer)
            else:
                self._kept.append(answer)
        if wanted.form not in (Format.REPORT, Format.BRIEF, Format.JSON) and not wanted.quiet:
            for remark in done.reading.remarks:  # the other forms hold them
                say(f"{done.name}: {remark}")
        self._given += 1

    def finish(self) -> None:
        """Write the file, if one was wanted and anything was read.

        Raises:
            NotWritten: it cannot be written.
        """
        if self._wanted.output is not None and self._given:
            self._write(self._wanted.output, b"".join(self._kept))

    def _in_form(self, done: Done, form: Format) -> bytes:
        match form:
            case Format.JSON:
                return encode(done.reading) + b"\n"
            case Format.CSV:
                return ("" if self._given else header()).encode() + rows(
                    done.reading, done.name
                ).encode()
            case Format.REPORT | Format.BRIEF:
                here = self._wanted.here
                colour = here.colour and self._wanted.output is None
                text = report(
                    done.reading,
                    printable(done.name),
                    here.width,
                    colour=colour,
                    brief=form is Format.BRIEF,
                )
                between = "\n\n" if self._given else ""
                return encoded(between + text, to_file=self._wanted.output is not None)

    def _page(self, done: Done, name: str) -> None:
        from hearsay.faces.export.html import page

        answer = page(done.reading, done.name).encode()
        if name == STANDARD_OUTPUT:
            write_out(answer)
            return
        folder = Path(name).parent
        if len(self._wanted.pages) > 1 or not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
        self._write(Path(name), answer)

    def _write(self, path: Path, answer: bytes) -> None:
        write_file(path, answer, force=self._wanted.force)
        if not self._wanted.quiet:
            say(f"wrote {path}")


def page_names(html: str, inputs: list[Source]) -> tuple[str, ...]:
    """The file for the page of each input: the one that was named, or one of its own in a folder.

    Raises:
        typer.BadParameter: one file was named for several articles.
    """
    if not html.endswith("/") and not Path(html).is_dir():
        if len(inputs) > 1:
            raise typer.BadParameter(
                f"for {len(inputs)} articles name a folder, as in {html}/", param_hint="--html"
            )
        return (html,)
    names = stems([source.name for source in inputs])
    return tuple(str(Path(html, f"{name}.html")) for name in names)
