"""Tokens: the words of a text as they are compared: without case, kinds of marks, accents, contractions, spellings of numbers.

What stands in brackets is another hand's; "…", "[...]" and "***" are marks of words left out, "f***" is a word with its letters hidden.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Entry, lexicon, table
from hearsay.language.numbers import amounts, numbers
from hearsay.language.quotation import elisions, insertions
from hearsay.language.words import words
from hearsay.text.span import Span, Spans, whole

SHORTEST = 6
"""Letters of the shortest word of which the spelling is evened out."""

SUBJECTS = frozenset(
    {"there", "it", "that", "he", "she", "what", "who", "where", "here", "how", "this"}
)
"""Words after which "’s" is "is" and no possessive."""

STOPS = (".", "!", "?")
PAUSES = frozenset(",;:—–")
APART = frozenset(".!?:")
HIDES = "*"
"""What stands for letters that are not printed."""

SOME, MANY = 2, 3
"""Such marks of which one word is hidden, whose first letter or two are there; and that stand for left out words by themselves."""

KEPT = 20_000
"""Words of which is kept how they are compared; most of a text's words stand in the one before."""

NONE: frozenset[str] = frozenset()


class LikenessEntry(Entry, frozen=True, kw_only=True):
    """An entry of likeness.toml: forms, the form under which they are compared, and others that they may stand for."""

    forms: tuple[str, ...]
    like: str
    also: tuple[str, ...] = ()


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, or a number of several, as it is compared.

    Attributes:
        span: where it stands.
        key: the form under which it is compared.
        also: other forms that it may stand for: “’s” is “is” or “has”.
        name: it has a capital within a sentence.
        number: it is a number, in figures or in words, with its unit; a day of a month; an hour.
        put_in: it stands in brackets, and is another hand's.
        after_gap: a mark of words left out stands right before it.
        ends: a sentence ends right after it.
        pauses: a comma, a dash or the like stands right after it.
        perhaps: it opens a sentence, where a verb follows it, and may be a name; nothing else tells.
    """

    span: Span
    key: str
    also: frozenset[str] = NONE
    name: bool = False
    number: bool = False
    put_in: bool = False
    after_gap: bool = False
    ends: bool = False
    pauses: bool = False
    perhaps: bool = False

    def alike(self, other: "Token") -> bool:
        """Whether two may be one word. Takes: “’d” and “had”. Leaves: “would” and “had”."""
        return self.key == other.key or self.key in other.also or other.key in self.also


class _Likeness(msgspec.Struct, frozen=True):
    """The table of likeness: form -> the form that it is compared under, and others; the endings, the longest first."""

    forms: Mapping[str, str]
    also: Mapping[str, frozenset[str]]
    endings: tuple[tuple[str, str], ...]


@cache
def _likeness() -> _Likeness:
    forms: dict[str, str] = {}
    also: dict[str, frozenset[str]] = {}
    endings: list[tuple[str, str]] = []
    for entry in table("likeness", LikenessEntry):
        for form in entry.forms:
            if form.startswith("-"):
                endings.append((form.removeprefix("-"), entry.like.removeprefix("-")))
                continue
            forms[form] = entry.like
            if entry.also:
                also[form] = frozenset(entry.also)
    endings.sort(key=lambda one: -len(one[0]))
    return _Likeness(MappingProxyType(forms), MappingProxyType(also), tuple(endings))


def tokens(text: str, within: Span | None = None) -> tuple[Token, ...]:
    """The words of a text, or of a stretch of it, as they are compared.

    A word that opens a sentence is a name where a name follows it, where it is one elsewhere in the stretch, or where it is a given name.

    Takes: "don’t" and "do not", "$5m" and "five million dollars", "organise" and "organize" as the same.
    Leaves: "does" and "do", which are two words.
    """
    stretch = within or whole(text)
    return _named(text, tuple(_counted(text, _bracketed(text, stretch)))) if stretch else ()


def _named(text: str, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Takes: "Mara Lund said". Leaves: "Engineers said"."""
    if not found:
        return ()
    known = {one.key for one in found if one.name}
    return tuple(
        _opening(text, one, after, known, found) for one, after in pairwise((*found, found[-1]))
    )


def _opening(
    text: str, one: Token, after: Token, known: set[str], found: tuple[Token, ...]
) -> Token:
    """A word, told as a name where it opens a sentence and is one, or may be one."""
    if one.name or one.number or not one.span.cut(text)[:1].isupper():
        return one
    if _opens_as_name(text, one, after, known):
        return msgspec.structs.replace(one, name=True)
    if _may_open_as_name(one.key, after.span.cut(text).lower()) and not any(
        other.key == one.key and other.span.cut(text).islower() for other in found
    ):
        return msgspec.structs.replace(one, perhaps=True)
    return one


def _may_open_as_name(key: str, after: str) -> bool:
    """Whether a word that opens a sentence may be a name: a verb follows it, and it is no word of a table and has no ending of a common noun.

    Takes: "Karlsson promised", "Ankara has". Leaves: "Engineers have", "Inflation has", "Officials said", "Please let".
    """
    words = lexicon()
    if not key.isalpha() or key.endswith(("s", *COMMON)):
        return False
    if key in words.grammar or key in words.openers or key in words.nouns or key in words.cues:
        return False
    classes = words.grammar.get(after, ())
    return "auxiliary" in classes or (after in words.cues and after.endswith("ed")) or after in PAST


PAST = frozenset({"said", "told", "went", "came", "made", "took", "gave", "won", "lost", "got", "left", "met", "sent", "held", "spent"})  # fmt: skip
COMMON = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "ing", "logy", "dom", "ery", "ly", "ed", "ive",
    "able",
)  # fmt: skip
"""Endings of words that are no names."""


def _opens_as_name(text: str, one: Token, after: Token, known: set[str]) -> bool:
    given = one.key in known or one.key in lexicon().given
    beside = after.name and not one.ends and one.span.right(text) in " -"
    return (beside and one.key not in lexicon().openers) or (
        given and one.key not in lexicon().grammar
    )


def _bracketed(text: str, stretch: Span) -> tuple[Token, ...]:
    """The words; the first and the last in brackets have these with them."""
    brackets = insertions(text, stretch)
    found = [*_words(text, stretch, brackets)]
    put_in = [n for n, word in enumerate(found) if word.put_in]
    for bracket in brackets:
        held = [n for n in put_in if bracket.holds(found[n].span)]
        if held:
            first, last = found[held[0]], found[held[-1]]
            ahead, behind = Span(bracket.start, first.span.end), Span(last.span.start, bracket.end)
            found[held[-1]] = msgspec.structs.replace(last, span=behind)
            head = bracket if first is last else ahead
            found[held[0]] = msgspec.structs.replace(first, span=head)
    return tuple(found)


def _words(text: str, stretch: Span, brackets: Spans) -> Iterator[Token]:
    gaps = elisions(text, stretch)
    after_gap, capital = False, True
    held: Token | None = None
    for span in words(text, stretch).spans:
        word = span.cut(text)
        hides = not word.strip(HIDES)
        if _touched(gaps, span) or (len(word) >= MANY and hides and not _beside(held, span)):
            after_gap = True
            continue
        if held is not None and _beside(held, span) and (hides or _goes_on(held, word)):
            held = msgspec.structs.replace(
                held, span=held.span.hull(span), key=held.key + word.lower()
            )
            continue
        if not _is_word(word):
            if word[:1] in APART or word in ("“", '"'):
                capital = True
            if held is not None:
                held = _stopped(held, word[:1])
            continue
        if held is not None:
            yield _unmarked(_before(text, held, span))
        held = _token(word, span, held, brackets, capital=capital, after_gap=after_gap)
        after_gap = capital = False
    if held is not None:
        yield _unmarked(held)


def _before(text: str, held: Token, span: Span) -> Token:
    """A word before another; where a line is empty between them, it ends its sentence, whatever its marks."""
    gap = held.span.gap(span)
    blank = gap is not None and gap.length >= SOME and gap.cut(text).count("\n") >= SOME
    return msgspec.structs.replace(held, ends=True) if blank and not held.ends else held


def _beside(held: Token | None, span: Span) -> bool:
    """Whether a word stands right after another, with nothing between."""
    return held is not None and held.span.end == span.start


def _touched(spans: Spans, span: Span) -> bool:
    """Whether a word touches one of some stretches, which are in order and apart."""
    if not spans:
        return False
    at = bisect_right(spans, span.start, key=attrgetter("end"))
    return at < len(spans) and spans[at].meets(span)


def _goes_on(held: Token, word: str) -> bool:
    """Whether letters go on after some that are hidden."""
    return held.key.endswith(HIDES) and word[:1].isalnum()


@lru_cache(KEPT)
def _is_word(word: str) -> bool:
    return _wordy(word) or word in ("%", "&") or word in numbers().signs


@lru_cache(KEPT)
def _wordy(word: str) -> bool:
    """Whether it has a letter or a digit."""
    return any(letter.isalnum() for letter in word)


def _stopped(held: Token, mark: str) -> Token:
    if mark in STOPS:
        return msgspec.structs.replace(held, ends=True)
    return msgspec.structs.replace(held, pauses=True) if mark in PAUSES else held


def _unmarked(held: Token) -> Token:
    """A word without asterisks that hide nothing. Takes: "profit*", with a note. Leaves: "f***", "sh*t"."""
    if not held.key.endswith(HIDES):
        return held
    bare = held.key.rstrip(HIDES)
    stars, letters = len(held.key) - len(bare), len(bare)
    if HIDES not in bare and (stars < SOME or (stars < MANY and letters > SOME)):
        return msgspec.structs.replace(held, key=bare)
    return held


def _token(
    word: str, span: Span, before: Token | None, brackets: Spans, *, capital: bool, after_gap: bool
) -> Token:
    low = word.lower().replace("’", "'")
    key = _key(low)
    if key == "'s" and before is not None and before.key in SUBJECTS:
        key = "is"
    return Token(
        span, key, _likeness().also.get(low, NONE), word[:1].isupper() and not capital and word != "I", key[:1].isdigit(),
        _touched(brackets, span), after_gap,
    )  # fmt: skip


@lru_cache(KEPT)
def _key(low: str) -> str:
    likeness = _likeness()
    known = likeness.forms.get(low) or likeness.forms.get(low.removesuffix("."))
    if known is not None:
        return known
    if low[:1].isdigit():
        return low.replace(",", "")
    low = low.replace(".", "").replace("-", "")
    if not low.isascii():
        low = "".join(
            one for one in unicodedata.normalize("NFKD", low) if not unicodedata.combining(one)
        )
    if len(low) >= SHORTEST:
        for ending, like in likeness.endings:
            if low.endswith(ending):
                return low.removesuffix(ending) + like
    return low


def _counted(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """Numbers, days and hours of several words as one; signs of money without a number are no words."""
    lows = [one.key for one in found]
    capital = [one.span.cut(text)[:1].isupper() for one in found]
    apart = ["." if one.ends else "," if one.pauses else "" for one in found]
    n = 0
    for amount in amounts(lows, capital, apart):
        yield from _without_signs(text, found[n : amount.first])
        first, last = found[amount.first], found[amount.stop - 1]
        yield msgspec.structs.replace(
            first,
            span=first.span.hull(last.span),
            key=amount.key,
            also=frozenset({amount.also}) if amount.also else NONE,
            name=False,
            number=True,
            ends=last.ends,
            pauses=last.pauses,
        )
        n = amount.stop
    yield from _without_signs(text, found[n:])


def _without_signs(text: str, found: Sequence[Token]) -> Iterator[Token]:
    return (one for one in found if _wordy(one.span.cut(text)) or one.key == "and")
