"""Phrases: what the rules on acts share: a rule by a phrase of the table, and whether it is negated.

Source: Searle (1976), A Classification of Illocutionary Acts, on commissives and directives; Palmer (2001) for the modals.
"""

from collections.abc import Callable

from hearsay.reader.acts.clauses import NOT, Clause
from hearsay.text.span import Span, Spans

Rule = Callable[[Clause], Spans]


def phrase_rule(name: str) -> Rule:
    """A rule that takes a clause with a phrase of a class, which nothing negates right before, and which tells of no noun in it."""

    def rule(clause: Clause) -> Spans:
        told = (span for span in clause.phrase(name) if not negated(clause, span))
        return tuple(span for span in told if not _of_noun(clause, span))[:1]

    return rule


def _of_noun(clause: Clause, span: Span) -> bool:
    """Takes: "joined a pact in which Assad | is allowed to | stay". Leaves: "Assad | is allowed to | stay"."""
    tree, at = clause.tree, clause.tree.over(span)[0]
    while at != clause.at and tree.words[at].head != at:
        if tree.words[at].relation == "acl:relcl" and tree.words[at].head != clause.at:
            return True
        at = tree.words[at].head
    return False


def negated(clause: Clause, span: Span) -> bool:
    """Whether a negation stands right before some words of a clause."""
    run = clause.tree.over(span)
    return any(clause.tree.lows[n] in NOT for n in range(max(clause.first, run[0] - 3), run[0]))
