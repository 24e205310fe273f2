"""Tree: the words of an article as the network hangs them on one another, for asking what depends on what.

Universal Dependencies, basic trees; without a model there is no word in it and every question has an empty answer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from hearsay.language.marking import Lows
from hearsay.model.marks import Word
from hearsay.text.span import Span, Spans, joined

CLAUSES = ("csubj", "ccomp", "advcl", "acl", "parataxis", "conj", "root")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_PREDICATED = ("cop", *SUBJECTS)
NONE: frozenset[str] = frozenset()

T = TypeVar("T")
P = ParamSpec("P")

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
        self.forms = [word.span.cut(text) for word in words]
        self.lows = Lows([form.lower().replace("’", "'") for form in self.forms])
        self.held: list[list[int]] = [[] for _ in words]
        for at, word in enumerate(words):
            if word.head != at:
                self.held[word.head].append(at)
        self._heads = [word.head for word in words]
        self._starts = [word.span.start for word in words]
        self._sentences = [word.sentence for word in words]
        self._ends = [word.span.end for word in words]
        self._full = [word.relation for word in words]
        plain = {relation: relation.partition(":")[0] for relation in set(self._full)}
        self._plain = [plain[relation] for relation in self._full]
        self._has = [  # the relations of what hangs on each, with and without subtypes
            frozenset([*[self._full[n] for n in held], *[self._plain[n] for n in held]])
            if held
            else NONE
            for held in self.held
        ]
        self._over: dict[Span, range] = {}
        self._below: dict[int, list[int]] = {}
        self._clauses: dict[int, bool] = {}
        self._places: dict[str, list[int]] | None = None
        self._hanging: dict[str, list[int]] | None = None
        self.answers: dict[object, Any] = {}

    def places(self, low: str) -> Sequence[int]:
        """Where a word stands, in lower case, in order."""
        if self._places is None:
            self._places = {}
            for at, form in enumerate(self.lows):
                self._places.setdefault(form, []).append(at)
        return self._places.get(low, ())

    def hanging(self, *relations: str) -> list[int]:
        """The words that hang by some relations, subtypes taken with them, in order."""
        if self._hanging is None:
            self._hanging = {}
            for at, plain in enumerate(self._plain):
                self._hanging.setdefault(plain, []).append(at)
        return sorted(at for one in relations for at in self._hanging.get(one, ()))

    def holding(self, *relations: str) -> list[int]:
        """The words on which others hang by some relations, subtypes taken with them, in order."""
        return sorted({self._heads[at] for at in self.hanging(*relations)})

    def sentence(self, at: int) -> range:
        """The words of the sentence of a word."""
        number = self._sentences[at]
        return range(bisect_left(self._sentences, number), bisect_right(self._sentences, number))

    def over(self, span: Span) -> range:
        """The words that a span touches."""
        if span not in self._over:
            first = bisect_right(self._starts, span.start) - 1
            if first < 0 or self._ends[first] <= span.start:
                first += 1
            self._over[span] = range(first, bisect_left(self._starts, span.end))
        return self._over[span]

    def inside(self, spans: Spans) -> list[int]:
        """The words that some spans touch, in order."""
        return [at for span in spans for at in self.over(span)]

    def top(self, within: Sequence[int]) -> int | None:
        """The word that the others of a stretch hang on; the first verb where several hang outside."""
        inside = set(within)
        top = None
        for at in within:
            head = self._heads[at]
            if (head in inside and head != at) or self.words[at].upos == "PUNCT":
                continue
            if self.is_clause(at):
                return at
            top = at if top is None else top
        return top

    def is_clause(self, at: int) -> bool:
        """Whether a word is the predicate of a clause: a verb, or anything with a subject or a copula."""
        if at not in self._clauses:
            self._clauses[at] = self.words[at].upos == "VERB" or any(
                self._full[n] in _PREDICATED or self._full[n].startswith("aux")
                for n in self.held[at]
            )
        return self._clauses[at]

    def children(self, at: int, *relations: str) -> list[int]:
        """The words that hang on one by some relations, subtypes taken with them; in order."""
        if self._has[at].isdisjoint(relations):
            return []
        plain, full = self._plain, self._full
        return [n for n in self.held[at] if plain[n] in relations or full[n] in relations]

    def child(self, at: int, *relations: str) -> int | None:
        """The first of them."""
        if self._has[at].isdisjoint(relations):
            return None
        for n in self.held[at]:
            if self._plain[n] in relations or self._full[n] in relations:
                return n
        return None

    def below(self, at: int) -> list[int]:
        """A word and all that hangs on it, at any depth, in order."""
        if not self.held[at]:
            return [at]
        if at not in self._below:
            out, todo = [], [at]
            while todo:
                here = todo.pop()
                out.append(here)
                todo += self.held[here]
            self._below[at] = sorted(out)
        return self._below[at].copy()

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
        while self._heads[at] != at:
            at = self._heads[at]
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


def kept(ask: Callable[Concatenate[Tree, P], T]) -> Callable[Concatenate[Tree, P], T]:
    """A question of a tree that several passes ask: what it is answered is kept with the tree, and must not be altered."""

    @wraps(ask)
    def answer(tree: Tree, /, *given: P.args, **named: P.kwargs) -> T:
        key = (ask, given, *named.items())
        try:
            answered: T = tree.answers[key]
        except KeyError:
            answered = tree.answers[key] = ask(tree, *given, **named)
        return answered

    return answer


def may_speak(tree: Tree, at: int) -> bool:
    """Whether a word names somebody, or stands for somebody: a person, a body, a state, "he"; not "the league's"."""
    word = tree.words[at]
    if (
        tree.lows[at + 1 : at + 2] == ["'s"]
        and word.upos != "PRON"
        and tree.relation(at + 1) == "case"
    ):
        return False
    named = [n for n in tree.children(at, "appos", "flat") if tree.words[n].upos == "PROPN"]
    if word.upos == "PRON":
        return tree.lows[at] not in ("it", "this", "that", "which", "what", "there")
    state = word.entity == "place" and word.upos == "PROPN"
    return bool(named) or state or word.entity in ("person", "organization")
