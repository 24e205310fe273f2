"""Accounts: a phrase between commas that says in whose words, or by whose account, its sentence is.

"Tenants are, in the words of one landlord, “voting with their feet”", "By his own account, Kern never saw the letter",
"To quote the mayor, the town is open". There is no verb of saying, and the learned reader misses some of these.

Source: Quirk et al. (1985), §8.125, viewpoint adjuncts; own.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.quotation import Piece
from hearsay.reader.statement import Statement, changed, of_rule
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Spans

RULE = "by_whose_account"
RIGHT = 0.8
"""How often such a phrase tells whose words its sentence gives, on our own development articles."""

NOBODY = "rule:nobody_named"
LEADS = ("in", "by", "on")
IN_THE = ("in", "the")
OF = "of"
QUOTE = ("quote", "borrow", "cite")
APART = (",", "—", "–", "“", '"')
"""What parts the phrase from its sentence."""
SHORTEST, LONGEST = 3, 14  # words of the phrase


class Phrase(msgspec.Struct, frozen=True):
    """The phrase: its words, those who are named in it, and those that make it a cue."""

    words: range
    source: range
    cue: range


def with_accounts(
    told: Sequence[Statement], tree: Tree, pieces: Sequence[Piece], lexicon: Lexicon
) -> list[Statement]:
    """The statements and those of such phrases, which take the place of others with a cue in the phrase.

    Takes: "| By his own account |, Kern never saw it". Leaves: "By the time of the account, Kern was gone".
    """
    found = [_of_nobody(one, told) for one in _accounts(tree, pieces, lexicon)]
    new = [one for one in found if not _known(one, told)]
    spoilt = [one.cue for one in new if one.cue]

    def kept(one: Statement) -> Statement | None:
        again = one.ground.by == NOBODY and any(one.content[0] in other.content for other in new)
        return None if again or (one.cue and any(cue.meets(one.cue) for cue in spoilt)) else one

    return [*changed(told, kept), *new]


def _of_nobody(new: Statement, told: Sequence[Statement]) -> Statement:
    """A statement with a quotation right after its phrase for all of its content, where nobody else says that.

    Takes: "It was held there because, | in Posten’s words, | “it is the place to be.”".
    """
    quoted = [one for one in told if one.ground.by == NOBODY and one.content[0] == new.content[-1]]
    if not quoted or (new.cue and not new.cue.before(quoted[0].content[0])):
        return new
    return msgspec.structs.replace(new, content=quoted[0].content, mode=Mode.DIRECT)


def _known(new: Statement, told: Sequence[Statement]) -> bool:
    """Whether a statement has that source already, or says what the sentence says in another's words."""
    return any(
        (one.source is not None and new.source is not None and one.source.meets(new.source))
        or (one.explicit and any(p.meets(q) for p in one.content for q in new.content))
        for one in told
        if one.ground.by != NOBODY
        and not (one.cue and new.cue and one.cue.meets(new.cue) and _is_in(one, new))
    )


def _is_in(one: Statement, new: Statement) -> bool:
    """Whether a statement says nothing but the phrase itself: "To quote | the mayor |"."""
    source = new.source
    return source is not None and all(source.meets(part) for part in one.content)


def _accounts(tree: Tree, pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[Statement]:
    for _, held in groupby(range(len(tree.words)), key=lambda n: tree.words[n].sentence):
        sentence = list(held)
        phrase = next((p for n in sentence if (p := _phrase(tree, n, sentence, lexicon))), None)
        if phrase is None:
            continue
        content = _rest(tree, sentence, phrase, pieces)
        source, cue = tree.stretch(phrase.source), tree.stretch(phrase.cue)
        if source is None or cue is None or not content:
            continue
        yield of_rule(
            RULE,
            RIGHT,
            source,
            cue,
            content,
            mode=_mode(content, pieces),
            entry=lexicon.cue("according to"),
        )


def _phrase(tree: Tree, at: int, sentence: Sequence[int], lexicon: Lexicon) -> Phrase | None:
    """The phrase that begins with a word, where it is one and stands apart."""
    first, last = sentence[0], sentence[-1]
    if at != first and tree.lows[at - 1] not in APART:
        return None
    stop = next((n for n in range(at + 1, last + 1) if tree.lows[n] in APART), last)
    if stop - at > LONGEST or stop - at < SHORTEST:
        return None
    named = _named(tree, at, stop, lexicon)
    if named is None:
        return None
    source, cue = named
    end = stop
    if tree.words[min(stop + 1, last)].relation == "appos" and tree.lows[stop] in APART:
        end = next((n for n in range(stop + 1, last + 1) if tree.lows[n] in APART), stop)
        source = range(source.start, end) if source.stop == stop else source
    return Phrase(range(at, end), source, cue)


def _named(tree: Tree, at: int, stop: int, lexicon: Lexicon) -> tuple[range, range] | None:
    """Who is named between two places, and the words that make it a phrase of this kind."""
    lows = tree.lows
    if lows[at] == "to" and lows[at + 1] in QUOTE:
        return range(at + 2, stop), range(at, at + 2)
    if lows[at] not in LEADS:
        return None
    of = next((n for n in range(at + 1, stop) if lows[n] == OF), None)
    if (
        of is not None
        and lows[at : of - 1] == [*IN_THE]
        and lexicon.tells(lows[of - 1], "accounts")
    ):
        return (range(of + 1, stop), range(at, of + 1)) if of + 1 < stop else None
    noun = stop - 1
    if not lexicon.tells(lows[noun], "accounts"):
        return None
    owner = next(
        (n for n in tree.children(noun, "nmod") if tree.words[n].relation == "nmod:poss"), None
    )
    if owner is None or owner <= at:
        return None
    whose = [n for n in tree.below(owner) if at < n < noun]
    if whose[0] != at + 1:
        return None
    return range(whose[0], whose[-1] + 1), range(whose[-1] + 1, stop)


def _rest(tree: Tree, sentence: Sequence[int], phrase: Phrase, pieces: Sequence[Piece]) -> Spans:
    """The sentence without the phrase; what stands within marks, with its marks."""
    marked = {piece.inner.start: piece.span for piece in pieces}
    parts = (
        tree.stretch([n for n in sentence if n < phrase.words.start]),
        tree.stretch([n for n in sentence if n >= phrase.words.stop]),
    )
    return tuple(marked.get(part.start, part).hull(part) for part in parts if part is not None)


def _mode(content: Spans, pieces: Sequence[Piece]) -> Mode:
    """In whose words: partly in the source's own where marks stand in it."""
    held = [piece for piece in pieces if any(part.meets(piece.span) for part in content)]
    if not held:
        return Mode.INDIRECT
    whole = all(any(piece.span.holds(part) for piece in held) for part in content)
    return Mode.DIRECT if whole else Mode.MIXED
