"""The own clause: what a speaker says that he does, as a word of the table of senses names it.

"Said he was willing to go" agrees, "I ask for thirty hours" requests, "had full confidence in her" endorses: the word
that names the act stands in what is said, and its subject is the one who speaks or his side.

Source: Austin (1962), How to Do Things with Words, on explicit performatives; the frames as in `hearsay.language.senses`.
"""

from collections.abc import Mapping, Sequence

from hearsay.language.senses import ANY, Sense
from hearsay.reader.acts.binding import befalls
from hearsay.reader.acts.clauses import Clause
from hearsay.reader.acts.helping import COULD, DUTY, WILL, WOULD
from hearsay.reading.attribution import Act
from hearsay.text.span import Spans

NAMED = frozenset(
    {
        *(Act.AGREE, Act.WANT, Act.INTEND, Act.REFUSE, Act.ENDORSE, Act.REQUEST, Act.PROMISE, Act.URGE),
        *(Act.FORBID, Act.RESERVE, Act.DENY, Act.CRITICISE, Act.PRAISE, Act.DOUBT),
        *(Act.APOLOGISE, Act.THREATEN, Act.WARN, Act.ACCUSE),
    }
)  # fmt: skip
"""Acts that one does by naming them."""

TURNED = {
    Act.AGREE: Act.REFUSE,
    Act.ENDORSE: Act.CRITICISE,
    Act.INTEND: Act.REFUSE,
    Act.ACCUSE: None,
}
"""What is done where the word is negated: "not willing to" refuses. Of others nothing is."""

STANDING = (Act.PROMISE, Act.RESERVE, Act.FORBID)
"""Acts that still hold after they were done: "said it had offered to pay"."""

ASKED = (
    Act.REQUEST,
    Act.URGE,
    Act.PROMISE,
    Act.CRITICISE,
    Act.PRAISE,
    Act.ACCUSE,
    Act.WARN,
    Act.THREATEN,
    Act.ENDORSE,
)
"""Acts that somebody else does where they are put in the passive."""

BIDS = (Act.REQUEST, Act.URGE)
"""Acts that are over when they were done: "we have asked for two years"."""

LINKING = frozenset(
    {
        *("remain", "remains", "remained", "stay", "stays", "stayed", "feel", "felt", "stand"),
        *("stands", "stood"),
    }
)
MINE = frozenset({"my", "our", "his", "her", "its", "their", "any"})
TOLD = frozenset({"VERB", "ADJ", "NOUN"})
POS = {"VERB": "verb", "ADJ": "adjective", "NOUN": "phrase"}


def named(clause: Clause, known: Mapping[str, tuple[Sense, ...]]) -> tuple[Act, Spans] | None:
    """The act that a clause names of the one who speaks, and the word that names it; None where it names none.

    Takes: "he was willing to go", "I ask for thirty hours", "it hoped to sail". Leaves: "they were willing to go"; "I asked
    for thirty hours", in a quotation, which tells of what was done; "I do not ask for it".
    """
    at = linked(clause)
    if not clause.own or clause.question or at is None:
        return None
    sense = None if _done_to(clause, at) else _sense(clause, at, known)
    if (
        sense is None
        or (Act(sense.act) not in NAMED and not _is_sure(sense))
        or _told_of_before(clause, sense)
    ):
        return None
    if _is_sure(sense):
        sure = clause.negation is not None and clause.marks.tells(
            clause.tree.lows[at], "certain_of"
        )
        return (Act.DOUBT, clause.words(clause.negation, at)) if sure else None
    if sense.lemma == "going to" and befalls(clause, at):
        return None
    return _turned(clause, at, sense)


def _is_sure(sense: Sense) -> bool:
    """Whether a quality of mind holds something to be so; who is not sure doubts it."""
    return sense.act == Act.BELIEVE.value and sense.pos in ("adjective", "phrase")


def _turned(clause: Clause, at: int, sense: Sense) -> tuple[Act, Spans] | None:
    """The act of a sense, as negation and helping verbs turn it: who is "not trying to hide it" denies that he does."""
    if clause.negation is not None and clause.marks.tells(clause.tree.lows[at], "mere_try"):
        return Act.DENY, clause.words(clause.negation, at)
    told = Act(sense.act)
    act: Act | None = told
    expects = {clause.tree.lows[n] for n in clause.tree.children(clause.at, "aux")}
    if expects & DUTY and act is not Act.URGE:
        act = None  # we should oppose it: what others are urged to
    elif expects & COULD and act in (
        Act.REFUSE,
        Act.THREATEN,
        Act.PROMISE,
        Act.FORBID,
        Act.INTEND,
        Act.ACCUSE,
    ):
        act = None
    elif act is Act.AGREE and "have" in expects and expects & (WOULD | COULD):
        act = None  # he could have lived with it
    elif sense.lemma == "regret":
        act = Act.APOLOGISE if _own_doing(clause, at) else Act.CRITICISE
    elif clause.negation is not None:
        act = TURNED.get(told) if told is not Act.INTEND or sense.frame == "to" else None
    elif act is Act.REQUEST and expects & WILL:
        act = Act.REQUEST if clause.quoted else Act.INTEND  # would ask the board: not asked yet
    elif act is Act.URGE and expects & WILL and not clause.quoted:
        act = Act.PROMISE
    return (act, clause.words(clause.negation, at)) if act else None


def _done_to(clause: Clause, at: int) -> bool:
    """Whether another does it: "it was turned down"; not "we are prepared to go"."""
    return clause.tree.child(at, "aux:pass") is not None and clause.tree.child(at, "cop") is None


def _own_doing(clause: Clause, at: int) -> bool:
    """Whether what is regretted is one's own: "regret my remarks", "regret making them", "regretted it"."""
    tree, what = clause.tree, clause.tree.child(at, "obj", "xcomp", "ccomp", "advcl")
    if what is None:
        return True
    mine = any(tree.lows[n] in MINE for n in tree.children(what, "nmod", "det"))
    return (
        mine
        or tree.words[what].upos in ("VERB", "PRON")
        or clause.marks.tells(tree.lows[what], "own_fault")
    )


def linked(clause: Clause) -> int | None:
    """The word that may name an act: the predicate, or what "remained" links to it; None where neither is a word for one."""
    tree, at = clause.tree, clause.at
    if tree.lows[at] in LINKING:
        told = tree.child(at, "xcomp", "acl")
        after = at + 1 if at + 1 < len(tree.words) and tree.words[at + 1].upos == "ADJ" else at
        at = after if after != at or told is None else told
    return at if tree.words[at].upos in TOLD else None


def _told_of_before(clause: Clause, sense: Sense) -> bool:
    """Whether it is told that it was done: "I asked both of them", "said he had asked them"."""
    tree, at = clause.tree, clause.at
    if tree.words[at].upos != "VERB":
        return False
    if sense.lemma == "offer" and clause.quoted and tree.child(at, "iobj", "xcomp") is None:
        return True  # we offer fresh bread
    if tree.child(at, "aux:pass", "nsubj:pass") is not None and Act(sense.act) in ASKED:
        return True  # we have been asked: somebody else asks
    helps = {tree.lows[n] for n in tree.children(at, "aux", "cop")}
    if not clause.quoted:
        return "had" in helps and Act(sense.act) not in STANDING
    low = tree.lows[at]
    bare = low.startswith(sense.lemma.split(" ")[0]) and not low.endswith("ed")
    perfect = bool(helps & {"have", "'ve", "has"}) and Act(sense.act) not in BIDS
    did = "did" in helps  # I didn't agree with it
    return did or ((not bare or low == "set") and not perfect and not helps & {"are", "is"})


def _sense(clause: Clause, at: int, known: Mapping[str, tuple[Sense, ...]]) -> Sense | None:
    """The sense of a predicate, by what hangs on it."""
    tree = clause.tree
    pos = POS[tree.words[at].upos]
    if pos == "phrase" and tree.child(at, "cop") is not None:
        pos = "adjective"  # would be content: a quality, for a noun
    for form in _forms(clause, at):
        frames = frames_of(clause, at)
        fits = [s for s in known.get(form, ()) if s.frame in frames and s.pos in (pos, "phrase")]
        if " " in form:
            fits = [s for s in known.get(form, ()) if s.frame in frames]
        if fits:
            return fits[0]
    return None


def _forms(clause: Clause, at: int) -> Sequence[str]:
    """A word with the one or two after it, the longest first."""
    lows, stop = clause.tree.lows, clause.stop
    return [" ".join(lows[at : at + n]) for n in (3, 2, 1) if at + n <= stop]


def frames_of(clause: Clause, at: int) -> frozenset[str]:
    """The forms of what follows a predicate, by the tree."""
    tree = clause.tree
    inner = tree.child(at, "xcomp", "ccomp", "advcl")
    held = tree.children(at, "obl", "advcl", "xcomp")
    cases = {tree.lows[m] for n in held for m in tree.children(n, "case", "mark")}
    opens = {tree.lows[n] for n in (tree.children(inner, "mark") if inner is not None else [])}
    obj = tree.child(at, "obj")
    openers = ("as", "for", "against")
    frame: str | None = next((opener for opener in openers if opener in cases), None)
    if inner is not None and "to" in opens:
        frame = "to"
    elif inner is not None and tree.relation(inner) == "ccomp":
        frame = "that"
    elif inner is not None and tree.lows[inner].endswith("ing") and obj is None:
        frame = "ing"
    elif obj is not None and frame is None:
        frame = "np"
    return frozenset({ANY, frame or ANY})
