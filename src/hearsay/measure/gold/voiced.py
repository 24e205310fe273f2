"""Articles from which the author's own voice is learned beside gold/columns/dev: gold/columns/more.toml over the texts of other sets."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.gold.opening import opened
from hearsay.reading.voice import VoiceKind
from hearsay.text.span import found_all


class _Voice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    kind: VoiceKind


class _Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    own_voice: tuple[_Voice, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    plain: tuple[str, ...]
    article: tuple[_Article, ...]


class Marked(NamedTuple):
    """An article with the sentences in its author's own voice.

    Attributes:
        name: its path below gold.
        text: of it.
        voices: their words, as they stand, with their kinds; empty for a report.
    """

    name: str
    text: str
    voices: tuple[tuple[str, VoiceKind], ...]


def marked(path: Path) -> Iterator[Marked]:
    """The columns of a file, then its reports.

    Args:
        path: of more.toml; the texts are given from the folder above its own.

    Raises:
        BadGold: no such file, not of this form, a text that is not there, or words that the text has not.
    """
    file = opened(path, _File, "the head of gold/columns/more.toml")
    root = path.resolve().parents[1]
    for one in file.article:
        text = _text(root / one.text)
        for voice in one.own_voice:
            if not found_all(text, voice.words):
                raise BadGold(f"{one.text} has no “{voice.words}”", name=str(path))
        yield Marked(one.text, text, tuple((voice.words, voice.kind) for voice in one.own_voice))
    for name in file.plain:
        yield Marked(name, _text(root / name), ())


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BadGold(f"there is no article {path.name}", name=str(path)) from error
