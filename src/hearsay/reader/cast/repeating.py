"""Repeating: whom a pronoun means because what was said of somebody in the sentence before is said again.

"Lund may still be hoping for a deal. Possibly | he | hopes that the vote will help": who hopes is who was hoping. Verbs of
saying tell nothing: several say something after one another.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.seen import Seen
from hearsay.reading.attribution import Kind
from hearsay.text.span import Span, Spans

LINE = 160  # characters before a name in which the quotation ends that it signs
DASHES = ("—", "–", "-")


class Meant(Protocol):
    """What of somebody who can be meant is needed here."""

    @property
    def key(self) -> str:
        """Of the actor."""

    @property
    def heads(self) -> Spans:
        """The words by which it is named."""


class Repeating:
    """Asks a text for verbs that come twice."""

    def __init__(self, text: str, lexicon: Lexicon, seen: Seen) -> None:
        """Makes ready."""
        self.text, self.lexicon, self.seen = text, lexicon, seen

    def who(self, pronoun: Span, antecedents: Sequence[Meant], can: Collection[str]) -> str | None:
        """The key of one of whom the sentence before says what is now said again; None where there is none.

        Args:
            pronoun: in small letters or not, the subject of its clause.
            antecedents: everybody.
            can: keys of those who can be meant.
        """
        verb = self._verb(pronoun)
        meaning = self._meaning(verb) if verb is not None else None
        if verb is None or meaning is None:
            return None
        words = self.seen.words
        for one in antecedents:
            for head in one.heads if one.key in can else ():
                other = self._verb(head) if head.end <= pronoun.start else None
                near = other is not None and words[verb].sentence - words[other].sentence == 1
                if other is not None and near and self._meaning(other) == meaning:
                    return one.key
        return None

    def _verb(self, span: Span) -> int | None:
        """The verb of which a word is the subject."""
        at = self.seen.at(span)
        words = self.seen.words
        while (
            at is not None and words[at].relation in ("flat", "compound") and words[at].head != at
        ):
            at = words[at].head
        if at is None or not words[at].relation.startswith("nsubj"):
            return None
        return words[at].head

    def _meaning(self, at: int) -> str | None:
        """What a verb says that somebody has in mind; None for all others."""
        cue = self.lexicon.cue(self.seen.words[at].span.cut(self.text).lower())
        return cue.lemma if cue is not None and cue.type != Kind.COMM else None


def signs_below(text: str, name: Span) -> bool:
    """Whether a name only signs the quotation before it: "“He lies.” — | Tom Lie |, Oslo"."""
    line = name.left(text, LINE).rpartition("\n")[2]
    after = min(
        (line.rpartition(mark)[2] for mark in ("”", '"') if mark in line), key=len, default=""
    )
    return after.strip()[:1] in DASHES if after.strip() else False
