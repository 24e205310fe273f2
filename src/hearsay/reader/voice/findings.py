"""The author's own voice: the sentences in which an author infers, judges, argues, or asks without wanting an answer."""

from collections.abc import Sequence

import msgspec

from hearsay.language.marking import marking
from hearsay.reader.tree import Tree
from hearsay.reader.voice.kinds import kind
from hearsay.reader.voice.sentence import Sentences
from hearsay.reader.voice.signals import signals
from hearsay.reader.voice.weights import chances, weights
from hearsay.reading.attribution import Attribution
from hearsay.reading.voice import OwnVoice
from hearsay.text.article import Article
from hearsay.text.span import Span


class Heard(msgspec.Struct, frozen=True):
    """What was heard of the author.

    Attributes:
        voices: the sentences in the author's own voice, in order.
        sentences: how many sentences of the running text were read.
    """

    voices: tuple[OwnVoice, ...]
    sentences: int

    @property
    def share(self) -> float:
        """The share of the sentences in which the author speaks as such."""
        return len(self.voices) / max(1, self.sentences)


def own_voice(
    article: Article, tree: Tree, told: Sequence[Attribution], marked: Sequence[Span]
) -> Heard:
    """The sentences in which the author speaks as the author; none without a tree.

    Takes: "It is hard to see what else she could have meant." Leaves: "Critics call it a disgrace.", "It closed on Monday."

    Args:
        article: whose text is read.
        tree: of it.
        told: the statements.
        marked: what stands within quotation marks.
    """
    learned = weights()
    every = Sentences(article, tree, told, marked, marking("voice"))
    likely = chances([signals(every, one) for one in every.all], learned)
    voices = []
    for one, sure in zip(every.all, likely, strict=True):
        if sure >= learned.floor:
            told_as, ground = kind(every, one)
            voices.append(OwnVoice(one.span, told_as, ground))
    return Heard(tuple(voices), len(every.all))
