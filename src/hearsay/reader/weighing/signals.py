"""Signals: what is seen of a paragraph, a sentence and a part of one, by which it is told what they do in a weighing.

A signal is a name: a class of the table of weighing, with where it was seen.
"""

from collections.abc import Collection, Sequence

from hearsay.reader.weighing.asking import of_question
from hearsay.reader.weighing.order import ordered
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.units import Opens, Unit

SEEN = frozenset({
    "account", "counted", "numbered", "leaves", "there_is", "holder", "holds", "holds_that", "supposed", "may_be", "or_else",
    "turns", "weighs", "brief", "questioned", "what_about", "colon", "it_is", "copula", "because", "anaphor", "turns_first",
    "author_first", "settles", "comes", "ought", "figure", "quote", "opens_quoted", "reader", "was",
})  # fmt: skip
"""Classes that are seen of a sentence."""

WAYS = frozenset({"named", "view", "points", "maybe", "modal", "doubted", "theory", "guess"})
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

PART = frozenset({
    "negated", "opens_against", "but", "trouble", "speaks_for", "is_not", "replies", "grants", "author_speaks", "quote",
    "figure", "comes", "ought", "also_given", "since", "in_fact", "if", "points_back", "person_first", "of_theories",
    "questioned", "likewise", "contra", "rejects", "turn", "granted", "pro", "also",
})  # fmt: skip
"""Classes that are seen of a part of a sentence."""

FAR = 5
DEPTHS = 5
LENGTHS = (2, 4, 7, 12, 20, 30)
SHORT, LONG = 6, 12


def of_paragraphs(
    row: Sequence[Sentence], groups: Sequence[Sequence[int]], questions: Sequence[int]
) -> list[frozenset[str]]:
    """What is seen of each paragraph: how it opens, what is in it, what stands beside it, and where the question was.

    Args:
        row: the sentences.
        groups: for each paragraph of the body the numbers of its sentences.
        questions: the numbers of the sentences that ask why.
    """
    known = [[row[n].classes & SEEN for n in group] for group in groups]
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
    first = {f"0:way:{name}" for name in row[group[0]].classes & WAYS}
    return first | {f"1:way:{name}" for n in group[1:3] for name in row[n].classes & WAYS}


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


def of_units(
    row: Sequence[Sentence], units: Sequence[Unit], questions: Sequence[int]
) -> list[frozenset[str]]:
    """What is seen of every unit: of itself, of its sentence, of what stands beside it, and of the paragraph that it opens.

    Args:
        row: the sentences.
        units: of them.
        questions: the numbers of the sentences that ask why.
    """
    groups = paragraphs(row)
    opening = of_paragraphs(row, groups, questions)
    known = [one.classes & SEEN for one in row]
    sentences = [_of_sentence(one, classes) for one, classes in zip(row, known, strict=True)]
    place = {n: (at, number) for number, group in enumerate(groups) for at, n in enumerate(group)}
    parts = [unit.part.classes & PART for unit in units]
    sides = list(ordered(units))
    out = []
    for at, unit in enumerate(units):
        has = {f"order:{sides[at]}", f"order:{sides[at]}:{at > 0 and sides[at - 1]}"}
        has |= {f"is:{name}" for name in parts[at]} | sentences[unit.number] | _words(unit.part)
        has.add(f"opens:{unit.opens.name.lower()}")
        has |= {f"prev:{name}" for name in parts[at - 1]} if at else set()
        has |= {f"next:{name}" for name in parts[at + 1]} if at + 1 < len(units) else set()
        if unit.number in place:
            within, number = place[unit.number]
            has |= _where(within, len(groups[number]), number, len(groups))
            has |= _beside(known, groups[number], within)
            if unit.opens is Opens.PARAGRAPH:
                has |= {f"paragraph:{name}" for name in opening[number]}
        out.append(frozenset(has))
    return out


def paragraphs(row: Sequence[Sentence]) -> list[list[int]]:
    """The sentences of each paragraph of the body, by their numbers."""
    out: dict[int, list[int]] = {}
    for n, one in enumerate(row):
        if not one.headline:
            out.setdefault(one.paragraph, []).append(n)
    return [out[key] for key in sorted(out)]


def _of_sentence(one: Sentence, classes: Collection[str]) -> set[str]:
    out = {f"sentence:{name}" for name in classes}
    out |= {f"way:{name}" for name in one.classes & WAYS}
    out |= {f"asked:{name}" for name in of_question(one)}
    return out | ({"headline"} if one.headline else set())


def _words(part: Sentence) -> set[str]:
    """The words of a unit, the first ones, and how many they are; which of them are weighed was learned."""
    words = [low for low in part.lows if low.isalpha() or any(map(str.isalpha, low))]
    out = {f"word:{low}" for low in part.lows}
    out.add(f"length:{sum(len(words) > most for most in LENGTHS)}")
    out |= {f"first:{words[0]}"} if words else set()
    return out | ({f"first:{words[0]} {words[1]}"} if len(words) > 1 else set())


def _where(at: int, many: int, number: int, paragraphs_: int) -> set[str]:
    """Where the sentence of a unit stands in its paragraph, and the paragraph in the body."""
    out = {f"at:{min(at, 4)}", f"many:{min(many, 6)}", f"third:{3 * at // many}"}
    out |= {f"down:{min(number, 8)}", f"left:{min(paragraphs_ - 1 - number, 4)}"}
    return out | ({"last"} if at + 1 == many else set())


def _beside(known: Sequence[Collection[str]], group: Sequence[int], at: int) -> set[str]:
    """The classes of the sentences before and after one in its paragraph."""
    out = {f"before:{name}" for name in known[group[at - 1]]} if at else set()
    after = known[group[at + 1]] if at + 1 < len(group) else ()
    return out | {f"after:{name}" for name in after}
