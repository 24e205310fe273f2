"""By outlet: several people whom the article describes alike, told apart by the outlets to which they spoke.

"Officials told the Courier … Officials told the Packet" are two sources: nothing says that the Packet's are the Courier's.
"""

from collections.abc import Callable, Mapping, Sequence

from hearsay.reader.cast.naming import Named
from hearsay.reader.cast.record import Record, begun
from hearsay.reader.cast.roles import AGAIN, DEFINITE
from hearsay.reader.statement import Statement
from hearsay.text.span import Span


def by_outlet(
    records: dict[str, Record],
    told: Sequence[Statement],
    speaker: dict[Span, str | None],
    describe: Callable[[Span], Named],
    outlets: Callable[[Statement], Sequence[str]],
) -> None:
    """Makes those who spoke to another outlet an actor of their own, with whoever is told of after them until the next.

    Takes: "Officials told the Courier … | Officials | told the Packet … they said". Leaves: "The officials also told the Packet",
    "Officials told the Courier … Officials said", whoever has a name.

    Args:
        records: the actors.
        told: the statements, in order.
        speaker: of each source phrase.
        describe: what the words of a phrase say.
        outlets: the keys of the outlets to which a statement was made.
    """
    reached = _reached(records, told, speaker, outlets)
    for key, places in reached.items():
        if len({there for there in places.values() if there}) < 2:  # noqa: PLR2004 - two outlets
            continue
        now, last = key, ""
        for span in sorted(at for at, held in speaker.items() if held == key):
            there = places.get(span, "")
            if there and last and there != last and _begins(named := describe(span)):
                now = f"{key}{AGAIN}{span.start}"
                records[now] = begun(now, named, None, records[key].how)
                records[now].hidden = records[key].hidden
            last = there or last
            if now != key:
                speaker[span] = now
                moved = [at for at in records[key].mentions if span.holds(at)]
                records[now].mentions += moved
                records[key].mentions = [at for at in records[key].mentions if at not in moved]


def _reached(
    records: Mapping[str, Record],
    told: Sequence[Statement],
    speaker: Mapping[Span, str | None],
    outlets: Callable[[Statement], Sequence[str]],
) -> dict[str, dict[Span, str]]:
    """The first outlet to which those without a name spoke, by their keys and where they are named."""
    found: dict[str, dict[Span, str]] = {}
    for one in told:
        key = speaker.get(one.source) if one.source else None
        if one.source and key and one.explicit and records[key].bearer is None:
            reached = found.setdefault(key, {})
            reached[one.source] = reached.get(one.source) or next(iter(outlets(one)), "")
    return found


def _begins(named: Named) -> bool:
    """Whether a phrase describes, without a word that says they are known: "officials", "some friends"; not "the officials", "they"."""
    clause = named.clause
    return named.key is not None and clause is not None and clause.low(0) not in DEFINITE
