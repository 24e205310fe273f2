"""Binding: whom the clause of a pronoun rules out, whom a reflexive demands, and under whose clauses a pronoun stands.

Two parts of one clause are not the same person, but for a possessive: "Lund told him". A reflexive is its subject. A clause without a
subject of its own has that of the one it hangs on, a relative clause that of the noun which it tells of: "the judge who freed him".

Source: Chomsky (1981), principles A and B; Postal (1970) on the subjects that infinitives and participles share.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hearsay.reader.cast.weights import Signs
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

PARTS = ("nsubj", "obj", "iobj", "obl")
"""Relations by which two parts of one clause hang on its verb."""

NAMED = ("flat", "compound", "appos")
"""Relations by which the words of a name, and names beside a description, hang on what stands in the clause."""

SHARED = ("xcomp", "advcl", "conj")
"""Relations of clauses that have the subject of the one they hang on, where they have none of their own."""

SURELY = ("xcomp", "advcl")
"""Those of them that hang where they should nearly always: what is joined by "and" often hangs on the wrong verb."""

RELATIVE = ("who", "which", "that", "whom")
SELF = ("himself", "herself", "itself", "themselves", "yourself", "myself", "ourselves")
DEEP = 6  # clauses above one another


def standing(tree: Tree, span: Span) -> int | None:
    """The word by which a mention stands in its clause: "the judge", of "the judge, Mara | Lund |"."""
    over = tree.over(span)
    return _top(tree, over[0]) if over else None


def _top(tree: Tree, at: int) -> int:
    for _ in range(DEEP):
        if tree.relation(at) not in NAMED or tree.words[at].head == at:
            break
        at = tree.words[at].head
    return at


def subject(tree: Tree, verb: int, shared: Sequence[str] = SHARED) -> int | None:
    """The word that stands for the subject of a clause, its own or the one it shares; None where there is none.

    Takes: "Lund had come to | see | him": Lund; "Lund asked Moe to | see | him": Moe; "the judge who | freed | him": the judge.

    Args:
        tree: of the text.
        verb: of the clause.
        shared: relations of clauses that share a subject.
    """
    for _ in range(DEEP):
        own = tree.child(verb, "nsubj")
        of_noun = tree.relation(verb) == "acl"
        if own is not None and not (of_noun and tree.lows[own] in RELATIVE):
            return _top(tree, own)
        over = tree.words[verb].head
        if of_noun:
            return _top(tree, over)
        if tree.relation(verb) not in shared or over == verb:
            return None
        told = tree.child(over, "obj", "iobj") if tree.relation(verb) == "xcomp" else None
        if told is not None:
            return _top(tree, told)
        verb = over
    return None


def demanded(tree: Tree, pronoun: Span) -> int | None:
    """The word that stands for whom a reflexive means, or a pronoun right after whom it means; None where there is none.

    Takes: "Lund saw | himself |", "Lund | himself | saw it", "the other gangs, | they | wanted it".
    """
    over = tree.over(pronoun)
    if not over or tree.lows[over[0]] not in SELF:
        return _doubled(tree, over[0]) if over else None
    at = over[0]
    beside = tree.words[at].head
    if not tree.is_clause(beside) and tree.child(at, "case") is None:
        return _top(tree, beside)
    return next((one for _, one in _above(tree, at)), None)


def _doubled(tree: Tree, at: int) -> int | None:
    """The subject that is told a second time by a pronoun right after it and a comma; None where there is none."""
    if tree.relation(at) != "nsubj" or tree.lows[at - 1 : at] != [","]:
        return None
    told = (n for n in tree.children(tree.words[at].head, "nsubj", "dislocated") if n < at)
    return next((_top(tree, n) for n in told if max(tree.below(n)) in (at - 1, at - 2)), None)


def ruling_out(tree: Tree, pronoun: Span) -> Callable[[Span], bool]:
    """Whether a mention is another part of the same clause, so that the pronoun cannot mean it.

    Takes: "Lund told | him |", "the judge, Lund, who freed | him |". Leaves: "Lund told | his | son", "Lund saw | himself |".
    """
    over = tree.over(pronoun)
    at = over[0] if over else None
    if at is None or tree.relation(at) == "nmod" or tree.lows[at] in SELF or _owns(tree, at):
        return lambda _: False
    verb, itself = tree.words[at].head, (at, _doubled(tree, at))
    whose = subject(tree, verb, SURELY) if tree.relation(at) in PARTS else None

    def ruled_out(mention: Span) -> bool:
        named = standing(tree, mention)
        if named is None or named in itself:
            return False
        part = tree.words[named].head == verb and tree.relation(named) in PARTS
        return part or named == whose

    return ruled_out


def _owns(tree: Tree, at: int) -> bool:
    """Whether a "her" stands right before a noun, whatever the tree makes of it: "she did | her | best"."""
    after = tree.words[at + 1 : at + 2]
    return tree.lows[at] == "her" and any(one.upos in ("NOUN", "ADJ") for one in after)


def is_subject(tree: Tree, pronoun: Span) -> bool:
    """Whether a pronoun is a subject: "| he | said"; not "| his | promise"."""
    return any(tree.relation(n).startswith("nsubj") for n in tree.over(pronoun))


def over(tree: Tree, pronoun: Span) -> dict[int, str]:
    """The words that stand for the subjects of the clauses in which a pronoun stands, each with how the clause below it hangs there.

    Takes: "| Lund | said she would go", "| Lund |, who said she would go", "| Lund | lost her seat". Leaves: "Lund told | Moe | she would go".
    """
    words = tree.over(pronoun)
    found: dict[int, str] = {}
    for way, at in _above(tree, words[0]) if words else ():
        found.setdefault(at, way)
    return found


def under(
    tree: Tree, mentions: Sequence[Span], above: Mapping[int, str], itself: int | None
) -> Signs:
    """What is seen of somebody who is the subject of a clause in which a pronoun stands.

    Args:
        tree: of the text.
        mentions: of him.
        above: those subjects, as `over` has them.
        itself: whom a reflexive means, as `demanded` has it.
    """
    stand = {at for one in mentions if (at := standing(tree, one)) is not None}
    signs = {"bound": 1.0} if itself in stand else {}
    way = next((above[at] for at in above if at in stand), None)
    return signs if way is None else {**signs, "under": 1.0, f"under, {way}": 1.0}


def _above(tree: Tree, at: int) -> Iterator[tuple[str, int]]:
    """The subjects of the clauses in which a word stands, the innermost first, each with the relation by which the one below it hangs."""
    way = "own" if tree.words[at].relation == "nmod:poss" else "own, no possessor"
    passed = {at}
    for verb in tree.up(at):
        if tree.is_clause(verb):
            found = subject(tree, verb)
            if found is not None and found not in passed:
                yield way, found
            way = tree.relation(verb)
        passed.add(verb)
