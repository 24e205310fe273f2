"""Verdict: how the body bears the headline, in a line with the words of both."""

import itertools
from collections.abc import Sequence

from hearsay.language.marking import marking
from hearsay.reader.headline.beyond import beyond
from hearsay.reader.headline.carried import Carrier, carriers
from hearsay.reader.headline.changed import losses
from hearsay.reader.headline.claim import Claim, claim
from hearsay.reader.headline.disputed import says_so
from hearsay.reader.headline.held import NOBODY, Against, Held, point
from hearsay.reader.headline.instead import no_more_than, nothing_of_it
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor
from hearsay.reading.attribution import Attribution
from hearsay.reading.commitment import Qualifier
from hearsay.reading.ground import Ground
from hearsay.reading.voice import HeadlineFinding, Strength, Support
from hearsay.text.article import Article
from hearsay.text.span import Span, joined

NEAREST = 6
"""Sentences that are looked at."""

SAME_VERB = 0.1
"""What it is worth that a sentence has the predicate of the claim too."""

SAME_DEED = 0.5
"""What it is worth that a sentence has the main predicate, and other words of the claim."""

BESIDES = 0.25

CARRIED = 0.4
"""The share of a claim that a sentence must have for the two to be held against one another."""

NO_WORD = "no word of the claim stands in the body: nothing was held against it"

NOTHING_OF_IT = "the headline tells {deed}; the article has no word for it"

WITH_BOTH = {
    Loss.SCOPE: "the headline has {head}, the article {body}",
    Loss.ACT: "the headline has {head}, the article only {body}",
    Loss.TENSE: "the headline has {head}, as if it were so already; the article has {body}",
    Loss.NUMBER: "the headline counts {head}, the article {body}",
    Loss.OPPOSITE: "the headline has {head}, the article the opposite: {body}",
}
"""What is said of a loss that both have words for."""

OF_ABSENCE = {
    Loss.CERTAINTY: "the headline leaves no doubt of {deed}; the article does: {body}",
    Loss.ATTRIBUTION: "the headline tells {deed} as a fact; the article does not say so itself: {body}",
    Loss.SCOPE: "the headline sets no bounds to {deed}; the article does: {body}",
    Loss.TIME: "the headline sets no term to {deed}; the article does: {body}",
    Loss.ACT: "the headline tells {deed} as done; the article has {body}",
    Loss.CAUSE: "the headline names a cause in {deed}; the article says no more than {body}",
    Loss.DISTANCE: "the article has it at second hand: {body}",
    Loss.OPPOSITE: "the article says the opposite: {body}",
}
"""What is said of a loss where the headline's part in it is that it has no such words; the deed is its own word for what it tells."""


def headline(
    article: Article,
    tree: Tree,
    attributions: Sequence[Attribution],
    qualifiers: Sequence[Qualifier],
    actors: Sequence[Actor],
) -> HeadlineFinding | None:
    """The headline held against its body; None where there is no headline, nothing was parsed, or it is not English.

    Args:
        article: with its blocks.
        tree: of its words.
        attributions: of the article.
        qualifiers: of the article.
        actors: of the article.
    """
    marks = marking()
    heard = article.english and tree.words
    told = claim(article, tree, attributions, marks) if heard else None
    if told is None:
        return None
    every = carriers(article, told.words)
    body = Against(tree, told, every, attributions, actors)
    more = [*beyond(body)]
    unheld = _unheld(told, every)
    if unheld is not None and not more:
        return _finding(told, Support.SUPPORTED, unheld, ())
    first, *rest = sorted(one.span for one in every)
    after = dict(itertools.pairwise((first, *rest)))
    beside = [
        Held(
            tree, told, one, one.span == first, after.get(one.span), *point(tree, told, one, attributions), attributions, qualifiers, actors, marks
        )
        for one in every[:NEAREST]
    ]  # fmt: skip
    ranked = sorted(beside, key=lambda one: (-_worth(one), one.carrier.span))
    found = _judged(article, told, ranked, more)
    if found.support is Support.CONTRADICTED or more or not nothing_of_it(body):
        return found
    only = no_more_than(body)
    if only is not None:
        return _judged(article, told, ranked, [only])
    words = _quoted(article, _deed(tree, told) or told.span)
    return _finding(told, Support.UNSUPPORTED, NOTHING_OF_IT.format(deed=words), ())


def _unheld(told: Claim, every: Sequence[Carrier]) -> str | None:
    """Why nothing of the body is held against a headline at all; None where something is."""
    if told.strength is Strength.QUESTION:
        return "the headline asks"
    if told.theme:
        return "the headline names what the article is about, and claims nothing that could be held against it"
    if not every:
        return NO_WORD
    return None


def _worth(one: Held) -> float:
    """How near a sentence comes to a claim: the words that both have, and the deed."""
    share = one.carrier.share
    whole = one.top is not None and one.top == one.claim.top and (share >= BESIDES or one.about_it)
    return round(share + (SAME_DEED if whole else SAME_VERB if one.top is not None else 0), 3)


def _judged(
    article: Article, told: Claim, beside: Sequence[Held], more: Sequence[Lost]
) -> HeadlineFinding:
    """The verdict over the nearest sentences, the best first, and over what the body has nowhere."""
    best = beside[0].carrier
    near = _quoted(article, best.span)
    carried = _worth(beside[0]) >= CARRIED and not told.theme
    if not carried and not more:
        why = (
            f"no sentence has all of the claim; the nearest says {near}" if best.share else NO_WORD
        )
        return _finding(told, Support.SUPPORTED, why, ())
    found = [*losses(beside[0])] if carried else []
    for other in beside[1:]:
        if found and other.carrier.shared >= best.shared and other.top is not None:
            again = {one.loss for one in losses(other)}
            found = [one for one in found if one.loss in again or one.loss is Loss.OPPOSITE]
    has = {one.loss for one in found}
    found += [one for one in more if one.loss not in has]
    if not found and not says_so(beside[0]):
        why = f"nothing stands against it; the nearest is {near}"
        return _finding(told, Support.SUPPORTED, why, ())
    if not found:
        return _finding(told, Support.SUPPORTED, f"the article says so: {near}", (best.span,))
    tree = beside[0].tree
    deed = _deed(tree, told)
    opposite = any(one.loss is Loss.OPPOSITE for one in found)
    support = Support.CONTRADICTED if opposite else Support.OVERSTATED
    lost = () if opposite else tuple(dict.fromkeys(one.loss.value for one in found))
    found = [one for one in found if not opposite or one.loss is Loss.OPPOSITE]
    return _finding(
        told, support, _why(article, told, found, deed), tuple(one.body for one in found), lost
    )


def _finding(
    told: Claim, support: Support, why: str, evidence: Sequence[Span], lost: tuple[str, ...] = ()
) -> HeadlineFinding:
    signs = joined((*told.signs, *evidence))
    return HeadlineFinding(
        span=told.span,
        strength=told.strength,
        support=support,
        why=why,
        ground=Ground("rule:headline_against_body", signs, why),
        evidence=joined(evidence),
        lost=lost,
    )


def _deed(tree: Tree, told: Claim) -> Span | None:
    """The words of a headline for what it tells: "rejects Coastguard’s request", "to sue", "No rationing"; None where it has no predicate."""
    if told.top is None or not tree.is_clause(told.top):
        return None
    small = tree.children(told.top, "aux", "cop", "mark", "compound", "advmod", "obj")
    small += [n for n in tree.children(told.top, "det") if tree.lows[n] in NOBODY]
    words = [n for one in small for n in tree.below(one) if told.span.meets(tree.words[n].span)]
    words = sorted((*words, told.top))
    if words[-1] - words[0] >= LONGEST_DEED:
        return tree.words[told.top].span
    return tree.stretch(words)


LONGEST_DEED = 7
"""Words of the longest deed that is shown with its object."""


def _why(article: Article, told: Claim, found: Sequence[Lost], deed: Span | None) -> str:
    """What was lost or changed, with the words of both."""
    words = _quoted(article, deed or told.span)
    parts = []
    for one in found:
        form = WITH_BOTH.get(one.loss) if one.head else OF_ABSENCE[one.loss]
        head = _quoted(article, one.head) if one.head else ""
        parts.append(
            (form or OF_ABSENCE[one.loss]).format(
                head=head, body=_quoted(article, one.body), deed=words
            )
        )
    return "; ".join(parts)


def _quoted(article: Article, span: Span) -> str:
    words = " ".join(span.cut(article.text).split())
    return f"“{words}”" if len(words) <= LINE else f"“{words[:LINE].rpartition(' ')[0]} …”"


LINE = 160
"""Characters of the body in the line of a verdict."""
