"""Findings: what the statements of an article do, what they bind to, who decides, and what they leave open."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from hearsay.language.marking import marking
from hearsay.language.senses import senses
from hearsay.reader.acts.authority import Power, powers
from hearsay.reader.acts.clauses import OWN
from hearsay.reader.acts.commitments import AUTHOR, Held, Whose, commitments, held
from hearsay.reader.acts.forces import bonds
from hearsay.reader.acts.judge import Judge, Judged
from hearsay.reader.acts.left_open import REASON, left_open
from hearsay.reader.acts.passing import passed_along
from hearsay.reader.acts.trust import Vector
from hearsay.reader.statement import Statement, holder
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Mode
from hearsay.reading.commitment import Authority, Commitment, Qualifier
from hearsay.reading.ground import Ground
from hearsay.text.span import Span, Spans

DECIDES = "the words say who decides"


class Acts(msgspec.Struct, frozen=True, dict=True):
    """What is done in an article, before its actors have their last ids.

    Attributes:
        told: the statements.
        judged: what each does.
        held: the commitments.
        powers: who decides over what.
        tree: of the article.
        upper: what the network made of each word; None where none reads.
    """

    told: tuple[Statement, ...]
    judged: tuple[Judged, ...]
    held: tuple[Held, ...]
    powers: tuple[Power, ...]
    tree: Tree
    upper: Vector | None = None

    def commitments(self, ids: Mapping[str, str]) -> tuple[Commitment, ...]:
        """The commitments; `ids` are those of the actors by their keys."""
        return tuple(commitments(self.held, ids, self.name, self.powers, self.tree, self.upper))

    def authorities(self, ids: Mapping[str, str]) -> tuple[Authority, ...]:
        """Who decides over what; `ids` are those of the actors by their keys."""
        return tuple(
            Authority(
                ids[one.key or ""],
                one.over,
                Ground("rule:authority", (one.at,), DECIDES),
                self._around(one),
            )
            for one in self.powers
            if one.key in ids and not one.back
        )

    def qualifiers(self) -> tuple[Qualifier, ...]:
        """What is left open."""
        found = left_open(self.tree, self.told, marking())
        return tuple(
            Qualifier(
                one.span,
                one.kind,
                Ground(f"rule:qualifier_{one.kind.value}", (one.span,), REASON[one.kind]),
                self.name(one.on) if one.on else None,
            )
            for one in found
        )

    def name(self, one: Statement) -> str:
        """The id of a statement."""
        return f"s{self._numbers[id(one)] + 1}"

    def judgement(self, one: Statement) -> Judged:
        """What a statement does."""
        return self.judged[self._numbers[id(one)]]

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(one): n for n, one in enumerate(self.told)}

    def _around(self, power: Power) -> str | None:
        inner = holder(self.told, power.at)
        return self.name(inner) if inner else None


def judged(
    tree: Tree,
    told: Sequence[Statement],
    speakers: Sequence[str | None],
    actors: Mapping[str, Actor],
) -> list[Judged]:
    """What each statement does.

    Args:
        tree: of the article.
        told: the statements.
        speakers: the key of the speaker of each.
        actors: by their keys.
    """
    judge = Judge(tree)
    by_id = {actor.id: actor for actor in actors.values()}
    out = []
    for one, key in zip(told, speakers, strict=True):
        speaker = actors.get(key or "")
        principal = by_id.get(speaker.speaks_for or "") if speaker else None
        others: Spans = tuple(
            part
            for other, whose in zip(told, speakers, strict=True)
            if other.within is one and whose != key and not _own_words(tree, one, other)
            for part in other.content
        )
        out.append(judge.judged(one, speaker, principal, others))
    return passed_along(tree, told, out, judge.marks)


def _own_words(tree: Tree, outer: Statement, inner: Statement) -> bool:
    """Whether a statement within one is told of its speaker, or of his body, by himself: "“We expect him to pay,” she said"."""
    told = inner.source.cut(tree.text).lower() if inner.source is not None else ""
    return told in OWN and outer.mode is not Mode.INDIRECT


def acts(
    tree: Tree,
    told: Sequence[Statement],
    done: Sequence[Judged],
    whose: Whose,
    headline: Span | None = None,
    upper: Vector | None = None,
) -> Acts:
    """What is done in an article; makes actors of those who are bound or decide.

    Args:
        tree: of the article.
        told: the statements.
        done: what each does.
        whose: brings a word to an actor.
        headline: where the headline stands.
        upper: what the network made of each word.
    """
    marks = marking()
    ties = held(tree, bonds(tree, told, done, senses(), marks), told, marks, whose, headline)
    over = [
        msgspec.structs.replace(one, key=whose(one.who, holder(told, one.at)))
        for one in powers(tree, marks)
    ]
    known = tuple(  # "will be set and made by": once
        {(one.key, one.over): one for one in over if one.key and one.key != AUTHOR}.values()
    )
    return Acts(tuple(told), tuple(done), tuple(ties), known, tree, upper)
