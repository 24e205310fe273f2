"""The public names are typed: for a program of somebody else's, as mypy sees it, what is right and what is wrong."""

import re
from pathlib import Path

import pytest
from mypy import api

PROGRAM = """
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import hearsay
import polars as pl
from spacy.tokens import Doc

reading = hearsay.read("story.html", published="2016-10-30", model=False, scale="ipcc")
assert_type(reading, hearsay.ReadingInWords)
assert_type(hearsay.read(Path("story.html")), hearsay.ReadingInWords)
assert_type(hearsay.read(io.BytesIO(b"x"), model=Path("weights")), hearsay.ReadingInWords)
with open("story.txt", encoding="utf-8") as text, open("story.txt", "rb") as data:
    assert_type(hearsay.read(text), hearsay.ReadingInWords)
    assert_type(hearsay.read(data), hearsay.ReadingInWords)
assert_type(hearsay.read_text("x", plain=True), hearsay.ReadingInWords)
assert_type(hearsay.load(b"{}"), hearsay.ReadingInWords)


def plain(given: hearsay.Reading) -> str:
    return given.article.text


plain(reading)
assert_type(hearsay.in_words(reading), hearsay.ReadingInWords)
for said in reading.statements:
    assert_type(said, hearsay.Said)
    assert_type(said.speaker, str | None)
    assert_type(said.quotes, tuple[str, ...])
    assert_type(said.within, hearsay.Said | None)
    assert_type(said.attribution.content[0].cut(plain(reading)), str)

attempts = hearsay.read_many(["a.html", Path("b.html"), io.StringIO("c")])
assert_type(attempts, Iterator[hearsay.Attempt])
for attempt in attempts:
    assert_type(attempt.error, hearsay.Error | None)
    assert_type(attempt.reading, hearsay.ReadingInWords)
tables = hearsay.frames([reading, *attempts])
assert_type(tables, hearsay.Frames)
assert_type(hearsay.frames(hearsay.read_many([])), hearsay.Frames)
assert_type(hearsay.frames(reading).statements, hearsay.Frame)
assert_type(tables.sources.polars(), pl.DataFrame)
assert_type(hearsay.to_spacy(reading), Doc)
try:
    hearsay.read_text("")
except hearsay.Error as error:
    assert_type(error.code, str)

hearsay.read(3)  # wrong: arg-type
hearsay.read("x", scale="nasa")  # wrong: arg-type
hearsay.read("x", "2016-10-30")  # wrong: call-arg
hearsay.read_text(b"x")  # wrong: arg-type
hearsay.frames("x")  # wrong: arg-type
hearsay.to_spacy(tables)  # wrong: arg-type
reading.statements[0].speaker.upper()  # wrong: union-attr
hearsay.nothing()  # wrong: attr-defined
"""


def test_a_program_that_uses_every_public_name_is_checked_as_it_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    monkeypatch.chdir(tmp_path)  # with none of our own settings
    kept = Path(__file__).parents[3] / ".mypy_cache" / "program"  # or each run takes half a minute
    order = ["--strict", "--no-error-summary", "--cache-dir", str(kept), "program.py"]
    said, broke, _ = api.run(order)
    assert broke == ""
    found = set(re.findall(r"^program\.py:(\d+): error: .*\[([\w-]+)\]$", said, re.MULTILINE))
    lines = enumerate(PROGRAM.splitlines(), 1)
    wanted = {
        (str(number), line.rpartition("# wrong: ")[2])
        for number, line in lines
        if "# wrong: " in line
    }
    assert found == wanted, said
    assert [line for line in said.splitlines() if "hearsay/" in line] == []
