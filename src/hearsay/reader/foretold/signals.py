"""What is seen of words that may foretell, by which it is told whether they do: names of signals, nothing weighed."""

from collections.abc import Iterator

from hearsay.reader.foretold.around import Around, in_marks
from hearsay.reader.foretold.clauses import MIGHT, WILL, WOULD, perfect
from hearsay.reader.foretold.future import Future
from hearsay.reader.foretold.left_out import PERSONS, reasons
from hearsay.reader.foretold.terms import Terms
from hearsay.reader.times.tense import is_past
from hearsay.reader.tree import Tree

ABOVE = (
    "pledged", "foresight_noun", "doubts", "foresees", "announces", "chance_noun", "outlook_noun",
)  # fmt: skip
"""Classes of the table of which it is seen that the word that governs a clause is of them."""

DOES = (
    "befalls", "happens", "on_schedule", "programme", "administered", "stance", "told_to_anybody",
)  # fmt: skip
"""Classes of the table of which it is seen that a predicate is of them."""

WHO = {
    "i": frozenset({"i"}),
    "we": frozenset({"we"}),
    "you": frozenset({"you"}),
    "he or she": frozenset({"he", "she"}),
    "they": frozenset({"they"}),
    "it": frozenset({"it"}),
    "this": frozenset({"this", "that", "these", "those", "which", "what"}),
    "nobody": frozenset({"nobody", "nothing", "none"}),
    "anybody": frozenset(
        {"anyone", "anybody", "whoever", "everyone", "everybody", "people", "one", "some"}
    ),
}
"""Words for who does it."""

BESIDE = frozenset(
    {"then", "soon", "yet", "still", "never", "always", "again", "also", "only", "even", "now", "just", "well", "simply", "too", "ever",
     "once", "instead", "not", "n't"}
)  # fmt: skip
"""Words of which it is seen that they stand by a predicate."""

FACT = ((0.6, "high"), (0.2, "middle"), (-0.2, "low"))
"""What the network makes of the factuality of a predicate, by the highest step that it is above."""

HELPED = {"will": WILL, "would": WOULD, "if": frozenset({"if"}), "asks": frozenset({"?"})}
"""Words of which it is seen that the sentence has them, or those around it."""

AHEAD = ("opens_ahead", "lies_ahead")
"""Classes of words of a time that say that it lies ahead."""

NEAR = 30
"""Words before and after a sentence that are looked at."""

SHORT = 9  # words


def signals(one: Future, told: Terms, here: Around) -> frozenset[str]:
    """The signals of words that may foretell.

    Args:
        one: the words.
        told: their terms.
        here: where they stand.
    """
    return frozenset(
        [
            f"rule {one.rule}",
            *(f"reason {name}" for name in reasons(one, told, here)),
            *_words(one, here),
            *_clause(one, here),
            *_subject(one, here),
            *_terms(told, here),
            *_sentence(one, here),
            *_whose(one, here),
        ]
    )


def _words(one: Future, here: Around) -> Iterator[str]:
    """The words that would make it foretell, and those beside the predicate."""
    tree = here.tree
    for n in one.because[:1]:
        helps = tree.lows[n] in WILL | WOULD | MIGHT
        yield f"{'help' if helps else 'because'} {tree.lows[n]}"
    for n in (*tree.children(one.at, "advmod"), *tree.children(one.over, "advmod")):
        if tree.lows[n] in BESIDE:
            yield f"beside {tree.lows[n]}"


def _clause(one: Future, here: Around) -> Iterator[str]:
    """How the clause is built, and what governs it."""
    tree = here.tree
    if tree.children(one.at, "cop"):
        yield f"state {tree.words[one.at].upos}"
    if perfect(tree, one.at):
        yield "have"
    if tree.lows[one.at].endswith("ing"):
        yield "going on"
    if tree.child(one.at, "aux:pass") is not None or tree.child(one.at, "nsubj:pass") is not None:
        yield "passive"
    for name in ("obj", "obl", "xcomp", "ccomp", "advcl"):
        if tree.children(one.at, name):
            yield f"has {name}"
    yield f"relation {tree.relation(one.over)}"
    if tree.words[one.over].relation.startswith("acl:relcl"):
        yield "relative"
    yield from _over(one, tree)
    head = tree.words[one.over].head
    if head != one.over:
        yield from (f"above {name}" for name in ABOVE if here.marks.tells(tree.lows[head], name))
    yield from (f"does {name}" for name in DOES if here.marks.tells(tree.lows[one.at], name))
    fact = tree.words[one.at].fact
    yield f"fact {next((name for least, name in FACT if fact > least), 'negative')}"


def _over(one: Future, tree: Tree) -> Iterator[str]:
    """Takes: "could" of "nobody could predict its success", the past of "predicted its failure". Leaves: "it will fail", with nothing over it."""
    if one.over == one.at:
        return
    helps = [tree.lows[n] for n in tree.children(one.over, "aux")]
    yield from (f"over {low}" for low in helps)
    if not helps and is_past(tree.lows[one.over]):
        yield "over in the past"


def _subject(one: Future, here: Around) -> Iterator[str]:
    """Of whom or what it is said."""
    tree = here.tree
    thing = tree.subject(one.at)
    thing = tree.subject(one.over) if thing is None else thing
    if thing is None:
        yield "subject none"
        return
    word = tree.words[thing]
    yield from (f"subject {name}" for name, forms in WHO.items() if tree.lows[thing] in forms)
    yield f"subject {word.upos}"
    yield f"subject is {word.entity}"
    if word.entity in PERSONS:
        yield "subject somebody"
    if here.own(thing):
        yield "subject own"
    if word.upos == "NOUN":
        yield f"subject {_determined(tree, thing)}"


def _determined(tree: Tree, at: int) -> str:
    """Takes: "the road", "a road". Leaves: "roads", which is bare."""
    held = {tree.lows[n] for n in tree.children(at, "det")}
    if held & {"a", "an", "any"}:
        return "one"
    if "the" in held:
        return "the"
    return "other" if held else "bare"


def _terms(told: Terms, here: Around) -> Iterator[str]:
    """By when, on which condition, how likely."""
    tree = here.tree
    for name, spans in (("horizon", told.horizon), ("condition", told.condition)):
        if spans:
            yield name
            yield f"{name} {tree.lows[tree.over(spans[0])[0]]}"
    if here.likely:
        yield "likely"
    when = tree.over(told.horizon[0]) if told.horizon else ()
    if any(here.marks.tells(tree.lows[n], *AHEAD) for n in when):
        yield "horizon ahead"
    if told.horizon or told.condition or here.likely:
        yield "any term"


def _sentence(one: Future, here: Around) -> Iterator[str]:
    """What else the sentence says, and those before and after it: who foretells goes on."""
    tree = here.tree
    own = tree.sentence(one.at)
    first, stop = own.start, own.stop
    if len(own) < SHORT:
        yield "short"
    stretches = {
        "sentence": own,
        "before": range(max(0, first - NEAR), first),
        "after": range(stop, min(len(tree.words), stop + NEAR)),
    }
    for where, stretch in stretches.items():
        lows = {tree.lows[n] for n in stretch}
        yield from (f"{where} {name}" for name, forms in HELPED.items() if forms & lows)


def _whose(one: Future, here: Around) -> Iterator[str]:
    """Whose words they are, and how they are reported."""
    for name, holds in (
        ("in marks", in_marks(here.tree, one.at)),
        ("argues", here.argues),
        ("author's", here.author),
        ("now", here.now),
    ):
        if holds:
            yield name
    if here.said is None:
        yield "said by nobody"
        yield f"said by nobody, {'argues' if here.argues else 'in a report'}"
        return
    yield f"said {here.said.mode.value}"
    if here.judged is not None:
        yield f"polarity {here.judged.polarity.value}"
        yield f"act {here.judged.act.value}"
