"""Empty: what the learned reader takes for a statement, in which nothing is said.

"I would be lying if I said it did not worry me": nobody has said so, and the speaker says that he will not. "The memo was written
by the engineer": that it has a writer is no word of his. "… publish the figures, whatever they showed": no figure shows a whatever. "The
jury was shown an email": who is shown it says nothing, nor is he what is said.

Source: Iatridou (2000), The grammatical ingredients of counterfactuality; own.
"""

from collections.abc import Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.acts.helping import MAYBE
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode

ANYTHING = frozenset({"whatever", "whichever", "whoever"})
ONESELF = frozenset({"i", "we", "you", "anybody", "anyone", "one"})
NOMINATIVE = frozenset({"i", "we", "he", "she", "they"})
OF_THAT = frozenset({"in", "of", "from", "on", "by", "which", "that"})
"""What opens a clause on what is shown: "an email | in which | he asked"."""

DOCUMENT = "document"


def with_something(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements without those in which nothing is said; what stands in them stands in what is around.

    Args:
        told: the statements.
        tree: of the article.
        lexicon: the tables.
    """
    return changed(told, lambda one: None if _is_empty(one, tree, lexicon) else one)


def _is_empty(one: Statement, tree: Tree, lexicon: Lexicon) -> bool:
    if one.cue is None or not one.explicit or one.mode is Mode.DIRECT:
        return False
    verb = tree.top(list(tree.over(one.cue)))
    if verb is None:
        return False
    return (
        _anything(one, tree)
        or _only_shown(one, verb, tree)
        or _would_be(one, verb, tree)
        or _only_writes(one, verb, tree, lexicon)
    )


def _anything(one: Statement, tree: Tree) -> bool:
    """Takes: "they | showed | whatever |". Leaves: "she | would do | whatever it took |"."""
    return all(tree.lows[n] in ANYTHING for part in one.content for n in tree.over(part))


def _only_shown(one: Statement, verb: int, tree: Tree) -> bool:
    """Whether all that is said is who is given or shown something, or who himself says it.

    Takes: "| The jury | was shown an email"; "| he | knew |". Leaves: "| He | was praised | by | Moss |"; "Moss | knew | him |".
    """
    held = [n for part in one.content for n in tree.over(part)]
    alone = [n for n in held if tree.words[n].upos != "PUNCT"]
    given = tree.child(verb, "nsubj:pass")
    if len(alone) == 1 and tree.lows[alone[0]] in NOMINATIVE and alone[0] != given:
        return True
    hearer = {*tree.below(given)} if given is not None and tree.child(verb, "obj") else set()
    return bool(hearer) and all(n in hearer or tree.lows[n] in OF_THAT for n in held)


def _would_be(one: Statement, verb: int, tree: Tree) -> bool:
    """Whether a clause with "if" supposes against the facts that the speaker himself says it.

    Takes: "I would be lying if I | said | I did not care |". Leaves: "I would go if he | said | so |"; "if I | said | that, I was wrong".
    """
    if one.source is None or tree.relation(verb) != "advcl":
        return False
    if not any(tree.lows[n] == "if" for n in tree.children(verb, "mark")):
        return False
    if one.source.cut(tree.text).lower() not in ONESELF:
        return False
    return any(tree.lows[n] in MAYBE for n in tree.children(tree.words[verb].head, "aux"))


def _only_writes(one: Statement, verb: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether all that is said of a document is who wrote it.

    Takes: "| The memo | was written | by | Lund |". Leaves: "Lund | wrote | a memo on why the bridge fell |".
    """
    if not lexicon.tells(tree.lows[verb], "writes_up") or len(one.content) != 1:
        return False
    held = tree.over(one.content[0])
    top = tree.top(list(held))
    if top is None or any(tree.words[n].upos in ("VERB", "SCONJ", "ADP") for n in held):
        return False
    noun = lexicon.nouns.get(tree.lows[top])
    return noun is not None and noun.kind == DOCUMENT
