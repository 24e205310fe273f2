"""Interviews and transcripts: what stands before the turns of a talk, and the names that it stands for.

Where nothing does, turns are told by `hearsay.language.talk`.
"""

from collections.abc import Iterator, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.language.marks import GLYPHS
from hearsay.language.talk import talk
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.register import Bearer, Register
from hearsay.text.span import Span

ASKS = ("Q", "QUESTION")
"""Labels of whoever asks for the article."""

ANSWER = "A"
LETTERS = 3  # of a label that no name explains: "Q", "A", initials
LONGEST = 24  # characters before the colon


def label(text: str, block: Span) -> str:
    """What stands before the colon that opens a block, without a quotation mark; all of the block where there is none."""
    return block.cut(text).partition(":")[0].lstrip("".join(GLYPHS))


def again(opens: Sequence[str]) -> set[str]:
    """The labels in capitals of which the last word opens more than one: "KATE HALE", then "HALE"."""
    given = [one for one in opens if one.isupper()]
    last = [one.split()[-1] for one in given]
    return {one for one, word in zip(given, last, strict=True) if last.count(word) > 1}


def labels(
    text: str, blocks: Sequence[Span], register: Register, lexicon: Lexicon
) -> dict[str, str | None]:
    """The labels of the speakers: "Q", "A", initials, "HALE"; with the key of the one they stand for.

    "A" is whoever is named most before the talk begins, or in all of it; who asks is the author, and has no key, nor
    has an outlet that asks under its own name: "LEDGER:".
    """
    opens = [label(text, block) for block in blocks if ":" in block.cut(text)[: LONGEST + 1]]
    repeated = again(opens)
    persons = [one for one in register.bearers if one.person]
    people = [one for one in persons if " ".join(one.full.lows).upper() not in repeated]
    out: dict[str, str | None] = {}
    for letters in sorted(repeated):
        initials = [b for b in people if len(letters) > 1 and _initials(b) == letters]
        last = letters.split()[-1].strip(".")
        surname = [b for b in people if b.full.lows[-1].upper() == last]
        same = initials or surname
        if letters in ASKS:
            out[letters] = None
        elif same:
            out[letters] = f"={same[0].key}"
        elif any(lexicon.tells(word.lower(), "outlet") for word in letters.split()):
            out[letters] = None
        elif alone := [b for b in persons if b.full.lows[-1].upper() == last]:
            out[letters] = f"={alone[0].key}"
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
        if not any(self.keys.values()):  # who answers has no label
            self.keys |= dict(_unlabelled(text, blocks, register))
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
