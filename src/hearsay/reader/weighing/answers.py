"""Answers: sentences that put up an explanation, and the words of it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.terms import patterns
from hearsay.text.span import Span, matched

FRAGMENT = 5
"""Words of the longest sentence without a predicate that is an answer, its mark taken with them."""

SHORT = 9
"""Words of the longest sentence of saying that is an answer as it stands."""

PRONOUNS = ("this", "that", "it", "these", "those")


class Way(StrEnum):
    """How an answer is put up."""

    NAMED = "names_an_answer"
    VIEW = "somebody_takes_it_for_the_answer"
    MAYBE = "an_answer_that_may_be"
    MODAL = "what_may_move_somebody"
    DOUBTED = "an_answer_that_is_not_believed"
    GUESS = "what_the_author_settles_for"


class Answer(msgspec.Struct, frozen=True):
    """An explanation where it is put up.

    Attributes:
        at: the number of its sentence in the row.
        claim: the words of it.
        sign: the words that put it up.
        way: how it is put up.
    """

    at: int
    claim: Span
    sign: Span
    way: Way


def answers(row: Sequence[Sentence], at: int, *, loose: bool) -> Iterator[Answer]:
    """The explanations that a sentence puts up: one, or the two of "Was it the fine, or was it the owner?".

    Args:
        row: the sentences.
        at: the number of the sentence.
        loose: whether ways that need a place are taken too: where a paragraph opens, or right after the question.
    """
    one = row[at]
    found = answer(row, at, loose=loose)
    either = one.find("either") if found and found.way is Way.MAYBE and one.asks else None
    if found is None or either is None or not matched(either).start:
        if found is not None:
            yield found
        return
    cut = one.index(matched(either).start)
    parts = ((one.part(0, cut), found.claim), (one.part(cut, len(one.words)), one.span))
    for part, claim in parts:
        whole = part.stretch(0, len(part.words)) if part else None
        words = (
            _after(one, matched(either).end) if claim is one.span else whole and whole.common(claim)
        )
        if words is not None:
            yield Answer(at, words, found.sign, Way.MAYBE)


def answer(row: Sequence[Sentence], at: int, *, loose: bool) -> Answer | None:
    """The explanation that a sentence puts up, or announces for the next; None where it puts up none.

    Takes: "One explanation is money"; "Others blame the diesel"; "Maybe it's an injury"; "Lund may be calculating that …".
    Leaves: "The reason is unclear"; "He may be there on Monday"; "Others stayed".

    Args:
        row: the sentences.
        at: the number of the sentence.
        loose: whether ways that need a place are taken too: where a paragraph opens, or right after the question.
    """
    one = row[at]
    for name, way in (
        ("theory", Way.NAMED),
        ("guess", Way.GUESS),
        ("named", Way.NAMED),
        ("doubted", Way.DOUBTED),
    ):
        found = one.find(name)
        if found is None or one.asks or (name == "guess" and not one.first):
            continue
        span = matched(found)
        if name == "theory":
            stretch = one.stretch(0, one.index(span.end))
            return Answer(at, stretch, stretch, way) if stretch else None
        after = _after(one, span.end)
        if after is not None and not _announces(one):
            return Answer(at, after, _words(one, span), way)
    if _announces(one) and at + 1 < len(row):
        following = row[at + 1]
        claim = _after(following, 0)
        sign = one.stretch(0, len(one.words))
        return Answer(at + 1, claim, sign, Way.NAMED) if claim and sign else None
    return _loose(one, at) if loose else _modal(one, at)


def _loose(one: Sentence, at: int) -> Answer | None:
    for name, way, from_start in (
        ("maybe", Way.MAYBE, False),
        ("view", Way.VIEW, False),
        ("points", Way.VIEW, True),
    ):
        found = one.find(name)
        if found is None or (one.asks and name != "maybe"):
            continue
        span = matched(found)
        claim = _claim(one, 0 if from_start else span.end, span.end)
        if claim is not None:
            return Answer(at, claim, _words(one, span), way)
    return _modal(one, at) or _fragment(one, at)


def _modal(one: Sentence, at: int) -> Answer | None:
    """Takes: "If so, Lund may be calculating that …". Leaves: "That would explain the wording", which speaks for an answer."""
    for pattern in patterns("modal"):
        found = pattern.search(one.low)
        if found is None or one.asks:
            continue
        sign = matched(found)
        before = one.low[: sign.start].split()
        subject = _past_aside(before)
        while subject and before[subject - 1] not in (
            ",",
            ";",
            "that",
            "so",
            "suggest",
            "suggests",
            "and",
        ):
            subject -= 1
        if (
            before[subject:]
            and before[-1] not in (*PRONOUNS, "which", "who")
            and before[subject] not in PRONOUNS
        ):
            last = _stop(one, sign.end)
            claim = one.stretch(subject, last)
            return Answer(at, claim, _words(one, sign), Way.MODAL) if claim else None
    return None


def _past_aside(before: list[str]) -> int:
    """Takes: "irrigation, which has doubled since 2018, could …", from where "which" is passed over."""
    if before[-1:] == [","] and "," in before[:-1]:
        return len(before) - 1 - before[-2::-1].index(",") - 1
    return len(before)


def _fragment(one: Sentence, at: int) -> Answer | None:
    """Takes: "Money, then."; "“Falling demand,” says the press office." Leaves: "Course not."."""
    words = one.low.split()
    if words[0] in ('"', "“") and words.index("”" if "”" in words else words[-1]) <= FRAGMENT:
        inner = one.stretch(0, words.index("”") if "”" in words else FRAGMENT)
    elif len(words) <= FRAGMENT and words[-2:-1] == ["then"]:
        inner = one.stretch(0, len(words) - 2)
    else:
        says = len(words) <= SHORT and any(word in ("says", "said", "say") for word in words[1:4])
        inner = (
            one.stretch(0, len(words))
            if says and words[0] not in PRONOUNS and words[0] not in ("he", "she", "they", "i")
            else None
        )
    return Answer(at, inner, inner, Way.VIEW) if inner else None


def _announces(one: Sentence) -> bool:
    return one.has("simpler")


def _words(one: Sentence, span: Span) -> Span:
    found = one.stretch(one.index(span.start), one.index(span.end))
    return found or one.span


def _after(one: Sentence, offset: int) -> Span | None:
    """The words of a claim from an offset on, as far as it goes."""
    return _claim(one, offset, offset)


def _claim(one: Sentence, offset: int, least: int) -> Span | None:
    """The words of a claim from an offset on; it goes on over another."""
    first = one.index(offset) if offset < len(one.low) else len(one.words)
    return one.stretch(first, _stop(one, least))


def _stop(one: Sentence, offset: int) -> int:
    starts = [m.start() for p in patterns("stop") if (m := p.search(one.low, offset + 8))]
    return one.index(min(starts)) if starts else len(one.words)
