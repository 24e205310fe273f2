"""Batches: windows side by side, filled up to the longest, as tensors."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import torch
from torch import Tensor

from hearsay.model.tokens import Pieces
from hearsay.training.examples import Piece

NOT_ASKED = -100
"""Gold of a place that nothing is learned from."""


class Batch(NamedTuple):
    """B windows. What no corpus of the batch speaks of is all `NOT_ASKED`.

    Attributes:
        ids, features, mask, first, last: what the network is given (`network.Encoder`).
        words: (B) how many words each window has.
        sentence: (B, W) number of the word's sentence; -1 for filling.
        tags: (B, W) gold.
        links: (B, W, W) 1 where the word belongs to the cue that begins there, 0 where it does not,
            `NOT_ASKED` where the row is no word of a source or content, or no cue begins there.
        upos, arcs, relation, entity: (B, W) gold; arcs count from 0, the root.
        means: (B, W, W) 1 where the row means the same as the column, 0 where it could and does not,
            `NOT_ASKED` elsewhere.
        fact: (B, W) how factual the event is, between -1 and 1.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    sentence: Tensor
    tags: Tensor
    links: Tensor
    upos: Tensor
    arcs: Tensor
    relation: Tensor
    entity: Tensor
    means: Tensor
    fact: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same on a device."""
        return Batch(*(one.to(device, non_blocking=True) for one in self))


class Held(NamedTuple):
    """Which heads a batch has gold for."""

    tags: bool
    links: bool
    upos: bool
    entity: bool
    means: bool
    fact: bool

    @classmethod
    def of(cls, made: Batch) -> "Held":
        """Told before the batch goes to a device, which would have to be waited for."""
        golds = (made.tags, made.links, made.upos, made.entity, made.means, made.fact)
        return cls(*(bool((one != NOT_ASKED).any()) for one in golds))


def batch(windows: Sequence[Piece], pieces: Pieces) -> Batch:
    """The windows as tensors."""
    most_words = max(w.window.stop - w.window.first for w in windows)
    counts = [
        [len(p) for p in w.example.tokens.pieces[w.window.first : w.window.stop]] for w in windows
    ]
    most_pieces = max(map(sum, counts)) + 2
    rows, size = len(windows), (len(windows), most_words)
    made = Batch(
        ids=torch.zeros(rows, most_pieces, dtype=torch.long),
        features=torch.zeros(rows, most_pieces, 3, dtype=torch.long),
        mask=torch.zeros(rows, most_pieces, dtype=torch.long),
        first=torch.zeros(size, dtype=torch.long),
        last=torch.zeros(size, dtype=torch.long),
        words=torch.tensor([len(c) for c in counts]),
        sentence=torch.full(size, -1),
        tags=torch.full(size, NOT_ASKED),
        links=torch.full((*size, most_words), float(NOT_ASKED)),
        upos=torch.full(size, NOT_ASKED),
        arcs=torch.full(size, NOT_ASKED),
        relation=torch.full(size, NOT_ASKED),
        entity=torch.full(size, NOT_ASKED),
        means=torch.full((*size, most_words), float(NOT_ASKED)),
        fact=torch.full(size, float(NOT_ASKED)),
    )
    for row, (one, count) in enumerate(zip(windows, counts, strict=True)):
        _fill(made, row, one, count, pieces)
    return made


def _fill(made: Batch, row: int, one: Piece, count: list[int], pieces: Pieces) -> None:
    (example, window), n = one, len(count)
    part = slice(window.first, window.stop)
    cut = example.tokens
    ids = [number for word in cut.pieces[part] for number in word]
    made.ids[row, : len(ids) + 2] = torch.tensor([pieces.first, *ids, pieces.last])
    made.mask[row, : len(ids) + 2] = 1
    ends = list(accumulate(count))
    starts = [0, *ends[:-1]]
    seen = torch.tensor([cut.shapes[part], cut.quoted[part], cut.broke[part]]).T
    made.features[row, 1 : len(ids) + 1] = seen.repeat_interleave(torch.tensor(count), 0)
    made.first[row, :n] = torch.tensor(starts) + 1
    made.last[row, :n] = torch.tensor(ends)
    made.sentence[row, :n] = torch.tensor(cut.sentence[part])
    if example.attributed:
        made.tags[row, :n] = torch.tensor(example.attributed.tags[part])
        _link(made.links[row], example.attributed.links, window.first, window.stop)
    if example.parsed:
        gold = example.parsed
        made.upos[row, :n] = torch.tensor(gold.upos[part])
        made.relation[row, :n] = torch.tensor(gold.relation[part])
        heads = [
            h if h < 0 or h in range(window.first, window.stop) else None for h in gold.head[part]
        ]
        made.arcs[row, :n] = torch.tensor(
            [NOT_ASKED if h is None else 0 if h < 0 else h - window.first + 1 for h in heads]
        )
        if gold.entity is not None:
            made.entity[row, :n] = torch.tensor(gold.entity[part])
    inside = range(window.first, window.stop)
    for asked in example.referring:
        if asked.word in inside:
            for other, same in asked.others:
                if other in inside:
                    place = asked.word - window.first, other - window.first
                    made.means[row, *place] = float(same)
    for word, value in example.judged:
        if word in inside:
            made.fact[row, word - window.first] = value


def _link(links: Tensor, gold: list[tuple[int, int]], first: int, stop: int) -> None:
    inside = range(first, stop)
    cues = sorted({cue - first for _, cue in gold if cue in inside})
    words = sorted({word - first for word, _ in gold if word in inside})
    if not cues or not words:
        return
    links[torch.tensor(words).unsqueeze(1), torch.tensor(cues)] = 0
    for word, cue in gold:
        if word in inside and cue in inside:
            links[word - first, cue - first] = 1
