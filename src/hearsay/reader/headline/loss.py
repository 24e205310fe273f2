"""Loss: what is lost or changed between body and headline, by name."""

from enum import StrEnum

import msgspec

from hearsay.text.span import Span


class Loss(StrEnum):
    """What is lost or changed between body and headline."""

    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"
    TIME = "time"
    ACT = "act"
    NUMBER = "number"
    TENSE = "tense"
    CAUSE = "cause"
    DISTANCE = "distance"
    OPPOSITE = "opposite"


class Lost(msgspec.Struct, frozen=True):
    """One thing that was lost, or the opposite said.

    Attributes:
        loss: what.
        body: the words of the body that show it.
        head: the words of the headline; None where it is their absence.
    """

    loss: Loss
    body: Span
    head: Span | None = None
