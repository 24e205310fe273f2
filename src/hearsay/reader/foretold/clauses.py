"""What foretells: the clauses and nouns by which an article says what will come, before anybody asks whose they are.

Source: Quirk et al. (1985) 4.41-48 on ways to speak of the future; Palmer (2001) on modals; own. What only looks like one
of these (plans, promises, timetables, questions) is left out in `hearsay.reader.foretold.left_out`.
"""

from collections.abc import Iterator, Sequence

from hearsay.language.marking import Marking
from hearsay.reader.foretold.foreseen import foreseen, in_present
from hearsay.reader.foretold.future import Future, infinitive
from hearsay.reader.tree import Tree

WILL = frozenset({"will", "'ll", "wo", "shall", "sha"})
WOULD = frozenset({"would", "'d"})
MIGHT = frozenset({"may", "might", "could", "should"})
HELPS = WILL | WOULD | MIGHT
BE_NOW = frozenset({"is", "are", "'s", "'re", "am", "'m", "be"})
BE = BE_NOW | {"was", "were", "been", "being"}
STANDS = frozenset({"stand", "stands", "threatens", "threaten", "track", "course"})
"""What opens an infinitive of what will come without “is”."""

LOOKS = frozenset({"look", "looks", "looked", "seem", "seems", "seemed", "appear", "appears"})

HAVE = frozenset({"have", "'ve", "had"})

OPENS_AHEAD = "opens_ahead"
"""The class of what opens a time ahead, also of what is told in the present."""

PRESENT = "present"
"""The rule of what is told in the present, and foretells only beside a time ahead."""


def perfect(tree: Tree, at: int) -> bool:
    """Whether a predicate is in the perfect: "would | have | closed"."""
    return any(tree.lows[n] in HAVE for n in tree.children(at, "aux"))


def futures(tree: Tree, marks: Marking) -> Iterator[Future]:
    """All that may foretell, in the order of the text; of each predicate once.

    Args:
        tree: of the article.
        marks: the table of foretelling.
    """
    for at, low in enumerate(tree.lows):
        known = low in marks.alone
        if not known and not tree.held[at] and tree.words[at].upos != "VERB":
            continue  # every rule asks for one of these
        found = _will(tree, at) or _going(tree, at)
        if known:
            found = found or _comes_to(tree, at, marks) or _is_to_come(tree, at, marks)
        found = found or _bare(tree, at) or _of_clause(tree, at, marks) or _guessed(tree, at, marks)
        found = found or _present(tree, at, marks)
        if found is not None:
            yield found
        if known:
            yield from foreseen(tree, at, marks)


def _will(tree: Tree, at: int) -> Future | None:
    """Takes: "prices will rise", "it would rise, she said", "it could rise by May". Leaves: "it rose"."""
    held = [n for n in tree.children(at, "aux") if not _named(tree, n)]
    for n in held:
        if tree.lows[n] in WILL:
            return Future(at, (n,), "will", at)
    for n in held:
        if tree.lows[n] in WOULD:
            return Future(at, (n,), "would", at)
    for n in reversed(held):  # should they go, it could close
        if tree.lows[n] in MIGHT:
            return Future(at, (n,), "might", at)
    return None


def _named(tree: Tree, at: int) -> bool:
    """Takes: "Will" in "Sen. Will Tarver". Leaves: the first word of a sentence."""
    opens = at == tree.sentence(at).start or tree.words[at - 1].upos == "PUNCT"
    return not opens and tree.words[at].span.cut(tree.text).istitle()


def _bare(tree: Tree, at: int) -> Future | None:
    """Takes: "And somebody will.", "she can't, so she won't", "Beijing would". Leaves: "the will of the people"."""
    if tree.lows[at] not in HELPS or tree.words[at].upos not in ("AUX", "VERB"):
        return None
    alone = not _named(tree, at) and tree.relation(at) in ("root", "conj", "parataxis", "ccomp")
    rule = next(
        (name for name, some in (("will", WILL), ("would", WOULD)) if tree.lows[at] in some),
        "might",
    )
    return Future(at, (at,), rule, at) if alone and tree.child(at, "nsubj") is not None else None


def _going(tree: Tree, at: int) -> Future | None:
    """Takes: "is going to rise", "she said it was going to rise", "there's going to be a row". Leaves: "is going to the sea"."""
    if tree.lows[at] != "going":
        return None
    head = tree.words[at].head
    there = tree.lows[head] in BE and tree.child(head, "expl") is not None
    be = [n for n in tree.children(at, "aux") if tree.lows[n] in BE] or ([head] if there else [])
    to = [n for n in tree.children(at, "xcomp") if infinitive(tree, n)]
    if not be or not to:
        return None
    now = any(tree.lows[n] in BE_NOW for n in be)
    return Future(to[0], (at,), "will" if now else "would", head if there else at)


def _comes_to(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "is likely to rise", "looks set to rise", "is not thought likely to last", "is on course to win". Leaves: "is sure of it"."""
    if not marks.tells(tree.lows[at], "comes_to"):
        return None
    be = [n for n in tree.children(at, "cop", "aux") if tree.lows[n] in BE]
    head = tree.words[at].head
    looks = tree.relation(at) == "xcomp" and (
        tree.lows[head] in LOOKS or marks.tells(tree.lows[head], "holds_it")
    )
    alone = tree.relation(at) in ("acl", "advcl", "amod", "appos") or tree.lows[at] in STANDS
    inner = tree.children(at, "xcomp", "advcl", "ccomp", "csubj", "obl", "acl")
    if tree.relation(at) == "fixed":  # of "on course to win" the tree may have all under "win"
        inner.append(tree.words[head].head)
    to = [n for n in inner if infinitive(tree, n) and n > at]
    if not (be or looks or alone) or not to or tree.relation(at) == "aux":
        return None
    if any(tree.lows[n] in ("have", "'ve") for n in tree.children(to[0], "aux")):
        return None
    over = to[0] if tree.relation(at) == "fixed" else head if looks and not be else at
    return Future(to[0], (at,), "likely", over)


def _is_to_come(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "a strike is likely before May", "delays look certain", "flooding is a real danger". Leaves: "the answer is possible", "a clash was inevitable", "they are wild cards"."""
    if not marks.tells(tree.lows[at], "is_to_come"):
        return None
    now = BE if tree.relation(at) == "ccomp" else BE_NOW
    be = [n for n in tree.children(at, "cop") if tree.lows[n] in now]
    inner = tree.children(at, "xcomp", "ccomp", "csubj", "acl")
    if not be and tree.relation(at) == "xcomp" and tree.lows[tree.words[at].head] in LOOKS:
        top = tree.words[at].head
        who = tree.subject(top)
        real = who is not None and tree.lows[who] not in ("which", "that", "who", "it", "this")
        return Future(top, (top, at), "looks", top) if real and not inner else None
    thing = tree.child(at, "nsubj")
    if not be or thing is None or inner or tree.words[thing].upos != "NOUN":
        return None
    if any(marks.tells(tree.lows[n], "which_time") for n in tree.children(thing, "amod")):
        return None  # a strike | next spring is likely, of which the tree has the spring
    idiom = marks.tells(tree.lows[at], "is_to_come") and tree.words[at].upos == "NOUN"
    if idiom and not tree.children(at, "case"):  # on the cards, out of the question
        return None
    return Future(thing, (at,), "likely_noun", at, noun=True)


def _of_clause(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "it is doubtful he can go on", "I should be surprised if it held". Leaves: "it is doubtful that he came"."""
    head = tree.words[at].head
    if marks.tells(tree.lows[head], "surprises") and any(
        tree.lows[n] == "if" for n in tree.children(at, "mark")
    ):
        return Future(at, (head,), "doubted", at)
    if head == at or tree.relation(at) not in ("ccomp", "csubj", "acl", "xcomp", "advcl"):
        return None
    if not marks.tells(tree.lows[head], "doubts") or not tree.is_clause(at):
        return None
    if any(tree.lows[n] == "so" for n in tree.children(at, "mark", "advmod") if n < at):
        return None  # so that they can go
    if tree.relation(at) == "advcl" and at < head:
        return None  # if they can hold it, he is likely to go
    helps = [n for n in tree.children(at, "aux") if tree.lows[n] in ("can", "ca", "cannot")]
    return Future(at, (helps[0], head), "doubted", at) if helps else None


def _guessed(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "my hunch is that he folds and calls it a win". Leaves: "my guess is that he knew", "my guess is as good as yours"."""
    if not tree.is_clause(at) or not in_present(tree, at):
        return None
    joined = tree.relation(at) == "conj" and tree.child(at, "nsubj") is None
    top = tree.words[at].head if joined else at
    outer = [n for n in tree.held[top] if tree.words[n].relation == "nsubj:outer"]
    sign = next((n for n in outer if marks.tells(tree.lows[n], "guess_noun")), None)
    return Future(at, (sign,), "guessed", at) if sign is not None else None


def _present(tree: Tree, at: int, marks: Marking) -> Future | None:
    """Takes: "the committee folds" (by May). Leaves: "the road that closes by May", "it closed", "is closing it by May", which is going on."""
    main = tree.relation(at) in ("root", "conj", "ccomp", "parataxis")
    if (
        not main
        or not _opens_ahead(tree, at, marks)
        or infinitive(tree, at)
        or not tree.is_clause(at)
        or not in_present(tree, at)
    ):
        return None
    going = tree.lows[at].endswith("ing") and not tree.children(at, "cop")
    own = tree.subject(at) is not None or tree.child(at, "nsubj:pass", "expl") is not None
    return Future(at, (at,), PRESENT, at) if own and not going else None


def _opens_ahead(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether anything in a sentence may open a time that lies ahead, without which the present foretells nothing."""
    held = tree.sentence(at)
    return any(marks.found(tree.lows, held.start, held.stop, OPENS_AHEAD))


def may_come(tree: Tree, one: Future, when: Sequence[int], marks: Marking) -> bool:
    """Takes: "the committee folds by May", and whatever stands in no plain present. Leaves: "the committee folds".

    Args:
        tree: of the article.
        one: what may foretell.
        when: the words for by when.
        marks: the table of foretelling.
    """
    if one.rule != PRESENT:
        return True
    ahead = bool(when) and marks.tells(tree.lows[when[0]], OPENS_AHEAD)
    return ahead and tree.lows[when[-1]] != "now" and not any(tree.is_clause(n) for n in when)
