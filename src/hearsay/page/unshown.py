"""Unshown: the text of an article that a page tells machines and shows nobody, until its scripts have run (https://schema.org/articleBody).

It is read only where the page shows none of its own; else the same words would stand there twice.
"""

import msgspec
from lxml import etree, html

from hearsay.page.blocks import blocks
from hearsay.page.metadata import is_article, nodes_of
from hearsay.text.article import Role

WHY = "the page tells it to machines, and shows none of the article"
FEWEST = 12  # words of the shortest text that is an article's


class Unshown(msgspec.Struct, frozen=True):
    """A paragraph, or the headline, as the page tells it to machines.

    Attributes:
        text: its words.
        role: what it is.
        origin: the path of the script in which it stands.
    """

    text: str
    role: Role
    origin: str


def unshown(root: etree._Element) -> tuple[Unshown, ...]:
    """The headline and the paragraphs that the page tells machines; () where it tells none.

    Args:
        root: its tree.
    """
    for script in root.iter("script"):
        for node in filter(is_article, nodes_of(script)):
            body, title = node.get("articleBody"), node.get("headline")
            if isinstance(body, str) and len(body.split()) >= FEWEST:
                path = str(root.getroottree().getpath(script))
                head = [title] if isinstance(title, str) and title.strip() else []
                told = [Unshown(text, Role.HEADLINE, path) for text in head]
                return (*told, *(Unshown(text, Role.PARAGRAPH, path) for text in paragraphs(body)))
    return ()


def paragraphs(body: str) -> tuple[str, ...]:
    """The paragraphs of a text in which a line is one, or that has mark-up."""
    if "</" not in body:
        return tuple(line.strip() for line in body.splitlines() if line.strip())
    return tuple(raw.text for raw in blocks(html.document_fromstring(f"<div>{body}</div>")))
