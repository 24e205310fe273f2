"""Handed on: words that somebody is quoted as saying are his, by whomever he is quoted.

"Lund was quoted by the Courier as saying that it was over", "“We go,” the Courier quoted Lund as saying": the learned reader
takes the outlet for the source, or nobody, and whoever is quoted for a part of what is said.

Source: Pareti (2015) on nested attributions; own.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans, between

MARKS = ("“", "”", '"', "``", "''")
FAR = 30  # words from "quoted" to "as saying", with what is said of who is quoted between them
BY = ("by", "in", "on", "at", "as")
HELPING = ("AUX", "PART", "ADV")
NAMES = ("PROPN", "NOUN", "PRON", "NUM")
PHRASE = (*NAMES, "ADJ", "DET")
PAUSES = " ,:;\n"
ENDS = (".", ",", ";", "!", "?")
RELATIVE = ("which", "who", "that")


class Handed(msgspec.Struct, frozen=True):
    """Somebody who is quoted as saying something.

    Attributes:
        source: whose words they are.
        cue: "was quoted as saying", or without "as saying" where something stands between.
        over: all words of the construction, from who quotes or is quoted to "saying".
        through: who quotes him, where the verb is active.
    """

    source: Span
    cue: Span
    over: range
    through: Span | None


def handed_on(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, those of somebody who is quoted as saying something with him as their source.

    Takes: "| Lund | was quoted by the Courier as saying that it was over"; "“We go,” the Courier quoted | Lund | as saying"; "It was over,
    said the Courier, which quoted | Lund | as saying he went". Leaves: "The agency quoted Lund as saying that it was over", of both; "The law was cited as
    a reason".
    """
    out = list(told)
    for one in _quoted_as_saying(tree, lexicon):
        out = _put_right(out, one, tree)
    return out


def _quoted_as_saying(tree: Tree, lexicon: Lexicon) -> Iterator[Handed]:
    """All who are quoted as saying something."""
    for at in tree.places("as"):
        entry = lexicon.cue(tree.lows[at + 1]) if tree.lows[at + 1 : at + 2] else None
        if entry is None or entry.type != "comm" or not tree.lows[at + 1].endswith("ing"):
            continue
        near = range(at - 1, max(at - 1 - FAR, -1), -1)
        here = (n for n in near if tree.words[n].sentence == tree.words[at].sentence)
        verb = next((n for n in here if lexicon.tells(tree.lows[n], "hands_on")), None)
        made = _handed(verb, at, tree) if verb is not None else None
        if made is not None:
            yield made


def _handed(verb: int, at: int, tree: Tree) -> Handed | None:
    """Who quotes whom: "| the Courier | quoted | Lund | as saying"; or who is quoted: "| Lund | was quoted by the Courier as saying"."""
    passive, first = tree.lows[verb + 1] in BY, verb
    while passive and first and tree.words[first - 1].upos in HELPING:
        first -= 1
    who = _subject(first, verb, tree)
    if who is None:
        return None
    over = range(tree.over(who)[0], at + 2)
    if passive:
        last = at + 1 if at == verb + 1 else verb
        cue = tree.words[first].span.hull(tree.words[last].span)
        return None if who.cut(tree.text).lower() == "it" else Handed(who, cue, over, None)
    quoted, relative = tree.stretch(range(verb + 1, at)), tree.lows[over[0]] in RELATIVE
    by, through = tree.words[verb].head, who
    if relative:  # the Courier, | which | quoted Lund
        through = tree.span(by, tree.children(by, "acl", "case")) or who
    return Handed(quoted, tree.words[verb].span, over, through) if quoted else None


def _subject(first: int, verb: int, tree: Tree) -> Span | None:
    """Who stands before a verb, or before the first word of its passive; nothing of a quotation before him: "“We go,” | Moe | was quoted"."""
    subject = tree.child(verb, "nsubj")
    over = [] if subject is None else [n for n in tree.below(subject) if n < first]
    if over and over[-1] >= first - 2 and not any(tree.lows[n] in MARKS for n in over):
        return tree.stretch(over)
    begin = first
    while begin > 0 and tree.words[begin - 1].upos in (NAMES if begin == first else PHRASE):
        begin -= 1
    return tree.stretch(range(begin, first))


def _put_right(told: list[Statement], handed: Handed, tree: Tree) -> list[Statement]:
    """The statements, with one of whoever is quoted in place of those that the construction was taken for."""
    mine = [one for one in told if one.cue and _meets(one.cue, handed.over, tree)]
    if handed.through and any(one.source and one.source.meets(handed.source) for one in mine):
        return told
    after = tree.lows[handed.over.stop : handed.over.stop + 1]
    near = mine if after and after[0] not in (*ENDS, *BY) else [*mine, *_before(told, handed, tree)]
    found = [(_told(one, handed, tree, after=near is mine), one) for one in near]
    content, base = max(
        found, key=lambda pair: sum(part.length for part in pair[0]), default=((), None)
    )
    if base is None or not content:
        return told
    marked = all(_within_marks(part, tree) for part in content)
    made = msgspec.structs.replace(
        max((*mine, base), key=lambda one: one.confidence),
        source=handed.source, cue=handed.cue, content=content, through=handed.through,
        mode=Mode.DIRECT if marked and base.mode is not Mode.INDIRECT else base.mode,
    )  # fmt: skip
    own, others = (base.cue, base.content), {(one.cue, one.content) for one in mine}

    def put(one: Statement) -> Statement | None:
        if (one.cue, one.content) == own:
            return msgspec.structs.replace(made, within=one.within)
        return None if (one.cue, one.content) in others else one

    return changed(told, put)


def _before(told: Sequence[Statement], handed: Handed, tree: Tree) -> Iterator[Statement]:
    """The quotations of nobody that stand right before a construction."""
    first = handed.over[0]
    for one in told:
        lone = one.cue is None and one.source is None and one.within is None
        if lone and tree.over(one.content[-1]).stop in (first, first - 1):
            yield one


def _meets(span: Span, over: range, tree: Tree) -> bool:
    return any(n in over for n in tree.over(span))


def _told(one: Statement, handed: Handed, tree: Tree, *, after: bool) -> Spans:
    """What of a statement stands after a construction; or before it, with what is quoted after it."""
    first, last = (tree.words[n].span for n in (handed.over[0], handed.over[-1]))
    ahead = [_rest(part.start, min(part.end, first.start), tree) for part in one.content]
    behind = [_rest(max(part.start, last.end), part.end, tree) for part in one.content]
    kept = behind if after else [*ahead, *(p for p in behind if p and _within_marks(p, tree))]
    return tuple(part for part in kept if part is not None)


def _within_marks(part: Span, tree: Tree) -> bool:
    over = tree.over(part)
    return bool(over) and tree.lows[over[0]] in MARKS and tree.lows[over[-1]] in MARKS


def _rest(start: int, end: int, tree: Tree) -> Span | None:
    """The stretch between two places, without pauses at its ends; None where nothing is left."""
    rest = between(start, end)
    return rest.trimmed(tree.text, PAUSES) if rest is not None else None
