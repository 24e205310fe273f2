"""Signs of standing: what is seen of what is told of a source, and how much it counts for its being why the source is there.

The weights were learned as a choice: what an annotator took is set against all else that is told, and against nothing
(`scripts/train_standing.py`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

import msgspec

from hearsay.language.lexicon import Lexicon, table
from hearsay.language.senses import InflectionEntry
from hearsay.reader.cast.record import BODIES, Record
from hearsay.reader.cast.told_of import ToldOf
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span, between

HAS = frozenset({"has", "have", "'s", "'ve"})
WAS = frozenset({"was", "were", "been"})
DOES = frozenset({"do", "does", "did"})
MODAL = frozenset(
    {"may", "might", "could", "can", "would", "should", "must", "will", "'ll", "shall", "to"}
)
HELPS = (("modal", MODAL), ("had", frozenset({"had", "'d"})))
"""Auxiliaries that say how a predicate stands in time, whatever else is there."""

NOT = ("not", "n't", "never", "nor")
FAR = 3  # sentences, beyond which it makes no difference how many
MANY = 7  # places with a name, beyond which more make no difference
LENGTHS = (3, 5, 8, 12, 16)
NEAR = 3  # characters between where somebody is named and the first word of the name
LEAD = 2  # blocks that are told apart
FIRST = 3  # sentences that say what an article is about
CLASSES = ("lived", "no_standing", "holds", "close_to", "no_office", "of_somebody")
CLAUSES = ("ccomp", "xcomp", "obj", "obl")
OPEN = ("NOUN", "PROPN", "VERB", "ADJ")


class Own(msgspec.Struct, frozen=True):
    """Where the statements of a source stand.

    Attributes:
        sentences: numbers of theirs, in order.
        blocks: numbers of theirs.
        words: of what is said.
        first: where the source is named first.
    """

    sentences: list[int]
    blocks: set[int]
    words: set[int]
    first: int


@cache
def irregular() -> frozenset[str]:
    """Forms of the past that are not made with -ed."""
    return frozenset(
        form for entry in table("inflections", InflectionEntry) for form in entry.forms
    )


class Seeing:
    """Asks what is seen of something that is told of a source."""

    def __init__(
        self, tree: Tree, lexicon: Lexicon, told: Sequence[Statement], blocks: Sequence[Span]
    ) -> None:
        """Makes ready.

        Args:
            tree: of the article.
            lexicon: the tables.
            told: the statements.
            blocks: paragraphs.
        """
        self.tree, self.lexicon = tree, lexicon
        self.starts = [block.start for block in blocks]
        self.cues = {at for one in told if one.cue for at in tree.over(one.cue)}
        self.sources = {one.source for one in told if one.source}
        self.contents = {at for one in told for part in one.content for at in tree.over(part)}
        first = tree.words[0].sentence if tree.words else 0
        self.matter = {
            tree.lows[n]
            for n, word in enumerate(tree.words)
            if word.upos in OPEN and word.sentence - first < FIRST
        }

    def group(self, record: Record) -> str:
        """What kind of source it is, as far as that bears on why it is there."""
        if record.kind in BODIES:
            return "body"
        if record.bearer is not None:
            return "office" if record.titles else "named"
        if record.hidden:
            return "hidden"
        return "group" if record.kind is ActorKind.GROUP or record.named.many else "unnamed"

    def rows(
        self, told: Sequence[ToldOf], record: Record, said: Sequence[Statement]
    ) -> list[dict[str, float]]:
        """All that is seen of each thing that is told of a source.

        Args:
            told: of the source.
            record: the source.
            said: his statements.
        """
        places = [n for n in map(self._place, said) if n is not None]
        own = Own(
            sentences=sorted(self.tree.words[n].sentence for n in places),
            blocks={self._block(one.content[0]) for one in said},
            words={n for one in said for part in one.content for n in self.tree.over(part)},
            first=min((one.start for one in self._mentions(record)), default=0),
        )
        return [self._row(one, record, own) for one in told]

    def _row(self, one: ToldOf, record: Record, own_: "Own") -> dict[str, float]:
        group = self.group(record)
        own = one.how.split()[0]
        tense = self.tense(one)
        found = [
            *("any", one.how, f"{one.how} of {group}", f"who {group}"),
            *(
                f"{tense}",
                f"{own} {tense}",
                f"{own} {tense} of {'office' if group in ('office', 'body') else 'other'}",
            ),
            *self._classes(one, own),
            *self._around(one),
            *self._where(one, record, own_),
        ]
        return dict.fromkeys(found, 1.0)

    def tense(self, one: ToldOf) -> str:
        """How its predicate stands in time."""
        tree, verb = self.tree, one.verb
        helps = {tree.lows[n] for n in tree.children(verb, "aux", "cop")}
        first = next((name for name, forms in HELPS if helps & forms), "")
        was = "was" if helps & WAS else "is"
        if first:
            return first
        if tree.child(verb, "cop") is not None:
            return f"{was} so"
        if tree.words[verb].upos not in ("VERB", "AUX"):
            return "no verb"
        if tree.lows[verb].endswith("ing"):
            return f"{was} doing" if helps else "doing"
        if tree.child(verb, "aux:pass") is not None:
            return f"{was} done"
        return "has" if helps & HAS else "does" if helps & DOES else self._plain(tree.lows[verb])

    def _plain(self, low: str) -> str:
        """How a verb alone stands in time."""
        if low.endswith("s") and not low.endswith("ss"):
            return "does"
        past = low.endswith("ed") or low in irregular()
        return "did" if past else "other"

    def _classes(self, one: ToldOf, own: str) -> list[str]:
        """What the tables say of its predicate."""
        low, verb = self.tree.lows[one.verb], one.verb
        out = [f"{own}: {name}" for name in CLASSES if self.lexicon.tells(low, name)]
        cue = self.lexicon.cue(low)
        if cue is not None and self.tree.words[verb].upos == "VERB":
            out += ["may be a cue", f"{own} {cue.type}"]
        if verb in self.cues:
            out.append("is a cue")
        out.append(
            f"entity {self.tree.words[verb].entity}"
            if self.tree.words[verb].upos == "NOUN"
            else f"{own} {self.tree.words[verb].upos}"
        )
        return out

    def _around(self, one: ToldOf) -> list[str]:
        """What hangs on its predicate, and what stands in it."""
        tree, verb = self.tree, one.verb
        out = [f"with {name}" for name in CLAUSES if tree.child(verb, name) is not None]
        if any(tree.lows[n] in NOT for n in tree.children(verb, "advmod", "aux")):
            out.append("not")
        over = list(tree.over(one.span))
        length = len(over)
        out.append(f"length {sum(length >= bound for bound in LENGTHS)}")
        words = {n for n in over if tree.words[n].upos in OPEN}
        low = [tree.lows[n] for n in words if n != one.verb]
        if any(word in self.matter for word in low) and over[0] > 0:
            out.append("of the matter")
        if any(tree.words[n].upos == "NUM" for n in over):
            out.append("number")
        if any(tree.lows[n] in ("his", "her", "their", "its", "my", "our") for n in over):
            out.append("somebody's")
        if any(tree.words[n].upos == "PROPN" for n in over if n != one.top):
            out.append("name")
        out.append(f"opens with {tree.words[over[0]].upos}")
        if tree.words[one.top].upos == "PRON":
            out.append("of a pronoun")
        return out

    def _where(self, one: ToldOf, record: Record, own: "Own") -> list[str]:
        """Where it stands."""
        here = self.tree.words[one.verb].sentence
        at = bisect_left(own.sentences, here)
        beside = own.sentences[max(0, at - 1) : at + 1]
        near = min([abs(here - other) for other in beside] + [FAR])
        side = "before" if at == 0 and beside and beside[0] > here else "after"
        block = self._block(one.span)
        beside_block = block - 1 in own.blocks or block + 1 in own.blocks
        out = [f"{near} sentences", side, f"{side} {near}"]
        out.append("same block" if block in own.blocks else "next block" if beside_block else "far")
        apart = between(*sorted((self.tree.words[one.top].span.start, own.first)))
        if apart is None or apart.length < NEAR:
            out.append("first mention")
        if block <= LEAD:
            out.append(f"block {block}")
        if one.verb in self.contents:
            out.append("in own words" if one.verb in own.words else "in others' words")
        places = len(record.bearer.places) if record.bearer else 0
        often = "often named" if places >= MANY else "named twice" if places > 1 else "named once"
        return [*out, often, "says more" if len(own.sentences) > 1 else "says once"]

    def _block(self, span: Span) -> int:
        return bisect_right(self.starts, span.start)

    def _place(self, one: Statement) -> int | None:
        over = self.tree.over(one.cue or one.source or one.content[0])
        return over[0] if over else None

    def _mentions(self, record: Record) -> list[Span]:
        own = [place.span for place in record.bearer.places] if record.bearer else []
        return [*own, *record.mentions]
