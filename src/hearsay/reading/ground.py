"""Ground: why a finding is there."""

import msgspec

from hearsay.text.span import Spans


class Ground(msgspec.Struct, frozen=True):
    """Why a finding is there. No finding is without one.

    Attributes:
        by: "rule:NAME" or "model:HEAD", whichever put it there.
        because: the words of the article that decided; () where their absence did.
        note: one line that a reader of news accepts as a reason.
    """

    by: str
    because: Spans = ()
    note: str = ""
