"""Where a block stands: to the long prose of its page, to short lines around it, to labels and names above it."""

import re
from collections.abc import Sequence

import msgspec

from hearsay.page.phrases import ended
from hearsay.text.article import BODY, Role

LONG = 20  # words of the shortest long prose
_FAR = 5  # blocks from which on far is far
_RUNS = ((1, "one"), (3, "few"), (7, "some"))
_SHORT = frozenset({"size one", "size two", "size few", "size line", "size long line"})
_LASTING = frozenset({"comments", "related", "newsletter", "bio", "navigation"})
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+")
_MARKS = "\"“”„«»‘’' "
_ECHO = 5  # words of the shortest line that repeats the prose


class Sight(msgspec.Struct, frozen=True):
    """What is seen of one block.

    Attributes:
        text: its words.
        opinion: the role that the rules give it.
        why: the reason of the rules.
        own: signals of its element and names; () for a line of plain text.
        heads: it stands as a heading or a short label.
        parent: the same for blocks of one container; None where there is none.
        prosy: it is prose that the rules take for the body.
    """

    text: str
    opinion: Role
    why: str = ""
    own: tuple[str, ...] = ()
    heads: bool = False
    parent: int | None = None
    prosy: bool = False


def amid(
    sights: Sequence[Sight], lines: Sequence[str], spoken: Sequence[str]
) -> list[tuple[str, ...]]:
    """For each block where it stands to the long prose: before, between or after it, and how far from it."""
    long = [
        n
        for n, one in enumerate(sights)
        if spoken[n] == "none" and lines[n].count(" ") >= LONG and ended(lines[n])
        if one.opinion in BODY
    ]
    if not long:
        return [("no long prose",)] * len(sights)
    before: list[int] = []
    since = _FAR
    these = set(long)
    for n in range(len(sights)):
        before.append(since)
        since = 1 if n in these else min(_FAR, since + 1)
    after = [_FAR] * len(sights)
    since = _FAR
    for n in reversed(range(len(sights))):
        after[n] = since
        since = 1 if n in these else min(_FAR, since + 1)
    out: list[tuple[str, ...]] = []
    for n in range(len(sights)):
        where = "before prose" if n < long[0] else "after prose" if n > long[-1] else "amid prose"
        between = ("between prose",) if before[n] == after[n] == 1 else ()
        out.append((where, f"prose {before[n]} above", f"prose {after[n]} below", *between))
    return out


def runs_of(shapes: Sequence[tuple[str, ...]]) -> list[str]:
    """For each block how many short ones without a stop stand together there: menus and lists of headlines."""
    short = [one[1] == "not ended" and one[0] in _SHORT for one in shapes]
    out = ["none"] * len(short)
    start = 0
    for n in range(len(short) + 1):
        if n < len(short) and short[n]:
            continue
        size = n - start
        name = next((told for most, told in _RUNS if size <= most), "many")
        out[start:n] = [name] * size
        start = n + 1
    return out


def ties(sights: Sequence[Sight], lines: Sequence[str], spoken: Sequence[str]) -> list[list[str]]:
    """For each block what ties it to others: the author's name, labels above, the prose that it repeats."""
    author = next((found[0] for found in map(_author, sights) if found), None)
    prose = "\n".join(line for line in lines if line.count(" ") >= LONG)
    labels: dict[str, None] = {}
    out: list[list[str]] = []
    for n, line in enumerate(lines):
        names = [f"somewhere under {label}" for label in labels]
        if spoken[n] in _LASTING and sights[n].heads:
            labels[spoken[n]] = None
        if author and author in line:
            names.append(
                "starts with the author" if line.startswith(author) else "names the author"
            )
        if n and line[:4] == lines[n - 1][:4]:
            names.append("begins as the one before")
        if n + 1 < len(lines) and line[:4] == lines[n + 1][:4]:
            names.append("begins as the one after")
        core = line.strip(_MARKS).rstrip(".,")
        if _ECHO <= core.count(" ") + 1 <= 2 * LONG and core in prose:
            own = line.count(" ") >= LONG
            if prose.count(core) > own:
                names.append("repeats the prose")
        out.append(names)
    return out


def _author(sight: Sight) -> "re.Match[str] | None":
    return _NAME.search(sight.text.removeprefix("By ")) if sight.opinion is Role.BYLINE else None
