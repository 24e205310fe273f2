"""Disputes: who says of a claim that it is not so.

"The Western claim that he is a tyrant is a myth": the author. "She dismissed the firm’s claim that nothing was known":
she. The words that say so are the claim's predicate, or the verb whose object it is. Who dismisses a plea, a demand or an
offer says nothing of what is so, and disputes nothing.
"""

from collections.abc import Mapping, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, outer_of
from hearsay.reader.tree import Tree

AUTHOR = "author"


def disputed(
    told: Sequence[Statement], speakers: Mapping[int, str | None], tree: Tree, lexicon: Lexicon
) -> dict[int, str]:
    """For a statement, by its id(), the key of whoever disputes it; "author" for the author.

    Args:
        told: the statements.
        speakers: id() of a statement -> key of its speaker.
        tree: of the article.
        lexicon: the tables.
    """
    out: dict[int, str] = {}
    for one in told:
        noun = tree.top(list(tree.over(one.cue))) if one.cue else None
        if (
            noun is None
            or tree.words[noun].upos != "NOUN"
            or not lexicon.tells(tree.lows[noun], "claims")
        ):
            continue
        if not _untrue(tree, noun, one, lexicon):
            continue
        whose = (speakers.get(id(outer)) for outer in outer_of(one))
        who = next((key for key in whose if key is not None), None)
        if who != speakers.get(id(one)):
            out[id(one)] = who or AUTHOR
    return out


def _untrue(tree: Tree, noun: int, one: Statement, lexicon: Lexicon) -> bool:
    """Whether the words around a claim say that it is not so."""
    predicate = _predicate(tree, noun, one)
    if predicate is None:
        return tree.relation(noun) == "obj" and lexicon.tells(
            tree.lows[tree.words[noun].head], "disputes"
        )
    told = lexicon.tells(tree.lows[predicate], "untrue")
    return told and not any(
        tree.lows[n] in ("not", "n't") for n in tree.children(predicate, "advmod")
    )


def _predicate(tree: Tree, noun: int, one: Statement) -> int | None:
    """What is said of a claim: what the copula behind its content leads to, though the tree may have lost its subject."""
    over = [*tree.over(one.content[-1])] if one.content else []
    behind = over[-1] + 1 if over else len(tree.words)
    if behind < len(tree.words) and tree.relation(behind) == "cop":
        return tree.words[behind].head
    return tree.words[noun].head if tree.relation(noun) == "nsubj" else None
