"""Behalf: those of whom a sentence says for whom they speak: "on behalf of the drivers", "who speaks for the port"."""

from collections.abc import Iterator, Sequence

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.record import Record
from hearsay.reader.tree import Tree
from hearsay.text.span import Span, joined, meets_any

SPEAKS = (
    "speaks",
    "speak",
    "speaking",
    "spoke",
    "acts",
    "acting",
    "acted",
    "appears",
    "negotiates",
)
REPRESENTS = ("represents", "representing", "defends", "defending")
FIRST = 3  # words before an aside: a name, letters after it, a comma
SOMEBODY = ("person", "organization", "place")
COUNTLESS = ("millions", "thousands", "hundreds", "many", "most", "all", "everyone", "us")
"""For them nobody is sent: "she speaks for | millions | of voters"."""

BESIDE = ("acl", "parataxis")
"""Relations to a noun of a verb that tells what it does."""

NAMED = ("flat", "appos", "compound", "nmod:desc")
"""Relations of the words that name somebody beside a noun for him."""


def behalf(tree: Tree, lexicon: Lexicon, record: Record, also: Sequence[Span]) -> Span | None:
    """The words for the one for whom a source does what its sentence tells.

    Takes: "Lund, speaking on behalf of the drivers,", "who speaks for the port", "On behalf of the drivers, Lund handed over a
    letter", "Lund KC, for the trust, replied", "For Labour, Lund said no". Leaves: "He spoke for an hour", "BBC, citing a website that acts on behalf of the
    artist", "Lund, for years a critic,", "Lund phoned voters on behalf of Moe".

    Args:
        tree: of the article.
        lexicon: the tables.
        record: of the source.
        also: the pronouns that mean it.
    """
    places = [place.span for place in record.bearer.places] if record.bearer else []
    mentions = joined((*record.mentions, *places, *also))
    for who, whom in (*_done_for(tree, lexicon), *_asides(tree, lexicon), *_through(tree)):
        if meets_any(who, mentions):
            return tree.span(whom, tree.children(whom, "case", "acl", "appos", "parataxis"))
    return None


def _done_for(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Span, int]]:
    """Who does something for somebody, with the noun or pronoun for the other."""
    done = []
    for at in tree.places("behalf"):
        verb = tree.words[at].head
        does = tree.lows[verb] in SPEAKS or lexicon.tells(tree.lows[verb], "acts_for")
        if not (does or lexicon.cue(tree.lows[verb])):
            continue  # she campaigned on behalf of Lund
        whom = [*tree.children(at, "nmod"), *(n for n in tree.children(verb, "obl") if n > at)]
        done += [(verb, n) for n in whom[:1]]
    for verb in (at for low in SPEAKS for at in tree.places(low)):
        denied = any(tree.lows[n] in ("not", "n't") for n in tree.children(verb, "advmod"))
        for whose in () if denied else tree.children(verb, "obl"):
            for_ = any(tree.lows[n] == "for" for n in tree.children(whose, "case"))
            somebody = tree.words[whose].entity in SOMEBODY and tree.lows[whose] not in COUNTLESS
            done += [(verb, whose)] if for_ and somebody else []
    for verb in (at for low in REPRESENTS for at in tree.places(low)):
        client = tree.child(verb, "obj") if tree.relation(verb) in BESIDE else None
        kinds = SOMEBODY[: 1 + tree.lows[verb].endswith("ing")]  # who represents Nevada
        part = client is not None and tree.child(client, "nmod") is not None  # half of the staff
        if client is not None and tree.words[client].entity in kinds and not part:
            done.append((verb, client))
    for verb, whose in done:
        who = _who_does(tree, verb)
        if who is None or not (_is_somebody(tree, who) or tree.words[who].upos == "PROPN"):
            continue
        parts = [who, *tree.children(who, *NAMED)]
        parts += [n for at in parts[1:] for n in tree.children(at, *NAMED)]
        yield from ((tree.words[n].span, whose) for n in parts)


def _asides(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Span, int]]:
    """Beside whom "for" a party stands by itself, with that one: "Lund KC |, for the trust, | replied", "For Labour, | Lund | said"."""
    for at in tree.places("for"):
        whom = (
            tree.words[at].head if tree.relation(at) == "case" else min(at + 1, len(tree.words) - 1)
        )
        noun = lexicon.nouns.get(tree.lows[whom])
        party = noun is not None and noun.kind == "organisation"
        party = party or lexicon.tells(tree.lows[whom], "party")
        past = max((n for n in tree.below(whom) if tree.words[n].upos != "PUNCT"), default=whom) + 1
        alone = at < past < len(tree.words) - 2 and tree.lows[past] == ","
        if not alone or not (party or _is_somebody(tree, whom)):
            continue
        opens = at == 0 or tree.words[at].sentence != tree.words[at - 1].sentence
        if (
            at >= FIRST
            and tree.lows[at - 1] == ","
            and (party or tree.words[whom].entity != "place")
        ):
            yield tree.words[at - 3].span.hull(tree.words[at - 2].span), whom
        elif opens:
            named = [n for n in (past + 1, past + 2) if tree.words[n].upos == "PROPN"]
            yield from ((tree.words[n].span, whom) for n in named[:1])


def _through(tree: Tree) -> Iterator[tuple[Span, int]]:
    """Through whom somebody does something, with that one: "the dealers, through their president |, Hal Storey, | called"."""
    for at in tree.places("through"):
        over = tree.words[at].head
        noun = tree.words[tree.words[over].head].upos in ("NOUN", "PROPN")
        who = tree.words[over].head if noun else tree.subject(tree.words[over].head)
        named = [over, *tree.children(over, *NAMED)]
        lawyers = tree.lows[over].endswith("s")  # through his lawyers, Lund said
        if (
            tree.relation(at) == "case"
            and not lawyers
            and who is not None
            and tree.words[over].entity in ("person", "none")
        ):
            yield from ((tree.words[n].span, who) for n in named)


def _is_somebody(tree: Tree, at: int) -> bool:
    return tree.words[at].entity in SOMEBODY


def _who_does(tree: Tree, verb: int) -> int | None:
    """Who does what a verb tells: its subject, whoever "who" goes back to, or that of the verb that it accompanies."""
    over = tree.words[verb].head
    if tree.relation(verb) in BESIDE and tree.words[over].upos in ("NOUN", "PROPN"):
        return over
    who = tree.subject(verb)
    return tree.subject(over) if who is None and tree.relation(verb) == "advcl" else who
