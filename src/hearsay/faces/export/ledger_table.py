"""The ledger as CSV, out and in again: a row for each forecast, as it stands.

    number                           in the ledger; passed over when it comes in
    key                              tells the forecast from every other; "" when it was written by hand
    by, words, made                  who foretells what, and the day on which that was
    outlet, title, source            where
    condition, horizon, start, due   without which it is void; by when in words, and the first and the last day
    likely, low, mid, high, scale    how likely in words and as a range, 0 to 1, and whose numbers they are
    status, day, evidence            what became of it, on which day, and where that can be seen
    who, at                          who made the last change, and when; passed over when it comes in

`by` and `words` must be there, the other columns need not; `chance`, where there is one, is a range of one number. Other
columns are passed over. A field that a spreadsheet would take for a formula goes out with an apostrophe before it, which is
taken off when it comes in.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from hearsay.errors import BadForecast
from hearsay.faces.export.table import FORMULA, written
from hearsay.ledger.entry import (
    Chance,
    Change,
    Deed,
    Kept,
    LedgerEntry,
    Status,
    exactly,
    held,
    key_of,
    sound,
)  # fmt: skip

COLUMNS = (
    "number", "key", "by", "words", "made", "outlet", "title", "source", "condition", "horizon", "start", "due",
    "likely", "low", "mid", "high", "scale", "status", "day", "evidence", "who", "at",
)  # fmt: skip
NEEDED = ("by", "words")
_TEXTS = (
    "by", "words", "made", "outlet", "title", "source", "condition", "horizon", "start", "due", "likely",
)  # fmt: skip
_FIRST = 2  # the row after the names of the columns, as spreadsheets count


def table(entries: Sequence[LedgerEntry]) -> str:
    """A row for each forecast, with the names of the columns."""
    return written([COLUMNS, *([_guarded(field) for field in _row(one)] for one in entries)])


def _row(entry: LedgerEntry) -> Iterator[str]:
    kept, chance, settled = entry.kept, entry.chance, entry.settled
    last = entry.changes[-1]
    values = {
        "number": str(entry.number),
        "key": kept.key,
        **{name: getattr(kept, name) for name in _TEXTS},
        "due": entry.due,
        "low": repr(chance.low) if chance else "",
        "mid": repr(chance.mid) if chance else "",
        "high": repr(chance.high) if chance else "",
        "scale": chance.scale if chance else "",
        "status": entry.status.value,
        "day": settled.day if settled else "",
        "evidence": settled.evidence if settled else "",
        "who": last.who,
        "at": last.at,
    }
    return (values[name] for name in COLUMNS)


def _guarded(field: str) -> str:
    """A field that is a guarded one itself, guarded once more, so that it comes back as it was."""
    return f"'{field}" if field.startswith("'") and _formula(field) else field


def _plain(field: str) -> str:
    """A field without its guard."""
    return field.removeprefix("'") if field.startswith("'") and _formula(field) else field


def _formula(field: str) -> bool:
    return field.lstrip("'").startswith(FORMULA)


def brought(given: bytes, who: str, at: str) -> list[tuple[Kept, Change | None]]:
    """The forecasts of a file, each with the change that settles it, or None.

    Args:
        given: CSV, UTF-8.
        who: whoever brings them.
        at: the moment, ISO 8601, in UTC.

    Raises:
        BadForecast: it is no such file, or a row cannot be held; the message names the row.
    """
    try:
        text = given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadForecast("it is not UTF-8", "save it as CSV in UTF-8") from error
    rows = csv.DictReader(StringIO(text, newline=""), strict=True)
    out: list[tuple[Kept, Change | None]] = []
    try:
        lacking = [name for name in NEEDED if name not in (rows.fieldnames or ())]
        if lacking:
            raise BadForecast(
                f"there is no column {' and no column '.join(lacking)}",
                "name the columns in the first row, as `hearsay forecasts list --csv` prints them",
            )
        for number, row in enumerate(rows, _FIRST):
            fields = {k: _plain(v) for k, v in row.items() if k is not None and v is not None}
            out.append(_one(fields, number, who, at))
    except csv.Error as error:
        raise BadForecast(f"it is no CSV: {error}", "save it as CSV in UTF-8") from error
    return out


def _one(fields: Mapping[str, str], row: int, who: str, at: str) -> tuple[Kept, Change | None]:
    try:
        texts = {name: fields.get(name, "") for name in _TEXTS}
        told = [texts[name] for name in ("made", "by", "outlet", "words", "condition", "due")]
        kept = Kept(key=fields.get("key") or key_of(*told), **texts, chance=_chance(fields))
        return held(kept), _settled(fields, who, at)
    except BadForecast as error:
        raise BadForecast(f"row {row}: {error.wrong}", error.remedy) from error


def _chance(fields: Mapping[str, str]) -> Chance | None:
    if fields.get("chance"):
        return exactly(_number(fields["chance"]))
    told = [fields.get(name, "") for name in ("low", "mid", "high")]
    if not any(told):
        return None
    if not all(told):
        raise BadForecast(
            "of low, mid and high some are missing", "give all three, or chance alone"
        )
    low, mid, high = map(_number, told)
    return Chance(low, mid, high, fields.get("scale", ""))


def _number(field: str) -> float:
    try:
        return float(field)
    except ValueError as error:
        raise BadForecast(f"{field!r} is no number", "give 0.7 for 70 %") from error


def _settled(fields: Mapping[str, str], who: str, at: str) -> Change | None:
    told = fields.get("status", "").strip().lower()
    if told in ("", Status.OPEN):
        return None
    if told not in {*Status}:
        raise BadForecast(f"{told!r} is no status", f"one of {', '.join(Status)}")
    day, evidence = fields.get("day", ""), fields.get("evidence", "")
    return sound(Change(at, who, Deed.RESOLVED, Status(told), day, evidence))
