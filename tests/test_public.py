"""What `import hearsay` gives, and costs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import hearsay
from hearsay.errors import ADirectory, BadDate, BadEncoding, Empty, Missing, Refused

ROOT = Path(__file__).parent.parent
WORDS = "“We will not go,” Ann Lee said on Monday. “Not now.”\n\nShe left the hall.\n"
HEAVY = (
    "trafilatura",
    "lxml",
    "jinja2",
    "urllib3",
    "syntok",
    "rich",
    "certifi",
    "charset_normalizer",
    "numpy",
    "onnxruntime",
    "pandas",
    "polars",
    "spacy",
)


def test_all_that_is_public_is_there_and_documented() -> None:
    assert sorted(hearsay.__all__) == hearsay.__all__
    for name in hearsay.__all__:
        assert getattr(hearsay, name).__doc__
        assert name in dir(hearsay)


def test_the_version_is_that_of_the_package() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'\nversion = "{hearsay.__version__}"\n' in project


@pytest.mark.parametrize("kind", [str, Path])
def test_a_file_is_read(kind: type, tmp_path: Path) -> None:
    file = tmp_path / "[story].txt"  # not a glob: a name
    file.write_bytes(WORDS.encode())
    reading = hearsay.read(kind(file), published="2024-02-29")
    assert reading.article.text == WORDS
    assert reading.article.published == "2024-02-29"


def test_a_text_is_read_character_for_character() -> None:
    text = WORDS.replace("\n", "\r\n") + " \t\n"
    assert hearsay.read_text(text).article.text == text
    assert hearsay.read_text("\ufeff" + text).article.text == text


def test_a_page_at_hand_is_read() -> None:
    reading = hearsay.read_text("<!doctype html><p>“No,” Ann Lee said. “We will not go.”</p>")
    assert "<p>" not in reading.article.text


def test_what_fails_fails_with_the_name(tmp_path: Path) -> None:
    with pytest.raises(Missing) as caught:
        hearsay.read(tmp_path / "nowhere.html")
    assert str(caught.value).startswith(f"{tmp_path}/nowhere.html: there is no such file")
    with pytest.raises(ADirectory):
        hearsay.read(tmp_path)
    with pytest.raises(Refused):
        hearsay.read("http://127.0.0.1/")
    with pytest.raises(BadDate):
        hearsay.read_text(WORDS, published="yesterday")
    with pytest.raises(Empty):
        hearsay.read_text(" \n")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(BadEncoding) as caught:
        hearsay.read_text("No, she \ud800 said.")
    assert caught.value.wrong == "character 8 is half a character (a lone surrogate)"


def imported(*arguments: str) -> set[str]:
    """The packages that a fresh process has imported when it is done."""
    script = (
        "import json, sys, runpy\n"
        "sys.argv = ['hearsay', *sys.argv[1:]]\n"
        "try:\n"
        "    import hearsay\n"
        "    if sys.argv[1:]: runpy.run_module('hearsay', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    order = [sys.executable, "-c", script, *arguments]
    said = subprocess.run(order, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(json.loads(said.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--help",),
        ("read", "--help"),
        ("explain", "--help"),
        ("measure", "page", "--help"),
        ("--version",),
    ],
)
def test_what_is_heavy_is_not_imported_for_nothing(arguments: tuple[str, ...]) -> None:
    assert imported(*arguments) & set(HEAVY) == set()


def test_the_test_of_what_is_imported_sees_what_is(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text(f"<html><p>{WORDS}</p></html>", "utf-8")
    assert {"lxml", "trafilatura"} <= imported("read", "--json", str(file))


def test_python_reads_with_the_learned_reader() -> None:
    assert hearsay.read_text("Mara Lund said the bridge would open in May.").reader.model
