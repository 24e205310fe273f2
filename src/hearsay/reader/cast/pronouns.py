"""Pronouns: whom "he", "they" or "it" means, of those the article has named.

Rules say who can be meant: what agrees in number and gender, and stands near before. Of those, the one that the
network ranks highest and that the news makes likeliest, the last who spoke, is meant. Where there is none,
or no telling two apart, it stays open.

Source: Hobbs (1978) and Lappin and Leass (1994) for salience; the network's ranking as in `hearsay.model.reference`.
"""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.naming import Seen
from hearsay.reader.cast.register import BODY, PERSON, PLACE, Register
from hearsay.text.span import Span, Spans, meets_any

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
ONE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})

NO_PART = ("PUNCT", "ADP", "VERB", "AUX", "ADV", "SCONJ", "CCONJ")
"""Parts of speech of words before a noun that are no part of its phrase: "it | was | a community"."""

REACH = 5  # blocks back in which somebody can be meant
LAST_SPEAKER = 2.2
BEFORE_LAST = 0.7
AROUND = 1.6
A_BLOCK = 0.8
RANKED = 0.7
OPENS = 0.5
UNCLEAR = 1.0
IN_QUOTES = 1.5
LEAST = 0.0
"""Weights of salience, chosen on our own development articles (`gold/actors/dev`)."""


class Antecedent(msgspec.Struct, frozen=True):
    """Somebody who could be meant.

    Attributes:
        key: of the actor.
        heads: the words by which it is named, in order.
        entity: person, organization, place, group, thing, or "".
        gender: "f", "m" or "".
        many: more than one.
        weight: for or against, whatever stands around.
    """

    key: str
    heads: tuple[Span, ...]
    entity: str
    gender: str
    many: bool
    weight: float = 0.0


def first_person(low: str) -> bool:
    """Whether a pronoun means the one who utters it."""
    return low in FIRST


def relative(source: Span, seen: Seen) -> Span | None:
    """The phrase that a relative pronoun goes back to: what its clause hangs on, in the tree."""
    at = seen.at(source)
    if at is None:
        return None
    words = seen.words
    verb = at
    for _ in range(4):
        if words[verb].relation.startswith("acl"):
            noun = words[verb].head
            return phrase(noun, seen, source.start)
        if words[verb].head == verb:
            break
        verb = words[verb].head
    return None


def phrase(noun: int, seen: Seen, before: int) -> Span | None:
    """The noun with the words before it that hang on it, and its name."""
    words = seen.words
    first = noun
    while first > 0 and words[first - 1].head == noun and words[first - 1].upos not in NO_PART:
        first -= 1
    last = noun
    while (
        last + 1 < len(words)
        and words[last + 1].head == noun
        and words[last + 1].relation in ("flat", "compound")
    ):
        last += 1
    span = words[first].span.hull(words[last].span)
    return span if span.end <= before else None


class Pronouns:
    """Pronouns of one text."""

    def __init__(
        self, text: str, lexicon: Lexicon, seen: Seen, register: Register, blocks: Sequence[Span]
    ) -> None:
        """Makes ready."""
        self.text, self.lexicon, self.seen, self.register = text, lexicon, seen, register
        self.blocks = [block.start for block in blocks]
        self.quoted: Spans = ()

    def gender(self, low: str) -> str:
        """Of a pronoun."""
        if self.lexicon.tells(low, "feminine"):
            return "f"
        return "m" if self.lexicon.tells(low, "masculine") else ""

    def meant(
        self,
        source: Span,
        low: str,
        antecedents: Sequence[Antecedent],
        said: Sequence[tuple[Span, str]],
        around: Sequence[str | None],
        *,
        quoted: bool,
    ) -> str | None:
        """The key of whoever is meant; None where it stays open.

        Args:
            source: where the pronoun stands.
            low: it, in small letters.
            antecedents: everybody.
            said: the sources before it, with their keys.
            around: the speakers of the statements that it stands in.
            quoted: it stands in words that one of them is quoted with; they say "I", not "he".
        """
        here = self._block(source)
        outside = not meets_any(source, self.quoted)
        order = [
            key
            for span, key in sorted(said, reverse=True)
            if not (outside and meets_any(span, self.quoted))
        ]
        best: tuple[float, str] | None = None
        for one in antecedents:
            if not self._agrees(low, one) or (quoted and one.key in around):
                continue
            before = [head for head in one.heads if head.end <= source.start]
            near = [head for head in before if here - self._block(head) <= REACH]
            if not near:
                continue
            score = self._score(source, near, here) + one.weight - UNCLEAR * (one.entity == "")
            score -= IN_QUOTES * (outside and all(meets_any(head, self.quoted) for head in near))
            if order[:1] == [one.key]:
                score += LAST_SPEAKER
            elif one.key in order[1:3]:
                score += BEFORE_LAST
            if one.key in around:
                score += AROUND
            if best is None or score > best[0]:
                best = score, one.key
        return best[1] if best and best[0] > LEAST - A_BLOCK * REACH else None

    def _block(self, span: Span) -> int:
        return bisect_right(self.blocks, span.start)

    def _agrees(self, low: str, one: Antecedent) -> bool:
        if low in ONE:
            gender = self.gender(low)
            return one.entity in (PERSON, "") and not one.many and one.gender in ("", gender)
        if low in THING:
            return one.entity in (BODY, PLACE, "thing") and not one.many
        if low in SEVERAL:
            return one.many or one.entity in (BODY, "group")
        return False

    def _score(self, source: Span, near: Sequence[Span], here: int) -> float:
        score = -A_BLOCK * (here - self._block(near[-1]))
        if self.seen.reference is not None:
            at = self.seen.at(source)
            heads = [self.seen.at(head) for head in near[-4:]]
            if at is not None:
                ranks = [self.seen.reference.score(at, head) for head in heads if head is not None]
                score += RANKED * max(-4.0, min(4.0, max(ranks, default=0.0)))
        if self._opens(near[-1]):
            score += OPENS
        return score

    def _opens(self, head: Span) -> bool:
        """Whether a mention is the subject of its clause."""
        at = self.seen.at(head)
        if at is None:
            return False
        word = self.seen.words[at]
        up = self.seen.words[word.head] if word.relation in ("flat", "compound") else word
        return up.relation.startswith("nsubj")
