"""Sources: of a statement without a source, the subject of its cue.

The learned reader leaves a source out now and then where another attribution stands between it and its verb: "A driver
who asked not to be named said …", or takes it into what is said: "Eleven were killed, a doctor there said." The tree
knows whose verb it is.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span, Spans

EMPTY = ("it", "there", "this", "that", "what")
"""Subjects that name nobody: "it is said", "there were reports"."""

ASKING = ("how", "who", "which", "what", "whose")
"""Words with which a question of who it is opens."""

JOINED = 6  # words from a verb back to the one with which "and" joins it

ENDS = (".", "!", "?", "…", ";")

RELATIVE = ("who", "which", "that")

PLURAL = ("have", "are", "were", "do")

BE = ("am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m")
SPEAKING = ("person", "organization", "place")
LONGEST = 16  # words of a source


def with_sources(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, those without a source with the subject of their cue where it has one.

    Takes: "A driver who asked not to be named | said". Leaves: "It is said", "He is said to have gone". Whoever was told
    or asked is no source: "| Residents | were told that the water was safe".
    """

    def sourced(one: Statement) -> Statement:
        own = one.explicit and one.through is None
        one = _without_verb(one, tree, lexicon)
        bare = _bare(one, tree)
        known = _after_according(bare, tree) or bare
        return _split(_sourced(known, tree, lexicon), tree) if own else one

    return changed(told, sourced)


def _bare(one: Statement, tree: Tree) -> Statement:
    """A statement without the "that" with which its source begins, or which is a piece of its content by itself.

    Takes: "shows | that her lawyer | warned | that | in May | that the pledge was void"; "a finding that its discoverers | say".
    Leaves: "| that man | said".
    """
    source = one.source
    over = tree.over(source) if source else range(0)
    if source and len(over) > 1 and _opens_clause(tree, over[0]):
        source = tree.stretch(over[1:]) or source
    elif source and one.cue and (own := _past_relative(over, one.cue, tree)) is not None:
        source = tree.stretch(own) or source
    pieces = tuple(part for part in one.content if not _is_that(part, tree))
    if source == one.source and len(pieces) == len(one.content):
        return one
    return msgspec.structs.replace(one, source=source, content=pieces or one.content)


def _without_verb(one: Statement, tree: Tree, lexicon: Lexicon) -> Statement:
    """A statement with the verb of saying in its cue that was taken into its source: "| The Courier | reports: |".

    Leaves: "| Lund’s tweets | : |".
    """
    over = tree.over(one.source) if one.source else range(0)
    if len(over) < 2 or one.cue is None or one.source is None or one.cue.cut(tree.text) != ":":  # noqa: PLR2004
        return one
    last, before = over[-1], over[-2]
    entry = lexicon.cue(tree.lows[last])
    says = entry is not None and entry.type == "comm" and tree.lows[last] != entry.lemma
    source = tree.stretch(over[:-1])
    if not says or source is None or not tree.words[before].span.cut(tree.text).istitle():
        return one
    return msgspec.structs.replace(
        one, source=source, cue=tree.words[last].span.hull(one.cue), entry=entry
    )


def _past_relative(over: range, cue: Span, tree: Tree) -> range | None:
    """The words of a source past the "that" of a clause in which one of them is the subject of the cue; else None."""
    verb = tree.top(list(tree.over(cue)))
    subject = tree.child(verb, "nsubj") if verb is not None else None
    if subject is None or subject not in over:
        return None
    opens = [n for n in over[1:] if n < subject and tree.lows[n] in RELATIVE]
    return range(opens[-1] + 1, over.stop) if opens else None


def _opens_clause(tree: Tree, at: int) -> bool:
    """Whether "that" opens a clause; also where the tree takes it for the article of several: "that | rebels have"."""
    word = tree.words[at]
    if word.upos == "SCONJ":
        return True
    if tree.lows[at] != "that":
        return False
    if word.relation == "mark":
        return True
    verb = tree.words[word.head].head
    return any(tree.lows[n] in PLURAL for n in tree.children(verb, "aux", "cop"))


def _is_that(part: Span, tree: Tree) -> bool:
    over = tree.over(part)
    return len(over) == 1 and tree.words[over[0]].upos == "SCONJ"


def _sourced(one: Statement, tree: Tree, lexicon: Lexicon) -> Statement:
    if one.cue is None:
        return one
    verb = tree.top(list(tree.over(one.cue)))
    if one.source is not None:
        if verb is not None and (
            _is_asked(one.source, verb, tree) or _is_told(one.source, verb, tree, lexicon)
        ):
            return msgspec.structs.replace(one, source=None)
        if not _of_another_verb(one.source, verb, tree):
            return one
    return _with_subject(one, verb, tree)


def _with_subject(one: Statement, verb: int | None, tree: Tree) -> Statement:
    """A statement with the subject of its verb for a source, where it has one that may be."""
    if one.cue is None or verb is None or tree.words[verb].upos != "VERB":
        return one
    if tree.children(verb, "aux:pass"):
        return one
    subject = _subject(tree, verb)
    if subject is None:
        subject = _inverted(one, tree, verb)
    if (
        subject is None
        or tree.lows[subject] in EMPTY
        or tree.words[subject].relation == "nsubj:pass"
    ):
        return one
    span = _beside(tree, subject, verb)
    if span is None or span.meets(one.cue) or len(tree.over(span)) > LONGEST:
        return one
    content = _without(one.content, span, tree)
    if not content:
        return one
    return msgspec.structs.replace(one, source=span, content=content)


def _after_according(one: Statement, tree: Tree) -> Statement | None:
    """A statement whose source was taken for the beginning of what is said: "According to | an affidavit, | he ran"."""
    if one.cue is None or one.source is not None or len(one.content) == 1:
        return None
    over = tree.over(one.cue)
    opens = " ".join(tree.lows[n] for n in over) == "according to"
    if not opens or tree.over(one.content[0])[:1] != range(over[-1] + 1, over[-1] + 2):
        return None
    return msgspec.structs.replace(one, source=one.content[0], content=one.content[1:])


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or that which it shares with the verb before it: "somebody had rung me and said"."""
    own = tree.child(verb, "nsubj")
    while own is None and (before := _joined(tree, verb)) is not None:
        verb = before
        own = tree.child(verb, "nsubj")
    return own


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


def _of_another_verb(source: Span, verb: int | None, tree: Tree) -> bool:
    """Whether a source is the subject of another verb, and the cue has a subject of its own.

    Takes: "One of them, | who | asked not to be named, said"; "If somebody had said stop, | I | would have stopped".
    Leaves: "Lund, | who | said".
    """
    over = tree.over(source)
    if len(over) != 1 or verb is None or tree.words[over[0]].upos != "PRON":
        return False
    clause, own = tree.words[over[0]].head, _subject(tree, verb)
    if own is None or own == over[0] or not tree.words[over[0]].relation.startswith("nsubj"):
        return False
    if tree.lows[over[0]] in RELATIVE:
        return clause != verb and own == tree.words[clause].head
    elsewhere = over[0] > verb or not _same(tree, over[0], verb)
    return clause != verb and own < verb and elsewhere


def _is_asked(source: Span, verb: int, tree: Tree) -> bool:
    """Whether a source is whoever was asked, by the participle that opens the sentence.

    Takes: "Asked why, | Brade | said". Leaves: "Asking why, | Brade | left"; "Asked by | the Courier |, he said".
    """
    opens = verb == 0 or not _same(tree, verb - 1, verb)
    if not opens or tree.lows[verb].endswith("ing") or tree.child(verb, "nsubj") is not None:
        return False
    over = tree.over(source)
    subjects = (n for n in over if n > verb and tree.words[n].relation == "nsubj")
    mains = (tree.words[n].head for n in subjects)
    return any(main not in over and main > over[-1] and _same(tree, main, verb) for main in mains)


def _is_told(source: Span, verb: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a source is whoever was told or asked: "| Residents | were told"; not "| Residents | have told"."""
    heard = lexicon.tells(tree.lows[verb], "told_whom") and source.before(tree.words[verb].span)
    return heard and any(tree.lows[n] in BE for n in tree.children(verb, "aux"))


def _split(one: Statement, tree: Tree) -> Statement:
    """A statement whose source runs on from what is said: "… were killed, two of them children, | a doctor | said".

    Several are not one: what is put beside them with "a" is the source alone, what stands before it is said.
    """
    over = tree.over(one.source) if one.source else range(0)
    top = tree.top(list(over))
    if top is None or one.source is None or not one.content or tree.words[top].upos != "NUM":
        return one
    for at in tree.children(top, "appos"):
        opens = next((n for n in tree.children(at, "det") if tree.lows[n] in ("a", "an")), None)
        if opens is None or opens not in over or opens <= top:
            continue
        last = one.content[-1]
        rest = Span(one.source.start, tree.words[opens - 1].span.end)
        source = Span(tree.words[opens].span.start, one.source.end)
        if last.end > rest.start or last.hull(rest).length > last.length + rest.length + len(", "):
            return one
        whole = tree.stretch(tree.over(last.hull(rest))) or last
        return msgspec.structs.replace(one, source=source, content=(*one.content[:-1], whole))
    return one


def _inverted(one: Statement, tree: Tree, verb: int) -> int | None:
    """The subject that follows a verb of saying after the words said, which the tree takes for an object.

    Takes: "“It is beautiful,” concedes | Ghislaine". Leaves: "He said goodbye".
    """
    if (
        one.entry is None
        or one.entry.type != "comm"
        or not one.content[0].before(tree.words[verb].span)
    ):
        return None
    for at in tree.children(verb, "obj", "obl:unmarked"):
        near = [n for n in range(verb + 1, at) if tree.words[n].head != at]
        if at > verb and not near and tree.words[at].entity in SPEAKING:
            return at
    return None


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


def spoken(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements without those in which nobody says anything: the author's own steps, and questions of who does.

    Leaves out: "This episode shows one thing: …", "I will first republish his comments", "How many of you believe …?";
    what stands in them then stands in the words around them. Keeps: "The poll shows …", "I think …".
    """
    return changed(
        told, lambda one: None if _authors(one, tree, lexicon) or _asked_who(one, tree) else one
    )


def _asked_who(one: Statement, tree: Tree) -> bool:
    """Whether a statement within another is a question of who says or thinks it.

    Takes: "| How many of you | believe that?", "| Who | wants that?". Leaves: "the man | who | said that".
    """
    over = tree.over(one.source) if one.within is not None and one.source is not None else range(0)
    top = tree.top(list(over))
    if top is None or tree.lows[over[0]] not in ASKING:
        return False
    verb = tree.words[top].head
    relative = tree.words[verb].relation.startswith("acl")
    end = next((low for low in tree.lows[verb:] if low in ENDS), "")
    return not relative and verb != top and end == "?"


def _authors(one: Statement, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether nobody but the author speaks in a statement."""
    if (
        one.within is not None
        or one.source is None
        or one.cue is None
        or one.mode is not Mode.INDIRECT
    ):
        return False
    over = list(tree.over(one.source))
    top, verb = tree.top(over), tree.top(list(tree.over(one.cue)))
    if top is None or verb is None:
        return False
    if tree.lows[top] == "i":
        return one.entry is None and not any(lexicon.cue(tree.lows[n]) for n in tree.over(one.cue))
    concludes = any(lexicon.tells(tree.lows[n], "concludes") for n in tree.over(one.cue))
    return concludes and lexicon.tells(tree.lows[top], "no_voice")
