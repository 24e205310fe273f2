"""Rounding while learning: the weights and vectors of a network as its eight bits will make them.

A network that is rounded when all is learned loses half a point of F1 and more; one that has felt the rounding for its last
epochs has found weights that it does not hurt. The rounding is that of `hearsay.training.export.quantised`: weights of
products by channel, in seven bits (sums of eight overflow on processors with AVX2 alone); tables as a whole, and what a
product is given window by window, in eight bits between the least and the greatest.

Source: Jacob et al. (2018), Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as f

MOST = 64
"""The greatest whole number that a weight becomes, on either side of nought."""

STEPS = 255
"""Between the least and the greatest of a table, or of what a product is given."""


class _Product(nn.Linear):
    """A product that is rounded."""

    def forward(self, given: Tensor) -> Tensor:
        """As a product does."""
        return f.linear(
            _between(given, tuple(range(1, given.dim()))), _channels(self.weight), self.bias
        )


class _Table(nn.Embedding):
    """A table that is rounded."""

    def forward(self, given: Tensor) -> Tensor:
        """As a table does."""
        return f.embedding(given, _between(self.weight, (0, 1)))


_ROUNDED: dict[type, type] = {nn.Linear: _Product, nn.Embedding: _Table}
_PLAIN: dict[type, type] = {rounded: plain for plain, rounded in _ROUNDED.items()}


def rounded(network: nn.Module) -> None:
    """From here on the network rounds, or goes on to."""
    _turned(network, _ROUNDED)


def plain(network: nn.Module) -> None:
    """From here on it does not."""
    _turned(network, _PLAIN)


def _turned(network: nn.Module, into: dict[type, type]) -> None:
    for part in network.modules():
        if type(part) in into:
            part.__class__ = into[type(part)]


def _channels(weight: Tensor) -> Tensor:
    with torch.no_grad():
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / MOST
        off = (weight / step).round().clamp(-MOST, MOST) * step - weight
    return weight + off


def _between(given: Tensor, over: tuple[int, ...]) -> Tensor:
    with torch.no_grad():
        least = given.amin(over, keepdim=True).clamp(max=0)
        step = (given.amax(over, keepdim=True).clamp(min=0) - least).clamp(min=1e-8) / STEPS
        zero = (least / step).round()
        off = ((given / step).round() - zero).clamp(0, STEPS).add(zero) * step - given
    return given + off
