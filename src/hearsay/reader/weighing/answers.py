"""Answers: sentences that put up an explanation, and the words of it."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from hearsay.reader.weighing.row import Sentence
from hearsay.text.span import Span, Spans

FRAGMENT = 5
"""Words of the longest sentence without a predicate that is an answer, its mark taken with them."""

QUOTED = 4
"""Where the mark that closes the shortest quotation that is an answer stands: after another mark, two words and a comma."""

SHORT = 9
"""Words of the longest sentence of saying that is an answer as it stands."""

LEAST = 1
"""Words of a claim before it can be over."""

POINTING = ("this", "that", "it", "these", "those", "which", "who")
"""Subjects that take up something told before, and put up no answer of their own."""

SPEAKERS = (*POINTING, "he", "she", "they", "i")
BEFORE_SUBJECT = (",", ";", "that", "so", "suggest", "suggests", "and")
SAYS = ("says", "said", "say")
OPENING = ("“", '"', "``")
CLOSING = ("”", '"', "''")

STRICT = ("theory", "guess", "named", "doubted")
LOOSE = ("maybe", "view", "points")


class Way(StrEnum):
    """How an answer is put up."""

    NAMED = "names_an_answer"
    VIEW = "somebody_takes_it_for_the_answer"
    MAYBE = "an_answer_that_may_be"
    MODAL = "what_may_move_somebody"
    DOUBTED = "an_answer_that_is_not_believed"
    GUESS = "what_the_author_settles_for"
    PARAGRAPH = "a_paragraph_puts_it_up"


_WAYS = {
    "theory": Way.NAMED,
    "guess": Way.GUESS,
    "named": Way.NAMED,
    "doubted": Way.DOUBTED,
    "maybe": Way.MAYBE,
    "view": Way.VIEW,
    "points": Way.VIEW,
}


class Answer(msgspec.Struct, frozen=True):
    """An explanation where it is put up.

    Attributes:
        at: the number of its sentence in the row, the last where it has two.
        claim: the words of it.
        sign: the words that put it up.
        way: how it is put up.
        first: the number of its first sentence.
    """

    at: int
    claim: Spans
    sign: Span
    way: Way
    first: int


def answers(row: Sequence[Sentence], at: int, *, loose: bool) -> tuple[Answer, ...]:
    """The explanations that a sentence puts up: one, or the two of "Was it the fine, or was it the owner?".

    Takes: "One explanation is money"; "Others blame the diesel"; "Maybe it's an injury"; "Lund may be calculating that …".
    Leaves: "The reason is unclear"; "He may be there on Monday"; "Others stayed".

    Args:
        row: the sentences.
        at: the number of the sentence.
        loose: whether ways that need a place are taken too: where a paragraph opens, or right after the question.
    """
    one = row[at]
    found = (
        _strict(one, at) or _announced(row, at) or (_loose(one, at) if loose else _modal(one, at))
    )
    if found is None:
        return ()
    either = one.find("either") if found.way is Way.MAYBE and one.asks else None
    first = found.claim[0].common(_stretch(one, 0, one.index(either.start))) if either else None
    second = _claim(one, one.after(either)) if either else None
    if first is None or second is None:
        return (found,)
    claims = (first, second)
    return tuple(Answer(at, (claim,), found.sign, found.way, at) for claim in claims)


def _strict(one: Sentence, at: int) -> Answer | None:
    """Ways that need no place.

    Takes: "A second is that the threat is the policy". Leaves: "The matter is simpler", which announces one.
    """
    if one.asks or one.has("simpler"):
        return None
    for name in STRICT:
        sign = one.find(name)
        if sign is None or (name == "guess" and not one.first):
            continue
        after = one.after(sign)
        claim = _stretch(one, 0, after) if name == "theory" else _claim(one, after)
        if claim is not None:
            return Answer(at, (claim,), _sign(one, sign), _WAYS[name], at)
    return None


def _announced(row: Sequence[Sentence], at: int) -> Answer | None:
    """Takes: "The matter is simpler. The farmers are waiting." Leaves: the same at the end of an article."""
    if row[at].asks or not row[at].has("simpler") or at + 1 == len(row):
        return None
    claim = _claim(row[at + 1], 0)
    return Answer(at + 1, (claim,), row[at].span, Way.NAMED, at + 1) if claim else None


def _loose(one: Sentence, at: int) -> Answer | None:
    """Takes: "Others blame the diesel", where a paragraph opens. Leaves: "Others blamed him?"."""
    for name in LOOSE:
        sign = one.find(name)
        if sign is None or (one.asks and name != "maybe"):
            continue
        after = one.after(sign)
        claim = _claim(one, 0 if name == "points" else after, after)
        if claim is not None:
            return Answer(at, (claim,), _sign(one, sign), _WAYS[name], at)
    return _modal(one, at) or _fragment(one, at)


def _modal(one: Sentence, at: int) -> Answer | None:
    """Takes: "If so, Lund may be calculating that …". Leaves: "That would explain the wording", which speaks for an answer."""
    sign = None if one.asks else one.find("modal")
    if sign is None:
        return None
    verb = one.index(sign.start)
    first = _past_aside(one.lows, verb)
    while first and one.lows[first - 1] not in BEFORE_SUBJECT:
        first -= 1
    if first == verb or one.lows[first] in POINTING or one.lows[verb - 1] in POINTING:
        return None
    claim = _claim(one, first, one.after(sign))
    return Answer(at, (claim,), _sign(one, sign), Way.MODAL, at) if claim else None


def _past_aside(lows: Sequence[str], verb: int) -> int:
    """Takes: "irrigation, which has doubled since 2018, could …", where what stands between commas is passed over."""
    commas = [n for n in range(verb) if lows[n] == ","]
    inside = len(commas) > 1 and commas[-1] == verb - 1
    return commas[-2] if inside else verb


def _fragment(one: Sentence, at: int) -> Answer | None:
    """Takes: "Money, then."; "“Falling demand,” says the office."; "Kirani says that the rains failed." Leaves: "Course not."."""
    lows = one.lows
    closed = next((n for n, low in enumerate(lows) if n and low in CLOSING), len(lows))
    claim = None
    if lows[0] in OPENING and QUOTED <= closed <= FRAGMENT:
        claim = _stretch(one, 0, closed)
    elif len(lows) <= FRAGMENT and lows[-2:-1] == ("then",):
        claim = _stretch(one, 0, len(lows) - 2)
    elif len(lows) <= SHORT and {*SAYS} & {*lows[1:4]} and lows[0] not in SPEAKERS:
        claim = _stretch(one, 0, len(lows))
    return Answer(at, (claim,), claim, Way.VIEW, at) if claim else None


def _stretch(one: Sentence, first: int, stop: int) -> Span:
    return one.stretch(first, stop) or one.span


def _sign(one: Sentence, sign: Span) -> Span:
    return _stretch(one, one.index(sign.start), one.after(sign))


def _claim(one: Sentence, first: int, over: int | None = None) -> Span | None:
    """The words of a claim from one word on, as far as it goes; it goes on at least over another word."""
    least = min((first if over is None else over) + LEAST, len(one.words)) - 1
    if first > least:
        return None
    ends = one.every("stop", least)
    return one.stretch(first, min((one.index(end.start) for end in ends), default=len(one.words)))
