"""The head for what stands inside contents: two layers over what the encoder made of the words, and tags and links.

It is given the fourth layer's vectors of the words, and the last one's, both from when the text was read; where the
words stand to the marks within their content; and whose content they stand in. No word attends to another content. It
begins as the encoder's own last two layers and heads. Shapes: B windows, W words, H = 384.

Source: Hinton et al. (2015), Distilling the Knowledge in a Neural Network.
"""

import math
from pathlib import Path

import torch
from torch import Tensor, nn

from hearsay.model.labels import TAGS
from hearsay.training.network import BROKE, HIDDEN, LINK, QUOTED, mlp
from hearsay.training.shipped import inner_weights, weights

WIDTH, ATTENTIONS, BETWEEN, DEPTH, OF = 384, 12, 1536, 2, 6
"""Of a layer: its width, attentions, and the width between; how many layers there are, and the encoder has."""

ASKED = ("query", "key", "value")
PLACES = {
    "told": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
    "first": "attention.output.LayerNorm",
    "second": "output.LayerNorm",
}
"""The parts of a layer, and where the encoder has them."""

DROP = 0.1
APART = -50.0
"""What is added to the attention to a word of another content: nothing of it is left, and no share is too small for a normal number."""


class Layer(nn.Module):
    """A layer as the encoder's are."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        self.told = nn.Linear(WIDTH, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, BETWEEN)
        self.down = nn.Linear(BETWEEN, WIDTH)
        self.second = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROP)

    def forward(self, words: Tensor, apart: Tensor) -> Tensor:
        """Words (B, W, H) to words; apart is added to the scores of attention (B, 1, W, W)."""
        batch = words.shape[0]

        def parted(part: Tensor) -> Tensor:
            return part.reshape(batch, -1, ATTENTIONS, WIDTH // ATTENTIONS).transpose(1, 2)

        query, key, value = (parted(part) for part in self.asked(words).split(WIDTH, -1))
        scores = query @ key.transpose(2, 3) / math.sqrt(WIDTH // ATTENTIONS) + apart
        seen = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(batch, -1, WIDTH)
        words = self.first(words + self.drop(self.told(seen)))
        between = nn.functional.gelu(self.up(words))
        return self.second(words + self.drop(self.down(between)))


class Inner(nn.Module):
    """The head. Its inputs and outputs are those of `hearsay.model.network.Inner`, with batches."""

    def __init__(self) -> None:
        super().__init__()
        self.quoted = nn.Embedding(QUOTED, WIDTH)
        self.broke = nn.Embedding(BROKE, WIDTH)
        self.above = nn.Linear(WIDTH, WIDTH, bias=False)
        for added in (self.quoted, self.broke, self.above):
            nn.init.zeros_(added.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))
        self.tag = nn.Sequential(mlp(WIDTH, HIDDEN, DROP), nn.Linear(HIDDEN, len(TAGS)))
        self.linked = nn.Sequential(mlp(WIDTH, HIDDEN, DROP), nn.Linear(HIDDEN, LINK))
        self.cue = nn.Sequential(mlp(WIDTH, HIDDEN, DROP), nn.Linear(HIDDEN, LINK))
        self.bare = nn.Parameter(torch.tensor(-1.0))

    def forward(
        self, lower: Tensor, upper: Tensor, quoted: Tensor, broke: Tensor, owner: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores of tags (B, W, T), and of links (B, W, W) from words to first words of cues."""
        words = lower + self.quoted(quoted) + self.broke(broke) + self.above(upper)
        other = owner.unsqueeze(2) != owner.unsqueeze(1)
        apart = (other.to(words.dtype) * APART).unsqueeze(1)
        for layer in self.layers:
            words = layer(words, apart)
        links = self.linked(words) @ self.cue(words).transpose(1, 2) / LINK**0.5 + self.bare
        return self.tag(words), links


def begun(folder: Path) -> Inner:
    """A head with the weights of a folder's last layers and heads, eight bits made full again.

    Args:
        folder: of weights.
    """
    given = weights(folder)
    made = Inner()
    state: dict[str, Tensor] = {"bare": given["heads.bare"]}
    for at in range(DEPTH):
        theirs, own = f"encoder.base.encoder.layer.{OF - DEPTH + at}.", f"layers.{at}."
        for part in ("weight", "bias"):
            three = [given[f"{theirs}attention.self.{name}.{part}"] for name in ASKED]
            state[f"{own}asked.{part}"] = torch.cat(three)
            for name, place in PLACES.items():
                state[f"{own}{name}.{part}"] = given[f"{theirs}{place}.{part}"]
    for name, value in given.items():
        if name.startswith(("heads.tag.", "heads.linked.", "heads.cue.")):
            state[name.removeprefix("heads.")] = value
    left = made.load_state_dict(state, strict=False)
    if left.unexpected_keys or {name.split(".")[0] for name in left.missing_keys} - {
        *("quoted", "broke", "above")
    }:
        raise ValueError(f"{folder} has no network of this form: {left}")
    return made


def shipped(folder: Path) -> Inner:
    """The head that a folder has, eight bits made full again: another encoder that came from its own can go on with it.

    Args:
        folder: of weights with a head.
    """
    made = Inner()
    made.load_state_dict(inner_weights(folder))
    return made
