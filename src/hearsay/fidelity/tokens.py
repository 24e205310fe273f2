"""Tokens: the words of a text as they are compared: without case, kinds of marks, contractions, spellings of numbers.

What stands in brackets is another hand's; "…" and "[...]" are marks of words left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Entry, table
from hearsay.language.quotation import elisions, insertions
from hearsay.language.words import words
from hearsay.text.span import Span, whole

SHORTEST = 6
"""Letters of the shortest word of which the spelling is evened out."""

TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
SUBJECTS = frozenset(
    {"there", "it", "that", "he", "she", "what", "who", "where", "here", "how", "this"}
)
"""Words after which "’s" is "is" and no possessive."""

STOPS = (".", "!", "?")
PAUSES = frozenset(",;:—–")
APART = frozenset(".!?:")


class LikenessEntry(Entry, frozen=True, kw_only=True):
    """An entry of likeness.toml: forms, and the form under which they are compared."""

    forms: tuple[str, ...]
    like: str


class Token(msgspec.Struct, frozen=True):
    """A word, as it is compared.

    Attributes:
        span: where it stands.
        key: the form under which it is compared.
        name: it has a capital within a sentence.
        number: it is a number, in figures or in words.
        put_in: it stands in brackets, and is another hand's.
        after_gap: a mark of words left out stands right before it.
        ends: a sentence ends right after it.
        pauses: a comma, a dash or the like stands right after it.
    """

    span: Span
    key: str
    name: bool = False
    number: bool = False
    put_in: bool = False
    after_gap: bool = False
    ends: bool = False
    pauses: bool = False


@cache
def _likeness() -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    """Form -> the form that it is compared under; and the endings, the longest first."""
    forms: dict[str, str] = {}
    endings: list[tuple[str, str]] = []
    for entry in table("likeness", LikenessEntry):
        for form in entry.forms:
            if form.startswith("-"):
                endings.append((form.removeprefix("-"), entry.like.removeprefix("-")))
            else:
                forms[form] = entry.like
    return MappingProxyType(forms), tuple(sorted(endings, key=lambda one: -len(one[0])))


def tokens(text: str, within: Span | None = None) -> tuple[Token, ...]:
    """The words of a text, or of a stretch of it, as they are compared.

    A word that opens a sentence is a name where a name follows it.

    Takes: "don’t" and "do not", "five" and "5", "organise" and "organize" as the same.
    Leaves: "does" and "do", which are two words.
    """
    stretch = within or whole(text)
    return _named(text, tuple(_joined(text, _tokens(text, stretch)))) if stretch else ()


def _named(text: str, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Takes: "Mara Lund said". Leaves: "Engineers said"."""
    return (
        tuple(
            msgspec.structs.replace(one, name=True)
            if after.name
            and not one.name
            and one.span.cut(text)[:1].isupper()
            and not one.ends
            and one.span.right(text) in " -"
            else one
            for one, after in pairwise((*found, found[-1]))
        )
        if found
        else ()
    )


def _tokens(text: str, stretch: Span) -> Iterator[Token]:
    gaps = elisions(text, stretch)
    brackets = insertions(text, stretch)
    after_gap, capital = False, True
    held: Token | None = None
    for span in words(text, stretch).spans:
        if any(gap.meets(span) for gap in gaps):
            after_gap = True
            continue
        word = span.cut(text)
        if not any(letter.isalnum() for letter in word) and word not in ("%", "&"):
            if word[:1] in APART or word in ("“", '"'):
                capital = True
            if word[:1] in STOPS and held is not None:
                held = msgspec.structs.replace(held, ends=True)
            elif held is not None and word[:1] in PAUSES:
                held = msgspec.structs.replace(held, pauses=True)
            continue
        key = _key(word.lower().replace("’", "'"))
        if held is not None:
            key = "is" if key == "'s" and held.key in SUBJECTS else key
            yield held
        figure = key[:1].isdigit()
        held = Token(
            span, key, word[:1].isupper() and not capital and word != "I", figure,
            any(bracket.holds(span) for bracket in brackets), after_gap,
        )  # fmt: skip
        after_gap = capital = False
    if held is not None:
        yield held


def _key(low: str) -> str:
    forms, endings = _likeness()
    if low in forms:
        return forms[low]
    if low[:1].isdigit():
        return low.replace(",", "")
    low = low.replace(".", "")
    if len(low) >= SHORTEST:
        for ending, like in endings:
            if low.endswith(ending):
                return low.removesuffix(ending) + like
    return low


def _joined(text: str, found: Iterator[Token]) -> Iterator[Token]:
    """Numbers of two words as one: "twenty-five"; "per cent" as "percent"."""
    held: Token | None = None
    for one in found:
        if held is None:
            held = one
            continue
        hull = held.span.hull(one.span)
        if held.key in TENS and one.number and len(one.key) == 1 and "-" in hull.cut(text):
            held = msgspec.structs.replace(
                held,
                span=hull,
                key=str(int(held.key) + int(one.key)),
                ends=one.ends,
                pauses=one.pauses,
            )
        elif held.key == "per" and one.key == "cent":
            held = msgspec.structs.replace(
                held, span=hull, key="percent", ends=one.ends, pauses=one.pauses
            )
        else:
            yield held
            held = one
    if held is not None:
        yield held
