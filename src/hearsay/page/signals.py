"""Signals: what can be seen of a block that tells its role, each with a name.

A signal is a name that a block has or has not: its shape, its words, its place, its element's names, its
neighbours, and what the rules of `hearsay.page.roles` and `hearsay.page.lines` make of it. Which signals
speak for which role, and how much, was learned (`hearsay.page.weights`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hearsay.page.bylines import names_in
from hearsay.page.joined import joined
from hearsay.page.phrases import flat, said
from hearsay.page.place import Sight, amid, runs_of
from hearsay.page.shape import NAME, SIGNED, Shape, shape_of
from hearsay.text.article import BODY, Role

_TIME = re.compile(
    r"(?:\w+ ago )?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
    r"|\d{1,3}(?: ?\+ ?\d{1,2})?(?:['’′]| ?min(?:ute)?s?)",
    re.IGNORECASE,
)
_TIMES = 3  # lines that are nothing but a time, from which they are those of entries
_REACH = 12  # blocks over which a heading's words speak for those under it


def signals(sights: Sequence[Sight], words: frozenset[str] = frozenset()) -> list[tuple[str, ...]]:
    """For each block the names of its signals.

    Args:
        sights: the blocks.
        words: those that are looked for in each.
    """
    bodies = [n for n, one in enumerate(sights) if one.opinion in BODY]
    first, last = (bodies[0], bodies[-1]) if bodies else (len(sights), -1)
    headline = next((n for n, one in enumerate(sights) if one.opinion is Role.HEADLINE), None)
    lines = [flat(one.text) for one in sights]
    lows = [line.lower() for line in lines]
    repeated = Counter(lines)
    spoken = [phrase.role.value if (phrase := said(line)) else "none" for line in lines]
    over = _over(sights, spoken)
    around = amid(sights, lines, spoken)
    shapes = [shape_of(line, low, words) for line, low in zip(lines, lows, strict=True)]
    runs = runs_of(shapes)
    authors = _authors(sights, lines)
    timed = {n for n, line in enumerate(lines) if _TIME.fullmatch(line)}
    title = _title_words(lows[headline]) if headline is not None else frozenset()
    ruled = [joined("rules", one.opinion.value) for one in sights]
    worded = [joined("phrase", role) for role in spoken]
    out: list[tuple[str, ...]] = []
    for n, one in enumerate(sights):
        where, size, end = around[n][0], shapes[n].size, shapes[n].end
        names = [*one.own, size, end, *shapes[n].rest, worded[n], ruled[n], *around[n]]
        names += _place(n, first, last, headline, len(sights))
        names += (joined(where, joined(size, end)), joined("run", runs[n]))
        names += (joined(where, ruled[n]), joined(where, worded[n]))
        if authors and one.opinion is not Role.BYLINE:
            names += _told_of(lines[n], authors)
        if n in timed:
            names.append("a time of many" if len(timed) >= _TIMES else "a time")
        if title and n != headline and _told_again(lows[n], title):
            names.append("tells the headline again")
        if repeated[lines[n]] > 1:
            names.append("repeated")
        if over[n]:
            names.append(joined("under", over[n]))
        names += _beside(n, ruled, worded, shapes)
        out.append(tuple(names))
    return out


def _beside(
    n: int, ruled: Sequence[str], worded: Sequence[str], shapes: Sequence[Shape]
) -> list[str]:
    """What the rules and the words say of the blocks around one, how long the two next to it are, and how they begin."""
    out: list[str] = []
    for at, name in ((n - 1, "before"), (n + 1, "after"), (n - 2, "before2"), (n + 2, "after2")):
        if 0 <= at < len(ruled):
            out += (joined(name, ruled[at]), joined(name, worded[at]))
        else:
            out.append(joined(name, "edge"))
    for at, name in ((n - 1, "before"), (n + 1, "after")):
        if 0 <= at < len(ruled):
            out += (joined(name, shapes[at].size), joined(name, shapes[at].end))
            out += [joined(joined(name, "word"), word) for word in shapes[at].begun]
    return out


def _authors(sights: Sequence[Sight], lines: Sequence[str]) -> tuple[str, ...]:
    """The names in what the rules take for lines of authors."""
    signed = (line for one, line in zip(sights, lines, strict=True) if one.opinion is Role.BYLINE)
    found = (names_in(line) for line in signed if line.count(" ") < SIGNED)
    return tuple({name for names in found if names for name in names.split(", ")})


def _told_of(line: str, authors: Sequence[str]) -> Iterator[str]:
    """What a block that is no line of an author has of the names of authors."""
    if line.startswith(tuple(authors)):
        yield "begins with the author"
    elif any(name in line for name in authors):
        yield "names the author"
    elif line.startswith(tuple(part + " " for name in authors for part in name.split())):
        yield "begins with a name of the author"


def _title_words(low: str) -> frozenset[str]:
    return frozenset(word for word in low.split() if len(word) > NAME)


def _told_again(low: str, title: frozenset[str]) -> bool:
    """Whether a block holds half of the longer words of the headline."""
    return 2 * len(title.intersection(low.split())) >= max(2, len(title))


def _over(sights: Sequence[Sight], spoken: Sequence[str]) -> list[str]:
    """For each block, what the last heading or label before it says."""
    out: list[str] = []
    said_by, since = "", 0
    for one, word in zip(sights, spoken, strict=True):
        since += 1
        out.append(said_by if since <= _REACH else "")
        if one.heads and word != "none":
            said_by, since = word, 0
        elif one.prosy:
            said_by = ""
    return out


def _place(n: int, first: int, last: int, headline: int | None, total: int) -> list[str]:
    """Where a block stands to what the rules take for the body and the headline."""
    if first <= n <= last:
        out = ["within body"]
    elif n < first:
        out = [joined("before body", min(first - n, 4))]  # of blocks, not of characters
    else:
        out = [joined("after body", min(n - last, 4))]
    if headline is None:
        out.append("no headline")
    elif n < headline:
        out.append(joined("above headline", min(headline - n, 3)))
    elif n > headline:
        out.append(joined("below headline", min(n - headline, 6)))
    if n == 0:
        out.append("first")
    if n == total - 1:
        out.append("last")
    return out


_SAID = (
    ("first -1 ", "the block before it is "),
    ("first +1 ", "the block after it is "),
    ("first -2 ", "two blocks before it is "),
    ("first +2 ", "two blocks after it is "),
    ("first word ", "its first word is "),
    ("first ", "its own signals say "),
    ("container ", "most beside it is "),
    ("rules ", "the rules say "),
    ("phrase none", "no fixed phrase"),
    ("phrase ", "its words are those of "),
    ("before2 ", "two before it: "),
    ("after2 ", "two after it: "),
    ("before rules ", "before it, by rule, "),
    ("after rules ", "after it, by rule, "),
    ("before phrase ", "the words before it: "),
    ("after phrase ", "the words after it: "),
    ("before word ", "the block before it begins with "),
    ("after word ", "the block after it begins with "),
    ("last word ", "its last word is "),
    ("before size ", "before it, length: "),
    ("after size ", "after it, length: "),
    ("before paragraphs", "above all paragraphs"),
    ("after paragraphs", "below all paragraphs"),
    ("amid paragraphs", "between paragraphs"),
    ("amid prose ", "between long prose, "),
    ("before prose ", "above the long prose, "),
    ("after prose ", "below the long prose, "),
    ("among names ", "names around it for "),
    ("among ", "most around it is "),
    ("keyword most ", "most of its words speak for "),
    ("keyword ", "words that speak for "),
    ("run ", "short lines together: "),
    ("under ", "under a heading for "),
    ("name ", "an element named for "),
    ("class ", "its element is named "),
    ("outer class ", "around it an element named "),
    ("third class ", "around that one named "),
    ("outer name ", "around it a name for "),
    ("third name ", "around that a name for "),
    ("holds link ", "a link in it for "),
    ("holds rel ", "a link in it that is marked as "),
    ("holds ", "in its line an element for "),
    ("tag ", "element "),
    ("size ", "length: "),
    ("word ", "the word "),
)


@lru_cache(maxsize=4096)  # the signals are a few hundred, and each block names four
def in_words(signal: str) -> str:
    """A signal as a person reads it: "the block after it is comments"."""
    found = next(((start, told) for start, told in _SAID if signal.startswith(start)), None)
    return signal if found is None else found[1] + signal.removeprefix(found[0])
