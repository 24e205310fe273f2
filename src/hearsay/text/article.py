"""Article: one text, and the blocks that it is made of.

This room knows which stretch of the text is a headline, a paragraph or a comment. It does not know
how that was found out (`hearsay.page` does), nor what the words say.
"""

from bisect import bisect_right
from enum import StrEnum

import msgspec

from hearsay.text.span import Span


class Role(StrEnum):
    """What a block is to its page. A closed set, see docs/reading.md."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    CAPTION = "caption"
    CATEGORY = "category"
    DISCLAIMER = "disclaimer"
    COMMENTS = "comments"
    RELATED = "related"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    ADVERT = "advert"
    NAVIGATION = "navigation"
    CORRECTION = "correction"
    CREDIT = "credit"
    BIO = "bio"
    OTHER = "other"


READ = frozenset(
    {
        Role.HEADLINE,
        Role.STANDFIRST,
        Role.PARAGRAPH,
        Role.HEADING,
        Role.QUOTE,
        Role.LIST,
        Role.CAPTION,
    }
)
"""The roles whose words are the article's own: findings come from these alone."""

BODY = frozenset({Role.PARAGRAPH, Role.HEADING, Role.QUOTE, Role.LIST})
"""The roles of the running text, in the order in which it is read."""


class Genre(StrEnum):
    """What kind of article it is; unknown where neither the page nor the text shows it."""

    REPORT = "report"
    OPINION = "opinion"
    INTERVIEW = "interview"
    LIVE = "live"
    UNKNOWN = "unknown"


class Dated(StrEnum):
    """How the day of publication is known."""

    STATED = "stated"
    GIVEN = "given"
    GUESSED = "guessed"


class Block(msgspec.Struct, frozen=True):
    """A stretch of the article's text with one role.

    Attributes:
        span: where it stands in the text.
        role: what it is to the page.
        origin: the path of its element on the page; None where the input was plain text.
        why: the signals that decided the role, in a line that a person can read.
    """

    span: Span
    role: Role
    origin: str | None = None
    why: str = ""


class Article(msgspec.Struct, frozen=True):
    """One article: a text that never changes, and what is known of it.

    Attributes:
        text: for plain text the input, character for character; for a page the text of its blocks,
            in the order of the page, a blank line between two.
        title: the headline, as the page states it or as its block reads.
        byline: who wrote it.
        outlet: who published it.
        url: its own address.
        published: ISO 8601, a day or a moment with its zone.
        published_is: how the day is known; None exactly where `published` is.
        language: BCP 47, "und" where it is not known.
        genre: as the page states it; else as its labels, its form and the share of the author's own voice show.
        blocks: sorted and apart; every character that is not white space stands in exactly one.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_is: Dated | None = None
    language: str = "en"
    genre: Genre = Genre.UNKNOWN
    blocks: tuple[Block, ...] = ()

    @property
    def english(self) -> bool:
        """Whether it is in the one language that hearsay reads."""
        return self.language.lower().startswith("en")

    def block(self, offset: int) -> Block | None:
        """The block at an offset; None in the white space between two."""
        last = bisect_right(self.blocks, offset, key=lambda block: block.span.start)
        block = self.blocks[last - 1] if last else None
        return block if block and block.span.at(offset) else None

    def number(self, block: Block) -> int:
        """Which of the blocks it is, from 1."""
        return bisect_right(self.blocks, block.span.start, key=lambda one: one.span.start)

    def of(self, *roles: Role) -> tuple[Block, ...]:
        """The blocks with one of the roles, in order."""
        return tuple(block for block in self.blocks if block.role in roles)

    @property
    def read(self) -> tuple[Block, ...]:
        """The blocks from which findings come, in order."""
        return tuple(block for block in self.blocks if block.role in READ)
