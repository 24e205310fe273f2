"""What the elements within a line say of it: where its links lead, whose name or which moment it holds.

Taken: `<a href="/author/ada-moen">`, `<time>`, `<span class="byline__name">`, `<a rel="tag">`. Left: bold and italic type.
"""

import re

from lxml import etree

from hearsay.page.names import hint_of

_LEADS = re.compile(
    r"(?P<mail>mailto:)|(?P<call>tel:)"
    r"|(?P<comments>#(?:\w*-)?(?:comment|respond|disqus)|/comments?\b)"
    r"|(?P<share>\bsharer?\b|/intent/|[?&](?:u|url)=http|\b(?:facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|instagram|youtube"
    r"|tiktok|flipboard|telegram|bsky|threads)\.(?:com|net|me|app|org)\b|\b(?:wa|t)\.me/)"
    r"|(?P<author>/(?:by|authors?|profiles?|people|staff|contributors?|writers?|journalists?|reporters?|columnists?|users?)/)"
    r"|(?P<topic>/(?:tags?|topics?|categor(?:y|ies)|sections?|subjects?|keywords?|labels?|search)/|[?&](?:tag|cat|category|q)=)"
    r"|(?P<money>\b(?:subscri\w+|newsletters?|sign-?up|donat\w+|member(?:ship)?s?|join|support(?:-us)?|register|log-?in|account)\b)"
    r"|(?P<house>\b(?:privacy|terms|cookies?|contact(?:-us)?|about(?:-us)?|careers|jobs|advertis\w+|sitemap|help|faqs?|corrections)\b)"
    r"|(?P<place>\A\W*\Z|\A#)"
    r"|(?P<article>/(?:19|20)\d\d/|/[\w.]+(?:-[\w.]+){3,}|\d{5,}|\.html?\Z)",
    re.IGNORECASE,
)
_RELATIONS = frozenset({"author", "tag", "category", "sponsored", "bookmark", "next", "prev"})


def marks_of(element: etree._Element, tag: str) -> tuple[str, ...]:
    """What an element within a line says, in a word each."""
    marks: list[str] = []
    if tag == "a":
        if (href := element.get("href")) is not None:
            found = _LEADS.search(href)
            marks.append(f"link {found.lastgroup}" if found else "link")
        given = (element.get("rel") or "").lower().split()
        marks += [f"rel {relation}" for relation in given if relation in _RELATIONS]
    elif tag == "time":
        marks.append("time")
    if (hint := hint_of(element, tag)) is not None:
        marks.append(hint.role.value)
    return tuple(marks)
