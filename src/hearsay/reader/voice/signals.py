"""What is seen of a sentence that tells an author's own voice from plain report: names of signals, nothing weighed."""

from collections.abc import Iterator, Sequence

from hearsay.reader.times.tense import is_past
from hearsay.reader.voice.sentence import FIRST, NOT, Sentence, Sentences
from hearsay.reading.attribution import Kind

CLASSES = (
    "concludes", "argues", "ought", "values", "supposes", "i_think", "anybody", "tells_time", "turns",
)  # fmt: skip
OPENERS = ("turns", "argues", "i_think", "supposes")
"""Classes of the table of which it is seen that a sentence has them, or opens with them."""

HELPERS = {
    "present": frozenset(
        {"is", "are", "has", "have", "does", "do", "am", "'s", "'re", "'ve", "'m"}
    ),
    "past": frozenset({"was", "were", "had", "did"}),
    "will": frozenset({"will", "'ll", "wo", "would", "shall", "'d"}),
    "may": frozenset({"may", "might", "could", "can", "ca", "must", "should", "cannot", "ought"}),
}
"""Words that help a main clause, by what they say of it."""

POINTS = frozenset({"this", "that", "these", "those", "it", "which", "there", "such"})
WHOEVER = frozenset({"one", "you", "nobody", "everybody", "whoever", "anyone", "people"})
FREE = {
    "first person": FIRST,
    "you": frozenset({"you", "your"}),
    "has if": frozenset({"if", "unless", "barring"}),
    "has because": frozenset({"because", "since", "for"}),
    "compares": frozenset({"more", "less", "than", "too", "so", "such", "enough"}),
    "has not": NOT,
    "has colon": frozenset({":"}),
    "has semicolon": frozenset({";"}),
    "has dash": frozenset({"—"}),
    "has brackets": frozenset({"("}),
}
"""Words of which it is seen that a sentence has them outside quotation marks."""

SHORT, LONG = 6, 30  # words
STEPS = (0.8, "nearly all"), (0.4, "half"), (0.0, "some")
NAMES = (4, "many"), (1, "some"), (0, "none")
QUALITIES = (0.2, "many"), (0.08, "some")
FACT = (0.85, "high"), (0.4, "middle"), (-0.4, "low")
HALF = 0.4


def signals(all_of: Sentences, one: Sentence) -> frozenset[str]:
    """The signals of a sentence.

    Args:
        all_of: the sentences of the article.
        one: the sentence.
    """
    return frozenset(
        [
            *_whose(one),
            *_phrases(all_of, one),
            *_clause(all_of, one),
            *_subject(all_of, one),
            *_words(all_of, one),
            *_place(all_of, one),
        ]
    )


def _step(value: float, steps: Sequence[tuple[float, str]], below: str) -> str:
    """The name of the highest step that a value is above."""
    return next((name for least, name in steps if value > least), below)


def _whose(one: Sentence) -> Iterator[str]:
    if one.told is not None:
        yield f"told {one.told.type.value}"
        yield "told" if one.told.type is not Kind.BELIEF else "thought"
        if not one.told.source:
            yield "told by nobody"
    if one.inside:
        yield "main clause somebody else's"
    if one.mine:
        yield "author's own statement"
    for name, share in (("quoted", one.quoted), ("other", one.other)):
        yield f"{name} {_step(share, STEPS, 'none')}"


def _phrases(all_of: Sentences, one: Sentence) -> Iterator[str]:
    for name in all_of.every(one, *CLASSES):
        yield f"has {name}"
        if one.told is None and one.other < HALF:
            yield f"has {name} of its own"
    for name in OPENERS:
        if all_of.opens(one, name):
            yield f"opens {name}"


def _clause(all_of: Sentences, one: Sentence) -> Iterator[str]:
    tree, top = all_of.tree, one.top
    low, upos = tree.lows[top], tree.words[top].upos
    helps = {tree.lows[n] for n in tree.children(top, "aux", "cop")}
    for name, forms in HELPERS.items():
        if helps & forms:
            yield f"main clause {name}"
    if not helps and upos == "VERB" and not (low.endswith("ing") and not is_past(low)):
        yield f"main clause {'past' if is_past(low) else 'present'}"
    if tree.children(top, "cop"):
        yield f"is {'adjective' if upos == 'ADJ' else 'noun'}"
        if helps & HELPERS["present"]:
            yield "is, in the present"
    yield from _around(all_of, one)


def _around(all_of: Sentences, one: Sentence) -> Iterator[str]:
    tree, top = all_of.tree, one.top
    if not tree.is_clause(top):
        yield "no clause"
    if all_of.denied(one):
        yield "negated"
    if all_of.tells_to(one):
        yield "tells to"
    yield f"fact {_step(tree.words[top].fact, FACT, 'negative')}"
    if tree.children(top, "advcl"):
        yield "has adverbial clause"
    if any(n < top for n in tree.children(top, "ccomp")):
        yield "content first"


def _subject(all_of: Sentences, one: Sentence) -> Iterator[str]:
    tree = all_of.tree
    subject = tree.subject(one.top)
    if subject is None:
        yield "no subject"
        return
    who = tree.lows[subject]
    yield f"subject {tree.words[subject].upos}"
    for name, forms in (("points back", POINTS), ("first person", FIRST), ("anybody", WHOEVER)):
        if who in forms:
            yield f"subject {name}"


def _words(all_of: Sentences, one: Sentence) -> Iterator[str]:
    held = all_of.tree.words[one.first : one.stop]
    lows = all_of.lows(one)
    free = {low for n, low in enumerate(lows, one.first) if n not in all_of.quoted}
    kinds = [word.upos for word in held if word.upos != "PUNCT"]
    if "?" in lows[-2:]:
        yield "asks"
        if one.quoted == 0:
            yield "asks outside quotation marks"
    if "!" in lows[-2:]:
        yield "exclaims"
    if len(kinds) <= SHORT:
        yield "short"
    if len(kinds) >= LONG:
        yield "long"
    for name, forms in FREE.items():
        if free & forms:
            yield name
    if "NUM" in kinds:
        yield "has figures"
    names = kinds.count("PROPN")
    yield f"names {next(name for least, name in NAMES if names >= least)}"
    share = (kinds.count("ADJ") + kinds.count("ADV")) / max(1, len(kinds))
    yield f"qualities {_step(share, QUALITIES, 'few')}"


def _place(all_of: Sentences, one: Sentence) -> Iterator[str]:
    if one.paragraph == 0:
        yield "first paragraph"
    elif one.paragraph == all_of.all[-1].paragraph:
        yield "last paragraph"
    if one.at == 0:
        yield "first of paragraph"
    if one.at == one.many - 1:
        yield "last of paragraph"
