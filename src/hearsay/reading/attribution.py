"""Attribution: somebody is said to have said, thought, known or wanted something."""

from enum import StrEnum

import msgspec

from hearsay.reading.ground import Ground
from hearsay.text.span import Spans


class Mode(StrEnum):
    """In whose words the content stands."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Kind(StrEnum):
    """The four types of attribution of the Penn Discourse Treebank (Prasad et al. 2007)."""

    COMM = "comm"
    BELIEF = "belief"
    FACT = "fact"
    CONTROL = "control"


class Act(StrEnum):
    """What the speaker does in saying it. A closed set, see docs/reading.md."""

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    ASK = "ask"
    REQUEST = "request"
    URGE = "urge"
    REFUSE = "refuse"
    AGREE = "agree"
    PERMIT = "permit"
    FORBID = "forbid"
    RESERVE = "reserve"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    PREDICT = "predict"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    PRAISE = "praise"
    ENDORSE = "endorse"
    APOLOGISE = "apologise"
    BELIEVE = "believe"
    INTEND = "intend"
    WANT = "want"
    DOUBT = "doubt"
    KNOW = "know"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether the attribution itself is negated: "did not say that …" is NEG."""

    POS = "pos"
    NEG = "neg"


class Certainty(StrEnum):
    """How surely the speaker puts the content."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"


class PassedOn(StrEnum):
    """How the author passes on what somebody says, apart from how surely the speaker puts it."""

    PLAIN = "plain"
    VOUCHED = "vouched"
    HEDGED = "hedged"
    DISTANCED = "distanced"
    REJECTED = "rejected"


class Attribution(msgspec.Struct, frozen=True):
    """Somebody is said to have said, thought, known or wanted something.

    Attributes:
        id: "s1", "s2", …, in the order of the first character of the content.
        source: the words that name who it is from; () where the text has none.
        cue: the words that make it an attribution; () where the text has none.
        content: what is attributed. Never empty.
        mode: in whose words.
        confidence: calibrated: of those at 0.9, nine in ten are right.
        ground: why it is there.
        speaker: id of the actor whose words or mind it is; None where it is not known.
        jointly: ids of the actors who say it together with the speaker, where the source names several ("Lund and Voss said");
            () where it does not.
        chain: ids of actors, the outermost reporter first, the speaker last; the author only as the speaker of his own
            “I”, where a byline names him.
        may_be: ids of the actors between whom a pronoun stays open, the likelier first; () where it does not.
        via: ids of the channels that the article names.
        within: id of the attribution in whose content this one stands.
        explicit: False where it is carried over from the sentence before, without a cue of its own.
        type: PDTB attribution type.
        act: what the speaker does in saying it.
        polarity: whether the attribution itself is negated.
        certainty: of the content, as the speaker puts it.
        passed_on: how the author passes it on: "said" plainly, "revealed" vouched for, "reportedly" hedged,
            "claimed" at a distance, "falsely said" rejected.
        act_ground: why type, act, polarity, certainty and how it is passed on are what they are; None where
            nothing told them.
        disputed_by: "author" or an actor's id.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    mode: Mode
    confidence: float
    ground: Ground
    speaker: str | None = None
    jointly: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    may_be: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    within: str | None = None
    explicit: bool = True
    type: Kind = Kind.COMM
    act: Act = Act.OTHER
    polarity: Polarity = Polarity.POS
    certainty: Certainty = Certainty.UNSPECIFIED
    passed_on: PassedOn = PassedOn.PLAIN
    act_ground: Ground | None = None
    disputed_by: str | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """The ids of all who say it: the speaker, and those who say it jointly with him; () where that is not known."""
        return () if self.speaker is None else (self.speaker, *self.jointly)
