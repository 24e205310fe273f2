"""Shipping: from trained weights to models that hearsay can open, calibrated, measured, with their cards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from hearsay.measure.attributions.report import Claim, Measured, measure_attributions
from hearsay.measure.factuality import measure_factuality
from hearsay.measure.gold.standoff import Annotated, Marked, annotated
from hearsay.measure.pronouns import measure_pronouns
from hearsay.measure.read import parser
from hearsay.measure.syntax import Parsed, measure_mentions, measure_syntax
from hearsay.model.card import DECODING, NETWORK, Card
from hearsay.model.model import Model
from hearsay.text.span import lines
from hearsay.training.calibrate import Calibrated, calibrate
from hearsay.training.cards import write_page
from hearsay.training.export import export, write_arrays, write_card
from hearsay.training.network import Network
from hearsay.training.recipe import Recipe

PRECISIONS = ("fp32", "fp16", "int8")

SHOWN = (
    *("token.macro", "span.source", "span.cue", "span.content", "match", "exact"),
    *("direct:exact", "mixed:exact", "indirect:exact", "direct-attributed"),
)
"""Figures of attributions that a card states."""


class Shipped(NamedTuple):
    """A model that is ready: its card, its folder, and how large its network is."""

    card: Card
    folder: Path
    megabytes: float


def ship(
    network: Network, base: Path, root: Path, recipe: Recipe, made_of: dict[str, Any], out: Path
) -> Iterator[Shipped]:
    """Writes a model of each precision to OUT/PRECISION, and measures it on the recipe's dev data."""
    for precision in PRECISIONS:
        folder = out / precision
        export(network, folder, precision)
        write_card(folder, base, made_of, precision, {})
        marked = [c.path for c in recipe.dev if c.kind == "standoff"]
        found = calibrate(Model(folder), [one for path in marked for one in annotated(root / path)])
        with np.load(folder / DECODING, allow_pickle=False) as arrays:
            kept = dict(arrays)
        write_arrays(folder, {**kept, "calibration": found.weights})
        write_card(folder, base, made_of, precision, {})
        scores = _scores(Model(folder), root, recipe, found)
        card = write_card(folder, base, made_of, precision, scores)
        write_page(card, folder)
        yield Shipped(card, folder, (folder / NETWORK).stat().st_size / 1e6)


def _scores(model: Model, root: Path, recipe: Recipe, calibrated: Calibrated) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for corpus in recipe.dev:
        path = root / corpus.path
        if corpus.kind == "standoff":
            out[corpus.path] = shown(measure_attributions(path, _find(model)))
            continue
        if corpus.kind == "factuality":
            near = measure_factuality(path, model)
            out[corpus.path] = {"r": _figure(near.r, near.low, near.high)}
            continue
        if corpus.kind == "pronouns":
            out[corpus.path] = _shares(measure_pronouns(path, model))
            continue
        out[corpus.path] = _shares(measure_syntax(path, parser(model)))
        found = measure_mentions(path, parser(model))
        out[corpus.path] |= _shares(found) if found.documents else {}
    out["calibration"] = {"expected_error": calibrated.error, "findings": calibrated.findings}
    return out


def _find(model: Model) -> Any:  # noqa: ANN401 - see hearsay.measure.attributions.report.Find
    """The network alone: every line of the text, no rules and no labels of lines."""

    def find(one: Annotated) -> list[Claim]:
        cut = model.tokens(one.text, lines(one.text))
        return [
            Claim(Marked(found.source, found.cue, found.content), found.score)
            for found in model.mark(cut).attributions
        ]

    return find


def shown(measured: Measured) -> dict[str, Any]:
    """The figures of attributions that a card states, with their intervals."""
    named = measured.figures.by_name
    return {
        name: {
            "f1": round(named[name].f1, 4),
            "interval": [round(x, 4) for x in named[name].interval or ()],
        }
        for name in SHOWN
        if name in named
    }


def _shares(measured: Parsed) -> dict[str, Any]:
    return {one.name: _figure(one.f1, one.low, one.high) for one in measured.shares}


def _figure(value: float, low: float, high: float) -> dict[str, Any]:
    return {"f1": round(value, 4), "interval": [round(low, 4), round(high, 4)]}
