"""The content: what somebody does in saying it, where the cue only says that it was said.

"We will pay every driver," she said, promises; "They should pay", urges. The clauses of a content are looked at one
by one; of what they do the act is taken that binds most. Each rule names a sentence that it takes and one that it leaves.

Source: Searle (1976), A Classification of Illocutionary Acts, for the kinds; Palmer (2001) for the modals.
"""

from collections.abc import Mapping

import msgspec

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.agreeing import agrees
from hearsay.reader.acts.bidding import requests, urges
from hearsay.reader.acts.binding import (
    decided,
    in_course,
    intends,
    is_going_to,
    may_do,
    promises,
    refuses,
    wants,
)
from hearsay.reader.acts.clauses import NOT, PEOPLE, Clause, Speaks, clauses
from hearsay.reader.acts.denying import denies, echo
from hearsay.reader.acts.helping import MAY, MIGHT, WILL, WOULD
from hearsay.reader.acts.letting import forbids, lets_none, permits
from hearsay.reader.acts.own_clause import named
from hearsay.reader.acts.phrases import Rule, phrase_rule
from hearsay.reader.acts.threatening import threatens
from hearsay.reader.acts.valuing import accuses, blames, praises, supports, unreal, wishes
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.text.span import Spans

PAST = frozenset({"did", "had", "has", "have", "was", "were", "'ve", "'d", "ever"})
IS = frozenset({"is", "are", "'s", "was", "were"})
THAT = frozenset({"it", "that", "this", "which"})

RANK = (
    Act.THREATEN, Act.REFUSE, Act.PROMISE, Act.RESERVE, Act.FORBID, Act.PERMIT, Act.APOLOGISE, Act.REQUEST, Act.URGE,
    Act.AGREE, Act.ACCUSE, Act.WARN, Act.DENY, Act.ENDORSE, Act.INTEND, Act.PREDICT, Act.CRITICISE, Act.PRAISE,
    Act.WANT, Act.DOUBT, Act.CONFIRM, Act.ASK,
)  # fmt: skip
"""The acts that a content can do, the one that binds most first."""

STANDS = (Act.ENDORSE, Act.AGREE)
"""Acts that also "will" does not make a promise, unless on a condition."""

MORE = frozenset({"more", "less", "most", "least"})

FELT_FOR = frozenset(
    {"say", "hear", "see", "him", "her", "them", "you", "your", "they", "he", "she"}
)
"""Words after a "sorry" that apologises for nothing: sorry to hear it, sorry for him, sorry you are leaving."""

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


def performed(
    tree: Tree,
    content: Spans,
    marks: Marking,
    known: Mapping[str, tuple[Sense, ...]],
    side: Speaks,
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
        found = {} if _is_named(tree, clause.at) and not quoted else _found(clause, known)
        best = next((act for act in RANK if act in found), None)
        if best is not None:
            out.append(Performed(best, found[best], clause.at))
    if not _ends_asking(tree, content):
        out = [one for one in out if one.act is not Act.ASK]
    return tuple(sorted(out, key=lambda one: RANK.index(one.act)))


def _is_named(tree: Tree, at: int) -> bool:
    """Whether a noun only names what might be done: "the need to act". Leaves: "the fact that Lund reserves the right", which tells it."""
    told = any(tree.lows[m] == "that" for n in tree.children(at, "acl") for m in tree.held[n])
    return tree.words[at].upos == "NOUN" and not tree.is_clause(at) and not told


def _found(clause: Clause, known: Mapping[str, tuple[Sense, ...]]) -> dict[Act, Spans]:
    """All that one clause does, with the words that show it."""
    found: dict[Act, Spans] = {}
    for act, rule in RULES:
        if because := rule(clause):
            found.setdefault(act, because)
    if Act.INTEND in found and is_going_to(clause):
        found.setdefault(Act.PROMISE, found.pop(Act.INTEND))
    told = None if decided(clause) or wishes(clause) else named(clause, known)
    if told is not None and told[0] is Act.APOLOGISE and Act.APOLOGISE not in found:
        told = None if clause.phrase("apology") else told  # sorry for her
    if told is not None:
        found.setdefault(*told)
        if told[0] in STANDS and not clause.phrase("condition_opener", "proviso"):
            # "we will back it" backs it; "if it is changed", it promises
            found.pop(Act.PROMISE, None)
    return found


def _ends_asking(tree: Tree, content: Spans) -> bool:
    """Takes: "“Is it open?”". Leaves: "“Is it open? I doubt it.”", which answers; "“They cry, ‘Is it open?’”", whose question it is not."""
    end = [tree.lows[n] for n in tree.inside(content)[-2:]]
    cut = bool(content) and content[-1].right(tree.text) == "?"
    return cut or ("?" in end and end[-1] != "’")


def denied(tree: Tree, content: Spans) -> Spans:
    """What negates the main clause of a content; () where nothing does: "confirmed that there are no plans"."""
    top = tree.top(tree.inside(content))
    if top is None:
        return ()
    held = tree.children(top, "advmod", "det")
    held += [n for subject in tree.children(top, "nsubj") for n in tree.children(subject, "det")]
    return tuple(tree.words[n].span for n in held if tree.lows[n] in NOT)[:1]


def _apologises(clause: Clause) -> Spans:
    """Takes: "we are sorry", "our apologies". Leaves: "would rather wait than be sorry", beside the point; "he is sorry for her"; "sorry to hear it"."""
    tree, told = clause.tree, phrase_rule("apology")(clause)
    if not told or not (clause.own or clause.subject is None):
        return ()
    at = tree.over(told[0])[0]
    follows = {*tree.lows[at + 1 : at + 3]}
    of_others = tree.lows[at] == "sorry" and bool(follows & FELT_FOR)
    return () if of_others or (clause.aside(at) and clause.aux(WOULD) is not None) else told


def _asks(clause: Clause) -> Spans:
    """Takes: "Is it open?" Leaves: "It is open."; "It is open, right?", which wants no answer."""
    tag = clause.tree.lows[clause.stop - 1 : clause.stop + 1] == ["right", "?"]
    return clause.words(clause.at) if clause.question and not tag else ()


def _predicts(clause: Clause) -> Spans:
    """Takes: "prices will rise", "it may come early", "we will lose".

    Leaves: "we will pay", one's own act; "it may be true"; "they would have won"; "it would be a disgrace"; "the
    decision will be the minister's".
    """
    tree, at = clause.tree, clause.at
    event = tree.words[at].upos == "VERB"
    will = clause.aux(WILL | MIGHT) if event else clause.aux(WILL)
    have = any(tree.lows[n] == "have" for n in tree.children(at, "aux"))
    depends = clause.phrase("power_of", "power_with", "open", "doubt_phrase") or _by_decision(
        clause
    )
    if will is None or have or clause.question or depends or wishes(clause) or unreal(clause):
        return ()
    befalls = clause.tells("happens_word") and not clause.tells("attitude_word", "perceives")
    who = clause.subject
    advises = who is not None and tree.lows[who] == "you" and tree.lows[will] in MIGHT
    if advises:
        return ()  # you might want to wait
    if clause.own and not (event and (befalls or in_course(clause) or _is_suffered(clause))):
        return ()
    decides = who is not None and clause.marks.tells(tree.lows[who], "decision_noun") and not event
    would = tree.lows[will] in WOULD
    valued = would and not event and clause.phrase("bad", "good")
    if decides or valued or (would and clause.quoted):
        return ()
    return clause.words(will)


def _is_suffered(clause: Clause) -> bool:
    """Takes: "it would be knocked back". Leaves: "it would knock it back"; "it would be paid"."""
    passive = clause.tree.child(clause.at, "nsubj:pass", "aux:pass") is not None
    return passive and not clause.tells("cared_for")


def _is_likely(clause: Clause) -> Spans:
    """Takes: "they are likely to appeal", "prices are not going to rise". Leaves: "it is likely that it rained"; "it was set to music"."""
    tree, at = clause.tree, clause.at
    inner = tree.child(at, "xcomp", "advcl", "ccomp", "csubj")
    to = inner is not None and any(tree.lows[n] == "to" for n in tree.children(inner, "mark"))
    past = inner is not None and any(tree.lows[n] == "have" for n in tree.children(inner, "aux"))
    was = any(tree.lows[n] in PAST for n in tree.children(at, "cop", "aux")) and clause.quoted
    more = any(tree.lows[n] in MORE for n in tree.children(at, "advmod"))
    who = clause.subject
    thing = (
        who is not None and tree.words[who].entity not in PEOPLE and tree.words[who].upos == "NOUN"
    )
    no = clause.negation is not None and not (thing and tree.lows[at] == "going")
    befalls = inner is not None and clause.marks.tells(tree.lows[inner], "happens_word")
    other = (clause.own and not befalls) or clause.question or past or was or more or no
    return clause.words(at) if to and not other and clause.tells("likely_word") else ()


def _by_decision(clause: Clause) -> bool:
    """Whether it says by whom something will be decided: "will be made by the council"."""
    passive = clause.marks.tells(clause.tree.lows[clause.at], "power_passive")
    return passive and clause.tree.child(clause.at, "obl:agent") is not None


def _reserves(clause: Clause) -> Spans:
    """Takes: "we keep our options open", "we may sail". Leaves: "he may sail, depending on the tide"; "have not ruled out that he fell"."""
    thing = clause.tree.child(clause.at, "obj", "ccomp")
    so = thing is not None and clause.tree.lows[thing + 1 : thing + 2] == ["that"]
    return (() if so else phrase_rule("reserve_phrase")(clause)) or may_do(clause)


def _warns(clause: Clause) -> Spans:
    """Takes: "people will die", "we fear that it will flood". Leaves: "it could have killed many"; "we will help if it kills"; "nobody will die"."""
    tree, no = clause.tree, clause.negation is not None
    told = tree.child(clause.at, "ccomp") is not None
    if clause.own and told and clause.tells("fears") and not no:
        return clause.words(clause.at)
    danger = tuple(s for s in clause.phrase("danger") if not clause.aside(clause.tree.over(s)[0]))
    have = any(tree.lows[n] == "have" for n in tree.children(clause.at, "aux"))
    may = clause.aux(WILL | MAY) is not None and not (have or no)
    return danger if may and not clause.own else ()


def _expects(clause: Clause) -> Spans:
    """Takes: "we now expect revenue of 2 billion", "we forecast a loss". Leaves: "they expect rain"; "we had expected it"."""
    tree = clause.tree
    had = any(tree.lows[n] in PAST for n in tree.children(clause.at, "aux"))
    told = clause.own and clause.tells("expects_word") and not had and clause.negation is None
    return clause.words(clause.at) if told else ()


RULES: tuple[tuple[Act, Rule], ...] = (
    (Act.THREATEN, threatens),
    (Act.RESERVE, _reserves),
    (Act.REFUSE, refuses),
    (Act.REFUSE, lets_none),
    (Act.PROMISE, promises),
    (Act.FORBID, forbids),
    (Act.PERMIT, permits),
    (Act.APOLOGISE, _apologises),
    (Act.REQUEST, requests),
    (Act.URGE, urges),
    (Act.ACCUSE, accuses),
    (Act.WARN, phrase_rule("warn_phrase")),
    (Act.WARN, _warns),
    (Act.DENY, denies),
    (Act.ENDORSE, supports),
    (Act.AGREE, agrees),
    (Act.INTEND, intends),
    (Act.INTEND, decided),
    (Act.PREDICT, _expects),
    (Act.PREDICT, _predicts),
    (Act.PREDICT, _is_likely),
    (Act.CRITICISE, blames),
    (Act.PRAISE, praises),
    (Act.WANT, wants),
    (Act.DOUBT, phrase_rule("doubt_phrase")),
    (Act.CONFIRM, echo),
    (Act.ASK, _asks),
)
