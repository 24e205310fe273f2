"""Valuing: what a clause blames, praises, or accuses of a wrong, by its words of judgement.

A word counts where it bears on the point: the predicate, and what hangs on it as its quality. "Too slow" blames, "not bad"
praises; "good" in "for the good of all" judges nothing. Each rule names a sentence that it takes and one that it leaves.

Source: Martin and White (2005), The Language of Evaluation, on judgement and appreciation.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.clauses import NOT, Clause, is_somebody
from hearsay.reader.acts.helping import WOULD
from hearsay.reader.acts.slots import agent
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.text.span import Span, Spans

THINGS = frozenset({"abstract", "event", "substance", "object", "time", "plant", "animal"})
"""Kinds of mentions that do no wrong."""

BEARS = frozenset({"amod", "advmod", "xcomp", "obj", "conj", "compound", "ccomp", "root"})
"""Relations by which a quality hangs on the predicate that it bears on."""

DEEP = 3
"""So far from the predicate, a word bears on something else."""

QUALITIES = frozenset({"ADJ", "ADV", "NOUN", "VERB", "PROPN", "INTJ"})
"""Words that judge as adjectives alone: "a kind woman", "a kind of bread"."""

WISHED = frozenset({"should", "ought"})
UNREAL = frozenset({"had", "were"})
NEAR = 3
TOO = "too"


def unreal(clause: Clause) -> bool:
    """Whether a clause says what would be so if something were otherwise than it is.

    Takes: "had they listened, there would be no quarrel", "we would have won". Leaves: "they would come if they were asked"
    as it is said of what will be asked; "it would rain".
    """
    tree = clause.tree
    would = clause.aux(WOULD)
    if would is None:
        return False
    if any(tree.lows[n] == "have" for n in tree.children(clause.at, "aux")):
        return True
    start = _sentence_start(clause)
    before = [n for n in range(start, would) if _opens_if(tree, n, start)]
    after = [n for n in range(would, clause.stop) if tree.lows[n] == "if"]
    opens = (*before[:1], *after[:1])
    return any(
        tree.lows[n] == "had" and tree.words[n].upos != "VERB"
        for first in opens
        for n in range(first, would if first < would else clause.stop)
    )


def wishes(clause: Clause) -> bool:
    """Takes: "we would not want to see it", "he’d like to see more". Leaves: "we will not have it"."""
    return clause.aux(WOULD) is not None and clause.tree.lows[clause.at] in WISHES


WISHES = frozenset({"want", "like", "love", "prefer", "wish", "hate", "care"})


def _opens_if(tree: Tree, at: int, start: int) -> bool:
    """Whether a word opens what is not so: "if", or "had" before its subject."""
    if tree.lows[at] == "if":
        return True
    opens = at == start or tree.words[at - 1].upos == "PUNCT"
    return tree.lows[at] == "had" and opens and tree.words[at + 1].upos != "VERB"


def _sentence_start(clause: Clause) -> int:
    tree, at = clause.tree, clause.first
    while at > 0 and tree.words[at - 1].sentence == tree.words[clause.at].sentence:
        at -= 1
    return at


def accuses(clause: Clause) -> Spans:
    """Takes: "they lied to us". Leaves: "we lied"; "the law was broken by a storm"; "the fever has killed many"; "a man was robbed"."""
    tree, who = clause.tree, clause.subject
    wrong = [span for span in _bearing(clause, "wrongdoing") if not _negated(clause, span)]
    done_to = tree.child(clause.at, "nsubj:pass", "aux:pass") is not None
    if (
        clause.own
        or who is None
        or who == clause.negation
        or (tree.words[who].entity in THINGS and not done_to)
    ):
        return ()
    if done_to and agent(tree, clause.at) is None:
        return ()  # a man was killed, was found lying there: nobody is blamed for it
    return tuple(wrong[:1])


def blames(clause: Clause) -> Spans:
    """Takes: "it is a disgrace", "it came too late", "they should have asked", "had they listened, there would be peace".

    Leaves: "it is not bad"; "we were slow"; "they came late".
    """
    if clause.own:
        return ()
    tree = clause.tree
    have = [n for n in tree.children(clause.at, "aux") if tree.lows[n] == "have"]
    wished = clause.aux(WISHED)
    if have and wished is not None and tree.lows[wished] != "might":
        return clause.words(wished, *have[:1])
    phrases = (span for span in clause.phrase("blame_phrase") if _in_main(clause, span))
    if (told := next(phrases, None)) is not None:
        return (told,)
    if too := _too(clause):
        return too
    if bad := _on_balance(clause):
        return bad
    would = clause.aux(WOULD)
    return clause.words(would) if unreal(clause) and not have else ()


def _in_main(clause: Clause, told: Span) -> bool:
    """Takes: "it was done behind closed doors". Leaves: "a man | held hostage there | was found"; "it was not done behind closed doors"."""
    return not clause.aside(clause.tree.over(told)[0]) and not _negated(clause, told)


def supports(clause: Clause) -> Spans:
    """Takes: "we back it", "he would vote for her", "it was the right decision". Leaves: "most back it"; "she is backed by most"."""
    told = clause.phrase("support_phrase") if clause.own else clause.phrase("right_course")
    return tuple(span for span in told if _in_main(clause, span) and not clause.question)[:1]


def praises(clause: Clause) -> Spans:
    """Takes: "they were superb". Leaves: "it was not good"; "it is not bad"; "our plan is superb"; "for the good of all"."""
    if clause.own or wishes(clause):
        return ()
    good = [span for span in _bearing(clause, "good") if not _negated(clause, span)]
    return tuple(good[:1]) if len(good) > len(_bearing(clause, "bad")) else ()


def _too(clause: Clause) -> Spans:
    """Takes: "too slow". Leaves: "she came too"; "not too slow"."""
    tree = clause.tree
    for n in sorted(clause.held):
        above = tree.words[n].head
        if n + 1 in clause.held and tree.words[n + 1].upos == "ADV":
            above = n + 1  # came too late: the parser hangs both on the verb
        grade = tree.words[above].upos in ("ADJ", "ADV") and above > n
        judges = not clause.marks.tells(tree.lows[above], "timely")
        if tree.lows[n] == TOO and grade and judges and _on_point(clause, above):
            span = tree.words[n].span.hull(tree.words[above].span)
            return () if _negated(clause, span) else (span,)
    return ()


def _on_balance(clause: Clause) -> Spans:
    """The words that blame, "not good" with them, where there are more of them than of those that praise."""
    blame, praise = _bearing(clause, "bad"), _bearing(clause, "good")
    bad = [span for span in blame if not _negated(clause, span)]
    bad += [span for span in praise if _right_after_no(clause, span)]
    return tuple(bad[:1]) if len(bad) * 2 > len(blame) + len(praise) else ()


def _bearing(clause: Clause, name: str) -> list[Span]:
    """The words of a class that bear on the point of a clause."""
    tree = clause.tree
    out = []
    for span in clause.phrase(name):
        run = tree.over(span)
        at = tree.top(list(run)) or run[0]
        kind = tree.words[at].upos
        twofold = clause.marks.tells(tree.lows[at], "twofold") and kind != "ADJ"
        other = twofold or _is_felt(clause, at) or kind not in QUALITIES
        other = other or (name != "wrongdoing" and _is_doing(clause, at))
        on_point = not clause.aside(at) if len(run) > 1 else not other and _on_point(clause, at)
        if on_point:
            out.append(span)
    return out


def _is_felt(clause: Clause, at: int) -> bool:
    """Takes: "the drivers were frustrated", which tells how they feel. Leaves: "the delay is frustrating"; "the plan is sad"."""
    who = clause.subject
    alive = who is not None and is_somebody(clause.tree, who)
    return at == clause.at and alive and clause.tells("feeling_word")


def _is_doing(clause: Clause, at: int) -> bool:
    """Takes: "was | threatening | to go", a deed. Leaves: "it is threatening"."""
    tree = clause.tree
    deed = tree.child(at, "obj", "xcomp", "ccomp") is not None
    return tree.lows[at].endswith("ing") and tree.words[at].upos == "VERB" and deed


def _on_point(clause: Clause, at: int) -> bool:
    """Whether a word is the predicate, or hangs on it as a quality: not "in good condition", nor "her bad days", of which nothing is said."""
    tree = clause.tree
    bare = not tree.is_clause(clause.at) or tree.child(clause.at, "case") is not None
    if bare and at != clause.at:
        return False
    for _ in range(DEEP):
        if at == clause.at:
            return True
        if tree.relation(at) == "obj" and not clause.marks.tells(
            tree.lows[tree.words[at].head], "light_verb"
        ):
            return False
        if tree.relation(at) not in BEARS or tree.words[at].head == at:
            return False
        at = tree.words[at].head
    return at == clause.at


def _negated(clause: Clause, span: Span) -> bool:
    """Whether some words are negated: right before them, or with what they hang on, as in "it does not mean that you are rude"."""
    tree, at = clause.tree, clause.tree.over(span)[0]
    if _right_after_no(clause, span):
        return True
    above, no = at, []
    while above != clause.at and tree.relation(above) != "conj" and above in clause.held:
        above = tree.words[above].head  # "no offer, but a provocation" is one
        no += [n for n in tree.held[above] if n < at]
    return any(tree.lows[n] in NOT for n in no)


def _right_after_no(clause: Clause, span: Span) -> bool:
    at = clause.tree.over(span)[0]
    return any(clause.tree.lows[n] in NOT for n in range(max(clause.first, at - NEAR), at))


def valued(tree: Tree, content: Spans, marks: Marking) -> tuple[Act, Spans] | None:
    """What is done in calling something by a name: "described it as blackmail" accuses, "called it a disgrace" criticises.

    Takes: "called the plan “a shambles”", "described her as gifted". Leaves: "called the plan the second".
    """
    wrong = _words(tree, content, marks, "wrongdoing")
    bad = _words(tree, content, marks, "bad")
    good = _words(tree, content, marks, "good")
    if wrong:
        return Act.ACCUSE, wrong
    if bad or good:
        return (Act.CRITICISE, bad) if len(bad) >= len(good) else (Act.PRAISE, good)
    return None


def _words(tree: Tree, content: Spans, marks: Marking, name: str) -> Spans:
    return tuple(
        tree.words[m.first].span.hull(tree.words[m.stop - 1].span)
        for part in content
        for run in (tree.over(part),)
        for m in marks.found(tree.lows, run.start, run.stop, name)
    )[:1]
