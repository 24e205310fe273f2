"""What an author does in a sentence of the author's own: asks, argues, judges or infers; by rule, with the words that decide."""

from collections.abc import Iterator
from typing import NamedTuple

from hearsay.reader.voice.sentence import Sentence, Sentences
from hearsay.reading.ground import Ground
from hearsay.reading.voice import VoiceKind
from hearsay.text.span import Span, joined


class Rule(NamedTuple):
    """How a kind is told.

    Attributes:
        name: of the rule, as a ground names it.
        kind: that it tells.
        note: why, in words that a reader of news accepts.
    """

    name: str
    kind: VoiceKind
    note: str


ASKS = Rule(
    "asks_in_own_voice", VoiceKind.QUESTION, "the author asks, and nobody is quoted as asking"
)
URGES = Rule(
    "says_what_ought_to_be", VoiceKind.ARGUMENT, "the author says what ought to be done or held"
)
ARGUES = Rule("argues_or_concedes", VoiceKind.ARGUMENT, "the author argues, concedes or refutes")
ANSWERS = Rule(
    "takes_up_what_stands_before",
    VoiceKind.ARGUMENT,
    "the author sets it against what stands before",
)
ANYBODY = Rule(
    "speaks_of_anybody", VoiceKind.ARGUMENT, "the author argues from what holds for anybody"
)
VALUES = Rule(
    "values_a_thing", VoiceKind.JUDGEMENT, "the author calls a thing good or bad, wise or strange"
)
FEELS = Rule(
    "says_how_the_author_feels", VoiceKind.JUDGEMENT, "the author says how the author takes it"
)
TELLS_TO = Rule("tells_the_reader_to", VoiceKind.ARGUMENT, "the author tells somebody to do it")
DENIES = Rule(
    "denies_in_own_voice", VoiceKind.ARGUMENT, "the author denies it, and names no source"
)
CONCLUDES = Rule("draws_a_conclusion", VoiceKind.INFERENCE, "the author draws a conclusion")
SUPPOSES = Rule("puts_it_as_likely", VoiceKind.INFERENCE, "the author says what may or must be so")
THINKS = Rule(
    "says_it_in_the_first_person", VoiceKind.INFERENCE, "the author says what the author thinks"
)
UNSOURCED = Rule(
    "claims_without_a_source", VoiceKind.INFERENCE, "the author explains, and names no source"
)

BY_WORDS = (
    (URGES, "ought"),
    (FEELS, "feels"),
    (THINKS, "i_think"),
    (SUPPOSES, "supposes"),
    (CONCLUDES, "concludes"),
    (ARGUES, "argues"),
    (VALUES, "values"),
    (ANYBODY, "anybody"),
)
"""Rules that a class of the table decides, the first that applies."""


def kind(all_of: Sentences, one: Sentence) -> tuple[VoiceKind, Ground]:
    """The kind of a sentence of the author's own, and why.

    Takes: "But the pier stood." for an argument; "The hall suggests that nobody was told." for an inference.
    Leaves: "Lund asks why the pier went.", which the weights do not take for the author's own.
    """
    rule, spans = next(_told(all_of, one))
    return rule.kind, Ground(f"rule:{rule.name}", joined(spans), rule.note)


def _told(all_of: Sentences, one: Sentence) -> Iterator[tuple[Rule, tuple[Span, ...]]]:
    last = all_of.asks(one)
    if last is not None:
        yield ASKS, (last,)
    told = all_of.tells_to(one)
    if told is not None:
        yield TELLS_TO, (told,)
    for rule, name in BY_WORDS:
        found = all_of.has(one, name)
        if found is not None:
            yield rule, (found,)
    opens = all_of.opens(one, "turns")
    if opens is not None:
        yield ANSWERS, (opens,)
    denied = all_of.denied(one)
    if denied is not None:
        yield DENIES, (denied,)
    yield UNSOURCED, (all_of.stretch(one.top, one.top + 1),)
