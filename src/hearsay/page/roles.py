"""The roles of a page's blocks.

First the body: every block is scored by shape, place, names and by the vote of trafilatura (decision
0006), and the body is what stands between the first and the last block that score high. Then what is
left over gets the role that its words, its element's names or its place on the page say. A name alone
never takes a block of prose out of the body: it needs a second sign.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec
from lxml import etree

from hearsay.page.blocks import Raw
from hearsay.page.metadata import Known
from hearsay.page.names import Hint
from hearsay.page.phrases import ended, flat, prose, said
from hearsay.text.article import Role

FURNITURE = frozenset(Role) - {
    Role.HEADLINE,
    Role.STANDFIRST,
    Role.PARAGRAPH,
    Role.HEADING,
    Role.QUOTE,
    Role.LIST,
    Role.CAPTION,
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "td", "th", "dt", "dd"})
_ENOUGH = 2.0  # score from which a block is body by itself
MOSTLY = 0.5  # links from this share on make a block a list of links
_HALF = 0.5
NEAR = 0.6  # share of words that a headline shares with the page's title


class Labelled(msgspec.Struct, frozen=True):
    """A block with its role.

    Attributes:
        raw: the block.
        role: what it is to the page.
        why: the signals that decided, in a line.
    """

    raw: Raw
    role: Role
    why: str


class Seen(msgspec.Struct):
    """What is known of one block while the roles are found.

    Attributes:
        raw: the block.
        voted: trafilatura takes it for the body.
        hint: the innermost name that counts; None where none does.
        phrase: the role that its words say; None where they say none.
        sense: of that phrase.
        score: how much it looks like the body.
    """

    raw: Raw
    voted: bool
    hint: Hint | None = None
    phrase: Role | None = None
    sense: str = ""
    score: float = 0.0
    prosy: bool = False


def label(raws: Sequence[Raw], voted: Sequence[bool], known: Known) -> tuple[Labelled, ...]:
    """The blocks with their roles.

    Args:
        raws: the blocks of a page, in order.
        voted: for each, whether trafilatura takes it for the body.
        known: what the page says about itself.
    """
    seen = [Seen(raw, vote) for raw, vote in zip(raws, voted, strict=True)]
    void = _void(seen)
    for one in seen:
        one.hint = next((h for h in one.raw.context.hints if h.element not in void), None)
        phrase = said(one.raw.text)
        if phrase is not None:
            one.phrase, one.sense = phrase.role, phrase.sense
        one.prosy = prose(one.raw.text) and one.raw.link_share < MOSTLY
    container = _container(seen)
    for one in seen:
        one.score = _score(one, container)
    headline = _headline(seen, known)
    body = _body(seen, headline)
    return tuple(_label(seen, at, body, headline, known) for at in range(len(seen)))


def _void(seen: Sequence[Seen]) -> set[etree._Element]:
    """The elements whose names do not count, since most of the article stands in them."""
    total = sum(len(one.raw.words) for one in seen if one.voted) or 1
    held: Counter[etree._Element] = Counter()
    for one in seen:
        if one.voted:
            for hint in one.raw.context.hints:
                held[hint.element] += len(one.raw.words)
    return {element for element, words in held.items() if words > _HALF * total}


def _container(seen: Sequence[Seen]) -> etree._Element | None:
    """The element that holds most of the prose, as readability counts it."""
    points: Counter[etree._Element] = Counter()
    for one in seen:
        if not one.prosy or one.raw.context.hidden or _firm(one) in FURNITURE:
            continue
        weight = len(one.raw.words) * (1 + one.voted)
        element = one.raw.context.element if one.raw.bare else one.raw.context.element.getparent()
        for share in (1.0, 0.5, 0.25):
            if element is None:
                break
            points[element] += round(weight * share)
            element = element.getparent()
    return points.most_common(1)[0][0] if points else None


def _firm(one: Seen) -> Role | None:
    return one.hint.role if one.hint is not None and one.hint.firm else None


def _score(one: Seen, container: etree._Element | None) -> float:
    """How much a block looks like the body."""
    raw = one.raw
    score = 2.0 * one.voted + 1.5 * one.prosy
    if container is not None and _within(raw.context.element, container):
        score += 1.0
    if raw.tag in ("p", "blockquote") or "blockquote" in raw.context.tags:
        score += 0.5
    if raw.link_share >= MOSTLY:
        score -= 3.0
    if raw.context.hidden:
        score -= 6.0
    return score - _against(one)


def _against(one: Seen) -> float:
    """How much the names and words of a block speak against the body."""
    raw = one.raw
    against = 0.0
    if one.phrase in FURNITURE:
        against += 2.0 if one.prosy and one.phrase in _LOOSE else 5.0
    if one.hint is not None and one.hint.role in FURNITURE:
        against += (3.5 if one.hint.firm else 1.5) if one.prosy else (4.0 if one.hint.firm else 2.5)
    if raw.context.tags & {"nav", "footer", "form", "button", "dialog"}:
        against += 3.0
    if raw.context.tags & {"aside", "header"} and "blockquote" not in raw.context.tags:
        against += 1.5
    return against


_LOOSE = frozenset({Role.RELATED, Role.ADVERT, Role.NEWSLETTER, Role.BIO, Role.OTHER})


def _within(element: etree._Element | None, container: etree._Element) -> bool:
    while element is not None:
        if element is container:
            return True
        element = element.getparent()
    return False


def _headline(seen: Sequence[Seen], known: Known) -> int | None:
    """Which block is the headline: the heading that is most like the page's title."""
    best: tuple[float, int] | None = None
    for at, one in enumerate(seen):
        raw = one.raw
        named = one.hint is not None and one.hint.role is Role.HEADLINE
        if raw.context.hidden or not (raw.tag in _HEADINGS or named) or len(raw.words) > 45:  # noqa: PLR2004
            continue
        alike = likeness(raw.text, known.title) if known.title else 0.0
        if raw.tag == "h1" and not known.title:
            alike = 1.0
        rank = alike + 0.2 * (raw.tag == "h1") + 0.1 * named - 0.3 * (_firm(one) in FURNITURE)
        if alike >= NEAR and (best is None or rank > best[0]):
            best = (rank, at)
    if best is not None:
        return best[1]
    return next((n for n, one in enumerate(seen) if one.raw.tag == "h1" and _plain(one)), None)


def _plain(one: Seen) -> bool:
    return not one.raw.context.hidden and one.raw.link_share < 1 and _firm(one) not in FURNITURE


def likeness(one: str, other: str | None) -> float:
    """Which share of the words of two texts they have in common, 0 to 1 (Dice)."""
    left, right = Counter(_bare(one)), Counter(_bare(other or ""))
    total = sum(left.values()) + sum(right.values())
    return 2 * sum((left & right).values()) / total if total else 0.0


def _bare(text: str) -> list[str]:
    return [w for w in ("".join(c for c in t if c.isalnum()) for t in text.lower().split()) if w]


def _body(seen: Sequence[Seen], headline: int | None) -> set[int]:
    """Which blocks are the running text."""
    strong = [n for n, one in enumerate(seen) if one.score >= _ENOUGH and one.prosy]
    if not strong:
        strong = [n for n, one in enumerate(seen) if one.score >= _ENOUGH]
    if not strong:
        return set()
    first, last = min(strong), max(strong)
    if headline is not None and first < headline < last:
        first = min((n for n in strong if n > headline), default=first)
    body = {n for n in strong if first <= n <= last}
    parents = {_parent(seen[n]) for n in body}
    for n, one in enumerate(seen):
        if n in body or n == headline:
            continue
        inside = first < n < last
        like = _parent(one) in parents
        beyond = like and not inside and (n - 1 in body or n + 1 in body)
        if _fits(one, inside=inside, like=like) and (inside or beyond):
            body.add(n)
    return body


def _parent(one: Seen) -> etree._Element | None:
    element = one.raw.context.element
    if one.raw.bare:
        return element
    return element.getparent()


def _fits(one: Seen, *, inside: bool, like: bool) -> bool:
    """Whether a short or odd block belongs to the body that it stands in or beside."""
    raw = one.raw
    if raw.context.hidden or _against(one) >= 2.5 or raw.link_share >= MOSTLY:  # noqa: PLR2004
        return False
    if one.phrase in FURNITURE:
        return False
    if one.voted or like:
        return True
    quote = one.hint is not None and one.hint.role is Role.QUOTE
    return inside and (quote or one.score > 0 or raw.tag in _HEADINGS or raw.tag in _ITEMS)


def _label(
    seen: Sequence[Seen], at: int, body: set[int], headline: int | None, known: Known
) -> Labelled:
    one = seen[at]
    if at == headline:
        return Labelled(one.raw, Role.HEADLINE, "the heading most like the page's title")
    if at in body:
        role, why = _in_body(seen, at)
    else:
        role, why = _outside(seen, at, body, headline, known)
    return Labelled(one.raw, role, why)


def _in_body(seen: Sequence[Seen], at: int) -> tuple[Role, str]:
    """The role of a block of the running text."""
    one = seen[at]
    raw = one.raw
    hinted = one.hint.role if one.hint else None
    note = "trafilatura's vote" if one.voted else "prose" if one.prosy else "between body blocks"
    if hinted is Role.CAPTION or "figcaption" in raw.context.tags:
        return Role.CAPTION, f"{note}; {one.hint.name if one.hint else 'figcaption'}"
    if hinted is Role.QUOTE or "blockquote" in raw.context.tags:
        return Role.QUOTE, f"{note}; {one.hint.name if one.hint else '<blockquote>'}"
    if raw.tag in _HEADINGS:
        return Role.HEADING, f"{note}; <{raw.tag}>"
    if raw.tag in _ITEMS or raw.context.tags & {"li"}:
        return Role.LIST, f"{note}; <{raw.tag}>"
    bold = raw.strong >= 0.9 * len(raw.text.replace(" ", ""))
    if bold and len(raw.words) <= 12 and not ended(raw.text):  # noqa: PLR2004 - a line
        return Role.HEADING, f"{note}; all of it bold, and no full stop"
    if hinted is Role.STANDFIRST and one.hint is not None:
        return Role.STANDFIRST, f"{note}; {one.hint.name}"
    return Role.PARAGRAPH, note


def _outside(
    seen: Sequence[Seen], at: int, body: set[int], headline: int | None, known: Known
) -> tuple[Role, str]:
    """The role of a block that is not running text."""
    one = seen[at]
    raw = one.raw
    first, last = (min(body), max(body)) if body else (len(seen), -1)
    top = (headline is None or abs(at - headline) <= 12) and at < first  # noqa: PLR2004 - the head
    if raw.context.hidden:
        return Role.OTHER, "out of sight on the page"
    matched = _matched(one, known, top=top)
    if matched is not None:
        return matched
    firm = _firm(one)
    if firm is not None and one.phrase not in _SURE:
        return _settled(
            firm, one, top=top, at=at, first=first, last=last
        ), f"name {one.hint.name}" if one.hint else ""
    if one.phrase is not None:
        return one.phrase, f"its words: {one.sense}"
    if one.hint is not None:
        return _settled(
            one.hint.role, one, top=top, at=at, first=first, last=last
        ), f"name {one.hint.name}"
    return _by_place(one, at, first, last, headline, top=top)


_SURE = frozenset({Role.CORRECTION, Role.DISCLAIMER, Role.CREDIT, Role.OTHER})


def _matched(one: Seen, known: Known, *, top: bool) -> tuple[Role, str] | None:
    """The role of a block that says what the page says about itself."""
    text = flat(one.raw.text)
    if known.byline and top and len(one.raw.words) <= 25 and likeness(text, known.byline) >= NEAR:  # noqa: PLR2004
        return Role.BYLINE, "the author whom the page states"
    if known.description and top and likeness(text, known.description) >= 0.8:  # noqa: PLR2004 - all but same
        return Role.STANDFIRST, "the description that the page states"
    return None


def _settled(role: Role, one: Seen, *, top: bool, at: int, first: int, last: int) -> Role:
    """The role that a name says, where the place on the page bears it out."""
    long = len(one.raw.words) > 14  # noqa: PLR2004 - longer than a name and a date
    if role is Role.QUOTE:
        return Role.QUOTE
    if role is Role.BYLINE and long:
        return Role.BIO
    if role is Role.HEADLINE:
        return Role.RELATED if not top else Role.HEADING if first <= at <= last else Role.RELATED
    if role is Role.STANDFIRST and not top:
        return Role.RELATED if at > last else Role.PARAGRAPH
    if role is Role.DATELINE and long:
        return one.phrase or Role.OTHER
    if role is Role.CATEGORY and long and one.prosy:
        return Role.RELATED
    return role


def _by_place(
    one: Seen, at: int, first: int, last: int, headline: int | None, *, top: bool
) -> tuple[Role, str]:
    """The role of a block that nothing but its place and its links tell of."""
    raw = one.raw
    tags = raw.context.tags
    if "figcaption" in tags or "figure" in tags:
        return Role.CAPTION, "in a figure"
    if top and headline is not None and at > headline and one.prosy:
        return Role.STANDFIRST, "prose between headline and body"
    if "footer" in tags or "nav" in tags:
        return Role.NAVIGATION, "in the page's foot or menu"
    linked = raw.link_share >= MOSTLY
    if linked and len(raw.words) >= 4:  # noqa: PLR2004 - shorter links are menus
        return Role.RELATED, "a long link outside the body"
    if linked:
        near = headline is not None and 0 < headline - at <= 3  # noqa: PLR2004 - right above it
        return (
            (Role.CATEGORY, "a short link above the headline")
            if near
            else (
                Role.NAVIGATION,
                "a short link outside the body",
            )
        )
    if raw.tag in _HEADINGS and at > last:
        return Role.RELATED, "a heading after the body"
    if at > last and "aside" in tags:
        return Role.RELATED, "beside the body"
    return Role.OTHER, "outside the body, with no sign of what it is"
