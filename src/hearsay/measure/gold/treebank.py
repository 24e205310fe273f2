"""Treebanks in CoNLL-U: sentences with parts of speech and a tree, and GUM's mentions.

The words of one document are laid out as a text, paragraph by paragraph, so that a reader meets them as it
meets an article. Offsets are those of that text.

Source: https://universaldependencies.org/format.html; https://wiki.gucorpling.org/gum/entities
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hearsay.errors import BadGold
from hearsay.text.span import Span

_COLUMNS = 10
_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


class Mention(NamedTuple):
    """A phrase that names something: its words from first to the one before stop, within a document.

    Mentions of the same thing have the same `chain`.
    """

    first: int
    stop: int
    entity: str
    chain: str = ""


class Document(NamedTuple):
    """A document of a treebank; the lists have one entry a word.

    Attributes:
        name: as the treebank calls it.
        text: laid out anew.
        spans: where the words stand in it.
        paragraphs: where its paragraphs stand.
        sentence: number of the word's sentence, from 0.
        opens: whether the word opens a paragraph.
        upos: its part of speech.
        head: index of its head in the document; its own where it is the root of its sentence.
        relation: to its head, with the subtype.
        mentions: none where the treebank has none.
    """

    name: str
    text: str
    spans: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    sentence: tuple[int, ...]
    opens: tuple[bool, ...]
    upos: tuple[str, ...]
    head: tuple[int, ...]
    relation: tuple[str, ...]
    mentions: tuple[Mention, ...] | None


class _Sentence(NamedTuple):
    rows: list[list[str]]
    joined: dict[
        int, tuple[int, str]
    ]  # first word of a written one: its last, and how it is written
    opens: bool


def documents(path: Path) -> Iterator[Document]:
    """The documents of a treebank's file, in order.

    Raises:
        BadGold: no such file, or it is no CoNLL-U, or no sentence stands in it.
    """
    try:
        written = path.read_text("utf-8")
    except OSError as error:
        raise BadGold(f"no treebank: {error.strerror}", "give a .conllu file", str(path)) from error
    except UnicodeDecodeError as error:
        raise BadGold("no treebank: not UTF-8", "give a .conllu file", str(path)) from error
    if not written.strip():
        raise BadGold("no treebank: it is empty", "give a .conllu file", str(path))
    name, sentences, opens = path.stem, list[_Sentence](), True
    for block in written.split("\n\n"):
        begun, one = _sentence(block, path, opens=opens)
        if begun is not None:
            if sentences:
                yield _document(name, sentences)
            name, sentences = begun, []
        if one is not None:
            sentences.append(one)
            opens = False
    if sentences:
        yield _document(name, sentences)


def _sentence(block: str, path: Path, *, opens: bool) -> tuple[str | None, _Sentence | None]:
    """A block of lines: the document that begins there, and the sentence in it."""
    begun: str | None = None
    rows: list[list[str]] = []
    joined: dict[int, tuple[int, str]] = {}
    for line in block.split("\n"):
        if line.startswith("# newdoc"):
            begun, opens = line.partition("=")[2].strip(), True
        elif line.startswith("# newpar"):
            opens = True
        elif line and not line.startswith("#"):
            row = _row(line, path)
            if row[0].isdigit():
                rows.append(row)
            elif "-" in row[0]:
                first, last = row[0].split("-")
                joined[int(first)] = (int(last), row[1])
    return begun, _Sentence(rows, joined, opens) if rows else None


def _row(line: str, path: Path) -> list[str]:
    row = line.split("\t")
    if len(row) != _COLUMNS:
        raise BadGold(f"“{line[:40]}” has not ten columns", name=str(path))
    return row


def _document(name: str, sentences: list[_Sentence]) -> Document:
    parts: list[str] = []
    spans: list[Span] = []
    sentence, opens, upos, head, relation = (
        list[int](),
        list[bool](),
        list[str](),
        list[int](),
        list[str](),
    )
    notes: list[str] = []
    starts: list[int] = []
    at = 0
    for number, one in enumerate(sentences):
        base = len(spans)
        if one.opens and parts:
            parts[-1] = "\n"
        if one.opens or not starts:
            starts.append(at)
        for row, (written, span, after) in zip(one.rows, _laid(one, at), strict=True):
            parts += [written, after]
            at += len(written) + len(after)
            spans.append(span)
            opens.append(one.opens and len(spans) == base + 1)
            sentence.append(number)
            upos.append(row[3])
            head.append(base + int(row[6]) - 1 if row[6] != "0" else len(spans) - 1)
            relation.append(row[7])
            notes.append(row[9])
        if not parts[-1]:
            parts[-1] = " "
            at += 1
    text = "".join(parts)
    ends = [*starts[1:], len(text)]
    paragraphs = [
        kept for s, e in zip(starts, ends, strict=True) if (kept := Span(s, e).trimmed(text))
    ]
    return Document(
        name,
        text,
        tuple(spans),
        tuple(paragraphs),
        tuple(sentence),
        tuple(opens),
        tuple(upos),
        tuple(head),
        tuple(relation),
        _mentions(notes) if any("Entity=" in note for note in notes) else None,
    )


def _laid(one: _Sentence, at: int) -> Iterator[tuple[str, Span, str]]:
    """Each word as it is written, where it comes to stand, and what follows it.

    Words that are written as one ("don't") share it out; where they do not spell it, each has all of it.
    """
    last = 0
    whole = ""
    for row in one.rows:
        number, form = int(row[0]), row[1]
        after = "" if "SpaceAfter=No" in row[9].split("|") else " "
        if number in one.joined:
            last, whole = one.joined[number]
            forms = [r[1] for r in one.rows[number - 1 : last]]
            whole = whole if "".join(forms) != whole else ""
        if number <= last and whole:
            written, after = (whole, " ") if number == last else ("", "")
            yield written, Span(at, at + len(whole)), after
        else:
            written, after = form, "" if number < last else after
            yield written, Span(at, at + len(form)), after
        at += len(written) + len(after)


def _mentions(notes: list[str]) -> tuple[Mention, ...]:
    """GUM's brackets: `(1-person-…` opens, `1)` closes, several in one word."""
    still: dict[str, list[tuple[int, str]]] = {}
    found = []
    for at, note in enumerate(notes):
        value = next((f[7:] for f in note.split("|") if f.startswith("Entity=")), "")
        for match in _BRACKET.finditer(value):
            if match[1]:
                number, entity = match[1].split("-")[:2]
                if match[2]:
                    found.append(Mention(at, at + 1, entity, number))
                else:
                    still.setdefault(number, []).append((at, entity))
            elif still.get(match[3]):
                first, entity = still[match[3]].pop()
                found.append(Mention(first, at + 1, entity, match[3]))
    return tuple(sorted(found))


def head_of(document: Document, mention: Mention) -> int:
    """The word of a mention that its other words hang on: the first whose head lies outside it."""
    for word in range(mention.first, mention.stop):
        if not mention.first <= document.head[word] < mention.stop or document.head[word] == word:
            return word
    return mention.stop - 1
