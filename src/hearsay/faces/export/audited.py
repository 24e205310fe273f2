"""Who speaks in an article: each source with its statements, and through whom they come."""

from collections.abc import Iterable

import msgspec

from hearsay.faces.export import facts
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution, Mode
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans


class Audited(msgspec.Struct, frozen=True):
    """One source.

    Attributes:
        actor: who it is.
        said: its statements.
        through: the names of those through whom they come, the outermost last; "" for directly.
    """

    actor: Actor
    said: tuple[Attribution, ...]
    through: tuple[str, ...]

    @property
    def own(self) -> tuple[Attribution, ...]:
        """The statements that are not carried over from the sentence before."""
        return tuple(one for one in self.said if one.explicit)

    def count(self, mode: Mode) -> int:
        """How many of its own statements are in a mode."""
        return sum(one.mode is mode for one in self.own)


def audited(reading: Reading) -> tuple[Audited, ...]:
    """The sources of an article, those who say most first."""
    known = facts.actors_of(reading)
    by_actor: dict[str, list[Attribution]] = {}
    for one in reading.attributions:
        for who in one.speakers:
            by_actor.setdefault(who, []).append(one)
    order = sorted(by_actor.items(), key=lambda one: -len(one[1]))
    return tuple(
        Audited(
            known[actor_id],
            tuple(those),
            tuple(
                dict.fromkeys(through for one in those if (through := facts.through(reading, one)))
            ),
        )
        for actor_id, those in order
    )


def roots(those: Iterable[Attribution]) -> int:
    """By how many independent ways some statements come to the article: one dispatch counts once."""
    return len({one.chain[0] for one in those if one.chain})


def said_in(reading: Reading, spans: Spans) -> str:
    """The words of some spans, each in a line."""
    return " … ".join(facts.one_line(span.cut(reading.article.text)) for span in spans)
