"""Pairs of headlines and bodies with what the one makes of the other, as the Fake News Challenge has them: two tables in a folder.

`train_bodies.csv` has a number and a text a line, `train_stances.csv` a headline, the number of a body, and a stance by its name or its number.
Source: https://github.com/FakeNewsChallenge/fnc-1
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from hearsay.errors import BadGold
from hearsay.language.sentences import sentences
from hearsay.language.words import words
from hearsay.reader.headline.stance import Stance
from hearsay.reader.headline.stance_signs import Body
from hearsay.text.span import Span, between

BODIES, STANCES = "train_bodies.csv", "train_stances.csv"
NAMES: Mapping[str, Stance] = {
    **{str(number): one for number, one in enumerate(Stance)},
    **{one.value: one for one in Stance},
}

SHARE = 5
"""One body in so many is kept for measuring: of the bodies in the order of their numbers each fifth, the first among them."""


class Pair(NamedTuple):
    """A headline over a body.

    Attributes:
        headline: as it is written.
        number: of the body.
        stance: as people marked it.
    """

    headline: str
    number: int
    stance: Stance


class Pairs(NamedTuple):
    """What a folder holds: pairs, the bodies by their numbers, and the numbers of those that are kept for measuring."""

    pairs: tuple[Pair, ...]
    bodies: Mapping[int, Body]
    kept: frozenset[int]


def pairs(folder: Path, *, only_kept: bool = False) -> Pairs:
    """The pairs of a folder.

    Args:
        folder: with both tables.
        only_kept: whether only those are wanted that are kept for measuring.

    Raises:
        BadGold: a table is missing or of another form.
    """
    try:
        texts = {int(row["Body ID"]): row["articleBody"] for row in _rows(folder / BODIES)}
        every = tuple(
            Pair(row["Headline"], int(row.get("Body ID") or row["Body_ID"]), NAMES[row["Stance"]])
            for row in _rows(folder / STANCES)
        )
        kept = frozenset(sorted(texts)[::SHARE])
        every = tuple(one for one in every if one.number in kept or not only_kept)
        bodies = {number: body_of(texts[number]) for number in {one.number for one in every}}
    except (OSError, KeyError, ValueError) as error:
        raise BadGold(f"not the tables of FNC-1: {error}", f"give a folder with {BODIES} and {STANCES}", str(folder)) from error  # fmt: skip
    return Pairs(every, bodies, kept)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def body_of(text: str) -> Body:
    """The sentences of a text of which each line is a paragraph; one without words is a sentence without any."""
    cut = [one for line in text.splitlines() if line.strip() for one in _sentences(line)]
    return Body(tuple(cut) or ((),))


def _sentences(line: str) -> Iterator[tuple[str, ...]]:
    whole = between(0, len(line))
    for one in sentences(line, whole) if whole else ():
        yield lows(line, one)


def lows(text: str, within: Span | None = None) -> tuple[str, ...]:
    """The words of a stretch in small letters."""
    return tuple(word.cut(text).lower().replace("’", "'") for word in words(text, within).spans)
