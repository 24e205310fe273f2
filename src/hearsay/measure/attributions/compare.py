"""Two attributions of one text, word by word.

A token is a run of word characters or one other sign; it belongs to a span if the two share a character.
Two spans are equal where they hold the same words, so that white space, quotation marks and
punctuation never decide.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from hearsay.measure.gold.standoff import Marked
from hearsay.text.span import Span, matched

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w")
_OPENS, _CLOSES, _BOTH = "“„«", "”»", '"'
_MARKS = frozenset(_OPENS + _CLOSES + _BOTH + "'‘’`")
_STOPS = frozenset(
    [
        "who",
        "which",
        "that",
        "whose",
        "whom",
        "of",
        "in",
        "for",
        "from",
        "at",
        "on",
        "with",
        "to",
        "by",
        "and",
        "or",
        "but",
        "as",
        "is",
        "was",
        "during",
        "after",
        "before",
        "about",
        "against",
        "among",
        "within",
        "including",
        "told",
        "said",
    ]
)
_BREAKS = frozenset(",;:()[]—")


class Text:
    """A text's tokens; they are spoken of by their number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [matched(match) for match in _TOKEN.finditer(text)]
        self.is_word = [_WORD.match(token.cut(text)) is not None for token in self.tokens]
        self._at: dict[int, int] = {
            place: n
            for n, token in enumerate(self.tokens)
            for place in range(token.start, token.end)
        }

    @cached_property
    def rank(self) -> list[int]:
        """For each token, how many words stand up to it."""
        return list(accumulate(self.is_word))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Words within double quotation marks; the end of a paragraph closes one that is open."""
        out, inside = set(), False
        for n, token in enumerate(self.tokens):
            if "\n" in self.gap(n):
                inside = False
            sign = token.cut(self.text)[0]
            if sign in _OPENS:
                inside = True
            elif sign in _CLOSES:
                inside = False
            elif sign in _BOTH:
                inside = not inside
            elif sign in "`'" and token.right(self.text) == sign:
                inside = sign == "`" or not inside  # `` opens, '' opens or closes
            elif inside and self.is_word[n]:
                out.add(n)
        return frozenset(out)

    def gap(self, token: int, before: int | None = None) -> str:
        """What stands between a token and an earlier one, the one right before it if none is named."""
        if not token:
            return ""
        gap = self.tokens[token - 1 if before is None else before].gap(self.tokens[token])
        return gap.cut(self.text) if gap else ""

    def over(self, spans: Iterable[Span]) -> frozenset[int]:
        """The tokens that some spans touch."""
        places = (place for span in spans for place in range(span.start, span.end))
        return frozenset(self._at[place] for place in places if place in self._at)

    def form(self, token: int) -> str:
        """The token as it is written."""
        return self.tokens[token].cut(self.text)

    def pieces(self, words: Iterable[int]) -> list[tuple[int, int]]:
        """The longest runs of words with nothing but punctuation between them: first and last."""
        out: list[tuple[int, int]] = []
        for n in sorted(words):
            if out and self.rank[n] == self.rank[out[-1][1]] + 1:
                out[-1] = (out[-1][0], n)
            else:
                out.append((n, n))
        return out


class Weighed(NamedTuple):
    """An attribution by its tokens and words.

    Attributes:
        tokens: of source, cue and content.
        words: the same, without signs.
        kind: in whose words the content stands: all quoted, some of it, nothing.
        head: the word that names the source; None without one.
    """

    tokens: dict[str, frozenset[int]]
    words: dict[str, frozenset[int]]
    kind: str
    head: int | None


def weigh(text: Text, one: Marked) -> Weighed:
    """An attribution by its tokens."""
    tokens = {role: text.over(spans) for role, spans in zip(ROLES, one, strict=True)}
    words = {role: frozenset(n for n in held if text.is_word[n]) for role, held in tokens.items()}
    return Weighed(tokens, words, _kind(text, words["content"]), _head(text, words["source"]))


def _kind(text: Text, content: frozenset[int]) -> str:
    quoted = content & text.quoted
    if not quoted:
        return "indirect"
    if len(quoted) < len(content):
        return "mixed"
    first = min(content)
    if first and text.form(first - 1)[0] in _MARKS:
        return "direct"
    before = text.tokens[first].left(text.text, 6)  # an ellipsis or a bracket may follow the mark
    marked = "''" in before or any(sign in _OPENS + _BOTH for sign in before)
    return "direct" if marked else "mixed"


def _head(text: Text, source: frozenset[int]) -> int | None:
    """The last word before the first comma, bracket, preposition, conjunction or relative pronoun."""
    words = sorted(source)
    found: int | None = None
    for k, n in enumerate(words):
        low = text.form(n).lower()
        gap = text.gap(n, words[k - 1]) if k else ""
        if found is not None and any(sign in _BREAKS for sign in gap):
            break
        if low in _STOPS:
            if found is None:
                continue
            break
        if low == "s" and gap and gap[-1] in "'’":
            continue
        found = n
    return words[-1] if words and found is None else found


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """Words in common, of all words of the two (Jaccard); 1 for two empty ones."""
    return len(one & other) / len(one | other) if one or other else 1.0


def runs(tokens: frozenset[int]) -> list[tuple[int, int]]:
    """Tokens one after another: the first, and the one after the last."""
    out: list[tuple[int, int]] = []
    for n in sorted(tokens):
        if out and out[-1][1] == n:
            out[-1] = (out[-1][0], n + 1)
        else:
            out.append((n, n + 1))
    return out


def touch(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of tokens overlap or stand side by side."""
    there = runs(other)
    return any(a <= d and b > c for a, b in runs(one) for c, d in there)


def weighed(text: Text, given: Sequence[Marked]) -> list[Weighed]:
    """Those attributions whose content has a word."""
    return [one for one in (weigh(text, marked) for marked in given) if one.words["content"]]
