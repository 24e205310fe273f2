"""Shipping the head: a network that says what its layers make of the words, the head beside it, and the card."""

import shutil
import warnings
from pathlib import Path
from typing import Any

import msgspec
import torch

from hearsay.measure.attributions.report import Measured
from hearsay.model.card import CARD, DECODING, INNER, NETWORK, TOKENIZER, Card, digest, open_card
from hearsay.model.network import LAYERS
from hearsay.training.cards import write_page
from hearsay.training.export import OPSET, quantised
from hearsay.training.inner.fit import InnerRecipe
from hearsay.training.inner.network import DEPTH, OF, WIDTH, Inner
from hearsay.training.inner.sure import as_sure, put
from hearsay.training.recipe import digest as digests
from hearsay.training.ship import shown

LOWER = f"/network/encoder/base/encoder/layer.{OF - DEPTH - 1}/output/LayerNorm/LayerNormalization_output_0"
UPPER = "/network/encoder/Div_output_0"
"""In an exported network: what the layer below the last two makes of the pieces, and the last one of the words."""


def widened(network: Path, out: Path) -> None:
    """Writes an exported network that says besides what its layers make of the words; one that does is copied.

    Nothing else that it says changes by a bit.
    """
    import onnx  # noqa: PLC0415 - of the extra `train`, and slow to import
    from onnx import TensorProto, helper  # noqa: PLC0415

    model = onnx.load(network)
    graph = model.graph
    if {*LAYERS} <= {one.name for one in graph.output}:
        shutil.copyfile(network, out)
        return
    flat = helper.make_tensor("inner.flat", TensorProto.INT64, [1], [-1])
    half = helper.make_tensor("inner.half", TensorProto.FLOAT, [1], [0.5])
    graph.initializer.extend([flat, half])
    for side in ("first", "last"):
        graph.node.append(helper.make_node("Reshape", [side, flat.name], [f"inner.{side}"]))
        graph.node.append(
            helper.make_node("Gather", [LOWER, f"inner.{side}"], [f"inner.of_{side}"], axis=1)
        )
    graph.node.append(helper.make_node("Add", ["inner.of_first", "inner.of_last"], ["inner.sum"]))
    graph.node.append(helper.make_node("Mul", ["inner.sum", half.name], ["lower"]))
    graph.node.append(helper.make_node("Identity", [UPPER], ["upper"]))
    for name in LAYERS:
        shape: list[str | int | None] = [1, "words", WIDTH]
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    onnx.checker.check_model(model)
    onnx.save(model, out)


def export(head: Inner, folder: Path) -> None:
    """Writes inner.onnx, in eight bits."""
    head.eval()
    full = folder / "inner.full.onnx"
    words = 7
    numbers = torch.arange(words).unsqueeze(0)
    example = (
        *(torch.randn(1, words, WIDTH) for _ in LAYERS),
        *(numbers % 2, numbers % 2, numbers // 3),
    )
    names = (*LAYERS, "quoted", "broke", "owner")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in `hearsay.training.export`
        torch.onnx.export(
            head,
            example,
            str(full),
            input_names=list(names),
            output_names=["tags", "links"],
            dynamic_axes={name: {1: "words"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )
    quantised(full, folder / INNER)
    full.unlink()


def ship(folder: Path, out: Path, head: Inner) -> None:
    """A folder of weights with the head, as yet with the card of the one without it but for the digests of its files."""
    out.mkdir(parents=True, exist_ok=True)
    card = open_card(folder)
    widened(folder / NETWORK, out / NETWORK)
    for name in (DECODING, TOKENIZER):
        shutil.copyfile(folder / name, out / name)
    export(head, out)
    _write(card, out)


def sure(out: Path, recipe: InnerRecipe, data: Path) -> None:
    """Learns how sure the head is, from the texts of the recipe's dev data; no annotation of them is read."""
    texts = [
        path.read_bytes()
        for corpus in recipe.dev
        for path in sorted((data / corpus.path / "text").glob("*.txt"))
    ]
    card = open_card(out)
    put(out, as_sure(out, texts))
    _write(card, out)


def certify(out: Path, recipe: InnerRecipe, data: Path, inner: dict[str, Measured]) -> Card:
    """The card with what the head was made from and how good it is.

    Args:
        out: the folder.
        recipe: of the head.
        data: where the paths in the recipe begin.
        inner: by the gold's name, how well what stands inside contents is found.
    """
    card = open_card(out)
    licence = {one.path: one.licence for one in recipe.train}
    made = digests(data, recipe.train)
    scores = {f"{name}, inside contents": shown(found) for name, found in inner.items()}
    kept: dict[str, Any] = {
        name: value for name, value in card.scores.items() if name != "calibration"
    }
    card = msgspec.structs.replace(
        card,
        recipe={**card.recipe, "inner": msgspec.to_builtins(recipe)},
        data={
            **card.data,
            **{path: {"sha256": d, "licence": licence[path]} for path, d in made.items()},
        },
        scores={**kept, **scores, "calibration": card.scores["calibration"]},
    )
    _write(card, out)
    write_page(card, out)
    return card


def _write(card: Card, folder: Path) -> None:
    """Writes card.json, with the digests of the files that stand beside it."""
    files = {name: digest(folder / name) for name in (NETWORK, INNER, DECODING, TOKENIZER)}
    card = msgspec.structs.replace(card, files=files)
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
