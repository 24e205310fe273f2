"""Signals: what can be seen of a block that tells its role, each with a name.

A signal is a name that a block has or has not: its shape, its words, its place, its element's names, its
neighbours, and what the rules of `hearsay.page.roles` and `hearsay.page.lines` make of it. Which signals
speak for which role, and how much, was learned (`hearsay.page.weights`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from hearsay.page.bylines import names_in
from hearsay.page.keywords import keywords
from hearsay.page.phrases import capitals, ended, flat, prose, quoted, said
from hearsay.page.place import Sight, amid, runs_of
from hearsay.text.article import BODY, Role

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\bago\b", re.IGNORECASE)
_DATED = re.compile(r"\d\d|[Gg]")  # a date has one of them; quicker to see
_TIME = re.compile(
    r"(?:\w+ ago )?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE
)
_TIMES = 3  # lines that are nothing but a time, from which they are those of entries
_SIGNED = 16  # words of the longest line that says who and when
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"\A(?:by|words|text|author|written by|posted by|from)\b", re.IGNORECASE)
HEARD = 40  # words of a block that are looked at one by one
OPENING = 2  # words with which a block begins, as its neighbours see it
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
    repeated = Counter(lines)
    found = [said(line) for line in lines]
    spoken = [phrase.role.value if phrase else "none" for phrase in found]
    over = _over(sights, spoken)
    around = amid(sights, lines, spoken)
    shapes = [_shape(line, words) for line in lines]
    runs = runs_of(shapes)
    authors = _authors(sights, lines)
    timed = {n for n, line in enumerate(lines) if _TIME.fullmatch(line)}
    title = _title_words(lines[headline]) if headline is not None else frozenset()
    ruled = [f"rules {one.opinion.value}" for one in sights]
    worded = [f"phrase {said_by}" for said_by in spoken]
    sized = [f"{shape[0]} {shape[1]}" for shape in shapes]
    begun = [_opening(line, words) for line in lines]
    out: list[tuple[str, ...]] = []
    for n, one in enumerate(sights):
        where = around[n][0]
        names = [*one.own, *shapes[n], worded[n], ruled[n], *around[n]]
        names += _place(n, first, last, headline, len(sights))
        names += (_joined(where, sized[n]), _joined("run", runs[n]))
        names += (_joined(where, ruled[n]), _joined(where, worded[n]))
        if authors and one.opinion is not Role.BYLINE and lines[n].startswith(authors):
            names.append("begins with the author")
        if n in timed:
            names.append("a time of many" if len(timed) >= _TIMES else "a time")
        if title and n != headline and _told_again(lines[n], title):
            names.append("tells the headline again")
        if repeated[lines[n]] > 1:
            names.append("repeated")
        if over[n]:
            names.append(f"under {over[n]}")
        names += _beside(n, ruled, worded, shapes)
        names += _next_to(n, begun)
        out.append(tuple(names))
    return out


def _beside(
    n: int, ruled: Sequence[str], worded: Sequence[str], shapes: Sequence[tuple[str, ...]]
) -> Iterator[str]:
    """What the rules and the words say of the blocks around one, and how long the two next to it are."""
    for at, name in ((n - 1, "before"), (n + 1, "after"), (n - 2, "before2"), (n + 2, "after2")):
        if 0 <= at < len(ruled):
            yield _joined(name, ruled[at])
            yield _joined(name, worded[at])
        else:
            yield f"{name} edge"
    for at, name in ((n - 1, "before"), (n + 1, "after")):
        if 0 <= at < len(ruled):
            yield _joined(name, shapes[at][0])
            yield _joined(name, shapes[at][1])


@lru_cache(maxsize=1024)  # made once, they are found quicker
def _joined(place: str, thing: str) -> str:
    return f"{place} {thing}"


def _opening(line: str, heard: frozenset[str]) -> list[str]:
    """Those of the first two words of a block that are looked for: "read more"."""
    return [word for word in low_words(line.split(None, OPENING)[:OPENING]) if word in heard]


def _next_to(n: int, begun: Sequence[Sequence[str]]) -> Iterator[str]:
    """With which words the blocks next to one begin."""
    if n:
        yield from (f"before word {word}" for word in begun[n - 1])
    if n + 1 < len(begun):
        yield from (f"after word {word}" for word in begun[n + 1])


def _authors(sights: Sequence[Sight], lines: Sequence[str]) -> tuple[str, ...]:
    """The names in what the rules take for lines of authors."""
    signed = (line for one, line in zip(sights, lines, strict=True) if one.opinion is Role.BYLINE)
    found = (names_in(line) for line in signed if line.count(" ") < _SIGNED)
    return tuple({name for names in found if names for name in names.split(", ")})


def _title_words(line: str) -> frozenset[str]:
    return frozenset(word for word in line.lower().split() if len(word) > NAME)


def _told_again(line: str, title: frozenset[str]) -> bool:
    """Whether a block holds half of the longer words of the headline."""
    return 2 * len(title.intersection(line.lower().split())) >= max(2, len(title))


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


def _shape(line: str, heard: frozenset[str]) -> tuple[str, ...]:
    words = line.split()
    start = words[:HEARD]
    size = next((name for most, name in _SIZES if len(words) <= most), "very long")
    out = [f"size {size}", "ended" if ended(line) else "not ended"]
    if quoted(line):
        out.append("quoted")
    share = capitals(start)
    out.append(
        "capitals all" if share > 0.9 else "capitals many" if share > 0.5 else "capitals few"  # noqa: PLR2004
    )
    out += [name for name, has in _LOOKS if has(line)]
    if "date" in out and len(words) <= _SIGNED and names_in(line) is not None:
        out.append("name and date")
    out += [name for mark, name in _MARKS if mark in line]
    if words and words[0].lower().strip(":") in _CREDITED:
        out.append("credit word")
    low = low_words(start)
    told = _told(heard)
    out += [told[word] for word in dict.fromkeys(low) if word in told]
    if low and low[0] in heard:
        out.append(f"first word {low[0]}")
    if low and low[-1] in heard:
        out.append(f"last word {low[-1]}")
    out += keywords(low)
    out += _edges(line, words)
    return tuple(out)


@lru_cache(maxsize=4)  # for pages and for lines of text
def _told(heard: frozenset[str]) -> dict[str, str]:
    """The signal of each word that is looked for."""
    return {word: f"word {word}" for word in heard}


def low_words(start: Sequence[str]) -> list[str]:
    """The words with which a block begins, in small letters, without the marks around them."""
    return [word.strip(_POINTS) for word in " ".join(start).lower().replace("’", "'").split()]


def _edges(line: str, words: Sequence[str]) -> Iterator[str]:
    """How a block begins and ends."""
    start, end = line[:1], line[-1:]
    yield from (name for marks, name in _STARTS if start in marks)
    if start in OPENERS and end in _ENDERS:
        yield "all quoted"
    if end in "?!:…":
        yield f"ends with {end}"
    elif end == "." and len(words) > 1:
        yield "ends with a full stop"
    few = 1 < len(words) <= NAME
    if few and all(word[0].isupper() for word in words) and not _DIGIT.search(line):
        yield "like a name"
    if len(words) > NAME and line.count(".") + line.count("?") + line.count("!") > 1:
        yield "several sentences"


_POINTS = ".,:;!?'\"“”‘()[]"
OPENERS, _ENDERS, _DASHES = "\"“„«‘'", "\"”»’'", "•*-–—·▪◦‣■●→›»"
NAME = 4  # words of the longest name
_LABELLED = re.compile(r"[A-Z][\w’' ]{2,24}: \S")
TAIL = 80  # characters at the end of a block that are searched for a speaker
SPEAKER = re.compile(r"[—–-] ?[A-Z][\w.’'-]+(?:,? [\w.’'-]+){0,8}\Z")

_LOOKS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("upper case", str.isupper),
    ("digits", _DIGIT.search),
    ("date", lambda line: _DATED.search(line) and _DATE.search(line)),
    ("by", _BY.match),
    ("prose", prose),
    ("label before it", _LABELLED.match),
    ("dash and name after it", lambda line: SPEAKER.search(line[-TAIL:])),
    ("small start", lambda line: line[:1].islower()),
)
_STARTS = (
    ("0123456789", "starts with a digit"),
    (OPENERS, "starts quoted"),
    (_DASHES, "starts with a dash or bullet"),
    ("([", "starts in brackets"),
)
_MARKS = (
    ("?", "has question"), (":", "has colon"), ("@", "has at"), ("©", "has copyright"), ("|", "has bar"),
    ("…", "has ellipsis"), ("/", "has stroke"),
)  # fmt: skip
_CREDITED = ("photo", "photograph", "image", "picture", "credit", "source", "illustration")
_SIZES = ((1, "one"), (2, "two"), (4, "few"), (8, "line"), (14, "long line"), (30, "sentence"), (60, "long"))  # fmt: skip


def _place(n: int, first: int, last: int, headline: int | None, total: int) -> Iterator[str]:
    if first <= n <= last:
        yield "within body"
    elif n < first:
        yield f"before body {min(first - n, 4)}"  # offset of blocks, not of characters
    else:
        yield f"after body {min(n - last, 4)}"
    if headline is None:
        yield "no headline"
    elif n < headline:
        yield f"above headline {min(headline - n, 3)}"
    elif n > headline:
        yield f"below headline {min(n - headline, 6)}"
    if n == 0:
        yield "first"
    if n == total - 1:
        yield "last"
