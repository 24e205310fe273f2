"""What is seen of a sentence that tells an author's own voice from plain report: names of signals, nothing weighed."""

from collections.abc import Iterator

from hearsay.reader.times.tense import is_past
from hearsay.reader.voice.sentence import FIRST, Sentence, Sentences
from hearsay.reading.attribution import Kind

CLASSES = (
    "concludes", "argues", "ought", "values", "supposes", "i_think", "anybody", "tells_time", "turns",
)  # fmt: skip
PRESENT = frozenset({"is", "are", "has", "have", "does", "do", "am", "'s", "'re", "'ve", "'m"})
PAST = frozenset({"was", "were", "had", "did"})
WILL = frozenset({"will", "'ll", "wo", "would", "shall", "'d"})
MAY = frozenset({"may", "might", "could", "can", "ca", "must", "should", "cannot", "ought"})
NOT = frozenset(
    {"not", "n't", "never", "no", "nobody", "nothing", "none", "nor", "neither", "hardly"}
)
POINTS = frozenset({"this", "that", "these", "those", "it", "which", "there", "such"})
SHORT, LONG = 6, 30  # words


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
            *_words(all_of, one),
            *_place(all_of, one),
        ]
    )


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
        if share > 0.8:
            yield f"{name} nearly all"
        elif share > 0.4:
            yield f"{name} half"
        elif share > 0:
            yield f"{name} some"
        else:
            yield f"{name} none"


def _phrases(all_of: Sentences, one: Sentence) -> Iterator[str]:
    for name in CLASSES:
        if all_of.has(one, name):
            yield f"has {name}"
            if one.told is None and one.other < 0.4:
                yield f"has {name} of its own"
    for name in ("turns", "argues", "i_think", "supposes"):
        if all_of.opens(one, name):
            yield f"opens {name}"


def _clause(all_of: Sentences, one: Sentence) -> Iterator[str]:
    tree = all_of.tree
    top, lows = one.top, tree.lows
    helps = {lows[n] for n in tree.children(top, "aux", "cop")}
    low, upos = lows[top], tree.words[top].upos
    for name, forms in (("present", PRESENT), ("past", PAST), ("will", WILL), ("may", MAY)):
        if helps & forms:
            yield f"main clause {name}"
    if not helps:
        if upos == "VERB" and is_past(low):
            yield "main clause past"
        elif upos == "VERB" and not low.endswith("ing"):
            yield "main clause present"
    if tree.children(top, "cop"):
        yield f"is {'adjective' if upos == 'ADJ' else 'noun'}"
        if helps & PRESENT:
            yield "is, in the present"
    if not tree.is_clause(top):
        yield "no clause"
    subject = tree.subject(top)
    if subject is None:
        yield "no subject"
    else:
        who = lows[subject]
        yield f"subject {tree.words[subject].upos}"
        if who in POINTS:
            yield "subject points back"
        if who in FIRST:
            yield "subject first person"
        if who in ("one", "you", "nobody", "everybody", "whoever", "anyone", "people"):
            yield "subject anybody"
    held = [lows[n] for n in tree.children(top, "advmod", "det", "nsubj")]
    if NOT & {*held}:
        yield "negated"
    fact = tree.words[top].fact
    yield "fact " + (
        "high" if fact > 0.85 else "middle" if fact > 0.4 else "low" if fact > -0.4 else "negative"
    )
    if tree.children(top, "advcl"):
        yield "has adverbial clause"
    if any(
        tree.relation(n) == "ccomp" and n < top for n in tree.children(top, "ccomp", "parataxis")
    ):
        yield "content first"


def _words(all_of: Sentences, one: Sentence) -> Iterator[str]:
    lows = all_of.lows(one)
    held = all_of.tree.words[one.first : one.stop]
    free = [low for low, word in zip(lows, held, strict=True) if not all_of.marked(word.span)]
    many = len([word for word in held if word.upos != "PUNCT"])
    if lows and ("?" in lows[-2:]):
        yield "asks"
        if one.quoted == 0:
            yield "asks outside quotation marks"
    if "!" in lows[-2:]:
        yield "exclaims"
    if many <= SHORT:
        yield "short"
    if many >= LONG:
        yield "long"
    if FIRST & {*free}:
        yield "first person"
    if "you" in free or "your" in free:
        yield "you"
    if any(word.upos == "NUM" for word in held):
        yield "has figures"
    names = sum(word.upos == "PROPN" for word in held)
    yield "names " + ("none" if not names else "some" if names < 4 else "many")
    if {"if", "unless", "barring"} & {*free}:
        yield "has if"
    if {"because", "since", "for"} & {*free}:
        yield "has because"
    if {"more", "less", "than", "too", "so", "such", "enough"} & {*free}:
        yield "compares"
    for mark, name in ((":", "colon"), (";", "semicolon"), ("—", "dash"), ("(", "brackets")):
        if mark in free:
            yield f"has {name}"
    kinds = [word.upos for word in held]
    share = (kinds.count("ADJ") + kinds.count("ADV")) / max(1, many)
    yield "qualities " + ("many" if share > 0.2 else "some" if share > 0.08 else "few")
    if NOT & {*free}:
        yield "has not"


def _place(all_of: Sentences, one: Sentence) -> Iterator[str]:
    if one.paragraph == 0:
        yield "first paragraph"
    elif one.paragraph == all_of.all[-1].paragraph:
        yield "last paragraph"
    if one.at == 0:
        yield "first of paragraph"
    if one.at == one.many - 1:
        yield "last of paragraph"
