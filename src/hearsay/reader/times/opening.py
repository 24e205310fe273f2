"""Opening: the word before a time, which says how it bounds what happened: "since May", "by May"."""

from collections.abc import Sequence

from hearsay.language.times.bounds import OPENERS
from hearsay.language.times.grammar import Timex
from hearsay.language.times.vocabulary import vocabulary


def opener_of(forms: Sequence[str], one: Timex) -> tuple[str, int]:
    """The class of the word that opens a time, and where it stands: "since", and in "since at least 2014" too."""
    words = vocabulary()
    at = one.run.first - 1
    if (
        at > 1
        and forms[at].lower() in ("least", "about", "around")
        and forms[at - 1].lower() == "at"
    ):
        at -= 2
    name = next((name for name in OPENERS if at >= 0 and words.sense(forms[at], name)), "")
    return name, at if name else one.run.first
