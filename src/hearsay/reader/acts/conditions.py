"""Conditions: the clauses and phrases on which something hangs, each with all its words.

The tree is asked first; where it hangs the clause elsewhere than its opener says ("freeing twelve more | in case the first
exchange succeeded"), the words from the opener to the end of the clause are taken.

Source: Declerck & Reed (2001), Conditionals; Huddleston & Pullum (2002), ch. 8.
"""

from collections.abc import Iterator, Sequence

from hearsay.language.marking import Marking
from hearsay.reader.acts.branching import bare
from hearsay.reader.acts.clauses import QUOTES
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.terms import BRANCHES, kind_of, whole_of
from hearsay.reader.acts.unconditional import is_none
from hearsay.reader.acts.word_order import by_word_order
from hearsay.reader.tree import Tree, kept

ENDS = frozenset({",", ".", ";", ":", "”", '"', "!", "?", ")", "–", "—"})
SURE = frozenset(
    {
        *("if", "unless", "provided", "provided that", "providing", "as long as", "so long as", "as soon as", "in case"),
        *("for as long as", "once", "on condition that", "whenever", "in the event that", "assuming", "assuming that"),
        *("on the understanding that", "on the basis that", "on the footing that", "on the assumption that"),
        *("as and when", "if and when", "when and if", "unless and until", "save where", "except where"),
        *("till", "the minute", "the moment", "the instant", "on the condition that", "with the proviso that", "in the event"),
    }
)  # fmt: skip
"""Openers that before a clause open a condition, wherever a tree hangs it."""

SHORT = ["if", "so"]
"""A condition that is whole, whatever a tree hangs in it: "If so | he may be reckoning that …"."""

REST = 8  # words that a tree may have taken from the end of a condition
LONGEST = 30  # words of such a clause


@kept
def conditions(tree: Tree, marks: Marking) -> tuple[range, ...]:
    """The words of each condition, in order; the outermost of those within one another.

    Takes: "if the board agrees", "in case of emergency", "barring rain", "had it been open", "weather permitting".
    Leaves: "asked if the board agreed"; "once more"; "even if it rains"; "on condition of anonymity".

    Args:
        tree: of the article.
        marks: the table of openers.
    """
    found = [*_by_tree(tree, marks)]
    taken = {n for run in found if len(run) > 1 for n in run}
    found += [run for run in _by_opener(tree, marks) if run[0] not in taken]
    taken = {n for run in found for n in run}
    found += [
        run for run in by_word_order(tree, marks) if run[0] not in taken or _wider(run, found)
    ]
    past, out = -1, list[range]()
    found = [run for run in found if not is_none(tree, run, marks)]
    for run in sorted(found, key=lambda run: (run.start, -run.stop)):
        if run.start > past:
            past = run[-1]
            short = [tree.lows[n] for n in run[:2]] == SHORT
            out.append(run[:2] if short else _alone(tree, _whole(tree, _on(tree, run))))
    return tuple(out)


def _on(tree: Tree, run: range) -> range:
    """A condition that stands behind its clause, to the mark that ends it: "will talk if the vessel leaves | by May".

    Leaves: "if it rains | we will go", which opens its clause; what "and" joins on.
    """
    before, last = run[0] - 1, run[-1]
    if len(run) == 1 or before < 0 or tree.words[before].upos in ("PUNCT", "CCONJ", "SCONJ"):
        return run
    told = any(tree.words[n].upos in ("VERB", "AUX") for n in run)
    closed = ("PUNCT", "CCONJ", "SCONJ", *(("VERB", "AUX") if told else ()))
    while last + 1 < len(tree.words) and last - run[-1] < REST:
        word = tree.words[last + 1]
        if word.upos == "PART" or word.upos in closed or word.sentence != tree.words[last].sentence:
            break
        last += 1
    return range(run.start, last + 1) if last - run[-1] < REST else run


def _alone(tree: Tree, run: range) -> range:
    """A condition without what a tree hangs on it behind a comma: "if it is confirmed, | this would be the first".

    Takes: "without the consent of the agency, | which has asked for a study", "if he won, | a bit more than the others".
    Leaves: "if the firm, which owns it, agrees"; "in case of rain, snow or fog"; "until he has it all, or half of it".
    """
    clause = any(tree.relation(n) == "nsubj" for n in run)
    own = _predicate(tree, run)
    for comma in run[2:-1]:
        rest = range(comma + 1, run.stop)
        if tree.lows[comma] != "," or tree.words[rest[0]].upos in ("CCONJ", "PUNCT"):
            continue
        if tree.lows[rest[0]] in STRESSED or own > comma:
            continue
        told = [n for n in run if n < comma and tree.relation(n) == "nsubj"]
        nouns = () if clause else (n for n in run if n < comma and tree.words[n].upos in NAMING)
        over = [*(tree.words[n].head for n in told), *nouns]
        goes_on = any(tree.relation(n) == "conj" and _bare(tree, n) for n in rest) or any(
            tree.relation(n) == "cc" for n in rest[:LIST] if not told
        )
        if over and all(n < comma for n in over) and not goes_on:
            return range(run.start, comma)
    return run


def _predicate(tree: Tree, run: range) -> int:
    """Where a condition has its predicate, as its opener hangs: "if her son, who is ill, | were | here". Leaves: "if it is so, this | is it", with a subject of its own."""
    at = tree.words[run[0]].head
    subject = tree.subject(at)
    late = subject is not None and tree.lows[min(tree.below(subject)) - 1] == ","
    opens = tree.relation(run[0]) == "mark" and tree.relation(at) == "advcl"
    return at if opens and at in run and not late else run[0]


STRESSED = frozenset({"even", "only", "not", "especially"})
NAMING = frozenset({"NOUN", "PROPN", "PRON", "VERB"})
LIST = 6  # words behind a comma among which an "and" goes on with a list of nouns


def _bare(tree: Tree, at: int) -> bool:
    """Whether what is joined on has no subject of its own."""
    return tree.child(at, "nsubj", "nsubj:pass", "expl") is None


def _wider(run: range, found: Sequence[range]) -> bool:
    """Whether a condition holds whole another that begins within it: "only | after it is built"."""
    return any(other[0] in run[:2] and other[-1] < run[-1] for other in found)


def _whole(tree: Tree, run: range) -> range:
    """A condition with the "not" that ends it, which a tree may hang on the verb before: "will sue if it does | not"."""
    last = run[-1]
    after = last + 1
    short = tree.lows[last] in ("do", "does", "did") and after < len(tree.words)
    return range(run.start, after + 1) if short and tree.lows[after] in ("not", "n't") else run


def _by_tree(tree: Tree, marks: Marking) -> Iterator[range]:
    for at in tree.hanging(*BRANCHES):
        if kind_of(tree, at, marks) != "condition":
            continue
        words = bare(tree, [*whole_of(tree, at, "condition")])
        if (
            _asks(tree, words[0], marks)
            or _over(tree, at, words, marks)
            or _unnamed(tree, words)
            or tree.lows[words[0]] == "even"
        ):
            continue
        yield range(words[0], words[-1] + 1)


def _by_opener(tree: Tree, marks: Marking) -> Iterator[range]:
    """Takes: "in case | the first exchange succeeded", "“if the fish object”". Leaves: "asked if it was open"; "once more"; what follows a headline."""
    for phrase in marks.found(tree.lows, 0, len(tree.words), "condition_opener"):
        opener = " ".join(tree.lows[phrase.first : phrase.stop])
        was = opener == "once" and marks.tells(tree.lows[phrase.stop], "if_asked")
        if opener not in SURE or was or _asks(tree, phrase.first, marks):
            continue  # Lund, once asked which it was, said
        stop, sentence = phrase.stop, tree.words[phrase.first].sentence
        last = min(len(tree.words), phrase.stop + LONGEST)
        while stop < last and tree.words[stop].sentence == sentence:
            spoken = any(
                (one.first, one.stop) == (phrase.first, stop)
                for one in marks.found(tree.lows, phrase.first, stop, "way_of_speaking")
            )
            if tree.lows[stop] in ENDS and (spoken or not _goes_on(tree, phrase.stop, stop)):
                break
            stop += 1
        subject = (n for n in range(phrase.stop, stop) if tree.relation(n) == "nsubj")
        bare = tree.words[phrase.stop].upos == "VERB" and opener in ("if", "unless")  # if elected
        told = bare or next(subject, None) is not None
        if told and tree.lows[phrase.first - 1] != "even":
            yield range(phrase.first, stop)


def _goes_on(tree: Tree, first: int, comma: int) -> bool:
    """Whether a clause has told its subject and not its predicate before a comma: "if the firm, | which owns it, agrees"."""
    told = (n for n in range(first, comma) if tree.relation(n) == "nsubj")
    return tree.lows[comma] == "," and any(tree.words[n].head > comma for n in told)


def _asks(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether an "if" opens a question: "asked by Lund | if it was open", "it is not clear | if it was", "when, or | if, it is". Leaves: "asked that, | if it was open, …"."""
    if tree.lows[at] != "if" or at == 0:
        return False
    if tree.lows[at - 1] == "or" and "when" in tree.lows[max(0, at - 4) : at]:
        return True
    asks = tree.words[tree.words[at].head].head
    that = "that" in tree.lows[asks:at]  # asked that, | if it was open, they come
    if asks < at and not that and marks.tells(tree.lows[asks], "asks_if"):
        return True
    last = at - 1 - (tree.lows[at - 1] in QUOTES)  # he has “no idea” | if it is open
    if tree.words[last].upos == "PUNCT" or tree.lows[last] == "that":
        return False  # says that, | if it was open, they come
    clause = tree.words[at].head
    if tree.relation(clause) == "advcl" and tree.words[clause].head > max(tree.below(clause)):
        return False  # said | if it was open, they would come
    told = tree.words[last].upos in ASKING and marks.tells(tree.lows[last], "if_asked")
    return told or tree.relation(tree.words[at].head) == "ccomp"


ASKING = ("VERB", "ADJ", "NOUN")


def _over(tree: Tree, at: int, words: Sequence[int], marks: Marking) -> bool:
    """Whether what a thing waited for has come: "until he retired", "once it was built"."""
    opens = tree.lows[words[0]] in ("until", "once", "till")
    bare = tree.child(at, "nsubj", "nsubj:pass") is None
    if (
        tree.lows[words[0]] == "once"
        and bare
        and (marks.tells(tree.lows[at], "if_asked") or at == words[0])
    ):
        return True  # Lund, once asked about it, said
    helps = {tree.lows[n] for n in tree.children(at, "aux", "cop")}
    if any(_ahead(tree, above, marks) for above in tree.up(at)):
        return False  # would not renew it until the pumps were running
    return opens and ((tree.lows[at].endswith("ed") and not helps) or bool(helps & {"was", "were"}))


def _ahead(tree: Tree, at: int, marks: Marking) -> bool:
    """Whether a deed is still to be done as it is told: "would renew it", "refused to renew it"."""
    to = any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
    return (
        to
        or marks.tells(tree.lows[at], "leaves_undone")
        or any(tree.lows[n] in WILL for n in tree.children(at, "aux"))
    )


def _unnamed(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a condition is only that a source is not named."""
    lows = {*tree.lows[words[0] : words[-1] + 3]}
    return (
        bool(lows & {"anonymity", "named", "name", "identified", "quoted"}) and "condition" in lows
    )
