"""The cue: which sense its word has, by the form of what follows, and whether it is negated.

Source: Levin (1993) and Huddleston & Pullum (2002), ch. 11, for frames; Karttunen (1971) for "fail to" and "have yet
to"; the manual of the Penn Discourse Treebank 2.0, on the polarity of attributions.
"""

from collections.abc import Mapping, Sequence

from hearsay.language.marking import Marking
from hearsay.language.senses import ANY, LONGEST, Sense
from hearsay.reader.acts.slots import asked_of
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, Spans

LIGHT = frozenset(
    {
        *("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "has", "have", "had"),
        *("having", "do", "does", "did", "make", "makes", "made", "making", "take", "takes", "took", "taken"),
        *("give", "gives", "gave", "given", "get", "gets", "got", "go", "goes", "went", "going", "come"),
        *("came", "comes", "manage", "manages", "managed", "continue", "continues", "continued", "begin"),
        *("began", "begins", "will", "would", "can", "could", "may", "might", "should", "must", "fail"),
        *("fails", "failed", "failing", "add", "put", "puts", "keep", "keeps", "kept", "stop", "stopped"),
    }
)  # fmt: skip
"""Verbs that say little beside another word: "gave a warning", "failed to explain"."""

BE = frozenset({"is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "be"})

WHETHER = frozenset(
    {"whether", "if", "why", "how", "what", "who", "when", "where", "which", "whom"}
)
CLOSING = "”\"’' \n"
RAISING = ("seem", "appear", "likely", "expected", "sure", "certain")
"""Words that say how it looks; beside another word of saying or wanting, that one has the sense."""

OPENERS = ("for", "against", "as")
POS = {
    "VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb",
    "ADP": "preposition", "SCONJ": "preposition",
}  # fmt: skip
WEAK = ("sign", "preposition", "adverb")


def sense_of(
    tree: Tree, cue: Span, content: Spans, known: Mapping[str, tuple[Sense, ...]], *, quoted: bool
) -> tuple[Sense, int] | None:
    """The sense of a cue and the word that has it; None where no table knows a word of it.

    Takes: "asked the board | to reopen it" requests, "asked | whether it was open" asks.
    Leaves: "harrumphed", of which no table knows anything.

    Args:
        tree: of the article.
        cue: the words of the cue.
        content: what is attributed.
        known: form -> senses.
        quoted: the content is all in quotation marks.
    """
    here = list(tree.over(cue))
    held: list[tuple[Sense, int]] = []
    for n in range(len(here)):
        found = _at(tree, here, n, known, content, quoted=quoted)
        held += [found] if found else []
    heads = {at for _, at in held}
    held = [one for one in held if not _only_says_which(tree, one[1], heads)]
    plain = [one for one in held if one[0].pos not in WEAK]
    heavy = [one for one in plain if tree.lows[one[1]] not in LIGHT or one[0].pos == "phrase"]
    told = [one for one in heavy if one[0].lemma not in RAISING or one[0].pos == "phrase"]
    first = next(iter(told or heavy or plain or held), None)
    bid = next((one for one in told[1:] if _bids(tree, one)), None)
    if bid is not None and first is not None and first[0].act in (SAYS, BACKS):
        return bid
    done = next(
        (one for one in told[1:] if first is not None and _sets_about(tree, first, one)), None
    )
    return done or first


def _only_says_which(tree: Tree, at: int, heads: set[int]) -> bool:
    """Whether a word of a cue is a quality of one that has a sense: "repeated | calls to ban them". Leaves: "repeated that"."""
    return tree.relation(at) == "amod" and tree.words[at].head in heads


def _sets_about(tree: Tree, first: tuple[Sense, int], other: tuple[Sense, int]) -> bool:
    """Whether a cue tells of a deed by a word for setting about it: "is trying | to portray", "voted | to nominate".

    Leaves: "plans | to say", which says nothing yet; "decided | to go", of no act.
    """
    sense, at = other
    sets = tree.words[at].upos == "VERB" and first[0].act == INTENDS
    sets = sets and first[0].lemma in SETTING_ABOUT
    to = any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
    return sets and to and sense.act not in (SAYS, INTENDS, "other", "know", "believe")


def _bids(tree: Tree, one: tuple[Sense, int]) -> bool:
    """Whether a later word of a cue says what was done: "has written to him | demanding", "used it to | urge", "joins him in | calling for"; not "said, asking nobody"."""
    sense, at = one
    after = tree.lows[at].endswith("ing") or any(
        tree.lows[n] == "to" for n in tree.children(at, "mark")
    )
    after = after and tree.words[at].upos == "VERB"
    return after and sense.act in BIDDING and tree.relation(at) in ("advcl", "acl", "xcomp")


SAYS, INTENDS, BACKS, REQUEST = "assert", "intend", "endorse", "request"
SETTING_ABOUT = frozenset(
    {
        *("try", "attempt", "vote", "decide", "choose", "move", "scramble", "going to"),
        *("effort", "campaign", "bid", "strive"),
    }
)
"""Words for setting about a deed, which is what is told."""

BIDDING = ("request", "urge", "promise", "accuse", "threaten", "refuse", "warn", "deny")
"""Acts that a participle after a verb of telling names: "has written to him | demanding an apology"."""


def _at(
    tree: Tree,
    here: Sequence[int],
    n: int,
    known: Mapping[str, tuple[Sense, ...]],
    content: Spans,
    *,
    quoted: bool,
) -> tuple[Sense, int] | None:
    """The sense of the word or phrase that begins at one place of a cue."""
    for length in range(min(LONGEST, len(here) - n), 0, -1):
        form = " ".join(tree.lows[at] for at in here[n : n + length])
        senses = known.get(form, ())
        if not senses:
            continue
        frames = frame(tree, here[n : n + length], here[n + length :], content, quoted=quoted)
        asks = any(sense.frame == "for" and sense.act == REQUEST for sense in senses)
        if asks and asked_of(tree, here[n + length - 1], tree.inside(content)) is not None:
            frames |= {"for"}
        fits = [sense for sense in senses if sense.frame in frames]
        if length == 1:
            pos = POS.get(tree.words[here[n]].upos, "sign")
            is_so = _is_so(tree, here[:n])  # is not convinced: a state, not a deed
            same = [sense for sense in fits if sense.pos == ("adjective" if is_so else pos)]
            same = same or [sense for sense in fits if sense.pos == pos]
            adjective = tree.words[here[n]].upos == "ADJ"
            only = adjective and tree.relation(here[n]) == "amod"  # made a | direct | reference to
            loose = [
                s
                for s in fits
                if s.pos in ("verb", "adjective") and pos in ("verb", "adjective") and not only
            ]
            fits = same or loose or ([] if tree.words[here[n]].upos == "ADV" or only else fits)
        if fits:
            return fits[0], here[n]
    return None


def _is_so(tree: Tree, before: Sequence[int]) -> bool:
    """Whether the last of some words, but for adverbs, is "is": "is not yet | convinced"."""
    last = next((n for n in reversed(before) if tree.words[n].upos not in ("ADV", "PART")), None)
    return last is not None and tree.lows[last] in BE


def frame(
    tree: Tree, word: Sequence[int], rest: Sequence[int], content: Spans, *, quoted: bool
) -> frozenset[str]:
    """The forms of what follows a word that a sense may ask for.

    Takes: "refused to say | whether", an infinitive for "refused" and a question for "say".
    Leaves: "asked | in a letter to the board", where "to" opens no infinitive.

    Args:
        tree: of the article.
        word: the word, or those of the phrase.
        rest: the words of the cue after it.
        content: what is attributed.
        quoted: the content is all in quotation marks.
    """
    inside = tree.inside(content)
    wordy = [n for n in inside if tree.words[n].upos != "PUNCT"]
    after = [n for n in rest if tree.words[n].upos not in ("ADV", "PUNCT")]
    if after and tree.lows[after[0]] == "to" and _infinitive(tree, [*after[1:], *wordy][:2]):
        return frozenset({ANY, "to"})
    if not wordy:
        return frozenset({ANY})
    thing = next((n for n in tree.children(word[-1], "obj") if n in rest), None)
    if thing is not None and not tree.is_clause(thing):  # blocked a paragraph calling for
        return frozenset({ANY, "np"})
    if quoted:
        asks = any(span.cut(tree.text).rstrip(CLOSING).endswith("?") for span in content)
        return frozenset({ANY, "question" if asks else "that"})
    low, ends = tree.lows[wordy[0]], [tree.lows[n] for n in (*word, *rest)[-2:]]
    opener = next((opener for opener in OPENERS if opener in (low, *ends)), None)
    if opener is None and _as(tree, word):
        opener = "as"
    asks = low in WHETHER and opener is None
    asks = asks or (opener == low and [tree.lows[n] for n in wordy[1:2]] == ["what"])
    if opener is not None or asks:
        return frozenset({ANY, "whether" if asks else opener or ANY})
    if "to" in (low, *ends[-1:]) and _infinitive(tree, wordy[low == "to" :]):
        return frozenset({ANY, "to"})
    return frozenset({ANY, _by_top(tree, tree.top(inside), wordy[0])})


def _as(tree: Tree, word: Sequence[int]) -> bool:
    """Whether it is said as what something is taken: "dismissed the report as theatre"."""
    held = (n for at in word for n in tree.children(at, "obl", "xcomp", "advcl"))
    return any(tree.lows[case] == "as" for n in held for case in tree.children(n, "case", "mark"))


def _by_top(tree: Tree, top: int | None, first: int) -> str:
    """The form of a content by the word that the rest of it hangs on."""
    if top is None or not tree.is_clause(top):
        return "np"
    if tree.words[top].upos == "VERB" and tree.lows[top].endswith("ing") and top == first:
        return "ing"
    marks = {tree.lows[n] for n in tree.children(top, "mark")}
    if marks & {"if", "unless"} and min(tree.children(top, "mark")) > first:
        return "np"  # threatened | a strike if he did not
    return "to" if "to" in marks and not tree.children(top, "nsubj") else "that"


def _infinitive(tree: Tree, wordy: Sequence[int]) -> bool:
    """Whether a verb comes soon."""
    return any(tree.words[at].upos in ("VERB", "AUX") for at in wordy[:4])


def negated(tree: Tree, at: int, cue: Span, source: Span | None, marks: Marking) -> Spans:
    """The words by which a saying is negated; () where it is not.

    Takes: "did not say", "has yet to announce", "stopped short of accusing", "No official has confirmed".
    Leaves: "said it would not pay", of which the content is negated; "refused to say", an act of its own.

    Args:
        tree: of the article.
        at: the word of the cue that has the sense.
        cue: all its words.
        source: of the statement.
        marks: the table of negators.
    """
    run = tree.over(cue)
    before = [n for n in run if n <= at]
    found = [m for m in marks.found(tree.lows, run.start, run.stop, "negator") if m.first < at]
    spans = [tree.words[m.first].span for m in found]
    beside = [n for n in tree.children(at, "advmod") if tree.lows[n] in ("not", "n't", "never")]
    spans += [tree.words[n].span for n in beside if n not in before]
    if source is not None:
        opens = tree.over(source)
        spans += [
            tree.words[n].span
            for n in opens[:1]
            if tree.lows[n] in ("no", "nobody", "none", "neither")
        ]
    return tuple(sorted(set(spans)))
