"""Learn how much each signal of a sentence speaks for the author's own voice, from marked columns and from reports.

    python scripts/train_voice.py gold/columns/dev gold/columns/more.toml [--only-measure]

Prints what each article of the first folder scores by weights that were learned without it, and the share of sentences that
are taken in the reports, likewise left out; then writes src/hearsay/reader/voice/weights.json from all of them, unless --only-measure.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from regression import Rows, of_signals, regression
from shipped import digest, ship

from hearsay.language.marking import marking
from hearsay.measure.gold.columns import columns
from hearsay.measure.gold.voiced import marked
from hearsay.model.model import Model, open_model
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.reader.tree import Tree
from hearsay.reader.voice.sentence import Sentences
from hearsay.reader.voice.signals import signals
from hearsay.reader.voice.weights import Beside, Weights, beside, chances, first
from hearsay.text.span import Span, found_all

TARGET = Path(__file__).parents[1] / "src" / "hearsay" / "reader" / "voice" / "weights.json"
RARE = 3  # a signal of fewer sentences is not weighed
PRICE, SECOND_PRICE = 2.0, 1.0  # how much large weights cost
REPORT = 0.2  # how much a sentence of a report counts beside one of a column
FLOOR = 0.42
FOLDS = 6


class Example(msgspec.Struct):
    """An article: the signals of its sentences, and which of them are its author's own voice."""

    name: str
    rows: list[frozenset[str]]
    own: list[bool]
    counts: float
    wanted: int


def example(name: str, text: str, own: Sequence[Span], counts: float, model: Model) -> Example:
    """What is seen of an article, and what is marked in it."""
    page = open_page(text.encode(), name, content_type="text/plain")
    reading = read(extract(page).article, (), model)
    blocks = [block.span for block in reading.article.read]
    tree = Tree(text, model.mark(model.tokens(text, blocks)).words)
    quoted = [one.span for one in reading.quotations]
    every = Sentences(reading.article, tree, reading.attributions, quoted, marking("voice"))
    is_own = [
        any(2 * part.length > one.span.length for span in own if (part := span.common(one.span)))
        for one in every.all
    ]
    return Example(name, [signals(every, one) for one in every.all], is_own, counts, len(own))


def examples(folder: Path, more: Path, model: Model) -> tuple[list[Example], list[Example]]:
    """The columns by which it is measured, and all that is learned from beside them."""
    mine = [
        example(one.name, one.text, [s for v in one.own_voice for s in v.spans], 1.0, model)
        for one in columns(folder)
    ]
    others = [
        example(
            one.name,
            one.text,
            [found_all(one.text, words)[0] for words, _ in one.voices],
            1.0 if one.voices else REPORT,
            model,
        )
        for one in marked(more)
    ]
    return mine, others


def learned_once(those: Sequence[Example]) -> Weights:
    """The first round alone."""
    rows = [row for one in those for row in one.rows]
    bias, signs = of_signals(rows, *_marks(those), PRICE, RARE)
    return Weights("", 0.0, bias, signs, 0.0, Beside(1, 0, 0, 0), FLOOR)


def learned(those: Sequence[Example]) -> Weights:
    """Both rounds: the second from what the first makes of articles that it was not learned from."""
    beside_them: dict[str, list[Beside]] = {}
    for fold in range(FOLDS):
        away = those[fold::FOLDS]
        names = {one.name for one in away}
        known = learned_once([one for one in those if one.name not in names])
        for one in away:
            beside_them[one.name] = beside([first(row, known) for row in one.rows])
    table = np.array(
        [msgspec.structs.astuple(row) for one in those for row in beside_them[one.name]]
    )
    found = [round(float(w), 3) for w in regression(table, *_marks(those), SECOND_PRICE)]
    return msgspec.structs.replace(
        learned_once(those), second=Beside(*found[:-1]), second_bias=found[-1]
    )


def _marks(those: Sequence[Example]) -> tuple[Rows, Rows]:
    own = np.array([float(own) for one in those for own in one.own])
    return own, np.array([one.counts for one in those for _ in one.rows])


def left_out(mine: Sequence[Example], others: Sequence[Example]) -> float:
    """F1 on articles that were left out, printed with each; and how much is taken in reports that were left out."""
    right = found = wanted = 0
    every = [*mine, *others]
    for one in mine:
        known = learned([other for other in every if other.name != one.name])
        taken = [sure >= FLOOR for sure in chances(one.rows, known)]
        both = sum(t and o for t, o in zip(taken, one.own, strict=True))
        right, found, wanted = right + both, found + sum(taken), wanted + one.wanted
        print(f"  {one.name:<24}{both:4} right {sum(taken):4} found {one.wanted:4} wanted")
    f1 = 2 * right / (found + wanted)
    print(f"left out: precision {right / found:.3f} recall {right / wanted:.3f} F1 {f1:.3f}")
    plain = [one for one in others if not one.wanted]
    taken_in = sentences = 0
    for fold in range(FOLDS):
        away = plain[fold::FOLDS]
        names = {one.name for one in away}
        known = learned([one for one in every if one.name not in names])
        taken_in += sum(sure >= FLOOR for one in away for sure in chances(one.rows, known))
        sentences += sum(len(one.rows) for one in away)
    print(f"taken in reports that were left out: {taken_in} of {sentences} sentences")
    return f1


def main() -> None:
    """Learn, print, write."""
    take = argparse.ArgumentParser(description=__doc__)
    take.add_argument("folder", type=Path)
    take.add_argument("more", type=Path)
    take.add_argument("--only-measure", action="store_true")
    asked = take.parse_args()
    mine, others = examples(asked.folder, asked.more, open_model())
    f1 = left_out(mine, others)
    if asked.only_measure:
        return
    made_of = digest([*sorted(asked.folder.glob("*.toml")), asked.more])
    known = learned([*mine, *others])
    ship(msgspec.structs.replace(known, digest=made_of, left_out=round(f1, 3)), TARGET)


if __name__ == "__main__":
    main()
