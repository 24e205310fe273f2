"""Headlines held against their articles, as somebody marked them: gold/headlines/HALF/NAME.toml, and those of gold/columns.

A file of gold/headlines names its article and has several headlines for it; "" stands for the article's own, and another takes
its place. The form is that of gold/headlines/GUIDELINES.md.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hearsay.errors import BadGold
from hearsay.measure.gold.columns import columns
from hearsay.measure.gold.opening import opened
from hearsay.reading.voice import Strength, Support


class _Headline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    strength: Strength
    support: Support
    lost: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    article: str
    headline: tuple[_Headline, ...]


class Headlined(NamedTuple):
    """An article under a headline.

    Attributes:
        name: of the article, with the number of the headline where it has several.
        text: of the article, the headline on its first line.
        strength, support, lost: as somebody marked them.
        evidence: words of the body that carry it, or show what was lost.
    """

    name: str
    text: str
    strength: Strength
    support: Support
    lost: tuple[str, ...]
    evidence: tuple[str, ...]


def headlines(folder: Path) -> Iterator[Headlined]:
    """The headlines of a folder of gold/headlines or of gold/columns, in the order of the names.

    Raises:
        BadGold: no such folder, nothing in it, a file that is not of this form, or a quote that its article has not.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise BadGold("no annotated headline", "give a folder of NAME.toml", str(folder))
    if b"\n[headline]" in paths[0].read_bytes():
        for column in columns(folder):
            held = column.headline
            quotes = tuple(" ".join(s.cut(column.text) for s in spans) for spans in held.evidence)
            yield Headlined(
                column.name, column.text, held.strength, held.support, held.lost, quotes
            )
        return
    for path in paths:
        yield from _of(path)


def _of(path: Path) -> Iterator[Headlined]:
    one = opened(path, _File, "gold/headlines/GUIDELINES.md")
    folder, _, name = one.article.partition("/")
    article = path.resolve().parents[2] / folder / "text" / f"{name}.txt"
    if not article.is_file():
        raise BadGold(f"there is no article {one.article}", name=str(path))
    own, _, body = article.read_bytes().decode("utf-8").partition("\n")
    for number, held in enumerate(one.headline, 1):
        flat = " ".join(body.split())
        for quote in held.evidence:
            if " ".join(quote.split()) not in flat:
                raise BadGold(f"the article has no “{quote}”", name=str(path))
        yield Headlined(
            f"{name} {number}", f"{held.words or own}\n{body}", held.strength, held.support,
            held.lost, held.evidence,
        )  # fmt: skip
