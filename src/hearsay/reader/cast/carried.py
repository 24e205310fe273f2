"""Carried over: sentences that go on giving a source's account without a cue of their own.

"The fire began in the kitchen, she said. It had spread to the roof within minutes." What is seen of a sentence that follows
a statement in the same block, stands in nobody's quotation and in no other statement (but one that is set back in time itself: "He had
promised to stop") is weighed by learned weights; where it is likelier than not that it goes on, it is carried over, and so may be the
next. It ends where one is not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from hearsay.language.lexicon import Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.reader.cast.carried_signs import NOT, likely, set_back, signs
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.weights import weights
from hearsay.reader.rules import ground
from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, joined, meets_any

RULE = "goes_on_in_report"
ENOUGH = 0.4
"""How likely a sentence must be carried over to be taken: where F1 is highest on articles left out."""

ACCOUNTS = ("comm", "belief")
"""Types of cue that give an account."""

TELLING = ("root", "conj", "parataxis")
"""Relations of a cue that is what its sentence tells."""

NOBODYS = ("we", "you", "i")
"""Words by which nobody is named whose account could go on."""

Signs = dict[str, float]
Decide = Callable[[Span, Signs], float]


def carried(
    text: str, blocks: Sequence[Span], told: Sequence[Statement], seen: Seen, lexicon: Lexicon
) -> list[Statement]:
    """The statements that go on from others, in the order of the text."""
    counts = weights("carried").counts
    walk = Walk(text, told, seen, lexicon)
    return [
        _goes_on(before, sentence, sure)
        for block in blocks
        for before, sentence, sure in walk.over(block, lambda _, found: likely(found, counts))
    ]


class Walk:
    """A way through the sentences of an article, from each statement on."""

    def __init__(self, text: str, told: Sequence[Statement], seen: Seen, lexicon: Lexicon) -> None:
        """Makes ready."""
        self.tree, self.lexicon, self.seen = seen.tree(text), lexicon, seen
        self.outer = [
            (one, joined((*one.content, one.cue)))
            for one in told
            if one.within is None and one.cue is not None
        ]

    def over(self, block: Span, decide: Decide) -> Iterator[tuple[Statement, Span, float]]:
        """The sentences of a block that are carried over, each with the statement from which it goes on, and how surely.

        Args:
            block: a paragraph.
            decide: how likely a sentence of which something is seen is carried over.
        """
        before: Statement | None = None
        deep = 0
        held = [*self._sentences(block)]
        told = [self._here(span) for span, _ in held]
        for n, ((span, sentence), here) in enumerate(zip(held, told, strict=True)):
            own = bool(here) and all(
                self._set_back(one, span) and not self._another(one, before) for one in here
            )
            mine = self._quotes(span) or self._unreached(span) or not self._may_go_on(before, span)
            if before is None or mine or (here and not own):
                before, deep = (here[-1] if here and here[-1].source else None), 0
                continue
            after = self._kind(held[n + 1][0], told[n + 1]) if n + 1 < len(held) else ""
            found = signs(self.tree, sentence, before, deep, after, self.lexicon, own=own)
            sure = decide(span, found)
            if sure >= ENOUGH:
                yield before, span, sure
                deep += 1
            else:
                before, deep = (here[-1] if here and here[-1].source else None), 0

    def _here(self, span: Span) -> list[Statement]:
        """The statements that a sentence touches."""
        return [one for one, parts in self.outer if meets_any(span, parts)]

    def _set_back(self, one: Statement, span: Span) -> bool:
        """Whether a statement stands in a sentence wholly, and its cue is set back."""
        parts = (*one.content, *([one.cue] if one.cue else []))
        inside = all(span.holds(part) for part in parts)
        return inside and one.cue is not None and set_back(self.tree, one.cue)

    def _another(self, one: Statement, before: Statement | None) -> bool:
        """Whether somebody else says it, by a name of his own: "Lund wanted the men freed. | Moe | had said that he could not"."""
        heard = {*self._words(before)}
        return any(
            self.tree.words[n].upos == "PROPN" and self.tree.lows[n] not in heard
            for n in (self.tree.over(one.source) if one.source else ())
        )

    def _words(self, one: Statement | None) -> Sequence[str]:
        """The words of a statement's source."""
        return [self.tree.lows[n] for n in self.tree.over(one.source)] if one and one.source else []

    def _may_go_on(self, before: Statement | None, span: Span) -> bool:
        """Whether a statement gives an account that a sentence can go on with: it is told or believed, and by somebody who is named.

        Leaves: "sought to limit it. By midday …", "saw a photo. …", "we call it a meteor. …"; what is exclaimed, which the author does.
        """
        if before is None or before.source is None or before.entry is None:
            return False
        told = before.entry.type in ACCOUNTS and self._tells(before)
        own = before.source.cut(self.tree.text).lower() in NOBODYS
        return told and not own and not span.cut(self.tree.text).rstrip().endswith("!")

    def _tells(self, before: Statement) -> bool:
        """Whether a sentence is there to tell what somebody says; not "though some | said | so", "has not | said | so"."""
        top = self.tree.top(list(self.tree.over(before.cue))) if before.cue else None
        if top is None or self.tree.relation(top) not in TELLING:
            return False
        return NOT.isdisjoint(self.tree.lows[n] for n in self.tree.children(top, "advmod", "aux"))

    def _unreached(self, span: Span) -> bool:
        """Whether the author tells that somebody said nothing: "Lund could not be reached"."""
        low = span.cut(self.tree.text).lower()
        return any(words in low for words in self.lexicon.phrases("not_reached"))

    def _quotes(self, span: Span) -> bool:
        return any(mark in span.cut(self.tree.text) for mark in GLYPHS)

    def _kind(self, span: Span, here: Sequence[Statement]) -> str:
        if here:
            return "said"
        return "quoted" if self._quotes(span) else "free"

    def _sentences(self, block: Span) -> Iterator[tuple[Span, list[int]]]:
        """The sentences of a block, each with its words."""
        words = self.seen.words
        first = bisect_left(words, block.start, key=attrgetter("span.start"))
        stop = bisect_right(words, block.end, key=attrgetter("span.end"))
        for _, held in groupby(range(first, stop), key=lambda n: words[n].sentence):
            sentence = list(held)
            yield words[sentence[0]].span.hull(words[sentence[-1]].span), sentence


def _goes_on(before: Statement, sentence: Span, sure: float) -> Statement:
    because = tuple(
        sorted({*([before.source] if before.source else []), *([before.cue] if before.cue else [])})
    )
    return Statement(
        source=before.source,
        cue=before.cue,
        content=(sentence,),
        mode=Mode.INDIRECT,
        confidence=round(sure, 2),
        ground=ground(RULE, because),
        entry=before.entry,
        explicit=False,
    )
