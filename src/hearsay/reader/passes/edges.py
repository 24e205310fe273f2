"""Edges: what is said is the whole clause that its cue governs, and no word of what others say after it.

The learned reader tags word by word, and now and then keeps of "The council will not sell the field, he said" the field
alone: what was said is lost, its "not" too. The tree knows which clause the verb of saying governs. What stands inside
a content, on the other hand, runs on now and then into what the outer source goes on to say.
"""

from collections.abc import Sequence
from itertools import islice

import msgspec

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

ENDS = " .,;:…"
COMMENTS = [[that, seems] for that in ("that", "this") for seems in ("seems", "appears", "looks")]
STOPS = (".", ",", "!", "?")
THAT = "that"
INTRODUCES = (":", "—", "–", "--", "―")


def whole(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, each with the whole of the clause of which its content is a part.

    Takes: "The council will not sell | the field |, Lund said"; "Lund claimed | that a log |, which he has, shows a fault". Leaves:
    "Lund said | the field was dry |"; "Lund denied | the claim | that the field was dry".
    """
    out: list[Statement] = []
    for one in told:
        content = _whole(one, tree)
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


def apart(told: Sequence[Statement], tree: Tree, pieces: Sequence[Piece]) -> list[Statement]:
    """The statements without what the learned reader joined to them over the end of a sentence.

    An unquoted content is over where the sentence of its cue is, or where the author says how it looks to him ("and that seems to be
    so"); what a semicolon parts from its cue is none of it.

    Takes: "| The bridge is safe |, Kern insists. | He has driven over it |.", "| The minister said May |; her predecessor thinks | 2031 likelier |". Leaves: "Kern: | It is safe. I drove over it. |", “It is | safe |,”
    Kern said. “I | drove over it |.”

    Args:
        told: the outermost, and those within them.
        tree: the words of the article.
        pieces: its stretches within marks.
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
        )
        return msgspec.structs.replace(one, content=kept) if kept else one

    return changed(told, cut)


def of_subjects(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements that are told of within a subject, without what the sentence goes on to say of that.

    Takes: "the claim | that it is safe | is not true", "calling for | a ban | makes him proud". Leaves: "the claim was | that it is safe |".
    Nothing is left of "his remark | has no place here |", which is no word of his.
    """
    return changed(told, lambda one: _in_subject(one, tree) if one.cue and one.explicit else one)


SUBJECTS = ("nsubj", "csubj")
DEEP = 3  # words over a cue among which the subject is in which it stands
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})


def _in_subject(one: Statement, tree: Tree) -> Statement | None:
    """A statement without the predicate of the subject in which its cue stands; None where that is all of it."""
    cue = tree.over(one.cue) if one.cue else range(0)
    top = tree.top(cue)
    is_it = any(tree.lows[n] in BE for n in cue)
    if top is None or tree.words[top].upos not in ("NOUN", "VERB") or is_it:
        return one
    near = (top, *islice(tree.up(top), DEEP))
    subject = next((n for n in near if tree.relation(n) in SUBJECTS), None)
    inside = [n for n in tree.inside(one.content) if n not in cue]
    after = [n for n in inside if n > cue[-1]]
    if subject is None or tree.words[subject].head not in after or tree.lows[after[0]] in BE:
        return one
    below = {*tree.below(subject)}
    own = [n for n in after if n in below]
    if own:
        return msgspec.structs.replace(one, content=tree.spans([n for n in inside if n <= own[-1]]))
    return None if subject == top and tree.words[top].upos == "NOUN" else one


def _on_its_side(cue: Span, content: Spans, tree: Tree, pieces: Sequence[Piece]) -> Spans:
    """The parts of a content that no semicolon parts from its cue, where there are some and the others are not quoted."""

    def beside(part: Span) -> bool:
        first, last = sorted((tree.over(part), tree.over(cue)), key=lambda over: over.start)
        return not any(tree.lows[n] == ";" for n in range(first.stop, last.start))

    kept = tuple(
        part for part in content if beside(part) or any(p.span.meets(part) for p in pieces)
    )
    return kept if any(map(beside, content)) else content


def _introduces(tree: Tree, cue: Span) -> bool:
    """Whether all that follows is said: the cue ends in a colon or a dash, or one follows it."""
    at = tree.over(cue)
    return not at or any(low in INTRODUCES for low in tree.lows[at[-1] : at[-1] + 2])


def _of_its_sentence(cue: Span, part: Span, tree: Tree, pieces: Sequence[Piece]) -> Span | None:
    """A part of a content up to the end of the sentence of its cue, where nothing of it is quoted; None where nothing is left."""
    own, held = tree.over(cue), tree.over(part)
    last = tree.words[own[-1]].sentence if own else 0
    later = [n for n in held if tree.words[n].sentence > last or _comments(tree, n)]
    if not own or not later or any(p.span.meets(tree.words[n].span) for n in later for p in pieces):
        return part
    return tree.stretch([n for n in held if n < later[0]])


def _comments(tree: Tree, at: int) -> bool:
    """Whether what was said is taken up, and the author says how it looks: "…, | and | that seems"."""
    return tree.relation(at) == "cc" and tree.lows[at + 1 : at + 3] in COMMENTS


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

    Takes: "(she said that officers asked for | a second opinion |) and that none came"; "(“had somebody shouted | ‘Stop!’ |, I
    would have stopped”)"; "(“he said | it was late |. I left”)". Leaves: "(she said he told her | that it was late and that he would go |)".

    Args:
        told: all.
        tree: the words of the article.
        pieces: its stretches within marks.
    """

    def ended(one: Statement) -> Statement:
        around = one.within
        if around is None:
            return one
        while around.within is not None and not any(
            p.holds(one.content[0]) for p in around.content
        ):
            around = around.within
        content = _bounded(one, tree, pieces)
        return msgspec.structs.replace(one, within=around, content=content)

    return changed(told, ended)


def _bounded(one: Statement, tree: Tree, pieces: Sequence[Piece]) -> Spans:
    """The parts of a content up to where it is over."""
    quoted = next((piece for piece in pieces if piece.span.start == one.content[0].start), None)
    if quoted and any(part.holds(quoted.span) for part in one.content):
        return (quoted.span,) if _is_utterance(quoted, tree) else one.content
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
    return bool(held) and tree.lows[held[-1]] in STOPS and top is not None and tree.is_clause(top)


def _end(one: Statement, part: Span, tree: Tree) -> int | None:
    """Where a part of a content is over before its end: at a new sentence, or at the outer content's next "and that"."""
    first, *others = sentences(tree.text, part)
    ends = [first.end] if others else []
    if _opens(one.within.content if one.within else (), tree) and not _opens(one.content, tree):
        taken_up = (n for n in tree.over(part) if _takes_up(tree, n))
        ends += [tree.words[n - 1].span.start for n in taken_up]
    return min(ends, default=None)


def _opens(content: Spans, tree: Tree) -> bool:
    """Whether a content is a clause with its "that"."""
    words = tree.inside(content[:1])
    return bool(words) and tree.lows[words[0]] == THAT


def _takes_up(tree: Tree, at: int) -> bool:
    """Whether a "that" opens a second clause: "… and | that | none came"."""
    return tree.lows[at] == THAT and tree.relation(at - 1) == "cc" and tree.relation(at) == "mark"
