"""Compare: two readings, statement by statement: what is the same, what changed and how, what was added, what was dropped.

Two statements are one where their words mostly are, and their speakers may be. What two articles on one matter say in other words stays
apart: a statement that has no partner is said to be added or dropped, which a reader can see; a wrong pair tells of a change that there was
not. A statement is softened where it is put less surely, or a condition or a hedge is added; hardened the other way.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from hearsay.fidelity.change import Change
from hearsay.fidelity.check import Answer, Checked, check
from hearsay.fidelity.found import Places
from hearsay.fidelity.tokens import tokens
from hearsay.language.stems import carrying, stem
from hearsay.reading.attribution import Attribution, Certainty, PassedOn
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

HALF, MOST, ALL_BUT = 1 / 2, 2 / 3, 0.8
"""Shares of the stems that carry meaning."""

FEW, SOME, MANY = 2, 3, 4
"""Stems that two statements share; of fewer, each matter has some."""

AS_DEEP, ALIKE = 0.1, 0.05
"""What it adds to the likeness of two statements that both stand in another, or neither; that both are said, or thought, or wanted."""

SURE = (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.UNSPECIFIED, Certainty.CERTAIN)
PASSED = (PassedOn.REJECTED, PassedOn.DISTANCED, PassedOn.HEDGED, PassedOn.PLAIN, PassedOn.VOUCHED)
"""From the least sure to the surest."""


class Fate(StrEnum):
    """What became of a statement."""

    SAME = "the same"
    CHANGED = "changed"
    SOFTENED = "softened"
    HARDENED = "hardened"
    ADDED = "added"
    DROPPED = "dropped"


class Field(msgspec.Struct, frozen=True):
    """What changed of a statement besides its words.

    Attributes:
        name: "speaker", "act", "polarity", "certainty" or "passed on".
        before, after: in the first reading, and in the second; of speakers the names, "" where nobody is named.
    """

    name: str
    before: str
    after: str


class Pair(msgspec.Struct, frozen=True):
    """A statement in two readings; None where one has none.

    Attributes:
        fate: what became of it.
        one, other: in the first reading, and in the second.
        fields: what else changed.
        checked: the words of the second held against those of the first, which come first in each difference.
    """

    fate: Fate
    one: Attribution | None
    other: Attribution | None
    fields: tuple[Field, ...] = ()
    checked: Checked | None = None


def compare(one: Reading, other: Reading) -> tuple[Pair, ...]:
    """What became of each statement of one reading in another: in the order of the second, what was dropped last.

    Args:
        one: the earlier reading.
        other: the later one.
    """
    partners = dict(_partners(one, other))
    out = [
        _paired(one, one.attributions[partners[n]], other, said)
        if n in partners
        else Pair(Fate.ADDED, None, said)
        for n, said in enumerate(other.attributions)
    ]
    met = {*partners.values()}
    dropped = (said for n, said in enumerate(one.attributions) if n not in met)
    return (*out, *(Pair(Fate.DROPPED, said, None) for said in dropped))


def _partners(one: Reading, other: Reading) -> Iterator[tuple[int, int]]:
    """Which statement of the second is which of the first; each once: the very same ones first, then the likest."""
    taken: tuple[set[int], set[int]] = (set(), set())
    for m, n in (*_unchanged(one, other), *_likest(one, other)):
        if m not in taken[0] and n not in taken[1]:
            taken[0].add(m)
            taken[1].add(n)
            yield m, n


def _unchanged(one: Reading, other: Reading) -> Iterator[tuple[int, int]]:
    """Statements with the same speaker, cue and words, in their order."""
    held: dict[tuple[str, ...], list[int]] = {}
    for n, said in enumerate(one.attributions):
        held.setdefault(_wording(one, said), []).append(n)
    for m, said in enumerate(other.attributions):
        if places := held.get(_wording(other, said)):
            yield m, places.pop(0)


def _wording(reading: Reading, said: Attribution) -> tuple[str, ...]:
    text = reading.article.text
    return _name(reading, said).lower(), cut(said.cue, text).lower(), cut(said.content, text)


def _likest(one: Reading, other: Reading) -> Iterator[tuple[int, int]]:
    """Statements that may be one, the likest first, those of one speaker before others."""
    mine = [_stems(cut(said.content, one.article.text)) for said in one.attributions]
    theirs = [_stems(cut(said.content, other.article.text)) for said in other.attributions]
    scored = []
    for m, words in enumerate(theirs):
        for n, held in enumerate(mine):
            shared = len(words & held)
            if shared < FEW:
                continue
            a, b = one.attributions[n], other.attributions[m]
            same = _one_speaker(one, a, other, b)
            known = bool(_name(one, a))
            if shared < SOME and a.type is not b.type:
                continue  # “is looking for the driver” and “has the driver”
            if _may_be_one(words, held, same=same, known=known) or (
                same and known and shared >= SOME and _within(one, a, other, b)
            ):
                like = shared / max(len(words), len(held)) + _akin(a, b)
                scored.append((-same, -like, abs(m - n), m, n))
    yield from ((m, n) for _, _, _, m, n in sorted(scored))


def _stems(words: str) -> frozenset[str]:
    """The stems that carry meaning, without the marks of a genitive: "the inspectors' report" is the report of the inspectors."""
    return frozenset(stem(one.removesuffix("'s").rstrip("'")) for one in carrying(words))


def _akin(a: Attribution, b: Attribution) -> float:
    """What speaks for two statements besides their words.

    Takes: "he said that he had seen smoke" for “I saw smoke”, he said. Leaves: what he had seen, which stands in the former.
    """
    deep = (a.within is None) == (b.within is None)
    return AS_DEEP * deep + ALIKE * (a.type is b.type)


def _may_be_one(one: frozenset[str], other: frozenset[str], *, same: bool, known: bool) -> bool:
    """Whether two statements have so much in common that they may be one.

    Takes: "no alarm was heard" and "an alarm was heard after the bang" of one speaker; "the toll on the bridge will rise in May" of two.
    Leaves: "the cost" beside "the tunnel will cost 340 million crowns"; "she changed her mind three times" beside somebody else's "I have
    not changed my mind"; what nobody named says of the same tunnel.

    Args:
        one: stems of one.
        other: stems of the other.
        same: whether their speakers may be one.
        known: whether they have a name.
    """
    shared, shorter, longer = len(one & other), *sorted((len(one), len(other)))
    if not (same and known):
        return shared >= SOME and shared >= ALL_BUT * longer
    return (
        (shared >= SOME and shared >= HALF * longer)
        or (shared >= FEW and shared == shorter and shared >= HALF * longer)
        or (shared >= FEW and shared >= MOST * longer)
        or (shared >= MANY and shared >= ALL_BUT * shorter)
    )


def _within(one: Reading, a: Attribution, other: Reading, b: Attribution) -> bool:
    """Whether all words of the shorter of two statements stand on end in the longer.

    Takes: "We will restart the reactor in April" and "We will restart the reactor in April, provided that the valves hold".
    Leaves: "the bridge fund" and "the accounts of the fund of the bridge".
    """
    mine = _plain(cut(a.content, one.article.text))
    theirs = _plain(cut(b.content, other.article.text))
    return f" {mine} " in f" {theirs} " or f" {theirs} " in f" {mine} "


def _plain(words: str) -> str:
    """Words without marks and capitals, with a space between each two."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


def _name(reading: Reading, said: Attribution) -> str:
    return next((actor.name for actor in reading.actors if actor.id == said.speaker), "")


def _one_speaker(one: Reading, a: Attribution, other: Reading, b: Attribution) -> bool:
    """Whether two speakers may be one: the last name of one is in the other's, or neither is known."""
    mine, theirs = _name(one, a).lower().split(), _name(other, b).lower().split()
    if not mine or not theirs:
        return not mine and not theirs
    return mine[-1] in theirs or theirs[-1] in mine


def _paired(one: Reading, a: Attribution, other: Reading, b: Attribution) -> Pair:
    before, after = cut(a.content, one.article.text), cut(b.content, other.article.text)
    held = check(tokens(after), Places(tokens(before)))
    back = check(tokens(before), Places(tokens(after)))
    same = before == after or held.answer is back.answer is Answer.SAME
    fields = tuple(_fields(one, a, other, b))
    if same and not fields:
        return Pair(Fate.SAME, a, b)
    return Pair(_fate(a, b, held), a, b, fields, held)


def _fields(one: Reading, a: Attribution, other: Reading, b: Attribution) -> Iterator[Field]:
    if not _one_speaker(one, a, other, b):
        yield Field("speaker", _name(one, a), _name(other, b))
    for field in ("act", "polarity", "certainty", "passed_on"):
        before, after = getattr(a, field), getattr(b, field)
        if before is not after:
            yield Field(field.replace("_", " "), before.value, after.value)


def _fate(a: Attribution, b: Attribution, held: Checked) -> Fate:
    """Softened or hardened, where all that tells says so; changed, where nothing does, or both."""
    way = {
        _way(SURE.index(a.certainty), SURE.index(b.certainty)),
        _way(PASSED.index(a.passed_on), PASSED.index(b.passed_on)),
    }
    for each in held.differences:
        if each.change is Change.CONDITION_ADDED or (
            each.change is Change.HEDGE and each.a is None
        ):
            way.add(Fate.SOFTENED)
        if each.change is Change.CONDITION_LOST or (each.change is Change.HEDGE and each.b is None):
            way.add(Fate.HARDENED)
    told = way - {Fate.SAME}
    return told.pop() if len(told) == 1 else Fate.CHANGED


def _way(before: int, after: int) -> Fate:
    if before == after:
        return Fate.SAME
    return Fate.SOFTENED if after < before else Fate.HARDENED


def counts(pairs: Sequence[Pair]) -> dict[Fate, int]:
    """How many statements had each fate."""
    return {fate: sum(pair.fate is fate for pair in pairs) for fate in Fate}
