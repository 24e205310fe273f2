"""Teachers: larger networks, learned before, whose shares the network learns beside what people marked.

What a teacher says, it says of every word of every text, also where nobody has marked anything: trees of news, and
attributions in treebanks. Several teachers speak with one voice, the mean of theirs. Shapes as in `network`.

Sources: Hinton et al. (2015), Distilling the Knowledge in a Neural Network; for the chain of tags Wang et al. (2021),
Structural Knowledge Distillation: what is learned is the teacher's shares of single tags and of pairs of neighbours.
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch
import torch.nn.functional as f
from torch import Tensor

from hearsay.model.labels import ENTITIES, TAGS, UPOS
from hearsay.training.batch import Batch
from hearsay.training.losses import (
    NEVER,
    Order,
    in_sentence,
    mean,
    order,
    references,
    relations,
    total,
)
from hearsay.training.network import Heads, Network

CUE = [TAGS.index(tag) for tag in ("B-cue", "S-cue")]
JOINED = [at for at, tag in enumerate(TAGS) if tag.endswith(("-source", "-content"))]
EVENT = UPOS.index("VERB")
NOTHING = ENTITIES.index("none")
EVEN = 0.5
"""From this share on a word counts as what the teachers say that it is."""


class Told(NamedTuple):
    """What teachers say of a batch: shares, between 0 and 1.

    Attributes:
        tags, moves: (B, W, T) of tags, and (B, W - 1, T, T) of two tags in a row.
        links: (B, W, W).
        upos, relation, entity: (B, W, labels); arcs (B, W, 1 + W).
        above: (B, W) the head that relations are asked for.
        means: (B, W, 1 + W) of what the word means, first of none of them.
        could: (B, W, W) whether the column could be what the row means.
        fact: (B, W), a value and no share.
    """

    tags: Tensor
    moves: Tensor
    links: Tensor
    upos: Tensor
    arcs: Tensor
    above: Tensor
    relation: Tensor
    entity: Tensor
    means: Tensor
    could: Tensor
    fact: Tensor


def told(teachers: Sequence[Network], given: Batch) -> Told:
    """What the teachers say, as one."""
    with torch.no_grad():
        said = [
            one(given.ids, given.features, given.mask, given.first, given.last) for one in teachers
        ]
        arcs = _mean([f.softmax(in_sentence(s["arcs"], given.sentence), -1) for s in said])
        above = arcs.argmax(-1)
        entity = _mean([f.softmax(s["entity"], -1) for s in said])
        could = _could(entity, given)
        both = [(s, one.heads) for s, one in zip(said, teachers, strict=True)]
        means = _mean([f.softmax(_among(s, could, heads), -1) for s, heads in both])
        named = _mean([f.softmax(relations(s, above, heads), -1) for s, heads in both])
    shares = [_shares(s["tags"], given.words, heads) for s, heads in both]
    return Told(
        _mean([tags for tags, _ in shares]),
        _mean([moves for _, moves in shares]),
        _mean([torch.sigmoid(s["links"]) for s in said]),
        _mean([f.softmax(s["upos"], -1) for s in said]),
        arcs,
        above,
        named,
        entity,
        means,
        could,
        _mean([s["fact"] for s in said]),
    )


def learned(scores: dict[str, Tensor], given: Batch, heads: Heads, said: Told) -> dict[str, Tensor]:
    """How far every head is from what the teachers say, a mean over words (or pairs of them)."""
    here = given.sentence >= 0
    count = here.sum()
    rules = order(heads)
    final = rules.last * said.tags.gather(
        1, (given.words - 1).view(-1, 1, 1).expand(-1, 1, len(TAGS))
    ).squeeze(1)
    path = (said.tags * scores["tags"]).sum((1, 2)) + (said.moves * rules.steps).sum((1, 2, 3))
    path = path + (said.tags[:, 0] * rules.first).sum(1) + final.sum(1)
    chains = total(scores["tags"], rules.moves(scores["tags"]), given.words, rules)
    pairs = said.tags[..., JOINED].sum(-1).unsqueeze(2) * said.tags[..., CUE].sum(-1).unsqueeze(1)
    linked = f.binary_cross_entropy_with_logits(scores["links"], said.links, reduction="none")
    arcs = in_sentence(scores["arcs"], given.sentence)
    event = here & (said.upos.argmax(-1) == EVENT)
    asked = said.could.any(2)
    return {
        "tags": (chains - path).sum() / count,
        "links": (linked * pairs).sum() / pairs.sum().clamp(min=1),
        "upos": _crossed(scores["upos"], said.upos, here),
        "arcs": _crossed(arcs, said.arcs, here),
        "relation": _crossed(relations(scores, said.above, heads), said.relation, here),
        "entity": _crossed(scores["entity"], said.entity, here),
        "means": _crossed(_among(scores, said.could, heads), said.means, asked),
        "fact": mean(
            f.smooth_l1_loss(scores["fact"], said.fact, beta=0.3, reduction="none"), event
        ),
    }


def _mean(several: list[Tensor]) -> Tensor:
    return torch.stack(several).mean(0)


def _crossed(scores: Tensor, shares: Tensor, asked: Tensor) -> Tensor:
    return mean(-(shares * f.log_softmax(scores, -1)).sum(-1), asked)


def _shares(scores: Tensor, words: Tensor, heads: Heads) -> tuple[Tensor, Tensor]:
    """How likely each tag is at each place, and each two in a row: what the sum over all chains leans on."""
    with torch.enable_grad():
        rules = Order(*(one.detach() for one in order(heads)))
        tags = scores.detach().float().requires_grad_()
        moves = rules.moves(tags).detach().clone().requires_grad_()
        whole = total(tags, moves, words, rules)
        likely = torch.autograd.grad(whole.sum(), (tags, moves))
    return likely[0], likely[1]


def _could(entity: Tensor, given: Batch) -> Tensor:
    """(B, W, W) whether both are mentions' heads, and the second stands before the first."""
    named = (entity[..., NOTHING] < EVEN) & (given.sentence >= 0)
    return (named.unsqueeze(2) & named.unsqueeze(1)).tril(-1)


def _among(scores: dict[str, Tensor], could: Tensor, heads: Heads) -> Tensor:
    """(B, W, 1 + W) what the word means, among those that could be and none."""
    found = references(scores, heads).masked_fill(~could, NEVER)
    return torch.cat([torch.zeros_like(found[..., :1]), found], 2)
