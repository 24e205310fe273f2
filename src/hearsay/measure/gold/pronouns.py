"""GAP: a pronoun, two names beside it, and which of them it means.

A table with tabs: ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B, B-offset, B-coref, URL.

Source: Webster et al. (2018), Mind the GAP; https://github.com/google-research-datasets/gap-coreference
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hearsay.errors import BadGold
from hearsay.text.span import Span


class Asked(NamedTuple):
    """A passage; `means` says of each of the two names whether the pronoun means it."""

    name: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    means: tuple[bool, bool]

    @property
    def feminine(self) -> bool:
        """Whether the pronoun is she, her or hers."""
        return self.pronoun.cut(self.text).lower() in {"she", "her", "hers"}


def asked(path: Path) -> Iterator[Asked]:
    """The passages of a file, in order.

    Raises:
        BadGold: no such file, or it is no such table.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if rows.fieldnames is None:
                raise BadGold("no table: it is empty", "give a .tsv file", str(path))
            for row in rows:
                yield _asked(row)
    except OSError as error:
        raise BadGold(f"no table: {error.strerror}", "give a .tsv file", str(path)) from error
    except (KeyError, TypeError, ValueError) as error:
        raise BadGold(f"not GAP's columns: {error}", name=str(path)) from error


def _asked(row: dict[str, str]) -> Asked:
    def span(name: str) -> Span:
        place = int(row[f"{name}-offset"])
        return Span(0, len(row[name])).moved(place)

    return Asked(
        row["ID"],
        row["Text"],
        span("Pronoun"),
        (span("A"), span("B")),
        (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"),
    )
