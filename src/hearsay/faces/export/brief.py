"""The report in brief: a reading on a page, the most consequential thing first, a row or two for each.

What the report gives whole is cut here where its rows are full, and ends in “…” then. What is left out is counted
in the last line. The page that an editor reads first was drawn by hand for one column, and this follows it.
"""

from collections.abc import Iterable, Iterator, Sequence

from hearsay.faces.export import bound, facts, foretold, quotations, statements, weighed
from hearsay.faces.export.entries import quoted
from hearsay.faces.export.lines import BLANK, DIM, NAME, PLAIN, Line, headed, said
from hearsay.reading.attribution import Act, Attribution, Mode, Polarity
from hearsay.reading.commitment import Commitment, Forecast
from hearsay.reading.quotation import Use
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

ROWS = 2  # that a statement may take
BINDING = 4  # rows of what somebody is bound to, or foretells: its terms are not to be lost
WHOLE = (
    8  # so many sources have a row each; where there are more, those who say one thing share one
)
WORDS = 14  # of the article in one place
MATTER = 10  # words of what somebody is bound to


def in_brief(reading: Reading) -> Iterator[Line]:
    """What a reading says in brief, without the title."""
    aside = facts.count_aside(reading)
    told = (
        facts.standfirst(reading),
        facts.words_read(reading),
        f"{aside} set aside" * bool(aside),
    )
    yield said(" · ".join(filter(None, told)), indent=0)
    yield from headed(_sections(reading))
    yield BLANK
    yield said(_rest(reading), indent=0, style=DIM)


def _sections(reading: Reading) -> Iterator[tuple[str, Iterable[Line]]]:
    yield "REMARKS", (said(remark) for remark in facts.remarks(reading))
    yield from _headline(reading)
    yield "WHO SPEAKS, AND THROUGH WHOM", _speakers(reading)
    yield "WHAT THEY SAY", _statements(reading)
    bound_to = (one for one in reading.commitments if not facts.unsure(one))
    yield "WHAT BINDS WHOM", (_bound(reading, one) for one in bound_to)
    yield "WHAT IS LEFT OPEN", _left_open(reading)
    yield "QUOTATIONS", _quotations(reading)
    yield "EXPLANATIONS WEIGHED", _explanations(reading)
    yield "WHAT IS FORETOLD", (_foretold(reading, one) for one in reading.forecasts)
    yield "TIMELINE", _timeline(reading)


def _row(label: str, name: str, words: str, rows: int = ROWS) -> Line:
    """A line that ends where its rows do."""
    parts = ((f"{name} ", NAME), (words, PLAIN)) if name else ((words, PLAIN),)
    return Line(parts, indent=2, hang=statements.WORDS, label=label, rows=rows)


def _headline(reading: Reading) -> Iterator[tuple[str, Iterable[Line]]]:
    """The verdict beside the head, under it its reason and how seldom such verdicts are right."""
    for one in weighed.headline(reading).entries:
        doubt = [told for told in one.terms[1:] if told == weighed.DOUBT]
        yield f"HEADLINE  {one.words}", [said(why, hang=4) for why in (*one.terms[:1], *doubt)]


def _speakers(reading: Reading) -> Iterator[Line]:
    """Who speaks; those who say one thing and nothing through others share a row where there are many."""
    ways = tuple(statements.ways(reading))
    many = len(ways) > WHOLE
    once = [way for way in ways if many and len(way.said) == 1 and not way.through]
    for way in ways:
        if way not in once:
            words = (f"{way.whole}   ", NAME), (_how_much(way.said), PLAIN)
            yield Line(words, indent=2, hang=6)
    if once:
        yield said(f"once each: {' · '.join(way.whole for way in once)}", hang=6)
    root = statements.one_root(reading)
    if root:
        yield said(root)


def _how_much(those: Sequence[Attribution]) -> str:
    """How many statements, and how many of them in the source's own words alone."""
    quoted_ones = sum(one.mode is Mode.DIRECT for one in those)
    words = facts.many(len(those), "statement")
    return f"{words}, {quoted_ones} quoted" if quoted_ones else words


def _statements(reading: Reading) -> Iterator[Line]:
    """What somebody is said to say, each with the words that say so, which may turn it into its opposite."""
    for one in _told(reading):
        what = " · ".join((_says(reading, one), *facts.act(one), *facts.dispute(reading, one)))
        words = " — ".join(facts.one_line(part.cut(reading.article.text)) for part in one.content)
        yield _row(one.id, f"{what}:", words)


def _told(reading: Reading) -> Sequence[Attribution]:
    """The statements that stand in no other, without those that are unsure, go on, or say but “this”."""
    return [
        one
        for one in reading.attributions
        if facts.somebody(one)
        and one.explicit
        and one.within is None
        and not facts.unsure(one)
        and (one.mode is not Mode.INDIRECT or " " in cut(one.content, reading.article.text))
    ]


def _says(reading: Reading, one: Attribution) -> str:
    """Who says it, with the cue but where a quotation is simply said."""
    who = facts.chain(reading, one)
    said_simply = one.act in PLAINLY and one.polarity is not Polarity.NEG
    if not one.cue or (one.mode is Mode.DIRECT and said_simply):
        return who
    return f"{who} “{facts.one_line(cut(one.cue, reading.article.text))}”"


PLAINLY = frozenset({Act.ASSERT, Act.OTHER})
"""Acts of a quotation whose cue says no more than its marks."""


def _bound(reading: Reading, one: Commitment) -> Line:
    """Who is bound to what, with its terms in a row."""
    entry = bound.commitment(reading, one, MATTER)
    told = [entry.words, *bound.terms(reading, one, MATTER)]
    told += [bound.NO_END] * bound.until_further(reading, one)
    told += [] if one.attribution else [bound.AUTHORS]
    return _row(one.id, entry.who, " · ".join(told), BINDING)


OPEN = ("until when it holds", "how far it reaches", "not settled", "what was not said")
"""The groups of what is left open that are told in brief."""


def _left_open(reading: Reading) -> Iterator[Line]:
    """What is left open beside the terms of what binds, which stand there."""
    terms = {one.id for one in reading.commitments}
    for one in bound.left_open(reading).entries:
        if one.group in OPEN and one.id not in terms:
            yield _row(one.id, one.who, one.words)


def _quotations(reading: Reading) -> Iterator[Line]:
    """What was done to words within marks, and whose they are not."""
    for one in weighed.variants(reading).entries:
        yield _row(one.id, one.who, one.words)
    nobody = [f"q{number}" for number, _ in quotations.orphans(reading)]
    if nobody:
        count = facts.many(len(nobody), "quotation")
        yield said(f"nobody named for {count}: {', '.join(nobody)}", hang=6)
    held = dict.fromkeys(
        quoted(reading, (one.span,), WORDS)
        for _, one in quotations.outermost(reading)
        if one.use is Use.SCARE
    )
    if held:
        yield said(f"held at arm’s length: {', '.join(held)}", hang=6)


def _explanations(reading: Reading) -> Iterator[Line]:
    """Each question, and under it the explanations with how much stands for and against them."""
    for one in weighed.explanations(reading).entries:
        if one.id:
            yield said(f"{one.who} {one.words}".strip(), hang=4)
        else:
            yield Line(((f"{one.words}: ", PLAIN), (one.who, NAME)), indent=4, hang=6, rows=ROWS)


def _foretold(reading: Reading, one: Forecast) -> Line:
    told = [quoted(reading, one.content, WORDS)]
    if one.probability is not None:
        known = one.probability.low is not None
        words = quoted(reading, (one.probability.at,))
        told.append(foretold.likely(reading, one.probability) if known else words)
    told += [f"by when: {foretold.due(reading, one.horizon)}"] if one.horizon else []
    told += [f"on condition: {quoted(reading, one.condition, WORDS)}"] if one.condition else []
    return _row(one.id, f"{facts.binder(reading, one)}:", " · ".join(told), BINDING)


def _timeline(reading: Reading) -> Iterator[Line]:
    """What has a day, in order; of the rest how much it is."""
    without = 0
    for _, one in weighed.in_order(reading):
        if one.start or one.end:
            words = weighed.happened(reading, one) or quoted(reading, (one.time,))
            yield _row("", f"{weighed.days(one.start, one.end)}:", words, rows=1)
        without += not (one.start or one.end)
    if without:
        yield said(f"without a day: {facts.many(without, 'time')}", hang=6)


def _rest(reading: Reading) -> str:
    """What there is besides, and how it is shown."""
    every = len(reading.attributions)
    if not every:
        return "No statement was found."
    words = f"{len(_told(reading)):,} of {facts.many(every, 'statement')}"
    return f"{words}. Without --brief the report has everything, with all its words."
