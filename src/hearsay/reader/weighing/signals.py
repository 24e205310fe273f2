"""Signals: what is seen of a paragraph, a sentence and a part of one, by which it is told what they do in a weighing.

A signal is a name: a class of the table of weighing, with where it was seen.
"""

from collections.abc import Collection, Sequence

import msgspec

from hearsay.language.weighing import every
from hearsay.reader.weighing.row import Sentence

SEEN = (
    "account", "counted", "numbered", "leaves", "there_is", "holder", "holds", "holds_that", "supposed", "may_be", "or_else",
    "turns", "weighs", "brief", "questioned", "what_about", "colon", "it_is", "copula", "because", "anaphor", "turns_first",
    "author_first", "settles", "comes", "ought", "figure", "quote", "opens_quoted", "reader", "was",
)  # fmt: skip
"""Classes that are seen of a sentence."""

WAYS = ("named", "view", "points", "maybe", "modal", "doubted", "theory", "guess")
"""Classes of ways to put an answer up."""

COUNTED = (
    "turns", "weighs", "comes", "ought", "author_first", "questioned", "holds", "supposed", "may_be", "because", "figure",
    "account",
)  # fmt: skip
"""Classes of which it is seen how many sentences of a paragraph have them."""

BESIDE = frozenset(
    {
        "has:turns", "turns_later", "two:weighs", "has:ought", "two:comes", "has:account", "0:counted", "0:numbered",
        "0:leaves", "0:holder", "0:account", "0:questioned",
    }
)  # fmt: skip
"""Signals of a paragraph that are seen of the one before and after it too."""

OPENING = frozenset(
    {
        "account", "holds", "holds_that", "questioned", "there_is", "leaves", "copula", "counted", "numbered", "anaphor",
        "brief", "colon",
    }
)  # fmt: skip
LATER = frozenset(
    {
        "holds", "holds_that", "or_else", "copula", "it_is", "colon", "supposed", "turns_first",
        "figure", "anaphor",
    }
)  # fmt: skip
PART = (
    "negated", "opens_against", "but", "trouble", "speaks_for", "is_not", "replies", "grants", "author_speaks", "quote",
    "figure", "comes", "ought", "also_given", "since", "in_fact", "if", "points_back", "person_first", "of_theories",
    "questioned", "likewise", "contra", "rejects", "turn", "granted", "pro", "also",
)  # fmt: skip
"""Classes that are seen of a part of a sentence."""

AFTER = frozenset(
    {"but", "opens_against", "also_given", "negated", "trouble", "speaks_for", "replies", "grants"}
)
"""Classes that are seen together with the side on which the part before stood."""

FAR = 5
DEPTHS = 5
LENGTHS = (5, 9, 20)
SHORT, LONG = 6, 12


def seen(one: Sentence) -> frozenset[str]:
    """The classes of a sentence."""
    return frozenset(name for name in SEEN if one.has(name))


def of_paragraphs(
    row: Sequence[Sentence], groups: Sequence[Sequence[int]], questions: Sequence[int]
) -> list[frozenset[str]]:
    """What is seen of each paragraph: how it opens, what is in it, what stands beside it, and where the question was.

    Args:
        row: the sentences.
        groups: for each paragraph of the body the numbers of its sentences.
        questions: the numbers of the sentences that ask why.
    """
    known = [[seen(row[n]) for n in group] for group in groups]
    base = [
        _within(row, group, classes) | _opening(row, group)
        for group, classes in zip(groups, known, strict=True)
    ]
    out = []
    for at, signals in enumerate(base):
        around = {
            f"{name}:{signal}"
            for name, other in (("before", at - 1), ("after", at + 1))
            if 0 <= other < len(base)
            for signal in base[other] & BESIDE
        }
        out.append(frozenset(signals | around | _place(row, groups, at, questions)))
    return out


def _within(
    row: Sequence[Sentence], group: Sequence[int], classes: Sequence[Collection[str]]
) -> set[str]:
    out = {f"{at}:{name}" for at in range(min(2, len(group))) for name in classes[at]}
    for name in COUNTED:
        many = sum(name in has for has in classes)
        out |= {f"has:{name}"} if many else set()
        out |= {f"two:{name}"} if many > 1 else set()
        out |= {f"most:{name}"} if 2 * many >= len(group) else set()
    if any({"turns", "turns_first"} & {*has} for has in classes[1:]):
        out.add("turns_later")
    words = len(row[group[0]].lows)
    out.add("opens_short" if words <= SHORT else "opens_long" if words > LONG else "opens")
    out |= {f"length:{min(words // 3, 6)}", f"many:{min(len(group), 8) // 2}"}
    return out


def _opening(row: Sequence[Sentence], group: Sequence[int]) -> set[str]:
    first = {f"0:way:{name}" for name in WAYS if row[group[0]].has(name)}
    return first | {f"1:way:{name}" for name in WAYS if any(row[n].has(name) for n in group[1:3])}


def _place(
    row: Sequence[Sentence], groups: Sequence[Sequence[int]], at: int, questions: Sequence[int]
) -> set[str]:
    out = {f"depth:{min(DEPTHS - 1, int(at * DEPTHS / max(1, len(groups) - 1)))}"}
    before = [q for q in questions if not row[q].headline and q < groups[at][0]]
    if before:
        asked = next(k for k, group in enumerate(groups) if before[-1] in group)
        out.add(f"asked:{min(FAR, at - asked)}")
        if at - asked == 1 and before[-1] == groups[asked][-1]:
            out.add("just_asked")
    else:
        out.add("not_asked")
    if any(q in groups[at] for q in questions):
        out.add("asks_within")
    if any(row[q].headline for q in questions):
        out.add("headline_asks")
    ends = {0: "first", len(groups) - 1: "last", len(groups) - 2: "last_but_one"}
    return out | ({ends[at]} if at in ends else set())


def of_sentences(
    row: Sequence[Sentence], group: Sequence[int], questions: Collection[int]
) -> list[frozenset[str]]:
    """What is seen of each sentence of a paragraph, by which the one that has the claim is told.

    Args:
        row: the sentences.
        group: the numbers of those of the paragraph.
        questions: the numbers of the sentences that ask why.
    """
    known = [seen(row[n]) for n in group]
    out = []
    for at, n in enumerate(group):
        mine = known[at]
        has = {f"at:{min(at, 4)}", f"length:{_length(row[n])}"} | {f"is:{name}" for name in mine}
        if at:
            has |= {f"before:{name}" for name in known[at - 1]}
            has |= {f"later:{name}" for name in mine & LATER}
        else:
            has |= {f"first:{name}" for name in mine & OPENING}
        has |= {f"after:{name}" for name in known[at + 1]} if at + 1 < len(group) else {"last"}
        has |= {f"way:{name}" for name in WAYS if row[n].has(name)}
        has |= {"after_question"} if n - 1 in questions else set()
        has |= {"question"} if n in questions else set()
        has |= {f"word:{span.cut(row[n].low)}" for span in every("small", row[n].low)}
        out.append(frozenset(has))
    return out


def _length(one: Sentence) -> int:
    return sum(len(one.lows) > most for most in LENGTHS)


def of_part(
    part: Sentence, whole: Sentence, standing: "Standing", *, own: bool, ahead: bool
) -> frozenset[str]:
    """What is seen of a part of a sentence, by which it is told whether it is evidence, and on which side.

    Args:
        part: of a sentence.
        whole: the sentence.
        standing: what was told before it of the same answer.
        own: whether the sentence has the claim.
        ahead: whether it stands before the claim.
    """
    has = {name for name in PART if part.has(name)}
    out = {f"is:{name}" for name in has} | {f"side:{standing.side}"}
    out |= {f"side:{standing.side}:{name}" for name in has & AFTER}
    out |= {f"third:{3 * standing.at // max(1, standing.many)}"}
    out |= {f"length:{sum(len(part.words) > most for most in (3, 6))}"}
    flags = {
        "turned": standing.turned,
        "own": own,
        "ahead": ahead,
        "last": standing.at + 1 == standing.many,
        "cut": part.words[0] != whole.words[0],
    }
    return frozenset(out | {name for name, holds in flags.items() if holds})


class Standing(msgspec.Struct, frozen=True):
    """How far the evidence about an answer has got.

    Attributes:
        at: the number of the part that comes next.
        many: of all the parts about the answer.
        side: of the evidence before: 1 for, -1 against, 0 for none.
        turned: whether something has turned before.
    """

    at: int
    many: int
    side: int = 0
    turned: bool = False
