"""Compare: two versions of the same words, and each place where they differ, by name.

The words are aligned one by one (Ratcliff and Obershelp 1988, as in the standard library); marks, case, spelling and
contractions are no difference, and neither is what stands in brackets in the first version.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from hearsay.fidelity.change import Change, Difference
from hearsay.fidelity.name import NEGATORS, named
from hearsay.fidelity.tokens import Token
from hearsay.text.span import Span

NEAR = 3
"""Words before a cut in which a "not" bears on what follows it."""


class _Edit(msgspec.Struct, frozen=True):
    """Words of the one version that stand for words of the other; either may be none."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    gap: bool = False
    across: bool = False  # a sentence of the one version ends within or right before them, and none of the other


def compare(a: Sequence[Token], b: Sequence[Token], *, part: bool = False) -> list[Difference]:
    """The differences of two versions, in the order of the first.

    Takes: "they will certainly be set" against "will be set": "they" is elided, and the hedge changed.
    Leaves: "we don’t wait" against "We do not wait", which are the same.

    Args:
        a: the words of the fuller version.
        b: those of the other.
        part: whether b may be a part of a, of which the ends do not count, but for a condition or a "not".
    """
    edits = [e for e in _edits(a, b) if e.right or not all(t.put_in for t in e.left)]
    if part and edits:
        edits = list(_trimmed(edits, a))
    out: list[Difference] = []
    for edit in _moved(edits, out):
        out += _told(edit)
    return sorted(out, key=lambda d: (d.a or d.b or Span(0, 1), d.change))


def _edits(a: Sequence[Token], b: Sequence[Token]) -> Iterator[_Edit]:
    keys, others = [t.key for t in a], [t.key for t in b]
    codes = SequenceMatcher(None, keys, others, autojunk=False).get_opcodes()
    for tag, i, j, k, m in codes:
        if tag == "equal":
            continue
        after = b[m] if m < len(b) else None
        gap = any(t.after_gap for t in b[k:m]) or bool(after and after.after_gap)
        ends = any(t.ends for t in a[max(0, i - 1) : j])
        across = ends and not any(t.ends for t in b[max(0, k - 1) : m])
        yield _Edit(tuple(a[i:j]), tuple(b[k:m]), gap, across and i > 0 and j < len(a))


def _trimmed(edits: list[_Edit], a: Sequence[Token]) -> Iterator[_Edit]:
    """The edits without the words of the one version before the first word of the other and after its last."""
    for edit in edits:
        if edit.right or not edit.left:
            yield edit
        elif edit.left[0] is a[0]:
            yield from _head(edit)
        elif edit.left[-1] is a[-1]:
            yield from _tail(edit, a)
        else:
            yield edit


def _head(edit: _Edit) -> Iterator[_Edit]:
    """Takes: "If it holds, | it will open"; "We do not | want it". Leaves: "She said that | it will open"."""
    opens = next((n for n in range(len(edit.left), 0, -1) if edit.left[n - 1].ends), 0)
    if opens == len(edit.left):
        return
    near = edit.left[max(opens, len(edit.left) - NEAR) :]
    kept = _Edit(edit.left[opens:], (), edit.gap)
    if _loses(kept.left):
        yield kept
    elif any(t.key in NEGATORS for t in near):
        yield _Edit(near, (), edit.gap)


def _tail(edit: _Edit, a: Sequence[Token]) -> Iterator[_Edit]:
    """Takes: "it will open | if it holds"; "open | for now". Leaves: "it will open | in May, she said"; "open. | If it …"."""
    before = a[-len(edit.left) - 1 :][:1]
    stop = next((n for n, t in enumerate(edit.left, 1) if t.ends or t.pauses), len(edit.left))
    kept = _Edit(edit.left[:stop], (), edit.gap)
    if not any(t.ends for t in before) and _loses(kept.left):
        yield kept


def _moved(edits: list[_Edit], out: list[Difference]) -> Iterator[_Edit]:
    """The edits that are left when words that only changed their place are told as that."""
    gone: set[int] = set()
    for n, one in enumerate(edits):
        for m, other in enumerate(edits):
            if n == m or {n, m} & gone or not one.left:
                continue
            same = [t.key for t in one.left] == [t.key for t in other.right]
            back = [t.key for t in one.right] == [t.key for t in other.left]
            if same and back:
                gone |= {n, m}
                out.append(Difference(Change.REORDERED, _hull(one.left), _hull(other.right)))
    yield from (one for n, one in enumerate(edits) if n not in gone)


def _told(edit: _Edit) -> Iterator[Difference]:
    put_in = bool(edit.right) and all(t.put_in for t in edit.right)
    left, right = _hull(edit.left), _hull(edit.right)
    if put_in:
        change = Change.SUBSTITUTED if edit.left else Change.INSERTED
        yield Difference(change, left, right, marked=True)
        return
    plain = tuple(t for t in edit.right if not t.put_in)
    changes = list(named(edit.left, plain))
    for change in changes:
        yield Difference(change, left, right, edit.gap)
    if changes:
        return
    if not edit.left:
        yield Difference(Change.INSERTED, left, right)
    elif edit.right:
        yield Difference(Change.SUBSTITUTED, left, right)
    elif edit.across and not edit.gap:
        yield Difference(Change.SPLICED, left, right)
    else:
        yield Difference(Change.ELIDED, left, right, edit.gap)


def _loses(left: Sequence[Token]) -> bool:
    """Whether a condition is lost with some words."""
    return Change.CONDITION_LOST in named(left, ())


def _hull(some: Sequence[Token]) -> Span | None:
    return some[0].span.hull(some[-1].span) if some else None
