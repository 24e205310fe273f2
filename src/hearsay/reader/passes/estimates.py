"""Estimates: what somebody takes a number to be, with "put" for a cue.

"Traders put the chance of a rise at 85 %", "The ministry put the number of dead at 30". The learned reader has seen too
few of these; the form leaves no doubt.
"""

from collections.abc import Iterator, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, holder, of_rule
from hearsay.reader.tree import Tree, may_speak

RULE = "figure_put_at"
RIGHT = 0.7
"""How sure such a statement is held to be; corpora have too few to count."""

PUT = ("put", "puts")
NEAR = 4
"""Words from "at" to the number."""


def estimates(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements of such clauses, where no other has that verb for its cue.

    Takes: "| Traders | put | the chance of a rise at 85 % |". Leaves: "Lund put the cup at the edge", "the toll was put at 30".
    """
    taken = [one.cue for one in told if one.cue]
    for verb in (n for form in PUT for n in tree.places(form)):
        who, what = tree.child(verb, "nsubj"), tree.child(verb, "obj")
        passive = tree.child(verb, "aux:pass", "nsubj:pass")
        if who is None or what is None or passive is not None or not may_speak(tree, who):
            continue
        last = _figure(tree, verb, what)
        source = tree.span(who)
        if last is None or source is None or any(one.meets(tree.words[verb].span) for one in taken):
            continue
        content = tree.stretch(range(tree.below(what)[0], last + 1))
        cue = tree.words[verb].span
        if content is None or content.meets(source):
            continue
        yield of_rule(
            RULE,
            RIGHT,
            source,
            cue,
            (content,),
            entry=lexicon.cue("estimated"),
            within=holder(told, cue),
        )


def _figure(tree: Tree, verb: int, what: int) -> int | None:
    """The last word of "at 85 %", which may hang on what is estimated, or on the verb; None where there is no number."""
    for at in (n for n in tree.places("at") if n > what):
        if tree.words[at].sentence != tree.words[verb].sentence:
            return None
        top = tree.words[at].head
        held = [n for n in tree.below(top) if n > at]
        number = any(tree.words[n].upos == "NUM" for n in range(at + 1, at + 1 + NEAR) if n in held)
        if number and verb in tree.up(top):
            return held[-1]
    return None
