"""From a page to an article: every block of text kept, each with a role and an origin.

trafilatura is asked which text it takes for the body where that is unsure without it (decision 0006); the cutting and
labelling is hearsay's own, since nobody else says what the rest of a page is.
"""

import re
from collections.abc import Sequence
from itertools import islice
from math import ceil
from typing import Any

import msgspec
from lxml import etree, html

from hearsay.errors import NoArticle
from hearsay.page.asked import asked
from hearsay.page.blocks import Raw, blocks, origin
from hearsay.page.bylines import names_in, signed
from hearsay.page.dates import written
from hearsay.page.depth import shallow
from hearsay.page.guess import completed
from hearsay.page.lines import label_lines
from hearsay.page.marks import marked
from hearsay.page.metadata import Known, genre_of_section, known
from hearsay.page.opening import supposed, told
from hearsay.page.outlets import outlet
from hearsay.page.page import Form, Page
from hearsay.page.phrases import flat
from hearsay.page.place import Sight
from hearsay.page.roles import Labelled, Votes, label, unasked
from hearsay.page.settle import weighed, weighed_lines
from hearsay.page.sights import sights_of_blocks, sights_of_lines
from hearsay.page.unshown import WHY, Unshown, unshown
from hearsay.text.article import Article, Block, Dated, Genre, Role
from hearsay.text.span import laid_out

SHOWN = frozenset(
    {Role.PARAGRAPH, Role.QUOTE}
)  # roles of which a page that shows its article has some
HEAD_LINES = 3  # lines with a date or an author in which the day of publication is looked for
BETWEEN = "\n\n"  # between two blocks of a page: a blank line
FIRST_LINES = 12  # lines of a text in which it may give its own address
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LONG = 40  # characters from which a part of trafilatura's text is no chance
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|by|at|from)\b")  # fmt: skip
_ENGLISH_SHARE = 0.08  # of words; English news has 0.2 to 0.3, its neighbours under 0.05
_FEW = 20  # words; shorter texts in Latin letters do not tell their language
_LATIN = "\u024f"  # the last of the letters that a language in Latin letters is written with


class Extracted(msgspec.Struct, frozen=True):
    """An article, and what a person should know of how it came to be.

    Attributes:
        article: every block of it with its role.
        remarks: a sentence each.
    """

    article: Article
    remarks: tuple[str, ...] = ()


def extract(page: Page, published: str | None = None) -> Extracted:
    """The article of a page.

    Args:
        page: decoded.
        published: the day of publication that a person gives; it wins over what the page says.

    Raises:
        NoArticle: there is not a word in it.
    """
    page = shallow(page)
    article = _of_text(page) if page.form is Form.PLAIN else _of_page(page)
    remarks = list(page.remarks)
    if published is not None:
        if article.published_is is Dated.STATED and article.published != published:
            remarks.append(
                f"The page states {article.published}; {published} was given and is used."
            )
        article = msgspec.structs.replace(article, published=published, published_is=Dated.GIVEN)
    elif article.published_is is Dated.GUESSED:
        remarks.append(f"The page states no date of publication; {article.published} is a guess.")
    if not article.read:
        remarks.append("Nothing in it reads as an article; all words were set aside.")
    if any(block.why == WHY for block in article.blocks):
        remarks.append(
            "The page shows nothing of the article; it is read as the page tells it to machines."
        )
    article = _language(article)
    if not article.english:
        remarks.append("This does not look like English, the one language that hearsay reads.")
    return Extracted(article, tuple(remarks))


def _of_text(page: Page) -> Article:
    found = weighed_lines(page.text, label_lines(page.text))
    if not any(c.isalnum() for c in page.text):
        raise NoArticle("there is no word in it", "give a text with an article in it")
    made = tuple(Block(line.span, line.role, None, line.why) for line in found)
    article = Article(page.text, url=page.url, blocks=made)
    byline = _byline(article)
    return msgspec.structs.replace(
        article,
        title=_title(article),
        byline=byline,
        outlet=outlet(article, byline),
        url=page.url or _addressed(article),
        genre=_genre(article, Genre.UNKNOWN),
        **_dated_by_text(article, page.name),
    )


def _dated_by_text(article: Article, name: str) -> dict[str, Any]:
    """The day that a text states, in its dateline or a line for it; else a guess at its year."""
    day, stated = told(article), _dated(article)
    if day and not stated.get("published", "").startswith(day):
        return {"published": day, "published_is": Dated.STATED}
    if stated:
        return stated
    if day := supposed(article, name):
        return {"published": day, "published_is": Dated.GUESSED}
    return {}


def _dated(article: Article) -> dict[str, Any]:
    """The day that the article's head lines state, where nothing better is known."""
    if article.published_is is Dated.STATED:
        return {}
    for block in (*article.of(Role.DATELINE)[:HEAD_LINES], *article.of(Role.BYLINE)[:HEAD_LINES]):
        if day := written(block.span.cut(article.text)):
            return {"published": day, "published_is": Dated.STATED}
    return {}


def _title(article: Article) -> str | None:
    """The words of the headline, of all its lines, without their marks; None where there is no headline."""
    parts = [marked(block.span.cut(article.text)).words for block in article.of(Role.HEADLINE)]
    return " ".join(parts) or None


def _of_headline(article: Article) -> str | None:
    headline = article.of(Role.HEADLINE)
    return flat(headline[0].span.cut(article.text)) if headline else None


def _addressed(article: Article) -> str | None:
    """The address that one of the first lines of a text gives as its own: "URL Source: https://…"."""
    lines = (marked(block.span.cut(article.text)) for block in article.blocks[:FIRST_LINES])
    return next((one.words for one in lines if one.role and _ADDRESS.fullmatch(one.words)), None)


def _byline(article: Article) -> str | None:
    """The names in the first line of an author that has some, and says so: "By Ann Lund"; else in the first that has some."""
    lines = [block.span.cut(article.text) for block in article.of(Role.BYLINE)]
    told = [*filter(signed, lines[:2]), *lines]
    return next((names for line in told if (names := names_in(line))), None)


def _of_page(page: Page) -> Article:
    root, raws, knows = _cut(page)
    found = weighed(raws, knows, lambda: _votes(raws, asked(root, page.url)))
    told = () if any(one.role in SHOWN for one in found) else unshown(root)
    if not told and not any(c.isalnum() for one in found for c in one.raw.text):
        raise NoArticle("it shows no word without scripts", "save the page from a browser")
    return _article(root, found, knows, told)


def _cut(page: Page) -> tuple[etree._Element, tuple[Raw, ...], Known]:
    """A page's tree, its blocks, and what it says of itself."""
    root = tree_of(page)
    raws = tuple(blocks(root))
    return root, raws, completed(known(root, page.url), root, raws, page.url)


def sights_of(page: Page, *, voted: bool = False) -> tuple[tuple[Sight, ...], tuple[str, ...]]:
    """What is seen of each block of a page, with trafilatura's vote or without it, and its words: what the weights are learned from."""
    if page.form is Form.PLAIN:
        found = label_lines(page.text)
        seen = sights_of_lines(page.text, found)
        return seen, tuple(line.span.cut(page.text) for line in found)
    root, raws, knows = _cut(page)
    votes = _votes(raws, asked(root, page.url)) if voted else unasked(raws)
    seen = sights_of_blocks(label(raws, votes, knows), knows)
    return seen, tuple(one.text for one in seen)


def raws_of(page: Page) -> tuple[Raw, ...]:
    """The blocks of a page, without roles."""
    return tuple(blocks(tree_of(page)))


_ELEMENTS = etree.ElementDefaultClassLookup(
    element=html.HtmlElement, comment=html.HtmlComment, entity=html.HtmlEntity
)
"""All elements alike, as trafilatura needs them; to ask for a class by each tag takes a twentieth of all time."""


def tree_of(page: Page) -> etree._Element:
    """The page's tree. The parser is asked for deep trees; what it cannot read is no article."""
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
    data = page.text.encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoArticle("there is no page in it", "save the page from a browser") from error
    return root


def _votes(raws: Sequence[Raw], kept: str) -> Votes:
    """For each block, whether its text is in the text that trafilatura kept."""
    if not kept:
        return [False] * len(raws)
    lines = set(re.split(r"(?<=[.!?”\"’]) | - ", kept)) | {kept}
    padded = f" {kept} "
    return [
        one in kept if len(one) >= _LONG else f" {one} " in padded or one in lines
        for one in (raw.line for raw in raws)
    ]


def _article(
    root: etree._Element, labelled: Sequence[Labelled], knows: Known, told: Sequence[Unshown]
) -> Article:
    text, spans = laid_out(
        [*(one.raw.text for one in labelled), *(one.text for one in told)], BETWEEN
    )
    tree = root.getroottree()
    shown = ((one.role, origin(one.raw, tree), one.why) for one in labelled)
    made = tuple(
        Block(span, role, place, why)
        for span, (role, place, why) in zip(
            spans, (*shown, *((one.role, one.origin, WHY) for one in told)), strict=True
        )
    )
    article = Article(
        text=text,
        byline=knows.byline,
        outlet=knows.outlet,
        url=knows.url,
        published=knows.published,
        published_is=knows.published_is,
        language=knows.language or "en",
        blocks=made,
    )
    return msgspec.structs.replace(
        article,
        title=_of_headline(article) or knows.title,
        byline=(_byline(article) or knows.byline) if knows.byline_guessed else knows.byline,
        outlet=knows.outlet or outlet(article, knows.byline),
        genre=_genre(article, knows.genre),
        **_dated(article),
    )


def _genre(article: Article, told: Genre) -> Genre:
    """The genre: as the page tells it, else by its section, its disclaimers, its turns of speech."""
    if told is not Genre.UNKNOWN:
        return told
    for block in article.of(Role.CATEGORY):
        by_section = genre_of_section(block.span.cut(article.text))
        if by_section is not Genre.UNKNOWN:
            return by_section
    views = re.compile(
        r"\b(?:views|opinions)\b.*\b(?:author|writer|own)\b", re.IGNORECASE | re.DOTALL
    )
    if any(views.search(block.span.cut(article.text)) for block in article.of(Role.DISCLAIMER)):
        return Genre.OPINION
    return Genre.UNKNOWN


def _language(article: Article) -> Article:
    """The article with its language: as the page states it, "und" where its words say otherwise."""
    words = " ".join(block.span.cut(article.text) for block in article.read)
    said = _english(words)
    if said is None or said == article.english:
        return article
    return msgspec.structs.replace(article, language="en" if said else "und")


def _english(words: str) -> bool | None:
    """Whether words are English; None where they are too few to tell.

    Takes: a text in which every twelfth word is one of the commonest of English.
    Leaves: a text most of whose letters are no Latin ones, however short it is.
    """
    letters = "" if words.isascii() else [*filter(str.isalpha, words)]
    if sum(one > _LATIN for one in letters) * 2 > len(letters):
        return False
    cut = words.lower().split()
    enough = ceil(_ENGLISH_SHARE * len(cut))
    found = islice(_ENGLISH.finditer(" ".join(cut)), enough)
    return sum(1 for _ in found) == enough if len(cut) >= _FEW else None
