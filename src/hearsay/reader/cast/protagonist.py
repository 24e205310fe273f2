"""Protagonist: the one person of whom an article tells throughout, as an obituary or a profile does, and who is meant where others only pass.

It is known by the pronouns: where one person's life is told, most of them are hers, and many more than the names of all women.

Source: own, after Grosz, Joshi and Weinstein (1995), Centering, on what a discourse is about.
"""

from collections.abc import Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.register import Bearer
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

LEADS = 3  # blocks in which a protagonist is named first
ENOUGH = 8  # pronouns of one gender
TIMES = 1.5  # how many more of them than names of all persons of that gender
RIVAL = 1.5  # times that another who is named from the beginning is named, to be told of as much
SHARE = 0.7  # of the blocks in which the article tells of the protagonist

OTHER = {"f": "m", "m": "f"}

OPENS = 4.5
"""How much it counts, as a logarithm, that a paragraph names nobody else before a pronoun: the article comes back to its protagonist."""


class Protagonist:
    """The protagonists of an article, of either gender."""

    def __init__(
        self, bearers: Sequence[Bearer], tree: Tree, blocks: Sequence[Span], lexicon: Lexicon
    ) -> None:
        """Makes ready.

        Args:
            bearers: of names.
            tree: of the article.
            blocks: paragraphs.
            lexicon: the tables.
        """
        self.tree, self.lexicon = tree, lexicon
        self.blocks = blocks
        self.of = {
            gender: one.key
            for gender in ("f", "m")
            if (one := self._whose(gender, bearers, blocks)) is not None
        }
        self.opening = {
            first.start
            for gender in self.of
            for block in blocks
            if (first := self._opens(gender, bearers, block)) is not None
        }

    def counts(self, pronoun: Span, gender: str, key: str) -> float:
        """How much speaks for a pronoun's meaning the protagonist, in addition to all else.

        Takes: "¶ | She | told a visitor that a seed was a letter".
        Leaves: "Farrar laughed. | She | said it was a spade".
        """
        meant = key and key == f"={self.of.get(gender)}"
        return OPENS if meant and pronoun.start in self.opening else 0.0

    def _opens(self, gender: str, bearers: Sequence[Bearer], block: Span) -> Span | None:
        """The first pronoun of a paragraph, where no other person of that gender is named before it."""
        first = next((at for at in self._pronouns(gender) if block.holds(at)), None)
        others = (
            place.span
            for one in bearers
            if one.person and one.key != self.of[gender] and one.taken_for != OTHER[gender]
            for place in one.places
            if block.holds(place.span)
        )
        return first if first and not any(at.before(first) for at in others) else None

    def _pronouns(self, gender: str) -> list[Span]:
        name = "feminine" if gender == "f" else "masculine"
        words = zip(self.tree.words, self.tree.lows, strict=True)
        return [
            word.span
            for word, low in words
            if word.upos == "PRON" and self.lexicon.tells(low, name)
        ]

    def _whose(
        self, gender: str, bearers: Sequence[Bearer], blocks: Sequence[Span]
    ) -> Bearer | None:
        """The protagonist of one gender; None where there is none."""
        pronouns = self._pronouns(gender)
        persons = [b for b in bearers if b.entity == PERSON and b.taken_for == gender]
        if not persons or len(pronouns) < ENOUGH:
            return None
        leads = blocks[min(LEADS, len(blocks)) - 1].end
        first = sorted(
            (b for b in persons if b.places[0].span.start < leads),
            key=lambda b: b.places[0].span.start,
        )
        if not first or any(
            RIVAL * len(b.places) >= len(first[0].places) for b in first[1:] if len(b.full.lows) > 1
        ):
            return None  # of two who are told of from the beginning it may be either
        one = first[0]
        names = [place.span for b in persons for place in b.places]
        told = [*pronouns, *(place.span for place in one.places)]
        over = sum(any(block.holds(span) for span in told) for block in blocks)
        throughout = over >= SHARE * len(blocks) and len(pronouns) >= TIMES * len(names)
        return one if throughout else None
