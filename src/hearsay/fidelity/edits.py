"""Edits: where two rows of words differ, word by word, before it is asked what that does to what is said."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from hearsay.fidelity.tokens import Token

PARTS = 3
"""Words of which one word can be the same, written as one: “cease-fire”."""

NEVER_JOINED = frozenset({"a", "all", "may"})
"""Words that are not part of a longer one, though it looks so: “a part”, “all ready”, “may be”."""


ARTICLES = frozenset({"a", "an", "the"})


class Edit(msgspec.Struct, frozen=True):
    """Words of the one version that stand for words of the other; either may be none.

    Attributes:
        i, j: the words of the one version, from the first to the one before j.
        k, m: those of the other.
        before, after: how many words right before, and right after, are the same in both.
        gap: a mark of words left out stands there in the other.
        across: a sentence of the one version ends within or right before them, and none of the other.
    """

    i: int
    j: int
    k: int
    m: int
    before: int = 0
    after: int = 0
    gap: bool = False
    across: bool = False

    def cut(self, first: int, stop: int) -> "Edit":
        """A part of an edit that only leaves words out."""
        after = self.after if stop == self.j else 0
        return Edit(
            first, stop, self.k, self.m, self.before if first == self.i else 0, after, self.gap
        )


def edits(a: Sequence[Token], b: Sequence[Token]) -> Iterator[Edit]:
    """The edits that make the one version the other, in order.

    Takes: "start" for "begin". Leaves: "ceasefire" for "cease-fire"; "’d" for "had".

    Args:
        a: the words of the one.
        b: of the other.
    """
    codes = SequenceMatcher(None, _keys(a), _keys(b), autojunk=False).get_opcodes()
    for n, (tag, i, j, k, m) in enumerate(codes):
        if tag == "equal":
            continue
        before = codes[n - 1][2] - codes[n - 1][1] if n else 0
        after = codes[n + 1][2] - codes[n + 1][1] if n + 1 < len(codes) else 0
        unlike = _unlike(a, b, Edit(i, j, k, m, before, after))
        if unlike is not None:
            yield _told_of(a, b, unlike)


def _keys(words: Sequence[Token]) -> list[str]:
    """The words as they are aligned: what stands in brackets is none of those that do not."""
    return [f"[{t.key}" if t.put_in else t.key for t in words]


def _unlike(a: Sequence[Token], b: Sequence[Token], edit: Edit) -> Edit | None:
    """An edit without the words at its ends that are the same, written otherwise; None where all of them are."""
    i, j, k, m, before, after = edit.i, edit.j, edit.k, edit.m, edit.before, edit.after
    while i < j and k < m and (step := _same(a[i:j], b[k:m])):
        i, k, before = i + step[0], k + step[1], 0
    while i < j and k < m and (step := _same(a[i:j][::-1], b[k:m][::-1], back=True)):
        j, m, after = j - step[0], m - step[1], 0
    return Edit(i, j, k, m, before, after) if i < j or k < m else None


def _same(
    left: Sequence[Token], right: Sequence[Token], *, back: bool = False
) -> tuple[int, int] | None:
    """How many of the first words of both are the same, written otherwise; None where none are."""
    if left[0].alike(right[0]):
        return 1, 1
    for some, one, turn in ((left, right[0], False), (right, left[0], True)):
        for many in range(2, min(PARTS, len(some)) + 1):
            parts = some[:many][::-1] if back else some[:many]
            joined = "".join(part.key for part in parts)
            if joined == one.key and not any(p.number or p.key in NEVER_JOINED for p in parts):
                return (1, many) if turn else (many, 1)
    return None


def _told_of(a: Sequence[Token], b: Sequence[Token], edit: Edit) -> Edit:
    """An edit with what the marks around it tell."""
    before = [
        t for t in b[max(0, edit.k - 1) : edit.k] if t.key in ARTICLES
    ]  # "… the", for "the old"
    gap = any(t.after_gap for t in (*before, *b[edit.k : edit.m + 1]))
    ends = any(t.ends for t in a[max(0, edit.i - 1) : edit.j])
    across = ends and not any(t.ends for t in b[max(0, edit.k - 1) : edit.m])
    return msgspec.structs.replace(edit, gap=gap, across=across and edit.i > 0 and edit.j < len(a))
