"""Seen: what is known of a block of a page while its role is found."""

import msgspec

from hearsay.page.blocks import Raw
from hearsay.page.names import Hint
from hearsay.text.article import READ, Role

FURNITURE = frozenset(Role) - READ
HOLDS = frozenset(
    {Role.RELATED, Role.COMMENTS, Role.NEWSLETTER, Role.ADVERT, Role.SHARE, Role.NAVIGATION}
)
"""The roles of containers: all that stands in such a one has its role."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MOSTLY = 0.5  # links from this share on make a block a list of links
NEAR = 0.6  # share of words that a headline shares with the page's title


class Seen(msgspec.Struct):
    """What is known of one block while the roles are found.

    Attributes:
        raw: the block.
        voted: trafilatura takes it for the body; None where it was not asked.
        hints: the names that count, the innermost first.
        hint: the innermost of them; None where none does.
        phrase: the role that its words say; None where they say none.
        sense: of that phrase.
        score: how much it looks like the body.
        prosy: it has the shape of prose, and is no list of links.
        plain: it is prose where prose of the article may stand.
    """

    raw: Raw
    voted: bool | None
    hints: tuple[Hint, ...] = ()
    hint: Hint | None = None
    phrase: Role | None = None
    sense: str = ""
    score: float = 0.0
    prosy: bool = False
    plain: bool = False

    @property
    def firm(self) -> Role | None:
        """What the innermost name says, if it is hardly ever given to an article's own text."""
        return self.hint.role if self.hint is not None and self.hint.firm else None
