"""What is seen of words that may foretell, by which it is told whether they do: names of signals, nothing weighed."""

from collections.abc import Iterator

from hearsay.reader.foretold.around import Around, in_marks
from hearsay.reader.foretold.clauses import Future, stop_of
from hearsay.reader.foretold.left_out import reasons
from hearsay.reader.foretold.terms import Terms
from hearsay.reader.tree import Tree

CLASSES = (
    "on_schedule", "administered", "befalls", "stance", "reasons", "heard_by_anybody", "told_to_anybody", "settled",
)  # fmt: skip
"""Classes of the table of which it is seen that a predicate is of them."""

ABOVE = ("pledged", "foresight_noun", "doubts", "foresees", "announces", "chance_noun", "outlook_noun")
"""Classes of the word that governs it."""

PERSONS = ("person", "organization")
WHO = {
    "i": frozenset({"i"}),
    "we": frozenset({"we"}),
    "you": frozenset({"you"}),
    "he": frozenset({"he", "she"}),
    "they": frozenset({"they"}),
    "it": frozenset({"it"}),
    "this": frozenset({"this", "that", "these", "those", "which", "what"}),
    "there": frozenset({"there"}),
    "nobody": frozenset({"nobody", "nothing", "none"}),
    "anybody": frozenset({"anyone", "anybody", "whoever", "everyone", "everybody", "people", "one", "some", "somebody", "someone"}),
}
HELPS = frozenset({"will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "should"})
BESIDE = frozenset({
    "then", "soon", "yet", "still", "never", "always", "again", "also", "only", "even", "now", "just", "well", "simply", "too",
    "probably", "perhaps", "surely", "certainly", "ever", "once", "eventually", "instead", "likely", "not", "n't",
})
FACT = ((0.6, "high"), (0.2, "middle"), (-0.2, "low"))
BROAD = frozenset({"if", "unless", "because", "but", "when", "although", "though", "while", "until", "so", "as", "that"})


def signals(one: Future, told: Terms, here: Around) -> frozenset[str]:
    """The signals of words that may foretell.

    Args:
        one: the words.
        told: their terms.
        here: where they stand.
    """
    return frozenset([
        f"rule {one.rule}",
        *(f"reason {name}" for name in reasons(one, told, here)),
        *_clause(one, here),
        *_subject(one, here),
        *_terms(one, told, here),
        *_whose(one, here),
    ])


def _clause(one: Future, here: Around) -> Iterator[str]:
    tree, marks = here.tree, here.marks
    low = tree.lows[one.at]
    for name in CLASSES:
        if marks.tells(low, name):
            yield f"is {name}"
    for n in one.because[:1]:
        if tree.lows[n] in HELPS:
            yield f"help {tree.lows[n]}"
        else:
            yield f"because {tree.lows[n]}"
    upos = tree.words[one.at].upos
    yield f"predicate {upos}"
    if tree.children(one.at, "cop"):
        yield f"state {upos}"
    helps = {tree.lows[n] for n in tree.children(one.at, "aux")}
    if helps & {"have", "'ve", "had"}:
        yield "have"
    if low.endswith("ing"):
        yield "going on"
    if tree.child(one.at, "aux:pass") is not None or tree.child(one.at, "nsubj:pass") is not None:
        yield "passive"
    for name in ("obj", "obl", "xcomp", "ccomp", "advcl"):
        if tree.children(one.at, name):
            yield f"has {name}"
    for n in tree.children(one.at, "advmod") + tree.children(one.over, "advmod"):
        if tree.lows[n] in BESIDE:
            yield f"beside {tree.lows[n]}"
    relation = tree.words[one.over].relation
    yield f"relation {relation.partition(':')[0]}"
    if relation.startswith("acl:relcl"):
        yield "relative"
    head = tree.words[one.over].head
    if head != one.over:
        for name in ABOVE:
            if marks.tells(tree.lows[head], name):
                yield f"above {name}"
    mark = [tree.lows[n] for n in tree.children(one.over, "mark")]
    for m in mark[:1]:
        if m in BROAD:
            yield f"mark {m}"
    fact = tree.words[one.at].fact
    yield f"fact {next((name for least, name in FACT if fact > least), 'negative')}"
    size = len(tree.below(one.over))
    yield f"size {sum(size > most for most in (4, 8, 16))}"


def _subject(one: Future, here: Around) -> Iterator[str]:
    tree = here.tree
    thing = tree.subject(one.at)
    if thing is None:
        thing = tree.subject(one.over)
    if thing is None:
        yield "subject none"
        return
    low, word = tree.lows[thing], tree.words[thing]
    for name, forms in WHO.items():
        if low in forms:
            yield f"subject {name}"
    yield f"subject {word.upos}"
    if word.entity in PERSONS:
        yield "subject somebody"
    if here.own(thing):
        yield "subject own"
    dets = {tree.lows[n] for n in tree.children(thing, "det")}
    if word.upos == "NOUN":
        yield "subject one" if dets & {"a", "an", "any"} else "subject the" if dets & {"the"} else "subject bare" if not dets else "subject other"


def _terms(one: Future, told: Terms, here: Around) -> Iterator[str]:
    tree = here.tree
    if told.horizon:
        yield "horizon"
        yield f"horizon {tree.lows[tree.over(told.horizon[0])[0]]}"
    if told.condition:
        yield "condition"
        yield f"condition {tree.lows[tree.over(told.condition[0])[0]]}"
    if here.likely:
        yield "likely"
    if told.horizon or told.condition or here.likely:
        yield "any term"
    number = tree.words[one.at].sentence
    sentence = [n for n in range(max(0, one.at - 60), stop_of(tree, one.at)) if tree.words[n].sentence == number]
    lows = {tree.lows[n] for n in sentence}
    if "if" in lows:
        yield "sentence if"
    if lows & {"would", "'d"}:
        yield "sentence would"
    if lows & {"will", "'ll", "wo"}:
        yield "sentence will"
    if tree.lows[sentence[-1]] == "?" or "?" in lows:
        yield "asks"
    if len(sentence) < 9:
        yield "short"
    before = [tree.lows[n] for n in range(max(0, sentence[0] - 30), sentence[0])]
    for name, forms in (("will", {"will", "'ll", "wo"}), ("would", {"would", "'d"}), ("if", {"if"}), ("asks", {"?"})):
        if forms & {*before}:
            yield f"before {name}"
    after = [tree.lows[n] for n in range(sentence[-1] + 1, min(len(tree.words), sentence[-1] + 30))]
    for name, forms in (("will", {"will", "'ll", "wo"}), ("would", {"would", "'d"}), ("if", {"if"})):
        if forms & {*after}:
            yield f"after {name}"


def _whose(one: Future, here: Around) -> Iterator[str]:
    tree = here.tree
    said, judged = here.said, here.judged
    if in_marks(tree, one.at):
        yield "in marks"
    if here.argues:
        yield "argues"
    if here.author:
        yield "author's"
    if here.now:
        yield "now"
    if said is None:
        yield "said by nobody"
        yield "said by nobody, argues" if here.argues else "said by nobody, in a report"
        return
    yield f"said {said.mode.value}"
    if judged is not None:
        yield f"act {judged.act.value}" if judged.act else "act none"
        yield f"polarity {judged.polarity.value}"
    if said.cue is not None:
        for n in tree.over(said.cue):
            for name in (*ABOVE, "told_to_anybody"):
                if here.marks.tells(tree.lows[n], name):
                    yield f"cue {name}"
