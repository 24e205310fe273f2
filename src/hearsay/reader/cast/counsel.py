"""Counsel: for whom a lawyer appears, where the article says it by a client, or by whose case is opened.

A lawyer who "defends", or who says "my client" or is told to have said "his client", speaks for the one of whom the article
tells that he is accused; one who opens "the case for the estate" for the estate; "my lawyer" for whoever says it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.behalf import phrase_stop
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.names import SILKS
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Register
from hearsay.reader.cast.topics import Topics
from hearsay.reader.cast.voices import LAWYERS
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

OWN = ("my", "our", "his", "her", "their")
CLIENTS = ("client", "clients")
OPENING = 12  # words of an opening before a name: "Opening the case for the estate, | Orla Mannion"


class Company(Protocol):
    """What of a cast is needed here."""

    tree: Tree
    lexicon: Lexicon
    register: Register
    topics: Topics

    def labelled(self, one: Statement) -> str | None:
        """The key of whoever's turn a statement stands in."""


def opened_for(record: Record) -> Span | None:
    """Whose case a lawyer opens before his name: "Opening the case for | the estate |, Ida Lund SC said"."""
    for place in record.bearer.places if record.bearer else ():
        clause, at = place.clause, place.first
        comma = next((n for n in range(at - 1, max(-1, at - 4), -1) if clause.low(n) == ","), None)
        if comma is None or not clause.lexicon.tells(clause.low(0), "opens_case"):
            continue
        opens = next(
            (n for n in range(max(0, comma - OPENING), comma) if clause.low(n) == "for"), None
        )
        if opens is not None and phrase_stop(clause, opens + 1) == comma:
            return clause.span(opens + 1, comma)
    return None


def is_client(tree: Tree, source: Span) -> bool:
    """Whether some words are no more than "my client", "her client"."""
    lows = [tree.lows[n] for n in tree.over(source)]
    return lows[1:] == ["client"] and lows[0] in OWN


class Counsel:
    """Asks an article for whom its lawyers appear."""

    def __init__(
        self, cast: Company, told: Sequence[Statement], sources: Mapping[Span, str | None]
    ) -> None:
        """Makes ready.

        Args:
            cast: of the article.
            told: its statements.
            sources: key of whoever each source phrase names.
        """
        self.cast, self.told, self.sources = cast, told, sources
        self._accused: list[str] | None = None

    def of(self, record: Record) -> str | None:
        """The key of the one for whom a lawyer appears whose title and aside do not say it."""
        if record.bearer is None or not self._is_lawyer(record):
            return None
        return self._whose(record) or self._of_accused(record) or self._of_topic(record)

    def _is_lawyer(self, record: Record) -> bool:
        """Whether somebody is a lawyer by his title or the letters after his name, or speaks of his client."""
        tree = self.cast.tree
        titled = {tree.lows[n] for span in record.titles for n in tree.over(span)}
        places = record.bearer.places if record.bearer else []
        letters = any(place.clause.low(place.stop) in SILKS for place in places)
        return bool(titled & {*LAWYERS, *SILKS}) or letters or self._has_client(record)

    def _has_client(self, record: Record) -> bool:
        """Whether somebody says "my client", or is told to have said "his client"."""
        tree = self.cast.tree
        for one in self.told:
            if one.source is None or self.sources.get(one.source) != record.key:
                continue
            over = [n for part in one.content for n in tree.over(part)]
            if any(tree.lows[n] in CLIENTS and tree.lows[n - 1] in OWN for n in over if n):
                return True
        return False

    def _whose(self, record: Record) -> str | None:
        """Who says "my lawyer, Ida Lund" in his own words."""
        tree = self.cast.tree
        for place in record.bearer.places if record.bearer else ():
            over = tree.over(place.span)
            if not over:
                continue  # of the dateline
            at = over[0]
            mine = any(
                tree.lows[n] in ("my", "our") and tree.words[n].sentence == tree.words[at].sentence
                for n in range(max(0, at - 3), at)
            )
            if not mine:
                continue
            for one in self.told:
                inside = any(part.holds(place.span) for part in one.content)
                if inside and one.source:
                    return self.sources.get(one.source)
                if one.source and one.source.holds(place.span):
                    return self.cast.labelled(one)
        return None

    def _of_accused(self, record: Record) -> str | None:
        """The accused, where a lawyer defends, or has a client and there is one accused alone."""
        defends = any(
            place.clause.low(place.stop + n) == "defending"
            for place in (record.bearer.places if record.bearer else ())
            for n in range(3)
        )
        accused = [key for key in self.accused() if key != record.key]
        return (
            accused[0]
            if accused and (defends or (self._has_client(record) and len(accused) == 1))
            else None
        )

    def _of_topic(self, record: Record) -> str | None:
        """Of whom the sentence before a lawyer tells who has a client: "The owner, Elfed Parry, sent a solicitor. Ida Lund said her client …"."""
        if record.bearer is None or not self._has_client(record):
            return None
        over = self.cast.tree.over(record.bearer.places[0].span)
        if not over:
            return None  # of the dateline
        here = self.cast.tree.words[over[0]].sentence
        topic = self.cast.topics.subject(here - 1)
        found = [
            one
            for one in self.cast.register.bearers
            if one is not record.bearer
            and any(not topic.isdisjoint(self.cast.tree.over(place.span)) for place in one.places)
        ]
        return f"={found[0].key}" if len(found) == 1 else None

    def accused(self) -> list[str]:
        """The keys of persons of whom the article tells that they are accused, the one of whom it tells most first."""
        if self._accused is None:
            tree, found = self.cast.tree, Counter[str]()
            for one in self.cast.register.bearers:
                if one.entity != PERSON:
                    continue
                for place in one.places:
                    top = tree.top(list(tree.over(place.span)))
                    subject = top is not None and tree.relation(top) == "nsubj"
                    if top is not None and subject and self._is_accused(tree.words[top].head):
                        found[f"={one.key}"] += 1
            self._accused = [key for key, _ in found.most_common()]
        return self._accused

    def _is_accused(self, verb: int) -> bool:
        tree = self.cast.tree
        passive = tree.child(verb, "aux:pass") is not None
        return self.cast.lexicon.tells(tree.lows[verb], "is_accused" if passive else "pleads")
