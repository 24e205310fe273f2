"""Beside: a cue with its sense, and what the rules that narrow it ask of the words around it."""

from collections.abc import Callable, Mapping

import msgspec

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.helping import WILL
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Act, Kind

Done = tuple[Kind, Act]


class Beside(msgspec.Struct, frozen=True):
    """A cue with its sense, and what stands beside it.

    Attributes:
        tree, marks, known: in which the rules look.
        one: the statement.
        sense: of the cue.
        at: the word that has it.
        kind, act: as the sense has them.
        speaker: whose it is; None where that is not known.
        negated: the saying is negated.
    """

    tree: Tree
    marks: Marking
    known: Mapping[str, tuple[Sense, ...]]
    one: Statement
    sense: Sense
    at: int
    kind: Kind
    act: Act
    speaker: Actor | None
    negated: bool

    @property
    def cue(self) -> range:
        """The words of the cue."""
        return self.tree.over(self.one.cue) if self.one.cue is not None else range(0)

    @property
    def inside(self) -> list[int]:
        """The words of the content."""
        return self.tree.inside(self.one.content)

    @property
    def wordy(self) -> list[int]:
        """The words of the content that are no marks."""
        return [n for n in self.inside if self.tree.words[n].upos != "PUNCT"]

    @property
    def future(self) -> bool:
        """Whether what is told is still to come: "announced | that it would open"."""
        helps = self.tree.children(self.top, "aux", "cop") if self.top is not None else []
        return any(self.tree.lows[n] in WILL for n in helps)

    @property
    def top(self) -> int | None:
        """The word on which the rest of the content hangs."""
        return self.tree.top(self.inside)

    @property
    def what(self) -> int | None:
        """What is answered: in the cue, "brushed aside | demands | that", or the word on which the content hangs."""
        nouns = (n for n in self.cue if n > self.at and self.tree.words[n].upos == "NOUN")
        return next(nouns, self.top)

    def has_lemma(self, name: str) -> bool:
        """Whether the word that has the sense, or the phrase, is of a class of the table: "brush aside"."""
        lemma = self.sense.lemma.split(" ")
        return any(self.marks.found(lemma, 0, len(lemma), name))

    def is_a(self, at: int | None, name: str) -> bool:
        """Whether a word is of a class of the table."""
        return at is not None and self.marks.tells(self.tree.lows[at], name)


Rule = Callable[[Beside], Done | None]
