"""What comes from this machine: a file, or a stream. Never more of it than an article needs."""

import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from hearsay.errors import ADirectory, Missing, TooLarge
from hearsay.page.page import Page, open_page

MAX_BYTES = 20_000_000
"""The largest input. Saved news pages with every picture in them stay under ten million bytes, and
the tree of a page of twenty million already takes half a gigabyte of memory."""

STANDARD_INPUT = "-"
_PIECE = 1 << 20  # bytes a read
_HOST = re.compile(r"https?:|www\.|(?:[a-z\d-]+\.)+[a-z]{2,}/", re.IGNORECASE)


def open_file(path: str) -> Page:
    """The page in a file.

    Args:
        path: as a person gave it.

    Raises:
        Unreadable: it is missing, locked, a directory, too large, empty or no text.
    """
    if not path:
        raise Missing("its name is empty", "give the name of a file")
    try:
        with Path(path).open("rb") as file:
            kind = os.fstat(file.fileno())
            if stat.S_ISREG(kind.st_mode) and kind.st_size > MAX_BYTES:
                raise too_large()
            data = _all_of(file)
    except IsADirectoryError as error:
        glob = os.path.join(path, "*.html")  # noqa: PTH118 - as the person wrote it, "./" and all
        raise ADirectory(
            "it is a directory", f"name files, or use a glob such as {glob}"
        ) from error
    except FileNotFoundError as error:
        address = "; an address begins with https://" if _HOST.match(path) else ""
        raise Missing("there is no such file", f"look at its name and folder{address}") from error
    except PermissionError as error:
        raise Missing("it may not be opened", "ask for the permission to read it") from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise Missing(
            f"it cannot be read: {_reason(error)}", "look at its name and disk"
        ) from error
    return open_page(data, path)


def open_stream(stream: BinaryIO, name: str = STANDARD_INPUT) -> Page:
    """The page that comes out of a stream, read to its end.

    Raises:
        Unreadable: it is too large, empty or no text, or it broke off.
    """
    try:
        data = _all_of(stream)
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise Missing(f"it cannot be read: {_reason(error)}", "give a file instead") from error
    return open_page(data, name)


def too_large(limit: int = MAX_BYTES) -> TooLarge:
    """The error for an input above the limit, in bytes."""
    return TooLarge(
        f"it is larger than {limit / 1e6:g} MB, which no article is",
        "save the article alone, without its pictures and what is around it",
    )


def _all_of(stream: BinaryIO) -> bytes:
    """All of it, in pieces, so that too much is refused before it fills the memory."""
    data = bytearray()
    while piece := stream.read(_PIECE):
        data += piece
        if len(data) > MAX_BYTES:
            raise too_large()
    return bytes(data)


def _reason(error: Exception) -> str:
    """The system's words for it, without a number and a file name."""
    return getattr(error, "strerror", None) or str(error)
