"""Clause: the words beside a quotation, with what the tables know of each.

A clause is a stretch of running text in which no sentence ends and no quotation stands. It knows its
words by class (determiner, auxiliary, verb of saying …), not what they say about a quotation.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from hearsay.language.lexicon import Cue, Lexicon
from hearsay.language.words import Words
from hearsay.text.span import Span

SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "。", "?!", "!?"})
SHORTEST_MANNER = 4  # letters; "only" and shorter are in the table, "July" is none
GLUE = frozenset({"-", "‐", "‑", "/", "–"})
_WITH_IS = ("pronoun", "relative", "subordinator", "adverb")  # he's, that's, what's, there's
LETTERS = {"WHO": "w.h.o", "US": "u.s", "IT": "i.t"}
"""Bodies and states whose letters are a word, as they are looked up."""

_LETTERS = frozenset(LETTERS.values())

PAUSES = frozenset({",", ";", ":", "—", "–", "-", "--", "(", ")", "…"})


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a clause.

    Attributes:
        span: where it stands in the text.
        form: as it is written.
        low: in small letters, a curly apostrophe made straight, for looking it up.
        named: whether it is written as names are.
        wordy: whether it holds a letter or a digit.
    """

    span: Span
    form: str
    low: str
    named: bool
    wordy: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.form[:1].isupper()


class Clause(msgspec.Struct, frozen=True):
    """Words in a row, and the tables to look them up in.

    Attributes:
        words: in the order of the text.
        lexicon: the tables.
        opens: the clause begins a sentence.
        ends: the clause ends one; its closing mark is not among the words.
        common: words that are no names whatever their first letter: "Engineers" opening a sentence.
    """

    words: tuple[Word, ...]
    lexicon: Lexicon
    opens: bool = False
    ends: bool = False
    common: frozenset[Span] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def is_(self, at: int, *classes: str) -> bool:
        """Whether the word there is of one of the classes of the grammar table."""
        words = self.words
        if not 0 <= at < len(words):
            return False
        low = words[at].low
        known = self.lexicon.grammar.get(low)
        if known is None or known.isdisjoint(classes):
            return False
        return low != "'s" or self.is_(at - 1, *_WITH_IS)  # not the mayor's spokesman

    def low(self, at: int) -> str:
        """The word there in small letters; "" outside the clause."""
        words = self.words
        return words[at].low if 0 <= at < len(words) else ""

    def capital(self, at: int) -> bool:
        """Whether the word there begins with a capital letter, and is not known to be no name."""
        words = self.words
        if not 0 <= at < len(words):
            return False
        word = words[at]
        return word.named and (word.span not in self.common or word.low in _LETTERS)

    def manner(self, at: int) -> bool:
        """Whether the word there is an adverb, by the table or by its ending."""
        low = self.low(at)
        return self.is_(at, "adverb") or (
            len(low) > SHORTEST_MANNER and low.endswith("ly") and not self.capital(at)
        )

    def cue(self, at: int) -> Cue | None:
        """The verb of saying that stands there, if its form is one that leads to quotations.

        A bare form ("claim", "post") is a verb only after a plural, a pronoun or an auxiliary.
        """
        if not 0 <= at < len(self.words) or self.capital(at):
            return None
        two = self.lexicon.cue(f"{self.low(at)} {self.low(at + 1)}")
        if two is not None:
            return two
        found = self.lexicon.cue(self.low(at))
        if found is None or not found.quotes:
            return None
        return found if self.low(at) != found.lemma or self._verbal(at) else None

    def cue_stop(self, at: int) -> int:
        """The word after the verb of saying there: after "put it", after "went on to say"."""
        stop = at + 1 + (self.lexicon.cue(f"{self.low(at)} {self.low(at + 1)}") is not None)
        leads_on = self.low(stop) == "to" and self.cue(stop + 1) is not None
        return stop + 2 if leads_on else stop

    def _verbal(self, at: int) -> bool:
        """Whether a bare form stands where a verb does."""
        last = at - 1
        while self.manner(last):
            last -= 1
        if self.low(last) == "to" or self.is_(last, "auxiliary", "negation"):
            return True
        if self.is_(last, "pronoun"):
            return not self.is_(last, "determiner")
        noun = self.lexicon.nouns.get(self.low(last))
        return noun is not None and noun.kind == "group"

    def span(self, first: int, stop: int) -> Span:
        """The stretch from the first word to the one before stop."""
        return self.words[first].span.hull(self.words[stop - 1].span)


@lru_cache(maxsize=1024)  # what stands beside a cue or in a source is asked for by several passes
def clauses(text: str, words: Words, within: Span, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of a stretch, cut where sentences end."""
    run = words.over(within)
    if run is None:
        return (Clause((), lexicon),)
    spans = words.spans[run.first : run.stop]
    known, starts = _every(text, words, lexicon)
    first, stop = bisect_left(starts, spans[0].start), bisect_left(starts, spans[-1].end)
    every = known[first:stop]
    if not every or every[0].span.start != spans[0].start or every[-1].span.end != spans[-1].end:
        cut = ((span, span.cut(text)) for span in _hyphenated(text, spans))
        every = [Word(span, form, *_told(form, lexicon)) for span, form in cut]
    return tuple(_cut(_lettered(every), lexicon))


@lru_cache(maxsize=4)
def _every(text: str, words: Words, lexicon: Lexicon) -> tuple[list[Word], list[int]]:
    """All words of a text, and where they start: those of a stretch, if it does not begin or end within one."""
    spans = [*_hyphenated(text, words.spans)]
    forms = [span.cut(text) for span in spans]
    told = {form: _told(form, lexicon) for form in set(forms)}
    every = [Word(span, form, *told[form]) for span, form in zip(spans, forms, strict=True)]
    return every, [span.start for span in spans]


def _told(form: str, lexicon: Lexicon) -> tuple[str, bool, bool]:
    """What a word tells wherever it stands: the last three of the attributes of `Word`."""
    low = form.lower().replace("’", "'")
    named = form[0].isupper() or _with_article(form, low, lexicon) or _as_site(form, low, lexicon)
    return low, named, form.isalnum() or any(c.isalnum() for c in form)


def _as_site(form: str, low: str, lexicon: Lexicon) -> bool:
    """Whether a word is written as names of sites are: "9to5Mac", "mossnews.info". Leaves: "2014RC", "4pm"."""
    if form[0].isdigit():
        return any(c.isupper() for c in form) and any(c.islower() for c in form)
    if low.count(".") != 1 or not form[0].isalpha():
        return False
    site = low.rpartition(".")[2] in lexicon.cutting["site_ending"]
    return site and form.replace(".", "").isalnum()


def _with_article(form: str, low: str, lexicon: Lexicon) -> bool:
    """Whether a name begins with an article of its own language in small letters: "al-Masri", "d'Anjou"."""
    for mark in ("-", "'"):
        opens, joined, rest = low.partition(mark)
        if joined and rest and lexicon.tells(f"{opens}{mark}", "name_article"):
            return form[len(opens) + 1].isupper()
    return False


def _lettered(words: Sequence[Word]) -> Sequence[Word]:
    """The words, those letters that would read as a pronoun looked up as letters: "told the | WHO |"; not "MAN WHO SHOT"."""
    at = [n for n, word in enumerate(words) if word.form in LETTERS]
    if not at:
        return words
    out = [*words]
    for n in at:
        beside = (*words[max(0, n - 2) : n], *words[n + 1 : n + 3])
        if not any(len(word.form) > 1 and word.form.isupper() for word in beside):
            out[n] = msgspec.structs.replace(words[n], low=LETTERS[words[n].form])
    return out


def _hyphenated(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The words with those that a hyphen or a stroke joins made one: co-founder, France-Presse."""
    whole: Span | None = None
    for span in spans:
        glued = whole is not None and whole.end == span.start
        if glued and whole and (span.cut(text) in GLUE or whole.cut(text)[-1:] in GLUE):
            whole = whole.hull(span)
            continue
        if whole is not None:
            yield whole
        whole = span
    if whole is not None:
        yield whole


def _cut(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Clause]:
    first = 0
    for at, word in enumerate(words):
        if word.form in SENTENCE_ENDS and _sentence_over(words[at + 1 : at + 2]):
            yield Clause(tuple(words[first:at]), lexicon, opens=first > 0, ends=True)
            first = at + 1
    yield Clause(tuple(words[first:]), lexicon, opens=first > 0)


def _sentence_over(rest: Sequence[Word]) -> bool:
    """Whether a full stop before these words ends a sentence: no comma, bracket or small letter next."""
    return not rest or not (rest[0].form in PAUSES | {")"} or rest[0].form[:1].islower())


def strip(clause: Clause, first: int, stop: int) -> tuple[int, int]:
    """The bounds without pauses at either end."""
    while first < stop and not clause.words[first].wordy:
        first += 1
    while first < stop and not clause.words[stop - 1].wordy:
        stop -= 1
    return first, stop
