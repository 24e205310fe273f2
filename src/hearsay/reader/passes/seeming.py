"""Seeming: how something looks to the author, or what he has heard of somebody, which is told by nobody who is named.

"The rock seemed to have come off an asteroid", "Lund reportedly left": the learned reader takes the one of whom it is told
for the one who tells it.

Source: Huddleston and Pullum (2002), ch. 14 §3, on subjects that are raised; own.
"""

from collections.abc import Sequence

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.statement import Statement, changed
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Mode

HELPS = ("AUX", "PART", "PUNCT")


def of_nobody(told: Sequence[Statement], tree: Tree, lexicon: Lexicon) -> list[Statement]:
    """The statements, those without a source whose subject only seems so, or of whom it is only heard.

    Takes: "| The rock | seemed | to be new"; "| Lund | reportedly | left". Leaves: "Lund | appeared to suggest | that it was over";
    "Lund | allegedly told | Moss that it was over".

    Args:
        told: the statements.
        tree: of the article.
        lexicon: the tables.
    """
    return changed(told, lambda one: _without_subject(one, tree, lexicon))


def _without_subject(one: Statement, tree: Tree, lexicon: Lexicon) -> Statement:
    if one.cue is None or one.source is None or not one.explicit or one.mode is Mode.DIRECT:
        return one
    cue = [n for n in tree.over(one.cue) if tree.words[n].upos not in HELPS]
    if not cue or not all(lexicon.tells(tree.lows[n], "only_seems") for n in cue):
        return one
    subject = tree.top(list(tree.over(one.source)))
    if subject is None or not tree.relation(subject).startswith("nsubj"):
        return one
    apart = not any(part.meets(one.source) for part in one.content)
    content = tuple(sorted((one.source, *one.content))) if apart else one.content
    return msgspec.structs.replace(one, source=None, content=content)
