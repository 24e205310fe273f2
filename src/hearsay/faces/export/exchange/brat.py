"""brat's stand-off, in PolNeAR's form: a folder of texts, and folders of annotations beside it.

    text/NAME.txt                  the article's text, byte for byte as its offsets count it
    attributions/NAME_hearsay.ann  the outermost attributions with a source or a cue, as `hearsay measure attributions` reads them
    inner/NAME_hearsay.ann         those inside their contents
    text/NAME.ann, text/*.conf     all of them together, so that brat opens text/ as it is

A stretch that goes over a line end is cut there, since brat's stretches do not. Source: https://brat.nlplab.org/standoff.html; Newell,
Margolin and Ruths (2018), An Attribution Relations Corpus for Political News.
"""

from collections.abc import Iterable, Iterator
from itertools import count

from hearsay.faces.export import facts
from hearsay.faces.export.exchange.names import Readings
from hearsay.reading.attribution import Act, Attribution, Certainty, Kind, Mode, PassedOn, Polarity
from hearsay.reading.reading import Reading
from hearsay.text.span import Spans, lines

WHO = "hearsay"
_ATTRIBUTES = {
    "Mode": Mode,
    "Type": Kind,
    "Act": Act,
    "Polarity": Polarity,
    "Certainty": Certainty,
    "PassedOn": PassedOn,
}


def folder(these: Readings, stems: Iterable[str]) -> dict[str, bytes]:
    """The files for some readings, by their paths.

    Args:
        these: each with the name of its input.
        stems: the NAME of each, in their order.
    """
    made = {"text/annotation.conf": annotation_conf(), "text/visual.conf": visual_conf()}
    for (_, reading), stem in zip(these, stems, strict=True):
        every = reading.attributions
        outer = [one for one in every if one.within is None and (one.source or one.cue)]
        inner = [one for one in every if one.within is not None]
        made[f"text/{stem}.txt"] = reading.article.text.encode()
        made[f"text/{stem}.ann"] = standoff(reading, every)
        made[f"attributions/{stem}_{WHO}.ann"] = standoff(reading, outer)
        made[f"inner/{stem}_{WHO}.ann"] = standoff(reading, inner)
    return made


def standoff(reading: Reading, these: Iterable[Attribution]) -> bytes:
    """Some statements of an article as stand-off annotation.

    Args:
        reading: of the article.
        these: statements of it.
    """
    spans, attributes = count(1), count(1)
    told: list[str] = []
    for number, one in enumerate(these, 1):
        told += _event(reading, one, number, spans)
        told += [f"A{next(attributes)}\t{name} E{number} {value}" for name, value in _values(one)]
        told += [f"#{number}\tAnnotatorNotes E{number}\t{_note(reading, one)}"]
    return "".join(f"{line}\n" for line in told).encode()


def _event(reading: Reading, one: Attribution, number: int, spans: Iterator[int]) -> Iterator[str]:
    text = reading.article.text
    parts = {"Content": one.content, "Cue": one.cue, "Source": one.source}
    name = "Attribution" if one.source else "Attribution-no-source"
    arguments = []
    for part, where in parts.items():
        if where:
            mark = f"T{next(spans)}"
            arguments.append(f"{part}:{mark}")
            yield f"{mark}\t{part} {_bounded(where, text)}"
    trigger = f"T{next(spans)}"
    yield f"{trigger}\t{name} {_bounded(one.cue or one.source or one.content, text)}"
    yield f"E{number}\t{name}:{trigger} {' '.join(arguments)}"


def _bounded(where: Spans, text: str) -> str:
    """The bounds of some stretches and their words: "3 9;12 15<TAB>two words"."""
    pieces = [span.part(line) for span in where for line in lines(span.cut(text))] or list(where)
    bounds = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    return f"{bounds}\t{' '.join(piece.cut(text) for piece in pieces)}"


def _values(one: Attribution) -> list[tuple[str, str]]:
    values = (one.mode, one.type, one.act, one.polarity, one.certainty, one.passed_on)
    return [(name, value.value) for name, value in zip(_ATTRIBUTES, values, strict=True)]


def _note(reading: Reading, one: Attribution) -> str:
    return facts.one_line(f"{one.id}: {facts.chain(reading, one)}")


def annotation_conf() -> bytes:
    """What there is to annotate, for brat."""
    values = "".join(
        f"{name}\tArg:<EVENT>, Value:{'|'.join(value.value for value in kind)}\n"
        for name, kind in _ATTRIBUTES.items()
    )
    event = "Content*:Content, Cue*:Cue, Source*:Source"
    return (
        "[entities]\nSource\nCue\nContent\n[relations]\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n"
        f"[events]\nAttribution\t{event}\nAttribution-no-source\t{event}\n[attributes]\n{values}"
    ).encode()


def visual_conf() -> bytes:
    """How brat shows it."""
    return b"[labels]\n[drawing]\nSource\tbgColor:#cfe2ff\nCue\tbgColor:#fde9b0\nContent\tbgColor:#d9f2d0\n"
