"""Author: who "I" is where no source speaks: the one in the byline."""

from collections.abc import Sequence

from hearsay.reader.cast.naming import Named
from hearsay.reading.actor import ActorKind
from hearsay.text.article import Article, Role
from hearsay.text.span import Span, found

BY_AUTHOR = "byline_names_the_author"
"""The author, who calls himself "I", is no other's "he"."""

OWN = frozenset({"i", "my", "me", "myself"})
"""Pronouns for one author; "we" may be the outlet."""

SEVERAL = (" and ", " & ", ",", "/")
MARKS = (("“", "”"), ("«", "»"))


def byline(article: Article) -> Span | None:
    """Where the byline names the one author.

    Takes: "By Mara Lund". Leaves: "By Mara Lund and Karl Moe", an outlet's "Staff".
    """
    name = article.byline
    if not name or len(name.split()) < 2 or any(one in name for one in SEVERAL):  # noqa: PLR2004
        return None
    for block in article.of(Role.BYLINE):
        if (span := found(article.text, name)) is not None and block.span.holds(span):
            return span
    return None


def named(text: str, span: Span) -> Named:
    """The author, as the byline names him."""
    name = span.cut(text)
    return Named(span, name, f"={name.lower()}", proper=True, kind=ActorKind.PERSON)


def quoted(text: str, at: Span, blocks: Sequence[Span]) -> bool:
    """Whether a word stands within quotation marks that are open before it in its block, or in no block."""
    block = next((one for one in blocks if one.holds(at)), None)
    if block is None:
        return True
    before = at.widened(block.length, Span(block.start, at.end)).cut(text)
    return before.count('"') % 2 == 1 or any(
        before.count(opening) > before.count(closing) for opening, closing in MARKS
    )
