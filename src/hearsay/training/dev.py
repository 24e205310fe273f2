"""Quick figures after an epoch: to see that a training goes well, not to be reported.

Tags are those of the best chain; nothing is joined to attributions, and trees are the best heads word by
word. What a model is worth, `hearsay measure` says.
"""

from collections.abc import Sequence
from copy import deepcopy

import torch

from hearsay.model.chain import best, chain
from hearsay.model.labels import RELATIONS, ROLES, TAGS
from hearsay.model.tokens import Pieces
from hearsay.training.batch import NOT_ASKED, Batch, batch
from hearsay.training.examples import Example, batches, cut_up
from hearsay.training.losses import NEVER, in_sentence, references, relations
from hearsay.training.network import Heads, Network

_ROLE = torch.tensor([-1, *(ROLES.index(tag.partition("-")[2]) for tag in TAGS[1:])])
_PLAIN = torch.tensor([RELATIONS.index(name.split(":")[0]) for name in RELATIONS])
SIDE_BY_SIDE = 16
CPU = torch.device("cpu")


def figures(network: Network, examples: Sequence[Example], pieces: Pieces) -> dict[str, float]:
    """Shares between 0 and 1: F1 of each role over words, of links, UPOS, UAS and LAS, entities."""
    network.eval()
    heads = deepcopy(network.heads).to(CPU)
    counts: dict[str, list[int]] = {}
    facts: list[torch.Tensor] = []

    def add(name: str, right: int, found: int, wanted: int) -> None:
        for n, value in enumerate((right, found, wanted)):
            counts.setdefault(name, [0, 0, 0])[n] += value

    with torch.no_grad():
        for windows in batches(cut_up(examples, None), SIDE_BY_SIDE, None):
            gold = batch(windows, pieces).to(next(network.parameters()).device)
            scores = network(gold.ids, gold.features, gold.mask, gold.first, gold.last)
            gold, scores = gold.to(CPU), {name: one.to(CPU) for name, one in scores.items()}
            for name, right, found, wanted in _counts(heads, gold, scores):
                add(name, right, found, wanted)
            held = gold.fact != NOT_ASKED
            facts.append(torch.stack([scores["fact"][held], gold.fact[held]]))
    out = {
        name: 2 * right / max(1, found + wanted) for name, (right, found, wanted) in counts.items()
    }
    both = torch.cat(facts, 1)
    return {**out, "fact": float(torch.corrcoef(both)[0, 1])} if both.shape[1] > 1 else out


def _best(heads: Heads, gold: Batch, scores: torch.Tensor) -> torch.Tensor:
    """The tags of the best chains; zero where a window is filled up."""
    given = chain(*(part.detach().numpy() for part in (heads.steps, heads.begin, heads.end)))
    out = torch.zeros(scores.shape[:2], dtype=torch.long)
    for row, words in enumerate(gold.words.tolist()):
        out[row, :words] = torch.tensor(best(scores[row, :words].numpy(), given))
    return out


def _counts(
    heads: Heads, gold: Batch, scores: dict[str, torch.Tensor]
) -> list[tuple[str, int, int, int]]:
    out = []
    asked = gold.tags != NOT_ASKED
    if asked.any():
        found, wanted = _ROLE[_best(heads, gold, scores["tags"])][asked], _ROLE[gold.tags[asked]]
        for number, role in enumerate(ROLES):
            f, w = found == number, wanted == number
            out.append((role, int((f & w).sum()), int(f.sum()), int(w.sum())))
        linked = gold.links != NOT_ASKED
        if linked.any():
            f, w = scores["links"][linked] > 0, gold.links[linked] > 0
            out.append(("links", int((f & w).sum()), int(f.sum()), int(w.sum())))
    asked = gold.upos != NOT_ASKED
    if asked.any():
        n = int(asked.sum())
        out.append(("UPOS", int((scores["upos"].argmax(-1) == gold.upos)[asked].sum()), n, n))
        arcs = in_sentence(scores["arcs"], gold.sentence).argmax(-1)
        named = relations(scores, arcs, heads).argmax(-1)
        met = (arcs == gold.arcs) & asked
        plain = _PLAIN[named] == _PLAIN[gold.relation.clamp(min=0)]
        out += [("UAS", int(met.sum()), n, n), ("LAS", int((met & plain).sum()), n, n)]
    asked = gold.entity != NOT_ASKED
    if asked.any():
        found, wanted = scores["entity"].argmax(-1)[asked], gold.entity[asked]
        right = int(((found == wanted) & (wanted > 0)).sum())
        out.append(("entity", right, int((found > 0).sum()), int((wanted > 0).sum())))
    asked = gold.means != NOT_ASKED
    if asked.any():
        row, word = asked.any(2).nonzero(as_tuple=True)
        wanted = gold.means[row, word]
        found = references(scores, heads)[row, word].masked_fill(wanted == NOT_ASKED, NEVER)
        top, at = found.max(1)
        named = top > 0
        met = named & (wanted.gather(1, at.unsqueeze(1)).squeeze(1) > 0)
        out.append(("means", int(met.sum()), int(named.sum()), int((wanted > 0).any(1).sum())))
    return out
