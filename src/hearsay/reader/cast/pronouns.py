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
from hearsay.reader.cast.kinds import BODY, PERSON, PLACE
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.seen import Seen
from hearsay.text.span import Span, Spans, meets_any

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
ONE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})

PARTS = ("nsubj", "obj", "iobj", "obl")
"""Relations by which two parts of one clause hang on its verb."""

MANY = 5  # mentions, or sentences, beyond which more make no difference

NO_PART = ("PUNCT", "ADP", "VERB", "AUX", "ADV", "SCONJ", "CCONJ")
"""Parts of speech of words before a noun that are no part of its phrase: "it | was | a community"."""

REACH = 5  # blocks back in which somebody can be meant
LAST_SPEAKER = 4.0
BEFORE_LAST = 0.7
FADES = (1.0, 0.6, 0.4, 0.3)  # the share of these that is left after so many blocks
AROUND = 1.6
A_BLOCK = 0.8
RANKED = 0.7
OPENS = 0.5
UNCLEAR = 1.0
IN_QUOTES = 1.5
ELSEWHERE = 1.0
A_SENTENCE = 0.1
UNLIKELY = 5.0
OFTEN = 0.0
OWNS = 0.0
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
        likely: the gender that a given name tells.
    """

    key: str
    heads: tuple[Span, ...]
    entity: str
    gender: str
    many: bool
    weight: float = 0.0
    likely: str = ""


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
        quoted: Sequence[str | None] = (),
        own: Spans = (),
    ) -> str | None:
        """The key of whoever is meant; None where it stays open.

        Args:
            source: where the pronoun stands.
            low: it, in small letters.
            antecedents: everybody.
            said: the sources before it, with their keys.
            around: the speakers of the statements that it stands in.
            quoted: those with whose words it stands in a quotation; they say "I" of themselves, not "he".
            own: what whoever is meant says; he does not name himself in it.
        """
        here = self._block(source)
        outside = not meets_any(source, self.quoted)
        order = [
            (span, key)
            for span, key in sorted(said, reverse=True)
            if not (outside and meets_any(span, self.quoted))
        ]
        best: tuple[float, str] | None = None
        for one in antecedents:
            if not self._agrees(low, one) or one.key in quoted:
                continue
            before = [
                head
                for head in one.heads
                if head.end <= source.start
                and not meets_any(head, own)
                and not self._beside(source, head)
            ]
            near = [head for head in before if here - self._block(head) <= REACH]
            if not near:
                continue
            elsewhere = here != self._block(near[-1])
            score = one.weight * (1 + ELSEWHERE * elsewhere) - UNCLEAR * (one.entity == "")
            score += self._score(source, near, here)
            if low in ONE and one.likely and not one.gender and one.likely != self.gender(low):
                score -= UNLIKELY
            score += OFTEN * min(len(before), MANY)
            score -= IN_QUOTES * (outside and all(meets_any(head, self.quoted) for head in near))
            score += self._spoke(source, one.key, order)
            if one.key in around:
                score += AROUND
            if best is None or score > best[0]:
                best = score, one.key
        return best[1] if best and best[0] > LEAST - A_BLOCK * REACH else None

    def _spoke(self, source: Span, key: str, order: Sequence[tuple[Span, str]]) -> float:
        """What it says for somebody that he spoke last, or before: the more, the nearer it was."""
        here = self._block(source)
        for n, (span, other) in enumerate(order[:3]):
            if other != key:
                continue
            away = min(here - self._block(span), len(FADES) - 1)
            return (LAST_SPEAKER if n == 0 else BEFORE_LAST) * FADES[away]
        return 0.0

    def _beside(self, source: Span, head: Span) -> bool:
        """Whether a name is another part of the same clause, so that the pronoun cannot mean it: "Lund told him"."""
        at, other = self.seen.at(source), self.seen.at(head)
        if at is None or other is None or self.seen.words[at].relation == "nmod:poss":
            return False
        verb, top = self.seen.words[at].head, self._named(other)
        asks = self.seen.words[top].head
        words = self.seen.words
        if (
            words[asks].span.cut(self.text).lower() in ("asked", "questioned", "pressed")
            and words[top].relation.startswith("obl")
            and words[asks].head == verb
        ):
            return True  # asked by Orr whether it was so, | she | replied
        same = self.seen.words[top].head == verb and top != at
        return same and self.seen.words[top].relation.startswith(PARTS)

    def _named(self, at: int) -> int:
        """The word by which a name hangs in the tree."""
        while (
            self.seen.words[at].relation in ("flat", "compound") and self.seen.words[at].head != at
        ):
            at = self.seen.words[at].head
        return at

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
        at = self.seen.at(source)
        last = self.seen.at(near[-1])
        if at is not None and last is not None:
            score -= A_SENTENCE * min(
                self.seen.words[at].sentence - self.seen.words[last].sentence, MANY
            )
        if self.seen.reference is not None and at is not None:
            heads = [self.seen.at(head) for head in near[-4:]]
            ranks = [self.seen.reference.score(at, head) for head in heads if head is not None]
            score += RANKED * max(-4.0, min(4.0, max(ranks, default=0.0)))
        return score + self._place(near[-1])

    def _place(self, head: Span) -> float:
        """What the place of a mention in its clause says: subjects are spoken of sooner than possessors."""
        at = self.seen.at(head)
        if at is None:
            return 0.0
        up = self.seen.words[self._named(at)]
        if up.relation.startswith("nsubj"):
            return OPENS
        return -OWNS if up.relation == "nmod:poss" else 0.0
