"""Slots: who and what hang on a word that binds: who does it, to whom, the action that it governs.

Source: Huddleston & Pullum (2002), ch. 4 and 14, on complements and on whom an infinitive is understood of.
"""

from collections.abc import Sequence

from hearsay.language.marking import marking
from hearsay.language.senses import senses
from hearsay.reader.acts.clauses import NOBODY
from hearsay.reader.acts.helping import TO_COME
from hearsay.reader.tree import Tree
from hearsay.text.span import Span


def governed(tree: Tree, at: int) -> int | None:
    """What a predicate governs: "going | to send", "inexpedient | to resume". Leaves: "if it rains, …"."""
    inner = tree.child(at, "csubj", "xcomp", "ccomp", "acl")
    if inner is not None:
        return inner
    return next(
        (
            n
            for n in tree.children(at, "advcl")
            if any(tree.lows[m] == "to" for m in tree.children(n, "mark"))
        ),
        None,
    )


def answered(tree: Tree, at: int) -> int | None:
    """What is agreed to or not: "cannot agree to | the deployment"."""
    thing = tree.child(at, "obj")
    if thing is not None:
        return thing
    return next(
        (
            n
            for n in tree.children(at, "obl")
            if any(tree.lows[m] in ("to", "with") for m in tree.children(n, "case"))
        ),
        None,
    )


def asked_of(tree: Tree, verb: int, inside: Sequence[int]) -> int | None:
    """What somebody is asked for, both in a content: "asked | the firms for money", the money. Leaves: "asked nobody for it"; "asked | for the names"."""
    whom = tree.child(verb, "obj", "iobj")
    none = whom is None or whom not in inside or tree.lows[whom] in NOBODY
    if whom is None or none or not somebody(tree, whom):
        return None
    after = (n for n in tree.children(verb, "obl") if n in inside and n > whom)
    return next(
        (n for n in after if any(tree.lows[m] == "for" for m in tree.children(n, "case"))), None
    )


def given(tree: Tree, cue: int, inside: Sequence[int]) -> int | None:
    """Of two objects in a content what is given: "promised | the opposition a debate", the debate."""
    things = [n for n in tree.children(cue, "iobj", "obj") if n in inside]
    return things[-1] if len(things) > 1 else None


def deed_of(tree: Tree, at: int) -> int:
    """The action that a noun for asking, promising or leave stands for, or somebody bidden: of "a request to cross", "cross".

    Leaves: "a month to prepare", "a committee to oversee it", of which the infinitive says what for.
    """
    if tree.words[at].upos not in ("NOUN", "PROPN") or not has_deed(tree, at):
        return at
    inner = [
        n
        for n in tree.children(at, "acl")
        if any(tree.lows[m] in ("to", "from") for m in tree.children(n, "mark"))
    ]
    return inner[0] if inner else at


def has_deed(tree: Tree, at: int) -> bool:
    """Whether a noun stands for an action that is told after it, or for who is to do it: "a request", "the right", "its crews"."""
    low = tree.lows[at]
    speaks = any(sense.pos == "noun" for sense in senses().get(low, ()))
    return speaks or marking().tells(low, "chance_noun") or tree.words[at].entity == "person"


def told_to(tree: Tree, at: int, inside: set[int]) -> int | None:
    """Who is asked, told, promised: the object of the word, or what follows "to"."""
    for n in tree.children(at, "iobj", "obj"):
        behind = n > at or tree.words[n].upos == "PRON"  # Lund is said to have asked | them
        timed = tree.words[n].entity == "time" or marking().tells(tree.lows[n], "time_noun")
        if n not in inside and not timed and behind:
            return n
    told = tree.child(at, "iobj")  # asked | the bank to hold its rate
    if told is not None:
        return told
    for n in tree.children(at, "obl", "nmod"):
        opener = {tree.lows[m] for m in tree.children(n, "case")}
        timed = tree.words[n].entity == "time"
        if n not in inside and opener & BESIDE and somebody(tree, n) and not timed:
            return n
    return None


def written_to(tree: Tree, at: int) -> int | None:
    """To whom the paper or the speech goes in which something is said: "in a letter to | the whip, they demand …", "wrote to | him".

    Leaves: "in a reply handed to the ambassador", who only carries it; "in a visit to the port".
    """
    if tree.lows[at] in WRITES:
        for n in tree.children(at, "obl"):
            to = any(tree.lows[m] == "to" for m in tree.children(n, "case"))
            if to and (
                tree.words[n].entity in ("person", "organization") or tree.words[n].upos == "PROPN"
            ):
                return n
    for paper in tree.children(at, "obl"):
        if not marking().tells(tree.lows[paper], "goes_to_somebody"):
            continue
        for n in tree.children(paper, "nmod"):
            to = any(tree.lows[m] == "to" for m in tree.children(n, "case"))
            if to and tree.words[n].entity in ("person", "organization"):
                return n
    return None


WRITES = frozenset({"write", "writes", "wrote", "written", "writing"})

BESIDE = frozenset({"to", "with", "on", "upon"})
"""What stands before whom a verb of bidding or promising is said to: "called on the board", "pleaded with them"."""


WHOLE = frozenset({"both", "all", "each", "either"})
"""Words for everybody of some: "both of them"."""


def bidden(tree: Tree, cue: int, action: int) -> int | None:
    """Who stands between a word of bidding and what is bidden, wherever a tree hangs them.

    Takes: "asked | the bank | to hold", where a tree takes the bank for the object of "hold"; "demanded that | Ms Sool | publish".
    Leaves: "asked to leave".
    """
    marks = [n for n in tree.children(action, "mark") if cue < n < action]
    to = next((n for n in marks if tree.lows[n] == "to"), None)
    if to is not None or tree.lows[action] == "to":
        to = action if to is None else to
        around = (
            *tree.children(cue, "obj", "iobj", "obl", "nsubj"),
            *tree.children(action, "obj", "iobj", "nsubj"),
        )
        return next((n for n in around if cue < n < to and _is_bid(tree, n)), None)
    that = next((n for n in marks if tree.lows[n] == "that"), None)
    if that is None or tree.child(action, "nsubj", "nsubj:pass", "expl") is not None:
        return None
    return next(
        (n for n in range(action - 1, that, -1) if tree.words[n].upos in ("PROPN", "PRON", "NOUN")),
        None,
    )


def _is_bid(tree: Tree, at: int) -> bool:
    """Whether a word before a "to" is for who is bidden: a country and "both of them" too."""
    opener = {tree.lows[n] for n in tree.children(at, "case")}
    if opener - BESIDE - {"for"} or marking().tells(tree.lows[at], "time_noun"):
        return False  # the bank was told | by the regulator | to wait; called | Wednesday | for her to go
    place = tree.words[at].entity == "place" and opener <= {"to"}
    return somebody(tree, at) or place or tree.lows[at] in WHOLE


def does(tree: Tree, verb: int, subject: int | None) -> bool:
    """Whether a subject is somebody who does what its verb says: not "that he be freed", "that the gates stay shut"."""
    if subject is None or tree.words[subject].relation != "nsubj" or not somebody(tree, subject):
        return False
    return tree.child(verb, "cop", "aux:pass") is None


def bidden_deed(tree: Tree, cue: int, inside: Sequence[int]) -> int | None:
    """The infinitive that says what somebody is bidden to, wherever a tree hangs it.

    Takes: "begged | anyone who saw it | to call", where a tree hangs it in the clause with "who"; "begged | her not to"; "barred
    | banks from clearing".
    Leaves: "asked | for time to think", of which the noun is asked for.
    """
    whom = next((n for n in tree.children(cue, "iobj", "obj") if n > cue), None)
    if whom is None or not (
        somebody(tree, whom)
        or tree.words[whom].entity == "place"  # ordered | his office, with others, to pay
        or marking().tells(tree.lows[whom], "body_council")
    ):
        return None
    below = {*tree.below(whom)}
    for n in inside:
        if n < whom or tree.lows[n] not in ("to", "from", "against"):
            continue
        verb = tree.words[n].head if tree.relation(n) == "mark" else n
        above = tree.words[verb].head
        if tree.words[verb].upos in ("VERB", "AUX", "PART") and (above == cue or above in below):
            return verb
    return None


def comes(tree: Tree, at: int) -> bool:
    """Whether a verb is of coming somewhere, which one does: "we’ll come | to the table". Leaves: "we will come last"."""
    where = ("to", "back", "along", "with", "into", "for")
    beside = [m for n in tree.children(at, "obl") for m in tree.children(n, "case")]
    beside += tree.children(at, "advmod", "compound:prt")
    return tree.lows[at] == "come" and any(tree.lows[n] in where for n in beside)


def somebody(tree: Tree, at: int) -> bool:
    """Whether a word is for a person or a body."""
    return tree.words[at].upos in ("PROPN", "PRON") or tree.words[at].entity in (
        "person",
        "organization",
    )


def same_as_before(tree: Tree, at: int, to: int | None) -> int | None:
    """Whom a pronoun for an addressee means: whom the verb before is done to: "gave the army leave …, but asked it to"."""
    if (
        to is None
        or tree.lows[to] not in ("it", "them", "him", "her")
        or tree.relation(at) != "conj"
    ):
        return to
    above = tree.words[at].head
    inner = tree.child(above, "csubj", "ccomp")
    for verb in (above, inner):
        told = tree.child(verb, "iobj") if verb is not None else None
        if told is not None:
            return told
    return to


UNREAL = frozenset({"if", "unless", "whether", "without", "provided", "providing", "until"})


def imagined(tree: Tree, at: int) -> bool:
    """Whether a deed stands under a condition: "if Lund refuses to …"; "whether he would refuse"."""
    for above in (at, *tree.up(at)):
        marks = {tree.lows[n] for n in tree.children(above, "mark")}
        held = above != at and marking().tells(
            tree.lows[above], "supposes"
        )  # provided | she agrees
        if marks & UNREAL or held or _turned(tree, above):
            return True
        if tree.relation(above) in ("advcl", "acl") and _supposed(tree, above):
            return True
        if tree.relation(above) in ("root", "parataxis"):
            return False
    return False


def _turned(tree: Tree, clause: int) -> bool:
    """Takes: "| should voters reject the plan, …". Leaves: "voters should reject the plan"; "should voters reject it?", which asks."""
    subject = tree.child(clause, "nsubj", "expl")
    helps = tree.children(clause, "aux", "cop", "mark")
    if tree.relation(clause) != "advcl" or subject is None or not helps:
        return False
    first = min(n for n in tree.below(clause) if tree.words[n].upos != "PUNCT")
    return helps[0] == first < subject and tree.lows[first] in ("should", "had", "were")


def _supposed(tree: Tree, clause: int) -> bool:
    """Whether a clause opens with a word for what is only thought of."""
    words = tree.below(clause)
    first = min(words)
    opens = marking().found(tree.lows, first, max(words) + 1, "supposes")
    return any(one.first == first for one in opens)


def _is_name(tree: Tree, at: int) -> bool:
    """Whether a helping verb is none, but a name: "Senator | Will | Tarver called"."""
    inner = at > 0 and tree.words[at - 1].sentence == tree.words[at].sentence
    return inner and tree.words[at].span.cut(tree.text)[:1].isupper()


def shared_helps(tree: Tree, at: int) -> set[str]:
    """The words that help verbs on which a bare one hangs: "could link it or | rule it out", "cannot continue to | allow it".

    Leaves: "could not sleep and asked them to go", which has a form of its own.
    """
    out: set[str] = set()
    while tree.relation(at) in ("conj", "xcomp") and tree.words[at].head != at:
        low = tree.lows[at]
        bare = any(sense.lemma.split(" ")[0] == low for sense in senses().get(low, ()))
        own = tree.child(at, "nsubj", "nsubj:pass", "aux") is not None
        if own or tree.words[at].upos == "NOUN" or not (bare or tree.relation(at) == "xcomp"):
            break
        at = tree.words[at].head
        out |= {tree.lows[n] for n in tree.children(at, "aux", "advmod")}
    return out


def to_come(tree: Tree, at: int) -> bool:
    """Whether a deed is still to be done, or may never be: "she would recommend it", "wants to ban it".

    Leaves: "continued to demand it", "had to refuse it", which is done.
    """
    helps = (n for n in tree.children(at, "aux") if tree.lows[n] in TO_COME)
    joined = tree.relation(at) == "conj" and shared_helps(tree, at) & TO_COME
    if joined or any(not _is_name(tree, n) for n in helps):
        return True
    if {tree.lows[n] for n in tree.children(at, "aux")} & {"have"}:
        return False  # is said to have urged it
    to = {tree.lows[n] for n in tree.children(at, "mark")} & {"to"}
    above = tree.words[at].head
    done = marking().tells(tree.lows[above], "goes_on", "goes_to_tell")
    coming = {tree.lows[n] for n in tree.children(above, "aux")} & TO_COME
    done = (done or tree.lows[above] in ("had", "has", "have")) and not coming
    return bool(to) and above != at and tree.relation(at) in BARE and not done


BARE = ("xcomp", "advcl", "acl", "csubj", "ccomp")
"""How an infinitive hangs that tells of no deed that was done: "has earned the right | to order it", "it is enough | to agree"."""


def lets_not(tree: Tree, at: int) -> bool:
    """Whether leave is told as not given: "does not let | ferries pass". Leaves: "may not let them"; "is not authorised to speak", of who speaks all the same."""
    no = not tree.lows[at].startswith("authori")
    no = no and any(tree.lows[n] in ("not", "n't") for n in tree.children(at, "advmod"))
    helps = {tree.lows[n] for n in tree.children(at, "aux", "aux:pass")}
    return no and bool(helps) and helps <= LETTING


LETTING = frozenset({"do", "does", "did", "will", "wo", "would", "is", "are", "was", "were", "be"})


def possessor(tree: Tree, at: int) -> int | None:
    """Whose it is: "the military's request", "a request by the military", "turned down a plea | from his lawyers | that he go"."""
    own = tree.child(at, "nmod:poss")
    if own is not None:
        return own
    above = tree.words[at].head
    hung = [n for n in tree.children(above, "obl") if n > at and min(tree.below(n)) == at + 1]
    return next(
        (
            n
            for n in (*tree.children(at, "nmod"), *hung)
            if any(tree.lows[m] in ("by", "from") for m in tree.children(n, "case"))
            and somebody(tree, n)
        ),
        None,
    )


def agent(tree: Tree, at: int) -> int | None:
    """Who does what is told in the passive: "by the port"."""
    return next(
        (
            n
            for n in tree.children(at, "obl")
            if any(tree.lows[m] == "by" for m in tree.children(n, "case"))
            and tree.words[n].entity != "time"
        ),
        None,
    )


def is_passive(tree: Tree, cue: Span | None) -> bool:
    """Whether a cue tells to whom something was said, and not by whom: "they were told", "he has been assured"."""
    return cue is not None and any(
        tree.child(n, "aux:pass") is not None and agent(tree, n) is None for n in tree.over(cue)
    )


def by_whom(tree: Tree, at: int) -> int | None:
    """Who does what a word says, in the active or in the passive: "the crew was asked | by the owner"."""
    passive = tree.child(at, "nsubj:pass", "aux:pass") is not None
    asked = tree.relation(at) in ("advcl", "acl") and tree.lows[at].endswith("ed")
    asked = asked and tree.child(at, "nsubj", "aux", "mark") is None  # Asked to condemn it, Lund …
    return agent(tree, at) if passive or asked else doer(tree, at)


def doer(tree: Tree, at: int) -> int | None:
    """Who does it: the subject; for a verb without one, the subject or the object of the word that governs it."""
    own = tree.subject(at)
    if own is not None:
        return own if tree.relation(own) == "nsubj" else None
    above = tree.words[at].head
    relation = tree.relation(at)
    if above == at:
        return None
    if relation == "acl":
        if tree.words[at].relation.endswith("relcl") or tree.lows[at].endswith("ing"):
            return above
        return holder(tree, above)
    if relation in ("advcl", "xcomp", "ccomp", "conj", "parataxis"):
        thing = tree.child(above, "iobj", "obj") if relation == "xcomp" else None
        return thing if thing is not None else doer(tree, above)
    return None


def holder(tree: Tree, noun: int) -> int | None:
    """Who is to do what hangs on a noun: of "give them a chance to keep it", "them"."""
    own = possessor(tree, noun)
    if own is not None or tree.relation(noun) != "obj":
        return own
    verb = tree.words[noun].head
    given = tree.child(verb, "iobj")
    return given if given is not None else doer(tree, verb)
