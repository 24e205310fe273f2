"""What the author makes of it: own voice, hypotheses, the headline, the order of events."""

from enum import StrEnum

import msgspec

from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans


class VoiceKind(StrEnum):
    """What the author does in the author's own voice."""

    INFERENCE = "inference"
    JUDGEMENT = "judgement"
    ARGUMENT = "argument"
    QUESTION = "question"


class OwnVoice(msgspec.Struct, frozen=True):
    """A sentence in which the author speaks as the author.

    Attributes:
        span: the sentence.
        kind: what the author does in it.
        ground: why it is taken so.
    """

    span: Span
    kind: VoiceKind
    ground: Ground


class Candidate(msgspec.Struct, frozen=True):
    """One explanation, with what the text gives for and against it.

    Attributes:
        claim: the explanation.
        supports: what speaks for it ("for" in the JSON).
        against: what speaks against it.
    """

    claim: Spans
    supports: Spans = msgspec.field(default=(), name="for")
    against: Spans = ()


class Hypotheses(msgspec.Struct, frozen=True):
    """A question, and the explanations that the article weighs.

    Attributes:
        question: the words of the question, where it is asked.
        candidates: the explanations, in the order of the text.
        ground: why they are taken for answers to it.
    """

    question: Span | None
    candidates: tuple[Candidate, ...]
    ground: Ground


class Strength(StrEnum):
    """How surely a headline claims."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    QUESTION = "question"


class Support(StrEnum):
    """How the body bears the headline."""

    SUPPORTED = "supported"
    OVERSTATED = "overstated"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"


class HeadlineFinding(msgspec.Struct, frozen=True):
    """The headline held against its body.

    Attributes:
        span: the headline.
        strength: how surely it claims.
        support: how the body bears it.
        why: the verdict in a line, with the words of both.
        ground: how it was found.
        evidence: the words of the body that decided.
        lost: what was lost or changed on the way, of certainty, attribution, scope, time, act, number, tense, cause, distance.
    """

    span: Span
    strength: Strength
    support: Support
    why: str
    ground: Ground
    evidence: Spans = ()
    lost: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True):
    """Something that happened, and when.

    Attributes:
        time: the words for the time.
        event: the words for what happened.
        ground: how the time was resolved.
        start: first day, ISO 8601; None where it stays open.
        end: last day, ISO 8601; None where it stays open.
    """

    time: Span
    event: Spans
    ground: Ground
    start: str | None = None
    end: str | None = None
