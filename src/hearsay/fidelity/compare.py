"""Compare: two versions of the same words, and each place where they differ, by name.

The words are aligned one by one (Ratcliff and Obershelp 1988, as in the standard library); marks, case, spelling, hyphens and contractions are
no difference, and neither is what stands in brackets in the first version. An edit in a phrase that bears on what is said is told with all of
the phrase: “only if” for “if”.
"""

from collections.abc import Iterator, Sequence

import msgspec

from hearsay.fidelity.bearing import Sign, factive, signs
from hearsay.fidelity.change import Change, Difference
from hearsay.fidelity.edits import Edit, edits
from hearsay.fidelity.moved import crossed, moved
from hearsay.fidelity.name import IDLE, Side, named
from hearsay.fidelity.tokens import HIDES, Token
from hearsay.language.lexicon import lexicon
from hearsay.text.span import Span

PAIR = 2
NEAR = 3
"""Words before a cut in which a "not" or an "I think" bears on what follows it."""

AT_CUT = frozenset(
    {"about", "nearly", "more", "less", "at least", "at most", "as many as", "only", "not only", "most", "many", "some", "several", "few",
     "former", "alleged"}
)  # fmt: skip
"""Limits that bear on the word right after them."""

PART = "of"
"""What stands after how many, and before of which: “two of the officers”."""

THAT = "that"
"""After it a "not" of the whole clause before it bears on what follows: “nobody has ever claimed that …”."""

SURE = "certain"
"""What a hedge says that may go before a cut: “of course”."""

THINKS = frozenset({"opinion", "knowledge"})
AFTER_CUT = frozenset({"now", "so far", "except", "until further notice"})
"""Limits that bear on what stands right before them."""


class _Stretch(msgspec.Struct, frozen=True):
    """Some words of a version, which may be none: from the first to the one before stop."""

    first: int
    stop: int

    def holds(self, sign: Sign) -> bool:
        """Whether a phrase lies wholly in it."""
        return self.first <= sign.first and sign.stop <= self.stop

    def half(self, sign: Sign) -> bool:
        """Whether half of a phrase or more lies in it."""
        shared = min(sign.stop, self.stop) - max(sign.first, self.first)
        return 2 * shared >= sign.stop - sign.first

    def meets(self, sign: Sign) -> bool:
        """Whether it shares a word with a phrase; or is none, and stands within the phrase."""
        return sign.first < self.stop and self.first < sign.stop


class _Version(msgspec.Struct, frozen=True):
    """One version, with what in it bears on what is said."""

    words: Sequence[Token]
    signs: tuple[Sign, ...]

    def cut(self, some: _Stretch) -> Sequence[Token]:
        return self.words[some.first : some.stop]

    def side(self, own: _Stretch) -> Side:
        """Some words of it by themselves."""
        return self._side(own, [s for s in self.signs if own.holds(s)])

    def _side(self, own: _Stretch, some: Sequence[Sign]) -> Side:
        words = tuple(word for word in self.cut(own) if not word.put_in)
        leading = tuple(self.words[own.first : some[0].first]) if some else ()
        ahead = self._ahead(own.first, own.stop)
        return Side(words, tuple(some), leading, ahead, self._turns(own, some))

    def _turns(self, own: _Stretch, some: Sequence[Sign]) -> bool:
        """Whether a "not" at an end of some words bears on those around them.

        Takes: "did | not, at any point, | approve"; "we | , asked twice, did not | approve"; "nobody ever claimed that | it holds".
        Leaves: "the plan | , not a bad one, | will pass".
        """
        before = self.words[max(0, own.first - 1) : own.first]
        helps = any("auxiliary" in lexicon().grammar.get(word.key, ()) for word in before)
        return any(
            (helps and sign.first == own.first) or _reaches(sign, self.words[: own.stop])
            for sign in some
            if sign.change is Change.NEGATION and len(self.words) > own.stop
        )

    def touched(self, own: _Stretch, wide: _Stretch, met: frozenset[Change]) -> Side:
        """Some words of it as one side of an edit, with what they touch: a phrase of which half or more is theirs, or one that another stands for.

        Takes: “only” of “only if”. Leaves: “to” of “want to”, after which other words are put in.

        Args:
            own: the words.
            wide: the same, with all of the phrases in which they lie.
            met: what the phrases that the other version has there bear on.
        """
        within = [s for s in self.signs if wide.holds(s)]
        return self._side(own, [s for s in within if own.half(s) or s.change in met])

    def met(self, own: _Stretch, wide: _Stretch) -> frozenset[Change]:
        """What the phrases bear on of which half or more is among some words."""
        return frozenset(s.change for s in self.signs if wide.holds(s) and own.half(s))

    def _ahead(self, first: int, stop: int) -> bool:
        """Whether the rest of the sentence of some words tells of what is still to come."""
        words = self.words
        opens = next((n for n in range(first, 0, -1) if words[n - 1].ends), 0)
        ends = next(
            (n for n in range(max(stop - 1, first), len(words)) if words[n].ends), len(words)
        )
        return any(
            s.change is Change.MODAL and opens <= s.first <= ends and not first <= s.first < stop
            for s in self.signs
        )


def compare(a: Sequence[Token], b: Sequence[Token], *, part: bool = False) -> list[Difference]:
    """The differences of two versions, in the order of the first.

    Takes: "they will certainly be set" against "will be set": "they" is elided, and the hedge changed.
    Leaves: "we don’t wait" against "We do not wait", which are the same.

    Args:
        a: the words of the fuller version.
        b: those of the other.
        part: whether b may be a part of a, of which the ends do not count, but for what bears on the rest.
    """
    every = [e for e in edits(a, b) if e.k < e.m or not all(t.put_in for t in a[e.i : e.j])]
    if not every:
        return []
    here, there = _Version(a, signs(a)), _Version(b, signs(b))
    out, every = moved(a, b, every)
    if part:
        every = list(_trimmed(every, here))
    more, every = crossed(a, b, every)
    out += more
    for edit in every:
        out += _told(edit, here, there)
    return sorted(out, key=lambda d: (d.a or d.b or Span(0, 1), d.change))


def _trimmed(every: list[Edit], whole: _Version) -> Iterator[Edit]:
    """The edits without the words of the one version before the first word of the other and after its last."""
    for edit in every:
        if edit.k < edit.m or edit.i == edit.j:
            yield edit
        elif edit.i == 0:
            yield from _head(edit, whole)
        elif edit.j == len(whole.words):
            yield from _tail(edit, whole)
        else:
            yield edit


def _head(edit: Edit, whole: _Version) -> Iterator[Edit]:
    """Takes: "If it holds, | it will open"; "We do not | want it"; "I think | it will open". Leaves: "She said that | it will open"."""
    opens = next((n for n in range(edit.j, 0, -1) if whole.words[n - 1].ends), 0)
    if opens == edit.j:
        return
    opening = whole.side(_Stretch(opens, edit.j)).opening(Change.CONDITION)
    if opening is not None and opening.like != IDLE:
        yield edit.cut(opens, edit.j)
        return
    for sign in whole.signs:
        if opens <= sign.first < edit.j and _bears(sign, whole.words[: edit.j]):
            yield edit.cut(_begun(whole.words, sign.first, opens), edit.j)
            return
    if edit.j - opens >= PAIR and whole.side(_Stretch(opens, edit.j)).partitive:
        yield edit.cut(edit.j - PAIR, edit.j)


def _begun(words: Sequence[Token], first: int, opens: int) -> int:
    """Where the word begins to which a phrase belongs. Takes: “doesn’t” for its “n’t”."""
    while first > opens and words[first - 1].span.end == words[first].span.start:
        first -= 1
    return first


def _bears(sign: Sign, ahead: Sequence[Token]) -> bool:
    """Whether a phrase bears on what follows a cut.

    Takes: “not” of “I do not want | …”, “nobody” of “nobody has ever claimed that | …”, “some” of “some of | …”.
    Leaves: “not” of “I do not regret that | …”; “no” of “he said no, | …”; “never” of “the plant, never inspected, | …”.

    Args:
        sign: the phrase.
        ahead: the words before the cut.
    """
    cut = len(ahead)
    if sign.change is Change.SCOPE:
        close = sign.stop >= cut or (sign.stop == cut - 1 and ahead[-1].key in (PART, "the"))
        return close and sign.like in AT_CUT
    if sign.change not in (Change.NEGATION, Change.HEDGE) or sign.like == SURE:
        return sign.stop > cut
    near = sign.stop > cut - NEAR and not any(factive(word.key) for word in ahead[sign.stop :])
    aside = sum(word.pauses for word in ahead[sign.first :]) % 2
    return sign.stop > cut or (near and not aside) or _reaches(sign, ahead)


def _reaches(sign: Sign, ahead: Sequence[Token]) -> bool:
    """Whether a phrase is the last of some words, or only a clause that ends in “that” stands after it, so that it bears on what follows."""
    some, between = ahead[sign.first :], ahead[sign.stop :]
    if not some or any(word.pauses or word.ends for word in some):
        return False
    return not between or (
        between[-1].key == THAT and not any(factive(word.key) for word in between)
    )


def _tail(edit: Edit, whole: _Version) -> Iterator[Edit]:
    """Takes: "open | if it holds"; "open | for now"; "open, | I think". Leaves: "open | in May, she said"; "open. | If it …"."""
    words = whole.words
    stop = next((n + 1 for n in range(edit.i, edit.j) if words[n].ends or words[n].pauses), edit.j)
    if words[edit.i - 1].ends:
        return
    some = whole.side(_Stretch(edit.i, stop))
    opening = some.opening(Change.CONDITION, Change.HEDGE, Change.SCOPE)
    if opening is not None and (
        (opening.change is Change.CONDITION and opening.like != IDLE)
        or opening.like in THINKS | AFTER_CUT
    ):
        yield edit.cut(edit.i, stop)


def _told(edit: Edit, here: _Version, there: _Version) -> Iterator[Difference]:
    own, other = here.words[edit.i : edit.j], there.words[edit.k : edit.m]
    left, right = _hull(own), _hull(other)
    if (other and all(t.put_in for t in other)) or _hidden(own, other):
        yield Difference(Change.SUBSTITUTED if own else Change.INSERTED, left, right, marked=True)
        return
    if edit.across and not other and not edit.gap:
        yield Difference(Change.SPLICED, left, right)
        return
    mine, theirs = _Stretch(edit.i, edit.j), _Stretch(edit.k, edit.m)
    wide, far = _widened(edit, here, there)
    one = here.touched(mine, wide, there.met(theirs, far))
    two = there.touched(theirs, far, here.met(mine, wide))
    changes = list(named(one, two))
    for change in changes:
        yield Difference(change, _hull(here.cut(wide)), _hull(there.cut(far)), edit.gap)
    if changes:
        return
    if not own:
        yield Difference(Change.INSERTED, left, right)
    elif other:
        yield Difference(Change.SUBSTITUTED, left, right)
    else:
        yield Difference(Change.ELIDED, left, right, edit.gap)


def _hidden(own: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether the other version hides letters of a word. Takes: "damn" as "d***". Leaves: "hell" as "d***"."""
    if len(own) != 1 or len(other) != 1 or HIDES not in other[0].key:
        return False
    first, last = other[0].key.split(HIDES)[0], other[0].key.split(HIDES)[-1]
    key = own[0].key
    return key.startswith(first) and key.endswith(last) and len(key) > len(first) + len(last)


def _widened(edit: Edit, here: _Version, there: _Version) -> tuple[_Stretch, _Stretch]:
    """The words of an edit, with all of the phrases in which it lies, as far as both versions have the same words around it."""
    ahead = behind = 0
    while True:
        wide = _Stretch(edit.i - ahead, edit.j + behind)
        far = _Stretch(edit.k - ahead, edit.m + behind)
        over = [(s, edit.i, edit.j) for s in here.signs if wide.meets(s)]
        over += [(s, edit.k, edit.m) for s in there.signs if far.meets(s)]
        more = min(edit.before, max((first - s.first for s, first, _ in over), default=0))
        past = min(edit.after, max((s.stop - stop for s, _, stop in over), default=0))
        if more <= ahead and past <= behind:
            return wide, far
        ahead, behind = max(more, ahead), max(past, behind)


def _hull(some: Sequence[Token]) -> Span | None:
    return some[0].span.hull(some[-1].span) if some else None
