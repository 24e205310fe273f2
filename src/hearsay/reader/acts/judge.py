"""Judge: type, act, polarity and certainty of each statement, and how the author passes it on.

The cue's sense comes first; where it only says that something was said or thought, the content tells what was done.
"""

import msgspec

from hearsay.language.marking import marking
from hearsay.language.senses import Sense, senses
from hearsay.reader.acts.beside import Beside
from hearsay.reader.acts.bond import FORCES
from hearsay.reader.acts.conditions import conditions
from hearsay.reader.acts.content import CLEARLY, Performed, denied, performed
from hearsay.reader.acts.cue import negated, sense_of
from hearsay.reader.acts.helping import COULD
from hearsay.reader.acts.narrowing import narrowed
from hearsay.reader.acts.sides import Side, Unnamed
from hearsay.reader.acts.slots import is_passive
from hearsay.reader.acts.surety import both, certainty, passed_on
from hearsay.reader.acts.threatening import unless_done
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Act, Certainty, Kind, Mode, PassedOn, Polarity
from hearsay.reading.ground import Ground
from hearsay.text.span import Spans, without

PLAIN = (Act.ASSERT, Act.OTHER)
MINDS = (Act.BELIEVE,)
TONES = (Act.CRITICISE,)
"""Acts that a cue names by its tone alone: "“I am not paying,” she fumed" refuses."""

LEAVE = (Act.PERMIT, Act.FORBID)
TOLD_TO = (*LEAVE, Act.PROMISE, Act.REFUSE)
"""What is done by telling somebody something, whoever told it."""

SIGNS = (":", "—", "–", "-")
"""Signs that lead in what somebody says word for word, as a transcript has them."""

QUESTIONS = frozenset({"whether", "who", "whom", "whose", "what", "which", "how", "why", "where"})
"""First words of what is asked, in other words than the speaker's."""

BY_CUE = "the sense of the cue, by the form of what follows it"
BESIDE = "the words beside the cue narrow its sense"
BY_CONTENT = "the cue only says that it was said; the act is what these words do"
CONFIRMS_NOT = "what is confirmed is that it is not so"
NEGATED = "the saying is negated"
LOWERED = "the negation is in the cue and bears on what is thought: not to think it is to think it is not so"


class Judged(msgspec.Struct, frozen=True):
    """What a statement does.

    Attributes:
        type, act, polarity, certainty, passed_on: as in `hearsay.reading.attribution`.
        ground: why.
        clause: the predicate that does it, in the tree; None where the cue does.
        cue: the word of the cue that has the sense, in the tree.
        done: what each clause of the content does, where that was asked.
    """

    type: Kind = Kind.COMM
    act: Act = Act.OTHER
    polarity: Polarity = Polarity.POS
    certainty: Certainty = Certainty.UNSPECIFIED
    passed_on: PassedOn = PassedOn.PLAIN
    ground: Ground | None = None
    clause: int | None = None
    cue: int | None = None
    done: tuple[Performed, ...] = ()


class Judge:
    """Judges the statements of one article."""

    def __init__(self, tree: Tree) -> None:
        """Makes ready."""
        self.tree, self.marks, self.senses = tree, marking(), senses()

    def judged(
        self,
        one: Statement,
        speaker: Actor | None = None,
        principal: Actor | None = None,
        others: Spans = (),
    ) -> Judged:
        """What a statement does.

        Args:
            one: the statement.
            speaker: whose it is; None where that is not known.
            principal: for whom the speaker speaks.
            others: what stands in the content and is told of somebody else, who does what it does.
        """
        if not self.tree.words:
            return _by_table(one)
        quoted = one.mode is Mode.DIRECT
        found = one.cue and sense_of(self.tree, one.cue, one.content, self.senses, quoted=quoted)
        if not found:
            held = _by_table(one)
            return self._sure(one, self._said(one, held, speaker, principal, others), None, others)
        sense, at = found
        no = negated(self.tree, at, one.cue, one.source, self.marks) if one.cue else ()
        if sense.type == Kind.FACT.value and self.tree.lows[at] == "no":
            no = (self.tree.words[at].span,)  # has no idea
        told = narrowed(
            Beside(
                self.tree, self.marks, self.senses, one, sense, at, Kind(sense.type), Act(sense.act),
                speaker, negated=bool(no),
            )
        )  # fmt: skip
        because = both((self.tree.words[at].span,), no)
        note = BY_CUE
        if told.polarity is Polarity.NEG:
            note = LOWERED if told.type is Kind.BELIEF and told.act in MINDS else NEGATED
        beside = told.act is not Act(sense.act)
        rule = "rule:beside_cue" if beside else "rule:sense_of_cue"
        held = Judged(
            type=told.type,
            act=told.act,
            polarity=told.polarity,
            ground=Ground(rule, because, BESIDE if beside else note),
            cue=at,
        )
        plain = told.polarity is Polarity.POS
        said = self._said(one, held, speaker, principal, others) if plain else held
        return self._sure(one, said, sense, others)

    def _said(
        self,
        one: Statement,
        held: Judged,
        speaker: Actor | None,
        principal: Actor | None,
        others: Spans,
    ) -> Judged:
        """What the content does, where the cue only says that it was said or thought."""
        nobody = one.source is None and speaker is None and one.mode is Mode.INDIRECT
        confirms = held.act is Act.CONFIRM and self._says(held, "confirm")
        if confirms and (no := denied(self.tree, one.content)):
            ground = Ground("rule:act_of_content", no, CONFIRMS_NOT)
            return msgspec.structs.replace(held, act=Act.DENY, ground=ground)
        if self._vows(one, held):
            return msgspec.structs.replace(held, act=Act.THREATEN)
        if held.act is Act.WARN and not nobody:
            done = self._performed(one, speaker, principal, others)
            return self._harder(one, held, done)
        manner = held.act in TONES and one.mode is Mode.DIRECT
        plain = manner or held.act in (*PLAIN, *MINDS)
        if nobody and held.act in PLAIN and is_passive(self.tree, one.cue):
            return self._was_told(one, held, others)
        if nobody or not plain or held.type is Kind.CONTROL:
            return held
        done = () if self._asks_whether(one) else self._performed(one, speaker, principal, others)
        if manner and not (done and done[0].act in FORCES):
            return held
        if held.act in MINDS:
            done = tuple(one for one in done if one.act in CLEARLY and not self._maybe(one))
        if not done:
            return self._told_so(one, held)
        fears = held.act in MINDS and done[0].act is Act.WARN  # and does not warn of it
        return _by_content(held, done, Act.PREDICT if fears else done[0].act)

    def _was_told(self, one: Statement, held: Judged, others: Spans) -> Judged:
        """What was done to somebody by telling him, by nobody who is named: "has been told | that she may watch"."""
        content = tuple(part for span in one.content for part in without(span, others))
        every = performed(self.tree, content, self.marks, self.senses, Unnamed(), quoted=False)
        done = tuple(each for each in every if each.act in TOLD_TO)
        return _by_content(held, done, done[0].act) if done else held

    def _told_so(self, one: Statement, held: Judged) -> Judged:
        """With a word for how it was said, a sentence is put forward: "“The water came,” she shrugged"; not "“Hello,” he smiled"."""
        whole = any(
            self.tree.is_clause(n) and self.tree.child(n, "nsubj", "nsubj:pass") is not None
            for n in self.tree.inside(one.content)
        )
        said = held.act is Act.OTHER and held.type is Kind.COMM and one.mode is Mode.DIRECT
        return msgspec.structs.replace(held, act=Act.ASSERT) if said and whole else held

    def _vows(self, one: Statement, held: Judged) -> bool:
        """Whether a vow threatens: "vowed to block the road unless a tanker is sent", "to boycott it". Leaves: "promised to pay if they do not"."""
        top = self.tree.top(self.tree.inside(one.content))
        if top is None or not self._says(held, "vow"):
            return False
        hostile = self.marks.found(self.tree.lows, top, top + 4, "hostile")
        harm = any(phrase.first == top for phrase in hostile)
        return harm or bool(unless_done(self.tree, top, self.marks))

    def _says(self, held: Judged, word: str) -> bool:
        """Whether the cue is a form of a word: "confirmed"; not "admitted that he had not paid"."""
        return held.cue is not None and self.tree.lows[held.cue].startswith(word)

    def _harder(self, one: Statement, held: Judged, done: tuple[Performed, ...]) -> Judged:
        """A threat that is told as a warning: "warned that it would sue", "that it will look elsewhere should they strike"."""
        if not done or done[0].act not in (Act.THREATEN, Act.PROMISE, Act.INTEND):
            return held
        inside = {*self.tree.inside(one.content)}
        passive = self.tree.child(done[0].clause, "nsubj:pass", "aux:pass") is not None
        terms = (run for run in conditions(self.tree, self.marks) if run[0] in inside)
        if done[0].act is not Act.THREATEN and (passive or not any(terms)):
            return held
        hard = (msgspec.structs.replace(done[0], act=Act.THREATEN), *done[1:])
        return _by_content(held, hard, Act.THREATEN)

    def _point(self, own: Spans, clause: int | None) -> Spans:
        """Of what is said in several sentences the one that makes the point: which does something, else the first.

        A theme is no sentence: "explained | who decides what | “The staff will certainly be in charge.”"
        """
        inside = self.tree.inside(own)
        if not inside:
            return own
        themes = (inside[0], *(self.tree.top(list(self.tree.over(part))) for part in own))
        said = next((n for n in themes[1:] if n is not None and self.tree.is_clause(n)), inside[0])
        at = clause if clause is not None else said
        number = self.tree.words[at].sentence
        return self.tree.spans([n for n in inside if self.tree.words[n].sentence == number])

    def _asks_whether(self, one: Statement) -> bool:
        """Whether indirect words are a question: "was cryptic about | whether it would pay", "said | who should build it"; not "what he did was wrong"."""
        inside = self.tree.inside(one.content) if one.mode is not Mode.DIRECT else []
        first = next((n for n in inside if self.tree.words[n].upos != "PUNCT"), None)
        if first is None or self.tree.lows[first] not in QUESTIONS:
            return False
        return self.tree.lows[first] == "whether" or self.tree.top(inside) in (
            first,
            self.tree.words[first].head,
        )

    def _maybe(self, one: Performed) -> bool:
        """Whether a forecast within a belief only says that something may be: he believes it, and gives no leave."""
        might = {span.cut(self.tree.text).lower() for span in one.because}
        return one.act in (Act.PREDICT, Act.PERMIT, Act.RESERVE) and bool(might & COULD)

    def _performed(
        self, one: Statement, speaker: Actor | None, principal: Actor | None, others: Spans
    ) -> tuple[Performed, ...]:
        side = Side(self.tree, one, speaker, principal, self.marks)
        content = tuple(part for span in one.content for part in without(span, others))
        spoken = one.cue is not None and one.cue.cut(self.tree.text) in SIGNS
        quoted = one.mode is Mode.DIRECT or spoken
        return performed(self.tree, content, self.marks, self.senses, side, quoted=quoted)

    def _sure(self, one: Statement, held: Judged, sense: Sense | None, others: Spans) -> Judged:
        """With how surely it is put, and how it is passed on."""
        own = tuple(part for span in one.content for part in without(span, others))
        negated = held.polarity is Polarity.NEG  # who did not say it did not vouch for it either
        own = self._point(own, held.clause)
        level, sure = certainty(self.tree, None if negated else one.cue, own, self.marks)
        told = (
            None if negated or held.act is Act.REFUSE else sense
        )  # would neither confirm nor deny
        if level is Certainty.UNSPECIFIED and told is not None:
            level = Certainty(told.certainty)
        leave = held.act in LEAVE and all(
            span.cut(self.tree.text).lower() in COULD for span in sure
        )
        if leave or held.act is Act.ASK:
            level, sure = Certainty.UNSPECIFIED, ()  # may: of leave, not of doubt
        known = told is not None and told.type == Kind.FACT.value
        if known and (held.type is not Kind.FACT or held.act in (Act.CRITICISE, Act.APOLOGISE)):
            told = None  # the court heard it said; he regretted it
        if not one.explicit:
            told = None  # it goes on: the words before it were passed on so
        how, passed = passed_on(self.tree, told, one.cue, one.source, one.content, self.marks)
        ground = held.ground
        if ground is not None and (sure or passed):
            because = both(ground.because, (*sure, *passed))
            ground = msgspec.structs.replace(ground, because=because)
        return msgspec.structs.replace(held, certainty=level, passed_on=how, ground=ground)


def _by_content(held: Judged, done: tuple[Performed, ...], act: Act) -> Judged:
    """With what the first clause of those that do something does."""
    ground = Ground("rule:act_of_content", both(done[0].because, ()), BY_CONTENT)
    return msgspec.structs.replace(held, act=act, ground=ground, clause=done[0].clause, done=done)


def _by_table(one: Statement) -> Judged:
    """What the tables of cues say, without a tree."""
    if one.entry is None:
        act = Act.ASSERT if one.mode is Mode.DIRECT else Act.OTHER  # “It is over,” Lund foghorned
        return Judged(act=act, polarity=one.polarity)
    because: Spans = (one.cue,) if one.cue else ()
    ground = Ground("rule:sense_of_cue", because, BY_CUE)
    return Judged(Kind(one.entry.type), Act(one.entry.act), one.polarity, ground=ground)
