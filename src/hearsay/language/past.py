"""Past: which forms of verbs are past forms or participles."""

from functools import cache

from hearsay.language.lexicon import table
from hearsay.language.senses import InflectionEntry


@cache
def _irregular() -> frozenset[str]:
    """The forms of the table of irregular verbs.

    Raises:
        BadTable: it is no TOML, or an entry has not the fields of its table.
    """
    return frozenset(form for entry in table("inflections", InflectionEntry) for form in entry.forms)


def is_past(low: str) -> bool:
    """Whether a form, in small letters, is a past form or a participle: "closed", "fell"."""
    return low.endswith("ed") or low in _irregular()
