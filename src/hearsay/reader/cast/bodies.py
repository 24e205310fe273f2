"""Bodies: in which body a person has an office, for which he speaks when he says "we": by his title, or what stands beside his name."""

from collections.abc import Callable, Iterator
from typing import Protocol

from hearsay.reader.cast.kinds import BODY
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind

OF_A_BODY = frozenset({"of", "for", "at", "'s", "’s", "'", "’"})
BODIES = (ActorKind.ORGANISATION, ActorKind.STATE)


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

    Takes: "chief executive of Corrant", "Idunn (National Union)", "Corrant’s managing director".
    Leaves: "the painter", "a former Corrant director".

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
    named = _named(cast, record)
    return None if named is None else _key(cast, named)


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


def _key(cast: Company, bearer: Bearer) -> str:
    key = f"={bearer.key}"
    if key not in cast.records:
        cast.from_register(key)
    return key
