"""Rebuffs: what somebody asked for, offered or threatened, and another turns away or grants: "brushed aside | calls for an inquiry".

Whatever such a verb does else, of somebody's word to him it is a refusal, or an agreement. Source: Searle (1976); Huddleston & Pullum
(2002), ch. 5, on complements of nouns.
"""

from hearsay.language.marking import Marking
from hearsay.language.senses import senses
from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.slots import agent, deed_of, doer, possessor
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force

BIDS = frozenset({Act.REQUEST, Act.URGE})
ASKED = frozenset({Act.REQUEST, Act.URGE, Act.PROMISE, Act.THREATEN})


def rebuffed(tree: Tree, at: int, said: Statement | None, marks: Marking) -> Bond | None:
    """What a verb turns away, or grants.

    Takes: "brushed aside | calls for an inquiry", "dismissed the ultimatum", "granted | the request", "the request was rejected".
    Leaves: "brushed aside a branch"; "dismissed the charge", which denies it; "dismissed calls as a joke", of which nothing is done;
    "granted her a year".

    Args:
        tree: of the article.
        at: the verb.
        said: the statement whose cue it is; None where it is none's.
        marks: the table of verbs that turn away.
    """
    grants = marks.tells(tree.lows[at], "lets_have")
    if not grants and not marks.tells(tree.lows[at], "turns_away"):
        return None
    passive = tree.child(at, "aux:pass") is not None
    word = tree.child(at, "nsubj:pass") if passive else tree.child(at, "obj")
    if word is None and not passive:  # brushed aside | calls, where a tree takes them for where
        bare = (n for n in tree.children(at, "obl") if n > at and not tree.children(n, "case"))
        word = next(bare, None)
    by = agent(tree, at) if passive else doer(tree, at)
    if word is None or (by is None and not passive) or tree.words[word].upos != "NOUN":
        return None
    asked = BIDS if grants else ASKED
    if not any(s.pos == "noun" and Act(s.act) in asked for s in senses().get(tree.lows[word], ())):
        return None
    deed = deed_of(tree, word)
    if deed == word:
        deed = next((n for n in tree.children(word, "nmod", "acl") if _for(tree, n)), word)
    over = tuple(n for n in (at, word) if n != deed)
    because = (tree.words[at].span,)
    rule = "force_of_cue" if said is not None else "force_of_verb"
    to = possessor(tree, word)
    force = Force.AGREE if grants else Force.REFUSE
    unnamed = by is None
    return Bond(force, deed, because, rule, by=by, to=to, over=over, said=said, unnamed=unnamed)


def _for(tree: Tree, at: int) -> bool:
    return any(tree.lows[n] == "for" for n in tree.children(at, "case", "mark"))
