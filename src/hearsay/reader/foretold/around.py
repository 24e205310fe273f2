"""Around: where words stand that may foretell, and whose they are."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.judge import Judged
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.text.span import Span


class Around(msgspec.Struct, frozen=True):
    """Where words stand that may foretell.

    Attributes:
        tree: of the article.
        marks: the table of foretelling.
        acts: the table of acts.
        said: the statement whose words they are; None where the author says it.
        judged: what that statement does.
        own: whether a word names whoever speaks.
        nobody: whether whom a word means is not known.
        now: whether the cue is in the present: "says that it would" supposes, "said that it would" foretells.
        known: the words by which the speaker, and whoever he speaks for, is named and described.
        likely: whether words for how likely it is stand by.
        powers: where the article says who decides.
        author: whether the statement is the author's own: "I think …".
        argues: whether the article is one in which the author speaks for himself.
    """

    tree: Tree
    marks: Marking
    acts: Marking
    said: Statement | None
    judged: Judged | None
    own: Callable[[int], bool]
    nobody: Callable[[int], bool]
    known: frozenset[str]
    likely: bool
    now: bool
    powers: Sequence[Span]
    author: bool = False
    argues: bool = True


def described(
    actors: Sequence[Actor], ids: Mapping[str, str], text: str
) -> Callable[[str], frozenset[str]]:
    """The words by which the actor with a key, and whoever he speaks for, is named and described.

    Args:
        actors: of the article.
        ids: key of an actor -> its id.
        text: of the article.
    """
    by_id = {actor.id: actor for actor in actors}

    def words(key: str) -> frozenset[str]:
        own = by_id.get(ids.get(key, ""))
        principal = by_id.get(own.speaks_for or "") if own else None
        told = [
            phrase
            for actor in (own, principal)
            if actor is not None
            for phrase in (actor.name, actor.title or "", *(at.cut(text) for at in actor.mentions))
        ]
        lows = (
            low.removesuffix("’s").removesuffix("'s") for one in told for low in one.lower().split()
        )
        return frozenset(low.strip(",.") for low in lows)

    return words


def in_marks(tree: Tree, at: int) -> bool:
    """Whether a word stands within quotation marks that open in its sentence."""
    inside = False
    for n in reversed(range(tree.sentence(at).start, at + 1)):
        if tree.lows[n] in ("”", "“", '"'):
            inside = tree.lows[n] == "“" or (tree.lows[n] == '"' and not inside)
            if tree.lows[n] != '"':
                return inside
    return inside
