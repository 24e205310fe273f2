"""The audit of sources: who speaks in an article, in what capacity, why, and through whom; as text and as CSV.

The columns are those by which newsrooms audit their sources: name, title, type, standing, and whether the words are
the source's own.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

import msgspec

from hearsay.faces.export import facts
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, Line, rendered, said
from hearsay.faces.export.table import safe
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution, Mode
from hearsay.reading.reading import Reading

COLUMNS = (
    "file", "name", "title", "type", "kind", "standing", "speaks_for", "statements", "quoted",
    "partly_quoted", "reported", "carried_over", "disclosures", "through", "independent_roots",
)  # fmt: skip


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


def audited(reading: Reading) -> tuple[Audited, ...]:
    """The sources of an article, those who say most first."""
    known = facts.actors_of(reading)
    by_actor: dict[str, list[Attribution]] = {}
    for one in reading.attributions:
        if one.speaker is not None:
            by_actor.setdefault(one.speaker, []).append(one)
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


def audit(reading: Reading, name: str, width: int = 80, *, colour: bool = False) -> str:
    """The audit of an article's sources, to read.

    Args:
        reading: of one article.
        name: of the input, for an article without a title.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_lines(reading, name), width, colour=colour)


def _lines(reading: Reading, name: str) -> Iterator[Line]:
    found = audited(reading)
    yield said(reading.article.title or f"(no headline) {name}", indent=0, style=HEAD)
    if not found:
        yield said("No source was found.", indent=0)
        return
    types = dict.fromkeys(one.actor.source_type.value for one in found)
    counted = ", ".join(
        f"{kind} {sum(one.actor.source_type.value == kind for one in found)}" for kind in types
    )
    ways = roots(a for one in found for a in one.said)
    yield said(
        f"{facts.many(len(found), 'source')} ({counted}), by {facts.many(ways, 'independent way')}",
        indent=0,
    )
    for one in found:
        yield BLANK
        yield from _source(reading, one)


def _source(reading: Reading, one: Audited) -> Iterator[Line]:
    actor = one.actor
    yield Line(((actor.name, NAME), (f"  {actor.source_type.value}", DIM)), indent=0, hang=2)
    if actor.title:
        yield said(actor.title, indent=2)
    principal = facts.principal(reading, actor)
    if principal:
        yield said(f"speaks for {principal}", indent=2)
    for span in actor.standing:
        yield said(
            f"why here: “{facts.one_line(span.cut(reading.article.text))}”", indent=2, hang=4
        )
    yield said(f"{facts.many(len(one.said), 'statement')}: {facts.how(one.said)}", indent=2)
    disclosed = sum(facts.disclosure(reading, a) for a in one.said)
    if disclosed:
        yield said(f"{facts.many(disclosed, 'disclosure')}: declined to speak", indent=2)
    for through in one.through:
        yield said(f"through {through}", indent=2, hang=4)


def header() -> str:
    """The row of column names, with its line end."""
    return _written([COLUMNS])


def rows(reading: Reading, name: str) -> str:
    """A row for each source, with line ends; "" where nobody speaks."""
    return _written(_row(reading, name, one) for one in audited(reading))


def _row(reading: Reading, name: str, one: Audited) -> Sequence[object]:
    actor, text = one.actor, reading.article.text
    own = [a for a in one.said if a.explicit]
    counts = [sum(a.mode is mode for a in own) for mode in (Mode.DIRECT, Mode.MIXED, Mode.INDIRECT)]
    return (
        name,
        actor.name,
        actor.title or "",
        actor.source_type.value,
        actor.kind.value,
        " … ".join(facts.one_line(span.cut(text)) for span in actor.standing),
        facts.principal(reading, actor),
        len(one.said),
        *counts,
        len(one.said) - len(own),
        sum(facts.disclosure(reading, a) for a in one.said),
        "; ".join(one.through),
        roots(one.said),
    )


def _written(lines: Iterable[Iterable[object]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [safe(field) for field in line] for line in lines
    )
    return out.getvalue()
