"""Sights: what is seen of each block of a page and of each line of a text, before it is weighed."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree

from hearsay.page.home import Home
from hearsay.page.joined import joined
from hearsay.page.kin import kin
from hearsay.page.lines import Line
from hearsay.page.marks import all_marked
from hearsay.page.metadata import Known
from hearsay.page.names import words_of
from hearsay.page.phrases import likeness
from hearsay.page.place import LONG, Sight
from hearsay.page.roles import Labelled
from hearsay.page.seen import HEADINGS, MOSTLY
from hearsay.text.article import BODY, Role

HIDDEN = "hidden"
VOTES = {True: "voted", False: "not voted", None: "not asked"}
ALL_LINKS = 0.95  # share of a block in links from which it is a link and no more
ALIKE = 0.6  # share of words from which a block says what the page says of itself
INDENT = 8  # columns; what is set in further is set to the middle or to the right
_RANKS = (
    "class",
    "outer class",
    "third class",
)  # of an element, of the one around it, and of the next
_TOLD = ("nav", "footer", "header", "aside", "figure", "figcaption", "blockquote", "form", "article", "main", "button", "table", "time", "ul", "section")  # fmt: skip


def sights_of_blocks(labelled: Sequence[Labelled], knows: Known) -> tuple[Sight, ...]:
    """What is seen of the blocks of a page."""
    parents: dict[object, int] = {}
    out: list[Sight] = []
    home = Home(labelled)
    sets = _sets(labelled)
    stated = _stated(knows)
    for one, as_set in zip(labelled, sets, strict=True):
        parent = parents.setdefault(one.raw.holder, len(parents))
        out.append(
            Sight(
                text=one.raw.text,
                opinion=one.role,
                why=one.why,
                own=(*_own(one, stated, knows.outlet), as_set, *home.of(one.raw)),
                heads=one.raw.tag in HEADINGS or len(one.raw.words) <= 6,  # noqa: PLR2004 - as long as a label
                parent=parent,
                prosy=one.prosy and one.role in BODY,
            )
        )
    return tuple(out)


def _sets(labelled: Sequence[Labelled]) -> list[str]:
    """For each block whether the page sets it as it sets most of its long prose, by the tags and names of two elements.

    Set as the prose: all paragraphs in `div.body > p.css-1x`. Otherwise: a `p.lead` in the same; a box between them.
    """
    looks = [_looks(one.raw.context.path) for one in labelled]
    prose: Counter[tuple[str | None, ...]] = Counter()
    for one, look in zip(labelled, looks, strict=True):
        if one.prosy and one.role in BODY and len(one.raw.words) >= LONG:
            prose[look] += len(one.raw.words)
    if not prose:
        return ["no prose set"] * len(looks)
    main = max(prose, key=lambda look: prose[look])
    return [
        "set as the prose"
        if look == main
        else "set as other prose"
        if look in prose
        else "beside the prose"
        if look[:2] == main[:2]
        else "set apart"
        for look in looks
    ]


def _looks(path: Sequence[etree._Element]) -> tuple[str | None, ...]:
    """The tags and names of the element around a block's own, and of its own."""
    return tuple(part for one in path[-2:] for part in (one.tag, one.get("class")))


def _own(one: Labelled, stated: Sequence[tuple[str, str, int]], outlet: str | None) -> list[str]:
    """The signals of a block's element, names and links."""
    raw = one.raw
    out = [joined("tag", raw.tag), *_inside(raw.context.tags)]
    out += _named(tuple([(hint.role, hint.firm) for hint in one.hints]))
    for up, rank in zip(raw.context.path[::-1], _RANKS, strict=False):
        if up.attrib and (given := up.get("class") or up.get("id")):
            out += _classes(rank, given)
    out += (
        VOTES[one.voted],
        joined("score", max(-3, min(5, round(one.score)))),
        joined("links", _links(raw.link_share)),
    )
    if one.prosy:
        out.append("prosy")
    if raw.context.hidden:
        out.append(HIDDEN)
    if raw.strong or raw.slanted:
        size = 0.9 * len(raw.text.replace(" ", ""))
        out += (
            name for much, name in ((raw.strong, "bold"), (raw.slanted, "slanted")) if much >= size
        )
    if raw.pictured:
        out.append("after a picture")
    if raw.bare:
        out.append("bare")
    if raw.holds:
        out += [joined("holds", mark) for mark in sorted(raw.holds)]
    out += _alike(raw.line, len(raw.words), stated)
    if outlet and outlet in raw.line:
        out.append("is the outlet" if len(outlet) == len(raw.line) else "names the outlet")
    return out


@lru_cache(maxsize=512)  # the blocks of a page stand in few elements of different kinds
def _inside(tags: frozenset[str]) -> tuple[str, ...]:
    """The elements that a block stands in, of those that tell something."""
    return tuple(f"in {tag}" for tag in _TOLD if tag in tags)


@lru_cache(maxsize=1024)  # the same names stand around many blocks of a page
def _classes(rank: str, given: str) -> tuple[str, ...]:
    """The words of an element's names, without those that are numbers."""
    words = (word for word in words_of(given) if len(word) > 1 and word.isalpha())
    return tuple(dict.fromkeys(joined(rank, word) for word in words))


@lru_cache(maxsize=512)  # the same names stand around many blocks of a page
def _named(hints: tuple[tuple[Role, bool], ...]) -> tuple[str, ...]:
    """What the names around a block say, the innermost apart."""
    if not hints:
        return ("no name",)
    ranks = zip(("name", "outer name", "third name"), hints, strict=False)
    out = [f"{rank} {role}{' firm' if firm else ''}" for rank, (role, firm) in ranks]
    return (*out, *(f"among names {role}" for role in dict.fromkeys(role for role, _ in hints)))


def _links(share: float) -> str:
    """How much of a block stands in links, in a word."""
    if share >= MOSTLY:
        return "all" if share > ALL_LINKS else "most"
    return "some" if share else "none"


def _alike(text: str, size: int, stated: Sequence[tuple[str, str, int]]) -> list[str]:
    """Whether a block says what the page says about itself."""
    return [
        name
        for name, value, words in stated
        if 2 * min(size, words) >= ALIKE * (size + words) and likeness(text, value) >= ALIKE
    ]


def _stated(knows: Known) -> list[tuple[str, str, int]]:
    """What a page says about itself: the signal of what is like it, the words, and how many they are."""
    told = (("title", knows.title), ("author", knows.byline), ("description", knows.description))
    return [(f"like {name}", value, value.count(" ") + 1) for name, value in told if value]


def sights_of_lines(text: str, lines: Sequence[Line]) -> tuple[Sight, ...]:
    """What is seen of the lines of a plain text, or of the paragraphs of one that is wrapped."""
    out: list[Sight] = []
    marks = all_marked(line.span.cut(text) for line in lines)
    common = kin([one.words for one in marks], [one.words.lower() for one in marks])
    for n, (line, given) in enumerate(zip(lines, marks, strict=True)):
        gap = lines[n - 1].span.gap(line.span) if n else None
        between = gap.cut(text) if gap else ""
        blank = n == 0 or between.count("\n") > 1
        indent = len(between.rsplit("\n")[-1].expandtabs(4))
        seen = ["after a blank line" if blank else "right under a line", *given.signs, *common[n]]
        if indent:
            seen.append("set in far" if indent > INDENT else "set in")
        if not any(sign.startswith("links") for sign in given.signs):
            seen.append("no mark" if not given.signs else "no link")
        out.append(
            Sight(
                text=given.words,
                opinion=line.role,
                why=line.why,
                own=tuple(seen),
                heads=len(given.words.split()) <= 6,  # noqa: PLR2004 - as long as a label
                prosy=line.role in BODY and line.why == "prose",
            )
        )
    return tuple(out)
