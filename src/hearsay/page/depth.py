"""Pages that are nested deeper than a parser goes.

libxml2 drops, without a word, whatever stands more than 2,048 elements deep, and everything after it.
Browsers stop nesting at about 512 elements and set the rest side by side. So does hearsay: tags are
left out there, and no word is.
"""

import re

import msgspec

from hearsay.page.page import Form, Page

DEEPEST = 500  # elements in one another; news pages stay under 60
_TAG = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|textarea|title)\b.*?</(?P=raw)\b[^>]*>"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.IGNORECASE | re.DOTALL,
)
_NEVER_OPEN = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"),
    }
)
"""Elements without an inside, and those that the next of their kind closes."""
_LEVELS = {"table": 4, "ul": 2, "ol": 2, "dl": 2}  # with the rows, cells and items that they hold


def shallow(page: Page) -> Page:
    """The page without the tags that are nested too deep for a parser; nearly always the page itself."""
    if page.form is not Form.HTML or page.text.count("<") <= DEEPEST:
        return page
    kept: list[str] = []
    depth, deepest, done = 0, 0, 0
    for tag in _TAG.finditer(page.text):
        name = tag["name"]
        if name is None or name.lower() in _NEVER_OPEN:
            continue
        levels = _LEVELS.get(name.lower(), 1)
        if tag["end"]:
            drop, depth = depth > DEEPEST, max(0, depth - levels)
        else:
            depth += levels
            drop = depth > DEEPEST
        deepest = max(deepest, depth)
        if drop:
            kept.append(page.text[done : tag.start()])
            done = tag.end()
    if deepest <= DEEPEST:
        return page
    note = (
        f"The page is nested {deepest} elements deep, which no browser follows; the tags below "
        f"{DEEPEST} were left out, no word was."
    )
    text = "".join([*kept, page.text[done:]])
    return msgspec.structs.replace(page, text=text, remarks=(*page.remarks, note))
