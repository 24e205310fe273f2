"""Reading: all that was found in one article, frozen."""

import msgspec

from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution
from hearsay.reading.commitment import Authority, Commitment, Forecast, Qualifier
from hearsay.reading.quotation import Quotation, Variant
from hearsay.reading.voice import Event, HeadlineFinding, Hypotheses, OwnVoice
from hearsay.text.article import Article

SCHEMA = 1
"""The number of the format: raised when a name or a closed set changes, not when a key is added."""


class Reader(msgspec.Struct, frozen=True):
    """Who read.

    Attributes:
        version: of hearsay.
        model: name and digest of the weights; None where rules alone read.
        tables: digest of the word lists.
    """

    version: str
    model: str | None
    tables: str


class Reading(msgspec.Struct, frozen=True):
    """All that was found in one article; docs/reading.md explains it field by field.

    Attributes:
        article: the text and its blocks.
        reader: who read.
        actors, attributions, …: the findings, each in the order of the text.
        headline: the headline held against its body; None where there is none, or it was not read.
        remarks: what a person should know before relying on the reading, a sentence each.
        schema: the number of the format.
    """

    article: Article
    reader: Reader
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    authorities: tuple[Authority, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    own_voice: tuple[OwnVoice, ...] = ()
    hypotheses: tuple[Hypotheses, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    timeline: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    variants: tuple[Variant, ...] = ()
    headline: HeadlineFinding | None = None
    remarks: tuple[str, ...] = ()
    schema: int = SCHEMA

    def all_by(self, one: Commitment | Forecast) -> tuple[str, ...]:
        """The ids of all who are bound, or foretell: the speaker of the statement with those who say it jointly, or whoever else it is.

        "author" for the author; () for nobody who is named.
        """
        if one.by is None:
            return ()
        told = next((said for said in self.attributions if said.id == one.attribution), None)
        return told.speakers if told is not None and told.speaker == one.by else (one.by,)
