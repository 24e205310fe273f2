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
    for number, at in enumerate(questions):
        if at < past:
            continue
        stop = next((n for n in questions[number + 1 :] if every[n].first), len(every))
        held = _answers(every, at, stop)
        later = next((n for n in questions[number + 1 :] if held and n < held[0].at), None)
        if later is None and len(held) >= LEAST:  # of several, the nearest question is answered
            out.append(_weighed(every, at, held))
            past = held[-1].at + 1
    return tuple(out)


def _answers(every: list[Sentence], at: int, stop: int) -> list[Answer]:
    """The answers that follow a question, the next always near the one before."""
    out: list[Answer] = []
    last = every[at].paragraph
    for n in range(at + 1, stop):
        one = every[n]
        if (
            one.paragraph > last + FAR
            or (one.first and one.asks and not one.has("or"))
            or one.has("ends")
        ):
            break
        told = not every[at].asks  # a report says that something is open, and then who holds what
        near = one.paragraph == every[at].paragraph or (told and one.paragraph == last)
        found = [a for a in answers(every, n, loose=one.first or near) if a.at != _last(out)]
        out += found
        last = one.paragraph if found else last
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
    for n in range(one.at + 1, len(every)):
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
    return len(every)
