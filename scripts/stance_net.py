"""Stance net: the small networks that tell what a body makes of a headline (`hearsay.reader.headline.stance`), learned from marked pairs.

A third of what is seen is hidden by chance in each step, so that it leans on no single word. Using it needs no torch, which is here alone. The same seed gives the
same figures on the same machine.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse
from torch import nn

from hearsay.reader.headline.stance import RELATED

Rows = NDArray[np.float64]
Labels = NDArray[np.int64]

SIZE, MIXED, MEETS = 24, 48, 24
"""Figures that are taken from each zone, from all of them, and from how both meet."""

HIDDEN, UNSEEN = 0.5, 0.3
"""Share of figures, and of grams, that a step does not see."""

EPOCHS, GROUP, PACE, DECAY, SMOOTH = 30, 128, 2e-3, 1e-2, 0.05
COUNTS = (1.2, 2.0, 1.0)
"""How much a pair of each stance counts: what is rare more."""


class Seen(NamedTuple):
    """Pairs as the network sees them.

    Attributes:
        zones: the grams of headline, lead, nearest sentences and whole body, a row a pair.
        figures: how the body meets the headline, a row a pair.
        labels: the number of the stance in `RELATED`; as many as that has for what is about something else.
    """

    zones: tuple[sparse.csr_matrix, ...]
    figures: Rows
    labels: Labels

    def some(self, those: Labels) -> "Seen":
        """Some of the pairs."""
        return Seen(
            tuple(one[those] for one in self.zones), self.figures[those], self.labels[those]
        )


class Learned(NamedTuple):
    """What was learned, as `hearsay.reader.headline.stance.Stances` has it."""

    middle: Rows
    zones: tuple[Rows, ...]
    figures: Rows
    mixing: Rows
    told: Rows
    meets: Rows
    same: Rows


class _Stance(nn.Module):
    """What a body that is about the same makes of a headline, while it is learned."""

    def __init__(self, grams: Sequence[int], figures: int) -> None:
        super().__init__()
        bags = [nn.EmbeddingBag(many, SIZE, mode="sum") for many in grams]
        for bag in bags:
            nn.init.normal_(bag.weight, std=0.03)
        self.zones = nn.ModuleList(bags)
        self.bias = nn.Parameter(torch.zeros(len(grams), SIZE))
        self.figures = nn.Linear(figures, SIZE)
        self.mixing = nn.Linear((2 * len(grams)) * SIZE, MIXED)
        self.told = nn.Linear(MIXED, len(RELATED))
        self.hide = nn.Dropout(HIDDEN)

    def forward(self, zones: Sequence[sparse.csr_matrix], figures: torch.Tensor) -> torch.Tensor:
        """How much speaks for each of `RELATED`."""
        parts = [
            torch.tanh(self._zone(bag, one) + bias)
            for bag, one, bias in zip(self.zones, zones, self.bias, strict=True)
        ]
        both = [parts[0] * one for one in parts[1:]]
        row = torch.cat([*parts, torch.tanh(self.figures(figures)), *both], -1)
        return self.told(self.hide(torch.relu(self.mixing(self.hide(row)))))

    def _zone(self, bag: nn.Module, one: sparse.csr_matrix) -> torch.Tensor:
        weights = torch.from_numpy(one.data)
        weights = nn.functional.dropout(weights, UNSEEN, self.training)
        at = torch.from_numpy(one.indices.astype(np.int64))
        return bag(at, torch.from_numpy(one.indptr[:-1].astype(np.int64)), per_sample_weights=weights)  # fmt: skip


def learned(those: Seen, seed: int = 0) -> Learned:
    """What some pairs give.

    Args:
        those: the pairs.
        seed: of chance.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    related = np.flatnonzero(those.labels < len(RELATED))
    near = those.figures[related]
    middle = np.stack([near.mean(0), near.std(0) + 1e-6])
    row = torch.tensor((those.figures - middle[0]) / middle[1], dtype=torch.float32)
    meets = _about(row, those.labels < len(RELATED), seed)
    net = _told(those.some(related), row[related], seed)
    held = {name: one.detach().numpy().astype(np.float64) for name, one in net.named_parameters()}
    zones = tuple(
        np.vstack([held[f"zones.{n}.weight"], held["bias"][n]]) for n in range(len(those.zones))
    )
    return Learned(
        middle, zones, _layer(held, "figures"), _layer(held, "mixing"), _layer(held, "told"), *meets
    )


def _about(row: torch.Tensor, same: NDArray[np.bool_], seed: int) -> tuple[Rows, Rows]:
    """Whether both are about the same."""
    net = nn.Sequential(nn.Linear(row.shape[1], MEETS), nn.Tanh(), nn.Linear(MEETS, 1))
    right = torch.tensor(same, dtype=torch.float32)
    chance = np.random.default_rng(seed)
    make = torch.optim.AdamW(net.parameters(), lr=PACE * 3, weight_decay=1e-3)
    for _ in range(6):
        for group in _groups(len(row), 2 * GROUP, chance):
            told = net(row[group])[:, 0]
            lost = nn.functional.binary_cross_entropy_with_logits(told, right[group])
            make.zero_grad()
            lost.backward()
            make.step()
    held = {name: one.detach().numpy().astype(np.float64) for name, one in net.named_parameters()}
    return _layer(held, "0"), _layer(held, "2")


def _told(those: Seen, row: torch.Tensor, seed: int) -> _Stance:
    net = _Stance([one.shape[1] for one in those.zones], row.shape[1])
    chance = np.random.default_rng(seed)
    make = torch.optim.AdamW(net.parameters(), lr=PACE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(row) // GROUP)
    pace = torch.optim.lr_scheduler.OneCycleLR(make, PACE, total_steps=steps)
    right, counts = torch.tensor(those.labels), torch.tensor(COUNTS)
    for _ in range(EPOCHS):
        for group in _groups(len(row), GROUP, chance):
            told = net([one[group] for one in those.zones], row[group])
            lost = nn.functional.cross_entropy(
                told, right[group], weight=counts, label_smoothing=SMOOTH
            )
            make.zero_grad()
            lost.backward()
            make.step()
            pace.step()
    return net.eval()


def _groups(many: int, size: int, chance: np.random.Generator) -> list[Labels]:
    order = chance.permutation(many)
    return [order[at : at + size] for at in range(0, many, size)]


def _layer(held: dict[str, Rows], name: str) -> Rows:
    return np.vstack([held[f"{name}.weight"].T, held[f"{name}.bias"]])
