"""Claim: what a headline says, apart from who says so and from words that only call for attention; and how surely."""

from collections.abc import Sequence

import msgspec

from hearsay.fidelity.tokens import Token, tokens
from hearsay.language.lexicon import lexicon
from hearsay.language.marking import Marking
from hearsay.language.quotation import quotations
from hearsay.language.senses import senses
from hearsay.reader.acts.resting import resting
from hearsay.reader.headline.family import AGENTS, stem
from hearsay.reader.headline.terms import phrases
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Attribution, Kind
from hearsay.reading.voice import Strength
from hearsay.text.article import Article, Role
from hearsay.text.span import Span, Spans, between

ASKS = frozenset({"why", "what", "how", "who", "when", "where", "which", "whose"})
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PART", "NUM", "PUNCT", "AUX"})
SAYS = frozenset(
    {"say", "says", "said", "warns", "warn", "claims", "claim", "argues", "tells", "hears"}
)
"""What may open the words that say who says it; the others end them."""

DASHES = frozenset({"-", "–", "—"})

HELD_OFF = 3
"""Words of the longest quotation in a headline that holds a word at a distance."""


class Claim(msgspec.Struct, frozen=True):
    """What a headline says.

    Attributes:
        span: the headline.
        strength: how surely it says so.
        signs: the words that decided that.
        words: those that carry meaning, without a kicker and without who says it.
        top: its main predicate in the tree; None where it has none.
        theme: it only names what the article is about.
        said: the attribution in it; None where it has none.
    """

    span: Span
    strength: Strength
    signs: Spans
    words: tuple[Token, ...]
    top: int | None
    theme: bool
    said: Attribution | None


def claim(
    article: Article, tree: Tree, attributions: Sequence[Attribution], marks: Marking
) -> Claim | None:
    """The claim of the headline; None for an article that has none.

    Takes: "Lund: bridge is safe" as "bridge is safe", attributed. Leaves: "CONFIRMED:", which is nobody who speaks.

    Args:
        article: with its blocks.
        tree: of its words.
        attributions: of the article.
        marks: the table of marking.
    """
    block = next(iter(article.of(Role.HEADLINE)), None)
    if block is None:
        return None
    span = _without_kicker(article.text, block.span)
    said = _said(tree, attributions, span)
    signs, strength = _strength(article.text, tree, span, said, marks)
    within = said.content if said and strength is Strength.ATTRIBUTED else (span,)
    run = [n for part in within for n in tree.over(part)]
    tail = _tail(tree, tree.over(span))
    own = [
        word
        for part in within
        for word in heard(article.text, part)
        if carries(word) and not (tail and tail.meets(word.span))
    ]
    run = [n for n in run if not (tail and tail.meets(tree.words[n].span))] or run
    top = tree.top(run)
    theme = not own or _theme(tree, run) or _appeals(tree, top, run)
    top = _deed(tree, top, run)
    return Claim(block.span, strength, signs, tuple(own), top, theme, said)


def _deed(tree: Tree, top: int | None, run: Sequence[int]) -> int | None:
    """The predicate of a claim that is written as headlines are, without the verb that would carry it.

    Takes: "sue" of "Family to sue over boat", "frozen" of "Tram fares frozen". Leaves: "The painter who would not sign".
    """
    if top is None or tree.is_clause(top):
        return top
    for n in tree.children(top, "appos", "parataxis"):
        if n in run and tree.words[n].upos == "VERB" and tree.child(n, "nsubj") is not None:
            return n
    for n in tree.children(top, "acl", "advcl", "xcomp"):
        to = any(tree.lows[m] == "to" for m in tree.children(n, "mark", "aux"))
        bare = tree.words[n].relation == "acl" and not tree.children(n, "mark")
        if n in run and n > top and tree.words[n].upos == "VERB" and (to or bare):
            return n
    return top


def heard(text: str, span: Span) -> tuple[Token, ...]:
    """The words of a stretch as they are spelled, numbers by what they come to: fidelity compares "killed" and "kiled" as one, which stems may not."""
    return tuple(
        word if word.number else msgspec.structs.replace(word, key=word.span.cut(text).lower())
        for word in tokens(text, span)
    )


def carries(word: Token) -> bool:
    """Whether a word carries meaning."""
    return word.number or (word.key[:1].isalnum() and word.key not in lexicon().grammar)


def root(word: Token) -> str:
    """The form under which words of headline and body are matched."""
    return word.key if word.number else stem(word.key)


def _said(tree: Tree, attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """The outermost attribution in the headline of which the content says something.

    Takes: "Council denies it knew of fault"; "Lund: “I am tired”". Leaves: "Council denies request", a deed.
    """
    for one in attributions:
        if not all(span.holds(part) for part in one.content) or one.within:
            continue
        run = tree.inside(one.content)
        clause = any(tree.is_clause(n) for n in run)
        told = one.type in (Kind.COMM, Kind.BELIEF, Kind.FACT) and bool(one.source or one.cue)
        top = tree.top(run)
        to = top is not None and any(tree.lows[n] == "to" for n in tree.children(top, "mark"))
        if told and clause and not to:
            return one
    return None


def _strength(
    text: str, tree: Tree, span: Span, said: Attribution | None, marks: Marking
) -> tuple[Spans, Strength]:
    if "?" in span.cut(text):
        return (span,), Strength.QUESTION
    if said is not None:
        return tuple(sorted((*said.source, *said.cue))), Strength.ATTRIBUTED
    run = tree.over(span)
    sign = _name_and_colon(tree, run) or _tail(tree, run)
    if sign is not None:
        return (sign,), Strength.ATTRIBUTED
    for found in marks.found(
        tree.lows, run.start, run.stop, "modal", "probable", "possible", "evidential"
    ):
        first = tree.words[found.first].span
        month = tree.words[found.first].upos == "PROPN"
        if not month and tree.lows[found.first] not in ("would", "will"):
            return (first.hull(tree.words[found.stop - 1].span),), Strength.HEDGED
    distant = _held_off(text, tree, span) or next(filter(span.holds, resting(tree, marks)), None)
    return ((distant,), Strength.HEDGED) if distant else ((), Strength.ASSERTED)


def _tail(tree: Tree, run: range) -> Span | None:
    """Takes: "…, museum concedes"; "…, says ministry"; "…, inquiry is told"; "…: report"; "… - Ansel police". Leaves: "…, holds off on children"; "…: a life"."""
    dash = next((n for n in reversed(run) if tree.lows[n] in DASHES), None)
    if dash is not None and _behind_dash(tree, run, dash):
        return tree.words[dash].span.hull(tree.words[run[-1]].span)
    colon = next((n for n in reversed(run) if tree.lows[n] == ":"), None)
    if colon is not None and colon in run[NAME:] and 1 <= run.stop - colon - 1 < NAME:
        low = tree.lows[run[-1]]
        if {low, low.removesuffix("s")} & lexicon().nouns.keys():
            return tree.words[colon].span.hull(tree.words[run[-1]].span)
    comma = next((n for n in reversed(run) if tree.lows[n] == ","), None)
    if comma is None or not 2 <= run.stop - comma - 1 <= NAME:  # noqa: PLR2004 - somebody, and a verb
        return None
    after = range(comma + 1, run.stop)
    for verb in (after[-1], after[0]):
        low, word = tree.lows[verb], tree.words[verb]
        told = lexicon().cue(low) or any(sense.pos == "verb" for sense in senses().get(low, ()))
        others = {tree.words[n].upos for n in after if n != verb}
        plural = (
            word.upos == "NOUN"
            and verb == after[-1]
            and tree.words[verb - 1].upos in ("NOUN", "PROPN")
        )
        says = (word.upos in ("VERB", "AUX") or plural) and others <= NAMING
        if told and says and (verb == after[-1] or low in SAYS):
            return tree.words[after[0]].span.hull(tree.words[after[-1]].span)
    return None


def _behind_dash(tree: Tree, run: range, dash: int) -> bool:
    """Whether a headline ends in who says it: "… - Ansel police". Leaves: "… - a life", "… of al-Lund", "… – and then?"."""
    after = range(dash + 1, run.stop)
    if dash not in run[NAME:] or not 1 <= len(after) < NAME:
        return False
    mark = tree.words[dash].span
    apart = tree.words[dash - 1].span.end < mark.start or tree.lows[dash] == "—"
    names = {tree.words[n].upos for n in after} <= {"PROPN", "NOUN", "ADJ"}
    return apart and names and _speaks(tree, after[-1])


def _held_off(text: str, tree: Tree, span: Span) -> Span | None:
    """Takes: ‘killed’; “dear friend”; ‘killed in failed raid’, which has what the headline tells. Leaves: another saying of more words; a title."""
    top = tree.top(tree.over(span))
    for piece in quotations(text, [span]):
        words = heard(text, piece.inner)
        tells = top is not None and tree.is_clause(top) and piece.inner.holds(tree.words[top].span)
        short = len(words) <= HELD_OFF and not any(w.name for w in words)
        if words and (short or (tells and piece.span != span)):
            return piece.span
    return None


def _name_and_colon(tree: Tree, run: range) -> Span | None:
    """Takes: "Varrland: no flights". Leaves: "The painter who would not sign: a life"."""
    for n in run[1:NAME]:
        if tree.lows[n] == ":":
            names = {tree.words[m].upos for m in range(run.start, n)}
            speaks = names <= {"PROPN", "NOUN", "DET"} and _speaks(tree, n - 1)
            return tree.words[run.start].span.hull(tree.words[n].span) if speaks else None
    return None


def _speaks(tree: Tree, at: int) -> bool:
    """Whether a word before a colon may be who says it: "Varrland", "police", "report"; not "riots", or "Shooting" where the body writes "shooting"."""
    low = tree.lows[at]
    single = low.removesuffix("s")
    known = {low, single} & {*lexicon().nouns, *phrases("before_colon")}
    acts = tree.words[at].upos == "NOUN" and single.endswith(AGENTS)
    small = any(tree.words[n].span.cut(tree.text) == low for n in tree.places(low))
    return bool(known) or acts or (tree.words[at].upos == "PROPN" and not small)


NAME = 5
"""Words within which a name and its colon stand."""


def _appeals(tree: Tree, top: int | None, run: Sequence[int]) -> bool:
    """Takes: "Hold Lund to her word". Leaves: "Keeps its word"; "Lund holds on"."""
    if top is None or top != run[0] or tree.words[top].upos != "VERB":
        return False
    return tree.subject(top) is None and not tree.lows[top].endswith(("s", "ed", "ing"))


def _theme(tree: Tree, run: Sequence[int]) -> bool:
    """Takes: "Why the roads matter". Leaves: "Vase a copy", "No deal on fish", which claim."""
    return not run or tree.lows[run[0]] in ASKS


def _without_kicker(text: str, span: Span) -> Span:
    """Takes: "CONFIRMED: Lund resigns". Leaves: "NATO: no troops", which may be who says it."""
    first = next(iter(heard(text, span)), None)
    if first is None or not first.span.cut(text).isupper() or first.span.length < LONG:
        return span
    rest = between(first.span.end, span.end)
    after = rest.cut(text) if rest else ""
    if rest is None or not after.startswith(":"):
        return span
    return rest.trimmed(text, ": ") or span


LONG = 6
"""Letters of the shortest kicker."""
