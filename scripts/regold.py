"""Renews what the documents show as printed by hearsay, or says what is out of date.

    python scripts/regold.py            (make regold)
    python scripts/regold.py --check    exits with 1 and names the places; up to 2 % of a file's lines may be otherwise

The network's sums are rounded otherwise on another family of processors, and what is just sure enough on one may be just not on
another: of the 700 lines of the examples three differ. So a check on a stranger's machine lets pass a few, and says so.

In README.md, docs/ and benchmarks/, a block of ``` that follows a comment `<!-- printed by: hearsay … -->`
holds what that command prints, run in the root of the repository, 80 columns, no colour. A block of ```pycon in
README.md and docs/ shows what Python answers; those of one document are one session. Beside each page in
examples/, NAME.report.txt holds its report; beside page.html or story.txt in a folder of tests/golden,
report.txt does.
"""

import difflib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRINTED = re.compile(
    r"(<!-- printed by: hearsay (.+?) -->\n+```\w*\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE
)
PROMPTS = re.compile(r"(^```pycon\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE)
LET_PASS = 0.02
"""Share of a file's lines that may differ in a check, two at least."""

PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def printed(words: str) -> str:
    """What hearsay prints for a command line."""
    order = [sys.executable, "-m", "hearsay", *shlex.split(words)]
    said = subprocess.run(
        order,
        cwd=ROOT,
        env=PLAIN,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if said.returncode:
        raise SystemExit(f"hearsay {words} exits with {said.returncode}: {said.stderr.strip()}")
    return said.stdout.rstrip("\n") + "\n"


def answered(lines: str, session: dict[str, object]) -> str:
    """The lines that somebody types to Python, each with what it answers.

    Args:
        lines: of a block, with or without answers.
        session: the names that are known, and will be.
    """
    shown = ""
    for typed in doctest.DocTestParser().get_examples(lines):
        first, *rest = typed.source.splitlines()
        shown += f">>> {first}\n" + "".join(f"... {line}\n" for line in rest)
        said = io.StringIO()
        with redirect_stdout(said):
            try:
                exec(compile(typed.source, "<typed>", "single"), session)  # noqa: S102 - our own documents
            except Exception as error:  # noqa: BLE001 - what it answers then
                last = traceback.format_exception_only(error)[-1]
                said.write(f"Traceback (most recent call last):\n  ...\n{last}")
        lines_said = said.getvalue().splitlines(keepends=True)
        shown += "".join("<BLANKLINE>\n" if line == "\n" else line for line in lines_said)
    return shown


def documents() -> list[Path]:
    """The documents that may show what hearsay prints."""
    return [
        ROOT / "README.md",
        *sorted(ROOT.glob("docs/**/*.md")),
        *sorted(ROOT.glob("benchmarks/*.md")),
    ]


def wanted() -> dict[Path, str]:
    """Each file that shows what hearsay prints, as it should be."""
    files = {
        page.with_suffix(".report.txt"): printed(f"read examples/{page.name}")
        for page in sorted(ROOT.glob("examples/*.html"))
    }
    for name in ("page.html", "story.txt"):
        for story in sorted(ROOT.glob(f"tests/golden/*/{name}")):
            files[story.with_name("report.txt")] = printed(f"read {story.relative_to(ROOT)}")
    for document in documents():
        text = document.read_text("utf-8")
        session: dict[str, object] = {}
        fresh = PROMPTS.sub(lambda m: m[1] + answered(m[2], session) + m[3], text)  # noqa: B023 - called here
        fresh = PRINTED.sub(lambda m: m[1] + printed(m[2]) + m[4], fresh)
        if PRINTED.search(text) or PROMPTS.search(text):
            files[document] = fresh
    return files


def differing(shown: str, fresh: str) -> int:
    """How many lines of two versions of a file are not the same."""
    old, new = shown.splitlines(), fresh.splitlines()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in steps if kind != "equal")


def refused(path: Path, fresh: str) -> bool:
    """Whether a file differs in more than another processor may make of it."""
    if not path.exists():
        return True
    lines = differing(path.read_text("utf-8"), fresh)
    if lines <= max(2, LET_PASS * len(fresh.splitlines())):
        print(f"{path.relative_to(ROOT)}: let pass, {lines} lines are otherwise", file=sys.stderr)
        return False
    return True


def main() -> str | None:
    """Renew or check. Returns what is out of date, or None."""
    os.chdir(ROOT)
    stale = {
        path: text
        for path, text in wanted().items()
        if not path.exists() or path.read_text("utf-8") != text
    }
    names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
    if "--check" in sys.argv[1:]:
        names = ", ".join(
            str(path.relative_to(ROOT)) for path, text in stale.items() if refused(path, text)
        )
        return f"out of date: {names}; make regold, and read the diff" if names else None
    for path, text in stale.items():
        path.write_text(text, "utf-8")
    print(f"renewed: {names or 'nothing, all were fresh'}")
    return None


if __name__ == "__main__":
    sys.exit(main())
