"""Who the sources are: each naming of a source brought under one actor.

A surname goes with the full name that the article gives, where it gives just one. A pronoun is not
resolved: it has no actor yet, and the statement says so. An unnamed source keeps its description.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.language.words import Words
from hearsay.reader.clause import Clause, clauses
from hearsay.reader.rules import ground
from hearsay.reading.actor import Actor, ActorKind, SourceType
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans

LONGEST_NAME = 5  # words; longer runs of capitals are headlines or lists
PARTICLES = ("de", "van", "von", "der", "den", "al", "bin", "da", "del", "di")
SUFFIXES = ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")
NO_NAMES = ("determiner", "pronoun", "subordinator", "preposition", "coordinator", "adverb", "day")
POSSESSIVE = ("'s", "'")
ANONYMOUS = (
    "anonymity",
    "anonymous",
    "familiar",
    "knowledge",
    "briefed",
    "unnamed",
    "unidentified",
)


KINDS = {
    "organization": ActorKind.ORGANISATION,
    **dict.fromkeys(("abstract", "event", "object"), ActorKind.DOCUMENT),
}
"""What the head of a description names, where no table knows it: words and things are read like documents."""


class Seen(msgspec.Struct, frozen=True):
    """What the network knows of some words; nothing where there is none.

    Attributes:
        common: words with a capital that are no names.
        entities: what the heads of phrases name (`hearsay.model.labels.ENTITIES`).
    """

    common: frozenset[Span] = frozenset()
    entities: Mapping[Span, str] = MappingProxyType({})


NOTHING = Seen()


class Named(msgspec.Struct, frozen=True):
    """What a source phrase says of its source.

    Attributes:
        span: the words that name it: the name, or the whole description.
        name: the same words.
        key: what other namings of it share; None for a pronoun.
        proper: it is a proper name.
        kind: what it is, as far as these words tell.
        anonymous: it is said to be kept unnamed.
        many: it is more than one.
    """

    span: Span
    name: str
    key: str | None
    proper: bool
    kind: ActorKind | None
    anonymous: bool = False
    many: bool = False


def settle(
    text: str,
    words: Words,
    blocks: Sequence[Span],
    sources: Sequence[Span],
    lexicon: Lexicon,
    seen: Seen = NOTHING,
) -> tuple[tuple[Actor, ...], tuple[str | None, ...]]:
    """The actors behind the sources, and for each source the id of its actor; None for a pronoun.

    Args:
        text: the whole text.
        words: of the whole text.
        blocks: in which names may be looked for.
        sources: the source phrases, in the order of the text.
        lexicon: the tables.
        seen: what the network knows of the words.
    """
    full = _full_names(text, words, blocks, lexicon, seen)
    named = [describe(text, words, source, lexicon, seen) for source in sources]
    keys = [_key(one, full) for one in named]
    order = list(dict.fromkeys(key for key in keys if key is not None))
    ids = {key: f"a{n}" for n, key in enumerate(order, 1)}
    actors = tuple(
        _actor(
            text,
            ids[key],
            [one for one, k in zip(named, keys, strict=True) if k == key],
            full.get(key),
            known=key in full,
        )
        for key in order
    )
    return actors, tuple(ids[key] if key is not None else None for key in keys)


def describe(
    text: str,
    words: Words,
    source: Span,
    lexicon: Lexicon,
    seen: Seen = NOTHING,
) -> Named:
    """What a source phrase says of its source."""
    every = clauses(text, words, source, lexicon)
    inside = tuple(w for c in every for w in c.words)
    if len(inside) > 1 and inside[-1].low in POSSESSIVE:
        inside = inside[:-1]  # the mayor's hope: who hopes is the mayor
    clause = Clause(inside, lexicon, common=seen.common)
    if clause.is_(0, "pronoun", "determiner") and len(clause) == 1:
        return Named(source, source.cut(text), None, proper=False, kind=None)
    runs = list(_names(clause))
    head_stop = next((n for n in range(len(clause)) if clause.low(n) in (",", "(")), len(clause))
    several = _several(text, clause, [run for run in runs if run[0] < head_stop], head_stop)
    if several is not None:
        return several
    heads = [run for run in runs if run[0] < head_stop and not _within(clause, run)]
    if heads or not head_stop:
        runs = heads or runs
    else:
        runs, head_stop = _in_aside(clause, runs, head_stop)
    if runs and not _is_common(clause, runs[-1], head_stop):
        first, stop = runs[-1]
        span = clause.span(first, stop)
        kind = _named_kind(clause, first, stop)
        return Named(span, span.cut(text), clause.low(stop - 1), proper=True, kind=kind)
    return _described(text, source, clause, head_stop, seen)


def _within(clause: Clause, run: tuple[int, int]) -> bool:
    """Whether a name is only part of a description: "a spokesman for Lund", "the mayor of Moss"."""
    return any(clause.is_(n, "linking", "preposition") for n in range(run[0]))


def _in_aside(
    clause: Clause, runs: list[tuple[int, int]], stop: int
) -> tuple[list[tuple[int, int]], int]:
    """The name in an aside that is nothing else: "the mayor, Mara Lund"; and where it ends."""
    for first, past in runs:
        if first == stop + 1 and (past == len(clause) or clause.low(past) in (",", ")")):
            return [(first, past)], past
    return [], stop


def _several(text: str, clause: Clause, runs: list[tuple[int, int]], stop: int) -> Named | None:
    """Names joined to one another: "Lund and Moe", "Ministry of Trade and Industry"."""
    if len(runs) <= 1 or _within(clause, runs[0]) or _is_common(clause, runs[-1], stop):
        return None
    pairs = pairwise(runs)
    if any(there != past + 1 or clause.low(past) != "and" for (_, past), (there, _) in pairs):
        return None
    span = clause.span(runs[0][0], runs[-1][1])
    one = _named_kind(clause, *runs[0]) is ActorKind.ORGANISATION
    kind = ActorKind.ORGANISATION if one else ActorKind.GROUP
    return Named(span, span.cut(text), span.cut(text).lower(), proper=True, kind=kind)


def _described(text: str, source: Span, clause: Clause, stop: int, seen: Seen) -> Named:
    """A source without a proper name."""
    head = _head(clause, stop)
    low = clause.low(head)
    noun = clause.lexicon.nouns.get(low)
    entity = seen.entities.get(clause.words[head].span, "") if clause.words else ""
    span = clause.span(0, stop) if stop else source
    return Named(
        span=span,
        name=span.cut(text),
        key=f"~{span.cut(text).lower()}",
        proper=False,
        kind=ActorKind(noun.kind) if noun else KINDS.get(entity),
        anonymous=low in ("source", "sources", "insider", "insiders")
        or any(word.low in ANONYMOUS for word in clause.words),
        many=noun is not None and noun.kind == "group",
    )


def _names(clause: Clause) -> Iterator[tuple[int, int]]:
    """The runs of capitals in a phrase, without the titles before them."""
    at = 0
    while at < len(clause):
        stop = at
        while stop < len(clause) and _in_name(clause, at, stop):
            stop += 1
        titles = [n for n in range(at, stop - 1) if _titles(clause, n)]
        first = titles[-1] + 1 if titles else at
        if stop > first and not clause.is_(first, "determiner", "pronoun"):
            yield first, stop
        at = max(stop, at + 1)


def _in_name(clause: Clause, first: int, at: int) -> bool:
    low = clause.low(at)
    if clause.capital(at):
        if clause.low(at) in SUFFIXES:
            return False
        return not (at == first and clause.is_(at, *NO_NAMES))
    past = at + 1
    while low in PARTICLES and clause.low(past) in PARTICLES:
        past += 1
    joins = low in PARTICLES or low in ("of", "for", "&")
    return joins and at > first and clause.capital(past)


def _titles(clause: Clause, at: int) -> bool:
    """Whether a capitalised word is a title: Mr., Sen., President."""
    word = clause.words[at]
    noun = clause.lexicon.nouns.get(word.low)
    return word.form in clause.lexicon.abbreviations or (noun is not None and noun.kind == "person")


def _is_common(clause: Clause, run: tuple[int, int], stop: int) -> bool:
    """Whether the phrase goes on to a common noun: "Clinton campaign aides", "Putin's spokesman"."""
    rest = [n for n in range(run[1], stop) if clause.words[n].wordy]
    if not rest:
        return False
    return clause.low(rest[0]) in ("'s", "'") or clause.low(rest[-1]) in clause.lexicon.nouns


def _head(clause: Clause, stop: int) -> int:
    """The head of a description: its last noun before "of", "in", "who" and the like."""
    for n in range(1, stop):
        if clause.is_(n, "linking", "preposition", "relative", "subordinator"):
            return n - 1
    return max(stop - 1, 0)


def _named_kind(clause: Clause, first: int, stop: int) -> ActorKind | None:
    """What a proper name names, as far as its words tell."""
    last = clause.words[stop - 1]
    noun = clause.lexicon.nouns.get(last.low)
    if noun is not None and noun.kind in ("organisation", "document"):
        return ActorKind(noun.kind)
    if any(clause.low(n) in ("of", "for", "&") for n in range(first, stop)):
        return ActorKind.ORGANISATION
    lone = stop - first == 1
    if lone and last.form.isupper() and len(last.form) > 1:
        return ActorKind.ORGANISATION
    if first > 0 and clause.low(first - 1) == "the":
        return ActorKind.ORGANISATION
    titled = first > 0 and clause.low(first - 1) in clause.lexicon.nouns
    return ActorKind.PERSON if titled or not lone else None


def _full_names(
    text: str,
    words: Words,
    blocks: Sequence[Span],
    lexicon: Lexicon,
    seen: Seen,
) -> dict[str, Span | None]:
    """For each surname the one fuller name that the article gives; None where it gives several."""
    found: dict[str, dict[str, Span]] = {}
    for block in blocks:
        for plain in clauses(text, words, block, lexicon):
            clause = msgspec.structs.replace(plain, common=seen.common)
            for first, stop in _names(clause):
                if not 1 < stop - first <= LONGEST_NAME or clause.words[stop - 1].form.isupper():
                    continue
                span = clause.span(first, stop)
                if all(clause.capital(n) or clause.low(n) in PARTICLES for n in range(first, stop)):
                    found.setdefault(clause.low(stop - 1), {}).setdefault(span.cut(text), span)
    return {low: _only(names) for low, names in found.items()}


def _only(names: dict[str, Span]) -> Span | None:
    """The fullest of several names, where all the others are parts of it."""
    fullest = max(names, key=len)
    parts = set(fullest.split())
    return names[fullest] if all(set(name.split()) <= parts for name in names) else None


def _key(one: Named, full: dict[str, Span | None]) -> str | None:
    if one.key is None or not one.proper:
        return one.key
    several = one.key in full and full[one.key] is None
    return one.name.lower() if several or one.kind is ActorKind.ORGANISATION else one.key


def _actor(
    text: str, actor_id: str, namings: list[Named], full: Span | None, *, known: bool
) -> Actor:
    """One actor, out of all namings of it."""
    best = max(namings, key=lambda one: len(one.name))
    kind = next((one.kind for one in namings if one.kind is not None), None)
    if kind is None and best.proper:
        kind = ActorKind.PERSON if known else ActorKind.ORGANISATION
    kind = kind or ActorKind.UNNAMED
    mentions = tuple(sorted({one.span for one in namings}))
    return Actor(
        id=actor_id,
        name=full.cut(text) if full and kind is ActorKind.PERSON else best.name,
        kind=kind,
        source_type=_source_type(best, kind, anonymous=any(one.anonymous for one in namings)),
        ground=_ground(best, mentions),
        mentions=mentions,
    )


def _source_type(one: Named, kind: ActorKind, *, anonymous: bool) -> SourceType:
    if anonymous:
        return SourceType.ANONYMOUS
    if kind is ActorKind.DOCUMENT:
        return SourceType.DOCUMENT
    if kind in (ActorKind.ORGANISATION, ActorKind.STATE):
        return SourceType.NAMED_ORGANISATION
    if kind in (ActorKind.PERSON, ActorKind.GROUP) and one.proper:
        return SourceType.NAMED_PERSON
    return SourceType.UNNAMED_GROUP if one.many else SourceType.UNNAMED_PERSON


def _ground(best: Named, mentions: Spans) -> Ground:
    if not best.proper:
        return ground("description_is_kept", mentions)
    if len(mentions) > 1:
        return ground("surname_goes_with_full_name", mentions)
    return ground("name_as_given", mentions)
