"""Forces: where words bind somebody to an action: who, to whom, and the word for the action, in the tree.

Three ways: a statement whose cue has the force ("she refused to sign"); a statement whose words have it ("we will pay");
and a verb or a noun of such a sense anywhere else ("the military's request to resume", "gave them permission to stay").

Source: Searle (1976) for commissives and directives; the frames as in `hearsay.language.senses`.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.language.senses import Sense
from hearsay.reader.acts.content import Performed
from hearsay.reader.acts.judge import Judged
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act, Polarity
from hearsay.reading.commitment import Force
from hearsay.text.span import Spans

FORCES = {Act(force.value): force for force in Force}
DIRECTIVE = (Force.REQUEST, Force.URGE, Force.PERMIT, Force.FORBID)
"""Forces that are about what another does."""

MAYBE = frozenset({"would", "could", "might", "may", "should", "can", "must", "'d"})
UNREAL = frozenset({"if", "unless", "whether", "without"})
UNDONE = frozenset(
    {
        "refuse",
        "refused",
        "refuses",
        "refusing",
        "decline",
        "declined",
        "declines",
        "fail",
        "failed",
        "fails",
    }
)
FRAMES = ("to", "np", "that", "for", "against", "ing")


class Bond(msgspec.Struct, frozen=True):
    """Somebody is bound, or binds.

    Attributes:
        force: what it does.
        action: the word for the action.
        within: the words among which the action stands; empty for all.
        by: the word for who does it; None where the one who speaks does.
        to: the word for who is addressed.
        over: words on which the action hangs and whose conditions and times are its own.
        because: the words that bind.
        rule: the name of the rule.
        said: the statement; None where it is none's.
        whole: the action is told with its own subject.
    """

    force: Force
    action: int
    because: Spans
    rule: str
    within: frozenset[int] = frozenset()
    by: int | None = None
    to: int | None = None
    over: tuple[int, ...] = ()
    said: Statement | None = None
    whole: bool = False


def bonds(
    tree: Tree,
    told: Sequence[Statement],
    judged: Sequence[Judged],
    known: Mapping[str, tuple[Sense, ...]],
    marks: Marking,
) -> list[Bond]:
    """Everything that binds: by statements first, in their order, then by other words."""
    out: list[Bond] = []
    taken: set[int] = set()
    for one, held in zip(told, judged, strict=True):
        found = by_cue(tree, one, held)
        if one.cue is not None:
            taken |= {*tree.over(one.cue)}
        out += [found] if found else []
        out += [bond for done in held.done if (bond := by_content(tree, one, done))]
    return [*out, *elsewhere(tree, known, frozenset(taken), marks)]


def by_cue(tree: Tree, one: Statement, held: Judged) -> Bond | None:
    """What the cue of a statement binds to.

    Takes: "asked the board | to reopen it". Leaves: "did not promise | to pay", which binds nobody.
    """
    if (
        held.cue is None
        or held.clause is not None
        or held.polarity is Polarity.NEG
        or held.ground is None
    ):
        return None
    force = FORCES.get(held.act)
    inside = tree.inside(one.content)
    top = tree.top(inside)
    if force is None or top is None or held.ground.by != "rule:sense_of_cue":
        return None
    action = _deed(tree, top)
    to = _addressee(tree, held.cue, {*inside})
    subject = tree.child(top, "nsubj")
    if to is None and force in DIRECTIVE and subject in inside:
        to = subject
    if to is None and action != top:
        to = _possessor(tree, top)
    over = tuple(n for n in (held.cue, top) if n != action)
    whole = subject is not None and subject != to
    return Bond(
        force,
        action,
        held.ground.because,
        "force_of_cue",
        frozenset(inside),
        None,
        to,
        over,
        one,
        whole,
    )


def by_content(tree: Tree, one: Statement, done: Performed) -> Bond | None:
    """What the words of a statement bind to.

    Takes: "we will pay every driver", "it would be inexpedient to resume". Leaves: "prices will rise".
    """
    force = FORCES.get(done.act)
    if force is None:
        return None
    at = done.clause
    inside = frozenset(tree.inside(one.content))
    subject = tree.child(at, "nsubj")
    verb = tree.words[at].upos == "VERB" or tree.child(at, "xcomp") is None
    inner = tree.child(at, "csubj", "xcomp", "ccomp", "advcl", "acl")
    soft = not any(
        span.meets(tree.words[at].span) is False for span in done.because
    ) and not _own_verb(tree, done)
    if soft and inner is not None and inner in inside and force is not Force.RESERVE:
        to = (
            subject
            if force in DIRECTIVE and subject is not None and tree.relation(subject) == "nsubj"
            else None
        )
        return Bond(force, inner, done.because, "force_of_words", inside, None, to, (at,), one)
    if soft and subject is not None and not verb and force in (Force.REFUSE, Force.FORBID):
        return Bond(force, subject, done.because, "force_of_words", inside, None, None, (at,), one)
    if force is Force.RESERVE:
        right = tree.child(at, "obj")
        action = at if right is None else right
        over = () if right is None else (at,)
        return Bond(
            force,
            action,
            done.because,
            "force_of_words",
            inside,
            subject,
            None,
            over,
            one,
            right is None,
        )
    if force in DIRECTIVE:
        return Bond(force, at, done.because, "force_of_words", inside, None, subject, (), one)
    return Bond(force, at, done.because, "force_of_words", inside, subject, None, (), one)


def _own_verb(tree: Tree, done: Performed) -> bool:
    """Whether the act is done by a helping verb of the predicate itself: "we will pay"."""
    helps = {tree.words[n].span for n in tree.children(done.clause, "aux")}
    return bool(helps & {*done.because})


def elsewhere(
    tree: Tree, known: Mapping[str, tuple[Sense, ...]], taken: frozenset[int], marks: Marking
) -> Iterator[Bond]:
    """What verbs and nouns bind to that are the cue of no statement.

    Takes: "Lund has refused the harbour's request to reopen it": a refusal and a request.
    Leaves: "if Lund refused to reopen it"; "Lund could refuse to"; "no promise to pay".
    """
    for at, word in enumerate(tree.words):
        if at in taken or word.upos not in ("VERB", "NOUN"):
            continue
        pos = "verb" if word.upos == "VERB" else "noun"
        held = [s for s in known.get(tree.lows[at], ()) if s.pos == pos and Act(s.act) in FORCES]
        if not held or _unreal(tree, at):
            continue
        bond = _verb(tree, at, held) if pos == "verb" else _noun(tree, at, held, known, marks)
        if bond is not None:
            yield bond


def _verb(tree: Tree, at: int, held: Sequence[Sense]) -> Bond | None:
    action, frame = _object(tree, at)
    sense = next((s for s in held if s.frame == frame), None)
    passive = tree.child(at, "nsubj:pass") is not None or tree.child(at, "aux:pass") is not None
    by = _agent(tree, at) if passive else _subject(tree, at)
    if sense is None or action is None or by is None:
        return None
    deed = _deed(tree, action)
    to = tree.child(at, "nsubj:pass") if passive else _addressee(tree, at, {*tree.below(action)})
    if to is None and deed != action:
        to = _possessor(tree, action)
    whole = frame == "that"
    because = (tree.words[at].span,)
    over = tuple(n for n in (at, action) if n != deed)
    return Bond(
        FORCES[Act(sense.act)], deed, because, "force_of_verb", by=by, to=to, over=over, whole=whole
    )


def _object(tree: Tree, at: int) -> tuple[int | None, str]:
    """What a verb governs, and the form of it."""
    for child in tree.children(at, "xcomp", "ccomp", "advcl"):
        marks = {tree.lows[n] for n in tree.children(child, "mark")}
        if "to" in marks and tree.words[child].upos in ("VERB", "AUX", "ADJ", "NOUN"):
            return child, "to"
        if tree.relation(child) == "ccomp":
            return child, "that"
    thing = tree.child(at, "obj")
    return (thing, "np") if thing is not None and tree.words[thing].upos == "NOUN" else (None, "")


def _noun(
    tree: Tree,
    at: int,
    held: Sequence[Sense],
    known: Mapping[str, tuple[Sense, ...]],
    marks: Marking,
) -> Bond | None:
    """A noun with an infinitive, or with "on" and a deed: "a pledge to pay", "obligations on separating"."""
    action = next(
        (
            n
            for n in tree.children(at, "acl", "nmod")
            if any(tree.lows[m] in ("to", "on") for m in tree.children(n, "mark", "case"))
            and tree.words[n].upos == "VERB"
        ),
        None,
    )
    if action is None or any(tree.lows[n] == "no" for n in tree.children(at, "det")):
        return None
    by, to = _possessor(tree, at), None
    above = tree.words[at].head
    if tree.relation(at) in ("obj", "conj", "nsubj") and above != at:
        verb = tree.words[above].head if tree.relation(at) == "conj" else above
        senses = known.get(tree.lows[verb], ())
        answers = any(
            Act(s.act) in (Act.REFUSE, Act.AGREE, Act.DENY) and s.pos == "verb" for s in senses
        )
        if answers and by is not None:
            to = _subject(tree, verb)
        elif by is None and marks.tells(tree.lows[verb], "gives_word"):
            by, to = _subject(tree, verb), tree.child(verb, "iobj")
        elif by is None and marks.tells(tree.lows[verb], "keeps_word"):
            by = _subject(tree, verb)
    if by is None:
        return None
    force = FORCES[Act(held[0].act)]
    return Bond(force, action, (tree.words[at].span,), "force_of_noun", by=by, to=to, over=(at,))


def _deed(tree: Tree, at: int) -> int:
    """The action that a noun for asking or promising stands for: of "a request to cross", "cross"."""
    if tree.words[at].upos != "NOUN":
        return at
    inner = [
        n
        for n in tree.children(at, "acl")
        if any(tree.lows[m] == "to" for m in tree.children(n, "mark"))
    ]
    return inner[0] if inner else at


def _addressee(tree: Tree, at: int, inside: set[int]) -> int | None:
    """Who is asked, told, promised: the object of the word, or what follows "to"."""
    for n in tree.children(at, "iobj", "obj"):
        if n not in inside and tree.words[n].entity != "time":
            return n
    told = tree.child(at, "iobj")  # asked | the bank to hold its rate
    if told is not None:
        return told
    for n in tree.children(at, "obl", "nmod"):
        opener = {tree.lows[m] for m in tree.children(n, "case")}
        if n not in inside and opener & {"to", "with"} and _somebody(tree, n):
            return n
    return None


def _somebody(tree: Tree, at: int) -> bool:
    return tree.words[at].upos in ("PROPN", "PRON") or tree.words[at].entity in (
        "person",
        "organization",
    )


def _possessor(tree: Tree, at: int) -> int | None:
    """Whose it is: "the military's request", "a request by the military", "a request from it"."""
    own = tree.child(at, "nmod:poss")
    if own is not None:
        return own
    return next(
        (
            n
            for n in tree.children(at, "nmod")
            if any(tree.lows[m] in ("by", "from") for m in tree.children(n, "case"))
            and _somebody(tree, n)
        ),
        None,
    )


def _agent(tree: Tree, at: int) -> int | None:
    return next(
        (
            n
            for n in tree.children(at, "obl")
            if any(tree.lows[m] == "by" for m in tree.children(n, "case"))
        ),
        None,
    )


def _subject(tree: Tree, at: int) -> int | None:
    """Who does it: the subject; for a verb without one, the subject or the object of the word that governs it."""
    own = tree.subject(at)
    if own is not None:
        return own if tree.relation(own) == "nsubj" else None
    above = tree.words[at].head
    relation = tree.relation(at)
    if above == at:
        return None
    if relation == "acl":
        if tree.words[at].relation.endswith("relcl") or tree.lows[at].endswith("ing"):
            return above
        return _holder(tree, above)
    if relation in ("advcl", "xcomp", "ccomp", "conj"):
        thing = tree.child(above, "iobj", "obj") if relation == "xcomp" else None
        return thing if thing is not None else _subject(tree, above)
    return None


def _holder(tree: Tree, noun: int) -> int | None:
    """Who is to do what hangs on a noun: of "give them a chance to keep it", "them"."""
    own = _possessor(tree, noun)
    if own is not None or tree.relation(noun) != "obj":
        return own
    verb = tree.words[noun].head
    given = tree.child(verb, "iobj")
    return given if given is not None else _subject(tree, verb)


def _unreal(tree: Tree, at: int) -> bool:
    """Whether it is only thought of: under a condition, could be, is not, is asked, is refused."""
    lows = tree.lows
    helps = {lows[n] for n in tree.children(at, "aux", "advmod", "mark", "det")}
    if helps & (MAYBE | UNREAL | {"not", "n't", "never", "no", "whether"}):
        return True
    for above in tree.up(at):
        relation = tree.relation(above)
        if lows[above] in UNDONE:
            return True
        if {lows[n] for n in tree.children(above, "mark")} & UNREAL:
            return True
        if relation in ("root", "parataxis"):
            break
    return tree.relation(at) in ("xcomp", "ccomp") and lows[tree.words[at].head] in UNDONE
