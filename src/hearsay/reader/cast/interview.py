"""Interviews and transcripts: what stands before the turns of a talk, and the names that it stands for.

Where nothing stands before them, a paragraph that asks is followed by one that answers: "Did you believe him?" | "At first, yes."
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.register import Bearer, Register
from hearsay.text.span import Span

ANSWER = "A"
LETTERS = 3  # of a label that no name explains: "Q", "A", initials
LONGEST = 24  # characters before the colon

FEWEST = 3  # questions of a talk without labels, each with its answer
TO_WHOM = 3  # of the questions one in so many says "you" and not "I"
OFTEN = 4  # of the paragraphs from the first question to the last, one in so many asks
QUESTION = 400  # characters; a longer paragraph is no question of a talk
FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself|[Ww]e|[Oo]urs?|us)\b")
ALONE = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
LINE = 20  # words of a line that asks without a question mark
SECOND = re.compile(r"\b(?:you|yours?|yourself)\b", re.IGNORECASE)
MARKS = '“”"«»„'


class Talk(NamedTuple):
    """A talk of which no turn has a label.

    Attributes:
        questions: the paragraphs that ask.
        answers: to each question, the paragraphs that answer it.
    """

    questions: tuple[Span, ...] = ()
    answers: tuple[tuple[Span, ...], ...] = ()


def talk(text: str, blocks: Sequence[Span]) -> Talk:
    """A talk of questions and answers that nothing labels; an empty one where there is none.

    Takes: "Did you believe him?" | "At first, yes. I had no reason not to.", three times. Leaves: a column in which three
    paragraphs ask, and nobody answers as "I"; a list of questions that are answered with "you"; “No,” she says.

    Args:
        text: of the article.
        blocks: in which it is looked for, the headline among them.
    """
    asks = [n for n, block in enumerate(blocks) if n and _asks(text, block)]
    asks = [n for n in asks if n - 1 not in asks or n - 2 in asks]
    pairs = []
    for n, stop in pairwise([*asks, len(blocks)]):
        answer = _answer(text, blocks[n + 1 : stop], ends=stop == len(blocks))
        if answer:
            pairs.append((blocks[n], answer))
    own = sum(any(FIRST.search(one.cut(text)) for one in answer) for _, answer in pairs)
    asked = [one.cut(text) for one, _ in pairs]
    to_whom = sum(bool(SECOND.search(one)) and not FIRST.search(one) for one in asked)
    if len(pairs) < FEWEST or 2 * own < len(pairs) or TO_WHOM * to_whom < len(pairs):
        return Talk()
    if OFTEN * len(asks) <= asks[-1] - asks[0]:
        return Talk()
    return Talk(tuple(one for one, _ in pairs), tuple(answer for _, answer in pairs))


def _asks(text: str, block: Span) -> bool:
    said = block.cut(text).rstrip()
    return said.endswith("?") and len(said) <= QUESTION and not any(m in said[:1] for m in MARKS)


def _answer(text: str, after: Sequence[Span], *, ends: bool) -> tuple[Span, ...]:
    """The paragraphs that answer a question: the first after it, and those that go on.

    Between two questions a line that stands alone and does not say "I", or opens with "you", asks without a question mark, or
    is the author's; after the last one the answer ends where "I" is no longer said, as "we" may be the outlet there.
    """
    if not after or not _plain(text, after[0]):
        return ()
    goes_on = [n == 0 or (_mine if ends else _more)(one.cut(text)) for n, one in enumerate(after)]
    kept = goes_on.index(False) if ends and False in goes_on else len(after)
    return tuple(one for one, more in zip(after[:kept], goes_on, strict=False) if more)


def _mine(said: str) -> bool:
    return ALONE.search(said) is not None


def _more(said: str) -> bool:
    if len(said.split()) > LINE or any(mark in said.rstrip()[:-1] for mark in (". ", "! ", "? ")):
        return True
    return FIRST.search(said) is not None and SECOND.match(said) is None


def _plain(text: str, block: Span) -> bool:
    """Whether a paragraph stands without quotation marks around what is said, or within them as a whole."""
    said = block.cut(text).strip()
    if said[:1] not in MARKS:
        return True
    return said[-1:] in MARKS and not any(mark in said[1:-1] for mark in MARKS)


def label(text: str, block: Span) -> str:
    """What stands before the colon that opens a block; all of the block where there is none."""
    return block.cut(text).partition(":")[0]


def labels(
    text: str, blocks: Sequence[Span], register: Register, lexicon: Lexicon
) -> dict[str, str | None]:
    """The labels of the speakers: "Q", "A", initials, "HALE"; with the key of the one they stand for.

    "A" is whoever is named most before the talk begins, or in all of it; who asks is the author, and has no key, nor
    has an outlet that asks under its own name: "LEDGER:".
    """
    opens = [label(text, block) for block in blocks if ":" in block.cut(text)[: LONGEST + 1]]
    repeated = {one for one in opens if one.isupper() and opens.count(one) > 1}
    people = [
        one
        for one in register.bearers
        if one.person and " ".join(one.full.lows).upper() not in repeated
    ]
    out: dict[str, str | None] = {}
    for letters in sorted(repeated):
        initials = [b for b in people if len(letters) > 1 and _initials(b) == letters]
        surname = [b for b in people if b.full.lows[-1].upper() == letters.split()[-1].strip(".")]
        same = initials or surname
        if same:
            out[letters] = f"={same[0].key}"
        elif any(lexicon.tells(word.lower(), "outlet") for word in letters.split()):
            out[letters] = None
        elif len(letters) <= LETTERS and (named := [b for b in people if b.entity == PERSON]):
            begun = next(block for block in blocks if label(text, block) in repeated)
            out[letters] = f"={_presented(named, begun).key}" if letters == ANSWER else None
    return out


def _presented(people: Sequence[Bearer], begun: Span) -> Bearer:
    """Whom an interview is with: who is named most before its first turn; where nobody is, in all of it.

    Of two who are named as often it is the one whom a name and a surname present: "Lena Hart worked at the Oberau works".
    """

    def places(one: Bearer) -> tuple[int, int, int, Span]:
        before = [place for place in one.places if place.span.before(begun)]
        words = max((len(place.lows) for place in before), default=0)
        return -len(before), -words, -len(one.places), one.places[0].span

    return min(people, key=places)


class Turns:
    """The turns of a talk, and whose they are."""

    def __init__(
        self, text: str, blocks: Sequence[Span], register: Register, lexicon: Lexicon
    ) -> None:
        """Makes ready.

        Args:
            text: of the article.
            blocks: in which turns are looked for.
            register: the names.
            lexicon: the tables.
        """
        self.all = blocks
        self.labels = labels(text, blocks, register, lexicon)
        self.mute = {f"={one.lower()}" for one, key in self.labels.items() if key is None}
        opens = {block: label(text, block) for block in blocks}
        self.keys = {
            b: self.labels[letters] for b, letters in opens.items() if letters in self.labels
        }
        self.keys = self.keys or dict(_unlabelled(text, blocks, register))
        self.blocks = [*self.keys]

    def whose(self, at: Span) -> str | None:
        """The key of whoever's turn some words stand in; None outside of turns, and in those of who asks."""
        return next((key for block, key in self.keys.items() if block.holds(at)), None)

    def hold(self, at: Span) -> bool:
        """Whether some words stand in a turn."""
        return any(block.holds(at) for block in self.blocks)

    def addressed(self, at: Span) -> str | None:
        """The key of the one to whom a turn speaks: who takes the next turn, else who had the one before."""
        here = next((n for n, block in enumerate(self.all) if block.holds(at)), None)
        if here is None or not self.hold(at):
            return None
        own = self.whose(at)
        for n in (*range(here + 1, len(self.all)), *range(here - 1, -1, -1)):
            if (key := self.keys.get(self.all[n], own)) != own:
                return key
        return None


def _unlabelled(
    text: str, blocks: Sequence[Span], register: Register
) -> Iterator[tuple[Span, str | None]]:
    """The paragraphs of a talk without labels, with the key of whoever speaks in each."""
    held = talk(text, blocks)
    begun = held.questions[0] if held.questions else None
    people = [
        one
        for one in register.bearers
        if one.entity == PERSON and begun and any(at.span.before(begun) for at in one.places)
    ]
    who = f"={_presented(people, begun).key}" if begun and people else None
    for question, answer in zip(held.questions, held.answers, strict=True):
        yield question, None
        yield from ((block, who) for block in answer)


def _initials(one: Bearer) -> str:
    return "".join(word[0] for word in one.full.lows).upper()
