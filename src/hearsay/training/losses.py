"""Losses: how far the scores of a batch are from its gold, head by head. Shapes as in `network`."""

from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as f
from numpy.typing import NDArray
from torch import Tensor

from hearsay.model.chain import ALLOWED, ENDS, STARTS
from hearsay.model.reference import steps
from hearsay.training.batch import NOT_ASKED, Batch, Held
from hearsay.training.network import Heads

NEVER = -1e4
"""A score that no sum of others makes good."""


def losses(
    scores: dict[str, Tensor], gold: Batch, heads: Heads, smooth: float, held: Held
) -> dict[str, Tensor]:
    """The loss of every head that the batch has gold for, a mean over words (or pairs of them)."""
    out = {}
    if held.tags:
        out["tags"] = chain(scores["tags"], gold.tags, gold.words, heads)
        if held.links:
            cost = f.binary_cross_entropy_with_logits(
                scores["links"], gold.links.clamp(min=0), reduction="none"
            )
            out["links"] = mean(cost, gold.links != NOT_ASKED)
    if held.upos:
        out["upos"] = _named(scores["upos"], gold.upos, smooth)
        out["arcs"] = _named(in_sentence(scores["arcs"], gold.sentence), gold.arcs, 0)
        out["relation"] = _named(relations(scores, gold.arcs, heads), gold.relation, smooth)
    if held.entity:
        out["entity"] = _named(scores["entity"], gold.entity, smooth)
    if held.means:
        out["means"] = _means(scores, gold.means, heads)
    if held.fact:
        cost = f.smooth_l1_loss(scores["fact"], gold.fact, beta=0.3, reduction="none")
        out["fact"] = mean(cost, gold.fact != NOT_ASKED)
    return out


def mean(cost: Tensor, asked: Tensor) -> Tensor:
    """Over the places that are asked about. Picking them out would wait for the device; this does not."""
    return (cost * asked).sum() / asked.sum().clamp(min=1)


def references(scores: dict[str, Tensor], heads: Heads) -> Tensor:
    """(B, W, W), how well the column is what the row means; against nought, none of them."""
    at = np.arange(scores["refers"].shape[1])
    step = torch.from_numpy(steps(at[:, None], at[None, :])).to(heads.apart.device)
    return scores["refers"] @ scores["referred"].transpose(1, 2) + heads.apart[step]


def _means(scores: dict[str, Tensor], gold: Tensor, heads: Heads) -> Tensor:
    """Ranking among those that could be meant and none: a mean over words that are asked about."""
    row, word = (gold != NOT_ASKED).any(2).nonzero(as_tuple=True)
    found, wanted = references(scores, heads)[row, word], gold[row, word]
    none = torch.zeros_like(found[:, :1])
    among = torch.cat([none, found.masked_fill(wanted == NOT_ASKED, NEVER)], 1)
    lone = torch.where((wanted > 0).any(1, keepdim=True), torch.full_like(none, NEVER), none)
    right = torch.cat([lone, found.masked_fill(wanted <= 0, NEVER)], 1)
    return (torch.logsumexp(among, 1) - torch.logsumexp(right, 1)).mean()


def _named(scores: Tensor, gold: Tensor, smooth: float) -> Tensor:
    return f.cross_entropy(
        scores.flatten(0, 1), gold.flatten(), ignore_index=NOT_ASKED, label_smoothing=smooth
    )


def in_sentence(arcs: Tensor, sentence: Tensor) -> Tensor:
    """The scores of heads (B, W, 1 + W), those outside the word's own sentence out of reach."""
    same = sentence.unsqueeze(2) == sentence.unsqueeze(1)
    root = torch.ones_like(same[..., :1])
    return arcs.masked_fill(~torch.cat([root, same], 2), NEVER)


def relations(scores: dict[str, Tensor], arcs: Tensor, heads: Heads) -> Tensor:
    """The scores of relations (B, W, R) to the heads that are given (B, W)."""
    row = torch.arange(arcs.shape[0], device=arcs.device).unsqueeze(1)
    above = scores["above"][row, arcs.clamp(min=0)]
    return heads.relation(torch.relu(scores["below"] + above))


def chain(scores: Tensor, gold: Tensor, words: Tensor, heads: Heads) -> Tensor:
    """Negative log-likelihood of the tags by a linear chain (Lafferty et al. 2001), a word.

    A window may begin or end inside a span, so both edges allow every tag.
    """
    rules = order(heads)
    here = _here(gold, words)
    known = gold.clamp(min=0)
    taken = scores.gather(2, known.unsqueeze(2)).squeeze(2)
    moved = rules.steps[known[:, :-1], known[:, 1:]]
    final = known.gather(1, (words - 1).unsqueeze(1)).squeeze(1)
    path = (taken * here).sum(1) + (moved * here[:, 1:]).sum(1)
    path = path + rules.first[known[:, 0]] + rules.last[final]
    return (total(scores, rules.moves(scores), words, rules) - path).sum() / words.sum()


class Order(NamedTuple):
    """What is learned of the order of tags; what BIES forbids is `NEVER`: (T, T), (T) and (T)."""

    steps: Tensor
    first: Tensor
    last: Tensor

    def moves(self, scores: Tensor) -> Tensor:
        """The steps at each place but the first, (B, W - 1, T, T)."""
        return self.steps.expand(scores.shape[0], scores.shape[1] - 1, -1, -1)


def order(heads: Heads) -> Order:
    """The order of tags that a network has learned."""

    def kept(learned: Tensor, may: NDArray[np.bool_]) -> Tensor:
        return learned.masked_fill(~torch.from_numpy(may).to(learned.device), NEVER)

    return Order(kept(heads.steps, ALLOWED), kept(heads.begin, STARTS), kept(heads.end, ENDS))


def total(scores: Tensor, moves: Tensor, words: Tensor, rules: Order) -> Tensor:
    """The logarithm of the sum over all chains of tags, (B).

    The places are joined two by two, so that a window of W words takes log W steps and not W.
    Source: Rush (2020), Torch-Struct, section 4.2.
    """
    tags = scores.shape[2]
    none = torch.full((tags, tags), NEVER, device=scores.device)
    none.fill_diagonal_(0.0)  # a place after the window's end changes nothing
    here = _here(scores, words)[:, 1:, None, None]
    left = torch.where(here, moves + scores[:, 1:].unsqueeze(2), none)
    while left.shape[1] > 1:
        if left.shape[1] % 2:
            left = torch.cat([left, none.expand(left.shape[0], 1, -1, -1)], 1)
        left = torch.logsumexp(left[:, 0::2].unsqueeze(-1) + left[:, 1::2].unsqueeze(-3), -2)
    first = rules.first + scores[:, 0]
    if left.shape[1]:
        first = torch.logsumexp(first.unsqueeze(2) + left[:, 0], 1)
    return torch.logsumexp(first + rules.last, 1)


def _here(one: Tensor, words: Tensor) -> Tensor:
    """(B, W) whether there is a word."""
    return torch.arange(one.shape[1], device=words.device).unsqueeze(0) < words.unsqueeze(1)
