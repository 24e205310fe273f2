"""What the arguments mean."""

from pathlib import Path

import pytest

from hearsay.desk.sources import Kind, Source, one_source, sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a.html", "c.txt", "inner/d.html", "[e].html"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    return tmp_path


def names(chosen: list[Source], folder: Path) -> list[str]:
    return [source.given.removeprefix(f"{folder}/") for source in chosen]


def test_arguments_keep_their_order_and_their_repetitions() -> None:
    chosen = sources(["b.html", "-", "a.html", "https://news.test/", "b.html"])
    assert [source.given for source in chosen] == [
        "b.html", "-", "a.html", "https://news.test/", "b.html",
    ]  # fmt: skip
    assert [source.kind for source in chosen] == [
        Kind.FILE, Kind.STREAM, Kind.FILE, Kind.ADDRESS, Kind.FILE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        ("*.html", ["[e].html", "a.html", "b.html"]),
        ("?.html", ["a.html", "b.html"]),
        ("*", ["[e].html", "a.html", "b.html", "c.txt"]),
        ("**/*.html", ["[e].html", "a.html", "b.html", "inner/d.html"]),
        ("[ab].html", ["a.html", "b.html"]),
        ("[e].html", ["[e].html"]),
        ("*.pdf", ["*.pdf"]),
    ],
)
def test_globs_stand_for_the_files_that_match_them(
    glob: str, found: list[str], folder: Path
) -> None:
    assert sorted(names(sources([f"{folder}/{glob}"]), folder)) == found


def test_the_files_of_a_glob_are_sorted(folder: Path) -> None:
    assert names(sources([f"{folder}/?.html"]), folder) == ["a.html", "b.html"]


def test_a_question_mark_in_an_address_is_no_glob() -> None:
    assert sources(["https://news.test/?a=[1]"]) == [
        Source("https://news.test/?a=[1]", Kind.ADDRESS)
    ]


def test_an_address_is_named_without_its_password() -> None:
    assert one_source("https://ann:secret@news.test/").name == "https://…@news.test/"
