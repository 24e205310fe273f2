"""Handed on: words that somebody is quoted as saying are his, by whomever he is quoted.

"Lund was quoted by the Courier as saying that it was over", "“We go,” the Courier quoted Lund as saying": the learned reader
takes the outlet for the source, or nobody, and whoever is quoted for a part of what is said.

Source: Pareti (2015) on nested attributions; own.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans, between

MARKS = ("“", "”", '"', "``", "''")
FAR = 30  # words from "quoted" to "as saying", with what is said of who is quoted between them
BY = ("by", "in", "on", "at")
HELPING = ("AUX", "PART", "ADV")
NAMES = ("PROPN", "NOUN", "PRON", "NUM")
PHRASE = (*NAMES, "ADJ", "DET")
BARE = ("quoted", "cited")  # which need no "as saying" after who is quoted
PAUSES = " ,:;\n"


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

    Takes: "| Lund | was quoted by the Courier as saying that it was over"; "“We go,” the Courier quoted | Lund | as saying"; "“We go,” the
    Courier quoted | Lund |". Leaves: "The agency quoted Lund as saying that it was over", of both; "The law was cited as a reason".

    Args:
        told: the statements.
        tree: of the article.
        lexicon: the tables.
    """
    out = list(told)
    for one in _quoted_as_saying(tree, lexicon):
        out = _put_right(out, one, tree)
    return changed(out, lambda one: _bare(one, tree))


def _quoted_as_saying(tree: Tree, lexicon: Lexicon) -> list[Handed]:
    """All who are quoted as saying something."""
    found = []
    for at in tree.places("as"):
        if at + 1 == len(tree.words) or not tree.lows[at + 1].endswith("ing"):
            continue
        near = range(at - 1, max(at - 1 - FAR, -1), -1)
        here = (n for n in near if tree.words[n].sentence == tree.words[at].sentence)
        verb = next((n for n in here if lexicon.tells(tree.lows[n], "hands_on")), None)
        entry = lexicon.cue(tree.lows[at + 1])
        if verb is None or entry is None or entry.type != "comm":
            continue
        passive = verb + 1 == at or tree.lows[verb + 1] in BY
        made = _passive(verb, at, tree) if passive else _active(verb, at, tree)
        found += [made] if made is not None else []
    return found


def _active(verb: int, at: int, tree: Tree) -> Handed | None:
    """Who quotes whom: "| the Courier | quoted | Lund | as saying"."""
    who, quoted = _subject(verb, tree), tree.stretch(range(verb + 1, at))
    if who is None or quoted is None:
        return None
    return Handed(quoted, tree.words[verb].span, range(tree.over(who)[0], at + 2), who)


def _passive(verb: int, at: int, tree: Tree) -> Handed | None:
    """Who is quoted: "| Lund | was quoted by the Courier as saying", "| witnesses | cited as saying"."""
    first = verb
    while first and tree.words[first - 1].upos in HELPING:
        first -= 1
    who = _subject(first, tree, verb)
    if who is None or who.cut(tree.text).lower() == "it":
        return None
    last = at + 1 if at == verb + 1 else verb
    cue = tree.words[first].span.hull(tree.words[last].span)
    return Handed(who, cue, range(tree.over(who)[0], at + 2), None)


def _subject(first: int, tree: Tree, verb: int | None = None) -> Span | None:
    """Who stands before a verb; nothing of a quotation before him: "“We go,” | Moe | was quoted".

    Args:
        first: the verb, or the first of the words of its passive.
        tree: of the article.
        verb: the verb itself, where it stands further on.
    """
    subject = tree.child(first if verb is None else verb, "nsubj:pass", "nsubj")
    over = [] if subject is None else [n for n in tree.below(subject) if n < first]
    if over and over[-1] >= first - 2 and not any(tree.lows[n] in MARKS for n in over):
        return tree.stretch(over)
    last = first - 1
    if last < 0 or tree.words[last].upos not in NAMES:
        return None
    begin = last
    while begin > 0 and tree.words[begin - 1].upos in PHRASE:
        begin -= 1
    return tree.stretch(range(begin, last + 1))


def _put_right(told: list[Statement], handed: Handed, tree: Tree) -> list[Statement]:
    """The statements, with one of whoever is quoted in place of those that the construction was taken for."""
    mine = [one for one in told if one.cue and _meets(one.cue, handed.over, tree)]
    near = [*(one for one in told if _is_lone(one, handed, tree)), *mine]
    follows = any(_is_saying(one, handed, tree) for one in mine)
    ahead = [
        (content, one) for one in near if (content := _before(one, handed, tree)) and not follows
    ]
    if not ahead and handed.through is not None:
        return _after_both(told, mine, handed, tree)
    after = [(content, one) for one in mine if (content := _after(one, handed, tree))]
    content, base = max(ahead or after, key=lambda pair: _length(pair[0]), default=((), None))
    return told if base is None else _made(told, base, mine, content, handed, tree)


def _made(
    told: list[Statement],
    base: Statement,
    mine: Sequence[Statement],
    content: Spans,
    handed: Handed,
    tree: Tree,
) -> list[Statement]:
    """The statements, with one made of the best of some that the others of them give way to."""
    best = max((*mine, base), key=lambda one: one.confidence)
    marked = all(_within_marks(part, tree) for part in content)
    made = msgspec.structs.replace(
        best,
        source=handed.source, cue=handed.cue, content=content, through=handed.through,
        mode=Mode.DIRECT if marked and base.mode is not Mode.INDIRECT else base.mode,
    )  # fmt: skip
    own, others = (base.cue, base.content), {(one.cue, one.content) for one in mine}

    def put(one: Statement) -> Statement | None:
        if (one.cue, one.content) == own:
            return msgspec.structs.replace(made, within=one.within)
        return None if (one.cue, one.content) in others else one

    return changed(told, put)


def _after_both(
    told: list[Statement], mine: Sequence[Statement], handed: Handed, tree: Tree
) -> list[Statement]:
    """The statements, where nothing stands before whoever quotes: what follows is of whoever is quoted, else the clause before is."""
    said = next((one for one in mine if _is_saying(one, handed, tree)), None)
    whom = [
        one
        for one in mine
        if one is not said and any(handed.source.meets(part) for part in one.content)
    ]
    last = tree.words[handed.over.stop - 1]
    if said is not None:
        own = said.source is not None and said.source.meets(handed.source)
        return told if own or not whom else _made(told, said, whom, said.content, handed, tree)
    if whom and (content := _after(whom[0], handed, tree)):
        inner = msgspec.structs.replace(
            whom[0], source=handed.source, cue=last.span, content=content, within=whom[0]
        )
        return [*told, inner]
    first = next(
        n
        for n in range(handed.over[0], -1, -1)
        if not n or tree.words[n - 1].sentence != last.sentence
    )
    clause = tree.stretch(range(first, handed.over[0]))
    if not whom or clause is None or tree.lows[handed.over[0] - 1] != ",":
        return told
    return _made(told, whom[0], whom, (clause,), handed, tree)


def _is_saying(one: Statement, handed: Handed, tree: Tree) -> bool:
    """Whether a statement is that of the "saying" alone, of what follows it."""
    over, stop = tree.over(one.cue) if one.cue else range(0), handed.over.stop
    return (
        bool(over)
        and over.start >= stop - 2
        and over.stop >= stop
        and one.content[0].start > tree.words[stop - 1].span.start
    )


def _meets(span: Span, over: range, tree: Tree) -> bool:
    here = tree.over(span)
    return bool(here) and here.start < over.stop and over.start < here.stop


def _length(content: Spans) -> int:
    return sum(part.length for part in content)


def _is_lone(one: Statement, handed: Handed, tree: Tree) -> bool:
    """Whether a statement is a quotation of nobody that stands right before a construction."""
    if one.cue is not None or one.source is not None or one.within is not None:
        return False
    first = handed.over.start
    return tree.over(one.content[-1]).stop in (first, first - 1)


def _within_marks(part: Span, tree: Tree) -> bool:
    over = tree.over(part)
    return bool(over) and tree.lows[over[0]] in MARKS and tree.lows[over[-1]] in MARKS


def _before(one: Statement, handed: Handed, tree: Tree) -> Spans:
    """What of a statement stands before a construction, and what is quoted after it."""
    first = tree.words[handed.over.start].span.start
    ahead = [
        rest for part in one.content if (rest := _rest(part.start, min(part.end, first), tree))
    ]
    more = [part for part in one.content if not part.start < first and _within_marks(part, tree)]
    return (*ahead, *more) if ahead else ()


def _after(one: Statement, handed: Handed, tree: Tree) -> Spans:
    """What of a statement stands after a construction."""
    last = tree.words[handed.over.stop - 1].span.end
    rest = (_rest(max(part.start, last), part.end, tree) for part in one.content)
    return tuple(part for part in rest if part is not None)


def _rest(start: int, end: int, tree: Tree) -> Span | None:
    """The stretch between two places, without pauses at its ends; None where nothing is left."""
    rest = between(start, end)
    return rest.trimmed(tree.text, PAUSES) if rest is not None else None


def _bare(one: Statement, tree: Tree) -> Statement:
    """A statement of him whom another quotes, without "as saying": "“We go,” the Courier quoted | Lund |"."""
    over = tree.over(one.cue) if one.cue and one.source and one.through is None else range(0)
    if len(over) != 1 or tree.lows[over[0]] not in BARE or len(one.content) < 2:  # noqa: PLR2004 - before and after
        return one
    whom, last = tree.child(over[0], "obj"), one.content[-1]
    ahead = all(tree.over(part).stop <= over[0] for part in one.content[:-1])
    if whom is None or not ahead or tree.span(whom) != last:
        return one
    return msgspec.structs.replace(one, source=last, content=one.content[:-1], through=one.source)
