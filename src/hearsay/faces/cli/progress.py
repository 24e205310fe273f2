"""A line on standard error that says how far it is, and goes when it is done."""

import sys
from types import TracebackType
from typing import Self

from hearsay.faces.cli.exits import printable

_WIPE = "\r\x1b[K"


class Progress:
    """How many of several inputs have been read; silent for one, and where nobody looks on."""

    def __init__(self, many: int, *, lively: bool) -> None:
        self._many = many
        self._done = 0
        self._lively = lively and many > 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._lively:
            sys.stderr.write(_WIPE)
            sys.stderr.flush()

    def next(self, name: str) -> None:
        """Say what is being read now."""
        self._done += 1
        if self._lively:
            line = f"{self._done}/{self._many} {printable(name)}"
            sys.stderr.write(f"{_WIPE}{line[:78]}")
            sys.stderr.flush()
