"""The loop: steps of gradient descent. It yields what happened; others print, measure and save."""

import random
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from hearsay.model.tokens import Pieces
from hearsay.training.batch import batch
from hearsay.training.examples import Example, batches, cut_up
from hearsay.training.losses import losses
from hearsay.training.network import Network
from hearsay.training.recipe import Recipe

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


class Trainer:
    """A network on its way, and all that it takes to go on from here."""

    def __init__(
        self, network: Network, recipe: Recipe, examples: list[Example], pieces: Pieces
    ) -> None:
        """Makes ready; the number of steps is that of the first epoch's batches, every epoch."""
        self.network, self.recipe, self.pieces = network, recipe, pieces
        self.examples = examples
        self.optimizer = torch.optim.AdamW(
            _groups(network, recipe), weight_decay=recipe.rates.decay
        )
        self.highest = [group["lr"] for group in self.optimizer.param_groups]
        self.an_epoch = len(self._batches(0))
        self.done = 0
        self.mean = {
            name: value.detach().clone()
            for name, value in network.named_parameters()
            if value.requires_grad
        }

    @property
    def steps(self) -> int:
        """Of the whole training."""
        return self.an_epoch * self.recipe.epochs

    def _batches(self, epoch: int) -> list[Any]:
        chance = random.Random(f"{self.recipe.seed} {epoch}")  # noqa: S311 - a shuffle, no secret
        parts = [
            [e for e in self.examples if e.attributed],
            [e for e in self.examples if e.parsed],
            [e for e in self.examples if not e.attributed and not e.parsed and e.referring],
            [e for e in self.examples if not e.attributed and not e.parsed and not e.referring],
        ]
        made = [
            one
            for part in parts
            for one in batches(cut_up(part, chance), self.recipe.batch, chance)
        ]
        chance.shuffle(made)
        return made

    def run(self) -> Iterator[Step]:
        """Takes the steps that are left."""
        while self.done < self.steps:
            epoch, at = divmod(self.done, self.an_epoch)
            todo = self._batches(epoch)
            # every epoch has as many steps as the first, though its windows are cut anew
            todo = (todo * 2)[: self.an_epoch]
            for windows in todo[at:]:
                started = time.perf_counter()
                torch.manual_seed(self.recipe.seed * 1_000_003 + self.done)
                found = self._step(windows)
                self.done += 1
                yield Step(
                    self.done,
                    epoch,
                    self.done % self.an_epoch == 0,
                    found,
                    self.optimizer.param_groups[0]["lr"],
                    time.perf_counter() - started,
                )

    def _step(self, windows: list[Any]) -> dict[str, float]:
        share = self._share()
        for group, highest in zip(self.optimizer.param_groups, self.highest, strict=True):
            group["lr"] = highest * share
        gold = batch(windows, self.pieces)
        self.network.train()
        scores = self.network(gold.ids, gold.features, gold.mask, gold.first, gold.last)
        found = losses(scores, gold, self.network.heads, self.recipe.smooth)
        weights = self.recipe.weights
        total = sum(
            (weights[name] * loss for name, loss in found.items() if name in weights),
            torch.zeros(()),
        )
        if total.requires_grad:  # a window of a passage may hold nothing that is asked about
            total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), MOST)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self._remember()
        return {name: loss.item() for name, loss in found.items()}

    def _share(self) -> float:
        """Of the highest rate: rising over the warm-up, then falling evenly to nothing."""
        at = (self.done + 1) / self.steps
        return min(at / self.recipe.warm_up, (1 - at) / (1 - self.recipe.warm_up) + 1e-3)

    def _remember(self) -> None:
        """Moves the running mean of the weights; it follows faster while there is little to remember."""
        keep = min(self.recipe.average, (self.done + 1) / (self.done + 10))
        with torch.no_grad():
            for name, value in self.network.named_parameters():
                if name in self.mean:
                    self.mean[name].lerp_(value, 1 - keep)

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
