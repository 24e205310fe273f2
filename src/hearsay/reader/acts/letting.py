"""Letting: whether a clause permits or forbids.

Each rule is given a clause and returns the words that show the act, () where the clause does not do it. Each names a sentence
that it takes and one that it leaves.


Source: Searle (1976), A Classification of Illocutionary Acts, on commissives and directives; Palmer (2001) for the modals.
"""

from hearsay.language.senses import senses
from hearsay.reader.acts.binding import agent
from hearsay.reader.acts.clauses import NOBODY, PEOPLE, Clause
from hearsay.reader.acts.conditions import conditions
from hearsay.reader.acts.helping import COULD, DUTY, FREE, WILL
from hearsay.reader.acts.phrases import phrase_rule
from hearsay.reader.acts.valuing import unreal
from hearsay.reading.attribution import Act
from hearsay.text.span import Span, Spans

YOU = frozenset({"you"})
HELPING = frozenset({"be", "been", "have"})
EVERY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "those"})


def permits(clause: Clause) -> Spans:
    """Takes: "they may stay", from who has it in hand; "you may leave". Leaves: "it may rain"; "you can see it"."""
    if told := phrase_rule("permit_phrase")(clause):
        felt = clause.tree.lows[clause.at] in ("feel", "feels", "felt")  # she felt free to
        return () if clause.own or felt else told
    if clause.own and clause.negation is not None and clause.tells("objects_word"):
        return clause.words(clause.negation, clause.at)
    if clause.negation is not None or clause.own:
        return ()
    proviso = tuple(span for span in clause.phrase("proviso") if _opens(clause, span))
    if not clause.question and proviso:
        could = clause.aux(COULD)
        maybe = clause.words(could) if could is not None else clause.phrase("possible_word")[:1]
        if maybe:
            return (*maybe, *proviso[:1])
    return clause.words(clause.aux(FREE)) if _lets(clause) else ()


def _opens(clause: Clause, proviso: Span) -> bool:
    """Takes: "| provided | that it flies". Leaves: "had | provided | a jet", "| as long as | three weeks"."""
    first = clause.tree.over(proviso)[0]
    return any(run[0] == first for run in conditions(clause.tree, clause.marks))


def forbids(clause: Clause) -> Spans:
    """Takes: "they may not stay", "neither may fly over it", from who has it in hand. Leaves: "it may not rain"."""
    bids = clause.aux(DUTY) is not None and clause.negation is None  # they should keep out: urged
    if (told := phrase_rule("forbid_phrase")(clause)) and not (bids or clause.question):
        return told
    tree, who = clause.tree, clause.subject
    if clause.body and not clause.own and clause.negation is not None and _is_to(clause):
        return clause.words(clause.negation, clause.at)
    until = next((n for n in sorted(clause.held) if tree.lows[n] == "until"), None)
    spoken = clause.quoted or (clause.aux(WILL) is not None and clause.body)
    if until is not None and who is not None and tree.lows[who] in ("nobody", "none") and spoken:
        return clause.words(who, until)  # nobody leaves until
    return clause.words(clause.aux(FREE)) if _lets(clause) and clause.negation is not None else ()


def _is_to(clause: Clause) -> bool:
    """Takes: "guards are not to shoot", "nobody is to be let in". Leaves: "she is not to blame"; "it is not to be confused with it"."""
    tree, who = clause.tree, clause.subject
    to = any(tree.lows[n] == "to" for n in tree.children(clause.at, "mark"))
    alive = who is not None and (tree.words[who].entity in PEOPLE or tree.lows[who] in NOBODY)
    return to and alive and clause.aux(IS) is not None and not clause.tells("done_to")


IS = frozenset({"is", "are", "was", "were"})


def _lets(clause: Clause) -> bool:
    """Whether "may" lets somebody act: he can act, and who speaks can let him."""
    tree, free, who = clause.tree, clause.aux(FREE), clause.subject
    if free is None or who is None or clause.question or clause.own or free < who:
        return False  # may God help him
    if tree.lows[who] in NOBODY or {tree.lows[n] for n in tree.children(who, "det")} & {"no"}:
        return clause.body and tree.lows[free] == "may"
    acts = tree.words[clause.at].upos == "VERB" and not clause.tells("happens_word")
    acts = acts and not tree.lows[clause.at].endswith("ing") and clause.aux(HELPING) is None
    may = tree.lows[free] == "may"
    whom = tree.lows[who] in ("they", "neither", "either", *YOU)
    alive = tree.words[who].entity in PEOPLE or whom
    return acts and may and clause.body and alive


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


LETS = (Act.PERMIT, Act.AGREE)
