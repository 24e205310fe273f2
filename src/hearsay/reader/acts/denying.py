"""Denying: whether a clause says that something held is not so.

Each rule is given a clause and returns the words that show it, () where the clause does not deny. Each names a sentence that
it takes and one that it leaves.

Source: Searle (1976), A Classification of Illocutionary Acts; Horn (1989), A Natural History of Negation.
"""

from hearsay.reader.acts.clauses import NOT, Clause
from hearsay.reader.acts.helping import WILL
from hearsay.text.span import Span, Spans

PAST = frozenset({"did", "had", "has", "have", "was", "were", "'ve", "'d", "ever"})
IS = frozenset({"is", "are", "'s", "was", "were"})
THAT = frozenset({"it", "that", "this", "which"})


def denies(clause: Clause) -> Spans:
    """Takes: "it is not true", "we never met". Leaves: "it is not raining"."""
    if untrue := [span for span in clause.phrase("deny_phrase") if _of_the_point(clause, span)]:
        return tuple(untrue[:1])
    if none := _there_is_none(clause) or echo(clause, told=False):
        return none
    past = clause.aux(PAST)
    no = clause.negation
    bare = clause.tree.lows[clause.at] == "have"  # did not have an answer: a lack, not a denial
    bare = bare or _not_yet(clause)
    nobody = no is not None and no == clause.subject and clause.body and past is not None
    if nobody and clause.tree.child(clause.at, "nsubj:pass", "aux:pass") is not None:
        return clause.words(no, past)  # no one was overruled
    if no is None or not clause.own or bare:
        return ()
    if clause.tells("unable_word"):
        return ()
    if past is not None or clause.tree.lows[no] == "never":
        return clause.words(past, no)
    return ()


def _not_yet(clause: Clause) -> bool:
    """Takes: "had not yet decided", "we have never been prouder", "will never forget", "were not to act". Leaves: "we never met", "I was never a man"."""
    tree, at = clause.tree, clause.at
    helps = tree.children(at, "aux", "mark", "advmod")
    yet = any(tree.lows[n] in ("yet", "to") or tree.lows[n] in WILL for n in helps)
    return yet or (tree.words[at].upos == "ADJ" and tree.lows[at].endswith("er"))


def _of_the_point(clause: Clause, told: Span) -> bool:
    """Whether words that deny bear on the point: not "a fake story", "as there is no evidence", "the state is wrong to"."""
    tree, run = clause.tree, clause.tree.over(told)
    beside = run[-1:] == run[:1] and tree.relation(run[0]) == "amod"
    aside = clause.aside(run[0])
    who = clause.subject
    now = tree.lows[run[0]] in ("is", "are", "'s")
    that = who is not None and tree.lows[who] in THAT
    wrong = tree.lows[run[-1]] == "wrong" and who is not None and not (now and that)
    return not (beside or aside or wrong)


def _there_is_none(clause: Clause) -> Spans:
    """Takes: "there is no secret store", "there are no limits". Leaves: "there will be no rain"; "there is no doubt", "no way"."""
    tree = clause.tree
    there = tree.child(clause.at, "expl")
    is_so = {tree.lows[n] for n in tree.children(clause.at, "cop", "aux")} or {tree.lows[clause.at]}
    things = (clause.at, *tree.children(clause.at, "nsubj"))
    no = next((n for at in things for n in tree.children(at, "det") if tree.lows[n] == "no"), None)
    idle = any(clause.marks.tells(tree.lows[at], "idle_none") for at in things)
    known = not clause.quoted or clause.body
    told = there is not None and is_so & IS and no is not None and known and not idle
    return clause.words(no) if told else ()


def echo(clause: Clause, *, told: bool = True) -> Spans:
    """What is answered without saying it again: "said it had", "said it was not".

    Leaves: "said it had a date"; "it is | for them to decide"; "“She does. She talks”", which goes on.

    Args:
        clause: that is asked.
        told: what is said to be so is looked for, and not what is said not to be.
    """
    tree = clause.tree
    wordy = [
        n for n in sorted(clause.held) if tree.words[n].upos != "PUNCT" and tree.lows[n] != "that"
    ]
    after = tree.words[wordy[-1] + 1 : wordy[-1] + 2] if wordy else ()
    goes_on = any(word.upos not in ("PUNCT", "SYM") for word in after)
    bare = [tree.lows[n] for n in wordy]
    no = bare[2:] and bare[2] in NOT
    spoken = clause.quoted or clause.question
    if len(bare) not in (2, 3) or goes_on or spoken or (bare[2:] and not no):
        return ()
    same = bare[0] in ECHO and bare[1] in PAST | IS | DO and bool(no) != told
    return clause.words(*wordy) if same else ()


ECHO = frozenset({"it", "they", "he", "she", "i", "we", "there"})
DO = frozenset({"do", "does", "are"})
