"""Prints: words in plain letters, and fingerprints of them by which the same words are found again, also when some are changed.

A fingerprint stands for a run of words; of all runs few are kept, so that any passage that two texts share and that is long enough
shares one. Source: Schleimer, Wilkerson and Aiken (2003), Winnowing: Local Algorithms for Document Fingerprinting.
"""

import unicodedata
from collections.abc import Sequence
from hashlib import blake2b

import msgspec


class Grain(msgspec.Struct, frozen=True):
    """How fine fingerprints are.

    Attributes:
        run: words that a fingerprint stands for.
        window: runs of which one is kept: words shared by two texts, `run + window - 1` of them on end, share one.
    """

    run: int
    window: int


FINE = Grain(3, 3)
"""For statements: five words on end."""

COARSE = Grain(5, 8)
"""For articles: twelve words on end."""


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents; apostrophes and marks are left out.

    "Russia’s “no”" gives russias, no.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("'", "").replace("’", "")
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return tuple("".join(letters).split())


def prints(words: Sequence[str], grain: Grain) -> frozenset[int]:
    """The fingerprints of some words that are kept; those of fewer words than a run are that of all."""
    marks = every(words, grain)
    if len(marks) <= grain.window:
        return frozenset([min(marks)] if marks else [])
    return frozenset(min(marks[n : n + grain.window]) for n in range(len(marks) - grain.window + 1))


def every(words: Sequence[str], grain: Grain) -> list[int]:
    """The fingerprint of each run of words, signed, of 64 bits."""
    if not words:
        return []
    runs = max(1, len(words) - grain.run + 1)
    return [_mark(words[n : n + grain.run]) for n in range(runs)]


def _mark(run: Sequence[str]) -> int:
    made = blake2b(" ".join(run).encode(), digest_size=8).digest()
    return int.from_bytes(made, signed=True)
