"""The page: an article with its statements marked, and who says them in the margin.

One self-contained file: no request leaves it (its content security policy forbids any), every word of
the article is escaped, scripts are not needed. Marks are told apart by line and weight, not by colour
alone. Nested and crossing spans are cut at every boundary, so that the text is written once.
"""

import hashlib
from base64 import b64encode
from importlib import resources
from itertools import pairwise

import msgspec
from jinja2 import Environment, StrictUndefined

from hearsay.faces.export import facts
from hearsay.reading.attribution import Attribution
from hearsay.reading.reading import Reading
from hearsay.text.article import READ, Block, Role
from hearsay.text.span import Span, cut

_TAGS = {
    Role.HEADLINE: "h1",
    Role.HEADING: "h2",
    Role.QUOTE: "blockquote",
    Role.CAPTION: "p",
    Role.STANDFIRST: "p",
    Role.LIST: "p",
}


class Mark(msgspec.Struct, frozen=True):
    """What a stretch of text is to a statement.

    Attributes:
        of: id of the statement.
        part: source, cue or content.
        mode: direct, mixed or indirect.
    """

    of: str
    part: str
    mode: str


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of text with the same marks throughout.

    Attributes:
        words: the text.
        classes: of its element; "" where nothing marks it.
        of: ids of the statements that it belongs to.
        anchor: id of the element: the first stretch of a statement's content has one.
    """

    words: str
    classes: str
    of: str
    anchor: str


class Note(msgspec.Struct, frozen=True):
    """A statement as the margin names it."""

    id: str
    who: str
    how: str
    why: str
    unsure: bool


class Passage(msgspec.Struct, frozen=True):
    """A block of the article with the statements that begin in it."""

    tag: str
    role: str
    number: int
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]


class Aside(msgspec.Struct, frozen=True):
    """What was set aside in one role."""

    role: str
    texts: tuple[str, ...]


def page(reading: Reading, name: str) -> str:
    """The page for a reading, as HTML.

    Args:
        reading: of one article.
        name: of the input.
    """
    article = reading.article
    style, script = _file("page.css"), _file("page.js")
    passages = tuple(
        _passage(reading, block, number)
        for number, block in enumerate(article.blocks, 1)
        if block.role in READ
    )
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_file("page.html")).render(
        title=article.title or name,
        headed=any(passage.tag == "h1" for passage in passages),
        language=article.language,
        about=facts.standfirst(reading),
        amount=facts.amount(reading),
        url=article.url if (article.url or "").startswith(("http://", "https://")) else None,
        passages=passages,
        speakers=_speakers(reading),
        asides=_asides(reading),
        remarks=reading.remarks,
        version=reading.reader.version,
        model=reading.reader.model,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'",
    )


def _file(name: str) -> str:
    return (resources.files("hearsay.faces.export") / "page" / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """What the policy calls an element's content; as the template writes it, line ends around."""
    return f"sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _shown(reading: Reading) -> tuple[Attribution, ...]:
    """The statements that the page shows: all, those of nobody named too."""
    return reading.attributions


def _passage(reading: Reading, block: Block, number: int) -> Passage:
    marks = [
        (span, Mark(said.id, part, said.mode.value))
        for said in _shown(reading)
        for part, spans in (("source", said.source), ("cue", said.cue), ("content", said.content))
        for span in spans
        if span.meets(block.span)
    ]
    begun = tuple(said for said in _shown(reading) if block.span.holds(said.content[0]))
    return Passage(
        tag=_TAGS.get(block.role, "p"),
        role=block.role.value,
        number=number,
        stretches=_stretches(reading, block.span, marks),
        notes=tuple(_note(reading, said) for said in begun),
    )


def _stretches(
    reading: Reading, block: Span, marks: list[tuple[Span, Mark]]
) -> tuple[Stretch, ...]:
    text = reading.article.text
    bounds = {block.start, block.end}
    for span, _ in marks:
        common = span.common(block)
        bounds |= {common.start, common.end} if common else set()
    first = {said.id: said.content[0].start for said in _shown(reading)}
    out: list[Stretch] = []
    for pair in pairwise(sorted(bounds)):
        part = Span(*pair)
        on = [mark for span, mark in marks if span.holds(part)]
        classes = sorted({mark.part for mark in on} | {mark.mode for mark in on if mark.part == "content"})
        starts = [m.of for m in on if m.part == "content" and first[m.of] == part.start]
        out.append(
            Stretch(
                words=part.cut(text),
                classes=" ".join(classes),
                of=" ".join(dict.fromkeys(mark.of for mark in on)),
                anchor=starts[0] if starts else "",
            )
        )
    return tuple(out)


def _note(reading: Reading, said: Attribution) -> Note:
    text = reading.article.text
    cue = f"“{cut(said.cue, text)}”" if said.cue else "goes on" if not said.explicit else ""
    how = " · ".join(word for word in (cue, facts.mode(said)) if word)
    return Note(
        id=said.id,
        who=facts.chain(reading, said),
        how=how,
        why=said.ground.note,
        unsure=said.confidence < 0.6,  # noqa: PLR2004 - as the report has it
    )


def _speakers(reading: Reading) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for said in _shown(reading):
        who = facts.speaker(reading, said)
        rows.setdefault(who, []).append(said.id)
        actor = facts.actors_of(reading).get(said.speaker or "")
        kinds[who] = facts.standing(actor) if actor else "not worked out" if facts.unresolved(said) else ""
    order = sorted(rows, key=lambda who: -len(rows[who]))
    return tuple((who, kinds[who], tuple(rows[who])) for who in order)


def _asides(reading: Reading) -> tuple[Aside, ...]:
    article = reading.article
    by_role: dict[str, list[str]] = {}
    for block in article.blocks:
        if block.role not in READ:
            by_role.setdefault(block.role.value, []).append(block.span.cut(article.text))
    return tuple(Aside(role, tuple(texts)) for role, texts in by_role.items())
