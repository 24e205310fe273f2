"""Weighing: a question, the answers that follow it, and what is given for and against each."""

from collections.abc import Sequence

from hearsay.language.words import Words
from hearsay.reader.weighing.answers import Answer, Way, answers
from hearsay.reader.weighing.asked import asked
from hearsay.reader.weighing.evidence import given
from hearsay.reader.weighing.row import Sentence, row
from hearsay.reading.ground import Ground
from hearsay.reading.voice import Candidate, Hypotheses
from hearsay.text.article import Article
from hearsay.text.span import Span, joined

FAR = 2
"""Paragraphs without an answer after which a question is over."""

REACH = 60
"""Sentences without an answer after which a question is over."""

LEAST = 2
"""Answers without which nothing is weighed."""


def weighed(article: Article, cut: Words) -> tuple[Hypotheses, ...]:
    """The questions of which an article weighs at least two answers, in the order of the text.

    Takes: "Why did she step back? One explanation is money … It is tempting to think that she was frightened …". Leaves: a
    question that is answered at once, and one that nobody answers.

    Args:
        article: with its blocks.
        cut: its words.
    """
    every = row(article, cut)
    questions = list(asked(every))
    body = [at for at in questions if not every[at].headline]
    found = _found(every, body)
    return found or _found(every, [at for at in questions if every[at].headline])


def _found(every: list[Sentence], questions: Sequence[int]) -> tuple[Hypotheses, ...]:
    """What is weighed of some questions; that of a headline is answered in the body, where no other is asked."""
    out: list[Hypotheses] = []
    past = 0
    stops, put = _stops(every, questions), _Put(every)
    for number, at in enumerate(questions):
        if at < past:
            continue
        held = _answers(put, at, stops[number])
        nearer = number + 1 < len(questions) and held and questions[number + 1] < held[0].at
        if not nearer and len(held) >= LEAST:  # of several, the nearest question is answered
            out.append(_weighed(every, at, held))
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


def _weighed(every: Sequence[Sentence], at: int, held: Sequence[Answer]) -> Hypotheses:
    candidates = []
    for number, one in enumerate(held):
        following = held[number + 1].at if number + 1 < len(held) else len(every)
        sides = given(every, one, min(following, _over(every, one)))
        candidates.append(Candidate((one.claim,), sides.supports, sides.against))
    question = every[at].span
    signs: list[Span] = [question, *(one.sign for one in held)]
    note = "a question, and after it answers that are put up one after the other"
    ground = Ground("rule:answers_after_a_question", joined(signs), note)
    return Hypotheses(question, tuple(candidates), ground)


def _over(every: Sequence[Sentence], one: Answer) -> int:
    """The number of the first sentence that is no longer about an answer: its paragraph is over, and the next does not go on with it."""
    paragraph = every[one.at].paragraph
    last = min(len(every), one.at + REACH)
    for n in range(one.at + 1, last):
        sentence = every[n]
        if sentence.paragraph != paragraph:
            foretells = " will " in f" {sentence.low} "
            if (
                foretells
                or not sentence.first
                or not sentence.has("linked")
                or sentence.has("ends")
                or one.way is Way.GUESS
            ):
                return n
            paragraph = sentence.paragraph
    return last
