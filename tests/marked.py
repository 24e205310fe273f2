"""Readings written by hand: a text with its findings marked in it.

    {headline} Toll to rise, minister says

    «content 1|«quote|“The toll will rise,”»» «source 1|Anna Lund» «cue 1|said».

A blank line parts blocks; a role in braces may open one, a paragraph needs none. A mark is «KIND NUMBER|…»
for source, cue and content of a statement, and «KIND|…» for quote, scare, title, term (quotations), insertion
and elision. Marks nest. Several marks of one kind and number are one thing in several stretches.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.attribution import Act, Attribution, Mode
from hearsay.reading.ground import Ground
from hearsay.reading.laws import hold
from hearsay.reading.quotation import Quotation, Use
from hearsay.reading.reading import Reader, Reading
from hearsay.text.article import Article, Block, Role
from hearsay.text.span import Span, Spans

SIGN = re.compile(r"«(\w+)(?: (\d+))?\|")
ROLE = re.compile(r"\{(\w+)\} ")
PARTS = {"source", "cue", "content"}
GROUND = Ground("rule:verb_before_source_after_quote", (), "the text says so")


class Marked(msgspec.Struct):
    """A text without its marks, and what they said.

    Attributes:
        text: without marks.
        blocks: of it.
        spans: by kind and number of the mark ("" where it has none).
    """

    text: str
    blocks: tuple[Block, ...]
    spans: dict[tuple[str, str], Spans]


def taken_off(marked: str) -> Marked:
    """The text, and where its marks stood."""
    text = ""
    blocks: list[Block] = []
    spans: dict[tuple[str, str], Spans] = {}
    for paragraph in marked.strip().split("\n\n"):
        text += "\n\n" if text else ""
        role = ROLE.match(paragraph)
        first, opened = len(text), list[tuple[str, str, int]]()
        rest = paragraph[role.end() :] if role else paragraph
        while rest:
            if sign := SIGN.match(rest):
                opened.append((sign[1], sign[2] or "", len(text)))
                rest = rest[sign.end() :]
            elif rest[0] == "»" and opened:
                kind, number, at = opened.pop()
                key = (kind, number)
                spans[key] = tuple(sorted((*spans.get(key, ()), Span(at, len(text)))))
                rest = rest[1:]
            else:
                text, rest = text + rest[0], rest[1:]
        assert not opened, f"a mark is left open in {paragraph!r}"
        blocks.append(Block(Span(first, len(text)), Role(role[1] if role else "paragraph")))
    return Marked(text, tuple(blocks), spans)


def reading(marked: str, says: Mapping[int, str] | None = None, **known: object) -> Reading:
    """The reading that a marked text stands for.

    Args:
        marked: the text.
        says: for the number of a statement the name of its speaker; none for a pronoun.
        known: fields of the article, such as `outlet`.
    """
    found = taken_off(marked)
    says = says or {}
    names = list(dict.fromkeys(says.values()))
    actors = tuple(
        Actor(f"a{n}", name, ActorKind.PERSON, SourceType.NAMED_PERSON, GROUND)
        for n, name in enumerate(names, 1)
    )
    numbers = sorted({int(number) for kind, number in found.spans if kind in PARTS})
    said = tuple(
        _attribution(found, number, f"a{names.index(says[number]) + 1}" if number in says else None)
        for number in numbers
    )
    article = msgspec.structs.replace(Article(found.text, blocks=found.blocks), **known)
    whole = Reading(
        article,
        Reader("0", None, "digest"),
        actors=actors,
        attributions=said,
        quotations=_quotations(found, said),
    )
    hold(whole)
    return whole


def _attribution(found: Marked, number: int, speaker: str | None) -> Attribution:
    order = ("source", "cue", "content")
    source, cue, content = (found.spans.get((part, str(number)), ()) for part in order)
    whole = all(span.cut(found.text)[0] in '“‘"' for span in content)
    return Attribution(
        id=f"s{number}",
        source=source,
        cue=cue,
        content=content,
        mode=Mode.DIRECT if whole else Mode.MIXED,
        confidence=0.94 if whole else 0.4,
        ground=msgspec.structs.replace(GROUND, because=tuple(sorted((*source, *cue)))),
        speaker=speaker,
        chain=(speaker,) if speaker else (),
        act=Act.ASSERT,
    )


def _quotations(found: Marked, said: tuple[Attribution, ...]) -> tuple[Quotation, ...]:
    def within(span: Span) -> str | None:
        return next((s.id for s in said if any(part.holds(span) for part in s.content)), None)

    def inside(span: Span, kind: str) -> Spans:
        return tuple(one for one in found.spans.get((kind, ""), ()) if span.holds(one))

    every = [(span, use) for use in Use for span in found.spans.get((use.value, ""), ())]
    return tuple(
        Quotation(
            span, use, GROUND, within(span), inside(span, "elision"), inside(span, "insertion")
        )
        for span, use in sorted(every, key=lambda one: (one[0].start, -one[0].length))
    )


def article(marked: str) -> Article:
    """The article that a marked text stands for, without what its marks say."""
    found = taken_off(marked)
    return Article(found.text, blocks=found.blocks)


def written(whole: Reading) -> str:
    """A reading in the notation: its statements, and the quotations that stand in none.

    A statement has no number where it is the only one.
    """
    text = whole.article.text
    many = len(whole.attributions) > 1
    spans = [
        (span, f"{kind} {one.id[1:]}" if many else kind)
        for one in whole.attributions
        for kind in ("source", "cue", "content")
        for span in getattr(one, kind)
    ]
    spans += [(one.span, one.use.value) for one in whole.quotations if one.attribution is None]
    opening = {span.start: f"«{kind}|" for span, kind in spans}
    closing = {span.end for span, _ in spans}
    blocks = [
        ("" if block.role is Role.PARAGRAPH else f"{{{block.role}}} ")
        + "".join(
            "»" * (at in closing and at != block.span.start)
            + (opening.get(at, "") + text[at] if at < block.span.end else "")
            for at in (*range(block.span.start, block.span.end), block.span.end)
        )
        for block in whole.article.blocks
    ]
    return "\n\n".join(blocks)


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table in tests/cases."""
    table = Path(__file__).parent / "cases" / f"{name}.toml"
    found: list[dict[str, Any]] = tomllib.loads(table.read_text("utf-8"))["case"]
    names = [case["name"] for case in found]
    assert len(set(names)) == len(names), "two cases have one name"
    assert all(case["why"] for case in found)
    return found


def with_silent(whole: Reading, *names: str) -> Reading:
    """The reading with more actors, who say nothing in it."""
    kind, how = ActorKind.PERSON, SourceType.NAMED_PERSON
    more = (
        Actor(f"a{n}", name, kind, how, GROUND)
        for n, name in enumerate(names, len(whole.actors) + 1)
    )
    return msgspec.structs.replace(whole, actors=(*whole.actors, *more))
