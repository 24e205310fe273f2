"""Lines for a terminal: wrapped at words, in columns, with or without colour."""

import unicodedata
from collections.abc import Iterable, Iterator
from io import StringIO

import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

HEAD, NAME, DIM, PLAIN = "bold", "bold cyan", "dim", ""
NARROWEST = 24  # columns for words; where a label leaves fewer, they follow it on its row
MORE = " …"
INSET = 6  # columns before the other rows of a line whose words follow a name
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


class Line(msgspec.Struct, frozen=True):
    """A line before it is wrapped.

    Attributes:
        parts: words, each with its style.
        indent: columns before its first row, and its label.
        hang: columns before its other rows, and before the words after a label.
        label: stands before the words of the first row.
        label_style: its style.
        rows: that it may take; where it would need more, the last of them ends in “…”. 0 for as many as it needs.
    """

    parts: tuple[tuple[str, str], ...]
    indent: int = 0
    hang: int = 0
    label: str = ""
    label_style: str = DIM
    rows: int = 0


BLANK = Line(())


def said(words: str, indent: int = 2, hang: int | None = None, style: str = PLAIN) -> Line:
    """A line of one style; its other rows stand under the first where nothing else is said."""
    return Line(((words, style),), indent=indent, hang=indent if hang is None else hang)


def headed(sections: Iterable[tuple[str, Iterable[Line]]]) -> Iterator[Line]:
    """Sections with their heads, a blank line before each; those without lines are left out."""
    for head, section in sections:
        lines = tuple(section)
        if lines:
            yield BLANK
            yield said(head, indent=0, style=HEAD)
            yield from lines


def columns(rows: Iterable[tuple[str, str]], widest: int = 34) -> Iterator[Line]:
    """Names and what is said of each, in two columns.

    Args:
        rows: a name and a note each.
        widest: columns that a name may take before its note goes to a row of its own.
    """
    pairs = tuple((_still(name), note) for name, note in rows)
    broad = min(max((cell_len(name) for name, _ in pairs), default=0), widest)
    for name, note in pairs:
        if cell_len(name) <= broad:
            yield Line(((note, PLAIN),), 2, broad + 5, name, NAME)
        else:
            yield Line(((name, NAME),), 2, INSET)
            yield said(note, indent=broad + 5)


def rendered(lines: Iterable[Line], width: int, *, colour: bool) -> str:
    """Lines wrapped at a width, with line ends.

    What would move the cursor of a terminal, or turn the direction of its words, is written as "�": a page
    may hold such characters, and is not to write over what a person reads.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for line in lines:
        for row in _wrapped(line, console, width):
            console.print(row, soft_wrap=True)
    return out.getvalue()


def _wrapped(line: Line, console: Console, width: int) -> Iterator[Text]:
    if line.label and width - line.hang < NARROWEST:
        parts = ((f"{line.label}   ", line.label_style), *line.parts)
        line = Line(parts, line.indent, INSET)
    elif width - line.indent < NARROWEST:
        line = msgspec.structs.replace(line, indent=INSET, hang=INSET)
    text = Text.assemble(*((_still(words), style) for words, style in line.parts))
    broad = width - max(line.indent, line.hang)
    rows = list(text.wrap(console, broad))
    if line.rows and len(rows) > line.rows:
        rows[line.rows - 1 :] = [_open(rows[line.rows - 1], console, broad)]
    first = " " * line.indent + line.label
    if line.label:
        first += " " * max(line.hang - cell_len(first), 1)
    for n, row in enumerate(rows):
        whole = (Text(" " * line.hang) if n else Text(first, style=line.label_style)) + row
        whole.rstrip()
        yield whole
    if not rows:
        yield Text("")


def _open(row: Text, console: Console, broad: int) -> Text:
    """A row that ends in an ellipsis, without the words that it has no room for."""
    row.rstrip()
    if row.cell_len > broad - len(MORE):
        row = next(iter(row.wrap(console, broad - len(MORE))))
        row.rstrip()
    return row.append(MORE)


def _still(words: str) -> str:
    """The words without anything that a terminal would obey."""
    if words.isprintable():
        return words
    return "".join(_shown(letter) for letter in words)


def _shown(letter: str) -> str:
    if unicodedata.category(letter) != "Cc" and letter not in _TURNS:
        return letter
    return " " if letter.isspace() else "�"
