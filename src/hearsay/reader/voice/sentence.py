"""The sentences of an article, each with whose words stand in it: the author's, or somebody else's."""

from collections.abc import Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.language.sentences import sentences
from hearsay.language.talk import talk
from hearsay.reader.cast.interview import ASKS, label
from hearsay.reader.times.tense import is_past
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Attribution, Kind
from hearsay.text.article import Article, Role
from hearsay.text.span import Span, joined, meets_any

RUNNING = (Role.PARAGRAPH, Role.LIST, Role.STANDFIRST)
"""Where an author speaks on; headlines and captions are other hands' work, block quotes other people's words."""

FIRST = frozenset({"i", "we", "my", "our", "me", "us", "myself", "ourselves", "mine", "ours"})

NOT = frozenset(
    {"not", "n't", "never", "no", "nobody", "nothing", "none", "nor", "neither", "hardly"}
)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of the running text.

    Attributes:
        span: where it stands.
        paragraph: number of its block, among those that run.
        at: number of it in its paragraph.
        many: how many sentences the paragraph has.
        first, stop: its words in the tree, from the first to the one before stop.
        top: the word that the others hang on.
        quoted: how many of its words stand within quotation marks, as a share.
        other: how many of its words are what somebody else is said to say or think, as a share.
        told: the outermost statement whose cue is its main clause, of somebody else; None where the author speaks.
        inside: its main clause stands in the words of somebody else.
        mine: it has a statement of the author in the first person.
    """

    span: Span
    paragraph: int
    at: int
    many: int
    first: int
    stop: int
    top: int
    quoted: float
    other: float
    told: Attribution | None
    inside: bool
    mine: bool


class Sentences:
    """The sentences of an article, in order, with what the rules ask of them."""

    def __init__(
        self,
        article: Article,
        tree: Tree,
        told: Sequence[Attribution],
        marked: Sequence[Span],
        marks: Marking,
    ) -> None:
        """Makes ready.

        Args:
            article: whose text is read.
            tree: of it.
            told: the statements.
            marked: what stands within quotation marks.
            marks: the table of the author's own voice.
        """
        self.tree, self.marks, self.text = tree, marks, article.text
        self._marked = joined(marked)
        self.quoted = frozenset(tree.inside(self._marked))  # words within quotation marks
        self._mine: set[int] = set()  # words of cues of the author's own statements
        self._other: set[int] = set()  # words that are what somebody else is said to say or think
        self._cues: dict[int, list[Attribution]] = {}  # word of a cue -> the statements of others
        for one in told:
            if one.within is None:
                self._add(one)
        self.all: list[Sentence] = []
        asked, answered = talk(article.text, [block.span for block in article.read])
        others = {*asked, *(span for answer in answered for span in answer)}
        running = [
            block
            for block in article.blocks
            if block.role in RUNNING
            and label(article.text, block.span) not in ASKS
            and block.span not in others
        ]
        for paragraph, block in enumerate(running):
            cut = sentences(article.text, block.span)
            for at, span in enumerate(cut):
                held = tree.over(span)
                if held:
                    self.all.append(self._sentence(span, paragraph, at, len(cut), held))

    def _sentence(self, span: Span, paragraph: int, at: int, many: int, held: range) -> Sentence:
        words = [n for n in held if self.tree.words[n].upos != "PUNCT"] or list(held)
        top = self.tree.top(words)
        top = words[0] if top is None else top
        quoted = [n for n in words if n in self.quoted]
        other = [n for n in words if n in self._other]
        return Sentence(
            span, paragraph, at, many, held.start, held.stop, top,
            quoted=len(quoted) / len(words),
            other=len(other) / len(words),
            told=self._reported(top, held),
            inside=top in other,
            mine=not self._mine.isdisjoint(held),
        )  # fmt: skip

    def _add(self, one: Attribution) -> None:
        cues = self.tree.inside(one.cue)
        if self._of_author(one):
            self._mine.update(cues)
            return
        self._other.update(self.tree.inside(one.content))
        for n in cues:
            self._cues.setdefault(n, []).append(one)

    def _of_author(self, one: Attribution) -> bool:
        """Takes: "I suspect that it will"; "my guess is that it will". Leaves: “I doubt it,” she said."""
        if not one.source or meets_any(one.source[0], self._marked):
            return False
        lows = [self.tree.lows[n] for n in self.tree.over(one.source[0])]
        return bool(lows) and (lows[0] in FIRST or lows == ["one"])

    def _reported(self, top: int, held: range) -> Attribution | None:
        """The statement that the main clause makes of somebody else's words or mind.

        Takes: "Lund said that it would"; "According to Lund, it will". Leaves: "It would, though Lund had doubts".
        """
        for one in self._cues.get(top, ()):
            if one.type is not Kind.CONTROL:
                return one
        at = self.tree.words[top].span
        here = (one for n in held for one in self._cues.get(n, ()))
        return next(
            (one for one in here if one.source and any(part.holds(at) for part in one.content)),
            None,
        )

    def asks(self, one: Sentence) -> Span | None:
        """The question mark that ends a sentence outside quotation marks; None where there is none."""
        for n in range(one.stop - 1, max(one.first, one.stop - 3) - 1, -1):
            if self.tree.lows[n] == "?" and n not in self.quoted:
                return self.tree.words[n].span
        return None

    def tells_to(self, one: Sentence) -> Span | None:
        """The verb of a main clause that opens a sentence and has no subject: "Count the doors."; None otherwise."""
        first = self._first(one)
        verb = self.tree.words[one.top].upos == "VERB" and self.tree.subject(one.top) is None
        plain = not self.tree.children(one.top, "aux", "cop", "mark")
        opens = first == one.top or self.tree.lows[first] in ("so", "and", "but", "do")
        low = self.tree.lows[one.top]
        if verb and plain and opens and not (low.endswith("ing") or is_past(low)):
            return self.tree.words[one.top].span
        return None

    def denied(self, one: Sentence) -> Span | None:
        """The word that negates the main clause; None where none does."""
        for n in self.tree.children(one.top, "advmod", "det", "nsubj"):
            if self.tree.lows[n] in NOT and n not in self.quoted:
                return self.tree.words[n].span
        return None

    def _first(self, one: Sentence) -> int:
        words = range(one.first, one.stop)
        return next((n for n in words if self.tree.words[n].upos != "PUNCT"), one.first)

    def lows(self, one: Sentence) -> list[str]:
        """The words of a sentence, in small letters."""
        return self.tree.lows[one.first : one.stop]

    def has(self, one: Sentence, *names: str) -> Span | None:
        """The first phrase of some classes in a sentence, outside quotation marks; None where there is none."""
        for phrase in self.marks.found(self.tree.lows, one.first, one.stop, *names):
            found = self.stretch(phrase.first, phrase.stop)
            if not meets_any(found, self._marked):
                return found
        return None

    def every(self, one: Sentence, *names: str) -> frozenset[str]:
        """Those of some classes of which a phrase stands in a sentence, outside quotation marks."""
        found = self.marks.found(self.tree.lows, one.first, one.stop, *names)
        free = (p for p in found if not meets_any(self.stretch(p.first, p.stop), self._marked))
        return frozenset().union(*[p.classes for p in free])

    def opens(self, one: Sentence, *names: str) -> Span | None:
        """The phrase of some classes with which a sentence opens; None where it opens otherwise."""
        first = self._first(one)
        found = [
            p for p in self.marks.found(self.tree.lows, first, one.stop, *names) if p.first == first
        ]
        return self.stretch(found[0].first, found[0].stop) if found else None

    def stretch(self, first: int, stop: int) -> Span:
        """The span from a word to the one before another."""
        return self.tree.words[first].span.hull(self.tree.words[stop - 1].span)
