"""The loop: steps of gradient descent. It yields what happened; others print, measure and save."""

import random
import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from hearsay.model.tokens import Pieces
from hearsay.training.batch import Batch, Held, batch
from hearsay.training.examples import Example, Piece, batches, cut_up
from hearsay.training.losses import losses
from hearsay.training.network import Network
from hearsay.training.recipe import Recipe
from hearsay.training.rounding import rounded
from hearsay.training.teachers import learned, told

MOST = 1.0
"""The longest that a gradient may be; a longer one is shortened to it."""


class Step(NamedTuple):
    """One step that was taken.

    Attributes:
        number: from 1.
        epoch: from 0.
        last: whether it ends its epoch.
        losses: of each head that the batch had gold for.
        rate: of the encoder's top layer.
        seconds: it took.
    """

    number: int
    epoch: int
    last: bool
    losses: dict[str, float]
    rate: float
    seconds: float


class Plan:
    """Which windows are read together, epoch by epoch; the same whenever it is asked."""

    def __init__(self, recipe: Recipe, examples: list[Example]) -> None:
        """The number of steps is that of the first epoch's batches, every epoch."""
        self.recipe, self.examples = recipe, examples
        self.an_epoch = len(self._batches(0))

    @property
    def steps(self) -> int:
        """Of the whole training."""
        return self.an_epoch * self.recipe.epochs

    def epoch(self, number: int) -> list[list[Piece]]:
        """The batches of an epoch, though its windows are cut anew as many as in the first."""
        return (self._batches(number) * 2)[: self.an_epoch]

    def _batches(self, epoch: int) -> list[list[Piece]]:
        chance = random.Random(f"{self.recipe.seed} {epoch}")  # noqa: S311 - a shuffle, no secret
        parts: tuple[list[Example], ...] = ([], [], [], [], [])
        for one in self.examples:
            held = (one.attributed, one.parsed, one.referring, one.judged, True)
            parts[[*map(bool, held)].index(True)].append(one)
        made = [
            one
            for part in parts
            for one in batches(cut_up(part, chance), self.recipe.batch, chance)
        ]
        chance.shuffle(made)
        return made


class _Made(IterableDataset[Batch]):
    """The batches from some step on, made by several processes by turns where there are several."""

    def __init__(self, plan: Plan, done: int, pieces: Pieces) -> None:
        self.plan, self.done, self.pieces = plan, done, pieces

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        own, of = (0, 1) if worker is None else (worker.id, worker.num_workers)
        first, at = divmod(self.done, self.plan.an_epoch)
        number = 0
        for epoch in range(first, self.plan.recipe.epochs):
            for windows in self.plan.epoch(epoch)[at:]:
                if number % of == own:
                    yield batch(windows, self.pieces)
                number += 1
            at = 0


class Trainer:
    """A network on its way, and all that it takes to go on from here."""

    def __init__(
        self,
        network: Network,
        recipe: Recipe,
        examples: list[Example],
        pieces: Pieces,
        teachers: Sequence[Network] = (),
        workers: int = 0,
    ) -> None:
        """Makes ready.

        Args:
            network: to be trained, on the device where it is trained.
            recipe: what to do.
            examples: to learn from.
            pieces: the vocabulary.
            teachers: there too; the network learns what they say beside the gold.
            workers: processes that make the batches; the batches are the same.
        """
        self.network, self.recipe, self.pieces = network, recipe, pieces
        self.plan, self.teachers, self.workers = Plan(recipe, examples), teachers, workers
        self.device = next(network.parameters()).device
        self.optimizer = torch.optim.AdamW(
            _groups(network, recipe), weight_decay=recipe.rates.decay
        )
        self.highest = [group["lr"] for group in self.optimizer.param_groups]
        self.done = 0
        self.mean = {
            name: value.detach().clone()
            for name, value in network.named_parameters()
            if value.requires_grad
        }

    @property
    def steps(self) -> int:
        """Of the whole training."""
        return self.plan.steps

    def run(self) -> Iterator[Step]:
        """Takes the steps that are left."""
        made = DataLoader(
            _Made(self.plan, self.done, self.pieces), batch_size=None, num_workers=self.workers
        )
        for one in made:
            started = time.perf_counter()
            torch.manual_seed(self.recipe.seed * 1_000_003 + self.done)
            epoch = self.done // self.plan.an_epoch
            found = self._step(one)
            self.done += 1
            yield Step(
                self.done,
                epoch,
                self.done % self.plan.an_epoch == 0,
                found,
                self.optimizer.param_groups[0]["lr"],
                time.perf_counter() - started,
            )

    def _step(self, made: Batch) -> dict[str, float]:
        share = self._share()
        for group, highest in zip(self.optimizer.param_groups, self.highest, strict=True):
            group["lr"] = highest * share
        if self.done >= self.steps * self.recipe.rounded:
            rounded(self.network)
        held, gold = Held.of(made), made.to(self.device)
        self.network.train()
        scores = self.network(gold.ids, gold.features, gold.mask, gold.first, gold.last)
        found = losses(scores, gold, self.network.heads, self.recipe.smooth, held)
        said: dict[str, Tensor] = {}
        if self.teachers:
            said = learned(scores, gold, self.network.heads, told(self.teachers, gold))
        total = self._weighed({**found, **_shared(found, said, self.recipe.taught)})
        if total.requires_grad:  # a window of a passage may hold nothing that is asked about
            total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), MOST)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self._remember()
        values = torch.stack([*found.values()]).tolist() if found else []
        return dict(zip(found, values, strict=True))

    def _weighed(self, found: dict[str, Tensor]) -> Tensor:
        weights = self.recipe.weights
        nought = torch.zeros((), device=self.device)
        return sum(
            (weights[name] * loss for name, loss in found.items() if name in weights), nought
        )

    def _share(self) -> float:
        """Of the highest rate: rising over the warm-up, then falling evenly to nothing."""
        at = (self.done + 1) / self.steps
        return min(at / self.recipe.warm_up, (1 - at) / (1 - self.recipe.warm_up) + 1e-3)

    def _remember(self) -> None:
        """Moves the running mean of the weights; it follows faster while there is little to remember."""
        keep = min(self.recipe.average, (self.done + 1) / (self.done + 10))
        now = dict(self.network.named_parameters())
        with torch.no_grad():
            torch._foreach_lerp_([*self.mean.values()], [now[name] for name in self.mean], 1 - keep)

    def averaged(self) -> dict[str, Tensor]:
        """The weights, with the running means in place of the last step's."""
        return {**self.network.state_dict(), **self.mean}

    def state(self) -> dict[str, Any]:
        """All that it takes to go on."""
        return {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "mean": self.mean,
            "done": self.done,
        }

    def go_on(self, state: dict[str, Any]) -> None:
        """Goes on where a state was taken."""
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean = state["mean"]
        self.done = state["done"]


def _shared(
    found: dict[str, Tensor], said: dict[str, Tensor], taught: dict[str, float]
) -> dict[str, Tensor]:
    """The losses of the heads that teachers teach: their share, and the rest of the gold where there is gold."""
    return {
        name: share * said[name] + (1 - share) * found[name]
        if name in found
        else share * said[name]
        for name, share in taught.items()
        if name in said
    }


def _groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    """The parameters by their rate: the lower the layer, the lower the rate."""
    layers = network.encoder.base.config.num_hidden_layers
    groups: dict[float, list[Tensor]] = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        rate = recipe.rates.heads
        if name.startswith("encoder.base."):
            part = name.split(".layer.")
            depth = layers - 1 - int(part[1].split(".")[0]) if len(part) > 1 else layers
            rate = recipe.rates.encoder * recipe.rates.by_layer**depth
        groups.setdefault(rate, []).append(value)
    return [{"params": values, "lr": rate} for rate, values in groups.items()]
