"""Threatening: whether a clause threatens: what its speaker will do to somebody's harm, or lets come unless he is obeyed.

Given a clause, the rule returns the words that show it, () where the clause does not threaten.

Source: Searle (1976), A Classification of Illocutionary Acts, on commissives.
"""

from hearsay.language.marking import Marking
from hearsay.language.senses import senses
from hearsay.language.stems import stem
from hearsay.reader.acts.binding import agent, in_course
from hearsay.reader.acts.clauses import NOBODY, NOT, PEOPLE, Clause, is_somebody
from hearsay.reader.acts.helping import COULD, WILL
from hearsay.reader.acts.valuing import unreal
from hearsay.reader.tree import Tree
from hearsay.text.span import Spans


def threatens(clause: Clause) -> Spans:
    """Takes: "we will sue", "we will leave unless they pay".

    Leaves: "we will close the road in May"; "they will sue".
    """
    tree = clause.tree
    unless = clause.phrase("unless_opener")
    will = clause.aux(WILL | COULD if unless else WILL)
    if will is None:
        now = clause.own and clause.quoted and not tree.children(clause.at, "aux", "cop")
        terms = _provoked(clause) if now and not clause.tells("past_form") else ()
        return (*terms, *clause.words(clause.at)) if terms else ()
    if tree.lows[will + 1 : will + 2] == ["have"]:
        return ()  # I would have said so
    passive = tree.child(clause.at, "nsubj:pass") is not None and not agent(clause)
    no = clause.negation is not None and not clause.tells("unhesitating")
    if not (clause.own or (passive and clause.body)) or no:
        return ()
    if passive and not clause.own and _whoever(clause):
        return clause.words(will, clause.at)
    kind = clause.phrase("refuse_phrase") or clause.question or not clause.acts
    if (
        clause.own
        and not kind
        and (terms := unless_done(tree, clause.at, clause.marks) or _provoked(clause))
    ):
        return (*clause.words(will), *terms)
    held = unreal(clause) or in_course(clause)
    return () if held else _to_harm(clause, will, unless, passive=passive)


def _whoever(clause: Clause) -> bool:
    """Takes: "any guard who crosses will be shot", "anyone found there would be moved on". Leaves: "anyone who calls will be helped"; "any offer will be put to a vote"."""
    tree, who = clause.tree, clause.subject
    if who is None or clause.tells("cared_for") or _is_kind(tree, clause.at, clause.marks):
        return False
    every = tree.lows[who] in EVERY or any(tree.lows[n] == "any" for n in tree.children(who, "det"))
    does = tree.child(who, "acl") is not None or tree.lows[who] == "whoever"
    return every and does and (tree.words[who].entity in PEOPLE or tree.lows[who] in EVERY)


def _is_kind(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether a deed is done for whom it is done to: "helped", "given", "met"."""
    bare = stem(tree.lows[at])
    return bool({"favours", "done_with"} & marks.classes((tree.lows[at], bare, f"{bare}e")))


EVERY = frozenset({"anyone", "anybody", "whoever", "those"})


def _to_harm(clause: Clause, will: int, unless: Spans, *, passive: bool) -> Spans:
    """Takes: "we will sue", "we will close it unless they pay", "we will not hesitate to use it". Leaves: "we will close it"."""
    tree = clause.tree
    if (hostile := _hostile(clause)) and not (passive and not unless):
        return (*clause.words(will), *hostile[:1])
    deed = tree.child(clause.at, "xcomp", "ccomp", "advcl")
    if clause.tells("unhesitating") and deed is not None and clause.negation is not None:
        kind = clause.marks.tells(tree.lows[deed], "favours", "done_with")
        return () if kind else clause.words(will, deed)
    harsh = clause.phrase("harsh")
    return (*clause.words(will), *harsh[:1]) if unless and harsh else ()


def _provoked(clause: Clause) -> Spans:
    """What opens the condition on which somebody ends what he does, where it is what another does against him.

    Takes: "if they come after us, | we stop work". Leaves: "if it rains, we stop"; "if they ask us to, we stop".
    """
    tree = clause.tree
    if not clause.tells("breaks_off") or clause.negation is not None:
        return ()
    beside = tree.children(tree.words[clause.at].head, "ccomp", "advcl")
    # “If they go, we stop,” she said: both may hang on the “said”
    fronted = [n for n in beside if n < clause.at] if tree.relation(clause.at) == "ccomp" else []
    for at in (*tree.children(clause.at, "advcl"), *fronted):
        opens = next((n for n in tree.children(at, "mark") if tree.lows[n] == "if"), None)
        who = tree.child(at, "nsubj", "nsubj:pass")
        does = {sense.act for sense in senses().get(tree.lows[at], ()) if sense.pos == "verb"}
        if (
            opens is not None
            and who is not None
            and (is_somebody(tree, who) or _lasts(tree, at))
            and not _is_kind(tree, at, clause.marks)
            and not does & TO_SOMEBODY
        ):
            return clause.words(opens)
    return ()


def _lasts(tree: Tree, at: int) -> bool:
    """Takes: "if the closure continues", "went on past Easter". Leaves: "if the price went up"."""
    on = tree.lows[at + 1 : at + 2] in (["on"], ["ahead"])
    return tree.lows[at].startswith("continue") or (on and tree.lows[at] in ("go", "goes", "went"))


TO_SOMEBODY = frozenset({"request", "urge", "promise", "agree", "permit", "endorse"})
"""Acts after which somebody only does what is asked, or is free to: "if the board agrees, she will leave"."""


def unless_done(tree: Tree, at: int, marks: Marking) -> Spans:
    """What opens the condition on which somebody does a thing: that another does not do as he is bidden.

    Takes: "we will search it ourselves | if there is no arrest", "to block the road | unless a tanker is sent", "if they miss the
    date". Leaves: "we will help if it rains"; "unless it rains"; "we will pay them if they lose", a favour.
    """
    if {"favours", "done_with", "weigh_word"} & marks.classes([tree.lows[at]]):
        return ()
    for term in tree.children(at, "advcl"):
        opens = next(n for n in tree.below(term) if tree.words[n].upos != "PUNCT")
        who = tree.child(term, "nsubj")
        alive = who is not None and tree.words[who].entity in PEOPLE
        undone = tree.child(term, "nsubj:pass") is not None
        if tree.lows[opens] == "unless" and (undone or (alive and tree.is_clause(term))):
            return (tree.words[opens].span,)
        near = [term, *tree.children(term, "advmod", "det", "nsubj")]
        near += [n for at in tree.children(term, "nsubj") for n in tree.children(at, "det")]
        failing = any(
            tree.lows[n] in NOT | NOBODY or marks.tells(tree.lows[n], "provokes") for n in near
        )
        if tree.lows[opens] in IF and failing:
            return (tree.words[opens].span,)
    return ()


IF = frozenset({"if", "should", "were", "had"})


def _hostile(clause: Clause) -> Spans:
    """Takes: "we will attack them". Leaves: "we will stop an attack", a noun beneath the predicate."""
    tree = clause.tree
    held = [
        (s, tree.over(s)) for s in clause.phrase("hostile") if not clause.aside(tree.over(s)[0])
    ]
    averts = clause.tells("averts_word")
    beside = (clause.at, *tree.children(clause.at, "xcomp", "conj", "nsubj"))
    beside += () if averts else tuple(tree.children(clause.at, "obj"))
    return tuple(s for s, run in held if len(run) > 1 or run[0] in beside)
