"""Sources: who says what a cue tells, where the learned reader leaves it out or takes another for it.

It leaves a source out now and then where another attribution stands between it and its verb: "A driver who asked not to be
named said …". The tree knows whose verb it is: a participle or an infinitive beside a clause shares the subject of that
clause; a passive tells of its subject, who does not speak, and of who does after "by"; and what only seems so to the author,
or what he has heard of somebody, is told by nobody who is named: "The rock seemed to have come off an asteroid".

Source: Huddleston and Pullum (2002), ch. 14 §3 and §8 on subjects that are raised or missing, ch. 16 §10 on the passive.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree, may_speak
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

EMPTY = ("it", "there", "this", "that", "what")
"""Subjects that name nobody: "it is said", "there were reports"."""

JOINED = 6  # words from a verb back to the one with which "and" joins it
RELATIVE = ("who", "which", "that")
PLURAL = ("have", "are", "were", "do")
BESIDE = ("advcl", "acl")
HELPS = ("AUX", "PART", "PUNCT")
SAYS, RAISES = ("comm", "belief"), ("comm", "belief", "fact")
SPEAKING = ("person", "organization", "place")
LONGEST = 16  # words of a source


def with_sources(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, each with the source that the verb of its cue leaves it.

    Takes: "A driver who asked not to be named | said". Leaves: "It is said", "He is said to have gone". Whoever was told
    or asked is no source: "| Residents | were told that the water was safe".
    """

    def sourced(one: Statement) -> Statement:
        verb = tree.top(list(tree.over(one.cue))) if one.cue and one.explicit else None
        if verb is None or one.through is not None:
            return one
        one = _sourced(_unheard(_without_that(one, verb, tree), verb, tree), verb, tree, lexicon)
        if _only_seems(one, tree, lexicon):
            return _of_nobody(one, tree)
        one = _with_whole_subject(one, verb, tree)
        if tree.words[verb].upos != "VERB":
            return one
        if one.source is None:
            return _by_agent(one, verb, tree) or _shared(one, verb, tree) or one
        return _undergone(one, one.source, verb, tree) or one

    return changed(told, sourced)


def _without_that(one: Statement, verb: int, tree: Tree) -> Statement:
    """A statement whose source begins past a "that", and of whose content none is a piece by itself.

    Takes: "shows | that her lawyer | warned | that | in May | that it was void"; "a finding that | its discoverers | say". Leaves: "| that man | said".
    """
    over = tree.over(one.source) if one.source else range(0)
    subject = tree.child(verb, "nsubj")
    opens = [n for n in over[1:] if n < (subject or 0) and tree.lows[n] in RELATIVE]
    if subject in over and opens:
        kept = [n for n in over if n > opens[-1]]
    else:
        kept = [*over[1:]] if over and _is_that(tree, over[0]) else [*over]
    source = one.source if len(kept) == len(over) else tree.stretch(kept) or one.source
    alone = [part for part in one.content if len(tree.over(part)) == 1]
    content = tuple(p for p in one.content if p not in alone or not _is_that(tree, tree.over(p)[0]))
    if source == one.source and len(content) == len(one.content):
        return one
    return msgspec.structs.replace(one, source=source, content=content or one.content)


def _is_that(tree: Tree, at: int) -> bool:
    """Whether a "that" opens a clause; also where the tree takes it for the article of several: "that | rebels have"."""
    word = tree.words[at]
    verb = tree.words[word.head].head
    several = any(tree.lows[n] in PLURAL for n in tree.children(verb, "aux", "cop"))
    return tree.lows[at] == "that" and (word.relation == "mark" or several)


def _only_seems(one: Statement, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether it only looks so, or is only heard: "| seemed | to be new", "| reportedly | left"; not "appeared to suggest"."""
    cue = [n for n in tree.over(one.cue) if tree.words[n].upos not in HELPS] if one.cue else []
    return bool(cue) and all(lexicon.tells(tree.lows[n], "only_seems") for n in cue)


def _of_nobody(one: Statement, tree: Tree) -> Statement:
    """A statement without a source, whose subject is part of what is said: "| The rock | seemed | to be new |"."""
    subject = tree.top(list(tree.over(one.source))) if one.source else None
    if subject is None or one.source is None or one.mode is Mode.DIRECT:
        return one
    if not tree.relation(subject).startswith("nsubj"):
        return one
    apart = not any(part.meets(one.source) for part in one.content)
    content = tuple(sorted((one.source, *one.content))) if apart else one.content
    return msgspec.structs.replace(one, source=None, content=content)


def _unheard(one: Statement, verb: int, tree: Tree) -> Statement:
    """A statement without those who are told or asked it: "| he burned them |, | a jury | was told". Leaves: "| laws | were thought | to be safe |"."""
    given = tree.child(verb, "nsubj:pass")
    if given is None or len(one.content) == 1:
        return one
    below = {*tree.below(given)}
    rest = tuple(part for part in one.content if not {*tree.over(part)} <= below)
    clause = tree.child(verb, "ccomp")
    whole = clause is not None and tree.subject(clause) is not None
    ahead = all(tree.over(part).stop <= min(below) for part in rest)
    return msgspec.structs.replace(one, content=rest) if rest and (whole or ahead) else one


def _sourced(one: Statement, verb: int, tree: Tree, lexicon: Lexicon) -> Statement:
    """A statement with the subject of its verb for a source, where it has none, or that of another verb."""
    if one.source is not None:
        if _is_asked(one, one.source, verb, tree) or _is_told(one.source, verb, tree, lexicon):
            return msgspec.structs.replace(one, source=None)
        if not _of_another_verb(one.source, verb, tree):
            return one
    if one.cue is None or tree.words[verb].upos != "VERB" or tree.children(verb, "aux:pass"):
        return one
    subject = _subject(tree, verb)
    if subject is None and one.content[0].before(one.cue):
        subject = _inverted(tree, verb)
    if subject is None or tree.lows[subject] in EMPTY:
        return one
    if tree.words[subject].relation == "nsubj:pass":
        return one
    span = _beside(tree, subject, verb)
    if span is None or span.meets(one.cue) or len(tree.over(span)) > LONGEST:
        return one
    content = _without(one.content, span, tree)
    return msgspec.structs.replace(one, source=span, content=content) if content else one


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or that which it shares with the verb before it: "somebody had rung me and said"."""
    own = tree.child(verb, "nsubj")
    while own is None and (before := _joined(tree, verb)) is not None:
        verb = before
        own = tree.child(verb, "nsubj")
    return own


def _inverted(tree: Tree, verb: int) -> int | None:
    """Who stands right after a verb, which the tree takes for its object: "“It is late,” concedes | Ghislaine"; not "said goodbye"."""
    after = (n for n in tree.children(verb, "obj", "obl:unmarked") if n > verb)
    at = next(after, None)
    near = at is not None and tree.words[at].entity in SPEAKING
    return at if near and all(tree.words[n].head == at for n in range(verb + 1, at or 0)) else None


def _joined(tree: Tree, verb: int) -> int | None:
    """The verb before one to which it is joined: by the tree, or by an "and" right before it that the tree misplaces."""
    word = tree.words[verb]
    if word.relation == "conj" and word.head < verb:
        return word.head
    if not verb or tree.lows[verb - 1] != "and":
        return None
    near = (n for n in range(verb - 2, max(-1, verb - 2 - JOINED), -1))
    return next((n for n in near if tree.words[n].upos == "VERB" and _same(tree, n, verb)), None)


def _same(tree: Tree, one: int, other: int) -> bool:
    """Whether two words stand in one sentence."""
    return tree.words[one].sentence == tree.words[other].sentence


def _of_another_verb(source: Span, verb: int, tree: Tree) -> bool:
    """Whether a source is the subject of another verb, and the cue has a subject of its own.

    Takes: "One of them, | who | asked not to be named, said"; "If somebody had said stop, | I | would have stopped".
    Leaves: "Lund, | who | said".
    """
    over = tree.over(source)
    if len(over) != 1 or tree.words[over[0]].upos != "PRON":
        return False
    clause, own = tree.words[over[0]].head, _subject(tree, verb)
    if own is None or own == over[0] or not tree.words[over[0]].relation.startswith("nsubj"):
        return False
    if tree.lows[over[0]] in RELATIVE:
        return clause != verb and own == tree.words[clause].head
    elsewhere = over[0] > verb or not _same(tree, over[0], verb)
    return clause != verb and own < verb and elsewhere


def _is_asked(one: Statement, source: Span, verb: int, tree: Tree) -> bool:
    """Whether a source is whoever was asked, by a participle that opens the sentence or stands beside its verb.

    Takes: "Asked why, | Brade | said"; "| Lund |, | asked | about it, said no". Leaves: "Asking why, | Brade | left"; "Asked by | the Courier |, he
    said"; "| Lund | asked | about it".
    """
    opens = verb == 0 or not _same(tree, verb - 1, verb)
    if tree.lows[verb].endswith("ing") or tree.child(verb, "nsubj") is not None:
        return False
    over = tree.over(source)
    if one.entry is not None and one.entry.act == "ask" and over and over[0] < verb:
        beside = tree.relation(verb) in BESIDE and tree.lows[verb - 1] in (",", "when")
        return (opens or beside) and tree.child(verb, "obj") is None
    subjects = (n for n in over if n > verb and tree.words[n].relation == "nsubj")
    mains = (tree.words[n].head for n in subjects)
    return opens and any(
        main not in over and main > over[-1] and _same(tree, main, verb) for main in mains
    )


def _is_told(source: Span, verb: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a source is whoever was told or asked: "| Residents | were told"; not "| Residents | have told"."""
    heard = lexicon.tells(tree.lows[verb], "told_whom") and source.before(tree.words[verb].span)
    return heard and bool(tree.children(verb, "aux:pass"))


def _beside(tree: Tree, subject: int, verb: int) -> Span | None:
    """A subject with what hangs on it, on its side of the verb."""
    held = [n for n in tree.below(subject) if (n < verb) == (subject < verb)]
    first = subject
    while first - 1 in held:
        first -= 1
    last = subject
    while last + 1 in held:
        last += 1
    return tree.stretch(range(first, last + 1))


def _without(content: Spans, source: Span, tree: Tree) -> Spans:
    """A content without the source that ends a part of it; () where the source stands amid it."""
    out = []
    for part in content:
        after = [tree.lows[n] for n in tree.over(part) if tree.words[n].span.start >= source.end]
        if not part.meets(source):
            out.append(part)
        elif (
            part.start == source.start and after[:1] == [","] and after[1:2] in (["who"], ["whose"])
        ):
            continue  # the doctor, who asked not to be named
        elif part.start < source.start and part.end <= source.end:
            out.append(Span(part.start, source.start))
        elif not (source.start <= part.start and part.end <= source.end):
            return ()
    return tuple(out)


def _with_whole_subject(one: Statement, verb: int, tree: Tree) -> Statement:
    """A statement with the whole subject of its verb for a source, where a part of that was taken for what is said."""
    subject = tree.child(verb, "nsubj")
    if subject is None or one.source is None or one.cue is None or len(one.content) == 1:
        return one
    below = {*tree.below(subject)}
    rest = tuple(part for part in one.content if not {*tree.over(part)} <= below)
    own = len(rest) < len(one.content) and {*tree.over(one.source)} <= below
    source = tree.span(subject)
    if not own or not rest or source is None or tree.children(subject, "conj"):
        return one
    if any(source.meets(part) for part in (one.cue, *rest)):
        return one
    return msgspec.structs.replace(one, source=source, content=rest)


def _shared(one: Statement, verb: int, tree: Tree) -> Statement | None:
    """A statement of a participle or an infinitive, with the subject of the clause beside which it stands.

    Takes: "| Conceding | that it was late, | he | warned …"; "| Lund | chimed in to | argue | that …". Leaves: "It is
    defended by | arguing | that …"; "Lund told him to | say | that …".
    """
    free = tree.lows[verb].endswith("ing") or "to" in _marks(tree, verb)
    own = tree.child(verb, "nsubj", "aux:pass")
    subject = tree.child(tree.words[verb].head, "nsubj")
    if tree.relation(verb) != "advcl" or not free or own is not None or subject is None:
        return None
    if tree.words[subject].relation == "nsubj:pass" or not may_speak(tree, subject):
        return None
    return _with(one, tree.span(subject), tree)


def _by_agent(one: Statement, verb: int, tree: Tree) -> Statement | None:
    """A statement of a passive, with the one after "by": "the plan | announced | by | the ministry |"."""
    by = (
        n
        for n in tree.children(verb, "obl")
        if [tree.lows[c] for c in tree.children(n, "case")] == ["by"]
    )
    agent = next(by, None)
    active = tree.lows[verb].endswith("ing") or tree.child(verb, "nsubj", "obj") is not None
    if agent is None or (active and tree.child(verb, "nsubj:pass") is None):
        return None
    if not may_speak(tree, agent):
        return None
    return _with(one, tree.span(agent, leave=tree.children(agent, "case")), tree)


def _with(one: Statement, source: Span | None, tree: Tree) -> Statement | None:
    """A statement with a source; None where that stands in its content or cue, or is no short phrase."""
    if source is None or one.cue is None or len(tree.over(source)) > LONGEST:
        return None
    if any(source.meets(part) for part in (one.cue, *one.content)):
        return None
    return msgspec.structs.replace(one, source=source)


def _undergone(one: Statement, source: Span, verb: int, tree: Tree) -> Statement | None:
    """A statement without the subject of its passive for a source; of one that raises, it is part of what is said.

    Takes: "| Lund | was pressed on | why …"; "| The laws | were thought | to be safe |". Leaves: "| Lund | was alarmed by
    | the images |", "| Lund | is opposed to | the toll |".
    """
    passive = tree.child(verb, "nsubj:pass", "aux:pass") is not None
    over = tree.over(source)
    if passive and over and over[-1] < verb and not _same(tree, over[-1], verb):
        return msgspec.structs.replace(one, source=None)  # the mayor left. A valuer | was seen |
    subject = tree.child(verb, "nsubj") if passive else None
    if subject is None or one.entry is None or not source.holds(tree.words[subject].span):
        return None
    what = tree.child(verb, "xcomp")
    if one.entry.type not in (RAISES if what is not None else SAYS):
        return None
    if what is None or "to" not in _marks(tree, what):
        return msgspec.structs.replace(one, source=None) if one.entry.act == "ask" else None
    whole, said = tree.span(subject), tree.span(what)
    if whole is None or said is None or not whole.before(said):
        return None
    return msgspec.structs.replace(one, source=None, content=(whole, said))


def _marks(tree: Tree, at: int) -> list[str]:
    return [tree.lows[n] for n in tree.children(at, "mark")]
