"""Forecasts measured, against annotation.

A forecast of the reader is held against the annotated one that shares most of its content with it, half at the least;
each once. Who foretells, how likely, by when and on which condition is asked of those that were found: words are
right where half of them are shared, or where neither side has any; of a horizon that both have, its days too.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hearsay.measure.actors import alike, overlap
from hearsay.measure.gold.columns import Column, Foretold, columns
from hearsay.measure.likest import likest
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.commitment import Forecast
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, cut

NAMES = (
    "forecasts", "with who foretells", "probability", "horizon", "condition", "first day", "last day",
)  # fmt: skip
HALF = 0.5
AUTHOR = "author"


class Miss(NamedTuple):
    """A forecast that was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


def measure_forecasts(folder: Path, model: Model | None) -> tuple[Parsed, list[Miss]]:
    """The figures of a folder of annotated columns, and what was wrong.

    Raises:
        BadGold: the folder holds no annotated columns.
    """
    rows: list[Counts] = []
    misses: list[Miss] = []
    for gold in columns(folder):
        page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
        extracted = extract(page, gold.published)
        reading = read(extracted.article, extracted.remarks, model)
        rows.append(_counts(gold, reading, misses))
    return shares(str(folder), NAMES, rows), misses


def _counts(gold: Column, reading: Reading, misses: list[Miss]) -> Counts:
    wanted, mine = gold.forecasts, reading.forecasts
    same = met([w.content for w in wanted], [f.content for f in mine])
    pairs = [(wanted[n], mine[m]) for n, m in same]
    whose = [(w, f) for w, f in pairs if _alike(w.by, f.by, reading)]
    out: Counts = [(len(some), len(mine), len(wanted)) for some in (pairs, whose)]
    for name, told, found in (
        ("probability", [w.probability for w, _ in pairs], [_likely(f) for _, f in pairs]),
        ("horizon", [w.horizon for w, _ in pairs], [_horizon(f) for _, f in pairs]),
        ("condition", [w.condition for w, _ in pairs], [f.condition for _, f in pairs]),
    ):
        both = list(zip(told, found, strict=True))
        right = sum(overlap(w, f) >= HALF for w, f in both)
        out.append((right, sum(bool(f) for _, f in both), sum(bool(w) for w, _ in both)))
        for (w, f), (one, _) in zip(both, pairs, strict=True):
            if (w or f) and overlap(w, f) < HALF:
                what = f"{name} of {cut(one.content, gold.text)}"
                misses.append(Miss(gold.name, what, cut(w, gold.text), cut(f, gold.text)))
    days = [(w, f) for w, f in pairs if w.horizon and f.horizon]
    for name in ("start", "end"):
        told_days = [(getattr(w, name), getattr(f.horizon, name) or "") for w, f in days]
        right = sum(w == f for w, f in told_days if w)
        known = sum(bool(w) for w, _ in told_days)
        out.append((right, sum(bool(f) for _, f in told_days), known))
        misses += [
            Miss(gold.name, f"{name} of {cut(one.horizon, gold.text)}", w, f)
            for (w, f), (one, _) in zip(told_days, days, strict=True)
            if w != f
        ]
    misses += _left(gold, reading, pairs)
    return out


def met(wanted: Sequence[Spans], mine: Sequence[Spans]) -> list[tuple[int, int]]:
    """Which of the wanted forecasts are which of those found, by their contents: half of the characters or more are common."""
    scored = (
        (like, n, m)
        for n, w in enumerate(wanted)
        for m, f in enumerate(mine)
        if (like := overlap(w, f)) >= HALF
    )
    return sorted(likest(scored))


def _left(gold: Column, reading: Reading, pairs: Sequence[tuple[Foretold, Forecast]]) -> list[Miss]:
    """What only one side has, and what the two lay into different mouths."""
    met, taken = {id(w) for w, _ in pairs}, {f.id for _, f in pairs}
    text = gold.text
    out = [
        Miss(gold.name, "forecast", f"{w.by}: {cut(w.content, text)}", "")
        for w in gold.forecasts
        if id(w) not in met
    ]
    out += [
        Miss(gold.name, "forecast", "", f"{f.by}: {cut(f.content, text)} ({f.ground.by})")
        for f in reading.forecasts
        if f.id not in taken
    ]
    out += [
        Miss(gold.name, f"by of {cut(w.content, text)}", w.by, _names(f.by, reading)[0])
        for w, f in pairs
        if not _alike(w.by, f.by, reading)
    ]
    return out


def _likely(one: Forecast) -> Spans:
    return (one.probability.at,) if one.probability else ()


def _horizon(one: Forecast) -> Spans:
    return (one.horizon.at,) if one.horizon and one.horizon.at else ()


def _alike(wanted: str, by: str, reading: Reading) -> bool:
    if AUTHOR in (wanted, by):
        return wanted == by
    return any(alike(wanted, name) for name in _names(by, reading))


def _names(by: str, reading: Reading) -> tuple[str, ...]:
    found = next((actor for actor in reading.actors if actor.id == by), None)
    if found is None:
        return (by,)
    mentions = [span.cut(reading.article.text) for span in found.mentions]
    return (found.name, *([found.title] if found.title else []), *mentions)
