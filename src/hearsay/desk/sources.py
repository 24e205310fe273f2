"""What is to be read: files, globs, standard input, web addresses, in the order in which they are given."""

import glob
import os
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from hearsay.page.address import is_address, without_password
from hearsay.page.source import STANDARD_INPUT


class Kind(StrEnum):
    """What an argument means."""

    FILE = "file"
    STREAM = "stream"
    ADDRESS = "address"


class Source(msgspec.Struct, frozen=True):
    """One input that is to be read.

    Attributes:
        given: as it was given: a path, "-", or a web address.
        kind: what it means.
    """

    given: str
    kind: Kind

    @property
    def name(self) -> str:
        """What to call it when speaking to a person."""
        return without_password(self.given) if self.kind is Kind.ADDRESS else self.given


def sources(arguments: Sequence[str]) -> list[Source]:
    """The inputs that the arguments name, in their order; one that is named twice is there twice.

    A glob that the shell left as it is stands for the files that match it, sorted; one that nothing
    matches stays, and is refused when it is read.
    """
    return [source for argument in arguments for source in _meant(argument)]


def one_source(argument: str) -> Source:
    """The one input that a path or an address names, a glob's signs and "-" taken as they are."""
    return Source(argument, Kind.ADDRESS if is_address(argument) else Kind.FILE)


def _meant(argument: str) -> list[Source]:
    if argument == STANDARD_INPUT:
        return [Source(argument, Kind.STREAM)]
    if not is_address(argument) and is_glob(argument):
        found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - names as they were given
        files = [path for path in found if not os.path.isdir(path)]  # noqa: PTH112 - the same
        return [Source(path, Kind.FILE) for path in files or [argument]]
    return [one_source(argument)]


def is_glob(argument: str) -> bool:
    """Whether it is a pattern for file names, and not the name of a file that is there."""
    return glob.has_magic(argument) and not os.path.lexists(argument)
