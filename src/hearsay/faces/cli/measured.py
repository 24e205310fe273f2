"""What is measured, and what `hearsay measure` prints of it: figures, and what was wrong."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hearsay.faces.cli.options import How
from hearsay.faces.cli.output import print_out, write_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearsay.measure.syntax import Parsed
    from hearsay.model.model import Model


def reader(model: Path | None, *, no_model: bool) -> "Model | None":
    """The learned reader that is to be measured; None for the rules alone."""
    return How(model=model, no_model=no_model).order().model


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
        print_figures(one, as_json=as_json)


class Figures(Protocol):
    """Figures that a person or a program may read."""

    def as_json(self) -> bytes:
        """As one line of JSON."""

    def as_text(self) -> str:
        """For a person."""


class Whole(Figures, Protocol):
    """Figures with what was wrong."""

    @property
    def misses(self) -> "Sequence[Wrong]":
        """What was wanted otherwise."""


def print_figures(measured: Figures, *, as_json: bool) -> None:
    """Print figures, for a person or as a line of JSON."""
    if as_json:
        write_out(measured.as_json())
    else:
        print_out(measured.as_text())


def print_listed(measured: Figures, misses: "Sequence[Wrong]", *, as_json: bool) -> None:
    """Print figures; for a person with what was wrong."""
    print_figures(measured, as_json=as_json)
    if not as_json:
        print_misses(misses)


def print_whole(measured: Whole, *, as_json: bool) -> None:
    """Print figures; for a person with what was wrong."""
    print_listed(measured, measured.misses, as_json=as_json)
