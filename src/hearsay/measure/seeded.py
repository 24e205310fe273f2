"""Seeded edits: quotations changed on purpose, each in one known way, for measuring whether the change is seen and named.

The words that are put in and exchanged are lists of this file, not the tables by which the comparison goes.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

import msgspec

from hearsay.fidelity.change import Change

HELPING = (
    "is",
    "are",
    "was",
    "were",
    "will",
    "would",
    "can",
    "could",
    "should",
    "must",
    "may",
    "might",
)
BE = ("is", "are", "was", "were", "will", "would", "can", "should")
MODALS = {"may": "will", "might": "will", "could": "will", "will": "may", "would": "could", "should": "must", "must": "should",
          "can": "could"}  # fmt: skip
OPPOSITES = {"before": "after", "after": "before", "up": "down", "down": "up", "more": "less", "good": "bad", "first": "last",
             "won": "lost", "lost": "won", "rose": "fell", "higher": "lower", "support": "oppose", "better": "worse", "right": "wrong",
             "best": "worst", "high": "low", "against": "for", "big": "small", "old": "new", "win": "lose"}  # fmt: skip
"""Words and their opposites; some that no table of hearsay has."""

OTHERWISE = (
    ("if they pay", "unless they pay"), ("only if it rains", "if it rains"), ("if he stays", "even if he stays"),
    ("unless it snows", "if it snows"), ("if she agrees", "when she agrees"),
)  # fmt: skip
"""Conditions, and what another one is made of them."""

HEDGES = (
    "probably",
    "perhaps",
    "possibly",
    "apparently",
    "reportedly",
    "presumably",
    "certainly",
    "undoubtedly",
)
SCOPES = ("only", "mainly", "partly", "mostly", "currently", "temporarily", "for now")
QUANTITIES = {
    "some": "all",
    "many": "all",
    "most": "all",
    "all": "some",
    "every": "any",
    "few": "many",
    "several": "all",
}
CONDITIONS = (
    "if the council agrees", "unless it rains", "provided that the money comes", "as long as he stays",
    "on condition that nobody is hurt", "in case of an emergency", "if they pay",
)  # fmt: skip
NEUTRAL = (
    "frankly",
    "my friends",
    "you know",
    "quite simply",
    "as I told you",
    "ladies and gentlemen",
    "here and there",
)
OTHERS = (
    "table",
    "green",
    "walked",
    "window",
    "kitchen",
    "painted",
    "slowly",
    "horses",
    "music",
    "harvest",
    "carried",
)
_LOADED = (
    "not no never none nobody nothing neither nor hardly if unless provided once until without should only all some most many "
    "few several every each any may might can could will would must shall probably perhaps possibly likely apparently certainly "
    "least about around over under nearly almost more less up mostly mainly partly largely still yet currently soon today now "
    "seem seems seemed appear appears half double million billion thousand hundred dozen often always sometimes usually "
    "barely scarcely clearly surely doubt sure certain possible allegedly reportedly except alone merely temporarily pending "
    "maybe presumably suspected alleged supposed likely bound expected set ought there again other apart course doubtless "
    "estimated generally primarily limited close point time moment week one two three four five six seven eight nine ten "
    "former alleged deputy acting interim third fourth fifth first second hundreds thousands millions dozens part so know knows think thought believe hope guess feel ever much"
)
LOADED = frozenset(_LOADED.split())
"""Words that a formal edit does not touch, since it would change what is said."""

REPEATS = 8


class Seeded(msgspec.Struct, frozen=True):
    """A quotation and what was made of it.

    Attributes:
        a, b: before and after.
        change: what was done; None where nothing was, but for marks, case and spelling.
    """

    a: str
    b: str
    change: Change | None


def repeat(quote: str, draw: Random) -> Seeded:
    """The same words with other marks, case, contractions and figures."""
    b = quote
    for old, new in (
        ("’", "'"),
        ("—", " - "),
        (" do not ", " don’t "),
        (" five ", " 5 "),
        (" per cent", "%"),
    ):
        if draw.random() < 1 / 2:
            b = b.replace(old, new)
    b = b.rstrip(".,;:") if draw.random() < 1 / 2 else f"{b}."
    b = (
        b[:1].swapcase() + b[1:]
        if b[:2].isalpha() and b[1:2].islower() and draw.random() < 1 / 2
        else b
    )
    return Seeded(quote, f"“{b}”" if draw.random() < 1 / 2 else b.replace(" ", "  ", REPEATS), None)


Edit = Callable[[list[str], Random, Sequence[str]], Iterator[tuple[list[str], list[str]]]]


def edits(quote: str, names: Sequence[str], draw: Random) -> Iterator[Seeded]:
    """The quotation changed in each way that its words allow.

    Args:
        quote: at least eight words.
        names: of which one is put for another.
        draw: by which places and words are drawn.
    """
    words = quote.split()
    for change, make in _EDITS:
        for a, b in make(words, draw, names):
            kind = (
                Change.CONDITION_ADDED
                if change is Change.CONDITION_LOST and len(b) > len(a)
                else change
            )
            yield Seeded(" ".join(a), " ".join(b), kind)


def _plain(word: str) -> bool:
    return word.isalpha() and word.islower() and word not in LOADED


def _inner(words: list[str], draw: Random, size: int) -> int | None:
    """Where some plain words in a row begin, neither the first nor the last of all."""
    places = [
        n for n in range(2, len(words) - size - 2) if all(_plain(w) for w in words[n : n + size])
    ]
    return draw.choice(places) if places else None


def _elided(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    size = draw.randint(1, 3)
    n = _inner(words, draw, size)
    if n is not None and words[n] not in (words[n + size], words[n - 1]):
        gap = ["…"] if draw.random() < 1 / 2 else []
        yield words, [*words[:n], *gap, *words[n + size :]]


def _inserted(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    n = _inner(words, draw, 1)
    if n is not None:
        put = draw.choice(NEUTRAL)
        yield words, [*words[:n], f"[{put}]" if draw.random() < 1 / 2 else put, *words[n:]]


def _substituted(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    n = _inner(words, draw, 1)
    if n is not None:
        yield words, [*words[:n], draw.choice(OTHERS), *words[n + 1 :]]


def _reordered(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    size = draw.randint(2, 4)
    n = _inner(words, draw, size)
    if n is not None and len({*words[n : n + size]}) == size:
        yield words, [*words[:n], *words[n + 1 : n + size], words[n], *words[n + size :]]


def _spliced(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    ends = [
        n for n in range(2, len(words) - 4)
        if words[n].endswith(".") and words[n][:-1].isalpha() and words[n].islower() and words[n + 1].isalpha()
        and not {w.strip(".,").lower() for w in words[n - 1 : n + 3]} & LOADED
    ]  # fmt: skip
    if ends:
        n = draw.choice(ends)
        yield words, [*words[: n - 1], *words[n + 2 :]]


def _negation(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    held = [n for n, w in enumerate(words[1:-1], 1) if w in ("not", "never")]
    places = [
        n
        for n, w in enumerate(words[1:-1], 1)
        if w in BE and words[n + 1] not in ("not", "no", "never")
    ]
    if held:
        n = draw.choice(held)
        yield words, [*words[:n], *words[n + 1 :]]
    elif places:
        n = draw.choice(places)
        yield words, [*words[: n + 1], "not", *words[n + 1 :]]


def _condition(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    put = draw.choice(CONDITIONS)
    last = words[-1].rstrip(".,;")
    if last.isalpha():
        longer, shorter = (
            [*words[:-1], f"{last}," if draw.random() < 1 / 2 else last, put],
            [*words[:-1], last],
        )
        yield (longer, shorter) if draw.random() < 3 / 4 else (shorter, longer)


def _otherwise(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    last = words[-1].rstrip(".,;")
    if last.isalpha():
        before, after = draw.choice(OTHERWISE)
        yield [*words[:-1], last, before], [*words[:-1], last, after]


def _opposite(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    places = [n for n, w in enumerate(words[1:-1], 1) if w in OPPOSITES and words[n + 1] != "than"]
    if places:
        n = draw.choice(places)
        yield words, [*words[:n], OPPOSITES[words[n]], *words[n + 1 :]]


def _number(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    places = [n for n, w in enumerate(words) if w.strip("$.,%").replace(",", "").isdigit()]
    if places:
        n = draw.choice(places)
        bare = words[n].strip("$.,%")
        yield (
            words,
            [
                *words[:n],
                words[n].replace(bare, str(int(bare.replace(",", "")) + draw.randint(1, 60))),
                *words[n + 1 :],
            ],
        )


def _name(
    words: list[str], draw: Random, names: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    places = [
        n for n in range(2, len(words) - 1)
        if len(words[n]) > 1 and words[n].isalpha() and words[n].istitle() and words[n - 1].isalpha() and words[n - 1].islower()
    ]  # fmt: skip
    if places and names:
        n = draw.choice(places)
        other = draw.choice(names)
        if other not in words:
            yield words, [*words[:n], other, *words[n + 1 :]]


def _modal(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    places = [n for n, w in enumerate(words[1:-1], 1) if w in MODALS]
    if places:
        n = draw.choice(places)
        yield words, [*words[:n], MODALS[words[n]], *words[n + 1 :]]


def _hedge(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    places = [
        n
        for n, w in enumerate(words[1:-1], 1)
        if w in HELPING and words[n + 1] not in ("not", "no", "never", "be")
    ]
    if places:
        n = draw.choice(places) + 1
        longer = [*words[:n], draw.choice(HEDGES), *words[n:]]
        yield (longer, words) if draw.random() < 3 / 4 else (words, longer)


def _scope(
    words: list[str], draw: Random, _: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    held = [n for n, w in enumerate(words[1:-1], 1) if w in QUANTITIES and words[n + 1] != "of"]
    places = [
        n
        for n, w in enumerate(words[1:-1], 1)
        if w in BE and words[n + 1] not in ("not", "no", "never")
    ]
    if held and draw.random() < 1 / 2:
        n = draw.choice(held)
        yield words, [*words[:n], QUANTITIES[words[n]], *words[n + 1 :]]
    elif places:
        n = draw.choice(places) + 1
        longer = [*words[:n], draw.choice(SCOPES), *words[n:]]
        yield (longer, words) if draw.random() < 3 / 4 else (words, longer)


_EDITS: tuple[tuple[Change, Edit], ...] = (
    (Change.ELIDED, _elided),
    (Change.INSERTED, _inserted),
    (Change.SUBSTITUTED, _substituted),
    (Change.REORDERED, _reordered),
    (Change.SPLICED, _spliced),
    (Change.NEGATION, _negation),
    (Change.CONDITION_LOST, _condition),
    (Change.NUMBER, _number),
    (Change.NAME, _name),
    (Change.CONDITION, _otherwise),
    (Change.OPPOSITE, _opposite),
    (Change.MODAL, _modal),
    (Change.HEDGE, _hedge),
    (Change.SCOPE, _scope),
)
