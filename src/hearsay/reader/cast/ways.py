"""Ways: how a pronoun and a name that comes after it stand to one another in the tree of their sentence.

A name may come after its pronoun where the pronoun stands below the clause of which the name is the subject.

Source: Chomsky (1981), principle C.
"""

from collections.abc import Iterator, Sequence

from hearsay.model.marks import Word
from hearsay.reader.cast.seen import Seen
from hearsay.reader.cast.weights import Signs
from hearsay.text.span import Span

PLACES = {
    "nmod:poss": "possessor",
    "nsubj": "subject",
    "obj": "object",
    "iobj": "object",
    "obl": "beside",
    "appos": "aside",
}
SIMPLE = ("flat", "compound")


def top(words: Sequence[Word], at: int) -> int:
    """The word by which a name hangs in the tree."""
    while words[at].relation in SIMPLE and words[at].head != at:
        at = words[at].head
    return at


def place(words: Sequence[Word], at: int | None) -> str:
    """The place of a mention in its clause."""
    return "elsewhere" if at is None else _place(words[top(words, at)].relation)


def _place(relation: str) -> str:
    return PLACES.get(relation) or PLACES.get(relation.partition(":")[0], "elsewhere")


def comes(seen: Seen, source: Span, head: Span) -> Signs:
    """What is seen of a name that comes after the pronoun, in its sentence, and may be meant for all that; nothing where it cannot.

    Takes: "After | she | won, Ida Moss wept", "In | her | speech, Moss wept". Leaves: "| She | wept when Moss won", "| Her | aunt, Ida Moss, wept",
    "Rudd won | her | seat while Moss lost".

    Args:
        seen: the words.
        source: the pronoun.
        head: the last word of the name.
    """
    at, other = seen.at(source), seen.at(head)
    words = seen.words
    if at is None or other is None or words[at].sentence != words[other].sentence or other < at:
        return {}
    named = top(words, other)
    if not words[named].relation.startswith("nsubj"):
        return {}
    above, over = [*_up(words, at)], {*_up(words, named)}
    if named in above or words[at].head in over - {words[named].head}:
        return {}  # it is within the name's own phrase, or above the name
    if words[at].head == words[named].head or words[named].head not in above:
        return {}
    by = _step(words[_below(above, words[named].head)].relation)
    return {
        "comes": 1.0,
        f"comes, {place(words, at)}": 1.0,
        "comes above": 1.0,
        f"comes above, {by}": 1.0,
    }


def _below(above: Sequence[int], verb: int) -> int:
    """The last word of a way up before the verb at which it ends."""
    return above[above.index(verb) - 1]


def _step(relation: str) -> str:
    return relation if relation in ("nmod:poss", "acl:relcl") else relation.partition(":")[0]


def _up(words: Sequence[Word], at: int) -> Iterator[int]:
    """A word, what it hangs on, and so on to the root."""
    yield at
    for _ in range(len(words)):
        if words[at].head == at:
            return
        at = words[at].head
        yield at
