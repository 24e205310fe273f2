"""Binding: whether a clause promises, refuses, plans or wants.

Each rule is given a clause and returns the words that show the act, () where the clause does not do it. Each names a sentence
that it takes and one that it leaves.


Source: Searle (1976), A Classification of Illocutionary Acts, on commissives and directives; Palmer (2001) for the modals.
"""

from hearsay.language.senses import past_alone
from hearsay.reader.acts.clauses import OWN, PEOPLE, Clause, is_somebody
from hearsay.reader.acts.conditions import conditions
from hearsay.reader.acts.existing import there_will_be_none
from hearsay.reader.acts.helping import CANNOT, MIGHT, WILL, WOULD
from hearsay.reader.acts.slots import comes, governed
from hearsay.reader.acts.valuing import unreal, wishes
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

PAST = ("ed", "en")
NOW = frozenset({"am", "are", "'m", "'re", "is", "'s"})
HELPING = frozenset({"be", "been", "have"})
BE = frozenset({"be", "been"})
ANOTHERS = (
    *("not going", "not prepared", "not willing", "said no", "say no", "saying no", "says no"),
    *("reject", "refuse", "declined to"),
)
"""Beginnings of phrases that refuse for whoever is their subject."""


def promises(clause: Clause) -> Spans:
    """Takes: "we will pay every driver", "every driver will be paid", from who has it in hand.

    Leaves: "prices will rise", nobody's own act; "we will not pay"; "we will consider it"; "we would welcome it"; "we
    will lose".
    """
    tree, at = clause.tree, clause.at
    will = clause.aux(WILL)
    if (
        will is None
        or not clause.acts
        or clause.question
        or unreal(clause)
        or _likely(clause, will)
    ):
        return ()
    deed = governed(tree, at) if clause.tells("unhesitating") else None
    if clause.negation is not None and deed not in clause.held:
        if clause.own and clause.phrase("opposes_word"):
            return clause.words(clause.subject, will, clause.negation)
        return _assures_not(clause, will)
    if tree.lows[will] in WOULD and clause.quoted and not _if_so(clause):
        return ()
    other = clause.tells("weigh_word", "attitude_word") or _leads_on(clause) or in_course(clause)
    other = other or (clause.tells("happens_word") and not comes(tree, at))
    state = clause.aux(BE) is not None and not tree.lows[at].endswith("ing")
    opens = tree.lows[at] == "open" and tree.words[at].upos == "VERB"  # it would open its books
    if clause.tells("willing_word") and not opens:
        return ()  # would be prepared to: agrees
    if not clause.own and (terms := _on_terms(clause)):
        return (*clause.words(will), *terms)
    if tree.child(at, "nsubj:pass", "aux:pass") is not None:
        return clause.words(will, at) if _is_cared_for(clause) else ()
    return clause.words(clause.subject, will) if clause.own and not other and not state else ()


def _if_so(clause: Clause) -> bool:
    """Takes: "we would fight them if they come", said of what may be. Leaves: "we would fight them if they came", "… if we could"."""
    tree, own = clause.tree, clause.own
    now = (
        n
        for n in tree.children(clause.at, "advcl")
        if any(tree.lows[m] == "if" for m in tree.children(n, "mark"))
    )
    return own and any(
        tree.lows[n] not in past_alone() | PASSED
        and not tree.lows[n].endswith("ed")
        and not {tree.lows[m] for m in tree.children(n, "aux", "cop")} & PASSED
        for n in now
    )


PASSED = frozenset({"had", "was", "were", "could", "did", "would"})


def _on_terms(clause: Clause) -> Spans:
    """What opens the terms that somebody sets who has it in hand: "the cap would stay | as long as | it is needed". Leaves: "it would rain | if"."""
    told = clause.phrase("sets_terms") if clause.body else ()
    if not told:
        return ()
    tree = clause.tree
    opens = {tree.words[run[0]].span.start for run in conditions(tree, clause.marks)}
    return tuple(span for span in told if span.start in opens)[:1]


def _likely(clause: Clause, will: int) -> bool:
    """Takes: "it would likely compete", "he will probably go", which is foretold; "would rather wait". Leaves: "we will pay what is likely to be due"."""
    near = clause.tree.children(clause.at, "advmod")
    maybe = clause.tree.lows[clause.first : will]
    return bool({*maybe} & {"maybe", "perhaps"}) or any(
        will < n < clause.at and clause.tree.lows[n] in LIKELY for n in near
    )


RATHER = frozenset({"rather", "sooner"})
LIKELY = RATHER | {"likely", "probably", "presumably", "possibly", "perhaps", "eventually"}


def _is_cared_for(clause: Clause) -> bool:
    """Whether what will be done to somebody is one’s own to do: "every driver will be paid", from who has it in hand."""
    it = clause.subject is not None and clause.tree.lows[clause.subject] == "it"
    ours = clause.body and (it or not clause.own) and not clause.tells("suffered")
    cared = ours or (clause.own and clause.tells("cared_for"))
    return cared and not agent(clause)


def _assures_not(clause: Clause, will: int) -> Spans:
    """Takes: "nobody will be laid off", "Farrow would not be sold", from who has it in hand. Leaves: "we will not pay"."""
    passive = clause.tree.child(clause.at, "nsubj:pass", "aux:pass") is not None
    told = passive and clause.body and not clause.own and not agent(clause)
    who = clause.subject
    alive = who is not None and clause.tree.words[who].entity in PEOPLE
    none = who is not None and who == clause.negation  # no one would be left behind
    suffered = clause.tells("suffered") and not none
    return clause.words(will, clause.at) if told and alive and not suffered else ()


def _leads_on(clause: Clause) -> bool:
    """Whether "I will" only leads on: "I'll tell you what"; "we will look forward to it"."""
    ahead = clause.tree.lows[clause.at : clause.at + 2] == ["look", "forward"]
    return ahead or (clause.quoted and clause.tells("leads_on"))


def in_course(clause: Clause) -> bool:
    """Whether "it will" tells what a plan does: "it would take two months"."""
    who = clause.subject
    bare = " " not in clause.verb  # it would take back any pram: a deed
    return (
        who is not None and bare and clause.tree.lows[who] == "it" and clause.tells("course_word")
    )


def agent(clause: Clause) -> bool:
    """Whether it is said by whom it is done."""
    return clause.tree.child(clause.at, "obl:agent") is not None


def refuses(clause: Clause) -> Spans:
    """Takes: "we will not sign", "it would be inexpedient", "we cannot accept it", "No". Leaves: "it will not rain"."""
    tree = clause.tree
    who = clause.subject
    classes = clause.marks.classes([tree.lows[who]]) if who is not None else frozenset()
    offered = bool(classes & {"offered_noun", "lays_down"})
    told = clause.phrase("refuse_phrase", *(("judges_offer",) if offered else ()))
    soft = tuple(s for s in told if not _others_or_past(clause, s))
    if soft and not clause.question and (clause.own or not _of_somebody(clause, soft[0])):
        return soft
    if clause.own and tree.lows[clause.at] in WILL and clause.negation is not None:
        return clause.words(clause.subject, clause.at, clause.negation)  # we won't
    if none := there_will_be_none(clause):
        return none
    nothing = _nothing(clause)
    no = clause.negation if clause.negation is not None else nothing
    other = not clause.own or not clause.acts or clause.question
    lets = clause.tells("unhesitating") or clause.phrase("opposes_word")
    # will not hesitate to: will; will not oppose it: lets it be
    if no is None or other or lets or wishes(clause) or _judges(clause):
        return ()
    if _is_not_doing(clause) or (no != nothing and _never_does(clause, no)):
        return clause.words(clause.subject, no, clause.at)
    will = clause.aux(WILL)
    past = will is not None and tree.lows[will] == "'d" and tree.lows[clause.at].endswith(PAST)
    if will is not None and not past and not clause.tells("happens_word") and not unreal(clause):
        return clause.words(clause.subject, will, no)
    can = clause.aux(CANNOT)
    if can is not None and (clause.tells("agree_word") or _will_not_have_it(clause)):
        return clause.words(can, no)
    means = clause.tells("means_to") and _infinitive(clause)
    return clause.words(no, clause.at) if means and no != nothing else ()


def _opens(tree: Tree, at: int) -> set[str]:
    return {tree.lows[n] for n in tree.children(at, "mark")}


def _others_or_past(clause: Clause, told: Span) -> bool:
    """Whether words that refuse tell what was, what another will do, or what is only supposed.

    Takes: "we did not negotiate with them", in a quotation; "expected that | voters would say no", "will be best if | he refuses to".
    Leaves: "thought that | it would be inexpedient"; "we do not negotiate with them".
    """
    tree, at = clause.tree, clause.tree.over(told)[0]
    if tree.relation(at) == "amod":
        return True  # premature births
    while not tree.is_clause(at) and tree.words[at].head != at:
        at = tree.words[at].head
    that = [n for n in tree.children(at, "csubj", "ccomp") if "that" in _opens(tree, n)]
    if that and tree.child(at, "expl") is not None:
        return True  # it is unacceptable that they do
    if at == clause.at:
        past = (tree.lows[n] in ("did", "was", "were") for n in tree.children(at, "aux", "cop"))
        return clause.quoted and any(past)
    who = tree.subject(at)
    other = who is not None and is_somebody(tree, who) and tree.lows[who] not in OWN
    return clause.aside(at) and (other or tree.relation(at) == "acl")


def _will_not_have_it(clause: Clause) -> bool:
    """Takes: "we can’t throw vendors on the road". Leaves: "we can’t see it"; "we can’t have this happen"; "he could not come"."""
    cannot = clause.aux(frozenset({"ca", "can"})) is not None and clause.quoted
    other = clause.tells(*BEYOND)
    passive = clause.tree.child(clause.at, "aux:pass", "nsubj:pass") is not None
    thing = clause.tree.child(clause.at, "obj", "obl") is not None
    return cannot and thing and not passive and not other


BEYOND = ("unable_word", "beyond_one", "happens_word", "attitude_word", "befalls", "telling")


def _judges(clause: Clause) -> bool:
    """Takes: "I wouldn’t underestimate her", of what one thinks. Leaves: "I would not sign"."""
    return clause.aux(WOULD) is not None and clause.tells("judges_so")


def _never_does(clause: Clause, no: int) -> bool:
    """Takes: "we do not negotiate under deadlines", "it never comments". Leaves: "we never met"; "I do not know"."""
    now = clause.aux(DO) is not None or clause.tree.lows[no] == "never"
    helped = clause.aux(WILL | CANNOT) is not None
    return now and not helped and clause.tells("will_have_none")


DO = frozenset({"do", "does"})


def _is_not_doing(clause: Clause) -> bool:
    """Takes: "I’m not paying a penny", "we are not selling". Leaves: "I’m not saying that"; "we are not asking for it"."""
    now = clause.aux(NOW) is not None and clause.quoted
    return now and clause.tells("decided_on")


def _nothing(clause: Clause) -> int | None:
    """The object by which an action is none: "we will sign | nothing", "will accept | no toll"."""
    tree, thing = clause.tree, clause.tree.child(clause.at, "obj")
    if thing is None or thing not in clause.held:
        return None
    no = next((n for n in tree.children(thing, "det") if tree.lows[n] == "no"), None)
    return thing if tree.lows[thing] in ("nothing", "none") else no


def _infinitive(clause: Clause) -> bool:
    """Whether an infinitive hangs on a predicate."""
    tree, inner = clause.tree, clause.tree.child(clause.at, "xcomp", "advcl")
    if inner is None:
        return False
    return any(tree.lows[n] == "to" for n in tree.children(inner, "mark"))


def _of_somebody(clause: Clause, told: Span) -> bool:
    """Whether what will not be is somebody else's: "they are not going to listen", "they have said no to it"."""
    return told.cut(clause.tree.text).lower().startswith(ANOTHERS)


def intends(clause: Clause) -> Spans:
    """Takes: "we plan to close", "we will consider it". Leaves: "they plan to close"; "we will pay"; "we set out to"."""
    if not clause.own or clause.negation is not None or clause.question:
        return ()
    will = clause.aux(WILL)
    would = will is not None and clause.tree.lows[will] in WOULD
    if will is not None and clause.tells("weigh_word") and not (would and clause.quoted):
        return clause.words(will, clause.at)
    here = {clause.at, *clause.tree.children(clause.at, "aux", "cop", "advmod")}
    lead = {clause.tree.words[n].span.start for n in here}
    told = tuple(span for span in clause.phrase("plan_word") if span.start in lead)[:1]
    return () if told and befalls(clause, clause.tree.over(told[0])[0]) else told


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


def is_going_to(clause: Clause) -> bool:
    """Takes: "“We’re going to fix it,”", which somebody is given to count on. Leaves: "“We’re going to have to fix it,”"; "said it was going to close"."""
    tree, deed = clause.tree, clause.tree.child(clause.at, "xcomp", "ccomp")
    told = intends(clause) if clause.quoted else ()
    does = deed is not None and tree.lows[deed] not in ("have", "see")
    return does and any(span.cut(tree.text).lower() == "going to" for span in told)


def befalls(clause: Clause, going: int) -> bool:
    """Takes: "we are going to win", "I expect to be late", which are foretold. Leaves: "we are going to close it", "we plan to win"."""
    tree, at = clause.tree, clause.at
    deed = tree.child(at, "xcomp", "advcl", "ccomp")
    low = tree.lows[at if deed is None else deed]
    state = deed is not None and tree.child(deed, "cop") is not None
    planned = tree.lows[going] in PLANNED
    return not planned and (state or clause.marks.tells(low, "happens_word"))


PLANNED = frozenset({"plan", "plans", "planned", "planning", "intend", "intends", "intended", "decided", "has", "have"})  # fmt: skip
"""First words of what somebody plans of his own will, whatever comes of it."""


def may_do(clause: Clause) -> Spans:
    """What leaves a deed of one’s own open.

    Takes: "it may come back", "we might buy it". Leaves: "we may be wrong"; "we might have come"; "may we come?"; "I may as well go".
    """
    tree, might = clause.tree, clause.aux(MIGHT)
    if might is None or not clause.own or clause.negation is not None or clause.question:
        return ()
    who = clause.subject
    turned = who is not None and might < who
    done = any(tree.lows[n] in HELPING for n in tree.children(clause.at, "aux", "aux:pass"))
    verb = tree.words[clause.at].upos == "VERB" and not tree.lows[clause.at].endswith("ing")
    well = tree.lows[might + 1 : might + 3] == ["as", "well"]
    if (
        turned
        or done
        or well
        or not verb
        or clause.tells("happens_word", "attitude_word", "befalls")
    ):
        return ()
    return clause.words(might, clause.at)


def wants(clause: Clause) -> Spans:
    """Takes: "we want the same", "I hope to sail", "would rather wait". Leaves: "they want the same", "what we want is here"."""
    rather = [n for n in clause.tree.children(clause.at, "advmod") if clause.tree.lows[n] in RATHER]
    if rather and clause.own and clause.aux(WOULD) is not None and clause.negation is None:
        return clause.words(rather[0])
    lead, who = clause.words(clause.at), clause.subject
    his = who is not None and clause.tree.words[who].upos == "PRON" and not clause.quoted
    if wishes(clause) and (clause.own or his) and clause.negation is None:
        return lead
    told = [span for span in clause.phrase("want_word") if span.meets(lead[0])]
    return tuple(told[:1]) if clause.own and clause.quoted and clause.negation is None else ()
