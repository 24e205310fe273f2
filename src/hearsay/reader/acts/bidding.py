"""Bidding: whether a clause urges or requests.

Each rule is given a clause and returns the words that show the act, () where the clause does not do it. Each names a sentence
that it takes and one that it leaves.


Source: Searle (1976), A Classification of Illocutionary Acts, on commissives and directives; Palmer (2001) for the modals.
"""

from hearsay.language.senses import senses
from hearsay.reader.acts.called import vocative
from hearsay.reader.acts.clauses import PEOPLE, Clause, is_somebody
from hearsay.reader.acts.helping import DUTY, MIGHT, WILL
from hearsay.reader.acts.phrases import negated
from hearsay.text.span import Span, Spans

HAVE_TO = frozenset({"have", "need", "has", "needs"})
OPENS = frozenset({"how", "why", "who", "whom", "what", "which", "all"})
"""First words of a clause that bids nobody: "how we should live"; "all you have to do is look"."""


THINGS = frozenset({"it", "that", "this", "there", "something", "everything"})
WHOM = frozenset({"him", "her", "them", "you", "everyone", "everybody", "it"})


def urges(clause: Clause) -> Spans:
    """Takes: "they must act", "look at your slips". Leaves: "it must have rained", which guesses."""
    if bidden := _expects_of(clause):
        return bidden
    duty = clause.aux(DUTY)
    guess = any(clause.tree.lows[n] == "have" for n in clause.tree.children(clause.at, "aux"))
    who = clause.subject
    mine = who is not None and clause.tree.lows[who] == "i"
    inverted = duty is not None and who is not None and duty < who  # should it rain
    if (
        mine
        or inverted
        or (duty is not None and (_is_to_be(clause) or _is_due(clause, duty)))
        or clause.phrase("idle_phrase")
        or any(clause.tree.lows[n] in OPENS for n in opening(clause)[:1])
    ):
        return ()
    if _has_to(clause) and (clause.negation is not None or _own_need(clause)):
        return ()  # need not
    if duty is not None and clause.negation is not None and clause.tells("construes"):
        return ()  # it should not be read as: denies
    if duty is not None and not guess and not clause.question:
        return clause.words(duty)
    if clause.aux(WILL | MIGHT) is not None and clause.tree.lows[clause.at] in ("have", "need"):
        return ()  # would have to: what follows from it
    modal = (s for s in clause.phrase("urge_modal") if not guess and not negated(clause, s))
    if told := [span for span in modal if not _known(clause, span)]:
        only = [span for span in told if span.cut(clause.tree.text).lower() not in DUTY]
        have = [n for n in (clause.at,) if clause.tree.lows[n] in ("need", "needs", "has", "have")]
        several = bool(only) and len(only[0].cut(clause.tree.text).split()) > 1
        if several and only[0].cut(clause.tree.text).lower().startswith("let"):
            first = clause.tree.over(only[0])[0]  # not: they let us do it
            several = first in opening(clause) and clause.tree.child(first, "nsubj") is None
        asked = (have or several) and not (clause.question or _past(clause) or _aims(clause))
        if asked and only:
            return tuple(only[:1])
    return () if clause.phrase("apology") else _imperative(clause)


def _is_due(clause: Clause, duty: int) -> bool:
    """Takes: "it should last a day", "the line should reach us by May", which is expected; "she must win two states", to come where she is bound.

    Leaves: "the board should act"; "the road should be closed"; "it must stop"; "it should not start".
    """
    tree, who = clause.tree, clause.subject
    if who is None or clause.negation is not None:
        return False
    if tree.lows[duty] == "must":
        return tree.words[who].upos == "PROPN" and clause.tells("attains", "happens_word")
    passive = tree.child(clause.at, "nsubj:pass", "aux:pass") is not None
    thing = tree.words[who].upos == "NOUN" or tree.lows[who] == "it"
    return thing and not passive and not is_somebody(tree, who) and clause.acts


def _own_need(clause: Clause) -> bool:
    """Takes: what they need to do, "they said that | they need to save". Leaves: "we need to save", in their own words."""
    who = clause.subject
    spoken = who is not None and clause.tree.lows[who] == "we"
    return clause.own and not clause.quoted and not spoken


def _known(clause: Clause, told: Span) -> bool:
    """Whether what has to be done stands in what one knows or asks, or only beside the point, as a reason or of a noun.

    Takes: "we know what | has to | be done", "they cannot sell, because they | have to | set a price". Leaves: "we | have to | know",
    "it is clear that we | have to | act".
    """
    tree, at = clause.tree, clause.tree.over(told)[0]
    verb = tree.words[at].head if tree.words[at].upos == "PART" else at
    infinitive = any(tree.lows[n] == "to" for n in tree.children(verb, "mark") if n < at)
    concerns = tree.lows[at + 1 : at + 4] == ["to", "do", "with"]
    if infinitive or concerns or (clause.tells("knowing") and clause.aside(at)):
        return True  # made them have to go; it has to do with it
    while at != clause.at and tree.words[at].head != at:
        reason = tree.relation(at) == "advcl" and not any(
            tree.lows[n] == "why" for n in tree.held[at]
        )
        if reason or tree.words[at].relation == "acl:relcl":
            return True
        at = tree.words[at].head
    return False


def _expects_of(clause: Clause) -> Spans:
    """Takes: "we expect him to honour it", "we would expect any employer to sit down". Leaves: "we expect prices to fall"; "he expects us to"."""
    tree, deed = clause.tree, clause.tree.child(clause.at, "xcomp", "ccomp", "advcl")
    if not (clause.quoted and clause.own and clause.tells("expects_word")) or deed is None:
        return ()
    to = any(tree.lows[n] == "to" for n in tree.children(deed, "mark"))
    after = [n for n in tree.children(clause.at, "obj", "iobj", "nsubj") if n > clause.at]
    whom = next(iter((*after, *tree.children(deed, "nsubj"))), None)
    named = whom is not None and tree.words[whom].upos == "PROPN"
    alive = whom is not None and (tree.words[whom].entity in PEOPLE or tree.lows[whom] in WHOM)
    alive = alive or named
    does = to and alive and tree.words[deed].upos == "VERB" and tree.child(deed, "aux:pass") is None
    happens = clause.marks.tells(tree.lows[deed], "happens_word")
    return clause.words(clause.at) if does and not happens and clause.negation is None else ()


def _has_to(clause: Clause) -> bool:
    """Whether it is what one has to do: "no mother should | have to beg", which blames; "did not have to go", which frees."""
    tree = clause.tree
    return tree.lows[clause.at] in HAVE_TO and tree.child(clause.at, "xcomp") is not None


def _is_to_be(clause: Clause) -> bool:
    """Whether a duty is what a thing is thought to be, and bids nobody: "the difference should be obvious", "it must be late", "she should be ashamed"."""
    tree, who = clause.tree, clause.subject
    thing = (
        who is not None and tree.words[who].entity not in PEOPLE and tree.words[who].upos != "PRON"
    )
    it = who is not None and tree.lows[who] in THINGS
    felt = clause.tells("felt_word") and clause.negation is None
    state = tree.child(clause.at, "cop", "aux:pass") is not None
    return (felt and state) or (
        tree.child(clause.at, "cop") is not None and (thing or it) and not clause.body
    )


def opening(clause: Clause) -> list[int]:
    """The first two words of a clause."""
    wordy = range(clause.first, clause.stop)
    return [n for n in wordy if clause.tree.words[n].upos not in ("PUNCT", "CCONJ")][:2]


def _aims(clause: Clause) -> bool:
    """Whether it is what somebody's end takes, and nobody bids it: "she needs | to win 57 percent". Leaves: "she needs to resign"."""
    tree, deed, who = clause.tree, clause.tree.child(clause.at, "xcomp"), clause.subject
    needs = deed is not None and tree.lows[clause.at] in HAVE_TO
    other = who is not None and tree.lows[who] not in ("you", "we", "i")
    low = tree.lows[deed] if needs and deed is not None else ""
    return other and clause.marks.tells(low, "happens_word", "attains")


def _past(clause: Clause) -> bool:
    """Whether quoted words tell of a duty that was: "we had to wait"."""
    here = {clause.tree.lows[n] for n in (clause.at, *clause.tree.children(clause.at, "aux"))}
    return clause.quoted and "had" in here


def _imperative(clause: Clause) -> Spans:
    """Takes: "Look at your slips", "Do not print that", "If it smells, leave". Leaves: "Looked at twice, it was gone"."""
    tree, at = clause.tree, clause.at
    do_not = [n for n in tree.children(at, "aux") if tree.lows[n] == "do" and clause.negation]
    bare = tree.words[at].upos == "VERB" and not tree.lows[at].endswith(("ing", "ed", "s"))
    bare = bare and not clause.tells("past_form")
    named = vocative(tree, at) if bare else None
    named = named if named is not None and named < at else None
    called = set() if named is None else {named, *tree.below(named)}
    alone = not any(
        n != named
        and tree.relation(n) in ("nsubj", "aux", "mark", "csubj", "expl", "cop")
        and n not in do_not
        for n in tree.held[at]
    )
    terms = {m for n in tree.children(at, "advcl") if n < at for m in tree.below(n)}
    opens = all(
        tree.words[n].upos in ("PUNCT", "ADV", "INTJ", "CCONJ", "PART")
        or n in do_not
        or n in terms
        or n in called
        for n in range(clause.first, at)
    )
    root = tree.relation(at) in ("root", "ccomp", "parataxis") and not _of_another(clause)
    idle = clause.tells("idle_word") or tree.lows[at : at + 2] == ["look", ","]
    if clause.quoted and bare and alone and opens and root and not idle:
        return clause.words(at)
    return ()


def _of_another(clause: Clause) -> bool:
    """Takes: "if somebody had said, ‘Stop the lorries’", whose words they would be. Leaves: "‘Stop the lorries,’" alone."""
    tree, before = clause.tree, clause.at - 1
    while before > 0 and tree.words[before].upos == "PUNCT":
        before -= 1
    marked = any(tree.lows[n] in INNER for n in range(before + 1, clause.at))
    return marked and any(sense.type == "comm" for sense in senses().get(tree.lows[before], ()))


INNER = frozenset({"‘", "'"})


def requests(clause: Clause) -> Spans:
    """Takes: "please wait", "do not print that". Leaves: "it pleased us", "print it", which urges."""
    tree = clause.tree
    please = [
        n
        for n in range(clause.first, clause.stop)
        if tree.lows[n] == "please" and tree.child(n, "nsubj", "aux", "obj") is None
    ]
    return clause.words(*please[:1]) or (_imperative(clause) if clause.negation else ())
