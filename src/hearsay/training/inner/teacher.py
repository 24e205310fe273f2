"""The teacher: a model that reads contents again as texts of their own; what it says of them is what is learned.

Vectors and scores are kept in sixteen bits: the contents of 840 articles take less than a gigabyte.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hearsay.model.card import NETWORK
from hearsay.model.marks import Marks
from hearsay.model.model import Model
from hearsay.model.network import Network, Scores
from hearsay.model.tokens import Tokens
from hearsay.model.windows import Window
from hearsay.page.extract import extract
from hearsay.page.page import open_page
from hearsay.reader.read import read

FEWEST = 2
"""Words that a window of contents must share with the text as it was read."""


class Example(NamedTuple):
    """A window of contents: W words, with what the teacher says of them.

    Attributes:
        layers: (W, 2, H) what the encoder made of the words when the text was read.
        quoted, broke: (W) as in `Tokens`, each content a text of its own.
        owner: (W) a number of the statement in whose content the word stands.
        tags, links: (W, T) and (W, W), the teacher's scores.
    """

    layers: NDArray[np.float16]
    quoted: NDArray[np.int64]
    broke: NDArray[np.int64]
    owner: NDArray[np.int64]
    tags: NDArray[np.float16]
    links: NDArray[np.float16]


class _Call(NamedTuple):
    """What the model was asked, and what the network said window by window."""

    cut: Tokens
    apart: Sequence[int] | None
    scores: list[Scores]


class _Heard(Network):
    """A network that keeps what it says."""

    calls: list[_Call]

    def run(self, tokens: Tokens, window: Window) -> Scores:
        found = super().run(tokens, window)
        self.calls[-1].scores.append(found)
        return found


class Teacher(Model):
    """A model that reads contents again, and keeps what it was asked and said."""

    def __init__(self, folder: Path) -> None:
        """Opens a folder of weights whose network says what its layers make of the words."""
        super().__init__(folder)
        self._inner = None
        self._heard = _Heard(folder / NETWORK, self._pieces)
        self.network = self._heard

    def mark(
        self, cut: Tokens, apart: Sequence[int] | None = None, *, syntax: bool = True
    ) -> Marks:
        """As a model does; what it is asked and says is kept."""
        self._heard.calls.append(_Call(cut, apart, []))
        return super().mark(cut, apart, syntax=syntax)

    def examples(self, text: bytes) -> list[Example]:
        """What it says of the contents in a text, at every depth."""
        self._heard.calls = []
        read(extract(open_page(text, "a.txt", content_type="text/plain")).article, (), self)
        outer = next((one for one in self._heard.calls if one.apart is None), None)
        if outer is None or not outer.scores:
            return []
        layers = np.concatenate([_asked(one) for one in outer.scores])
        place = {span: n for n, span in enumerate(outer.cut.spans)}
        out: list[Example] = []
        for cut, apart, scores in self._heard.calls:
            if apart is None:
                continue
            number = {owner: n for n, owner in enumerate(dict.fromkeys(apart))}
            for one in scores:
                part = range(one.window.first, one.window.stop)
                kept = [word for word in part if cut.spans[word] in place]
                if len(kept) < FEWEST:
                    continue
                own = np.array(kept) - one.window.first
                out.append(
                    Example(
                        layers[[place[cut.spans[word]] for word in kept]],
                        np.array([cut.quoted[word] for word in kept]),
                        np.array([cut.broke[word] for word in kept]),
                        np.array([number[apart[word]] for word in kept]),
                        one.tags[own].astype(np.float16),
                        one.links[np.ix_(own, own)].astype(np.float16),
                    )
                )
        return out


def _asked(one: Scores) -> NDArray[np.float16]:
    own = one.window.asked - one.window.first
    return np.stack([one.lower[own:], one.upper[own:]], 1).astype(np.float16)
