"""How well the author's own voice is found: sentences, their kinds, and the genre of the article.

A sentence is found where it shares half of its words with a marked one, each once; its kind is right where it is that one's. The
kinds are also counted one by one, as found among all and wanted among all.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hearsay.measure.actors import overlap
from hearsay.measure.gold.columns import Column, Voiced, columns
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.reading import Reading
from hearsay.reading.voice import OwnVoice, VoiceKind
from hearsay.text.span import cut

HALF = 0.5
NAMES = ("own voice", "with its kind", *(kind.value for kind in VoiceKind), "genre")


class Miss(NamedTuple):
    """What was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


def measure_voice(folder: Path, model: Model | None) -> tuple[Parsed, tuple[Miss, ...]]:
    """The figures of own voice and genre on a folder of annotated articles.

    Raises:
        BadGold: the folder holds none.
    """
    misses: list[Miss] = []
    rows: list[Counts] = []
    for gold in columns(folder):
        page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
        extracted = extract(page, gold.published)
        rows.append(_counted(gold, read(extracted.article, (), model), misses))
    return shares(str(folder), NAMES, rows), tuple(misses)


def pairs(wanted: Sequence[Voiced], found: Sequence[OwnVoice]) -> list[tuple[Voiced, OwnVoice]]:
    """The marked sentences and those that were found that are the same, each once."""
    left = list(found)
    out: list[tuple[Voiced, OwnVoice]] = []
    for one in wanted:
        shared = [(overlap(one.spans, (f.span,)), n) for n, f in enumerate(left)]
        best, at = max(shared, default=(0.0, 0))
        if best >= HALF:
            out.append((one, left.pop(at)))
    return out


def _counted(gold: Column, reading: Reading, misses: list[Miss]) -> Counts:
    found, wanted = reading.own_voice, gold.own_voice
    matched = pairs(wanted, found)
    same = [(w, f) for w, f in matched if w.kind is f.kind]
    taken = {w.spans: f for w, f in matched}
    for w in wanted:
        kind = taken[w.spans].kind.value if w.spans in taken else ""
        if kind != w.kind.value:
            misses.append(Miss(gold.name, cut(w.spans, gold.text), w.kind.value, kind))
    met = {f.span for _, f in matched}
    misses += [
        Miss(gold.name, f.span.cut(gold.text), "", f.kind.value) for f in found if f.span not in met
    ]
    counts: Counts = [(len(some), len(found), len(wanted)) for some in (matched, same)]
    for kind in VoiceKind:
        counts.append(
            (
                sum(w.kind is kind for w, _ in same),
                sum(f.kind is kind for f in found),
                sum(w.kind is kind for w in wanted),
            )
        )
    genre = reading.article.genre
    if genre is not gold.genre:
        misses.append(Miss(gold.name, "genre", gold.genre.value, genre.value))
    return [*counts, (int(genre is gold.genre), 1, 1)]
