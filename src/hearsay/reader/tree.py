"""Tree: the words of an article as the network hangs them on one another, for asking what depends on what.

Universal Dependencies, basic trees; without a model there is no word in it and every question has an empty answer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from hearsay.model.marks import Word
from hearsay.text.span import Span, Spans, joined

CLAUSES = ("csubj", "ccomp", "advcl", "acl", "parataxis", "conj", "root")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")

MARKS = (("“", "”"), ('"', '"'), ("``", "''"), ("«", "»"), ("‘", "'"))
"""Quotation marks in pairs, as `lows` has them."""


class Tree:
    """The trees of a text, sentence after sentence, in one row of words."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        """Makes ready.

        Args:
            text: the whole text.
            words: in order, with their heads.
        """
        self.text, self.words = text, words
        self.lows = [word.span.cut(text).lower().replace("’", "'") for word in words]
        self.held: list[list[int]] = [[] for _ in words]
        for at, word in enumerate(words):
            if word.head != at:
                self.held[word.head].append(at)
        self._starts = [word.span.start for word in words]
        self._plain = [word.relation.partition(":")[0] for word in words]
        self._places: dict[str, list[int]] | None = None

    def places(self, low: str) -> Sequence[int]:
        """Where a word stands, in lower case, in order."""
        if self._places is None:
            self._places = {}
            for at, form in enumerate(self.lows):
                self._places.setdefault(form, []).append(at)
        return self._places.get(low, ())

    def over(self, span: Span) -> range:
        """The words that a span touches."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or not self.words[first].span.meets(span):
            first += 1
        return range(first, bisect_left(self._starts, span.end))

    def inside(self, spans: Spans) -> list[int]:
        """The words that some spans touch, in order."""
        return [at for span in spans for at in self.over(span)]

    def top(self, within: Sequence[int]) -> int | None:
        """The word that the others of a stretch hang on; the first verb where several hang outside."""
        inside = set(within)
        tops = [
            at
            for at in within
            if self.words[at].upos != "PUNCT"
            and (self.words[at].head not in inside or self.words[at].head == at)
        ]
        verbs = [at for at in tops if self.is_clause(at)]
        return next(iter(verbs or tops), None)

    def is_clause(self, at: int) -> bool:
        """Whether a word is the predicate of a clause: a verb, or anything with a subject or a copula."""
        held = (self.words[n].relation for n in self.held[at])
        return self.words[at].upos == "VERB" or any(
            relation in ("cop", *SUBJECTS) or relation.startswith("aux") for relation in held
        )

    def children(self, at: int, *relations: str) -> list[int]:
        """The words that hang on one by some relations, subtypes taken with them; in order."""
        return [
            n
            for n in self.held[at]
            if self._plain[n] in relations or self.words[n].relation in relations
        ]

    def child(self, at: int, *relations: str) -> int | None:
        """The first of them."""
        return next(iter(self.children(at, *relations)), None)

    def below(self, at: int) -> list[int]:
        """A word and all that hangs on it, at any depth, in order."""
        out, todo = [], [at]
        while todo:
            here = todo.pop()
            out.append(here)
            todo += self.held[here]
        return sorted(out)

    def span(self, at: int, leave: Sequence[int] = ()) -> Span | None:
        """The stretch of a word with all that hangs on it, without some branches at its ends.

        Marks of punctuation at either end are left out.
        """
        away = {n for branch in leave for n in self.below(branch)}
        return self.stretch([n for n in self.below(at) if n not in away])

    def stretch(self, within: Sequence[int]) -> Span | None:
        """The stretch from the first to the last of some words that are no punctuation.

        Of a pair of quotation marks with the one inside and the other right beside it, both are taken.
        """
        kept = [n for n in within if self.words[n].upos != "PUNCT"]
        if not kept:
            return None
        first, last = self._paired(kept[0], kept[-1])
        return self.words[first].span.hull(self.words[last].span)

    def _paired(self, first: int, last: int) -> tuple[int, int]:
        """A stretch of words, with the mark at its edge without which a pair would be cut apart."""
        inside = self.lows[first : last + 1]
        for opening, closing in MARKS:
            more = inside.count(opening) - inside.count(closing)
            odd = opening == closing and inside.count(opening) % 2 == 1
            if (more > 0 or odd) and self.lows[last + 1 : last + 2] == [closing]:
                return first, last + 1
            if (more < 0 or odd) and first and self.lows[first - 1] == opening:
                return first - 1, last
        return first, last

    def spans(self, within: Sequence[int]) -> Spans:
        """Some words as spans: those that follow one another as one, punctuation at the ends left out."""
        runs: list[list[int]] = []
        for at in sorted(within):
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        return joined(span for run in runs if (span := self.stretch(run)) is not None)

    def up(self, at: int) -> Iterator[int]:
        """The words that one hangs on, the nearest first; not itself."""
        while self.words[at].head != at:
            at = self.words[at].head
            yield at

    def relation(self, at: int) -> str:
        """The relation of a word to its head, without the subtype."""
        return self._plain[at]

    def subject(self, at: int) -> int | None:
        """The subject of a predicate; that of the predicate that it shares one with, where it has none itself."""
        own = self.child(at, "nsubj", "csubj")
        if own is not None:
            return own
        if self.relation(at) in ("conj", "xcomp") and self.words[at].head != at:
            above = self.words[at].head
            inner = self.child(above, "csubj", "ccomp")
            if inner is not None and self.child(above, "expl") is not None:
                return self.child(inner, "nsubj")  # it seems that Lund has …, but has …
            return self.subject(above)
        return None
