"""What is only supposed or possible, and may foretell nothing."""

from hearsay.reader.foretold.around import Around, in_marks
from hearsay.reader.foretold.clauses import WILL
from hearsay.reader.foretold.future import Future
from hearsay.reader.foretold.terms import Terms
from hearsay.reading.attribution import Mode

SHORT = 3  # words of "before" with a day, and not with a clause
ABLE = frozenset(
    {"able", "know", "need", "want", "heard", "seen", "claim", "apply", "have", "found"}
)
"""What may be so, rather than come."""

HAVE = frozenset({"have", "'ve", "had"})


def unreal(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "would have closed", the author's "would cost less". Leaves: "said that it would close"."""
    tree = here.tree
    if one.rule != "would":
        return False
    if any(tree.lows[n] in HAVE for n in tree.children(one.at, "aux")):
        return True
    if here.marks.tells(tree.lows[one.at], "stance") or here.marks.tells(
        tree.lows[one.at], "reasons"
    ):
        return True
    if here.said is None or here.said.mode is Mode.DIRECT or here.author:
        head = tree.words[one.over].head
        joined = tree.relation(one.over) == "conj"
        return not (joined and any(tree.lows[n] in WILL for n in tree.children(head, "aux")))
    often = any(here.marks.tells(tree.lows[n], "often") for n in tree.below(one.at))
    return here.now or often or in_marks(tree, one.because[0])


def soft(one: Future, told: Terms, here: Around) -> bool:
    """Takes: "it may be true", "it should stop", "it may well be so". Leaves: "it may rain by May", "it could yet rain", "it may well close"."""
    tree = here.tree
    if one.rule != "might":
        return False
    if any(tree.lows[n] in HAVE for n in tree.children(one.at, "aux")):
        return True
    should = tree.lows[one.because[0]] == "should"
    beside = {tree.lows[n] for n in tree.children(one.at, "advmod")}
    yet = "yet" in beside or ("well" in beside and tree.words[one.at].upos == "VERB")
    if should:
        first = tree.over(told.horizon[0])[0] if told.horizon else None
        by = first is not None and tree.lows[first] in (
            "by",
            "within",
            "in",
            "before",
            "next",
            "soon",
            "this",
        )
        clause = (
            first is not None
            and tree.lows[first] == "before"
            and len(tree.over(told.horizon[0])) > SHORT
        )
        thing = tree.subject(one.at)
        somebody = thing is not None and (
            tree.words[thing].entity in ("person", "organization")
            or tree.words[thing].upos == "PRON"
        )
        return not by or clause or somebody
    opens = tree.lows[tree.over(told.horizon[0])[0]] if told.horizon else ""
    dated = (bool(told.horizon) and opens not in ("on", "at", "for", "during", "in")) or (
        opens == "in" and here.argues
    )
    able = tree.lows[one.at] in ABLE
    return able or not (dated or yet or (told.condition and here.likely))
