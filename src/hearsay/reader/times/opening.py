"""Opening: the word before a time, which says how it bounds what happened: "since May", "by May"."""

from collections.abc import Sequence

from hearsay.language.times.bounds import OPENERS
from hearsay.language.times.grammar import Timex
from hearsay.language.times.vocabulary import vocabulary


def opener_of(forms: Sequence[str], one: Timex) -> tuple[str, int]:
    """The class of what opens a time, and where it stands: "since", and in "since at least 2014" too; "by" of "no later than"."""
    words = vocabulary()
    at = one.run.first - 1
    if (
        at > 1
        and forms[at].lower() in ("least", "about", "around")
        and forms[at - 1].lower() == "at"
    ):
        at -= 2
    so_long = one.rule in ("duration", "units")  # up to ten years
    for many in () if so_long else range(2, min(3, at + 1) + 1):
        said = " ".join(forms[at + 1 - many : at + 1]).lower()
        if (worth := words.sense(said, "by", "from_word", "until")) is not None:
            return worth.code, at + 1 - many
    name = next((name for name in OPENERS if at >= 0 and words.sense(forms[at], name)), "")
    if name == "into" and at and forms[at - 1].lower() == "all":
        return "during", at - 1  # all through May
    return name, at if name else one.run.first
