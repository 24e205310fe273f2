"""What the report says of the author: the sentences in which the author infers, judges, argues or asks."""

from hearsay.faces.export.entries import Entry, Section, quoted
from hearsay.reading.reading import Reading
from hearsay.reading.voice import VoiceKind

DOES = {
    VoiceKind.INFERENCE: "infers",
    VoiceKind.JUDGEMENT: "judges",
    VoiceKind.ARGUMENT: "argues",
    VoiceKind.QUESTION: "asks",
}
"""What the author does, in the order in which it is told."""


def own_voice(reading: Reading) -> Section:
    """The sentences in which the author speaks as the author, by what is done in them."""
    numbered = list(enumerate(reading.own_voice, 1))
    return Section(
        "The author’s own voice",
        tuple(
            Entry(
                quoted(reading, (one.span,)),
                id=f"w{number}",
                at=one.span,
                group=f"the author {does}",
            )
            for kind, does in DOES.items()
            for number, one in numbered
            if one.kind is kind
        ),
    )
