"""Asides: who says it, put after the sentence behind a comma: "The mayor knew, an inquiry heard", in the author's words.

The learned reader misses some of these where no quotation marks stand around what is said, in headlines above all.

Source: Huddleston and Pullum (2002), ch. 11 §8.9, on parenthetical reporting verbs.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from hearsay.language.lexicon import Cue, Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.reader.statement import Statement, changed, of_rule
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

RULE = "aside_says_who"
RIGHT = 0.8
"""How often such an aside tells whose words its sentence gives, on our own development articles."""

COMMA = (",",)
BESIDE = ("parataxis", "advcl", "ccomp", "acl")  # as the tree has what is put beside a sentence
NAMING = ("PROPN", "NOUN")


def with_asides(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements and those of asides, which take the place of others with the same cue.

    Who says the aside says nothing else in it: "The council | was warned |, | an inquiry | heard" has nobody who warned.
    """
    new = list(_asides(told, tree, lexicon))

    def beside(one: Statement) -> Statement | None:
        if one.cue and any(aside.cue and aside.cue.meets(one.cue) for aside in new):
            return None
        aside = next((a for a in new if a.content[0].holds(one.cue or one.content[0])), None)
        if aside is None or one.within is not None or not one.explicit:
            return one
        source = None if one.source == aside.source else one.source
        content = tuple(
            s for s in one.content if aside.source is None or s.start != aside.source.start
        )
        return msgspec.structs.replace(one, source=source, within=aside, content=content)

    return [*changed(told, beside), *new]


def _asides(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements that asides make of their sentences, where no other has that verb for its cue, nor tells it in one stretch with more.

    Takes: "The mayor knew everything, | an inquiry | heard | on Friday." Leaves: "The plan, proposed by Lund, failed".
    """
    for _, held in groupby(range(len(tree.words)), key=lambda n: tree.words[n].sentence):
        sentence = list(held)
        verb = _last_verb(tree, sentence, lexicon)
        who = _before(tree, verb, sentence[0], lexicon) if verb is not None else None
        if verb is None or who is None:
            continue
        content, source = tree.stretch(range(sentence[0], who.start)), tree.stretch(who)
        if source is None or any(_has(one, tree.words[verb].span, source) for one in told):
            continue
        cue = tree.stretch([*tree.children(verb, "aux"), verb])
        if cue is None or content is None:
            continue
        asked = tree.relation(tree.top([n for n in sentence if n < who[0]]) or 0) == "advcl"
        if not asked and not any(mark in content.cut(tree.text) for mark in GLYPHS):
            entry = lexicon.cue(tree.lows[verb])
            yield of_rule(RULE, RIGHT, source, cue, (content,), entry=entry)


def _has(one: Statement, verb: Span, source: Span) -> bool:
    """Whether a statement has the verb of an aside rightly: with a source of its own, or among more that is told."""
    if one.cue is None:
        return False
    if one.cue.meets(verb):
        return one.source is not None and one.cue.start != source.start
    return any(span.meets(verb) and span.start != source.start for span in one.content)


def _last_verb(tree: Tree, sentence: Sequence[int], lexicon: Lexicon) -> int | None:
    """The verb of saying with which a sentence ends, but for when it was said: "heard", "has heard on Friday"."""
    wordy = [n for n in sentence if tree.words[n].upos != "PUNCT"]
    while len(wordy) > 1 and any(
        tree.words[n].entity == "time" for n in (wordy[-1], tree.words[wordy[-1]].head)
    ):
        wordy.pop()
    verb = wordy[-1] if wordy else sentence[0]
    entry = lexicon.cue(tree.lows[verb])
    says = entry is not None and tree.words[verb].upos == "VERB" and _says(entry, tree, verb)
    return verb if says and not tree.lows[verb].endswith("ing") else None


def _says(entry: Cue, tree: Tree, verb: int) -> bool:
    """Whether a verb of an aside tells whose words they are; "hear" and "know" do where they are put beside a sentence."""
    beside = entry.type == "fact" and tree.relation(verb) in BESIDE
    return (entry.type == "comm" and entry.quotes) or beside


def _before(tree: Tree, verb: int, first: int, lexicon: Lexicon) -> range | None:
    """Who says it, between a comma and the verb: ", | a court | has heard"."""
    bare = (n for n in tree.children(verb, "obl") if tree.child(n, "case") is None)
    at = tree.child(verb, "nsubj") or next(bare, None)  # the first day of the inquiry | heard
    if at is None and lexicon.tells(tree.lows[verb - 1], "hears"):
        at = verb - 1  # "a court | heard", which the tree takes for "a court that was heard"
    if at is None or at >= verb or tree.words[at].upos not in NAMING:
        return None
    begin, below = at, {*tree.below(at)}
    while begin - 1 in below and tree.lows[begin - 1] not in COMMA:
        begin -= 1
    stop = min([verb, *tree.children(verb, "aux")])
    right = begin - 1 > first and tree.lows[begin - 1] in COMMA
    return range(begin, stop) if right and all(n in below for n in range(at + 1, stop)) else None
