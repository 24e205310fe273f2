"""Commitment, Forecast and Qualifier: what words bind somebody to, foretell, and leave open."""

from enum import StrEnum

import msgspec

from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans


class Force(StrEnum):
    """What a commitment does."""

    REQUEST = "request"
    URGE = "urge"
    REFUSE = "refuse"
    AGREE = "agree"
    PERMIT = "permit"
    FORBID = "forbid"
    RESERVE = "reserve"
    PROMISE = "promise"
    THREATEN = "threaten"
    INTEND = "intend"


class Authority(msgspec.Struct, frozen=True):
    """Who decides over what.

    Attributes:
        who: id of an actor.
        over: the words for what they decide over.
        ground: why it is there.
        attribution: id of the attribution that says so; None where the author says it.
    """

    who: str
    over: Spans
    ground: Ground | None = None
    attribution: str | None = None


class Commitment(msgspec.Struct, frozen=True):
    """What somebody binds himself, or another, to.

    Attributes:
        id: "c1", "c2", ….
        by: id of an actor, or "author"; None where the article names nobody, as in "they were told to wait".
        force: what it does.
        matter: the action itself.
        confidence: calibrated.
        ground: why it is there.
        attribution: id of the attribution that it comes from; None where the author says it.
        to: id of the actor addressed.
        condition: on what it depends.
        place: where it holds.
        time: when, since when, until when it holds.
        purpose: what for.
        authority: who decides.
    """

    id: str
    by: str | None
    force: Force
    matter: Spans
    confidence: float
    ground: Ground
    attribution: str | None = None
    to: str | None = None
    condition: Spans = ()
    place: Spans = ()
    time: Spans = ()
    purpose: Spans = ()
    authority: Authority | None = None


class Probability(msgspec.Struct, frozen=True):
    """How likely the words make it.

    Attributes:
        at: the words.
        low, mid, high: the range that the scale gives them, 0 to 1; all None where it has none for them.
        scale: whose range it is: people, icd203, ipcc or kent; stated where the words name the number themselves.
    """

    at: Span
    low: float | None = None
    mid: float | None = None
    high: float | None = None
    scale: str | None = None


class Horizon(msgspec.Struct, frozen=True):
    """By when a forecast is due.

    Attributes:
        at: the words, where there are any.
        start: first day, ISO 8601, or None.
        end: last day, ISO 8601, or None.
    """

    at: Span | None = None
    start: str | None = None
    end: str | None = None


class Forecast(msgspec.Struct, frozen=True):
    """What somebody says will happen.

    Attributes:
        id: "f1", "f2", ….
        by: "author" or the id of an actor.
        content: what will happen.
        confidence: calibrated.
        ground: why it is there.
        attribution: id of the attribution that it comes from.
        probability: None where the words give none.
        horizon: None where the words give none.
        condition: without which it is void.
    """

    id: str
    by: str
    content: Spans
    confidence: float
    ground: Ground
    attribution: str | None = None
    probability: Probability | None = None
    horizon: Horizon | None = None
    condition: Spans = ()


class QualifierKind(StrEnum):
    """How a qualifier leaves something open."""

    MODAL = "modal"
    EVIDENTIAL = "evidential"
    APPROXIMATOR = "approximator"
    TEMPORAL = "temporal"
    SCOPE = "scope"
    OPEN = "open"
    CONDITION = "condition"


class Qualifier(msgspec.Struct, frozen=True):
    """Words that leave something open.

    Attributes:
        span: the words.
        kind: how they do it.
        ground: why they are taken so.
        on: id of the attribution that they qualify.
    """

    span: Span
    kind: QualifierKind
    ground: Ground
    on: str | None = None
