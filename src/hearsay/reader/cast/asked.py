"""Asked: interviews without labels, where lines that ask and paragraphs that answer follow one another.

"Were you frightened?" stands by itself, and what follows says "I" outside of quotation marks. Three such questions, of which two
say "you", and answers of which half say "I", make a talk; a line that says "you" and does not ask may still be one of whoever asks.
"""

from collections.abc import Sequence

from hearsay.text.span import Span

LONGEST = 40  # words of a question
SHORT = 20  # words of a line that asks without a question mark
FEWEST = 3  # questions
OF_YOU = 2  # of them that say "you"
HALF = 0.5
OWN = frozenset({"i", "i’m", "i'm", "i’ve", "i've", "i’d", "i'd", "i’ll", "i'll", "we", "my", "our", "me", "us", "we’re", "we're"})  # fmt: skip
YOURS = frozenset({"you", "your", "you’re", "you're", "you’ve", "you've", "yourself", "yours"})
OPENS, CLOSES = "“«", "”»"


def answers(text: str, blocks: Sequence[Span]) -> list[Span]:
    """The blocks in which somebody answers, in order; none where the article is no talk.

    Takes: "Were you frightened?" and below it "The miners were. I only played." Leaves: a column that asks itself questions, and an
    interview that tells the answers: "“Once,” she says."
    """
    lows = {block: _words(text, block) for block in blocks}
    asks = [block for block in blocks if _asks(text, block, lows[block])]
    of_you = [block for block in asks if {*lows[block]} & YOURS]
    if len(asks) < FEWEST or len(of_you) < OF_YOU:
        return []
    begun, over = blocks.index(asks[0]), blocks.index(asks[-1])
    told = [block for block in blocks[begun:] if block not in asks]
    own = [block for block in told if {*lows[block]} & OWN]
    if not told or len(own) < HALF * len(told):
        return []
    out: list[Span] = []
    for n, block in enumerate(blocks[begun:], begun):
        last = n > over + 1 and block not in own
        if last:
            break
        after_answer = bool(out) and blocks[n - 1] == out[-1]
        if block not in asks and not (after_answer and _prompts(text, block, lows[block])):
            out.append(block)
    return out


def _asks(text: str, block: Span, lows: Sequence[str]) -> bool:
    line = block.cut(text).strip()
    return (line.endswith("?") and 0 < len(lows) <= LONGEST) or (
        len(lows) <= LONGEST and "?" in line and bool({*lows} & YOURS) and not {*lows} & OWN
    )


def _prompts(text: str, block: Span, lows: Sequence[str]) -> bool:
    """Whether a line after an answer asks without a question mark: "Your label wanted something else, I think."."""
    one = not any(mark in block.cut(text).strip()[:-1] for mark in (". ", "! ", "? "))
    return one and len(lows) <= SHORT and (lows[0] in YOURS or not {*lows} & OWN)


def _words(text: str, block: Span) -> list[str]:
    """The words of a block outside of its quotations, in small letters."""
    depth, kept = 0, []
    for c in block.cut(text):
        depth += (c in OPENS) - (c in CLOSES)
        kept.append(c if depth <= 0 else " ")
    return [word.strip(".,;:!?()[]—–-…\"‘’'") for word in "".join(kept).lower().split()]
