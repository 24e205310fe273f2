"""How sure the head's findings are: as sure as its teacher is of the same ones.

The shares of a head that was taught by shares are evener than its teacher's, and no person marked what stands inside
contents. So the weights of the signs are those that come nearest to the teacher's confidence, as a logarithm of odds,
where both find the same cue with the same content.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hearsay.model.calibration import Calibration
from hearsay.model.card import DECODING
from hearsay.model.decode import Joined
from hearsay.model.marks import Found, Marks
from hearsay.model.model import INSIDE, Model
from hearsay.model.network import Layers
from hearsay.model.tokens import Tokens
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read
from hearsay.text.span import Spans
from hearsay.training.export import write_arrays

Noted: TypeAlias = dict[tuple[Spans, Spans], tuple[tuple[float, ...], float]]
"""Cue and content of what is found inside contents -> its signs, and how sure it is."""


class _Noting(Model):
    """A model that keeps what it finds inside contents."""

    def __init__(self, folder: Path, *, again: bool) -> None:
        """Opens a folder; one that is to read contents again has no head."""
        super().__init__(folder)
        self._inner = None if again else self._inner
        self._within = False
        self.noted: Noted = {}

    def mark(
        self, cut: Tokens, apart: Sequence[int] | None = None, *, syntax: bool = True
    ) -> Marks:
        """As a model does."""
        self._within = apart is not None
        return super().mark(cut, apart, syntax=syntax)

    def inside(
        self, cut: Tokens, at: Sequence[int], layers: Layers, apart: Sequence[int]
    ) -> tuple[Found, ...]:
        """As a model does."""
        self._within = True
        return super().inside(cut, at, layers, apart)

    def _found(self, cut: Tokens, one: Joined, sure: Calibration | None = None) -> Found:
        found = super()._found(cut, one, sure)
        if self._within:
            self.noted[found.cue, found.content] = one.signs, found.score
        return found


def as_sure(folder: Path, texts: Iterable[bytes]) -> NDArray[np.float64]:
    """Weights of the signs by which the head of a folder is as sure as the network that reads again.

    Args:
        folder: of weights with a head.
        texts: articles that neither has learned from.
    """
    head, teacher = _Noting(folder, again=False), _Noting(folder, again=True)
    rows: list[tuple[float, ...]] = []
    odds: list[float] = []
    for text in texts:
        article = extract(open_page(text, "a.txt", content_type="text/plain")).article
        for one in (head, teacher):
            one.noted = {}
            read(article, (), one)
        for key, (signs, _) in head.noted.items():
            if key in teacher.noted:
                score = teacher.noted[key][1]
                rows.append((*signs, 1.0))
                odds.append(float(np.log(score / (1 - score))))
    found = np.linalg.lstsq(np.array(rows), np.array(odds), rcond=None)[0]
    return np.asarray(found, dtype=np.float64)


def put(folder: Path, weights: NDArray[np.float64]) -> None:
    """Puts the weights into the folder's decoding.npz; the card is to be written anew."""
    with np.load(folder / DECODING, allow_pickle=False) as arrays:
        kept = dict(arrays)
    write_arrays(folder, {**kept, INSIDE: weights})
