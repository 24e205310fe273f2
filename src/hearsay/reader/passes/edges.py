"""Edges: what is said is the whole clause that its cue governs, and no word of what others say after it.

The learned reader tags word by word, and now and then keeps of "The council will not sell the field, he said" the field
alone: what was said is lost, its "not" too. The tree knows which clause the verb of saying governs. What stands inside
a content, on the other hand, runs on now and then into what the outer source goes on to say.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.language.quotation import Piece
from hearsay.language.sentences import sentences
from hearsay.page.opening import dateline
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans, between

LONGEST = 60
"""Words of a clause: a longer one is more often a tree gone wrong."""

THAT = "that"
STOPS = (".", ",", "!", "?")
ENDS = " .,;:…"
POINTS = ("this", "that")
SEEMS = ("seems", "appears", "looks")
RELATIVE = ("which", "who")
TWO = 2  # what is named, and what it is called
ASKED = ("our", "us", "comment")  # what is not answered was asked by the author
DRAWN, NOT = "drawn", ("not", "n't")  # who will not be drawn says nothing
DASHES = ("–", "—", "--")
FINITE = ("has", "have", "had", "is", "are", "was", "were", "does", "do", "did", "will", "would")
INTRODUCES = (":", "—", "–", "--", "―")


def whole(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, each with the whole of the clause of which its content is a part.

    Takes: "The council will not sell | the field |, Lund said"; "Lund claimed | that a log |, which he has, shows a fault";
    "he ran, | the jury | was told", which is no part of it. Leaves: "Lund said | the field was dry |"; "Lund denied | the claim | that the field was dry".
    """
    out: list[Statement] = []
    for one in told:
        content = _whole(one, tree) or _untold(one, tree)
        out.append(msgspec.structs.replace(one, content=content) if content else one)
    return [one for one in out if not _swallowed(one, out, told)]


def _whole(one: Statement, tree: Tree) -> Spans | None:
    """The clause of which a content has not the predicate; None where it has it, or there is none."""
    if one.cue is None or not one.explicit or one.mode is Mode.DIRECT:
        return None
    cue = list(tree.over(one.cue))
    verb = tree.top(cue)
    if verb is None or tree.words[verb].upos != "VERB":
        return None
    clause = _governed(tree, verb)
    if clause is None:
        return None
    away = {*cue, *(tree.over(one.source) if one.source else ())}
    told = {*tree.below(clause)} - away
    if tree.words[verb].head == clause:
        told -= {*tree.below(verb)}
    kept = {n for n in tree.inside(one.content) if tree.words[n].upos != "PUNCT"}
    beside = {
        *tree.below(verb)
    } - away  # "…, a step without example", which the tree hangs on the verb
    alone = len(kept) == 1  # "why he should say so"
    if not kept or alone or clause in kept or len(told) > LONGEST or not kept <= told | beside:
        return None
    of_quotations = any(tree.words[n].span.cut(tree.text) in GLYPHS for n in told - kept)
    if of_quotations and one.mode is Mode.INDIRECT:
        return None  # “We win,” said Costa, who also questioned | the plan |
    return tree.spans(sorted(told | kept)) or None


def _untold(one: Statement, tree: Tree) -> Spans | None:
    """A content without those who were told it; None where they are not in it, or what was told is told of them.

    Takes: "| the jury | was told | that he ran |". Leaves: "| the bank | is expected | to close |".
    """
    verb = tree.top(list(tree.over(one.cue))) if one.cue and one.source is None else None
    who = tree.child(verb, "nsubj:pass") if verb is not None else None
    if verb is None or who is None:
        return None
    span, what = tree.span(who), tree.child(verb, "ccomp", "parataxis")
    if what is None or tree.subject(what) is None:
        return None
    rest = tuple(part for part in one.content if part != span)
    return rest if rest and rest != one.content else None


def _governed(tree: Tree, verb: int) -> int | None:
    """The predicate of the clause that a verb tells of: its complement, or what it is put into as an aside."""
    own = tree.child(verb, "ccomp")
    if own is not None:
        return own if tree.is_clause(own) else None
    above = tree.words[verb].head
    told = tree.is_clause(above) and tree.child(above, "nsubj", "csubj", "expl") is not None
    if tree.relation(verb) == "parataxis" and above < verb and told:
        return above
    return None


def apart(
    told: Sequence[Statement], tree: Tree, pieces: Sequence[Piece], lexicon: Lexicon
) -> list[Statement]:
    """The statements without what the learned reader joined to them over the end of a sentence.

    An unquoted content is over where the sentence of its cue is; what a semicolon parts from its cue is none of it.

    Takes: "| The bridge is safe |, Kern insists. | He has driven over it |.", "| The minister said May |; her predecessor thinks | 2031 likelier |". Leaves: "Kern: | It is safe. I drove over it. |", “It is | safe |,”
    Kern said. “I | drove over it |.”

    Args:
        told: the outermost, and those within them.
        tree: the words of the article.
        pieces: its stretches within marks.
        lexicon: the tables.
    """

    def cut(one: Statement) -> Statement:
        around = one.within
        if around is not None and not any(part.holds(one.content[0]) for part in around.content):
            one = msgspec.structs.replace(one, within=around.within)
        if one.cue is None or not one.explicit or _introduces(tree, one.cue):
            return one
        kept = tuple(
            held
            for part in _on_its_side(one.cue, one.content, tree, pieces)
            if (held := _of_its_sentence(one.cue, part, tree, pieces)) is not None
            and (held := _without_comment(one.cue, held, tree, pieces)) is not None
            and (held := _without_disclosure(held, tree, pieces, lexicon)) is not None
            and (held := _without_joined(one.cue, held, tree, pieces)) is not None
        )
        one = msgspec.structs.replace(one, content=kept) if kept else one
        return _parted(one, tree)

    return changed(told, cut)


def _without_comment(cue: Span, part: Span, tree: Tree, pieces: Sequence[Piece]) -> Span | None:
    """A part of a content up to what the author says of it.

    Takes: "| that most turned back |, and that seems to be so", "called it | “theatre” |, which is no word of a man in retreat".
    Leaves: "| that most turned back, and that none came |", "said | it was “theatre”, which would close |".
    """
    held = tree.over(part)
    verb = tree.top(list(tree.over(cue)))
    comment = next((n for n in held if n - 1 in held and _comments(tree, n)), None)
    if comment is not None:
        return tree.stretch(range(held.start, comment - 1))
    if verb is None or len(tree.children(verb, "obj", "xcomp", "ccomp")) < TWO:
        return part
    for piece in pieces:
        after = tree.over(piece.span)
        stop = after.stop if after else 0
        closes = part.holds(piece.span) and stop + 1 in held and tree.lows[stop] == ","
        if closes and tree.lows[stop + 1] in RELATIVE:
            return between(part.start, piece.span.end)
    return part


def _without_disclosure(
    part: Span, tree: Tree, pieces: Sequence[Piece], lexicon: Lexicon
) -> Span | None:
    """A part of a content up to what the author discloses of his own questions.

    Takes: "said | her words had been twisted |, and her staff did not reply to our questions", "said | it was late | and would not
    be drawn on more". Leaves: "said | the mayor had not replied to her, and that he never would |", "said | she would not be drawn |".
    """
    held = tree.over(part)
    for at in held:
        undrawn = tree.lows[at] == DRAWN and any(tree.lows[n] in NOT for n in tree.held[at])
        top = at if undrawn or lexicon.tells(tree.lows[at], "disclosure") else None
        while top is not None and tree.relation(top) == "xcomp":
            top = tree.words[top].head
        if top is None or tree.relation(top) != "conj":
            continue
        if not undrawn and tree.child(top, "nsubj") is None:
            continue
        joins = tree.child(top, "cc")
        asked = undrawn or any(tree.lows[n] in ASKED for n in tree.below(top) if n >= at)
        quoted = any(piece.span.meets(tree.words[at].span) for piece in pieces)
        if joins is not None and joins - 1 in held and asked and not quoted:
            return tree.stretch(range(held.start, joins - (tree.lows[joins - 1] == ",")))
    return part


def _without_joined(cue: Span, part: Span, tree: Tree, pieces: Sequence[Piece]) -> Span | None:
    """A part of a content up to what the source does besides, by a verb that is joined to that of the cue.

    Of a clause with a subject of its own nobody can tell whose the next verb is: "said | that it was late and would stop |".

    Takes: "seeks | more money | and would leave the rest alone", "wants | to rule | but has held that it is free". Leaves: "called on | them
    to go and apologise |", "plans | to sell the mill and pay the debt |".
    """
    held = tree.over(part)
    verb = tree.top(list(tree.over(cue)))
    if verb is None or tree.words[verb].upos != "VERB" or tree.child(verb, "ccomp") is not None:
        return part
    what = tree.child(verb, "xcomp")
    for at in held:
        joins = tree.child(at, "cc")
        if tree.relation(at) != "conj" or joins is None or joins - 1 not in held or joins > at:
            continue
        quoted = any(
            p.span.meets(tree.words[at].span) and p.span.start >= part.start for p in pieces
        )
        if quoted or tree.lows[joins - 1] in DASHES:
            continue  # flowed through – and was set back by – rulings
        above, own = tree.words[at].head, tree.child(at, "nsubj", "mark")
        if above in (verb, what) and own is None and _is_finite(at, tree):
            return tree.stretch(range(held.start, joins - (tree.lows[joins - 1] == ",")))
    return part


def _is_finite(at: int, tree: Tree) -> bool:
    """Whether a predicate has a helping verb that no infinitive has: "| has | maintained", "| would | leave"."""
    return any(tree.lows[n] in FINITE for n in tree.children(at, "aux", "cop"))


def _comments(tree: Tree, at: int) -> bool:
    """Whether a "this" or "that" takes up what was said, and the author says how it looks: "and | that | seems"."""
    points = tree.lows[at] in POINTS and tree.words[at].upos == "PRON"
    joined = tree.relation(at - 1) == "cc" and at + 1 < len(tree.words)
    return points and joined and tree.lows[at + 1] in SEEMS


def _on_its_side(cue: Span, content: Spans, tree: Tree, pieces: Sequence[Piece]) -> Spans:
    """The parts of a content that no semicolon parts from its cue, where there are some and the others are not quoted."""

    def beside(part: Span) -> bool:
        first, last = sorted((tree.over(part), tree.over(cue)), key=lambda over: over.start)
        return not any(tree.lows[n] == ";" for n in range(first.stop, last.start))

    kept = tuple(
        part for part in content if beside(part) or any(p.span.meets(part) for p in pieces)
    )
    return kept if any(map(beside, content)) else content


def _parted(one: Statement, tree: Tree) -> Statement:
    """A statement whose source holds no clause that its cue governs: that is content.

    Takes: "That, says | Dov Levin |, | nobody knows |". Leaves: "says | Dov Levin, who built it |".
    """
    verb = tree.top(list(tree.over(one.cue))) if one.cue and one.source else None
    said = tree.child(verb, "ccomp") if verb is not None else None
    if one.source is None or said is None or not tree.words[said].span.meets(one.source):
        return one
    told = tree.below(said)
    source = tree.stretch([n for n in tree.over(one.source) if n < told[0]])
    more = tree.stretch(told)
    if source is None or more is None or any(part.meets(more) for part in one.content):
        return one
    return msgspec.structs.replace(one, source=source, content=tuple(sorted((*one.content, more))))


def _introduces(tree: Tree, cue: Span) -> bool:
    """Whether all that follows is said: the cue ends in a colon or a dash, or one follows it."""
    at = tree.over(cue)
    return not at or any(low in INTRODUCES for low in tree.lows[at[-1] : at[-1] + 2])


def _of_its_sentence(cue: Span, part: Span, tree: Tree, pieces: Sequence[Piece]) -> Span | None:
    """A part of a content up to the end of the sentence of its cue, where nothing of it is quoted; None where nothing is left."""
    own, held = tree.over(cue), tree.over(part)
    last = tree.words[own[-1]].sentence if own else 0
    later = [n for n in held if tree.words[n].sentence > last]
    if not own or not later or any(p.span.meets(tree.words[n].span) for n in later for p in pieces):
        return part
    return tree.stretch([n for n in held if n < later[0]])


def _swallowed(one: Statement, out: Sequence[Statement], told: Sequence[Statement]) -> bool:
    """Whether a statement's cue stands in a content only now: "he claimed that a log | shows" is not his."""
    return one.cue is not None and any(
        other is not before
        and other is not one
        and any(part.holds(one.cue) for part in other.content)
        for other, before in zip(out, told, strict=True)
    )


def undated(text: str, blocks: Sequence[Span]) -> list[Span]:
    """The blocks, each without the dateline that it begins with: of its words the network makes a part of the first sentence.

    Takes: "PORT HELGA, March 3 — | A pilot left, the jury was told. |".
    """
    lines = [(block, dateline(block.cut(text))) for block in blocks]
    return [
        (between(block.part(line).end, block.end) or block) if line else block
        for block, line in lines
    ]


def bounded(told: Sequence[Statement], tree: Tree, pieces: Sequence[Piece]) -> list[Statement]:
    """The statements inside contents, each ending where what stands around it is taken up again.

    Takes: "(she said that officers asked for | a second opinion |) and that none came"; "(“had somebody shouted |
    ‘Stop!’ |, I would have stopped”)"; "(“he said | it was late |. I left”)". Leaves: "(she said he told her | that it
    was late and that he would go |)".

    Args:
        told: all.
        tree: the words of the article.
        pieces: its stretches within marks.
    """

    def ended(one: Statement) -> Statement:
        around, of_noun = one.within, _of_noun(one, tree)
        if around is None:
            return msgspec.structs.replace(one, content=of_noun) if of_noun else one
        while around.within is not None and not any(
            p.holds(one.content[0]) for p in around.content
        ):
            around = around.within
        content = of_noun or _bounded(one, tree, pieces)
        return msgspec.structs.replace(one, within=around, content=content)

    return changed(told, ended)


def _of_noun(one: Statement, tree: Tree) -> Spans | None:
    """The clause that says what a noun tells of, where the content runs on into what is said of the noun; else None.

    Takes: "Reports | that it moved | were false". Leaves: "Reports | that it moved and was shut |", "the report says | that it moved |".
    """
    noun = tree.top(list(tree.over(one.cue))) if one.cue else None
    if noun is None or tree.words[noun].upos != "NOUN" or not _opens(one.content, tree):
        return None
    clause = tree.child(noun, "acl", "ccomp")
    above = tree.words[noun].head
    held = tree.inside(one.content)
    if clause is None or clause not in held or above not in held or above in tree.below(clause):
        return None
    span = tree.span(clause)
    return (span,) if span is not None and span.start == one.content[0].start else None


def _bounded(one: Statement, tree: Tree, pieces: Sequence[Piece]) -> Spans:
    """The parts of a content up to where it is over."""
    quoted = next((piece for piece in pieces if piece.span.start == one.content[0].start), None)
    if quoted and any(part.holds(quoted.span) for part in one.content):
        more = {piece.span for piece in pieces}
        rest = (part for part in one.content[1:] if part in more)
        return (quoted.span, *rest) if _is_utterance(quoted, tree) else one.content
    for n, part in enumerate(one.content):
        if one.cue and one.cue.before(part) and (end := _end(one, part, tree)) is not None:
            last = between(part.start, end)
            kept = last.trimmed(tree.text, ENDS) if last else None
            return (*one.content[:n], kept) if kept else one.content
    return one.content


def _is_utterance(quoted: Piece, tree: Tree) -> bool:
    """Whether words within marks are a clause with its stop: nothing that is said follows them."""
    held = tree.over(quoted.inner)
    top = tree.top(held)
    stopped = bool(held) and tree.lows[held[-1]] in STOPS
    return stopped and top is not None and tree.is_clause(top)


def _end(one: Statement, part: Span, tree: Tree) -> int | None:
    """Where a part of a content is over before its end: at a new sentence, or at the outer content's next "that"."""
    first, *others = sentences(tree.text, part)
    ends = [first.end] if others else []
    outer = one.within.content if one.within else ()
    if _opens(outer, tree) and not _opens(one.content, tree):
        taken_up = (n for n in tree.over(part) if _takes_up(tree, n))
        ends += [tree.words[n - 1].span.start for n in taken_up]
    return min(ends, default=None)


def _opens(content: Spans, tree: Tree) -> bool:
    """Whether a content is a clause with its "that"."""
    words = tree.inside(content[:1])
    return bool(words) and tree.lows[words[0]] == THAT


def _takes_up(tree: Tree, at: int) -> bool:
    """Whether a "that" opens a second clause: "… and | that | none came"."""
    joins = at > 0 and tree.relation(at - 1) == "cc"
    return tree.lows[at] == THAT and joins and tree.relation(at) == "mark"
