"""Idle: what looks like an action that somebody is bound to, and is none: what befalls one, what is so, what things bring, what is done.

Source: Searle (1976): the content of a commissive or a directive is a future act of somebody.
"""

from hearsay.language.lexicon import lexicon
from hearsay.language.marking import Marking
from hearsay.language.senses import past_alone, senses
from hearsay.reader.acts.bond import BIDS, DIRECTIVE, FORCES, Bond
from hearsay.reader.acts.existing import existing
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.sides import BODIES
from hearsay.reader.acts.slots import doer
from hearsay.reader.tree import Tree
from hearsay.reading.attribution import Act, Mode
from hearsay.reading.commitment import Force

THINGS = frozenset({"abstract", "event", "object", "substance", "time"})
RELATIVE = frozenset({"that", "which"})
TELLS = frozenset({"is", "are", "was", "were", "'s", "has", "have", "had", "do", "does", "did"})


def idle(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether an action is none that somebody can bind himself or another to: "thank God", "we will not have a country"."""
    low = tree.lows[bond.action]
    if tree.words[bond.action].upos == "AUX":
        return True  # we won't: what, stands elsewhere
    if any(
        rule(tree, bond, marks)
        for rule in (
            _says_how,
            _had,
            _thinks,
            _is_told_of,
            _only_tries,
            _is_needed,
            _only_thinks,
            _did,
        )
    ):
        return True
    over = tree.words[bond.action].head if tree.relation(bond.action) == "xcomp" else bond.action
    if existing(tree, over) is not None:
        return True  # there has | to be a limit: what is there, is no deed
    if bond.force in DIRECTIVE:
        if _let_me(tree, bond, marks):
            return True
        leave = bond.force is Force.PERMIT and marks.tells(low, "befalls")  # you may think
        bare = tree.child(bond.action, "nsubj", "aux", "ccomp", "mark") is None
        bare = bare and _of_hearer(tree, bond)
        owed = bond.force is Force.URGE and tree.child(bond.action, "aux") is not None
        got = owed and (low == "get" or marks.tells(low, "happens_word"))  # he should get a boost
        return leave or got or (bare and marks.tells(low, "idle_bid"))
    state = tree.child(bond.action, "cop") is not None  # "it is going to be all right"
    if bond.force is Force.PROMISE and is_so(tree, bond.action):
        return True
    return (state and bond.force in (Force.PROMISE, Force.INTEND)) or (
        bond.force not in (Force.RESERVE, Force.THREATEN) and marks.tells(low, "befalls")
    )


def _only_tries(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether somebody is told to be at it, or to have chosen it: "I try to explain it"; "I chose to go". Leaves: "I will try to go"."""
    words = [n for span in bond.because for n in tree.over(span)]
    tries = any(marks.tells(tree.lows[n], "mere_try") for n in words)
    weighs = any(marks.tells(tree.lows[n], "only_weighs") for n in words)
    will = bool(bond.over) and not weighs and bool(WILL & {tree.lows[n] for n in words})
    return bond.force is Force.INTEND and tries and not will


def tries(tree: Tree, cue: int | None, marks: Marking) -> bool:
    """Whether a cue tells of a mere try, or of a choice: "tried | to go". Leaves: "chose not | to go", which is given up."""
    if cue is None or not marks.tells(tree.lows[cue], "mere_try"):
        return False
    deed = tree.child(cue, "xcomp")
    return deed is None or all(
        tree.lows[n] not in ("not", "never") for n in tree.children(deed, "advmod")
    )


def _only_thinks(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether somebody would not do in thought alone: "I would not bet on it"."""
    return bond.force is Force.REFUSE and marks.tells(tree.lows[bond.action], "thinks_little")


def _did(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether a deed was done: "the army committed | a crime"."""
    return bool(bond.over) and _done(tree, bond.over[0], bond.action, marks)


def _is_needed(tree: Tree, bond: Bond, _: Marking) -> bool:
    """Whether it is told what must be so, or has to be done for an end, which bids nobody.

    Takes: "I should say", "this has to be the third flood", "she needs to win Ohio | in order to stay", "| to get them, he must |
    pay". Leaves: "America must be strong", "it should be free", "we have to act to protect them".
    """
    words = {tree.lows[n] for span in bond.because for n in tree.over(span)}
    if bond.force is not Force.URGE or not words & (MUST | {"should"}):
        return False
    who = tree.subject(bond.action)
    who = tree.subject(bond.over[0]) if who is None and bond.over else who
    if who is not None and (tree.lows[who] == "i" or _brings(tree, who, bond.action)):
        return True
    if not words & MUST:
        return False
    state = tree.child(bond.action, "cop") is not None
    if state and who is not None and tree.lows[who] in NOBODYS:
        return True
    first, last = min(tree.below(bond.action)), max(tree.below(bond.action))
    ends = [" ".join(tree.lows[n : n + 3]) for n in range(first, last)]
    above = bond.over[0] if bond.over else bond.action
    fronted = [n for n in tree.children(above, "advcl") if n < above and tree.child(n, "mark")]
    fronted = [n for n in fronted if tree.lows[tree.children(n, "mark")[0]] == "to"]
    return "in order to" in ends or bool(fronted)


def _brings(tree: Tree, who: int, action: int) -> bool:
    """Whether a thing is told to bring something: "this | should free up men". Leaves: "this should be stopped", "the state should free them"."""
    thing = tree.lows[who] in NOBODYS - {"you"}
    thing = thing or (
        tree.words[who].upos == "NOUN" and tree.words[who].entity in ("event", "abstract")
    )
    active = tree.child(action, "aux:pass", "cop", "nsubj:pass") is None
    return thing and active and tree.child(action, "obj") is not None


MUST = frozenset({"must", "has", "have", "had", "need", "needs", "needed", "ought"})
NOBODYS = frozenset({"it", "this", "that", "there", "these", "those", "you"})


def _says_how(tree: Tree, bond: Bond, _: Marking) -> bool:
    """Whether words only tell how somebody would do it: "explained | how she would deal with it". Leaves: "how will we pay? We will borrow"."""
    helps = tree.children(bond.action, "aux")
    opens = [n for n in tree.children(bond.action, "advmod", "mark") if tree.lows[n] in HOW]
    who = tree.child(bond.action, "nsubj")
    return bool(helps) and who is not None and any(n < who < helps[0] for n in opens)


HOW = frozenset({"how", "why"})


def _is_told_of(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether words that bid are told of something else: "the | need | to rescue them", "| forcing | them to flee", "I ask | if it can be done"."""
    words = [n for span in bond.because for n in tree.over(span)]
    noun = any(tree.lows[n] == "need" and tree.words[n].upos == "NOUN" for n in words)
    came = any(marks.tells(tree.lows[n], "brings_about") for n in words)
    asks = any(tree.lows[n] in ("if", "whether") for n in tree.children(bond.action, "mark"))
    asks = asks and bond.force in BIDS and bool(bond.over)
    return (noun and bond.force in DIRECTIVE) or came or asks


def _had(tree: Tree, bond: Bond, _: Marking) -> bool:
    """Whether something was done, or meant once: "said she’d | seen it", "“we were going to | win”". Leaves: "she’d | see it", "he’d | put it to a vote"."""
    helps = [tree.lows[n] for n in tree.children(bond.action, "aux")]
    over = {tree.lows[m] for n in bond.over for m in tree.children(n, "aux")}
    quoted = bond.said is not None and bond.said.mode is Mode.DIRECT
    if bond.force is Force.INTEND and quoted and over & {"was", "were"}:
        return True
    if bond.force in (Force.INTEND, Force.PROMISE) and helps and HAD.issuperset(helps):
        return True
    low = tree.lows[bond.action]
    done = low in past_alone() or (low.endswith("ed") and not low.endswith("eed"))
    return bond.force in OWN and helps == ["'d"] and done


HAD = frozenset({"has", "have", "had", "been"})
OWN = (Force.PROMISE, Force.INTEND, Force.THREATEN, Force.REFUSE)


def _thinks(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether somebody is only of one mind with another: "I agree that it | is old", "I can | say the same", "do not agree with it".

    Leaves: "we agree to the plan", "we do not agree to it".
    """
    low, helps = tree.lows[bond.action], {tree.lows[n] for n in tree.children(bond.action, "aux")}
    if bond.force is Force.AGREE:
        says = "can" in helps and marks.tells(low, "telling")
        whole = tree.child(bond.action, "nsubj", "nsubj:pass") is not None
        over = any(tree.lows[n].startswith("agree") for n in bond.over)
        return says or (whole and over)
    shared = (m for n in tree.children(bond.action, "obl") for m in tree.children(n, "case"))
    return (
        bond.force is Force.REFUSE
        and low == "agree"
        and any(tree.lows[m] in ("with", "on") for m in shared)
    )


def _let_me(tree: Tree, bond: Bond, marks: Marking) -> bool:
    """Whether somebody bids only to be listened to: "let me | tell you", "let me | be clear". Leaves: "let me | go"."""
    let = next(
        (n for n in (*bond.over, tree.words[bond.action].head) if tree.lows[n] == "let"), None
    )
    if let is None and tree.lows[bond.action] == "let":
        let = bond.action
    if let is None:
        return False
    deed = tree.child(let, "ccomp", "xcomp")
    me = let + 1 < len(tree.lows) and tree.lows[let + 1] == "me"
    low = tree.lows[deed] if deed is not None else ""
    return me and marks.tells(low, "telling", "speaks_up")


def _of_hearer(tree: Tree, bond: Bond) -> bool:
    """Whether a bid has no object but who speaks: "believe me", "look". Leaves: "believe the board"."""
    thing = tree.child(bond.action, "obj")
    return thing is None or tree.lows[thing] in ("me", "us")


def is_so(tree: Tree, action: int) -> bool:
    """Whether a clause tells what is or was so, and not what will be: "I promise you, it | does not depend | on him".

    Leaves: "I promise that nobody | will be sacked", "… | is leaving".
    """
    helps = {tree.lows[n] for n in tree.children(action, "aux", "cop")}
    told = tree.child(action, "nsubj", "nsubj:pass") is not None and bool(helps & TELLS)
    return told and not helps & WILL and not tree.lows[action].endswith("ing")


def nobodys_word(tree: Tree, force: Force, cue: int, action: int, marks: Marking) -> bool:
    """Whether a verb that may bind tells here of what things bring about, or of a deed that was done.

    Takes: "events that | allow | them to meet voters", "the crisis | demands | action", "an act | committed | by drivers".
    Leaves: "the treaty | allows | them to fish", "a letter | demands | action", "the port | allows | them to".
    """
    one = force is Force.REFUSE and (
        _is_one(tree, action) or _only_against(tree, cue, action, marks)
    )
    whom = tree.child(cue, "obj", "iobj") if force is Force.PERMIT else None
    one = one or (whom is not None and tree.lows[whom] in SELF)  # allowed himself to answer
    if force in BIDS and tree.words[cue].upos == "VERB":
        opens = {tree.lows[n] for n in tree.children(action, "case", "mark")}
        beside = {"to", "on", "upon"} if tree.words[action].upos in NOMINAL else set()
        one = one or bool(opens & {"about", *beside})
    one = one or _is_had(tree, force, cue, action, marks)
    return one or _of_thing(tree, force, cue, marks) or _done(tree, cue, action, marks)


def _is_had(tree: Tree, force: Force, cue: int, action: int, marks: Marking) -> bool:
    """Takes: "accepted | the award", "prevents | the disease", "lifted | a sign". Leaves: "accepted | the offer", "prevents | him from sailing", "lifted | the ban"."""
    noun, low = tree.words[action].upos in NOMINAL, tree.lows[cue]
    if force is Force.PERMIT and low.startswith("lift"):
        return noun and not marks.tells(tree.lows[action], "is_lifted")
    if force is Force.AGREE and low.startswith("accept"):
        sums = any(tree.words[n].upos in ("NUM", "SYM") for n in tree.below(action))
        return noun and (marks.tells(tree.lows[action], "is_received") or sums)
    return force is Force.FORBID and low.startswith("prevent") and noun


NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def _is_one(tree: Tree, action: int) -> bool:
    """Whether what is refused is somebody, and no deed: "opposed to | Lund", "rebuffed | a heckler". Leaves: "forbade | him to go"."""
    word = tree.words[action]
    named = word.entity == "person" and word.upos in ("NOUN", "PROPN")
    deeds = tree.children(action, "acl")
    named = named and tree.child(action, "cop") is None  # refused to be the one
    return named and not any(tree.lows[m] == "to" for n in deeds for m in tree.children(n, "mark"))


def _only_against(tree: Tree, cue: int, action: int, marks: Marking) -> bool:
    """Whether somebody is against what nobody asked of him or put to him: "opposes | abortion". Leaves: "opposes | the plea", "opposed | the plan"."""
    return marks.tells(tree.lows[cue], "stands_against") and not was_put(tree, cue, action)


def was_put(tree: Tree, cue: int, action: int) -> bool:
    """Whether a word governs what somebody asked, offered or planned: "resisted | calls for it", "blocked | the plan to cut it"."""
    return any(
        FORCES.get(Act(sense.act)) in PUT
        for n in (action, *(above for above in tree.up(action) if above > cue))
        for sense in senses().get(tree.lows[n], ())
        if sense.pos == "noun"
    )


PUT = (Force.REQUEST, Force.URGE, Force.PROMISE, Force.INTEND, Force.AGREE)
"""What is asked, offered or planned can be refused."""


def _of_thing(tree: Tree, force: Force, cue: int, marks: Marking) -> bool:
    """Whether a verb is told of a thing that has no word of its own, neither a document nor a body."""
    if force is Force.PERMIT and _brought_about(tree, cue, marks):
        return True
    who = doer(tree, cue) if tree.words[cue].upos == "VERB" else None
    if who is not None and tree.lows[who] in RELATIVE and tree.relation(cue) == "acl":
        who = tree.words[cue].head
    if who is None or force is Force.FORBID or tree.child(cue, "aux:pass") is not None:
        return False
    deed = tree.words[who].upos == "VERB"  # going to court | allowed | them to stay
    thing = deed or (tree.words[who].upos in NAMES and tree.words[who].entity in THINGS)
    low = tree.lows[who]
    told = any(s.pos == "noun" and Act(s.act) in FORCES for s in senses().get(low, ()))
    paper = marks.tells(low, "lays_down", "goes_to_somebody")
    word = low in lexicon().nouns or low in OTHERS or paper or told
    return thing and not (word or any(marks.tells(low, f"body_{kind}") for kind in BODIES))


NAMES = ("NOUN", "PROPN")
OTHERS = ("latter", "former", "other", "others")
"""Words for whoever was named before."""


def _brought_about(tree: Tree, cue: int, marks: Marking) -> bool:
    """Whether what a clause tells lets somebody do something: "lost in Vermont, | allowing | her to lead". Leaves: "ruled for them, allowing them to stay"."""
    above = tree.words[cue].head
    beside = tree.relation(cue) == "advcl" and tree.lows[cue].endswith("ing") and above < cue
    return beside and not marks.tells(tree.lows[above], "settles_it")


def _done(tree: Tree, cue: int, action: int, marks: Marking) -> bool:
    """Takes: "committed | the crime", "undertook | a review", "offers | rare insight", "by offering | the watch", "offered | kind words". Leaves: "committed | to pay", "committed £4m | to the road", "offered | a reward"."""
    if tree.words[cue].upos != "VERB":
        return False
    if tree.lows[cue].startswith("offer"):
        means = any(tree.lows[n] == "by" for n in tree.children(cue, "mark", "case"))
        thing = tree.words[action].upos in ("NOUN", "PROPN")
        money = any(tree.words[n].upos in ("NUM", "SYM") for n in tree.below(action))
        told = any(
            sense.pos == "noun" and Act(sense.act) in FORCES
            for sense in senses().get(tree.lows[action], ())
        )
        bound = money or told or marks.tells(tree.lows[action], "offered_thing")
        return means or (thing and not bound)
    if not tree.lows[cue].startswith(("commit", "undert")):
        return False
    to = any(
        tree.lows[m] == "to"
        for n in tree.held[cue]
        if n > cue
        for m in (*tree.children(n, "case", "mark"), n)
    )
    return not to and tree.words[action].upos == "NOUN"
