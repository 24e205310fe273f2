"""The report: a reading as a person reads it in a terminal.

Short lines; the article's own words within its own marks, or within “…” where it has none; everything
else in plain English; the most consequential thing first; a section only where there is something to
say. Good in 80 columns, without colour, in a pipe.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

import msgspec
from rich.console import Console
from rich.text import Text

from hearsay.faces.export import facts
from hearsay.reading.attribution import Attribution
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reading
from hearsay.text.span import Span, cut

MOST = 60  # words of a quotation that the report gives whole
SHORT = 14  # words of a quotation in a list
HEAD, NAME, DIM, PLAIN = "bold", "bold cyan", "dim", ""


class Line(msgspec.Struct, frozen=True):
    """A line before it is wrapped.

    Attributes:
        parts: words, each with its style.
        indent: columns before its first row, and its label.
        hang: columns before its other rows, and before the words after a label.
        label: stands before the words of the first row.
    """

    parts: tuple[tuple[str, str], ...]
    indent: int = 0
    hang: int = 0
    label: str = ""


def report(reading: Reading, name: str, width: int = 80, *, colour: bool = False) -> str:
    """The report on a reading, with a line end.

    Args:
        reading: of one article.
        name: of the input, for an article without a title.
        width: columns.
        colour: whether escape sequences for colour may be in it.
    """
    return rendered(_lines(reading, name), width, colour=colour)


def rendered(lines: Iterable[Line], width: int, *, colour: bool) -> str:
    """Lines wrapped at a width, with line ends."""
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
    text = Text.assemble(*(part if part[1] else part[0] for part in line.parts))
    rows = text.wrap(console, max(width - max(line.indent, line.hang), 20))
    first = " " * line.indent + line.label
    if line.label:
        first = f"{first:<{line.hang}}" if len(first) < line.hang else f"{first} "
    for n, row in enumerate(rows):
        row.rstrip()
        yield (Text(" " * line.hang) if n else Text(first, style=DIM)) + row
    if not rows:
        yield Text("")


def _lines(reading: Reading, name: str) -> Iterator[Line]:
    article = reading.article
    yield Line(((facts_title(reading, name), HEAD),))
    yield Line(((facts.standfirst(reading), PLAIN),))
    yield Line(((facts.amount(reading), PLAIN),))
    for head, section in (
        ("REMARKS", _remarks(reading)),
        ("WHO SPEAKS", _speakers(reading)),
        ("WHAT IS SAID", _statements(reading)),
        ("QUOTED, AND NOBODY NAMED", _orphans(reading)),
        ("OTHER WORDS IN QUOTATION MARKS", _uses(reading)),
        ("LEFT OUT OF QUOTES, AND PUT IN", _edits(reading)),
    ):
        lines = tuple(section)
        if lines:
            yield Line(())
            yield Line(((head, HEAD),))
            yield from lines
    if not reading.attributions and not reading.quotations:
        yield Line(())
        yield Line((("No quotation was found.", PLAIN),))
    if article.read and reading.reader.model is None:
        yield Line(())
        note = (
            f"Read by rule, without a learned model, by hearsay {reading.reader.version}: quotations "
            "alone; what is told in other words is not in this report."
        )
        yield Line(((note, DIM),))


def facts_title(reading: Reading, name: str) -> str:
    """The title of the article; the name of the input where it has none."""
    return reading.article.title or f"(no headline) {name}"


def _remarks(reading: Reading) -> Iterator[Line]:
    for remark in reading.remarks:
        yield Line(((remark, PLAIN),), indent=2, hang=2)
    if reading.article.published is None:
        note = "No date of publication is stated; give one with --published."
        yield Line(((note, PLAIN),), indent=2, hang=2)


def _speakers(reading: Reading) -> Iterator[Line]:
    rows = tuple(_speaker_rows(reading))
    broad = min(max((len(name) for name, _ in rows), default=0), 36)
    for name, note in rows:
        gap = " " * max(broad - len(name), 0)
        yield Line(((name, NAME), (f"{gap}   {note}", PLAIN)), indent=2, hang=6)


def _speaker_rows(reading: Reading) -> Iterator[tuple[str, str]]:
    by_actor: dict[str, list[Attribution]] = {}
    for said in reading.attributions:
        if said.speaker is not None:
            by_actor.setdefault(said.speaker, []).append(said)
    known = facts.actors_of(reading)
    for actor_id, statements in sorted(by_actor.items(), key=lambda one: -len(one[1])):
        actor = known[actor_id]
        direct = sum(one.mode == "direct" for one in statements)
        how = _how(direct, len(statements))
        kind = facts.standing(actor)
        note = f"{facts.many(len(statements), 'statement')}, {how}"
        yield actor.name, f"{note} · {kind}" if kind else note
    open_ones = [said for said in reading.attributions if facts.unresolved(said)]
    words = dict.fromkeys(facts.source_words(reading, s).lower() for s in open_ones)
    for word in words:
        same = [s for s in open_ones if facts.source_words(reading, s).lower() == word]
        places = ", ".join(f"{s.id}" for s in same)
        note = f"{facts.many(len(same), 'statement')}; who that is was not worked out ({places})"
        yield f"“{word}”", note


def _how(direct: int, total: int) -> str:
    if direct == total:
        return "quoted"
    return "partly quoted" if not direct else f"{direct} quoted, {total - direct} partly quoted"


def _statements(reading: Reading) -> Iterator[Line]:
    for said in reading.attributions:
        if said.speaker or facts.unresolved(said):
            yield from _statement(reading, said)


def _statement(reading: Reading, said: Attribution) -> Iterator[Line]:
    text = reading.article.text
    where = facts.place(reading, said.content[0])
    how = f"“{cut(said.cue, text)}”" if said.cue else "goes on"
    unsure = "" if said.confidence >= 0.6 else " · unsure"  # noqa: PLR2004 - more wrong than right
    partly = "" if said.mode == "direct" else f" · {facts.mode(said)}"
    note = f"  {how} · {where}{partly}{unsure}"
    head = ((facts.chain(reading, said), NAME), (note, DIM))
    yield Line(head, indent=2, hang=7, label=said.id)
    yield Line(((_quoted(text, said), PLAIN),), indent=7, hang=7)


def _quoted(text: str, said: Attribution) -> str:
    """The words of a statement with the article's own marks; a dash where its parts are divided."""
    parts = [facts.shortened(_one_line(part.cut(text)), MOST) for part in said.content]
    return " — ".join(parts)


def _one_line(words: str) -> str:
    """The words with line ends shown as blanks; the report wraps lines of its own."""
    return " ".join(words.split())


def _orphans(reading: Reading) -> Iterator[Line]:
    held = {
        span for s in reading.attributions if s.speaker or facts.unresolved(s) for span in s.content
    }
    for quotation in _outermost(reading):
        inside = any(span.holds(quotation.span) for span in held)
        if quotation.use is Use.QUOTE and not inside:
            yield _listed(reading, quotation.span)


def _uses(reading: Reading) -> Iterator[Line]:
    names = {
        Use.SCARE: "a word held at arm’s length",
        Use.TITLE: "a title",
        Use.TERM: "a name for something",
    }
    for use, name in names.items():
        those = [q for q in _outermost(reading) if q.use is use]
        if those:
            words = ", ".join(
                f"{_one_line(q.span.cut(reading.article.text))} ({facts.place(reading, q.span)})"
                for q in those
            )
            yield Line(((f"{name}: ", DIM), (words, PLAIN)), indent=2, hang=6)


def _outermost(reading: Reading) -> Sequence[Quotation]:
    every = reading.quotations
    return [q for q in every if not any(o.span != q.span and o.span.holds(q.span) for o in every)]


def _listed(reading: Reading, span: Span) -> Line:
    words = facts.shortened(_one_line(span.cut(reading.article.text)), SHORT)
    return Line(((words, PLAIN),), indent=2, hang=12, label=facts.place(reading, span))


def _edits(reading: Reading) -> Iterator[Line]:
    text = reading.article.text
    for quotation in reading.quotations:
        put_in = ", ".join(f"{_one_line(span.cut(text))}" for span in quotation.insertions)
        left_out = len(quotation.elisions)
        told = [f"put in: {put_in}"] if put_in else []
        told += [f"words left out at {facts.many(left_out, 'place')}"] if left_out else []
        if told:
            name = quotation.attribution or facts.place(reading, quotation.span)
            yield Line((("; ".join(told), PLAIN),), indent=2, hang=7, label=name)
