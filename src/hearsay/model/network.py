"""The network at run time: windows in, scores out, on ONNX Runtime.

Every window is run by itself, at its own length, on one thread: the same text then gives the same bytes
whatever it is read beside. Weights in eight bits are scaled by what is in the batch, so a window must
never share one (https://github.com/microsoft/onnxruntime/issues/10111).

A head of its own, in a file of its own, reads what stands inside contents: it is given what two layers of the
encoder made of their words when the text was read, and reads no text again.

Shapes: W words of the text, n of a window, T tags, R width of the relations, H of the layers.
"""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.errors import BadWeights
from hearsay.model.card import INNER
from hearsay.model.tokens import Pieces, Tokens
from hearsay.model.windows import Window

Array = NDArray[np.float32]

OUTPUTS = (
    *("tags", "links", "upos", "arcs", "below", "above", "entity"),
    *("refers", "referred", "fact"),
)

LAYERS = ("lower", "upper")
"""What a network says besides that has a head for what stands inside contents: (n, H) of each word."""

_NONE: Array = np.empty((0, 0), dtype=np.float32)


class Scores(NamedTuple):
    """What the network says of one window; the same names and shapes as in training, without the batch."""

    window: Window
    tags: Array
    links: Array
    upos: Array = _NONE
    arcs: Array = _NONE
    below: Array = _NONE
    above: Array = _NONE
    entity: Array = _NONE
    refers: Array = _NONE
    referred: Array = _NONE
    fact: Array = _NONE
    lower: Array = _NONE
    upper: Array = _NONE

    def without_syntax(self) -> "Scores":
        """What joins attributions alone: the rest of a long text need not be kept."""
        return Scores(self.window, self.tags, self.links)


class Layers(NamedTuple):
    """What two layers of the encoder made of the words of a text: (W, H) each."""

    lower: Array
    upper: Array


class Network:
    """The weights, ready to run."""

    def __init__(self, path: Path, pieces: Pieces) -> None:
        """Opens the weights.

        Raises:
            BadWeights: the runtime cannot use them.
        """
        self._session = _session(path)
        known = {output.name for output in self._session.get_outputs()}
        self._outputs = (*OUTPUTS, *(name for name in LAYERS if name in known))
        self._pieces = pieces

    def run(self, tokens: Tokens, window: Window) -> Scores:
        """The scores of a window's words."""
        part = slice(window.first, window.stop)
        given = inputs(tokens, part, self._pieces)
        found: Sequence[Array] = self._session.run(self._outputs, given)
        return Scores(window, *(array[0] for array in found))


class Inner:
    """The head for what stands inside contents, ready to run."""

    def __init__(self, path: Path) -> None:
        """Opens its weights.

        Raises:
            BadWeights: the runtime cannot use them.
        """
        self._session = _session(path)

    def run(
        self,
        tokens: Tokens,
        window: Window,
        at: Sequence[int],
        layers: Layers,
        apart: Sequence[int],
    ) -> Scores:
        """The scores of a window's words.

        Args:
            tokens: the words of contents, each a text of its own.
            window: of them.
            at: the place of each of these words in the text as it was read.
            layers: what was made of the words there.
            apart: for each word a number of the statement in whose content it stands.
        """
        part = slice(window.first, window.stop)
        where = np.array(at[part], dtype=np.intp)
        given = {
            "lower": layers.lower[where][None],
            "upper": layers.upper[where][None],
            "quoted": np.array([tokens.quoted[part]], dtype=np.int64),
            "broke": np.array([tokens.broke[part]], dtype=np.int64),
            "owner": np.array([apart[part]], dtype=np.int64),
        }
        found: Sequence[Array] = self._session.run(("tags", "links"), given)
        return Scores(window, *(array[0] for array in found))


FAR, APART = (b"J\x04" + np.float32(value).tobytes() for value in (-1e4, -50))
"""What weights add to the attention to a word of another content, as a file of weights has it, and what is added here.

Both leave nothing of such a word: fifty less is a share of 2e-22, which is lost beside a sum of one. But of ten thousand less the share
is a number too small to be a normal one, with which a processor reckons a hundred times slower.
"""


def _session(path: Path) -> onnxruntime.InferenceSession:
    """Weights, opened to be run on one thread.

    Raises:
        BadWeights: the runtime cannot use them.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        weights = path.read_bytes().replace(FAR, APART) if path.name == INNER else str(path)
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors share no class
        raise BadWeights(
            f"the network cannot be opened: {str(error).splitlines()[0]}",
            "install hearsay anew",
            str(path),
        ) from error


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
