"""Standing: the words by which an article says why a source is in it: what it saw, did, went through or is party to.

All that the article tells of a source (`hearsay.reader.cast.told_of`) is weighed (`hearsay.reader.cast.standing_signs`), and
what is told most as such words are told is kept, or nothing. An office or a field is no standing but a title, and a clause that
only reports is neither.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.pronouns import Pronouns
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.standing_signs import Seeing
from hearsay.reader.cast.told_of import Telling, ToldOf
from hearsay.reader.cast.weights import weighed, weights
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

OPENS = ("who", "whose", "which", "that", "whom")
HUSHED = ("authorised", "authorized", "reached", "contacted")
"""Near the beginning of a clause: it says why somebody is unnamed, or silent."""

CALLED = (("known", "as"), ("known", "only"), ("goes", "by"), ("went", "by"), ("going", "by"))
"""Near the beginning of a clause: it says what somebody is called."""

FIELD = ("studied", "taught", "researched", "covered")
"""After "who has": knows a field, which is no standing."""

STOPS = (".", "!", "?", "”", '"')
"""Ends of running text; a first line without one is a headline."""

SOMEBODY = (ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNNAMED)
"""Kinds of actors to whom "which" never goes back."""

ENOUGH = -0.7
"""What something that is told must count: less than that nothing of it says why. On articles left out three of four found under it are wrong."""


class Known(Protocol):
    """What of a cast is needed here."""

    tree: Tree
    lexicon: Lexicon
    records: dict[str, Record]
    blocks: Sequence[Span]
    pronouns: Pronouns
    seen: Seen


class Standing:
    """Asks an article why its sources are in it."""

    def __init__(self, cast: Known, told: Sequence[Statement]) -> None:
        """Makes ready.

        Args:
            cast: the actors.
            told: the statements.
        """
        self.tree, self.lexicon, self.told = cast.tree, cast.lexicon, told
        self.upper = cast.seen.upper
        self.telling = Telling(cast.tree, cast.lexicon, told, cast.pronouns.also)
        self.seeing = Seeing(cast.tree, cast.lexicon, told, cast.blocks)
        self.sources = {one.source for one in told if one.source}
        self.cues = {one.cue for one in told if one.cue}
        first = cast.blocks[0] if cast.blocks else None
        line = first is not None and first.cut(cast.tree.text).rstrip()[-1:] not in STOPS
        self.headline = first if line else None

    def settle(self, record: Record) -> None:
        """Gives a record, of "who chairs the council", its title; what only reports is left."""
        kept: list[Span] = []
        for span in record.standing:
            if self._holds(span):
                record.titles += [] if record.titles else [self._after_who(span)]
            elif not self._empty(span, record):
                kept.append(span)
        record.standing = kept

    def all_told(self, record: Record, said: Sequence[Statement]) -> list[ToldOf]:
        """All that is told of a source and may be why it is there.

        Args:
            record: of whom, settled.
            said: his statements.
        """
        if record.kind is ActorKind.DOCUMENT:
            return []
        found = self.telling.of(record, said)
        return [one for one in found if self._may_be_why(one.span, record)]

    def _may_be_why(self, span: Span, record: Record) -> bool:
        """Whether some words may be a standing at all: no title, no headline, nothing that only says why a name is missing."""
        if self.headline is not None and self.headline.holds(span):
            return False
        if "which" in self._words(span)[:2] and record.kind in SOMEBODY:
            return False  # the letter from Lund, which the board kept
        low = span.cut(self.tree.text).lower()
        unnamed = any(words in low for words in self.lexicon.phrases("kept_unnamed"))
        return not unnamed and not self._holds(span) and not self._empty(span, record)

    def why(self, record: Record, said: Sequence[Statement]) -> list[Span]:
        """What is told most as such words are told; [] where nothing is.

        Args:
            record: of whom, settled.
            said: his statements.
        """
        learned = weights("standing")
        told = self.all_told(record, said)
        rows = self.seeing.rows(told, record, said)
        made = self.made(told)
        words = (
            made @ np.array(learned.upper) if made.size and learned.upper else np.zeros(len(told))
        )
        seen = (
            (weighed(row, learned.counts) + float(more), one.span)
            for row, more, one in zip(rows, words, told, strict=True)
        )
        best = max(seen, key=lambda one: (one[0], -one[1].start), default=None)
        return [best[1]] if best is not None and best[0] > ENOUGH else []

    def made(self, told: Sequence[ToldOf]) -> NDArray[np.float64]:
        """What the network made of the words of each thing that is told, in its upper layer.

        Args:
            told: of a source.

        Returns:
            (n, H), the mean over its words; (n, 0) where no network reads.
        """
        if self.upper is None:
            return np.zeros((len(told), 0))
        over = [self.upper[list(self.tree.over(one.span))] for one in told]
        rows = [words.mean(axis=0, dtype=np.float64) for words in over]
        return np.array(rows).reshape(len(told), self.upper.shape[1])

    def _words(self, span: Span) -> list[str]:
        return [self.tree.lows[n] for n in self.tree.over(span)]

    def _holds(self, span: Span) -> bool:
        """Whether a clause tells of an office or a field: "who chairs the council"; not of what was: "who led the work"."""
        words = self._words(span)
        if words[:2] == ["who", "is"] and words[2:3] in (["a"], ["an"], ["the"]):
            return True
        studied = words[1:2] in (["has"], ["have"]) and any(low in FIELD for low in words[2:4])
        now = studied or (
            len(words) > 1 and words[1].endswith("s") and self.lexicon.tells(words[1], "holds")
        )
        return now and words[0] == "who"

    def _after_who(self, span: Span) -> Span:
        over = self.tree.over(span)
        return Span(self.tree.words[over[1]].span.start, span.end)

    def _empty(self, span: Span, record: Record) -> bool:
        """Whether a clause says nothing of why the source is there: it only reports, or tells of a document."""
        over = self.tree.over(span)
        words = self._words(span)
        if not words or (words[:2] == ["who", "is"] and words[-1].isdigit()):
            return bool(words)
        if any(pair in CALLED for pair in pairwise(words[:6])):
            return True
        if words[0] not in OPENS:
            return False
        first = self.tree.words[over[0]].span
        verb = next((n for n in self.tree.up(over[0])), over[0])
        told = any(self.lexicon.tells(word, "no_standing") for word in words[1:4])
        told = told or any(word in HUSHED for word in words[1:6])
        cue = any(one.holds(self.tree.words[verb].span) for one in self.cues)
        alone = first in self.sources and not any(self.tree.relation(n) == "conj" for n in over)
        return alone or told or cue or record.kind is ActorKind.DOCUMENT


def standings(cast: Known, told: Sequence[Statement], speakers: Sequence[str | None]) -> None:
    """Gives every actor its standing.

    Args:
        cast: the actors.
        told: the statements.
        speakers: key of the speaker of each.
    """
    standing = Standing(cast, told)
    said: dict[str, list[Statement]] = {}
    for one, key in zip(told, speakers, strict=True):
        if key is not None:
            said.setdefault(key, []).append(one)
    for record in cast.records.values():
        standing.settle(record)
    for record in cast.records.values():
        if record.key in said:
            record.standing = standing.why(record, said[record.key])
    for record in cast.records.values():
        if record.part_of in cast.records and not record.standing:
            record.standing = list(cast.records[record.part_of].standing)
