"""Asides: who says it, put into the sentence between commas or after it, in the author's words.

"The mayor, he assures, knew everything", "It was never consulted, affirms its director, Thibaud Brisset." The learned reader
misses some of these where no quotation marks stand around what is said.

Source: Huddleston and Pullum (2002), ch. 11 §8.9, on parenthetical reporting verbs.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.rules import REASONS
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground
from hearsay.text.span import Spans

RULE = "aside_says_who"
RIGHT = 0.8
"""How often such an aside tells whose words its sentence gives, on our own development articles."""

COMMA = (",",)
RELATIVE = ("who", "whose", "whom", "which")
ENDS = (",", ".", ";", "—", "–", "…")
SPEAKING = ("person", "organization")
IN_NOUN = ("det", "amod", "compound", "flat", "nmod", "nummod", "case", "appos", "acl")
MARKS = '“”"«»„'
LONGEST = 12  # words of who says it


def with_asides(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements and those of asides, which take the place of others with the same cue."""
    new = {one.cue: one for one in asides(told, tree, lexicon)}
    now: dict[int, Statement | None] = {id(one): None for one in told if one.cue in new}
    out: list[Statement] = []
    for one in told:
        if id(one) in now:
            continue
        outer = one.within
        within = now.get(id(outer), outer) if outer is not None else None
        kept = msgspec.structs.replace(one, within=within) if within is not outer else one
        now[id(one)] = kept
        out.append(kept)
    return [*out, *new.values()]


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
            if entry is None or entry.type != "comm" or not entry.quotes or not _finite(tree, verb):
                continue
            who = _after(tree, verb, sentence) or _before(tree, verb, sentence)
            if who is None or any(one.meets(tree.words[verb].span) for one in taken):
                continue
            content = _rest(tree, sentence, min(who[0], verb), max(who[-1], verb))
            source = tree.stretch(who)
            if source is None or not _is_said(tree, content):
                continue
            cue = tree.words[verb].span
            yield Statement(
                source=source,
                cue=cue,
                content=content,
                mode=Mode.INDIRECT,
                confidence=RIGHT,
                ground=Ground(f"rule:{RULE}", tuple(sorted({source, cue})), REASONS[RULE]),
                entry=entry,
            )
            break


def _swallows(one: Statement) -> bool:
    """Whether a statement without a source has for its content what comes right after its verb of saying: who says it."""
    return (
        one.source is None
        and one.cue is not None
        and one.explicit
        and one.cue.before(one.content[0])
    )


def _is_said(tree: Tree, content: Spans) -> bool:
    """Whether what is left of the sentence may be what was said: no quotation, and no "Asked about it"."""
    if not content or any(mark in part.cut(tree.text) for part in content for mark in MARKS):
        return False
    top = tree.top(list(tree.over(content[0])))
    return top is None or tree.relation(top) != "advcl"


def _finite(tree: Tree, verb: int) -> bool:
    """Whether a verb may be a main one by itself: "assures", "said"."""
    low = tree.lows[verb]
    return (
        tree.words[verb].upos == "VERB"
        and not low.endswith("ing")
        and not tree.children(verb, "aux", "mark")
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


def _before(tree: Tree, verb: int, sentence: Sequence[int]) -> range | None:
    """Who says it, between a comma and a verb that a comma or the end is after: ", he | assures,"."""
    if verb + 1 in sentence and tree.lows[verb + 1] not in ENDS:
        return None
    at = tree.child(verb, "nsubj")
    if at is None or at >= verb or tree.words[at].upos not in ("PRON", "PROPN", "NOUN"):
        return None
    first = at
    while first - 1 in sentence and tree.words[first - 1].head == at:
        if tree.lows[first - 1] in COMMA:
            break
        first -= 1
    between = [n for n in range(at + 1, verb) if tree.words[n].head not in (at, verb)]
    if between or first - 1 not in sentence or tree.lows[first - 1] not in COMMA:
        return None
    plain = tree.words[at].upos != "PRON" or tree.lows[at] in ("he", "she", "they")
    return range(first, verb) if plain and first - 1 > sentence[0] else None


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
