"""Repeating: whom a pronoun means because the sentence before says the same of somebody, or is somebody's.

"Lund may still be hoping for a deal. Possibly | he | hopes that the vote will help": who hopes is who was hoping. Verbs of
saying tell nothing: several say something after one another. But "Loads crossed, | it | says" goes on with who said the
sentence before.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Kind
from hearsay.text.span import Span, Spans


class Meant(Protocol):
    """What of somebody who can be meant is needed here."""

    @property
    def key(self) -> str:
        """Of the actor."""

    @property
    def heads(self) -> Spans:
        """The words by which it is named."""


def again(
    tree: Tree,
    lexicon: Lexicon,
    pronoun: Span,
    antecedents: Sequence[Meant],
    can: Collection[str],
) -> str | None:
    """The key of the one of whom the sentence before says what is now said of a pronoun; None where there is none.

    Args:
        tree: of the article.
        lexicon: tells verbs that are one.
        pronoun: the subject of its clause.
        antecedents: everybody.
        can: keys of those who can be meant.
    """
    verb = _verb(tree, pronoun)
    meaning = _in_mind(tree, lexicon, verb) if verb is not None else None
    if verb is None or meaning is None:
        return None
    before = tree.words[verb].sentence - 1
    for one in antecedents:
        for head in one.heads if one.key in can else ():
            other = _verb(tree, head)
            near = other is not None and tree.words[other].sentence == before
            if other is not None and near and _in_mind(tree, lexicon, other) == meaning:
                return one.key
    return None


def goes_on(tree: Tree, pronoun: Span, said: Sequence[tuple[Span, str]], own: Spans) -> str | None:
    """The key of the source of the sentence before, for an "it" amid or behind what it says; None for any other.

    Takes: "None was tested, according to a list that the inquiry made. Two fell, | it | says". Leaves: "| It | says that two fell".
    """
    before = max(((at, key) for at, key in said if at.end <= pronoun.start), default=None)
    if before is None or not any(part.start < pronoun.start for part in own):
        return None
    here, there = tree.over(pronoun), tree.over(before[0])
    near = here and there and tree.words[here[0]].sentence - tree.words[there[0]].sentence == 1
    return before[1] if near else None


def _verb(tree: Tree, span: Span) -> int | None:
    """The verb of which a word is the subject."""
    top = tree.top(list(tree.over(span)))
    if top is None or not tree.relation(top).startswith("nsubj"):
        return None
    return tree.words[top].head


def _in_mind(tree: Tree, lexicon: Lexicon, at: int) -> str | None:
    """What a verb says that somebody has in mind; None for all others."""
    cue = lexicon.cue(tree.lows[at])
    return cue.lemma if cue is not None and cue.type != Kind.COMM else None
