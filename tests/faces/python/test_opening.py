"""Articles and readings as Python has them: what is read, what is refused, and that nothing is lost."""

import inspect
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

import hearsay
from hearsay.errors import (
    ADirectory,
    BadDate,
    BadEncoding,
    BadWeights,
    Empty,
    Internal,
    Missing,
    NotAReading,
    NotText,
    Refused,
    TooLarge,
    Unlawful,
)
from hearsay.faces.python import opening
from hearsay.page.source import MAX_BYTES

WORDS = "“We will not go,” Ann Lee said on Monday. “Not now.”\n\nShe left the hall.\n"
PAGE = "<!doctype html><title>A</title><p>“No,” Ann Lee said. “We will not go.”</p>"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(WORDS.encode())
    return file


def opened(story: Path) -> Iterator[Any]:
    yield str(story)
    yield story
    yield str(story).encode()
    yield io.BytesIO(WORDS.encode())
    yield io.StringIO(WORDS)
    with story.open("rb") as file:
        yield file
    with story.open("rb", buffering=0) as file:
        yield file
    with story.open(encoding="utf-8") as text:
        yield text


def test_a_path_a_stream_and_a_text_are_read_alike(story: Path) -> None:
    wanted = hearsay.read_text(WORDS, published="2024-02-29")
    assert wanted.statements
    for source in opened(story):
        assert hearsay.read(source, published="2024-02-29") == wanted, source


def test_what_is_open_as_text_is_not_decoded_again() -> None:
    page = PAGE.replace("<title>", '<meta charset="iso-8859-5"><title>')
    assert "“No,”" in hearsay.read(io.StringIO(page)).article.text
    assert "“No,”" in hearsay.read(io.BytesIO(PAGE.encode())).article.text


def test_a_text_that_begins_as_a_page_does_is_plain_where_somebody_says_so() -> None:
    assert "<p>" not in hearsay.read_text(PAGE).article.text
    assert hearsay.read_text(PAGE, plain=True).article.text == PAGE
    marked = "\ufeff" + WORDS
    assert hearsay.read_text(marked, plain=True).article.text == marked


def test_without_the_learned_reader_quotations_alone_are_found() -> None:
    text = "Mara Lund said the bridge would open in May."
    assert hearsay.read_text(text).statements
    by_rule = hearsay.read_text(text, model=False)
    assert (by_rule.statements, by_rule.reader.model, by_rule.remarks) == ((), None, ())


def test_numbers_are_those_of_the_scale() -> None:
    text = "Mara Lund said the bridge is likely to open in May."
    scales = [hearsay.read_text(text, scale=s) for s in ("people", "ipcc")]
    chances = [reading.forecasts[0].probability for reading in scales]
    assert [chance and chance.scale for chance in chances] == ["people", "ipcc"]
    with pytest.raises(ValueError, match="scale is 'nasa'; it must be one of people, icd203"):
        hearsay.read_text(text, scale="nasa")  # type: ignore[arg-type]


def test_what_cannot_be_read_says_what_where_and_what_to_do(tmp_path: Path, story: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (tmp_path / "empty.txt").write_bytes(b" \n")
    refused: list[tuple[Any, type[hearsay.Error], str]] = [
        (tmp_path / "nowhere.html", Missing, "nowhere.html: there is no such file; look at"),
        (tmp_path / "report.pdf", NotText, "report.pdf: it is a PDF file; save the article"),
        (tmp_path / "empty.txt", Empty, "empty.txt: there is nothing in it but white space; give"),
        (tmp_path, ADirectory, "it is a directory; name files"),
        ("http://127.0.0.1/", Refused, "http://127.0.0.1/: "),
        (io.BytesIO(b""), Empty, "the stream: there is nothing in it; give"),
        (io.StringIO(""), Empty, "the stream: there is nothing in it; give"),
        (io.StringIO("a" * (MAX_BYTES + 1)), TooLarge, "the stream: it is larger than 20 MB"),
    ]
    for source, kind, words in refused:
        with pytest.raises(kind) as caught:
            hearsay.read(source)
        assert words in str(caught.value)
        assert caught.value.remedy
    closed = story.open("rb")
    closed.close()
    with pytest.raises(Missing, match=r"story\.txt: it cannot be read: .* closed file"):
        hearsay.read(closed)
    with story.open(encoding="ascii") as file, pytest.raises(Missing, match="'ascii' codec"):
        hearsay.read(file)
    with pytest.raises(BadEncoding):
        hearsay.read(io.StringIO("No, she \ud800 said."))
    with pytest.raises(BadDate):
        hearsay.read(story, published="yesterday")
    with pytest.raises(BadWeights):
        hearsay.read(story, model=tmp_path / "none")


def test_a_bad_input_of_several_is_a_value_and_stops_no_other(story: Path, tmp_path: Path) -> None:
    given: list[Any] = [tmp_path / "nowhere.txt", story, io.BytesIO(b""), str(story)]
    attempts = list(hearsay.read_many(given))
    names = [str(tmp_path / "nowhere.txt"), str(story), "the stream", str(story)]
    assert [one.name for one in attempts] == names
    assert [type(one.error) for one in attempts] == [Missing, type(None), Empty, type(None)]
    assert [one.reading for one in attempts if one.error is None] == [hearsay.read(story)] * 2
    with pytest.raises(Missing) as caught:
        _ = attempts[0].reading
    assert caught.value is attempts[0].error
    assert repr(attempts[0]).endswith("look at its name and folder [page/missing]>")
    assert repr(attempts[1]) == f"<Attempt {story}: {attempts[1].reading!r}>"


def test_whoever_asks_for_a_reading_that_is_none_can_go_on_with_the_next(story: Path) -> None:
    attempts = hearsay.read_many(["nowhere.txt", story])
    with pytest.raises(Missing):
        _ = next(attempts).reading
    assert next(attempts).reading == hearsay.read(story)


def test_inputs_are_read_one_at_a_time_when_they_are_asked_for(story: Path) -> None:
    asked: list[int] = []

    def given() -> Iterator[Path]:
        for number in range(3):
            asked.append(number)
            yield story

    attempts = hearsay.read_many(given(), model=False)
    assert asked == []
    next(attempts)
    assert asked == [0]


def test_what_holds_for_all_is_refused_before_anything_is_read() -> None:
    with pytest.raises(BadDate):
        hearsay.read_many([], published="yesterday")


def test_what_is_no_input_is_a_mistake_of_whoever_calls(story: Path) -> None:
    with pytest.raises(TypeError, match="not one; give a list: "):
        hearsay.read_many(str(story))
    with pytest.raises(TypeError, match="an open file is read, not NoneType"):
        hearsay.read(None)  # type: ignore[arg-type]


def test_a_mistake_of_hearsays_own_is_a_value_too(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr(opening, "read_page", breaks)
    stream: IO[bytes] = io.BytesIO(WORDS.encode())
    first, second = hearsay.read_many([stream, story], model=False)
    assert isinstance(first.error, Internal)
    assert second.error is None


def test_a_reading_is_loaded_from_its_json() -> None:
    reading = hearsay.read_text(WORDS, published="2024-02-29")
    line = reading.json()
    assert "\n" not in line
    for given in (line, line.encode(), line + "\n"):
        loaded = hearsay.load(given)
        assert loaded == reading
        assert loaded.statements == reading.statements
        assert type(loaded) is hearsay.ReadingInWords


def test_json_that_is_no_reading_is_refused() -> None:
    line = json.loads(hearsay.read_text(WORDS).json())
    for given in ("", "{}", "story.html", json.dumps({**line, "schema": 99})):
        with pytest.raises(NotAReading):
            hearsay.load(given)
    said = {**line["attributions"][0], "speaker": "a99"}
    with pytest.raises(Unlawful):
        hearsay.load(json.dumps({**line, "attributions": [said]}))


@pytest.mark.parametrize("way", [hearsay.read, hearsay.read_text, hearsay.read_many])
def test_options_mean_the_same_in_every_way_of_reading(way: Any) -> None:
    wanted = inspect.signature(hearsay.read).parameters
    for name, parameter in list(inspect.signature(way).parameters.items())[1:]:
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert name == "plain" or parameter == wanted[name]


@pytest.mark.parametrize("text", [WORDS, PAGE])
def test_an_article_where_its_name_is_wanted_is_named_in_short(text: str) -> None:
    with pytest.raises(Missing, match="call read_text for a string") as raised:
        hearsay.read(text)
    assert len(str(raised.value)) < 150
