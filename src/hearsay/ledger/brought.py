"""Brought: what became of a forecast that came to a ledger: kept, changed or passed over, and why.

A forecast is known by its key, which holds the text of its article. In a new version or a copy of the article, the same words of the same
forecaster on the same terms are the same forecast, which is not kept twice; on other terms it is another, which is kept and said to be one.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from hearsay.ledger.entry import Kept

TERMS = ("horizon", "due", "likely", "condition")


class Became(StrEnum):
    """What became of a forecast that came to a ledger."""

    KEPT = "kept"
    OTHER_TERMS = "kept, on other terms"
    CHANGED = "changed"
    KNOWN = "there already"
    VERSION = "there already, of another version or copy"


class Brought(msgspec.Struct, frozen=True):
    """What became of a forecast that came to a ledger.

    Attributes:
        number: that it has in the ledger.
        became: what became of it.
        kept: as it came.
        of: the number of the forecast on other terms that the ledger had of the article; None where it had none.
        terms: those that are other, each with what the ledger has and what came.
    """

    number: int
    became: Became
    kept: Kept
    of: int | None = None
    terms: tuple[tuple[str, str, str], ...] = ()

    @property
    def new(self) -> bool:
        """Whether anything of the ledger is other than before."""
        return self.became in (Became.KEPT, Became.OTHER_TERMS, Became.CHANGED)


def known(held: Iterable[tuple[int, Kept]], kept: Kept) -> Brought | None:
    """What a ledger has of a forecast in other versions and copies of its article; None where it has nothing.

    Takes: “prices will fall in May” of the same article with a sentence added, and of its copy on the same day; “by July” for “by June”.
    Leaves: the same words in next month's article, which are foretold anew.

    Args:
        held: the forecasts of the ledger by the same forecaster, with their numbers.
        kept: that came.
    """
    other = None
    for number, one in held:
        if _plain(one.by) != _plain(kept.by) or _plain(one.words) != _plain(kept.words):
            continue
        same = _one_article(one, kept)
        terms = _terms(one, kept)
        if same and not terms and one.chance == kept.chance:
            return Brought(number, Became.VERSION, kept)
        if same and terms:
            other = Brought(0, Became.OTHER_TERMS, kept, number, terms)
    return other


def _one_article(one: Kept, other: Kept) -> bool:
    """Whether two forecasts come from versions or copies of one article, as far as a ledger can know."""
    if not one.source or not other.source:
        return False  # written by hand
    return one.source == other.source or (
        bool(one.made) and one.made == other.made and _plain(one.title) == _plain(other.title)
    )


def _terms(one: Kept, other: Kept) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name, mine, theirs)
        for name in TERMS
        if _plain(mine := getattr(one, name)) != _plain(theirs := getattr(other, name))
    )


def _plain(words: str) -> str:
    """Words without marks and capitals."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
