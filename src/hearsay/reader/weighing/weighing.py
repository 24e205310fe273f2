"""Weighing: a question, the answers that follow it, and what is given for and against each."""

from collections.abc import Sequence

from hearsay.language.words import Words
from hearsay.reader.cast.seen import NOTHING, Seen
from hearsay.reader.weighing.answers import Answer, answers
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.evidence import given
from hearsay.reader.weighing.put_up import Weighed, put_up
from hearsay.reader.weighing.row import Sentence, row
from hearsay.reader.weighing.text import Text
from hearsay.reader.weighing.weights import Weights, weights
from hearsay.reading.ground import Ground
from hearsay.reading.voice import Candidate, Hypotheses
from hearsay.text.article import Article
from hearsay.text.span import Span, joined

FAR = 2
"""Paragraphs without an answer after which a question is over."""

REACH = 60
"""Sentences without an answer after which a question is over."""

LEAST, NAMED = 2, 3
"""Answers without which nothing is weighed; and so many that are put up in so many words that no others are looked for."""


def weighed(
    article: Article, cut: Words, seen: Seen = NOTHING, learned: Weights | None = None
) -> tuple[Hypotheses, ...]:
    """The questions of which an article weighs at least two answers, in the order of the text.

    A report says that something is open, and then who holds what, sentence by sentence, in words that put answers up; a column may do the
    same, or it asks and weighs in an order of its own, which is read as a chain by learned weights.

    Takes: "Why did she step back? One explanation is money … It is tempting to think that she was frightened …". Leaves: a
    question that is answered at once, and one that nobody answers.

    Args:
        article: with its blocks.
        cut: its words.
        seen: what the network knows of them.
        learned: other weights than those that ship.
    """
    every = row(article, cut)
    questions = list(asked(every))
    words = [word.span for word in seen.words]
    text = Text(every, questions, weights() if learned is None else learned, words, seen.upper)
    body = [at for at in questions if not every[at].headline]
    held = _found(every, [at for at in body if not every[at].asks])
    named = () if held else _found(every, body)
    if not held:
        held = tuple(one for one in named if len(one.answers) >= NAMED)
    if not held and (chained := put_up(text)) is not None:
        one = _weighed(text, chained)
        if _weighs(one):
            return (one,)
    held = held or named or _found(every, [at for at in questions if every[at].headline])
    return tuple(_weighed(text, one) for one in held)


def _weighs(one: Hypotheses) -> bool:
    """Whether answers are weighed and not only listed: something is given for half of them, and something against one."""
    told = [candidate for candidate in one.candidates if candidate.supports or candidate.against]
    turned = any(candidate.against for candidate in one.candidates)
    return turned and 2 * len(told) >= len(one.candidates)


def _found(every: list[Sentence], questions: Sequence[int]) -> tuple[Weighed, ...]:
    """What is weighed of some questions; that of a headline is answered in the body, where no other is asked."""
    out: list[Weighed] = []
    past = 0
    stops, put = _stops(every, questions), _Put(every)
    for number, at in enumerate(questions):
        if at < past:
            continue
        held = _answers(put, at, stops[number])
        nearer = number + 1 < len(questions) and held and questions[number + 1] < held[0].at
        if not nearer and len(held) >= LEAST:  # of several, the nearest question is answered
            out.append(Weighed(at, tuple(held)))
            past = held[-1].at + 1
    return tuple(out)


def _stops(every: Sequence[Sentence], questions: Sequence[int]) -> list[int]:
    """For each question the next one that opens a paragraph, or the end."""
    out: list[int] = []
    stop = len(every)
    for at in reversed(questions):
        out.append(stop)
        stop = at if every[at].first else stop
    return out[::-1]


class _Put:
    """What the sentences of a row put up, each asked once."""

    def __init__(self, every: Sequence[Sentence]) -> None:
        self.every = every
        self._known: dict[tuple[int, bool], tuple[Answer, ...]] = {}
        self._over: dict[int, bool] = {}

    def up(self, at: int, *, loose: bool) -> tuple[Answer, ...]:
        """The answers that a sentence puts up."""
        key = (at, loose)
        if key not in self._known:
            self._known[key] = answers(self.every, at, loose=loose)
        return self._known[key]

    def over(self, at: int) -> bool:
        """Whether a sentence ends whatever was weighed before it."""
        if at not in self._over:
            one = self.every[at]
            asks = one.first and one.asks and not one.has("or")
            self._over[at] = asks or one.has("ends")
        return self._over[at]


def _answers(put: _Put, at: int, stop: int) -> list[Answer]:
    """The answers that follow a question, the next always near the one before."""
    every = put.every
    out: list[Answer] = []
    last, newest = every[at].paragraph, at
    told = not every[at].asks  # a report says that something is open, and then who holds what
    for n in range(at + 1, stop):
        one = every[n]
        if one.paragraph > last + FAR or n > newest + REACH or put.over(n):
            break
        near = one.paragraph == every[at].paragraph or (told and one.paragraph == last)
        found = [a for a in put.up(n, loose=one.first or near) if a.at != _last(out)]
        out += found
        if found:
            last, newest = one.paragraph, n
    return out


def _last(out: Sequence[Answer]) -> int:
    return out[-1].at if out else -1


def _weighed(text: Text, held: Weighed) -> Hypotheses:
    sides = given(text, held.answers)
    candidates = [
        Candidate(one.claim, side.supports, side.against)
        for one, side in zip(held.answers, sides, strict=True)
    ]
    question = None if held.question is None else text.row[held.question].span
    signs: list[Span] = [question] if question else []
    signs += [one.sign for one in held.answers]
    note = "a question, and after it answers that are put up one after the other"
    ground = Ground("rule:answers_after_a_question", joined(signs), note)
    return Hypotheses(question, tuple(candidates), ground)
