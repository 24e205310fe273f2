"""Along net: the small network that goes along the units of a weighing (`hearsay.reader.weighing.along`), learned from marked articles.

Much of what is seen of a unit is hidden by chance in each step, so that it leans on no single sign; words are none of its signals, since they fit a hand. Using
it needs no torch, which is here alone. The same seed gives the same figures on the same machine.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from hearsay.reader.weighing.along import NEAR, TAKEN, Along, Way
from hearsay.reader.weighing.chain import STATES
from hearsay.reader.weighing.units import Opens

Labels = NDArray[np.int64]
Rows = NDArray[np.float64]
Article = tuple[torch.Tensor, torch.Tensor, torch.Tensor]

OUTSIDE: Final = "BME"
"""Labels that are one for it."""

LEXICAL: Final = ("word:", "first:")
FEWEST: Final = 6
"""Articles that have a signal."""

MAIN, VECTOR, SIGNS, SIZE = 128, 64, 32, 80
"""Main components of vectors; figures taken from vectors, and from signals; figures that a way holds."""

HIDDEN, UNSEEN = 0.5, 0.4
"""Share of figures, and of signals, that a step does not see."""

EPOCHS, GROUP, PACE, DECAY, SMOOTH = 40, 32, 4e-3, 1e-3, 0.02

UNLIKE: Final = 0.25
"""How much the lengths of articles are changed by chance before those of a length are put together: a step of learning costs what its longest one does."""


class Taught(NamedTuple):
    """An article: what the encoder made of its units with what they open and how near they are, their signals, and what they are."""

    rows: Rows
    seen: Sequence[Collection[str]]
    labels: Labels


def labels_of(states: Sequence[int]) -> Labels:
    """For each state of the chain, the number of what a unit in it is taken for."""
    names = ("B" if STATES[state][0] in OUTSIDE else STATES[state][0] for state in states)
    return np.array([TAKEN.index(name) for name in names])


class _Net(nn.Module):
    """The network while it is learned."""

    def __init__(self, vector: int, signs: int) -> None:
        super().__init__()
        self.made = nn.Linear(vector, VECTOR)
        self.signs = nn.Linear(signs, SIGNS)
        self.ways = nn.GRU(VECTOR + SIGNS, SIZE, bidirectional=True, batch_first=True)
        self.told = nn.Linear(2 * SIZE, len(TAKEN))
        self.hide, self.unsee = nn.Dropout(HIDDEN), nn.Dropout(UNSEEN)

    def forward(
        self, vectors: torch.Tensor, signs: torch.Tensor, many: torch.Tensor
    ) -> torch.Tensor:
        """How much speaks for each of `TAKEN`, for each unit of some articles."""
        own = torch.tanh(self.made(self.hide(vectors)))
        both = torch.cat([own, torch.tanh(self.signs(self.unsee(signs)))], -1)
        packed = nn.utils.rnn.pack_padded_sequence(
            self.hide(both), many, batch_first=True, enforce_sorted=False
        )
        held, _ = nn.utils.rnn.pad_packed_sequence(self.ways(packed)[0], batch_first=True)
        return self.told(self.hide(held))


class _Main(NamedTuple):
    """The main components of vectors, by which they are learned from; `columns` of a row are a vector, the others are left as they are."""

    mean: Rows
    axes: Rows

    def of(self, rows: Rows) -> Rows:
        """A row with its vector by the main components."""
        columns = len(self.mean)
        return np.hstack([(rows[:, :columns] - self.mean) @ self.axes, rows[:, columns:]])


def along_of(those: Sequence[Taught], seed: int = 0) -> Along:
    """The network that some articles give.

    Args:
        those: the articles.
        seed: of chance.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    main = _main(those)
    names = _names(those)
    net = _Net(MAIN + len(Opens) + NEAR, len(names))
    _fitted(net, [_tensors(one, main, names) for one in those], seed)
    return _packed(net, main, names)


def _main(those: Sequence[Taught]) -> _Main:
    columns = those[0].rows.shape[1] - len(Opens) - NEAR
    every = np.concatenate([one.rows[:, :columns] for one in those])
    mean = every.mean(0)
    _, sizes, axes = np.linalg.svd(every - mean, full_matrices=False)
    return _Main(mean, axes[:MAIN].T / (sizes[:MAIN] / len(every) ** 0.5))


def _names(those: Sequence[Taught]) -> list[str]:
    """The signals that enough articles have, words left out."""
    many = Counter(name for one in those for name in {name for has in one.seen for name in has})
    return sorted(n for n, m in many.items() if m >= FEWEST and not n.startswith(LEXICAL))


def _tensors(one: Taught, main: _Main, names: Sequence[str]) -> Article:
    at = {name: n for n, name in enumerate(names)}
    signs = np.zeros((len(one.labels), len(names)))
    for row, has in zip(signs, one.seen, strict=True):
        row[[at[name] for name in has if name in at]] = 1.0
    return _float(main.of(one.rows)), _float(signs), torch.tensor(one.labels)


def _float(those: Rows) -> torch.Tensor:
    return torch.tensor(those, dtype=torch.float32)


def _fitted(net: _Net, those: Sequence[Article], seed: int) -> None:
    """Learns: all articles again and again, some at a time in an order of chance."""
    chance = np.random.default_rng(seed)
    make = torch.optim.AdamW(net.parameters(), lr=PACE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(those) // GROUP)
    pace = torch.optim.lr_scheduler.OneCycleLR(make, PACE, total_steps=steps)
    pad = nn.utils.rnn.pad_sequence
    net.train()
    for _ in range(EPOCHS):
        for group in _groups(those, chance):
            vectors, signs, labels = ([one[part] for one in group] for part in range(3))
            many = torch.tensor([len(one) for one in labels])
            told = net(pad(vectors, batch_first=True), pad(signs, batch_first=True), many)
            right = pad(labels, batch_first=True, padding_value=-1)
            lost = nn.functional.cross_entropy(
                told.reshape(-1, len(TAKEN)),
                right.reshape(-1),
                ignore_index=-1,
                label_smoothing=SMOOTH,
            )
            make.zero_grad()
            lost.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            make.step()
            pace.step()


def _groups(those: Sequence[Article], chance: np.random.Generator) -> list[list[Article]]:
    """All articles, some of about one length at a time, in an order of chance."""
    lengths = np.array([len(labels) for _, _, labels in those])
    order = np.argsort(lengths * np.exp(chance.normal(0, UNLIKE, len(those))))
    firsts = chance.permutation(np.arange(0, len(those), GROUP))
    return [[those[n] for n in order[first : first + GROUP]] for first in firsts]


def _packed(net: _Net, main: _Main, names: Sequence[str]) -> Along:
    """What was learned, the main components multiplied out."""
    held = {name: one.detach().numpy().astype(np.float64) for name, one in net.named_parameters()}
    own = held["made.weight"].T
    vector = main.axes @ own[:MAIN]
    bias = held["made.bias"] - main.mean @ vector
    forwards, backwards = (
        Way(
            _half(held[f"ways.weight_ih_l0{way}"].T),
            _half(held[f"ways.weight_hh_l0{way}"].T),
            _half(held[f"ways.bias_ih_l0{way}"]),
            _half(held[f"ways.bias_hh_l0{way}"]),
        )
        for way in ("", "_reverse")
    )
    return Along(
        tuple(names),
        _half(np.vstack([held["signs.weight"].T, held["signs.bias"]])),
        _half(np.vstack([vector, own[MAIN:], bias])),
        forwards,
        backwards,
        _half(np.vstack([held["told.weight"].T, held["told.bias"]])),
        SIZE,
    )


def _half(those: Rows) -> bytes:
    return np.ascontiguousarray(those, dtype="<f2").tobytes()
