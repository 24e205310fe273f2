"""Consent: whose leave a deed needs, by the noun or the verb for it: "without the board's consent", "once the police allow it".

Source: own, after the deontic sources of Searle (1976); Quirk et al. (1985), 17.§§ on what nouns of deeds govern.
"""

from collections.abc import Iterator, Sequence

from hearsay.language.marking import Marking
from hearsay.reader.acts.clauses import NOT
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.slots import agent, possessor
from hearsay.reader.tree import Tree

OF = frozenset({"of", "by", "from"})
PERSONS = ("person", "organization")
AHEAD = WILL | {"must", "may", "to", "can"}


def consents(
    tree: Tree, at: int, hung: Sequence[range], marks: Marking
) -> Iterator[tuple[int, list[int]]]:
    """Who must consent to what, by a noun or a verb of consenting: the word for who, and the words for what.

    Takes: "will pay subject to | approval | by the board", "needs the | consent | of the court", "once the police | allow | it".
    Leaves: "won the approval of the board", which is had; "taken without her consent", which is done.

    Args:
        tree: of the article.
        at: a word.
        hung: the words of every condition of the article.
        marks: the table of words of consenting.
    """
    low = tree.lows[at]
    held = next((run for run in hung if at in run), None)
    if marks.tells(low, "consent_noun") and (who := _whose(tree, at)) is not None:
        if held is not None:
            yield who, _under(tree, held, who)
        elif (thing := _needs(tree, at, marks)) is not None:
            yield who, _bare(tree, tree.below(thing))
    elif held is not None and tree.words[at].upos == "VERB" and marks.tells(low, "rules_on"):
        passive = tree.child(at, "nsubj:pass", "aux:pass") is not None
        who = agent(tree, at) if passive else tree.child(at, "nsubj")
        no = any(tree.lows[n] in NOT for n in tree.children(at, "advmod"))
        if who is not None and not no:
            thing = tree.child(at, "obj", "ccomp", "obl", "nsubj:pass")
            told = thing is not None and thing != who and tree.words[thing].upos != "PRON"
            words = tree.below(thing) if told and thing is not None else []
            yield who, _bare(tree, words) or _under(tree, held, who)


def _whose(tree: Tree, noun: int) -> int | None:
    """Whose consent it is: "the board's consent", "approval by the board", "court approval"."""
    own = possessor(tree, noun)
    if own is not None:
        return own
    of = (
        n
        for n in tree.children(noun, "nmod")
        if any(tree.lows[m] in OF for m in tree.children(n, "case"))
    )
    beside = (n for n in tree.children(noun, "compound") if tree.words[n].entity in PERSONS)
    return next(of, None) or next(beside, None)


def _needs(tree: Tree, noun: int, marks: Marking) -> int | None:
    """What needs a consent: "| the sale | needs the approval of the board", "their consent is required for | a fence"."""
    verb = tree.words[noun].head
    if not marks.tells(tree.lows[verb], "needs_word"):
        return None
    if tree.relation(noun) == "obj":
        return tree.child(verb, "nsubj")
    if tree.relation(noun) == "nsubj":
        return next(
            (
                n
                for n in tree.children(verb, "obl", "advcl")
                if any(tree.lows[m] in ("for", "to") for m in tree.children(n, "case", "mark"))
            ),
            None,
        )
    return None


def _under(tree: Tree, held: range, who: int) -> list[int]:
    """What stands under a condition: the deed with its object, the thing that is done to, or the noun before it."""
    first = held[0]
    if first and tree.lows[first - 1] in ("be", "is", "are"):  # will be | subject to approval
        subject = tree.child(first, "nsubj")
        return tree.below(subject) if subject is not None else []
    over = next((tree.words[n].head for n in held if tree.words[n].head not in held), None)
    if over is None or over in held or over == who:
        return []
    if tree.words[over].upos not in ("VERB", "AUX"):
        return _bare(tree, [n for n in tree.below(over) if n not in held])
    things = tree.children(over, "obj", "xcomp", "ccomp", "compound:prt")
    if tree.child(over, "obj", "xcomp", "ccomp") is None:
        subject = tree.child(over, "nsubj", "nsubj:pass")
        thing = subject is not None and tree.words[subject].entity not in PERSONS
        if thing and subject is not None and tree.words[subject].upos != "PRON":
            return tree.below(subject)
    words = [over, *(n for top in things for n in tree.below(top))]
    return [n for n in words if n not in held and n >= over]


def _bare(tree: Tree, words: Sequence[int]) -> list[int]:
    """Some words without the preposition that opens them, and to the first comma: "on | its intake pipe"."""
    out = sorted(words)
    while out and tree.words[out[0]].upos in ("ADP", "PUNCT", "CCONJ"):
        out.pop(0)
    stop = next((n for n in out if tree.words[n].upos == "PUNCT"), None)
    return [n for n in out if stop is None or n < stop]
