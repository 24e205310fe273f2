"""Mood: whether a sentence of the body says of something that it is so, that it is not, or only that it is asked for, meant, or open."""

from collections.abc import Iterator, Sequence

from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import DENIALS, NOBODY, Held
from hearsay.reader.headline.terms import phrases, stems
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

MORE = frozenset({"more", "less", "fewer", "longer", "better", "worse"})
"""With which "no" measures: "pay no more"."""

HELPS = frozenset(
    {"will", "would", "to", "may", "might", "could", "should", "shall", "must", "can"}
)

UNDER = ("xcomp", "ccomp", "csubj", "obj", "obl", "acl", "nmod", "nsubj:pass")
"""The relations by which a deed hangs on the word that says what becomes of it."""

SHOWN = 8
"""Words between what undoes a deed and the deed that are shown with them."""

OPEN = frozenset({"if", "unless", "whether"})
OUGHT = frozenset({"should", "ought", "must"})
MIGHT = frozenset({"may", "might", "could"})


def governors(tree: Tree, at: int, run: Sequence[int]) -> Iterator[int]:
    """The words on which a deed hangs, the nearest first: "asked" and "considered" of "considered what he was asked to pay".

    Takes: "refused to pay", "a request for payment", "payment was refused". Leaves: "the man who paid refused", which tells of a man.
    """
    here = at
    for above in tree.up(at):
        full, plain = tree.words[here].relation, tree.relation(here)
        bare = plain == "advcl" or (plain == "acl" and tree.child(here, "mark") is None)
        told_of = full == "acl:relcl" or (bare and not _with_to(tree, here))
        if above not in run or told_of or plain in ("parataxis", "appos"):
            return
        if plain in UNDER or full in UNDER or plain == "advcl":
            yield above
        elif plain not in ("conj", "compound", "amod"):
            return
        here = above


def _with_to(tree: Tree, at: int) -> bool:
    return any(tree.lows[n] == "to" for n in tree.children(at, "mark", "aux"))


def denied(tree: Tree, at: int, run: Sequence[int]) -> Span | None:
    """The words that say of a deed that it is not so.

    Takes: "had not paid", "no deaths had been confirmed", "rejected calls for a ban", "would have paid".
    Leaves: "not only paid", "asked why nobody had paid".
    """
    if not_yet(tree, at):  # it may still come
        return None
    for n in tree.children(at, "advmod", "det", "case"):
        low, after = tree.lows[n], tree.lows[n + 1 : n + 2]
        if low in (*DENIALS, "no", "neither", "without") and after != ["only"]:
            return tree.words[n].span.hull(tree.words[at].span)
    helps = [n for n in tree.children(at, "aux") if tree.lows[n] in {"would", "should", "have"}]
    if len(helps) > 1 and tree.lows[helps[-1]] == "have":  # "would have paid", and did not
        return tree.words[helps[0]].span.hull(tree.words[at].span)
    nobody = _nobody(tree, at, run)
    if nobody is not None:
        return nobody
    for above in governors(tree, at, run):
        if _is(tree, above, "undoes"):
            near = 0 < at - above <= SHOWN
            return tree.words[above].span.hull(tree.words[at if near else above].span)
        if any(tree.lows[n] == "no" for n in tree.children(above, "det")):
            return None
    return None


def not_yet(tree: Tree, at: int | None) -> bool:
    """Takes: "has not begun yet". Leaves: "has not begun"; "has not yet lost its charm", where nothing is awaited, is not told from it."""
    own = {tree.lows[n] for n in tree.children(at, "advmod")} if at is not None else set()
    return "yet" in own and bool(own & DENIALS)


def going_on(tree: Tree, at: int, top: int) -> bool:
    """Whether a deed that a headline tells as done is still being done: "is being rebuilt" for "rebuilt"; not "depicts him being held"."""
    own, heads = ({tree.lows[n] for n in tree.children(one, "aux")} for one in (at, top))
    return "being" in own - heads and bool(own & {"is", "are", "was", "were", "'s", "'re"})


def _nobody(tree: Tree, at: int, run: Sequence[int]) -> Span | None:
    """Who or what there is none of, with whom a deed is told: "no deaths", "none of them"."""
    for part in tree.children(at, "nsubj", "obj"):
        before = [part - 1] if part - 1 in run else []  # "No": an interjection, for some trees
        for n in (part, *before, *tree.children(part, "det", "advmod")):
            if tree.lows[n] in NOBODY and tree.lows[part] not in MORE:
                return tree.words[n].span.hull(tree.words[part].span)
    return None


def undone(tree: Tree, at: int, run: Sequence[int], *, coming: bool) -> Span | None:
    """The words by which a deed is only asked for, meant or thought of.

    Takes: "demanded that it be sent", "is considering a sale", "should pay". Leaves: "plans to pay" where the headline speaks of what is coming.

    Args:
        tree: of the article.
        at: the deed.
        run: the words of its sentence.
        coming: whether the headline itself speaks of what is still to come.
    """
    helps = tree.children(at, "aux")
    for n in helps if all(tree.lows[m] != "have" for m in helps) else ():  # "must have been stolen"
        if tree.lows[n] in OUGHT:
            return tree.words[n].span.hull(tree.words[at].span)
    only = None if coming else _thought_of(tree, at, run)
    if only is not None:
        return only
    for above in governors(tree, at, run):
        if tree.words[at].head == above and _named_so(tree, above):
            return None
        if _is(tree, above, "asked_for") or (not coming and _is(tree, above, "meant")):
            return tree.words[above].span
    return None


def _thought_of(tree: Tree, at: int, run: Sequence[int]) -> Span | None:
    """Takes: "is thinking of giving it away". Leaves: "tired of giving"."""
    above = tree.words[at].head
    of = any(tree.lows[n] in ("of", "about") for n in tree.children(at, "mark", "case"))
    thinks = above in run and above != at and stem(tree.lows[above]) in stems("thinks_of")
    return tree.words[above].span if of and thinks else None


def _named_so(tree: Tree, at: int) -> bool:
    """Takes: "called it a surrender". Leaves: "called for a ban", "called on her to go"."""
    after = {tree.lows[n] for m in tree.held[at] for n in tree.children(m, "case")}
    to = any(_with_to(tree, n) for n in tree.held[at])
    return stem(tree.lows[at]) == "call" and not to and not after & {"for", "on", "upon"}


def left_open(tree: Tree, at: int, run: Sequence[int]) -> Span | None:
    """The words by which it stays open whether a deed comes to pass: "may", "if", "whether".

    Takes: "could begin again by March", "asked whether it was safe". Leaves: "will begin".
    """
    terms = on_terms(tree, at)
    if terms is not None:
        return terms
    for one in (at, *governors(tree, at, run)):
        might = _might(tree, one)
        if might is not None:
            return might
        if one != at and tree.is_clause(one):
            for n in tree.children(one, "advmod"):
                if tree.lows[n] in DENIALS and tree.child(one, "ccomp") is not None:
                    return tree.words[n].span.hull(tree.words[one].span)
        for n in tree.children(one, "det") if one != at else ():
            if tree.lows[n] == "no" and tree.words[one].upos == "NOUN" and not how(tree, at):
                return tree.words[n].span.hull(tree.words[one].span)
    return None


def how(tree: Tree, at: int) -> bool:
    """Whether it is asked only how or why something came about: "no idea how it ended up there"; not "no proof that it did"."""
    near = [n for one in {at, tree.words[at].head} for n in tree.children(one, "advmod", "mark")]
    return any(tree.lows[n] in ("how", "why", "where", "when") and n < at for n in near)


def _might(tree: Tree, at: int) -> Span | None:
    for n in tree.children(at, "aux", "mark"):
        low = tree.lows[n]
        if low in OPEN or (low in MIGHT and tree.words[n].upos == "AUX"):
            return tree.words[n].span.hull(tree.words[at].span)
    return None


def on_terms(tree: Tree, at: int) -> Span | None:
    """Takes: "would run “if her legs remember how”". Leaves: "ran as if nothing had been"."""
    for n in tree.children(at, "advcl"):
        marks = [tree.lows[m] for m in tree.children(n, "mark")]
        if {"if", "unless"} & {*marks} and "as" not in marks:
            return tree.span(n)
    return None


def _is(tree: Tree, at: int, name: str) -> bool:
    return stem(tree.lows[at]) in stems(name) or tree.lows[at] in phrases(name)


def helped(tree: Tree, top: int | None) -> bool:
    """Whether the headline itself speaks of what is still to come: "to sue", "is opening a shop", which is said of what is planned; not "opens"."""
    if top is None:
        return False
    near = {tree.lows[n] for n in tree.children(top, "aux", "mark")}
    under_way = bool(near & {"is", "are", "'s", "'re"}) and tree.lows[top].endswith("ing")
    gone = tree.words[top].relation == "acl"  # "Glaciers gone by 2070" tells no time
    return bool(near & HELPS) or under_way or gone


def awaited(held: Held, top: int) -> bool:
    """Whether the headline itself says that it is still to come, or asked for: "to sue", "wants to sue"; not "allows farmers to shoot"."""
    tree = held.tree
    above = next(tree.up(top), top)
    if top in (held.claim.top, above) or not tree.is_clause(above):
        return helped(tree, top)
    coming = stems("asked_for") | stems("meant") | stems("undoes") | stems("awaits")
    return stem(tree.lows[above]) in coming
