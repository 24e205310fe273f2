"""Words and sentences against Universal Dependencies English: F1 of their boundaries.

Run by hand: python benchmarks/cutting.py FOLDER, with the folder that holds en_ewt-ud-dev.conllu and
en_gum-ud-dev.conllu. The text of each document is put together again from its tokens (SpaceAfter,
newpar); a word counts where its first and its last character are right. Words inside a multiword token
have places of their own where they spell it (do|n't). Sentences are counted in paragraphs, the unit in
which hearsay looks for them.
"""

import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from hearsay.language.sentences import sentences
from hearsay.language.words import words
from hearsay.text.span import Span

Row = list[str]
BREAK = "\n\n"


class Document:
    """One document of a treebank: its text, and where its words, sentences and paragraphs stand."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self.words: set[Span] = set()
        self.sentences: list[Span] = []
        self.paragraphs: list[int] = [0]

    def add(self, rows: list[Row]) -> None:
        """Add a sentence, given as its rows of ten columns."""
        first = last = len(self.text)
        for form, spaced, parts in tokens(rows):
            last = len(self.text)
            for part in parts if "".join(parts) == form else [form]:
                self.words.add(Span(last, last + len(part)))
                last += len(part)
            self.text += form + (" " if spaced else "")
        self.sentences.append(Span(first, last))

    def end_paragraph(self) -> None:
        """Let the next sentence begin a paragraph."""
        if self.text:
            self.text = self.text.rstrip() + BREAK
            self.paragraphs.append(len(self.text))


def tokens(rows: list[Row]) -> Iterator[tuple[str, bool, list[str]]]:
    """Each token as it is written, whether a space follows, and the words in it."""
    covered = 0
    for at, row in enumerate(rows):
        number, form, misc = row[0], row[1], row[9]
        if "." in number or ("-" not in number and int(number) <= covered):
            continue
        parts = [form]
        if "-" in number:
            low, covered = map(int, number.split("-"))
            parts = [other[1] for other in rows[at + 1 : at + 2 + covered - low]]
        yield form, "SpaceAfter=No" not in misc, parts


def documents(path: Path) -> Iterator[Document]:
    """The documents of a treebank file."""
    document = Document("")
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            if document.sentences:
                yield document
            document = Document(line)
        elif line.startswith("# newpar"):
            document.end_paragraph()
        elif not line and rows:
            document.add(rows)
            rows = []
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
    if document.sentences:
        yield document


def found_sentences(document: Document) -> list[Span]:
    """The sentences of each paragraph, as hearsay finds them."""
    bounds = [*document.paragraphs, len(document.text)]
    return [
        span
        for first, last in pairwise(bounds)
        if first < last
        for span in sentences(document.text, Span(first, last))
    ]


def f1(right: int, found: int, wanted: int) -> str:
    """F1, precision and recall in per cent, with their counts."""
    precision, recall = 100 * right / found, 100 * right / wanted
    both = 200 * right / (found + wanted)
    return f"F1 {both:6.2f}  precision {precision:6.2f}  recall {recall:6.2f}  ({right}/{found}/{wanted})"


def measure(name: str, every: list[Document]) -> None:
    """Print the figures for some documents."""
    right = found = wanted = right_sentences = found_number = wanted_sentences = 0
    began, length = time.perf_counter(), 0
    for document in every:
        cut = set(words(document.text).spans)
        right, found = right + len(cut & document.words), found + len(cut)
        wanted, length = wanted + len(document.words), length + len(document.text.encode())
    speed = length / (time.perf_counter() - began) / 1e6
    for document in every:
        ours, gold = set(found_sentences(document)), set(document.sentences)
        right_sentences += len(ours & gold)
        found_number, wanted_sentences = found_number + len(ours), wanted_sentences + len(gold)
    print(f"{name:28} words      {f1(right, found, wanted)}  {speed:.1f} MB/s")
    print(f"{name:28} sentences  {f1(right_sentences, found_number, wanted_sentences)}")


def main(folder: Path) -> None:
    """Measure both treebanks, and the news in GUM by itself."""
    words("Read the tables once.")
    for file in ("en_ewt-ud-dev.conllu", "en_gum-ud-dev.conllu"):
        every = list(documents(folder / file))
        measure(file, every)
        genre = "newsgroup" if "ewt" in file else "news"
        if some := [
            document
            for document in every
            if f"_{genre}_" in document.name or f"= {genre}" in document.name
        ]:
            measure(f"  of it: {genre}", some)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
