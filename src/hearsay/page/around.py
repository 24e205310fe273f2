"""The roles of what stands around the running text: heads, feet, boxes and bars."""

from collections.abc import Sequence

from hearsay.page.metadata import Known
from hearsay.page.phrases import capital_share, likeness
from hearsay.page.seen import HEADINGS, MOSTLY, NEAR, Seen
from hearsay.text.article import Role


def outside(
    seen: Sequence[Seen], at: int, body: set[int], headline: int | None, known: Known
) -> tuple[Role, str]:
    """The role of a block that is not running text."""
    one = seen[at]
    raw = one.raw
    first, last = (min(body), max(body)) if body else (len(seen), -1)
    top = (headline is None or abs(at - headline) <= 12) and at < first  # noqa: PLR2004 - the head
    if raw.context.hidden:
        return Role.OTHER, "out of sight on the page"
    matched = _matched(one, known, top=top, foot=at > last)
    if matched is not None:
        return matched
    firm = one.firm
    if firm is not None and (one.phrase not in _SURE or _of_picture(firm, one)):
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


def _of_picture(firm: Role, one: Seen) -> bool:
    """Whether a line of rights is that of the picture over it.

    Taken: "A ferry at Lervik. © Ada Moen", in a `figcaption`. Left: "© 2024 Lervik Posten" in the page's foot.
    """
    return one.phrase is Role.OTHER and firm in (Role.CAPTION, Role.CREDIT)


_SURE = frozenset({Role.CORRECTION, Role.DISCLAIMER, Role.CREDIT, Role.OTHER})


def _matched(one: Seen, known: Known, *, top: bool, foot: bool) -> tuple[Role, str] | None:
    """The role of a block that says what the page says about itself."""
    text = one.raw.line
    if known.byline and top and len(one.raw.words) <= 25 and likeness(text, known.byline) >= NEAR:  # noqa: PLR2004
        return Role.BYLINE, "the author whom the page states"
    if known.byline and foot and one.prosy and known.byline.split(",")[0] in text:
        return Role.BIO, "speaks of the author after the body"
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
    below = _below_headline(one) if top and headline is not None and at > headline else None
    if below is not None:
        return below
    if "nav" in tags or ("footer" in tags and raw.link_share >= MOSTLY):
        return Role.NAVIGATION, "in the page's foot or menu"
    if "footer" in tags:
        return Role.OTHER, "in the page's foot, and no link"
    if raw.link_share >= MOSTLY:
        return _link(one, at, headline)
    if at > last and (raw.tag in HEADINGS or "aside" in tags):
        return Role.RELATED, "a heading after the body, or beside it"
    if at < first and len(raw.words) <= 4 and (headline is None or at < headline):  # noqa: PLR2004
        return Role.NAVIGATION, "a few words above the article"
    return Role.OTHER, "outside the body, with no sign of what it is"


def _below_headline(one: Seen) -> tuple[Role, str] | None:
    """The role of a block between headline and body by its shape; None where it has none."""
    if one.prosy:
        return Role.STANDFIRST, "prose between headline and body"
    if _named(one.raw.text):
        return Role.BYLINE, "a name between headline and body"
    return None


def _link(one: Seen, at: int, headline: int | None) -> tuple[Role, str]:
    """The role of a link outside the body, by its length and its place."""
    if len(one.raw.words) >= 4:  # noqa: PLR2004 - shorter links are menus
        return Role.RELATED, "a long link outside the body"
    if headline is not None and 0 < headline - at <= 3:  # noqa: PLR2004 - right above it
        return Role.CATEGORY, "a short link above the headline"
    return Role.NAVIGATION, "a short link outside the body"


def _named(text: str) -> bool:
    """Whether a line is a name, with little beside it."""
    words = text.split()
    few = 2 <= len(words) <= 6  # noqa: PLR2004 - a name, and where its bearer is
    return few and capital_share(text) >= NEAR and not any(c.isdigit() for c in text)
