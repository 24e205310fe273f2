"""The network at run time: windows in, scores out, on ONNX Runtime.

Every window is run by itself, at its own length, on one thread: the same text then gives the same bytes
whatever it is read beside. Weights in eight bits are scaled by what is in the batch, so a window must
never share one (https://github.com/microsoft/onnxruntime/issues/10111).

Shapes: W words of the text, n of a window, T tags, R width of the relations.
"""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.errors import BadWeights
from hearsay.model.tokens import Pieces, Tokens
from hearsay.model.windows import Window

Array = NDArray[np.float32]

OUTPUTS = (
    *("tags", "links", "upos", "arcs", "below", "above", "entity"),
    *("refers", "referred", "fact"),
)


class Scores(NamedTuple):
    """What the network says of one window; the same names and shapes as in training, without the batch."""

    window: Window
    tags: Array
    links: Array
    upos: Array
    arcs: Array
    below: Array
    above: Array
    entity: Array
    refers: Array
    referred: Array
    fact: Array

    def without_syntax(self) -> "Scores":
        """What joins attributions alone: the rest of a long text need not be kept."""
        none = np.empty((0, 0), dtype=np.float32)
        return self._replace(
            upos=none, arcs=none, below=none, above=none, entity=none,
            refers=none, referred=none, fact=none,
        )  # fmt: skip


class Network:
    """The weights, ready to run."""

    def __init__(self, path: Path, pieces: Pieces) -> None:
        """Opens the weights.

        Raises:
            BadWeights: the runtime cannot use them.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime's errors share no class
            raise BadWeights(
                f"the network cannot be opened: {str(error).splitlines()[0]}",
                "install hearsay anew",
                str(path),
            ) from error
        self._pieces = pieces

    def run(self, tokens: Tokens, window: Window) -> Scores:
        """The scores of a window's words."""
        part = slice(window.first, window.stop)
        given = inputs(tokens, part, self._pieces)
        found: Sequence[Array] = self._session.run(OUTPUTS, given)
        return Scores(window, *(array[0] for array in found))


def inputs(tokens: Tokens, part: slice, pieces: Pieces) -> dict[str, NDArray[np.int64]]:
    """A window as the network takes it: a batch of one.

    Returns:
        ids (1, P), features (1, P, 3), first and last (1, n): see `hearsay.training.network`.
    """
    words = tokens.pieces[part]
    counts = [len(word) for word in words]
    ids = [pieces.first, *(number for word in words for number in word), pieces.last]
    stops = list(accumulate(counts))
    features = np.zeros((1, len(ids), 3), dtype=np.int64)
    seen = np.array([tokens.shapes[part], tokens.quoted[part], tokens.broke[part]], dtype=np.int64)
    features[0, 1:-1] = np.repeat(seen.T, counts, axis=0)
    return {
        "ids": np.array([ids], dtype=np.int64),
        "features": features,
        "first": np.array([[1, *(stop + 1 for stop in stops[:-1])]], dtype=np.int64),
        "last": np.array([stops], dtype=np.int64),
    }
