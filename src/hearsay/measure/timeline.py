"""Times measured: the timeline against annotated articles, and times and their values against TimeML.

A time is found where it shares a character with an annotated one (relaxed; strict: the same words), each once. Its days are
right where both ends are; its event where half of the words are in common. The value of a time in TimeML is right where
it is the same text; by TempEval-3 (UzZaman et al. 2013) it counts among all that is found and wanted.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from hearsay.language.quotation import quotations
from hearsay.language.words import words
from hearsay.measure.actors import overlap
from hearsay.measure.gold.columns import Column, columns
from hearsay.measure.gold.timeml import Document, documents
from hearsay.measure.likest import likest
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reader.times.anchoring import anchored
from hearsay.reader.times.rows import rows
from hearsay.reader.times.time import Told
from hearsay.reader.times.told import Teller
from hearsay.reader.tree import Tree
from hearsay.reading.reading import Reading
from hearsay.reading.voice import Event
from hearsay.text.article import Article, Block, Dated, Role
from hearsay.text.span import Span, cut, whole

HALF = 0.5
DATED = ("times", "days", "events", "times with days and event")
MARKED = ("relaxed", "strict", "type", "value")
T = TypeVar("T")
U = TypeVar("U")


class Miss(NamedTuple):
    """What was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


def measure_timeline(folder: Path, model: Model | None) -> tuple[Parsed, tuple[Miss, ...]]:
    """The figures of the timeline on a folder of annotated articles.

    Raises:
        BadGold: the folder holds none.
    """
    misses: list[Miss] = []
    figures = [_compared(gold, _reading(gold, model), misses) for gold in columns(folder)]
    return shares(str(folder), DATED, figures), tuple(misses)


def measure_times(folder: Path, model: Model | None) -> tuple[Parsed, tuple[Miss, ...]]:
    """The figures of times and their values on a folder of TimeML.

    Raises:
        BadGold: the folder holds none.
    """
    misses: list[Miss] = []
    figures = [_valued(gold, told(gold, model), misses) for gold in documents(folder)]
    return shares(str(folder), MARKED, figures), tuple(misses)


def _reading(gold: Column, model: Model | None) -> Reading:
    page = open_page(gold.text.encode(), gold.name, content_type="text/plain")
    extracted = extract(page, gold.published)
    return read(extracted.article, extracted.remarks, model)


def _pairs(
    wanted: Sequence[T], found: Sequence[U], span: Callable[[T], Span], other: Callable[[U], Span]
) -> Iterator[tuple[T, U]]:
    """Those that share a character, the likest first, each once."""
    scored = (
        (overlap((span(w),), (other(f),)), n, m)
        for n, w in enumerate(wanted)
        for m, f in enumerate(found)
        if span(w).meets(other(f))
    )
    for n, m in likest(scored):
        yield wanted[n], found[m]


def _compared(gold: Column, reading: Reading, misses: list[Miss]) -> Counts:
    found = reading.timeline
    matched = list(_pairs(gold.times, found, lambda time: time.spans[0], lambda event: event.time))
    days = [(w, f) for w, f in matched if (w.start, w.end) == (f.start or "", f.end or "")]
    events = [(w, f) for w, f in matched if not w.event or overlap(w.event, f.event) >= HALF]
    both = [pair for pair in days if pair in events]
    for w, f in matched:
        if (w, f) not in both:
            wanted = f"{w.start} to {w.end}: {cut(w.event, gold.text)}"
            misses.append(Miss(gold.name, cut(w.spans, gold.text), wanted, _shown(gold, f)))
    taken = {w.spans for w, _ in matched}
    misses += [
        Miss(gold.name, cut(w.spans, gold.text), f"{w.start} to {w.end}", "")
        for w in gold.times
        if w.spans not in taken
    ]
    met = {f.time for _, f in matched}
    misses += [
        Miss(gold.name, f.time.cut(gold.text), "", _shown(gold, f))
        for f in found
        if f.time not in met
    ]
    n, m = len(found), len(gold.times)
    return [(len(some), n, m) for some in (matched, days, events, both)]


def _shown(gold: Column, one: Event) -> str:
    return f"{one.start or ''} to {one.end or ''}: {cut(one.event, gold.text)}"


def told(gold: Document, model: Model | None) -> list[Told]:
    """The times that the reader finds in a document."""
    body = whole(gold.text)
    if body is None:
        return []
    block = Block(body, Role.PARAGRAPH)
    article = Article(
        gold.text, published=gold.made or None, published_is=Dated.STATED if gold.made else None,
        blocks=(block,),
    )  # fmt: skip
    seen = model.mark(model.tokens(gold.text, [body])).words if model else ()
    tree = Tree(gold.text, seen)
    teller = Teller(tree, anchored(article), quotations(gold.text, [body]))
    return teller.told(list(rows(article, words(gold.text), tree)), ())


def _valued(gold: Document, found: Sequence[Told], misses: list[Miss]) -> Counts:
    matched = list(_pairs(gold.times, found, lambda time: time.span, lambda one: one.span))
    strict = [pair for pair in matched if pair[0].span == pair[1].span]
    kind = [pair for pair in matched if pair[0].type == pair[1].means.kind.value]
    value = [pair for pair in matched if pair[0].value == pair[1].means.code]
    for w, f in matched:
        if (w, f) not in value:
            misses.append(
                Miss(
                    gold.name, w.span.cut(gold.text), w.value, f"{f.means.code} ({f.found.rule}, made {gold.made})"
                )
            )  # fmt: skip
    met, taken = {w.span for w, _ in matched}, {f.span for _, f in matched}
    misses += [
        Miss(gold.name, w.span.cut(gold.text), w.value, "") for w in gold.times if w.span not in met
    ]
    misses += [
        Miss(gold.name, f.span.cut(gold.text), "", f"{f.means.code} ({f.found.rule})")
        for f in found
        if f.span not in taken
    ]
    n, m = len(found), len(gold.times)
    return [(len(some), n, m) for some in (matched, strict, kind, value)]
