"""Small pages for the tests of this room: a body between furniture, and what became of it."""

from hearsay.page.extract import extract
from hearsay.page.page import Form, Page
from hearsay.text.article import READ, Article, Role

PLAIN = (
    "The council met on Tuesday to decide what should become of the old harbour wall.",
    "Engineers had told the members in March that the wall would not last another winter.",
    "The vote was put off once more, since two of the members had not read the report.",
    "Nobody in the room could say on Wednesday when the next meeting would be held.",
)


def page(body: str, *, before: str = "", after: str = "", head: str = "") -> Article:
    """The article of a page with a headline and this body."""
    text = (
        f"<!doctype html><html lang='en'><head><title>Harbour wall vote put off</title>{head}</head>"
        f"<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>{before}"
        f"<main><article><h1>Harbour wall vote put off</h1>{body}</article></main>{after}"
        "<footer><p>© 2026 The Quay. All rights reserved.</p></footer></body></html>"
    )
    return extract(Page(text, Form.HTML, "test.html")).article


def between(construct: str) -> Article:
    """The article of a page with a construct between four plain paragraphs."""
    first, second, third, fourth = (f"<p>{words}</p>" for words in PLAIN)
    return page(f"{first}{second}{construct}{third}{fourth}")


def plain(*lines: str) -> Article:
    """The article of a plain text with these lines, a blank line between two."""
    return extract(Page("\n\n".join(lines), Form.PLAIN, "test.txt")).article


def role_of(article: Article, words: str) -> Role | None:
    """The role of the block in which the words stand; None where they stand in none."""
    return next((b.role for b in article.blocks if words in b.span.cut(article.text)), None)


def is_read(article: Article, words: str) -> bool:
    """Whether the words stand in a block from which findings come."""
    return role_of(article, words) in READ
