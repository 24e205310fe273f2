"""Signs of a sentence that is carried over: what is seen of it and of the statement before it, and how much each of that counts.

How the predicate stands in time, what its subject is, what opens it, how the statement before it is made, what follows. The weights
were learned from annotated articles (`scripts/train_carried.py`).

Source: Banfield (1982) and Quirk et al. (1985), 14.31, on backshift in free indirect speech.
"""

from collections.abc import Sequence
from math import exp

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.weights import Signs, weighed
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.text.span import Span

HAD = frozenset({"had", "'d"})
SHIFTED = frozenset({"would", "could", "might", "should"})
AHEAD = frozenset({"will", "'ll", "may", "can", "must", "shall"})
NOW = frozenset({"is", "are", "has", "have", "does", "do", "'s", "'re", "'ve"})
THEN = frozenset({"was", "were", "did"})
TIMES = (("had", HAD), ("shifted", SHIFTED), ("ahead", AHEAD), ("now", NOW), ("then", THEN))
PERSONS = {"he": "one", "she": "one", "i": "one", "it": "it", "they": "they", "we": "they", "there": "there"}  # fmt: skip
DEFINITE = frozenset({"the", "this", "that", "these"})
INDEFINITE = frozenset({"a", "an"})
SELF = frozenset({"himself", "herself", "themselves", "own"})
NOT = frozenset({"not", "n't", "never", "no", "nobody", "none", "neither"})
SAYS = ("say", "tell")
OPEN = ("NOUN", "PROPN", "VERB")
SHORT = 6  # words
LONG = 40  # words, beyond which more make no difference
FEW = 3  # words in common, beyond which more make no difference
DEEP = 2  # sentences that went on before it, beyond which more make no difference


def likely(signs: Signs, counts: Signs) -> float:
    """How likely a sentence is carried over, 0 to 1."""
    return 1 / (1 + exp(-weighed(signs, counts)))


def signs(
    tree: Tree,
    sentence: Sequence[int],
    before: Statement,
    deep: int,
    after: str,
    lexicon: Lexicon,
    *,
    own: bool,
) -> dict[str, float]:
    """What is seen of a sentence after a statement.

    Args:
        tree: of the article.
        sentence: its words.
        before: the statement that it may go on from.
        deep: how many sentences went on from it already.
        after: what the next sentence of the block is: "said", "quoted", "free"; "" where there is none.
        lexicon: the tables.
        own: it holds a statement of its own, set back in time.
    """
    lows = [tree.lows[n] for n in sentence]
    top = next((n for n in sentence if tree.relation(n) == "root"), sentence[0])
    found = {"any": 1.0, f"deep {min(deep, DEEP)}": 1.0, f"after it {after or 'ends'}": 1.0}
    found["own statement"] = float(own)
    time = _time(tree, sentence, top, found)
    who = _subject(tree, top)
    found[f"subject {who}"] = found[f"{who}, {time}"] = 1.0
    found[f"top {tree.words[top].upos}"] = 1.0
    found["opens aside"] = float(tree.words[sentence[0]].upos in ("ADP", "ADV", "SCONJ", "NUM"))
    found["opens joining"] = float(tree.words[sentence[0]].upos == "CCONJ")
    found["digits"] = float(any(c.isdigit() for low in lows for c in low))
    found["long"] = min(len(lows), LONG) / LONG
    found["short"] = float(len(lows) < SHORT)
    found["asks"] = float("?" in lows)
    found["not"] = float(bool(NOT & {*lows}))
    found["self"] = float(bool(SELF & {*lows}))
    found["checked"] = float(any(lexicon.tells(low, "checked") for low in lows))
    _told(tree, sentence, before, time, found)
    return {name: value for name, value in found.items() if value}


def _time(tree: Tree, sentence: Sequence[int], top: int, found: dict[str, float]) -> str:
    """How the predicate stands in time, and what else in the sentence is set back."""
    helps = {tree.lows[n] for n in tree.children(top, "aux", "cop")}
    every = {tree.lows[n] for n in sentence if tree.words[n].upos == "AUX"}
    time = next((name for name, forms in TIMES if helps & forms), "")
    if not time:
        ends = (
            "ed" if tree.lows[top].endswith("ed") else "s" if tree.lows[top].endswith("s") else ""
        )
        time = f"bare {ends}" if tree.words[top].upos == "VERB" else "none"
    found[f"time {time}"] = 1.0
    for name, forms in TIMES[:2]:
        found[f"below {name}"] = float(bool(every & forms) and not helps & forms)
    found["passive"] = float(bool(tree.children(top, "nsubj:pass", "aux:pass")))
    return time


def _subject(tree: Tree, top: int) -> str:
    at = tree.child(top, "nsubj", "csubj", "expl")
    if at is None:
        return "none"
    low = tree.lows[at]
    if low in PERSONS:
        return PERSONS[low]
    if tree.words[at].upos in ("PROPN", "PRON"):
        return "name" if tree.words[at].upos == "PROPN" else "some"
    opens = {tree.lows[n] for n in tree.children(at, "det", "nmod:poss")}
    if not opens:
        return "bare"
    return "the" if opens & DEFINITE else "a" if opens & INDEFINITE else "whose"


def _told(
    tree: Tree, sentence: Sequence[int], before: Statement, time: str, found: dict[str, float]
) -> None:
    """What is seen of the statement before, and of both together."""
    held = tree.inside(before.content)
    inside = {tree.lows[n] for n in held}
    for name, forms in TIMES:
        found[f"told {name}"] = float(bool(inside & forms))
    found[f"told {before.mode.value}"] = 1.0
    said = before.entry is not None and before.entry.lemma in SAYS
    found["says"] = float(said)
    found[f"kind {before.entry.type if before.entry else 'unknown'}"] = 1.0
    cue = tree.lows[tree.over(before.cue)[-1]] if before.cue and tree.over(before.cue) else ""
    now = cue.endswith("s") or cue in ("say", "tell")
    found[f"cue {'now' if now else 'then'}, {time}"] = 1.0
    found["cue ends"] = float(bool(before.cue and before.cue.start > before.content[-1].start))
    source = tree.over(before.source) if before.source else range(0)
    names = {tree.lows[n] for n in source if tree.words[n].upos == "PROPN"}
    found["names source"] = float(any(tree.lows[n] in names for n in sentence))
    mine = {tree.lows[n] for n in sentence if tree.words[n].upos in OPEN}
    theirs = {tree.lows[n] for n in held if tree.words[n].upos in OPEN}
    found["in common"] = min(len(mine & theirs), FEW) / FEW


def set_back(tree: Tree, cue: Span) -> bool:
    """Whether a cue is set back in time, as what somebody reports of others is: "had answered", "would promise"."""
    over = tree.over(cue)
    helps = {tree.lows[m] for n in over for m in (n, *tree.children(n, "aux"))}
    return bool(helps & (HAD | SHIFTED))
