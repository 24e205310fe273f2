"""Talk: an interview of which no turn has a label.

A paragraph that asks is followed by one that answers: "Did you believe him?" | "At first, yes. I had no reason not to."

Source: Biber et al. (1999), Longman Grammar of Spoken and Written English, 14.2, on turns that ask and turns that answer; own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hearsay.language.marks import GLYPHS
from hearsay.text.span import Span

FEWEST = 3  # questions of a talk without labels, each with its answer
TO_WHOM = 3  # of the questions one in so many says "you" and not "I"
OFTEN = 4  # of the paragraphs from the first question to the last, one in so many asks
ASKED = re.compile(r"Q(?:uestion)?:", re.IGNORECASE)  # before a question, whatever ends it
QUESTION = 400  # characters; a longer paragraph is no question of a talk
FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself|[Ww]e|[Oo]urs?|us)\b")
ALONE = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
LINE = 20  # words of a line that asks without a question mark
SECOND = re.compile(r"\b(?:you|yours?|yourself)\b", re.IGNORECASE)


class Talk(NamedTuple):
    """A talk of which no turn has a label.

    Attributes:
        questions: the paragraphs that ask.
        answers: to each question, the paragraphs that answer it.
    """

    questions: tuple[Span, ...] = ()
    answers: tuple[tuple[Span, ...], ...] = ()


def talk(text: str, blocks: Sequence[Span]) -> Talk:
    """A talk of questions and answers that nothing labels; an empty one where there is none.

    Takes: "Did you believe him?" | "At first, yes. I had no reason not to.", three times; "Q: But you left." | "I did.". Leaves: a column in which three
    paragraphs ask, and nobody answers as "I"; a list of questions that are answered with "you"; “No,” she says.

    Args:
        text: of the article.
        blocks: in which it is looked for, the headline among them.
    """
    asks = [n for n, block in enumerate(blocks) if n and _asks(text, block)]
    asks = [n for n in asks if n - 1 not in asks or n - 2 in asks]
    pairs = []
    for n, stop in pairwise([*asks, len(blocks)]):
        answer = _answer(text, blocks[n + 1 : stop], ends=stop == len(blocks))
        if answer:
            pairs.append((blocks[n], answer))
    own = sum(any(FIRST.search(one.cut(text)) for one in answer) for _, answer in pairs)
    asked = [one.cut(text) for one, _ in pairs]
    to_whom = sum(bool(SECOND.search(one)) and not FIRST.search(one) for one in asked)
    if len(pairs) < FEWEST or 2 * own < len(pairs) or TO_WHOM * to_whom < len(pairs):
        return Talk()
    if OFTEN * len(asks) <= asks[-1] - asks[0]:
        return Talk()
    return Talk(tuple(one for one, _ in pairs), tuple(answer for _, answer in pairs))


def _asks(text: str, block: Span) -> bool:
    said = block.cut(text).rstrip()
    asks = said.endswith("?") or ASKED.match(said) is not None
    return asks and len(said) <= QUESTION and not any(m in said[:1] for m in GLYPHS)


def _answer(text: str, after: Sequence[Span], *, ends: bool) -> tuple[Span, ...]:
    """The paragraphs that answer a question: the first after it, and those that go on.

    Between two questions a line that stands alone and does not say "I", or opens with "you", asks without a question mark, or
    is the author's; after the last one the answer ends where "I" is no longer said, as "we" may be the outlet there.
    """
    if not after or not _plain(text, after[0]):
        return ()
    goes_on = [n == 0 or (says_i if ends else _more)(one.cut(text)) for n, one in enumerate(after)]
    kept = goes_on.index(False) if ends and False in goes_on else len(after)
    return tuple(one for one, more in zip(after[:kept], goes_on, strict=False) if more)


def says_i(said: str) -> bool:
    """Whether somebody says "I" in some words, or "me", "my" …."""
    return ALONE.search(said) is not None


def _more(said: str) -> bool:
    if len(said.split()) > LINE or any(mark in said.rstrip()[:-1] for mark in (". ", "! ", "? ")):
        return True
    return FIRST.search(said) is not None and SECOND.match(said) is None


def _plain(text: str, block: Span) -> bool:
    """Whether a paragraph stands without quotation marks around what is said, or within them as a whole."""
    said = block.cut(text).strip()
    if said[:1] not in GLYPHS:
        return True
    return said[-1:] in GLYPHS and not any(mark in said[1:-1] for mark in GLYPHS)
