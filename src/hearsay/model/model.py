"""The model: a folder of weights, opened; it marks a text.

Opening takes a fraction of a second, and no torch. The same text gives the same marks, whatever was read
before it and on however many cores.
"""

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np

from hearsay.errors import BadWeights
from hearsay.model.calibration import Calibration
from hearsay.model.card import DECODING, FACTS, INNER, NETWORK, TOKENIZER, Card, open_card
from hearsay.model.chain import Chain, chain
from hearsay.model.decode import Joined, decode
from hearsay.model.facts import Head, open_heads
from hearsay.model.marks import Found, Marks, Word
from hearsay.model.network import Array, Inner, Layers, Network, Scores
from hearsay.model.reference import Reference
from hearsay.model.said import JOINS, WORDS, Said
from hearsay.model.syntax import Parsed, Relations, parse
from hearsay.model.tokens import Pieces, Tokens, given, tokens
from hearsay.model.windows import windows
from hearsay.text.span import Span, Spans

SHARED = 48
"""The most pieces that a window sees again of the one before it."""

INSIDE = "inside"
"""In what decoding has learned: the calibration of what the head finds inside contents."""

FOLDER = Path(__file__).parent / "weights"
"""The weights that ship with the package."""


class Model:
    """Weights that are ready to mark texts."""

    def __init__(self, folder: Path) -> None:
        """Opens a folder.

        Raises:
            BadWeights: it holds no weights, or none that this hearsay can use.
        """
        self.folder = folder
        self.card: Card = open_card(folder)
        self._pieces = Pieces(folder / TOKENIZER)
        self.network = Network(folder / NETWORK, self._pieces)
        self._inner = Inner(folder / INNER) if INNER in self.card.files else None
        try:
            with np.load(folder / DECODING, allow_pickle=False) as arrays:
                self._chain: Chain = chain(arrays["steps"], arrays["begin"], arrays["end"])
                self._relations = Relations(arrays["relation"], arrays["relation_bias"])
                self._calibration = Calibration(arrays["calibration"])
                self._sure_inside = Calibration(
                    arrays[INSIDE if INSIDE in arrays else "calibration"]
                )
                self._apart = arrays["apart"]
                self._said = Said(arrays[WORDS], arrays[JOINS]) if WORDS in arrays else None
        except (KeyError, ValueError, OSError) as error:
            raise BadWeights(
                f"not what decoding needs: {error}", "install hearsay anew", str(folder / DECODING)
            ) from error

    @cached_property
    def facts(self) -> dict[str, Head]:
        """The heads for what single corpora call factual, by the names of the corpora; none where the weights have none.

        Raises:
            BadWeights: their file is broken.
        """
        return open_heads(self.folder / FACTS) if FACTS in self.card.files else {}

    def tokens(self, text: str, paragraphs: Sequence[Span]) -> Tokens:
        """Some paragraphs of a text as the network is given them."""
        return tokens(text, paragraphs, self._pieces)

    def given(
        self,
        text: str,
        spans: Sequence[Span],
        sentence: Sequence[int],
        opens: Sequence[bool],
        paragraphs: Sequence[Span],
    ) -> Tokens:
        """A text that somebody else has cut into words and sentences; see `hearsay.model.tokens`."""
        broke = [int(one) for one in opens]
        return given(text, spans, sentence, broke, paragraphs, self._pieces)

    def mark(
        self, cut: Tokens, apart: Sequence[int] | None = None, *, syntax: bool = True
    ) -> Marks:
        """What the network sees in a text.

        Args:
            cut: the text.
            syntax: whether words are wanted too; without, there are none among the marks.
            apart: for each word which of several texts it belongs to, where they are read side by side: no
                attribution has words of two.
        """
        scores: list[Scores] = []
        layers: Layers | None = None
        parsed: list[Parsed] = []
        refers: list[Array] = []
        referred: list[Array] = []
        for window in windows(cut, shared=SHARED):
            one = self.network.run(cut, window)
            if syntax:
                parsed += parse(one, cut.sentence, self._relations)
                own = window.asked - window.first
                refers.append(one.refers[own:])
                referred.append(one.referred[own:])
            if syntax and self._inner:
                layers = _kept(one, len(cut), layers)
            scores.append(one.without_syntax())
        return Marks(
            tuple(self._seen(cut, one, layers) for one in self._decoded(scores, cut, apart)),
            tuple(
                Word(span, *word, sentence)
                for span, word, sentence in zip(cut.spans, parsed, cut.sentence, strict=syntax)
            ),
            Reference(np.concatenate(refers), np.concatenate(referred), self._apart)
            if refers
            else None,
            layers,
        )

    def inside(
        self, cut: Tokens, at: Sequence[int], layers: Layers, apart: Sequence[int]
    ) -> tuple[Found, ...]:
        """What the head for it sees inside contents, of a text that was read; the model must have one.

        Args:
            cut: the words of the contents, each a text of its own (`hearsay.model.tokens.again`).
            at: their places in the text as it was read.
            layers: what the encoder made of the words there.
            apart: as for `mark`.
        """
        if self._inner is None:
            raise ValueError("the model has no head for what stands inside contents")
        number = {owner: n for n, owner in enumerate(dict.fromkeys(apart))}
        owners = [number[owner] for owner in apart]
        scores = [
            self._inner.run(cut, window, at, layers, owners)
            for window in windows(cut, shared=SHARED)
        ]
        sure = self._sure_inside
        return tuple([self._found(cut, one, sure) for one in self._decoded(scores, cut, owners)])

    def joined(self, cut: Tokens) -> list[Joined]:
        """The attributions alone, with the signs from which their confidence is made."""
        scores = [self.network.run(cut, one) for one in windows(cut, shared=SHARED)]
        return self._decoded(scores, cut)

    def _decoded(
        self, scores: Sequence[Scores], cut: Tokens, apart: Sequence[int] | None = None
    ) -> list[Joined]:
        return decode(scores, cut.broke, self._chain, apart) if scores else []

    def spans(self, cut: Tokens, one: Joined) -> tuple[Spans, Spans, Spans]:
        """Where source, cue and content of an attribution stand."""

        def of(*ranges: range) -> Spans:
            return tuple(cut.spans[r.start].hull(cut.spans[r.stop - 1]) for r in ranges)

        return of(one.source) if one.source else (), of(one.cue), of(*one.content)

    def _seen(self, cut: Tokens, one: Joined, layers: Layers | None) -> Found:
        """A finding, as likely as its cue makes it where that is known."""
        found = self._found(cut, one)
        if self._said is None or layers is None:
            return found
        return msgspec.structs.replace(found, score=self._said.of(found.score, one.cue, layers))

    def _found(self, cut: Tokens, one: Joined, sure: Calibration | None = None) -> Found:
        return Found(*self.spans(cut, one), (sure or self._calibration).of(one.signs))


def _kept(one: Scores, words: int, layers: Layers | None) -> Layers:
    """What the encoder made of the words so far, with those that a window is asked for."""
    if layers is None:
        size = (words, one.lower.shape[1])
        layers = Layers(np.empty(size, dtype=np.float32), np.empty(size, dtype=np.float32))
    asked = slice(one.window.asked, one.window.stop)
    own = one.window.asked - one.window.first
    layers.lower[asked], layers.upper[asked] = one.lower[own:], one.upper[own:]
    return layers


@cache
def open_model(folder: Path = FOLDER) -> Model:
    """The model of a folder, opened once in a process.

    Raises:
        BadWeights: the folder holds no weights, or none that this hearsay can use.
    """
    return Model(folder)
