"""Files and streams."""

import io
from pathlib import Path

import pytest

from hearsay.errors import ADirectory, Empty, Missing, TooLarge
from hearsay.page.source import MAX_BYTES, open_file, open_stream


def test_a_file_is_read_as_bytes(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one\r\ntwo\rthree\n")
    page = open_file(str(file))
    assert (page.text, page.name, page.url) == ("one\r\ntwo\rthree\n", str(file), None)


@pytest.mark.parametrize("name", ["nowhere.html", "no\x00where.html", "x" * 5000, "story.txt/more"])
def test_what_is_not_there_is_missing(name: str, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("one")
    with pytest.raises(Missing):
        open_file(str(tmp_path / name))


def test_a_name_that_is_empty_is_said() -> None:
    with pytest.raises(Missing, match="its name is empty"):
        open_file("")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("www.post.test", True),
        ("post.test/2026/bridge", True),
        ("https:/post.test", True),
        ("2026/bridge.html", False),
        ("../post.html", False),
    ],
)
def test_who_means_an_address_is_told_how_one_begins(
    name: str,
    address: bool,  # noqa: FBT001 - a column of the table
) -> None:
    with pytest.raises(Missing) as caught:
        open_file(name)
    assert ("https://" in str(caught.value)) is address


def test_a_permission_that_is_missing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Missing) as caught:
        open_file(str(tmp_path / "story.txt"))
    assert str(caught.value) == "it may not be opened; ask for the permission to read it"


def test_a_directory_is_refused_with_a_glob_to_use(tmp_path: Path) -> None:
    with pytest.raises(ADirectory) as caught:
        open_file(str(tmp_path))
    assert caught.value.remedy == f"name files, or use a glob such as {tmp_path}/*.html"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    with pytest.raises(TooLarge) as caught:
        open_file(str(file))
    assert caught.value.wrong == "it is larger than 20 MB, which no article is"


class Endless(io.RawIOBase):
    """A stream that never ends, and counts what is taken of it."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        """As many as are asked for."""
        self.taken += size
        return b"x" * size


def test_an_endless_stream_is_refused_soon() -> None:
    stream = Endless()
    with pytest.raises(TooLarge):
        open_stream(stream)  # type: ignore[arg-type]
    assert stream.taken < MAX_BYTES + 2_000_000


def test_a_stream_is_read_and_has_no_name_but_its_dash() -> None:
    assert open_stream(io.BytesIO(b"No, she said.")).name == "-"


def test_a_closed_stream_is_missing() -> None:
    stream = io.BytesIO(b"one")
    stream.close()
    with pytest.raises(Missing):
        open_stream(stream)


def test_an_empty_stream_is_empty() -> None:
    with pytest.raises(Empty):
        open_stream(io.BytesIO())
