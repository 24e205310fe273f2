"""Losses: how far the scores of a batch are from its gold, head by head. Shapes as in `network`."""

import numpy as np
import torch
import torch.nn.functional as f
from torch import Tensor

from hearsay.model.chain import ALLOWED, ENDS, STARTS
from hearsay.model.reference import steps
from hearsay.training.batch import NOT_ASKED, Batch
from hearsay.training.network import Heads

NEVER = -1e4
"""A score that no sum of others makes good."""


def losses(
    scores: dict[str, Tensor], gold: Batch, heads: Heads, smooth: float
) -> dict[str, Tensor]:
    """The loss of every head that the batch has gold for, a mean over words (or pairs of them)."""
    out = {}
    if (gold.tags != NOT_ASKED).any():
        out["tags"] = chain(scores["tags"], gold.tags, gold.words, heads)
        asked = gold.links != NOT_ASKED
        if asked.any():
            out["links"] = f.binary_cross_entropy_with_logits(
                scores["links"][asked], gold.links[asked]
            )
    if (gold.upos != NOT_ASKED).any():
        out["upos"] = _named(scores["upos"], gold.upos, smooth)
        out["arcs"] = _named(in_sentence(scores["arcs"], gold.sentence), gold.arcs, 0)
        out["relation"] = _named(relations(scores, gold.arcs, heads), gold.relation, smooth)
    if (gold.entity != NOT_ASKED).any():
        out["entity"] = _named(scores["entity"], gold.entity, smooth)
    if (gold.means != NOT_ASKED).any():
        out["means"] = _means(scores, gold.means, heads)
    asked = gold.fact != NOT_ASKED
    if asked.any():
        out["fact"] = f.smooth_l1_loss(scores["fact"][asked], gold.fact[asked], beta=0.3)
    return out


def references(scores: dict[str, Tensor], heads: Heads) -> Tensor:
    """(B, W, W), how well the column is what the row means; against nought, none of them."""
    at = np.arange(scores["refers"].shape[1])
    step = torch.from_numpy(steps(at[:, None], at[None, :]))
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
    row = torch.arange(arcs.shape[0]).unsqueeze(1)
    above = scores["above"][row, arcs.clamp(min=0)]
    return heads.relation(torch.relu(scores["below"] + above))


def chain(scores: Tensor, gold: Tensor, words: Tensor, heads: Heads) -> Tensor:
    """Negative log-likelihood of the tags by a linear chain (Lafferty et al. 2001), a word.

    A window may begin or end inside a span, so both edges allow every tag.
    """
    steps = heads.steps.masked_fill(~torch.from_numpy(ALLOWED), NEVER)
    first = heads.begin.masked_fill(~torch.from_numpy(STARTS), NEVER)
    last = heads.end.masked_fill(~torch.from_numpy(ENDS), NEVER)
    at = torch.arange(gold.shape[1]).unsqueeze(0)
    here = at < words.unsqueeze(1)  # (B, W)
    known = gold.clamp(min=0)
    taken = scores.gather(2, known.unsqueeze(2)).squeeze(2)
    moved = steps[known[:, :-1], known[:, 1:]]
    final = known.gather(1, (words - 1).unsqueeze(1)).squeeze(1)
    path = (taken * here).sum(1) + (moved * here[:, 1:]).sum(1) + first[known[:, 0]] + last[final]
    total = first + scores[:, 0]
    for place in range(1, gold.shape[1]):
        onward = torch.logsumexp(total.unsqueeze(2) + steps, 1) + scores[:, place]
        total = torch.where(here[:, place].unsqueeze(1), onward, total)
    return (torch.logsumexp(total + last, 1) - path).sum() / words.sum()
