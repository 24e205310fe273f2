"""Actors and chains measured: who speaks, what the article says of them, and through whom their words come.

A statement of the reader is held against the annotated one that shares most words with it: of the content half,
or the cue and some of the content. Names are alike where one has all the words of the other, articles aside;
titles and standings where they share half their words.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from hearsay.measure.gold.actors import Known, Peopled, peopled
from hearsay.measure.gold.standoff import Marked
from hearsay.measure.likest import likest
from hearsay.measure.syntax import Counts, Parsed, shares
from hearsay.model.model import Model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, Spans, cut, found

NAMES = (
    *("sourced statements", "speaker", "speaker of a pronoun", "chain", "chain of two or more"),
    *(
        "source type",
        "name",
        "title",
        "title, where there is one",
        "standing",
        "standing, where there is one",
    ),
    *("speaks for", "carried over"),
)
PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "him", "her", "them", "his", "their", "its", "who"}
)
EMPTY = frozenset(
    {"the", "a", "an", "of", "for", "and", "in", "at", "s", "’s", "'s", "mr", "mrs", "ms", "dr"}
)
HALF = 0.5

Annotation = TypeVar("Annotation")


class Miss(NamedTuple):
    """A statement whose chain was wanted otherwise."""

    article: str
    what: str
    wanted: str
    found: str


def measure_actors(folder: Path, model: Model | None) -> tuple[Parsed, list[Miss]]:
    """The figures of a folder of annotated actors, and what was wrong.

    Raises:
        BadGold: the folder holds no annotated actors.
    """
    rows: list[Counts] = []
    misses: list[Miss] = []
    for one in peopled(folder):
        page = open_page(one.text.encode(), one.name, content_type="text/plain")
        extracted = extract(page)
        reading = read(extracted.article, extracted.remarks, model)
        rows.append(_counts(one, reading, misses))
    return shares(str(folder), NAMES, rows), misses


def _counts(gold: Peopled, reading: Reading, misses: list[Miss]) -> Counts:
    text = reading.article.text
    actors = {actor.id: actor for actor in reading.actors}
    paired = list(pairs(gold.said, reading.attributions))
    met = {id(a) for _, _, a in paired}
    sourced = [(g, m) for g, m in gold.said if g.chain and g.id.startswith("E")]
    mine = [a for a in reading.attributions if a.within is None and a.explicit and a.speaker]
    got = sum(bool(g.chain and g.id.startswith("E") and a.speaker) for g, _, a in paired)
    precise = sum(id(a) in met for a in mine)
    out: Counts = [(min(got, precise), len(mine), len(sourced))]
    speaker, pronoun, chain, longer = [], [], [], []
    aligned: dict[str, Actor] = {}
    for through, marked, one in paired:
        wanted = [gold.actors[who].name for who in through.chain]
        names = [actors[who].name for who in one.chain]
        same = len(wanted) == len(names) and all(map(alike, wanted, names))
        right = bool(one.speaker) and bool(wanted) and alike(wanted[-1], names[-1])
        if wanted:
            chain.append(same)
            if marked.source:  # "Residents were told that …" has the chain of what it stands in, and nobody who says it
                speaker.append(right)
            if len(wanted) > 1:
                longer.append(same)
            if cut(marked.source, text).lower() in PRONOUNS:
                pronoun.append(right)
            if right and one.speaker:
                aligned.setdefault(through.chain[-1], actors[one.speaker])
            if not same:
                what = f"{through.id} {cut(marked.source, text)} | {cut(marked.cue, text)}"
                misses.append(Miss(gold.name, what, " < ".join(wanted), " < ".join(names)))
    out += [_share(one) for one in (speaker, pronoun, chain, longer)]
    out += _of_actors(gold, aligned, actors, misses)
    out.append(_carried(gold, reading, actors))
    return out


def _of_actors(
    gold: Peopled, aligned: dict[str, Actor], actors: dict[str, Actor], misses: list[Miss]
) -> Counts:
    types, names, titles, some_titles, standings, some_standings, fors = ([] for _ in range(7))
    for key, actor in aligned.items():
        known: Known = gold.actors[key]
        types.append(actor.source_type.value == known.type)
        names.append(_plain(actor.name) == _plain(known.name))
        titles.append(_close(actor.title or "", known.title))
        if known.title:
            some_titles.append(titles[-1])
        where = " ".join(_cut(gold.text, actor.standing))
        standings.append(_close(where, " ".join(known.standing)))
        if known.standing:
            some_standings.append(standings[-1])
        wanted = gold.actors[known.speaks_for].name if known.speaks_for else ""
        spoken = actors[actor.speaks_for].name if actor.speaks_for else ""
        if wanted or spoken:
            fors.append(bool(wanted and spoken) and alike(wanted, spoken))
            if not fors[-1]:
                misses.append(Miss(gold.name, f"speaks for: {known.name}", wanted, spoken))
        for right, what, w, f in (
            (types[-1], "type", known.type, actor.source_type.value),
            (names[-1], "name", known.name, actor.name),
            (titles[-1], "title", known.title, actor.title or ""),
            (standings[-1], "standing", " / ".join(known.standing), where),
        ):
            if not right:
                misses.append(Miss(gold.name, f"{what} of {known.name}", w, f))
    lists = (types, names, titles, some_titles, standings, some_standings, fors)
    return [_share(one) for one in lists]


def _carried(gold: Peopled, reading: Reading, actors: dict[str, Actor]) -> tuple[int, int, int]:
    wanted = {}
    for one in gold.carried:
        span = found(gold.text, one.sentence)
        if span:
            wanted[span.start] = gold.actors[one.speaker].name
    mine = [
        a
        for a in reading.attributions
        if not a.explicit and a.ground.by == "rule:goes_on_in_report"
    ]
    right = sum(
        any(
            a.content[0].start <= at < a.content[-1].end
            and alike(name, actors[a.speaker or ""].name)
            for a in mine
            if a.speaker
        )
        for at, name in wanted.items()
    )
    return right, len(mine), len(wanted)


def pairs(
    said: Sequence[tuple[Annotation, Marked]], found: Sequence[Attribution]
) -> Iterator[tuple[Annotation, Marked, Attribution]]:
    """Annotated statements with those of the reader that are the same; each once, the likest first."""
    scored = (
        (like, n, m)
        for n, (_, marked) in enumerate(said)
        for m, one in enumerate(found)
        if (like := _like(marked, one)) > 0
    )
    for n, m in likest(scored):
        yield (*said[n], found[m])


def _like(marked: Marked, one: Attribution) -> float:
    content = overlap(marked.content, one.content)
    cue = overlap(marked.cue, one.cue) if marked.cue and one.cue else 0.0
    if content >= HALF or (cue > 0 and content > 0):
        return content + cue + 0.2 * overlap(marked.source, one.source)
    return 0.0


def overlap(a: Spans, b: Spans) -> float:
    """Characters in common, as the share of both: F1, 0 to 1."""
    common = sum(c.length for x in a for y in b if (c := x.common(y)))
    total = sum(x.length for x in a) + sum(y.length for y in b)
    return 2 * common / total if total else 0.0


def _share(right: Sequence[bool]) -> tuple[int, int, int]:
    return sum(right), len(right), len(right)


def _plain(name: str) -> tuple[str, ...]:
    return tuple(w for w in _words(name) if w not in EMPTY)


def _words(name: str) -> list[str]:
    kept = "".join(c.lower() if c.isalnum() or c in "’'-" else " " for c in name).split()
    return [w.removesuffix("’s").removesuffix("'s").strip("’'") for w in kept]


def alike(one: str, other: str) -> bool:
    """Whether two names may be of one: all the words of the shorter are in the longer."""
    a, b = {*_plain(one)}, {*_plain(other)}
    return bool(a and b and (a <= b or b <= a))


def _close(one: str, other: str) -> bool:
    """Whether two phrases share half their words; also where there is neither."""
    a, b = {*_plain(one)}, {*_plain(other)}
    if not a or not b:
        return not a and not b
    return 2 * len(a & b) / (len(a) + len(b)) >= HALF


def _cut(text: str, spans: Iterable[Span]) -> list[str]:
    return [span.cut(text) for span in spans]
