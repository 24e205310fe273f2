"""Learn from labelled findings whether a cue makes an attribution at all, and how that bears on the confidence of a finding.

    python scripts/train_said.py gold/acts/news.tsv POLNEAR [--only-measure]

POLNEAR is the folder of the corpus: the labelled articles are of its half for training, and how the doubt is joined to what the
chain holds likely is learned from its development half. Prints how well false findings are told from others, with each eighth of
the articles left out; then writes what was learned into decoding.npz of the weights, and the digest of that into their card.
"""

import argparse
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np
from regression import Rows, regression

from hearsay.measure.attributions.compare import Text, weighed
from hearsay.measure.attributions.count import right
from hearsay.measure.attributions.reliability import expected_error
from hearsay.measure.gold.labelled import Labelled, labelled
from hearsay.measure.gold.standoff import Marked, annotated
from hearsay.model.card import CARD, DECODING, digest
from hearsay.model.model import FOLDER, Model
from hearsay.model.network import Layers
from hearsay.model.said import JOINS, WORDS, Said, means, odds
from hearsay.text.span import Span, lines
from hearsay.training.cards import write_page

PRICE = 0.5  # how much large weights cost
FREE = 1e-3
FOLDS = 8


class Unjoined(Model):
    """The model as it is without what is learned here."""

    def __init__(self, folder: Path) -> None:
        """Opens a folder."""
        super().__init__(folder)
        self._said = None


def seen(model: Model, text: str) -> tuple[list[Span], Layers]:
    """Where the words of a text stand, and what the encoder made of them."""
    cut = model.tokens(text, lines(text))
    marks = model.mark(cut)
    if marks.layers is None:
        raise SystemExit("the model has no head for what stands inside contents")
    return list(cut.spans), marks.layers


def over(words: list[Span], cue: Span) -> list[int]:
    """The places of the words that a cue touches."""
    return [n for n, word in enumerate(words) if word.meets(cue)]


def rows_of(those: list[Labelled], corpus: Path, model: Model) -> tuple[Rows, Rows, list[str]]:
    """For each labelled finding what was made of its cue, whether it is false, and its article."""
    rows, false, names = [], [], []
    for name, held in groupby(those, key=lambda one: one.article):
        text = (corpus / "train" / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        words, layers = seen(model, text)
        for one in held:
            if at := [n for cue in one.cue for n in over(words, cue)]:
                rows.append(means(at, layers))
                false.append(float(one.told is None))
                names.append(name)
    return np.array(rows), np.array(false), names


def learned(rows: Rows, false: Rows) -> Rows:
    """The weights of the layers, that of nothing last."""
    middle = rows.mean(0)
    size = np.sqrt(((rows - middle) ** 2).sum(1).mean() / 2)
    found = regression((rows - middle) / size, false, np.ones(len(rows)), PRICE)
    weights = found[:-1] / size
    return np.append(weights, found[-1] - middle @ weights)


def told_apart(scores: Rows, false: Rows) -> float:
    """How often a false finding is doubted more than another (the area under the curve)."""
    rank = np.argsort(np.argsort(scores, kind="stable"), kind="stable")
    bad = false == 1
    return float((rank[bad].mean() - rank[~bad].mean()) / len(scores) + 0.5)


def joined(words: Rows, corpus: Path, model: Model) -> tuple[Rows, float, int]:
    """How the doubt is joined to the odds of the chain; the error on each half of the development articles by weights of the other."""
    said = Said(words, np.zeros(3))
    table, was_right, half = [], [], []
    for number, one in enumerate(annotated(corpus / "dev")):
        places, layers = seen(model, one.text)
        text = Text(one.text)
        gold = weighed(text, one.marked)
        for found in model.mark(model.tokens(one.text, lines(one.text))).attributions:
            mine = weighed(text, [Marked(found.source, found.cue, found.content)])
            at = [n for cue in found.cue for n in over(places, cue)]
            table.append((odds(found.score), said.doubt(at, layers)))
            was_right += right(gold, mine)
            half.append(number % 2)
    rows, own, part = np.array(table), np.array(was_right, dtype=float), np.array(half)
    now, before = np.empty(len(own)), 1 / (1 + np.exp(-rows[:, 0]))
    for number in (0, 1):
        here = part == number
        by = regression(rows[~here], own[~here], np.ones(int((~here).sum())), FREE)
        now[here] = 1 / (1 + np.exp(-(rows[here] @ by[:-1] + by[-1])))
    for name, score in (("before", before), ("now", now)):
        print(
            f"  {name:<8} right above wrong {told_apart(score, own):.3f}, expected error {error_of(score, own):.3f}"
        )
    return regression(rows, own, np.ones(len(own)), FREE), error_of(now, own), len(own)


def error_of(score: Rows, own: Rows) -> float:
    """The expected calibration error."""
    return expected_error([(float(s), bool(o)) for s, o in zip(score, own, strict=True)])


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    take.add_argument("labels", type=Path)
    take.add_argument("corpus", type=Path)
    take.add_argument("--only-measure", action="store_true")
    asked = take.parse_args()
    model = Unjoined(FOLDER)
    rows, false, names = rows_of(list(labelled(asked.labels)), asked.corpus, model)
    every = sorted(set(names))
    fold = np.array([every.index(name) % FOLDS for name in names])
    doubts = np.empty(len(false))
    for number in range(FOLDS):
        here = fold == number
        weights = learned(rows[~here], false[~here])
        doubts[here] = rows[here] @ weights[:-1] + weights[-1]
    print(
        f"{len(false)} findings, {int(false.sum())} false; told apart {told_apart(doubts, false):.3f}"
    )
    words = learned(rows, false)
    print("development half, by weights of its other half:")
    joins, error, many = joined(words, asked.corpus, model)
    print(f"joined by {joins.round(2)}")
    if asked.only_measure:
        return
    recipe = {
        "findings": len(false),
        "false": int(false.sum()),
        "told_apart": round(100 * told_apart(doubts, false), 1),
        "sha256": digest(asked.labels),
    }
    with np.load(FOLDER / DECODING, allow_pickle=False) as arrays:
        kept = dict(arrays)
    np.savez(FOLDER / DECODING, **{**kept, WORDS: words.astype(np.float32), JOINS: joins})
    files = {**model.card.files, DECODING: digest(FOLDER / DECODING)}
    sure = {"expected_error": error, "findings": many}
    card = msgspec.structs.replace(
        model.card,
        files=files,
        recipe={**model.card.recipe, "said": recipe},
        scores={**model.card.scores, "calibration": sure},
    )
    (FOLDER / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    write_page(card, FOLDER)


if __name__ == "__main__":
    main()
