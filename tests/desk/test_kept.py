"""What is kept and exported: articles and readings that were printed, from files and from standard input."""

import io
import json
from pathlib import Path

import msgspec
import pytest

from hearsay.desk.kept import readings
from hearsay.desk.read import Order
from hearsay.errors import Error, NotAReading
from hearsay.reading.codec import encode
from hearsay.reading.reading import Reading
from tests.faces.export.exchange.handed_on import handed_on

STORY = "“The toll will rise,” Anna Lund said.\n"


def kept(*files: str, stdin: bytes = b"") -> list[tuple[str, Reading | Error]]:
    return list(readings(files, msgspec.structs.replace(Order(), stdin=io.BytesIO(stdin))))


def test_a_file_of_readings_gives_each(tmp_path: Path) -> None:
    file = tmp_path / "printed.jsonl"
    file.write_bytes(encode(handed_on()) + b"\n\n" + encode(handed_on()) + b"\n")
    assert kept(str(file)) == [("https://news.example/toll?page=1", handed_on())] * 2


def test_a_reading_that_was_laid_out_is_one_too(tmp_path: Path) -> None:
    file = tmp_path / "printed.json"
    file.write_text(json.dumps(json.loads(encode(handed_on())), indent=2), "utf-8")
    assert [one for _, one in kept(str(file))] == [handed_on()]


@pytest.mark.parametrize("stdin", [encode(handed_on()), STORY.encode()])
def test_standard_input_may_be_either(stdin: bytes) -> None:
    ((_, one),) = kept("-", stdin=stdin)
    assert isinstance(one, Reading)
    assert (one == handed_on()) == stdin.startswith(b"{")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (b"", "there is no reading in it"),
        (b'{"schema": 1}\n', "this is no reading"),
        (b'{"schema": 9}\n', "this reading has schema 9"),
        (b"not json\n", "this is no reading"),
        (encode(handed_on())[:90], "this is no reading"),
    ],
)
def test_what_is_no_reading_is_told_with_its_line(given: bytes, wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "printed.json"
    file.write_bytes(given)
    ((_, error),) = kept(str(file))
    assert isinstance(error, NotAReading)
    assert wrong in error.wrong
    assert str(error).startswith(str(file))
