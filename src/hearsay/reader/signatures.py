"""Signatures: the line under a block quote, or the end of its own, that says whose words it gives."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from hearsay.reader.beside import Beside
from hearsay.reader.passes.quotes import Said
from hearsay.text.article import Article, Block, Role
from hearsay.text.span import Span, between, found

DASHES = "—–―-"
SIGNING = ("—", "–", "―")
HANDLE = "(@"
LONGEST = 14  # words of a name with an office; longer lines are words that are quoted
_STOPS = ".?!…"
_MARKS = '“”„«»‘"'


def signatures(article: Article) -> dict[Span, Span]:
    """For the words of a block quote the name that signs them: in the line right under it, or at its end as messages are signed.

    Takes: a line "— Ida Lund, mayor" in the block after the quotation's; "It is over. — Ida Lund (@idalund) May 4, 2026".
    Leaves: a line "It is over. We go home." there.
    """
    blocks = article.blocks
    signs: dict[Span, Span] = {}
    for above, block in pairwise(blocks):
        if above.role is Role.QUOTE and block.role is Role.QUOTE:
            name = _name(article.text, block)
            if name is not None and above.span not in signs.values():
                signs[above.span] = name
    posted = (_posted(article.text, one.span) for one in blocks if one.role is Role.QUOTE)
    return signs | dict(one for one in posted if one is not None)


def _posted(text: str, line: Span) -> tuple[Span, Span] | None:
    """The words of a message that signs itself in its own line, and the name; None for any other line."""
    handle = _last(text, line, (HANDLE,))
    before = between(line.start, handle.start) if handle else None
    dash = _last(text, before, SIGNING) if before else None
    if handle is None or dash is None:
        return None
    words, name = between(line.start, dash.start), between(dash.end, handle.start)
    words, name = words and words.trimmed(text), name and name.trimmed(text)
    if words is None or name is None or len(name.cut(text).split()) > LONGEST:
        return None
    return words, name


def _last(text: str, within: Span, marks: Iterable[str]) -> Span | None:
    """Where one of some marks stands last within a stretch."""
    best: Span | None = None
    for mark in marks:
        at = found(text, mark, within.start)
        while at is not None and within.holds(at):
            best = at if best is None or best.before(at) else best
            at = found(text, mark, at.end)
    return best


def _name(text: str, block: Block) -> Span | None:
    """The words of a signature without the dash before them; None where the block is none."""
    span = block.span.trimmed(text, f"{DASHES} \t\n")
    if span is None:
        return None
    words = span.cut(text)
    signs = words[:1].isupper() and words[-1:] not in _STOPS and not set(_MARKS) & set(words)
    return span if signs and len(words.split()) <= LONGEST else None


def signed(said: Sequence[Said], signs: dict[Span, Span]) -> list[Said]:
    """The attributions, those of nobody named given to whoever signs the block."""
    return [_signed(one, signs) for one in said]


def _signed(said: Said, signs: dict[Span, Span]) -> Said:
    name = next((n for block, n in signs.items() if block.holds(said.content[-1])), None)
    if name is None or (said.beside is not None and not said.carried):
        return said
    beside = Beside(name, name, "signed_block_quote")
    return msgspec.structs.replace(said, beside=beside, rule="signed_block_quote", carried=False)
