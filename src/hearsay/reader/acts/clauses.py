"""The clauses of a content, as the rules on what it does ask of them.

Of each sentence the topmost clause, those coordinated with it, and what "I think" opens; what "I do not believe" opens does nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

import msgspec

from hearsay.language.lexicon import lexicon
from hearsay.language.marking import Lows, Marking
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

NOT = frozenset({"not", "n't", "never", "no"})
NOBODY = frozenset({"neither", "nobody", "none", "no-one", "nothing"})
MERELY = frozenset({"only", "just", "merely", "simply", "solely"})
OWN = frozenset({"i", "we"})
PEOPLE = frozenset({"person", "organization"})
"""What the network calls those who act."""

PERSONAL = frozenset({"they", "he", "she"})
ACTORS = frozenset({"organisation", "person", "group"})
"""Kinds of nouns for those who act."""

QUOTES = frozenset({"“", "”", '"', "‘", "'"})


def is_somebody(tree: Tree, at: int) -> bool:
    """Whether a word is for one who acts: "Lund", "the board", "they"; not "the storm"."""
    noun = lexicon().nouns.get(tree.lows[at])
    named = tree.words[at].entity in PEOPLE or tree.lows[at] in PERSONAL
    return named or (noun is not None and noun.kind in ACTORS)


class Speaks(Protocol):
    """Who speaks, as far as clauses ask: `hearsay.reader.acts.sides.Side`."""

    def own(self, subject: int) -> bool:
        """Whether a subject is the one who speaks, or his side."""
        ...

    @property
    def has_it_in_hand(self) -> bool:
        """Whether who speaks is a body, speaks for one, or is a document that binds."""
        ...


class Clause(msgspec.Struct, frozen=True, dict=True):
    """One clause of a content, as the rules ask of it.

    Attributes:
        tree, marks: in which they look.
        at: its predicate.
        first, stop: from its first word to the one after its last.
        held: those of them that are its own.
        own: its subject is the one who speaks, or his side.
        quoted: its words are the speaker's own.
        question: it ends with a question mark.
        body: who speaks has it in hand what others may do: a body, who speaks for one, a document.
        places: its words without quotation marks, where it has any; () where it has none.
    """

    tree: Tree
    marks: Marking
    at: int
    first: int
    stop: int
    held: frozenset[int]
    own: bool
    quoted: bool
    question: bool
    body: bool = False
    places: tuple[int, ...] = ()

    @cached_property
    def subject(self) -> int | None:
        """Of its predicate."""
        return self.tree.subject(self.at)

    def aux(self, among: frozenset[str]) -> int | None:
        """A helping verb of the predicate that is one of some forms."""
        return next((n for low, n in self.helps if low in among), None)

    @cached_property
    def helps(self) -> list[tuple[str, int]]:
        """The helping verbs of the predicate, in small letters, and where they stand."""
        held = self.tree.children(self.at, "aux", "cop")
        return [(self.tree.lows[n], n) for n in held if not self._is_had(n)]

    def _is_had(self, at: int) -> bool:
        """Takes: "he’d been told", "we’d asked". Leaves: "he’d be told", "we’d ask"."""
        lows = self.tree.lows
        if lows[at] != "'d":
            return False
        beside = {lows[n] for n in self.tree.children(self.at, "aux", "aux:pass", "cop")} | {
            lows[self.at]
        }
        return bool(beside & {"been", "better"}) or lows[self.at].endswith("ed")

    @cached_property
    def negation(self) -> int | None:
        """What negates the predicate: "not", or a subject that is nobody."""
        held = self.tree.children(self.at, "advmod", "det")
        held += self.tree.children(self.at, "cc")
        held = [n for n in held if not self._not_only(n)]
        no = next((n for n in held if self.tree.lows[n] in NOT or self._neither(n)), None)
        more = (n for n in held if self.tree.lows[n] in ("more", "longer"))
        if no is None:  # would no longer pay
            no = next((n - 1 for n in more if self._no_more(n)), None)
        who = self.subject
        if no is not None or who is None:
            return no
        none = self.tree.lows[who] in NOBODY or self.tree.lows[who - 1 : who + 1] == ["no", "one"]
        before = (n for n in self.tree.children(who, "det", "advmod") if self.tree.lows[n] in NOT)
        return who if none else next(before, None)

    def _not_only(self, at: int) -> bool:
        """Takes: "we will | not | only pay", which does, and more. Leaves: "we will not pay"."""
        after = self.tree.lows[at + 1 : at + 2]
        return self.tree.lows[at] == "not" and bool(after) and after[0] in MERELY

    def _no_more(self, at: int) -> bool:
        """Takes: "would no longer pay". Leaves: "I'll carry it back, no more than that"."""
        lows = self.tree.lows
        return at > 0 and lows[at - 1] == "no" and lows[at + 1 : at + 2] != ["than"]

    def _neither(self, at: int) -> bool:
        """Takes: "would | neither | cede nor seek". Leaves: "neither would cede", which is its subject."""
        return self.tree.lows[at] == "neither" and at < self.at

    @cached_property
    def lows(self) -> Lows:
        """Its words without quotation marks, in small letters."""
        return Lows([self.tree.lows[n] for n in self.places])

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of all phrases that begin in it."""
        lows, first, stop = (
            (self.lows, 0, len(self.places))
            if self.places
            else (self.tree.lows, self.first, self.stop)
        )
        return self.marks.classes_in(lows, first, stop)

    def phrase(self, *names: str) -> Spans:
        """The phrases of some classes in the clause."""
        if self.classes.isdisjoint(names):
            return ()
        if self.places:
            every = self.marks.found(self.lows, 0, len(self.places), *names)
            runs = [(self.places[m.first], self.places[m.stop - 1]) for m in every]
        else:
            every = self.marks.found(self.tree.lows, self.first, self.stop, *names)
            runs = [(m.first, m.stop - 1) for m in every]
        kept = [(first, last) for first, last in runs if first in self.held]
        return tuple(self.tree.words[f].span.hull(self.tree.words[n].span) for f, n in kept)

    @property
    def acts(self) -> bool:
        """Whether its predicate is an action: a verb, or what "will" makes one: "would “circle back”"."""
        verb = self.tree.words[self.at].upos == "VERB"
        return verb or (
            self.tree.child(self.at, "aux") is not None and self.tree.child(self.at, "cop") is None
        )

    def aside(self, at: int) -> bool:
        """Whether a word stands in a clause that hangs on the predicate, and not in the main one."""
        while at != self.at and self.tree.words[at].head != at:
            if self.tree.relation(at) in ("acl", "advcl", "ccomp"):
                return True
            at = self.tree.words[at].head
        return False

    def tells(self, *names: str) -> bool:
        """Whether its predicate is a word of one of some classes."""
        low = self.tree.lows[self.at]
        return self.marks.tells(low, *names)

    @cached_property
    def verb(self) -> str:
        """Its predicate, with the particle that belongs to it: "knocked back"."""
        particle = self.tree.child(self.at, "compound:prt")
        if particle is None and self.tree.lows[self.at + 1 : self.at + 2] == ["back"]:
            particle = self.at + 1
        low = self.tree.lows[self.at]
        return low if particle is None else f"{low} {self.tree.lows[particle]}"

    def words(self, *places: int | None) -> Spans:
        """The spans of some words."""
        return tuple(sorted(self.tree.words[n].span for n in places if n is not None))


def clauses(
    tree: Tree, content: Spans, marks: Marking, side: Speaks, *, quoted: bool
) -> Iterator[Clause]:
    """The main clauses of a content: of each sentence the topmost, those coordinated with it, and what "I think" opens."""
    inside = tree.inside(content)
    held = set(inside)
    body = side.has_it_in_hand
    tops = [
        n
        for n in inside
        if tree.words[n].upos != "PUNCT"
        and (tree.words[n].head not in held or tree.words[n].head == n)
    ]
    todo = [n for n in tops if tree.is_clause(n)] or tops[:1]
    seen: set[int] = set()
    while todo:
        at = todo.pop(0)
        if at in seen:
            continue
        seen.add(at)
        if tree.relation(at) == "advcl" and any(
            tree.lows[n] == "if" for n in tree.children(at, "mark")
        ):
            continue  # would have said | so if I did not agree
        inner = [
            n for n in tree.children(at, "conj", "parataxis") if n in held and tree.is_clause(n)
        ]
        inner += [n for n in _and_that(tree, at) if n in held and n not in inner]
        todo += inner
        subject = tree.child(at, "nsubj")
        opinion = tree.lows[at] in (
            "think",
            "believe",
            "know",
            "guess",
            "suppose",
            "mean",
            "say",
        )
        doubted = any(tree.lows[n] in NOT for n in tree.children(at, "advmod"))
        if opinion and not doubted and subject is not None and tree.lows[subject] in OWN:
            todo += tree.children(at, "ccomp")
        stretch = [n for n in tree.below(at) if n in held and not _below(tree, n, inner, at)]
        if not stretch:
            continue  # everything below it hangs on its conjuncts
        end = tree.words[max(n for n in tree.below(at) if tree.lows[n] not in QUOTES)].span
        who = tree.subject(at)
        yield Clause(
            tree, marks, at, stretch[0], stretch[-1] + 1, frozenset(stretch),
            own=who is not None and side.own(who),
            quoted=quoted,
            question=_asked(tree, end, content, quoted=quoted),
            body=body,
            places=_unmarked(tree, stretch[0], stretch[-1] + 1),
        )  # fmt: skip


def _unmarked(tree: Tree, first: int, stop: int) -> tuple[int, ...]:
    """The words of a stretch without quotation marks; () where there are none in it."""
    kept = tuple(n for n in range(first, stop) if tree.lows[n] not in QUOTES)
    return kept if len(kept) < stop - first else ()


def _asked(tree: Tree, end: Span, content: Spans, *, quoted: bool) -> bool:
    """Whether a clause ends with a question mark that is the speaker's: after indirect words it is the author's."""
    if end.cut(tree.text) == "?":
        return True
    within = any(part.start <= end.end < part.end for part in content)
    return end.right(tree.text) == "?" and (quoted or within)


def _and_that(tree: Tree, at: int) -> list[int]:
    """The clauses that "and that" joins to one, wherever the parser hangs them."""
    marks = (n for n in tree.below(at) if tree.lows[n] == "that" and tree.relation(n) == "mark")
    joined = [tree.words[n].head for n in marks if n > 0 and tree.lows[n - 1] in ("and", "but")]
    return [n for n in joined if n != at and tree.is_clause(n)]


def _below(tree: Tree, at: int, others: Sequence[int], stop: int) -> bool:
    """Whether a word hangs on one of some others."""
    while at != stop and tree.words[at].head != at:
        if at in others:
            return True
        at = tree.words[at].head
    return False
