"""Kin: whom somebody means by "my mother", "Mom" or "her mother", where the article says whose son or daughter he is.

Takes: "Her son, Peter, confirmed it. “Mom thought it would heal,” he said" of Ida Brannock. Leaves: "my mother" of somebody of whom
the article does not say whose child he is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.statement import Statement, outer_of
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

INVERSE = {"parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling"}
OWN = ("my", "our", "his", "her", "their")
LONGEST = 3  # words of "her own mother"


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    tree: Tree
    register: Register
    lexicon: Lexicon
    records: dict[str, Record]

    def meant(self, pronoun: Span) -> Sequence[Span]:
        """Where whoever a pronoun means is named."""

    def take(self, own: str, key: str, found: dict[Span, str | None]) -> None:
        """Brings an actor to the name that the article gives it."""


def kindred(cast: Company, told: Sequence[Statement], found: dict[Span, str | None]) -> None:
    """Brings sources that are called by whose kin they are to those kin, where the article names them.

    Args:
        cast: of the article.
        told: its statements.
        found: the actor of each source, which is put right.
    """
    meant: dict[str, set[str | None]] = {}
    for one in told:
        own = found.get(one.source) if one.source else None
        if own is None or one.source is None or (kind := _kind(cast, one.source)) is None:
            continue
        who = next((found.get(o.source) for o in outer_of(one) if o.source), None)
        meant.setdefault(own, set()).add(
            _kin_of(cast, who, kind, one.source) or _kin_told_of(cast, kind, one.source)
        )
    for own, keys in meant.items():
        key = next(iter(keys))
        if len(keys) == 1 and key is not None and key != own and own in cast.records:
            cast.records[own].titles, cast.records[own].standing = (
                [],
                [],
            )  # to be a mother is no office
            cast.take(own, key, found)


def _kind(cast: Company, source: Span) -> str | None:
    """What kin a source is called: "my mother", "Mom"; None for what is no more than whose kin somebody is."""
    lows = [cast.tree.lows[n] for n in cast.tree.over(source)]
    if not lows or len(lows) > LONGEST or (len(lows) > 1 and lows[0] not in OWN):
        return None
    return _relation(cast.lexicon, lows[-1])


def _relation(lexicon: Lexicon, low: str) -> str | None:
    return next((one for one in INVERSE if lexicon.tells(low, f"kin:{one}")), None)


def _kin_of(cast: Company, who: str | None, kind: str, source: Span) -> str | None:
    """The key of the one whose kin somebody is said to be, where that is the kin he speaks of."""
    noun = cast.tree.lows[cast.tree.over(source)[-1]]
    bearer = next((b for b in cast.register.bearers if f"={b.key}" == who), None)
    for at, whose in _asides(cast.tree, bearer) if bearer else ():
        if _relation(cast.lexicon, cast.tree.lows[at]) != INVERSE[kind]:
            continue
        one = _whose(cast, whose, noun)
        if one is not None and one is not bearer and _may_be(one, noun, cast.lexicon):
            return f"={one.key}"
    return None


def _kin_told_of(cast: Company, kind: str, source: Span) -> str | None:
    """The key of the one of whom the article said before whose kin he is, where "his" or "her" can mean nobody else.

    Takes: "Oul’s daughter Mina walks with her. | Her mother | says". Leaves: "Her mother", of somebody whose kin nobody is said to be.
    """
    whose = cast.tree.lows[cast.tree.over(source)[0]]
    gender = next((g for g in ("feminine", "masculine") if cast.lexicon.tells(whose, g)), None)
    if gender is None:
        return None
    found = set()
    for one in cast.register.bearers:
        before = one.entity == PERSON and one.places[0].span.end <= source.start
        if before and one.taken_for in ("", gender[0]):
            found.add(_kin_of(cast, f"={one.key}", kind, source))
    keys = [key for key in found if key is not None]
    return keys[0] if len(keys) == 1 else None


def _asides(tree: Tree, one: Bearer) -> Iterator[tuple[int, int]]:
    """The nouns beside a name, with whose they are: "her | son", Peter."""
    for place in one.places:
        top = tree.top(list(tree.over(place.span)))
        if top is None:
            continue
        beside = [*tree.children(top, "appos"), tree.words[top].head, top - 1, top - 2]
        for at in beside:
            whose = [n for n in tree.children(at, "nmod", "nmod:poss") if n < at] if at >= 0 else []
            if whose and tree.words[at].sentence == tree.words[top].sentence:
                yield at, whose[0]


def _whose(cast: Company, at: int, noun: str) -> Bearer | None:
    """Whose kin some words say that somebody is: "Teague's daughter", "her son"; of "their son" the one of whom most is told."""
    first = cast.tree.words[at].span
    if cast.tree.lows[at] == "their":
        people = [one for one in cast.register.bearers if one.entity == PERSON and one.gender]
        fits = [one for one in people if _may_be(one, noun, cast.lexicon)]
        before = [one for one in fits if one.places[0].span.end <= first.start]
        return max(before, key=lambda one: len(one.places), default=None)
    if cast.tree.lows[at] in OWN:
        places = cast.meant(first)
        return cast.register.at.get(places[0]) if places else None
    named = [b for span, b in cast.register.at.items() if span.holds(first)]
    return named[0] if named and named[0].entity == PERSON else None


def _may_be(one: Bearer, noun: str, lexicon: Lexicon) -> bool:
    told: Mapping[str, bool] = {g[0]: lexicon.tells(noun, g) for g in ("feminine", "masculine")}
    gender = one.taken_for
    return not gender or told[gender] or not any(told.values())
