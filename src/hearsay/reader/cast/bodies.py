"""Bodies: in which body a person has an office, for which he speaks when he says "we".

By the words of his title ("the union’s general secretary"), by what stands beside his name ("Idunn (National Union)"), by where
he is from ("the Tessian foreign minister"). A bare office ("the premier") tells none: the body named before it is as often another.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from hearsay.language.marking import marking
from hearsay.reader.cast.kinds import BODY, PLACE
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind

OF_A_BODY = frozenset({"of", "for", "at", "'s", "’s", "'", "’"})
BODIES = (ActorKind.ORGANISATION, ActorKind.STATE)
KINDS = ("company", "state", "army", "council", "party", "union", "club", "agency", "school")
STEM = 4
"""Letters that a people shares with its country."""

ENDING = 4
"""Letters by which it may be longer: Tessia, Tessian."""


class Company(Protocol):
    """What of a cast is needed here."""

    text: str
    register: Register
    records: dict[str, Record]

    def from_register(self, key: str) -> Record:
        """The record of a name."""


def body_of(
    cast: Company, tree: Tree, record: Record, whose: Callable[[int], str | None]
) -> str | None:
    """The key of the body in which a person has an office; None where nothing tells.

    Takes: "chief executive of Corrant", "Idunn (National Union)", "the Tessian minister". Leaves: "the painter", "Governor Hamm".

    Args:
        cast: of the article.
        tree: of its words.
        record: of the person.
        whose: brings a word to an actor.
    """
    for at in _told(tree, record):
        body = whose(at)
        held = cast.records.get(body or "")
        if body != record.key and held is not None and held.kind in BODIES:
            return body
    if (named := _named(cast, record)) is not None:
        return _key(cast, named)
    found = _people(cast, tree, record) if _has_office(tree, record) else None
    return _key(cast, found) if found else None


def _told(tree: Tree, record: Record) -> Iterator[int]:
    """The words of a title, and beside a name, that may name a body."""
    for words in (*record.titles, record.name, *record.mentions):
        top = tree.top(list(tree.over(words)))
        if top is None:
            continue
        beside = (n for n in tree.children(top, "appos") if tree.words[n].entity == "organization")
        for noun in (*tree.children(top, "nmod", "compound"), *beside):
            opens = {tree.lows[n] for n in tree.children(noun, "case")}
            if not opens - OF_A_BODY and _may_be_body(tree, noun):
                yield noun


def _named(cast: Company, record: Record) -> Bearer | None:
    """The body that a title names: "Corrant’s managing director", "heads the Corrant Trust"; not "a former Corrant director"."""
    for words in record.titles:
        if words.cut(cast.text).lower().startswith(FORMER):
            continue
        for place, one in cast.register.at.items():
            if one.entity == BODY and words.holds(place) and f"={one.key}" != record.key:
                return one
    return None


FORMER = ("former ", "a former ", "the former ", "ex-")


def _may_be_body(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    return word.upos in ("PROPN", "NOUN", "PRON") and word.entity in (
        "organization",
        "place",
        "abstract",
        "none",
    )


def _has_office(tree: Tree, record: Record) -> bool:
    """Whether his titles or his name tell an office in a body."""
    words = {tree.lows[n] for span in (*record.titles, record.name) for n in tree.over(span)}
    return any(marking().tells(low, f"role_{kind}") for low in words for kind in KINDS)


def _people(cast: Company, tree: Tree, record: Record) -> Bearer | None:
    """The country of an adjective in a title: "the Tessian foreign minister", Tessia."""
    lows = [tree.lows[n] for span in record.titles for n in tree.over(span)]
    for bearer in _bearers(cast):
        name = bearer.full.span.cut(cast.text).lower().removeprefix("the ")
        for low in lows:
            stem = min(len(low), len(name)) - 1
            longer = len(low) - len(name)  # Russian is no name of Russia
            if stem >= STEM and low[:stem] == name[:stem] and longer in range(1, ENDING):
                return bearer
    return None


def _bearers(cast: Company) -> list[Bearer]:
    """The bodies and the places that the article names."""
    every = {id(one): one for one in cast.register.at.values() if one.entity in (BODY, PLACE)}
    return list(every.values())


def _key(cast: Company, bearer: Bearer) -> str:
    key = f"={bearer.key}"
    if key not in cast.records:
        cast.from_register(key)
    return key
