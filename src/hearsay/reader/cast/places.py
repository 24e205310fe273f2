"""Places: where a name stands, and what the words around it there tell."""

from functools import cached_property

import msgspec

from hearsay.reader.cast.kinds import PLACE, reports
from hearsay.reader.clause import Clause
from hearsay.text.span import Span

TOLD = ("told", "tells", "telling", "tell")
OWNERS = ("its", "'s", "'")
WHERE = ("in", "near", "outside", "across", "around")
"""Words before the name of a place, and hardly of a body."""


class Place(msgspec.Struct, frozen=True, dict=True):
    """A place where a name stands.

    Attributes:
        span: the name's words.
        lows: they in small letters.
        entity: what it names there: person, organization, place, or "" where nothing tells.
        sure: more than the network alone tells it.
        clause, first, stop: where it stands among the words around it.
    """

    span: Span
    lows: tuple[str, ...]
    entity: str
    sure: bool
    clause: Clause
    first: int
    stop: int

    @cached_property
    def joined(self) -> str:
        """It without what joins its parts: "Kim Jong-un" and "Kim Jong Un" are one, "Marrow.com" and "Marrow"."""
        return "".join(self.lows).replace("-", "").removesuffix(".com")

    @cached_property
    def letters(self) -> str:
        """Its last word where that is letters alone, without full stops: "N.A.T.O."; "" elsewhere."""
        form = self.clause.words[self.stop - 1].form.replace(".", "")
        return form if len(form) > 1 and form.isupper() else ""

    @property
    def head(self) -> Span:
        """Its last word."""
        return self.clause.words[self.stop - 1].span


def told_to(place: Place) -> bool:
    """Whether somebody tells something to a name, as it stands there: "told | Handelspost", "told the | Moss Packet"."""
    at = place.first - 1
    at -= place.clause.low(at) in ("the", "a")
    return place.clause.low(at) in TOLD


def tells_news(place: Place) -> bool:
    """Whether a name reports, as outlets do, or something is so according to it: "| Marrowline | reported"."""
    clause = place.clause
    to = place.first - 1 - (clause.low(place.first - 1) in ("the", "a"))
    according = clause.low(to) == "to" and clause.low(to - 1) == "according"
    return according or reports(clause, place.first, place.stop)


def is_located(place: Place) -> bool:
    """Whether a name that is taken for a place's stands as one: "in | Tessia |"."""
    there = place.sure or place.clause.low(place.first - 1) in WHERE
    return there and place.entity == PLACE


def has_article(place: Place) -> bool:
    """Whether an article stands before a name, or whose it is: "the | Lantern Glow |", "its upcoming | Lantern Glow |"."""
    clause, at = place.clause, place.first - 1
    owned = clause.low(at - 1) in OWNERS and not clause.capital(at)
    return clause.low(at) in ("the", "a", "an", *OWNERS) or owned
