"""Chains: through whom the words of a statement come, and by which channel.

Nested statements hand their chain on. An outlet to which somebody spoke ("told the Courier") is a link before the
speaker; a form or a place ("in a statement", "at the hearing") is a channel alone. An agency that reports somebody's
remarks, in a clause that hands them over ("TASS reporting his comments: “…”"), is a link, and the one whose
remarks they are is the speaker.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.cast.channels import Channels
from hearsay.reader.cast.names import names
from hearsay.reader.cast.pronouns import first_person
from hearsay.reader.cast.register import Register
from hearsay.reader.clause import Clause, Word, clauses
from hearsay.reader.statement import Statement, outer_of
from hearsay.reading.attribution import Mode
from hearsay.text.article import Article
from hearsay.text.span import Span, between, meets_any

FEW = 60  # characters between a cue and the words that it hands over
BACK = 400  # characters before, in which "them" can have been named


class Linked(msgspec.Struct, frozen=True):
    """The chain of a statement.

    Attributes:
        chain: keys of actors, the outermost first.
        speaker: the last of them, where its source is known.
        via: the words of channels.
        channels: their keys.
    """

    chain: tuple[str, ...]
    speaker: str | None
    via: tuple[Span, ...]
    channels: tuple[str, ...] = ()


class Chains:
    """The chains of one article."""

    def __init__(
        self,
        article: Article,
        words: Words,
        lexicon: Lexicon,
        common: frozenset[Span],
        register: Register,
    ) -> None:
        """Makes ready."""
        self.register = register
        self.text, self.article, self.words, self.lexicon = article.text, article, words, lexicon
        self.common = common

    def linked(
        self,
        told: Sequence[Statement],
        speaker: Mapping[Span, str | None],
        key_of: Callable[[Span], str | None],
        own: str | None,
        turn: Callable[[Statement], str | None],
        owner: Callable[[Span], str | None],
    ) -> list[Linked]:
        """The chain of each statement.

        Args:
            told: in order, what holds before what is held.
            speaker: of each source phrase.
            key_of: the actor that a phrase names.
            own: key of the outlet whose dispatch the article is; it is no link.
            turn: whose turn of an interview a statement stands in.
            owner: whom a possessive pronoun means.
        """
        by_id: dict[int, Linked] = {}
        out = []
        for one in told:
            host = _quotation(one) if one.granted else one.within or _told_in(one, told)
            outer = by_id.get(id(host)) if host else None
            asked = turn(one) if outer is None else None
            around = outer.chain if outer else (asked,) if asked else ()
            found = self._linked(one, around, speaker, key_of, own, owner)
            by_id[id(one)] = found
            out.append(found)
        return out

    def _linked(
        self,
        one: Statement,
        outer: tuple[str, ...],
        speaker: Mapping[Span, str | None],
        key_of: Callable[[Span], str | None],
        own: str | None,
        owner: Callable[[Span], str | None],
    ) -> Linked:
        who = speaker.get(one.source) if one.source else None
        if one.source is None:
            answers = one.cue is None and one.within is None  # the whole turn is his
            return Linked(outer, outer[-1] if answers and outer else None, ())
        if who is None and first_person(one.source.cut(self.text).lower()) and outer:
            who = outer[-1]
        outlets, via = self._channels(one, key_of) if one.explicit else ([], [])
        chain = list(outer)
        if who is None:
            return Linked(tuple(chain), None, tuple(via))
        handed = self._handed(one, speaker, key_of, owner) if one.explicit else None
        handed = handed or (key_of(one.cites) if one.cites else None)
        if handed is not None and handed != who:
            return Linked((*chain, who, handed), handed, tuple(via))
        through = speaker.get(one.through) if one.through else None
        outlets = [through] if through else outlets
        chain += [key for key in outlets if key not in (*chain, who, own)]
        if chain[-1:] != [who]:
            chain = [key for n, key in enumerate(chain) if key != who or n == 0]
            chain.append(who)
            # Who was there before stands twice: "Lund said Moss had told her that she, Lund, …"
        return Linked(tuple(chain), who, tuple(via))

    def _around(self, one: Statement) -> Clause | None:
        """The words of the sentence around a cue, without its content."""
        if one.cue is None:
            return None
        block = self.article.block(one.cue.start)
        within = one.cue.widened(240, block.span) if block else one.cue
        for clause in clauses(self.text, self.words, within, self.lexicon):
            if any(word.span.meets(one.cue) for word in clause.words):
                kept = [w for w in clause.words if not meets_any(w.span, one.content)]
                kept = _to_semicolons(kept, one.cue, self.text)
                return Clause(tuple(kept), self.lexicon, common=self.common)
        return None

    def _channels(
        self, one: Statement, key_of: Callable[[Span], str | None]
    ) -> tuple[list[str], list[Span]]:
        """Outlets that are links, and the words of all channels."""
        clause = self._around(one)
        if clause is None or one.cue is None:
            return [], []
        at = next((n for n, w in enumerate(clause.words) if one.cue.holds(w.span)), None)
        if at is None:
            return [], []
        reached, via = Channels(clause, at, one.source, self.register).found()
        keys = [key for span in reached if (key := key_of(span)) is not None]
        return _once(keys), via

    def _handed(
        self,
        one: Statement,
        speaker: Mapping[Span, str | None],
        key_of: Callable[[Span], str | None],
        owner: Callable[[Span], str | None],
    ) -> str | None:
        """Whose words a report hands over: "TASS reporting his comments: “…”"."""
        if one.cue is None or not one.content or one.mode.value == "indirect":
            return None
        gap = between(one.cue.end, one.content[0].start)
        if gap is None or gap.length > FEW:
            return None
        whose = self._whose(gap)
        if whose is None and {*gap.cut(self.text).lower().strip(" :\n").split()} & {
            "them",
            "it",
            "these",
        }:
            whose = self._whose(one.cue.widened(BACK, Span(0, one.cue.end)))
        if whose is None:
            return None
        if whose.cut(self.text).lower() in ("his", "her", "their", "its"):
            return speaker.get(whose) or owner(whose)
        return key_of(whose)

    def _whose(self, within: Span) -> Span | None:
        """Whose words a stretch speaks of, the last that it names: "his comments", "Lund's answer"."""
        found = None
        for clause in clauses(self.text, self.words, within, self.lexicon):
            marked = Clause(clause.words, self.lexicon, common=self.common)
            for n in range(1, len(marked)):
                if not self.lexicon.tells(marked.low(n), "words_of"):
                    continue
                if marked.low(n - 1) in ("his", "her", "their", "its"):
                    found = marked.span(n - 1, n)
                elif marked.low(n - 1) in ("'s", "'"):
                    runs = [run for run in names(marked) if run[1] == n - 1]
                    found = marked.span(*runs[0]) if runs else found
        return found


def _quotation(one: Statement) -> Statement | None:
    """The innermost quotation that a statement stands in, which alone it comes through where it is taken for granted."""
    return next((outer for outer in outer_of(one) if outer.mode is not Mode.INDIRECT), None)


def _told_in(one: Statement, told: Sequence[Statement]) -> Statement | None:
    """The statement in whose content source and cue of another stand, of which the content goes on after it.

    "The agency then reports Lund saying that she will stay: “…”": the quotation comes through the agency too.
    """
    if not one.explicit or one.cue is None or one.source is None:
        return None
    for other in told:
        if (
            other is one
            or other.within is not None
            or other.content[0].start >= one.content[0].start
        ):
            continue
        if any(part.holds(one.cue) and part.holds(one.source) for part in other.content):
            return other
    return None


def _to_semicolons(words: list[Word], cue: Span, text: str) -> list[Word]:
    """The words around a cue up to the semicolons beside it, past which another is told of.

    Takes: "Friends whisper that he fled; a source, quoted by the Standard, put it": the friends were not in the Standard.
    """
    stops = [word.span for word in words if word.low == ";"]
    if not stops:
        return words
    first = max((stop.end for stop in stops if stop.before(cue)), default=0)
    last = min((stop.start for stop in stops if cue.before(stop)), default=len(text))
    return [word for word in words if first <= word.span.start < last]


def _once(keys: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(keys))
