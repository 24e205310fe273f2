"""Rated: nouns of which somebody says how likely they are to come, or at how much they will stand.

Source: Quirk et al. (1985) 16.46-57 on verbs with two objects; own.
"""

from collections.abc import Iterator

from hearsay.language.likely import as_chance
from hearsay.language.marking import Marking
from hearsay.reader.foretold.future import Future
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

THINGS = ("NOUN", "PROPN")
ABLE = frozenset({"can", "ca", "cannot", "could", "would", "wo", "will"})
NOT = frozenset({"not", "n't", "never", "nobody", "no", "nothing", "hardly", "cannot"})
STOPS = frozenset({".", ";", ":", "”", "—", "?", "!"})
LONGEST = 9  # words of "at" and a number: "at no more than one chance in three"


def rated(tree: Tree, at: int, marks: Marking) -> Iterator[Future]:
    """What may be foretold by saying how likely a thing is, or at how much it will stand.

    Args:
        tree: of the article.
        at: the verb.
        marks: the table of foretelling.
    """
    if tree.words[at].upos != "VERB":
        return
    for found in (
        _given(tree, at, marks), _put_at(tree, at, marks), _open(tree, at, marks),
        _no_chance(tree, at, marks), _priced_in(tree, at, marks), _money_on(tree, at),
    ):  # fmt: skip
        if found is not None:
            yield found
            return


def _percent(tree: Tree, at: int) -> bool:
    """Takes: "74 percent", "one in five", "2-1", "evens". Leaves: "60,000"."""
    low = tree.lows[at]
    below = {tree.lows[n] for n in tree.below(at)}
    return low in ("percent", "per", "%", "evens") or bool(below & {"percent", "%", "cent"})


def _given(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "gives the home side 74 percent", "gives her a 60 percent chance". Leaves: "gives the home side a flag", "gives it a 74 percent chance of rain"."""
    if not marks.tells(tree.lows[at], "rates_to"):
        return None
    to, much = tree.child(at, "iobj"), tree.child(at, "obj")
    if to is None or much is None or not at < to < much or not _percent(tree, much):
        return None
    told = _thing(tree, to) or tree.words[to].upos == "PRON"
    held = tree.children(much, "acl", "nmod")  # a chance of something is told of that
    return Future(to, (at, much), "rated", at, noun=True) if told and not held else None


def _put_at(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "puts a recession at 40 percent", "sees the harvest at 17 million tonnes", "is seen at 118 million". Leaves: "saw her at the door"."""
    if not marks.tells(tree.lows[at], "rates_at"):
        return None
    for n in tree.children(at, "obl"):
        opens = [tree.lows[m] for m in tree.children(n, "case")]
        counted = any(tree.words[m].upos in ("NUM", "SYM") for m in tree.below(n))
        if n < at or opens[:1] != ["at"] or not counted:
            continue
        thing = tree.child(at, "obj")
        thing = tree.child(at, "nsubj:pass") if thing is None else thing
        if thing is None or not _thing(tree, thing) or _of_chance(tree, thing, marks):
            return None
        chance = _percent(tree, n) and not tree.children(n, "nmod")
        return Future(thing, (at, n), "rated" if chance else "rated_at", at, noun=True)
    return None


def chance_at(tree: Tree, one: Future, marks: Marking) -> Span | None:
    """The number at which a verb puts the chance of what will come, whatever the tree hangs it on.

    Takes: "20 per cent" of "puts the chance of rain before May at 20 per cent", "rates its odds of survival at one in three".
    Leaves: "4 per cent" of "the chance that it keeps rates at 4 per cent", "puts a recession at 40 percent", whose number is told otherwise.
    """
    noun = next((n for n in one.because if _of_chance(tree, n, marks)), None)
    if noun is None and one.at == one.over:
        noun = next((n for n in tree.up(one.at) if _of_chance(tree, n, marks)), None)
    if noun is None:
        return None
    verb = tree.words[noun].head
    parts = ("obj", "nsubj", "nsubj:pass")
    if tree.relation(noun) not in parts or not marks.tells(tree.lows[verb], "rates_at"):
        return None
    sentence = tree.words[noun].sentence
    stop = max(noun, verb)
    ends = next(
        (
            n
            for n in range(stop, len(tree.words))
            if tree.words[n].sentence != sentence or tree.lows[n] in STOPS
        ),
        len(tree.words),
    )
    return next(
        (run for n in range(ends - 1, stop, -1) if (run := _number_after(tree, n, ends))), None
    )


def _of_chance(tree: Tree, at: int, marks: Marking) -> bool:
    """Takes: "the chance", "the danger", each of which may be put at a number."""
    return any(marks.tells(tree.lows[at], name) for name in ("chance_noun", "peril_noun"))


def _number_after(tree: Tree, at: int, ends: int) -> Span | None:
    """The longest run of words after an "at" that is a number for a chance and nothing else."""
    if tree.lows[at] != "at":
        return None
    for stop in range(min(ends, at + LONGEST), at + 1, -1):
        span = tree.words[at + 1].span.hull(tree.words[stop - 1].span)
        if as_chance(tree.text, span) is not None:
            return span if stop == ends or tree.lows[stop] != "of" else None
    return None


def _open(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "a second vote cannot be excluded", "would not rule out a rise". Leaves: "ruled out a rise", "he cannot be ruled out"."""
    if not marks.tells(tree.lows[at], "excludes"):
        return None
    below = {tree.lows[n] for n in tree.below(at) if n < at} | {tree.lows[at - 1]}
    aux = {tree.lows[n] for n in tree.children(at, "aux")}
    if not below & NOT or not aux & ABLE:
        return None
    thing = tree.child(at, "nsubj:pass")
    thing = tree.child(at, "obj") if thing is None else thing
    if thing is None or tree.words[thing].upos != "NOUN" or tree.words[thing].entity == "person":
        return None
    return Future(thing, (at,), "likely_noun", at, noun=True)


def _no_chance(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "the appeal stands no chance". Leaves: "had a chance", "stands no chance of winning it", which is told of the noun."""
    much = tree.child(at, "obj")
    if much is None or tree.lows[at] not in ("stand", "stands", "has", "have"):
        return None
    told = tree.children(much, "det", "amod")
    rated = any(marks.tells(tree.lows[n], "how_much_chance") for n in told)
    if not marks.tells(tree.lows[much], "chance_noun") or not rated:
        return None
    if tree.children(much, "acl", "nmod") or tree.subject(at) is None:
        return None
    return Future(at, (much,), "likely", at)


def _priced_in(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "swaps price in two cuts", "has a cut pencilled in for May". Leaves: "wrote in two letters"."""
    if not marks.tells(tree.lows[at], "counts_in"):
        return None
    beside = {tree.lows[n] for n in tree.held[at] if n in (at + 1, at + 2)}
    thing = tree.child(at, "obj", "nsubj:pass")
    thing = tree.subject(at) if thing is None and tree.relation(at) in ("xcomp", "ccomp") else thing
    if (
        thing is None or "in" not in beside
    ):  # price in | two cuts, of which the tree may make a place
        near = [n for n in tree.children(at, "obl") if at < n < at + 6]
        thing = next(
            (n for n in near if tree.lows[tree.below(n)[0]] == "in" == tree.lows[at + 1]), None
        )
    if thing is None or tree.words[thing].upos not in THINGS or tree.words[thing].entity == "time":
        return None
    return Future(thing, (at,), "rated", at, noun=True)


def _money_on(tree: Tree, at: int) -> Future | None:
    """Takes: "I would put money on the vans going". Leaves: "put money on the table", "spent money on it"."""
    money = tree.child(at, "obj")
    if money is None or tree.lows[money] not in ("money", "bet", "house") or tree.lows[at] != "put":
        return None
    helped = {tree.lows[n] for n in tree.children(at, "aux")} & {"would", "'d", "will", "'ll"}
    on = [
        n
        for n in (*tree.children(at, "obl"), *tree.children(money, "nmod"))
        if {tree.lows[m] for m in tree.children(n, "case", "mark")} & {"on"}
    ]
    return Future(on[0], (at, money), "rated", at, noun=True) if helped and on else None


def _thing(tree: Tree, at: int) -> bool:
    return tree.words[at].upos in THINGS
