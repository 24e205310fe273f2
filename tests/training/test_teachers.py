"""What is learned of teachers: nothing is left to learn where a network says what its teacher says."""

import pytest

pytest.importorskip("torch", reason="training needs torch: pip install 'hearsay[train]'")

import torch
from torch import nn

from hearsay.model.labels import ENTITIES, TAGS, UPOS
from hearsay.training.batch import Batch
from hearsay.training.losses import chain, order, total
from hearsay.training.network import Heads
from hearsay.training.teachers import learned, told

WIDTH, WORDS = 48, 9


class _Small(nn.Module):
    """Heads over vectors that are given, in the form of a network."""

    def __init__(self, words: torch.Tensor) -> None:
        super().__init__()
        self.words, self.heads = words, Heads(WIDTH, 0.0)
        for one in (self.heads.steps, self.heads.begin, self.heads.end):
            nn.init.normal_(one)

    def forward(self, *_: torch.Tensor) -> dict[str, torch.Tensor]:
        scores: dict[str, torch.Tensor] = self.heads(self.words, self.words[:, 0])
        return scores


@pytest.fixture(name="given")
def _given() -> Batch:
    size = (2, WORDS)
    blank = torch.zeros(size, dtype=torch.long)
    sentence = torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, -1, -1, -1]])
    fields = dict.fromkeys(Batch._fields, blank)
    return Batch(**{**fields, "words": torch.tensor([9, 6]), "sentence": sentence})


def _pull(network: _Small, given: Batch, teacher: _Small) -> dict[str, float]:
    """How strongly each kind of score is pulled to what a teacher says."""
    said = told([teacher], given)  # type: ignore[list-item]
    scores = {name: one.detach().requires_grad_() for name, one in network().items()}
    whole = torch.stack([*learned(scores, given, network.heads, said).values()]).sum()
    names = ("tags", "upos", "arcs", "entity", "refers", "fact")
    pulls = torch.autograd.grad(whole, [scores[name] for name in names])
    return {name: one.abs().max().item() for name, one in zip(names, pulls, strict=True)}


def test_a_network_is_at_rest_that_says_what_its_teacher_says(given: Batch) -> None:
    torch.manual_seed(5)
    network = _Small(torch.randn(2, WORDS, WIDTH))
    assert max(_pull(network, given, network).values()) < 1e-5
    assert min(_pull(network, given, _Small(network.words)).values()) > 1e-3


def test_several_teachers_speak_as_one(given: Batch) -> None:
    torch.manual_seed(6)
    two = [_Small(torch.randn(2, WORDS, WIDTH)) for _ in range(2)]
    said = told(two, given)  # type: ignore[arg-type]
    alone = [told([one], given) for one in two]  # type: ignore[list-item]
    assert torch.allclose(said.tags, (alone[0].tags + alone[1].tags) / 2)
    for shares, labels in ((said.tags, TAGS), (said.upos, UPOS), (said.entity, ENTITIES)):
        assert shares.shape == (2, WORDS, len(labels))
        assert torch.allclose(shares[0].sum(-1), torch.ones(WORDS))
    assert said.tags[1, 6:].abs().max().item() == 0  # nothing is said of what fills a window up


def test_chains_joined_two_by_two_are_those_walked_word_by_word(given: Batch) -> None:
    torch.manual_seed(7)
    network = _Small(torch.randn(2, WORDS, WIDTH))
    scores, rules = network()["tags"], order(network.heads)
    found = total(scores, rules.moves(scores), given.words, rules)
    for row, words in enumerate(given.words.tolist()):
        walked = rules.first + scores[row, 0]
        for at in range(1, words):
            walked = torch.logsumexp(walked[:, None] + rules.steps, 0) + scores[row, at]
        assert torch.allclose(found[row], torch.logsumexp(walked + rules.last, 0), atol=1e-4)
    gold = torch.zeros(2, WORDS, dtype=torch.long)
    assert chain(scores, gold, given.words, network.heads).item() > 0
