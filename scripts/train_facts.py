"""Learn a head for what a corpus calls factual, for each of some corpora, on the encoder as it ships.

    .venv/bin/python scripts/train_facts.py DATA [--kept FOLDER] [--only-measure]

DATA holds factuality/UW and factuality/UDS_IH2, each with train.jsonl and dev.jsonl. Prints how near the values of each head are to
people's on the development half, and those of every reading; then writes the heads into facts.npz of the weights, and the card. What the
encoder made of the events is kept in FOLDER, to be used again. It needs the extra `train`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from hearsay.measure.factuality import Near, near
from hearsay.measure.gold.factuality import judged
from hearsay.model.card import CARD, FACTS, digest
from hearsay.model.facts import MOST, PARTS, Head, seen
from hearsay.model.model import FOLDER, Model
from hearsay.text.span import Span
from hearsay.training.cards import write_page

CORPORA = ("UW", "UDS_IH2")
WIDTH = 256
EPOCHS = 12
BATCH = 128
RATE = 1e-3
DECAY = 1e-2
DROP = 0.3
SEED = 0
LEAST = 1e-3


class Events(NamedTuple):
    """Events of a file: what the encoder made of each word, what every reading says of it, and what people say."""

    rows: NDArray[np.float32]
    told: NDArray[np.float32]
    wanted: NDArray[np.float32]


def read(path: Path, model: Model) -> Iterator[tuple[NDArray[np.float32], float, float]]:
    """The events of a file; each text is read by itself."""
    for one in judged(path):
        opens = [at == 0 for at in range(len(one.spans))]
        cut = model.given(
            one.text, one.spans, [0] * len(one.spans), opens, [Span(0, len(one.text))]
        )
        found = model.mark(cut)
        if found.layers is None:
            raise SystemExit("the model does not say what its layers made of words")
        rows = seen([at for at, _ in one.targets], found.layers)
        for row, (at, value) in zip(rows, one.targets, strict=True):
            yield row, found.words[at].fact, value


def events(path: Path, model: Model, kept: Path | None) -> Events:
    """The events of a file, read or kept."""
    held = kept / f"{path.parent.name}.{path.stem}.npz" if kept else None
    if held and held.exists():
        with np.load(held) as arrays:
            return Events(*(arrays[name].astype(np.float32) for name in ("rows", "told", "wanted")))
    rows, told, wanted = zip(*read(path, model), strict=True)
    out = Events(
        np.array(rows, dtype=np.float16).astype(np.float32),
        np.array(told, dtype=np.float32),
        np.array(wanted, dtype=np.float32),
    )
    if held:
        held.parent.mkdir(parents=True, exist_ok=True)
        np.savez(held, rows=out.rows.astype(np.float16), told=out.told, wanted=out.wanted)
    return out


def learned(given: Events) -> Head:
    """A head that has learned from some events."""
    torch.manual_seed(SEED)
    middle, spread = given.rows.mean(0), given.rows.std(0) + LEAST
    rows = torch.from_numpy((given.rows - middle) / spread)
    wanted = torch.from_numpy(given.wanted / MOST)
    first, second = nn.Linear(rows.shape[1], WIDTH), nn.Linear(WIDTH, 1)
    net = nn.Sequential(nn.Dropout(DROP), first, nn.ReLU(), nn.Dropout(DROP), second)
    each = len(rows) // BATCH
    by = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    rate = torch.optim.lr_scheduler.OneCycleLR(by, RATE, EPOCHS * each)
    for _ in range(EPOCHS):
        order = torch.randperm(len(rows))
        for step in range(each):
            some = order[step * BATCH : (step + 1) * BATCH]
            by.zero_grad()
            told = net(rows[some]).squeeze(-1)
            nn.functional.smooth_l1_loss(told, wanted[some], beta=0.3).backward()  # type: ignore[no-untyped-call]
            by.step()
            rate.step()
    parts = (first.weight.T, first.bias, second.weight.T, second.bias)
    layers = [part.detach().numpy().astype(np.float16).astype(np.float32) for part in parts]
    return Head(middle.astype(np.float32), spread.astype(np.float32), *layers)


def figures(corpus: str, given: Events, head: Head) -> Iterator[Near]:
    """How near the values of every reading are to people's, and those of a head."""
    yield near(f"{corpus}/dev.jsonl", np.column_stack([given.told * MOST, given.wanted]))
    told = head.values(given.rows)[:, 0]
    yield near(f"{corpus}/dev.jsonl", np.column_stack([told, given.wanted]), corpus)


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    take.add_argument("data", type=Path)
    take.add_argument("--kept", type=Path)
    take.add_argument("--only-measure", action="store_true")
    asked = take.parse_args()
    torch.set_num_threads(1)
    model = Model(FOLDER)
    out: dict[str, NDArray[np.floating]] = {}
    scores, many = dict(model.card.scores), {}
    for corpus in CORPORA:
        folder = asked.data / "factuality" / corpus
        train = events(folder / "train.jsonl", model, asked.kept)
        head = learned(train)
        many[corpus] = len(train.wanted)
        for one in figures(corpus, events(folder / "dev.jsonl", model, asked.kept), head):
            print(one.as_text(), end="", flush=True)
            name = "r, by the head for it" if one.head else "r"
            figure = {
                "f1": round(one.r, 4),
                "interval": [round(one.low, 4), round(one.high, 4)],
            }
            path = f"factuality/{corpus}/dev.jsonl"
            scores[path] = {**scores.get(path, {}), name: figure}
        out |= {
            f"{corpus}.{part}": array.astype(np.float16 if part == "first" else np.float32)
            for part, array in zip(PARTS, head, strict=True)
        }
    if asked.only_measure:
        return
    np.savez_compressed(FOLDER / FACTS, **out)  # type: ignore[arg-type]  # arrays alone
    recipe = {"events": many, "epochs": EPOCHS, "seed": SEED}
    card = msgspec.structs.replace(
        model.card,
        files={**model.card.files, FACTS: digest(FOLDER / FACTS)},
        recipe={**model.card.recipe, "facts": recipe},
        scores=scores,
    )
    (FOLDER / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    write_page(card, FOLDER)


if __name__ == "__main__":
    main()
