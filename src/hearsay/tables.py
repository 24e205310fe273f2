"""Word lists: TOML tables in the folder `tables` of a room, opened and checked.

A table is data: each entry has a form, forms or a pattern, and a sense, an example and a source; a test
reads every entry. Which tables a reading was made with is told by their digest.
"""

import hashlib
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any

from hearsay.errors import BadTable

_WANTED = ("sense", "example", "source")
_FORMS = ("form", "forms", "pattern", "lemma", "lemmas")


def names(room: str) -> tuple[str, ...]:
    """The names of a room's tables, in order; the room as a package: "hearsay.page"."""
    found = (resources.files(room) / "tables").iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in found if f.name.endswith(".toml")))


def entries(room: str, table: str) -> tuple[dict[str, Any], ...]:
    """The entries of a table.

    Raises:
        BadTable: it is no TOML, or an entry lacks what every entry has.
    """
    try:
        opened = tomllib.loads(_bytes(room, table).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadTable(
            f"the table {table} cannot be read: {error}", "install hearsay again"
        ) from error
    found = tuple(opened.get("entry", ()))
    for entry in found:
        missing = [key for key in _WANTED if not entry.get(key)]
        if missing or not any(entry.get(key) for key in _FORMS):
            raise BadTable(f"in the table {table}, {entry} lacks {missing or ['form']}")
    return found


def digest(rooms: Iterable[str]) -> str:
    """SHA-256 over the names and bytes of all tables of some rooms, in order."""
    total = hashlib.sha256()
    for room in rooms:
        for name in names(room):
            total.update(f"{room}/{name}".encode() + b"\0" + _bytes(room, name) + b"\0")
    return total.hexdigest()


def _bytes(room: str, table: str) -> bytes:
    return (resources.files(room) / "tables" / f"{table}.toml").read_bytes()
