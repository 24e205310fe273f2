"""Deeds: whether what a word of asking, wanting or promising governs is something that somebody is to do.

Source: Searle (1976): the content of a commissive or a directive is a future act of somebody.
"""

from hearsay.language.marking import Marking
from hearsay.reader.acts.bond import DIRECTIVE
from hearsay.reader.acts.helping import WILL
from hearsay.reader.acts.idle import is_so, nobodys_word
from hearsay.reader.acts.slots import somebody
from hearsay.reader.tree import Tree
from hearsay.reading.commitment import Force

ASKS_WHAT = frozenset(
    {"what", "who", "whom", "why", "how", "when", "where", "which", "whether", "if"}
)
GIVING = (Force.PROMISE, Force.INTEND, Force.PERMIT)
TOLD = frozenset(
    {"is", "are", "was", "were", "am", "'s", "’s", "has", "have", "had", "did", "does", "do", "will", "wo", "would"}
)  # fmt: skip
"""Helping verbs of what is told, not bidden: "that he is late", against "that he be", "that he should be"."""


PERCEIVED = frozenset({"see", "hear", "know", "learn", "read"})
"""What happens to somebody, who is glad of it, and agrees to nothing."""


def _is_booked(tree: Tree, force: Force, cue: int, action: int, marks: Marking) -> bool:
    """Whether what is reserved is only booked, or set aside: "reserved a table". Leaves: "reserved the right to sue", "reserved judgment"."""
    if force is not Force.RESERVE or not tree.lows[cue].startswith("reserv"):
        return False
    thing = tree.child(cue, "obj")
    thing = action if thing is None and tree.words[action].upos == "NOUN" else thing
    return thing is not None and not marks.tells(tree.lows[thing], "kept_free")


def binds(tree: Tree, force: Force, cue: int, action: int, marks: Marking) -> bool:
    """Whether a word of a force binds somebody to an action.

    Takes: "asked them to stay", "decided to leave", "urged that he be freed", "promised that prices will fall".
    "advised them against going". Leaves: "asked what they did", "decided that it is late", "ordered a soup", "agreed that it is late", "convinced them
    to stay", which tells what came of it.
    """
    state = tree.lows[action] in PERCEIVED or tree.child(action, "cop") is not None
    glad = (
        force is Force.AGREE and state and tree.words[cue].upos == "ADJ"
    )  # was glad to see it, to be there
    rule = tree.child(cue, "nsubj")
    paper = rule is not None and marks.tells(tree.lows[rule], "paper")  # the contract obliges her
    told = (marks.tells(tree.lows[cue], "brings_about") and not paper) or glad
    if (
        told
        or _is_booked(tree, force, cue, action, marks)
        or nobodys_word(tree, force, cue, action, marks)
    ):
        return False
    clause = tree.words[action].upos in ("VERB", "AUX") or tree.child(action, "cop") is not None
    bare = {tree.lows[n] for n in tree.children(action, "mark")} & {"to"}
    own = tree.child(action, "nsubj", "nsubj:pass", "expl")
    whole = clause and own is not None and not bare
    helps = {tree.lows[n] for n in tree.children(action, "aux", "aux:pass", "cop")}
    opens = {
        tree.lows[n] for n in (*tree.children(action, "mark", "advmod"), action) if n <= action
    }
    if force is Force.RESERVE and opens & {"whether"}:
        return True  # kept open whether it would abstain
    what = force is Force.REFUSE and opens & ASKS_WHAT == {"what"}  # what he called blackmail
    if not what and ((whole and _asks(tree, action)) or opens & ASKS_WHAT):
        return False
    things = (action, *tree.children(cue, "obj"))
    none = any(tree.lows[n] == "no" for thing in things for n in tree.children(thing, "det"))
    whom = tree.child(cue, "obj", "iobj")
    loose = against(tree, action) is not None and (whom is None or not somebody(tree, whom))
    endangered = force is Force.THREATEN and not clause and _is_known(tree, action)
    if endangered or (loose and force is Force.URGE) or (none and force in GIVING):
        return (
            False  # threatened her privacy; cautioned against it; offered no proof, no plan to pay
        )
    match force:
        case Force.AGREE:
            shares = any(tree.lows[n] == "with" for n in tree.children(action, "case"))
            will = own is not None and _will_do(tree, action, own, helps, marks)
            return (not whole or will) and not none and not shares  # agreed with much of it
        case Force.INTEND:
            going = bool(helps & (WILL | {"should"}))
            return clause and (not whole or going)
        case _ if force in DIRECTIVE and whole:
            return not helps & TOLD and (bool(helps) or not _finite(tree, action))
        case _:
            return not (force is Force.PROMISE and whole and is_so(tree, action))


def _is_known(tree: Tree, at: int) -> bool:
    """Whether a noun is for a thing that is there: "women’s | privacy", "the | peace". Leaves: "a | strike", "legal | action"."""
    the = any(tree.lows[n] == "the" for n in tree.children(at, "det"))
    return tree.words[at].upos == "NOUN" and (the or tree.child(at, "nmod:poss") is not None)


def _will_do(tree: Tree, action: int, who: int, helps: set[str], marks: Marking) -> bool:
    """Whether those who agree will do it themselves: "agreed that | they would leave", "… there will be no more attacks"."""
    none = any(tree.lows[n] == "there" for n in tree.children(action, "expl"))  # … be no attacks
    state = tree.child(action, "cop") is not None or marks.tells(tree.lows[action], "befalls")
    own = tree.lows[who] in THOSE or (tree.lows[who] == "it" and bool(tree.children(action, "obj")))
    return bool(helps & (WILL | {"should"})) and (none or (own and not state))


THOSE = frozenset({"they", "he", "she", "we", "i", "both", "each"})


def against(tree: Tree, action: int) -> int | None:
    """The "against" that opens an action that somebody is bidden to leave: "advised them | against | going there"."""
    opens = tree.children(action, "case", "mark")
    return next((n for n in opens if tree.lows[n] == "against"), None)


def _finite(tree: Tree, action: int) -> bool:
    """Whether a verb without a helping verb tells what is or was: "poses", "slipped", against "that he leave"."""
    low = tree.lows[action]
    return (
        tree.words[action].upos == "VERB" and low.endswith(("s", "ed")) and not low.endswith("ss")
    )


def _asks(tree: Tree, action: int) -> bool:
    """Whether a clause opens with a word that asks."""
    first = min((n for n in tree.below(action) if tree.words[n].upos != "PUNCT"), default=action)
    return tree.lows[first] in ASKS_WHAT
