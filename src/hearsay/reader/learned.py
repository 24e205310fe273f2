"""What the learned reader finds, as statements: the outermost, and those inside their contents.

The network marks the outermost attributions, as the people did from whom it has learned. What stands inside
a content is found by a head of its own, each content as a text of its own, as deep as it goes: "the agency
quotes the minister as saying that the president believes that …" gives three. A model without that head reads
the contents again.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby

from hearsay.language.lexicon import Cue, Lexicon
from hearsay.language.quotation import Piece
from hearsay.language.senses import senses
from hearsay.language.words import Words
from hearsay.model.marks import Found, Marks
from hearsay.model.model import Model
from hearsay.model.network import Layers
from hearsay.model.tokens import Tokens, again
from hearsay.reader.cast.seen import NOTHING, Seen
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.one_each import one_each
from hearsay.reader.statement import Statement, changed
from hearsay.reading.attribution import Mode, Polarity
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans

DEEPEST = 5
"""How deep contents are read again; nobody quotes deeper."""

SHORTEST = 4
"""Words that a content must have to hold an attribution: a source, a cue, and something said."""

LEAST = 0.35
"""How likely a statement inside a content must be. Less likely ones are wrong more often than right: without them 73 of 100 are
matched in `gold/attributions/inner`, with them 72 (F1).
"""

DOUBTED = 0.5
"""How likely a statement must be of whose cue no table knows a word. Of twelve less likely ones on PolNeAR's development half one is
an annotator's ("was designed", "is kneeling over"); of 45 likelier ones 39 are.
"""

NAMES = ("PROPN", "NUM", "X")
"""Parts of speech of words that may be part of a name."""

SHOUTED = 0.6
"""Share of words with a capital above which a sentence is written as headlines are."""

MADE_BY = "model:attribution"
REASON = "the learned reader joins these words to what they tell of"


class Learned:
    """The learned reader over one text."""

    def __init__(
        self, model: Model, text: str, words: Words, pieces: Sequence[Piece], lexicon: Lexicon
    ) -> None:
        """Makes ready.

        Args:
            model: the weights.
            text: the whole text.
            words: of the whole text.
            pieces: the quotations in it.
            lexicon: the tables.
        """
        self.model, self.text, self.words, self.lexicon = model, text, words, lexicon
        self.pieces = pieces
        self.seen = NOTHING
        self._cut: Tokens | None = None
        self._layers: Layers | None = None
        forms = (word.cut(text) for word in words.spans)
        wordy = (form.isalnum() or any(map(str.isalnum, form)) for form in forms)
        self._wordy_before = [0, *accumulate(wordy)]  # of each word, and of the end

    def outermost(self, paragraphs: Sequence[Span], alone: Sequence[Span] = ()) -> list[Statement]:
        """The statements of some paragraphs, sorted and apart, that stand in no other.

        Leaves in `seen` what the network knows of the words.

        Args:
            paragraphs: sorted and apart.
            alone: those of them that are texts of their own, as the headline is: no statement goes over from one.
        """
        self._cut = self.model.tokens(self.text, paragraphs)
        marks = self.model.mark(self._cut)
        self.seen, self._layers = _seen(self.text, marks), marks.layers
        found = [part for one in marks.attributions for part in _of_one_text(one, alone)]
        kept = [one for one in found if one.cue]
        lost = [span for one in found if not one.cue for span in one.content]
        kept += self._again(paragraphs, lost, [span for one in kept for span in one.content])
        told = [self._statement(one, None) for one in kept]
        return [one for one in told if one.confidence >= DOUBTED or self._says(one.cue)]

    def _says(self, cue: Span | None) -> bool:
        """Whether any word of a cue is known to say, think or want something, or to be a noun for that."""
        words = _clause(self.text, self.words, cue, self.lexicon).words if cue else ()
        return any(self.lexicon.cue(word.low) or word.low in senses() for word in words)

    def _again(
        self, paragraphs: Sequence[Span], lost: Sequence[Span], taken: Sequence[Span]
    ) -> Iterator[Found]:
        """What was joined to a cue in another text, found by reading its paragraphs by themselves.

        Args:
            paragraphs: sorted and apart.
            lost: the contents.
            taken: those of other attributions, with which these may share nothing.
        """
        alone = [one for one in paragraphs if any(one.holds(span) for span in lost)]
        if not alone:
            return
        for one in self.model.mark(self.model.tokens(self.text, alone), syntax=False).attributions:
            apart = not any(span.meets(other) for span in one.content for other in taken)
            if apart and any(span.meets(other) for span in one.content for other in lost):
                yield one

    def within(self, told: Sequence[Statement]) -> list[Statement]:
        """The statements inside the contents of others, at every depth, that are likely enough."""
        out: list[Statement] = []
        level = told
        for _ in range(DEEPEST):
            level = list(self.inside(level))
            out += level
        return changed(
            out, lambda one: one if one.within is None or one.confidence >= LEAST else None
        )

    def inside(self, level: Sequence[Statement]) -> Iterator[Statement]:
        """The statements right inside the contents of others, which are read side by side.

        Each content is a text of its own: no statement has parts in two of them.
        """
        holders = {
            span: one
            for one in level
            if sum(map(self._wordy, one.content)) >= SHORTEST
            for span in map(self._unmarked, one.content)
        }
        where = sorted(holders)
        where = [span for span in where if not _held(span, where)]
        where = [span for n, span in enumerate(where) if not n or where[n - 1].before(span)]
        if not where:
            return
        starts = [span.start for span in where]

        def holder(word: Span) -> Statement:
            return holders[where[bisect_right(starts, word.start) - 1]]

        for found in self._inside(where, lambda word: id(holder(word))):
            around = holder(found.content[0])
            one = self._statement(found, around)
            if one.content != around.content:
                yield one

    def _inside(self, where: Sequence[Span], owner: Callable[[Span], int]) -> Sequence[Found]:
        """What stands inside contents: by the head for it, or by reading them again."""
        if self._cut is None or self._layers is None:
            cut = self.model.tokens(self.text, where)
            return self.model.mark(cut, [*map(owner, cut.spans)], syntax=False).attributions
        cut, at = again(self.text, self._cut, where)
        return self.model.inside(cut, at, self._layers, [*map(owner, cut.spans)])

    def _unmarked(self, content: Span) -> Span:
        """A content without the quotation marks around it: as a text of its own it is not quoted."""
        for piece in self.pieces:
            if piece.span == content:
                return piece.inner.trimmed(self.text) or content
        return content

    def _wordy(self, span: Span) -> int:
        """How many words with a letter or a digit a span holds."""
        run = self.words.over(span)
        return self._wordy_before[run.stop] - self._wordy_before[run.first] if run else 0

    def _statement(self, found: Found, within: Statement | None) -> Statement:
        cue = found.cue[0]
        clause = _clause(self.text, self.words, cue, self.lexicon)
        return Statement(
            source=found.source[0] if found.source else None,
            cue=cue,
            content=found.content,
            mode=self._mode(found.content, within),
            confidence=found.score,
            ground=Ground(MADE_BY, tuple(sorted({*found.source, *found.cue})), REASON),
            entry=_entry(clause),
            polarity=_polarity(clause),
            within=within,
        )

    def _mode(self, content: Spans, within: Statement | None) -> Mode:
        """In whose words: what the marks say that are not those of the content around it."""
        outer = within.content if within else ()
        inner = [
            piece.inner
            for piece in self.pieces
            if not any(piece.span.holds(part) or piece.inner.holds(part) for part in outer)
        ]
        quoted = wordy = 0
        for span in content:
            wordy += self._wordy(span)
            parts = [common for piece in inner if (common := piece.common(span))]
            quoted += sum(self._wordy(part) for part in parts if not _held(part, parts))
        if not quoted:
            return Mode.INDIRECT
        return Mode.DIRECT if quoted >= wordy else Mode.MIXED


def _of_one_text(found: Found, alone: Sequence[Span]) -> Iterator[Found]:
    """An attribution, parted where the network joined two texts; without a cue where that stands in the other.

    Takes: "Treasurer questioned on | bridge fund |" (the headline), "| He hopes to pay |, he told the council".
    Leaves: a quotation that goes on in the next paragraph.
    """

    def text(span: Span) -> Span | None:
        return next((one for one in alone if one.holds(span)), None)

    for own in dict.fromkeys(map(text, (*found.cue, *found.content))):
        source, cue, content = (
            tuple(span for span in spans if text(span) == own)
            for spans in (found.source, found.cue, found.content)
        )
        if content:
            yield Found(source, cue, content, found.score)


def seen_in(model: Model, text: str, paragraphs: Sequence[Span]) -> Seen:
    """What the network knows of the words of some paragraphs."""
    return _seen(text, model.mark(model.tokens(text, paragraphs)))


def _seen(text: str, marks: Marks) -> Seen:
    return Seen(
        common=frozenset(_common(text, marks)),
        entities={word.span: word.entity for word in marks.words},
        words=one_each(marks.words),
        reference=marks.reference,
        upper=None if marks.layers is None else marks.layers.upper,
    )


def _common(text: str, marks: Marks) -> Iterator[Span]:
    """Words with a capital that are no names: that open a sentence, or stand in a headline of capitals."""
    for _, held in groupby(marks.words, key=lambda word: word.sentence):
        wordy = [(word, low) for word in held if (low := text[word.span.start]).isalpha()]
        capital = [word for word, low in wordy if low.isupper()]
        headline = len(capital) > SHOUTED * len(wordy)
        for word in capital:
            if word.upos not in NAMES and (headline or word is wordy[0][0]):
                yield word.span


def _held(part: Span, parts: Sequence[Span]) -> bool:
    """Whether another stretch within marks holds it: its words are counted there."""
    return any(other != part and other.holds(part) for other in parts)


def _clause(text: str, words: Words, cue: Span, lexicon: Lexicon) -> Clause:
    """The words of a cue."""
    return Clause(tuple(w for c in clauses(text, words, cue, lexicon) for w in c.words), lexicon)


def _entry(clause: Clause) -> Cue | None:
    """What the tables know of a cue: of the first word, or pair of words, that they know."""
    for at in range(len(clause)):
        pair = clause.lexicon.cue(f"{clause.low(at)} {clause.low(at + 1)}")
        if found := pair or clause.lexicon.cue(clause.low(at)):
            return found
    return None


def _polarity(clause: Clause) -> Polarity:
    negated = any(clause.is_(at, "negation") for at in range(len(clause)))
    return Polarity.NEG if negated else Polarity.POS
