"""Retelling: whether the words about a verb of saying tell again what was said before.

The table `retelling.toml` has the words.
"""

from functools import cache

from hearsay.language.lexicon import Entry, table
from hearsay.language.words import words


class RetellingEntry(Entry, frozen=True, kw_only=True):
    """An entry of retelling.toml."""

    kind: str
    forms: tuple[str, ...]


@cache
def _forms(kind: str) -> tuple[str, ...]:
    return tuple(
        f" {form} "
        for entry in table("retelling", RetellingEntry)
        if entry.kind == kind
        for form in entry.forms
    )


def retells(around: str) -> bool:
    """Whether the words about a verb of saying, and the verb, tell again what was said before.

    Takes: "has long refused", "had refused", "once promised", "has repeatedly said".
    Leaves: "has refused", "once again refused", "repeatedly refused", "had to promise".
    """
    lows = (word.cut(around).lower().replace("’", "'") for word in words(around).spans)
    told = f" {' '.join(low for low in lows if low[:1].isalnum() or low[:1] == chr(39))} "
    for form in _forms("anew"):
        told = told.replace(form, " ")
    if _has(told, "before") or _has(told, "perfect"):
        return True
    return _has(told, "present") and _has(told, "often")


def _has(told: str, kind: str) -> bool:
    return any(form in told for form in _forms(kind))
