"""Outright: what the author of an article of opinion himself urges.

Source: Searle (1976) on directives; own.
"""

from collections.abc import Iterator, Sequence

from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.slots import somebody
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

ADVICE = frozenset({"should", "ought"})
DUTY = ADVICE | {"must"}
OPENS = frozenset({"if", "whether", "why", "how", "what", "who", "when", "where", "which", "that"})
LEAST = 2
"""Times that an article says what should be done before it is one of opinion."""


def urged(tree: Tree, told: Sequence[Statement]) -> Iterator[Bond]:
    """What the author of an article of opinion says that somebody should do.

    Takes: "The board should | reopen the road. It must | pay for it." Leaves: "Drivers must | file a report", said once, of a
    law; "the ferry should be late"; what somebody else says.
    """
    found = [bond for at in tree.holding("aux") if (bond := _urged(tree, at))]
    spans = [part for one in told for part in one.content]
    own = [one for one in found if not any(part.meets(one.because[0]) for part in spans)]
    advice = [one for one in own if one.because[0].cut(tree.text).lower() in ADVICE]
    if len(advice) >= LEAST:
        yield from own


def _urged(tree: Tree, at: int) -> Bond | None:
    duty = next((n for n in tree.children(at, "aux") if tree.lows[n] in DUTY), None)
    who = tree.child(at, "nsubj")
    if duty is None or who is None or duty < who or not somebody(tree, who):
        return None
    helps = {tree.lows[n] for n in tree.children(at, "aux", "cop")}
    other = bool(helps & {"have", "be"}) or tree.words[at].upos != "VERB"
    opens = {tree.lows[n] for n in tree.children(at, "mark", "advmod")} & OPENS
    asked = tree.lows[max(tree.below(at))] == "?"
    if other or opens or asked or tree.lows[who] in ("i", "it", "this", "that", "who", "which"):
        return None
    by_author = Bond(
        Force.URGE, at, (tree.words[duty].span,), "force_of_words", to=who, author=True
    )
    return by_author if tree.relation(at) in ("root", "conj", "parataxis") else None
