"""Told of: all that an article tells of a source that may be why the source is in it, wherever it stands.

Clauses and asides on its name or description ("who lost two cows", "himself a bosun"), what it is described as ("a
neighbour"), sentences of the author of which it is the subject ("Holm hid in the chiller"), or somebody of its own ("Her
sister was on the bus"), what was done by it, and what it tells of itself in its own words. Which of these says why it is
there, `hearsay.reader.cast.standing` weighs.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.descriptions import MANY, NUMBERS
from hearsay.reader.cast.record import Record, said_words
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span

WHO = ("who", "whose", "which", "whom", "that", "where")
OWN = ("i", "we", "my", "our")
REPORTED = ("he", "she", "they", "his", "her", "their")
OVER = (",", ".", ";", ":", "—", "–", "but", "”", '"')
AND = ("and", "or")
NOUNS = ("NOUN", "PROPN")
SENTENCES = ("conj", "root", "parataxis", "advcl", "acl", "ccomp")
WHICH = ("amod", "compound", "nummod")
ANOTHER = ("a", "an", "another", "some", "other", "no")
"""Words before a noun that bring in somebody new."""

PARTS = (*MANY, *NUMBERS, "one")
"""Before “of” and those of whom somebody is one or some."""

LONGEST = 28  # words of what is told of somebody
FEWEST = 3
ASIDE = 5  # words from a comma to the next of a short aside within a clause


class ToldOf(msgspec.Struct, frozen=True):
    """Something that is told of a source.

    Attributes:
        span: its words.
        how: in which way it is told.
        verb: its predicate, or its noun.
        top: the word by which the source is named in it, or on which it hangs.
    """

    span: Span
    how: str
    verb: int
    top: int


class Telling:
    """Asks an article what it tells of its sources."""

    def __init__(
        self,
        tree: Tree,
        lexicon: Lexicon,
        told: Sequence[Statement],
        also: Mapping[str, Sequence[Span]],
    ) -> None:
        """Makes ready.

        Args:
            tree: of the article.
            lexicon: the tables.
            told: the statements.
            also: where pronouns mean an actor, by its key.
        """
        self.tree, self.lexicon, self.also = tree, lexicon, also
        self.meant = {span: key for key, spans in also.items() for span in spans}
        self.said_by = [(one.source, one.cue) for one in told if one.source and one.cue]
        self.contents = {at for one in told for part in one.content for at in tree.over(part)}

    def of(self, record: Record, said: Sequence[Statement]) -> list[ToldOf]:
        """All that is told of a source, in the order in which it is looked for; no two of the same words.

        Args:
            record: of whom.
            said: his statements.
        """
        out: dict[Span, ToldOf] = {}
        for one in self._all(record, said):
            span = self.tree.stretch(self.tree.over(one.span))
            words = len(self.tree.over(one.span))
            if span is not None and words <= LONGEST and (words >= FEWEST or one.how in SHORT):
                out.setdefault(span, msgspec.structs.replace(one, span=span))
        return list(out.values())

    def _all(self, record: Record, said: Sequence[Statement]) -> Iterator[ToldOf]:
        yield from self._beside(record)
        for at in self.tops(record):
            yield from self._hanging(at, record)
        if record.bearer is None and not record.named.proper:
            yield from self._described(record)
        for at in self.tops(record):
            yield from self._did(at)
        for one in said:
            yield from self._own(one, record.key)

    def places(self, record: Record) -> list[Span]:
        """Where somebody is named, described, or meant by a pronoun, in order."""
        if record.bearer is not None:
            own = [place.span for place in record.bearer.places]
        else:
            words = said_words(record.name.cut(self.tree.text))
            own = [
                self.tree.words[at].span
                for at in self.tree.places(record.named.noun)
                if self.tree.words[at].upos in NOUNS
                and (record.name.holds(self.tree.words[at].span) or self._may_be(at, words))
            ]
        return sorted({*own, *record.mentions, *self.also.get(record.key, ())})

    def _may_be(self, at: int, words: set[str]) -> bool:
        """Whether a noun may name again who is described in some words: "the sources", but neither "a source" nor "Western sources"."""
        which = {self.tree.lows[n] for n in self.tree.children(at, *WHICH)}
        first = {self.tree.lows[n] for n in self.tree.children(at, "det")}
        return which <= words and first.isdisjoint(ANOTHER)

    def tops(self, record: Record) -> list[int]:
        """The words by which somebody is named, in order."""
        found: dict[int, None] = {}
        for span in self.places(record):
            top = self.tree.top(list(self.tree.over(span)))
            if top is not None:
                found.setdefault(top)
        return list(found)

    def _beside(self, record: Record) -> Iterator[ToldOf]:
        """What was found beside the name: clauses and asides."""
        for span in record.standing:
            over = list(self.tree.over(span))
            top = self.tree.top(over)
            if top is not None:
                low = self.tree.lows[over[0]]
                found = self._whole(span) if low in WHO else span
                who = any(self.tree.lows[n] in WHO for n in over[:2])
                yield ToldOf(found, "clause" if who else "kin", self._verb(over, top), top)

    def _verb(self, over: Sequence[int], top: int) -> int:
        """The predicate of a clause that opens with "who"."""
        up = next((n for n in self.tree.up(over[0]) if self.tree.relation(n) == "acl"), top)
        return up if up in over else top

    def _whole(self, span: Span) -> Span:
        """A clause with what goes on after an aside in it: "whose café has lost|, by her reckoning, a third"."""
        over = self.tree.over(span)
        for at in self.tree.up(over[0]):
            if self.tree.relation(at) == "acl":
                found = self.tree.span(at)
                goes_on = found is not None and found.start == span.start and found.holds(span)
                aside = self.tree.lows[over[-1] + 1 : over[-1] + 2] == [","]
                return found if found is not None and goes_on and aside else span
        return span

    def _hanging(self, top: int, record: Record) -> Iterator[ToldOf]:
        """What hangs on a name or a description, whatever stands between, and on the noun beside it."""
        beside = [self.tree.words[top].head] if self.tree.relation(top) == "appos" else []
        nouns = [*beside, *self.tree.children(top, "appos")]
        if record.bearer is not None or self.tree.lows[top] in PARTS:
            nouns += [n for n in self.tree.children(top, "nmod") if n > top]
            # Holt of Moss Bank, which sold; two of those who saw it
        nouns += [other for noun in nouns for other in self.tree.children(noun, "conj")]
        for at in (top, *nouns):
            for verb in self.tree.children(at, "acl"):
                span = self._before_cue(self.tree.span(verb), at)
                if span is None or span.start < self.tree.words[at].span.end:
                    continue
                words = [self.tree.lows[n] for n in self.tree.over(span)]
                who = any(low in WHO for low in words[:2])
                yield ToldOf(span, "clause" if who else "hanging", verb, at)
        for at in self.tree.children(top, "appos", "conj") if record.bearer else ():
            yield from self._aside(at, record)

    def _before_cue(self, span: Span | None, top: int) -> Span | None:
        """A clause on a source, as far as the cue of what the source says: "people | who live there | told the paper"."""
        if span is None:
            return None
        for source, cue in self.said_by:
            if span.holds(cue) and source.holds(self.tree.words[top].span) and source.before(cue):
                over = self.tree.over(span)
                return self.tree.stretch(range(over[0], self.tree.over(cue)[0]))
        return span

    def _aside(self, at: int, record: Record) -> Iterator[ToldOf]:
        """An aside that is no office: "himself | a bosun on the night boat", "chairman and | largest shareholder"."""
        for noun in (at, *self.tree.children(at, "conj")):
            if self.tree.words[noun].upos != "NOUN":
                continue
            first = record.titles[0] if record.titles else None
            titled = self._is_title(noun, record)
            if titled and first is not None and first.meets(self.tree.words[noun].span):
                continue  # the only office, or the first of several
            joined = self.tree.children(noun, "conj", "cc", "acl", "appos")
            span = self.tree.span(noun, joined)
            if span is not None and not (first is not None and span.meets(first)):
                yield ToldOf(span, "second title" if titled else "aside", noun, noun)

    def _is_title(self, noun: int, record: Record) -> bool:
        span = self.tree.words[noun].span
        return any(title.meets(span) for title in record.titles)

    def _described(self, record: Record) -> Iterator[ToldOf]:
        """What somebody without a name is described as, and what his description says that he is near to."""
        clause = record.named.clause
        person = record.kind in (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP)
        if clause is None or not person:
            return
        over = (n for n in range(record.named.head, len(clause)) if clause.low(n) in (",", "("))
        stop = next(over, len(clause))
        head = self.tree.over(clause.words[record.named.head].span)
        after = record.named.head + 1
        if after < stop and head and clause.low(after) not in (*WHO, "of"):
            near = self.tree.over(clause.span(after, stop))
            top = self.tree.top(list(near))
            if top is not None:
                yield ToldOf(clause.span(after, stop), "near", top, head[0])
        first = next((n for n in range(stop) if not clause.is_(n, "determiner")), 0)
        if first < stop and head and self.lexicon.tells(record.named.noun, "no_office"):
            yield ToldOf(clause.span(first, stop), "described", head[0], head[0])

    def _did(self, top: int) -> Iterator[ToldOf]:
        """What the author tells that somebody did, or somebody of his own; what was done by him."""
        while self.tree.relation(top) == "appos":
            top = self.tree.words[top].head  # the verger, Joan Attlee, was arranging flowers
        subject, how = top, "did"
        if self.tree.relation(top) == "nmod" and self.tree.words[top].head > top:
            subject, how = self.tree.words[top].head, "kin did"
        elif self.tree.relation(top) == "conj":
            subject, how = self.tree.words[top].head, "did with others"
        elif self.tree.relation(top) == "obl":
            yield from self._by_whom(top)
        if self.tree.relation(subject) == "nsubj":
            yield from self._predicates(top, subject, how)
            if how == "did":
                yield from self._meanwhile(top)

    def _predicates(self, top: int, subject: int, how: str) -> Iterator[ToldOf]:
        """The predicates of a subject, outside of what anybody says."""
        verb = self.tree.words[subject].head
        first = subject if how == "did" else min(self.tree.below(subject))
        for one in (verb, *self.tree.children(verb, "conj")):
            other = one != verb and self.tree.child(one, "nsubj") is not None
            if other or not self._clause(one):
                continue
            span = self._predicate(one, first, alone=how == "did")
            if span is not None:
                way = how if one == verb else "did too"
                yield ToldOf(span, f"{way}, they say" if one in self.contents else way, one, top)

    def _meanwhile(self, top: int) -> Iterator[ToldOf]:
        """What somebody did beside what the sentence tells: "Elected three years ago, Holm …"."""
        for one in self.tree.children(self.tree.words[top].head, "advcl"):
            span = self.tree.span(one)
            bare = self.tree.child(one, "nsubj", "mark") is None
            if span is not None and bare and one not in self.contents:
                yield ToldOf(span, "meanwhile", one, top)

    def _clause(self, verb: int) -> bool:
        """Whether a predicate is of a sentence, or of a clause in it that says when or where."""
        return self.tree.words[verb].head == verb or self.tree.relation(verb) in SENTENCES

    def _predicate(self, verb: int, subject: int, *, alone: bool) -> Span | None:
        """A predicate from its first auxiliary to the end of its clause; with its subject unless that is the source alone."""
        helps = self.tree.children(verb, "aux", "cop", "advmod", "case")
        first = min([verb, *(min(self.tree.below(n)) for n in helps if n > subject)])
        if not alone and subject < first:
            first = subject
        if first < subject:
            return None
        held, stop = self.tree.below(verb), verb
        away = {n for one in self.tree.children(verb, "conj") for n in self.tree.below(one)}
        while stop + 1 in held:
            past = self._past_aside(stop + 1, held)
            if past == stop + 1 and self._ends(past, away):
                break
            stop = past
        return self.tree.words[first].span.hull(self.tree.words[stop].span)

    def _past_aside(self, at: int, held: Sequence[int]) -> int:
        """The comma that ends a short aside which begins at a word: "in the capital|, Moss,| in May"; else that word."""
        past = at + 1
        while past - at < ASIDE and past in held and self.tree.lows[past] != ",":
            past += 1
        aside = self.tree.lows[at] == "," and self.tree.lows[past : past + 1] == [","]
        return past if aside and past + 1 in held else at

    def _ends(self, at: int, away: Container[int]) -> bool:
        """Whether a clause is over before a word."""
        low = self.tree.lows[at]
        return low in OVER or at in away or (low in AND and self.tree.words[at].head in away)

    def _by_whom(self, top: int) -> Iterator[ToldOf]:
        """What was done by a name: "The letter was organised by | Sir Piers Hallam"."""
        by = "by" in [self.tree.lows[n] for n in self.tree.children(top, "case")]
        verb = self.tree.words[top].head
        passive = self.tree.child(verb, "aux:pass", "nsubj:pass") is not None
        subject = self.tree.subject(verb)
        if not by or not passive or subject is None or verb in self.contents:
            return
        name = (n for n in self.tree.below(top) if self.tree.relation(n) in ("flat", "compound"))
        first, last = min(self.tree.below(subject)), max([top, *name])
        if first < last:
            span = self.tree.words[first].span.hull(self.tree.words[last].span)
            yield ToldOf(span, "by whom", verb, top)

    def _own(self, one: Statement, key: str) -> Iterator[ToldOf]:
        """What a source says that it saw or went through, or somebody of its own."""
        direct = one.mode is Mode.DIRECT
        for part in one.content:
            for at in self.tree.over(part):
                low = self.tree.lows[at]
                if low not in (OWN if direct else REPORTED):
                    continue
                if not direct and self.meant.get(self.tree.words[at].span, key) != key:
                    continue
                kin = self.tree.relation(at) == "nmod"
                subject = self.tree.words[at].head if kin else at
                verb = self.tree.words[subject].head
                if self.tree.relation(subject) != "nsubj" or not part.holds(
                    self.tree.words[verb].span
                ):
                    continue
                first = min(self.tree.below(subject))
                span = self._predicate(verb, first, alone=False)
                if span is not None:
                    what = "I" if direct else "he"
                    yield ToldOf(span, f"own {what} kin" if kin else f"own {what}", verb, at)


SHORT = ("described", "kin", "near", "aside", "second title")
"""Ways of telling that take a word or two."""
