"""Subjects: a predicate has one, and where the network hangs two on it, the first may be that of the verb between them.

"Two people in the talks said the mediator had threatened to leave": both are hung on “threatened”, and “said” has none. Or what is said
has none, and the mediator is taken for what they said.

Source: de Marneffe and others (2021), Universal Dependencies, on nsubj: at most one of a predicate.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hearsay.model.marks import Word

SUBJECTS = ("nsubj", "nsubj:pass")


def one_each(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, each subject on a predicate of its own where a verb without one stands between two of another.

    Takes: "| people | said the | mediator | had threatened", and "people said | the mediator | had threatened"; "told | the council |
    the company would build", of which the first is whom it was told. Leaves: "the | people | said that he
    had threatened", two subjects on the same side of the verb, and "told | the mediator | to go".

    Args:
        words: in order, with their heads.
    """
    held: dict[int, list[int]] = {}
    for at, word in enumerate(words):
        if word.relation in SUBJECTS:
            held.setdefault(word.head, []).append(at)
    moved = {n: at for at, n in _taken(words, held)}
    whom: dict[int, int] = {}
    for at, several in held.items():
        above = words[at].head
        told = words[at].relation == "ccomp" and words[above].upos == "VERB"
        before = [n for n in several if n < above]
        lone = len(before) == 1 < len(several)
        if lone and told and above not in held and above < at:
            moved[before[0]] = above
        after = [n for n in several if above < n < at]
        if told and above in held and len(after) == len(several) == TWO:
            whom[after[0]] = above
    if not moved and not whom:
        return tuple(words)
    return tuple(_hung(word, moved.get(at), whom.get(at)) for at, word in enumerate(words))


TWO = 2


def _hung(word: Word, subject: int | None, whom: int | None) -> Word:
    """A word as the subject of one verb, or as whom another tells something."""
    if subject is not None:
        return msgspec.structs.replace(word, head=subject, relation="nsubj")
    return word if whom is None else msgspec.structs.replace(word, head=whom, relation="iobj")


def _taken(words: Sequence[Word], held: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Predicates of what is said that have a helping verb and no subject, with what stands before them as the object of the saying."""
    helped = {word.head for word in words if word.relation in ("aux", "cop", "aux:pass")}
    marked = {word.head for word in words if word.relation == "mark"}
    objects = {word.head: at for at, word in enumerate(words) if word.relation == "obj"}
    for at in helped - marked - held.keys():
        above = words[at].head
        thing = objects.get(above)
        if words[at].relation == "ccomp" and thing is not None and above < thing < at:
            yield at, thing
