"""Fitting the head to its teacher: recipe and examples to weights.

The loss of tags is how far the head's shares of tags are from the teacher's (Kullback and Leibler), a mean over words; that
of links likewise, over pairs of a word of a source or content and a word that opens a cue, as the teacher weighs them.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

import msgspec
import torch
import torch.nn.functional as f
from torch import Tensor, nn

from hearsay.model.labels import TAGS
from hearsay.training.inner.network import DEPTH, WIDTH, Inner
from hearsay.training.inner.teacher import Example
from hearsay.training.recipe import Corpus, opened
from hearsay.training.teachers import CUE, JOINED

SIDE_BY_SIDE = 20
"""Batches among which windows of one length are looked for."""


class InnerRecipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to do; recipes/inner/small-3.toml says what each value means."""

    name: str
    seed: int
    epochs: int
    batch: int
    rate: float
    heads: float
    decay: float
    warm_up: float
    average: float
    links: float
    train: tuple[Corpus, ...]
    dev: tuple[Corpus, ...]
    begin: str | None = None


def open_inner(path: Path) -> InnerRecipe:
    """Reads a recipe.

    Raises:
        BadRecipe: no such file, no TOML, or a value that is missing, unknown or of the wrong kind.
    """
    return opened(path, InnerRecipe, "recipes/inner/small-3.toml")


class Told(NamedTuple):
    """Losses of a step: of tags and of links."""

    tags: float
    links: float


def fit(
    head: Inner, recipe: InnerRecipe, examples: list[Example], device: str = "cpu"
) -> Iterator[tuple[int, int, Told]]:
    """Learns what the teacher says; at the end the head has the running mean of its weights.

    Args:
        head: with the weights to begin with.
        recipe: what to do.
        examples: are put into another order.
        device: where it is learned, as torch names it; at the end the head is on the processor again.

    Yields:
        the number of each step, of how many, and its losses.
    """
    chance = random.Random(recipe.seed)  # noqa: S311 - an order, no secret
    head.to(device)
    torch.manual_seed(recipe.seed)
    several = _batches(examples, recipe.batch, chance)
    steps = recipe.epochs * len(several)
    warm = max(1, int(steps * recipe.warm_up))
    layers = {*map(id, head.layers.parameters())}
    rest = [one for one in head.parameters() if id(one) not in layers]
    optimiser = torch.optim.AdamW(
        [
            {"params": head.layers.parameters(), "lr": recipe.rate},
            {"params": rest, "lr": recipe.heads},
        ],
        weight_decay=recipe.decay,
    )
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / warm, max(0.0, (steps - at) / (steps - warm)))
    )
    mean = {name: value.clone() for name, value in head.state_dict().items()}
    head.train()
    number = count(1)
    for epoch in range(recipe.epochs):
        if epoch:
            several = _batches(examples, recipe.batch, chance)
        for one in several:
            tags, links = losses(head, _Batch.of(one).to(device))
            (tags + recipe.links * links).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            rates.step()
            at = next(number)
            kept = min(recipe.average, (at + 1) / (at + 10))
            torch._foreach_lerp_([*mean.values()], [*head.state_dict().values()], 1 - kept)
            yield at, steps, Told(tags.item(), links.item())
    head.load_state_dict(mean)
    head.cpu().eval()


class _Batch(NamedTuple):
    """Windows side by side, filled up to the longest; the owner of filling is -1."""

    lower: Tensor
    upper: Tensor
    quoted: Tensor
    broke: Tensor
    owner: Tensor
    tags: Tensor
    links: Tensor

    @classmethod
    def of(cls, several: Sequence[Example]) -> "_Batch":
        rows, most = len(several), max(len(one.owner) for one in several)
        layers = torch.zeros(rows, most, DEPTH, WIDTH)
        quoted, broke = (torch.zeros(rows, most, dtype=torch.long) for _ in range(2))
        owner = torch.full((rows, most), -1)
        tags, links = torch.zeros(rows, most, len(TAGS)), torch.zeros(rows, most, most)
        for row, one in enumerate(several):
            n = len(one.owner)
            layers[row, :n] = torch.from_numpy(one.layers).float()
            quoted[row, :n], broke[row, :n], owner[row, :n] = (
                torch.from_numpy(values).long() for values in (one.quoted, one.broke, one.owner)
            )
            tags[row, :n] = torch.from_numpy(one.tags).float()
            links[row, :n, :n] = torch.from_numpy(one.links).float()
        return cls(layers[:, :, 0], layers[:, :, 1], quoted, broke, owner, tags, links)

    def to(self, device: str) -> "_Batch":
        return _Batch(*(one.to(device) for one in self))


def losses(head: Inner, given: _Batch) -> tuple[Tensor, Tensor]:
    """How far the head is from the teacher: in tags, and in links."""
    here = given.owner >= 0
    tags, links = head(given.lower, given.upper, given.quoted, given.broke, given.owner)
    wanted = f.softmax(given.tags, -1)
    far = f.log_softmax(given.tags, -1) - f.log_softmax(tags, -1)
    same = given.owner.unsqueeze(2) == given.owner.unsqueeze(1)
    pairs = wanted[..., JOINED].sum(-1).unsqueeze(2) * wanted[..., CUE].sum(-1).unsqueeze(1)
    pairs = pairs * (same & here.unsqueeze(2))
    likely = torch.sigmoid(given.links)
    cost = f.binary_cross_entropy_with_logits(links, likely, reduction="none")
    cost = cost - f.binary_cross_entropy_with_logits(given.links, likely, reduction="none")
    return (wanted * far).sum(-1)[here].mean(), (cost * pairs).sum() / pairs.sum().clamp(min=1)


def _batches(examples: list[Example], size: int, chance: random.Random) -> list[Sequence[Example]]:
    """Windows of about the same length together, shuffled; a last half batch is left out."""
    chance.shuffle(examples)
    out: list[Sequence[Example]] = []
    for at in range(0, len(examples), size * SIDE_BY_SIDE):
        near = sorted(examples[at : at + size * SIDE_BY_SIDE], key=lambda one: len(one.owner))
        out += [near[n : n + size] for n in range(0, len(near), size)]
    chance.shuffle(out)
    return [one for one in out if len(one) >= max(1, size // 2)]
