"""A reading with all that makes chains hard: an agency, a spokesman, a document, a denial, a thing not said, a quotation of nobody's."""

import msgspec

from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Act, Kind, Mode, Polarity
from hearsay.reading.laws import hold
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reading
from hearsay.text.article import Dated
from tests.marked import GROUND, reading

TEXT = """
{headline} Toll to rise, agency says

«cue 1|Quoting» «source 1|Nora Vale, the minister's spokeswoman», Harbour Wire wrote: «content 1|“The toll rises in May.”»

«source 2|The mayor» «cue 2|denied» «content 2|that the bridge is unsafe». «source 3|He» «cue 3|did not say» «content 3|that it would close».

«source 4|A report» «cue 4|found» «content 4|that «content 5|«source 5|the owners» «cue 5|want» a ferry»».

«quote|“Nobody asked us,”» was to be read on a wall. «source 6|Harbour Wire» «cue 6|asked» «content 6|why».
"""
ACTORS = (
    Actor("a1", "Harbour Wire", ActorKind.ORGANISATION, SourceType.NAMED_ORGANISATION, GROUND),
    Actor(
        "a2", "Nora Vale", ActorKind.PERSON, SourceType.NAMED_PERSON, GROUND, title="the minister's spokeswoman",
        speaks_for="a3",
    ),
    Actor("a3", "the ministry", ActorKind.STATE, SourceType.NAMED_ORGANISATION, GROUND),
    Actor("a4", "The mayor", ActorKind.UNNAMED, SourceType.UNNAMED_PERSON, GROUND),
    Actor("a5", "A report", ActorKind.DOCUMENT, SourceType.DOCUMENT, GROUND),
    Actor("a6", "the owners", ActorKind.GROUP, SourceType.UNNAMED_GROUP, GROUND),
)  # fmt: skip
CHANGES = {
    "s1": {"speaker": "a2", "chain": ("a1", "a2"), "mode": Mode.DIRECT},
    "s2": {"speaker": "a4", "chain": ("a4",), "mode": Mode.INDIRECT, "act": Act.DENY},
    "s3": {"speaker": "a4", "chain": ("a4",), "mode": Mode.INDIRECT, "polarity": Polarity.NEG},
    "s4": {"speaker": "a5", "chain": ("a5",), "mode": Mode.INDIRECT},
    "s5": {
        "speaker": "a6", "chain": ("a5", "a6"), "mode": Mode.INDIRECT, "act": Act.WANT, "type": Kind.CONTROL,
        "within": "s4",
    },
    "s6": {"speaker": "a1", "chain": ("a1",), "mode": Mode.INDIRECT, "act": Act.ASK},
}  # fmt: skip


def handed_on() -> Reading:
    """The reading."""
    whole = reading(
        TEXT,
        title="Toll to rise, agency says",
        url="https://news.example/toll?page=1",
        outlet="The Sund Gazette",
        byline="Ida Moe",
        published="2026-11-02T06:30:00+01:00",
        published_is=Dated.STATED,
    )
    said = [msgspec.structs.replace(one, **CHANGES[one.id]) for one in whole.attributions]
    quoted = whole.quotations[0].span
    nobody = msgspec.structs.replace(
        said[0], id="s7", source=(), cue=(), content=(quoted,), speaker=None, chain=()
    )
    order = sorted([*said, nobody], key=lambda one: one.content)
    held = msgspec.structs.replace(
        whole,
        actors=ACTORS,
        attributions=tuple(order),
        quotations=(Quotation(quoted, Use.QUOTE, GROUND, "s7"),),
    )
    hold(held)
    return held
