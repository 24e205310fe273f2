"""Handed on: words that somebody is quoted as saying are his, by whomever he is quoted.

"Lund was quoted by the Courier as saying that it was over", "“We go,” Moe was quoted as saying by state television": the
learned reader sees a cue, and takes the outlet for the source, or nobody.

Source: Pareti (2015) on nested attributions; own.
"""

from collections.abc import Mapping, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span

MARKS = ("“", "”", '"', "``", "''")
NEAR = 8  # words from "quoted" to "as saying"


class Handed(msgspec.Struct, frozen=True):
    """Somebody who is quoted as saying something.

    Attributes:
        source: whose words they are.
        cue: "was quoted as saying", or without "as saying" where the outlet stands between.
        saying: "as saying" or its verb alone; None where the words stand by themselves.
    """

    source: Span
    cue: Span
    saying: Span | None


def handed_on(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, those of somebody who is quoted as saying something with him as their source.

    Takes: "| Lund | was quoted by the Courier as saying that it was over"; "“We go,” | Moe | was quoted as saying". Leaves: "The
    agency quoted Lund as saying that it was over", "The law was cited as a reason".

    Args:
        told: the statements.
        tree: of the article.
        lexicon: the tables.
    """
    found = {one.cue: held for one in told if one.cue and (held := _handed(one, tree, lexicon))}
    if not found:
        return [*told]
    whole = {held.cue: held for held in found.values()}
    quoted = {cue: _quoted(told, cue, tree) for cue in found}
    taken = [one.content for one in quoted.values() if one is not None]
    inner = {
        one.within.cue: one
        for one in told
        if one.cue and one.within and one.within.cue in found and _is_saying(one.cue, whole)
    }

    def put_right(one: Statement) -> Statement | None:
        if one.cue is None and one.content in taken:
            return None  # whose it is, is known now
        if one.cue in found and (one.within is None or not _is_saying(one.cue, whole)):
            held, said = found[one.cue], quoted[one.cue] or inner.get(one.cue) or one
            return msgspec.structs.replace(
                one, source=held.source, cue=held.cue, content=said.content, mode=said.mode
            )
        return None if one.cue and one.within and _is_saying(one.cue, whole) else one

    return changed(told, put_right)


def _handed(one: Statement, tree: Tree, lexicon: Lexicon) -> Handed | None:
    """Who is quoted as saying something by a cue."""
    cue = list(tree.over(one.cue)) if one.cue and one.explicit else []
    verb = next((n for n in cue if lexicon.tells(tree.lows[n], "hands_on")), None)
    if verb is None or tree.child(verb, "aux:pass") is None:
        return None
    first = min([verb, *tree.children(verb, "aux:pass", "aux")])
    source = _subject(verb, first, tree)
    if source is None or source.cut(tree.text).lower() == "it":
        return None
    saying = _saying(verb, tree)
    if saying is None and one.mode is not Mode.DIRECT:
        return None
    start = tree.words[first].span
    if saying is None:
        return Handed(source, start.hull(tree.words[verb].span), None)
    as_, said = saying
    stop = said if as_ == verb + 1 else verb
    cue_span = start.hull(tree.words[stop].span)
    return Handed(source, cue_span, tree.words[as_].span.hull(tree.words[said].span))


def _subject(verb: int, first: int, tree: Tree) -> Span | None:
    """Who stands right before "was quoted"; nothing of a quotation before him: "“We go,” | Moe | was quoted"."""
    last = first - 1
    subject = tree.child(verb, "nsubj:pass", "nsubj")
    over = [] if subject is None else tree.below(subject)
    quoted = any(tree.lows[n] in MARKS for n in over)
    if subject is not None and last in over and not quoted:
        return tree.span(subject)
    if last < 0 or tree.words[last].upos not in ("PROPN", "NOUN", "PRON"):
        return tree.span(subject) if subject is not None and not quoted else None
    begin = last
    while begin > 0 and tree.words[begin - 1].upos in ("PROPN", "NOUN", "ADJ", "DET"):
        begin -= 1
    return tree.words[begin].span.hull(tree.words[last].span)


def _saying(verb: int, tree: Tree) -> tuple[int, int] | None:
    """Where "as" and the verb after it stand: "quoted by the Courier | as saying |"."""
    sentence = tree.words[verb].sentence
    for at in range(verb + 1, min(verb + 1 + NEAR, len(tree.words) - 1)):
        if tree.words[at].sentence != sentence:
            return None
        if tree.lows[at] == "as" and tree.lows[at + 1].endswith("ing"):
            return at, at + 1
    return None


def _is_saying(cue: Span, whole: Mapping[Span, Handed]) -> bool:
    """Whether a cue is the "saying" of somebody who is quoted."""
    return any(held.saying is not None and held.saying.holds(cue) for held in whole.values())


def _quoted(told: Sequence[Statement], cue: Span, tree: Tree) -> Statement | None:
    """The quotation of nobody that stands in the sentence of a cue."""
    here = tree.over(cue)
    for one in told:
        over = tree.over(one.content[-1])
        lone = one.cue is None and one.source is None and one.within is None
        if lone and over and here and tree.words[over[-1]].sentence == tree.words[here[0]].sentence:
            return one
    return None
