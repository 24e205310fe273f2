"""Kept: articles to be read, and readings that were printed before, for the record and for export."""

import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader, BytesIO
from pathlib import Path

import msgspec

from hearsay.desk.read import Done, Order, outcome
from hearsay.desk.sources import Kind, Source, sources
from hearsay.errors import Error, Missing, NotAReading
from hearsay.reading.codec import decode
from hearsay.reading.reading import Reading

PRINTED = (".json", ".jsonl")


def readings(files: Sequence[str], order: Order) -> Iterator[tuple[str, Reading | Error]]:
    """The reading of each input, or why there is none; each as soon as it is there.

    Args:
        files: articles, as `hearsay read` takes them; or files of readings, as it prints them with --json. What comes in by
            standard input may be either.
        order: how to read.
    """
    for source in sources(files):
        if source.kind is Kind.STREAM:
            yield from _streamed(source, order)
        elif source.kind is Kind.FILE and source.given.endswith(PRINTED):
            yield from _printed(source.given)
        else:
            yield _read(source, order)


def _read(source: Source, order: Order) -> tuple[str, Reading | Error]:
    became = outcome(source, order)
    return source.name, became.reading if isinstance(became, Done) else became.error


def _streamed(source: Source, order: Order) -> Iterator[tuple[str, Reading | Error]]:
    """What comes in by standard input: readings, where it begins as JSON does, else an article."""
    stream = order.stdin or sys.stdin.buffer
    try:
        if not isinstance(stream, BufferedReader):  # one that cannot be looked into
            stream = BufferedReader(BytesIO(stream.read()))
        first = stream.peek(1)
    except (OSError, ValueError):  # what is wrong with it is said where it is read
        first = b""
    if first.startswith(b"{"):
        yield from _of_lines(stream.read(), source.name)
    else:
        yield _read(source, msgspec.structs.replace(order, stdin=stream))


def _printed(path: str) -> Iterator[tuple[str, Reading | Error]]:
    try:
        given = Path(path).read_bytes()
    except OSError as error:
        yield path, Missing(f"it cannot be read: {error.strerror}", "look at its name", path)
        return
    if not given.strip():
        yield (
            path,
            NotAReading("there is no reading in it", "print one with `hearsay read --json`", path),
        )
    yield from _of_lines(given, path)


def _of_lines(given: bytes, path: str) -> Iterator[tuple[str, Reading | Error]]:
    """The readings of some lines; of one that goes over several lines, where it was laid out to be read."""
    lines = given.splitlines()
    try:
        whole = decode(given) if len(lines) > 1 else None
    except Error:
        whole = None
    if whole is not None:
        yield whole.article.url or path, whole
        return
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            reading = decode(line)
        except Error as error:
            yield path, error.about(f"{path}, line {n}")
        else:
            yield reading.article.url or f"{path}:{n}", reading
