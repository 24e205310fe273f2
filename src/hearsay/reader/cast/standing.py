"""Standing: the words by which an article says why a source is in it: what it saw, did, went through or is party to.

Four places are looked at: relative clauses and asides beside a name (`hearsay.reader.cast.offices`), what hangs on a
description ("people working on the line"), what a source without an office tells of itself in its own words ("“In
forty years I saw her put in one person”"), and what the author tells of one ("She had spent a year on it").
An office or a field is no standing, nor is a clause that only reports.
"""

from collections.abc import Container, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.pronouns import Pronouns
from hearsay.reader.cast.record import BODIES, Record
from hearsay.reader.cast.taking_part import TakingPart
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

OPENS = ("who", "whose", "which", "that", "whom")
WHO = ("who", "whose", "which", "whom")
OWN = ("i", "we")
REPORTED = ("he", "she", "his", "her")
NEGATIVE = ("not", "n't", "never", "only", "authorised", "authorized")
"""Near the beginning of a clause: it says what somebody is not, or why he is unnamed."""

BY = ("around", "near", "inside")
"""Words before what somebody unnamed is near to."""

BEFORE_CLOSE = ("with", "direct", "first-hand", "some", "very", "intimately", "directly")
"""Words before how near somebody is to a matter: "with direct knowledge of it"."""

VERBAL = ("living", "working", "standing", "held", "live", "are", "is", "was", "were")
"""Words after which "near" says where somebody is."""

SUPPOSED = (
    "will",
    "'ll",
    "would",
    "'d",
    "could",
    "can",
    "may",
    "might",
    "never",
    "to",
    "do",
    "did",
)
"""Auxiliaries of what did not happen, or has not yet."""

FIELD = ("studied", "taught", "researched", "covered")
"""After "who has": knows a field, which is no standing."""

LONGEST = 16  # words of what somebody went through
FEWEST = 4


class Known(Protocol):
    """What of a cast is needed here."""

    tree: Tree
    lexicon: Lexicon
    records: dict[str, Record]
    blocks: Sequence[Span]
    pronouns: Pronouns


class Standing:
    """Asks an article why its sources are in it."""

    def __init__(self, tree: Tree, lexicon: Lexicon, told: Sequence[Statement]) -> None:
        """Makes ready.

        Args:
            tree: of the article.
            lexicon: the tables.
            told: the statements.
        """
        self.tree, self.lexicon, self.told = tree, lexicon, told
        self.sources = {one.source for one in told if one.source}

    def settle(self, record: Record) -> None:
        """Gives a record its standing and, of "who chairs the council", its title."""
        kept: list[Span] = []
        for span in record.standing:
            if self._holds(span):
                record.titles += [] if record.titles else [self._after_who(span)]
            elif not self._empty(span, record):
                kept.append(self._whole(span))
        if record.bearer is None and record.kind is not ActorKind.DOCUMENT:
            kept += self._hanging(record, kept)
        elif record.bearer is not None and not kept:
            kept += self._relatives(record)
        record.standing = kept

    def _whole(self, span: Span) -> Span:
        """A clause with what goes on after an aside in it: "whose café has lost|, by her reckoning, a third"."""
        over = self.tree.over(span)
        for at in self.tree.up(over[0]) if over and self.tree.lows[over[0]] in WHO else ():
            if self.tree.relation(at) == "acl":
                found = self.tree.span(at)
                goes_on = found is not None and found.start == span.start and found.holds(span)
                return found if found is not None and goes_on else span
        return span

    def _words(self, span: Span) -> list[str]:
        return [self.tree.lows[n] for n in self.tree.over(span)]

    def _holds(self, span: Span) -> bool:
        """Whether a clause tells of an office or a field: "who chairs the council"; not of what was: "who led the work"."""
        words = self._words(span)
        if words[:2] == ["who", "is"] and words[2:3] in (["a"], ["an"], ["the"]):
            return True
        studied = words[1:2] in (["has"], ["have"]) and any(low in FIELD for low in words[2:4])
        now = studied or (
            len(words) > 1 and words[1].endswith("s") and self.lexicon.tells(words[1], "holds")
        )
        return now and words[0] == "who"

    def _after_who(self, span: Span) -> Span:
        over = self.tree.over(span)
        return Span(self.tree.words[over[1]].span.start, span.end)

    def _empty(self, span: Span, record: Record) -> bool:
        """Whether a clause says nothing of why the source is there: it only reports, or tells of a document."""
        over = self.tree.over(span)
        words = self._words(span)
        if not words or (words[:2] == ["who", "is"] and words[-1].isdigit()):
            return bool(words)
        if words[0] not in OPENS:
            return False
        if words[0] == "which" and record.kind is ActorKind.PERSON:
            return True
        first = self.tree.words[over[0]].span
        verb = next((n for n in self.tree.up(over[0])), over[0])
        told = any(self.lexicon.tells(word, "no_standing") for word in words[1:4])
        told = told or any(word in NEGATIVE for word in words[1:4])
        cue = any(one.cue and one.cue.holds(self.tree.words[verb].span) for one in self.told)
        alone = first in self.sources and not any(self.tree.relation(n) == "conj" for n in over)
        return alone or told or cue or record.kind is ActorKind.DOCUMENT

    def _hanging(self, record: Record, known: Sequence[Span]) -> list[Span]:
        """The clauses that hang on the noun of a description: "working on the line", "who were in the room"."""
        out = []
        for at in self.tree.over(record.named.head_span):
            for verb in self.tree.children(at, "acl"):
                span = self.tree.span(verb)
                if span is None or span.start < record.named.head_span.end:
                    continue
                if len(self.tree.over(span)) < FEWEST - 1 or self._holds(span):
                    continue
                if not self._empty(span, record) and not any(
                    span.meets(s) for s in record.standing
                ):
                    out.append(span)
        if not out and not known:
            out += self._near_what(record)
        return out

    def _relatives(self, record: Record) -> list[Span]:
        """The clause on a name, or on the noun beside it, whatever stands between: "Gerd Amsler in Moss, | who has …"."""
        places = record.bearer.places if record.bearer else []
        for span in (*(place.span for place in places), *record.mentions):
            top = self.tree.top(list(self.tree.over(span)))
            if top is None:
                continue
            beside = [self.tree.words[top].head] if self.tree.relation(top) == "appos" else []
            for at in (top, *beside, *self.tree.children(top, "appos")):
                for verb in self.tree.children(at, "acl"):
                    found = self.tree.span(verb)
                    words = self._words(found) if found else []
                    if found is None or len(words) < FEWEST - 1 or words[0] not in WHO:
                        continue
                    if not self._holds(found) and not self._empty(found, record):
                        return [found]
        return []

    def _near_what(self, record: Record) -> list[Span]:
        """What somebody unnamed knows or is near to: "people | familiar with the matter", "a minister | present"."""
        clause = record.named.clause
        person = record.kind in (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP)
        if clause is None or not person or record.named.proper:
            return []
        over = (n for n in range(record.named.head, len(clause)) if clause.low(n) in (",", "("))
        stop = next(over, len(clause))
        for at in range(max(1, record.named.head), stop):
            near = clause.low(at) in BY and clause.low(at - 1) not in VERBAL
            if clause.lexicon.tells(clause.low(at), "close_to") or near:
                first = at
                while first - 1 > record.named.head and clause.low(first - 1) in BEFORE_CLOSE:
                    first -= 1
                return [clause.span(first, stop)]
        return []

    def own_words(self, said: Sequence[Statement], others: Container[Span]) -> Spans:
        """What a source says that it saw or went through, the first of it; () for whoever has an office.

        Args:
            said: its statements.
            others: where pronouns mean somebody else.
        """
        for one in said:
            own = OWN if one.mode is Mode.DIRECT else REPORTED
            for part in one.content:
                for at in self.tree.over(part):
                    own_ = own is OWN or self._may_be(at, others)
                    if (
                        own_
                        and self.tree.lows[at] in own
                        and (found := self._lived(at)) is not None
                    ):
                        return (found,)
        return ()

    def _may_be(self, at: int, others: Container[Span]) -> bool:
        """Whether "he" may be the source itself; whose "his" is, is told less surely."""
        return self.tree.lows[at] not in ("he", "she") or self.tree.words[at].span not in others

    def _near_kin(self, top: int, at: int) -> bool:
        """Whether "his brother" or "her door" is near to somebody; "his client" and "her minister" are only in his care."""
        noun = self.tree.lows[top]
        person = self.tree.words[top].entity == "person"
        return top == at or not person or self.lexicon.tells(noun, "no_office")

    def _lived(self, at: int) -> Span | None:
        """What "I" went through, where it is the subject of such a verb."""
        top = self.tree.words[at].head if self.tree.relation(at) == "nmod" else at
        verb = self.tree.words[top].head
        helps = [self.tree.lows[n] for n in self.tree.children(verb, "aux")]
        passive = self.tree.child(verb, "aux:pass") is not None
        lived = self.lexicon.tells(self.tree.lows[verb], "lived")
        lived = lived and not passive and not any(low in SUPPOSED for low in helps)
        if self.tree.lows[at] in REPORTED:
            lived = "had" in helps and (not passive or top != at)
        if self.tree.relation(top) != "nsubj" or not lived or not self._near_kin(top, at):
            return None
        if any(one.cue and one.cue.holds(self.tree.words[verb].span) for one in self.told) and (
            self.tree.child(verb, "ccomp") is not None
            and not self.lexicon.tells(self.tree.lows[verb], "took_part")
        ):
            return None
        held = [
            n
            for n in self.tree.below(verb)
            if n >= at or self.tree.relation(n) in ("case", "nummod")
        ]
        before = [n for n in self.tree.children(verb, "obl") if n < at]
        first = min([at, *(m for n in before for m in self.tree.below(n))])
        stop = at
        while stop + 1 in held and self.tree.lows[stop + 1] not in (",", ".", ";", "”", '"', "and"):
            stop += 1
        words = stop - first + 1
        span = self.tree.words[first].span.hull(self.tree.words[stop].span)
        return span if FEWEST <= words <= LONGEST else None


def standings(cast: Known, told: Sequence[Statement], speakers: Sequence[str | None]) -> None:
    """Gives every actor its standing.

    Args:
        cast: the actors.
        told: the statements.
        speakers: key of the speaker of each.
    """
    standing = Standing(cast.tree, cast.lexicon, told)
    part = TakingPart(cast.tree, cast.lexicon, told, cast.blocks, cast.pronouns.also)
    said: dict[str, list[Statement]] = {}
    for one, key in zip(told, speakers, strict=True):
        if key is not None:
            said.setdefault(key, []).append(one)
    for record in cast.records.values():
        standing.settle(record)
        office = bool(record.titles) and record.bearer is not None
        known = record.standing or record.kind in (*BODIES, ActorKind.DOCUMENT)
        if known or record.key not in said:
            continue
        did = part.of(record, said[record.key], office=office)
        others = {
            span
            for key, spans in cast.pronouns.also.items()
            for span in (spans if key != record.key else ())
        }
        own = () if did or office else standing.own_words(said[record.key], others)
        record.standing += did or own
    for record in cast.records.values():
        if record.part_of in cast.records and not record.standing:
            record.standing = list(cast.records[record.part_of].standing)
