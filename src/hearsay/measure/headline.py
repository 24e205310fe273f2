"""How well headlines are held against their bodies: strength, support, and the overstated ones.

Support and strength are shares of all headlines; "overstated" pairs what is found with what is wanted, so that its figures have a
precision and a recall. What was lost is counted one by one, where both sides call the headline overstated.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hearsay.measure.gold.headlines import Headlined, headlines
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Support

NAMES = ("strength", "support", "overstated", "contradicted", "unsupported", "what was lost")


class Miss(NamedTuple):
    """What was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


class Measured(NamedTuple):
    """The figures, and what was wrong."""

    figures: Parsed
    misses: tuple[Miss, ...]

    def as_text(self) -> str:
        """The figures for a person."""
        over = next(one for one in self.figures.shares if one.name == "overstated")
        precision, recall = over.right / max(1, over.found), over.right / max(1, over.wanted)
        return f"{self.figures.as_text()}  overstated: precision {100 * precision:.1f}, recall {100 * recall:.1f}\n"

    def as_json(self) -> bytes:
        """The figures as one line of JSON."""
        return self.figures.as_json()


def measure_headlines(folders: Sequence[Path], model: Model | None) -> Measured:
    """The figures over folders of annotated headlines.

    Raises:
        BadGold: a folder holds none.
    """
    rows: list[Counts] = []
    misses: list[Miss] = []
    for folder in folders:
        for one in headlines(folder):
            page = open_page(one.text.encode(), one.name, content_type="text/plain")
            reading = read(extract(page).article, (), model)
            rows.append(_counted(one, reading, misses))
    return Measured(shares(" ".join(map(str, folders)), NAMES, rows), tuple(misses))


def _counted(one: Headlined, reading: Reading, misses: list[Miss]) -> Counts:
    found = reading.headline
    strength = found.strength if found else None
    support = found.support if found else None
    counts: Counts = [(int(strength is one.strength), 1, 1), (int(support is one.support), 1, 1)]
    for value in (Support.OVERSTATED, Support.CONTRADICTED, Support.UNSUPPORTED):
        mine, theirs = support is value, one.support is value
        counts.append((int(mine and theirs), int(mine), int(theirs)))
    both = support is one.support is Support.OVERSTATED
    lost = {*found.lost} if found and both else set()
    wanted = {*one.lost} if both else set()
    counts.append((len(lost & wanted), len(lost), len(wanted)))
    if (strength, support) != (one.strength, one.support):
        words = one.text.partition("\n")[0]
        told = f"{strength}, {support}: {found.why}" if found else "no headline"
        misses.append(
            Miss(one.name, words, f"{one.strength}, {one.support} {', '.join(one.lost)}", told)
        )
    return counts
