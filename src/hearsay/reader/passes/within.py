"""Within: the main verb of a content, where it is itself a verb of saying or deciding with its subject.

"Media report that the president has refused the request" gives the media's report, and in it the president's refusal;
the learned reader, which reads a content as a text of its own, misses some of these.
"""

from collections.abc import Iterator, Sequence

from hearsay.language.lexicon import Cue, Lexicon
from hearsay.language.senses import senses
from hearsay.reader.statement import Statement, of_rule
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode
from hearsay.text.span import Span

RULE = "main_verb_within"
RIGHT = 0.7
"""How often such a verb is a statement of its subject, on our own development articles."""

SAYS = ("comm", "control")
WHAT = ("ccomp", "xcomp", "obj")
BARE = "obl"
WHO = ("person", "organization", "place")


def main_verbs(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements that main verbs of contents tell, where no other has that verb for its cue.

    Takes: "reported that | Putin | refused | the request", "that | Lund | turned down | the offer". Leaves: "reported that the bridge fell".
    """
    cues = [one.cue for one in told if one.cue]
    for one in told:
        if one.mode is not Mode.INDIRECT or not one.explicit or len(one.content) != 1:
            continue
        over = tree.over(one.content[0])
        verb = next((n for n in over if _is_main(tree, n, over)), None)
        if verb is None:
            continue
        entry, word = _cue(tree, verb, lexicon), tree.words[verb].span
        if entry is None or entry.type not in SAYS or any(cue.meets(word) for cue in cues):
            continue
        who = _subject(tree, verb, over)
        if entry.type == "comm" and tree.child(verb, "ccomp") is None:
            continue  # "fired | a shot |", "continued | to pay |"
        what = [n for n in tree.children(verb, *WHAT, BARE) if _is_bare(tree, n)]
        cue = word.hull(tree.words[verb + 1].span) if _particle(tree, verb) else word
        if who is None or not what:
            continue
        if tree.words[who].entity not in WHO or tree.words[who].upos not in ("NOUN", "PROPN"):
            continue
        source = tree.span(who)
        content = _after(tree, verb, what, one.content[0])
        if source is None or source.meets(cue) or content is None or content == one.content[0]:
            continue
        yield of_rule(RULE, RIGHT, source, cue, (content,), entry=entry, within=one)


def _cue(tree: Tree, verb: int, lexicon: Lexicon) -> Cue | None:
    """What the tables know of a verb, with its particle where it has one: "refused", "turned down"."""
    if not _particle(tree, verb):
        return lexicon.cue(tree.lows[verb])
    phrase = f"{tree.lows[verb]} {tree.lows[verb + 1]}"
    sense = next(iter(senses().get(phrase, ())), None)
    return lexicon.cue(phrase) or (
        Cue(sense.lemma, sense.type, sense.act, quotes=False) if sense else None
    )


def _is_bare(tree: Tree, at: int) -> bool:
    """Whether a complement is no phrase with a preposition of its own: "turned down | the request |", which the tree may take for one."""
    return tree.relation(at) != BARE or not tree.children(at, "case")


def _particle(tree: Tree, verb: int) -> bool:
    """Whether the word after a verb is its particle."""
    after = verb + 1
    return after < len(tree.words) and (
        tree.words[after].relation == "compound:prt" and tree.words[after].head == verb
    )


def _is_main(tree: Tree, at: int, over: range) -> bool:
    """Whether a verb hangs on no other word of the content."""
    head = tree.words[at].head
    return tree.words[at].upos == "VERB" and (head == at or head not in over)


def _subject(tree: Tree, verb: int, over: range) -> int | None:
    """The subject of a verb, within the content; also where the tree hangs it on the verb's auxiliary."""
    for at in over:
        if at >= verb:
            break
        head = tree.words[at].head
        auxiliary = at < head < verb and tree.words[head].upos == "AUX"
        if tree.words[at].relation == "nsubj" and (head == verb or auxiliary):
            return at
    return None


def _after(tree: Tree, verb: int, what: Sequence[int], within: Span) -> Span | None:
    """What the verb tells: from its first complement on."""
    held = [n for top in what for n in tree.below(top) if n > verb]
    held = [n for n in held if within.holds(tree.words[n].span)]
    return tree.stretch(range(held[0], held[-1] + 1)) if held else None
