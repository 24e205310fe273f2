"""The content: what somebody does in saying it, where the cue only says that it was said.

"We will pay every driver," she said, promises; "They should pay", urges. The clauses of a content are looked at one
by one; of what they do the act is taken that binds most. Each rule names a sentence that it takes and one that it leaves.

Source: Searle (1976), A Classification of Illocutionary Acts, for the kinds; Palmer (2001) for the modals.
"""

from collections.abc import Callable, Mapping

import msgspec

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.clauses import NOBODY, NOT, Clause, clauses
from hearsay.reader.acts.own_clause import named
from hearsay.reader.acts.sides import Side
from hearsay.reader.acts.valuing import accuses, blames, praises, unreal
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.text.span import Span, Spans

WILL = frozenset({"will", "'ll", "wo", "would", "shall", "'d", "sha"})
YOU = frozenset({"you"})
PAST = frozenset({"did", "had", "has", "have", "was", "were", "'ve", "'d", "ever"})
MIGHT = frozenset({"may", "might"})
DUTY = frozenset({"must", "should", "ought"})
FREE = frozenset({"may", "can"})
CANNOT = frozenset({"can", "ca", "could"})
SHORT = len("indeed")
ALONE = frozenset(",.;!:”\"'’") | {""}
"""What stands after a "yes" or an "I do" that confirms."""

SAYING = frozenset({"tell", "say", "see", "add", "admit", "take", "be", "have", "guess", "bet"})
"""What one announces by "I will" without promising anything: "I'll tell you what"."""

THANKS = frozenset(
    {"thank", "imagine", "look", "say", "suppose", "guess", "forget", "see", "remember", "think"}
)
"""Imperatives that ask for nothing."""

COURSE = frozenset(
    {
        "take",
        "cost",
        "generate",
        "raise",
        "mean",
        "help",
        "make",
        "require",
        "need",
        "create",
        "save",
    }
)
"""What a plan or a measure does, where "it" is no body."""

UNABLE = frozenset(
    {
        *("able", "hear", "heard", "see", "seen", "remember", "expect", "chance", "find", "found", "feel", "felt", "get"),
        *("gotten", "got", "go", "went", "gone", "watch", "watched", "like", "liked", "need", "decide", "decided", "finish"),
        *("finished", "understand", "realise", "realize", "recall", "want", "wanted", "sleep", "slept"),
        *("notice", "noticed", "know", "known", "win", "won", "lose", "lost", "live", "lived", "meet the", "stop", "sure"),
    }
)  # fmt: skip
"""What one did not come to do; nobody holds against anybody that he did."""
PEOPLE = frozenset({"person", "organization"})

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
    tree: Tree,
    content: Spans,
    marks: Marking,
    known: Mapping[str, tuple[Sense, ...]],
    side: Side,
    *,
    quoted: bool,
) -> tuple[Performed, ...]:
    """What each clause of a content does, the one that binds most first; none of those that only tell.

    Args:
        tree: of the article.
        content: what is attributed.
        marks: the table of phrases.
        known: form -> senses.
        side: who speaks, and for whom.
        quoted: the words are the speaker's own.
    """
    out = []
    for clause in clauses(tree, content, marks, side, quoted=quoted):
        found = {act: because for act, rule in RULES if (because := rule(clause))}
        told = named(clause, known)
        if told is not None:
            found.setdefault(*told)
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
    """Takes: "we will pay every driver", "every driver will be paid", from who has it in hand.

    Leaves: "prices will rise", nobody's own act; "we will not pay"; "we will consider it"; "we would welcome it"; "we
    will lose".
    """
    tree, at = clause.tree, clause.at
    will = clause.aux(WILL)
    verb = tree.words[at].upos == "VERB"
    if will is None or not verb or clause.negation is not None or clause.question or unreal(clause):
        return ()
    if tree.lows[will] in ("would", "'d") and clause.quoted:
        return ()
    other = clause.tells("weigh_word", "attitude_word", "happens_word") or _in_passing(clause)
    if tree.child(at, "nsubj:pass", "aux:pass") is not None:
        cared = clause.tells("cared_for") and (clause.body or clause.own) and not _agent(clause)
        return clause.words(will, at) if cared else ()
    return clause.words(clause.subject, will) if clause.own and not other else ()


def _in_passing(clause: Clause) -> bool:
    """Whether "I will" only leads on, or "it will" tells what a plan does: "I'll tell you what", "it would take two months"."""
    low, who = clause.tree.lows[clause.at], clause.subject
    plan = who is not None and clause.tree.lows[who] == "it"
    return (clause.quoted and low in SAYING) or (plan and low in COURSE)


def _agent(clause: Clause) -> bool:
    """Whether it is said by whom it is done."""
    return clause.tree.child(clause.at, "obl:agent") is not None


def _refuses(clause: Clause) -> Spans:
    """Takes: "we will not sign", "it would be inexpedient", "we cannot accept it", "No". Leaves: "it will not rain"."""
    tree = clause.tree
    soft = clause.phrase("refuse_phrase")
    who = clause.subject
    if soft and (clause.own or who is None or not _of_somebody(clause, soft[0])):
        return soft
    verb = tree.words[clause.at].upos == "VERB"
    if clause.negation is None or not clause.own or not verb or clause.question:
        return ()
    will = clause.aux(WILL)
    if will is not None and not clause.tells("happens_word") and not unreal(clause):
        return clause.words(clause.subject, will, clause.negation)
    can = clause.aux(CANNOT)
    if can is not None and clause.tells("agree_word"):
        return clause.words(can, clause.negation)
    return ()


def _of_somebody(clause: Clause, told: Span) -> bool:
    """Whether what will not be is somebody else's: "they are not going to listen"."""
    return (
        told.cut(clause.tree.text).lower().startswith(("not going", "not prepared", "not willing"))
    )


def _threatens(clause: Clause) -> Spans:
    """Takes: "or we will close the road", "we will sue", "we will leave unless they pay", "if one comes, nobody leaves".

    Leaves: "we will close the road in May"; "they will sue".
    """
    tree = clause.tree
    will = clause.aux(WILL)
    who = clause.subject
    unless = clause.phrase("unless_opener")
    if will is None:
        nobody = who is not None and tree.lows[who] in NOBODY and clause.quoted
        now = not tree.children(clause.at, "aux", "cop") and not tree.lows[clause.at].endswith("ed")
        hard = clause.phrase("condition_opener") if nobody and now else ()
        return clause.words(who) if hard else ()
    passive = tree.child(clause.at, "nsubj:pass") is not None and not _agent(clause)
    if not (clause.own or (passive and clause.body)) or clause.negation is not None:
        return ()
    opens = tree.child(clause.at, "cc")
    if opens is not None and tree.lows[opens] == "or":
        return clause.words(opens, will)
    if unreal(clause):
        return ()
    if (hostile := _hostile(clause)) and not (passive and not unless):
        return (*clause.words(will), *hostile[:1])
    harsh = clause.phrase("harsh")
    return (*clause.words(will), *harsh[:1]) if unless and harsh else ()


def _hostile(clause: Clause) -> Spans:
    """Takes: "we will attack them". Leaves: "we will stop an attack", a noun beneath the predicate."""
    tree = clause.tree
    held = [(span, tree.over(span)) for span in clause.phrase("hostile")]
    beside = (clause.at, *tree.children(clause.at, "xcomp", "conj", "obj", "nsubj"))
    return tuple(s for s, run in held if len(run) > 1 or run[0] in beside)


def _urges(clause: Clause) -> Spans:
    """Takes: "they must act", "look at your slips". Leaves: "it must have rained", which guesses."""
    duty = clause.aux(DUTY)
    guess = any(clause.tree.lows[n] == "have" for n in clause.tree.children(clause.at, "aux"))
    who = clause.subject
    mine = who is not None and clause.tree.lows[who] == "i"
    inverted = duty is not None and who is not None and duty < who  # should it rain
    if mine or inverted or clause.tree.lows[clause.first] in ("how", "why"):
        return ()
    if duty is not None and not guess and not clause.question:
        return clause.words(duty)
    if clause.aux(WILL | MIGHT) is not None and clause.tree.lows[clause.at] in ("have", "need"):
        return ()  # would have to: what follows from it
    if told := clause.phrase("urge_modal"):
        only = [span for span in told if span.cut(clause.tree.text).lower() not in DUTY]
        have = [n for n in (clause.at,) if clause.tree.lows[n] in ("need", "needs", "has", "have")]
        several = bool(only) and len(only[0].cut(clause.tree.text).split()) > 1
        if several and only[0].cut(clause.tree.text).lower().startswith("let"):
            opens = {clause.tree.words[n].span for n in _opening(clause)}
            several = any(only[0].meets(span) for span in opens)
        if (have or several) and only and not clause.question and not _past(clause):
            return tuple(only[:1])
    return () if clause.phrase("apology") else _imperative(clause)


def _opening(clause: Clause) -> list[int]:
    """The first two words of a clause."""
    wordy = range(clause.first, clause.stop)
    return [n for n in wordy if clause.tree.words[n].upos not in ("PUNCT", "CCONJ")][:2]


def _past(clause: Clause) -> bool:
    """Whether quoted words tell of a duty that was: "we had to wait"."""
    here = {clause.tree.lows[n] for n in (clause.at, *clause.tree.children(clause.at, "aux"))}
    return clause.quoted and "had" in here


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
    if clause.quoted and bare and alone and opens and root and tree.lows[at] not in THANKS:
        return clause.words(at)
    return ()


def _requests(clause: Clause) -> Spans:
    """Takes: "please wait". Leaves: "it pleased us"."""
    tree = clause.tree
    please = [n for n in range(clause.first, clause.stop) if tree.lows[n] == "please"]
    return clause.words(*please[:1])


def _predicts(clause: Clause) -> Spans:
    """Takes: "prices will rise", "it may come early", "we will lose".

    Leaves: "we will pay", one's own act; "it may be true"; "they would have won"; "it would be a disgrace"; "the
    decision will be the minister's".
    """
    tree, at = clause.tree, clause.at
    event = tree.words[at].upos == "VERB"
    will = clause.aux(WILL | MIGHT) if event else clause.aux(WILL)
    have = any(tree.lows[n] == "have" for n in tree.children(at, "aux"))
    depends = clause.phrase("power_of", "power_with", "open") or _by_decision(clause)
    if will is None or have or clause.question or depends or unreal(clause):
        return ()
    if clause.own and not (event and clause.tells("happens_word")):
        return ()
    who = clause.subject
    decides = who is not None and clause.marks.tells(tree.lows[who], "decision_noun") and not event
    would = tree.lows[will] in ("would", "'d")
    valued = would and not event and clause.phrase("bad", "good")
    if decides or valued or (would and clause.quoted):
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
    bare = clause.tree.lows[clause.at] == "have"  # did not have an answer: a lack, not a denial
    if no is None or not clause.own or bare:
        return ()
    if clause.tree.lows[clause.at] in UNABLE:
        return ()
    if past is not None or clause.tree.lows[no] == "never":
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


def _permits(clause: Clause) -> Spans:
    """Takes: "they may stay", from who has it in hand; "you may leave". Leaves: "it may rain"; "you can see it"."""
    if told := _phrase("permit_phrase")(clause):
        return told
    return clause.words(clause.aux(FREE)) if _lets(clause) and clause.negation is None else ()


def _forbids(clause: Clause) -> Spans:
    """Takes: "they may not stay", "neither may fly over it", from who has it in hand. Leaves: "it may not rain"."""
    if told := _phrase("forbid_phrase")(clause):
        return told
    return clause.words(clause.aux(FREE)) if _lets(clause) and clause.negation is not None else ()


def _lets(clause: Clause) -> bool:
    """Whether "may" lets somebody act: he can act, and who speaks can let him."""
    tree, free, who = clause.tree, clause.aux(FREE), clause.subject
    if free is None or who is None or clause.question or clause.own:
        return False
    acts = tree.words[clause.at].upos == "VERB" and not clause.tells("happens_word")
    may = tree.lows[free] == "may"
    whom = tree.lows[who] in ("they", "neither", "either", *YOU)
    alive = tree.words[who].entity in PEOPLE or whom
    return acts and may and clause.body and alive


def _intends(clause: Clause) -> Spans:
    """Takes: "we plan to close", "we will consider it". Leaves: "they plan to close"; "we will pay"; "we set out to"."""
    if not clause.own or clause.negation is not None or clause.question:
        return ()
    will = clause.aux(WILL)
    would = will is not None and clause.tree.lows[will] in ("would", "'d")
    if will is not None and clause.tells("weigh_word") and not (would and clause.quoted):
        return clause.words(will, clause.at)
    here = {clause.at, *clause.tree.children(clause.at, "aux", "cop", "advmod")}
    lead = {clause.tree.words[n].span.start for n in here}
    return tuple(span for span in clause.phrase("plan_word") if span.start in lead)[:1]


def _wants(clause: Clause) -> Spans:
    """Takes: "we want the same", "I hope to sail". Leaves: "they want the same", "what we want is here"."""
    lead = clause.words(clause.at)
    wishes = [span for span in clause.phrase("want_word") if span.meets(lead[0])]
    return tuple(wishes[:1]) if clause.own and clause.quoted and clause.negation is None else ()


def _confirms(clause: Clause) -> Spans:
    """Takes: "Yes, it was ours". Leaves: "that the general had confirmed it", who is somebody else; "vote yes"."""
    told = clause.phrase("confirm_phrase")[:1] if clause.own or clause.quoted else ()
    first = {clause.tree.words[n].span.start for n in _opening(clause)[:1]}
    short = [span for span in told if span.length <= SHORT]  # yes, I do
    alone = all(s.right(clause.tree.text) in ALONE for s in short)
    return () if not alone or any(s.start not in first or clause.negation for s in short) else told


RULES: tuple[tuple[Act, Rule], ...] = (
    (Act.THREATEN, _threatens),
    (Act.RESERVE, _phrase("reserve_phrase")),
    (Act.REFUSE, _refuses),
    (Act.PROMISE, _promises),
    (Act.FORBID, _forbids),
    (Act.PERMIT, _permits),
    (Act.APOLOGISE, _phrase("apology")),
    (Act.REQUEST, _requests),
    (Act.URGE, _urges),
    (Act.ACCUSE, accuses),
    (Act.WARN, _warns),
    (Act.DENY, _denies),
    (Act.ENDORSE, _phrase("support_phrase")),
    (Act.INTEND, _intends),
    (Act.PREDICT, _predicts),
    (Act.CRITICISE, blames),
    (Act.PRAISE, praises),
    (Act.WANT, _wants),
    (Act.CONFIRM, _confirms),
    (Act.ASK, _asks),
)
