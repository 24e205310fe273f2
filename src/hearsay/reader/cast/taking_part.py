"""Taking part: what the article itself tells that a source did, saw or went through, where the source is spoken of near.

Looked at are sentences of which the source is the subject ("Abad clung to a palm for six hours", "She has sued twice") and those
that say by whom something was done ("The letter was organised by Sir Piers Hallam"). What stands in somebody's words, only
reports, or tells of somebody of whom the article speaks throughout is left.
"""

from collections.abc import Iterator, Mapping, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.record import Record
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

LONGEST = 16  # words of what somebody did
FEWEST = 4
THROUGHOUT = 7
"""Places with the name of somebody of whom an article speaks throughout: he is whom it is about, and no witness."""

AT_MOST = 2  # things that are told of one
NEAR = 1
"""Paragraphs between what somebody did and what he says."""

OVER = (",", ".", ";", "—", "–", "and", "but", "”", '"')
PERFECT = ("has", "have", "had", "'s", "'ve", "'d")
BE = ("is", "are", "was", "were", "been")
MODAL = (
    "may",
    "might",
    "could",
    "can",
    "would",
    "should",
    "must",
    "will",
    "not",
    "n't",
    "never",
    "did",
    "does",
    "do",
)
THERE = ("on", "in", "at", "aboard", "inside", "near")
AMONG = ("one", "among")


class TakingPart:
    """Asks what the author tells of the sources."""

    def __init__(
        self,
        tree: Tree,
        lexicon: Lexicon,
        told: Sequence[Statement],
        blocks: Sequence[Span],
        also: Mapping[str, Sequence[Span]],
    ) -> None:
        """Makes ready.

        Args:
            tree: of the article.
            lexicon: the tables.
            told: the statements.
            blocks: paragraphs.
            also: where pronouns mean an actor, by its key.
        """
        self.tree, self.lexicon, self.told = tree, lexicon, told
        self.blocks, self.also = blocks, also

    def of(self, record: Record, said: Sequence[Statement], *, office: bool) -> Spans:
        """What the article tells that somebody did or went through, the first two of it; () where nothing is told.

        Args:
            record: of whom.
            said: his statements.
            office: he has one: only what was so before he spoke, or what he did to the matter, counts.
        """
        if record.bearer is not None and len(record.bearer.places) >= THROUGHOUT:
            return ()
        out: list[Span] = []
        near = {block for one in said for block in self._near(one)}
        for span in self._places(record):
            if self._block(span) not in near:
                continue
            over = list(self.tree.over(span))
            top = self.tree.top(over)
            if top is None:
                continue
            named = record.bearer is not None
            told = self._did(top, office=office, named=named)
            found = self._by_whom(top, record) or told
            if (
                found is not None
                and len(out) < AT_MOST
                and not any(found.meets(one) for one in out)
            ):
                out.append(found)
        return tuple(out)

    def _near(self, one: Statement) -> Iterator[int]:
        at = one.source or one.cue or one.content[0]
        here = self._block(at)
        return iter(range(here - NEAR, here + NEAR + 1))

    def _block(self, span: Span) -> int:
        return sum(block.start <= span.start for block in self.blocks)

    def _places(self, record: Record) -> list[Span]:
        """Where somebody is named, described, or meant by a pronoun, in order."""
        if record.bearer is not None:
            own = [place.span for place in record.bearer.places]
        else:
            own = [
                self.tree.words[at].span
                for at in self.tree.places(record.named.noun)
                if self.tree.words[at].upos == "NOUN"
            ]
        return sorted({*own, *self.also.get(record.key, ())})

    def _did(self, top: int, *, office: bool, named: bool) -> Span | None:
        """The predicate of a subject, where it tells that he took part."""
        if self.tree.relation(top) != "nsubj":
            return None
        verb = self.tree.words[top].head
        joined = [
            n for n in self.tree.children(verb, "conj") if self.tree.child(n, "nsubj") is None
        ]
        told = (self._told(top, one, office=office, named=named) for one in (verb, *joined))
        return next((span for span in told if span is not None), None)

    def _told(self, top: int, verb: int, *, office: bool, named: bool) -> Span | None:
        """One predicate of a subject, where it tells that he took part."""
        word = self.tree.words[verb]
        if word.head != verb and self.tree.relation(verb) not in ("conj", "root", "parataxis"):
            return None
        deed = self.lexicon.tells(self.tree.lows[verb], "deed")
        if (named and self._in_words(word.span)) or (self._is_cue(verb) and not deed):
            return None
        helps = [self.tree.lows[n] for n in self.tree.children(verb, "aux", "cop", "advmod")]
        if any(low in MODAL for low in helps) or self.tree.child(verb, "ccomp") is not None:
            return None
        return self._predicate(top, verb) if self._counts(verb, helps, office=office) else None

    def _counts(self, verb: int, helps: Sequence[str], *, office: bool) -> bool:
        """Whether a predicate tells that somebody took part."""
        low, upos = self.tree.lows[verb], self.tree.words[verb].upos
        if any(one in BE for one in helps) and low in AMONG:
            return True  # is one of 88 plaintiffs
        if "was" in helps or "were" in helps:
            at = [self.tree.lows[n] for n in self.tree.children(verb, "case")]
            if "among" in at or (self._is_there(verb) and any(one in THERE for one in at)):
                return not office
        if upos != "VERB":
            return False
        if low.endswith("ing") and any(one in ("was", "were") for one in helps):
            return not office
        took = self.lexicon.tells(low, "took_part")
        perfect = any(one in PERFECT for one in helps)
        if self.lexicon.tells(low, "deed"):
            return True
        if office:
            return (perfect and (took or "had" in helps)) or (
                took and any(one in BE for one in helps)
            )
        return took or (perfect and "been" not in helps)

    def _is_there(self, at: int) -> bool:
        """Whether a noun is one of where somebody is: "on the ferry", but "in no mood"."""
        return self.tree.words[at].entity in ("place", "object", "event")

    def _predicate(self, top: int, verb: int) -> Span | None:
        first = min([verb, *self.tree.children(verb, "aux", "cop")])
        if first < top:
            return None
        held, stop = self.tree.below(verb), verb
        while stop + 1 in held and self.tree.lows[stop + 1] not in OVER:
            stop += 1
        span = self.tree.words[first].span.hull(self.tree.words[stop].span)
        deed = self.lexicon.tells(self.tree.lows[verb], "deed")
        return span if FEWEST - deed <= stop - first + 1 <= LONGEST else None

    def _by_whom(self, top: int, record: Record) -> Span | None:
        """What was done by a name: "The letter was organised by | Sir Piers Hallam"."""
        by = [self.tree.lows[n] for n in self.tree.children(top, "case")] == ["by"]
        verb = self.tree.words[top].head
        if record.bearer is None or not by or not self.tree.relation(top).startswith("obl"):
            return None
        passive = self.tree.child(verb, "aux") is not None
        if not passive or self._is_cue(verb) or self._in_words(self.tree.words[verb].span):
            return None
        subject = self.tree.subject(verb)
        if subject is None or not self.lexicon.tells(self.tree.lows[verb], "took_part"):
            return None
        first = min(self.tree.below(subject))
        name = (n for n in self.tree.below(top) if self.tree.relation(n) in ("flat", "compound"))
        last = max([top, *name])
        words = last - first + 1
        span = self.tree.words[first].span.hull(self.tree.words[last].span)
        return span if FEWEST <= words <= LONGEST else None

    def _in_words(self, at: Span) -> bool:
        return any(part.holds(at) for one in self.told for part in one.content)

    def _is_cue(self, verb: int) -> bool:
        word = self.tree.words[verb].span
        return any(one.cue and one.cue.holds(word) for one in self.told)
