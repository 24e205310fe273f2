"""Shipped: the tables that the scripts learn, as they are written into the package, and what they were learned from."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

NUMBERS = re.compile(r"\[\s+([-+.\deE,\s]+?)\s+\]")


def digest(paths: Iterable[Path]) -> str:
    """The digest of files, one after another."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def ship(table: msgspec.Struct, target: Path) -> None:
    """Writes a table, a value a line, the numbers of a list on one."""
    written = msgspec.json.format(msgspec.json.encode(table), indent=1).decode()
    target.write_text(NUMBERS.sub(lambda m: f"[{' '.join(m[1].split())}]", written) + "\n", "utf-8")
