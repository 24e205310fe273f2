"""Asides: who says it, put into the sentence between commas or after it, in the author's words.

"The mayor, he assures, knew everything", "It was never consulted, affirms its director, Thibaud Brisset." The learned reader
misses some of these where no quotation marks stand around what is said.

Source: Huddleston and Pullum (2002), ch. 11 §8.9, on parenthetical reporting verbs.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from hearsay.language.lexicon import Cue, Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.reader.statement import Statement, changed, of_rule
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

RULE = "aside_says_who"
RIGHT = 0.8
"""How often such an aside tells whose words its sentence gives, on our own development articles."""

COMMA = (",",)
HAVE = ("has", "have", "had")
RELATIVE = ("who", "whose", "whom", "which")
ENDS = (",", ".", ";", "—", "–", "…")
SPEAKING = ("person", "organization")
IN_NOUN = ("det", "amod", "compound", "flat", "nmod", "nummod", "case", "appos", "acl")
PLACING = ("on", "in", "at", "via")
TIME = "time"
BESIDE = ("parataxis", "advcl", "ccomp", "acl")  # as the tree has what is put beside a sentence
LONGEST = 12  # words of who says it


def turned(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, each with the source that stands behind its cue between commas in place of one before it.

    Takes: "| Nobody |, said | Pym, had seen it |", which Pym said. Leaves: "| Pym |, said | to be ill |", "| Pym | said | Kern, her rival, had seen it |".
    """
    sources: list[Span] = []

    def mended(one: Statement) -> Statement | None:
        new = _completed(_turned(one, tree), tree)
        if new.source and new.source != one.source:
            sources.append(new.source)
        return new

    out = changed(told, mended)

    def apart(one: Statement) -> Statement | None:
        """What was read as said by somebody in it who says all of it is dropped."""
        spoilt = one.within and one.source and any(s.meets(one.source) for s in sources)
        return None if spoilt and one.within and one.within.source in sources else one

    return changed(out, apart) if sources else out


def _completed(one: Statement, tree: Tree) -> Statement:
    """A statement with what the sentence goes on to say of a subject before the aside.

    Takes: "| No deal |, say officials in Oslo, | has been signed |". Leaves: "| No |, say officials, who have seen it".
    """
    if one.source is None or one.cue is None or not one.content[-1].before(one.cue):
        return one
    said, aside = tree.over(one.content[-1]), tree.over(one.source.hull(one.cue))
    if not said or not aside or aside.start != said.stop + 1 or aside.stop >= len(tree.words):
        return one
    number = tree.words[said[-1]].sentence
    stop = aside.stop if tree.lows[aside.stop - 1] in COMMA else aside.stop + 1
    rest = [n for n in range(stop, len(tree.words)) if tree.words[n].sentence == number]
    parted = tree.lows[said.stop] in COMMA and tree.lows[stop - 1] in COMMA
    if not parted or not rest or any(map(tree.is_clause, said)) or not _predicates(tree, rest):
        return one
    more = tree.stretch(rest)
    return msgspec.structs.replace(one, content=(*one.content, more)) if more else one


def _turned(one: Statement, tree: Tree) -> Statement:
    if one.source is None or one.cue is None or len(one.content) != 1:
        return one
    before, cue, held = tree.over(one.source), tree.over(one.cue), tree.over(one.content[0])
    if not before or not cue or cue.stop != held.start or before.stop + 1 != cue.start:
        return one
    stop = next((n for n in held if tree.lows[n] in COMMA), None)
    if stop is None or tree.lows[before.stop] not in COMMA:
        return one
    who = tree.top(range(held.start, stop))
    rest = [n for n in held if n > stop]
    if who is None or tree.words[who].entity not in SPEAKING or tree.is_clause(who) or not rest:
        return one
    source, more = tree.stretch(range(held.start, stop)), tree.stretch(rest)
    if source is None or more is None or not _predicates(tree, rest):
        return one
    return msgspec.structs.replace(one, source=source, content=(one.source, more))


def _predicates(tree: Tree, rest: Sequence[int]) -> bool:
    """Whether what goes on is what is said of a subject before: it begins with a verb, or with what helps one."""
    return tree.words[rest[0]].upos in ("AUX", "VERB") or tree.relation(rest[0]) == "advmod"


def with_asides(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements and those of asides, which take the place of others with the same cue.

    Who says the aside says nothing else in it: "The council | was warned |, | an inquiry | heard" has nobody who warned.
    """
    new = list(asides(told, tree, lexicon))

    def beside(one: Statement) -> Statement | None:
        if one.cue and any(aside.cue and aside.cue.meets(one.cue) for aside in new):
            return None
        aside = _aside_of(one, new) if one.within is None and one.explicit else None
        if aside is None:
            return one
        source = None if one.source == aside.source else one.source
        return msgspec.structs.replace(one, source=source, within=aside)

    return [*changed(told, beside), *new]


def _aside_of(one: Statement, new: Iterable[Statement]) -> Statement | None:
    """The aside whose sentence a statement stands in."""
    parts = (*([one.cue] if one.cue else ()), *one.content)
    return next((a for a in new if all(any(p.holds(q) for p in a.content) for q in parts)), None)


def asides(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements that asides make of their sentences, where no other has that verb for its cue.

    Takes: "The mayor, | he assures, | knew everything." Leaves: "The plan, proposed by Lund, failed".
    """
    taken = [
        span
        for one in told
        if not _swallows(one)
        for span in (*((one.cue,) if one.cue else ()), *one.content)
    ]
    for _, held in groupby(range(len(tree.words)), key=lambda n: tree.words[n].sentence):
        sentence = list(held)
        for verb in sentence[1:]:
            entry = lexicon.cue(tree.lows[verb])
            if entry is None or not _says(entry, tree, verb) or not _finite(tree, verb):
                continue
            who = _after(tree, verb, sentence) or _before(tree, verb, sentence, lexicon)
            if who is None or any(one.meets(tree.words[verb].span) for one in taken):
                continue
            content = _rest(tree, sentence, min(who[0], verb), max(who[-1], verb))
            source, cue = tree.stretch(who), tree.stretch([*tree.children(verb, "aux"), verb])
            if source is None or cue is None or not _is_said(tree, content):
                continue
            yield of_rule(RULE, RIGHT, source, cue, content, entry=entry)
            break


def _says(entry: Cue, tree: Tree, verb: int) -> bool:
    """Whether a verb of an aside tells whose words they are; "hear" and "know" do where they are put beside a sentence."""
    return (entry.type == "comm" and entry.quotes) or (
        entry.type == "fact" and tree.relation(verb) in BESIDE
    )


def _swallows(one: Statement) -> bool:
    """Whether a statement without a source has who says it for its content, or for a part of it."""
    return (
        one.source is None
        and one.cue is not None
        and one.explicit
        and (one.cue.before(one.content[0]) or len(one.content) > 1)
    )


def _is_said(tree: Tree, content: Spans) -> bool:
    """Whether what is left of the sentence may be what was said: no quotation, and no "Asked about it"."""
    if not content or any(mark in part.cut(tree.text) for part in content for mark in GLYPHS):
        return False
    top = tree.top(list(tree.over(content[0])))
    return top is None or tree.relation(top) != "advcl"


def _finite(tree: Tree, verb: int) -> bool:
    """Whether a verb may be a main one: "assures", "said", "has heard"."""
    low = tree.lows[verb]
    helped = any(tree.lows[n] not in HAVE for n in tree.children(verb, "aux"))
    return (
        tree.words[verb].upos == "VERB"
        and not low.endswith("ing")
        and not helped
        and not tree.children(verb, "mark")
    )


def _after(tree: Tree, verb: int, sentence: Sequence[int]) -> range | None:
    """Who says it, right after a verb that a comma is before: ", affirms | its director, Thibaud Brisset,"."""
    if verb - 1 not in sentence or tree.lows[verb - 1] not in COMMA or verb + 1 not in sentence:
        return None
    for at in tree.children(verb, "nsubj", "obj"):
        if at <= verb or tree.words[at].entity not in SPEAKING or at - verb > LONGEST:
            continue
        first = [
            n
            for n in range(verb + 1, at)
            if tree.words[n].head != at or tree.relation(n) not in IN_NOUN
        ]
        stop = at
        below = set(tree.below(at))
        while (
            stop + 1 in below
            and stop - verb < LONGEST
            and tree.lows[min(stop + 2, sentence[-1])] not in RELATIVE
        ):
            stop += 1
        if not first:
            return range(verb + 1, stop + 1)
    return None


def _before(tree: Tree, verb: int, sentence: Sequence[int], lexicon: Lexicon) -> range | None:
    """Who says it, between a comma and a verb that a comma or the end is after: ", he | assures,", ", a court | heard | on Friday."."""
    after = 1 + max([verb, *_when(tree, verb), *_where(tree, verb, sentence)])
    if after in sentence and tree.lows[after] not in ENDS:
        return None
    at = tree.child(verb, "nsubj")
    if at is None and lexicon.tells(tree.lows[verb - 1], "hears"):
        at = verb - 1  # "a court | heard", which the tree takes for "a court that was heard"
    if at is None or at >= verb or tree.words[at].upos not in ("PRON", "PROPN", "NOUN"):
        return None
    first, below = at, {*tree.below(at)}
    while first - 1 in below and tree.lows[first - 1] not in COMMA:
        first -= 1
    between = [n for n in range(at + 1, verb) if n not in below and tree.words[n].head != verb]
    if between or first - 1 not in sentence or tree.lows[first - 1] not in COMMA:
        return None
    plain = tree.words[at].upos != "PRON" or tree.lows[at] in ("he", "she", "they")
    stop = min([verb, *tree.children(verb, "aux")])
    return range(first, stop) if plain and first - 1 > sentence[0] else None


def _when(tree: Tree, verb: int) -> list[int]:
    """When somebody says it, right after the verb: "on Friday", "yesterday"."""
    at = next((n for n in tree.children(verb, "obl", "advmod") if n > verb), None)
    below = tree.below(at) if at is not None and tree.words[at].entity == TIME else []
    return below if below[:1] == [verb + 1] and len(below) == below[-1] - verb else []


def _where(tree: Tree, verb: int, sentence: Sequence[int]) -> list[int]:
    """Where somebody says it, from right after the verb to the end of the sentence: "on social media", "in a statement"."""
    at = next((n for n in tree.children(verb, "obl") if n > verb), None)
    below = tree.below(at) if at is not None else []
    last = [n for n in sentence if tree.words[n].upos != "PUNCT"][-1:]
    placed = below[:1] == [verb + 1] and below[-1:] == last
    return below if placed and tree.lows[verb + 1] in PLACING else []


def _rest(tree: Tree, sentence: Sequence[int], first: int, last: int) -> Spans:
    """A sentence without an aside: what stands before it, and what goes on after it."""
    after = [n for n in sentence if n > last]
    goes_on = (
        len(after) > 1 and tree.lows[after[0]] in COMMA and tree.lows[after[1]] not in RELATIVE
    )
    parts = [
        tree.stretch([n for n in sentence if n < first]),
        tree.stretch(after) if goes_on else None,
    ]
    return tuple(part for part in parts if part is not None)
