"""What a page says about itself: title, author, outlet, address, date, kind.

From JSON-LD, meta elements and microdata; what these do not say is worked out of what it shows (`hearsay.page.guess`).
A date is taken with its time and zone where the page states one.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from lxml import etree

from hearsay.page.dates import marked_up, stamp
from hearsay.page.phrases import flat
from hearsay.text.article import Dated, Genre

_ARTICLES = re.compile(
    r"(?:Article|BlogPosting|Report|(?<!Claim)Review|LiveBlogPosting|Newsletter)\Z"
)
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
    "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date",
    "article.published", "publication_date", "cxenseparse:recs:publishtime", "article:published",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title", "headline", "title")  # fmt: skip
_AUTHOR = ("article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "authors", "creator")  # fmt: skip
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "sailthru.publisher", "publisher")  # fmt: skip
_DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description", "sailthru.description")  # fmt: skip
_NO_NAME = re.compile(r"\b(?:posted|published|updated|comments?|by admin|share)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s]+\Z", re.IGNORECASE)


class Known(msgspec.Struct, frozen=True):
    """What a page says about itself; None for what it does not say.

    Attributes:
        title: of the article.
        byline: its authors, joined by commas.
        outlet: who published it.
        url: its own address.
        published: ISO 8601, a day or a moment with its zone.
        published_is: how that is known.
        language: BCP 47.
        description: in a sentence or two.
        genre: as far as the page tells.
        byline_guessed: the page does not state its authors to machines.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_is: Dated | None = None
    language: str | None = None
    description: str | None = None
    genre: Genre = Genre.UNKNOWN
    byline_guessed: bool = False


def known(root: etree._Element, url: str | None) -> Known:
    """What a page says about itself to machines.

    Args:
        root: its tree.
        url: where the page was fetched from.
    """
    article = next((node for node in _graph(root) if is_article(node)), {})
    meta = _meta(root)
    stated = _stated(root, article, meta)
    stated_author = _authors(article.get("author")) or clean_author(meta.get("author"))
    section = _text(article.get("articleSection")) or meta.get("article:section", "")
    return Known(
        title=_text(article.get("headline")) or _first(meta, _TITLE),
        byline=stated_author or clean_author(_first(meta, _AUTHOR)),
        byline_guessed=stated_author is None,
        outlet=_named(article.get("publisher")) or _first(meta, _OUTLET),
        url=_canonical(root) or _web(meta.get("og:url")) or _own_address(article) or url,
        published=stated,
        published_is=Dated.STATED if stated else None,
        language=(root.get("lang") or root.get("xml:lang") or "").strip() or None,
        description=_first(meta, _DESCRIPTION) or _text(article.get("description")),
        genre=_genre(_types(article), section),
    )


def _graph(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Every node of the page's JSON-LD that can be read; broken scripts are passed over."""
    for script in root.iter("script"):
        yield from nodes_of(script)


def nodes_of(script: etree._Element) -> Iterator[dict[str, Any]]:
    """The nodes of JSON-LD in a script; none where it holds something else, or is broken."""
    if "ld+json" not in (script.get("type") or ""):
        return
    try:
        found = json.loads((script.text or "").strip().removesuffix(";"), strict=False)
        json.dumps(found, ensure_ascii=False).encode()  # half a character is no text
    except (ValueError, RecursionError):
        return
    waiting = [found]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _types(node: dict[str, Any]) -> tuple[str, ...]:
    kinds = node.get("@type")
    return tuple(k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str))


def is_article(node: dict[str, Any]) -> bool:
    """Whether a node of JSON-LD is an article."""
    return any(_ARTICLES.search(kind) for kind in _types(node))


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return (flat(value) or None) if isinstance(value, str) else None


def _named(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(value: object) -> str | None:
    many = value if isinstance(value, list) else [value]
    names = [clean_author(_named(one)) for one in many]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def clean_author(name: str | None) -> str | None:
    """A name that a page gives as the author, unless it is an address or no name at all."""
    if not name or _ADDRESS.match(name) or "@" in name or _NO_NAME.search(name):
        return None
    bare = re.sub(r"\A(?:by|von|par)\s+", "", flat(name), flags=re.IGNORECASE)
    return bare if any(c.isupper() for c in bare) else None


def _meta(root: etree._Element) -> dict[str, str]:
    """The meta elements of the page by name, in small letters; the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = flat(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str | None:
    """What the first of some meta elements says that the page has."""
    return next((meta[name] for name in names if name in meta), None)


def _stated(root: etree._Element, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The date that the page states: JSON-LD, meta, microdata, a time element, in this order."""
    found = stamp(_text(article.get("datePublished")) or "")
    if found:
        return found
    for name in _PUBLISHED:
        if found := stamp(meta.get(name, "")):
            return found
    return marked_up(root)


def _canonical(root: etree._Element) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return _web(link.get("href"))
    return None


def _own_address(article: Mapping[str, Any]) -> str | None:
    """The address that an article of JSON-LD gives as its own."""
    page = article.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    return _web(_text(article.get("url"))) or _web(_text(page))


def _web(address: str | None) -> str | None:
    return address.strip() if address and _ADDRESS.match(address.strip()) else None


def _genre(types: tuple[str, ...], section: str) -> Genre:
    if any(kind.startswith(("Opinion", "Analysis", "Review")) for kind in types):
        return Genre.OPINION
    if "LiveBlogPosting" in types:
        return Genre.LIVE
    if any(kind in ("ReportageNewsArticle", "Report") for kind in types):
        return Genre.REPORT
    return genre_of_section(section)


def genre_of_section(section: str) -> Genre:
    """The genre that the name of a section tells; UNKNOWN where it tells none."""
    words = set(re.findall(r"[a-z-]+", section.lower()))
    if words & {"opinion", "opinions", "comment", "commentary", "column", "columns", "op-ed", "editorial", "viewpoint", "perspective"}:  # fmt: skip
        return Genre.OPINION
    if words & {"interview", "interviews"}:
        return Genre.INTERVIEW
    if words & {"live", "liveblog"}:
        return Genre.LIVE
    return Genre.UNKNOWN
