"""Actor: somebody or something whose words, mind or will the article speaks of."""

from enum import StrEnum

import msgspec

from hearsay.reading.ground import Ground
from hearsay.text.span import Spans


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class SourceType(StrEnum):
    """How openly a source stands in the article: the six types by which newsrooms audit."""

    NAMED_PERSON = "named person"
    NAMED_ORGANISATION = "named organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous source"
    UNNAMED_PERSON = "unnamed person"
    UNNAMED_GROUP = "unnamed group"


class Actor(msgspec.Struct, frozen=True):
    """Somebody or something whose words, mind or will the article speaks of; some finding names it.

    Attributes:
        id: "a1", "a2", …, in the order of first mention.
        name: the fullest name that the article itself gives; an unnamed source keeps its description.
        kind: what it is.
        source_type: how openly it stands in the article.
        ground: why it is taken for one.
        title: office, authority or expertise; `title_at` where the article gives it.
        title_at: the words of the title.
        standing: where the article says why this source is in it.
        speaks_for: the id of the actor for whom it speaks.
        mentions: every place where it is named as a source.
        link: an identifier from a list that the user gave.
    """

    id: str
    name: str
    kind: ActorKind
    source_type: SourceType
    ground: Ground
    title: str | None = None
    title_at: Spans = ()
    standing: Spans = ()
    speaks_for: str | None = None
    mentions: Spans = ()
    link: str | None = None
