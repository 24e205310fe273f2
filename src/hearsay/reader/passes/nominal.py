"""Nominal statements: what a noun tells that somebody said, thought or wanted.

"The army’s request to resume the bombing", "the Western claim that he is a tyrant", "statements made by militants on
their plans". The learned reader looks for verbs and sees few of these. Whose it is must be told beside the noun, and
what it is must follow.

Such a noun mostly takes for granted that the thing was said: "Reuters reports that he refused the army’s request" tells
of the request as of a fact. It comes through nobody but the one whose quotation it stands in.

Source: Karttunen (1973) on what presuppositions get through; Pareti (2015) on nominal cues.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.reader.statement import Statement, changed, holder, of_rule
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

RULE = "noun_for_saying"
RIGHT = 0.7
"""How often such a noun is a statement of the one beside it, on our own development articles."""

ABOUT = ("on", "about", "of", "for", "against")
NOBODYS = ("its", "your")
"""Possessives that mean a document as often as a body, or whoever reads."""

LIGHT = ("made", "make", "makes", "making", "issued", "given")
OVER = ("but", "which", "who", "…", "……", "...", "......")


def with_nouns(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements and those that nouns tell; those of the learned reader with the source that stands beside."""
    out = changed(
        told, lambda one: None if _only_named(one, tree, lexicon) else _known(one, tree, lexicon)
    )
    return [*out, *_new(out, tree, lexicon)]


def _only_named(one: Statement, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a noun is only what somebody gives a name to, and tells nothing itself: "called their | complaints | “theatre”"."""
    around = one.within
    if around is None or around.cue is None or one.cue is None or around.cue.meets(one.cue):
        return False
    noun, verb = (tree.top(list(tree.over(cue))) for cue in (one.cue, around.cue))
    what = tree.top(tree.inside(one.content))
    if noun is None or verb is None or what is None or tree.relation(noun) != "obj":
        return False
    beside = tree.relation(what) == "appos" and tree.words[what].head == noun
    named = beside and lexicon.tells(tree.lows[verb], "names_as")
    named = named or tree.words[what].head == verb
    return tree.words[noun].upos == "NOUN" and tree.words[noun].head == verb and named


def _known(one: Statement, tree: Tree, lexicon: Lexicon) -> Statement:
    """A statement whose cue is such a noun, as one that is taken for granted."""
    if one.cue is None or not one.explicit:
        return one
    over = list(tree.over(one.cue))
    at = tree.top(over)
    if at is None or tree.words[at].upos != "NOUN" or not lexicon.tells(tree.lows[at], "nominal"):
        return one
    which = _adjective(tree, at)
    if which is not None and (one.source is None or one.source == tree.words[which].span):
        span = tree.words[which].span.hull(tree.words[at].span)
        what = _what(tree, at)
        longer = what is not None and len(one.content) == 1 and what.holds(one.content[0])
        content = (what,) if longer and what else one.content
        return msgspec.structs.replace(one, source=span, cue=span, content=content, granted=True)
    if one.source is None or not tree.children(at, "nmod"):
        return one
    owner = [n for n in tree.children(at, "nmod") if tree.words[n].relation == "nmod:poss"]
    own = any(one.source.meets(tree.words[n].span) for n in owner)
    return msgspec.structs.replace(one, granted=True) if own else one


def _new(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> Iterator[Statement]:
    cues = [one.cue for one in told if one.cue]
    sources = [one.source for one in told if one.source]
    for at, word in enumerate(tree.words):
        if word.upos != "NOUN" or not lexicon.tells(tree.lows[at], "nominal"):
            continue
        if any(span.meets(word.span) for span in (*cues, *sources)):
            continue
        source, content = _whose(tree, at), _what(tree, at)
        if source is None or content is None or source.meets(content):
            continue
        if any(mark in content.cut(tree.text) for mark in GLYPHS):
            continue
        cue = source if source.holds(word.span) else word.span
        yield of_rule(
            RULE,
            RIGHT,
            source,
            cue,
            (content,),
            entry=lexicon.cue(tree.lows[at]),
            within=holder(told, cue),
            granted=True,
        )


def _adjective(tree: Tree, at: int) -> int | None:
    """The adjective that says whose: "the persistent | Western | claim"."""
    for n in tree.children(at, "amod"):
        if (
            n < at
            and tree.words[n].span.cut(tree.text)[:1].isupper()
            and tree.words[n].upos == "ADJ"
        ):
            return n
    return None


def _whose(tree: Tree, at: int) -> Span | None:
    """Whose noun it is: a possessive, an adjective, "by …", or who makes it."""
    for n in tree.children(at, "nmod"):
        if tree.words[n].relation == "nmod:poss" and n < at:
            return _named(tree, n) if tree.lows[n] not in NOBODYS else None
    which = _adjective(tree, at)
    if which is not None:
        return tree.words[which].span.hull(tree.words[at].span)
    for n in (*tree.children(at, "acl"), at):
        for by in (*tree.children(n, "obl"), *tree.children(n, "nmod")):
            if [tree.lows[case] for case in tree.children(by, "case")] == ["by"]:
                return _named(tree, by)
    verb = tree.words[at].head
    if tree.relation(at) == "obj" and tree.lows[verb] in LIGHT:
        subject = tree.subject(verb)
        return _named(tree, subject) if subject is not None else _controller(tree, verb)
    if any(tree.lows[n] in LIGHT for n in tree.children(at, "amod")):
        return _controller(tree, verb)
    return None


def _controller(tree: Tree, verb: int) -> Span | None:
    """Who is to do what an infinitive tells: of "give our partners a chance to keep promises" the partners."""
    for up in (verb, *tree.up(verb)):
        if tree.words[up].upos not in ("VERB", "AUX"):
            continue
        got = tree.child(up, "iobj")
        if got is not None and up != verb:
            return _named(tree, got)
        if tree.child(up, "nsubj") is not None:
            return None
    return None


def _named(tree: Tree, at: int) -> Span | None:
    """A noun with what hangs on it before it, without the preposition and the possessive mark."""
    held = [n for n in tree.below(at) if tree.words[n].upos not in ("PUNCT", "PART", "ADP")]
    first = at
    while first - 1 in held:
        first -= 1
    last = at
    while last + 1 in held and tree.relation(last + 1) in ("flat", "compound"):
        last += 1
    return tree.words[first].span.hull(tree.words[last].span)


def _what(tree: Tree, at: int) -> Span | None:
    """What the noun is followed by: an infinitive, a clause with "that", or what it is about."""
    for n in (*tree.children(at, "acl"), *tree.children(at, "ccomp")):
        marks = [tree.lows[m] for m in tree.children(n, "mark")]
        if n > at and ("to" in marks or "that" in marks):
            return _rest(tree, at, n)
    if at + 1 < len(tree.words) and tree.lows[at + 1] in (*ABOUT[:2], "to", "that"):
        top = tree.words[at + 1].head
        if top > at + 1 and tree.relation(at + 1) in ("mark", "case"):
            return _rest(tree, at, top)  # right after it, whatever it hangs on in the tree
    acts = [n for n in tree.children(at, "acl") if n > at]
    for n in (
        m
        for held in (at, *acts)
        for m in (*tree.children(held, "nmod"), *tree.children(held, "obl"))
    ):
        case = [tree.lows[m] for m in tree.children(n, "case")]
        if n > at and case and case[0] in ABOUT[:2]:
            return _rest(tree, at, n)
    for n in (
        m
        for held in (at, *acts)
        for m in (*tree.children(held, "acl"), *tree.children(held, "advcl"))
    ):
        marks = [tree.lows[m] for m in (*tree.children(n, "mark"), *tree.children(n, "case"))]
        if n > at and marks and marks[0] in ABOUT[:2]:
            return _rest(tree, at, n)
    return None


def _rest(tree: Tree, at: int, top: int) -> Span | None:
    held = [n for n in tree.below(top) if n > at]
    ends = {_outer(tree, n) for n in held}
    stop = held[0]
    while stop + 1 in held and stop + 1 not in ends:
        if stop >= top and tree.lows[stop + 1] in OVER:
            break  # not between "that women" and "who ask" before their predicate
        stop += 1
    return tree.stretch(range(held[0], stop + 1))


def _outer(tree: Tree, at: int) -> int | None:
    """Where the noun's own predicate begins, which the tree takes for one more clause within: its subject has a copula already.

    Takes: "the claim that he is a tyrant and that he is mad | is a myth". Leaves: "the claim that he is a tyrant and his rule is a disaster".
    """
    subject, own = tree.child(at, "nsubj"), tree.children(at, "cop", "aux")
    if subject is None or not own or not tree.children(subject, "cop") or own[0] < subject:
        return None
    return own[0]
