"""What the documents promise: that it is there, that it is all there, and that it is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from hearsay import errors
from hearsay.faces.cli.exits import CODES
from hearsay.faces.cli.main import app
from hearsay.version import __version__

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "examples/*.md", "benchmarks/*.md", "gold/**/*.md")
    for path in ROOT.glob(pattern)
)
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
SCREEN = 50  # lines: what a person sees at once


def heading_anchors(markdown: str) -> set[str]:
    """The anchors that GitHub gives to the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", markdown), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings
    }


def commands(command: Any, name: str) -> dict[str, list[str]]:
    """Each command by what one types, with its options."""
    below = getattr(command, "commands", {})
    own = {name: [option for p in command.params for option in p.opts if option.startswith("-")]}
    for part, sub in below.items():
        own |= commands(sub, f"{name} {part}")
    return own


def test_every_command_and_option_is_documented() -> None:
    manual = (ROOT / "docs/cli.md").read_text("utf-8")
    for command, options in commands(typer.main.get_command(app), "hearsay").items():
        assert f"<!-- printed by: {command} --help -->" in manual, command
        assert [option for option in options if option not in manual] == [], command


def test_what_the_documents_show_as_printed_is_printed() -> None:
    check = [sys.executable, str(ROOT / "scripts/regold.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    for link in LINK.findall(FENCE.sub("", text)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        goal = (document.parent / name).resolve() if name else document
        assert goal.exists(), link
        assert not anchor or anchor in heading_anchors(goal.read_text("utf-8")), link


def test_decisions_are_numbered_without_a_gap_and_fit_a_screen() -> None:
    files = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [path.name[:4] for path in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    for path in files:
        text = path.read_text("utf-8")
        assert text.startswith(f"# {path.name[:4]} · "), path.name
        parts = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Status", "Consequences"], path.name
        assert len(text.splitlines()) <= SCREEN, path.name


def test_every_error_has_its_heading() -> None:
    codes = {
        error.code
        for error in vars(errors).values()
        if isinstance(error, type)
        and issubclass(error, errors.Error)
        and not error.__subclasses__()
    }
    headings = re.findall(
        r"^#+ `?([a-z-]+/[a-z-]+)`?", (ROOT / "docs/errors.md").read_text("utf-8"), re.MULTILINE
    )
    assert codes <= set(headings)
    assert len(headings) == len(set(headings))


def test_the_rooms_are_those_of_the_folders_and_of_the_contract() -> None:
    described = re.findall(
        r"^\| \[(\w+)\]\(src/hearsay/(\w+)\)",
        (ROOT / "ARCHITECTURE.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert all(name == folder for name, folder in described)
    folders = {path.parent.name for path in (ROOT / "src/hearsay").glob("*/__init__.py")}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    contract = {room for layer in layers for room in layer.split(" | ")}
    assert {name for name, _ in described} == folders == contract & folders


@pytest.mark.parametrize("document", ["README.md", "docs/cli.md"])
def test_exit_codes_are_told_as_they_are(document: str) -> None:
    told = re.findall(r"^\| (\d+) \| (.+?) \|$", (ROOT / document).read_text("utf-8"), re.MULTILINE)
    assert [int(code) for code, _ in told] == list(CODES)
    for code, meaning in told:
        assert CODES[int(code)] in meaning


def test_commands_of_the_readme_are_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    known = commands(typer.main.get_command(app), "hearsay")
    shell = "\n".join(re.findall(r"^```sh\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE))
    typed = re.findall(r"^(?:\./)?hearsay (?!-)(\w+)(.*)$", shell, re.MULTILINE)
    assert typed
    for word, rest in typed:
        options = next(opts for name, opts in known.items() if name.split()[1:2] == [word])
        for option in re.findall(r"(?<!\S)--?[a-z][\w-]*", rest.split("#")[0]):
            assert option in options, f"hearsay {word} {option}"
        for page in re.findall(r"examples/\S+\.html", rest):
            assert (ROOT / page).is_file(), page
    made = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make (\w+)", shell, re.MULTILINE)) <= made


def test_one_version_everywhere() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert settings["project"]["version"] == citation["version"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
