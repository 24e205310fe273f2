"""Threatening: whether a clause threatens: what its speaker will do to somebody's harm, or lets come unless he is obeyed.

Given a clause, the rule returns the words that show it, () where the clause does not threaten.

Source: Searle (1976), A Classification of Illocutionary Acts, on commissives.
"""

from hearsay.language.marking import Marking
from hearsay.language.senses import senses
from hearsay.language.stems import stem
from hearsay.reader.acts.binding import agent, in_course
from hearsay.reader.acts.clauses import NOBODY, NOT, OWN, Clause, is_somebody
from hearsay.reader.acts.existing import existing
from hearsay.reader.acts.helping import COULD, WILL
from hearsay.reader.acts.phrases import now
from hearsay.reader.acts.valuing import unreal
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans


def threatens(clause: Clause) -> Spans:
    """Takes: "or we will close the road", "we will sue", "we will leave unless they pay", "if one comes, nobody leaves".

    Leaves: "we will close the road in May"; "they will sue".
    """
    tree = clause.tree
    unless = clause.phrase("unless_opener")
    will = clause.aux(WILL | COULD if unless else WILL)
    if will is None:
        return _calls_off(clause) or _at_present(clause)
    if tree.lows[will + 1 : will + 2] == ["have"] or _of_no_harm(clause):
        return ()  # I would have said so
    if (lest := _lest(clause)) and not clause.question:
        return (*clause.words(will), *lest[:1])
    if other := _not_idle(clause, will) or _calls_off(clause):
        return other
    passive = tree.child(clause.at, "nsubj:pass") is not None and not agent(clause)
    no = clause.negation is not None and not clause.tells("unhesitating")
    if not (clause.own or (passive and clause.body)) or no:
        return ()
    if (opens := _or(clause)) is not None:
        return clause.words(opens, will)
    terms = () if clause.quoted and unreal(clause) else _theirs(clause)
    if terms:
        return (*clause.words(will), *terms)
    held = unreal(clause) or in_course(clause)
    return () if held else _to_harm(clause, will, unless, passive=passive)


def _of_no_harm(clause: Clause) -> bool:
    """Whether there is to be none of what does harm, or of what hangs on nobody's doing.

    Takes: "there will be no | strike | unless they pay", "… no refunds unless it rains". Leaves: "there will be no deal unless they
    pay".
    """
    thing = existing(clause.tree, clause.at)
    if thing is None or all(
        clause.tree.lows[n] != "no" for n in clause.tree.children(thing, "det")
    ):
        return False
    harms = {"harsh", "hostile", "burden_noun"} & clause.marks.classes([clause.tree.lows[thing]])
    return bool(harms) or not _if_another(clause)


def _to_harm(clause: Clause, will: int, unless: Spans, *, passive: bool) -> Spans:
    """Takes: "we will sue", "we will close it unless they pay", "we will not hesitate to use it". Leaves: "we will close it"."""
    tree = clause.tree
    if (hostile := _hostile(clause)) and not (passive and not (unless or _whoever(clause))):
        return (*clause.words(will), *hostile[:1])
    deed = tree.child(clause.at, "xcomp", "ccomp", "advcl")
    if clause.tells("unhesitating") and deed is not None:
        kind = any(clause.marks.tells(tree.lows[deed], name) for name in ("favours", "done_with"))
        return () if kind else clause.words(will, deed)
    harsh = clause.phrase("harsh")
    return (*clause.words(will), *harsh[:1]) if unless and harsh else ()


def _not_idle(clause: Clause, will: int) -> Spans:
    """Takes: "we will not stand by if they close it", "she would not take this lying down". Leaves: "we will not stand by them"; "we will stand by"."""
    if clause.negation is None or not (clause.own or clause.body) or clause.question:
        return ()
    for span in clause.phrase("stands_idle"):
        run = clause.tree.over(span)
        if run[0] == clause.at and clause.tree.relation(run[-1]) != "case":
            return clause.words(will, clause.negation, *run)
    return ()


def _at_present(clause: Clause) -> Spans:
    """Takes: "or we strike", "if one comes, nobody leaves", "if they come after us, we stop work". Leaves: "we stop work"."""
    tree, who = clause.tree, clause.subject
    if clause.own and now(clause):
        if (opens := _or(clause)) is not None:
            return clause.words(opens)
        spoken = clause.quoted or (who is not None and tree.lows[who] in OWN)
        if spoken and (terms := _theirs(clause)):
            return (*terms, *clause.words(clause.at))
    nobody = who is not None and tree.lows[who] in NOBODY and clause.quoted
    hard = clause.phrase("condition_opener") if nobody and now(clause) else ()
    hard = tuple(span for span in hard if span.cut(tree.text).lower() != "until")
    return clause.words(who) if hard else ()


def _theirs(clause: Clause) -> Spans:
    """What opens the condition on which somebody ends what he does, where it is another's doing against him.

    Takes: "if they come after us, | we stop work", "if the board went ahead, | she would pull her lorries". Leaves: "if
    it rains, we stop", "if they ask us to, we stop", "if they come, we will pay".
    """
    if not clause.tells("breaks_off") or clause.negation is not None:
        return ()
    return _if_another(clause)


def _if_another(clause: Clause) -> Spans:
    """What opens a condition that is another's doing, not what he was asked for or does to somebody's good; or that he does not.

    Takes: "if they sack one", "if they do not pay", "unless they pay". Leaves: "if they pay"; "if it rains".
    """
    tree = clause.tree
    beside = tree.children(tree.words[clause.at].head, "ccomp", "advcl")
    # “If they go, it is off,” she said: both may hang on the “said”
    fronted = [n for n in beside if n < clause.at] if tree.relation(clause.at) == "ccomp" else []
    for at in (*tree.children(clause.at, "advcl"), *fronted):
        opens = next((n for n in tree.children(at, "mark") if tree.lows[n] in IF), None)
        who = tree.child(at, "nsubj")
        if opens is None or who is None:
            continue
        no = tree.lows[opens] == "unless" or any(tree.lows[n] in NOT for n in tree.held[at])
        does = [sense for sense in senses().get(tree.lows[at], ()) if sense.pos == "verb"]
        bare = stem(tree.lows[at])
        kind = {"favours", "done_with"} & clause.marks.classes((tree.lows[at], bare, f"{bare}e"))
        kind = kind or {sense.act for sense in does} & TO_SOMEBODY
        if is_somebody(tree, who) and (no or not kind):
            return clause.words(opens)
    return ()


IF = frozenset({"if", "unless"})


def _calls_off(clause: Clause) -> Spans:
    """Takes: "if they sack one, the whole thing is off", "the deal would be dead unless they paid". Leaves: "if it rains, the match is off"; "the deal is dead"."""
    tree, who = clause.tree, clause.subject
    is_so = tree.child(clause.at, "cop") is not None and clause.negation is None
    if not is_so or who is None or clause.question or not (clause.quoted or clause.body):
        return ()
    ours = {"dealt_under", "called_off"} & clause.marks.classes([tree.lows[who]])
    if not ours or not clause.tells("at_an_end"):
        return ()
    terms = _if_another(clause)
    return (*clause.words(who, clause.at), *terms) if terms else ()


TO_SOMEBODY = frozenset({"request", "urge", "promise", "agree", "permit", "endorse"})
"""Acts after which somebody only does what is asked, or is free to: "if the board agrees, she will leave"."""


def _whoever(clause: Clause) -> bool:
    """Whether the subject is anybody who does something: "whoever is caught", "anyone found doing so"."""
    tree, who = clause.tree, clause.subject
    if who is None:
        return False
    dets = {tree.lows[n] for n in tree.children(who, "det")}
    does = tree.child(who, "acl", "nmod") is not None or tree.relation(who) == "csubj"
    return tree.lows[who] == "whoever" or (does and bool({tree.lows[who], *dets} & ANYONE))


ANYONE = frozenset({"anyone", "anybody", "any", "those", "whoever"})


def _or(clause: Clause) -> int | None:
    """The "or" with which a clause opens that tells what else comes: "pay us, or we will sue"."""
    tree = clause.tree
    opens = tree.child(clause.at, "cc")
    apart = opens is not None and opens > 0 and tree.words[opens - 1].upos == "PUNCT"
    own = tree.child(clause.at, "nsubj", "nsubj:pass") is not None
    told = apart and own and clause.negation is None
    return opens if told and opens is not None and tree.lows[opens] == "or" else None


def _lest(clause: Clause) -> Spans:
    """Takes: "not a bus will leave if it is not granted", "failing which we would be forced to act". Leaves: "it will rain"."""
    hard = [s for s in clause.phrase("lest") if not _of_noun(clause, s)]
    failing = [s for s in hard if s.cut(clause.tree.text).lower().startswith("failing")]
    none = clause.negation is not None and not clause.own and clause.body
    if failing and (clause.own or clause.body):
        return tuple(failing[:1])
    return tuple(hard[:1]) if none else ()


def _of_noun(clause: Clause, told: Span) -> bool:
    """Whether some words stand in a clause that hangs on a noun: "with money that we do not have"."""
    tree, at = clause.tree, clause.tree.over(told)[0]
    while at != clause.at and tree.words[at].head != at:
        if tree.relation(at) == "acl":
            return True
        at = tree.words[at].head
    return False


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


def _unless_done(tree: Tree, run: range, marks: Marking) -> Spans:
    """What is vowed if another does not act: "that it would march | if the minister does not come". Leaves: "to help if it does not rain"."""
    verb = tree.top(list(run))
    if (
        verb is None
        or marks.tells(tree.lows[verb], "favours")
        or marks.tells(tree.lows[verb], "done_with")
    ):
        return ()
    for at in tree.children(verb, "advcl"):
        opens = next((n for n in tree.children(at, "mark") if tree.lows[n] == "if"), None)
        no = next((n for n in tree.children(at, "advmod") if tree.lows[n] in NOT), None)
        who = tree.child(at, "nsubj")
        alive = who is not None and tree.words[who].entity in ("person", "organization")
        if opens is not None and no is not None and alive:
            return (tree.words[opens].span, tree.words[no].span)
    return ()


def vowed(tree: Tree, content: Spans, marks: Marking) -> Spans:
    """The words by which what is vowed is to somebody's harm.

    Takes: "vowed | to block the road unless a tanker is sent", "pledged | to sue if it is built". Leaves: "vowed to block the
    bill"; "promised to cut the tax unless it rains", where no harm is done.
    """
    for part in content:
        run = tree.over(part)
        harm = [*marks.found(tree.lows, run.start, run.stop, "hostile")]
        terms = [*marks.found(tree.lows, run.start, run.stop, "unless_opener")]
        if terms:
            harm += marks.found(tree.lows, run.start, run.stop, "harsh")
        terms += [
            one
            for one in marks.found(tree.lows, run.start, run.stop, "condition_opener")
            if tree.lows[one.first] == "if"
        ]
        if (failing := _unless_done(tree, run, marks)) and not harm:
            return failing
        before = [one for one in harm if terms and one.first < terms[0].first]
        if before:
            return tuple(
                tree.words[one.first].span.hull(tree.words[one.stop - 1].span)
                for one in (before[0], terms[0])
            )
    return ()
