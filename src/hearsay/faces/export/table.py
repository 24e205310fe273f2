"""CSV: one row a statement, as spreadsheets and scripts read it.

RFC 4180: commas, CRLF, a field with marks, commas or line ends within marks; UTF-8. The columns keep their
names and their order; new ones come at the end.

    file, title, outlet, published   of the article
    id                               as in the JSON, and as `hearsay explain` takes it
    speaker                          the actor's name; empty where it is not known
    source, cue, content             the article's own words; " … " between two stretches
    mode, act, certainty             as in the JSON
    chain                            the one whose words it is first, the outermost reporter last
    start, end                       of the content, in code points of the article's text
    confidence, ground               how often such findings are right, and which rule or model found it

A field that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection);
`start` and `end` say where the exact words are.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from hearsay.faces.export import facts
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

COLUMNS = (
    "file", "title", "outlet", "published", "id", "speaker", "source", "cue", "content", "mode",
    "act", "certainty", "chain", "start", "end", "confidence", "ground",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def header() -> str:
    """The row of column names, with its line end."""
    return written([COLUMNS])


def rows(reading: Reading, name: str) -> str:
    """A row for each statement, with line ends; "" where nothing is said.

    Args:
        reading: of one article.
        name: of the input.
    """
    article = reading.article
    text = article.text
    return written(
        (
            name,
            article.title or "",
            article.outlet or "",
            article.published or "",
            said.id,
            facts.speaker(reading, said) if said.speaker else "",
            cut(said.source, text),
            cut(said.cue, text),
            cut(said.content, text),
            said.mode.value,
            said.act.value,
            said.certainty.value,
            facts.chain(reading, said) if said.chain else "",
            said.content[0].start,
            said.content[-1].end,
            said.confidence,
            said.ground.by,
        )
        for said in reading.attributions
    )


def written(lines: Iterable[Iterable[object]]) -> str:
    """Rows as CSV, with line ends as RFC 4180 has them; no field is one that a spreadsheet takes for a formula."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [safe(field) for field in line] for line in lines
    )
    return out.getvalue()


def safe(field: object) -> object:
    """A field that no spreadsheet takes for a formula."""
    if isinstance(field, str) and field.startswith(FORMULA):
        return f"'{field}"
    return field
