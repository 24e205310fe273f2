"""Told: the times of an article in order, each with its days and with that from which they were counted.

A time within quotation marks is counted from the day of the speech where the words around the quotation name an
earlier one: "“We open next month,” she said in March" is April.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.quotation import Piece
from hearsay.language.times.bounds import Bounded, bounded
from hearsay.language.times.counts import unit_of
from hearsay.language.times.days import Days, Unit
from hearsay.language.times.grammar import Timex, grammar
from hearsay.language.times.meaning import meaning
from hearsay.language.times.reckoning import Anchor, Base, Direction
from hearsay.language.times.timex import TimeKind
from hearsay.language.times.vocabulary import vocabulary
from hearsay.language.words import Run
from hearsay.reader.acts.helping import TO_COME
from hearsay.reader.statement import Statement
from hearsay.reader.times.anchoring import Anchored, Day
from hearsay.reader.times.beside import beside, counted, with_event
from hearsay.reader.times.events import EventDay, dated
from hearsay.reader.times.no_time import no_time
from hearsay.reader.times.opening import opener_of
from hearsay.reader.times.rows import Row
from hearsay.reader.times.spoken import DATES, Speeches
from hearsay.reader.times.tense import PERFECT, side
from hearsay.reader.times.time import Told
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, meets_any

BOUNDING = frozenset(
    {"since", "by", "until", "before", "after", "within", "for", "from_word", "into"}
)
"""Openers that belong to the words of a time: "since May"; "in" and "on" do not."""

YEARLY = frozenset(
    {"month", "may", "mid_month", "month_day", "day_month", "season", "feast", "quarter", "part", "edge"}
)  # fmt: skip
"""Rules whose times come back once a year."""

DAYS_WITH_HOURS = frozenset({"clock_on", "on_clock"})
OF_HOUR = {"after": "", "before": "by"}
"""What an opener makes of an hour of a day, which is still of that day: "after 2 p.m. on Tuesday"."""

RATES = frozenset({"percent", "%", "pct", "points"})
"""Words of a sentence whose "from May" is that with which a figure is compared."""

BOTH = frozenset({"years", "days_of_month"})
"""Rules whose times name both ends: "from 1985 to 1991"."""

OTHERWISE = frozenset({"last", "that"})
"""Words of time that may be of another kind."""

HELPING = TO_COME | {"to"}
"""Before "last" where it is a verb; the trees take it for the last ones now and then."""

FAR = 6  # words before a time in which it is told what is the most
MOST = frozenset({"most", "least", "worst", "first", "only"})

BACK = frozenset({"ago", "year_earlier", "shifted"})
"""Rules whose times are held against another, of which the tale goes on: "ten, from nine a year ago"."""

NOT_OF_CLAUSE = ("nmod", "conj", "compound", "appos")
"""What a year is of that tells of a noun: "after the flood of 2022", "sold between 2017 and 2020"."""


class Teller:
    """Finds the times of one article."""

    def __init__(self, tree: Tree, home: Anchored, pieces: Sequence[Piece]) -> None:
        """Makes ready.

        Args:
            tree: of the article; without words where there is no model.
            home: the day of the article.
            pieces: its quotations.
        """
        self.tree, self.home = tree, home
        self.quoted = sorted(piece.span for piece in pieces if piece.depth == 0)

    def told(self, rows: Sequence[Row], statements: Sequence[Statement]) -> list[Told]:
        """The times of some sentences, in order, each by itself."""
        found = [
            (row, one)
            for row in rows
            for one in grammar().found(self._forms(row))
            if not no_time(self.tree, row, one)
        ]
        if not found:
            return []
        plain = list(self._counted(found, {}, {}))
        spoken = dict(Speeches(self.tree, self.home, self.quoted).found(plain, statements))
        told = list(self._counted(found, spoken, {})) if spoken else plain
        events = dict(dated(self.tree, told))
        return list(self._counted(found, spoken, events)) if events else told

    def _forms(self, row: Row) -> tuple[str, ...]:
        """The words of a sentence, those left out that only look like words of time: "is expected to | last | six weeks", "said | that | Monday's vote"."""
        if not self.tree.words or OTHERWISE.isdisjoint(row.forms):
            return row.forms
        before = ("", *row.forms)
        return tuple(
            ""
            if form in OTHERWISE and self._otherwise(form, row.spans[n], before[n].lower())
            else form
            for n, form in enumerate(row.forms)
        )

    def _otherwise(self, form: str, span: Span, before: str) -> bool:
        """Whether "last" is a verb, or "that" opens a clause."""
        kinds = {self.tree.words[at].upos for at in self.tree.over(span)}
        if form == "that":
            return "SCONJ" in kinds
        return before in HELPING or "VERB" in kinds

    def _counted(
        self,
        found: Sequence[tuple[Row, Timex]],
        spoken: dict[Span, Anchored],
        events: dict[Span, EventDay],
    ) -> Iterator[Told]:
        before: Days | None = None
        fine: Days | None = None
        lost = False
        of: tuple[Row, Days] | None = None
        for row, one in found:
            span = row.over(one.run)
            home = next((day for quote, day in spoken.items() if quote.holds(span)), self.home)
            own = "which" in one.parts or _of_now(row, one)
            if of is not None and of[0] is row and one.rule in YEARLY and not own:
                home = msgspec.structs.replace(home, on=of[1])
            counts = before
            if one.rule == "shifted" and _in_days(one) and before and before.unit is not Unit.DAY:
                counts, home = fine, home if fine else msgspec.structs.replace(home, on=None)
            than = "than" in row.forms[one.run.stop : one.run.stop + 1]
            later = one.rule == "shifted" and vocabulary().sense(one.parts["side"][0], "later")
            if one.rule == "shifted" and (lost or than or (later and counts is None)):
                counts, home = None, msgspec.structs.replace(home, on=None)
            told = self._one(row, one, span, home, counts, events.get(span))
            lost = told.event is not None and told.means.days is None
            if self._gone(told):
                of = (row, told.means.days) if told.means.days else None
            if told.means.kind in DATES and told.means.days is not None and not _aside(one):
                before = told.means.days
                fine = before if before.unit is Unit.DAY else fine
            yield told

    def _gone(self, told: Told) -> bool:
        """Whether a time is a year that is over, so that a month beside it is of that year."""
        days, on = told.means.days, self.home.on
        plain = told.found.rule == "year" and told.opener in ("", "in", "during")
        named = told.found.rule in ("ago", "relative")  # last year it came on 1 June
        plain = plain or (named and days is not None and days.unit is Unit.YEAR)
        plain = plain and (told.at is None or not self._of_part(told.at))
        return bool(plain and days and on and days.last < on.first)

    def _of_part(self, at: int) -> bool:
        """Whether a year is of a noun or of a clause within the sentence: "the firm, founded in 2011, opened in May"."""
        return "acl" in self.tree.relation(self.tree.words[at].head) or (
            self.tree.relation(at) in NOT_OF_CLAUSE
        )

    def _one(
        self,
        row: Row,
        one: Timex,
        span: Span,
        home: Anchored,
        before: Days | None,
        event: EventDay | None,
    ) -> Told:
        opener, first = opener_of(row.forms, one)
        at = self.tree.top(self.tree.over(span)) if self.tree.words else None
        at = None if at is not None and self._crosses(span, at) else at
        alone = at is not None and self._alone(row, span, at)
        of = beside(self.tree, row, one)
        if of is not None:
            span, at, alone = with_event(self.tree, span, of), of.over, False
        opens = row.spans[first]
        if at is not None and opener in ("", "in", "during"):
            opener, opens = self._outer(at) or (opener, opens)
        far = one.rule in YEARLY
        way = side(self.tree, at, opener, row.forms, one.run.first, far=far)
        if one.rule == "ahead" and (
            self._noun(at) or row.forms[one.run.first].lower() == "more" or self._most(row, one)
        ):
            way = Direction.EITHER  # the slowest in ten years
        if alone:
            way, at = Direction.EITHER, None
        near = before if alone and one.rule in YEARLY else None
        on = Anchor(near or home.on, before, way, self.home.south)
        means = meaning(one, Anchor(None) if of else on)
        if of is not None and event is not None:
            means, home = counted(one, of, event.days), Anchored(event.days, Day.EVENT, (event.at,))
            means = msgspec.structs.replace(means, base=Base.ANCHOR)
        if near:
            means = msgspec.structs.replace(means, base=Base.TOLD)
        opener = self._bounding(row, one, opener, at, way)
        mere = means.kind is TimeKind.DURATION and opener == "for" and means.days is None
        bounds = Bounded(None, None) if mere else bounded(opener, means, on)
        if means.edge == "=END" and bounds.last and row.forms[first - 1].lower() == "at":
            bounds = Bounded(bounds.last, bounds.last)  # at the end of December
        if one.rule in BOTH and means.days:
            bounds = Bounded(means.days.first, means.days.last)
        bounds_it = opener in BOUNDING and (opener != "for" or means.kind is TimeKind.DURATION)
        whole = opens.hull(span) if bounds_it else span
        return Told(span, whole, opener, one, means, bounds, home, row, at, alone, of)

    def _bounding(self, row: Row, one: Timex, opener: str, at: int | None, way: Direction) -> str:
        """The class of an opener, as far as it bounds.

        Leaves: "from" of "the report from 2016" and of "up 3 percent from January"; "after" of "after 2 p.m. on Tuesday", which is that day.
        """
        if one.rule in DAYS_WITH_HOURS:
            over = opener == "before" and way is Direction.PAST
            return "" if over else OF_HOUR.get(opener, opener)
        held = way is Direction.PAST and one.rule not in BOTH and not RATES.isdisjoint(row.forms)
        return "" if opener == "from_word" and (held or self._noun(at)) else opener

    def _most(self, row: Row, one: Timex) -> bool:
        """Whether a stretch is that in which something is the most: "report their best margins in three years"."""
        tree, first = self.tree, one.run.first - 1
        if not tree.words or first < 1:
            return False
        for n in reversed(tree.over(row.over(Run(max(0, first - FAR), first)))):
            if tree.words[n].upos in ("VERB", "PUNCT"):
                return False
            low, upos = tree.lows[n], tree.words[n].upos
            if upos in ("ADJ", "ADV") and (low.endswith("est") or low in MOST):
                return True
        return False

    def _noun(self, at: int | None) -> bool:
        """Whether a time hangs on a noun."""
        return at is not None and self.tree.relation(at) == "nmod"

    def _crosses(self, span: Span, at: int) -> bool:
        """Whether a time outside quotation marks is hung on a word within them, which is an error of the tree."""
        head = self.tree.words[self.tree.words[at].head].span
        return meets_any(head, self.quoted) and not meets_any(span, self.quoted)

    def _alone(self, row: Row, span: Span, at: int) -> bool:
        """Whether a time is all that somebody says, so that no verb tells of it.

        Takes: "“September!” said Lund". Leaves: "“In May,” said Lund, “it was shut”", which goes on.
        """
        quote = next((one for one in self.quoted if one.holds(span)), None)
        head = self.tree.words[at].head
        outside = quote is not None and quote.before(self.tree.words[head].span)
        goes_on = any(span.before(other) and row.span.holds(other) for other in self.quoted)
        return outside and not goes_on and self.tree.is_clause(head)

    def _outer(self, at: int) -> tuple[str, Span] | None:
        """What opens the phrase of which a time is part: "since the vote on 14 November" is since that day."""
        tree = self.tree
        above = tree.words[at].head
        if tree.relation(at) == "obl":
            return self._of_clause(above)
        if tree.relation(at) != "nmod" or not above < at:
            return None
        case = tree.child(above, "case")
        if case is None or tree.below(above)[-1] != tree.below(at)[-1]:
            return None
        name = next((n for n in ("since", "until") if vocabulary().sense(tree.lows[case], n)), None)
        return (name, tree.words[case].span) if name else None

    def _of_clause(self, at: int) -> tuple[str, Span] | None:
        """What opens the clause that a time is told of: "has made none since it was sold in 2023" is since that year.

        Takes: "the hottest since records began in 1982", "had heard of it until it was out on 9 May".
        Leaves: "since he was ill in May, she went", which gives a reason: nothing has been going on.
        """
        tree = self.tree
        mark = next(iter(tree.children(at, "mark")), None)
        if tree.relation(at) != "advcl" or mark is None:
            return None
        opens = tree.lows[mark]
        above = tree.words[at].head
        goes_on = tree.words[above].upos != "VERB" or any(
            tree.lows[n] in PERFECT for n in tree.children(above, "aux")
        )
        follows = opens == "until" and above < mark
        if follows or (opens == "since" and goes_on):
            return opens, tree.words[mark].span
        return None


def _of_now(row: Row, one: Timex) -> bool:
    """Takes: "the middle of May this year". Leaves: "the middle of May"."""
    return any(form.lower() in ("this", "next") for form in row.forms[one.run.first : one.run.stop])


def _in_days(one: Timex) -> bool:
    """Whether a time is counted in days or weeks."""
    return "unit" in one.parts and unit_of(one) in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT)


def _aside(one: Timex) -> bool:
    """Whether the tale does not go on from a time: an hour; one that another is held against, "from nine a year ago"."""
    unit = one.parts.get("unit")
    of_day = one.rule == "the_unit" and unit is not None and unit_of(one) is Unit.DAY
    if of_day or one.rule in ("clock", "time_of_day"):
        return True  # on the day of the blasts
    return (
        one.rule in BACK
        and unit is not None
        and vocabulary().sense(unit[0], "year_word") is not None
    )
