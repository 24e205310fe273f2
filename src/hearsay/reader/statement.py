"""Statement: an attribution as it is found, by rule or by the learned reader, before anybody asks who it is."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from hearsay.language.lexicon import Cue
from hearsay.reader.rules import ground
from hearsay.reading.attribution import Mode, Polarity
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans


class Statement(msgspec.Struct, frozen=True):
    """Somebody is said to have said, thought or wanted something.

    Attributes:
        source: the words for who it is from; None where nobody is named.
        cue: the words that make it an attribution; None where there are none beside it.
        content: what is attributed.
        mode: in whose words.
        confidence: how likely it is right.
        ground: why it is there.
        entry: what the tables know of the cue.
        explicit: source and cue are its own; else they stand with what was said before.
        polarity: whether the attribution itself is negated.
        within: the statement in whose content it stands.
        granted: it is taken for granted that it was said, whoever reports what stands around it.
        through: who hands on what the source says: "the Courier" in "“…,” the Courier quoted Lund as saying".
        cites: on whom the source relies for what it reports: "two officials" in "the Courier reported, citing two officials".
    """

    source: Span | None
    cue: Span | None
    content: Spans
    mode: Mode
    confidence: float
    ground: Ground
    entry: Cue | None = None
    explicit: bool = True
    polarity: Polarity = Polarity.POS
    within: "Statement | None" = None
    granted: bool = False
    through: Span | None = None
    cites: Span | None = None


def of_rule(
    rule: str,
    right: float,
    source: Span | None,
    cue: Span | None,
    content: Spans,
    *,
    mode: Mode = Mode.INDIRECT,
    entry: Cue | None = None,
    within: Statement | None = None,
    granted: bool = False,
) -> Statement:
    """A statement that a rule finds by its source and its cue.

    Args:
        rule: its name, of those in `hearsay.reader.rules.REASONS`.
        right: how often the rule is right, 0 to 1.
        source: the words for who it is from; None where nobody is named.
        cue: the words that make it an attribution; None where there are none.
        content: what is attributed.
        mode: in whose words.
        entry: what the tables know of the cue.
        within: the statement in whose content it stands.
        granted: it is taken for granted that it was said.
    """
    because = tuple(sorted(span for span in {source, cue} if span is not None))
    return Statement(
        source, cue, content, mode, right, ground(rule, because),
        entry=entry, within=within, granted=granted,
    )  # fmt: skip


SURE = 0.95
"""How often a rule must be right for its content to be taken over that of the learned reader.

Where such a rule names the same cue, the quotations that it pairs are the content: of direct quotations with their
source on PolNeAR's development half that mends one in a hundred, and it harms no other figure.
"""

BY_FORM = frozenset({"rule:dash_and_name_after_quote", "rule:signed_block_quote"})
"""Rules of which the form leaves no choice: the line is a quotation, a dash and a name. The corpus has too few to count."""


LED = "rule:colon_before_paragraph"
"""The rule for a paragraph that the line above it gives to somebody."""


FRAGMENTS = frozenset({"rule:verb_before_fragment", "rule:source_after_fragment"})
"""Rules for words within marks that are part of a sentence. Of sixteen that the learned reader passes over two are said, both after "that"."""


def both(learned: Sequence[Statement], by_rule: Sequence[Statement], text: str) -> list[Statement]:
    """What the learned reader finds, and of what the rules find that of which it says nothing.

    Of words within marks amid a sentence only those after "that": "arguing | that it “lashed out”"; not "he ordered an airdrop, despite the
    “military …”".

    Args:
        learned: what the learned reader finds.
        by_rule: what the rules find.
        text: the whole text.
    """
    sure = [one for one in by_rule if one.cue and one.explicit and _is_sure(one)]
    learned = _without_led(learned, by_rule)
    told = [_quoted_as_paired(_without_others(one, sure), by_rule) for one in learned]
    taken = sorted(span for one in told for span in one.content)
    more = (
        one
        for one in by_rule
        if one.ground.by not in FRAGMENTS or one.content[0].cut(text).startswith("that ")
    )
    return [*told, *(one for one in more if not _taken(one, taken))]


def _without_led(learned: Sequence[Statement], by_rule: Sequence[Statement]) -> list[Statement]:
    """What the learned reader finds, without what stands wholly in a paragraph that the line above gives to somebody: it is found again in that one's words.

    Takes: "the owners agree" in The owners agree, the mayor was told. under "The Post reports:"; that "The owners" reports. Left: what "The Post" reports.
    """
    out = list(learned)
    for over in (one for one in by_rule if one.source and one.ground.by == LED):
        below = over.content[0]
        led = [one for one in out if one.cue and over.cue and one.cue.meets(over.cue)]
        met = [
            one for one in out if one not in led and any(part.meets(below) for part in one.content)
        ]
        amiss = [one for one in led if one.source and below.holds(one.source)]
        if all(_inside(one, below) for one in met):
            out = [one for one in out if one not in (*met, *amiss)]
    return out


def _inside(one: Statement, around: Span) -> bool:
    return all(around.holds(part) for part in (one.source, one.cue, *one.content) if part)


def _is_sure(one: Statement) -> bool:
    """Whether a rule is right nearly always, as counted or, where the corpus has none, by its form."""
    return one.confidence >= SURE or one.ground.by in BY_FORM


def _without_others(one: Statement, sure: Sequence[Statement]) -> Statement:
    """A statement without the quotations that a sure rule gives to another cue.

    Takes: the first of two signed lines, “No.” – Ida Lund and “Yes.” – Per Moss, out of what Moss says.
    Leaves: the second half of a quotation that his "said" interrupts.
    """
    if len(one.content) == 1 or one.cue is None:
        return one
    away = [o for o in sure if o.cue and not o.cue.meets(one.cue)]
    kept = tuple(p for p in one.content if not any(_is_others(p, other) for other in away))
    return msgspec.structs.replace(one, content=kept) if kept else one


def _is_others(part: Span, other: Statement) -> bool:
    """Whether a part of a content is the quotation of another cue, or runs from its quotation into that cue.

    Takes: the words from "We go" to "said Moss" in “No. We go,” said Moss, who also questioned the plan.
    """
    over = other.cue is not None and part.meets(other.cue)
    return any(held.holds(part) or (over and held.meets(part)) for held in other.content)


def _quoted_as_paired(one: Statement, by_rule: Sequence[Statement]) -> Statement:
    """A statement of the learned reader, with the content of a sure rule that has the same cue."""
    for other in by_rule:
        same = one.cue and other.cue and other.explicit and one.cue.meets(other.cue)
        more = all(any(held.holds(part) for held in other.content) for part in one.content)
        sure = _is_sure(other) or (more and other.mode is Mode.DIRECT)
        if same and sure and not _source_inside(one, other.content):
            return msgspec.structs.replace(one, content=other.content, mode=other.mode)
    return one


def _source_inside(one: Statement, content: Spans) -> bool:
    """Whether source or cue stand in some words: "Another commenter, | “Amanita,” | speculated | that it was over |"."""
    return any(part and part.meets(span) for part in (one.source, one.cue) for span in content)


def _taken(one: Statement, taken: Sequence[Span]) -> bool:
    return any(span.meets(other) for span in one.content for other in taken)


def in_order(told: Sequence[Statement]) -> list[Statement]:
    """By the first character of the content, what holds before what is held."""
    return sorted(told, key=lambda one: (one.content[0].start, -one.content[-1].end))


def changed(
    told: Sequence[Statement], change: Callable[[Statement], Statement | None]
) -> list[Statement]:
    """The statements as a change leaves them, each within what has become of the one around it.

    Args:
        told: in any order.
        change: what becomes of a statement, which stands already in what its outer one became; None drops it, and
            what stood in it stands in what was around it.
    """
    now: dict[int, Statement | None] = {}

    def became(one: Statement) -> Statement | None:
        if id(one) not in now:
            around = one.within
            while around is not None and became(around) is None:
                around = around.within
            new = became(around) if around is not None else None
            same = new is one.within
            now[id(one)] = change(one if same else msgspec.structs.replace(one, within=new))
        return now[id(one)]

    return [new for one in told if (new := became(one)) is not None]


def outwards(one: Statement | None) -> list[Statement]:
    """A statement and those that it stands in, the nearest first."""
    out = []
    while one is not None:
        out.append(one)
        one = one.within
    return out


def outer_of(one: Statement) -> list[Statement]:
    """The statements that a statement stands in, the nearest first."""
    return outwards(one.within)


def by_source(told: Sequence[Statement]) -> dict[Span, Statement]:
    """The first statement of each source phrase, in order; who hands on what another says is a source too."""
    out: dict[Span, Statement] = {}
    placed = [(one.source, one) for one in told if one.source]
    placed += [
        (one.through, msgspec.structs.replace(one, source=one.through))
        for one in told
        if one.through
    ]
    for source, one in sorted(placed, key=lambda pair: (pair[0], pair[1].content)):
        out.setdefault(source, one)
    return out


def holders(told: Iterable[Statement], words: Span) -> list[Statement]:
    """The statements in whose content some words stand, the innermost first."""
    start, end = words.start, words.end
    held = [
        one for one in told for part in one.content if part.start <= start and end <= part.end
    ]  # the parts of a content are apart: one at most holds the words
    return sorted(held, key=lambda one: sum([part.length for part in one.content]))


def holder(told: Iterable[Statement], words: Span) -> Statement | None:
    """The innermost of them."""
    return next(iter(holders(told, words)), None)
