"""Interviews and transcripts: what stands before the turns of a talk, and the names that it stands for."""

from collections.abc import Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.asked import answers
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.register import Bearer, Register
from hearsay.text.span import Span

ANSWER = "A"
LETTERS = 3  # of a label that no name explains: "Q", "A", initials
LONGEST = 24  # characters before the colon


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
    """Whom an interview is with: who is named most before its first turn; where nobody is, in all of it."""

    def places(one: Bearer) -> tuple[int, int, Span]:
        before = sum(place.span.before(begun) for place in one.places)
        return -before, -len(one.places), one.places[0].span

    return min(people, key=places)


def _asked(register: Register, blocks: Sequence[Span]) -> str | None:
    """The key of the one who answers where no label says who: of those who are named before the first answer."""
    people = [
        one
        for one in register.bearers
        if blocks and one.entity == PERSON and one.places[0].span.before(blocks[0])
    ]
    return f"={_presented(people, blocks[0]).key}" if people else None


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
        self.text, self.all = text, blocks
        self.labels = labels(text, blocks, register, lexicon)
        self.mute = {f"={one.lower()}" for one, key in self.labels.items() if key is None}
        self.blocks = [block for block in blocks if label(text, block) in self.labels]
        self.answers = [] if self.blocks else answers(text, blocks)
        self.asked = _asked(register, self.answers)
        self.blocks += self.answers

    def whose(self, at: Span) -> str | None:
        """The key of whoever's turn some words stand in; None outside of turns, and in those of who asks."""
        if self.answers:
            return self.asked if any(block.holds(at) for block in self.answers) else None
        return next((self.labels[label(self.text, b)] for b in self.blocks if b.holds(at)), None)

    def hold(self, at: Span) -> bool:
        """Whether some words stand in a turn."""
        return any(block.holds(at) for block in self.blocks)

    def addressed(self, at: Span) -> str | None:
        """The key of the one to whom a turn speaks: who takes the next turn, else who had the one before."""
        here = next((n for n, block in enumerate(self.all) if block.holds(at)), None)
        if here is None or not self.hold(at) or self.answers:
            return None
        own = self.whose(at)
        for n in (*range(here + 1, len(self.all)), *range(here - 1, -1, -1)):
            letters = label(self.text, self.all[n])
            if letters in self.labels and self.labels[letters] != own:
                return self.labels[letters]
        return None


def _initials(one: Bearer) -> str:
    return "".join(word[0] for word in one.full.lows).upper()
