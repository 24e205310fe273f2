"""The content: what somebody does in saying it, where the cue only says that it was said.

"We will pay every driver," she said, promises; "They should pay", urges. The clauses of a content are looked at one
by one; of what they do the act is taken that binds most. Each rule names a sentence that it takes and one that it leaves.

Source: Searle (1976), A Classification of Illocutionary Acts, for the kinds; Palmer (2001) for the modals.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.text.span import Span, Spans

WILL = frozenset({"will", "'ll", "wo", "would", "shall", "'d", "sha"})
NOT = frozenset({"not", "n't", "never", "no"})
OWN = frozenset({"i", "we"})
REPORTED = frozenset({"he", "she", "it", "they", "we", "i"})
YOU = frozenset({"you"})
PAST = frozenset({"did", "had", "has", "have", "was", "were", "'ve", "'d", "ever"})
DUTY = frozenset({"must", "should", "ought"})
FREE = frozenset({"may", "can"})

RANK = (
    Act.THREATEN, Act.REFUSE, Act.PROMISE, Act.RESERVE, Act.FORBID, Act.PERMIT, Act.APOLOGISE, Act.REQUEST, Act.URGE,
    Act.AGREE, Act.ACCUSE, Act.WARN, Act.DENY, Act.ENDORSE, Act.INTEND, Act.PREDICT, Act.CRITICISE, Act.PRAISE,
    Act.WANT, Act.DOUBT, Act.CONFIRM, Act.ASK,
)  # fmt: skip
"""The acts that a content can do, the one that binds most first."""

CLEARLY = frozenset({Act.REFUSE, Act.PERMIT, Act.RESERVE, Act.FORBID, Act.URGE})
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


class Clause(msgspec.Struct, frozen=True):
    """One clause of a content, as the rules ask of it.

    Attributes:
        tree, marks: in which they look.
        at: its predicate.
        first, stop: from its first word to the one after its last.
        held: those of them that are its own.
        own: its subject is the one who speaks, or his side.
        quoted: its words are the speaker's own.
        question: it ends with a question mark.
    """

    tree: Tree
    marks: Marking
    at: int
    first: int
    stop: int
    held: frozenset[int]
    own: bool
    quoted: bool
    question: bool

    @property
    def subject(self) -> int | None:
        """Of its predicate."""
        return self.tree.subject(self.at)

    def aux(self, among: frozenset[str]) -> int | None:
        """A helping verb of the predicate that is one of some forms."""
        held = self.tree.children(self.at, "aux", "cop")
        return next((n for n in held if self.tree.lows[n] in among), None)

    @property
    def negation(self) -> int | None:
        """What negates the predicate."""
        held = self.tree.children(self.at, "advmod", "det")
        return next((n for n in held if self.tree.lows[n] in NOT), None)

    def phrase(self, *names: str) -> Spans:
        """The phrases of some classes in the clause."""
        every = self.marks.found(self.tree.lows, self.first, self.stop, *names)
        found = [m for m in every if m.first in self.held]
        return tuple(
            self.tree.words[m.first].span.hull(self.tree.words[m.stop - 1].span) for m in found
        )

    def words(self, *places: int | None) -> Spans:
        """The spans of some words."""
        return tuple(sorted(self.tree.words[n].span for n in places if n is not None))


Rule = Callable[[Clause], Spans]


def performed(
    tree: Tree, content: Spans, marks: Marking, own: Callable[[int], bool], *, quoted: bool
) -> Performed | None:
    """What a content does; None where it only tells.

    Args:
        tree: of the article.
        content: what is attributed.
        marks: the table of phrases.
        own: whether a subject is the one who speaks.
        quoted: the words are the speaker's own.
    """
    found: dict[Act, Performed] = {}
    for clause in clauses(tree, content, marks, own, quoted=quoted):
        for act, rule in RULES:
            if act not in found and (because := rule(clause)):
                found[act] = Performed(act, because, clause.at)
    return next((found[act] for act in RANK if act in found), None)


def clauses(
    tree: Tree, content: Spans, marks: Marking, own: Callable[[int], bool], *, quoted: bool
) -> Iterator[Clause]:
    """The main clauses of a content: of each sentence the topmost, those coordinated with it, and what "I think" opens."""
    inside = tree.inside(content)
    held = set(inside)
    tops = [
        n
        for n in inside
        if tree.words[n].upos != "PUNCT"
        and (tree.words[n].head not in held or tree.words[n].head == n)
    ]
    todo = [n for n in tops if tree.is_clause(n)] or tops[:1]
    seen: set[int] = set()
    while todo:
        at = todo.pop(0)
        if at in seen:
            continue
        seen.add(at)
        inner = [
            n for n in tree.children(at, "conj", "parataxis") if n in held and tree.is_clause(n)
        ]
        todo += inner
        subject = tree.child(at, "nsubj")
        opinion = tree.lows[at] in (
            "think",
            "believe",
            "know",
            "guess",
            "hope",
            "suppose",
            "mean",
            "say",
        )
        if opinion and subject is not None and tree.lows[subject] in OWN:
            todo += tree.children(at, "ccomp")
        stretch = [n for n in tree.below(at) if n in held and not _below(tree, n, inner, at)]
        end = tree.words[stretch[-1]].span
        who = tree.subject(at)
        yield Clause(
            tree, marks, at, stretch[0], stretch[-1] + 1, frozenset(stretch),
            own=who is not None and own(who),
            quoted=quoted,
            question=end.cut(tree.text) == "?" or end.right(tree.text) == "?",
        )  # fmt: skip


def denied(tree: Tree, content: Spans) -> Spans:
    """What negates the main clause of a content; () where nothing does: "confirmed that there are no plans"."""
    top = tree.top(tree.inside(content))
    if top is None:
        return ()
    held = tree.children(top, "advmod", "det")
    held += [n for subject in tree.children(top, "nsubj") for n in tree.children(subject, "det")]
    return tuple(tree.words[n].span for n in held if tree.lows[n] in NOT)[:1]


def _below(tree: Tree, at: int, others: Sequence[int], stop: int) -> bool:
    """Whether a word hangs on one of some others."""
    while at != stop and tree.words[at].head != at:
        if at in others:
            return True
        at = tree.words[at].head
    return False


def _asks(clause: Clause) -> Spans:
    """Takes: "Is it open?" Leaves: "It is open."."""
    return clause.words(clause.at) if clause.question and clause.quoted else ()


def _promises(clause: Clause) -> Spans:
    """Takes: "we will pay every driver". Leaves: "prices will rise", nobody's own act; "we will not pay"."""
    will = clause.aux(WILL)
    verb = clause.tree.words[clause.at].upos == "VERB"
    passive = clause.tree.child(clause.at, "nsubj:pass") is not None
    conditional = clause.tree.children(clause.at, "advcl") and clause.tree.lows[will or 0] in (
        "would",
        "'d",
    )
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
    will = clause.aux(WILL | {"can", "could"})
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
    """Takes: "prices will rise". Leaves: "we will pay", an act of one's own."""
    will = clause.aux(WILL)
    have = any(clause.tree.lows[n] == "have" for n in clause.tree.children(clause.at, "aux"))
    depends = clause.phrase("power_phrase", "power", "open")  # it will depend, will be made by
    if will is None or clause.own or have or clause.question or depends:
        return ()
    if clause.tree.lows[will] in ("would", "'d") and clause.quoted:
        return ()
    return clause.words(will)


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
    return clause.phrase("plan_word")[:1] if clause.own and clause.negation is None else ()


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
    (Act.CONFIRM, _phrase("confirm_phrase")),
    (Act.ASK, _asks),
)
