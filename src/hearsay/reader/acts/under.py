"""Under: what somebody will do, or will not, by a deal, a law or a plan that the author tells of.

"Under the framework, Sound Lines will bring forward a pay review and will not dismiss any of the deckhands." Who agreed to it
promises, or refuses; what a law lays down it bids, or forbids; by a plan somebody intends.

Source: Searle (1976) for commissives; own, after the guidelines of gold/acts.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.bond import Bond
from hearsay.reader.acts.clauses import NOBODY, NOT, is_somebody
from hearsay.reader.acts.helping import WILL, WOULD
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

BY_RULE = {
    "dealt_under": (Force.PROMISE, Force.REFUSE),
    "planned_under": (Force.INTEND, Force.REFUSE),
    "lays_down": (Force.URGE, Force.FORBID),
}
"""What "will" and "will not" do under the nouns of a class of the table."""


def under(tree: Tree, at: int, said: frozenset[int], marks: Marking) -> Bond | None:
    """What somebody will do, or will not, under what was agreed or laid down.

    Takes: "Under the deal, the firm will pay", "As part of the settlement the firm will not sue", "In return, the union will
    end its strike", "Under the pact all prisoners will be freed". Leaves: "Under the bridge, boats will pass"; "Under the deal,
    prices will rise"; what somebody says.

    Args:
        tree: of the article.
        at: the verb.
        said: the words of all that is attributed.
        marks: the table of what lays down.
    """
    helps = {tree.lows[n]: n for n in tree.children(at, "aux")}
    will = next((helps[low] for low in helps if low in WILL), None)
    if will is None or at in said or tree.words[at].upos != "VERB" or "have" in helps:
        return None
    found = _ruled(tree, at, marks)
    who = tree.subject(at)
    if found is not None and who is not None and (due := _has_to(tree, at)) is not None:
        return _owed(tree, will, due, who, found[0])
    if tree.lows[will] in WOULD:
        return None
    if found is None or who is None or who > at or _befalls(tree, at, marks):
        return None
    rule, kind, phrase = found
    passive = tree.child(at, "aux:pass") is not None
    if not passive and not _does(tree, who):
        return None
    if passive and (kind == "planned_under" or marks.tells(tree.lows[at], "suffered")):
        return None
    no = [n for n in (*tree.held[at], *tree.held[who], who) if tree.lows[n] in NOT | NOBODY]
    kind = "lays_down" if passive else kind
    if rule is None and kind == "lays_down":
        return None  # in return, they will be freed: nothing is named that bids it
    force = BY_RULE[kind][bool(no)]
    off = {
        will,
        *(n for n in no if n != who),
        *phrase,
        *_others(tree, at),
        *_of_rule(tree, at, who),
    }
    off |= set() if passive else {*tree.below(who)}
    because = [tree.words[will].span, *([tree.words[rule].span] if rule is not None else [])]
    bids = kind == "lays_down"
    return Bond(
        force, at, tuple(because), "force_of_document" if bids else "force_of_deal",
        frozenset(tree.below(at)) - off, by=rule if bids else who,
        to=who if bids and not passive and not no else None, whole=passive,
    )  # fmt: skip


def _ruled(tree: Tree, at: int, marks: Marking) -> tuple[int | None, str, frozenset[int]] | None:
    """What a verb, or the one that it is joined to, stands under: the noun, its class, and the words of the phrase."""
    above = at
    while tree.relation(above) == "conj" and tree.child(above, "nsubj", "nsubj:pass") is None:
        above = tree.words[above].head
    if tree.relation(above) not in ("root", "conj", "parataxis"):
        return None
    told = [n for n in tree.children(above, "advcl") if n < above and _is_bare(tree, n)]
    for noun in (
        *tree.children(above, "obl"),
        *(n for one in told for n in tree.children(one, "obl")),
    ):
        opens = " ".join(tree.lows[n] for n in range(min(tree.below(noun)), noun + 1))
        phrase = frozenset(tree.below(noun))
        if opens == "in return":
            return None if noun > above else (None, "dealt_under", phrase)
        of = tree.child(noun, "nmod")
        inner = of if opens in ("as part", "under the terms", "by the terms") else None
        ruling = inner if inner is not None else noun
        cases = {tree.lows[n] for n in tree.children(noun, "case")}
        kind = next((kind for kind in BY_RULE if marks.tells(tree.lows[ruling], kind)), None)
        if kind is not None and (cases & {"under"} or inner is not None):
            return ruling, kind, phrase
    return None


def _has_to(tree: Tree, at: int) -> int | None:
    """What somebody will have to do: "will have to | report". Leaves: "will have a rest"."""
    due = tree.child(at, "xcomp") if tree.lows[at] in ("have", "need") else None
    to = due is not None and any(tree.lows[n] == "to" for n in tree.children(due, "mark"))
    return due if to else None


def _owed(tree: Tree, will: int, due: int, who: int, rule: int | None) -> Bond | None:
    """What a rule bids in these words: "Under the bill, firms would have to report every spill"."""
    at = tree.words[due].head
    if rule is None or any(tree.lows[n] in NOT for n in tree.held[at]):
        return None
    because = (tree.words[will].span, tree.words[at].span)
    within = frozenset(tree.below(due)) - set(tree.children(due, "mark"))
    return Bond(Force.URGE, due, because, "force_of_document", within, by=rule, to=who, over=(at,))


def _of_rule(tree: Tree, at: int, who: int) -> set[int]:
    """What is told of the rule before the one who is bound, where a tree hangs it on the verb: "the deal, | set out in a letter, | …"."""
    told = (n for n in tree.children(at, "advcl", "acl", "appos") if n < who)
    return {m for n in told if _is_bare(tree, n) for m in tree.below(n)}


def _is_bare(tree: Tree, at: int) -> bool:
    return tree.child(at, "nsubj", "nsubj:pass", "mark") is None


def _others(tree: Tree, at: int) -> frozenset[int]:
    """The words of what is joined to a verb and is helped by a verb of its own, or has a subject of its own."""
    joined = (n for n in tree.children(at, "conj") if tree.child(n, "aux", "nsubj", "nsubj:pass"))
    return frozenset(n for other in joined for n in tree.below(other))


def _does(tree: Tree, who: int) -> bool:
    """Whether somebody is one who can be bound."""
    return is_somebody(tree, who) or tree.lows[who] in ("neither", "both")


def _befalls(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether a verb is for what comes over somebody; who will pay does it of his own."""
    low = tree.lows[at]
    return low != "pay" and (marks.tells(low, "happens_word") or marks.tells(low, "befalls"))
