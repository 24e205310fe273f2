"""Spoken: quotations of a day before that of the article: "“We open next month,” she said in March"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hearsay.language.times.timex import TimeKind
from hearsay.reader.statement import Statement
from hearsay.reader.times.anchoring import Anchored, Day
from hearsay.reader.times.time import Told
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, meets_any

DATES = (TimeKind.DATE, TimeKind.TIME)


class Speeches:
    """Finds on which day quotations were spoken."""

    def __init__(self, tree: Tree, home: Anchored, quoted: Sequence[Span]) -> None:
        """Makes ready.

        Args:
            tree: of the article; without words where there is no model.
            home: the day of the article.
            quoted: its quotations, in order.
        """
        self.tree, self.home, self.quoted = tree, home, quoted

    def found(
        self, plain: Sequence[Told], statements: Sequence[Statement]
    ) -> Iterator[tuple[Span, Anchored]]:
        """Quotations of a day before that of the article, with that day."""
        last: Anchored | None = None
        for one in statements:
            quotes = [
                quote
                for part in one.content
                for quote in self.quoted
                if part.meets(quote) and not (one.cue and quote.holds(one.cue))
            ]
            if one.explicit:
                last = self._day_of(one, plain) if quotes else None
            if last is not None:
                for quote in quotes:
                    yield quote, last

    def _day_of(self, one: Statement, plain: Sequence[Told]) -> Anchored | None:
        """The day on which something was said, by the words around it; None where it is that of the article."""
        cue = one.cue
        if cue is None:
            return None
        near = [
            told
            for told in plain
            if told.row.span.meets(cue)
            and told.means.kind in DATES
            and told.means.days is not None
            and told.opener not in ("since", "until", "by", "before")
            and not meets_any(told.span, one.content)
            and self._hangs(told, cue)
        ]
        for told in sorted(near, key=lambda told: told.span.apart(cue)):
            days = told.means.days
            if days and (self.home.on is None or days.last < self.home.on.first):
                return Anchored(days, Day.SPEECH, (told.span,))
        return None

    def _hangs(self, told: Told, cue: Span) -> bool:
        """Whether a time hangs on a cue, and on no clause beside it: not "the man who was held in May said"."""
        if told.at is None:
            return True
        shared = self._joined(cue)
        for here in (told.at, *self.tree.up(told.at)):
            if self.tree.words[here].span.meets(cue) or (here in shared and told.span.before(cue)):
                return True
            if self.tree.relation(here) in ("acl", "ccomp", "advcl"):
                return False
        return False

    def _joined(self, cue: Span) -> set[int]:
        """The clauses to which that of a cue is joined: "In 1966 he stood on the wharf and said"."""
        out: set[int] = set()
        for at in self.tree.over(cue):
            for lower, here in pairwise((at, *self.tree.up(at))):
                if self.tree.relation(lower) != "conj" and self.tree.child(lower, "cc") is None:
                    break
                out.add(here)
        return out
