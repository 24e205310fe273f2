"""The network: one small encoder, and heads that read its words side by side.

Shapes: B windows, P pieces (two more than the window's, for [CLS] and [SEP]), W words, H = 384.

The same module is trained (`losses`) and written out for ONNX Runtime (`export`). Sources: Wang et al. (2020),
MiniLM (the encoder); Lafferty et al. (2001) for the chain of tags; Dozat and Manning (2017) for trees.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel
from transformers.utils.logging import disable_progress_bar, set_verbosity_error

from hearsay.model.labels import ENTITIES, RELATIONS, TAGS, UPOS
from hearsay.model.reference import STEPS

SHAPES, QUOTED, BROKE = 8, 4, 2
"""How many values the features of a word have (`hearsay.model.tokens`)."""

LINK, ARC, RELATION, HIDDEN, MEANS = 128, 192, 128, 256, 96
"""Widths of the heads."""


_SIGNS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
"""Signs of BERT's vocabulary, and what the vocabularies of others call them."""


def mlp(width: int, out: int, drop: float) -> nn.Sequential:
    """A layer between words and a head."""
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(drop))


def renumbered(read: Path, base: Path) -> list[int]:
    """What number a base has for each piece of another vocabulary; of signs that it names otherwise, that of its own.

    Args:
        read: tokenizer.json of the pieces that are given.
        base: of the pieces that the base knows.
    """
    known = Tokenizer.from_file(str(base)).get_vocab()
    given = Tokenizer.from_file(str(read)).get_vocab()
    out = [known["[UNK]"]] * len(given)
    for piece, number in given.items():
        out[number] = known.get(_SIGNS.get(piece, piece), known.get(piece, known["[UNK]"]))
    return out


class Encoder(nn.Module):
    """Pieces to vectors of words."""

    def __init__(self, folder: Path, own: Sequence[int] | None = None) -> None:
        """Opens the base encoder, in the form of the transformers library.

        Args:
            folder: of the base.
            own: its number of each piece that it is given, where it numbers them in its own way.
        """
        super().__init__()
        disable_progress_bar()  # type: ignore[no-untyped-call]  # the command line has a bar of its own
        set_verbosity_error()  # type: ignore[no-untyped-call]  # the pooler of the base is not used
        self.base = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.own: Tensor | None
        numbers = None if own is None else torch.tensor(own)
        self.register_buffer("own", numbers, persistent=False)
        self.width: int = self.base.config.hidden_size
        self.shape = nn.Embedding(SHAPES, self.width)
        self.quoted = nn.Embedding(QUOTED, self.width)
        self.broke = nn.Embedding(BROKE, self.width)
        for table in (self.shape, self.quoted, self.broke):
            nn.init.normal_(table.weight, 0, 0.02)
            nn.init.zeros_(table.weight[0])
        self.base.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The vectors of the words (B, W, H) and of the window (B, H).

        Args:
            ids: (B, P) numbers of pieces.
            features: (B, P, 3) shape, quoted and broke of each piece's word; zeros for [CLS] and [SEP].
            mask: (B, P) one for a piece, zero for filling.
            first: (B, W) the place of each word's first piece.
            last: (B, W) of its last.
        """
        known = ids if self.own is None else self.own[ids]
        given = (
            self.base.embeddings.word_embeddings(known)
            + self.shape(features[..., 0])
            + self.quoted(features[..., 1])
            + self.broke(features[..., 2])
        )
        seen = self.base(inputs_embeds=given, attention_mask=mask).last_hidden_state
        row = torch.arange(ids.shape[0], device=ids.device).unsqueeze(1)
        words = (seen[row, first] + seen[row, last]) / 2
        return words, seen[:, 0]


class Heads(nn.Module):
    """What is asked of the words.

    Attributes of the chain of tags: `steps` (T, T) from one tag to the next, `begin` and `end` (T) at the
    edges of a window; what BIES forbids is not learned but masked (`losses.allowed`).
    """

    def __init__(self, width: int, drop: float) -> None:
        super().__init__()
        self.tag = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, len(TAGS)))
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.begin = nn.Parameter(torch.zeros(len(TAGS)))
        self.end = nn.Parameter(torch.zeros(len(TAGS)))
        self.linked = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, LINK))
        self.cue = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, LINK))
        self.bare = nn.Parameter(torch.tensor(-1.0))
        self.syntax = mlp(width, HIDDEN, drop)
        self.upos = nn.Linear(HIDDEN, len(UPOS))
        self.dependent = mlp(width, ARC, drop)
        self.governor = mlp(width, ARC, drop)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        nn.init.normal_(self.arc, 0, 0.02)
        self.below = nn.Linear(width, RELATION)
        self.above = nn.Linear(width, RELATION)
        self.relation = nn.Linear(RELATION, len(RELATIONS))
        self.entity = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, len(ENTITIES)))
        self.refers = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, MEANS))
        self.referred = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, MEANS))
        self.apart = nn.Parameter(torch.zeros(STEPS))
        self.fact = nn.Sequential(mlp(width, HIDDEN, drop), nn.Linear(HIDDEN, 1))

    def forward(self, words: Tensor, window: Tensor) -> dict[str, Tensor]:
        """All scores of a batch.

        Returns:
            tags (B, W, T); links (B, W, W), word of a source or content to first word of its cue; upos
            (B, W, 17); arcs (B, W, 1 + W), word to its head, 0 the root; below (B, W, R) and above
            (B, 1 + W, R), whose sum, clipped at zero, `relation` scores; entity (B, W, 11); refers and
            referred (B, W, C), whose product, with `apart` for the distance, says how well the second
            word is what the first means; fact (B, W), how factual the event is, between -1 and 1.
        """
        with_root = torch.cat([window.unsqueeze(1), words], 1)
        links = self.linked(words) @ self.cue(words).transpose(1, 2) / LINK**0.5 + self.bare
        dependent = self.dependent(words)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        return {
            "tags": self.tag(words),
            "links": links,
            "upos": self.upos(self.syntax(words)),
            "arcs": (dependent @ self.arc) @ self.governor(with_root).transpose(1, 2),
            "below": self.below(words),
            "above": self.above(with_root),
            "entity": self.entity(words),
            "refers": self.refers(words) / MEANS**0.5,
            "referred": self.referred(words),
            "fact": self.fact(words).squeeze(-1),
        }


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, folder: Path, drop: float = 0.1, own: Sequence[int] | None = None) -> None:
        super().__init__()
        self.encoder = Encoder(folder, own)
        self.heads = Heads(self.encoder.width, drop)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        """The scores of all heads; see `Encoder.forward` and `Heads.forward`."""
        return self.heads(*self.encoder(ids, features, mask, first, last))
