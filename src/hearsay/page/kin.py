"""Kin: what a line of plain text has in common with others: a mould, as items of a list have; its words; a question asked in turn.

Items of a list, lines of an agenda and prices of an advert are told by standing together in one mould, whatever they
are about; a quotation that is pulled out of the text, by standing in the text too. A page tells such things by its elements (decision 0041).
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from hearsay.page.joined import joined
from hearsay.page.phrases import ended
from hearsay.tables import entries

_ITEM = 30  # words of the longest line that has a mould
_EARLY = 5  # words among which the colon of a label stands
_MONEY = "[$£€₹¥₦]"
_DIGIT = re.compile(r"\d")
_PRICE = re.compile(rf"{_MONEY} ?\d|\d ?{_MONEY}|\b\d+(?:p|c)\b|\b(?:rs|kr|usd|eur|gbp)\.? ?\d")
_DAY = re.compile(
    r"\W?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\W?\d{1,2}(?:st|nd|rd|th)?[ /.-]"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|\d{1,2}\b)"
)
_HOUR = re.compile(r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|\b(?:1[0-2]|\d) ?[ap]\.?m\b")
_TELEPHONE = re.compile(r"(?<!\d)\(?\+?\d{2,5}\)?(?:[ -]\d{2,4}){2,4}(?!\d)")
_FIGURE = re.compile(r"\W?\d[\d.,:/%-]*\W?")
_NOTHING: frozenset[str] = frozenset()
_PULLED = 5  # words of the shortest quotation that is known again in the text
_LONG = 30  # characters from which fewer words are no chance either
_ASKED = 16  # words of the longest question over its answer
_TURNS = 3  # questions, each over its answer, from which a text goes by them
_RUNS = ((2, "two"), (4, "few"), (9, "some"))
_PROSE = 11  # blanks in the lines by which it is known whether a text has stops
_TEXT = 6  # such lines from which that is known
_SELDOM = 0.3  # share of them without a stop up to which that is seldom
_SENTENCE = 4  # blanks in a line with a colon that is no label
_QUOTED = re.compile('[“”"]')
_SPOKEN = re.compile(r"\b(?:we|i|our|my|i'm|we're|you|your)\b")
_EDGES = "“”\"'‘’«».,:;!?…—–- "


def kin(lines: Sequence[str], lows: Sequence[str]) -> list[list[str]]:
    """For each line the signals of what it has in common with others.

    Args:
        lines: the words of each.
        lows: the same in small letters.
    """
    out = [_own(line, low) for line, low in zip(lines, lows, strict=True)]
    moulds = [_mould(line, names) for line, names in zip(lines, out, strict=True)]
    first = 0
    for n in range(1, len(moulds) + 1):
        if n < len(moulds) and not moulds[n].isdisjoint(moulds[n - 1]):
            continue
        if n - first > 1:
            told = next((name for most, name in _RUNS if n - first <= most), "many")
            for those in out[first:n]:
                those.extend(("of a mould", joined("of a mould", told)))
            out[first].append("first of a mould")
        first = n
    for n in _asked(lines):
        out[n].append("a question in turn")
        out[n + 1].append("under a question in turn")
    _again(lows, out)
    _stopped(lines, out)
    _told(lines, lows, out)
    return out


def _own(line: str, low: str) -> list[str]:
    """What may be the mould of a line: prices, days, hours, figures at its edges."""
    out: list[str] = []
    if _DIGIT.search(line) is None:
        return ["begins with a day"] if _DAY.match(low) else out
    if prices := len(_PRICE.findall(low)):
        out.append("a price")
        if prices > 1:
            out.append("prices")
    if _DAY.match(low):
        out.append("begins with a day")
    if _HOUR.search(low):
        out.append("an hour")
    if _TELEPHONE.search(low):
        out.append("a telephone")
    if " " in line and _FIGURE.fullmatch(line[line.rfind(" ") + 1 :]):
        out.append("ends with a figure")
    return out


def _mould(line: str, own: Sequence[str]) -> frozenset[str]:
    """What a line may have in common with the one beside it; nothing where it is running text, or words alone.

    Alike: "Mon 14, 7pm: choir" and "Sat 19: sale"; "Byrne 10" and "Fahy 3". None: "Ferry sails late".
    """
    if line.count(" ") >= _ITEM:
        return _NOTHING
    label = ":" in line and any(word[-1] == ":" for word in line.split(None, _EARLY)[:_EARLY])
    return _NOTHING if not own and not label else frozenset((*own, "label") if label else own)


def _asked(lines: Sequence[str]) -> list[int]:
    """The questions of a text that goes by them, each over its answer."""
    asked = [n for n, line in enumerate(lines[:-1]) if line[-1:] == "?"]
    found = [
        n
        for n in asked
        if lines[n].count(" ") < min(_ASKED, lines[n + 1].count(" ")) and ended(lines[n + 1])
        if lines[n + 1][-1] != "?"
    ]
    return found if len(found) >= _TURNS else []


def _again(lows: Sequence[str], out: Sequence[list[str]]) -> None:
    """Mark the lines whose words stand above or below too, by themselves or within another."""
    whole = "\n".join(lows)
    lines = Counter(lows)
    at = 0
    for n, low in enumerate(lows):
        core = low.strip(_EDGES)
        below_it = at + len(low)
        if core.count(" ") >= _PULLED - 1 or len(core) > _LONG:
            above, below = whole.find(core, 0, at) >= 0, whole.find(core, below_it) >= 0
            if above:
                out[n].append("its words above too")
            if below:
                out[n].append("its words below too")
            if lines[low] > 1:
                out[n].append("a line twice")
        at = below_it + 1


def _stopped(lines: Sequence[str], out: Sequence[list[str]]) -> None:
    """Mark the long lines without a stop in a text whose others have one: captions and headlines of others."""
    long = [n for n, line in enumerate(lines) if line.count(" ") >= _PROSE]
    bare = [n for n in long if not ended(lines[n])]
    if len(long) >= _TEXT and len(bare) <= _SELDOM * len(long):
        for n in bare:
            out[n].append("without a stop, unlike others")


def _told(lines: Sequence[str], lows: Sequence[str], out: Sequence[list[str]]) -> None:
    """Mark the lines under one that ends with a colon, and those from there on that speak as "I" or "we" without quotation marks.

    Taken: "We regret the delay." under "The owners said in a statement:", and "We shall pay." under that. Left: “We regret it,” said Lund;
    "You can find it in any shop." under "There is one problem:".
    """
    speaks = False
    for n in range(1, len(lines)):
        spoken = _QUOTED.search(lines[n]) is None and _SPOKEN.search(lows[n]) is not None
        if lines[n - 1][-1:] == ":":
            out[n].append("under a colon")
            if lines[n - 1].count(" ") >= _SENTENCE:
                out[n].append("under a sentence with a colon")
            speaks = spoken and _bringing().search(lows[n - 1]) is not None
            if speaks:
                out[n].append("speaks under a colon")
        elif speaks := speaks and spoken:
            out[n].append("speaks on")


@cache
def _bringing() -> "re.Pattern[str]":
    """The words by which a line with a colon brings in what somebody says."""
    forms = (form for entry in entries("hearsay.page", "brought") for form in entry["forms"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")
