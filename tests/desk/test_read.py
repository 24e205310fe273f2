"""One input, or many of which some are bad."""

import io
from pathlib import Path

import pytest

from hearsay.desk.read import Done, NotRead, Order, read_many, read_one
from hearsay.desk.sources import Kind, Source, one_source, sources
from hearsay.errors import Empty, Error, Internal, Missing, NoArticle, NotText, Unlawful
from hearsay.page.extract import Extracted
from hearsay.page.extract import extract as really_extract
from hearsay.page.page import Page
from hearsay.text.article import Article

WORDS = "“We will not go,” Ann Lee said on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_bytes(WORDS.encode())
    (tmp_path / "better.html").write_text(f"<!doctype html><title>A</title><p>{WORDS}</p>", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return tmp_path


def test_a_text_is_read_to_its_reading(folder: Path) -> None:
    reading = read_one(one_source(str(folder / "good.txt")))
    assert reading.article.text == WORDS
    assert [said.speaker is not None for said in reading.attributions] == [True]


def test_the_day_that_is_given_is_used(folder: Path) -> None:
    order = Order(published="2016-10-30")
    reading = read_one(one_source(str(folder / "good.txt")), order)
    assert (reading.article.published, str(reading.article.published_is)) == ("2016-10-30", "given")


def test_remarks_on_the_encoding_reach_the_reading(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes(WORDS.encode("cp1252"))
    assert any("is a guess" in remark for remark in read_one(one_source(str(file))).remarks)


def test_standard_input_is_read() -> None:
    order = Order(stdin=io.BytesIO(WORDS.encode()))
    assert read_one(Source("-", Kind.STREAM), order).article.text == WORDS


def test_bad_inputs_do_not_stop_the_others(folder: Path) -> None:
    given = ["nowhere.txt", "good.txt", "empty.txt", "image.html", "*.pdf", "better.html"]
    outcomes = list(read_many(sources([str(folder / name) for name in given])))
    assert [one.name for one in outcomes] == [str(folder / name) for name in given]
    assert [type(one.error) if isinstance(one, NotRead) else Done for one in outcomes] == [
        Missing, Done, Empty, NotText, Missing, Done,
    ]  # fmt: skip


def test_an_error_knows_what_it_is_about(folder: Path) -> None:
    with pytest.raises(Empty) as caught:
        read_one(one_source(str(folder / "empty.txt")))
    assert caught.value.name == str(folder / "empty.txt")


def test_each_outcome_comes_as_soon_as_it_is_there(folder: Path) -> None:
    seen: list[str] = []

    def extract(page: Page, _: str | None) -> Extracted:
        seen.append(page.name)
        return Extracted(Article(page.text))

    names = [str(folder / "good.txt"), str(folder / "better.html")]
    outcomes = read_many(sources(names), Order(extract=extract))
    assert seen == []
    next(outcomes)
    assert seen == names[:1]


@pytest.mark.parametrize(
    "mistake",
    [ValueError("no\nway"), RecursionError(), MemoryError(), KeyError(1), Unlawful("wrong")],
)
def test_a_mistake_of_our_own_is_an_error_like_others(mistake: Exception, folder: Path) -> None:
    def extract(page: Page, _: str | None) -> Extracted:
        if page.name.endswith("good.txt"):
            raise mistake
        return really_extract(page, None)

    chosen = sources([str(folder / "good.txt"), str(folder / "better.html")])
    first, second = read_many(chosen, Order(extract=extract))
    assert isinstance(first, NotRead)
    assert isinstance(first.error, Internal)
    assert first.error.__cause__ is mistake
    assert "\n" not in str(first.error)
    assert isinstance(second, Done)


def test_an_error_of_a_later_room_keeps_its_kind(folder: Path) -> None:
    def extract(_: Page, __: str | None) -> Extracted:
        raise NoArticle("there is no word in it")

    (outcome,) = read_many(sources([str(folder / "good.txt")]), Order(extract=extract))
    assert isinstance(outcome, NotRead)
    assert outcome.error.code == "page/no-article"
    assert isinstance(outcome.error, Error)


def test_an_interruption_is_no_error_of_an_input(folder: Path) -> None:
    def extract(_: Page, __: str | None) -> Extracted:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_many(sources([str(folder / "good.txt")]), Order(extract=extract)))
