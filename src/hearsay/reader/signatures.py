"""Signatures: the line under a block quote that says whose words it gives."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hearsay.reader.beside import Beside
from hearsay.reader.passes.quotes import Said
from hearsay.text.article import Article, Block, Role
from hearsay.text.span import Span

DASHES = "—–―-"
LONGEST = 14  # words of a name with an office; longer lines are words that are quoted
_STOPS = ".?!…"
_MARKS = '“”„«»‘"'
_AROUND = _MARKS + "'’"


def signatures(article: Article) -> dict[Span, Span]:
    """For a block quote the line right under it that signs it, without its dash; for a quoted paragraph one that a dash begins.

    Takes: a line "— Ida Lund, mayor" in the block after the quotation's.
    Leaves: a line "It is over. We go home." there.
    """
    found: dict[Span, Span] = {}
    for above, block in pairwise(article.blocks):
        quoted = above.role is Role.QUOTE and block.role is Role.QUOTE
        dashed = block.span.cut(article.text)[:1] in tuple(DASHES)
        whole = dashed and not quoted and _is_quoted(article.text, above)
        if quoted or (whole and above.role is Role.PARAGRAPH):
            name = _name(article.text, block, "." if dashed else "")
            if name is not None and above.span not in found.values():
                found[above.span] = name
    return found


def _is_quoted(text: str, block: Block) -> bool:
    """Whether marks stand around all of a block."""
    words = block.span.cut(text).strip()
    return bool(words) and words[0] in _AROUND and words[-1] in _AROUND


def _name(text: str, block: Block, stop: str) -> Span | None:
    """The words of a signature without the dash before them; None where the block is none."""
    span = block.span.trimmed(text, f"{DASHES} \t\n{stop}")
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
