"""Verdict: how the body bears the headline, in a line with the words of both."""

import itertools
from collections.abc import Sequence

from hearsay.language.marking import marking
from hearsay.reader.headline.carried import Carrier, carriers
from hearsay.reader.headline.changed import losses
from hearsay.reader.headline.claim import Claim, claim
from hearsay.reader.headline.held import Held, point
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

SAYS_SO = 0.6
"""The share of a claim that a sentence must have to be told to say so."""

NAMES = {
    Loss.CERTAINTY: "how sure it is",
    Loss.ATTRIBUTION: "who says so",
    Loss.SCOPE: "of how much it holds",
    Loss.TIME: "for how long it holds",
    Loss.ACT: "what is done",
    Loss.NUMBER: "the number",
    Loss.TENSE: "when it happens",
    Loss.CAUSE: "whether it is the cause",
    Loss.DISTANCE: "through whom it comes",
    Loss.OPPOSITE: "the opposite",
}


def headline(
    article: Article,
    tree: Tree,
    attributions: Sequence[Attribution],
    qualifiers: Sequence[Qualifier],
    actors: Sequence[Actor],
) -> HeadlineFinding | None:
    """The headline held against its body; None where there is no headline, or nothing was parsed.

    Args:
        article: with its blocks.
        tree: of its words.
        attributions: of the article.
        qualifiers: of the article.
        actors: of the article.
    """
    marks = marking()
    told = claim(article, tree, attributions, marks) if tree.words else None
    if told is None:
        return None
    every = carriers(article, told.words)
    if told.theme or told.strength is Strength.QUESTION or not every or not every[0].share:
        why = "the headline asks" if told.strength is Strength.QUESTION else (
            "the headline names what the article is about, and claims nothing that could be held against it"
            if told.theme else "no word of the claim stands in the body: nothing was held against it"
        )  # fmt: skip
        return _finding(told, Support.SUPPORTED, why, ())
    after = {one.span: other for one, other in _following(every)}

    def held(one: Carrier) -> Held:
        at, top = point(tree, told, one)
        return Held(
            tree, told, one, after.get(one.span), at, top, attributions, qualifiers, actors, marks
        )  # fmt: skip

    def worth(one: Carrier) -> float:
        top = held(one).top
        whole = top is not None and top == told.top and one.share >= BESIDES
        return one.share + (SAME_DEED if whole else SAME_VERB if top is not None else 0)

    every = sorted(every[:NEAREST], key=lambda one: (-round(worth(one), 3), one.span))
    best = every[0]
    if worth(best) < CARRIED:
        why = f"no sentence has all of the claim; the nearest says {_quoted(article, best.span)}"
        return _finding(told, Support.SUPPORTED, why, ())
    found = [*losses(held(best))]
    for other in every[1:]:
        also = held(other)
        if found and other.shared >= best.shared and also.top is not None:
            again = {one.loss for one in losses(also)}
            found = [one for one in found if one.loss in again or one.loss is Loss.OPPOSITE]
    if not found:
        if best.share < SAYS_SO:
            why = f"nothing stands against it; the nearest is {_quoted(article, best.span)}"
            return _finding(told, Support.SUPPORTED, why, ())
        why = f"the article says so: {_quoted(article, best.span)}"
        return _finding(told, Support.SUPPORTED, why, (best.span,))
    opposite = any(one.loss is Loss.OPPOSITE for one in found)
    support = Support.CONTRADICTED if opposite else Support.OVERSTATED
    lost = () if opposite else tuple(dict.fromkeys(one.loss.value for one in found))
    found = [one for one in found if not opposite or one.loss is Loss.OPPOSITE]
    return _finding(told, support, _why(article, found), tuple(one.body for one in found), lost)


def _following(every: Sequence[Carrier]) -> list[tuple[Carrier, Span]]:
    ordered = sorted(every, key=lambda one: one.span)
    return [(one, other.span) for one, other in itertools.pairwise(ordered)]


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


def _why(article: Article, found: Sequence[Lost]) -> str:
    parts = []
    for one in found:
        head = (
            f"the headline {_quoted(article, one.head)}, "
            if one.head
            else "the headline leaves out "
        )
        body = (
            f"the article {_quoted(article, one.body)}" if one.head else _quoted(article, one.body)
        )
        parts.append(f"{NAMES[one.loss]}: {head}{body}")
    return "; ".join(parts)


def _quoted(article: Article, span: Span) -> str:
    words = " ".join(span.cut(article.text).split())
    return f"“{words}”" if len(words) <= LINE else f"“{words[:LINE].rpartition(' ')[0]} …”"


LINE = 160
"""Characters of the body in the line of a verdict."""
