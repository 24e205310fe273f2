"""Marks: what the network sees in a text, as spans with scores; all that the passes ever know of it."""

import msgspec

from hearsay.model.network import Layers
from hearsay.model.reference import Reference
from hearsay.text.span import Span, Spans


class Found(msgspec.Struct, frozen=True):
    """An attribution.

    Attributes:
        source: () where the text has none.
        cue: never empty.
        content: one stretch, or several.
        score: how likely it is right, calibrated.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word in the tree of its sentence.

    Attributes:
        span: where it stands.
        upos: its part of speech (Universal Dependencies).
        head: index of the word that it hangs on, in the list of words; its own where it is the root.
        relation: to its head, with the subtype.
        entity: what the mention names that it heads; "none" where it heads no mention.
        fact: how factual the event is that it names, from -1, it is not so, to 1, it is; of other words it
            says nothing.
        sentence: number of its sentence.
    """

    span: Span
    upos: str
    head: int
    relation: str
    entity: str
    fact: float
    sentence: int


class Marks(msgspec.Struct, frozen=True):
    """A text as the network sees it.

    Attributes:
        attributions: the outermost, in the order of their cues.
        words: in order.
        reference: how well one word is what another means; None where it was not asked for.
        layers: what the encoder made of the words; None where the model has no head that is given it.
    """

    attributions: tuple[Found, ...]
    words: tuple[Word, ...]
    reference: Reference | None = None
    layers: Layers | None = None
