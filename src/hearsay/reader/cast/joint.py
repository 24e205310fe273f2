"""Several who say a thing together: "Maria Lund and Peter Voss said".

The first of them is the speaker of the statement, the others say it jointly with him; each is brought to its actor by
its own words. Who is told of without a name beside no name ("authorities and witnesses") stays one group.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Protocol

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.naming import Named
from hearsay.reader.tree import Tree, kept
from hearsay.text.span import Span

JOINS = ("and", "nor", "plus", "as")  # "| as | well as"
APART = (":", "''", "``", '"', "“", "”")  # between the parts of a title
PRONOUNS = ("he", "she")
BESIDE = (".", "both", "his", "her")  # "Lund and | her | student Ola Moe"
OVER = (",", "(", ")", ";", "—", "–")
AFTER = ("conj", "cc", "appos", "acl", "acl:relcl", "parataxis", "punct")


class Together(Protocol):
    """What of a cast is needed here."""

    tree: Tree
    lexicon: Lexicon
    stands_for: dict[Span, Span]

    def describe(self, span: Span) -> Named:
        """What the words of a phrase say of whom it names."""

    def key_of(self, span: Span) -> str | None:
        """The key of the actor that a phrase names; made where it is new."""


def first_of(tree: Tree, lexicon: Lexicon, source: Span) -> Span:
    """The words of the first of several who are named together; the source as it is where it names one."""
    return next(iter(several(tree, lexicon, source)), source)


def jointly(
    cast: Together, sources: Iterable[Span], speaker: Mapping[Span, str | None]
) -> dict[Span, tuple[str, ...]]:
    """The keys of those who say a thing together, the speaker first, by the source that names them.

    Args:
        cast: of the article; actors are made of those whom it does not have yet.
        sources: the source phrases.
        speaker: the key of the first of each.
    """
    found = {}
    for source in sources:
        named = cast.stands_for.get(source, source)
        keys = [cast.key_of(part) for part in several(cast.tree, cast.lexicon, named)[1:]]
        others = tuple(dict.fromkeys(key for key in keys if key and key != speaker.get(source)))
        if others and speaker.get(source):
            found[source] = (speaker[source] or "", *others)
    return found


@kept
def several(tree: Tree, lexicon: Lexicon, source: Span) -> tuple[Span, ...]:
    """The phrases of a source that names several, in order; () where it names one.

    Takes: "Maria Lund and Peter Voss", "the State Department and the FBI", "Gov. Shore as well as his predecessor Dunne".
    Leaves: "authorities and witnesses", "Ida Moss, a lawyer and a friend of hers", "Bosnia and Herzegovina", "Lund or Voss".
    """
    over = [*tree.over(source)]
    top = tree.top(over)
    if top is None or lexicon.tells(" ".join(tree.lows[at] for at in over), "one_name"):
        return ()
    if two := _two_persons(tree, over, lexicon):
        return two
    heads = [at for at in joined(tree, top) if at in over and _is_somebody(tree, at)]
    named = [at for at in heads if _is_name(tree, at)]
    if heads[:1] != [top] or not named or (named[0] != top and not _stands_alone(tree, top)):
        return ()
    between = {tree.lows[at] for at in range(heads[0], heads[-1])}
    phrases = [part for at in heads if (part := _phrase(tree, at, over, heads)) is not None]
    return tuple(phrases) if len(phrases) > 1 and between.isdisjoint(APART) else ()


def _two_persons(tree: Tree, over: Sequence[int], lexicon: Lexicon) -> tuple[Span, ...]:
    """Two persons, each by his name with no more than titles before it, however the network joins them.

    Takes: "|Mark Lund (R-Me.)| and |Speaker Paul Voss|", "|Both he| and |Ida Moe|". Leaves: "aides to Lund and Voss", "Bill and Melinda Gates".
    """
    links = [n for n in over if tree.lows[n] in JOINS[:1] and n > over[0]]
    if len(links) != 1:
        return ()
    link = links[0]
    first, second = ([n for n in over if n < link], [n for n in over if n > link])
    whole = [_titled(tree, first, lexicon, last=False), _titled(tree, second, lexicon, last=True)]
    if tree.lows[link - 1] in PRONOUNS and len(first) <= len(("both", "he")):
        whole[0] = [link - 1]
    spans = [tree.stretch(part) for part in whole if part]
    return tuple(span for span in spans if span is not None) if all(whole) else ()


def _titled(tree: Tree, part: Sequence[int], lexicon: Lexicon, *, last: bool) -> list[int]:
    """The words of a person's name with the titles before it, what stands in brackets or beside the last left out; none where there is more."""
    past = next((m for m, n in enumerate(part) if tree.lows[n] in OVER and m), len(part))
    rest = {tree.lows[n] for n in part[past:]}
    named = [n for n in part[:past] if _is_name(tree, n)]
    titled = (
        bool(named)
        and tree.words[named[0]].span.cut(tree.text).rstrip(".") + "." in lexicon.binding
    )
    person = titled or any(_is_person(tree, n) or tree.lows[n] in lexicon.given for n in named)
    ends = bool(named) and named[-1] == part[past - 1]
    plain = all(_of_name(tree, n) or tree.lows[n] in BESIDE for n in part[:past])
    aside = not rest or "(" in rest or (last and part[past:] and tree.lows[part[past]] == ",")
    return [*part[:past]] if person and ends and plain and aside else []


def _of_name(tree: Tree, at: int) -> bool:
    """Whether a word may be of a name with the title before it: "former | House | Speaker | Paul | Voss"."""
    capital = tree.words[at].span.cut(tree.text)[:1].isupper()
    return capital or (tree.words[at].upos in ("ADJ", "NOUN") and tree.words[at].head > at)


def _phrase(tree: Tree, at: int, over: Sequence[int], heads: Sequence[int]) -> Span | None:
    """One of several with what tells who it is: a title with the name after it.

    The words of a name beside its first are its own, also where the network hangs them on another's: "Maria | Lund | and Peter | Voss |".
    """
    name, below = _is_name(tree, at), {*tree.below(at)}
    after = tree.children(at, *(one for one in AFTER if name or one != "appos"))
    others = [n for n in heads if n != at and n in below]
    leave = {n for one in (*after, *others) for n in tree.below(one)}
    ends = [n for n in over if tree.relation(n) == "cc" or (name and tree.lows[n] in OVER)]
    first = max((n + 1 for n in ends if n < at), default=over[0])
    stop = min((n for n in ends if n > at), default=over[-1] + 1)
    own = {n for n in below if first <= n < stop} - leave
    beside = takewhile(lambda n: tree.relation(n) == "flat", range(at + 1, stop))
    return tree.stretch(sorted({*own, *beside, at}))


def together(tree: Tree, at: int) -> Span:
    """The words of several who are joined, by the place of the first of them: "Maria | Lund | and her aides"."""
    heads = joined(tree, at)
    over = range(min(tree.below(at)), max(tree.below(heads[-1])) + 1)
    phrases = [part for one in heads if (part := _phrase(tree, one, over, heads)) is not None]
    return phrases[0].hull(phrases[-1]) if phrases else tree.words[at].span


def joined(tree: Tree, top: int) -> list[int]:
    """A noun with those that are joined to it by a word that adds, and not by one that leaves a choice."""
    heads = [top, *_beside(tree, top), *_in_a_list(tree, top)]
    heads += [at for one in heads[1:] for at in _beside(tree, one)]
    links = [n for at in heads for n in tree.children(at, "cc") if n > top]
    adds = bool(links) and all(tree.lows[n] in JOINS for n in links)
    return sorted(heads) if adds else [top]


def _beside(tree: Tree, at: int) -> list[int]:
    """What is joined to a noun, also where the network takes it for a part of its name: "Leech | as well as | Howard Dunne"."""
    linked = [n for n in tree.children(at, "flat") if tree.child(n, "cc") in tree.held[n][:1]]
    return [*tree.children(at, "conj"), *linked]


def _in_a_list(tree: Tree, top: int) -> list[int]:
    """Persons after a person's name, whom the tree takes for others names of his: "Carl Berg, | Ida Voll | and Per Moe"."""
    several = _is_person(tree, top) and tree.child(top, "conj") is not None
    return [at for at in tree.children(top, "appos") if several and _is_person(tree, at)]


def _is_person(tree: Tree, at: int) -> bool:
    return _is_name(tree, at) and tree.words[at].entity == "person"


def _is_name(tree: Tree, at: int) -> bool:
    return tree.words[at].upos == "PROPN"


def _stands_alone(tree: Tree, at: int) -> bool:
    """Whether a common noun has nothing after it to which a name could be joined as well: "militants of | Nusra | and | Hamza"."""
    return tree.child(at, "nmod", "acl", "appos") is None and not any(
        _is_name(tree, n) and tree.child(n, "cc") is None for n in tree.children(at, "conj")
    )  # the mayor, | Anna Holt, | and …


def _is_somebody(tree: Tree, at: int) -> bool:
    """Whether a noun brings somebody in: a name, several, or who is known.

    Leaves: "and | a friend | of hers", "and | his aides |", who are whose the name beside them is; "Moss (D-|Va.|)", "|Dublin|-based".
    """
    if _is_name(tree, at):
        named = tree.words[at].entity in ("person", "organization", "place")
        based = tree.lows[at + 1 : at + 3] == ["-", "based"]
        return named and not based and "(" not in tree.lows[max(0, at - 2) : at]
    many = tree.words[at].upos == "NOUN" and tree.lows[at].endswith("s")
    known = any(tree.lows[n] == "the" for n in tree.children(at, "det"))
    own = tree.child(at, "nmod:poss") is not None
    return tree.words[at].upos == "NOUN" and (many or known) and not own
