"""Damages pages and texts in many ways, and sees whether anything but an error of ours comes out.

    python benchmarks/fuzz_loaders.py [SECONDS] [SEED] [FOLDER…]

Every input is loaded (decoded, told a page from a text, refused); every tenth is read to the end and held to
the laws of a reading. What comes out otherwise than as a reading or as an error with a code, or takes longer
than 20 seconds, is kept in out/fuzz/ and makes the exit code 1.
"""

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.desk.read import read_page
from hearsay.errors import Unreadable
from hearsay.page.page import Page, open_page
from hearsay.reading.codec import decode, encode

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "out" / "fuzz"
SEEDS = (ROOT / "examples", ROOT / "gold" / "page" / "dev")
READ_EVERY = 10
LONGEST = 20  # seconds for one input
LARGEST = 300_000  # bytes of a page that is damaged
MOSTLY = (True, True, True, False)
CODECS = ("utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
          "cp1251", "koi8-r", "mac-roman", "cp932", "gbk", "big5", "euc-kr", "utf-7", "cp037")  # fmt: skip
LABELS = (*CODECS, "iso-8859-1", "x-user-defined", "replacement", "iso-2022-jp", "nonsense", "")
NAMES = ("story.html", "story.txt", "story", "-", "https://news.test/story")
KINDS = (None, "text/html", "text/plain", "text/html; charset={}", "text/plain; charset={}")
TAGS = (
    b"<div>", b"</div>", b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"</script>", b"<style>", b"<q>",
    b"<blockquote>", b"<table><tr><td>", b"</table>", b"<![CDATA[", b"]]>", b"<svg><title>", b"<title>",
    b"<textarea>", b"<template>", b"<noscript>", b"<iframe srcdoc='", b"<p class='", b'<a href="', b"<x-y>",
    b"<br/>", b"<?php ", b"<!doctype html>", b"<html>", b"</body></html>", b"<ul><li>", b"<form><input>",
    b'<script type="application/ld+json">{"@type":"NewsArticle","author":[', b"<meta charset=", b"<base href=",
    b'<time datetime="', b"<main><article>", b"<select><option>", b"<frameset>", b"<plaintext>",
)  # fmt: skip
WORDS = (
    "“", "”", "‘", "’", "«", "»", '"', "'", "''", "``", "…", "—", "said", " according to ", "\u2028", "\u200b",
    "\ufeff", "\u202e", "\U0001f44d", "e\u0301", "\x00", "\x0b", "\x1b[2J", "\r", "\r\n\r\n", "\ufffd", "\uffff",
    "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "&amp;lt;", "&bogus;", "[…]", "(", ")", ".", "?",
)  # fmt: skip
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xd8\xff", b"RIFF", b"MZ", b"\xef\xbb\xbf", b"\xff\xfe",
         b"\xfe\xff", b"\xff\xfe\x00\x00", b"\x00", b"From: a\r\n", b"<rss>", b"{\\rtf")  # fmt: skip

Damage = Callable[[random.Random, bytes, bytes], bytes]


def cut(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Only the beginning of it, or only the end."""
    at = chance.randrange(len(data) + 1)
    return data[:at] if chance.choice(MOSTLY) else data[at:]


def flip(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Some bits changed."""
    out = bytearray(data)
    for _try in range(chance.choice((1, 3, 10, 100, 1000))):
        if out:
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one and the end of another."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def leave_out(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """A stretch left out, or there twice."""
    a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[b:] if chance.choice(MOSTLY) else data[:b] + data[a:]


def put_in(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Tags and signs put in anywhere."""
    for _try in range(chance.choice((1, 2, 5, 20, 100))):
        at = chance.randrange(len(data) + 1)
        piece = (
            chance.choice(TAGS) if chance.choice((True, False)) else chance.choice(WORDS).encode()
        )
        data = data[:at] + piece * chance.choice((1, 1, 1, 2, 50)) + data[at:]
    return data


def nest(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Something nested deep before a place, or around all."""
    at = chance.choice((0, chance.randrange(len(data) + 1)))
    return data[:at] + chance.choice(TAGS) * chance.choice((100, 600, 3000)) + data[at:]


def recode(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Another encoding than it says, or another label than it has."""
    text = data.decode("utf-8", "replace")
    if chance.choice((True, False)):
        text = text.replace("utf-8", chance.choice(LABELS))
    return text.encode(
        chance.choice(CODECS), chance.choice(("replace", "ignore", "xmlcharrefreplace"))
    )


def mix(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """One half in one encoding, one in another."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + recode(chance, data[at:], other)


def disguise(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """The first bytes of something else."""
    return chance.choice(MAGIC) + data


def noise(chance: random.Random, _: bytes, __: bytes) -> bytes:
    """Bytes by chance, of all values or of few."""
    few = chance.choice((bytes(range(256)), b"<>/= \"'ab!-\n", bytes(range(32, 127)), b"\x00a<p>"))
    return bytes(chance.choices(few, k=chance.choice((0, 1, 5, 50, 500, 5000))))


DAMAGES: tuple[Damage, ...] = (
    cut, flip, splice, leave_out, put_in, nest, recode, mix, disguise, noise,
)  # fmt: skip


class TookTooLong(BaseException):
    """One input was not done with in time."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise TookTooLong where what is within takes longer."""

    def stop(*_: object) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def try_loading(data: bytes, name: str, kind: str | None) -> tuple[str, Page | None]:
    """What became of an input: "loaded", or the code of its error; and its page."""
    try:
        return "loaded", open_page(data, name, content_type=kind)
    except Unreadable as error:
        return error.code, None


def try_reading(page: Page) -> str:
    """What became of a page: "read", or the code of its error."""
    try:
        reading = read_page(page)
    except Unreadable as error:
        return error.code
    line = encode(reading)
    if encode(decode(line)) != line:
        raise AssertionError("a reading does not come back from its JSON as it was")
    return "read"


def seeds(folders: list[Path]) -> list[bytes]:
    """The pages and texts that are damaged."""
    files = sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".html", ".txt")
    )
    return [path.read_bytes() for path in files if path.stat().st_size < LARGEST]


def fuzz(seconds: float, seed: int, folders: list[Path]) -> int:
    """Damage, load and read until the time is over; how many inputs broke something."""
    chance = random.Random(seed)
    given = seeds(folders)
    loads: Counter[str] = Counter()
    reads: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    slowest, until = 0.0, time.monotonic() + seconds
    while time.monotonic() < until:
        data, how = chance.choice(given), []
        for _ in range(chance.choice((1, 1, 2, 3))):
            how.append(chance.choice(DAMAGES))
            data = how[-1](chance, data, chance.choice(given))
        name, kind = chance.choice(NAMES), chance.choice(KINDS)
        kind = kind.format(chance.choice(LABELS)) if kind else None
        began = time.monotonic()
        try:
            with limited(LONGEST):
                outcome, page = try_loading(data, name, kind)
                loads[outcome] += 1
                if page is not None and sum(loads.values()) % READ_EVERY == 0:
                    reads[try_reading(page)] += 1
        except (Exception, TookTooLong) as error:  # noqa: BLE001 - that is what is looked for
            broken[f"{type(error).__name__}: {str(error)[:100]}"] += 1
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{seed}-{sum(loads.values())}").write_bytes(data)
            print("BROKEN", name, kind, [one.__name__ for one in how], repr(error)[:200])
        slowest = max(slowest, time.monotonic() - began)
    print(f"{sum(loads.values())} inputs out of {len(given)} pages and texts, seed {seed}")
    for title, counts in (("loaded", loads), ("read to the end", reads), ("broken", broken)):
        print(f"{title}: {sum(counts.values())}")
        for what, many in counts.most_common():
            print(f"  {many:8}  {what}")
    print(f"the slowest took {slowest:.2f} s")
    return sum(broken.values())


if __name__ == "__main__":
    arguments = sys.argv[1:]
    span = float(arguments[0]) if arguments else 60.0
    start = int(arguments[1]) if len(arguments) > 1 else 1
    sys.exit(min(1, fuzz(span, start, [Path(one) for one in arguments[2:]] or list(SEEDS))))
