"""Sourced: whether the headline leaves out who says so, where that is a loss."""

import itertools
from collections.abc import Iterator

from hearsay.reader.headline.carried import same_root
from hearsay.reader.headline.claim import carries, heard, root
from hearsay.reader.headline.family import stem
from hearsay.reader.headline.held import Held
from hearsay.reader.headline.loss import Loss, Lost
from hearsay.reader.headline.terms import phrases, stems
from hearsay.reader.tree import Tree
from hearsay.reading.actor import Actor, ActorKind
from hearsay.reading.attribution import Act, Attribution, Certainty, Kind, PassedOn
from hearsay.text.span import cut

SETTLED = (Act.CONFIRM, Act.KNOW, Act.AGREE)
DOUBTFUL = (Act.ACCUSE, Act.BELIEVE, Act.DOUBT, Act.PREDICT)

APART = 40
"""Characters between a source and its cue that are shown with them."""

ANYBODY = frozenset(
    {"a", "an", "one", "some", "someone", "somebody", "several", "two", "three", "many"}
)
"""With which somebody is named who is not the one of whom the headline speaks."""

SIGNED = "rule:post_is_signed"
"""What joins a post that an article shows to whoever wrote it, who adds nothing that the article does not tell."""

WILL = ("will", "would", "'ll", "'d")

NEAR = 0.4
"""The share of a claim that is enough where it is of what is to come, or from the mouth of one person."""

CLOSE = 0.6
"""The share of a claim that a sentence must have to be held against it where it has another predicate."""


def source_left_out(held: Held) -> Iterator[Lost]:
    """Takes: "Owner was warned" of "the prosecutor told the court that the owner had been warned"; "claimed".

    Leaves: "Lund will go" of "Lund said she would go", her own deed; "the museum conceded", which settles it.
    """
    for one in held.said():
        if (
            one.type is Kind.CONTROL  # "She intends to appeal": who says it does it
            or not (one.source or one.cue)
            or one.ground.by == SIGNED
            or _plans(held, one)
            or own(held, one)
            or _settled(held, one)
            or _of_a_thing(held, one)
        ):
            continue
        if _no_claim(held, one) or not _near(held, one):
            continue
        words = sorted((*one.source, *one.cue))
        gap = words[0].gap(words[-1])
        near = gap is None or gap.length <= APART
        yield Lost(
            Loss.ATTRIBUTION, words[0].hull(words[-1]) if near else (one.cue or one.source)[0]
        )
        if len(one.chain) > 1:
            yield Lost(Loss.DISTANCE, (one.cue or one.source)[0])
        return


def _of_a_thing(held: Held, one: Attribution) -> bool:
    """Whether what somebody says only takes the deed for granted: it says which thing is meant, or when: "is looking into the case of a dog abandoned there".

    Takes: "said that he was well before he died", "called the driver who fled a coward". Leaves: "claims of a dog abandoned there", of which there may be none.
    Presuppositions of what is said are those of who reports it (Karttunen 1973, Presuppositions of compound sentences).
    """
    tree, at = held.tree, held.point
    run = tree.inside(one.content)
    top = tree.top(run)
    if at is None or top is None or one.act in DOUBTFUL or top not in tree.up(at):
        return False
    line = [at, *itertools.takewhile(lambda n: n != top, tree.up(at))]
    thing = tree.words[top].upos in ("NOUN", "PROPN") and not tree.is_clause(top)
    verb = any(tree.words[n].upos == "VERB" for n in tree.inside(one.cue))
    return (thing and verb) or any(_granted(tree, n) for n in line)


def _granted(tree: Tree, at: int) -> bool:
    """Whether a branch of a sentence takes for granted what it tells: "who fled", "after he fled", "during the arrest"."""
    if tree.words[at].relation == "acl:relcl":
        return True
    small = {tree.lows[n] for n in tree.children(at, "mark", "case", "advmod")}
    return tree.relation(at) in ("advcl", "obl") and bool(small & WHEN)


WHEN = frozenset({"after", "before", "when", "since", "while", "during", "following"})
"""What opens words that say when something was, and take for granted that it was."""


def _plans(held: Held, one: Attribution) -> bool:
    """Whether somebody tells what he himself, or what he makes, will do: "it would double the number, the company said"; "its maker said"."""
    tree = held.tree
    if held.point is None or one.act in (Act.ACCUSE, Act.BELIEVE, Act.DOUBT):
        return False
    will = any(tree.lows[n] in WILL for n in tree.children(held.point, "aux"))
    first = any(
        tree.words[n].upos == "PRON" and tree.lows[n] in ("it", "he", "she", "they", "we", "i")
        for n in tree.children(held.point, "nsubj")
    )
    runs = {tree.lows[n] for span in one.source for n in tree.over(span)} & {*phrases("runs_it")}
    return will and (first or bool(runs))


def _no_claim(held: Held, one: Attribution) -> bool:
    """Whether nothing is claimed with it: "demanded that …", or whoever keeps the count tells what was found."""
    cue = {stem(held.tree.lows[n]) for span in one.cue for n in held.tree.over(span)}
    if one.act is not Act.ACCUSE and cue & (stems("asked_for") | stems("undoes") | {"order"}):
        return True
    source = {held.tree.lows[n] for span in one.source for n in held.tree.over(span)}
    if not _person(held, one):  # "it" of whom the article named before
        source |= {low for who in _who(held, one) for low in who.name.lower().split()}
    sure = one.certainty in (Certainty.CERTAIN, Certainty.UNSPECIFIED)
    plain = sure and one.passed_on in (PassedOn.PLAIN, PassedOn.VOUCHED)
    counts = bool(source & {*phrases("keeps_count")}) and not _person(held, one)
    return plain and (counts or _reports(held, one))


def _reports(held: Held, one: Attribution) -> bool:
    """Whether a report opens with it and only adds the body from which it is: "…, the county said."; not "…, their union said"."""
    body = any(
        actor.id == one.speaker and actor.kind in (ActorKind.ORGANISATION, ActorKind.STATE)
        for actor in held.actors
    )
    carrier, told = held.carrier.span, max(one.content)
    words = [n for span in (*one.source, *one.cue) for n in held.tree.over(span)]
    behind = all(told.before(span) for span in (*one.source, *one.cue))
    party = any(held.tree.lows[n] in {*phrases("party")} for n in words)
    return body and behind and held.opens and carrier.holds(told) and not party


def _person(held: Held, one: Attribution) -> bool:
    return any(
        actor.id == one.speaker and actor.kind in (ActorKind.PERSON, ActorKind.UNNAMED)
        for actor in held.actors
    )


def _near(held: Held, one: Attribution) -> bool:
    """Whether enough of the claim stands in it: less of what a person or somebody unnamed says, who speaks for nobody else."""
    least = NEAR if _person(held, one) or one.act in DOUBTFUL else CLOSE
    return held.top is not None or held.carrier.share >= least


def own(held: Held, one: Attribution) -> bool:
    """Whether the one who says it is in the headline."""
    first = next(iter(cut(one.source, held.tree.text).lower().split()), "")
    if first in ANYBODY or one.act is Act.ACCUSE:  # of another
        return False
    words = [held.tree.lows[n] for span in one.source for n in held.tree.over(span)][:2]
    if words == ["the", "two"] or (held.opens and words[:1] in (["both"], ["their"])):
        return True  # of whom the sentence tells
    if held.point is not None and any(
        held.tree.lows[n] in ("i", "we") for n in held.tree.children(held.point, "nsubj")
    ):
        return True  # tells what he did himself
    who = _who(held, one)
    text = held.tree.text
    spans = (*one.source, *(span for actor in who for span in actor.mentions))
    roots = {root(word) for span in spans for word in heard(text, span) if carries(word)}
    roots |= {stem(low) for actor in who for low in actor.name.lower().split() if low.isalpha()}
    return any(same_root(root(word), other) for word in held.claim.words for other in roots)


def _who(held: Held, one: Attribution) -> list[Actor]:
    """Who says it, and for whom: "its spokesman" for the board."""
    of = {actor.id: actor for actor in held.actors}
    first = of.get(one.speaker or "")
    behind = of.get(first.speaks_for or "") if first else None
    return [actor for actor in (first, behind) if actor]


def _settled(held: Held, one: Attribution) -> bool:
    cue = cut(one.cue, held.tree.text).lower()
    told = any(
        form in cue.split() or (" " in form and form in cue) for form in phrases("disclosed")
    )
    return told or one.act in SETTLED or one.passed_on is PassedOn.VOUCHED


def doubts(said: Attribution) -> bool:
    """Whether its cue itself is one of doubt: "accused", "believes"."""
    by_cue = said.act_ground is not None and said.act_ground.by == "rule:sense_of_cue"
    return by_cue and said.act in DOUBTFUL
