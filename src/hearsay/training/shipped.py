"""The weights of a folder that was shipped in eight bits, made full again: a run can go on from them.

The runs that a reader came from are not kept, its weights are. Rounding them again as they were gives them back to the bit,
so a run that rounds from its first step on (`rounded = 0.0`) begins with the network that ships.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from hearsay.model.card import DECODING, INNER, NETWORK

ROOT = "network."
"""What names in an exported network begin with (`hearsay.training.export`)."""

PRODUCT = "onnx::MatMul"
"""What the names of matrices begin with that the export turned round; the node says whose they are."""

LEARNED = {
    **{name: f"heads.{name}" for name in ("steps", "begin", "end", "apart")},
    "relation": "heads.relation.weight",
    "relation_bias": "heads.relation.bias",
}
"""What decoding.npz holds of the network, and its names there."""


def weights(folder: Path) -> dict[str, Tensor]:
    """The weights by the names of `hearsay.training.network.Network`.

    Args:
        folder: of weights in eight bits.
    """
    found = _graph(folder / NETWORK, ROOT)
    with np.load(folder / DECODING, allow_pickle=False) as kept:
        found |= {theirs: kept[ours] for ours, theirs in LEARNED.items()}
    return {name: torch.tensor(array) for name, array in found.items()}


def inner_weights(folder: Path) -> dict[str, Tensor]:
    """Those of the head for what stands inside contents, by the names of `hearsay.training.inner.network.Inner`."""
    return {name: torch.tensor(array) for name, array in _graph(folder / INNER, "").items()}


def _graph(path: Path, root: str) -> dict[str, NDArray[np.float32]]:
    """The weights of an exported network, by its names without what those begin with."""
    import onnx  # noqa: PLC0415 - of the extra `train`, and slow to import
    from onnx import numpy_helper  # noqa: PLC0415

    graph = onnx.load(path).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found: dict[str, NDArray[np.float32]] = {}
    for name, array in arrays.items():
        if not name.startswith(root) or name.startswith(PRODUCT):
            continue
        if name.endswith("_quantized"):
            plain = name.removesuffix("_quantized")
            found[plain.removeprefix(root)] = _full(arrays, plain)
        elif not name.endswith(("_scale", "_zero_point")):
            found[name.removeprefix(root)] = array
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].startswith(PRODUCT):
            product = _full(arrays, node.input[1].removesuffix("_quantized")).T
            found[f"{_module(node.name, root)}.weight"] = product
    return found


def _full(arrays: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    whole = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"]
    return np.asarray(whole * arrays[f"{name}_scale"], dtype=np.float32)


def _module(node: str, root: str) -> str:
    """The module that a product is of: “/network/heads/tag/tag.0/tag.0.0/MatMul_quant” is of heads.tag.0.0."""
    out: list[str] = []
    for part in node.removeprefix(f"/{root.removesuffix('.')}").strip("/").split("/")[:-1]:
        if out and part.startswith(f"{out[-1]}."):
            out[-1] = part
        else:
            out.append(part)
    return ".".join(out)
