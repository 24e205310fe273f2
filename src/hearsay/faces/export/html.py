"""The page: the article with its statements marked, and who says each in the margin.

One file that asks nothing of any other: styles and script stand in it, and its policy allows these two
by their digests and forbids the rest. Every word of the article is escaped.
"""

from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

import msgspec
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from hearsay.faces.export import bound, facts, foretold, own, quotations, weighed
from hearsay.faces.export.entries import Section
from hearsay.faces.export.marked import Piece, by_block, marks, pieces
from hearsay.faces.export.picture import HIGH, WIDE, picture
from hearsay.reading.attribution import Attribution
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reading
from hearsay.text.article import READ, Role
from hearsay.text.span import Span, cut

_PAGES = files("hearsay.faces.export").joinpath("page")
_USES = {
    Use.SCARE: "Words held at arm’s length",
    Use.TITLE: "Titles",
    Use.TERM: "Names for things",
}
LISTED = 20  # words of a quotation in a list
_TAGS = {Role.HEADING: "h2", Role.QUOTE: "blockquote"}


class Note(msgspec.Struct, frozen=True):
    """What the margin says of a statement.

    Attributes:
        id: of the statement.
        number: as it is printed.
        who: the one whose words they are.
        through: who reports it, outermost last; "" for nobody.
        how: the cue in the article's words, and in whose words the content stands.
        known: whether somebody is named; False also for a word that was not resolved.
        why: the reason of the rule.
        sure: how often such findings are right, in words.
        unsure: it is more often wrong than right, or nearly so.
    """

    id: str
    number: str
    who: str
    through: str
    how: str
    known: bool
    why: str
    sure: str
    unsure: bool


class Shown(msgspec.Struct, frozen=True):
    """A block of the article as it stands on the page.

    Attributes:
        id: b1 for the first block of the reading.
        tag: its element.
        role: its role, a class of the page.
        pieces: its words.
        notes: the margin beside it.
    """

    id: str
    tag: str
    role: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


class Voice(msgspec.Struct, frozen=True):
    """A speaker with links to what it says.

    Attributes:
        name: the speaker.
        kind: how openly it stands in the article; "" for a person by name.
        statements: ids.
        known: whether somebody is named.
    """

    name: str
    kind: str
    statements: tuple[str, ...]
    known: bool


class Listed(msgspec.Struct, frozen=True):
    """A line of a list under the article.

    Attributes:
        anchor: where its words stand.
        words: of the article.
        note: what is said of them.
        at: the place itself, where nothing else marks it.
    """

    anchor: str
    words: str
    note: str = ""
    at: Span | None = None


class Aside(msgspec.Struct, frozen=True):
    """A block that was set aside.

    Attributes:
        id: b1 for the first block of the reading.
        words: its words.
        why: what decided its role.
    """

    id: str
    words: str
    why: str


def page(reading: Reading, name: str) -> str:
    """The page of a reading: one HTML document.

    Args:
        reading: of one article.
        name: of the input, for an article without a title.
    """
    style, script = _asset("page.css"), _asset("page.js")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_asset("page.html"))
    article = reading.article
    told = _told(reading)
    places = [(one.anchor, one.at) for _, rows in told for one in rows if one.at is not None]
    shown = _blocks(reading, places)
    head = next((block for block in article.blocks if block.role is Role.HEADLINE), None)
    return template.render(
        article=article,
        name=name,
        title=article.title or name,
        head=shown[head.span] if head else None,
        body=[shown[block.span] for block in article.read if block is not head],
        facts=facts.standfirst(reading),
        words_read=facts.words_read(reading),
        roles=facts.roles_aside(reading),
        statements=facts.many(len(facts.shown(reading)), "statement"),
        voices=list(_voices(reading)),
        sections=[(head, rows) for head, rows in (*told, *_sections(reading)) if rows],
        picture=picture(reading),
        wide=WIDE,
        high=HIGH,
        aside=_aside(reading),
        aside_count=facts.count_aside(reading),
        remarks=facts.remarks(reading),
        reader=reading.reader,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_digest=_digest(style),
        script_digest=_digest(script),
    )


def _asset(name: str) -> str:
    return _PAGES.joinpath(name).read_text(encoding="utf-8").strip()


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def _blocks(reading: Reading, places: Sequence[tuple[str, Span]]) -> dict[Span, Shown]:
    """The blocks that were read, by their spans.

    Args:
        reading: of the article.
        places: what a link leads to, by the name of the link.
    """
    article = reading.article
    marked = by_block(article, marks(reading, places))
    notes: dict[Span, list[Note]] = {block.span: [] for block in article.blocks}
    starts = [block.span.start for block in article.blocks]
    for said in facts.shown(reading):
        block = article.blocks[bisect_right(starts, said.content[0].start) - 1]
        notes[block.span].append(_note(reading, said))
    return {
        block.span: Shown(
            id=f"b{number}",
            tag=_TAGS.get(block.role, "p"),
            role=block.role.value,
            pieces=pieces(article.text, block.span, marked[block.span]),
            notes=tuple(notes[block.span]),
        )
        for number, block in enumerate(article.blocks, 1)
        if block.role in READ
    }


def _note(reading: Reading, said: Attribution) -> Note:
    who, *through = facts.chain(reading, said).split(" ← ")
    without = facts.without_cue(said)
    cue = f"“{cut(said.cue, reading.article.text)}”" if said.cue else without
    return Note(
        id=said.id,
        number=said.id.removeprefix("s"),
        who=who,
        through=" ← ".join(through),
        how=" · ".join(
            word for word in (cue, facts.mode(said), facts.denied_in(reading, said)) if word
        ),
        known=said.speaker is not None,
        why=said.ground.note,
        sure=facts.sure(said.confidence),
        unsure=facts.unsure(said) and facts.somebody(said),
    )


def _voices(reading: Reading) -> Iterator[Voice]:
    """The speakers, those who say most first; then those not resolved; then nobody."""
    known = facts.actors_of(reading)
    said: dict[tuple[int, str, str], list[Attribution]] = {}
    for one in facts.shown(reading):
        for who in one.speakers:
            key = (0, known[who].name, facts.standing(known[who]))
            said.setdefault(key, []).append(one)
        if not one.speakers:
            name = facts.speaker(reading, one)
            key = (1, name.lower(), "not resolved") if facts.unresolved(one) else (2, name, "")
            said.setdefault(key, []).append(one)
    for (rank, held, kind), those in sorted(
        said.items(), key=lambda one: (one[0][0], -len(one[1]))
    ):
        name = facts.speaker(reading, those[0]) if rank else held
        yield Voice(name, kind, tuple(one.id for one in those), known=rank == 0)


def _told(reading: Reading) -> list[tuple[str, list[Listed]]]:
    """The sections that the report has too, each line with a link to its words."""
    sections = (
        weighed.headline(reading),
        bound.commitments(reading),
        bound.left_open(reading),
        weighed.variants(reading),
        own.own_voice(reading),
        weighed.explanations(reading),
        foretold.forecasts(reading),
        weighed.timeline(reading),
    )
    return [
        (section.head, list(_rows(section, f"t{number}")))
        for number, section in enumerate(sections, 1)
    ]


def _rows(section: Section, name: str) -> Iterator[Listed]:
    for number, one in enumerate(section.entries, 1):
        words = f"{one.who} {one.words}".strip()
        note = " · ".join(told for told in (one.group, *one.terms) if told)
        yield Listed(f"{name}-{number}", words, note, one.at)


def _sections(reading: Reading) -> Iterator[tuple[str, list[Listed]]]:
    """The lists under the article; those of single words are set as one paragraph."""
    text = reading.article.text
    numbered = list(enumerate(reading.quotations, 1))

    def note(one: Quotation) -> str:
        return " · ".join(
            filter(None, (facts.place(reading, one.span), quotations.repeated(reading, one)))
        )

    yield (
        "Quoted, and nobody named",
        [
            Listed(f"q{n}", facts.shortened(q.span.cut(text), LISTED), note(q))
            for n, q in quotations.orphans(reading)
        ],
    )
    yield (
        "Put into quotations, and left out",
        [
            Listed(
                f"q{n}", facts.shortened(q.span.cut(text), LISTED), quotations.edited(reading, q)
            )
            for n, q in numbered
            if q.insertions or q.elisions
        ],
    )
    for use, title in _USES.items():
        yield title, [Listed(f"q{n}", q.span.cut(text)) for n, q in numbered if q.use is use]


def _aside(reading: Reading) -> list[tuple[str, list[Aside]]]:
    """What was set aside, by role, the most frequent first."""
    by_role: dict[str, list[Aside]] = {}
    for number, block in enumerate(reading.article.blocks, 1):
        if block.role not in READ:
            aside = Aside(f"b{number}", block.span.cut(reading.article.text), block.why)
            by_role.setdefault(block.role.value, []).append(aside)
    return sorted(by_role.items(), key=lambda one: -len(one[1]))
