"""Traced: every version of some words in the record: who said them, through whom, who had them first, and how they changed.

Candidates share a fingerprint with the words; each is then held against them word by word.
"""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy.engine import Connection

from hearsay.fidelity.change import Change
from hearsay.fidelity.check import NOT_FOUND, Answer, Checked, check
from hearsay.fidelity.found import Places
from hearsay.fidelity.tokens import Token, tokens
from hearsay.language.sentences import sentences
from hearsay.language.stems import carrying
from hearsay.record.added import body
from hearsay.record.articles import independent
from hearsay.record.found import Hit, Wanted, by_number, search, with_runs
from hearsay.record.prints import FINE, every, folded
from hearsay.record.sharing import sharing
from hearsay.record.tables import PRINTS
from hearsay.text.span import Span, between, whole

CANDIDATES = 400
"""Statements that share most fingerprints; more are not held against the words."""

SHORT = 5
"""Words: fewer share no fingerprint for sure, and are looked up in the index of words."""

LONG = 12
"""Words: fewer may have been changed so often that no five are left on end, and are looked up by runs of three too."""

TELLING = 5
"""Letters: a run without a word of so many stands in too many statements to be looked up."""

CARRIED = 2
"""Words with meaning that a version shares with what is looked for."""

OUTSIDE = frozenset({Change.HEDGE, Change.NEGATION, Change.CONDITION_LOST, Change.SCOPE})
"""What may be lost from a statement, and yet stand beside it."""

AROUND = 20
"""Statements of which the sentence is looked at, since something seems to be lost."""

GAP = "…"
MARKS = " .,;:!?\"'“”‘’()–—…-"
"""What says nothing by itself."""

SHARED = 0.5
"""Of the words looked for, the least share that a statement has, in their order, to be held against them word by word."""


class Version(msgspec.Struct, frozen=True):
    """A statement that has the words, or nearly.

    Attributes:
        hit: the statement.
        at: where it has them, in its words.
        since: its words there held against those of the first version, which come first in each difference; None for
            the first itself.
    """

    hit: Hit
    at: Span
    since: Checked | None = None

    @property
    def words(self) -> str:
        """The words of this version."""
        return self.at.cut(self.hit.words)

    @property
    def in_context(self) -> str:
        """The words, with a mark where their sentence says more before them or after: a condition may stand there."""
        text = self.hit.words
        entire = whole(text)
        near = [one for one in sentences(text, entire) if one.meets(self.at)] if entire else []
        if not near:
            return self.words
        around = near[0].hull(near[-1])
        ahead, behind = between(around.start, self.at.start), between(self.at.end, around.end)
        more = [bool(part and part.trimmed(text, MARKS)) for part in (ahead, behind)]
        return f"{GAP} " * more[0] + self.words + f" {GAP}" * more[1]


class Trace(msgspec.Struct, frozen=True):
    """What the record has of some words.

    Attributes:
        words: that were looked for.
        versions: the first published first; those without a day last.
        articles: how many have them, copies included.
        independent: from how many that do not depend on one another, as far as the record knows.
    """

    words: str
    versions: tuple[Version, ...]
    articles: int
    independent: int


def trace(connection: Connection, words: str) -> Trace:
    """Every version of some words, each held against the first."""
    asked = folded(words)
    hits = {hit.statement: hit for hit in by_number(connection, _candidates(connection, asked))}
    if asked and len(asked) < SHORT:
        phrase = f'"{" ".join(asked)}"'
        hits |= {h.statement: h for h in search(connection, Wanted(words=phrase), CANDIDATES)}
    elif len(asked) < LONG:
        hits |= {h.statement: h for h in with_runs(connection, _runs(asked), CANDIDATES)}
    some = tokens(words)
    where: dict[str, Span | None] = {}  # many have the very same words
    for hit in hits.values():
        if hit.words not in where:
            near = _shared(asked, folded(hit.words)) >= SHARED
            found = check(some, Places(tokens(hit.words))) if near else NOT_FOUND
            where[hit.words] = found.at if _says_it(words, hit.words, found) else None
    placed = [Version(hit, at) for hit in hits.values() if (at := where[hit.words]) is not None]
    placed.sort(key=lambda one: (one.hit.day or "9", one.hit.reading, one.hit.statement))
    return Trace(
        words,
        tuple(_since(connection, placed)),
        len({one.hit.address for one in placed}),
        independent(one.hit for one in placed),
    )


def _says_it(words: str, held: str, found: Checked) -> bool:
    """Whether what is found says what is looked for: the same, or more than half of what carries meaning, two words at least.

    Where one word or none does, it is the same word.

    Takes: “both sides to come to the table” for “both sides to return to the table”.
    Leaves: “we’ll be back where we were by the end of July” for “its station will be back by the end of March”.
    """
    if found.at is None or found.answer is Answer.SAME:
        return True
    mine, theirs = carrying(words), carrying(found.at.cut(held))
    shared = len(mine & theirs)
    return mine == theirs if len(mine) < CARRIED else shared >= CARRIED and 2 * shared > len(mine)


def _since(connection: Connection, placed: Sequence[Version]) -> Iterator[Version]:
    """Versions, all but the first held against the first."""
    if not placed:
        return
    first, *others = placed
    yield first
    held = Places(tokens(first.hit.words))
    known: dict[str, Checked] = {}
    looked = 0
    for one in others:
        if one.hit.words not in known:
            some = tokens(one.hit.words, one.at)
            found = check(some, held)
            if looked < AROUND and any(
                d.b is None and d.change in OUTSIDE for d in found.differences
            ):
                looked += 1
                found = check(some, held, _around(connection, one.hit))
            known[one.hit.words] = found
        yield Version(one.hit, one.at, known[one.hit.words])


def _around(connection: Connection, hit: Hit) -> tuple[Token, ...]:
    """The rest of the sentences in which a statement stands: “she thinks” beside “the toll will rise”."""
    reading = body(connection, hit.reading)
    said = reading and next((one for one in reading.attributions if one.id == hit.ref), None)
    if not reading or not said:
        return ()
    text = reading.article.text
    block = reading.article.block(said.content[0].start)
    near = [s for s in sentences(text, block.span) if s.meets(said.content[0])] if block else []
    every = (word for span in near for word in tokens(text, span))
    return tuple(w for w in every if not any(part.meets(w.span) for part in said.content))


def _candidates(connection: Connection, asked: Sequence[str]) -> list[int]:
    marks = {*every(asked, FINE).tolist()}
    return [number for number, _ in sharing(connection, PRINTS, marks, CANDIDATES)]


def _runs(asked: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of three words that tell the words apart from others.

    Takes: "reactor in april". Leaves: "we will not", which many say.
    """
    runs = [tuple(asked[n : n + FINE.run]) for n in range(len(asked) - FINE.run + 1)]
    return [run for run in runs if max(map(len, run)) >= TELLING]


def _shared(asked: Sequence[str], held: Sequence[str]) -> float:
    """Of some words, the share that stands among others in the same order: the longest common subsequence; 0 where it is too small.

    A bit a word asked for, a step a word held. Source: Hyyrö (2004), Bit-parallel LCS-length computation revisited.
    """
    there = {*held}
    if sum(word in there for word in asked) < SHARED * len(asked):
        return 0.0  # too few of them in whatever order
    places: dict[str, int] = {}
    for n, word in enumerate(asked):
        places[word] = places.get(word, 0) | 1 << n
    every = (1 << len(asked)) - 1
    row = every
    for word in held:
        met = row & places.get(word, 0)
        row = (row + met) | (row - met)
    return (every & ~row).bit_count() / len(asked) if asked else 0.0
