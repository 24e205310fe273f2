"""Ages: whom "the 71-year-old" and "the teenager" mean, where the article gives one person that age."""

from collections.abc import Iterator, Mapping

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.places import Place
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.clause import Clause

OLD = "-year-old"
BEFORE = 4  # words before a name in which its bearer's age stands: "36-year-old plumber | Gethin Prosser"
OLDEST = 120
COMMAS = (",", "(", "—", "–")
IS = ("is", "was", "who", "now", "aged", "just", "only")
AGE = "age:"


def of_age(register: Register, records: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """The keys of those who are called by their age alone, with those of the one whose age it is.

    Takes: "Ida Lund, 71, lives there. The 71-year-old said no", "19-year-old Tom Moe … The teenager said". Leaves: an age that
    the article gives to two, or to nobody.
    """
    known = [(one, found) for one in register.bearers if one.person and (found := ages(one))]
    for key, record in records.items():
        clause = record.named.clause
        if record.bearer is not None or record.named.many or clause is None or not clause.words:
            continue
        if clause.low(0) in ("a", "an"):
            continue
        wanted = _called(clause, record.named.head)
        holders = [one for one, found in known if not found.isdisjoint(wanted)]
        if len(holders) == 1:
            yield key, f"={holders[0].key}"


def _called(clause: Clause, head: int) -> range:
    """The ages that a description may mean: "the | 71-year-old", "the 36-year-old plumber", "the teenager"."""
    for at in range(head + 1):
        if (age := _year_old(clause.low(at))) is not None:
            return range(age, age + 1)
    found = next((c for c in _classes(clause.lexicon, clause.low(head))), None)
    if found is None:
        return range(0)
    first, _, last = found.removeprefix(AGE).partition("-")
    return range(int(first), int(last) + 1)


def _classes(lexicon: Lexicon, low: str) -> Iterator[str]:
    """The classes of ages that a noun is of."""
    return (one for one in RANGES if lexicon.tells(low, one))


RANGES = ("age:13-19", "age:70-79", "age:80-89", "age:90-99", "age:100-119")


def ages(one: Bearer) -> set[int]:
    """The ages that the article gives somebody beside his name."""
    return {age for place in one.places for age in _beside(place)}


def _beside(place: Place) -> Iterator[int]:
    clause = place.clause
    for at in range(place.first - 1, max(-1, place.first - 1 - BEFORE), -1):
        if not clause.words[at].wordy:
            break
        if (age := _year_old(clause.low(at))) is not None:
            yield age
    at = place.stop
    at += clause.low(at) in COMMAS
    while clause.low(at) in IS and at - place.stop < BEFORE:
        at += 1
    number = clause.low(at)
    alone = at > place.stop and not clause.is_(at + 1, "noun") and not _counts(clause, at)
    if number.isdigit() and int(number) < OLDEST and alone:
        yield int(number)


def _counts(clause: Clause, at: int) -> bool:
    """Whether a number counts what follows: "is | 12 | points ahead"."""
    return clause.low(at + 1) not in (*COMMAS, ")", ".", ";", "", "and", "but", "who", "when")


def _year_old(low: str) -> int | None:
    """The age that a word gives: "71-year-old"."""
    plain = low.replace("‑", "-").replace("‐", "-")
    number = plain.removesuffix(OLD)
    return int(number) if number != plain and number.isdigit() else None
