"""The readings that the tests of reports and pages are held against."""

from pathlib import Path

import msgspec

from hearsay.reading.actor import SourceType
from hearsay.reading.commitment import (
    Authority,
    Commitment,
    Force,
    Forecast,
    Horizon,
    Probability,
    Qualifier,
    QualifierKind,
)
from hearsay.reading.laws import hold
from hearsay.reading.quotation import Variant
from hearsay.reading.reading import Reading
from hearsay.reading.voice import (
    Candidate,
    Event,
    HeadlineFinding,
    Hypotheses,
    OwnVoice,
    Strength,
    Support,
    VoiceKind,
)
from hearsay.text.article import Dated, Genre
from hearsay.text.span import Span, found
from tests.marked import GROUND, reading

GOLDEN = Path(__file__).parents[2] / "golden"
SAYS = {1: "the Coast Wire agency", 2: "Jonas Vik", 4: "Jonas Vik"}


def column() -> Reading:
    """A column in which one spokesman is quoted by one agency; its author quotes him, too."""
    marked = (GOLDEN / "column" / "article.txt").read_text("utf-8")
    whole = reading(
        marked,
        SAYS,
        title="CONFIRMED: Mayor of Orsk Bay turns down harbour pilots’ request to close the channel",
        genre=Genre.OPINION,
        published="2016-10-30",
        published_is=Dated.GIVEN,
        byline="Maja Rehn",
    )
    agency, *others = whole.actors
    agency = msgspec.structs.replace(agency, source_type=SourceType.NAMED_ORGANISATION)
    return msgspec.structs.replace(whole, actors=(agency, *others))


def notice() -> Reading:
    """A notice in which nobody says anything, without a date."""
    marked = (GOLDEN / "notice" / "article.txt").read_text("utf-8")
    return reading(marked, title="Swimming bath shut for a week")


def weighed() -> Reading:
    """The column with findings of every kind."""
    whole = column()
    text = whole.article.text

    def at(words: str) -> Span:
        span = found(text, words)
        assert span, words
        return span

    held = msgspec.structs.replace(
        whole,
        headline=HeadlineFinding(
            at("CONFIRMED: Mayor of Orsk Bay turns down"),
            Strength.ASSERTED,
            Support.OVERSTATED,
            "The headline asserts a refusal; the article has one spokesman, as one agency reports him.",
            GROUND,
            (at("not quite clear"),),
        ),
        commitments=(
            Commitment(
                "c1", "a1", Force.RESERVE, (at("the right to use every tug that it has"),), 0.8,
                GROUND, "s1", to="a2", condition=(at("in an emergency"),), place=(at("in the roads"),),
                time=(at("at the moment"),), purpose=(at("to bring crews and cargo in"),),
                authority=Authority("a2", (at("the closing of the channel"),)),
            ),
            Commitment("c2", "author", Force.INTEND, (at("here they are"),), 0.8, GROUND),
        ),
        forecasts=(
            Forecast(
                "f1", "author", (at("the channel will be closed soon"),), 0.8, GROUND,
                probability=Probability(at("doubtful"), 0.1, 0.2, 0.3, "people"),
                horizon=Horizon(at("soon")), condition=(at("barring a thaw"),),
            ),
        ),
        own_voice=(
            OwnVoice(at("“What did anyone expect?” one can only say."), VoiceKind.QUESTION, GROUND),
            OwnVoice(
                at(
                    "It is doubtful that the town can hold out much longer; barring a thaw, the channel will be closed "
                    "soon."
                ),
                VoiceKind.INFERENCE, GROUND,
            ),
        ),
        hypotheses=(
            Hypotheses(
                at("“What did anyone expect?”"),
                (Candidate((at("the ice has come early"),), (at("two ships"),), ()),),
                GROUND,
            ),
        ),
        qualifiers=(
            Qualifier(at("not quite clear"), QualifierKind.EVIDENTIAL, GROUND),
            Qualifier(at("for now"), QualifierKind.TEMPORAL, GROUND),
        ),
        variants=(
            Variant(
                at("it would be unwise at the moment to close the channel"),
                at("“it would be unwise at the moment”"), same=False, ground=GROUND, how=("elided",),
            ),
        ),
        timeline=(
            Event(at("this year"), (at("the ice has come early"),), GROUND, "2016-01-01", "2016-12-31"),
            Event(at("at the moment"), (at("to close the channel"),), GROUND),
            Event(at("then"), (at("explained"),), GROUND, "2016-10-28", "2016-10-28"),
        ),
    )  # fmt: skip
    hold(held)
    return held
