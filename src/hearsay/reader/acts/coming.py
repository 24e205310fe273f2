"""Coming: what is arranged, told in the present, and what is let nobody do, told in the passive.

Each rule is given a clause and returns the words that show the act, () where the clause does not do it.

Source: Huddleston & Pullum (2002), ch. 4, §4.2, on the present for what is arranged; Searle (1976) for commissives.
"""

from hearsay.language.senses import senses
from hearsay.reader.acts.binding import agent, now
from hearsay.reader.acts.clauses import Clause
from hearsay.reader.acts.helping import WILL
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


def lets_none(clause: Clause) -> Spans:
    """Takes: "not one lorry would be let through", from who has it in hand. Leaves: "no rain would be let in" by a roof; "they would be"."""
    tree, at, will = clause.tree, clause.at, clause.aux(WILL)
    passive = tree.child(at, "nsubj:pass", "aux:pass") is not None
    if will is None or not passive or clause.negation is None or not clause.body or agent(clause):
        return ()
    particle = tree.child(at, "compound:prt")
    low = tree.lows[at] if particle is None else f"{tree.lows[at]} {tree.lows[particle]}"
    every = (*senses().get(low, ()), *senses().get(tree.lows[at], ()))
    lets = any(s.pos == "verb" and Act(s.act) in LETS for s in every)
    return clause.words(clause.negation, will) if lets and not unreal(clause) else ()
