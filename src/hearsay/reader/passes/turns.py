"""Turns: what speakers say in an interview or a transcript, where a label in capitals opens each turn, or none does.

"HALE: It is." A label that comes again, beside another that does or around it, opens what its speaker says, up to the next one, also
behind a quotation mark; a paragraph without a label goes on with the turn before where somebody says "I" in it. Where nothing has a label, what answers a paragraph
that asks is a turn (`hearsay.language.talk`). An embedded post is a turn of whoever signs it. What else is told in a turn comes through it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from hearsay.language.marks import GLYPHS
from hearsay.language.talk import says_i, talk
from hearsay.language.words import Words
from hearsay.page.leavings import signed_posts
from hearsay.reader.cast.interview import ASKS, LONGEST, again, label
from hearsay.reader.statement import Statement, changed, of_rule
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

RULE = "label_opens_turn"
ANSWERS = "answer_to_question"
SIGNED = "post_is_signed"
RIGHT = 0.9
"""How often a turn is its label's, on our own development articles."""

FEWEST = 2


class Turn(NamedTuple):
    """A turn.

    Attributes:
        content: what is said.
        label: of its speaker; None where the talk has none.
        colon: after it.
        rule: by which it is one.
    """

    content: Spans
    label: Span | None = None
    colon: Span | None = None
    rule: str = RULE


def with_turns(
    told: Sequence[Statement], text: str, words: Words, blocks: Sequence[Span]
) -> list[Statement]:
    """The statements and the turns, each statement in a turn within it.

    Takes: "HALE: It is." in a transcript; "Twice. I was late." after "Do you ever get it wrong?". Leaves: "UPDATE: The road is open.",
    which no other label answers.
    """
    found = [*turns(text, words, blocks), *posts(text, blocks)]
    made = [_said(one) for one in found]

    def in_turn(one: Statement) -> Statement | None:
        asks = one.source is not None and one.source.cut(text) in ASKS
        if asks or _is_post(one, found):
            return None
        at = one.cue or one.content[0]
        turn = next((n for n, t in enumerate(found) if _holds(t, at)), None)
        if turn is None:
            return _without(one, found)
        source = one.source
        opens = found[turn].label
        if source is not None and opens is not None and source.meets(opens):
            return None
        if source is not None and not any(part.holds(source) for part in found[turn].content):
            source = None
        kept = _kept_to(msgspec.structs.replace(one, source=source), found[turn])
        if kept.within is None and not _whole(kept, found[turn]):
            kept = msgspec.structs.replace(kept, within=made[turn])
        return kept

    return [*made, *changed(told, in_turn)]


def turns(text: str, words: Words, blocks: Sequence[Span]) -> Iterator[Turn]:
    """The turns of the speakers who are not the author, by their labels; where fewer than two come again, the answers."""
    opens = {block: label(text, block) for block in blocks if ":" in block.cut(text)[: LONGEST + 1]}
    given = [one for one in opens.values() if one.isupper()]
    twice = again(given)
    if len({one.split()[-1] for one in twice}) < FEWEST and not _returns(twice, opens, blocks):
        yield from _answers(text, blocks)
        return
    speakers = {*given}  # the chair, who speaks once
    now: Turn | None = None
    for block in blocks:
        letters = opens.get(block)
        if letters in speakers:
            if now is not None:
                yield now
            now = _turn(text, words, block) if letters not in ASKS else None
        elif now is not None and says_i(block.cut(text)):
            now = now._replace(content=(*now.content, block))
        elif now is not None:
            yield now
            now = None
    if now is not None:
        yield now


def _returns(twice: set[str], opens: Mapping[Span, str], blocks: Sequence[Span]) -> bool:
    """Whether a label comes again right after another's turn: "HALE: …" | "AMADI: …" | "HALE: …"."""
    run = [opens.get(block) for block in blocks]
    three = zip(run, run[1:], run[2:], strict=False)
    return any(
        one == last and one in twice and other is not None and other.isupper() and other != one
        for one, other, last in three
    )


def posts(text: str, blocks: Sequence[Span]) -> Iterator[Turn]:
    """Embedded posts, each with who signs it, in its own line or in the next.

    Takes: "We open in May. — Ida Lund (@idalund) March 3, 2024". Leaves: "Lund (@idalund) wrote on March 3."
    """
    for n, block in enumerate(blocks):
        for post, who in signed_posts(block.cut(text)):
            over = blocks[n - 1] if n else None
            if over is not None and any(signed_posts(over.cut(text))):
                over = None  # what this signs is no block that is read
            content = block.part(post) if post is not None else over
            if content is not None:
                yield Turn((content,), block.part(who), rule=SIGNED)


def _answers(text: str, blocks: Sequence[Span]) -> Iterator[Turn]:
    """The answers of a talk without labels, each parted where somebody speaks between."""
    numbers = {block: n for n, block in enumerate(blocks)}
    for answer in talk(text, blocks).answers:
        for _, held in groupby(enumerate(answer), key=lambda pair: numbers[pair[1]] - pair[0]):
            yield Turn(tuple(block for _, block in held), rule=ANSWERS)


def _turn(text: str, words: Words, block: Span) -> Turn | None:
    """The turn of a block; None where nothing is said in it."""
    run = words.over(block)
    spans = words.spans[run.first : run.stop] if run else ()
    colon = next((n for n, span in enumerate(spans) if span.cut(text) == ":"), 0)
    if not 0 < colon < len(spans) - 1:
        return None
    said = spans[colon + 1].hull(spans[-1])
    first = 1 if spans[0].cut(text) in GLYPHS else 0
    return Turn((said,), spans[first].hull(spans[colon - 1]), spans[colon])


def _said(turn: Turn) -> Statement:
    return of_rule(turn.rule, RIGHT, turn.label, turn.colon, turn.content, mode=Mode.DIRECT)


def _holds(turn: Turn, at: Span) -> bool:
    opening = [turn.label.hull(turn.content[0])] if turn.label else []
    return any(part.holds(at) for part in (*opening, *turn.content))


def _is_post(one: Statement, found: Sequence[Turn]) -> bool:
    """Whether a statement is of nobody, or of a line that signs, and made of an embedded post or of the line under it."""
    lone = one.within is None and (one.cue in (None, one.source) or not one.explicit)
    signed = (t.label.hull(t.content[0]) for t in found if t.label and t.rule == SIGNED)
    return lone and any(post.meets(part) for post in signed for part in one.content)


def _whole(one: Statement, turn: Turn) -> bool:
    """Whether a statement has more for its content than the turn."""
    return any(not any(part.holds(span) for part in turn.content) for span in one.content)


def _without(one: Statement, found: Sequence[Turn]) -> Statement | None:
    """A statement outside of turns, without pieces that are turns, their labels with them; None where nothing else is in it."""
    opened = [turn.label for turn in found if turn.label is not None and turn.rule == RULE]
    kept = tuple(part for part in one.content if not any(part.holds(at) for at in opened))
    return msgspec.structs.replace(one, content=kept) if kept else None


def _kept_to(one: Statement, turn: Turn) -> Statement:
    """A statement in a turn without pieces of its content that others say, in their turns."""
    inside = tuple(span for span in one.content if any(part.holds(span) for part in turn.content))
    return msgspec.structs.replace(one, content=inside) if inside else one
