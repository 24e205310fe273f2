"""Deeds: words that tell one deed in different ways, and which deeds fall short of another or undo it."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from hearsay.language.lexicon import ClassEntry, table
from hearsay.reader.headline.family import stem
from hearsay.reader.tree import Tree

REACH = 4
"""Words after a verb within which its particle, or the thing it is done to, stands: "called the march off"."""


class DeedEntry(ClassEntry, frozen=True, kw_only=True):
    """An entry of deeds.toml.

    Attributes:
        verbs: forms that tell it as verbs alone.
        also: forms by which a body may tell of it, with which no headline does.
        less: deeds that fall short of it.
        against: deeds that undo it.
        closed: whoever tells of it has one of its forms.
    """

    verbs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    closed: bool = False


@cache
def deed(name: str) -> DeedEntry:
    """A deed by its name."""
    return next(one for one in table("deeds", DeedEntry) if one.class_ == name)


_Form: TypeAlias = tuple[tuple[str, ...], bool, str]


@cache
def _opening(which: Literal["told", "also"]) -> Mapping[str, tuple[_Form, ...]]:
    """Stem of the first word -> the forms that begin with it, whether they count as verbs alone, and of what deed."""
    held: dict[str, list[_Form]] = {}
    for one in table("deeds", DeedEntry):
        for forms, verb in ((one.forms, False), (one.verbs, True), (one.also, False)):
            for form in forms if which == "also" or forms is not one.also else ():
                words = tuple(map(stem, form.split()))
                held.setdefault(words[0], []).append((words, verb, one.class_))
    return MappingProxyType({first: tuple(every) for first, every in held.items()})


def deeds_of(tree: Tree, at: int, stop: int, *, also: bool = False) -> frozenset[str]:
    """The deeds that a word tells of, with those after it.

    Takes: "walked out", "called the march off", "a strike". Leaves: "a fine day".

    Args:
        tree: of the article.
        at: the word.
        stop: the end of its sentence.
        also: whether forms count too by which only a body may tell of it.
    """
    out = set()
    pos = tree.words[at].upos
    for words, verb, name in _opening("also" if also else "told").get(stem(tree.lows[at]), ()):
        if pos not in ("VERB", "AUX") and (verb or pos not in ("NOUN", "ADJ", "PROPN", "ADV")):
            continue
        here = at
        for word in words[1:]:
            near = range(here + 1, min(stop, here + 1 + REACH))
            here = next((n for n in near if _goes_on(tree, at, here, n, word)), stop)
        if here < stop:
            out.add(name)
    return frozenset(out)


def in_its_place(
    tree: Tree, run: range, deeds: frozenset[str], about: Mapping[str, str]
) -> Iterator[int]:
    """The words of a sentence that tell of one of some deeds, in a clause that has a word of what it is done to or by.

    Takes: "the shops will be closed" for shops that shut. Leaves: "the road to the shops was closed", "shops where it was closed", "they sued the
    council" for a council that sues them.

    Args:
        tree: of the article.
        run: the words of the sentence.
        deeds: what it may tell of.
        about: the stems of who does it, and of what it is done to, each with its side.
    """
    for n in run:
        if not deeds or deeds.isdisjoint(deeds_of(tree, n, run.stop)):
            continue
        for m in _parts(tree, n):
            wanted = about.get(stem(tree.lows[m]))
            if wanted is not None and {wanted, side(tree, n, m)} != {DOES, DONE}:
                yield n
                break


def _goes_on(tree: Tree, at: int, here: int, n: int, word: str) -> bool:
    """Whether a word is the next of a phrase: it follows, or hangs on the first: "off" of "called the march off"; not "over" of "takes lead over Labour"."""
    return stem(tree.lows[n]) == word and (n == here + 1 or tree.words[n].head == at)


DOES, DONE = "does", "done to"


def side(tree: Tree, at: int, part: int) -> str:
    """On which side of a deed a part of its clause stands; "" where the clause does not say."""
    if tree.child(at, "obj") is None or tree.words[at].upos != "VERB":
        return ""
    if tree.relation(part) == "obj":
        return DONE
    return DOES if tree.relation(part) == "nsubj" and tree.words[part].head == at else ""


SIDES = ("nsubj", "obj", "iobj")
OF_NOUNS = ("nmod", "compound", "nmod:poss", "amod")


def _parts(tree: Tree, at: int) -> Iterator[int]:
    """Who does a deed and what it is done to, with the nouns beside these."""
    first = tree.children(at, *SIDES, *OF_NOUNS)
    above = tree.words[at].head
    if tree.words[at].upos != "VERB" or tree.relation(at) in ("xcomp", "conj", "acl"):
        if tree.relation(at) in ("obj", "xcomp", "conj", "obl", "root", "nmod"):
            first += tree.children(above, "nsubj")
        if tree.relation(at) in ("acl", "amod"):
            first.append(above)
    for n in first:
        yield n
        yield from tree.children(n, "compound", "nmod", "nmod:poss", "amod", "flat")


def others(deeds: Collection[str], which: Literal["less", "against"]) -> frozenset[str]:
    """The deeds that fall short of some, or undo them."""
    return frozenset(other for name in deeds for other in getattr(deed(name), which))
