"""The audit of sources, to read: who speaks in an article, in what capacity, why, and through whom.

It tells that by which newsrooms audit their sources: name, title, type, standing, and whether the words are the
source's own. As rows it stands in `hearsay.faces.export.tables`.
"""

from collections.abc import Iterator

from hearsay.faces.export import facts
from hearsay.faces.export.audited import Audited, audited, roots
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, Line, rendered, said
from hearsay.reading.reading import Reading


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
    yield said(facts.title(reading, name), indent=0, style=HEAD)
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
    if actor.title and actor.title.lower() not in actor.name.lower():
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
