"""Happening: the words of what happened at a time, by what its words hang on."""

from collections.abc import Iterator

from hearsay.language.times.vocabulary import vocabulary
from hearsay.reader.times.rows import Row
from hearsay.reader.times.tense import PAUSES, PERFECT, ends
from hearsay.reader.tree import CLAUSES, Tree
from hearsay.text.span import Span, Spans, without

APART = ("mark", "cc", "conj", "advcl", "parataxis", "discourse", "punct", "vocative")
"""What hangs on a predicate and tells of something else."""

SHORT = 6  # words of a subject that is told again
SHARING = ("conj", "xcomp", "advcl")
"""Clauses that may have the subject of the one above them."""

EMPTY = frozenset({"it", "there", "that", "this", "which", "what"})
"""Subjects that may stand for nothing, so that a clause beside theirs does not have them."""

ASKS = frozenset({"when", "why", "how", "where", "then", "also", "however"})
OPENS = frozenset({"on", "in", "at", "of", "during", "over"})
"""Words that open a time and say nothing without it."""

NAMES = ("NOUN", "PROPN", "PRON", "NUM")
COUNTING = frozenset({"at", "over", "under", "about", "around", "between", "up"})
"""Words that belong to the number behind them: "over 40 people", "at least nine"."""

JOINING = ("ADP", "CCONJ", "SCONJ", "PUNCT")

NOUNS = ("nmod", "compound", "appos", "amod", "nummod")


def happening(
    tree: Tree, row: Row, time: Span, at: int | None, *, lasts: bool = False, bounds: bool = False
) -> Spans:
    """The words of what happened.

    Takes: "The council closed the bridge on Monday": "The council closed the bridge"; "Monday's vote": "vote".
    Leaves: what is told beside it: "It closed on Monday, and Lund resigned" has "It closed" alone.

    Args:
        tree: of the article.
        row: the sentence.
        time: the words of the time.
        at: the word on which the others of the time hang; None without a tree.
        lasts: the time says how long something went on.
        bounds: it says before or since when, which is seldom said of a noun.
    """
    if at is None:
        return _rest(tree.text, row, time)
    head = _head(tree, at)
    if head is None:
        return _rest(tree.text, row, time)
    if vocabulary().sense(tree.lows[head], "from_word") and tree.relation(head) == "advcl":
        head = tree.words[head].head  # beginning on Monday, it is free
    head = _perfect(tree, head) if lasts else head
    if tree.words[at].relation != "nmod:poss":  # last year's deal was a mistake
        head = _said_of(tree, head)
    if bounds and tree.relation(head) in ("obl", "obj", "nmod"):
        head = next((n for n in tree.up(head) if tree.is_clause(n)), head)
    return tree.spans(_kept(tree, head, time)) or _rest(tree.text, row, time)


def _head(tree: Tree, at: int) -> int | None:
    """The noun or the predicate of which a time is told; None where it hangs on nothing."""
    if tree.is_clause(at):
        return at
    told = ends(tree, at)
    if told is not None:
        return told
    for here in (at, *tree.up(at)):
        above = tree.words[here].head
        if above == here:
            return None
        noun = tree.relation(here) in NOUNS and tree.words[above].upos in ("NOUN", "PROPN")
        if noun and not _when(tree, above, here):
            return above
        if tree.is_clause(above) or tree.words[above].head == above:
            return above
    return None


def _when(tree: Tree, noun: int, time: int) -> bool:
    """Takes: "evening" of "one evening in the 1960s", "time" of "for the first time in 1996", which say when and not what.

    Leaves: "the time of her death in 1996", "the June primary".
    """
    return (
        tree.words[noun].entity == "time"
        and tree.words[time].relation in ("nmod", "nmod:unmarked")
        and tree.children(noun, "nmod", "acl") == [time]
    )


def _perfect(tree: Tree, head: int, *, far: int = 3) -> int:
    """The perfect above an infinitive: what went on for weeks in "having resisted pressure to stop for weeks"."""
    here = head
    for _ in range(far):
        above = tree.words[here].head
        if above == here or (tree.relation(here) in CLAUSES and "to" not in _helpers(tree, here)):
            return head
        if tree.is_clause(above) and PERFECT & _helpers(tree, above):
            return above
        here = above
    return head


def _helpers(tree: Tree, at: int) -> set[str]:
    return {tree.lows[n] for n in tree.held[at] if tree.relation(n) in ("aux", "mark")}


def _said_of(tree: Tree, head: int) -> int:
    """The noun that a noun is said to be: in "The event of 5 May was the vote" what happened is told by all of it."""
    above = tree.words[head].head
    subject = tree.relation(head) == "nsubj" and tree.words[above].upos in ("NOUN", "PROPN")
    return above if subject and tree.child(above, "cop") is not None else head


def _kept(tree: Tree, head: int, time: Span) -> list[int]:
    """The words of a clause or phrase without the time and what else is told beside."""
    over = _over(tree, head)
    away: set[int] = set()
    cut = [
        n
        for n in tree.held[head]
        if tree.relation(n) in APART or _told(tree, head, n) or _sayer(tree, head, n)
        if not (tree.lows[n] == "to" and tree.relation(n) == "mark")
    ]
    for branch in cut:
        away |= set(tree.below(branch))
    within = {*tree.below(head), *over}
    clause = over[0] if over else head
    while tree.relation(clause) == "conj" and tree.words[clause].head != clause:
        clause = tree.words[clause].head
    if tree.relation(clause) == "acl" and not _content(tree, clause):
        within |= set(_antecedent(tree, clause))
    if tree.child(head, "cop") is None:
        away |= {n for n in tree.children(head, "case") if n < head}
    away |= _leaning(tree, head, time)
    for n in sorted(within - away - {head, *tree.up(head)}):
        if n not in away and (_beside(tree, n) or _behind(tree, head, n, time)):
            away |= set(tree.below(n))
    kept = [n for n in sorted(within - away) if not _of_time(tree, n, time)]
    if kept:
        kept = sorted({*kept, *_subject(tree, head)} - away)
    while kept and _only_joins(tree, kept[0]):
        kept = kept[1:]
    return kept


def _only_joins(tree: Tree, at: int) -> bool:
    """Whether a first word only joins the others to what is left out. Leaves: "at" of "at least nine", "over" of "over 40"."""
    if tree.lows[at] in COUNTING and tree.words[tree.words[at].head].upos in ("ADJ", "NUM"):
        return False
    return tree.words[at].upos in JOINING or tree.lows[at] in ("'s", "'", "to")


def _leaning(tree: Tree, head: int, time: Span) -> set[int]:
    """What stands between a time and that of which it is told: "opens | as early as | Monday", "open | most of | the week"."""
    top = tree.top(tree.over(time))
    over = tree.words[top].head if top is not None else head
    leans = tree.relation(over) == "advmod" and tree.words[over].span.before(time)
    alone = len(tree.children(over, "obl", "nmod", "obl:unmarked")) == 1  # down by a third
    return {*tree.below(over)} if over != head and leans and alone else set()


def _over(tree: Tree, head: int) -> list[int]:
    """The predicates over an infinitive, with what helps them; the topmost first: "is expected" over "to open", "failed" over "to agree".

    Leaves: "asked Lund to go", which has one to do it beside it.
    """
    out: list[int] = []
    here = head
    while tree.relation(here) == "xcomp" and "to" in _helpers(tree, here):
        here = tree.words[here].head
        if not tree.is_clause(here) or tree.child(here, "obj", "iobj") is not None:
            break
        helps = [n for n in tree.children(here, "aux", "cop", "advmod") if n < here]
        out = [here, *helps, *out]
    return out


def _content(tree: Tree, clause: int) -> bool:
    """Takes: "that" of "a chance that they stop", which says of what it is one. Leaves: "a lease that expires", of which it tells."""
    return any(
        tree.lows[n] == "that" and tree.words[n].upos == "SCONJ"
        for n in tree.children(clause, "mark")
    )


def _subject(tree: Tree, head: int) -> list[int]:
    """Who does it, where a predicate has no subject itself: that of the one above it, or whom that one bids.

    Takes: "she" of "she closed it and left", "Joyce" of "Reached on Monday, Joyce said", "drivers to stop" of "it urged drivers to stop".
    """
    if tree.relation(head) not in SHARING or not tree.is_clause(head):
        return []
    if tree.child(head, "nsubj", "csubj", "expl") is not None:
        return []
    above = tree.words[head].head
    bidden = tree.child(above, "obj", "iobj") if tree.relation(head) == "xcomp" else None
    if bidden is not None:
        return _short(tree, bidden) if bidden < head else []
    beside = tree.relation(head) == "advcl"
    subject = tree.subject(above if beside else head)
    if subject is None or (beside and tree.lows[subject] in EMPTY):
        return []
    return _short(tree, subject)


def _short(tree: Tree, at: int) -> list[int]:
    """The words of who does it; of many only the noun, with what stands before it."""
    below = tree.below(at)
    last = max([at, *tree.children(at, "flat")])
    return below if len(below) <= SHORT else [n for n in below if at - SHORT < n <= last]


def _beside(tree: Tree, at: int) -> bool:
    """Whether a branch inside tells of something else: a clause set off by commas, one more that "and" joins."""
    relation = tree.relation(at)
    if relation == "conj":
        return tree.is_clause(at) and tree.child(at, "cc") is not None
    if relation in ("acl", "appos", "parataxis") and at > tree.words[at].head:
        return tree.lows[tree.below(at)[0]] in PAUSES or tree.lows[tree.below(at)[0] - 1] in PAUSES
    return False


def _behind(tree: Tree, head: int, at: int, time: Span) -> bool:
    """Whether a branch says where or how at the head of the sentence, after the time, or after a comma: "left, without it"."""
    if tree.words[at].head != head or tree.relation(at) not in ("obl", "advmod"):
        return False
    first = tree.below(at)[0]
    if at < head:
        subject = tree.child(head, "nsubj")
        return tree.lows[at] in ASKS or (subject is not None and at < subject)
    late = tree.words[head].span.before(time) and time.before(tree.words[first].span)
    return late or tree.lows[first - 1] in PAUSES


def _told(tree: Tree, head: int, at: int) -> bool:
    """Whether a branch is what somebody says, rather than a part of what happened."""
    long = sum(1 for _ in tree.below(at)) > 1
    return tree.relation(at) == "ccomp" and long and tree.words[head].upos == "VERB"


def _sayer(tree: Tree, head: int, at: int) -> bool:
    """Whether a branch is who says so behind a comma, of which the tree made a second subject: "It was shut, an inquiry heard"."""
    late = tree.relation(at) == "nsubj" and at > head
    first = tree.below(at)[0]
    return late and "," in tree.lows[first - 1 : first + 1]


def _of_time(tree: Tree, at: int, time: Span) -> bool:
    """Whether a word is one of the time, or opens it."""
    word = tree.words[at]
    if word.span.meets(time):
        return True
    if not word.span.before(time):
        return tree.lows[at] in ("'s", "'") and tree.words[at - 1].span.meets(time)
    next_to = at + 1 < len(tree.words) and tree.words[at + 1].span.meets(time)
    if next_to and tree.lows[at] in OPENS and tree.relation(at) != "compound":
        return True
    leans = word.relation == "advmod" and tree.relation(at + 1) in ("case", "mark")
    leans = leans or word.relation in ("case", "mark")  # shortly | before noon
    return leans and tree.words[word.head].span.meets(time)


def _antecedent(tree: Tree, head: int) -> Iterator[int]:
    """The noun of which a clause tells, with its own words: "the lease of the quay, which expires in May", "Anna Lund, who left in May"."""
    noun = tree.words[head].head
    opens = tree.below(head)[0]
    yield noun
    for n in tree.held[noun]:
        own = n < noun or (n < opens and tree.words[noun].upos in NAMES and not _beside(tree, n))
        if own and tree.relation(n) not in APART:
            yield from tree.below(n)


def _rest(text: str, row: Row, time: Span) -> Spans:
    """The rest of the sentence."""
    opens = next((span for span in reversed(row.spans) if span.before(time)), None)
    whole = opens.hull(time) if opens and opens.cut(text).lower() in OPENS else time
    parts = (part.trimmed(text, " \n\t.,;:–—-") for part in without(row.span, (whole,)))
    return tuple(part for part in parts if part is not None and part.cut(text).strip("\"'”’)"))
