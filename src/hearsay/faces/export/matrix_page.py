"""The page of matrices: a table for each question, in one file that asks nothing of any other; every word of the article is escaped."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from hearsay.desk.matrix import Matrix, diagnosticity, ranked
from hearsay.faces.export import facts
from hearsay.faces.export.matrix import NONE, changes, hinges, question, sign, source
from hearsay.reading.reading import Reading
from hearsay.text.span import cut

_PAGES = files("hearsay.faces.export").joinpath("page")


def page(reading: Reading, found: Sequence[Matrix], name: str) -> str:
    """The matrices of an article as one HTML document.

    Args:
        reading: of the article.
        found: its matrices.
        name: of the input, for an article without a title.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_asset("matrix.html"))
    style = _asset("matrix.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return template.render(
        title=reading.article.title or name,
        facts=facts.standfirst(reading),
        none=NONE,
        matrices=[_told(reading, one) for one in found],
        reader=reading.reader,
        style=Markup(style),  # noqa: S704 - our own file
        style_digest=f"sha256-{digest}",
    )


def _asset(name: str) -> str:
    return _PAGES.joinpath(name).read_text(encoding="utf-8").strip()


def _told(reading: Reading, matrix: Matrix) -> dict[str, object]:
    text = reading.article.text
    return {
        "question": question(reading, matrix),
        "ranks": [
            (one.place, one.explanation.id, cut(one.explanation.claim, text), one.inconsistent, one.consistent)
            for one in ranked(matrix)
        ],
        "columns": [one.id for one in matrix.explanations],
        "rows": [
            {
                "id": row.id,
                "words": row.span.cut(text),
                "source": source(reading, row),
                "apart": f"{100 * diagnosticity(matrix, row.id):.0f} %",
                "cells": [
                    (matrix.mark(one.id, row.id).value, sign(matrix, one.id, row.id))
                    for one in matrix.explanations
                ],
            }
            for row in matrix.evidence
        ],
        "hinges": list(hinges(reading, matrix)),
        "changes": list(changes(matrix)),
    }  # fmt: skip
