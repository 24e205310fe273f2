"""Traced: every version of some words in the record: who said them, through whom, who had them first, and how they changed.

Candidates share a fingerprint with the words; each is then held against them word by word.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy.engine import Connection

from hearsay.record.found import Hit, Wanted, by_number, search
from hearsay.record.prints import FINE, every, folded
from hearsay.record.sharing import sharing
from hearsay.record.tables import PRINTS

CANDIDATES = 400
"""Statements that share most fingerprints; more are not held against the words."""

SHORT = 5
"""Words: fewer share no fingerprint for sure, and are looked up in the index of words."""

SHARED = 0.5
"""Of the words looked for, the least share that a version has."""


class Version(msgspec.Struct, frozen=True):
    """A statement that has the words, or nearly.

    Attributes:
        hit: the statement.
        share: of the words looked for, how many stand in it in their order.
    """

    hit: Hit
    share: float
    how: str = ""
    changes: tuple[str, ...] = ()


class Trace(msgspec.Struct, frozen=True):
    """What the record has of some words.

    Attributes:
        words: that were looked for.
        versions: the first published first; those without a day last.
        articles: how many have them, copies included.
        independent: from how many that do not depend on one another, as far as the record knows.
    """

    words: str
    versions: tuple[Version, ...]
    articles: int
    independent: int


def trace(connection: Connection, words: str) -> Trace:
    """Every version of some words."""
    asked = folded(words)
    hits = {hit.statement: hit for hit in by_number(connection, _candidates(connection, asked))}
    if len(asked) < SHORT and asked:
        phrase = f'"{" ".join(asked)}"'
        hits |= {h.statement: h for h in search(connection, Wanted(words=phrase), CANDIDATES)}
    found = [
        Version(hit, share)
        for hit in hits.values()
        if (share := _shared(asked, folded(hit.words))) >= SHARED
    ]
    found.sort(key=lambda one: (one.hit.day or "9", one.hit.reading, one.hit.statement))
    return Trace(
        words,
        tuple(found),
        len({one.hit.reading for one in found}),
        len({one.hit.origin for one in found}),
    )


def _candidates(connection: Connection, asked: Sequence[str]) -> list[int]:
    marks = {*every(asked, FINE).tolist()}
    return [number for number, _ in sharing(connection, PRINTS, marks, CANDIDATES)]


def _shared(asked: Sequence[str], held: Sequence[str]) -> float:
    """Of some words, the share that stands among others in the same order: the longest common subsequence.

    A bit a word asked for, a step a word held. Source: Hyyrö (2004), Bit-parallel LCS-length computation revisited.
    """
    places: dict[str, int] = {}
    for n, word in enumerate(asked):
        places[word] = places.get(word, 0) | 1 << n
    every = (1 << len(asked)) - 1
    row = every
    for word in held:
        met = row & places.get(word, 0)
        row = (row + met) | (row - met)
    return (every & ~row).bit_count() / len(asked) if asked else 0.0
