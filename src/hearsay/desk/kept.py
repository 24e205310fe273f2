"""Kept: articles to be read, and readings that were printed before, for the record."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hearsay.desk.read import Done, Order, outcome
from hearsay.desk.sources import sources
from hearsay.errors import Error, Missing
from hearsay.reading.codec import decode
from hearsay.reading.reading import Reading

PRINTED = (".json", ".jsonl")


def readings(files: Sequence[str], order: Order) -> Iterator[tuple[str, Reading | Error]]:
    """The reading of each input, or why there is none; each as soon as it is there.

    Args:
        files: articles, as `hearsay read` takes them; or files of readings, as it prints them with --json.
        order: how to read.
    """
    for source in sources(files):
        if source.given.endswith(PRINTED) and "://" not in source.given:
            yield from _printed(source.given)
            continue
        became = outcome(source, order)
        yield source.name, became.reading if isinstance(became, Done) else became.error


def _printed(path: str) -> Iterator[tuple[str, Reading | Error]]:
    try:
        lines = Path(path).read_bytes().splitlines()
    except OSError as error:
        yield path, Missing(f"it cannot be read: {error.strerror}", "look at its name", path)
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
