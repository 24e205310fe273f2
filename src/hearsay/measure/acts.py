"""Acts, commitments and qualifiers measured, against annotation; and one annotation against another.

Statements are those of the annotation that the reader finds too, paired as in `hearsay.measure.actors`; of these it is
asked what they do. Commitments are paired by force and by words of their matter in common, qualifiers by words in common.
Macro F1 is the mean over the values that the annotation has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from hearsay.errors import BadGold
from hearsay.measure.actors import alike, overlap, pairs
from hearsay.measure.gold.acts import TERMS, Acted, Bound, acted
from hearsay.measure.likest import likest
from hearsay.measure.syntax import RESAMPLES, Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Act, Certainty, Kind, PassedOn, Polarity
from hearsay.reading.commitment import Commitment
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, Spans, cut

ASKED: tuple[tuple[str, type[StrEnum]], ...] = (
    ("type", Kind),
    ("act", Act),
    ("polarity", Polarity),
    ("certainty", Certainty),
    ("passed_on", PassedOn),
)
BOUND = ("commitment", "with actor", "with actor and to")
QUALIFIED = ("qualifiers", "with kind", "with kind and statement")
HALF = 0.5
AUTHOR = "author"


class Tie(NamedTuple):
    """A commitment, as both sides have it; actors by all their names."""

    force: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    matter: Spans
    terms: Mapping[str, Spans]


class Side(NamedTuple):
    """What one reader or annotator finds in an article.

    Attributes:
        told: id of an annotated statement -> what is asked of it.
        ties: the commitments.
        open: the qualifiers: words, kind, id of the statement.
    """

    told: Mapping[str, Mapping[str, str]]
    ties: Sequence[Tie]
    open: Sequence[tuple[Span, str, str]]


class Miss(NamedTuple):
    """What was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


class Macro(NamedTuple):
    """A mean of F1 over the values that the annotation has, and its interval over documents."""

    name: str
    f1: float
    low: float
    high: float


class Measured(NamedTuple):
    """The figures of a set; those of each value; the means over values; and what was wrong."""

    figures: Parsed
    values: Parsed
    macros: tuple[Macro, ...]
    misses: tuple[Miss, ...]

    def as_json(self) -> bytes:
        """The figures as one line of JSON."""
        plain = {one.name: {"f": one.f1, "f_95": [one.low, one.high]} for one in self.macros}
        whole = msgspec.json.decode(self.figures.as_json()) | plain
        whole["values"] = msgspec.json.decode(self.values.as_json())
        return msgspec.json.encode(whole) + b"\n"

    def as_text(self) -> str:
        """The figures for a person."""
        macros = (
            f"  {one.name:<24}{100 * one.f1:6.1f}   {100 * one.low:.1f} to {100 * one.high:.1f}"
            for one in self.macros
        )
        kept = tuple(s for s in self.values.shares if s.wanted or s.found)
        values = self.values._replace(shares=kept).as_text().splitlines()[1:]
        return "\n".join([self.figures.as_text().rstrip(), *macros, "", "by value", *values, ""])


def measure_acts(folder: Path, model: Model | None) -> Measured:
    """The figures of the reader on a folder of annotated acts.

    Raises:
        BadGold: the folder holds no annotated acts.
    """
    return _measured(folder, acted(folder), lambda gold: _read(gold, model))


def agreement(folder: Path, other: Path) -> Measured:
    """The figures of one annotation, held against another as if it were the truth; over the articles of both.

    Raises:
        BadGold: a folder holds no annotated acts, or no article is in both.
    """
    second = {one.name: one for one in acted(other)}
    both = [one for one in acted(folder) if one.name in second]
    if not both:
        raise BadGold("no article is in both folders", name=str(other))
    return _measured(folder, both, lambda gold: _annotated(second[gold.name]))


def _measured(folder: Path, articles: Iterable[Acted], found: Callable[[Acted], Side]) -> Measured:
    figures: list[Counts] = []
    values: list[Counts] = []
    misses: list[Miss] = []
    for gold in articles:
        wanted, mine = _annotated(gold), found(gold)
        told, by_value = _told(gold, wanted, mine, misses)
        figures.append(
            [
                *told,
                *_ties(gold, wanted.ties, mine.ties, misses),
                *_open(gold, wanted, mine, misses),
            ]
        )
        values.append(by_value)
    names = (
        "statements",
        *(name for name, _ in ASKED),
        *BOUND,
        *TERMS,
        "place and time",
        *QUALIFIED,
    )
    every = [f"{name}: {value.value}" for name, kinds in ASKED for value in kinds]
    return Measured(
        shares(str(folder), names, figures),
        shares(str(folder), every, values),
        tuple(_macro(name, every, values) for name, _ in ASKED),
        tuple(misses),
    )


def _macro(name: str, every: Sequence[str], rows: Sequence[Counts]) -> Macro:
    columns = [n for n, one in enumerate(every) if one.startswith(f"{name}: ")]
    table = np.array(rows, dtype=np.int64)[:, columns]  # documents, values, 3
    picks = np.random.default_rng(0).integers(0, len(table), (RESAMPLES, len(table)))
    drawn = [_mean_f1(one) for one in table[picks].sum(1)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Macro(f"{name}, macro F1", _mean_f1(table.sum(0)), float(low), float(high))


def _mean_f1(counts: np.ndarray) -> float:
    """Of right, found, wanted for each value: the mean F1 of the values that are wanted."""
    wanted = counts[counts[:, 2] > 0]
    f1 = 2 * wanted[:, 0] / np.maximum(1, wanted[:, 1] + wanted[:, 2])
    return float(f1.mean()) if len(f1) else 0.0


def _annotated(gold: Acted) -> Side:
    told = {said.id: {name: str(getattr(said, name)) for name, _ in ASKED} for said, _ in gold.said}
    ties = [_tied(one) for one in gold.bound]
    return Side(told, ties, [(span, left.kind.value, left.on) for left, span in gold.open])


def _tied(one: Bound) -> Tie:
    told = one.told
    return Tie(told.force.value, (told.by,), (told.to,), one.matter, one.terms)


def _read(gold: Acted, model: Model | None) -> Side:
    page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
    extracted = extract(page)
    reading = read(extracted.article, extracted.remarks, model)
    found = {one.id: said.id for said, _, one in pairs(gold.said, reading.attributions)}
    told = {
        found[one.id]: {name: str(getattr(one, name)) for name, _ in ASKED}
        for one in reading.attributions
        if one.id in found
    }
    ties = [_tie(one, reading) for one in reading.commitments]
    left = [
        (one.span, one.kind.value, found.get(one.on or "", one.on or ""))
        for one in reading.qualifiers
    ]
    return Side(told, ties, left)


def _tie(one: Commitment, reading: Reading) -> Tie:
    actors = {actor.id: _names(actor, reading) for actor in reading.actors}
    terms = {name: getattr(one, name) for name in TERMS if name != "authority_over"}
    if one.authority:
        terms["authority_over"] = one.authority.over
    to = actors[one.to] if one.to else ("",)
    by = actors.get(one.by, (AUTHOR,)) if one.by is not None else ("",)
    return Tie(one.force.value, by, to, one.matter, terms)


def _names(actor: Actor, reading: Reading) -> tuple[str, ...]:
    mentions = [span.cut(reading.article.text) for span in actor.mentions]
    return (actor.name, *([actor.title] if actor.title else []), *mentions)


def _told(gold: Acted, wanted: Side, mine: Side, misses: list[Miss]) -> tuple[Counts, Counts]:
    """Statements, and what is asked of each; and the same value by value."""
    both = [key for key in wanted.told if key in mine.told]
    counts: Counts = [(len(both), len(wanted.told), len(wanted.told))]
    values: Counts = []
    where = {said.id: marked for said, marked in gold.said}
    for name, kinds in ASKED:
        told = [(wanted.told[key][name], mine.told[key][name]) for key in both]
        counts.append((sum(w == m for w, m in told), len(told), len(told)))
        for value in kinds:
            right = sum(w == m == value.value for w, m in told)
            found = sum(m == value.value for _, m in told)
            values.append((right, found, sum(w == value.value for w, _ in told)))
        for key, (w, m) in zip(both, told, strict=True):
            if w != m:
                marked = where[key]
                parts = (marked.source, marked.cue, marked.content)
                words = " | ".join(cut(part, gold.text) for part in parts)
                misses.append(Miss(gold.name, f"{name} of {key} {words}", w, m))
    return counts, values


def _ties(gold: Acted, wanted: Sequence[Tie], mine: Sequence[Tie], misses: list[Miss]) -> Counts:
    n, m = len(mine), len(wanted)
    matched = list(_matched(wanted, mine))
    by = [(w, f) for w, f in matched if _same(wanted[w].by, mine[f].by)]
    to = [(w, f) for w, f in by if _same(wanted[w].to, mine[f].to)]
    counts: Counts = [(len(matched), n, m), (len(by), n, m), (len(to), n, m)]
    for name in TERMS:
        held = [(wanted[w].terms.get(name, ()), mine[f].terms.get(name, ())) for w, f in matched]
        right = sum(overlap(a, b) >= HALF for a, b in held)
        counts.append((right, sum(bool(b) for _, b in held), sum(bool(a) for a, _ in held)))
    place, time = (counts[len(BOUND) + TERMS.index(name)] for name in ("place", "time"))
    counts.append((place[0] + time[0], place[1] + time[1], place[2] + time[2]))
    met, taken = {w for w, _ in matched}, {f for _, f in matched}
    for w, f in matched:
        if (w, f) not in to or any(
            overlap(wanted[w].terms.get(t, ()), mine[f].terms.get(t, ())) < HALF
            and (wanted[w].terms.get(t) or mine[f].terms.get(t))
            for t in TERMS
        ):
            misses.append(
                Miss(gold.name, "commitment", _shown(gold, wanted[w]), _shown(gold, mine[f]))
            )
    misses += [
        Miss(gold.name, "commitment", _shown(gold, t), "")
        for w, t in enumerate(wanted)
        if w not in met
    ]
    misses += [
        Miss(gold.name, "commitment", "", _shown(gold, t))
        for f, t in enumerate(mine)
        if f not in taken
    ]
    return counts


def _shown(gold: Acted, tie: Tie) -> str:
    terms = " ".join(
        f"[{name}: {cut(spans, gold.text)}]" for name, spans in tie.terms.items() if spans
    )
    to = f" to {tie.to[0]}" if tie.to[0] else ""
    return f"{tie.by[0]} {tie.force}{to}: {cut(tie.matter, gold.text)} {terms}".rstrip()


def _matched(wanted: Sequence[Tie], mine: Sequence[Tie]) -> Iterator[tuple[int, int]]:
    """The pairs of the same force whose matters have words in common; each once, the likest first."""
    return likest(
        (_same(w.by, f.by) + overlap(w.matter, f.matter), n, m)
        for n, w in enumerate(wanted)
        for m, f in enumerate(mine)
        if w.force == f.force and overlap(w.matter, f.matter) > 0
    )


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two actors may be one: any name of the one is like any of the other; or neither is told."""
    if not any(one) or not any(other):
        return not any(one) and not any(other)
    return any(a == b or alike(a, b) for a in one for b in other)


def _open(gold: Acted, wanted: Side, mine: Side, misses: list[Miss]) -> Counts:
    scored = (
        ((kind == k) + overlap((span,), (s,)), n, m)
        for n, (span, kind, _) in enumerate(wanted.open)
        for m, (s, k, _) in enumerate(mine.open)
        if span.meets(s)
    )
    matched = list(likest(scored))
    kind = [(n, m) for n, m in matched if wanted.open[n][1] == mine.open[m][1]]
    on = [(n, m) for n, m in kind if wanted.open[n][2] == mine.open[m][2]]
    sizes = len(mine.open), len(wanted.open)
    met, taken = {n for n, _ in matched}, {m for _, m in matched}
    for name, side, kept in (("wanted", wanted, met), ("found", mine, taken)):
        for n, (span, told, where) in enumerate(side.open):
            if n not in kept:
                words = f"{span.cut(gold.text)} ({told}, on {where or 'the author’s words'})"
                pair = (words, "") if name == "wanted" else ("", words)
                misses.append(Miss(gold.name, "qualifier", *pair))
    for n, m in matched:
        if (n, m) not in on:
            w, f = wanted.open[n], mine.open[m]
            misses.append(
                Miss(
                    gold.name,
                    f"qualifier {w[0].cut(gold.text)}",
                    f"{w[1]} {w[2]}",
                    f"{f[1]} {f[2]}",
                )
            )
    return [(len(some), *sizes) for some in (matched, kind, on)]
