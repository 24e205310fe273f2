"""Called: to whom a description gives its name itself: "a driver who gave his name only as Yusuf", "her first name, Nour"."""

from collections.abc import Iterator, Mapping

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.kinds import PERSON
from hearsay.reader.cast.record import Record
from hearsay.reader.cast.register import Bearer, Register
from hearsay.reader.tree import Tree
from hearsay.reading.actor import ActorKind
from hearsay.text.span import Span

NEAR = 6  # words before a name in which a word stands that gives it
NAME = ("name", "names")
BETWEEN = (",", "as", "only", ":", "—", "–", "just", "by", "simply", "here")
PERSONS = (ActorKind.PERSON, ActorKind.UNNAMED)


def called(
    tree: Tree, register: Register, records: Mapping[str, Record], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """The keys of those who are named by their own description, with the key of the name.

    Takes: "A baker who gave his name only as Yusuf said", "a teacher who asked that only her first name, Nour, be used".
    Leaves: "a baker who works for Yusuf Lund said", "a baker, known as an enemy of Yusuf Lund".
    """
    for key, record in records.items():
        if record.bearer is not None or record.named.many or record.kind not in PERSONS:
            continue
        for span in (record.name, *record.mentions):
            one = _named_in(tree, register, span, lexicon)
            if one is not None:
                yield key, f"={one.key}"
                break


def _named_in(tree: Tree, register: Register, span: Span, lexicon: Lexicon) -> Bearer | None:
    """Whose name stands in a description, or in what hangs on it, as its own."""
    top = tree.top(list(tree.over(span)))
    whole = tree.span(top) if top is not None else None
    around = whole.hull(span) if whole is not None else span
    for place, one in register.at.items():
        over = tree.over(place)
        if not around.holds(place) or one.entity not in (PERSON, "") or not over:
            continue
        if gives_name(tree, over[0], tree.over(around)[0], lexicon):
            return one
    return None


def gives_name(tree: Tree, at: int, first: int, lexicon: Lexicon) -> bool:
    """Whether the words before a name give it to somebody: "named |", "identified only as |", "her first name, |"."""
    plain = True
    for n in range(at - 1, max(first, at - NEAR) - 1, -1):
        low = tree.lows[n]
        direct = n == at - 1 or tree.lows[at - 1] in ("as", "by") or low in NAME
        if plain and direct and lexicon.tells(low, "names_as"):
            return True
        plain = plain and low in BETWEEN
    return False
