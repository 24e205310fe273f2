"""Two readings held against one another, for the terminal and as CSV."""

from collections.abc import Iterator, Sequence

from hearsay.desk.compare import Fate, Field, Pair, counts
from hearsay.faces.export import differences, facts
from hearsay.faces.export.kept import NOBODY, csv_of
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, PLAIN, Line, said
from hearsay.fidelity.check import Answer
from hearsay.reading.attribution import Act, Attribution, Certainty, PassedOn, Polarity
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

ORDER = (Fate.SOFTENED, Fate.HARDENED, Fate.CHANGED, Fate.ADDED, Fate.DROPPED)
COLUMNS = ("fate", "one", "other", "speaker", "words before", "words after", "changes")
SHORT = 40  # words
OTHER_WORDS = "other words"
IN_WORDS = {
    "act": {act.value: told for act, told in facts.ACTS.items()} | {Act.ASSERT.value: "says"},
    "certainty": {one.value: f"as {one.value}" for one in Certainty}
    | {Certainty.UNSPECIFIED.value: "plainly"},
    "passed on": {one.value: told for one, told in facts.PASSED.items()}
    | {PassedOn.PLAIN.value: "passed on as it is"},
}
FEW = 1 / 3  # of the statements of the shorter of two readings: versions of one article share more


def since(version: int, before: int, number: int, pairs: Sequence[Pair]) -> Iterator[Line]:
    """What became of an article since its last version, in short, under the report of a reading."""
    many = counts(pairs)
    told = ", ".join(f"{count} {fate.value}" for fate, count in many.items() if count)
    yield BLANK
    yield said(f"VERSION {version} OF THIS ARTICLE", indent=0, style=HEAD)
    yield said(f"since reading {before}, of its statements: {told or 'none'}")
    yield said(f"`hearsay compare {before} {number}` shows them", style=DIM)


def compared(one: Reading, other: Reading, pairs: Sequence[Pair]) -> Iterator[Line]:
    """What became of the statements, those that changed first."""
    many = counts(pairs)
    told = ", ".join(f"{count} {fate.value}" for fate, count in many.items() if count)
    yield said(f"{facts.many(len(pairs), 'statement')}: {told or 'none'}", indent=0)
    both = sum(bool(pair.one and pair.other) for pair in pairs)
    if pairs and both < FEW * min(len(one.attributions), len(other.attributions)):
        yield said("They share few statements, as two articles on one matter do.", indent=0)
    for fate in ORDER:
        some = [pair for pair in pairs if pair.fate is fate]
        if not some:
            continue
        yield BLANK
        yield said(fate.value.upper(), indent=0, style=HEAD)
        for pair in some:
            yield from _pair(one, other, pair)


def _pair(one: Reading, other: Reading, pair: Pair) -> Iterator[Line]:
    told = pair.other or pair.one
    reading = other if pair.other else one
    if told is None:
        return
    name = facts.speaker(reading, told) or NOBODY
    ids = " → ".join(side.id for side in (pair.one, pair.other) if side)
    other_words = _other_words(pair)
    note = " · ".join(part for part in (_changes(pair), *map(_field, pair.fields)) if part)
    yield Line(((f"{name}  ", NAME), (note, PLAIN)), 2, 6)
    if other_words and pair.one and pair.other:
        yield said(f"{pair.one.id}: {_words(one, pair.one)}", indent=4, hang=6)
        yield said(f"→ {pair.other.id}: {_words(other, pair.other)}", indent=4, hang=6)
        return  # other words: there is nothing to set side by side word for word
    yield said(f"{ids}: {_words(reading, told)}", indent=4, hang=6)
    if pair.checked:
        before, after = _text(one, pair.one), _text(other, pair.other)
        for line in differences.altered(pair.checked.differences, before, after):
            yield said(line, indent=6, hang=8)


def _other_words(pair: Pair) -> bool:
    return pair.checked is not None and pair.checked.answer is Answer.NOT_FOUND


def _changes(pair: Pair) -> str:
    if _other_words(pair):
        return OTHER_WORDS
    return differences.changes(pair.checked.differences) if pair.checked else ""


def _field(one: Field) -> str:
    """What changed in the words of a report: "promises → intends", "put as certain → put as possible"."""
    if one.name == "polarity":
        return "now with a not" if one.after == Polarity.NEG.value else "no longer with a not"
    if one.name == "speaker":
        return f"{one.before or NOBODY} → {one.after or NOBODY}"
    told = IN_WORDS[one.name]
    return f"{told.get(one.before, one.before)} → {told.get(one.after, one.after)}"


def _text(reading: Reading, told: Attribution | None) -> str:
    return cut(told.content, reading.article.text) if told else ""


def _words(reading: Reading, told: Attribution) -> str:
    return facts.shortened(facts.one_line(_text(reading, told)), SHORT)


def table(one: Reading, other: Reading, pairs: Sequence[Pair]) -> str:
    """A row for each statement, with the names of the columns."""
    return csv_of([COLUMNS, *(_row(one, other, pair) for pair in pairs)])


def _row(one: Reading, other: Reading, pair: Pair) -> Sequence[object]:
    told, reading = (pair.other, other) if pair.other else (pair.one, one)
    fields = (f"{one.name}: {one.before} → {one.after}" for one in pair.fields)
    return (
        pair.fate.value,
        pair.one.id if pair.one else "",
        pair.other.id if pair.other else "",
        facts.speaker(reading, told) if told else "",
        _text(one, pair.one),
        _text(other, pair.other),
        "; ".join(part for part in (_changes(pair), *fields) if part),
    )
