"""Renews the reports in tests/golden: .venv/bin/python -m tests.regold. Read the diff as prose."""

from collections.abc import Callable
from functools import partial

from hearsay.faces.export.report import report
from tests.faces.export import stories

REPORTS = {
    "column": (stories.column, 80),
    "notice": (stories.notice, 80),
    "weighed": (stories.weighed, 60),
}


FORMS: dict[str, Callable[..., str]] = {"report": report, "brief": partial(report, brief=True)}


def printed(name: str, form: str) -> str:
    """The report that a golden file holds, whole or in brief."""
    story, width = REPORTS[name]
    return FORMS[form](story(), f"{name}.txt", width)


if __name__ == "__main__":
    for name in REPORTS:
        folder = stories.GOLDEN / name
        folder.mkdir(exist_ok=True)
        for form in FORMS:
            (folder / f"{form}.txt").write_text(printed(name, form), "utf-8")
