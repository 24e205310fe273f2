"""Prints: words in plain letters, and fingerprints of them by which the same words are found again, also when some are changed.

A fingerprint stands for a run of words; of all runs few are kept, so that any passage that two texts share and that is long enough
shares one. Source: Schleimer, Wilkerson and Aiken (2003), Winnowing: Local Algorithms for Document Fingerprinting.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

Marks: TypeAlias = NDArray[np.int64]
APOSTROPHES = "'’"
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd: no word of a run is lost


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


SKETCH = 64
"""Fingerprints that are kept of an article."""


class _Letters(dict[int, str]):
    """What each letter becomes: small, without accents; apostrophes nothing, all else that is no letter a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if unicodedata.combining(letter) or letter in APOSTROPHES:
            plain = ""
        else:
            plain = letter if letter.isalnum() else " "
        self[code] = plain
        return plain


LETTERS = _Letters()


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents; apostrophes and marks are left out.

    "Russia’s “no”" gives russias, no.
    """
    return tuple(unicodedata.normalize("NFKD", text.casefold()).translate(LETTERS).split())


def prints(words: Sequence[str], grain: Grain) -> frozenset[int]:
    """The fingerprints of some words that are kept; those of fewer words than a run are that of all."""
    marks = every(words, grain)
    if len(marks) <= grain.window:
        return frozenset([int(marks.min())] if len(marks) else [])
    kept = marks[: len(marks) - grain.window + 1]
    for n in range(1, grain.window):
        kept = np.minimum(kept, marks[n : n + len(kept)])
    return frozenset(kept.tolist())


def sketch(words: Sequence[str]) -> frozenset[int]:
    """The smallest fingerprints of a text: two texts share about as many of them as of all, and a long one has no more than a short one.

    Source: Broder (1997), On the resemblance and containment of documents.
    """
    return frozenset(np.unique(every(words, COARSE))[:SKETCH].tolist())


def every(words: Sequence[str], grain: Grain) -> Marks:
    """The fingerprint of each run of words: n-run+1 signed numbers of 64 bits; of fewer words than a run one, of none none."""
    if not words:
        return np.empty(0, dtype=np.int64)
    known = np.fromiter(map(_word, words), dtype=np.uint64, count=len(words))
    runs = max(1, len(words) - grain.run + 1)
    made = np.zeros(runs, dtype=np.uint64)
    for n in range(min(grain.run, len(words))):
        made = made * MULTIPLIER + known[n : n + runs]
    return _mixed(made).view(np.int64)


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers with all their bits mixed, so that the smallest are any. Source: Steele and others (2014), SplitMix64."""
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(31))


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest())
