"""Bare answers: a verb alone that agrees to, or refuses, what was asked for just before.

"The mediator asked both to keep silent. Both agreed." Source: Halliday & Hasan (1976), Cohesion in English, ch. 4, on ellipsis.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hearsay.language.senses import Sense
from hearsay.reader.acts.bond import FORCES, Bond
from hearsay.reader.acts.slots import doer
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force

ASKS = (Force.REQUEST, Force.URGE)
ANSWERS = (Act.AGREE, Act.REFUSE)
FILLED = ("obj", "xcomp", "ccomp", "iobj", "obl", "advcl", "compound:prt", "aux:pass", "acl")
THOSE = frozenset({"both", "each", "all", "either", "they"})
"""Who answers, where those who were asked do."""

NEAR = 1  # sentences from what was asked to what answers it


def bare_answers(
    tree: Tree, asked: Sequence[Bond], known: Mapping[str, tuple[Sense, ...]]
) -> Iterator[Bond]:
    """What verbs that stand alone answer.

    Takes: "Moe asked them to wait. Both | agreed.". Leaves: "Both agreed on a price"; "Both agreed", where nothing was asked.

    Args:
        tree: of the article.
        asked: what else binds in it.
        known: form -> senses.
    """
    for at, word in enumerate(tree.words):
        if word.upos != "VERB" or tree.relation(at) not in ("root", "conj", "parataxis"):
            continue
        acts = {Act(s.act) for s in known.get(tree.lows[at], ()) if s.pos == "verb"} & {*ANSWERS}
        helps = {tree.lows[n] for n in tree.children(at, "aux", "advmod", "cop")}
        if not acts or helps - {"has", "have", "had", "at", "once", "then", "immediately"}:
            continue
        if len(acts) > 1 or tree.child(at, *FILLED) is not None or doer(tree, at) is None:
            continue
        before = [
            one
            for one in asked
            if one.force in ASKS
            and one.because[0] < word.span
            and 0 <= word.sentence - tree.words[one.action].sentence <= NEAR
        ]
        if before:
            last, because, who = before[-1], (word.span,), doer(tree, at)
            who = last.to if who is not None and tree.lows[who] in THOSE else who
            yield msgspec.structs.replace(
                last, force=FORCES[acts.pop()], because=because, rule="force_of_verb",
                by=who, doer=None, to=last.by, said=None, unnamed=False, time=(),
            )  # fmt: skip
