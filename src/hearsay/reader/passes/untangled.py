"""Untangled: what one statement took of another that stands beside it.

"He praised those who left but said, “…”": the second verb is joined to the first, and is not part of what is praised. "An
engineer quoted by the radio warned of “…”": the engineer warns, and is no part of what he warns of.

Source: Huddleston and Pullum (2002), ch. 15 §2, on what coordination joins.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

JOINED = "conj"
MARKS = ("“", "”", '"', "``", "''")


def untangled(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, each without what belongs to another or to its own source.

    Takes: "praised | those who left but said, “We go.” |", where he said it; "local radio | warned of | An engineer … “seepage” |".
    Leaves: "said | that they left but said nothing |".
    """
    told = [one for one in told if not _is_name_given(one, tree)]
    told = _parted(
        changed(told, lambda one: _unheard(_turned(_with_subject(one, tree), tree), tree, lexicon)),
        tree,
        lexicon,
    )
    return _gone_on(told, tree)


def _is_name_given(one: Statement, tree: Tree) -> bool:
    """Whether words within marks are what somebody calls what another says, and not what that one says: "called their | complaints | “theatre”"."""
    noun = tree.top(list(tree.over(one.cue))) if one.cue and one.within is not None else None
    top = tree.top(tree.inside(one.content))
    if noun is None or top is None or tree.relation(noun) != "obj":
        return False
    verb, outer = tree.words[noun].head, one.within.cue if one.within else None
    calls = outer is not None and verb in tree.over(outer) and tree.words[top].head == verb
    return calls and all(_within_marks(part, tree) for part in one.content)


def _gone_on(told: Sequence[Statement], tree: Tree) -> list[Statement]:
    """The statements, each quotation that goes on after "he said, according to the Courier" his, and not the Courier's alone.

    Takes: "“We go,” | Lund | said, according to the Courier. | “At once.” |". Leaves: "The Courier says Lund said “no”. | “He never
    asked,” | it adds".
    """
    longer: dict[int, Statement] = {}
    more: dict[int, tuple[Spans, Statement]] = {}
    for one in told:
        outer = one.within
        if outer is None or one.cue is None or outer.cue is None:
            continue
        first, *rest = outer.content
        told_in = first.holds(one.cue) and first.holds(one.content[0])
        goes_on = rest and told_in and first.before(outer.cue) and outer.cue.before(rest[0])
        said = (one.content[0], *rest)
        if goes_on and all(_within_marks(part, tree) for part in said):
            longer[id(one)] = msgspec.structs.replace(one, content=said, mode=Mode.DIRECT)
            more[id(outer)] = tuple(rest), longer[id(one)]

    def put(one: Statement) -> Statement:
        rest, inner = more.get(id(one.within), ((), None))
        if id(one) in longer:
            return longer[id(one)]
        held = any(part.holds(one.content[0]) for part in rest)
        return msgspec.structs.replace(one, within=inner) if held else one

    return changed(told, put) if more else [*told]


def _within_marks(part: Span, tree: Tree) -> bool:
    over = tree.over(part)
    return bool(over) and tree.lows[over[0]] in MARKS and tree.lows[over[-1]] in MARKS


def _with_subject(one: Statement, tree: Tree) -> Statement:
    """A statement with the whole subject of its verb for a source, where a part of that was taken for what is said."""
    verb = tree.top(list(tree.over(one.cue))) if one.cue and one.source else None
    subject = tree.child(verb, "nsubj") if verb is not None else None
    if subject is None or one.source is None or one.cue is None or len(one.content) == 1:
        return one
    below = {*tree.below(subject)}
    mine = [part for part in one.content if {*tree.over(part)} <= below]
    if not mine or not {*tree.over(one.source)} <= below or tree.children(subject, "conj"):
        return one
    source = tree.span(subject)
    rest = tuple(part for part in one.content if part not in mine)
    if source is None or not rest or any(source.meets(part) for part in (one.cue, *rest)):
        return one
    return msgspec.structs.replace(one, source=source, content=rest)


def _unheard(one: Statement, tree: Tree, lexicon: Lexicon) -> Statement:
    """A statement without those who are told or asked it: "| he burned them |, | a jury | was told". Leaves: "| laws | were thought | to be safe |"."""
    verb = tree.top(list(tree.over(one.cue))) if one.cue else None
    given = tree.child(verb, "nsubj:pass") if verb is not None else None
    if given is None or len(one.content) == 1:
        return one
    below = {*tree.below(given)}
    rest = tuple(part for part in one.content if not {*tree.over(part)} <= below)
    asked = verb is not None and lexicon.tells(tree.lows[verb], "told_whom")
    ahead = all(
        tree.over(part).stop <= min(below) or (asked and _within_marks(part, tree)) for part in rest
    )
    if not rest or not ahead:
        return one
    whole = asked and all(_within_marks(part, tree) for part in rest)
    return msgspec.structs.replace(one, content=rest, mode=Mode.DIRECT if whole else one.mode)


def _turned(one: Statement, tree: Tree) -> Statement:
    """A statement with the subject of its verb for a source, where the subject of what is said was taken for it.

    Takes: "Two people … | said | the mediator | had threatened to go", of the mediator and not of the two. Leaves: "had to go, | said |
    the mediator |".
    """
    verb = tree.top(list(tree.over(one.cue))) if one.cue and one.source else None
    if verb is None or one.source is None or len(one.content) < 2:  # noqa: PLR2004 - before the cue, and after it
        return one
    subject, inner = tree.child(verb, "nsubj"), tree.child(verb, "ccomp")
    top = tree.top(list(tree.over(one.source)))
    if subject is None or inner is None or top not in tree.children(inner, "nsubj"):
        return one
    below = {*tree.below(subject)}
    mine = [part for part in one.content if {*tree.over(part)} <= below]
    rest = [part for part in one.content if part not in mine]
    span = tree.span(subject)
    if not mine or not rest or span is None or not verb < inner or top < verb:
        return one
    what = tree.stretch(range(tree.over(one.source)[0], tree.over(rest[-1])[-1] + 1))
    return msgspec.structs.replace(one, source=span, content=(what,)) if what else one


def _parted(told: list[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, those whose verb is joined to that of the one around them beside it, and with its source."""
    cuts = {
        id(one.within): one
        for one in reversed(told)
        if one.within is not None and _joins(one, one.within, tree, lexicon)
    }
    now: dict[int, Statement] = {}

    def new(one: Statement) -> Statement:
        if id(one) not in now:
            now[id(one)] = _cut(_placed(one), cuts.get(id(one)), tree)
        return now[id(one)]

    def _placed(one: Statement) -> Statement:
        around = one.within
        if around is None:
            return one
        inner_one = _of_inner(one, around, tree, lexicon)
        if inner_one is not None:
            return msgspec.structs.replace(one, within=new(around), source=inner_one)
        inner = cuts.get(id(around))
        if inner is one:
            within = new(around.within) if around.within else None
            return msgspec.structs.replace(one, within=within, source=around.source)
        held = inner is not None and any(part.holds(one.content[0]) for part in inner.content)
        return msgspec.structs.replace(one, within=new(inner if held and inner else around))

    mixed = any(one.within and _of_inner(one, one.within, tree, lexicon) for one in told)
    return [new(one) for one in told] if cuts or mixed else told


def _of_inner(one: Statement, around: Statement, tree: Tree, lexicon: Lexicon) -> Span | None:
    """Who says what a verb tells that is joined to the one around it, but whose hearer is the one who speaks there.

    Takes: "Ida Moss said that | Mr Lund | had come in and | told her |", where she cannot have told herself. Leaves: "Ida Moss said that Mr Lund
    had come in, and told him", where he is told.
    """
    pair = _beside(one, around, tree, lexicon)
    if pair is None or around.source is None:
        return None
    verb, above = pair
    hearer = next((n for n in tree.children(verb, "iobj", "obj") if tree.lows[n] in HEARS), None)
    that = (
        n
        for n in range(above + 1, verb)
        if any(tree.lows[m] == "that" for m in tree.children(n, "mark"))
    )
    inner = next(that, None)
    who = tree.child(inner, "nsubj") if inner is not None else None
    if hearer is None or who is None:
        return None
    speaker = _gender(list(tree.over(around.source)), tree, lexicon)
    other = _gender(tree.below(who), tree, lexicon)
    heard = lexicon.gender(tree.lows[hearer])
    return tree.span(who) if heard == speaker and other and other != speaker else None


HEARS = ("her", "him")


def _gender(words: Sequence[int], tree: Tree, lexicon: Lexicon) -> str:
    """The gender that some words tell: "Mr Lund", "Sophie Hale", "her"; "" where they tell none, or both."""
    found = set()
    for n in words:
        low = tree.lows[n].rstrip(".")
        found.add(lexicon.gender(low))
        if tree.words[n].upos == "PROPN":
            found.add(lexicon.given.get(low, ""))
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _joins(one: Statement, around: Statement, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the verb of a statement is joined to that of the one in whose content it stands, and has its source."""
    pair = _beside(one, around, tree, lexicon)
    if pair is None or _of_inner(one, around, tree, lexicon) is not None:
        return False
    opens = tree.below(pair[0])[0]
    held = tree.over(around.content[0])
    return len(around.content) == 1 and opens > held.start


def _beside(
    one: Statement, around: Statement, tree: Tree, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The verb of a statement and that of the one around it, where the first is joined to the second by a conjunction."""
    if one.cue is None or around.cue is None or not one.explicit:
        return None
    verb, above = (tree.top(list(tree.over(cue))) for cue in (one.cue, around.cue))
    if verb is None or above is None or tree.child(verb, "nsubj", "mark") is not None:
        return None
    entry = lexicon.cue(tree.lows[verb])  # not "asked him to go and tell"
    finite = entry is not None and tree.lows[verb] != entry.lemma
    joined = finite and tree.relation(verb) == JOINED and tree.words[verb].head == above < verb
    return (verb, above) if joined and tree.child(verb, "cc") is not None else None


def _cut(one: Statement, inner: Statement | None, tree: Tree) -> Statement:
    """A statement up to where the one begins that is joined to it."""
    verb = tree.top(list(tree.over(inner.cue))) if inner and inner.cue else None
    if verb is None:
        return one
    opens = tree.below(verb)[0]
    kept = tree.stretch([n for n in tree.over(one.content[0]) if n < opens])
    return msgspec.structs.replace(one, content=(kept,)) if kept else one
