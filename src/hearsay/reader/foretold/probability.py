"""How likely the words make it: the phrase that bears on what will come, with what a scale makes of it."""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.likely import STATED, Likely, Scale, stated
from hearsay.language.marking import marking
from hearsay.reader.foretold.future import Future
from hearsay.reader.foretold.terms import Terms
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Probability
from hearsay.text.span import Span, Spans, meets_any

BEARS = (
    "advmod", "aux", "obl", "parataxis", "discourse", "advcl", "cop", "xcomp", "case", "amod", "det",
)  # fmt: skip
ABOVE = ("ccomp", "csubj", "xcomp", "acl", "obj", "nsubj", "nmod", "obl", "root")
HELPS = ("advmod", "aux", "cop", "discourse", "case", "amod", "det", "nummod", "expl", "nmod")
DEEPER = ("advmod", "fixed", "amod", "case")
"""What hangs right under a word and can say how likely it is, and what hangs under that."""

MINE = frozenset({"i", "we", "my", "our"})  # "likely, I think" is likely
SHORT = 5  # words of a branch that are all looked at
IDIOM = 3  # words of a phrase that bears also on what stands beside it: "I would not hold my breath; it may come"


def how_likely(
    tree: Tree, one: Future, told: Terms, said: Statement | None, table: Likely, scale: Scale
) -> Probability | None:
    """How likely something is made; None where no word says so.

    Takes: "will probably open", "I doubt that it will open", "a one in ten chance of it". Leaves: "will open", "may open".

    Args:
        tree: of the article.
        one: the words that foretell.
        told: its terms, in which no such word is looked for.
        said: the statement whose words they are.
        table: the words.
        scale: whose numbers they get.
    """
    sentence = tree.sentence(one.at)
    whole = tree.stretch(sentence)
    if whole is None:
        return None
    away = (*told.condition, *told.horizon)
    bears = _bearing(tree, one, sentence)
    for number in stated(tree.text, whole):
        counted = tree.over(number.at)
        if any(n in bears for n in counted) and not (
            meets_any(number.at, told.condition) or _of_what_comes(tree, one, counted)
        ):
            return _of(number.at, number.range.low, number.range.mid, number.range.high, STATED)
    beside = {m for n in _beside(tree, one.over) for m in (n, *_helps(tree, n))}
    cue = set(tree.over(said.cue)) if said is not None and said.cue is not None else set()
    found: list[tuple[int, bool, int, int, Span, tuple[str, ...]]] = []
    for phrase in table.marks.found(tree.lows, sentence[0], sentence[-1] + 1, "likely"):
        run = range(phrase.first, phrase.stop)
        span = tree.words[phrase.first].span.hull(tree.words[phrase.stop - 1].span)
        near = bears | beside if len(run) >= IDIOM else bears
        held = [n for n in run if n in near or n in cue]
        if held and not any(span.meets(part) for part in away):
            lows = tuple(tree.lows[n] for n in run)
            inner = 0 if any(n in bears for n in run) else 1
            near_by = min(abs(n - one.at) for n in run)
            found.append((inner, bool(MINE & {*lows}), near_by, -len(run), span, lows))
    if not found:
        return _surprised(tree, one) or _should(tree, one)
    *_, at, lows = min(found)
    first = tree.over(at)[0]
    if tree.lows[first - 1 : first] in (["more"], ["less"]):  # than what, nobody says
        return Probability(tree.words[first - 1].span.hull(at))
    known = table.range(lows, scale)
    return _of(at, known.low, known.mid, known.high, scale.value) if known else Probability(at)


def _beside(tree: Tree, at: int) -> Iterator[int]:
    """What stands above, as far as an idiom for the chance of one thing may bear on another.

    Takes: "I would not hold my breath; it may come". Leaves: "a storm is on the cards, and trains will be late".
    """
    for above in tree.up(at):
        who = tree.child(above, "nsubj")
        if tree.relation(at) == "conj" and who is not None and tree.lows[who] not in MINE:
            return
        yield above
        at = above


def _of_what_comes(tree: Tree, one: Future, number: range) -> bool:
    """Whether a number measures what a noun tells the chance of: "10 percent" of "the chance of a fall of 10 percent"."""
    inside = {*tree.below(one.at)} if one.noun and one.rule.startswith("chance") else set()
    last = number[-1]
    opens = {tree.lows[n] for n in tree.children(last, "case")}
    return last in inside and last > one.at and opens == {"of"}


def unhedged(tree: Tree, one: Future, told: Terms, chance: Probability | None) -> Terms:
    """What will come, and by when, without a hedge at either end.

    Takes: "in all probability it won't". Leaves: a hedge that has no number; one in the middle.

    Args:
        tree: of the article.
        one: the words that foretell.
        told: their terms.
        chance: how likely the words make it.
    """
    if chance is None or chance.low is None:
        return told
    hedge = {*tree.over(chance.at)} - {one.at, one.over, *one.because}

    when = {n for span in told.horizon for n in tree.over(span)}

    def bare(spans: Spans, away: set[int]) -> Spans:
        words = [n for span in spans for n in tree.over(span)]
        if not words or not hedge & {words[0], words[-1]} or {*words} <= hedge:
            return spans
        kept = [n for n in words if n not in hedge and tree.words[n].upos != "PUNCT"]
        while (
            kept and words[-1] in hedge and (tree.words[kept[-1]].upos == "ADP" or kept[-1] in away)
        ):
            kept.pop()  # a fall | by Christmas at one in three
        return tree.spans([n for n in words if kept and kept[0] <= n <= kept[-1]])

    return msgspec.structs.replace(
        told, content=bare(told.content, when), horizon=bare(told.horizon, set())
    )


def _of(at: Span, low: float, mid: float, high: float, scale: str) -> Probability:
    return Probability(at, low, mid, high, scale)


def _surprised(tree: Tree, one: Future) -> Probability | None:
    """Takes: "I’d be amazed if" of "I’d be amazed if it came off", which no published scale has a number for."""
    who = tree.subject(one.because[0])
    opens = [n for n in tree.children(one.at, "mark") if tree.lows[n] == "if"]
    if one.rule != "doubted" or who is None or not opens or not who < one.because[0] < opens[0]:
        return None
    return Probability(tree.words[tree.below(who)[0]].span.hull(tree.words[opens[0]].span))


def _should(tree: Tree, one: Future) -> Probability | None:
    """Takes: "prices should ease by May", where it says that it is to be counted on."""
    helps = [n for n in one.because if tree.lows[n] == "should"]
    return Probability(tree.words[helps[0]].span) if helps else None


def _bearing(tree: Tree, one: Future, sentence: Sequence[int]) -> set[int]:
    """The words that bear on what will come: the predicate with its helps, and what governs it, up to the sentence's top."""
    out = {one.at, one.over, *one.because}
    out |= {*_helps(tree, one.at)} | {*_helps(tree, one.over)}
    opens = [n for n in tree.children(one.over, "mark") if tree.lows[n] == "that"]
    out |= {n - 1 for n in opens if _of_chance(tree, n - 1)}  # a one in three chance | that
    at = one.over
    for above in tree.up(one.over):
        relation = tree.relation(at)
        that = any(tree.lows[n] == "that" for n in tree.children(at, "mark"))
        if relation == "conj" and that:
            at = above
            continue
        if relation not in ABOVE and not (relation == "advcl" and that):  # it is likely that …
            break
        if tree.words[at].relation.startswith("acl:relcl") and not that:
            break
        if relation == "nsubj" and not (one.noun or _of_chance(tree, at)):
            break
        out |= {above, *_helps(tree, above)}
        at = above
    return out & {*sentence}


def _of_chance(tree: Tree, at: int) -> bool:
    return at >= 0 and marking("foretelling").tells(tree.lows[at], "chance_noun")


def _helps(tree: Tree, at: int) -> Iterator[int]:
    """The words right under one that can say how likely it is."""
    for n in tree.held[at]:
        relation = tree.relation(n)
        if relation in HELPS:
            yield from (n, *tree.children(n, *DEEPER))
        elif relation == "parataxis" or (relation == "conj" and not tree.is_clause(n)):
            yield from tree.below(n)
        elif relation in ("nsubj", "obl", "obj") and not tree.is_clause(n):
            yield from (m for m in tree.below(n) if len(tree.below(n)) <= SHORT)
        elif relation == "xcomp" and tree.words[n].upos == "ADJ":
            yield n
