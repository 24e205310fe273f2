"""Teach a head what stands inside contents, by a model that reads contents again as texts of their own.

    .venv/bin/python scripts/train_inner.py recipes/inner/small-3.toml --data DATA --model MODEL --out OUT [--only-ship WEIGHTS]

MODEL is a folder of weights as `hearsay train` writes it; OUT gets the same with the head, the weights of the head as they
were trained (inner.pt), and a card that states how well gold/attributions is read inside contents. With --only-ship nothing is
learned: the head is read from such a file. It needs the extra `train`.
"""

import argparse
import time
from pathlib import Path

import torch

from hearsay.measure.attributions.report import measure_attributions
from hearsay.measure.gold.standoff import INNER
from hearsay.measure.read import inside, reads
from hearsay.model.card import INNER as HEAD
from hearsay.model.card import NETWORK
from hearsay.model.model import Model
from hearsay.training.inner.fit import InnerRecipe, fit, open_inner
from hearsay.training.inner.network import Inner, begun
from hearsay.training.inner.ship import certify, ship, sure, widened
from hearsay.training.inner.teacher import Example, Teacher

GOLD = Path(__file__).parents[1] / "gold" / "attributions"
SHOWN = 100  # steps between two lines


def learned(recipe: InnerRecipe, data: Path, model: Path, out: Path) -> Inner:
    """A head that has learned from a model."""
    if not (out / NETWORK).exists():
        ship(model, out, begun(model / NETWORK))
    widened(model / NETWORK, out / NETWORK)
    teacher = Teacher(out)
    examples: list[Example] = []
    for corpus in recipe.train:
        for path in sorted((data / corpus.path / "text").glob("*.txt")):
            examples += teacher.examples(path.read_bytes())
    print(f"{len(examples)} windows, {sum(len(one.owner) for one in examples):,} words", flush=True)
    head = begun(model / NETWORK)
    start = time.monotonic()
    for at, of, told in fit(head, recipe, examples):
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
    given = parser.parse_args()
    torch.set_num_threads(1)
    recipe = open_inner(given.recipe)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.only_ship:
        head = Inner()
        head.load_state_dict(torch.load(given.only_ship, weights_only=True))
    else:
        head = learned(recipe, given.data, given.model, given.out)
    ship(given.model, given.out, head)
    sure(given.out, recipe, given.data)
    found = measure_attributions(GOLD, reads(inside, Model(given.out)), layer=INNER)
    certify(given.out, recipe, given.data, {"gold/attributions": found})
    print(f"{given.out / HEAD}: {(given.out / HEAD).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
