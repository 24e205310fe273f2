"""The ledger shown: its forecasts, one with all of its changes, and their scores; as text."""

from collections.abc import Iterator, Sequence
from math import isinf

from hearsay.faces.export import facts
from hearsay.faces.export.calibration import plot
from hearsay.faces.export.foretold import SCALES, share
from hearsay.faces.export.lines import BLANK, DIM, HEAD, NAME, PLAIN, Line, rendered, said
from hearsay.ledger.entry import Chance, Change, Kept, LedgerEntry, Status
from hearsay.ledger.score import SETTLED, Group, Score

SHORT = 30  # words of a forecast in a list
TITLE = 12  # words of the title of its article there
OWN = SCALES | {"given": "set by hand"}
FEW = 30  # forecasts under which scores say little


def listed(entries: Sequence[LedgerEntry], width: int = 80, *, colour: bool = False) -> str:
    """Forecasts, each with who, by when, how likely and what became of it.

    Args:
        entries: of a ledger.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_listed(entries), width, colour=colour)


def _listed(entries: Sequence[LedgerEntry]) -> Iterator[Line]:
    if not entries:
        yield said("No forecast is in the ledger that is asked for here.", indent=0)
    for entry in entries:
        kept = entry.kept
        number = (f"{entry.number:>4}  ", DIM)
        words = facts.shortened(kept.words, SHORT)
        yield Line((number, (kept.by, NAME), (f": “{words}”", PLAIN)), indent=0, hang=6)
        yield said(" · ".join(_terms(entry)), indent=6, hang=8)


def _terms(entry: LedgerEntry) -> Iterator[str]:
    settled = entry.settled
    day = f" {facts.day(settled.day)}" if settled and settled.day else ""
    again = " again since" if settled and entry.status is Status.OPEN else ""
    yield f"{entry.status}{again}{day}"
    if entry.due:
        yield f"due {facts.day(entry.due)}"
    elif entry.kept.horizon:
        yield f"due “{entry.kept.horizon}”"
    if entry.chance is not None:
        yield chance(entry.chance)
    if entry.kept.condition:
        yield f"on condition “{facts.shortened(entry.kept.condition, SHORT)}”"
    if where := _where(entry.kept):
        yield where


def _where(kept: Kept) -> str:
    """Which article: its outlet and title; where it has no title, the name of its file, or its address."""
    title = (
        f"“{facts.shortened(kept.title, TITLE)}”" if kept.title else facts.file_name(kept.source)
    )
    return ", ".join(part for part in (kept.outlet, title) if part)


def doubtful(entry: LedgerEntry) -> Iterator[str]:
    """What to look at once more of how a forecast was settled, each in a line.

    Takes: true after its last day, false before it, settled before it was made. Leaves: true on its last day; void before it.

    Args:
        entry: of a ledger.
    """
    settled = entry.settled
    if settled is None or entry.status not in SETTLED:
        return
    day, last, made = settled.day, entry.due, entry.kept.made
    if made and day < made:
        yield f"{facts.day(day)} is before {facts.day(made)}, on which it was made"
    if last and entry.status is Status.TRUE and day > last:
        yield f"{facts.day(day)} is after {facts.day(last)}, its last day"
    if last and entry.status is Status.FALSE and day < last:
        yield f"it has until {facts.day(last)} to come true"


def chance(one: Chance) -> str:
    """How likely, in per cent, and by whose numbers."""
    return f"{share(one.low, one.high)} {OWN.get(one.scale, one.scale)}"


def shown(entry: LedgerEntry, width: int = 80, *, colour: bool = False) -> str:
    """A forecast with all of its changes.

    Args:
        entry: of a ledger.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_shown(entry), width, colour=colour)


def _shown(entry: LedgerEntry) -> Iterator[Line]:
    kept = entry.kept
    yield Line(((f"{entry.number}  ", NAME), (f"{kept.by}: “{kept.words}”", HEAD)), hang=4)
    told = (
        ("status", str(entry.status)),
        ("made", facts.day(kept.made) if kept.made else ""),
        ("by when", f"“{kept.horizon}”" if kept.horizon else ""),
        ("from", facts.day(kept.start) if kept.start else ""),
        ("due", facts.day(entry.due) if entry.due else "no day is known"),
        ("likely", f"“{kept.likely}”" if kept.likely else ""),
        ("chance", chance(entry.chance) if entry.chance else "no number is known"),
        ("condition", f"“{kept.condition}”" if kept.condition else ""),
        ("outlet", kept.outlet),
        ("title", kept.title),
        ("source", kept.source),
    )
    for name, words in told:
        if words:
            yield Line(((words, PLAIN),), indent=2, hang=13, label=name)
    yield BLANK
    yield said("changes", indent=2, style=HEAD)
    for change in entry.changes:
        yield Line(
            (("; ".join(_change(change)), PLAIN),), indent=2, hang=24, label=f"{change.at[:19]}Z"
        )


def _change(change: Change) -> Iterator[str]:
    yield f"{change.deed} by {change.who}"
    if change.status is not None and change.status is not Status.OPEN:
        yield f"{change.status} on {facts.day(change.day)}"
    elif change.status is not None:
        yield str(change.status)
    if change.due is not None:
        yield f"due {facts.day(change.due)}" if change.due else "no day is known"
    if change.chance is not None:
        yield f"chance {share(change.chance, change.chance)}"
    if change.evidence:
        yield change.evidence


def scored(score: Score, by: str, width: int = 80, *, colour: bool = False) -> str:
    """The scores, with calibration as a plot.

    Args:
        score: of the forecasts of a ledger.
        by: what they are put together by.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_scored(score, by), width, colour=colour)


def _scored(score: Score, by: str) -> Iterator[Line]:
    whole = score.all
    if whole is None:
        yield said("No forecast is settled as true or false and has a number for how likely.", 0)
        yield from _unscored(score)
        return
    parts = whole.parts
    yield said(facts.many(whole.many, "forecast") + " scored", indent=0, style=HEAD)
    yield said(
        f"Brier score {whole.brier:.3f} = reliability {parts.reliability:.3f} "
        f"- resolution {parts.resolution:.3f} + uncertainty {parts.uncertainty:.3f}"
    )
    yield said(f"logarithmic score {number(whole.log)}; of both, less is better")
    yield said(_came(whole))
    if whole.many < FEW:
        yield said(f"Of fewer than {FEW} forecasts, scores say little.", style=DIM)
    yield from _unscored(score)
    yield BLANK
    yield said("CALIBRATION", indent=0, style=HEAD)
    for row in plot(score.bins):
        yield said(row)
    yield BLANK
    for one in score.bins:
        many = facts.many(one.many, "forecast")
        yield said(
            f"{one.low * 100:3.0f} to {one.high * 100:3.0f} %   {one.chance * 100:5.1f} % given, "
            f"{one.share * 100:5.1f} % came true ({one.least * 100:.0f} to {one.most * 100:.0f}), {many}"
        )
    yield BLANK
    yield said(f"BY {by.upper()}", indent=0, style=HEAD)
    for group in score.groups:
        yield said(OWN.get(group.name, group.name) if by == "scale" else group.name, style=NAME)
        yield said(_came(group), indent=4)
        yield said(
            f"Brier {group.brier:.3f}, logarithmic {number(group.log)}, "
            f"reliability {group.parts.reliability:.3f}, resolution {group.parts.resolution:.3f}",
            indent=4,
        )


def _came(group: Group) -> str:
    return (
        f"{group.chance * 100:.1f} % given on average, {group.share * 100:.1f} % came true "
        f"({group.came} of {group.many}; {group.least * 100:.0f} to {group.most * 100:.0f} %)"
    )


def _unscored(score: Score) -> Iterator[Line]:
    if score.unscored:
        told = ", ".join(f"{many} {why}" for why, many in score.unscored.items())
        yield said(f"not scored: {told}")


def number(value: float) -> str:
    """A score, in three places."""
    return "infinite" if isinf(value) else f"{value:.3f}"
