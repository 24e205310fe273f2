"""How well words are parsed, and mentions found, on treebanks.

The words and sentences are the treebank's own. UPOS, UAS and LAS are shares of all words, punctuation too; LAS
compares relations without their subtype, as the CoNLL shared tasks did (Zeman et al. 2018). A mention is
right where its words and what it names are the annotators'.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from hearsay.measure.gold.treebank import Document, documents, head_of
from hearsay.model.marks import Word
from hearsay.model.mentions import mentions

Parse = Callable[[Document], Sequence[Word]]
"""Parses a document by its words and sentences alone."""

RESAMPLES = 1000
SYNTAX, MENTIONS = ("UPOS", "UAS", "LAS"), ("heads", "mentions", "mentions without type")


class Share(NamedTuple):
    """Right, of those found and of those wanted: the harmonic mean, and its interval over documents."""

    name: str
    low: float
    high: float
    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """The share that is right."""
        return 2 * self.right / max(1, self.found + self.wanted)


class Parsed(NamedTuple):
    """A treebank, measured."""

    name: str
    documents: int
    shares: tuple[Share, ...]

    def as_json(self) -> bytes:
        """The figures as one line of JSON."""
        plain = {
            "treebank": self.name,
            "documents": self.documents,
            **{
                s.name: {
                    "f": s.f1,
                    "f_95": [s.low, s.high],
                    "right": s.right,
                    "found": s.found,
                    "wanted": s.wanted,
                }
                for s in self.shares
            },
        }
        return msgspec.json.encode(plain) + b"\n"

    def as_text(self) -> str:
        """The figures for a person."""
        rows = (
            f"  {s.name:<24}{100 * s.f1:6.1f}   {100 * s.low:.1f} to {100 * s.high:.1f}"
            f"   {s.right} right, {s.found} found, {s.wanted} wanted"
            for s in self.shares
        )
        return "\n".join(
            [f"{self.name}: {self.documents} documents, 95 % intervals over them", *rows, ""]
        )


def measure_syntax(path: Path, parse: Parse) -> Parsed:
    """Parts of speech and trees of a treebank.

    Raises:
        BadGold: the file is no treebank.
    """
    return _measured(path, parse, SYNTAX, _syntax)


def measure_mentions(path: Path, parse: Parse) -> Parsed:
    """Mentions of a treebank, where it has them.

    Raises:
        BadGold: the file is no treebank.
    """
    return _measured(path, parse, MENTIONS, _mentions)


Counts = list[tuple[int, int, int]]


def _measured(
    path: Path,
    parse: Parse,
    names: Sequence[str],
    counted: Callable[[Document, Sequence[Word]], Counts],
) -> Parsed:
    rows = [counts for one in documents(path) if (counts := counted(one, parse(one)))]
    return shares(path.name, names, rows)


def shares(name: str, names: Sequence[str], rows: Sequence[Counts]) -> Parsed:
    """Figures of some documents, with intervals of a bootstrap over them.

    Args:
        name: of the set.
        names: of the figures.
        rows: for each document, of each figure: right, found, wanted.
    """
    table = np.array(rows or np.zeros((1, len(names), 3)), dtype=np.int64)  # documents, figures, 3
    draw = np.random.default_rng(0)
    picks = draw.integers(0, len(table), (RESAMPLES, len(table)))
    drawn = table[picks].sum(1)
    f1 = 2 * drawn[..., 0] / np.maximum(1, drawn[..., 1] + drawn[..., 2])
    low, high = np.quantile(f1, [0.025, 0.975], axis=0)
    total = table.sum(0).tolist()
    return Parsed(
        name,
        len(rows),
        tuple(Share(one, float(low[n]), float(high[n]), *total[n]) for n, one in enumerate(names)),
    )


def _syntax(gold: Document, found: Sequence[Word]) -> Counts:
    n = len(gold.spans)
    upos = sum(w.upos == u for w, u in zip(found, gold.upos, strict=True))
    heads = [w.head == h for w, h in zip(found, gold.head, strict=True)]
    named = [
        w.relation.split(":")[0] == r.split(":")[0]
        for w, r in zip(found, gold.relation, strict=True)
    ]
    both = sum(h and r for h, r in zip(heads, named, strict=True))
    return [(upos, n, n), (sum(heads), n, n), (both, n, n)]


def _mentions(gold: Document, found: Sequence[Word]) -> Counts:
    if gold.mentions is None:
        return []
    mine = list(mentions(found))
    wanted = {(m.first, m.stop, m.entity) for m in gold.mentions}
    typed = {(m.first, m.stop, m.entity) for m in mine}
    plain, spans = {(m.first, m.stop) for m in mine}, {(m.first, m.stop) for m in gold.mentions}
    heads = _heads(gold)
    marked = {m.head for m in mine}
    return [
        (len(marked & heads), len(marked), len(heads)),
        (len(typed & wanted), len(typed), len(wanted)),
        (len(plain & spans), len(plain), len(spans)),
    ]


def _heads(gold: Document) -> set[int]:
    return {head_of(gold, mention) for mention in gold.mentions or ()}
