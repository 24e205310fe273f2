"""Coming: what is arranged, told in the present, and what is let nobody do, told in the passive.

Each rule is given a clause and returns the words that show the act, () where the clause does not do it.

Source: Huddleston & Pullum (2002), ch. 4, §4.2, on the present for what is arranged; Searle (1976) for commissives.
"""

from hearsay.language.senses import senses
from hearsay.reader.acts.binding import agent
from hearsay.reader.acts.clauses import Clause
from hearsay.reader.acts.helping import WILL, WOULD
from hearsay.reader.acts.phrases import now
from hearsay.reader.acts.valuing import unreal
from hearsay.reading.attribution import Act
from hearsay.text.span import Spans

LETS = (Act.PERMIT, Act.AGREE)
SOON = frozenset({"tomorrow", "tonight"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def arranged(clause: Clause) -> Spans:
    """Takes: "we sign on Friday", "I leave tomorrow". Leaves: "we signed on Friday"; "we meet on Fridays"; "they sign on Friday"."""
    tree, at = clause.tree, clause.at
    present = (
        now(clause) and tree.words[at].upos == "VERB" and tree.lows[at][-2:] not in ("en", "nt")
    )
    mine = clause.subject is not None and tree.lows[clause.subject] in ("we", "i")
    if not (clause.quoted and mine and present) or clause.negation is not None or clause.question:
        return ()
    if clause.tells("happens_word", "attitude_word", "befalls", "telling", "knowing"):
        return ()
    when = [n for n in tree.children(at, "obl", "advmod", "nmod") if tree.lows[n] in DAYS | SOON]
    return clause.words(at, when[0]) if when else ()


def decided(clause: Clause) -> Spans:
    """Takes: "said it was scrapping the dividend", "we are closing eleven sites". Leaves: "it was raining"; "they were closing it"."""
    tree, at = clause.tree, clause.at
    be = next((n for n in tree.children(at, "aux") if tree.lows[n] in BEING), None)
    helps = {tree.lows[n] for n in tree.children(at, "aux")}
    other = (
        clause.negation is not None or clause.question or helps & (WILL | {"been", "have", "had"})
    )
    thing = tree.child(at, "obj") is not None or clause.tells("gives_up")
    told = clause.own and thing and clause.tells("decides_to")
    now_ = (
        be is not None
        and (tree.lows[be] in ("is", "are", "am", "'re", "'m", "'s")) == clause.quoted
    )
    return clause.words(be, at) if be is not None and told and now_ and not other else ()


BEING = frozenset({"is", "are", "am", "'re", "'m", "'s", "was", "were"})


def is_not_to(clause: Clause) -> Spans:
    """Takes: "they are not to use live rounds", from who has it in hand. Leaves: "we are not to blame"; "he was not to know"."""
    tree, at, no = clause.tree, clause.at, clause.negation
    to = next((n for n in tree.children(at, "mark") if tree.lows[n] == "to"), None)
    is_ = [n for n in tree.children(at, "aux", "cop") if tree.lows[n] in ("is", "are")]
    told = clause.body and not clause.own and tree.words[at].upos == "VERB"
    if to is None or not is_ or no is None or not told:
        return ()
    beside = no == clause.subject or is_[0] < no < to  # for her to decide, not for me
    return clause.words(is_[0], no) if beside else ()


def rather(clause: Clause) -> Spans:
    """Takes: "he would rather spend it at home", "I’d sooner wait". Leaves: "he would pay rather a lot"; "they would rather not"."""
    tree, at = clause.tree, clause.at
    would = clause.aux(WOULD)
    near = [n for n in tree.children(at, "advmod") if tree.lows[n] in ("rather", "sooner")]
    beside = would is not None and near and near[0] == would + 1
    return clause.words(would, near[0]) if beside and clause.own and not clause.negation else ()


def lets_none(clause: Clause) -> Spans:
    """Takes: "not one lorry would be let through", from who has it in hand. Leaves: "no rain would be let in" by a roof; "they would be"."""
    tree, at, will = clause.tree, clause.at, clause.aux(WILL)
    passive = tree.child(at, "nsubj:pass", "aux:pass") is not None
    if will is None or not passive or clause.negation is None or not clause.body or agent(clause):
        return ()
    particle = tree.child(at, "compound:prt")
    low = tree.lows[at] if particle is None else f"{tree.lows[at]} {tree.lows[particle]}"
    every = (*senses().get(low, ()), *senses().get(tree.lows[at], ()))
    lets = any(s.pos == "verb" and Act(s.act) in LETS for s in every) or clause.tells("yields_to")
    return clause.words(clause.negation, will) if lets and not unreal(clause) else ()
