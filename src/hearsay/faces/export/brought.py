"""Brought: what a ledger kept, changed and passed over of what came to it, and why."""

from collections.abc import Iterator, Sequence

from hearsay.faces.export import facts
from hearsay.ledger.brought import Became, Brought

SHORT = 16  # words of a forecast
NAMES = {"horizon": "by when", "due": "due", "likely": "how likely", "condition": "on condition"}


def told(every: Sequence[Brought]) -> str:
    """A line in sum, then one for each forecast.

    Args:
        every: what became of each, in the order in which they came.
    """
    return "".join(f"{line}\n" for line in (_sum(every), *(_line(one) for one in every)))


def _sum(every: Sequence[Brought]) -> str:
    kept = _of(every, Became.KEPT, Became.OTHER_TERMS)
    changed, there = _of(every, Became.CHANGED), _of(every, Became.KNOWN, Became.VERSION)
    said = [f"Kept {len(kept)}: {_numbers(kept)}."] if kept else []
    said += [f"Changed {len(changed)}: {_numbers(changed)}."] if changed else []
    said = said or ["Nothing new."]
    if there:
        said.append(f"{len(there)} stood in the ledger already: {_numbers(there)}.")
    return " ".join(said)


def _of(every: Sequence[Brought], *became: Became) -> list[int]:
    return sorted({one.number for one in every if one.became in became})


def _line(one: Brought) -> str:
    words = facts.shortened(one.kept.words, SHORT)
    kept = one.kept
    terms = ", ".join(part for part in (kept.horizon, kept.likely, kept.condition) if part)
    said = f"  {one.number:>4}  {one.kept.by}: “{words}”{f' ({terms})' if terms else ''}"
    return f"{said}: {_why(one)}"


def _why(one: Brought) -> str:
    if one.became is Became.OTHER_TERMS:
        return f"kept beside {one.of}, which has {', '.join(_terms(one))}"
    return {
        Became.KEPT: "kept",
        Became.CHANGED: "changed, as its row says",
        Became.KNOWN: f"passed over, kept before{' from this very text' if one.kept.source else ''}",
        Became.VERSION: "passed over, kept before from another version or copy of the article",
    }[one.became]


def _terms(one: Brought) -> Iterator[str]:
    """The terms that are other; not the day where the words for it are."""
    names = {name for name, *_ in one.terms}
    for name, before, after in one.terms:
        if name == "due" and "horizon" in names:
            continue
        had, has = (f"“{words}”" if words else "nothing" for words in (before, after))
        yield f"{NAMES[name]} {had} and not {has}"


def _numbers(numbers: Sequence[int]) -> str:
    """Numbers in a row, those that follow one another as one: "1, 3 to 7"."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and rows[-1][-1] + 1 == number:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(str(row[0]) if len(row) == 1 else f"{row[0]} to {row[-1]}" for row in rows)
