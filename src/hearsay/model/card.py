"""The card of a model: what the weights were trained for, from what, and how good they are.

A model is a folder:

    card.json         this
    network.onnx      encoder and heads
    inner.onnx        the head for what stands inside contents; a model without it reads contents again
    facts.npz         heads for what single corpora call factual; a model may have none
    decoding.npz      what decoding has learned: the chain of tags, relations, links, calibration
    tokenizer.json    the vocabulary
"""

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from hearsay.errors import BadWeights
from hearsay.model.labels import LABELS

SCHEMA = 2
"""Of the card, of the network's inputs and outputs, and of `decoding.npz`; raised when one changes."""

CARD, NETWORK, DECODING, TOKENIZER = "card.json", "network.onnx", "decoding.npz", "tokenizer.json"
INNER, FACTS = "inner.onnx", "facts.npz"


class Card(msgspec.Struct, frozen=True):
    """What a model says of itself.

    Attributes:
        name: of the recipe it was trained by.
        schema: `SCHEMA`.
        labels: of each head, in order.
        files: sha256 of each file of the folder but this.
        precision: of the weights: fp32, fp16 or int8.
        recipe: all of it.
        data: sha256 and licence class of each corpus.
        scores: figures on dev, with their intervals, and the commands that give them.
    """

    name: str
    schema: int
    labels: dict[str, tuple[str, ...]]
    files: dict[str, str]
    precision: str
    recipe: dict[str, Any]
    data: dict[str, dict[str, str]]
    scores: dict[str, Any] = {}

    @property
    def identity(self) -> str:
        """The name with the first eight digits of the network's digest, as a reading states it."""
        return f"{self.name}-{self.files[NETWORK][:8]}"


def digest(path: Path) -> str:
    """The sha256 of a file.

    Raises:
        BadWeights: it cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BadWeights(f"cannot be read: {error.strerror}", _ANEW, str(path)) from error


_ANEW = "install hearsay anew, name another folder with --model, or read by rule with --no-model"


def open_card(folder: Path) -> Card:
    """The card of a model's folder, held against this hearsay and against the folder's files.

    Raises:
        BadWeights: it is missing or broken, made for other labels or another schema, or a file has changed.
    """
    path = folder / CARD
    try:
        card = msgspec.json.decode(path.read_bytes(), type=Card)
    except OSError as error:
        raise BadWeights(f"no model stands there: {error.strerror}", _ANEW, str(path)) from error
    except msgspec.DecodeError as error:
        raise BadWeights(f"no card of a model: {error}", _ANEW, str(path)) from error
    if card.schema != SCHEMA:
        raise BadWeights(
            f"the model is of schema {card.schema}, this hearsay reads schema {SCHEMA}",
            _ANEW,
            str(path),
        )
    for head, known in LABELS.items():
        if tuple(card.labels.get(head, ())) != known:
            raise BadWeights(
                f"the model was trained for other labels of {head}:"
                f" the model has {', '.join(card.labels.get(head, ())) or 'none'};"
                f" this hearsay has {', '.join(known)}",
                _ANEW,
                str(path),
            )
    for name, known_digest in card.files.items():
        if digest(folder / name) != known_digest:
            raise BadWeights(
                "the file is not the one that the card speaks of", _ANEW, str(folder / name)
            )
    return card
