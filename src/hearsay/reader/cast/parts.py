"""Parts: one of several, or some of them, who were a source before: "one of them", "two of the people", "another"."""

from collections.abc import Iterable

from hearsay.reader.cast.descriptions import MANY, NUMBERS
from hearsay.reader.cast.record import Record
from hearsay.reader.clause import Clause
from hearsay.text.span import between

COUNTS = frozenset({"one", "another", "others", *NUMBERS, *MANY})
NEAR = 1500
"""Characters back in which the group was a source."""

THEM = ("them", "these", "those")


def parts(records: Iterable[Record]) -> None:
    """Gives those who are part of a group what is said of all of it: that it is kept unnamed, and why it is there.

    Takes: "Four people briefed on the sale … Two of the people said", "one of them", "another". Leaves: "one of the ships",
    "one witness", and whoever has a name.
    """
    records = list(records)
    for record in records:
        group = _group(record, records)
        if group is not None:
            record.part_of = group.key
            record.hidden = record.hidden or group.hidden


def _group(record: Record, records: Iterable[Record]) -> Record | None:
    """The group that a description is part of, the last that was a source before it."""
    clause = record.named.clause
    if record.bearer is not None or clause is None or clause.low(0) not in COUNTS:
        return None
    alone = len(clause) == 1
    of = [n for n in range(1, min(4, len(clause))) if clause.low(n) == "of"]
    if not alone and not of:
        return None
    noun = "" if alone else clause.low(of[0] + 1 + clause.is_(of[0] + 1, "determiner"))
    noun = noun if alone or noun in THEM else clause.low(_stop(clause) - 1)
    found = []
    for other in records:
        same = alone or noun in THEM or noun == other.named.noun
        if other is record or other.bearer is not None or not other.named.many or not same:
            continue
        for at in other.mentions:
            gap = between(at.end, record.named.span.start)
            if gap is not None and gap.length < NEAR:
                found.append((at.end, other))
    return max(found, key=lambda one: one[0])[1] if found else None


def _stop(clause: Clause) -> int:
    """Where the first aside of a description begins: "one of them |, a Democratic aide"."""
    return next((n for n in range(1, len(clause)) if clause.low(n) in (",", "(")), len(clause))
