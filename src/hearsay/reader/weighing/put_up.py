"""Put up: the answers that an article puts up one after the other, a paragraph each, as its weights tell them."""

from collections.abc import Sequence

import msgspec

from hearsay.reader.weighing.answers import Answer, Way, answers
from hearsay.reader.weighing.posed import of_questions
from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.signals import of_paragraphs, of_sentences
from hearsay.reader.weighing.weights import Weights, likely
from hearsay.text.span import Span

FROM = 0.5
"""The chance from which a paragraph puts up an answer, and from which a second sentence of it puts up another."""

SURE, SURER = 0.6, 0.93
"""The mean chance of the two likeliest paragraphs of a weighing, and of the two where it has only two."""

NEAR = 2
"""Paragraphs from one answer to the next in one weighing."""

BESIDE = 0.3
"""The chance, of that of the likeliest sentence, from which the one beside it has a part of the claim."""

GIVES = ("named", "view", "maybe", "modal", "guess", "theory")
"""What a sentence has that gives an answer and does not only weigh one."""

ANNOUNCED, ALONE = 0.1, 1.0
"""The same for the first sentence of a paragraph, which may only announce an answer, and for one that names it."""

ASKS = 0.03
"""The chance from which the likeliest sentence before the second answer puts the question."""

LEAST = 3
"""Words of a claim that stands for the rest of its sentence."""

LABELS = (("q", ":"), ("a", ":"), ("q", "."), ("a", "."))
"""What opens the paragraphs of a talk, in which nobody weighs."""

NAMING = (Way.NAMED, Way.GUESS, Way.DOUBTED, Way.MAYBE, Way.VIEW)
"""Ways after which the rest of the sentence is the claim."""


class Weighed(msgspec.Struct, frozen=True):
    """A question with the answers to it.

    Attributes:
        question: the number of its sentence; None where answers are weighed and nobody asks.
        answers: in order.
    """

    question: int | None
    answers: tuple[Answer, ...]


def paragraphs(row: Sequence[Sentence]) -> list[list[int]]:
    """The sentences of each paragraph of the body, by their numbers."""
    out: dict[int, list[int]] = {}
    for n, one in enumerate(row):
        if not one.headline:
            out.setdefault(one.paragraph, []).append(n)
    return [out[key] for key in sorted(out)]


def put_up(
    row: Sequence[Sentence], questions: Sequence[int], learned: Weights
) -> tuple[Weighed, ...]:
    """The questions of which an article puts up at least two answers in paragraphs near one another.

    Takes: "So what happened? … One school says: at the money. … Or it is the election." Leaves: paragraphs that go on telling; two answers within one.

    Args:
        row: the sentences.
        questions: the numbers of those that ask why.
        learned: the weights.
    """
    groups = paragraphs(row)
    if sum(row[group[0]].lows[:2] in LABELS for group in groups) > 1:
        return ()
    counted = _numbered(row, groups)
    seen = of_paragraphs(row, groups, questions)
    sure = likely(seen, learned)
    runs: list[list[int]] = []
    likely_ones = (at for at, chance in enumerate(sure) if chance >= FROM or at in counted)
    for at in dict.fromkeys(_put_up_at(row, groups, at) for at in likely_ones):
        if runs and at - runs[-1][-1] <= NEAR:
            runs[-1].append(at)
        else:
            runs.append([at])
    good = [run for run in runs if len({*run} & counted) > 1 or _is_row(run, sure)]
    if not good:
        return ()
    alone = [learned.paragraph.chance(signals) for signals in seen]
    asking = [learned.question.chance(one) for one in of_questions(row, groups, alone)]
    out = []
    for run in good:
        claims = [held for at in run for held in _claims(row, groups[at], questions, learned)]
        asked = _question(claims, asking) if len(claims) > 1 else None
        if asked is None and _best(run, sure) < SURER:
            continue  # where nobody asks, there must hardly be a doubt
        held = [[n for n in claim if n != asked] for claim in claims]
        found = tuple(_answer(row, claim) for claim in held if claim)
        if len(found) > 1:
            out.append(Weighed(asked, found))
    return tuple(out)


def _put_up_at(row: Sequence[Sentence], groups: Sequence[Sequence[int]], at: int) -> int:
    """The paragraph in which an answer stands: the one before, where this one only says what speaks for it and against it.

    Takes: "There is some sense in that. It leaves open, though, why he said so", after "He may be waiting for the frost."
    Leaves: "A second explanation is that he has given way. But he never has."
    """
    weighs = all(any(row[n].has(name) for name in ("pro", "contra")) for n in groups[at])
    own = any(row[n].has(name) for n in groups[at] for name in GIVES)
    before = groups[at - 1] if at else ()
    return at - 1 if weighs and not own and any(row[n].has("modal") for n in before) else at


def _is_row(run: Sequence[int], sure: Sequence[float]) -> bool:
    """Whether paragraphs near one another make a weighing: three of them, or two of which there is hardly a doubt."""
    return _best(run, sure) >= (SURE if len(run) > 2 else SURER)  # noqa: PLR2004 - more than two


def _best(run: Sequence[int], sure: Sequence[float]) -> float:
    """The mean chance of the two likeliest."""
    return sum(sorted(sure[at] for at in run)[-2:]) / 2


def _numbered(row: Sequence[Sentence], groups: Sequence[Sequence[int]]) -> set[int]:
    """Takes: "1. The weir. …", "2. The sea. …", a paragraph each. Leaves: one number alone."""
    has = [at for at, group in enumerate(groups) if row[group[0]].has("numbered")]
    return {at for at in has if any(0 < abs(at - other) <= NEAR for other in has)}


def _claims(
    row: Sequence[Sentence], group: Sequence[int], questions: Sequence[int], learned: Weights
) -> list[list[int]]:
    """The sentences of a paragraph that have its claim, one or two beside one another; those of a second claim are another list."""
    sure = [learned.claim.chance(one) for one in of_sentences(row, group, questions)]
    used: set[int] = set()
    out: list[list[int]] = []
    for at in sorted(range(len(group)), key=lambda n: -sure[n]):
        if out and sure[at] < FROM:
            break
        if at in used:
            continue
        beside = (
            n
            for n in (at - 1, at + 1)
            if 0 <= n < len(group)
            and n not in used
            and _beside(row[group[at]], at) * sure[at] <= sure[n] < FROM
        )
        held = sorted([at, *list(beside)[:1]])
        used |= {*held}
        calls_back = row[group[held[-1]]].has("back")  # to what bears it out: "If so, he may …"
        out.append([group[n] for n in (held[-1:] if calls_back else held)])
    return sorted(out)


def _beside(one: Sentence, at: int) -> float:
    """From which chance the sentence beside one is taken with it: one that names its answer stands alone.

    Takes: "The lawyers tell it another way.", with what they tell. Leaves: "The first is fear."
    """
    if one.has("simpler"):
        return 0.0
    if any(one.has(name) for name in ("named", "view", "maybe", "doubted", "guess")):
        return ALONE
    return BESIDE if at or one.has("holds_that") or one.has("colon") else ANNOUNCED


def _question(claims: Sequence[Sequence[int]], asking: Sequence[float]) -> int | None:
    """The question to which some answers belong: the likeliest sentence before the second of them; None where none is likely.

    Takes: "What pulled the note down is a question for the bench"; "Was it fear or favour?" Leaves: "What will come of it?"
    """
    stop = claims[1][0]
    best = max(range(stop), key=lambda n: asking[n])
    return best if asking[best] >= ASKS else None


def _answer(row: Sequence[Sentence], claim: Sequence[int]) -> Answer:
    """The answer in one sentence or two: the words after those that only put it up, else all of them."""
    spans: list[Span] = []
    way, sign = Way.PARAGRAPH, row[claim[0]].span
    for n in claim:
        one = row[n]
        named = next(iter(answers([one], 0, loose=True)), None)
        if named is not None and named.way in NAMING:
            words = sum(named.claim[0].holds(word) for word in one.words)
            if words >= LEAST or words >= len(one.words) - 2 * LEAST:
                spans, way, sign = [*spans, named.claim[0]], named.way, named.sign
                continue
        spans.append(one.stretch(0, len(one.words)) or one.span)
    return Answer(claim[-1], tuple(spans), sign, way, claim[0])
