"""The content: what somebody does in saying it, where the cue only says that it was said.

"We will pay every driver," she said, promises; "They should pay", urges. The clauses of a content are looked at one
by one; of what they do the act is taken that binds most. Each rule names a sentence that it takes and one that it leaves.

Source: Searle (1976), A Classification of Illocutionary Acts, for the kinds; Palmer (2001) for the modals.
"""

from collections.abc import Callable

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.clauses import NOT, Clause, clauses
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.text.span import Span, Spans

WILL = frozenset({"will", "'ll", "wo", "would", "shall", "'d", "sha"})
REPORTED = frozenset({"he", "she", "it", "they", "we", "i"})
YOU = frozenset({"you"})
PAST = frozenset({"did", "had", "has", "have", "was", "were", "'ve", "'d", "ever"})
MIGHT = frozenset({"may", "might"})
DUTY = frozenset({"must", "should", "ought"})
FREE = frozenset({"may", "can"})

RANK = (
    Act.THREATEN, Act.REFUSE, Act.PROMISE, Act.RESERVE, Act.FORBID, Act.PERMIT, Act.APOLOGISE, Act.REQUEST, Act.URGE,
    Act.AGREE, Act.ACCUSE, Act.WARN, Act.DENY, Act.ENDORSE, Act.INTEND, Act.PREDICT, Act.CRITICISE, Act.PRAISE,
    Act.WANT, Act.DOUBT, Act.CONFIRM, Act.ASK,
)  # fmt: skip
"""The acts that a content can do, the one that binds most first."""

CLEARLY = frozenset(
    {
        *(Act.REFUSE, Act.PERMIT, Act.RESERVE, Act.FORBID, Act.URGE),
        *(Act.PREDICT, Act.CRITICISE, Act.PRAISE, Act.WARN),
    }
)
"""Acts that also an opinion does: "he believes that it would be inexpedient" refuses."""


class Performed(msgspec.Struct, frozen=True):
    """What a content does.

    Attributes:
        act: the act.
        because: the words that show it.
        clause: the predicate of the clause that does it, in the tree.
    """

    act: Act
    because: Spans
    clause: int


Rule = Callable[[Clause], Spans]


def performed(
    tree: Tree, content: Spans, marks: Marking, own: Callable[[int], bool], *, quoted: bool
) -> tuple[Performed, ...]:
    """What each clause of a content does, the one that binds most first; none of those that only tell.

    Args:
        tree: of the article.
        content: what is attributed.
        marks: the table of phrases.
        own: whether a subject is the one who speaks.
        quoted: the words are the speaker's own.
    """
    out = []
    for clause in clauses(tree, content, marks, own, quoted=quoted):
        found = {act: because for act, rule in RULES if (because := rule(clause))}
        best = next((act for act in RANK if act in found), None)
        if best is not None:
            out.append(Performed(best, found[best], clause.at))
    return tuple(sorted(out, key=lambda one: RANK.index(one.act)))


def denied(tree: Tree, content: Spans) -> Spans:
    """What negates the main clause of a content; () where nothing does: "confirmed that there are no plans"."""
    top = tree.top(tree.inside(content))
    if top is None:
        return ()
    held = tree.children(top, "advmod", "det")
    held += [n for subject in tree.children(top, "nsubj") for n in tree.children(subject, "det")]
    return tuple(tree.words[n].span for n in held if tree.lows[n] in NOT)[:1]


def _asks(clause: Clause) -> Spans:
    """Takes: "Is it open?" Leaves: "It is open."."""
    return clause.words(clause.at) if clause.question else ()


def _promises(clause: Clause) -> Spans:
    """Takes: "we will pay every driver". Leaves: "prices will rise", nobody's own act; "we will not pay"."""
    will = clause.aux(WILL)
    verb = clause.tree.words[clause.at].upos == "VERB"
    passive = clause.tree.child(clause.at, "nsubj:pass") is not None
    would = clause.tree.lows[will or 0] in ("would", "'d")
    conditional = would and (clause.quoted or clause.tree.children(clause.at, "advcl"))
    if (
        will is None
        or not clause.own
        or not verb
        or passive
        or conditional
        or clause.negation is not None
    ):
        return ()
    return clause.words(clause.subject, will)


def _refuses(clause: Clause) -> Spans:
    """Takes: "we will not sign", "it would be inexpedient". Leaves: "it will not rain"."""
    if soft := clause.phrase("refuse_phrase"):
        return soft
    will = clause.aux(WILL)
    verb = clause.tree.words[clause.at].upos == "VERB"
    if will is not None and clause.own and verb and clause.negation is not None:
        return clause.words(clause.subject, will, clause.negation)
    return ()


def _threatens(clause: Clause) -> Spans:
    """Takes: "or we will close the road". Leaves: "we will close the road in May"."""
    opens = clause.tree.child(clause.at, "cc")
    will = clause.aux(WILL)
    if opens is None or will is None or not clause.own or clause.tree.lows[opens] != "or":
        return ()
    return clause.words(opens, will)


def _urges(clause: Clause) -> Spans:
    """Takes: "they must act", "look at your slips". Leaves: "it must have rained", which guesses."""
    duty = clause.aux(DUTY)
    guess = any(clause.tree.lows[n] == "have" for n in clause.tree.children(clause.at, "aux"))
    if duty is not None and not guess and not clause.question:
        return clause.words(duty)
    if told := clause.phrase("urge_modal"):
        only = [span for span in told if span.cut(clause.tree.text).lower() not in DUTY]
        have = [n for n in (clause.at,) if clause.tree.lows[n] in ("need", "needs", "has", "have")]
        if (
            only
            and (have or len(only[0].cut(clause.tree.text).split()) > 1)
            and not clause.question
        ):
            return tuple(only[:1])
    return () if clause.phrase("apology") else _imperative(clause)


def _imperative(clause: Clause) -> Spans:
    """Takes: "Look at your slips". Leaves: "Looked at twice, it was gone"."""
    tree, at = clause.tree, clause.at
    bare = tree.words[at].upos == "VERB" and not tree.lows[at].endswith(("ing", "ed", "s"))
    alone = not any(
        tree.relation(n) in ("nsubj", "aux", "mark", "csubj", "expl", "cop") for n in tree.held[at]
    )
    opens = all(
        tree.words[n].upos in ("PUNCT", "ADV", "INTJ", "CCONJ", "PART")
        for n in range(clause.first, at)
    )
    root = tree.relation(at) in ("root", "ccomp", "parataxis")
    if clause.quoted and bare and alone and opens and root:
        return clause.words(at)
    return ()


def _requests(clause: Clause) -> Spans:
    """Takes: "please wait". Leaves: "it pleased us"."""
    tree = clause.tree
    please = [n for n in range(clause.first, clause.stop) if tree.lows[n] == "please"]
    return clause.words(*please[:1])


def _predicts(clause: Clause) -> Spans:
    """Takes: "prices will rise", "it may come early". Leaves: "we will pay", one's own act; "it may be true"."""
    event = clause.tree.words[clause.at].upos == "VERB"
    will = clause.aux(WILL | MIGHT) if event else clause.aux(WILL)
    have = any(clause.tree.lows[n] == "have" for n in clause.tree.children(clause.at, "aux"))
    depends = clause.phrase("power_of", "power_with", "open") or _by_decision(
        clause
    )  # it will depend, will be made by
    if will is None or clause.own or have or clause.question or depends:
        return ()
    if clause.tree.lows[will] in ("would", "'d") and clause.quoted:
        return ()
    return clause.words(will)


def _by_decision(clause: Clause) -> bool:
    """Whether it says by whom something will be decided: "will be made by the council"."""
    passive = clause.marks.tells(clause.tree.lows[clause.at], "power_passive")
    return passive and clause.tree.child(clause.at, "obl:agent") is not None


def _warns(clause: Clause) -> Spans:
    """Takes: "if we wait, people will die". Leaves: "if we wait, we save a day"."""
    danger = clause.phrase("danger")
    if danger and (
        clause.phrase("condition_opener")
        or clause.aux(WILL | {"could", "may", "might"}) is not None
    ):
        return danger
    return ()


def _denies(clause: Clause) -> Spans:
    """Takes: "it is not true", "we never met". Leaves: "it is not raining"."""
    if untrue := clause.phrase("deny_phrase"):
        return untrue
    past = clause.aux(PAST)
    no = clause.negation
    if no is not None and clause.own and (past is not None or clause.tree.lows[no] == "never"):
        return clause.words(past, no)
    return ()


def _phrase(name: str) -> Rule:
    """A rule that takes a clause with a phrase of a class, which nothing negates right before."""

    def rule(clause: Clause) -> Spans:
        return tuple(span for span in clause.phrase(name) if not _negated(clause, span))[:1]

    return rule


def _negated(clause: Clause, span: Span) -> bool:
    run = clause.tree.over(span)
    return any(clause.tree.lows[n] in NOT for n in range(max(clause.first, run[0] - 3), run[0]))


def _accuses(clause: Clause) -> Spans:
    """Takes: "they lied to us". Leaves: "we lied"; "the law was broken by a storm"."""
    wrong = clause.phrase("wrongdoing")
    return wrong[:1] if wrong and not clause.own and clause.subject is not None else ()


def _judges(name: str) -> Rule:
    """A rule that takes a clause whose words of judgement are of a class, on balance."""
    other = "good" if name == "bad" else "bad"

    def rule(clause: Clause) -> Spans:
        if clause.own:
            return ()
        mine = clause.phrase(name)
        flipped = [span for span in mine if _negated(clause, span)]
        against = clause.phrase(other)
        turned = [span for span in against if _negated(clause, span)]
        for_it = len(mine) - len(flipped) + len(turned)
        against_it = len(against) - len(turned) + len(flipped)
        return (*mine, *turned)[:1] if for_it > against_it else ()

    return rule


def _permits(clause: Clause) -> Spans:
    """Takes: "they may stay", "you can leave". Leaves: "it may rain"; "we can see it"."""
    if told := _phrase("permit_phrase")(clause):
        return told
    free = clause.aux(FREE)
    who = clause.subject
    if (
        free is None
        or who is None
        or clause.negation is not None
        or clause.tree.lows[who] not in YOU
    ):
        return ()
    return clause.words(free)


def _intends(clause: Clause) -> Spans:
    """Takes: "we plan to close". Leaves: "they plan to close"."""
    if not clause.own or clause.negation is not None:
        return ()
    here = {clause.at, *clause.tree.children(clause.at, "aux", "cop", "advmod")}
    lead = {clause.tree.words[n].span.start for n in here}
    return tuple(span for span in clause.phrase("plan_word") if span.start in lead)[:1]


def _wants(clause: Clause) -> Spans:
    """Takes: "we want the same", "I hope to sail". Leaves: "they want the same", "what we want is here"."""
    lead = clause.words(clause.at)
    wishes = [span for span in clause.phrase("want_word") if span.meets(lead[0])]
    return tuple(wishes[:1]) if clause.own and clause.quoted and clause.negation is None else ()


def _confirms(clause: Clause) -> Spans:
    """Takes: "Yes, it was ours". Leaves: "that the general had confirmed it", who is somebody else."""
    return clause.phrase("confirm_phrase")[:1] if clause.own or clause.quoted else ()


RULES: tuple[tuple[Act, Rule], ...] = (
    (Act.THREATEN, _threatens),
    (Act.RESERVE, _phrase("reserve_phrase")),
    (Act.REFUSE, _refuses),
    (Act.PROMISE, _promises),
    (Act.FORBID, _phrase("forbid_phrase")),
    (Act.PERMIT, _permits),
    (Act.APOLOGISE, _phrase("apology")),
    (Act.REQUEST, _requests),
    (Act.URGE, _urges),
    (Act.ACCUSE, _accuses),
    (Act.WARN, _warns),
    (Act.DENY, _denies),
    (Act.ENDORSE, _phrase("support_phrase")),
    (Act.INTEND, _intends),
    (Act.PREDICT, _predicts),
    (Act.CRITICISE, _judges("bad")),
    (Act.PRAISE, _judges("good")),
    (Act.WANT, _wants),
    (Act.CONFIRM, _confirms),
    (Act.ASK, _asks),
)
