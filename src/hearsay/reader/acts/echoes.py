"""Echoes: what is answered without saying it again: "she said it had", "there wasn’t one", "nobody is being tricked".

Each rule is given a clause and returns the words that show the act, () where the clause does not do it. Each names a sentence
that it takes and one that it leaves.

Source: Halliday and Hasan (1976), Cohesion in English, on ellipsis in answers; Huddleston & Pullum (2002), ch. 17, §7.
"""

from hearsay.reader.acts.clauses import NOBODY, NOT, Clause
from hearsay.reader.acts.helping import COULD, WILL
from hearsay.text.span import Spans

SO = frozenset({"had", "has", "have", "did", "does", "do", "was", "were", "is", "are"})
ECHO = frozenset({"it", "they", "he", "she", "i", "we", "that", "there"})
ANY = frozenset({"one", "any", "none", "anything"})
NOW = frozenset({"is", "are", "'s", "was", "were"})
FINDS = frozenset({"see", "saw", "sees", "seen", "find", "found", "finds", "knew", "know", "knows"})
NEED = frozenset({"need", "reason", "point", "way", "alternative", "choice", "option", "future"})
"""What somebody sees no … of, and denies nothing by it."""


def is_so(clause: Clause) -> Spans:
    """Takes: "said it had", "said they were", which answer. Leaves: "said it had a date"; "said it had not", which denies."""
    bare = _bare(clause)
    return clause.words(*bare) if len(bare) == len(("it", "had")) else ()


def is_not_so(clause: Clause) -> Spans:
    """Takes: "said it had not", "said there wasn’t one". Leaves: "said it had"; "said there wasn’t one chair"."""
    tree, no = clause.tree, clause.negation
    bare = _bare(clause)
    if len(bare) > len(("it", "had")):
        return clause.words(*bare)
    there = tree.child(clause.at, "expl")
    thing = tree.child(clause.at, "nsubj")
    thing = clause.at if thing is None else thing
    alone = tree.lows[thing] in ANY and not tree.children(thing, "nmod", "acl")
    return clause.words(no, thing) if there is not None and no is not None and alone else ()


def _bare(clause: Clause) -> tuple[int, ...]:
    """The words of an answer that is a pronoun and a helping verb, with or without its negation; () of any other."""
    tree = clause.tree
    wordy = [n for n in sorted(clause.held) if tree.words[n].upos != "PUNCT"]
    wordy = [n for n in wordy if tree.lows[n] != "that" or n != wordy[0]]
    if len(wordy) not in (2, 3) or clause.question:
        return ()
    if wordy[-1] + 1 < len(tree.words) and tree.words[wordy[-1] + 1].upos not in ("PUNCT", "SYM"):
        return ()  # it is | for them to decide
    who, helps, *rest = wordy
    no = all(tree.lows[n] in NOT for n in rest)
    return tuple(wordy) if tree.lows[who] in ECHO and tree.lows[helps] in SO and no else ()


def nobody_is(clause: Clause) -> Spans:
    """Takes: "nobody is being tricked", from who has it in hand. Leaves: "nobody is coming to help"; "nobody will be"."""
    tree, who = clause.tree, clause.subject
    passive = tree.child(clause.at, "nsubj:pass", "aux:pass") is not None
    is_ = clause.aux(NOW)
    if is_ is None:
        is_ = next((n for n in tree.children(clause.at, "aux:pass") if tree.lows[n] in NOW), None)
    none = who is not None and tree.lows[who] in NOBODY
    passive = passive or bool(clause.phrase("wrongdoing"))  # nobody’s getting tricked
    return clause.words(who, is_) if none and passive and clause.body and is_ is not None else ()


def finds_none(clause: Clause) -> Spans:
    """Takes: "she saw no violation". Leaves: "she saw no need to wait"; "they saw no light"."""
    tree, at = clause.tree, clause.at
    thing = tree.child(at, "obj")
    if thing is None or not clause.own or tree.lows[at] not in FINDS or tree.lows[thing] in NEED:
        return ()
    no = next((n for n in tree.children(thing, "det") if tree.lows[n] == "no"), None)
    if any(tree.lows[n] in COULD | WILL for n in tree.children(at, "aux")):
        return ()  # I can see no end to it
    return clause.words(at, no) if no is not None else ()
