"""What looks like a forecast and may be none: plans, promises, timetables, questions, what is only supposed.

What is asked or supposed is none, and neither is who decides; the other reasons are weighed with all that is seen (`signals`). Each has a sentence that
it takes and one that it leaves. Source: Palmer (2001); Searle (1976) on commissives; own.
"""

from hearsay.language.marking import marking
from hearsay.language.numbers import numbers
from hearsay.reader.acts.clauses import OWN
from hearsay.reader.foretold.around import Around, in_marks
from hearsay.reader.foretold.clauses import WILL, perfect
from hearsay.reader.foretold.future import Future
from hearsay.reader.foretold.terms import Terms
from hearsay.reader.times.tense import WAS
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act, Mode, Polarity

SUPPOSED = frozenset(
    {"if", "unless", "when", "whenever", "whether", "until", "once", "before", "after", "where", "lest"}
)  # fmt: skip
IF = frozenset({"if", "unless"})
ASKED = frozenset(
    {"what", "how", "when", "where", "why", "who", "whom", "which", "whether", "whose", "whoever", "whatever"}
)  # fmt: skip
BINDS = frozenset(
    {Act.PROMISE, Act.INTEND, Act.THREATEN, Act.REQUEST, Act.URGE, Act.WANT, Act.ASK, Act.REFUSE, Act.PERMIT, Act.FORBID, Act.RESERVE}
)  # fmt: skip
DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "o'clock", "a.m.", "p.m.", "noon"}
)  # fmt: skip
TIMETABLE = frozenset({"scheduled", "slated", "due"})
PLANNED = frozenset({"expected", "set"})
"""What opens what somebody has planned, as much as what he expects."""

OFFICE = frozenset({"charge", "command", "responsible"})
EITHER = frozenset({"may", "might", "could", "will", "would", "can", "should"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "there"})
WAY = 6  # words after a predicate within which it is left open again: "may rain or it may not"

BEFORE = frozenset({"by", "within", "in", "before", "next", "soon", "this"})
"""What opens a time before which what "should" be will have come."""

SHORT = 3  # words of "before" with a day, and not with a clause
ABLE = frozenset(
    {"able", "know", "need", "want", "heard", "seen", "claim", "apply", "have", "found"}
)
"""What may be so, rather than come."""


HERE = frozenset({"there", "here", "back"})
THIRD = frozenset({"he", "she", "it", "they"})
PERSONS = ("person", "organization")


def left_out(one: Future, told: Terms, around: Around) -> bool:
    """Whether it is no forecast, whatever else is seen: what is only supposed or asked, who decides, on what it depends."""
    tests = (
        _supposed,
        _asked,
        _decided,
        _hinges,
        _planned,
        _compared,
        _valued,
        _either_way,
    )
    return any(test(one, told, around) for test in tests)


def reasons(one: Future, told: Terms, around: Around) -> list[str]:
    """Why it may be none: names of reasons, which are weighed.

    Args:
        one: what may foretell.
        told: its terms.
        around: where it stands.
    """
    tests = {
        "told of something": _relative,
        "own deed": _own_deed,
        "bound": _bound,
        "on schedule": _on_schedule,
        "on programme": _on_programme,
        "unreal": _unreal,
        "soft": _soft,
    }
    return [name for name, test in tests.items() if test(one, told, around)]


def _either_way(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "it may or may not rain", "it might rain or it might not". Leaves: "it may rain or snow", "it may not rain"."""
    tree = here.tree
    helps = [n for n in tree.children(one.at, "aux") if tree.lows[n] in EITHER]
    for n in helps:
        rest = [low for m, low in enumerate(tree.lows[n + 1 : one.at + WAY], n + 1) if m != one.at]
        if "or" not in rest:
            continue
        after = rest[rest.index("or") + 1 :]
        again = after[1:] if after[:1] and after[0] in PRONOUNS else after
        if again[:1] == [tree.lows[n]] and again[1:2] and again[1] in ("not", "n't"):
            return True
    return False


def _valued(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "that would be unwise", which judges. Leaves: "it would be cold", "the loss would be a disaster for them"."""
    tree, at = here.tree, one.at
    if one.rule != "would" or tree.child(at, "cop") is None:
        return False
    who = tree.child(at, "nsubj", "expl")
    that = who is not None and tree.lows[who] in ("that", "it", "this")
    return that and marking().tells(tree.lows[at], "bad", "good")


def _planned(one: Future, told: Terms, here: Around) -> bool:
    """Takes: "is scheduled to end", "is expected to sit for five weeks", timetables. Leaves: "is expected to rain", "is expected to leave quotas alone"."""
    timetable = here.tree.lows[one.because[0]] in TIMETABLE
    return timetable or (_on_programme(one, told, here) and not here.tree.children(one.at, "obj"))


def _on_programme(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "is set to open", "is expected to leave quotas alone". Leaves: "is expected to rain", "is likely to sit"."""
    low = here.tree.lows[one.because[0]]
    return low in PLANNED and here.marks.tells(here.tree.lows[one.at], "on_schedule")


def _compared(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "more likely to succeed here than there", "less likely to vote", "were more likely to vote". Leaves: "is more likely than not to rain", "is most likely to rain by May"."""
    tree = here.tree
    sign = one.because[0]
    if one.rule != "likely" or tree.lows[sign] not in ("likely", "apt", "liable"):
        return False
    degrees = {tree.lows[n] for n in tree.children(sign, "advmod")}
    lows = [tree.lows[n] for n in tree.below(sign)]
    than = lows[lows.index("than") + 1 :][:1] if "than" in lows else []
    found = not than and bool(WAS & {tree.lows[n] for n in tree.children(sign, "cop")})
    more = "more" in degrees and (found or than not in ([], ["not"]))
    return "less" in degrees or more


def _supposed(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "if it should rain", "if she thinks it will rain", "Should it rain, …". Leaves: "because it will rain", "I doubt if it will"."""
    tree = here.tree
    own = () if one.noun or one.rule == "doubted" else (one.at, one.over)
    if any(tree.relation(at) in ("advcl", "obl") and SUPPOSED & _marks(tree, at) for at in own):
        return True
    over = tree.words[one.at].head if one.rule == "doubted" else one.over
    while tree.relation(over) in ("ccomp", "xcomp", "csubj"):
        over = tree.words[over].head
    within = tree.relation(over) in ("advcl", "root") and not IF.isdisjoint(_marks(tree, over))
    return within or _inverted(one, tree)


def _marks(tree: Tree, at: int) -> set[str]:
    return {tree.lows[n] for n in tree.children(at, "mark", "advmod") if n < at}


def _inverted(one: Future, tree: Tree) -> bool:
    """Takes: "Should the rain come, …". Leaves: "Should it open?", "it should open"."""
    first = one.because[0]
    thing = tree.subject(one.at)
    if tree.lows[first] != "should" or thing is None or thing < first:
        return False
    return not _question(tree, one.at)


def _asked(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "how long it will last", "a picture of how it will look", "Will it rain?". Leaves: "it will rain", "whoever follows her will learn"."""
    tree = here.tree
    if one.noun:
        return _question(tree, one.at)
    if _whether(one, here):
        return True
    that = [n for n in tree.children(one.over, "mark") if tree.lows[n] == "that"]
    after = that[-1] if that else -1  # what that means is that it will rain
    below = [n for n in tree.below(one.over) if tree.words[n].upos != "PUNCT" and n > after]
    opens = [
        n
        for n in below[:3]
        if tree.lows[n] in ASKED
        and tree.words[n].head in (one.at, one.over, *below[:3])
        and not tree.children(n, "acl")
        and not (n > 0 and tree.words[n - 1].upos == "ADP" and tree.lows[n] == "which")
        and not tree.words[tree.words[n].head].relation.startswith("acl")
        and not (tree.lows[n] in ("which", "who") and _within_relative(tree, one.over))
    ]
    manner = (
        tree.lows[tree.words[one.over].head] == "how" and "relcl" in tree.words[one.over].relation
    )
    return bool(opens) or manner or _question(tree, one.at)


def _whether(one: Future, here: Around) -> bool:
    """Takes: "no word if it will open". Leaves: "I doubt if it will open", "it will open if it rains"."""
    tree, above = here.tree, here.tree.lows[here.tree.words[one.over].head]
    asks = any(tree.lows[n] == "if" for n in tree.children(one.over, "mark"))
    doubted = here.marks.tells(above, "doubts", "conceives", "surprises")
    return asks and tree.relation(one.over) in ("acl", "ccomp", "csubj") and not doubted


def _within_relative(tree: Tree, at: int) -> bool:
    """Takes: "would cut" in "which, they say, would cut the danger". Leaves: "which of them it would cut"."""
    return any(tree.words[n].relation.startswith("acl:relcl") for n in tree.up(at))


def _question(tree: Tree, at: int) -> bool:
    return any(tree.lows[n] == "?" for n in range(at, tree.sentence(at).stop))


def _relative(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "the road that will open". Leaves: "no doubt that it will"."""
    tree = here.tree
    if one.noun:
        return False
    for at in (one.over, one.at):
        relation, head = tree.words[at].relation, tree.words[at].head
        that = any(tree.lows[n] == "that" for n in tree.children(at, "mark"))
        if relation.startswith("acl:relcl") and not that:
            return True
        if relation.startswith("acl") and one.rule != "foreseen":
            return not here.marks.tells(tree.lows[head], "foresight_noun")
    return False


def _own_deed(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "we will pay", said by whoever pays. Leaves: "we will regret it", "I will be beaten"."""
    tree = here.tree
    thing = tree.subject(one.at)
    if thing is None:
        thing = tree.subject(one.over)
    if one.noun or thing is None or one.rule == "foreseen":
        return False
    if one.rule == "likely" and tree.lows[thing] == "i":
        return here.marks.tells(tree.lows[one.at], "told_to_anybody")  # "I am bound to record"
    if one.rule in ("might", "likely", "doubted", "looks"):
        return tree.lows[thing] == "i" and one.rule == "might"
    if tree.lows[thing] == "i" and here.marks.tells(tree.lows[one.at], "surprises"):
        return True  # what would surprise is told beside it
    low = tree.lows[thing]
    quoted = here.said is None or here.said.mode is Mode.DIRECT or here.author
    if low in OWN and (quoted or low == "we"):
        return not _befalls(one, here)
    if here.said is None:
        return False
    whose = [n for n in tree.children(thing, "nmod") if tree.words[n].relation == "nmod:poss"]
    if low in THIRD and (quoted or in_marks(tree, thing)):
        return False  # who is quoted says "I" of himself
    told = low in ("he", "she", "it") and here.nobody(thing)
    mine = told or here.own(thing) or any(here.own(n) for n in whose)
    tells = {tree.lows[n] for n in tree.below(thing) if tree.words[n].upos in ("NOUN", "PROPN")}
    ours = tree.words[thing].entity in PERSONS and bool(tells & here.known)
    return (mine or ours) and not here.likely and not _befalls(one, here)


def _befalls(one: Future, here: Around) -> bool:
    tree = here.tree
    if one.at in one.because:  # "we will not", with nothing said
        return False
    passive = _passive(tree, one.at)
    if tree.lows[one.at] in HERE:  # "I will be there"
        return False
    state = tree.words[one.at].upos != "VERB" or tree.child(one.at, "cop") is not None
    return state or passive or here.marks.tells(tree.lows[one.at], "befalls")


def _bound(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "promised that it would open", "did not say that it would". Leaves: "said that it would rain"."""
    judged = here.judged
    if judged is None or here.said is None:
        return False
    by_cue = judged.ground is not None and judged.ground.by == "rule:sense_of_cue"
    negated = judged.polarity is Polarity.NEG and judged.act not in (
        Act.BELIEVE,
        Act.DOUBT,
        Act.PREDICT,
    )
    tree = here.tree
    cue = [tree.lows[n] for n in tree.over(here.said.cue)] if here.said.cue else []
    announced = not here.likely and any(here.marks.tells(low, "announces") for low in cue)
    bound = any(done.act in BINDS and done.clause in (one.at, one.over) for done in judged.done)
    return negated or announced or (by_cue and judged.act in BINDS) or (bound and not here.likely)


def _on_schedule(one: Future, told: Terms, here: Around) -> bool:
    """Takes: "the bridge will open on Monday", "drivers will be refunded". Leaves: "the bridge will probably open".

    What a report, in which nobody argues, says will be is on schedule too.
    """
    tree, marks = here.tree, here.marks
    if here.likely or one.noun or one.rule not in ("will", "would"):
        return False
    if here.said is None and not here.argues and not told.condition:
        return True
    low = tree.lows[one.at]
    passive = _passive(tree, one.at)
    agent = tree.child(one.at, "obl:agent") is not None
    if (
        passive
        and not agent
        and marks.tells(low, "administered")
        and (here.said or not told.condition)
    ):
        return True
    if told.condition:
        return False
    words = {tree.lows[n] for span in told.horizon for n in tree.over(span)}
    clock = {tree.lows[n] for n in tree.below(one.at)}
    dated = bool((words | clock) & DAYS) or any(
        low.isdigit() or low in numbers().ones for low in words
    )
    return dated and marks.tells(low, "on_schedule")


def _passive(tree: Tree, at: int) -> bool:
    return tree.child(at, "aux:pass") is not None or tree.child(at, "nsubj:pass") is not None


def _decided(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "the toll will be set by the council", "she will be in charge". Leaves: "the toll will rise"."""
    tree = here.tree
    span = tree.stretch(tree.below(one.over))
    passive = tree.child(one.at, "aux:pass") is not None
    own = () if passive else (tree.words[one.at].span,)
    found = [power for power in here.powers if power not in own]
    agents = [
        m
        for n in (one.at, *tree.children(one.at, "conj"))
        for m in tree.children(n, "obl")
        if "by" in {tree.lows[k] for k in tree.children(m, "case")}
        and not here.marks.tells(tree.lows[m], "time_of")
    ]
    low = tree.lows[one.at]
    settled = here.acts.tells(low, "power_passive") or here.marks.tells(low, "settled")
    if (passive and agents and settled) or (tree.children(one.at, "cop") and low in OFFICE):
        return True
    told = not one.noun and one.rule != "looks"
    return span is not None and told and any(span.holds(power) for power in found)


def _hinges(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "it will depend on the weather", "it would surprise me if it held", whose clause foretells. Leaves: "it will rain"."""
    tree, low = here.tree, here.tree.lows[one.at]
    beside = tree.children(one.at, "advcl", "ccomp")
    opens = {tree.lows[m] for n in beside for m in tree.children(n, "mark")}
    return low in ("depend", "hinge") or (here.marks.tells(low, "surprises") and "if" in opens)


def _unreal(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "would have closed", the author's "would cost less". Leaves: "said that it would close"."""
    tree = here.tree
    if one.rule != "would":
        return False
    if perfect(tree, one.at):
        return True
    if here.marks.tells(tree.lows[one.at], "stance", "reasons"):
        return True
    if here.said is None or here.said.mode is Mode.DIRECT or here.author:
        head = tree.words[one.over].head
        joined = tree.relation(one.over) == "conj"
        return not (joined and any(tree.lows[n] in WILL for n in tree.children(head, "aux")))
    often = any(here.marks.tells(tree.lows[n], "often") for n in tree.below(one.at))
    return here.now or often or in_marks(tree, one.because[0])


def _soft(one: Future, told: Terms, here: Around) -> bool:
    """Takes: "it may be true", "it should stop", "it may well be so". Leaves: "it may rain by May", "it could yet rain", "it may well close"."""
    tree = here.tree
    if one.rule != "might":
        return False
    if perfect(tree, one.at):
        return True
    should = tree.lows[one.because[0]] == "should"
    beside = {tree.lows[n] for n in tree.children(one.at, "advmod")}
    yet = "yet" in beside or ("well" in beside and tree.words[one.at].upos == "VERB")
    when = tree.over(told.horizon[0]) if told.horizon else ()
    opens = tree.lows[when[0]] if when else ""
    if should:
        clause = opens == "before" and len(when) > SHORT
        thing = tree.subject(one.at)
        word = None if thing is None else tree.words[thing]
        somebody = word is not None and (word.entity in PERSONS or word.upos == "PRON")
        return opens not in BEFORE or clause or somebody
    dated = (bool(told.horizon) and opens not in ("on", "at", "for", "during", "in")) or (
        opens == "in" and here.argues
    )
    able = tree.lows[one.at] in ABLE
    return able or not (dated or yet or (told.condition and here.likely))
