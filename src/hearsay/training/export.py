"""Export: trained weights to a folder that hearsay can open without torch."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from hearsay.model.card import CARD, DECODING, NETWORK, SCHEMA, TOKENIZER, Card, digest
from hearsay.model.labels import LABELS
from hearsay.model.network import OUTPUTS
from hearsay.training.calibrate import uncalibrated
from hearsay.training.network import Network

OPSET = 17


class _Single(nn.Module):
    """The network for one window at its true length: nothing is filled up, nothing masked."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, features: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        scores = self.network(ids, features, torch.ones_like(ids), first, last)
        return tuple(scores[name] for name in OUTPUTS)


def export(network: Network, folder: Path, precision: str) -> None:
    """Writes network.onnx, in full precision or in eight bits, and decoding.npz.

    Args:
        network: trained.
        folder: made where it is not there.
        precision: "fp32", "fp16" (weights stored so, computed in fp32) or "int8" (weights by channel).
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.base.set_attn_implementation("eager")
    full = folder / "full.onnx"
    words, pieces = 5, 9
    ids = torch.randint(1000, 2000, (1, pieces))
    example = (
        ids,
        torch.ones(1, pieces, 3, dtype=torch.long),
        torch.arange(1, words + 1).unsqueeze(0),
        torch.arange(2, words + 2).unsqueeze(0),
    )
    names = ("ids", "features", "first", "last")
    long = {"ids", "features"}
    with warnings.catch_warnings():
        # The tracing exporter is old but exact here; the new one wants a library more. It warns of both.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Single(network),
            example,
            str(full),
            input_names=list(names),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {1: "pieces" if name in long else "words"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )
    _shrink(full, folder / NETWORK, precision)
    full.unlink()
    heads = network.heads
    arrays = {
        "steps": heads.steps,
        "begin": heads.begin,
        "end": heads.end,
        "relation": heads.relation.weight,
        "relation_bias": heads.relation.bias,
        "apart": heads.apart,
    }
    plain = {name: array.detach().numpy() for name, array in arrays.items()}
    write_arrays(folder, {**plain, "calibration": uncalibrated()})


def write_arrays(folder: Path, arrays: dict[str, Any]) -> None:
    """Writes decoding.npz."""
    np.savez(folder / DECODING, **arrays)


def _shrink(full: Path, out: Path, precision: str) -> None:
    import onnx  # noqa: PLC0415 - of the extra `train`, and slow to import

    if precision == "int8":
        quantised(full, out)
    elif precision == "fp16":
        onnx.save(_halved(onnx.load(full)), out)
    else:
        onnx.save(onnx.load(full), out)


def quantised(full: Path, out: Path) -> None:
    """Writes an exported network with weights of eight bits, by channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    quantize_dynamic(
        full,
        out,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        per_channel=True,
        reduce_range=True,  # else sums of eight bits overflow on processors with AVX2 alone
        weight_type=QuantType.QInt8,
    )


def _halved(model: Any) -> Any:  # noqa: ANN401 - onnx has no types
    """The weights stored in 16 bits, each cast up where it is used: half the size, the same sums."""
    import onnx  # noqa: PLC0415
    from onnx import TensorProto, helper, numpy_helper  # noqa: PLC0415

    least = 1000
    casts, kept = [], []
    for tensor in model.graph.initializer:
        array = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or array.size < least:
            kept.append(tensor)
            continue
        half = f"{tensor.name}.half"
        kept.append(numpy_helper.from_array(array.astype(np.float16), half))
        casts.append(helper.make_node("Cast", [half], [tensor.name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def write_card(
    folder: Path, base: Path, made_of: dict[str, Any], precision: str, scores: dict[str, Any]
) -> Card:
    """Puts the vocabulary beside the weights, and writes the card of all that stands in the folder."""
    recipe = made_of["recipe"]
    licences = {c["path"]: c["licence"] for c in (*recipe["train"], *recipe["dev"])}
    (folder / TOKENIZER).write_bytes((base / TOKENIZER).read_bytes())
    card = Card(
        name=recipe["name"],
        schema=SCHEMA,
        labels=LABELS,
        files={name: digest(folder / name) for name in (NETWORK, DECODING, TOKENIZER)},
        precision=precision,
        recipe=recipe,
        data={
            path: {"sha256": d, "licence": licences[path]} for path, d in made_of["data"].items()
        },
        scores=scores,
    )
    import msgspec  # noqa: PLC0415

    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    return card
