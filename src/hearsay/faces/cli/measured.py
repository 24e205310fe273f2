"""What `hearsay measure` prints: figures, and what was wrong."""

from typing import TYPE_CHECKING, Protocol

from hearsay.faces.cli.output import print_out, write_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.measure.syntax import Parsed


class Wrong(Protocol):
    """What was wanted otherwise."""

    @property
    def article(self) -> str:
        """Its name."""

    @property
    def what(self) -> str:
        """Which statement, which question."""

    @property
    def wanted(self) -> str:
        """By the annotators."""

    @property
    def found(self) -> str:
        """By the reader."""


def print_misses(every: "Sequence[Wrong]") -> None:
    """Print what was wanted otherwise."""
    print_out("\nwhat was wrong\n")
    for one in every:
        print_out(f"{one.article}: {one.what}\n  wanted {one.wanted}\n  found  {one.found}\n")


def print_shares(measured: "list[Parsed]", *, as_json: bool) -> None:
    """Print the figures of some sets, for a person or as lines of JSON."""
    for one in measured:
        if as_json:
            write_out(one.as_json())
        else:
            print_out(one.as_text())
