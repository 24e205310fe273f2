"""Elsewhere: verbs and nouns that bind, and are the cue of no statement.

"The military's request to resume", "gave them permission to stay", "under the treaty neither may fish".
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hearsay.language.marking import Marking, marking
from hearsay.language.senses import ANY, Sense, senses
from hearsay.reader.acts.bond import DIRECTIVE, FORCES, Bond
from hearsay.reader.acts.deadlines import given_time
from hearsay.reader.acts.deeds import binds
from hearsay.reader.acts.helping import MAYBE, WILL
from hearsay.reader.acts.idle import was_put
from hearsay.reader.acts.left_free import NOT, by_document, not_prevented
from hearsay.reader.acts.slots import (
    agent,
    answered,
    deed_of,
    doer,
    does,
    imagined,
    lets_not,
    possessor,
    same_as_before,
    shared_helps,
    somebody,
    to_come,
    told_to,
)
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act
from hearsay.reading.commitment import Force

NEAR = 5  # words before a verb


def elsewhere(
    tree: Tree, known: Mapping[str, tuple[Sense, ...]], taken: frozenset[int], marks: Marking
) -> Iterator[Bond]:
    """What verbs and nouns bind to that are the cue of no statement.

    Takes: "Lund has refused the harbour's request to reopen it": a refusal and a request.
    Leaves: "if Lund refused to reopen it"; "Lund could refuse to"; "no promise to pay".
    """
    for at, word in enumerate(tree.words):
        if at in taken or word.upos not in ("VERB", "NOUN"):
            continue
        if word.upos == "VERB":
            rules = (by_document, not_prevented, given_time)
            told = next((one for rule in rules if (one := rule(tree, at, marks))), None)
            if told is not None:
                yield told
                continue
        pos = "verb" if word.upos == "VERB" else "noun"
        held = _binding(known, tree, at, pos, marks)
        if not held:
            continue
        barred = any(Act(s.act) is Act.PERMIT for s in held) and lets_not(tree, at)
        if (_unreal(tree, at) and not barred) or _within_another(tree, at, known):
            continue
        bond = (
            _verb(tree, at, held, marks) if pos == "verb" else _noun(tree, at, held, known, marks)
        )
        if bond is not None:
            yield msgspec.structs.replace(bond, force=Force.FORBID) if barred else bond


def _binding(
    known: Mapping[str, tuple[Sense, ...]], tree: Tree, at: int, pos: str, marks: Marking
) -> list[Sense]:
    """The senses of a word that bind; of a verb with its particle: "turn down"; none of a mere try."""
    if marks.tells(tree.lows[at], "mere_try", "condition_opener"):
        return []  # tried to; barring a storm
    particle = tree.child(at, "compound:prt")
    if pos == "verb" and particle is not None:
        both = known.get(f"{tree.lows[at]} {tree.lows[particle]}", ())
        return [s for s in both if Act(s.act) in FORCES]  # pushed back: no push for it
    return [s for s in known.get(tree.lows[at], ()) if s.pos == pos and Act(s.act) in FORCES]


AWAITS = frozenset({"predict", "believe", "doubt"})
"""Acts of verbs after which an infinitive tells what somebody else may do."""

RIGHTS = frozenset({"right", "rights", "option", "freedom"})


def _within_another(tree: Tree, at: int, known: Mapping[str, tuple[Sense, ...]]) -> bool:
    """Whether a word is only part of what another one binds to, or awaits: "a request to allow them to stay" permits nothing, "expected it to ask" asks nothing."""
    for above in tree.up(at):
        acts = {sense.act for sense in known.get(tree.lows[above], ()) if sense.pos == "verb"}
        to = any(tree.lows[n] == "to" for n in tree.children(at, "mark"))
        if acts and acts <= AWAITS and to and tree.relation(at) in ("xcomp", "ccomp"):
            return True
        if any(Act(sense.act) in FORCES for sense in known.get(tree.lows[above], ())):
            return tree.relation(at) in ("acl", "xcomp", "ccomp") and above == tree.words[at].head
        if tree.relation(at) not in ("conj", "xcomp"):
            return False
        at = above
    return False


def _is_no_deed(tree: Tree, action: int, frame: str, force: Force) -> bool:
    """Whether what a verb takes is nothing to be done: "rejected her parents", "licenses the firm", "fought for his family"."""
    who = tree.words[action].entity
    people = who == "person" or (who == "organization" and force in DIRECTIVE)
    if frame == "np":
        meal = force is Force.URGE and who in ("substance", "object", "plant", "animal")
        return people or meal or force is Force.AGREE  # ordered a soup; accepted the prize
    bids = force is Force.URGE  # campaigned for mayor; asked for a doctor
    return frame == "for" and who == "person" and (bids or possessor(tree, action) is not None)


def _not_as_told(tree: Tree, at: int, force: Force, by: int, marks: Marking) -> bool:
    """Takes: "had let it happen"; "they will ask for it", which is foretold. Leaves: "the bill will bar it"."""
    helps = {tree.lows[n] for n in tree.children(at, "aux")}
    ahead = bool(helps & WILL) and force in ANOTHERS and not marks.tells(tree.lows[by], "lays_down")
    return ahead or (force is Force.PERMIT and "had" in helps)


def _means_else(tree: Tree, at: int, frame: str) -> bool:
    """Whether a verb that may bind has another sense in such a frame: "directs | a film". Leaves: "directs them | to go"."""
    same = [s for s in senses().get(tree.lows[at], ()) if s.pos == "verb" and s.frame == frame]
    return bool(same) and all(Act(s.act) not in FORCES for s in same)


ANOTHERS = (Force.INTEND, Force.REQUEST, Force.URGE, Force.REFUSE, Force.AGREE)
"""What somebody has not done yet where it is told that he will."""


def _verb(tree: Tree, at: int, held: Sequence[Sense], marks: Marking) -> Bond | None:
    own = any(FORCES[Act(s.act)] not in DIRECTIVE for s in held)
    action, frame = _asked_for(tree, at, held) or _object(tree, at, own=own)
    sense = next((s for s in held if s.frame in (frame, "any")), None)
    passive = tree.child(at, "nsubj:pass") is not None or tree.child(at, "aux:pass") is not None
    of_noun = tree.words[at].relation == "acl" and not tree.lows[at].endswith("ing")
    bare = tree.relation(at) in ("acl", "advcl") and tree.lows[at].endswith("ed")
    bare = bare and tree.child(at, "nsubj", "aux", "mark") is None
    pressed = agent(tree, at) if bare else None
    by = agent(tree, at) if passive or (of_noun and frame == "np") else pressed
    by = doer(tree, at) if by is None and not passive else by  # Moe, pressed by Lund to go, left
    if sense is None or action is None or by is None or not _can_bind(tree, by, marks):
        return None
    force = FORCES[Act(sense.act)]
    if marks.tells(tree.lows[action], "keeps_unnamed"):
        return None  # asked not to be named
    if _is_no_deed(tree, action, frame, force) or (
        of_noun and frame == "to" and not somebody(tree, tree.words[at].head)
    ):
        return None  # the papers required by the state | to vote
    if not binds(tree, force, at, deed_of(tree, action), marks):
        return None
    if _not_as_told(tree, at, force, by, marks) or _means_else(tree, at, frame):
        return None
    if _what_for(tree, at) or (
        marks.tells(tree.lows[at], "blocks") and not was_put(tree, at, action)
    ):
        return None
    deed = deed_of(tree, action)
    to = tree.child(at, "nsubj:pass") if passive else told_to(tree, at, {*tree.below(action)})
    to = doer(tree, at) if pressed is not None and frame == "to" else to
    if to is None and frame == "to" and tree.relation(action) == "acl":
        to = tree.words[action].head
    if (
        to is None and frame == "to"
    ):  # "asked it not to do so", of which a tree may take the "it" for empty
        to = next((n for n in tree.children(at, "expl") if at < n < action), None)
    if to is None and deed != action:
        to = possessor(tree, action)
    to = same_as_before(tree, at, to)
    because = (tree.words[at].span,)
    over = tuple(n for n in (at, action) if n != deed)
    whole = frame == "that"
    return Bond(force, deed, because, "force_of_verb", by=by, to=to, over=over, whole=whole)


def _can_bind(tree: Tree, by: int, marks: Marking) -> bool:
    """Whether a word is for somebody, or for what lays down: "the city", "a bill | that bars it". Leaves: "jobs | which require another skill"."""
    of = tree.words[tree.words[by].head].head if tree.lows[by] in ("which", "that") else by
    word = tree.words[of]
    if any(tree.lows[n] == "any" for n in tree.children(of, "det")):
        return False  # any firm that asks for more
    return somebody(tree, of) or word.entity == "place" or marks.tells(tree.lows[of], "lays_down")


def _what_for(tree: Tree, at: int) -> bool:
    """Whether a deed is only what another is done for, or wanted: "met to | ban it", "paid to support or | oppose her". Leaves: "wrote to | demand it"."""
    above = tree.words[at].head
    joined = tree.relation(at) == "conj" and tree.child(at, "nsubj", "mark", "aux") is None
    first = above if joined else at
    bare = any(tree.lows[n] == "to" for n in tree.children(first, "mark"))
    past = tree.lows[at].endswith("ed") and joined  # asked them to go, and reserved
    return bare and not past and to_come(tree, first)


def _asked_for(tree: Tree, at: int, held: Sequence[Sense]) -> tuple[int, str] | None:
    """What is asked for, by a verb that has such a sense: "asked the board for | a hearing"."""
    thing = tree.child(at, "obj")
    other = thing is not None and not somebody(tree, thing)  # fought three plans for the site
    if other or not any(sense.frame == "for" for sense in held):
        return None
    asks = any(Act(sense.act) is Act.REQUEST for sense in held)  # argued for thirty years
    return next(
        (
            (deed_of(tree, n), "for")
            for n in tree.children(at, "obl", "nmod")
            if n > at
            and not (tree.words[n].entity == "time" and (tree.words[n].upos == "PROPN" or not asks))
            and any(tree.lows[m] == "for" for m in tree.children(n, "case"))
        ),
        None,
    )


def _object(tree: Tree, at: int, *, own: bool) -> tuple[int | None, str]:
    """What a verb governs, and the form of it.

    Takes: "promised | to pay", "asked them | to pay", "a reward | offered by the port". Leaves: "planned a trip | to see
    her", "invited them to the hall | to sing", of which the infinitive says what for.

    Args:
        tree: of the article.
        at: the verb.
        own: it is of an act of the one who does it, not of another whom he bids.
    """
    thing = tree.child(at, "obj")
    for child in tree.children(at, "xcomp", "ccomp", "advcl"):
        agreed = (
            answered(tree, at) if own and thing is None else None
        )  # to a truce | to end the war
        if agreed is not None and at < agreed < child and tree.words[agreed].upos == "NOUN":
            return agreed, "on"
        marks = {tree.lows[n] for n in tree.children(child, "mark")}
        what_for = (
            tree.relation(child) == "advcl"
            and thing is not None
            and (own or not somebody(tree, thing))
            and tree.lows[thing] not in RIGHTS
        )
        if (
            "to" in marks
            and tree.words[child].upos in ("VERB", "AUX", "ADJ", "NOUN")
            and not what_for
        ):
            return child, "to"
        if "from" in marks and tree.words[child].upos == "VERB":
            return child, "from"
        if thing is None and tree.lows[child].endswith("ing") and tree.relation(child) != "advcl":
            return child, "ing"  # pushed back, | defending it
        if tree.relation(child) == "ccomp":
            return child, "that"
    if thing is None and tree.words[at].relation == "acl" and agent(tree, at) is not None:
        thing = tree.words[at].head
    if thing is None and tree.child(at, "compound:prt") is not None:  # ruled out | talks
        bare = (n for n in tree.children(at, "obl") if n > at and not tree.children(n, "case"))
        thing = next((n for n in bare if tree.words[n].entity != "time"), None)
    if thing is None or tree.words[thing].upos not in ("NOUN", "PROPN"):
        return None, ""
    deed = deed_of(tree, thing)
    told = deed != thing and tree.words[thing].entity in ("person", "organization")
    return (deed, "to") if told else (thing, "np")  # told its drivers to stop


def _noun(
    tree: Tree,
    at: int,
    held: Sequence[Sense],
    known: Mapping[str, tuple[Sense, ...]],
    marks: Marking,
) -> Bond | None:
    """A noun with an infinitive, or with "on" or "of" and a deed: "a pledge to pay", "obligations on separating", "his promise of paying"."""
    action = next(
        (
            n
            for n in tree.children(at, "acl", "nmod")
            if tree.words[n].upos == "VERB"
            and any(
                tree.lows[m] in ("to", "on")
                or (tree.lows[m] == "of" and tree.lows[n].endswith("ing"))
                for m in tree.children(n, "mark", "case")
            )
        ),
        None,
    )
    opens = {tree.lows[n] for n in tree.children(action, "mark")} if action is not None else {""}
    fits = [s for s in held if s.frame in (ANY, *opens)]
    if action is None or not fits or any(tree.lows[n] == "no" for n in tree.children(at, "det")):
        return None
    by, to = possessor(tree, at), None
    by = _of_whom(tree, at, action) if by is None else by
    above = tree.words[at].head
    if tree.relation(at) in ("obj", "conj", "nsubj") and above != at:
        verb = tree.words[above].head if tree.relation(at) == "conj" else above
        senses = known.get(tree.lows[verb], ())
        answers = any(
            Act(s.act) in (Act.REFUSE, Act.AGREE, Act.DENY) and s.pos == "verb" for s in senses
        )
        if answers and by is not None:
            to = doer(tree, verb)
        elif by is None and marks.tells(tree.lows[verb], "gives_word"):
            given = next(
                (
                    n
                    for n in (*tree.children(verb, "iobj"), *tree.children(at, "compound"))
                    if somebody(tree, n)
                ),
                None,
            )
            by, to = doer(tree, verb), given if given is not None else to
        elif by is None and marks.tells(tree.lows[verb], "keeps_word"):
            by = doer(tree, verb)
    who = tree.child(action, "nsubj")
    if to is None and does(tree, action, who):
        to = who  # calls for | the minister | to resign
    if by is None:
        return None
    force, because = FORCES[Act(fits[0].act)], (tree.words[at].span,)
    return Bond(force, action, because, "force_of_noun", by=by, to=to, over=(at,))


def _of_whom(tree: Tree, noun: int, action: int) -> int | None:
    """Whose it is that is told with "of" before its infinitive: "the refusal | of the board | to pay"."""
    return next(
        (
            n
            for n in tree.children(noun, "nmod")
            if n < action
            and somebody(tree, n)
            and any(tree.lows[m] == "of" for m in tree.children(n, "case"))
        ),
        None,
    )


def _is_named(tree: Tree, at: int) -> bool:
    """Whether a verb only names a deed, or a noun one that is not there: "| telling them to go | is wrong", "no evidence of her | intent"."""
    if tree.words[at].upos == "NOUN":
        above = tree.words[at].head
        return tree.relation(at) == "nmod" and any(
            tree.lows[n] in ("no", "without") for n in tree.children(above, "det", "case")
        )
    over = tree.words[at].head
    first = min(tree.below(over)) == min(tree.below(at))
    subject = tree.relation(at) == "csubj" or (
        tree.relation(at) == "advcl" and first and tree.child(over, "nsubj", "expl") is None
    )
    return subject and tree.lows[at].endswith("ing") and tree.child(over, "cop", "aux") is not None


def _negated_before(tree: Tree, at: int) -> bool:
    """Whether a negation stands close before a verb in its clause, wherever a tree hangs it: "did not at any time urge"."""
    for n in range(at - 1, max(-1, at - NEAR - 1), -1):
        if (
            tree.words[n].upos in ("PUNCT", "CCONJ", "SCONJ", "VERB", "NOUN")
            and tree.lows[n] != "time"
        ):
            return False
        if tree.lows[n] in NOT:
            return True
    return False


def _unreal(tree: Tree, at: int) -> bool:
    """Whether it is only thought of: under a condition, could be, is not, is asked, is refused."""
    lows = tree.lows
    helps = {lows[n] for n in tree.children(at, "aux", "advmod", "det")} | shared_helps(tree, at)
    if tree.words[at].upos == "NOUN":  # it would take | an order to open it
        helps |= {lows[n] for n in tree.children(tree.words[at].head, "aux")} & MAYBE
    if (
        helps & (MAYBE | NOT)
        or imagined(tree, at)
        or _negated_before(tree, at)
        or _is_named(tree, at)
    ):
        return True
    for above in tree.up(at):
        if marking().tells(lows[above], "leaves_undone"):
            return True
        if tree.relation(above) in ("root", "parataxis"):
            break
    return tree.relation(at) in ("xcomp", "ccomp") and marking().tells(
        lows[tree.words[at].head], "leaves_undone"
    )
