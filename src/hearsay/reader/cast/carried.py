"""Carried over: sentences that go on giving a source's account without a cue of their own.

"The fire began in the kitchen, she said. It had spread to the roof within minutes." A sentence is carried over where the one
before it, in the same block, reports somebody in other words, it stands in nobody's quotation and in no other statement,
and its verb is set back in time as reported speech is ("had spread", "would open"). It ends where one is not.

Source: Banfield (1982) and Quirk et al. (1985), 14.31, on backshift in free indirect speech.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.seen import Seen
from hearsay.reader.rules import REASONS
from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Kind, Mode
from hearsay.reading.ground import Ground
from hearsay.text.span import Span

BACKSHIFT = frozenset({"had", "would", "could", "might", "should", "'d", "’d"})
RIGHT = 0.55
"""How often such a sentence is the source's account, on our own development articles: about half."""

RULE = "goes_on_in_report"
SHORTEST = 5  # words; a shorter sentence is the author's remark


def carried(
    text: str, blocks: Sequence[Span], told: Sequence[Statement], seen: Seen, lexicon: Lexicon
) -> list[Statement]:
    """The statements that go on from others, in the order of the text."""
    out: list[Statement] = []
    outer = [one for one in told if one.within is None and one.cue is not None]
    for block in blocks:
        before: Statement | None = None
        for sentence, past in _sentences(text, block, seen, lexicon):
            here = [one for one in outer if _touches(one, sentence)]
            if here:
                last = here[-1]
                before = last if _reports(last) else None
                continue
            if before is None or before.source is None or not past:
                before = None
                continue
            out.append(_goes_on(before, sentence))
    return out


def _sentences(text: str, block: Span, seen: Seen, lexicon: Lexicon) -> Iterator[tuple[Span, bool]]:
    """The sentences of a block, each with whether its verb is set back in time."""
    first = bisect_left(seen.words, block.start, key=attrgetter("span.start"))
    stop = bisect_right(seen.words, block.end, key=attrgetter("span.end"))
    words = seen.words[first:stop]
    for _, held in groupby(words, key=lambda word: word.sentence):
        sentence = list(held)
        span = sentence[0].span.hull(sentence[-1].span)
        past = len(sentence) >= SHORTEST and any(
            word.upos == "AUX" and word.span.cut(text).lower() in BACKSHIFT for word in sentence
        )
        quoted = past and any(mark in span.cut(text) for mark in '“”"«»„')
        if past and not quoted:
            lows = (word.span.cut(text).lower() for word in sentence)
            past = not any(lexicon.tells(low, "checked") for low in lows)
        yield span, past and not quoted


def _touches(one: Statement, sentence: Span) -> bool:
    parts = (*one.content, *([one.cue] if one.cue else []))
    return any(part.meets(sentence) for part in parts)


def _reports(one: Statement) -> bool:
    """Whether a statement tells in other words what somebody said."""
    spoken = one.entry is None or Kind(one.entry.type) is Kind.COMM
    return one.mode is not Mode.DIRECT and one.source is not None and spoken


def _goes_on(before: Statement, sentence: Span) -> Statement:
    because = tuple(
        sorted({*([before.source] if before.source else []), *([before.cue] if before.cue else [])})
    )
    return Statement(
        source=before.source,
        cue=before.cue,
        content=(sentence,),
        mode=Mode.INDIRECT,
        confidence=RIGHT,
        ground=Ground(f"rule:{RULE}", because, REASONS[RULE]),
        entry=before.entry,
        explicit=False,
    )
