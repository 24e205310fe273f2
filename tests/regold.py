"""Renews the reports in tests/golden: .venv/bin/python -m tests.regold. Read the diff as prose."""

from hearsay.faces.export.report import report
from tests.faces.export import stories

REPORTS = {
    "column": (stories.column, 80),
    "notice": (stories.notice, 80),
    "weighed": (stories.weighed, 60),
}


def printed(name: str) -> str:
    """The report that golden file holds."""
    story, width = REPORTS[name]
    return report(story(), f"{name}.txt", width)


if __name__ == "__main__":
    for name in REPORTS:
        folder = stories.GOLDEN / name
        folder.mkdir(exist_ok=True)
        (folder / "report.txt").write_text(printed(name), "utf-8")
