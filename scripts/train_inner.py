"""Teach a head what stands inside contents, by a model that reads contents again as texts of their own.

    .venv/bin/python scripts/train_inner.py recipes/inner/small-3.toml --data DATA --model MODEL --out OUT [--only-ship WEIGHTS | --only-learn]
        [--device cuda] [--workers 16]

MODEL is a folder of weights as `hearsay train` writes it; OUT gets the same with the head, the weights of the head as they
were trained (inner.pt), and a card that states how well gold/attributions is read inside contents. With --only-ship nothing is
learned: the head is read from such a file; with --only-learn nothing else is done. It needs the extra `train`.
"""

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import torch

from hearsay.measure.attributions.report import measure_attributions
from hearsay.measure.gold.standoff import INNER
from hearsay.measure.read import inside, reads
from hearsay.model.card import INNER as HEAD
from hearsay.model.card import NETWORK
from hearsay.model.model import FOLDER, Model
from hearsay.training.inner.fit import InnerRecipe, fit, open_inner
from hearsay.training.inner.network import Inner, begun, shipped
from hearsay.training.inner.ship import certify, ship, sure, widened
from hearsay.training.inner.teacher import Example, Teacher
from hearsay.training.run import SHIPPED

GOLD = Path(__file__).parents[1] / "gold" / "attributions"
SHOWN = 100  # steps between two lines


_TEACHER: list[Teacher] = []
"""The teacher of a process."""


def _open(folder: Path) -> None:
    _TEACHER.append(Teacher(folder))


def _told(path: Path) -> list[Example]:
    return _TEACHER[0].examples(path.read_bytes())


def learned(
    recipe: InnerRecipe, data: Path, model: Path, out: Path, workers: int, device: str
) -> Inner:
    """A head that has learned from a model."""
    if not (out / NETWORK).exists():
        ship(model, out, begun(model))
    widened(model / NETWORK, out / NETWORK)
    paths = [
        path
        for corpus in recipe.train
        for path in sorted((data / corpus.path / "text").glob("*.txt"))
    ]
    with ProcessPoolExecutor(workers, initializer=_open, initargs=(out,)) as several:
        examples = [one for found in several.map(_told, paths, chunksize=4) for one in found]
    print(f"{len(examples)} windows, {sum(len(one.owner) for one in examples):,} words", flush=True)
    head = shipped(FOLDER) if recipe.begin == SHIPPED else begun(model)
    start = time.monotonic()
    for at, of, told in fit(head, recipe, examples, device):
        if at % SHOWN == 0:
            spent = time.monotonic() - start
            print(f"step {at} of {of}, {spent:.0f} s: {told.tags:.4f} {told.links:.4f}", flush=True)
    torch.save(head.state_dict(), out / "inner.pt")
    return head


def main() -> None:
    """Learn, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    for name in ("--data", "--model", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--only-ship", type=Path)
    parser.add_argument("--only-learn", action="store_true")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(1)
    recipe = open_inner(given.recipe)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.only_ship:
        head = Inner()
        head.load_state_dict(torch.load(given.only_ship, weights_only=True))
    else:
        head = learned(recipe, given.data, given.model, given.out, given.workers, given.device)
    if given.only_learn:
        return
    ship(given.model, given.out, head)
    sure(given.out, recipe, given.data)
    found = measure_attributions(GOLD, reads(inside, Model(given.out)), layer=INNER)
    certify(given.out, recipe, given.data, {"gold/attributions": found})
    print(f"{given.out / HEAD}: {(given.out / HEAD).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
