"""Findings: the forecasts of an article, each with who foretells, how likely, by when and on which condition."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from hearsay.language.likely import STATED, Scale, likely
from hearsay.language.marking import marking
from hearsay.language.senses import senses
from hearsay.language.times.horizon import horizon as horizon_days
from hearsay.reader.acts.commitments import AUTHOR, Whose
from hearsay.reader.acts.findings import Acts
from hearsay.reader.acts.judge import Judged
from hearsay.reader.foretold.around import Around, in_marks
from hearsay.reader.foretold.clauses import futures, may_come
from hearsay.reader.foretold.future import Future
from hearsay.reader.foretold.left_out import left_out
from hearsay.reader.foretold.near import near
from hearsay.reader.foretold.probability import how_likely, unhedged
from hearsay.reader.foretold.signals import signals
from hearsay.reader.foretold.terms import Terms, terms, within
from hearsay.reader.foretold.weights import Weights, weights
from hearsay.reader.statement import Statement, holders
from hearsay.reading.attribution import Mode
from hearsay.reading.commitment import Forecast, Horizon, Probability
from hearsay.reading.ground import Ground
from hearsay.reading.voice import Event
from hearsay.text.span import Span

NOTES = {
    "will": "the verb says what will come",
    "would": "a report of what somebody said would come",
    "might": "the verb says what may come, and the words beside it by when",
    "likely": "the words say how likely it is to come",
    "likely_noun": "the words say how likely, or how near, it is",
    "doubted": "the words doubt, or do not, that it will be so",
    "foreseen": "a verb of expecting, with what is expected",
    "foreseen_noun": "a verb of expecting, with what is expected",
    "chance_noun": "a word for a chance, with what it is a chance of",
    "looks": "the words say how likely it looks",
    "present": "the present, beside a time that lies ahead",
    "guessed": "what will be so, of which a word beside it says that it is a guess",
    "chance_clause": "a word for a chance, with what it is a chance of",
}

OWN_VERB = ("foreseen", "chance")
"""Rules of which the verb that foretells is no speech about what is told, but the telling itself."""

BARE_NOUN = 0.7
"""The floor of a noun without a term: of fifty in news that were surer than the weights' own floor forty foretold nothing."""

YEAR = 300  # days after which a time is over, whatever the tense makes of it
DAY = 10  # characters of a day in ISO 8601

THINGS = frozenset({"there", "it", "this", "that", "which", "chance", "chances", "odds"})
FIRST = frozenset({"i", "we", "my", "our", "me", "us"})
NOT_SO = frozenset(
    {"will", "would", "'ll", "may", "might", "could", "can", "should", "shall", "wo", "ca"}
)

EXPECTED = frozenset({"expected", "likely", "due", "set", "poised", "scheduled", "unlikely"})
"""What a statement hangs on that is not made yet: "is expected to announce"."""


class Foretold(msgspec.Struct, frozen=True):
    """A forecast before its actors have ids.

    Attributes:
        future: the words that foretell.
        terms: what, on which condition, by when.
        said: the statement whose words they are; None where the author says it.
        by: key of the actor; None for the author.
        probability: how likely the words make it; None where they do not say.
        sure: how likely it is that they foretell at all.
    """

    future: Future
    terms: Terms
    said: Statement | None
    by: str | None
    probability: Probability | None
    sure: float


Candidate: TypeAlias = tuple[Foretold, frozenset[str]]
"""What may be a forecast, with the signals by which it is told whether it is one."""


class Holder(msgspec.Struct, frozen=True):
    """Whose words some are."""

    said: Statement | None
    judged: Judged | None
    by: str | None
    known: bool
    author: bool = False


def foretold(those: Iterable[Candidate]) -> list[Foretold]:
    """The forecasts among what may be some, in the order of the text; none twice for the same words."""
    those = list(those)
    if not those:
        return []
    learned = weights()
    alone = [learned.first.chance(seen) for _, seen in those]
    beside = near(
        [one.terms.content[0] for one, _ in those], [one.future.at for one, _ in those], alone
    )
    every = (
        (one, learned.second.chance({*seen, name}))
        for (one, seen), name in zip(those, beside, strict=True)
    )
    return once(
        [
            msgspec.structs.replace(one, sure=sure)
            for one, sure in every
            if sure >= _floor(one, learned)
        ]
    )


def _floor(one: Foretold, learned: Weights) -> float:
    """The chance from which words are taken to foretell: a noun of which nobody says by when, or with which number, must be surer.

    Takes: "expects a strike by June". Leaves: "terrorism" of "fears terrorism", "demand" of "a forecast of demand".
    """
    bound = one.terms.horizon or one.terms.condition
    numbered = one.probability is not None and one.probability.scale == STATED
    return learned.floor if not one.future.noun or bound or numbered else BARE_NOUN


def candidates(
    done: Acts,
    whose: Whose,
    known: Callable[[str], frozenset[str]],
    body: Callable[[Span], bool],
    scale: Scale,
    *,
    opinion: bool,
) -> Iterator[Candidate]:
    """All of an article that may be forecasts.

    Args:
        done: what its statements do.
        whose: brings a word to an actor.
        known: the words by which an actor, and whoever he speaks for, is named and described.
        body: whether words stand in the body of the article.
        scale: whose numbers words of probability get.
        opinion: whether the article says that it is an opinion; else that is told by its "I".
    """
    tree, marks, acts = done.tree, marking("foretelling"), marking()
    powers = tuple(one.at for one in done.powers)
    argues = opinion or _speaks(done)
    for one in futures(tree, marks):
        if not body(tree.words[one.at].span):
            continue
        holder = _expects(done, one, whose, _holder(done, one, whose))
        told = within(terms(tree, one, acts, marks), holder.said, tree.text)
        when = tree.over(told.horizon[0]) if told.horizon else ()
        if not holder.known or not told.content or not may_come(tree, one, when, marks):
            continue
        chance = how_likely(tree, one, told, holder.said, likely(), scale)
        around = Around(
            tree, marks, acts, holder.said, holder.judged,
            known=known(holder.by) if holder.by else frozenset(),
            argues=argues,
            own=_own(whose, holder),
            nobody=_nobody(whose, holder),
            likely=chance is not None,
            now=_now(done, holder),
            powers=powers,
            author=holder.author,
        )  # fmt: skip
        if left_out(one, told, around):
            continue
        seen = signals(one, told, around)
        told = unhedged(tree, one, told, chance)
        said = None if holder.author else holder.said
        yield Foretold(one, told, said, holder.by, chance, 0.0), seen


def _speaks(done: Acts) -> bool:
    """Whether the author says "I" or "my", outside of what he quotes."""
    tree = done.tree
    quoted = [one for one in done.told if one.mode is not Mode.INDIRECT and not _first(done, one)]
    within = sorted(span for one in quoted for span in one.content)
    return any(
        tree.lows[n] in ("i", "my", "me")
        and not any(span.holds(tree.words[n].span) for span in within)
        and not in_marks(tree, n)
        for n in range(len(tree.words))
        if tree.lows[n] in ("i", "my", "me")
    )


def _own(whose: Whose, holder: Holder) -> Callable[[int], bool]:
    """Whether a word names whoever speaks, or whoever he speaks for."""
    said = holder.said
    mine = {holder.by, whose.principal(said) if said else None} - {None}
    return lambda at: bool(mine) and whose(at, said) in mine


def _nobody(whose: Whose, holder: Holder) -> Callable[[int], bool]:
    """Whether whom a word means is not known."""
    return lambda at: whose(at, holder.said) is None


def _now(done: Acts, holder: Holder) -> bool:
    """Whether a cue is in the present."""
    if holder.said is None or holder.judged is None or holder.judged.cue is None:
        return False
    tree, at = done.tree, holder.judged.cue
    low = tree.lows[at]
    if tree.words[at].upos != "VERB" or tree.children(at, "aux"):
        return False
    return any(
        sense.pos == "verb" and low in (sense.lemma, f"{sense.lemma}s")
        for sense in senses().get(low, ())
    )


def _expects(done: Acts, one: Future, whose: Whose, holder: Holder) -> Holder:
    """With whoever expects, where a verb of expecting has a subject of its own."""
    if not one.rule.startswith(OWN_VERB):
        return holder
    tree = done.tree
    thing = next(
        (tree.subject(n) for n in (one.over, *tree.up(one.over)) if tree.subject(n) is not None),
        None,
    )
    if thing in (None, one.at) or thing > max(one.at, one.over) or not _somebody(done, thing):
        return holder
    first = tree.lows[thing] in FIRST
    if first and holder.said is None:
        return holder
    inside = (
        holder.said is not None
        and holder.said.cue is not None
        and one.over not in tree.over(holder.said.cue)
    )
    if first or (holder.said is not None and not inside):
        return holder
    key = whose(thing, holder.said)
    if key in (None, AUTHOR):
        return holder
    return msgspec.structs.replace(holder, by=key)


def _somebody(done: Acts, at: int) -> bool:
    """Takes: "she" in "she sees a 20 percent chance". Leaves: "there", "20 percent" before "chance"."""
    word = done.tree.words[at]
    if word.upos == "NUM" or word.relation in ("nummod", "expl") or done.tree.lows[at] in THINGS:
        return False
    return not any(done.tree.words[n].upos == "NUM" for n in done.tree.children(at, "nummod"))


def _holder(done: Acts, one: Future, whose: Whose) -> Holder:
    """Whose words foretell: the innermost statement in whose content they stand, and that is really made.

    A statement that is itself foretold ("they will ask for it") holds nobody; one that is the author's own is his.
    """
    tree = done.tree
    at = tree.words[one.at].span
    for said in holders(done.told, at):
        if _unmade(done, said, one):
            continue
        if _first(done, said):
            if said.within is None:
                return Holder(said, done.judgement(said), None, known=True, author=True)
            continue
        by = whose.speaker(said)
        if by is None and said.source is None:
            continue
        return Holder(said, done.judgement(said), by, known=by is not None)
    return Holder(None, None, None, known=True)


def _unmade(done: Acts, said: Statement, one: Future) -> bool:
    """Whether a statement is not made, but foretold, or only may be."""
    if said.cue is None:
        return False
    tree = done.tree
    run = tree.over(said.cue)
    foretells = one.rule.startswith(OWN_VERB)  # "It expects rain": its own
    unsaid = any(tree.lows[n] in NOT_SO or tree.lows[tree.words[n].head] in EXPECTED for n in run)
    return (one.over in run and not foretells) or (unsaid and not _first(done, said))


def _first(done: Acts, said: Statement) -> bool:
    """Whether a statement is of whoever writes: "I think", "my guess is"."""
    tree = done.tree
    if said.source is not None:
        return {tree.lows[n] for n in tree.over(said.source)} <= FIRST
    if said.cue is None:
        return False
    run = tree.over(said.cue)
    first = run[0]
    near = range(max(0, first - 2), run.stop)
    thing = tree.subject(tree.top(list(run)) or first)
    return any(tree.lows[n] in ("my", "our") for n in near) or (
        thing is not None and tree.lows[thing] in FIRST
    )


def once(every: Sequence[Foretold]) -> list[Foretold]:
    """Of those that share a predicate, or half of the words of the shorter, the surest."""
    out: list[Foretold] = []
    for one in sorted(every, key=lambda one: (-one.sure, one.terms.content)):
        if not any(_same(kept, one) for kept in out):
            out.append(one)
    return sorted(out, key=lambda one: one.terms.content)


def _same(kept: Foretold, one: Foretold) -> bool:
    if kept.future.at == one.future.at:
        return True
    mine, other = one.terms.content, kept.terms.content
    both = sum(part.length for a in mine for b in other if (part := a.common(b)))
    return 2 * both > min(sum(a.length for a in mine), sum(b.length for b in other))


def forecasts(
    every: Sequence[Foretold],
    ids: Mapping[str, str],
    name: Callable[[Statement], str],
    done: Acts,
    published: str | None,
    times: Sequence[Event] = (),
) -> Iterator[Forecast]:
    """The forecasts with the ids of their actors and statements.

    Args:
        every: in the order of the text.
        ids: key of an actor -> its id.
        name: the id of a statement.
        done: for the words that decided.
        published: the day of the article, ISO 8601; without it the words for by when have no days.
        times: of the article, with the days that they come to.
    """
    tree = done.tree
    day = date.fromisoformat(published[:DAY]) if published else None
    for n, one in enumerate(every, 1):
        because = tree.spans(sorted(one.future.because))
        at = one.terms.horizon
        due = _days(at[0], tree.text, day, times) if at else None
        content = one.terms.content
        if at and due is None:  # the time is of something else that it tells
            content = tree.spans(tree.inside((*content, *at)))
        rule = one.future.rule
        yield Forecast(
            id=f"f{n}",
            by=ids[one.by] if one.by else AUTHOR,
            content=content,
            confidence=round(one.sure, 2),
            ground=Ground(f"rule:foretold_{rule}", because, NOTES[rule]),
            attribution=name(one.said) if one.said else None,
            probability=one.probability,
            horizon=due,
            condition=one.terms.condition,
        )


def _days(at: Span, text: str, day: date | None, times: Sequence[Event]) -> Horizon | None:
    """By when, with the days that the words come to: as the time in them is told, else as seen from a day; None for what is over."""
    same = [one for one in times if at.holds(one.time) or one.time.holds(at)]
    if day and len(same) == 1:
        if _to_come(same[0], day):
            return Horizon(at, same[0].start, same[0].end)
        if _over(same[0], day):
            return None
    days = horizon_days(at.cut(text), day) if day else None
    first, last = days or (None, None)
    return Horizon(at, first.isoformat() if first else None, last.isoformat() if last else None)


def _over(one: Event, day: date) -> bool:
    """Takes: "2004" of "the convention in 2004", a year or more ago. Leaves: "on Monday", which the tense of a wrong verb may have set before it."""
    return one.end is not None and (day - date.fromisoformat(one.end)).days > YEAR


def _to_come(one: Event, day: date) -> bool:
    """Whether a time lies ahead of a day, or ahead of that of the speech from which it is counted."""
    of_speech = len(one.ground.because) > 1
    last = one.end or one.start
    return last is not None and (of_speech or date.fromisoformat(last) >= day)
