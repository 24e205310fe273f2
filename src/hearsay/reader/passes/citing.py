"""Citing: on whom an outlet relies for what it reports, who is a link of the chain and no statement of the outlet's own.

"The Courier, citing two officials, reported that it was over": the learned reader gives the officials as what is cited.

Source: Pareti (2015) on nested attributions; own.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed, outer_of
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

CITING = ("citing", "quoting")
SPEAKING = ("person", "organization")
SAYS = ("group", "person", "document", "organisation")
NAMING = ("NOUN", "PROPN")
OUTLETS = ("outlet", "any_outlet", "outlet_name")
REPORTS = ("report", "reports", "reported", "reporting")
CLAUSE = ("that", "who", "whom", "which")  # open a clause that says more
AS = "as"
COMM = "comm"
LONGEST = 25  # words of whom somebody cites


def citing(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements of outlets, each with whom the outlet cites for it, and none that only says whom.

    Takes: "the Courier reported | that it was over |, citing | two officials |". Leaves: "the minister, citing | a study |, said so"; "the
    Courier reported it, citing | security concerns |"; "without citing | sources |".

    Args:
        told: the statements.
        tree: of the article.
        lexicon: the tables.
    """
    out = [*told]
    for low in CITING:
        for at in tree.places(low):
            whom = _whom(at, tree, lexicon)
            if whom is not None:
                out = _cited(out, at, whom, tree, lexicon)
    return out


def _whom(at: int, tree: Tree, lexicon: Lexicon) -> Span | None:
    """Who is cited by a word; None where it is nobody who can say something: "citing | his vow |", "without citing sources"."""
    after = (n for n in range(at + 1, len(tree.words)) if tree.words[n].upos in NAMING)
    what = tree.child(at, "obj") or next(after, None)
    if what is None or what < at or tree.child(at, "mark") is not None:
        return None
    whose = tree.children(what, "nmod:poss")
    noun = lexicon.nouns.get(tree.lows[what])
    press = lexicon.tells(tree.lows[what], *OUTLETS)
    says = press or tree.words[what].entity in SPEAKING or (noun is not None and noun.kind in SAYS)
    if not says or any(tree.words[n].upos == "PRON" for n in whose):
        return None
    first = at + 1 + (tree.words[at + 1].upos == "PUNCT")  # citing “sources close to …”
    ends = (n for n in range(first, len(tree.words)) if _ends(tree, n))
    stop = next(ends, len(tree.words))
    says = tree.lows[stop : stop + 1] == [AS]  # quoting | a cousin | as saying that …
    return tree.stretch(range(first, stop)) if what < stop <= first + LONGEST and not says else None


def _ends(tree: Tree, at: int) -> bool:
    """Whether somebody who is cited is named in full before a word: at a pause, or where a clause says more of him."""
    return tree.words[at].upos == "PUNCT" or tree.lows[at] in (*CLAUSE, AS)


def _cited(
    told: list[Statement], at: int, whom: Span, tree: Tree, lexicon: Lexicon
) -> list[Statement]:
    """The statements, with whom an outlet cites by a word."""
    word = tree.words[at].span
    here = [one for one in told if _reports(one, at, tree, lexicon)]
    main = [one for one in here if one.cue != word] or [
        one for one in here if _of_verb(one, at, tree)
    ]
    best = min(main, key=lambda one: abs(_first(one, tree) - at), default=None)

    def put(one: Statement) -> Statement | None:
        if best is not None and (one.cue, one.content) == (best.cue, best.content):
            return _without(msgspec.structs.replace(one, cites=whom), at, whom, tree)
        return None if one.cue == word and here else one

    return changed(told, put)


def _first(one: Statement, tree: Tree) -> int:
    """The first word of a cue."""
    return next(iter(tree.over(one.cue)), 0) if one.cue else 0


def _without(one: Statement, at: int, whom: Span, tree: Tree) -> Statement:
    """A statement without the word that cites in its cue, and without whom it cites in what is said.

    Takes: "the Courier | reported on Monday, citing | two officials, that it was over |".
    """
    over = tree.over(one.cue) if one.cue else range(0)
    if at not in over:
        return one
    above = tree.words[tree.words[at].head].span
    cue = tree.stretch(range(over.start, at)) or above
    rest = (
        tree.stretch([n for n in tree.over(part) if n not in tree.over(whom)])
        for part in one.content
    )
    content = tuple(part for part in rest if part is not None)
    return msgspec.structs.replace(one, cue=cue, content=content or one.content)


def _of_verb(one: Statement, at: int, tree: Tree) -> bool:
    """Whether a word that cites was taken for the cue of what another verb reports: "reported, | citing | two officials, that …"."""
    above = tree.words[at].head
    more = len(tree.inside(one.content)) > len(tree.below(at))
    return tree.lows[above] in REPORTS and (
        more or any(tree.lows[n] == "that" for n in tree.inside(one.content))
    )


def _reports(one: Statement, at: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a statement is an outlet's, in the sentence of a word that cites, which is no part of what is said."""
    word = tree.words[at].span
    if any(part.holds(word) for part in one.content):
        return False
    if not all(any(part.holds(word) for part in outer.content) for outer in outer_of(one)):
        return False
    cue, source = (tree.over(span) if span else range(0) for span in (one.cue, one.source))
    says = one.explicit and one.entry is not None and one.entry.type == COMM
    if not says or not cue or not source or tree.words[cue[0]].sentence != tree.words[at].sentence:
        return False
    lows = [tree.lows[n] for n in source]
    whole = " ".join(lows)
    press = any(lexicon.tells(low, *OUTLETS) for low in (*lows, whole))
    name = all(tree.words[n].upos == "PROPN" and tree.lows[n] not in lexicon.given for n in source)
    return press or (name and any(tree.lows[n] in REPORTS for n in cue))
