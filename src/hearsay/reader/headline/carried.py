"""Carried: the sentences of the body that have what a headline claims, found by the words that both have; rare words weigh more."""

import math
from collections import Counter
from collections.abc import Sequence

import msgspec

from hearsay.fidelity.tokens import Token
from hearsay.language.sentences import sentences
from hearsay.reader.headline.claim import carries, heard, root
from hearsay.text.article import Article, Role
from hearsay.text.span import Span

PREFIX = 5
"""Letters that two words of one family have in common at their beginning."""


class Carrier(msgspec.Struct, frozen=True):
    """A sentence of the body, and how much of a claim it has.

    Attributes:
        span: the sentence.
        words: those that carry meaning.
        shared: the roots of the claim that it has.
        share: their weight of all of the claim, 0 to 1.
    """

    span: Span
    words: tuple[Token, ...]
    shared: frozenset[str]
    share: float


def carriers(article: Article, claim: Sequence[Token]) -> list[Carrier]:
    """The sentences of the body, those that have most of a claim first.

    Takes: "Commission cancels count because of floods" in "The commission announced that the count would be stopped …".
    Leaves: what is set beside the body, such as a caption.
    """
    body = [
        (one, tuple(word for word in heard(article.text, one) if carries(word)))
        for block in article.read
        if block.role is not Role.HEADLINE
        for one in sentences(article.text, block.span)
    ]
    roots = [frozenset(root(word) for word in words) for _, words in body]
    known = Counter(one for every in roots for one in every)
    wanted = {root(word) for word in claim}
    same = {one: _same(one, known) for one in wanted}
    weight = {
        one: math.log(1 + len(body) / max(1, sum(known[form] for form in same[one])))
        for one in wanted
        if same[one] or not one[0].isdigit()
    }
    whole = sum(weight.values()) or 1
    out = []
    for (span, words), has in zip(body, roots, strict=True):
        shared = frozenset(one for one in wanted if same[one] & has)
        out.append(Carrier(span, words, shared, sum(weight.get(one, 0) for one in shared) / whole))
    return sorted(out, key=lambda one: (-round(one.share, 3), one.span))


def _same(one: str, known: Counter[str]) -> frozenset[str]:
    """The forms in the body that are one family with a word: "tessian" with "tessia"."""
    if one in known or len(one) < PREFIX or one[0].isdigit():
        return frozenset({one} if one in known else ())
    return frozenset(form for form in known if form[:PREFIX] == one[:PREFIX])


def same_root(one: str, other: str) -> bool:
    """Whether two roots are one family."""
    shorter, longer = sorted((one, other), key=len)
    doubled = longer == shorter + shorter[-1:]  # "stop", and "stopp" of "stopped"
    return one == other or doubled or (len(one) >= PREFIX and one[:PREFIX] == other[:PREFIX])
