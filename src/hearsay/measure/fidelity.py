"""How well changed quotations are told from true ones, and each change named; the changes are seeded here.

Of every content of an annotated folder that is long enough a true repeat is made, with other marks, case and spelling,
and every change that its words allow, each by itself. Drawn by a fixed seed: the same folder gives the same figures.
"""

from pathlib import Path
from random import Random
from typing import NamedTuple

from hearsay.fidelity.change import MEANING, Change
from hearsay.fidelity.compare import compare
from hearsay.fidelity.tokens import tokens
from hearsay.measure.gold.standoff import annotated
from hearsay.measure.seeded import LOADED, Seeded, edits, repeat
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.text.span import cut

WORDS = range(8, 60)
"""How long a content is from which a pair is made."""

NAMES = (
    "change named", *(f"  {one.value}" for one in Change), "change of meaning seen", "repeat taken as the same",
)  # fmt: skip


class Miss(NamedTuple):
    """What was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


class Measured(NamedTuple):
    """The figures, how many pairs they rest on, and what was wrong."""

    figures: Parsed
    quotes: int
    pairs: int
    misses: tuple[Miss, ...]


def measure_fidelity(folder: Path) -> Measured:
    """The figures of a folder of annotated articles, of which the contents are changed.

    Raises:
        BadGold: the folder holds no annotated article.
    """
    draw = Random(0)  # noqa: S311 - the same figures each time
    rows: list[Counts] = []
    misses: list[Miss] = []
    quotes = pairs = 0
    for one in annotated(folder):
        counted = {name: [0, 0] for name in NAMES}
        contents = [" ".join(cut(m.content, one.text, " ").split()) for m in one.marked]
        names = sorted(
            {
                w
                for c in contents
                for w in c.split()[1:]
                if len(w) > 1 and w.isalpha() and w.istitle() and w.lower() not in LOADED
            }
        )
        for content in contents:
            if (
                len(content.split()) not in WORDS
                or any(mark in content for mark in "[]()…")
                or "..." in content
            ):
                continue
            quotes += 1
            for pair in (repeat(content, draw), *edits(content, names, draw)):
                pairs += 1
                _count(one.name, pair, counted, misses)
        rows.append([(counted[n][0], counted[n][1], counted[n][1]) for n in NAMES])
    return Measured(shares(str(folder), NAMES, rows), quotes, pairs, tuple(misses))


def _count(article: str, pair: Seeded, counted: dict[str, list[int]], misses: list[Miss]) -> None:
    found = {d.change for d in compare(tokens(pair.a), tokens(pair.b))}
    if pair.change is None:
        answers = {"repeat taken as the same": not found}
    else:
        right = found == {pair.change}
        answers = {"change named": right, f"  {pair.change.value}": right}
        if pair.change in MEANING:
            answers["change of meaning seen"] = bool(found & MEANING)
    for name, right in answers.items():
        counted[name][0] += right
        counted[name][1] += 1
    if not all(answers.values()):
        wanted = pair.change.value if pair.change else "same"
        told = ", ".join(sorted(found)) or "same"
        misses.append(Miss(article, f"{pair.a}\n  as     {pair.b}", wanted, told))
