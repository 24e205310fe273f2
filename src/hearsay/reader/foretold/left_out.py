"""What looks like a forecast and is none: plans, promises, timetables, questions, what is only supposed, what is past.

Each reason has a sentence that it takes and one that it leaves. Source: Palmer (2001); Searle (1976) on commissives; own.
"""

from collections.abc import Callable, Sequence

import msgspec

from hearsay.language.marking import Marking
from hearsay.reader.acts.clauses import OWN
from hearsay.reader.acts.judge import Judged
from hearsay.reader.foretold.clauses import Future
from hearsay.reader.foretold.terms import Terms
from hearsay.reader.statement import Statement
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act, Mode, Polarity
from hearsay.text.span import Span

SUPPOSED = frozenset({"if", "unless", "when", "whenever", "whether", "until", "once", "before", "after", "where", "lest"})
ASKED = frozenset({"what", "how", "when", "where", "why", "who", "whom", "which", "whether", "whose", "whoever", "whatever"})
BINDS = frozenset(
    {
        *(Act.PROMISE, Act.INTEND, Act.THREATEN, Act.REQUEST, Act.URGE, Act.WANT, Act.ASK, Act.REFUSE),
        *(Act.PERMIT, Act.FORBID, Act.RESERVE),
    }
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday o'clock a.m. p.m. noon".split())
HAVE = frozenset({"have", "'ve", "had"})


class Around(msgspec.Struct, frozen=True):
    """Where words stand that may foretell.

    Attributes:
        tree: of the article.
        marks: the table of foretelling.
        said: the statement whose words they are; None where the author says it.
        judged: what that statement does.
        own: whether a word names whoever speaks.
        likely: whether words for how likely it is stand by.
        powers: where the article says who decides.
        author: whether the statement is the author's own: "I think …".
    """

    tree: Tree
    marks: Marking
    said: Statement | None
    judged: Judged | None
    own: Callable[[int], bool]
    likely: bool
    powers: Sequence[Span]
    author: bool = False


def left_out(one: Future, told: Terms, around: Around) -> bool:
    """Whether it is no forecast."""
    tests = (_supposed, _asked, _relative, _own_deed, _bound, _on_schedule, _decided, _unreal, _soft, _past, _pledged)
    return any(test(one, told, around) for test in tests)


def _supposed(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "if it should rain". Leaves: "because it will rain"."""
    tree = here.tree
    for at in (one.at, one.over):
        if tree.relation(at) in ("advcl", "obl") and not one.noun:
            marks = [tree.lows[n] for n in tree.children(at, "mark", "advmod") if n < at]
            if SUPPOSED & {*marks}:
                return True
    return False


def _asked(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "how long it will last", "Will it rain?". Leaves: "it will rain"."""
    tree = here.tree
    if one.noun:
        return _question(tree, one.at)
    below = [n for n in tree.below(one.over) if tree.words[n].upos != "PUNCT"]
    opens = [n for n in below[:3] if tree.lows[n] in ASKED and tree.words[n].head in (one.at, one.over, *below[:3])]
    if opens and tree.relation(one.over) != "advcl":
        return True
    return _question(tree, one.at)


def _question(tree: Tree, at: int) -> bool:
    sentence = tree.words[at].sentence
    for n in range(at, len(tree.words)):
        if tree.words[n].sentence != sentence:
            return False
        if tree.lows[n] == "?":
            return True
    return False


def _relative(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "the road that will open". Leaves: "the road, which will probably open", and "no doubt that it will"."""
    tree = here.tree
    if one.noun:
        return False
    for at in (one.over, one.at):
        relation, head = tree.words[at].relation, tree.words[at].head
        if relation.startswith("acl:relcl"):
            return not here.likely
        if relation.startswith("acl"):
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
    low = tree.lows[thing]
    quoted = here.said is None or here.said.mode is Mode.DIRECT or here.author
    if low in OWN and (quoted or low == "we"):
        return not (low == "we" and _befalls(one, here))
    if here.said is None:
        return False
    whose = [n for n in tree.children(thing, "nmod") if tree.words[n].relation == "nmod:poss"]
    mine = here.own(thing) or any(here.own(n) for n in whose)
    return mine and not here.likely and not _befalls(one, here)


def _befalls(one: Future, here: Around) -> bool:
    tree = here.tree
    passive = tree.child(one.at, "nsubj:pass") is not None or bool(tree.children(one.at, "aux:pass"))
    state = tree.words[one.at].upos != "VERB" or tree.child(one.at, "cop") is not None
    return state or passive or here.marks.tells(tree.lows[one.at], "befalls")


def _bound(_one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "promised that it would open", "did not say that it would". Leaves: "said that it would rain"."""
    judged = here.judged
    if judged is None or here.said is None:
        return False
    by_cue = judged.ground is not None and judged.ground.by == "rule:sense_of_cue"
    negated = judged.polarity is Polarity.NEG and judged.act not in (Act.BELIEVE, Act.DOUBT, Act.PREDICT)
    return negated or (by_cue and judged.act in BINDS)


def _on_schedule(one: Future, told: Terms, here: Around) -> bool:
    """Takes: "the bridge will open on Monday", "drivers will be refunded". Leaves: "the bridge will probably open"."""
    tree, marks = here.tree, here.marks
    if here.likely or one.noun or told.condition or one.rule not in ("will", "would"):
        return False
    low = tree.lows[one.at]
    passive = bool(tree.children(one.at, "aux:pass")) or tree.child(one.at, "nsubj:pass") is not None
    agent = tree.child(one.at, "obl:agent") is not None
    if passive and not agent and marks.tells(low, "administered"):
        return True
    words = {tree.lows[n] for span in told.horizon for n in tree.over(span)}
    clock = {tree.lows[n] for n in tree.below(one.at)}
    dated = bool((words | clock) & DAYS) or any(low.isdigit() for low in words)
    return dated and marks.tells(low, "on_schedule")


def _decided(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "the toll will be set by the council". Leaves: "the toll will rise"."""
    span = here.tree.stretch(here.tree.below(one.over))
    return span is not None and not one.noun and any(span.holds(power) for power in here.powers)


def _unreal(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "would have closed", the author's "would cost less". Leaves: "said that it would close"."""
    tree = here.tree
    if one.rule != "would":
        return False
    if any(tree.lows[n] in HAVE for n in tree.children(one.at, "aux")):
        return True
    return here.said is None or here.said.mode is Mode.DIRECT or here.author


def _soft(one: Future, told: Terms, here: Around) -> bool:
    """Takes: "it may be true", "it should stop". Leaves: "it may rain by May", "it could yet rain"."""
    tree = here.tree
    if one.rule != "might":
        return False
    if any(tree.lows[n] in HAVE for n in tree.children(one.at, "aux")):
        return True
    should = tree.lows[one.because[0]] == "should"
    yet = any(tree.lows[n] == "yet" for n in tree.children(one.at, "advmod"))
    if should:
        return not told.horizon or bool(told.condition and not told.horizon)
    return not (told.horizon or yet or (told.condition and here.likely))


def _past(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: the author's "was likely to close". Leaves: "is likely to close", and "said it was likely to"."""
    tree = here.tree
    if one.rule not in ("likely", "likely_noun"):
        return False
    was = any(tree.lows[n] in ("was", "were") for n in tree.children(one.over, "cop", "aux"))
    return was and here.said is None


def _pledged(one: Future, _told: Terms, here: Around) -> bool:
    """Takes: "the plan that it will open", "suppose it will". Leaves: "the fear that it will close"."""
    tree = here.tree
    if one.noun or tree.relation(one.over) not in ("ccomp", "acl", "xcomp", "csubj"):
        return False
    return here.marks.tells(tree.lows[tree.words[one.over].head], "pledged")
