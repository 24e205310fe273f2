"""Examples: annotated texts as numbers, window by window.

One `Example` is one text with the gold of the heads that its corpus speaks of; the others are None, and
nothing is learned from it for them.
"""

import csv
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hearsay.measure.gold.factuality import MOST, judged
from hearsay.measure.gold.pronouns import asked
from hearsay.measure.gold.standoff import Annotated, annotated
from hearsay.measure.gold.treebank import Document, documents, head_of
from hearsay.model.labels import ENTITIES, RELATIONS, ROLES, TAGS, UPOS
from hearsay.model.tokens import Pieces, Tokens, given, tokens
from hearsay.model.windows import ROOM, Window, windows
from hearsay.text.span import Span, lines

_TAG = {tag: n for n, tag in enumerate(TAGS)}
_UPOS = {tag: n for n, tag in enumerate(UPOS)}
_RELATION = {name: n for n, name in enumerate(RELATIONS)}
_ENTITY = {name: n for n, name in enumerate(ENTITIES)}


class Attributed(NamedTuple):
    """Gold of the attribution head.

    Attributes:
        tags: of `TAGS`, one a word.
        links: word of a source or content, and the first word of the cue that it belongs to.
    """

    tags: list[int]
    links: list[tuple[int, int]]


class Parsed(NamedTuple):
    """Gold of the syntax heads and of mentions; one entry a word. `head` is -1 for a sentence's root.

    `entity` is None where the treebank has no mentions.
    """

    upos: list[int]
    head: list[int]
    relation: list[int]
    entity: list[int] | None


class Referring(NamedTuple):
    """A word that heads a mention, and the heads of other mentions, each with whether it means the same."""

    word: int
    others: tuple[tuple[int, bool], ...]


class Example(NamedTuple):
    """A text with its gold.

    Attributes:
        referring: gold of the reference head; empty where the corpus does not speak of it.
        judged: words that name events, and how factual each is, between -1 and 1.
    """

    name: str
    tokens: Tokens
    attributed: Attributed | None
    parsed: Parsed | None
    referring: tuple[Referring, ...] = ()
    judged: tuple[tuple[int, float], ...] = ()


class Piece(NamedTuple):
    """A window of an example: what one row of a batch is made of."""

    example: Example
    window: Window


def attributed(folder: Path, pieces: Pieces) -> list[Example]:
    """The articles of a stand-off folder; each line is a paragraph."""
    return [
        _attributed(one, tokens(one.text, lines(one.text), pieces)) for one in annotated(folder)
    ]


def parsed(path: Path, pieces: Pieces) -> list[Example]:
    """The documents of a treebank."""
    return [_parsed(one, pieces) for one in documents(path)]


def pronouns(path: Path, pieces: Pieces) -> list[Example]:
    """The passages of GAP."""
    out = []
    for one in asked(path):
        cut = tokens(one.text, lines(one.text), pieces)
        word = _over(cut, one.pronoun)[0]
        others = tuple(
            (_over(cut, name)[0], same) for name, same in zip(one.names, one.means, strict=True)
        )
        out.append(Example(one.name, cut, None, None, (Referring(word, others),)))
    return out


def bodies(path: Path, pieces: Pieces) -> list[Example]:
    """The articles of FNC-1's table, without gold; each line is a paragraph."""
    with path.open(encoding="utf-8", newline="") as table:
        texts = [(row["Body ID"], row["articleBody"]) for row in csv.DictReader(table)]
    return [
        Example(f"body-{name}", tokens(text, lines(text), pieces), None, None)
        for name, text in texts
        if text.strip()
    ]


def factuality(path: Path, pieces: Pieces) -> list[Example]:
    """Judged texts, each an example of its own."""
    out = []
    for number, one in enumerate(judged(path)):
        whole = Span(0, len(one.text))
        broke = [int(at == 0) for at in range(len(one.spans))]
        cut = given(one.text, one.spans, [0] * len(one.spans), broke, [whole], pieces)
        gold = tuple((word, value / MOST) for word, value in one.targets)
        out.append(Example(f"{path.parent.name}-{number}", cut, None, None, (), gold))
    return out


def onto(examples: Sequence[Example], texts: dict[str, str], path: Path) -> list[Example]:
    """Examples of a treebank with the judgements of a file on its sentences.

    Args:
        examples: of the treebank.
        texts: the text of each, by name.
        path: of the judgements; a sentence is found by its letters, and passed over where it has been
            cut into other words.
    """
    found: dict[str, list[tuple[int, float]]] = {}
    for one in judged(path):
        gold = [(word, value / MOST) for word, value in one.targets]
        found["".join(one.text.split()) + f" {len(one.spans)}"] = gold
    out = []
    for example in examples:
        cut, text = example.tokens, texts[example.name]
        by_sentence: dict[int, list[int]] = {}
        for word, number in enumerate(cut.sentence):
            by_sentence.setdefault(number, []).append(word)
        here: list[tuple[int, float]] = []
        for held in by_sentence.values():
            letters = "".join(cut.spans[word].cut(text) for word in held)
            here += [(held[word], value) for word, value in found.get(f"{letters} {len(held)}", ())]
        out.append(example._replace(judged=tuple(here)))
    return out


def _attributed(one: Annotated, cut: Tokens) -> Example:
    tags = [0] * len(cut)
    links = []
    for marked in one.marked:
        cue = _words(cut, marked.cue)
        for role, spans in zip(ROLES, marked, strict=True):
            for run in _runs(one.text, cut, spans):
                for word in run:
                    tags[word] = _TAG[f"{_place(word, run)}-{role}"]
                if cue and role != "cue":
                    links += [(word, cue[0]) for word in run]
    return Example(one.name, cut, Attributed(tags, sorted(set(links))), None)


def _words(cut: Tokens, spans: Sequence[Span]) -> list[int]:
    """The words that some spans touch."""
    return sorted({word for span in spans for word in _over(cut, span)})


def _over(cut: Tokens, span: Span) -> range:
    first = bisect_right(cut.spans, span.start, key=lambda word: word.end)
    return range(first, bisect_left(cut.spans, span.end, key=lambda word: word.start))


def _runs(text: str, cut: Tokens, spans: Sequence[Span]) -> Iterator[range]:
    """The words of a role, joined where nothing but signs lies between two pieces."""
    runs: list[range] = []
    for word in _words(cut, spans):
        gap = range(runs[-1].stop, word) if runs else range(0)
        if runs and not any(cut.spans[w].cut(text)[0].isalnum() for w in gap):
            runs[-1] = range(runs[-1].start, word + 1)
        else:
            runs.append(range(word, word + 1))
    yield from runs


def _place(word: int, run: range) -> str:
    if len(run) == 1:
        return "S"
    return "B" if word == run[0] else "E" if word == run[-1] else "I"


def _parsed(one: Document, pieces: Pieces) -> Example:
    cut = given(
        one.text, one.spans, one.sentence, [int(o) for o in one.opens], one.paragraphs, pieces
    )
    entity = None
    chains: dict[int, str] = {}
    if one.mentions is not None:
        entity = [0] * len(cut)
        for mention in sorted(one.mentions, key=lambda m: m.first - m.stop):
            head = head_of(one, mention)
            entity[head] = _ENTITY[mention.entity]
            chains[head] = mention.chain
    heads = [-1 if at == word else at for word, at in enumerate(one.head)]
    relation = [
        _RELATION[name if name in _RELATION else name.split(":")[0]] for name in one.relation
    ]
    known = Parsed([_UPOS[u] for u in one.upos], heads, relation, entity)
    return Example(one.name, cut, None, known, tuple(_referring(chains)))


def _referring(chains: dict[int, str]) -> Iterator[Referring]:
    """Each mention with those before it, as far back as a window could reach."""
    heads = sorted(chains)
    for at, head in enumerate(heads):
        before = [other for other in heads[:at] if other > head - ROOM]
        if before:
            yield Referring(head, tuple((o, chains[o] == chains[head]) for o in before))


def cut_up(examples: Sequence[Example], chance: random.Random | None) -> list[Piece]:
    """All windows of some texts, in order.

    With chance, each text is cut at other places every time: a first window of random length, and windows
    of random size, as long as they would be read or shorter.
    """
    out = []
    for example in examples:
        room = ROOM if chance is None else chance.choice((ROOM, ROOM, ROOM - 40, ROOM - 90))
        asked = 0
        if chance is not None and len(example.tokens) > ROOM:
            begin = next(iter(windows(example.tokens, chance.randrange(30, ROOM))))
            out.append(Piece(example, begin))
            asked = begin.stop
        out += [Piece(example, window) for window in windows(example.tokens, room, 0, asked)]
    return out


def batches(pieces: list[Piece], size: int, chance: random.Random | None) -> list[list[Piece]]:
    """Windows of about the same length together, so that little is filled up; shuffled with chance."""
    if chance is not None:
        chance.shuffle(pieces)
    out = []
    for at in range(0, len(pieces), size * 30):
        chunk = sorted(pieces[at : at + size * 30], key=lambda p: p.window.stop - p.window.first)
        out += [chunk[n : n + size] for n in range(0, len(chunk), size)]
    if chance is not None:
        chance.shuffle(out)
    return out
